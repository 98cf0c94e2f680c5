"""The welcome: what an athlete needs to know before the very first workout, on one page."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from matside.override import override
from matside.ui.drawing.icons import Icon, paint_icon
from matside.ui.drawing.lettering import BOLD, SEMIBOLD
from matside.ui.drawing.painting import fill_rounded
from matside.ui.drawing.theme import Theme
from matside.ui.kit.controls import ActionRow
from matside.ui.kit.labels import PITCH, Label
from matside.ui.kit.page import Page, columns
from matside.ui.kit.page_button import PageButton
from matside.ui.kit.warning_plate import WarningPlate
from matside.ui.welcome.welcome_words import (
    about_sound,
    about_the_body,
    about_the_laptop,
    holds_end_by_themselves,
    meanings,
    sound_words,
)
from matside.ui.words.texts import space_key

MOST_LINES = 6
"""The maximum number of lines of a sentence on a plate."""

INSET, HEAD, GAP = 2.5, 8.0, 0.9
"""The margin of a plate, the height of its heading and the gap below a sentence, in units."""

PLATES = 42.3
ROUND_PLATES = 96 - PLATES
"""The minimum height of the plates, and the height of everything else, in units."""

TEST = 7.5
"""The height of the foot of the first plate, where the sound is tried, in units."""

MOST_WARNING_LINES = 4
"""The maximum number of lines for the reason why there is no sound."""

WARNING = 0.9
"""The height of capitals in that reason, relative to those of sentences."""

LEAST_SMALL = 6.0
"""The minimum height of the capitals of sentences in the smallest windows, in px."""


class _Plate:
    """A part of the page: an icon, its heading, and sentences below it."""

    def __init__(self, page: QWidget, theme: Theme, icon: Icon, name: str, said: Sequence[str]):
        self.icon = icon
        self.rect = QRectF()
        self.heading = Label(page, theme.text, SEMIBOLD)
        self.heading.setText(name)
        self.sentences = tuple(Label(page, theme.mute, lines=MOST_LINES) for _ in said)
        for label, words in zip(self.sentences, said, strict=True):
            label.setText(words)

    def put(self, rect: QRectF, u: float, heading: float, cap: float) -> None:
        """Place heading and sentences on `rect`, with capitals of these heights in px."""
        self.rect = rect
        left, width = rect.x() + INSET * u, rect.width() - 2 * INSET * u
        self.heading.put(left + 4 * u, rect.y() + 5.4 * u, width - 4 * u, heading)
        y = rect.y() + HEAD * u
        for label in self.sentences:
            label.put(left, y + 1.2 * cap, width, cap)
            y += self._height_of(label, width, cap) + GAP * u

    def needed_height(self, width: float, u: float, cap: float) -> float:
        """Return the height in px that heading and sentences need at `width` px."""
        inner = width - 2 * INSET * u
        sentences = sum(self._height_of(label, inner, cap) + GAP * u for label in self.sentences)
        return HEAD * u + sentences + GAP * u

    @staticmethod
    def _height_of(label: Label, width: float, cap: float) -> float:
        return len(label.lines_in(width, cap)) * PITCH * cap

    def icon_rect(self, u: float) -> QRectF:
        """Return where the icon stands, left of the heading."""
        return QRectF(self.rect.x() + INSET * u, self.rect.y() + 2.9 * u, 2.9 * u, 2.9 * u)


class WelcomePage(Page):
    """Asks for nothing: Space or Esc continues, one press plays the go sound."""

    done_pressed = Signal()
    sound_pressed = Signal()
    keys_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._title = Label(self, theme.text, BOLD, least=0.7)
        self._title.setText(QCoreApplication.translate("Welcome", "Welcome to Matside"))
        self.setAccessibleName(self._title.text())
        self._bar = QRectF()
        self._space = Label(self, theme.key_text, BOLD)
        self._space.setText(space_key())
        self._meanings = tuple(self._meaning(*words) for words in meanings())
        self._by_themselves = Label(self, theme.key_text, least=0.7)
        self._by_themselves.setText(holds_end_by_themselves())
        self._make_plates(theme)
        self._warning = WarningPlate(theme, self, lines=MOST_WARNING_LINES)
        self._test = ActionRow(
            self, theme, QCoreApplication.translate("Welcome", "Hear the go sound"), Icon.SOUND
        )
        self._keys = PageButton(
            self, theme, "?", QCoreApplication.translate("Welcome", "All keys, at any time")
        )
        self.main = PageButton(
            self, theme, space_key(), QCoreApplication.translate("Welcome", "Go on"), main=True
        )
        self._connect()
        self.set_home(self.main)

    def show_sound(self, volume: int, *, muted: bool, silent: str | None) -> None:
        """Show the `volume` of the go sound, in percent; `silent` says why there is no sound."""
        heard = QCoreApplication.translate("Welcome", "Hear the go sound")
        self._test.setText(
            QCoreApplication.translate("Welcome", "Sound is off: M turns it on")
            if muted
            else f"{heard}  {sound_words(volume)}"
        )
        self._test.setAccessibleName(self._test.text())
        self._test.update()
        self._warning.show_words(silent or "")
        self._test.setHidden(silent is not None)
        self.arrange()

    @override
    def main_control_has_focus(self) -> bool:
        """Return whether Space and Enter continue: Tab has not moved the focus."""
        focused = QApplication.focusWidget()
        return focused is None or focused is self.main or not self.isAncestorOf(focused)

    def _meaning(self, when: str, does: str) -> tuple[Label, Label]:
        moment = Label(self, self.theme.key_text, least=0.7)
        moment.setText(when)
        press = Label(self, self.theme.key_text, BOLD, least=0.7)
        press.setText(does)
        return moment, press

    def _make_plates(self, theme: Theme) -> None:
        translate = QCoreApplication.translate
        self._sound = _Plate(
            self, theme, Icon.SOUND, translate("Welcome", "The sound"), about_sound()
        )
        laptop = _Plate(
            self, theme, Icon.SCREEN, translate("Welcome", "The laptop"), about_the_laptop()
        )
        body = _Plate(self, theme, Icon.MAT, translate("Welcome", "You"), about_the_body())
        self._plates = (self._sound, laptop, body)

    def _connect(self) -> None:
        self.main.clicked.connect(self.done_pressed)
        self._test.clicked.connect(self.sound_pressed)
        self._keys.clicked.connect(self.keys_pressed)
        QWidget.setTabOrder(self.main, self._test)
        QWidget.setTabOrder(self._test, self._keys)

    @override
    def arrange(self) -> None:
        """Place the title, the bar of Space, the plates, and the way on, from top to bottom.

        The plates are as high as their sentences need; free room is left around everything.
        """
        u = self.u
        width = self.width() - 2 * self.margin
        most = self.height() - ROUND_PLATES * u
        small = self._fitting_small(0.32 * width, most)
        plates = min(most, max(PLATES * u, self._plates_height(0.32 * width, small)))
        top = 0.4 * (most - plates)
        room = QRectF(self.margin, top, width, ROUND_PLATES * u + plates)
        title = self.cap(6)
        self._title.put(room.x() - 0.04 * title, top + 11.5 * u, width, title)
        self._place_bar(QRectF(room.x(), top + 16.2 * u, width, 21.5 * u), small)
        self._place_plates(QRectF(room.x(), top + 39.7 * u, width, plates), small)
        self._place_ways_on(QRectF(room.x(), room.bottom() - 12 * u, width, 9 * u))

    def _fitting_small(self, width: float, height: float) -> float:
        """Return the height of capitals at which plates `width` px wide are `height` px high."""
        small = self.cap(1.75 if self.narrow else 1.95)
        while small > LEAST_SMALL and self._plates_height(width, small) > height:
            small -= 0.5
        return small

    def _plates_height(self, width: float, small: float) -> float:
        feet = (self._foot(width, small), 0, 0)
        return max(
            plate.needed_height(width, self.u, small) + foot
            for plate, foot in zip(self._plates, feet, strict=True)
        )

    def _foot(self, width: float, small: float) -> float:
        """Return how high the foot of the first plate is, `width` px wide, in px."""
        if self._warning.isHidden():
            return TEST * self.u
        needed = self._warning.needed_height(width - 4 * self.u, WARNING * small, self.u)
        return max(TEST * self.u, needed + 2.5 * self.u)

    def _place_plates(self, room: QRectF, small: float) -> None:
        rects = columns(room, (0.32,) * 3, 0.02)
        for plate, rect in zip(self._plates, rects, strict=True):
            plate.put(rect, self.u, self.cap(2.4), small)
        self._place_test(rects[0], small)

    def _place_bar(self, bar: QRectF, small: float) -> None:
        self._bar = bar
        u, large = self.u, self.cap(4.2 if self.narrow else 5.2)
        name = self._space.width_at(large) + 1
        self._space.put(bar.x() + 3.5 * u, bar.center().y() + large / 2, name, large)
        left = bar.x() + name + (6.5 if self.narrow else 9) * u
        row = QRectF(left, bar.y(), bar.right() - 2 * u - left, bar.height())
        cells = columns(row, (0.28, 0.2, 0.24, 0.2), 0.0267)
        press = self.cap(2.6 if self.narrow else 3.1)
        for cell, (moment, does) in zip(cells, self._meanings, strict=True):
            moment.put(cell.x(), bar.y() + 5.6 * u, cell.width(), small)
            does.put(cell.x(), bar.y() + 6.6 * u + 2 * press, cell.width(), press)
        self._by_themselves.put(row.x(), bar.bottom() - 3.4 * u, row.width(), small)

    def _place_test(self, plate: QRectF, cap: float) -> None:
        u = self.u
        row = QRectF(plate.x() + u, plate.bottom() - 8 * u, plate.width() - 2 * u, 6.5 * u)
        self._test.cap = cap
        self._test.put(row, u)
        row = plate.adjusted(2 * u, 0, -2 * u, -2 * u)
        row.setTop(plate.bottom() - self._foot(plate.width(), cap))
        self._warning.put(row, WARNING * cap, u)

    def _place_ways_on(self, row: QRectF) -> None:
        u = self.u
        self.main.cap, self._keys.cap = self.cap(4.2), self.cap(2.4)
        self.main.u = self._keys.u = u
        on, keys = self.main.width_needed, self._keys.width_needed
        self.main.put(QRectF(row.right() - on + u, row.y(), on, row.height()), u)
        self._keys.put(QRectF(row.x() - u, row.y(), keys, row.height()), u)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the bar of Space and the plates with their icons."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill_rounded(painter, self._bar, 2.5 * self.u, self.theme.key)
        for plate in self._plates:
            fill_rounded(painter, plate.rect, 2 * self.u, self.theme.surface)
            paint_icon(painter, plate.icon, plate.icon_rect(self.u), self.theme.mute)
        painter.end()
