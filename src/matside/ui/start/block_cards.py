"""The blocks of a workout as cards; a press leaves one out."""

import math
from collections.abc import Iterator, Sequence
from itertools import accumulate

from PySide6.QtCore import QCoreApplication, QRectF, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.drawing.painting import pixels
from matside.ui.drawing.theme import Theme
from matside.ui.figures.film_decoder import FilmDecoder
from matside.ui.figures.thumbnails import Thumbnails
from matside.ui.kit.controls import Control
from matside.ui.kit.scrolling import Scroll
from matside.ui.start.block_card import BlockCard, Card

LEAST_WIDTH = 21.0
"""The minimum width of a card, in units."""


AT_ONCE = 100
"""The number of exercises whose cards are made and measured in one pass of the event loop."""


SEEN_AFTER = 100
"""How long after the cards are shown their pictures are looked up, in ms."""


class BlockCards(QWidget):
    """All blocks of a workout, in as few rows as their words allow; they scroll if necessary.

    Visible cards are made at once; with very many exercises the others follow in later passes
    of the event loop, and `grown` tells that all are there.
    """

    toggled = Signal(int)
    told_of = Signal(int)
    grown = Signal()

    def __init__(self, theme: Theme, parent: QWidget, decoder: FilmDecoder | None = None) -> None:
        super().__init__(parent)
        self._pictures = Thumbnails(decoder or FilmDecoder(parent=self), self)
        self._seen = QTimer(self, interval=SEEN_AFTER, singleShot=True)
        self._seen.timeout.connect(self._pictures.wake)
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._grow)
        self.setAccessibleName(QCoreApplication.translate("Start", "Blocks"))
        self._theme = theme
        self._sheet = QWidget()
        self._scroll = Scroll(theme, self._sheet, self)
        self._shown: tuple[Card, ...] = ()
        self._cards: list[BlockCard] = []
        self._u = 8.0
        self._caps = (14.0, 12.0, 11.0)

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show `cards` in order."""
        self._shown = tuple(cards)
        end = self._show_from(0)
        for beyond in self._cards[end:]:
            beyond.deleteLater()
        del self._cards[end:]
        self._arrange()

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

    @property
    def cards(self) -> tuple[BlockCard, ...]:
        """The cards in order."""
        return tuple(self._cards)

    @property
    def controls(self) -> tuple[Control, ...]:
        """The cards and their about buttons, in the order of Tab."""
        return tuple(control for card in self._cards for control in (card, card.about))

    def can_toggle(self, place: int) -> bool:
        """Return whether there is a card at `place`, counted from 0, that may be left out."""
        return place < len(self._shown) and not self._shown[place].kept

    def needed_height(self, width: float, enough: float = math.inf) -> float:
        """Return the height in px that all cards need at `width` px, without pictures.

        From `enough` px on it may be an underestimate: the cards scroll anyway.
        """
        if not self._cards:
            return 0.0
        needed = 0.0
        for row, end in enumerate(accumulate(self._row_heights(width))):
            needed = end + self._gap * row
            if needed >= enough:
                break
        return needed

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Look for pictures as soon as the cards have been seen."""
        super().showEvent(event)
        self._seen.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Look for no pictures where nobody sees them."""
        super().hideEvent(event)
        self._seen.stop()
        self._pictures.rest()

    def _show_from(self, first: int) -> int:
        """Show the cards from place `first` on, as many as one turn takes; return where it ends.

        A card whose exercises are on it already takes next to nothing.
        """
        room, place = AT_ONCE, first
        while room > 0 and place < len(self._shown):
            card = self._shown[place]
            if place == len(self._cards):
                self._cards.append(self._card(place))
            if self._cards[place].exercises != card.block.exercises:
                room -= len(card.block.exercises)
            self._cards[place].show_card(card)
            place += 1
        if place < len(self._shown):
            self._turn.start()
        else:
            self._turn.stop()
        return place

    def _grow(self) -> None:
        self._show_from(len(self._cards))
        self._arrange()
        if not self._turn.isActive():
            self.grown.emit()

    def _card(self, place: int) -> BlockCard:
        card = BlockCard(self._sheet, self._theme, self._pictures)
        card.set_caps(*self._caps)
        card.clicked.connect(lambda: self.toggled.emit(place))
        card.about.clicked.connect(lambda: self.told_of.emit(place))
        card.show()
        return card

    def _arrange(self) -> None:
        if not self._cards:
            return
        self._scroll.setGeometry(self.rect())
        width = self._scroll.width_for(self.needed_height(self.width(), self.height() + 1))
        heights = list(self._row_heights(width))
        needed = sum(heights) + self._gap * (len(heights) - 1)
        self._scroll.fit(needed)
        spare = max(0.0, self.height() - needed) / len(heights)
        self._place(width, [height + spare for height in heights])

    @property
    def _gap(self) -> float:
        return 1.5 * self._u

    def _columns(self, width: float) -> int:
        least = LEAST_WIDTH * max(self._u, 7.6)
        most = max(1, int((width + self._gap) / (least + self._gap)))
        rows = math.ceil(len(self._shown) / most)
        return math.ceil(len(self._shown) / rows)

    def _card_width(self, width: float) -> float:
        columns = self._columns(width)
        return (width - (columns - 1) * self._gap) / columns

    def _rows(self, width: float) -> list[list[BlockCard]]:
        columns = self._columns(width)
        return [
            self._cards[first : first + columns] for first in range(0, len(self._cards), columns)
        ]

    def _row_heights(self, width: float) -> Iterator[float]:
        each = self._card_width(width)
        for row in self._rows(width):
            yield max(card.needed_height(each, self._u) for card in row)

    def _place(self, width: float, heights: list[float]) -> None:
        each, y = self._card_width(width), 0.0
        rows = list(zip(self._rows(width), heights, strict=True))
        gap = min(card.most_gap(each, height, self._u) for row, height in rows for card in row)
        for row, height in rows:
            for column, card in enumerate(row):
                card.gap = gap
                card.put(QRectF(column * (each + self._gap), y, each, height), self._u)
            y += height + self._gap
