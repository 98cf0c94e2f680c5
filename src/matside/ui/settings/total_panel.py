"""The blue panel of the settings: how long the workout takes with these lengths."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from matside.core.durations import clock
from matside.core.session.looks import Look
from matside.override import override
from matside.ui.drawing.lettering import BOLD, MEDIUM
from matside.ui.drawing.painting import Ink, Painted, Part, fill_rounded, paint_word, pixels
from matside.ui.drawing.theme import BLACK, REST, Theme
from matside.ui.kit.labels import PITCH, Label
from matside.ui.words.local_words import time_of_day
from matside.ui.words.start_words import rounds_words
from matside.ui.words.translation import translate

CELLS = 3


class TotalPanel(Part):
    """The total in large digits, when the workout ends, and the totals with other rounds."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._rule = 0.0
        self._heading = Label(self, BLACK, lines=2)
        self._heading.setText(translate("Settings", "With these rests the workout takes"))
        self._total = Label(self, BLACK, BOLD, tabular=True, least=0)
        self._ends = Label(self, BLACK, least=0.7)
        self._note = Label(self, BLACK, lines=2)
        self._note.setText(translate("Settings", "Changed rests hold from the next rest on."))
        self._cells = tuple(
            (Label(self, BLACK, MEDIUM, least=0.8), Label(self, BLACK, BOLD, least=0))
            for _ in range(CELLS)
        )

    def show_total(
        self,
        total: int | None,
        rounds: int | None,
        ends: datetime,
        cells: Sequence[tuple[str, str]],
        *,
        in_session: bool,
    ) -> None:
        """Show `total` in whole seconds, when it `ends`, and `cells` of a caption and a figure."""
        self._total.setText("" if total is None else clock(total))
        self._ends.setText("" if total is None else _ends_words(rounds, ends, now=not in_session))
        self._note.setVisible(in_session)
        for (caption, figure), texts in zip(self._cells, _filled(cells), strict=True):
            caption.setText(texts[0])
            figure.setText(texts[1])
        self.update()

    def put(self, rect: QRectF, u: float, caps: tuple[float, float]) -> None:
        """Place the panel on `rect`; `caps` are the capitals of text and captions, in px."""
        self._u = u
        self.setGeometry(pixels(rect))
        cap, small = caps
        left, width, height = 3.4 * u, self.width() - 6.8 * u, self.height()
        self._heading.put(left, 0.115 * height + cap / 2, width, cap)
        heading = PITCH * cap * (len(self._heading.lines_in(width, cap)) - 1)
        figures = 0.945 * height
        captions = min(0.855 * height, figures - 1.25 * cap - 0.7 * small)
        self._rule = min(0.79 * height, captions - 2 * small)
        ends = min(0.64 * height, self._rule - 1.2 * cap)
        total = min(0.525 * height, ends - 2 * cap)
        digits = min(12.4 * u, 0.28 * height, total - 0.115 * height - 1.9 * cap - heading)
        self._total.put(left - 0.06 * digits, total, width, digits)
        self._ends.put(left, ends, width, cap)
        self._note.put(left + width / CELLS, captions + 0.015 * height, 2 * width / CELLS, small)
        for place, (caption, figure) in enumerate(self._cells):
            x, each = left + place * width / CELLS, width / CELLS - u
            caption.put(x, captions, each, small)
            figure.put(x, figures, each, 1.25 * cap)

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the plate and the rule above the cells."""
        fill_rounded(painter, QRectF(self.rect()), 2 * self._u, REST)
        width = self.width() - 6.8 * self._u
        rule = QRectF(3.4 * self._u, self._rule, width, max(1.0, self._u / 6))
        painter.fillRect(rule, self._theme.tone(Look.REST).track)


class TotalTag(Painted):
    """The total once more, small, for a header that stays while the rests are scrolled."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ink = Ink(12.0, BLACK, BOLD)
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_total(self, total: int | None) -> None:
        """Show `total` in whole seconds."""
        self._words = "" if total is None else clock(total)
        self.setAccessibleName(self._words)
        self.update()

    def put(self, right: float, middle: float, cap: float) -> None:
        """Place the tag so that it ends at `right`, its capitals of `cap` px around `middle`."""
        self._ink = Ink(cap, BLACK, BOLD)
        width, height = self._ink.width(self._words) + 2.4 * cap, 2.4 * cap
        self.setGeometry(pixels(QRectF(right - width, middle - height / 2, width, height)))

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the total on its plate, nothing without one."""
        if not self._words:
            return
        rect = QRectF(self.rect())
        fill_rounded(painter, rect, rect.height() / 4, REST)
        paint_word(painter, rect, self._words, self._ink, Qt.AlignmentFlag.AlignHCenter, least=0)


def _ends_words(rounds: int | None, ends: datetime, *, now: bool) -> str:
    """Return when the workout ends, after its rounds if they are a single number."""
    time = time_of_day(ends)
    if rounds is None:
        if now:
            pattern = translate("Settings", "Ends {time} if you start now")
        else:
            pattern = translate("Settings", "Ends {time}")
        return pattern.format(time=time)
    if now:
        pattern = translate("Settings", "{rounds}, ends {time} if you start now")
    else:
        pattern = translate("Settings", "{rounds}, ends {time}")
    return pattern.format(rounds=rounds_words(rounds), time=time)


def _filled(cells: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return (*cells, *(("", ""),) * CELLS)[:CELLS]
