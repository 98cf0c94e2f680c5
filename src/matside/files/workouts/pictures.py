"""Pictures that athletes put beside their exercises: which may be shown, and how they move.

Nothing is decoded here. The header of a file is checked against limits, and against the suffix
of its name, before the file is decoded as that one format.
"""

import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from matside.core.durations import SECOND
from matside.core.figures.film import Film, Picture, Reel
from matside.frozen import frozen
from matside.regular_file import UnfitFileError, read_regular

MOST_BYTES = 8 << 20
MOST_PIXELS = 25_000_000
MOST_MOVING_PIXELS = 1_000_000
MOST_FRAMES = 300
MOST_MS = 60_000
"""The limits of a picture; a moving one may have fewer pixels, for it is decoded repeatedly."""

LEAST_DELAY, USUAL_DELAY = 20, 100
"""A frame with a delay below the first, in ms, is shown for the second, as browsers do."""

FORMATS: Mapping[str, str] = {
    ".webp": "webp",
    ".png": "png",
    ".jpg": "jpeg",
    ".jpeg": "jpeg",
    ".gif": "gif",
}
"""The formats by the suffixes of their files."""

_BROKEN = "the picture is broken or cut off; save it anew"


@frozen
class _Told:
    """What the header of a picture says: its size in px, and the ms that each frame is shown."""

    width: int
    height: int
    delays: tuple[int, ...] = (0,)


def reel_of(path: Path) -> Reel:
    """Return the picture at `path` as a film whose poses are its frames.

    Raises UnfitFileError if it is missing, is none of FORMATS, or exceeds a limit.
    """
    kind, told = _look_into(path)
    whole = Picture(0, 0, 0, 0, told.width, told.height)
    total = sum(told.delays)
    film = Film(
        told.width,
        told.height,
        (whole,) * len(told.delays),
        tuple((place, delay / (total or 1)) for place, delay in enumerate(told.delays)),
        floor=told.height,
        seconds=total / SECOND,
    )
    animated = len(told.delays) > 1
    return Reel(str(path), film, lambda _: _checked_bytes(path), kind, animated)


def _checked_bytes(path: Path) -> bytes:
    """Return the bytes of the picture at `path`, checked again, since the file may have changed.

    Raises OSError if it may not be shown.
    """
    try:
        _look_into(path)
        return read_regular(path, MOST_BYTES, links=False)
    except UnfitFileError as error:
        raise OSError(str(error)) from error


def _look_into(path: Path) -> tuple[str, _Told]:
    kind = FORMATS.get(path.suffix.lower())
    if kind is None:
        raise UnfitFileError(f"this is no picture; a name ends in {', '.join(FORMATS)}")
    content = read_regular(path, MOST_BYTES, links=False)
    signs, tell = _READERS[kind]
    if not content.startswith(signs) or (kind == "webp" and content[8:12] != b"WEBP"):
        raise UnfitFileError(f"this is no {kind.upper()} picture, though it is called one")
    try:
        told = tell(content)
    except (IndexError, ValueError) as error:
        raise UnfitFileError(_BROKEN) from error
    _hold_to_limits(told)
    return kind, told


def _hold_to_limits(told: _Told) -> None:
    pixels, frames = told.width * told.height, len(told.delays)
    most = MOST_PIXELS if frames == 1 else MOST_MOVING_PIXELS
    if not pixels:
        raise UnfitFileError(_BROKEN)
    if pixels > most:
        found = f"{told.width} x {told.height} pixels"
        raise UnfitFileError(f"the picture has {found}; make it smaller, at most {most} in all")
    if frames > MOST_FRAMES or sum(told.delays) > MOST_MS:
        raise UnfitFileError(
            f"the picture moves too long; at most {MOST_FRAMES} frames in a minute are shown"
        )


def _delays(delays: Iterator[int]) -> tuple[int, ...]:
    """Return the ms of each frame; counting stops as soon as there are too many."""
    found: list[int] = []
    for delay in delays:
        found.append(delay if delay >= LEAST_DELAY else USUAL_DELAY)
        if len(found) > MOST_FRAMES:
            break
    if not found:
        raise ValueError
    return tuple(found) if len(found) > 1 else (0,)


def _number(content: bytes, at: int, size: int, order: str = "little") -> int:
    taken = content[at : at + size]
    if len(taken) < size:
        raise IndexError
    return int.from_bytes(taken, "big" if order == "big" else "little")


def _tell_png(content: bytes) -> _Told:
    at, names = 8, list[bytes]()
    while not names or names[-1] != b"IEND":
        length = _number(content, at, 4, "big")
        body = content[at + 4 : at + 8 + length]
        if zlib.crc32(body) != _number(content, at + 8 + length, 4, "big"):
            raise ValueError
        names.append(body[:4])
        at += 12 + length
    if names[0] != b"IHDR" or b"IDAT" not in names:
        raise ValueError
    return _Told(_number(content, 16, 4, "big"), _number(content, 20, 4, "big"))


def _tell_jpeg(content: bytes) -> _Told:
    """Read segment by segment up to the pixels; the file must have an end marker."""
    at, size, turned = 2, (0, 0), False
    while (marker := content[at + 1]) != 0xDA:
        if content[at] != 0xFF:
            raise ValueError
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            size = _number(content, at + 7, 2, "big"), _number(content, at + 5, 2, "big")
        if marker == 0xE1:
            turned = turned or _is_turned(content[at + 4 : at + 2 + _length(content, at)])
        at += 2 + _length(content, at)
    if content.rfind(b"\xff\xd9") < at:
        raise ValueError
    return _Told(*(size[::-1] if turned else size))


def _length(content: bytes, at: int) -> int:
    return max(2, _number(content, at + 2, 2, "big"))


def _is_turned(segment: bytes) -> bool:
    """Return whether an Exif `segment` says that the picture is turned by 90 degrees."""
    if not segment.startswith(b"Exif\0\0"):
        return False
    tiff = segment[6:]
    order = "big" if tiff.startswith(b"MM") else "little"
    first = _number(tiff, 4, 4, order)
    for place in range(_number(tiff, first, 2, order)):
        entry = first + 2 + 12 * place
        if _number(tiff, entry, 2, order) == 0x0112:
            return _number(tiff, entry + 8, 2, order) > 4
    return False


def _tell_gif(content: bytes) -> _Told:
    width, height = _number(content, 6, 2), _number(content, 8, 2)
    return _Told(width, height, _delays(_gif_delays(content, _after_colours(content, 10, 13))))


def _after_colours(content: bytes, flags: int, at: int) -> int:
    """Return the offset after a colour table; the byte at `flags` gives its size."""
    packed = content[flags]
    return at + (3 << ((packed & 7) + 1) if packed & 0x80 else 0)


def _gif_delays(content: bytes, at: int) -> Iterator[int]:
    delay = 0
    while (sign := content[at]) != 0x3B:
        if sign == 0x21:
            if content[at + 1] == 0xF9:
                delay = 10 * _number(content, at + 4, 2)
            at += 2
        elif sign == 0x2C:
            yield delay
            at = _after_colours(content, at + 9, at + 10) + 1
        else:
            raise ValueError
        while content[at]:
            at += content[at] + 1
        at += 1


def _tell_webp(content: bytes) -> _Told:
    if _number(content, 4, 4) + 8 > len(content):
        raise ValueError
    kind = content[12:16]
    if kind == b"VP8 ":
        return _Told(_number(content, 26, 2) & 0x3FFF, _number(content, 28, 2) & 0x3FFF)
    if kind == b"VP8L":
        bits = _number(content, 21, 4)
        return _Told((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    if kind != b"VP8X":
        raise ValueError
    size = _number(content, 24, 3) + 1, _number(content, 27, 3) + 1
    if not content[20] & 2:
        return _Told(*size)
    return _Told(*size, _delays(_webp_delays(content)))


def _webp_delays(content: bytes) -> Iterator[int]:
    at = 12
    while at < len(content):
        if content[at : at + 4] == b"ANMF":
            yield _number(content, at + 20, 3)
        length = _number(content, at + 4, 4)
        at += 8 + length + length % 2


_READERS: Mapping[str, tuple[tuple[bytes, ...], Callable[[bytes], _Told]]] = {
    "webp": ((b"RIFF",), _tell_webp),
    "png": ((b"\x89PNG\r\n\x1a\n",), _tell_png),
    "jpeg": ((b"\xff\xd8\xff",), _tell_jpeg),
    "gif": ((b"GIF87a", b"GIF89a"), _tell_gif),
}
"""The first bytes of each format, and the function that reads its header."""
