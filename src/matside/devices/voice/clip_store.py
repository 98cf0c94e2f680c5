"""A cache of spoken sentences as sound files, with their lengths."""

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
from itertools import islice
from pathlib import Path
from typing import Protocol

from matside.devices.voice.engine import EngineFailed, cleaned
from matside.frozen import frozen
from matside.regular_file import open_regular

MOST_CLIPS = 1_000
"""The maximum number of clips that are kept, the most recently used: some 60 MB."""

MOST_BYTES = 20 * 2**20
"""The maximum size of a clip; a larger file is no sentence."""

SPARE = 16 * 2**20
"""The free space in bytes that clips leave on a disk: history needs it more."""

QUIET = 60
"""The level up to which samples count as silence; the maximum is 32767."""

_UNSOUND = (EOFError, RuntimeError, ValueError, struct.error, wave.Error)
"""What `wave` raises for an invalid header; not all of it is documented."""


@frozen
class Clip:
    """A spoken sentence: its file, and its length in ms."""

    path: Path
    length: int


class Source(Protocol):
    """Turns a text into a sound file: an engine, or the recordings."""

    def speak(
        self, text: str, rate: int, out: Path, *, is_wanted: Callable[[], bool] = ...
    ) -> None:
        """Write `text` at `rate` words a minute to `out`. Raises EngineFailed or OSError."""

    def identity(self) -> str:
        """Return a text that changes whenever the speech does. Raises OSError."""


class ClipStore:
    """The clips of one source in one folder, each named by a hash of everything it depends on."""

    def __init__(self, folder: Path, source: Source, spare: int = SPARE) -> None:
        """Keep clips in `folder`, which is made with the first one. Raises OSError.

        No clip is made if the disk has only `spare` bytes left.
        """
        self._spare = spare
        self._folder = folder
        self._source = source
        self._identity = source.identity()

    def clip(self, text: str, rate: int, is_wanted: Callable[[], bool] = lambda: True) -> Clip:
        """Return the clip of `text` at `rate` words a minute; make it if there is none.

        That blocks, but only while `is_wanted` returns True. Raises EngineFailed or OSError.
        """
        path = self._path_of(text, rate)
        length = _length_of(path)
        if length is None:
            return self._made(text, rate, path, is_wanted)
        with suppress(OSError):  # the clip can be used even if its time cannot be updated
            path.touch()
        return Clip(path, length)

    def prune(self) -> None:
        """Delete the least recently used clips. Raises OSError."""
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
    """Remove the files or pipes at `paths`, if any."""
    for path in paths:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _wanted_at(path: Path) -> float:
    with suppress(OSError):
        return path.stat().st_mtime
    return 0.0


def _length_of(path: Path) -> int | None:
    """Return the length of the clip at `path` in ms, None if it is missing or damaged."""
    try:
        descriptor = open_regular(path, os.O_RDONLY)
        with os.fdopen(descriptor, "rb") as content, wave.open(content) as file:
            frames = file.getnframes()
            whole = path.stat().st_size >= frames * file.getsampwidth() * file.getnchannels()
            return 1000 * frames // file.getframerate() if frames and whole else None
    except (OSError, ZeroDivisionError, *_UNSOUND):
        return None


def trim(raw: Path, trimmed: Path) -> int:
    """Write `raw` without its silent ends to `trimmed`, and return the length in ms.

    Engines end a sentence with a pause, and the schedule has its own. Raises EngineFailed if
    all is silent, and OSError.
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
    """Return `samples` from the first audible frame to the last."""
    first = next(_loud(range(len(samples)), samples), None)
    if first is None:
        raise EngineFailed("nothing can be heard")
    last = next(_loud(range(len(samples) - 1, -1, -1), samples))
    return samples[first - first % channels : last - last % channels + channels]


def _loud(places: range, samples: "array[int]") -> Iterator[int]:
    return (place for place in places if abs(samples[place]) > QUIET)
