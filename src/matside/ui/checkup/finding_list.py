"""The findings about the machine as a list: each with its grade, what was found, what helps."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from matside.core.ports.findings import Finding, Grade
from matside.frozen import frozen
from matside.override import override
from matside.ui.checkup.finding_words import finding_words, mark_word, subject_word
from matside.ui.drawing.icons import Icon, paint_icon
from matside.ui.drawing.lettering import SEMIBOLD, wrapped
from matside.ui.drawing.painting import Ink, Part, fill_rounded, paint_word
from matside.ui.drawing.theme import Theme

LINES = 4
"""The maximum number of lines of a sentence."""

PITCH = 1.9
"""The line spacing, in heights of capitals."""

SIGN = 2.3
"""The height of a sign, in heights of capitals."""


@frozen
class _Row:
    """A finding as it is painted, from `top` on and `height` px high."""

    mark: Grade
    subject: str
    says: tuple[str, ...]
    helps: tuple[str, ...]
    top: float
    height: float


class FindingList(Part):
    """Every finding with its words; a screen reader gets all of them as one description."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._findings: tuple[Finding, ...] = ()
        self._rows: tuple[_Row, ...] = ()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show `findings`; they are laid out by the next `set_in`."""
        self._findings = tuple(findings)
        self.setAccessibleDescription(as_text(findings))

    def set_in(self, width: float, cap: float) -> float:
        """Lay out the list in `width` px with capitals of `cap` px; return its height in px."""
        self._cap = cap
        self._rows = tuple(self._laid_out(width))
        self.update()
        return self._rows[-1].top + self._rows[-1].height if self._rows else 0.0

    @property
    def shown(self) -> tuple[str, ...]:
        """The lines as they are painted, cut where they do not fit."""
        return tuple(line for row in self._rows for line in (*row.says, *row.helps))

    def _laid_out(self, width: float) -> Iterator[_Row]:
        top, room = 0.0, width - self._words_begin - self._cap
        for finding in self._findings:
            words = finding_words(finding)
            says = wrapped(words.says, room, self._cap, lines=LINES)
            helps = wrapped(words.helps, room, self._cap, lines=LINES) if words.helps else ()
            height = (PITCH * (len(says) + len(helps)) + 1.0) * self._cap
            subject = subject_word(finding.subject)
            yield _Row(finding.mark, subject, says, helps, top, height)
            top += height

    @property
    def _subjects_begin(self) -> float:
        return (1.5 + SIGN) * self._cap

    @property
    def _words_begin(self) -> float:
        ink = Ink(self._cap, self._theme.text, SEMIBOLD)
        widths = (ink.width(subject_word(finding.subject)) for finding in self._findings)
        return self._subjects_begin + max(widths, default=0.0) + 2 * self._cap

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the rows."""
        for row in self._rows:
            self._paint_row(painter, row)

    def _paint_row(self, painter: QPainter, row: _Row) -> None:
        theme, cap, pitch = self._theme, self._cap, PITCH * self._cap
        plate = QRectF(0, row.top, self.width(), row.height)
        if row.mark is not Grade.OK:
            fill_rounded(painter, plate.adjusted(0, 1, 0, -1), 0.8 * cap, theme.surface2)
        line = QRectF(self._subjects_begin, row.top + 0.5 * cap, 0, pitch)
        self._paint_sign(painter, line.center().y(), row.mark)
        line.setRight(self._words_begin)
        paint_word(painter, line, row.subject, Ink(cap, theme.text, SEMIBOLD))
        line.setLeft(self._words_begin)
        line.setRight(plate.right())
        inks = [Ink(cap, theme.text)] * len(row.says) + [Ink(cap, theme.mute)] * len(row.helps)
        for words, ink in zip((*row.says, *row.helps), inks, strict=True):
            paint_word(painter, line, words, ink)
            line.translate(0, pitch)

    def _paint_sign(self, painter: QPainter, middle: float, mark: Grade) -> None:
        """Paint a check, a triangle, or a triangle on a plate of its own."""
        theme, side = self._theme, SIGN * self._cap
        sign = QRectF(0.7 * self._cap, middle - side / 2, side, side)
        colour = theme.mute
        if mark is Grade.FAULT:
            fill_rounded(painter, sign, side / 5, theme.warning)
            colour = theme.warning_text
        inner = sign.adjusted(side / 7, side / 7, -side / 7, -side / 7)
        paint_icon(painter, Icon.CHECK if mark is Grade.OK else Icon.WARNING, inner, colour)


def as_text(findings: Sequence[Finding]) -> str:
    """Return `findings` as plain text, for screen readers and the clipboard."""
    return "\n".join(map(_line, findings))


def _line(finding: Finding) -> str:
    words = finding_words(finding)
    said = f"{mark_word(finding.mark)}  {subject_word(finding.subject)}: {words.says}"
    return f"{said}  {words.helps}" if words.helps else said
