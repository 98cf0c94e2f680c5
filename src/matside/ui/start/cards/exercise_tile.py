"""An exercise on the card of its block: its still picture, its name and its dose."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from matside.core.weights import Load, Weight
from matside.core.workout.model import BlockKind, Exercise
from matside.override import override
from matside.ui.drawing.icons import paint_icon
from matside.ui.drawing.lettering import SEMIBOLD, is_cut, width_of, wrapped
from matside.ui.drawing.painting import LEAST_SHRINKING, Ink, fill_rounded, fill_shaded, paint_word
from matside.ui.drawing.theme import Theme
from matside.ui.figures.exercise_icon import exercise_icon
from matside.ui.kit.controls import Control
from matside.ui.words.start_words import dose_on_card, more_exercises
from matside.ui.words.translation import translate
from matside.ui.words.weight_words import load_words, short_weight, weight_words

if TYPE_CHECKING:
    from matside.ui.figures.thumbnails import Thumbnails

LEAST_STILL = 5.5
"""The least height of a still picture, in units."""

SHRINKING = 0.92
"""How far a dose and a weight shrink before they take a line each, as a share."""

STILL_SHAPE = 1.12
"""How much wider than high a still picture beside its words is."""

LEFT_OUT = 0.35
"""The opacity of the picture of a block that is left out."""

PITCH = 1.72
"""From baseline to baseline, in heights of capitals."""

ABOVE, BELOW = 1.1, 0.9
"""The gaps above and below the words of a large picture, in units."""


def spoken(exercise: Exercise, load: Load | None) -> str:
    """Return `exercise` as a screen reader says it: its name, its dose, and what is held."""
    said, weight = f"{exercise.plain_name}, {dose_on_card(exercise)}", exercise.weight
    if weight is None:
        return said
    if load is None or weight.level is None:
        return f"{said}, {weight_words(_weighing(weight, load))}"
    return f"{said}, {weight_words(weight)}, {load_words(load)}"


def _held_words(exercise: Exercise, load: Load | None) -> str:
    """Return what is held, in kilograms or pounds wherever they are known.

    Of the level nothing is said then: it would leave them no room on some cards.
    """
    weight = exercise.weight
    return "" if weight is None else short_weight(_weighing(weight, load))


def _weighing(weight: Weight, load: Load | None) -> Weight:
    """Return `weight` with pieces of `load`, as it is where nobody knows that."""
    return weight if load is None else replace(weight, heaviness=load)


class ExerciseTile(Control):
    """One exercise: a press opens its page. Or how many more there are than fit on the card.

    Its picture is above its words, or beside them: then it is `still` units high, else None.
    """

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent, theme)
        self._pictures: Thumbnails | None = None
        self._exercise: Exercise | None = None
        self._dose = ""
        self._held = ""
        self._kind = BlockKind.CIRCUIT
        self._still: float | None = None
        self._taken = True
        self._caps = (12.0, 11.0)

    def show_exercise(self, exercise: Exercise, kind: BlockKind, load: Load | None = None) -> None:
        """Show `exercise`, which is in a block of `kind`; its pieces weigh `load`, if known."""
        self._exercise, self._kind = exercise, kind
        self._dose, self._held = dose_on_card(exercise), _held_words(exercise, load)
        self.setText(exercise.plain_name)
        self.setAccessibleName(spoken(exercise, load))
        self.setAccessibleDescription(translate("Start", "Show how it is done"))
        self.update()

    def show_more(self, count: int) -> None:
        """Say that there are `count` more exercises."""
        self._exercise = None
        self.setText(f"+{count}")
        self.setAccessibleName(more_exercises(count))
        self.update()

    def show_pictures(self, pictures: "Thumbnails | None") -> None:
        """Show a picture of the exercise from now on; before there is only its place."""
        self._pictures = pictures

    def set_taken(self, *, taken: bool) -> None:
        """Look as a part of a block that is done, or of one that is left out."""
        if taken != self._taken:
            self._taken = taken
            self.update()

    def set_caps(self, name: float, small: float) -> None:
        """Write with capitals of these heights in px."""
        self._caps = (name, small)

    def place(self, rect: QRectF, u: float, still: float | None) -> None:
        """Place the tile at `rect`."""
        self._still = still
        self.put(rect, u)

    def words_height(self, width: float, u: float, still: float | None) -> float:
        """Return the height in px that the words need on a tile of `width` px."""
        room, (name, small) = _words_width(width, u, still), self._caps
        names, doses = len(self._names(room)), len(self._doses(room))
        return PITCH * (name * names + small * doses) + (
            (ABOVE + BELOW) * u if still is None else 0
        )

    def fits(self, width: float, u: float, still: float) -> bool:
        """Return whether the words are whole beside the picture on a tile of about `width` px."""
        room, small = _words_width(width - 2, u, still), self._caps[1]
        whole = not is_cut(self._names(room), self.text())
        return whole and all(
            width_of(said, LEAST_SHRINKING * small) <= room for said in self._said(room)
        )

    def _names(self, width: float) -> tuple[str, ...]:
        """Return the name in one line where it fits, a little smaller if need be, else in two."""
        cap = self._caps[0]
        if width_of(self.text(), LEAST_SHRINKING * cap, SEMIBOLD) <= width:
            return (self.text(),)
        return wrapped(self.text(), width, cap, SEMIBOLD, lines=2)

    def _doses(self, width: float) -> tuple[tuple[str, str], ...]:
        """Return the dose with the weight at its right, or the weight below it."""
        if self._exercise is None:
            return ()
        small = self._caps[1]
        dose = width_of(self._dose, small) + 0.8 * small
        if not self._held or SHRINKING * (dose + width_of(self._held, small, SEMIBOLD)) <= width:
            return ((self._dose, self._held),)
        return (self._dose, ""), (self._held, "")

    @property
    def _text(self) -> QColor:
        return self.theme.text if self._taken else self.theme.mute2

    @property
    def _mute(self) -> QColor:
        return self.theme.mute if self._taken else self.theme.mute2

    @override
    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the picture and the words, or how many more there are."""
        if self._exercise is None:
            ink = Ink(self._caps[0], self.theme.text if self.lit else self._mute, SEMIBOLD)
            paint_word(painter, rect.adjusted(self.u, 0, 0, 0), self.text(), ink)
            return
        words = self.words_height(rect.width(), self.u, self._still)
        picture = self._picture_rect(rect, words)
        self._paint_picture(painter, picture, self._exercise)
        if self._still is None:
            room = rect.adjusted(0.5 * self.u, picture.height() + ABOVE * self.u, -0.5 * self.u, 0)
        else:
            room = rect.adjusted(picture.width() + 1.25 * self.u, 0, -0.5 * self.u, 0)
            room.setTop(rect.center().y() - words / 2)
        width = _words_width(rect.width(), self.u, self._still)
        self._paint_words(painter, room, tuple(self._lines(width)))

    def _picture_rect(self, rect: QRectF, words: float) -> QRectF:
        if self._still is None:
            return QRectF(rect.topLeft(), QSizeF(rect.width(), rect.height() - words))
        height = min(rect.height(), self._still * self.u)
        size = QSizeF(STILL_SHAPE * self._still * self.u, height)
        return QRectF(QPointF(rect.x(), rect.center().y() - height / 2), size)

    def _said(self, width: float) -> tuple[str, ...]:
        """Return what is written below the name beside a picture, line by line."""
        return tuple(", ".join(filter(None, pair)) for pair in self._doses(width))

    def _paint_picture(self, painter: QPainter, rect: QRectF, exercise: Exercise) -> None:
        theme, radius = self.theme, 1.25 * self.u
        top, bottom = (theme.line, theme.surface2) if self.lit else (theme.surface2, theme.surface)
        if self._pictures is None:
            fill_rounded(painter, rect, radius, bottom)
            return
        fill_shaded(painter, rect, radius, top, bottom)
        painter.save()
        painter.setOpacity(1.0 if self._taken else LEFT_OUT)
        if self._pictures.has(exercise):
            inner = rect.adjusted(0.5 * self.u, 0.5 * self.u, -0.5 * self.u, -0.5 * self.u)
            inner = QRectF(inner.toAlignedRect())
            painter.translate(inner.topLeft())
            self._pictures.paint(painter, exercise, inner.size(), self.devicePixelRatioF())
        else:
            side = min(5 * self.u, 0.6 * rect.height())
            sign = QRectF(0, 0, side, side)
            sign.moveCenter(rect.center())
            paint_icon(painter, exercise_icon(exercise, self._kind), sign, self._mute)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, rect: QRectF, lines: Sequence[tuple[str, str, Ink]]
    ) -> None:
        y = rect.y()
        for words, held, ink in lines:
            row = QRectF(rect.x(), y, rect.width(), PITCH * ink.cap)
            if held:
                self._paint_pair(painter, row, (words, held), ink)
            else:
                paint_word(painter, row, words, ink)
            y += row.height()

    def _paint_pair(self, painter: QPainter, row: QRectF, pair: tuple[str, str], ink: Ink) -> None:
        """Write a dose at the left and a weight at the right, both shrunk alike to fit."""
        weight = Ink(ink.cap, self._text, SEMIBOLD)
        needed = ink.width(pair[0]) + weight.width(pair[1]) + 0.8 * ink.cap
        share = min(1.0, row.width() / needed)
        left, right = QRectF(row), QRectF(row)
        left.setWidth(share * ink.width(pair[0]) + 1)
        right.setLeft(row.right() - share * weight.width(pair[1]) - 1)
        paint_word(painter, left, pair[0], ink)
        paint_word(painter, right, pair[1], weight, Qt.AlignmentFlag.AlignRight)

    def _lines(self, width: float) -> Iterator[tuple[str, str, Ink]]:
        name, small = self._caps
        for line in self._names(width):
            yield line, "", Ink(name, self._text, SEMIBOLD)
        if self._still is None:
            for dose, held in self._doses(width):
                yield dose, held, Ink(small, self._mute)
        else:
            for dose in self._said(width):
                yield dose, "", Ink(small, self._mute)


def _words_width(width: float, u: float, still: float | None) -> float:
    """Return the width of the words on a tile of `width` px."""
    return width - u if still is None else width - (STILL_SHAPE * still + 1.75) * u
