"""Render sheets of the figures, and say what is wrong with their poses.

A sheet has five telling moments of the loop, for each side and in both themes.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from matside.core.reading import Look
from matside.core.workout import Exercise, Side
from matside.figure.checks import faults_of
from matside.figure.figure import Figure
from matside.figure.paint import Scene
from matside.figure.palette import DARK, LIGHT, Palette
from matside.files.catalogue import Catalogue
from matside.files.resources import bundled_exercises
from matside.ui import theme

THEMES = ((DARK, theme.DARK), (LIGHT, theme.LIGHT))

SHEET = QSize(160, 120)
ROW = QSize(140, 116)
"""The sizes of a picture on a sheet, and in the row of all exercises, in px."""

ALIKE = 0xF8F8F8
"""The bits of a colour in which alike ones agree."""

MOST_SHOWN = 6
"""So many faults of one figure are listed."""


def main(arguments: Sequence[str]) -> int:
    """Render the sheets and check the figures that `arguments` ask for."""
    options = _options(arguments)
    QGuiApplication.instance() or QGuiApplication([])
    catalogue = Catalogue([Path(folder) for folder in options.also] + [bundled_exercises()])
    options.into.mkdir(parents=True, exist_ok=True)
    names = options.exercise or catalogue.ids()
    faulty = 0
    for name in names:
        exercise, figure = catalogue.exercise(name), catalogue.figure(name)
        if isinstance(exercise, str) or figure is None:
            print(f"{name}: {exercise if isinstance(exercise, str) else 'has no figure'}")
            faulty += 1
            continue
        _save(sheet(figure, options.size), options.into / f"{name}.png")
        faulty += _tell_faults(name, figure, exercise)
    if not options.exercise:
        for each, colours in THEMES:
            picture = row([figure for name in names if (figure := catalogue.figure(name))], each)
            ground = colours.tone(Look.WORK).ground
            _save(_on(picture, ground), options.into / f"all-{_name(each is DARK)}.png")
    return 1 if faulty else 0


def _name(is_dark: bool) -> str:  # noqa: FBT001 - the one thing that it depends on
    return "dark" if is_dark else "light"


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make figures ARGS=...", description=__doc__)
    parser.add_argument("exercise", nargs="*", help="the ids of exercises; all, if left out")
    parser.add_argument("--into", type=Path, default=Path("docs/figures"), metavar="DIR")
    parser.add_argument("--also", action="append", default=[], metavar="DIR", help="own exercises")
    parser.add_argument(
        "--size", type=int, default=SHEET.width(), help="px of one picture's width"
    )
    return parser.parse_args(arguments)


def sheet(figure: Figure, width: int) -> QImage:
    """Return the sheet of `figure`: a line for each side and theme, pictures `width` px wide."""
    size = QSize(width, width * SHEET.height() // SHEET.width())
    lines = [
        (shown, palette, colours.tone(Look.WORK).ground)
        for shown in _sides(figure)
        for palette, colours in THEMES
    ]
    image = QImage(5 * size.width(), len(lines) * size.height(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for number, (shown, palette, ground) in enumerate(lines):
        top = number * size.height()
        painter.fillRect(QRect(0, top, image.width(), size.height()), ground)
        scene = Scene(shown, size, palette)
        for place, share in enumerate(figure.sheet):
            painter.drawImage(QPoint(place * size.width(), top), scene.still(share))
    painter.end()
    return image


def _sides(figure: Figure) -> Iterator[Figure]:
    if figure.side is None:
        yield figure
        return
    for side in (Side.LEFT, Side.RIGHT):
        yield figure.on(side)


def row(figures: Sequence[Figure], palette: Palette) -> QImage:
    """Return the still pictures of `figures` beside each other, six to a line."""
    lines = -(-len(figures) // 6)
    image = QImage(6 * ROW.width(), lines * ROW.height(), QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    for place, figure in enumerate(figures):
        down, across = divmod(place, 6)
        corner = QPoint(across * ROW.width(), down * ROW.height())
        painter.drawImage(corner, Scene(figure, ROW, palette).still(figure.hero))
    painter.end()
    return image


def _on(picture: QImage, ground: QColor) -> QImage:
    image = QImage(picture.size(), QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    painter.drawImage(0, 0, picture)
    painter.end()
    return image


def _save(image: QImage, path: Path) -> None:
    """Write `image` with the 256 colours that it needs most, which is small."""
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    table = _table(image.convertToFormat(QImage.Format.Format_RGB32))
    image.convertToFormat(QImage.Format.Format_Indexed8, table, flags).save(str(path), "PNG", 0)
    print(path)


def _table(image: QImage) -> list[int]:
    """Return the colours that `image` needs, alike ones as one; bright ones go before dull."""
    groups: dict[int, Counter[int]] = defaultdict(Counter)
    for colour, count in Counter(memoryview(image.constBits()).cast("I")).items():
        groups[colour & ALIKE][colour] = count
    named = [(group.most_common(1)[0][0], group.total()) for group in groups.values()]
    named.sort(key=lambda each: -(each[1] ** 0.5) * (64 + QColor(each[0]).saturation()))
    return [colour for colour, _ in named[:256]]


def _tell_faults(name: str, figure: Figure, exercise: Exercise) -> bool:
    """Print what is wrong with `figure`, and return whether anything is."""
    faults = faults_of(figure, figure.seconds or exercise.rep_seconds)
    for fault in faults[:MOST_SHOWN]:
        print(f"{name}: at {fault.share:.2f} {fault.what}")
    if len(faults) > MOST_SHOWN:
        print(f"{name}: and {len(faults) - MOST_SHOWN} more")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
