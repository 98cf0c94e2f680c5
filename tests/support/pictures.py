"""Pictures of every kind that tests need, good ones and fifty broken ones."""

import os
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QColor, QImage, QImageWriter

RED, BLUE = QColor("#FF0000"), QColor("#0000FF")


def written(kind: str, width: int, height: int, colour: QColor = RED, quality: int = 95) -> bytes:
    """Return a picture of one colour, as Qt writes it in the format `kind`.

    Of WebP the quality 100 loses nothing; what is so small then, Qt itself cannot read.
    """
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(colour)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind.encode()))
    writer.setQuality(quality)
    assert writer.write(image), writer.errorString()
    return bytes(buffer.data().data())


def gif(width: int, height: int, delays: tuple[int, ...]) -> bytes:
    """Return a GIF whose frames are red and blue in turn, each shown for its hundredths."""
    table = bytes((255, 0, 0, 0, 0, 255))
    head = b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80, 0, 0) + table
    frames = b"".join(
        b"\x21\xf9\x04\x00" + struct.pack("<H", delay) + b"\x00\x00"
        b"\x2c" + struct.pack("<HHHHB", 0, 0, width, height, 0) + _lzw(width * height, place % 2)
        for place, delay in enumerate(delays)
    )
    return head + frames + b"\x3b"


def _lzw(pixels: int, colour: int) -> bytes:
    """Return `pixels` pixels of one colour, each after a code that clears the table."""
    bits = "".join(f"{code:03b}"[::-1] for _ in range(pixels) for code in (4, colour))
    bits += "101"
    data = bytes(int(bits[at : at + 8][::-1], 2) for at in range(0, len(bits), 8))
    blocks = [data[at : at + 255] for at in range(0, len(data), 255)]
    return b"\x02" + b"".join(bytes([len(block)]) + block for block in blocks) + b"\x00"


def _chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def _riff(*chunks: bytes) -> bytes:
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _canvas(width: int, height: int, flags: int) -> bytes:
    sizes = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return _chunk(b"VP8X", bytes((flags, 0, 0, 0)) + sizes)


def webp_animation(width: int, height: int, delays: tuple[int, ...]) -> bytes:
    """Return an animation whose frames are red and blue in turn, each shown for its ms."""
    frames = b"".join(
        _chunk(
            b"ANMF",
            bytes(6)
            + (width - 1).to_bytes(3, "little")
            + (height - 1).to_bytes(3, "little")
            + delay.to_bytes(3, "little")
            + b"\x02"
            + written("webp", width, height, (RED, BLUE)[place % 2], 100)[12:],
        )
        for place, delay in enumerate(delays)
    )
    return _riff(_canvas(width, height, 2), _chunk(b"ANIM", bytes(6)), frames)


def extended_webp(width: int, height: int) -> bytes:
    """Return a still WebP picture with a canvas of its own, as those with transparency have."""
    return _riff(_canvas(width, height, 0), written("webp", width, height)[12:])


def lossy_webp(width: int, height: int) -> bytes:
    """Return the head of a lossy WebP picture of a size; its pixels are none."""
    frame = b"\x30\x01\x00\x9d\x01\x2a" + struct.pack("<HH", width, height) + bytes(20)
    return _riff(_chunk(b"VP8 ", frame))


def png_of(width: int, height: int) -> bytes:
    """Return a PNG that says it has a size, with next to no pixels."""
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(64))), (b"IEND", b""))
    )


def exif(order: str, orientation: int) -> bytes:
    """Return the segment in which a camera says how it was held."""
    sign, number = (b"MM\0*", ">") if order == "big" else (b"II*\0", "<")
    other = struct.pack(f"{number}HHIHH", 0x0100, 3, 1, 5, 0)
    entry = struct.pack(f"{number}HHIHH", 0x0112, 3, 1, orientation, 0)
    tiff = sign + struct.pack(f"{number}IH", 8, 2) + other + entry + bytes(4)
    body = b"Exif\0\0" + tiff
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def turned_jpeg(width: int, height: int, order: str, orientation: int) -> bytes:
    """Return a photograph of a camera that was held in some way."""
    plain = written("jpeg", width, height)
    return plain[:2] + exif(order, orientation) + plain[2:]


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def broken_pictures(folder: Path) -> Iterator[str]:
    """Put fifty pictures that must not be shown into `folder`, and give their names."""
    folder.mkdir(exist_ok=True)
    for name, put in _broken(folder):
        put(folder / name)
        yield name


def _broken(folder: Path) -> Iterator[tuple[str, Callable[[Path], object]]]:
    good = {
        "png": written("png", 40, 30),
        "jpg": written("jpeg", 40, 30),
        "webp": written("webp", 40, 30),
        "gif": gif(40, 30, (5, 5)),
    }
    for suffix, content in good.items():
        for share in (0.0, 0.1, 0.3, 0.6, 0.95):
            cut = content[: int(share * len(content))]
            yield f"cut-{share}.{suffix}", lambda path, cut=cut: path.write_bytes(cut)
        wrong = good["gif" if suffix == "png" else "png"]
        yield f"other.{suffix}", lambda path, wrong=wrong: path.write_bytes(wrong)
        yield f"drawing.{suffix}", lambda path: path.write_bytes(SVG)
        yield f"empty-folder.{suffix}", Path.mkdir
        yield f"pipe.{suffix}", os.mkfifo
        yield f"link.{suffix}", lambda path, it=content: _link(path, folder.parent, it)
    huge = good["png"] + bytes(9 << 20)
    for name, content in {
        "drawing.svg": SVG,
        "page.html": b"<script>alert(1)</script>",
        "no-suffix": good["png"],
        "huge-file.png": huge,
        "huge-area.png": png_of(60_000, 60_000),
        "no-area.png": png_of(0, 30),
        "huge-area.webp": lossy_webp(16_000, 16_000),
        "frames.gif": gif(2, 2, (5,) * 10_000),
        "frames.webp": webp_animation(2, 2, (40,) * 10_000),
        "long.gif": gif(2, 2, (60_000, 60_000)),
    }.items():
        yield name, lambda path, content=content: path.write_bytes(content)


def _link(path: Path, outside: Path, content: bytes) -> None:
    target = outside / f"outside-{path.name}"
    target.write_bytes(content)
    path.symlink_to(target)
