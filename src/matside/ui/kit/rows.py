"""Rows of words, keycaps, plates and icons on one baseline."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont

from matside.frozen import frozen
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.lettering import BOLD, MEDIUM, SEMIBOLD, width_of
from matside.ui.drawing.marks import Box, IconMark, Mark, text_at


class Piece(Protocol):
    """Something of a known width that can be placed on a baseline."""

    @property
    def width(self) -> float:
        """How far the piece advances, in px."""

    def at(self, x: float, baseline: float) -> tuple[Mark, ...]:
        """Return the marks of the piece, set from `x` on."""


@frozen
class TextPiece:
    """A text in one size and colour."""

    text: str
    cap: float
    colour: QColor
    weight: QFont.Weight = MEDIUM
    tabular: bool = False

    @property
    def width(self) -> float:
        """How far the words advance, in px."""
        return width_of(self.text, self.cap, self.weight, tabular=self.tabular)

    def at(self, x: float, baseline: float) -> tuple[Mark, ...]:
        """Return the text from `x` on; nothing if it is empty."""
        if not self.text.strip():
            return ()
        return (
            text_at(
                self.text, x, baseline, self.cap, self.colour, self.weight, tabular=self.tabular
            ),
        )


@frozen
class Gap:
    """An empty space."""

    width: float

    def at(self, x: float, baseline: float) -> tuple[Mark, ...]:  # noqa: ARG002 - as every piece
        """Return nothing."""
        return ()


@frozen
class Badge:
    """An icon of `size` px, vertically centred on capitals `cap` px high, optionally on a tile."""

    icon: Icon
    size: float
    cap: float
    colour: QColor
    tile: QColor | None = None

    @property
    def width(self) -> float:
        """How wide the badge is, in px."""
        return self.size

    def at(self, x: float, baseline: float) -> tuple[Mark, ...]:
        """Return the tile and the icon."""
        rect = QRectF(x, baseline - self.cap / 2 - self.size / 2, self.size, self.size)
        if self.tile is None:
            return (IconMark(self.icon, rect, self.colour),)
        inset = 0.07 * self.size
        return (
            Box(rect, self.tile, 0.22 * self.size),
            IconMark(self.icon, rect.adjusted(inset, inset, -inset, -inset), self.colour),
        )


@frozen
class Stack:
    """Several pieces above each other, `pitch` px apart; the last one is on the baseline."""

    pieces: tuple[Piece, ...]
    pitch: float

    @property
    def width(self) -> float:
        """How wide the widest piece is, in px."""
        return max(piece.width for piece in self.pieces)

    def at(self, x: float, baseline: float) -> tuple[Mark, ...]:
        """Return the marks of all pieces."""
        lowest_first = enumerate(reversed(self.pieces))
        return tuple(
            mark
            for place, piece in lowest_first
            for mark in piece.at(x, baseline - place * self.pitch)
        )


@frozen
class Row:
    """Pieces side by side."""

    pieces: tuple[Piece, ...]

    @property
    def width(self) -> float:
        """How wide all pieces are together, in px."""
        return sum(piece.width for piece in self.pieces)

    @property
    def cap(self) -> float:
        """The height of the largest capitals in px; 0 without text."""
        return max(
            (piece.cap for piece in self.pieces if isinstance(piece, TextPiece)), default=0.0
        )

    def at(self, x: float, baseline: float) -> tuple[Mark, ...]:
        """Return the marks of all pieces."""
        marks: list[Mark] = []
        for piece in self.pieces:
            marks.extend(piece.at(x, baseline))
            x += piece.width
        return tuple(marks)

    def centred(self, x: float, baseline: float) -> tuple[Mark, ...]:
        """Return the marks of all pieces, centred at `x`."""
        return self.at(x - self.width / 2, baseline)

    def ending(self, x: float, baseline: float) -> tuple[Mark, ...]:
        """Return the marks of all pieces, ending at `x`."""
        return self.at(x - self.width, baseline)


@frozen
class PlatePiece:
    """A piece on a plate with `pad` px at both sides, from `above` to `below` the baseline."""

    piece: Piece
    colour: QColor
    pad: float
    above: float
    below: float
    radius: float

    @property
    def width(self) -> float:
        """How wide the plate is, in px."""
        return self.piece.width + 2 * self.pad

    def at(self, x: float, baseline: float) -> tuple[Mark, ...]:
        """Return the plate, and the piece on it."""
        rect = QRectF(x, baseline - self.above, self.width, self.above + self.below)
        return (Box(rect, self.colour, self.radius), *self.piece.at(x + self.pad, baseline))


@frozen
class Dropped:
    """A piece that is `by` px below the baseline."""

    piece: Piece
    by: float

    @property
    def width(self) -> float:
        """How wide the piece is, in px."""
        return self.piece.width

    def at(self, x: float, baseline: float) -> tuple[Mark, ...]:
        """Return the marks of the piece, lowered."""
        return self.piece.at(x, baseline + self.by)


def row(*pieces: Piece) -> Row:
    """Return `pieces` side by side."""
    return Row(pieces)


def first_fitting(width: float, rows: Sequence[Row]) -> Row:
    """Return the first of `rows` that is at most `width` px wide, else the last."""
    return next((tried for tried in rows if tried.width <= width), rows[-1])


def keycap(label: str, height: float, cap: float, colour: QColor, ink: QColor) -> PlatePiece:
    """Return a keycap `height` px high, vertically centred on capitals `cap` px high beside it."""
    letters = 0.5 * height
    words = TextPiece(label, letters, ink, BOLD if len(label) > 3 else SEMIBOLD)
    return _keycap(words, 0.4 * height, letters, height, cap, colour)


def icon_keycap(icon: Icon, height: float, cap: float, colour: QColor, ink: QColor) -> PlatePiece:
    """Return a square keycap with `icon`, vertically centred on capitals `cap` px high."""
    size = 0.72 * height
    return _keycap(Badge(icon, size, cap, ink), (height - size) / 2, cap, height, cap, colour)


def _keycap(
    piece: Piece, pad: float, letters: float, height: float, cap: float, colour: QColor
) -> PlatePiece:
    raised = Dropped(piece, (letters - cap) / 2)
    above = cap / 2 + height / 2
    return PlatePiece(raised, colour, pad, above, height - above, 0.2 * height)


def around(pattern: str, name: str, before: TextPiece, inside: Piece) -> Row:
    """Return `pattern` as a row, with `inside` in place of `{name}`.

    The text around it has the style of `before`, whose own text is ignored.
    """
    ahead, _, behind = pattern.partition("{" + name + "}")
    pieces: list[Piece] = []
    if ahead:
        pieces.append(TextPiece(ahead, before.cap, before.colour, before.weight))
    pieces.append(inside)
    if behind:
        pieces.append(TextPiece(behind, before.cap, before.colour, before.weight))
    return Row(tuple(pieces))


def face_keycap(
    face: str | Icon, height: float, cap: float, colour: QColor, ink: QColor
) -> PlatePiece:
    """Return the keycap of `face`, vertically centred on capitals `cap` px high beside it."""
    if isinstance(face, Icon):
        return icon_keycap(face, height, cap, colour, ink)
    return keycap(face, height, cap, colour, ink)
