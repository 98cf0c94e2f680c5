"""What a clip depends on: its phonemes, the model, and how it is spoken and shaped."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "voice"
TABLE = Path(__file__).with_name("phonemes.tsv")

MODEL = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
"""The SHA-256 of Kokoro-82M v1.0 as int8 ONNX; another model would be another voice."""

VOICE = "af_heart"

RATE = 22_050
"""Samples a second of the pack: it keeps all up to 11 kHz, in nine tenths of the model's bytes."""

SPEED, SPEED_OF_COUNTS = 0.85, 1.1
"""The model's speed for sentences, and for the counts, which must fit a rep of one second."""

SHAPE = 1
"""The version of the shaping: raise it when that changes, so that all clips are rendered again."""


def phonemes() -> Mapping[str, str]:
    """Return the phonemes of each sentence, from the table that was checked by a person."""
    lines = TABLE.read_text(encoding="utf-8").splitlines() if TABLE.exists() else []
    return dict(line.split("\t") for line in lines)


def write_phonemes(table: Iterable[tuple[str, str]]) -> None:
    """Write the table, in the order given."""
    lines = (f"{text}\t{symbols}\n" for text, symbols in table)
    TABLE.write_text("".join(lines), encoding="utf-8")


def speed(text: str) -> float:
    """Return the speed of `text`, as a factor of the model's own."""
    return SPEED_OF_COUNTS if text.rstrip(".").isdigit() else SPEED


def digest(text: str, symbols: str) -> str:
    """Return a digest of all that the clip of `text`, with phonemes `symbols`, depends on."""
    return _short_hash(spoken_digest(text, symbols), SHAPE, RATE)


def spoken_digest(text: str, symbols: str) -> str:
    """Return the same for what the model says, before it is shaped."""
    return _short_hash(MODEL, VOICE, speed(text), symbols)


def _short_hash(*made_from: object) -> str:
    return hashlib.sha256(repr(made_from).encode()).hexdigest()[:12]
