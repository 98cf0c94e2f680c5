"""One block of a workout as a card; a press leaves it out, its exercises open their pages."""

from collections.abc import Mapping
from dataclasses import field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from matside.core.durations import clock
from matside.core.weights import Load
from matside.core.workout.model import Block, Exercise, Within
from matside.frozen import frozen
from matside.override import override
from matside.ui.drawing.lettering import BOLD, SEMIBOLD, width_of
from matside.ui.drawing.painting import Ink, fill_rounded, outline, paint_word
from matside.ui.drawing.theme import Theme
from matside.ui.kit.controls import Control
from matside.ui.start.cards.card_layout import (
    INSET,
    CardLayout,
    Lead,
    columns_beside,
    least_pictured,
    lying,
    upright,
)
from matside.ui.start.cards.exercise_tile import ExerciseTile, spoken
from matside.ui.words.clock_words import rounds_of_block
from matside.ui.words.translation import translate

if TYPE_CHECKING:
    from matside.ui.figures.thumbnails import Thumbnails

MOST_NUMBERED = 9
"""Cards after the ninth have no key."""

MOST_TILES = 8
"""The most exercises on a card; of more it says how many there are."""

MOST_LAYOUTS = 32
"""The number of layouts that a card keeps; one size of the window needs up to ten."""

LEAST_NAME = 0.7
"""How far the name of a block may shrink before it is cut, as a share."""

_ARROW = Qt.CursorShape.ArrowCursor


@frozen
class Card:
    """A block as its card shows it.

    `seconds` is None if it is left out; `kept` marks the last included block, which stays.
    `loads` are what the weights of its exercises weigh, by the places of those where it is known.
    """

    place: int
    block: Block
    seconds: int | None
    left_out: bool
    kept: bool
    loads: Mapping[int, Load] = field(default_factory=dict)


def _held_in(card: Card) -> tuple[object, ...]:
    """Return what the tiles of `card` tell."""
    return card.block.exercises, card.loads


class BlockCard(Control):
    """One block: its name, time and rounds, and its exercises.

    A press leaves it out or includes it; a press on an exercise asks for its page, which
    `told_of` tells by its place in the block.
    """

    told_of = Signal(int)

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent, theme)
        self.setCheckable(True)
        self._pictures: Thumbnails | None = None
        self._card: Card | None = None
        self._tiles: list[ExerciseTile] = []
        self._caps = (14.0, 12.0, 11.0)
        self._layouts: dict[tuple[Lead | None, float, float, float], CardLayout] = {}
        self._columns: dict[tuple[float, float, float], int] = {}
        self._uprights: dict[tuple[float, float], float] = {}
        self._placed: CardLayout | None = None
        self._lead: Lead | None = None

    @property
    def lying(self) -> bool:
        """Whether the head is beside the exercises."""
        return self._lead is not None

    def turn(self, lead: Lead | None) -> None:
        """Have the head beside the exercises, by `lead`; None for above them."""
        self._lead = lead

    def columns_at(self, width: float, u: float, still: float) -> int:
        """Return how many exercises fit side by side in `width` px beside the head."""
        key = (width, u, still)
        if key not in self._columns:
            columns = columns_beside(self._tiles, width - INSET * u, u, still)
            self._columns[key] = columns
        return self._columns[key]

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises of the block."""
        return () if self._card is None else self._card.block.exercises

    def shows(self, card: Card) -> bool:
        """Return whether the exercises of `card` are on it already, and what is held in them."""
        return self._card is not None and _held_in(self._card) == _held_in(card)

    @property
    def tiles(self) -> tuple[ExerciseTile, ...]:
        """The exercises that are shown, and what says how many more there are."""
        return tuple(self._tiles)

    def show_card(self, card: Card) -> None:
        """Show `card`."""
        is_known = self.shows(card)
        known, self._card = self._card, card
        self.setChecked(not card.left_out)
        # A card that stays is not disabled: its exercises could not be pressed either.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if card.kept else Qt.FocusPolicy.TabFocus)
        self.setCursor(_ARROW if card.kept else Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{card.block.name}, {self._time_words(card)}")
        if not is_known:
            self._show_exercises(card.block, card.loads)
        if known is None or known.left_out != card.left_out:
            for tile in self._tiles:
                tile.set_taken(taken=not card.left_out)
        self.update()

    def _show_exercises(self, block: Block, loads: Mapping[int, Load]) -> None:
        shown = block.exercises[:MOST_TILES]
        more = len(block.exercises) - len(shown)
        each = (spoken(move, loads.get(place)) for place, move in enumerate(block.exercises))
        self.setAccessibleDescription("; ".join(each))
        self._make_tiles(len(shown) + (1 if more else 0))
        for place, (tile, exercise) in enumerate(zip(self._tiles, shown, strict=False)):
            tile.show_exercise(exercise, block.kind, loads.get(place))
        if more:
            self._tiles[-1].show_more(more)
        self._forget_layouts()

    def _make_tiles(self, count: int) -> None:
        while len(self._tiles) < count:
            tile = ExerciseTile(self, self.theme)
            tile.show_pictures(self._pictures)
            tile.set_caps(*self._caps[1:])
            tile.set_taken(taken=self.isChecked())
            place = len(self._tiles)
            tile.clicked.connect(lambda _checked, place=place: self.told_of.emit(place))
            tile.show()
            self._tiles.append(tile)
        for tile in self._tiles[count:]:
            tile.deleteLater()
        del self._tiles[count:]

    def show_pictures(self, pictures: "Thumbnails") -> None:
        """Show pictures of the exercises from now on."""
        self._pictures = pictures
        for tile in self._tiles:
            tile.show_pictures(pictures)

    def set_caps(self, title: float, name: float, small: float) -> None:
        """Write with capitals of these heights in px."""
        if self._caps != (title, name, small):
            self._caps = (title, name, small)
            self._forget_layouts()
            for tile in self._tiles:
                tile.set_caps(name, small)

    def _forget_layouts(self) -> None:
        for kept in (self._layouts, self._columns, self._uprights):
            kept.clear()
        self._placed = None

    @override
    def put(self, rect: QRectF, u: float) -> None:
        """Place the card at `rect`, and its exercises on it."""
        super().put(rect, u)
        layout = self._layout(rect.width(), u, rect.height())
        if layout is self._placed:
            return
        self._placed = layout
        for tile, place in zip(self._tiles, layout.tiles, strict=True):
            tile.place(place, u, layout.still)

    def needed_height(self, width: float, u: float) -> float:
        """Return the least height in px of the card at `width` px; `u` is the unit in px."""
        return self._layout(width, u, 0.0).height

    def height_for(self, width: float, u: float, height: float) -> float:
        """Return the height in px, at `width` px, of a card that is offered `height` px."""
        return self._layout(width, u, height).height

    def needed_upright(self, width: float, u: float) -> float:
        """Return the least height in px of the upright card at which no word is cut.

        It is infinite where more words than fit stand beside their pictures.
        """
        if (width, u) not in self._uprights:
            rows = upright(self._tiles, width, 0.0, u, self._head(u))
            pictured = least_pictured(self._tiles, width, u, self._head(u))
            self._uprights[width, u] = rows.height if rows.whole else pictured
        return self._uprights[width, u]

    def is_pictured(self, width: float, height: float, u: float) -> bool:
        """Return whether all pictures are large on an upright card of `width` and `height` px."""
        return upright(self._tiles, width, height, u, self._head(u)).still is None

    def lead_needed(self, u: float) -> float:
        """Return the width in px that the head of a lying card needs."""
        if self._card is None:
            return 0.0
        title, _, small = self._caps
        name = width_of(self._card.block.name, title, BOLD)
        below = width_of(self._said_beside(self._card), small)
        return self._words_left(u) + max(name, below) + 2.5 * u

    def _layout(self, width: float, u: float, height: float) -> CardLayout:
        """Return the layout at `width` and `height` px; it is at least as high as it must be."""
        key = (self._lead, width, u, height)
        if len(self._layouts) > MOST_LAYOUTS:
            self._layouts.clear()
        if key not in self._layouts:
            if self._lead is not None:
                beside = self.columns_at(width - self._lead.width, u, self._lead.still)
                lead = replace(self._lead, columns=min(self._lead.columns, beside))
                made = lying(self._tiles, width, height, u, lead)
            else:
                made = upright(self._tiles, width, height, u, self._head(u))
            self._layouts[key] = made
        return self._layouts[key]

    def _head(self, u: float) -> float:
        title, _, small = self._caps
        return 1.5 * title + 1.6 * small + 3.4 * u

    def _chip_side(self, u: float) -> float:
        return max(3 * u, 1.9 * self._caps[2])

    def _words_left(self, u: float) -> float:
        """Return where the words of the head begin, in px from the left."""
        return 2.3 * u + self._chip_side(u) if self._numbered else 1.5 * u

    @property
    def _numbered(self) -> bool:
        card = self._card
        return card is not None and card.place < MOST_NUMBERED and not card.kept

    @override
    def nextCheckState(self) -> None:
        """Leave the check mark to the page, which knows what the athlete has left out."""

    @staticmethod
    def _time_words(card: Card) -> str:
        return translate("Start", "left out") if card.seconds is None else clock(card.seconds)

    def _said_beside(self, card: Card) -> str:
        """Return the rounds and the time on one line; a block for a time has said it already."""
        if isinstance(card.block.clock, Within) and card.seconds is not None:
            return rounds_of_block(card.block)
        return f"{rounds_of_block(card.block)}, {self._time_words(card)}"

    @property
    def _text(self) -> QColor:
        return self.theme.text if self.isChecked() else self.theme.mute2

    @property
    def _mute(self) -> QColor:
        return self.theme.mute if self.isChecked() else self.theme.mute2

    @override
    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the card with its head; the exercises paint themselves."""
        if self._card is None:
            return
        radius = 2 * self.u
        if self.isChecked():
            fill_rounded(painter, rect, radius, self._ground)
        outline(painter, rect, radius, self._edge, max(1.0, self.u / 8))
        head = QRectF(rect.x(), rect.y(), rect.width(), self._head(self.u))
        if self._lead is not None:
            head.setSize(QSizeF(self._lead.width, rect.height()))
        self._paint_head(painter, head, self._card)

    @property
    def _ground(self) -> QColor:
        lit = self.lit and not (self._over_tile or (self._card is not None and self._card.kept))
        return self.theme.surface2 if lit else self.theme.surface

    @property
    def _edge(self) -> QColor:
        """The colour of the edge: that of a plate that is taken is seen where it is light."""
        return self.theme.edge if self.isChecked() else self.theme.line

    @property
    def _over_tile(self) -> bool:
        return any(tile.underMouse() for tile in self._tiles)

    def _paint_head(self, painter: QPainter, head: QRectF, card: Card) -> None:
        title, _, small = self._caps
        high = 1.5 * title + 0.4 * self.u + 1.6 * small
        y = head.center().y() - high / 2
        row = QRectF(head.x() + self._words_left(self.u), y, 0, 1.5 * title)
        row.setRight(head.right() - (0.75 if self.lying else 1.5) * self.u)
        below = QRectF(row.x(), row.bottom() + 0.4 * self.u, row.width(), 1.6 * small)
        self._paint_number(painter, row.center().y(), card)
        timed = not self.lying and card.seconds is not None
        said = rounds_of_block(card.block) if timed else self._said_beside(card)
        paint_word(painter, below, said, Ink(small, self._mute), least=LEAST_NAME)
        if timed:
            time, words = Ink(1.08 * small, self._mute), self._time_words(card)
            paint_word(painter, row, words, time, Qt.AlignmentFlag.AlignRight, least=0)
            row.setRight(row.right() - time.width(words) - self.u)
        paint_word(painter, row, card.block.name, Ink(title, self._text, BOLD), least=LEAST_NAME)

    def _paint_number(self, painter: QPainter, middle: float, card: Card) -> None:
        """Paint the key of the card, its middle at `middle` px."""
        if not self._numbered:
            return
        side = self._chip_side(self.u)
        if self.lying:
            middle = self.height() / 2
        chip = QRectF(1.25 * self.u, middle - side / 2, side, side)
        fill_rounded(painter, chip, side / 5, self.theme.surface2)
        ink = Ink(self._caps[2], self._text, SEMIBOLD)
        paint_word(painter, chip, str(card.place + 1), ink, Qt.AlignmentFlag.AlignHCenter)
