"""A row with an act and the keycaps of its keys; once chosen, it waits for a key."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from matside.core.keymap import ESCAPE, Act, Keymap
from matside.override import override
from matside.ui.drawing.lettering import SEMIBOLD
from matside.ui.drawing.painting import Ink, fill_rounded, paint_word
from matside.ui.drawing.theme import Theme
from matside.ui.keyboard.act_words import act_words
from matside.ui.keyboard.key_events import HeldKeys, key_of
from matside.ui.keyboard.key_faces import key_faces, key_name
from matside.ui.keyboard.key_list import face_width, paint_face
from matside.ui.kit.controls import Control
from matside.ui.words.translation import translate

MOST_KEYCAPS = 0.62
"""The share of the row's width that its keycaps may take from its words.

Of those without room it is told how many they are.
"""


class ActRow(Control):
    """An act with its keys. Once chosen it takes the next key; Esc keeps the old ones.

    `waiting_changed` says that it has begun or stopped to wait for a key; `key_pressed` carries
    the name of the key.
    """

    waiting_changed = Signal()
    key_pressed = Signal(str)

    def __init__(self, parent: QWidget, theme: Theme, act: Act) -> None:
        super().__init__(parent, theme)
        self.act = act
        self.cap = 12.0
        self._keys: tuple[str, ...] = ()
        self._waits = False
        self._held_keys = HeldKeys()
        self.setText(act_words(act))
        self.setAccessibleName(self.text())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(lambda: self.wait(waits=True))

    @property
    def waits(self) -> bool:
        """Whether the next key is taken for the act."""
        return self._waits

    def show_keymap(self, keymap: Keymap) -> None:
        """Show the keys that the act has in `keymap`."""
        self._keys = keymap.of(self.act)
        self.setAccessibleDescription(", ".join(map(key_name, self._keys)))
        self.update()

    def wait(self, *, waits: bool) -> None:
        """Wait for the next key, or stop waiting."""
        if waits != self._waits:
            self._waits = waits
            self.update()
            self.waiting_changed.emit()

    @override
    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the words, and the keycaps or the request for a key."""
        u, theme = self.u, self.theme
        if self._waits or self.lit:
            fill_rounded(painter, rect, 1.5 * u, theme.surface2 if self._waits else theme.line)
        inner = rect.adjusted(2 * u, 0, -1.5 * u, 0)
        if self._waits:
            waiting = translate("Act", "Press a key")
            ink = Ink(self.cap, theme.text, SEMIBOLD)
            paint_word(painter, inner, waiting, ink, Qt.AlignmentFlag.AlignRight)
            inner.setRight(inner.right() - ink.width(waiting) - 2 * u)
        else:
            inner.setRight(self._paint_keys(painter, inner) - u)
        paint_word(painter, inner, self.text(), Ink(self.cap, theme.text))

    def _paint_keys(self, painter: QPainter, inner: QRectF) -> float:
        """Paint the keycaps, the first key leftmost, and how many more there are.

        Return where they begin.
        """
        cap = 0.85 * self.cap
        height = min(2.2 * self.cap, 0.86 * inner.height())
        beside = inner.width() - Ink(self.cap, self.theme.text).width(self.text()) - 2 * self.u
        room = max(MOST_KEYCAPS * inner.width(), beside)
        widths = [self._key_width(key, cap, height) + 0.8 * cap for key in self._keys]
        mute, more, shown = Ink(cap, self.theme.mute), "", len(widths)
        while shown > 1 and sum(widths[:shown]) + mute.width(more) > room + 0.8 * cap:
            shown -= 1
            more = f"+{len(widths) - shown}"
        width = sum(widths[:shown]) + (mute.width(more) + 1 if more else -0.8 * cap)
        paint_word(painter, inner, more, mute, Qt.AlignmentFlag.AlignRight, least=0)
        x = left = inner.right() - width
        for key, wide in zip(self._keys[:shown], widths, strict=False):
            self._paint_key(painter, key, QRectF(x, inner.center().y() - height / 2, 0, height))
            x += wide
        return left

    def _paint_key(self, painter: QPainter, key: str, keycap: QRectF) -> None:
        """Paint the keycaps that are pressed together for `key`, from the left of `keycap` on."""
        cap = 0.85 * self.cap
        for face in key_faces(key):
            keycap.setWidth(face_width(face, cap, keycap.height()))
            paint_face(painter, keycap, face, cap, self.theme)
            keycap.moveLeft(keycap.right() + 0.3 * cap)

    @staticmethod
    def _key_width(key: str, cap: float, height: float) -> float:
        faces = key_faces(key)
        return sum(face_width(face, cap, height) for face in faces) + 0.3 * cap * (len(faces) - 1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the key while waiting for one; Esc keeps the keys as they are."""
        if not self._waits:
            super().keyPressEvent(event)
            return
        key = key_of(event)
        if key is None or self._held_keys.repeats(event):
            return
        self.wait(waits=False)
        if key != ESCAPE:
            self.key_pressed.emit(key)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Remember when the key was let go."""
        self._held_keys.let_go(event)
        super().keyReleaseEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stop waiting."""
        self.wait(waits=False)
        super().focusOutEvent(event)
