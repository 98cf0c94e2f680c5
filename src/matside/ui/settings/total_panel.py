"""The blue panel of the settings: how long the workout takes with these lengths."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from matside.core.durations import clock
from matside.core.session.reading import Look
from matside.override import override
from matside.ui.drawing.lettering import BOLD, MEDIUM
from matside.ui.drawing.painting import fill_rounded, pixels
from matside.ui.drawing.theme import BLACK, REST, Theme
from matside.ui.kit.labels import Label
from matside.ui.words.start_words import rounds_words

CELLS = 3


class TotalPanel(QWidget):
    """The total in large digits, when the workout ends, and the totals with other rounds."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._u = 8.0
        self._rule = 0.0
        self._heading = Label(self, BLACK, lines=2)
        self._heading.setText(
            QCoreApplication.translate("Settings", "With these rests the workout takes")
        )
        self._total = Label(self, BLACK, BOLD, tabular=True, least=0)
        self._ends = Label(self, BLACK, least=0.7)
        self._note = Label(self, BLACK, lines=2)
        self._note.setText(
            QCoreApplication.translate("Settings", "Changed rests hold from the next rest on.")
        )
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
        figures = 0.945 * height
        captions = min(0.855 * height, figures - 1.25 * cap - 0.7 * small)
        self._rule = min(0.79 * height, captions - 2 * small)
        ends = min(0.64 * height, self._rule - 1.2 * cap)
        digits = min(12.4 * u, 0.28 * height)
        total = min(0.525 * height, ends - 2 * cap)
        self._total.put(left - 0.06 * digits, total, width, digits)
        self._ends.put(left, ends, width, cap)
        self._note.put(left + width / CELLS, captions + 0.015 * height, 2 * width / CELLS, small)
        for place, (caption, figure) in enumerate(self._cells):
            x, each = left + place * width / CELLS, width / CELLS - u
            caption.put(x, captions, each, small)
            figure.put(x, figures, each, 1.25 * cap)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the plate and the rule above the cells."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill_rounded(painter, QRectF(self.rect()), 2 * self._u, REST)
        width = self.width() - 6.8 * self._u
        rule = QRectF(3.4 * self._u, self._rule, width, max(1.0, self._u / 6))
        painter.fillRect(rule, self._theme.tone(Look.REST).track)
        painter.end()


def _ends_words(rounds: int | None, ends: datetime, *, now: bool) -> str:
    """Return when the workout ends, after its rounds if they are a single number."""
    time = ends.strftime("%H:%M")
    if rounds is None:
        if now:
            pattern = QCoreApplication.translate("Settings", "Ends {time} if you start now")
        else:
            pattern = QCoreApplication.translate("Settings", "Ends {time}")
        return pattern.format(time=time)
    if now:
        pattern = QCoreApplication.translate("Settings", "{rounds}, ends {time} if you start now")
    else:
        pattern = QCoreApplication.translate("Settings", "{rounds}, ends {time}")
    return pattern.format(rounds=rounds_words(rounds), time=time)


def _filled(cells: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return (*cells, *(("", ""),) * CELLS)[:CELLS]
