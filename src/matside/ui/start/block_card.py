"""One block of a workout as a card; a press leaves it out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath
from PySide6.QtWidgets import QWidget

from matside.core.durations import clock
from matside.core.workout.model import Block, Exercise
from matside.override import override
from matside.ui.drawing.icons import paint_icon
from matside.ui.drawing.lettering import BOLD, SEMIBOLD, width_of, wrapped
from matside.ui.drawing.painting import Ink, fill_rounded, outline, paint_word
from matside.ui.drawing.theme import Theme
from matside.ui.figures.exercise_icon import exercise_icon
from matside.ui.figures.thumbnails import Thumbnails
from matside.ui.kit.controls import Control
from matside.ui.start.about_button import AboutButton
from matside.ui.words.set_texts import short_weight, weight_words
from matside.ui.words.start_words import dose_on_card, left_out_word, rounds_words

MOST_NUMBERED = 9
"""Cards after the ninth have no key."""

PICTURE = 14.5
"""The height of a card's picture, in units; it is left out where a card would not fit."""

WIDTHS = 8
"""The number of widths for which a card caches its height; one layout of a window needs three."""

LEFT_OUT = 0.35
"""The opacity of the picture of a block that is left out."""

LEAST_NAME = 0.7
"""How far the name of a block may shrink before it is cut, as a share."""

LEAST_GAP = 0.45

MOST_GAP = 1.7
"""The maximum gap between two exercises, in units."""


@dataclass(frozen=True, slots=True)
class Card:
    """A block as its card shows it.

    `seconds` is None if it is left out; `kept` marks the last included block, which stays.
    """

    place: int
    block: Block
    seconds: int | None
    left_out: bool
    kept: bool


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a card: its words left and right, its baseline's distance from the one above.

    `first` is true in the first line of an exercise, which stands off from the one before.
    """

    left: str
    right: str
    ink: Ink
    right_ink: Ink
    pitch: float
    first: bool = False


def _spoken(exercise: Exercise) -> str:
    held = "" if exercise.weight is None else f", {weight_words(exercise.weight)}"
    return f"{exercise.plain_name}, {dose_on_card(exercise)}{held}"


class BlockCard(Control):
    """One block: its name, time, rounds and exercises. A press leaves it out or includes it.

    `gap` is the distance between two exercises, in px.
    """

    def __init__(self, parent: QWidget, theme: Theme, pictures: Thumbnails) -> None:
        super().__init__(parent, theme)
        self.setCheckable(True)
        self._pictures = pictures
        pictures.grown.connect(self.update)
        self.about = AboutButton(self, theme)
        self._card: Card | None = None
        self._caps = (14.0, 12.0, 11.0)
        self._heights: dict[tuple[float, float], float] = {}
        self.gap = 0.0

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises listed on the card."""
        return () if self._card is None else self._card.block.exercises

    def show_card(self, card: Card) -> None:
        """Show `card`."""
        known, self._card = self.exercises, card
        self.setChecked(not card.left_out)
        self.setEnabled(not card.kept)
        self.setAccessibleName(f"{card.block.name}, {self._time_words(card)}")
        self.about.show_block(card.block.name)
        if card.block.exercises != known:
            self._show_exercises(card.block.exercises)
        self.update()

    def _show_exercises(self, exercises: Sequence[Exercise]) -> None:
        self._heights.clear()
        self.setAccessibleDescription("; ".join(map(_spoken, exercises)))

    def set_caps(self, title: float, name: float, small: float) -> None:
        """Write with capitals of these heights in px."""
        if self._caps != (title, name, small):
            self._caps = (title, name, small)
            self._heights.clear()

    @override
    def put(self, rect: QRectF, u: float) -> None:
        """Place the card at `rect`, with its about button in the upper right corner."""
        super().put(rect, u)
        side = self._about_side(u)
        corner = QPointF(rect.width() - side - 0.6 * u, 0.6 * u)
        self.about.put(QRectF(corner, QSizeF(side, side)), u)

    def needed_height(self, width: float, u: float) -> float:
        """Return the height in px that the words need at `width` px, without a picture.

        The result is cached, because a page asks for it repeatedly during layout.
        """
        known = self._heights.get((width, u))
        if known is None:
            lines = self._lines(width - 4 * u, u)
            gaps = LEAST_GAP * u * sum(line.first for line in lines)
            known = 1.5 * u + self._head(u) + sum(line.pitch for line in lines) + gaps + 1.2 * u
            if len(self._heights) == WIDTHS:
                self._heights.clear()
            self._heights[width, u] = known
        return known

    def most_gap(self, width: float, height: float, u: float) -> float:
        """Return the maximum gap between exercises on a card of this size, in px."""
        needed = self.needed_height(width, u)
        room = height - needed - (PICTURE * u if height - needed >= PICTURE * u else 0)
        return min(MOST_GAP * u, LEAST_GAP * u + max(0.0, room) / max(1, len(self.exercises)))

    @override
    def nextCheckState(self) -> None:
        """Leave the check mark to the page, which knows what the athlete has left out."""

    @staticmethod
    def _time_words(card: Card) -> str:
        return left_out_word() if card.seconds is None else clock(card.seconds)

    def _about_side(self, u: float) -> float:
        """Return how large what tells of the exercises is, in px: it ends above the rounds."""
        title, _, small = self._caps
        return min(max(2.6 * small, 4.2 * u), 1.4 * title + 2 * u)

    def _head(self, u: float) -> float:
        title, _, small = self._caps
        return title + 1.7 * small + 2.2 * u

    def _lines(self, width: float, u: float) -> list[_Line]:
        return [line for exercise in self.exercises for line in self._lines_of(exercise, width, u)]

    def _lines_of(self, exercise: Exercise, width: float, u: float) -> Iterator[_Line]:
        _, cap, small = self._caps
        name = Ink(cap, self._text, SEMIBOLD)
        dose = Ink(small, self._mute)
        weight = Ink(small, self._text, SEMIBOLD)
        for row, words in enumerate(wrapped(exercise.plain_name, width, cap, SEMIBOLD, lines=2)):
            yield _Line(words, "", name, weight, 1.6 * cap, row == 0)
        doses, held = dose_on_card(exercise), ""
        if exercise.weight is not None:
            held = short_weight(exercise.weight)
        if width_of(doses, small) + width_of(held, small, SEMIBOLD) + u <= width:
            yield _Line(doses, held, dose, weight, 1.62 * small)
        else:
            yield _Line(doses, "", dose, weight, 1.62 * small)
            yield _Line("", held, dose, weight, 1.5 * small)

    @property
    def _ground(self) -> QColor:
        return self.theme.surface2 if self.lit else self.theme.surface

    @property
    def _text(self) -> QColor:
        return self.theme.text if self.isChecked() else self.theme.mute2

    @property
    def _mute(self) -> QColor:
        return self.theme.mute if self.isChecked() else self.theme.mute2

    @override
    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the card, with its picture where there is room for one."""
        if self._card is None:
            return
        self._paint_ground(painter, rect)
        room = rect.height() - self.needed_height(rect.width(), self.u)
        picture = QRectF(rect.x(), rect.y(), rect.width(), PICTURE * self.u)
        pictured = room >= picture.height()
        if pictured:
            self._paint_picture(painter, picture, self._card)
        top = picture.bottom() if pictured else rect.y() + 1.5 * self.u
        inner = QRectF(2 * self.u, top, rect.width() - 4 * self.u, rect.bottom() - top)
        self._paint_head(painter, inner, self._card, pictured=pictured)
        self._paint_lines(painter, inner.adjusted(0, self._head(self.u), 0, 0))

    def _paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        radius = 2 * self.u
        if self.isChecked():
            fill_rounded(painter, rect, radius, self._ground)
        outline(painter, rect, radius, self.theme.line, max(1.0, self.u / 8))

    def _paint_picture(self, painter: QPainter, rect: QRectF, card: Card) -> None:
        if self.isChecked():
            shade = QLinearGradient(rect.topLeft(), rect.bottomLeft())
            shade.setColorAt(0, self.theme.surface2)
            shade.setColorAt(1, self._ground)
            path = QPainterPath()
            path.addRoundedRect(rect.adjusted(1, 1, -1, 2 * self.u), 2 * self.u, 2 * self.u)
            painter.save()
            painter.setClipRect(rect)
            painter.fillPath(path, shade)
            painter.restore()
        if not self._pictures.is_awake:
            return
        pictured = next(filter(self._pictures.has, card.block.exercises), None)
        if pictured is None:
            self._paint_signs(painter, rect, card)
        else:
            self._paint_still(painter, rect, pictured)

    def _paint_still(self, painter: QPainter, rect: QRectF, exercise: Exercise) -> None:
        """Paint the still picture of `exercise`; until it is ready its place stays empty."""
        inner = rect.adjusted(self.u, 0.8 * self.u, -self.u, 0).toAlignedRect()
        painter.save()
        painter.setOpacity(1.0 if self.isChecked() else LEFT_OUT)
        painter.translate(inner.topLeft())
        self._pictures.paint(painter, exercise, QSizeF(inner.size()), self.devicePixelRatioF())
        painter.restore()

    def _paint_signs(self, painter: QPainter, rect: QRectF, card: Card) -> None:
        colour = self.theme.mute if self.isChecked() else self.theme.future
        signs = card.block.exercises[:3]
        side = 5.2 * self.u
        left = rect.center().x() - (len(signs) * 1.25 - 0.25) * side / 2
        for place, exercise in enumerate(signs):
            box = QRectF(left + 1.25 * place * side, rect.y() + 6 * self.u, side, side)
            paint_icon(painter, exercise_icon(exercise, card.block.kind), box, colour)

    def _paint_number(self, painter: QPainter, middle: QPointF, card: Card) -> None:
        """Paint the key of the card around `middle`."""
        if card.place >= MOST_NUMBERED or card.kept:
            return
        side = self._number_side
        chip = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        fill_rounded(painter, chip, side / 5, self.theme.ground)
        ink = Ink(self._caps[2], self._mute, SEMIBOLD)
        paint_word(painter, chip, str(card.place + 1), ink, Qt.AlignmentFlag.AlignHCenter)

    @property
    def _number_side(self) -> float:
        return 2 * self._caps[2]

    def _paint_head(self, painter: QPainter, rect: QRectF, card: Card, *, pictured: bool) -> None:
        """Paint the name above rounds and time; its key is beside it, or on the picture."""
        title, _, small = self._caps
        row = QRectF(rect.x(), rect.y() + 0.6 * self.u, rect.width(), 1.4 * title)
        second = QRectF(rect.x(), row.bottom() + 0.5 * self.u, rect.width(), 1.6 * small)
        about, side = QRectF(self.about.geometry()), self._number_side
        x = 1.5 * self.u + side / 2 if pictured else about.x() - 0.4 * self.u - side / 2
        self._paint_number(painter, QPointF(x, about.center().y()), card)
        if not pictured:
            row.setRight(x - side / 2 - 0.6 * self.u)
        paint_word(painter, row, card.block.name, Ink(title, self._text, BOLD), least=LEAST_NAME)
        time, words = Ink(small * 1.1, self._mute), self._time_words(card)
        paint_word(painter, second, words, time, Qt.AlignmentFlag.AlignRight, least=0)
        second.setRight(second.right() - time.width(words) - self.u)
        rounds = rounds_words(card.block.rounds)
        paint_word(painter, second, rounds, Ink(small, self._mute), least=0)
        rule = QRectF(rect.x(), rect.y() + self._head(self.u), rect.width(), max(1.0, self.u / 8))
        painter.fillRect(rule, self.theme.line)

    def _paint_lines(self, painter: QPainter, rect: QRectF) -> None:
        baseline = rect.y()
        for line in self._lines(rect.width(), self.u):
            baseline += line.pitch + self.gap * line.first
            row = QRectF(rect.x(), baseline - line.ink.cap, rect.width(), line.ink.cap)
            paint_word(painter, row, line.left, line.ink)
            paint_word(painter, row, line.right, line.right_ink, Qt.AlignmentFlag.AlignRight)
