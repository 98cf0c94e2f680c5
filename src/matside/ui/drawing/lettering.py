"""How text is set: in Barlow, by the height of its capitals, on a baseline."""

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter

FAMILY = "Barlow"

CAP = 0.70
"""The height of Barlow's capitals, and of its digits, in em."""

DESCENT = 0.30
"""How far letters reach below the baseline, in heights of capitals."""

ACCENT = 0.43
"""How far marks reach above capitals, in heights of capitals."""

OVERHANG = 0.09
"""How far letters reach to the left of where they begin, in heights of capitals."""

MEDIUM = QFont.Weight.Medium
SEMIBOLD = QFont.Weight.DemiBold
BOLD = QFont.Weight.Bold

ELLIPSIS = "…"

_SPACES = re.compile(r"(?:(?!\u00a0)\s)+")
"""The spaces at which a line may be broken."""

_FIRST_WIDE = "\u3040"
_WIDE = f"{_FIRST_WIDE}-\u30ff\u3400-\u9fff"
_UNSPACED = (
    f"[{_WIDE}][ー、。・\uff09\u300d\u300fぁぃぅぇぉっゃゅょァィゥェォッャュョ]*|[^{_WIDE}]+"
)
"""Where a text in a script without spaces may be broken: before each sign of it, but for those
that never begin a line."""

MOST_LETTERS = 1000
"""The maximum number of letters in a line that are measured and painted: files may hold texts of
any length, and no screen is as wide."""

_ALIKE = str.maketrans("123456789", "000000000")
"""Tabular digits all have one width, so they are measured as zeros."""


def load_fonts(folder: Path) -> tuple[Path, ...]:
    """Make the fonts in `folder` known to Qt; return those that Qt could not read."""
    for cached in (_font, _advance, _wrapped):
        cached.cache_clear()
    files = sorted(folder.glob("*.ttf"))
    return tuple(file for file in files if QFontDatabase.addApplicationFont(str(file)) < 0)


def font(cap: float, weight: QFont.Weight = MEDIUM, *, tabular: bool = False) -> QFont:
    """Return Barlow with capitals `cap` px high or a little more: font sizes are whole px.

    `tabular` gives all digits one width.
    """
    return QFont(_font(_size(cap), weight, tabular))


def _size(cap: float) -> int:
    """Return the size of a font with capitals `cap` px high."""
    return max(1, math.ceil(cap / CAP - 0.01))


@lru_cache(maxsize=512)
def _font(size: int, weight: QFont.Weight, tabular: bool) -> QFont:  # noqa: FBT001
    made = QFont(FAMILY)
    made.setPixelSize(size)
    made.setWeight(weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Barlow has a ligature of two hyphens, with which commands could not be copied.
    made.setFeature(QFont.Tag("liga"), 0)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def width_of(
    text: str, cap: float, weight: QFont.Weight = MEDIUM, *, tabular: bool = False
) -> float:
    """Return the advance of `text` in px; for a very long one, of its first MOST_LETTERS."""
    measured = text[:MOST_LETTERS]
    # Otherwise every second of a clock would be measured, and cached.
    said = measured.translate(_ALIKE) if tabular else measured
    return _advance(said, _size(cap), weight, tabular)


@lru_cache(maxsize=4096)
def _advance(text: str, size: int, weight: QFont.Weight, tabular: bool) -> float:  # noqa: FBT001
    """Measure `text`, cached: each layout of a page asks for the same widths again."""
    return QFontMetricsF(_font(size, weight, tabular)).horizontalAdvance(text)


def fitting_cap(
    text: str, width: float, cap: float, weight: QFont.Weight = MEDIUM, *, tabular: bool = False
) -> float:
    """Return the largest height of capitals up to `cap` at which `text` fits into `width` px.

    It is never less than 1 px, however little room there is.
    """
    needed = width_of(text, cap, weight, tabular=tabular)
    if needed <= max(0, width):
        return cap
    shrunk = max(1, cap * width / needed)
    while shrunk > 1 and width_of(text, shrunk, weight, tabular=tabular) > width:
        shrunk -= CAP
    return shrunk


def elided(
    text: str, width: float, cap: float, weight: QFont.Weight = MEDIUM, *, tabular: bool = False
) -> str:
    """Return `text`, cut with an ellipsis if it is wider than `width` px."""
    if len(text) <= MOST_LETTERS and width_of(text, cap, weight, tabular=tabular) <= width:
        return text
    metrics = QFontMetricsF(font(cap, weight, tabular=tabular))
    said = text if len(text) <= MOST_LETTERS else text[:MOST_LETTERS] + ELLIPSIS
    cut = metrics.elidedText(said, Qt.TextElideMode.ElideRight, max(0.0, width))
    return cut.removesuffix(ELLIPSIS).rstrip(" ,") + ELLIPSIS


def wrapped(
    text: str, width: float, cap: float, weight: QFont.Weight = MEDIUM, *, lines: int
) -> tuple[str, ...]:
    """Return `text` in at most `lines` lines of `width` px, broken at spaces, evenly filled.

    Chinese and Japanese, which have none, are broken between their signs.
    A no-break space holds its words together. If it does not fit, the last line ends in an
    ellipsis.
    """
    most = lines * MOST_LETTERS
    said = text if len(text) <= most else text[:most] + ELLIPSIS
    return _wrapped(said, width, CAP * _size(cap), weight, lines)


@lru_cache(maxsize=4096)
def _wrapped(
    text: str, width: float, cap: float, weight: QFont.Weight, lines: int
) -> tuple[str, ...]:
    """Break `text`, cached: each layout of a page breaks the same texts again."""
    space = width_of(" ", cap, weight)
    words = [
        _Word(part, width_of(part, cap, weight), 0.0 if place else space)
        for word in filter(None, _SPACES.split(text))
        for place, part in enumerate(_unspaced(word))
    ]
    broken = _broken(words, width)
    if len(broken) > lines:
        broken = [*broken[: lines - 1], [word for line in broken[lines - 1 :] for word in line]]
    elif lines > 1:
        broken = _evened(words, width, space, broken)
    said = (
        "".join(f" {word.text}" if word.gap else word.text for word in line) for line in broken
    )
    return tuple(elided(line.strip(" "), width, cap, weight) for line in said)


def is_cut(lines: Sequence[str], text: str) -> bool:
    """Return whether `lines` are less than the whole of `text`."""
    return "".join("".join(lines).split()) != "".join(text.split())


def _unspaced(word: str) -> list[str]:
    """Return the parts of `word` between which a line may be broken."""
    return re.findall(_UNSPACED, word) if max(word) >= _FIRST_WIDE else [word]


class _Word(NamedTuple):
    """A part of a text, its width, and that of the space before it, which it may not have."""

    text: str
    width: float
    gap: float


def _broken(words: Sequence[_Word], width: float) -> list[list[_Word]]:
    """Return `words` in lines; a word wider than `width` gets a line of its own."""
    lines: list[list[_Word]] = []
    room = 0.0
    for word in words:
        if lines and room >= word.gap + word.width:
            lines[-1].append(word)
            room -= word.gap + word.width
        else:
            lines.append([word])
            room = width - word.width
    return lines


def _evened(
    words: Sequence[_Word], width: float, space: float, broken: list[list[_Word]]
) -> list[list[_Word]]:
    """Return `words` in as many lines as `broken`, but as narrow as they can be."""
    even, narrow = broken, width
    while narrow > width / 4:
        narrow -= 2 * space
        tried = _broken(words, narrow)
        if len(tried) > len(broken):
            break
        even = tried
    return even


def paint_line(painter: QPainter, text: str, at: QPointF, set_in: QFont, colour: QColor) -> None:
    """Paint `text` as plain text, its baseline beginning at `at`."""
    painter.setFont(set_in)
    painter.setPen(colour)
    painter.drawText(at, text)
