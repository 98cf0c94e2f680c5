"""Which key asks for what, on every keyboard."""

import sys
from collections.abc import Mapping
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

Key = Qt.Key


class Act(Enum):
    """What a key asks of the window."""

    PRESS = auto()
    PAUSE_OR_RESUME = auto()
    BACK = auto()
    SKIP = auto()
    MORE = auto()
    LESS = auto()
    PACE = auto()
    FASTER = auto()
    SLOWER = auto()
    MUTE = auto()
    FULL_SCREEN = auto()
    KEYS = auto()
    ESCAPE = auto()
    END = auto()
    SETTINGS = auto()
    QUIT = auto()


_ACTS: Mapping[int, Act] = {
    Key.Key_Space: Act.PRESS,
    Key.Key_Return: Act.PRESS,
    Key.Key_Enter: Act.PRESS,
    Key.Key_PageDown: Act.PRESS,
    Key.Key_P: Act.PAUSE_OR_RESUME,
    Key.Key_Backspace: Act.BACK,
    Key.Key_Left: Act.BACK,
    Key.Key_PageUp: Act.BACK,
    Key.Key_Right: Act.SKIP,
    Key.Key_Up: Act.MORE,
    Key.Key_Plus: Act.MORE,
    Key.Key_Equal: Act.MORE,
    Key.Key_Down: Act.LESS,
    Key.Key_Minus: Act.LESS,
    Key.Key_T: Act.PACE,
    Key.Key_Comma: Act.FASTER,
    Key.Key_Period: Act.SLOWER,
    Key.Key_M: Act.MUTE,
    Key.Key_F: Act.FULL_SCREEN,
    Key.Key_F11: Act.FULL_SCREEN,
    Key.Key_Question: Act.KEYS,
    Key.Key_F1: Act.KEYS,
    Key.Key_Escape: Act.ESCAPE,
    Key.Key_E: Act.END,
}

_ACTS_WITH_CONTROL: Mapping[int, Act] = {
    Key.Key_Comma: Act.SETTINGS,
    Key.Key_Q: Act.QUIT,
}

REPEATING = frozenset({Act.MORE, Act.LESS})
"""The acts for which a held key counts again and again."""

_PLACES_BY_EVDEV: Mapping[int, Key] = {
    16: Key.Key_Q,
    18: Key.Key_E,
    20: Key.Key_T,
    25: Key.Key_P,
    33: Key.Key_F,
    50: Key.Key_M,
    51: Key.Key_Comma,
    52: Key.Key_Period,
}
"""Where the letters lie on a keyboard, by the kernel's codes (linux/input-event-codes.h)."""

_PLACES_BY_CARBON: Mapping[int, Key] = {
    12: Key.Key_Q,
    14: Key.Key_E,
    17: Key.Key_T,
    35: Key.Key_P,
    3: Key.Key_F,
    46: Key.Key_M,
    43: Key.Key_Comma,
    47: Key.Key_Period,
}
"""The same by macOS's virtual key codes (HIToolbox, Events.h)."""

_HARMLESS = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
"""Modifiers that only say where a key lies, or are needed to type a sign or a digit."""

_LATIN = 0xFF
_SPECIAL = 0x01000000
"""Qt names keys by what they write: Latin-1 up to _LATIN, keys without a sign from _SPECIAL."""

_X_OFFSET = 8
"""X and Wayland count the kernel's codes from 8."""


class HeldKeys:
    """Tells the repeats of a held key that Qt does not mark as such.

    X repeats a held key by letting it go and pressing it again at the same instant. Qt marks
    both as repeats only where it has seen both; else the key seems to be pressed anew. No hand
    lets go and presses within the same millisecond.
    """

    def __init__(self) -> None:
        self._let_go: tuple[int, int] | None = None

    def let_go(self, event: QKeyEvent) -> None:
        """Learn that a key was let go."""
        self._let_go = (event.key(), event.timestamp())

    def repeats(self, event: QKeyEvent) -> bool:
        """Return whether the press `event` only repeats a key that is held."""
        at = event.timestamp()
        return event.isAutoRepeat() or (at != 0 and (event.key(), at) == self._let_go)


def act_of(event: QKeyEvent, *, repeated: bool = False) -> Act | None:
    """Return what `event` asks for, None where it asks for nothing here.

    Letters also count by their place where the keyboard writes no Latin ones. `repeated` says
    that the key is only held, where that is known otherwise than by the event.
    """
    modifiers = event.modifiers() & ~_HARMLESS
    key = _key_of(event)
    act = None
    if modifiers == Qt.KeyboardModifier.ControlModifier:
        act = _ACTS_WITH_CONTROL.get(key)
    elif modifiers == Qt.KeyboardModifier.NoModifier:
        act = _ACTS.get(key)
    if (repeated or event.isAutoRepeat()) and act not in REPEATING:
        return None
    return act


def digit_of(event: QKeyEvent) -> int | None:
    """Return the digit 1 to 9 that `event` types, None where it types another key."""
    plain = event.modifiers() & ~_HARMLESS
    if plain != Qt.KeyboardModifier.NoModifier or event.isAutoRepeat():
        return None
    digit = event.key() - Key.Key_0
    return digit if digit in range(1, 10) else None


def _key_of(event: QKeyEvent) -> int:
    if _LATIN < event.key() < _SPECIAL:
        return _place_of(event) or event.key()
    return event.key()


def _place_of(event: QKeyEvent) -> Key | None:
    if sys.platform == "darwin":
        return _PLACES_BY_CARBON.get(event.nativeVirtualKey())
    offset = 0 if sys.platform == "win32" else _X_OFFSET
    return _PLACES_BY_EVDEV.get(event.nativeScanCode() - offset)
