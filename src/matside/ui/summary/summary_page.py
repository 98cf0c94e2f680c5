"""What the finish page and the offer to resume share: header, title, block and strip."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from matside.core.session.looks import Look
from matside.override import override
from matside.ui.drawing.icons import Icon, paint_icon
from matside.ui.drawing.lettering import BOLD
from matside.ui.drawing.marks import Flood
from matside.ui.drawing.painting import fill_rounded, pixels
from matside.ui.drawing.theme import Theme
from matside.ui.kit.labels import Label
from matside.ui.kit.page import Page
from matside.ui.kit.page_button import PageButton
from matside.ui.kit.timeline import Timeline
from matside.ui.kit.timeline_layout import BARE_HEIGHT, LABELLED_HEIGHT, LEAST_LABELLED
from matside.ui.kit.warning_plate import WarningPlate

TOP = 0.26
STRIP, NARROW_STRIP = 0.156, 0.173
"""The top of the block and the height of the strip below it, as shares of the span."""

WIDTH = 0.454
"""The usual width of the block."""

TALL_SHARE = 0.5
"""The height of the block on a tall page, as a share of that between title and strip."""


class SummaryPage(Page):
    """A page that is read from the mat: a word, a title, a block in one colour and a strip.

    `main` is the control for Space and Enter unless Tab has moved the focus. `block_width` is the
    width of the block as a share of the page's.
    """

    block_width = WIDTH

    def __init__(self, theme: Theme, main: PageButton, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._look = Look.PAUSED
        self._icon = Icon.PAUSE
        self._word = Label(self, theme.text, BOLD)
        self._crumb = Label(self, theme.mute, least=0.6)
        self._date = Label(self, theme.mute, align=Qt.AlignmentFlag.AlignRight, least=0.6)
        self._title = Label(self, theme.text, BOLD, least=0.74)
        self._warning = WarningPlate(theme, self)
        self.main = main
        main.setParent(self)
        self.set_home(main)

    @override
    def main_control_has_focus(self) -> bool:
        """Return whether Space and Enter act on the main control."""
        focused = QApplication.focusWidget()
        return focused is None or focused is self.main or not self.isAncestorOf(focused)

    def show_header(self, look: Look, icon: Icon, word: str, title: str) -> None:
        """Show `word` beside `icon` in the colour of `look`, and `title`."""
        self._look, self._icon = look, icon
        self._word.setText(word)
        self._title.setText(title)
        self.setAccessibleName(f"{word}: {title}")
        self.update()

    def show_notice(self, text: str | None) -> None:
        """Show the warning `text`; None removes it."""
        self._warning.show_words(text or "")
        self.arrange()

    @property
    def ink(self) -> QColor:
        """The colour of text and signs on the block."""
        return self.theme.key_text if self._look is Look.DONE else self.theme.ink

    @property
    def flood(self) -> QColor:
        """The block's colour: a finished session stands out from the ground in every theme."""
        done = self._look is Look.DONE
        return self.theme.key if done else self.theme.tone(self._look).flood

    @property
    def block(self) -> QRectF:
        """The area of the block, in px: at the left, on a tall page across the whole width."""
        top = TOP * self.span
        height = self.strip.top() - top
        if self.tall:
            return QRectF(0, top, self.width() - self.margin, TALL_SHARE * height)
        return QRectF(0, top, self.block_width * self.width(), height)

    @property
    def beside(self) -> QRectF:
        """The area right of the block and above a warning, on a tall page below it, in px."""
        block, room = self.block, QRectF(self.rect())
        room.setRight(room.right() - self.margin)
        if self.tall:
            room.setLeft(self.margin)
            room.setTop(block.bottom() + 3 * self.u)
        else:
            room.setLeft(block.right() + 1.4 * self.margin)
            room.setTop(block.top())
        room.setBottom(self.strip.top() - self._warning_height(room.width()))
        return room

    def _warning_height(self, width: float) -> float:
        """Return how much room the warning takes above the strip, with its gaps."""
        if self._warning.isHidden():
            return 0.0
        return self._warning.needed_height(width, self._warning_cap, self.u) + 2 * self.u

    @property
    def _warning_cap(self) -> float:
        return self.cap(2.2)

    @property
    def strip(self) -> QRectF:
        """The strip at the foot, in px."""
        height = (NARROW_STRIP if self.narrow else STRIP) * self.span
        return QRectF(0, self.height() - height, self.width(), height)

    def place_timeline(self, timeline: Timeline) -> QRectF:
        """Place `timeline` in the strip; return the remaining row below it."""
        strip = self.strip
        labelled = not self.narrow and self.span >= LEAST_LABELLED
        timeline.set_labelled(labelled)
        height = (LABELLED_HEIGHT if labelled else BARE_HEIGHT) * self.span
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
        """Place the header, the title and the warning."""
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
            self.margin - 0.05 * title, 0.219 * self.span, self.width() - 2 * self.margin, title
        )

        self._place_warning()

    def _place_warning(self) -> None:
        room = self.beside
        height = self._warning_height(room.width()) - 2 * self.u
        plate = QRectF(room.x(), room.bottom() + self.u, room.width(), max(0.0, height))
        self._warning.put(plate, self._warning_cap, self.u)

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the ground, the tile, the block and the strip."""
        super().paint(painter)
        painter.fillRect(self.strip, self.theme.strip)
        tile, flood = self._tile, self.flood
        fill_rounded(painter, tile, tile.height() / 5, flood)
        inset = 0.13 * tile.height()
        icon = tile.adjusted(inset, inset, -inset, -inset)
        paint_icon(painter, self._icon, icon, self.ink)
        Flood(self.block, flood, 3.5 * self.u).paint(painter)
