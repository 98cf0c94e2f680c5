"""The cues and the advice of an exercise, below each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.drawing.lettering import SEMIBOLD, wrapped
from matside.ui.drawing.painting import Ink, paint_word
from matside.ui.drawing.theme import Theme
from matside.ui.kit.labels import ASCENT, PITCH
from matside.ui.kit.page import LEAST_CAP

SHRINKING = (1.0, 0.9, 0.8, 0.7)
"""The sizes to which a long text shrinks before it scrolls, as shares."""

MOST_LINES = 12
"""The maximum number of lines of a cue or of an advice."""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    ink: Ink
    indent: float
    baseline: float


class ExerciseText(QWidget):
    """The cues with their numbers, then each heading with its text."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cues: tuple[str, ...] = ()
        self._sections: tuple[tuple[str, str], ...] = ()
        self._lines: tuple[_Line, ...] = ()

    def show_text(self, cues: Sequence[str], sections: Sequence[tuple[str, str]]) -> None:
        """Show `cues`, and `sections` of a heading and a text; `set_in` lays them out."""
        self._cues, self._sections = tuple(cues), tuple(sections)

    def set_in(self, width: float, height: float, cap: float) -> float:
        """Lay out the text in `width` px, with capitals up to `cap` px; return its height in px.

        It is made smaller if it would be higher than `height` px.
        """
        for times in SHRINKING:
            written = max(LEAST_CAP, times * cap)
            self._lines = tuple(self._lines_at(width, written))
            needed = self._lines[-1].baseline + 0.5 * written if self._lines else 0.0
            if needed <= height:
                break
        self.update()
        return needed

    def _lines_at(self, width: float, cap: float) -> list[_Line]:
        text = Ink(cap, self._theme.text)
        number = Ink(cap, self._theme.mute, SEMIBOLD)
        heading = Ink(0.86 * cap, self._theme.mute, SEMIBOLD)
        lines: list[_Line] = []
        baseline = (ASCENT - 2.2) * cap
        for place, cue in enumerate(self._cues, start=1):
            baseline += 2.2 * cap
            lines.append(_Line(f"{place}", number, 0.0, baseline))
            baseline = _write(lines, cue, text, baseline, indent=2 * cap, width=width)
        for words, said in self._sections:
            baseline += 3.0 * cap if lines else 2.2 * cap
            lines.append(_Line(words, heading, 0.0, baseline))
            baseline = _write(lines, said, text, baseline + PITCH * cap, indent=0.0, width=width)
        return lines

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line in self._lines:
            cap = line.ink.cap
            row = QRectF(line.indent, line.baseline - cap, self.width() - line.indent, cap)
            paint_word(painter, row, line.text, line.ink)
        painter.end()


def _write(
    lines: list[_Line], words: str, ink: Ink, baseline: float, *, indent: float, width: float
) -> float:
    """Add `words` in lines to `lines`, the first on `baseline`; return the last baseline."""
    for place, row in enumerate(wrapped(words, width - indent, ink.cap, lines=MOST_LINES)):
        baseline += PITCH * ink.cap if place else 0.0
        lines.append(_Line(row, ink, indent, baseline))
    return baseline
