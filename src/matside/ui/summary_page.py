"""What the finish page and the offer to resume have in common: header, title, block and strip."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from matside.core.reading import Look
from matside.override import override
from matside.ui.icons import Icon, paint_icon
from matside.ui.labels import Label
from matside.ui.lettering import BOLD
from matside.ui.marks import Flood
from matside.ui.page import Page
from matside.ui.page_button import PageButton
from matside.ui.painting import fill_rounded, pixels
from matside.ui.theme import Theme
from matside.ui.timeline import BARE_HEIGHT, LABELLED_HEIGHT, Timeline

TOP = 0.26
STRIP, NARROW_STRIP = 0.156, 0.173
"""Where the block begins and how high the strip below it is, in shares of the span."""

WIDTH = 0.454
"""How wide the block is, in shares of the width."""


class SummaryPage(Page):
    """A page that is read from the mat: a word, a title, a block in one colour and a strip.

    `main` is the control that Space and Enter mean unless Tab has moved the focus.
    """

    def __init__(self, theme: Theme, main: PageButton, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._look = Look.PAUSED
        self._icon = Icon.PAUSE
        self._word = Label(self, theme.text, BOLD)
        self._crumb = Label(self, theme.mute, least=0.6)
        self._date = Label(self, theme.mute, align=Qt.AlignmentFlag.AlignRight, least=0.6)
        self._title = Label(self, theme.text, BOLD, least=0.74)
        self.main = main
        main.setParent(self)
        self.set_home(main)

    def main_control_has_focus(self) -> bool:
        """Return whether Space and Enter mean the main control."""
        focused = QApplication.focusWidget()
        return focused is None or focused is self.main or not self.isAncestorOf(focused)

    def show_header(self, look: Look, icon: Icon, word: str, title: str) -> None:
        """Show `word` beside `icon` in the colour of `look`, and `title`."""
        self._look, self._icon = look, icon
        self._word.setText(word)
        self._title.setText(title)
        self.setAccessibleName(f"{word}: {title}")
        self.update()

    @property
    def ink(self) -> QColor:
        """The colour of what stands on the block."""
        return self.theme.key_text if self._look is Look.DONE else self.theme.ink

    @property
    def _flood(self) -> QColor:
        """The block's colour: a finished session stands out from the ground in every theme."""
        done = self._look is Look.DONE
        return self.theme.key if done else self.theme.tone(self._look).flood

    @property
    def block(self) -> QRectF:
        """Where the block lies, in px."""
        top = TOP * self.span
        return QRectF(0, top, WIDTH * self.width(), self.strip.top() - top)

    @property
    def beside(self) -> QRectF:
        """The room right of the block, in px."""
        left = self.block.right() + 1.4 * self.margin
        block = self.block
        return QRectF(left, block.y(), self.width() - self.margin - left, block.height())

    @property
    def strip(self) -> QRectF:
        """The strip at the foot, in px."""
        height = (NARROW_STRIP if self.narrow else STRIP) * self.span
        return QRectF(0, self.height() - height, self.width(), height)

    def place_timeline(self, timeline: Timeline) -> QRectF:
        """Place `timeline` into the strip; return the row that is left below it."""
        strip = self.strip
        timeline.set_labelled(not self.narrow)
        height = (BARE_HEIGHT if self.narrow else LABELLED_HEIGHT) * self.span
        width = strip.width() - 2 * self.margin
        line = QRectF(self.margin, strip.y() + self.u, width, height)
        timeline.setGeometry(pixels(line))
        return QRectF(line.x(), line.bottom(), width, strip.bottom() - line.bottom())

    @property
    def _tile(self) -> QRectF:
        side = 0.07 * self.span
        return QRectF(self.margin, 0.026 * self.span, side, side)

    @override
    def arrange(self) -> None:
        """Place the header and the title."""
        cap, tile = self.cap(5), self._tile
        baseline = tile.center().y() + cap / 2
        x = tile.right() + 0.48 * cap
        width = self._word.width_at(cap) + 1
        self._word.put(x, baseline, width, cap)
        right = self.width() - self.margin
        date = min(self._date.width_at(cap) + 1, 0.38 * self.width())
        self._date.put(right - date, baseline, date, cap)
        x += width + 0.9 * cap
        self._crumb.put(x, baseline, right - date - cap - x, cap)
        title = self.cap(9.5)
        self._title.put(
            self.margin - 0.05 * title,
            0.219 * self.span,
            self.width() - 2 * self.margin,
            title,
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the tile, the block and the strip."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.strip, self.theme.strip)
        tile, flood = self._tile, self._flood
        fill_rounded(painter, tile, tile.height() / 5, flood)
        inset = 0.13 * tile.height()
        icon = tile.adjusted(inset, inset, -inset, -inset)
        paint_icon(painter, self._icon, icon, self.ink)
        Flood(self.block, flood, 3.5 * self.u).paint(painter)
        painter.end()
