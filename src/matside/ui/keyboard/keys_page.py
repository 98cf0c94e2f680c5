"""The keys page: what every key does, on one page."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from matside.core.keymap import USUAL_KEYS, Act, Keymap
from matside.override import override
from matside.ui.drawing.lettering import BOLD, SEMIBOLD, fitting_cap, wrapped
from matside.ui.drawing.painting import Ink, fill_rounded, paint_word, pixels
from matside.ui.drawing.theme import Theme
from matside.ui.keyboard.key_faces import word_of
from matside.ui.keyboard.key_list import spoken
from matside.ui.keyboard.key_meanings import keys, other_words
from matside.ui.keyboard.key_plates import KeyMeasures, KeyPlates, height_of, paint_lines
from matside.ui.kit.labels import Label
from matside.ui.kit.page import LEAST_CAP, Page
from matside.ui.kit.page_button import PageButton
from matside.ui.kit.scrolling import Scroll
from matside.ui.words.texts import escape_key
from matside.ui.words.translation import translate

COLUMNS, TALL_COLUMNS = 3, 2
"""The columns of keys, at least."""

COLUMN = 50.0
"""The width in units from which on there is another column."""

BAR = 15.0
"""The minimum height of the bar of Space, in units."""

MOST_NAME = 0.25
"""The maximum share of the bar's width for the name of the key."""


class KeysPage(Page):
    """Space with its meanings, and the other keys in columns; Esc and ? close the page."""

    tall_span = 0.9

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._title = Label(self, theme.text, BOLD)
        self._title.setText(translate("Keys", "Keys"))
        self.setAccessibleName(self._title.text())
        self._note = Label(self, theme.mute, least=0.7)
        self._note.setText(translate("Keys", "Workout is paused while this is open"))
        self._back = PageButton(self, theme, escape_key(), translate("Keys", "Close"))
        self._back.clicked.connect(self.closed)
        self._bar = QRectF()
        self._plates = KeyPlates(theme)
        self._scroll = Scroll(theme, self._plates, self, theme.ground)
        self.set_home(self._back)
        self.show_in_session(in_session=False)
        self.show_keys(USUAL_KEYS)

    def show_keys(self, keymap: Keymap) -> None:
        """Show the keys of `keymap`."""
        self._press, self._same = word_of(keymap, Act.PRESS), _same_as_press(keymap)
        self._plates.show_keys(keys(keymap))
        self.setAccessibleDescription(
            "\n".join((f"{self._press}: {'  '.join(_meanings())}", *map(spoken, keys(keymap))))
        )
        self.arrange()
        self.update()

    def show_in_session(self, in_session: bool) -> None:  # noqa: FBT001 - a setter of Qt's kind
        """Say that the workout is paused, if one is under way."""
        self._note.setVisible(in_session)

    @override
    def arrange(self) -> None:
        """Place title and way back, the bar of Space, and below it the other keys."""
        u = self.u
        room = QRectF(self.margin, 0, self.width() - 2 * self.margin, self.height())
        title = self.cap(6)
        words = self._title.width_at(title) + 1
        self._title.put(room.x() - 0.04 * title, 11.25 * u, words, title)
        self._back.cap, self._back.u = self.cap(2.9), u
        width = self._back.width_needed
        self._back.put(QRectF(room.right() - width + u, 5.6 * u, width, 7.5 * u), u)
        left = room.x() + words + 4 * u
        self._note.put(left, 11.25 * u, room.right() - width - u - left, self.cap(2.4))
        self._bar = QRectF(room.x(), 17 * u, room.width(), BAR * u)
        self._bar.setHeight(max(BAR * u, height_of(self._said_in_bar()[1]) + 6 * u))
        room.setTop(self._bar.bottom() + 3.5 * u)
        room.setBottom(self.height() - 4.5 * u)
        self._place_plates(room)

    def _place_plates(self, room: QRectF) -> None:
        """Place the plates in `room`, narrower if they have to scroll."""
        self._scroll.setGeometry(pixels(room))
        measures = KeyMeasures(
            self.u,
            TALL_COLUMNS if self.tall else max(COLUMNS, int(room.width() / (COLUMN * self.u))),
            self.narrow,
            name=self.cap(2.6),
            more=self.cap(1.5),
            face=self.cap(2.4),
            faces=self.cap(1.9),
            least=LEAST_CAP,
        )
        whole = self._scroll.height()
        needed = self._plates.set_in(self._scroll.width(), whole, measures)
        needed = self._plates.set_in(self._scroll.width_for(needed), whole, measures)
        self._scroll.fit(needed)

    @property
    def shown(self) -> tuple[str, ...]:
        """The words as they are painted, cut where they do not fit."""
        return (*self._said_in_bar()[0], *self._plates.shown)

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the ground and the bar of Space."""
        super().paint(painter)
        self._paint_bar(painter, self._bar)

    def _paint_bar(self, painter: QPainter, rect: QRectF) -> None:
        u, theme = self.u, self.theme
        fill_rounded(painter, rect, 2.5 * u, theme.key)
        large = self._space
        name = QRectF(rect.x() + 4 * u, rect.y(), large.width(self._press) + 1, rect.height())
        paint_word(painter, name, self._press, large)
        paint_lines(painter, self._beside_space, *self._said_in_bar())

    @property
    def _space(self) -> Ink:
        cap = self.cap(4.4 if self.narrow else 5.2)
        fitting = fitting_cap(self._press, MOST_NAME * self._bar.width(), cap, BOLD)
        return Ink(fitting, self.theme.key_text, BOLD)

    @property
    def _beside_space(self) -> QRectF:
        """The room for what Space means, right of its name."""
        bar, u = self._bar, self.u
        least = 0.0 if self.narrow else 0.225 * bar.width()
        left = max(least, 7 * u + self._space.width(self._press))
        return bar.adjusted(left, 0, -2 * u, 0)

    @property
    def _bar_ink(self) -> Ink:
        """The ink of the meanings of Space."""
        return Ink(self.cap(2.6 if self.narrow else 2.9), self.theme.key_text, SEMIBOLD)

    def _said_in_bar(self) -> tuple[tuple[str, ...], tuple[Ink, ...]]:
        """Return the lines with the meanings of Space and its alternatives, and their inks."""
        width, ink = self._beside_space.width(), self._bar_ink
        small = Ink(self.cap(2.0), self.theme.key_text)
        meanings = wrapped(_in_lines(_meanings()), width, ink.cap, ink.weight, lines=3)
        same = wrapped(self._same, width, small.cap, lines=3)
        return (*meanings, *same), (*(ink for _ in meanings), *(small for _ in same))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc and by the key that opened the page."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Question, Qt.Key.Key_F1):
            self.closed.emit()
        elif not self._scroll.take_step(event.key()):
            event.ignore()


def _meanings() -> tuple[str, ...]:
    """Return what Space does in each situation."""
    return (
        translate("Keys", "Start page: start."),
        translate("Keys", "Reps: set done."),
        translate("Keys", "Hold: pause."),
        translate("Keys", "Rest: start now."),
        translate("Keys", "Paused: resume."),
    )


def _in_lines(situations: Sequence[str]) -> str:
    """Return `situations` as a text of which no line breaks inside of one."""
    return " ".join(words.replace(" ", "\u00a0") for words in situations)


def _same_as_press(keymap: Keymap) -> str:
    others = ", ".join(other_words(keymap, Act.PRESS))
    if not others:
        pattern = translate("Keys", "A click does the same. Two presses within 0.7 s count once.")
    else:
        pattern = translate(
            "Keys", "{keys} or a click does the same. Two presses within 0.7 s count once."
        )
    return pattern.format(keys=others)
