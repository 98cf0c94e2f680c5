"""The yellow plate that warns: of what does not work, and that keys go elsewhere."""

from PySide6.QtCore import QRectF

from matside.ui.drawing.icons import Icon
from matside.ui.drawing.lettering import CAP, SEMIBOLD, is_cut, wrapped
from matside.ui.drawing.marks import Box, IconMark, Mark, text_at
from matside.ui.drawing.theme import Theme
from matside.ui.stage.layout.frame import Showing, StageFrame
from matside.ui.words import screen_words

NOTICE = 0.038
LEAST_NOTICE = 0.02

WARNING_PAD = 0.46
"""The room around a warning, in heights of its usual capitals."""

ELSEWHERE = 0.044
LEAST_ELSEWHERE = 0.02

MOST_WARNING_LINES = 3
LEAST_SHRUNK = 0.78
"""How far the letters of a warning may shrink before it takes another line, as a share."""

LEAST_SIGNED = 0.5
"""The minimum width of a panel that shows a sign on its warning."""


def warning(
    showing: Showing, frame: StageFrame, theme: Theme, panel: QRectF
) -> tuple[tuple[Mark, ...], float]:
    """Return the yellow plate at the foot of `panel` and where it begins; none, its foot."""
    text = warning_text(showing)
    if text is None:
        return (), panel.bottom()
    sizes = (ELSEWHERE, LEAST_ELSEWHERE) if showing.signs.elsewhere else (NOTICE, LEAST_NOTICE)
    return warning_plate(text, sizes, frame, theme, panel)


def warning_text(showing: Showing) -> str | None:
    """Return what warns: that the keys go elsewhere, else the notice, else nothing."""
    return screen_words.elsewhere() if showing.signs.elsewhere else showing.signs.notice


def warning_plate(
    text: str,
    sizes: tuple[float, float],
    frame: StageFrame,
    theme: Theme,
    panel: QRectF,
    most: int = MOST_WARNING_LINES,
) -> tuple[tuple[Mark, ...], float]:
    """Return `text` on a yellow plate at the foot of `panel`, and where it begins.

    It is one line if it fits, and `most` lines at most. `sizes` are the usual and the minimum
    height of its capitals.
    """
    unit, (share, least) = frame.unit, sizes
    pad = WARNING_PAD * share * unit
    sign = 1.6 * share * unit if panel.width() > LEAST_SIGNED * unit else 0
    room = panel.width() - 2.6 * pad
    lines, cap = _fitted_lines(text, room - sign, share * unit, least * unit, most)
    if sign and is_cut(lines, text):
        sign = 0
        lines, cap = _fitted_lines(text, room, share * unit, least * unit, most)
    height = cap * (1 + 1.7 * (len(lines) - 1)) + 1.8 * pad
    rect = QRectF(panel.left(), panel.bottom() - height - 0.014 * unit, panel.width(), height)
    sign = min(sign, 1.6 * cap)
    middle = QRectF(rect.left() + pad, rect.center().y() - sign / 2, sign, sign)
    first = rect.top() + 0.9 * pad + cap
    x, ink = middle.right() + 0.6 * pad, theme.warning_text
    said = (
        text_at(line, x, first + place * 1.7 * cap, cap, ink, SEMIBOLD)
        for place, line in enumerate(lines)
    )
    signed = (IconMark(Icon.WARNING, middle, theme.warning_text),) if sign else ()
    return (Box(rect, theme.warning, 0.018 * unit), *signed, *said), rect.top()


def _fitted_lines(
    text: str, width: float, cap: float, least: float, most: int
) -> tuple[tuple[str, ...], float]:
    """Return `text` in up to `most` lines, in letters as high as fit; at last cut."""
    for lines in range(1, most):
        broken, fitted = _shrunk(text, width, cap, LEAST_SHRUNK * cap, lines)
        if not is_cut(broken, text):
            return broken, fitted
    return _shrunk(text, width, cap, least, most)


def _shrunk(
    text: str, width: float, cap: float, least: float, lines: int
) -> tuple[tuple[str, ...], float]:
    """Return `text` in at most `lines` lines, in letters as high as fit; at `least` cut."""
    broken = wrapped(text, width, cap, SEMIBOLD, lines=lines)
    while is_cut(broken, text) and cap > least:
        cap = max(least, cap - CAP)
        broken = wrapped(text, width, cap, SEMIBOLD, lines=lines)
    return broken, cap
