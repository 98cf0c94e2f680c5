"""The page of an exercise: how it moves, its cues, what goes wrong, and how to change it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from matside.core.history.last_time import Proposal
from matside.core.workout.model import Advice, BlockKind, Exercise
from matside.frozen import frozen
from matside.override import override
from matside.ui.drawing.icons import Icon, paint_icon
from matside.ui.drawing.painting import Ink, fill_rounded, paint_word, pixels
from matside.ui.drawing.theme import Theme
from matside.ui.exercise.exercise_text import ExerciseText
from matside.ui.exercise.exercise_words import cue_texts, place_words, sections, summary
from matside.ui.figures.exercise_icon import exercise_icon
from matside.ui.figures.film_decoder import FilmDecoder
from matside.ui.figures.film_view import FilmView
from matside.ui.kit.labels import Label
from matside.ui.kit.opened_page import OpenedPage
from matside.ui.kit.page_button import PageButton
from matside.ui.words.translation import translate

FILM, TALL_FILM = 0.46, 0.4
"""The share of a wide page's width that the film takes, and of a tall one's height."""

AIR = 2.5
"""The room between a film and the edge of its plate, in units."""

ICON = 0.3
"""The share of its plate's smaller side that the icon of an exercise without a film takes."""


@frozen
class ExerciseView:
    """An exercise in a block of `kind`, the catalogue's advice on it, and what to try next."""

    exercise: Exercise
    advice: Advice
    kind: BlockKind
    proposal: Proposal | None = None


class ExercisePage(OpenedPage):
    """Shows exercises one by one; Left and Right change it, Esc closes the page.

    `turned` has the place of the exercise that they lead to.
    """

    turned = Signal(int)

    def __init__(self, theme: Theme, decoder: FilmDecoder | None = None) -> None:
        super().__init__(theme, "", translate("Exercise", "Close"), least=0.5)
        self._told: tuple[ExerciseView, ...] = ()
        self._place = 0
        self._summary = Label(self, theme.mute, least=0.6)
        self._plate = QRectF()
        self._film = FilmView(decoder or FilmDecoder(parent=self), self)
        self._text = ExerciseText(theme)
        self._scroll = self._scrolling(self._text, theme.ground)
        self._before = PageButton(self, theme, Icon.LEFT, translate("Exercise", "Before"))
        self._after = PageButton(self, theme, Icon.RIGHT, translate("Exercise", "Next"))
        self._before.clicked.connect(lambda: self._go(-1))
        self._after.clicked.connect(lambda: self._go(1))

    def show_exercises(self, told: Sequence[ExerciseView], place: int = 0) -> None:
        """Show the one of `told` at `place`; Left and Right lead to the others."""
        shown = self._told, self._place
        self._told, self._place = tuple(told), min(place, len(told) - 1)
        if shown != (self._told, self._place):
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
            self.turned.emit(place)

    def _show(self) -> None:
        if not self._told:
            return
        told = self._told[self._place]
        self._title.setText(told.exercise.plain_name)
        self._summary.setText(summary(told.exercise))
        self.setAccessibleName(told.exercise.plain_name)
        self.setAccessibleDescription("\n".join(self._sentences(told)))
        self._before.setVisible(self._place > 0)
        self._after.setVisible(self._place + 1 < len(self._told))
        cues = cue_texts(told.exercise)
        advice = tuple(sections(told.exercise, told.advice, told.proposal))
        self._text.show_text(cues, advice)
        self._scroll.setVisible(bool(cues or advice))
        self._film.show_exercise(told.exercise, told.exercise.order_of_sides[0])
        self.arrange()
        self._scroll.verticalScrollBar().setValue(0)
        self.update()

    @staticmethod
    def _sentences(told: ExerciseView) -> list[str]:
        said = [
            f"{heading}: {text}"
            for heading, text in sections(told.exercise, told.advice, told.proposal)
        ]
        return [summary(told.exercise), *cue_texts(told.exercise), *said]

    @override
    def arrange(self) -> None:
        """Place the title and the buttons, the film, and the text beside or below it."""
        u, title = self.u, self.cap(6)
        room = QRectF(self.margin, 19.5 * u, self.width() - 2 * self.margin, 0)
        room.setBottom(self.height() - 4.5 * u)
        right = room.right() + u
        for button in (self._back, self._after, self._before):
            button.cap, button.u = self.cap(2.6), u
            button.put(
                QRectF(right - button.width_needed, 5.6 * u, button.width_needed, 7.5 * u), u
            )
            right -= button.width_needed + u if button.isVisibleTo(self) else 0
        width = right - room.x() - 2 * u
        self._title.put(room.x() - 0.04 * title, 10.5 * u, width, title)
        small = self.cap(2.4)
        below = max(16.2 * u, 10.5 * u + 0.35 * title + 1.2 * small)
        self._summary.put(room.x(), below, room.width(), small)
        self._plate = self._film_rect(room)
        air = AIR * u
        self._film.setGeometry(pixels(self._plate.adjusted(air, air, -air, -air)))
        self._scroll.lay_out(
            self._text_rect(room),
            lambda width: self._text.set_in(width, self._scroll.height(), self.cap(2.7)),
        )

    def _film_rect(self, room: QRectF) -> QRectF:
        """Return the plate of the film, which is all of `room` where nothing is written."""
        if self._scroll.isHidden():
            return room
        if self.tall:
            return QRectF(room.x(), room.y(), room.width(), TALL_FILM * room.height())
        return QRectF(room.x(), room.y(), FILM * room.width(), room.height())

    def _text_rect(self, room: QRectF) -> QRectF:
        if self.tall:
            return room.adjusted(0, TALL_FILM * room.height() + 2 * self.u, 0, 0)
        return room.adjusted(FILM * room.width() + 4 * self.u, self.u, 0, 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change the exercise by Left and Right, scroll, and leave other keys to the window."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self._go(steps[Qt.Key(event.key())])
        elif not self._scroll.take_step(event.key()):
            super().keyPressEvent(event)

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the ground, and the plate with its number under the film, or under an icon."""
        super().paint(painter)
        if not self._told:
            return
        plate = QRectF(pixels(self._plate))
        fill_rounded(painter, plate, 2 * self.u, self.theme.surface)
        if self._film.film is None:
            told, side = self._told[self._place], ICON * min(plate.width(), plate.height())
            sign = QRectF(0, 0, side, side)
            sign.moveCenter(plate.center())
            paint_icon(painter, exercise_icon(told.exercise, told.kind), sign, self.theme.mute)
        if len(self._told) > 1:
            corner = plate.adjusted(2 * self.u, 1.5 * self.u, -2 * self.u, 0)
            corner.setHeight(self.cap(2.2))
            ink = Ink(self.cap(2.2), self.theme.mute)
            paint_word(painter, corner, place_words(self._place, len(self._told)), ink)
