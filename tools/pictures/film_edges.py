"""Adds the right edge to every film with a side: `python -m tools.pictures.film_edges`.

For the other side a film is mirrored, and then its right edge must keep clear of words.
Films that already have it are left unchanged.
"""

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QGuiApplication, QImage, QImageReader

from matside.core.figures.film import ROW, Film, Picture
from matside.files.films import film_from
from matside.files.resources import bundled_films

SEEN = 4
"""The alpha, of 255, below which a px counts as empty."""


def right_edge(film: Film, packed: bytes) -> list[int]:
    """Return the rightmost px that is ever covered, for every ROW rows; 0 if none is."""
    edge = [0] * -(-film.height // ROW)
    for picture in film.pictures:
        image = _decoded(packed[picture.offset : picture.offset + picture.length])
        for row, right in _rights(picture, image):
            edge[row] = max(edge[row], right)
    return edge


def _decoded(content: bytes) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    image = QImageReader(buffer, QByteArray(b"webp")).read()
    return image.convertToFormat(QImage.Format.Format_Alpha8)


def _rights(picture: Picture, image: QImage) -> list[tuple[int, int]]:
    """Return the row of each line of `image`, and how far to the right it reaches."""
    alpha, step = bytes(image.constBits()), image.bytesPerLine()
    empty = bytes(range(SEEN))
    found = []
    for y in range(image.height()):
        covered = len(alpha[y * step : y * step + image.width()].rstrip(empty))
        if covered:
            found.append(((picture.y + y) // ROW, picture.x + covered))
    return found


def main() -> None:
    """Add the edge to each bundled film that has a side but no right edge."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication(sys.argv[:1])
    for path in sorted(bundled_films().glob("*/*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        if told["side"] is not None and "right" not in told:
            told["right"] = right_edge(film_from(told), path.with_suffix(".webps").read_bytes())
            path.write_text(json.dumps(told) + "\n", encoding="utf-8")
            print(f"{_named(path)}: its right edge is told now")
    app.quit()


def _named(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


if __name__ == "__main__":
    main()
