"""The keys page's plates: each key with what it does, in columns."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from matside.frozen import frozen
from matside.override import override
from matside.ui.drawing.lettering import MEDIUM, elided, fitting_cap, wrapped
from matside.ui.drawing.painting import Ink, Part, fill_rounded, paint_word
from matside.ui.drawing.theme import Theme
from matside.ui.keyboard.key_list import KeyWords, face_width, paint_face

PITCH = 1.7
"""The line spacing of the further lines below a key's words, in heights of capitals."""

BELOW_NAME = 0.2
"""The additional space between the words and these lines, in heights of the words' capitals."""

AIR = 0.8
"""The minimum room above and below the words on a plate, in heights of small capitals."""


@frozen
class KeyMeasures:
    """The measures of the plates: the unit, the columns, and heights of capitals in px.

    `face` is for a single key, `faces` for several, `least` the minimum height for words.
    """

    u: float
    columns: int
    name: float
    more: float
    face: float
    faces: float
    least: float


class KeyPlates(Part):
    """Every key on a plate of its own, column by column."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._keys: tuple[KeyWords, ...] = ()
        self._plates: tuple[QRectF, ...] = ()
        self._measures = KeyMeasures(8, 3, name=20, more=12, face=18, faces=15, least=10)

    def show_keys(self, keys: Sequence[KeyWords]) -> None:
        """Show `keys`; they are laid out by the next `set_in`."""
        self._keys = tuple(keys)

    def set_in(self, width: float, height: float, measures: KeyMeasures) -> float:
        """Lay out the plates in `width` px; return their height, which is at least `height` px."""
        self._measures = measures
        self._plates = self._cut(QRectF(0, 0, width, height))
        # On higher plates keycaps are wider, so words may need more lines.
        while (needed := self._needed) > height:
            height = needed
            self._plates = self._cut(QRectF(0, 0, width, height))
        self.update()
        return height

    @property
    def shown(self) -> tuple[str, ...]:
        """The words as they are painted, cut where they do not fit."""
        return tuple(line for plate, key in self._placed for line in self._said(plate, key))

    @property
    def _placed(self) -> list[tuple[QRectF, KeyWords]]:
        return list(zip(self._plates, self._keys, strict=False))

    @property
    def _rows(self) -> int:
        return -(-len(self._keys) // self._measures.columns)

    @property
    def _gap(self) -> float:
        return (1 if self._rows > 4 else 2) * self._measures.u

    @property
    def _needed(self) -> float:
        """The height in px that all rows need."""
        least = max(self._needed_height(*each) for each in self._placed)
        return self._rows * least + (self._rows - 1) * self._gap

    def _cut(self, room: QRectF) -> tuple[QRectF, ...]:
        columns, rows, gap = self._measures.columns, self._rows, self._gap
        width = (room.width() - (columns - 1) * gap) / columns
        height = (room.height() - (rows - 1) * gap) / rows
        return tuple(
            QRectF(
                room.x() + (place // rows) * (width + gap),
                room.y() + (place % rows) * (height + gap),
                width,
                height,
            )
            for place in range(len(self._keys))
        )

    def _needed_height(self, plate: QRectF, key: KeyWords) -> float:
        lines = self._said(plate, key)
        more = self._measures.more
        return height_of(self._inks(plate, key, lines)) + 2 * AIR * more

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the plates."""
        for plate, key in self._placed:
            self._paint_key(painter, plate, key)

    def _paint_key(self, painter: QPainter, plate: QRectF, key: KeyWords) -> None:
        fill_rounded(painter, plate, 1.75 * self._measures.u, self._theme.surface)
        for face, keycap in zip(key.keys, self._keycaps(plate, key), strict=True):
            paint_face(painter, keycap, face, self._face_cap(key), self._theme)
        lines = self._said(plate, key)
        paint_lines(painter, self._words_rect(plate, key), lines, self._inks(plate, key, lines))

    def _inks(self, plate: QRectF, key: KeyWords, lines: Sequence[str]) -> list[Ink]:
        more = Ink(self._measures.more, self._theme.mute)
        return [Ink(self._name_cap(plate, key), self._theme.text), *(more for _ in lines[1:])]

    def _face_cap(self, key: KeyWords) -> float:
        return self._measures.face if len(key.keys) == 1 else self._measures.faces

    def _keycaps(self, plate: QRectF, key: KeyWords) -> tuple[QRectF, ...]:
        u, cap = self._measures.u, self._face_cap(key)
        height, x = min(7 * u, plate.height() - 2.4 * u), plate.x() + 1.5 * u
        found: list[QRectF] = []
        for face in key.keys:
            width = max(height, face_width(face, cap, height))
            found.append(QRectF(x, plate.center().y() - height / 2, width, height))
            x = found[-1].right() + 0.8 * u
        return tuple(found)

    def _words_rect(self, plate: QRectF, key: KeyWords) -> QRectF:
        u = self._measures.u
        left = self._keycaps(plate, key)[-1].right() + 2.2 * u
        return QRectF(left, plate.y(), plate.right() - u - left, plate.height())

    def _name_cap(self, plate: QRectF, key: KeyWords) -> float:
        width = self._words_rect(plate, key).width()
        return max(self._measures.least, fitting_cap(key.words, width, self._measures.name))

    def _said(self, plate: QRectF, key: KeyWords) -> tuple[str, ...]:
        """Return the words of `key` as they fit on `plate`, the name first."""
        width = self._words_rect(plate, key).width()
        name = elided(key.words, width, self._name_cap(plate, key))
        if not key.more:
            return (name,)
        return (name, *wrapped(key.more, width, self._measures.more, MEDIUM, lines=2))


def height_of(inks: Sequence[Ink]) -> float:
    """Return the total height in px of lines written in `inks`."""
    return inks[0].cap + sum(_below(*pair) for pair in pairwise(inks))


def _below(before: Ink, ink: Ink) -> float:
    """Return how far a line in `ink` is below one in `before`: more where letters get smaller."""
    return PITCH * ink.cap + (BELOW_NAME * before.cap if ink.cap < before.cap else 0.0)


def paint_lines(
    painter: QPainter, rect: QRectF, lines: Sequence[str], inks: Sequence[Ink]
) -> None:
    """Write `lines` below each other, vertically centred in `rect`."""
    first = rect.center().y() - height_of(inks) / 2 + inks[0].cap
    steps = (_below(*pair) for pair in pairwise(inks))
    for line, ink, bottom in zip(lines, inks, accumulate(steps, initial=first), strict=True):
        where = QRectF(rect.x(), bottom - ink.cap, rect.width(), ink.cap)
        paint_word(painter, where, line, ink)
