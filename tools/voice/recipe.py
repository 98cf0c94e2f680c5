"""What a clip is made from: its phonemes, the model, and how it is spoken and shaped."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "voice"
TABLE = Path(__file__).with_name("phonemes.tsv")

MODEL = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
"""The SHA-256 of Kokoro-82M v1.0 as int8 ONNX; another one would be another voice."""

VOICE = "af_heart"

RATE = 22_050
"""Samples a second of the pack: all up to 11 kHz, at nine tenths of the model's bytes."""

SPEED, SPEED_OF_COUNTS = 0.85, 1.1
"""The model's speed for sentences, and for the counts, which must fit a rep of one second."""

SHAPE = 1
"""Rises when clips are shaped otherwise, so that all are rendered anew."""


def phonemes() -> Mapping[str, str]:
    """Return the table that a person has read: the phonemes of each sentence."""
    lines = TABLE.read_text(encoding="utf-8").splitlines() if TABLE.exists() else []
    return dict(line.split("\t") for line in lines)


def write_phonemes(table: Iterable[tuple[str, str]]) -> None:
    """Write the table anew, in the order given."""
    lines = (f"{text}\t{symbols}\n" for text, symbols in table)
    TABLE.write_text("".join(lines), encoding="utf-8")


def speed(text: str) -> float:
    """Return how fast `text` is said, as a factor of the model's own speed."""
    return SPEED_OF_COUNTS if text.rstrip(".").isdigit() else SPEED


def digest(text: str, symbols: str) -> str:
    """Return what changes as soon as the clip of `text`, with the phonemes `symbols`, would."""
    return _short_hash(spoken_digest(text, symbols), SHAPE, RATE)


def spoken_digest(text: str, symbols: str) -> str:
    """Return what changes as soon as the model would say `text` otherwise, before its shaping."""
    return _short_hash(MODEL, VOICE, speed(text), symbols)


def _short_hash(*made_from: object) -> str:
    return hashlib.sha256(repr(made_from).encode()).hexdigest()[:12]
