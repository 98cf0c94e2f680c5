"""A short list of keys and what they do."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.drawing.icons import Icon, paint_icon
from matside.ui.drawing.lettering import SEMIBOLD
from matside.ui.drawing.painting import (
    Ink,
    fill_rounded,
    keycap_width,
    paint_keycap,
    paint_word,
    pixels,
)
from matside.ui.drawing.theme import Theme
from matside.ui.keyboard.key_faces import Face


@dataclass(frozen=True, slots=True)
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
    return f"{', '.join(names)}: {line.words}"


class KeyList(QWidget):
    """Lines of words at the left and keycaps at the right."""

    def __init__(self, theme: Theme, parent: QWidget, lines: Sequence[KeyWords]) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = tuple(lines)
        self.setAccessibleName("; ".join(spoken(line) for line in self._lines))
        self._cap = 12.0

    def put(self, rect: QRectF, cap: float) -> None:
        """Place the list on `rect`, with capitals `cap` px high."""
        self._cap = cap
        self.setGeometry(pixels(rect))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pitch = self.height() / len(self._lines)
        for place, line in enumerate(self._lines):
            self._paint_line(painter, QRectF(0, place * pitch, self.width(), pitch), line)
        painter.end()

    def _paint_line(self, painter: QPainter, row: QRectF, line: KeyWords) -> None:
        height = min(2.2 * self._cap, 0.9 * row.height())
        right = row.right()
        for face in reversed(line.keys):
            width = face_width(face, 0.9 * self._cap, height)
            keycap = QRectF(right - width, row.center().y() - height / 2, width, height)
            paint_face(painter, keycap, face, 0.9 * self._cap, self._theme)
            right = keycap.left() - 0.5 * self._cap
        words = QRectF(row.x(), row.y(), right - self._cap - row.x(), row.height())
        paint_word(painter, words, line.words, Ink(self._cap, self._theme.text))
