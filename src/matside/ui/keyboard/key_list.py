"""Keys and what they do, in a line."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from matside.frozen import frozen
from matside.override import override
from matside.ui.drawing.icons import Icon, paint_icon
from matside.ui.drawing.lettering import SEMIBOLD
from matside.ui.drawing.painting import (
    Ink,
    PlacedPart,
    fill_rounded,
    keycap_width,
    paint_keycap,
    paint_word,
)
from matside.ui.drawing.theme import Theme
from matside.ui.keyboard.key_faces import Face


@frozen
class KeyWords:
    """Keys and what they do; `more` holds further lines, if any."""

    keys: tuple[Face, ...]
    words: str
    more: str = ""


def face_width(face: Face, cap: float, height: float) -> float:
    """Return the width in px of a keycap of `face` that is `height` px high."""
    return height if isinstance(face, Icon) else keycap_width(face, cap, 0.6 * height)


def paint_face(painter: QPainter, rect: QRectF, face: Face, cap: float, theme: Theme) -> None:
    """Paint a keycap with `face` on it."""
    if isinstance(face, str):
        paint_keycap(painter, rect, face, Ink(cap, theme.text, SEMIBOLD), theme.surface2)
        return
    fill_rounded(painter, rect, rect.height() / 5, theme.surface2)
    icon = QRectF(0, 0, 1.5 * cap, 1.5 * cap)
    icon.moveCenter(rect.center())
    paint_icon(painter, face, icon, theme.text)


def spoken(line: KeyWords) -> str:
    """Return `line` as it is read aloud."""
    names = (face.name.capitalize() if isinstance(face, Icon) else face for face in line.keys)
    return f"{', '.join(names)}: {', '.join(filter(None, (line.words, line.more)))}"


class KeyHints(PlacedPart):
    """Keycaps abreast, each with what it does at its right; the last ends at the right edge.

    They move together where they need it; of more than have room the first ones are left out.
    """

    def __init__(self, theme: Theme, parent: QWidget, lines: Sequence[KeyWords]) -> None:
        super().__init__(theme, parent)
        self.show_lines(lines)

    def show_lines(self, lines: Sequence[KeyWords]) -> None:
        """Show `lines` from now on."""
        self._lines = tuple(lines)
        self.setAccessibleName("; ".join(spoken(line) for line in self._lines))
        self.update()

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the hints."""
        right = float(self.width())
        spare = right - sum(map(self._width, self._lines))
        apart = max(1.0, min(2.0, spare / self._cap / max(1, len(self._lines) - 1)))
        for line in reversed(self._lines):
            if self._width(line) > right:
                break
            right = self._paint_line(painter, right, line) - apart * self._cap

    def _width(self, line: KeyWords) -> float:
        cap, height = self._cap, self._key_height
        keys = sum(face_width(face, 0.9 * cap, height) + 0.4 * cap for face in line.keys)
        return keys + 0.8 * cap + Ink(cap, self._theme.mute).width(line.words)

    @property
    def _key_height(self) -> float:
        return min(2.2 * self._cap, 0.9 * self.height())

    def _paint_line(self, painter: QPainter, right: float, line: KeyWords) -> float:
        """Paint `line` so that it ends at `right`, and return where it begins."""
        cap, middle = self._cap, self.height() / 2
        ink = Ink(cap, self._theme.mute)
        words = QRectF(right - ink.width(line.words), 0, ink.width(line.words), self.height())
        paint_word(painter, words, line.words, ink, least=0)
        height = self._key_height
        left = words.left() - 0.8 * cap
        for face in reversed(line.keys):
            width = face_width(face, 0.9 * cap, height)
            keycap = QRectF(left - width, middle - height / 2, width, height)
            paint_face(painter, keycap, face, 0.9 * cap, self._theme)
            left = keycap.left() - 0.4 * cap
        return left
