"""The keys page: what every key does, on one page."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from matside.core.keymap import USUAL_KEYS, Act, Keymap
from matside.override import override
from matside.ui.drawing.lettering import BOLD, SEMIBOLD, fitting_cap, wrapped
from matside.ui.drawing.painting import Ink, fill_rounded, paint_word
from matside.ui.drawing.theme import Theme
from matside.ui.keyboard.key_faces import word_of
from matside.ui.keyboard.key_list import spoken
from matside.ui.keyboard.key_meanings import keys, other_words
from matside.ui.keyboard.key_plates import KeyMeasures, KeyPlates, height_of, paint_lines
from matside.ui.kit.labels import Label
from matside.ui.kit.opened_page import OpenedPage
from matside.ui.kit.page import LEAST_CAP
from matside.ui.words.translation import translate

COLUMNS, TALL_COLUMNS = 3, 2
"""The columns of keys, at least."""

COLUMN, LEAST_COLUMN = 40.0, 24.0
"""The width in units from which on there is another column, and the minimum in heights of the
smallest capitals."""

BAR = 15.0
"""The minimum height of the bar of Space, in units."""

MOST_NAME = 0.25
"""The maximum share of the bar's width for the name of the key."""


class KeysPage(OpenedPage):
    """Space with its meanings, and the other keys in columns; Esc and ? close the page."""

    closing_keys = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Question, Qt.Key.Key_F1})

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, translate("Keys", "Keys"), translate("Keys", "Close"))
        self._note = Label(self, theme.mute, least=0.7)
        self._note.setText(translate("Keys", "Workout is paused while this is open"))
        self._bar = QRectF()
        self._plates = KeyPlates(theme)
        self._scroll = self._scrolling(self._plates, theme.ground)
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
        left = room.x() + words + 4 * u
        right = self._put_back(2.9, height=7.5) - 2 * u
        self._note.put(left, 11.25 * u, right - left, self.cap(2.4))
        self._bar = QRectF(room.x(), 17 * u, room.width(), BAR * u)
        self._bar.setHeight(max(BAR * u, height_of(self._said_in_bar()[1]) + 6 * u))
        room.setTop(self._bar.bottom() + 3.5 * u)
        room.setBottom(self.height() - 4.5 * u)
        self._place_plates(room)

    def _place_plates(self, room: QRectF) -> None:
        column = max(COLUMN * self.u, LEAST_COLUMN * LEAST_CAP)
        measures = KeyMeasures(
            self.u,
            TALL_COLUMNS if self.tall else max(COLUMNS, int(room.width() / column)),
            name=self.cap(2.6),
            more=self.cap(1.5),
            face=self.cap(2.4),
            faces=self.cap(1.9),
            least=LEAST_CAP,
        )
        self._scroll.lay_out(
            room, lambda width: self._plates.set_in(width, self._scroll.height(), measures)
        )

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
