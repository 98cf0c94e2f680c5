"""Knows where spoken sentences are kept as sound files, and how long each lasts."""

import errno
import hashlib
import os
import shutil
import struct
import sys
import wave
from array import array
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Protocol

from matside.devices.voice.engine import EngineFailed, cleaned
from matside.regular_file import open_regular

MOST_CLIPS = 1_000
"""So many clips are kept, those that were wanted last: some 60 MB."""

MOST_BYTES = 20 * 2**20
"""A file larger than this is no sentence."""

SPARE = 16 * 2**20
"""So many bytes of a disk are left to others: sets come before sentences."""

QUIET = 60
"""Samples up to this, of 32767, are silence."""

_UNSOUND = (EOFError, RuntimeError, ValueError, struct.error, wave.Error)
"""What `wave` raises over a header that makes no sense; not all of it is documented."""


@dataclass(frozen=True, slots=True)
class Clip:
    """A spoken sentence: its file, and how many ms it lasts."""

    path: Path
    length: int


class Source(Protocol):
    """What turns a text into a sound file: an engine, or what is recorded."""

    def speak(
        self, text: str, rate: int, out: Path, *, is_wanted: Callable[[], bool] = ...
    ) -> None:
        """Write `text` at `rate` words a minute to `out`. Raises EngineFailed or OSError."""

    def identity(self) -> str:
        """Return a text that changes with what is spoken. Raises OSError."""


class ClipStore:
    """The clips of one source in one folder, each named by a hash of all that it is made from."""

    def __init__(self, folder: Path, source: Source, spare: int = SPARE) -> None:
        """Keep clips in `folder`, which is made with the first one. Raises OSError.

        No clip is made on a disk that has no more than `spare` bytes left.
        """
        self._spare = spare
        self._folder = folder
        self._source = source
        self._identity = source.identity()

    def clip(self, text: str, rate: int, is_wanted: Callable[[], bool] = lambda: True) -> Clip:
        """Return the clip of `text` at `rate` words a minute, made where there is none.

        That blocks, for as long as it `is_wanted`. Raises EngineFailed or OSError.
        """
        path = self._path_of(text, rate)
        length = _length_of(path)
        if length is None:
            return self._made(text, rate, path, is_wanted)
        with suppress(OSError):  # where nothing can be written the clip is sound all the same
            path.touch()
        return Clip(path, length)

    def prune(self) -> None:
        """Forget the clips that have not been wanted for longest. Raises OSError."""
        kept = sorted(self._folder.glob("*.wav"), key=_wanted_at, reverse=True)
        for path in islice(kept, MOST_CLIPS, None):
            path.unlink(missing_ok=True)

    def _path_of(self, text: str, rate: int) -> Path:
        made_from = "\0".join((self._identity, str(rate), cleaned(text)))
        return self._folder / f"{hashlib.sha256(made_from.encode()).hexdigest()}.wav"

    def _made(self, text: str, rate: int, path: Path, is_wanted: Callable[[], bool]) -> Clip:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if shutil.disk_usage(self._folder).free <= self._spare:
            raise OSError(errno.ENOSPC, "the rest of the disk is for the sets", str(self._folder))
        raw, trimmed = path.with_suffix(".raw.wav"), path.with_suffix(".new.wav")
        _unlink(raw, trimmed)
        try:
            self._source.speak(text, rate, raw, is_wanted=is_wanted)
            length = trim(raw, trimmed)
            trimmed.replace(path)
        finally:
            _unlink(raw, trimmed)
        return Clip(path, length)


def _unlink(*paths: Path) -> None:
    """Remove what lies at `paths`, be it a file or a pipe."""
    for path in paths:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _wanted_at(path: Path) -> float:
    with suppress(OSError):
        return path.stat().st_mtime
    return 0.0


def _length_of(path: Path) -> int | None:
    """Return how many ms the clip at `path` lasts, None where there is no sound one."""
    try:
        descriptor = open_regular(path, os.O_RDONLY)
        with os.fdopen(descriptor, "rb") as content, wave.open(content) as file:
            frames = file.getnframes()
            whole = path.stat().st_size >= frames * file.getsampwidth() * file.getnchannels()
            return 1000 * frames // file.getframerate() if frames and whole else None
    except (OSError, ZeroDivisionError, *_UNSOUND):
        return None


def trim(raw: Path, trimmed: Path) -> int:
    """Write what is heard of `raw` to `trimmed`, and return how many ms that lasts.

    Engines end a sentence with a pause, and the script has pauses of its own. Raises
    EngineFailed where nothing is heard, and OSError.
    """
    if raw.stat().st_size > MOST_BYTES:
        raise EngineFailed("more was written than can be said")
    try:
        return _trim_sound(raw, trimmed)
    except _UNSOUND as error:
        raise EngineFailed(f"no sound file was written: {error}") from None


def _trim_sound(raw: Path, trimmed: Path) -> int:
    with wave.open(str(raw), "rb") as file:
        shape, samples = file.getparams(), array("h", file.readframes(file.getnframes()))
    if sys.byteorder == "big":
        samples.byteswap()
    if shape.sampwidth != 2 or not shape.framerate:
        raise EngineFailed("not 16 bits a sample")
    heard = _heard(samples, shape.nchannels)
    with wave.open(str(trimmed), "wb") as file:
        file.setparams(shape)
        file.writeframes(heard.tobytes())
    return 1000 * (len(heard) // shape.nchannels) // shape.framerate


def _heard(samples: "array[int]", channels: int) -> "array[int]":
    """Return `samples` from the first frame that is heard to the last."""
    first = next(_loud(range(len(samples)), samples), None)
    if first is None:
        raise EngineFailed("nothing can be heard")
    last = next(_loud(range(len(samples) - 1, -1, -1), samples))
    return samples[first - first % channels : last - last % channels + channels]


def _loud(places: range, samples: "array[int]") -> Iterator[int]:
    return (place for place in places if abs(samples[place]) > QUIET)
