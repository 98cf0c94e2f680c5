"""The cues and the advice of an exercise, below each other."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from matside.frozen import frozen
from matside.override import override
from matside.ui.drawing.lettering import SEMIBOLD, wrapped
from matside.ui.drawing.painting import Ink, Part, fill_rounded, paint_word
from matside.ui.drawing.theme import Theme
from matside.ui.kit.labels import ASCENT, PITCH
from matside.ui.kit.page import LEAST_CAP

SETTINGS = ((1.0, 1.5), (1.0, 1.25), (1.0, 1.0), (0.9, 1.0), (0.8, 1.0), (0.7, 1.0), (0.7, 0.85))
"""The sizes and gaps of a text as shares, the airiest first; a longer one scrolls."""

CUE, SECTION = 2.6, 3.2
"""The usual distances of a cue and of a section from what is above, in heights of capitals."""

DISC = 2.1
"""The diameter of the disc under the number of a cue, in heights of capitals."""

MOST_LINES = 12
"""The maximum number of lines of a cue or of an advice."""


@frozen
class _Line:
    text: str
    ink: Ink
    indent: float
    baseline: float
    disc: float = 0.0


class ExerciseText(Part):
    """The cues with their numbers, then each heading with its text."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._cues: tuple[str, ...] = ()
        self._sections: tuple[tuple[str, str], ...] = ()
        self._lines: tuple[_Line, ...] = ()

    def show_text(self, cues: Sequence[str], sections: Sequence[tuple[str, str]]) -> None:
        """Show `cues`, and `sections` of a heading and a text; `set_in` lays them out."""
        self._cues, self._sections = tuple(cues), tuple(sections)

    def set_in(self, width: float, height: float, cap: float) -> float:
        """Lay out the text in `width` px, with capitals up to `cap` px; return its height in px.

        It gets more air where there is room, and is made smaller if it would be higher than
        `height` px.
        """
        for times, air in SETTINGS:
            written = max(LEAST_CAP, times * cap)
            self._lines = tuple(self._lines_at(width, written, air))
            needed = self._lines[-1].baseline + 0.6 * written if self._lines else 0.0
            if needed <= height:
                break
        self.update()
        return needed

    def _lines_at(self, width: float, cap: float, air: float) -> list[_Line]:
        text = Ink(cap, self._theme.text)
        number = Ink(0.86 * cap, self._theme.text, SEMIBOLD)
        heading = Ink(0.86 * cap, self._theme.mute, SEMIBOLD)
        lines: list[_Line] = []
        top = (DISC + 1) / 2 * cap if self._cues else ASCENT * 0.86 * cap
        baseline = top - CUE * air * cap
        for place, cue in enumerate(self._cues, start=1):
            baseline += CUE * air * cap
            lines.append(_Line(f"{place}", number, 0.0, baseline, disc=DISC * cap))
            baseline = _write(lines, cue, text, baseline, indent=(DISC + 1.1) * cap, width=width)
        for words, said in self._sections:
            baseline += (SECTION if lines else CUE) * air * cap
            lines.append(_Line(words, heading, 0.0, baseline))
            baseline = _write(lines, said, text, baseline + PITCH * cap, indent=0.0, width=width)
        return lines

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the lines."""
        for line in self._lines:
            cap = line.ink.cap
            if line.disc:
                self._paint_number(painter, line)
                continue
            row = QRectF(line.indent, line.baseline - cap, self.width() - line.indent, cap)
            paint_word(painter, row, line.text, line.ink)

    def _paint_number(self, painter: QPainter, line: _Line) -> None:
        """Paint a number on its disc, in the middle of the capitals beside it."""
        middle = line.baseline - line.disc / DISC / 2
        disc = QRectF(0, middle - line.disc / 2, line.disc, line.disc)
        fill_rounded(painter, disc, line.disc / 2, self._theme.surface2)
        paint_word(painter, disc, line.text, line.ink, Qt.AlignmentFlag.AlignHCenter)


def _write(
    lines: list[_Line], words: str, ink: Ink, baseline: float, *, indent: float, width: float
) -> float:
    """Add `words` in lines to `lines`, the first on `baseline`; return the last baseline."""
    for place, row in enumerate(wrapped(words, width - indent, ink.cap, lines=MOST_LINES)):
        baseline += PITCH * ink.cap if place else 0.0
        lines.append(_Line(row, ink, indent, baseline))
    return baseline
