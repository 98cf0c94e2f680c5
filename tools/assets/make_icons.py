"""Renders the icon of the program as PNG files in every size that desktops ask for.

    python tools/assets/make_icons.py [FOLDER]

Without FOLDER it writes to `resources/icons`.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).parents[2] / "resources" / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256)


def render(drawing: Path, size: int) -> QImage:
    """Return `drawing` as a picture of `size` by `size` pixels on a transparent ground."""
    picture = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    return picture


def main(arguments: Sequence[str]) -> None:
    """Write the icon in every size to the folder that `arguments` name."""
    folder = Path(arguments[0]) if arguments else ICONS
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        path = folder / f"matside-{size}.png"
        if not render(ICONS / "matside.svg", size).save(str(path)):
            sys.exit(f"{path} could not be written.")


if __name__ == "__main__":
    main(sys.argv[1:])
