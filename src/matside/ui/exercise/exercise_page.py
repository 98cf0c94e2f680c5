"""The page of an exercise: how it moves, its cues, what goes wrong, and how to change it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from matside.core.workout.model import Advice, Exercise
from matside.override import override
from matside.ui.drawing.lettering import BOLD
from matside.ui.drawing.painting import Ink, fill_rounded, paint_word, pixels
from matside.ui.drawing.theme import Theme
from matside.ui.exercise.exercise_text import ExerciseText
from matside.ui.exercise.exercise_words import cue_texts, place_words, sections, summary
from matside.ui.figures.film_decoder import FilmDecoder
from matside.ui.figures.film_view import FilmView
from matside.ui.kit.labels import Label
from matside.ui.kit.page import Page
from matside.ui.kit.page_button import PageButton
from matside.ui.kit.scrolling import Scroll
from matside.ui.words.texts import escape_key

FILM = 0.46
"""The share of a wide page's width that the film takes, and of a tall one's height."""

AIR = 2.5
"""The room between a film and the edge of its plate, in units."""


@dataclass(frozen=True, slots=True)
class ExerciseView:
    """An exercise, and the catalogue's advice on it."""

    exercise: Exercise
    advice: Advice


class ExercisePage(Page):
    """Shows the exercises of a block one by one; Left and Right change it, Esc closes the page."""

    tall_span = 0.9

    closed = Signal()

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, decoder: FilmDecoder | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._told: tuple[ExerciseView, ...] = ()
        self._place = 0
        self._title = Label(self, theme.text, BOLD, least=0.5)
        self._summary = Label(self, theme.mute, least=0.6)
        self._plate = QRectF()
        self._film = FilmView(decoder or FilmDecoder(parent=self), self)
        self._text = ExerciseText(theme)
        self._scroll = Scroll(theme, self._text, self)
        self._close = PageButton(self, theme, escape_key(), _close_words())
        self._before = PageButton(self, theme, "←", _before_words())
        self._after = PageButton(self, theme, "→", _after_words())
        self._close.clicked.connect(self.closed)
        self._before.clicked.connect(lambda: self._go(-1))
        self._after.clicked.connect(lambda: self._go(1))
        self.set_home(self._close)

    def show_exercises(self, told: Sequence[ExerciseView]) -> None:
        """Show the first of `told`; Left and Right lead to the others."""
        self._told, self._place = tuple(told), 0
        self._show()

    def set_still(self, *, still: bool) -> None:
        """Show key poses only, or the whole motion."""
        self._film.set_slow(slow=still)

    @property
    def shown(self) -> Exercise | None:
        """The exercise that is shown."""
        return self._told[self._place].exercise if self._told else None

    def _go(self, step: int) -> None:
        place = self._place + step
        if 0 <= place < len(self._told):
            self._place = place
            self._show()

    def _show(self) -> None:
        if not self._told:
            return
        told = self._told[self._place]
        self._title.setText(told.exercise.plain_name)
        self._summary.setText(summary(told.exercise, told.advice))
        self.setAccessibleName(told.exercise.plain_name)
        self.setAccessibleDescription("\n".join(self._sentences(told)))
        self._before.setVisible(self._place > 0)
        self._after.setVisible(self._place + 1 < len(self._told))
        self._text.show_text(cue_texts(told.exercise), tuple(sections(told.exercise, told.advice)))
        self._film.show_exercise(told.exercise, told.exercise.order_of_sides[0])
        self.arrange()
        self._scroll.verticalScrollBar().setValue(0)
        self.update()

    @staticmethod
    def _sentences(told: ExerciseView) -> list[str]:
        said = [f"{heading}: {text}" for heading, text in sections(told.exercise, told.advice)]
        return [summary(told.exercise, told.advice), *cue_texts(told.exercise), *said]

    @override
    def arrange(self) -> None:
        """Place the title and the buttons, the film, and the text beside or below it."""
        u, title = self.u, self.cap(6)
        room = QRectF(self.margin, 17 * u, self.width() - 2 * self.margin, 0)
        room.setBottom(self.height() - 4.5 * u)
        right = room.right() + u
        for button in (self._close, self._after, self._before):
            button.cap, button.u = self.cap(2.6), u
            button.put(
                QRectF(right - button.width_needed, 5.6 * u, button.width_needed, 7.5 * u), u
            )
            right -= button.width_needed + u if button.isVisibleTo(self) else 0
        width = right - room.x() - 2 * u
        self._title.put(room.x() - 0.04 * title, 10.5 * u, width, title)
        small = self.cap(2.4)
        below = max(15.5 * u, 10.5 * u + 0.35 * title + 1.2 * small)
        self._summary.put(room.x(), below, room.width(), small)
        self._plate = self._film_rect(room)
        air = AIR * u
        self._film.setGeometry(pixels(self._plate.adjusted(air, air, -air, -air)))
        self._place_text(self._text_rect(room))

    def _place_text(self, room: QRectF) -> None:
        """Place the text in `room`, narrower if it has to scroll."""
        self._scroll.setGeometry(pixels(room))
        whole, cap = self._scroll.height(), self.cap(2.7)
        needed = self._text.set_in(self._scroll.width(), whole, cap)
        needed = self._text.set_in(self._scroll.width_for(needed), whole, cap)
        self._scroll.fit(needed)

    def _film_rect(self, room: QRectF) -> QRectF:
        if self.tall:
            return QRectF(room.x(), room.y(), room.width(), FILM * room.height())
        return QRectF(room.x(), room.y(), FILM * room.width(), room.height())

    def _text_rect(self, room: QRectF) -> QRectF:
        if self.tall:
            return room.adjusted(0, FILM * room.height() + 2 * self.u, 0, 0)
        return room.adjusted(FILM * room.width() + 4 * self.u, 2 * self.u, 0, 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change the exercise by Left and Right, scroll, and leave other keys to the window."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self._go(steps[Qt.Key(event.key())])
        elif not self._scroll.take_step(event.key()):
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the plate under the film with its number."""
        super().paintEvent(event)
        if not self._told:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plate = QRectF(pixels(self._plate))
        fill_rounded(painter, plate, 2 * self.u, self.theme.surface)
        if len(self._told) > 1:
            corner = plate.adjusted(2 * self.u, 1.5 * self.u, -2 * self.u, 0)
            corner.setHeight(self.cap(2.2))
            ink = Ink(self.cap(2.2), self.theme.mute)
            paint_word(painter, corner, place_words(self._place, len(self._told)), ink)
        painter.end()


def _close_words() -> str:
    return QCoreApplication.translate("Exercise", "Close")


def _before_words() -> str:
    return QCoreApplication.translate("Exercise", "Before")


def _after_words() -> str:
    return QCoreApplication.translate("Exercise", "Next")
