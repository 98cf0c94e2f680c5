"""How text is set: in Barlow, by the height of its capitals, on a baseline."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter

FAMILY = "Barlow"

CAP = 0.70
"""The height of Barlow's capitals, and of its digits, in em."""

DESCENT = 0.30
"""How far letters reach below the baseline, in heights of capitals."""

MEDIUM = QFont.Weight.Medium
SEMIBOLD = QFont.Weight.DemiBold
BOLD = QFont.Weight.Bold

ELLIPSIS = "…"


def load_fonts(folder: Path) -> tuple[Path, ...]:
    """Make the fonts in `folder` known to Qt; return those that Qt could not read."""
    files = sorted(folder.glob("*.ttf"))
    return tuple(file for file in files if QFontDatabase.addApplicationFont(str(file)) < 0)


def font(cap: float, weight: QFont.Weight = MEDIUM, *, tabular: bool = False) -> QFont:
    """Return Barlow with capitals `cap` px high, `tabular` with digits of one width."""
    made = QFont(FAMILY)
    made.setPixelSize(max(1, round(cap / CAP)))
    made.setWeight(weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def width_of(
    text: str, cap: float, weight: QFont.Weight = MEDIUM, *, tabular: bool = False
) -> float:
    """Return how far `text` advances, in px."""
    return QFontMetricsF(font(cap, weight, tabular=tabular)).horizontalAdvance(text)


def fitting_cap(
    text: str, width: float, cap: float, weight: QFont.Weight = MEDIUM, *, tabular: bool = False
) -> float:
    """Return the largest height of capitals up to `cap` at which `text` is `width` px wide."""
    needed = width_of(text, cap, weight, tabular=tabular)
    if needed <= width:
        return cap
    shrunk = cap * width / needed
    while shrunk > 1 and width_of(text, shrunk, weight, tabular=tabular) > width:
        shrunk -= CAP
    return shrunk


def elided(text: str, width: float, cap: float, weight: QFont.Weight = MEDIUM) -> str:
    """Return `text`, cut and ended by an ellipsis where it is wider than `width` px."""
    if width_of(text, cap, weight) <= width:
        return text
    kept = text
    while kept and width_of(kept + ELLIPSIS, cap, weight) > width:
        kept = kept[:-1].rstrip()
    return kept + ELLIPSIS


def wrapped(
    text: str, width: float, cap: float, weight: QFont.Weight = MEDIUM, *, lines: int
) -> tuple[str, ...]:
    """Return `text` in at most `lines` lines of `width` px, broken at spaces, evenly filled.

    What does not fit ends in an ellipsis.
    """
    words = text.split()
    needed = len(_broken(words, width, cap, weight))
    if needed > lines:
        return _cut(words, width, cap, weight, lines)
    return _evened(words, width, cap, weight, needed)


def is_cut(lines: Sequence[str], text: str) -> bool:
    """Return whether `lines` are less than the whole of `text`."""
    return " ".join(lines) != " ".join(text.split())


def _broken(
    words: Sequence[str], width: float, cap: float, weight: QFont.Weight
) -> tuple[str, ...]:
    metrics = QFontMetricsF(font(cap, weight))
    broken: list[str] = []
    for word in words:
        longer = f"{broken[-1]} {word}" if broken else word
        if broken and metrics.horizontalAdvance(longer) <= width:
            broken[-1] = longer
        else:
            broken.append(word)
    return tuple(broken)


def _evened(
    words: Sequence[str], width: float, cap: float, weight: QFont.Weight, lines: int
) -> tuple[str, ...]:
    even = _broken(words, width, cap, weight)
    narrow = width
    while lines > 1 and narrow > width / lines:
        narrow -= cap
        tried = _broken(words, narrow, cap, weight)
        if len(tried) > lines:
            break
        even = tried
    return tuple(elided(line, width, cap, weight) for line in even)


def _cut(
    words: Sequence[str], width: float, cap: float, weight: QFont.Weight, lines: int
) -> tuple[str, ...]:
    broken = _broken(words, width, cap, weight)
    kept = [elided(line, width, cap, weight) for line in broken[: lines - 1]]
    last = elided(" ".join(broken[lines - 1 :]), width, cap, weight)
    return (*kept, last)


def paint_line(painter: QPainter, text: str, at: QPointF, set_in: QFont, colour: QColor) -> None:
    """Paint `text` as plain text, its baseline beginning at `at`."""
    painter.setFont(set_in)
    painter.setPen(colour)
    painter.drawText(at, text)
