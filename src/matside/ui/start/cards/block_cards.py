"""The blocks of a workout as cards; a press leaves one out."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Signal
from PySide6.QtWidgets import QWidget

from matside.ui.drawing.painting import pixels
from matside.ui.drawing.theme import Theme
from matside.ui.kit.controls import Control
from matside.ui.kit.scrolling import Scroll
from matside.ui.kit.turns import Turn
from matside.ui.start.cards.block_card import MOST_TILES, BlockCard, Card
from matside.ui.start.cards.card_layout import MOST_BESIDE, Lead
from matside.ui.words.translation import translate

if TYPE_CHECKING:
    from matside.ui.figures.thumbnails import Thumbnails

LEAST_WIDTH, LEAST_WIDTH_PX = 20.0, 152.0
"""The minimum width of an upright card, in units and in px."""

MOST_MEASURED = 12
"""The number of cards by which lying cards are alike; of more, all pictures are small."""

WELL_SEEN = 40.0
"""The height at which the pictures of upright cards are large, in units."""

MOST_LEAD, LONG_LEAD = 0.32, 26.0
"""The maximum share of a lying card that its head takes, and its width in units where there are
too many to be measured."""

GAP, LYING_GAP = 1.75, 0.75
"""The gap between two upright cards and between two lying ones, in units."""

LYING_STILLS = (17.0, 14.0, 12.0, 10.5, 9.0, 7.6)
"""The heights of the pictures on lying cards, in units: the largest at which all cards fit."""

AT_ONCE = 30
"""The number of exercises whose pictures and words are made in one pass of the event loop."""


class BlockCards(QWidget):
    """All blocks of a workout: upright side by side, or lying one below the other.

    They are upright where that leaves each its width and all of them fit; they scroll if
    necessary. Visible cards are made at once; with very many exercises the others follow in later
    passes of the event loop, and `grown` tells that all are there. `told_of` has the places of a
    block and of one of its exercises.
    """

    toggled = Signal(int)
    told_of = Signal(int, int)
    grown = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures: Thumbnails | None = None
        self._turn = Turn(self, self._grow)
        self.setAccessibleName(translate("Start", "Blocks"))
        self._theme = theme
        self._sheet = QWidget()
        self._scroll = Scroll(theme, self._sheet, self, theme.ground)
        self._shown: tuple[Card, ...] = ()
        self._cards: list[BlockCard] = []
        self._next = 0
        self._u = 8.0
        self._caps = (14.0, 12.0, 11.0)

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show `cards` in order; `put` places them."""
        self._shown = tuple(cards)
        self._next = self._show_from(0)
        end = self._next  # cards of the same exercises stay as they are until it is their turn
        while end < min(len(self._cards), len(cards)) and self._is_of_same(end):
            end += 1
        for beyond in self._cards[end:]:
            beyond.deleteLater()
        del self._cards[end:]

    def put(self, rect: QRectF, u: float) -> None:
        """Place the cards on `rect`; `u` is the unit in px."""
        self._u = u
        self.setGeometry(pixels(rect))
        self._arrange()

    def set_caps(self, u: float, caps: tuple[float, float, float]) -> None:
        """Measure in units of `u` px, with `caps` of title, name and small words."""
        self._u, self._caps = u, caps
        for card in self._cards:
            card.set_caps(*caps)

    def show_pictures(self, pictures: "Thumbnails") -> None:
        """Show pictures of the exercises from now on; before there are only their places."""
        self._pictures = pictures
        for card in self._cards:
            card.show_pictures(pictures)
        pictures.grown.connect(self._sheet.update)
        self._sheet.update()

    @property
    def cards(self) -> tuple[BlockCard, ...]:
        """The cards in order."""
        return tuple(self._cards)

    @property
    def controls(self) -> tuple[Control, ...]:
        """The cards, each with its exercises, in the order of Tab."""
        return tuple(control for card in self._cards for control in (card, *card.tiles))

    def can_toggle(self, place: int) -> bool:
        """Return whether there is a card at `place`, counted from 0, that may be left out."""
        return place < len(self._shown) and not self._shown[place].kept

    def _show_from(self, first: int) -> int:
        """Show the cards from place `first` on, as many as one turn takes; return where it ends.

        A card with what it shows already takes next to nothing.
        """
        room, place = AT_ONCE, first
        while room > 0 and place < len(self._shown):
            card = self._shown[place]
            if place == len(self._cards):
                self._cards.append(self._card(place))
            if not self._cards[place].shows(card):
                room -= min(len(card.block.exercises), MOST_TILES) + 1
            self._cards[place].show_card(card)
            place += 1
        if place < len(self._shown):
            self._turn.start()
        else:
            self._turn.stop()
        return place

    def _is_of_same(self, place: int) -> bool:
        """Return whether the card at `place` has the exercises that will be shown there."""
        return self._cards[place].exercises == self._shown[place].block.exercises

    def _grow(self) -> None:
        self._next = self._show_from(self._next)
        self._arrange()
        if not self._turn.is_active:
            self.grown.emit()

    def _card(self, place: int) -> BlockCard:
        card = BlockCard(self._sheet, self._theme)
        if self._pictures is not None:
            card.show_pictures(self._pictures)
        card.set_caps(*self._caps)
        card.clicked.connect(lambda: self._toggle(place))
        card.told_of.connect(lambda exercise: self.told_of.emit(place, exercise))
        card.show()
        return card

    def _toggle(self, place: int) -> None:
        if self.can_toggle(place):
            self.toggled.emit(place)

    def _arrange(self) -> None:
        if not self._cards:
            return
        self._scroll.setGeometry(self.rect())
        size = self._upright_size()
        if size is not None:
            self._stand(size)
        else:
            self._lie()

    def needed_height(self, width: float) -> float:
        """Return the least height in px at which all cards are well seen on `width` px."""
        if not self._cards:
            return 0.0
        gap, count = GAP * self._u, len(self._shown)
        each = (width - gap * (count - 1)) / count
        if each >= self._least_width:
            needed = max(card.needed_upright(each, self._u) for card in self._cards)
            if needed < math.inf:
                return max(WELL_SEEN * self._u, needed)
        least = LYING_STILLS[-1]
        self._turn_all(self._lead(width, least, self._beside(width, least)))
        return sum(self._heights(width)) + LYING_GAP * self._u * (count - 1)

    @property
    def _least_width(self) -> float:
        return max(LEAST_WIDTH * self._u, LEAST_WIDTH_PX)

    def _stand(self, size: QSizeF) -> None:
        """Place the cards upright, each of `size`, side by side."""
        self._scroll.fit(self.height())
        self._turn_all(None)
        gap = GAP * self._u
        columns = round((self.width() + gap) / (size.width() + gap))
        for place, card in enumerate(self._cards):
            row, column = divmod(place, columns)
            at = QPointF(column * (size.width() + gap), row * (size.height() + gap))
            card.put(QRectF(at, size), self._u)

    def _lie(self) -> None:
        """Place the cards one below the other, with what is to spare shared among them."""
        gaps = LYING_GAP * self._u * (len(self._cards) - 1)
        heights = self._lay_out(self.width(), gaps)
        width = self._scroll.width_for(sum(heights) + gaps)
        if width < self.width():
            heights = self._lay_out(width, gaps)
        spare = max(0.0, self.height() - sum(heights) - gaps) / len(heights)
        self._scroll.fit(sum(heights) + gaps)
        y = 0.0
        for card, least in zip(self._cards, heights, strict=True):
            height = card.height_for(width, self._u, least + spare)
            card.put(QRectF(0, y, width, height), self._u)
            y += height + LYING_GAP * self._u

    def _lay_out(self, width: float, gaps: float) -> list[float]:
        """Lay the cards at `width` px, with the largest pictures that leave them room for all.

        As many exercises stand side by side as with the smallest. Where those have no room, none
        have, and the larger ones are not measured.
        """
        columns = self._beside(width, LYING_STILLS[-1])
        heights = self._heights_with(width, LYING_STILLS[-1], columns)
        if sum(heights) + gaps > self.height() or len(self._shown) > MOST_MEASURED:
            return heights
        for still in LYING_STILLS[:-1]:
            if self._beside(width, still) < columns:
                continue
            larger = self._heights_with(width, still, columns)
            if sum(larger) + gaps <= self.height():
                return larger
        return self._heights_with(width, LYING_STILLS[-1], columns)

    def _heights_with(self, width: float, still: float, columns: int) -> list[float]:
        self._turn_all(self._lead(width, still, columns))
        return self._heights(width)

    def _lead(self, width: float, still: float, columns: int) -> Lead:
        return Lead(self._lead_width(width), columns, still)

    def _lead_width(self, width: float) -> float:
        needed = LONG_LEAD * self._u
        if len(self._shown) <= MOST_MEASURED:
            needed = max(card.lead_needed(self._u) for card in self._cards)
        return min(needed, MOST_LEAD * width)

    def _turn_all(self, lead: Lead | None) -> None:
        for card in self._cards:
            card.turn(lead)

    def _beside(self, width: float, still: float) -> int:
        """Return how many exercises stand side by side on cards `width` px wide."""
        room = width - self._lead_width(width)
        fitting = [
            (card.columns_at(room, self._u, still), len(card.tiles))
            for card in self._cards[:MOST_MEASURED]
        ]
        return min((each for each, count in fitting if each < count), default=MOST_BESIDE)

    def _heights(self, width: float) -> list[float]:
        return [card.needed_height(width, self._u) for card in self._cards]

    def _upright_size(self) -> QSizeF | None:
        """Return the size of each card if all stand, None if they have to lie.

        They stand side by side, or in two rows if all pictures are large.
        """
        gap, count = GAP * self._u, len(self._shown)
        for rows in (1, 2):
            columns = math.ceil(count / rows)
            width = (self.width() - gap * (columns - 1)) / columns
            height = (self.height() - gap * (rows - 1)) / rows
            if width >= self._least_width and (self._fit(width, height, pictured=rows > 1)):
                return QSizeF(width, height)
        return None

    def _fit(self, width: float, height: float, *, pictured: bool) -> bool:
        """Return whether upright cards of this size hold their words, and are `pictured`."""
        return all(
            card.needed_upright(width, self._u) <= height
            and (not pictured or card.is_pictured(width, height, self._u))
            for card in self._cards
        )
