"""Translates Qt's key events to keys and acts, on every keyboard layout."""

import sys
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from matside.core.keymap import (
    CONTROL,
    ESCAPE,
    REPEATING,
    SHIFT,
    USUAL_KEYS,
    Act,
    Keymap,
    key_named,
)

Key = Qt.Key

_CODES: Mapping[str, Key] = {
    "Space": Key.Key_Space,
    "Enter": Key.Key_Return,
    "Keypad Enter": Key.Key_Enter,
    "Backspace": Key.Key_Backspace,
    "Tab": Key.Key_Tab,
    "Page Up": Key.Key_PageUp,
    "Page Down": Key.Key_PageDown,
    "Home": Key.Key_Home,
    "End": Key.Key_End,
    "Left": Key.Key_Left,
    "Right": Key.Key_Right,
    "Up": Key.Key_Up,
    "Down": Key.Key_Down,
    "Insert": Key.Key_Insert,
    "Delete": Key.Key_Delete,
    "Pause": Key.Key_Pause,
    "Print": Key.Key_Print,
    "Menu": Key.Key_Menu,
    ESCAPE: Key.Key_Escape,
    "Volume Up": Key.Key_VolumeUp,
    "Volume Down": Key.Key_VolumeDown,
    "Volume Mute": Key.Key_VolumeMute,
    "Media Play/Pause": Key.Key_MediaTogglePlayPause,
    "Media Play": Key.Key_MediaPlay,
    "Media Pause": Key.Key_MediaPause,
    "Media Stop": Key.Key_MediaStop,
    "Media Previous": Key.Key_MediaPrevious,
    "Media Next": Key.Key_MediaNext,
    **{f"F{number}": Key(Key.Key_F1 + number - 1) for number in range(1, 25)},
}

_NAMES: Mapping[int, str] = {code: name for name, code in _CODES.items()}


def _places(rows: Mapping[int, str]) -> Mapping[int, Key]:
    """Return a key for each code: `rows` has the letters side by side from a code on."""
    return {
        first + place: Key(ord(sign))
        for first, signs in rows.items()
        for place, sign in enumerate(signs)
    }


_PLACES_BY_EVDEV = _places({2: "123456789", 16: "QWERTYUIOP", 30: "ASDFGHJKL", 44: "ZXCVBNM,."})
"""The positions of keys on a keyboard, by the kernel's codes (linux/input-event-codes.h)."""

_PLACES_BY_CARBON = _places(
    {
        0: "ASDFHGZXCV",
        11: "BQWERYT123465",
        25: "9",
        26: "7",
        28: "8",
        31: "OU",
        34: "IP",
        37: "LJ",
        40: "K",
        43: ",",
        45: "NM.",
    }
)
"""The same by macOS's virtual key codes (HIToolbox, Events.h)."""

_HARMLESS = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
"""Modifiers that only say where a key is, or are needed to type a symbol or a digit."""

_BLANK = 0x20
_LATIN = 0xFF
_SPECIAL = 0x01000000
"""Qt numbers keys by what they type: Latin-1 up to _LATIN, non-printing keys from _SPECIAL."""

_PLAY_PAUSE_BY_EVDEV = 164
"""The kernel's code of the key that plays and pauses; headsets with two have others."""

_X_OFFSET = 8
"""X and Wayland count the kernel's codes from 8."""


class HeldKeys:
    """Recognises repeats of a held key that Qt does not mark as such.

    X repeats a held key by a release and a press with the same timestamp. Qt marks both as
    repeats only if it has seen both; otherwise the key seems to be pressed again. No hand can
    release and press within the same millisecond.
    """

    def __init__(self) -> None:
        self._let_go: tuple[int, int] | None = None

    def let_go(self, event: QKeyEvent) -> None:
        """Note that a key was released."""
        self._let_go = (event.key(), event.timestamp())

    def repeats(self, event: QKeyEvent) -> bool:
        """Return whether the press `event` only repeats a key that is held."""
        at = event.timestamp()
        return event.isAutoRepeat() or (at != 0 and (event.key(), at) == self._let_go)


def act_of(event: QKeyEvent, keymap: Keymap = USUAL_KEYS, *, repeated: bool = False) -> Act | None:
    """Return the act that `event` asks for by `keymap`, None if it asks for none.

    On keyboards without Latin letters a letter also counts by its position. `repeated` says that
    the key is only held, if that is known by other means than the event.
    """
    key = key_of(event)
    act = None if key is None else keymap.act_of(key)
    if (repeated or event.isAutoRepeat()) and act not in REPEATING:
        return None
    return act


def key_of(event: QKeyEvent) -> str | None:
    """Return the name of the key of `event`, None if it cannot be chosen."""
    modifiers = event.modifiers() & ~_HARMLESS
    name = _name_of(_code_of(event))
    if name is None or modifiers == Qt.KeyboardModifier.NoModifier:
        return name if name is None else _with_shift(name, event)
    return CONTROL + name if modifiers == Qt.KeyboardModifier.ControlModifier else None


def _with_shift(name: str, event: QKeyEvent) -> str:
    """Return `name`, or that of a letter typed with Shift; for other signs Shift may be needed."""
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return SHIFT + name if shifted and len(name) == 1 and name.isalpha() else name


def digit_of(event: QKeyEvent) -> int | None:
    """Return the digit 1 to 9 that `event` types, else the one at the position of its key.

    A French keyboard types digits only with Shift. With Shift the position does not count, for
    Russian ones have their question mark there. None if it is another key.
    """
    plain = event.modifiers() & ~_HARMLESS
    if plain != Qt.KeyboardModifier.NoModifier or event.isAutoRepeat():
        return None
    typed = _digit(event.key())
    if typed is not None or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return typed
    return _digit(_place_of(event))


def _digit(code: int | None) -> int | None:
    digit = 0 if code is None else code - Key.Key_0
    return digit if digit in range(1, 10) else None


def _name_of(code: int) -> str | None:
    if code in _NAMES:
        return _NAMES[code]
    return key_named(chr(code)) if _BLANK < code <= sys.maxunicode else None


def _code_of(event: QKeyEvent) -> int:
    if _LATIN < event.key() < _SPECIAL:
        place = _place_of(event)
        return event.key() if place is None or _digit(place) else place
    if event.key() == Key.Key_MediaPlay and _is_play_pause(event):
        return Key.Key_MediaTogglePlayPause
    return event.key()


def _is_play_pause(event: QKeyEvent) -> bool:
    """Return whether it is the key that plays and pauses, which X and Wayland report as Play."""
    return (
        sys.platform.startswith("linux")
        and event.nativeScanCode() - _X_OFFSET == _PLAY_PAUSE_BY_EVDEV
    )


def _place_of(event: QKeyEvent) -> Key | None:
    if sys.platform == "darwin":
        return _PLACES_BY_CARBON.get(event.nativeVirtualKey())
    offset = 0 if sys.platform == "win32" else _X_OFFSET
    return _PLACES_BY_EVDEV.get(event.nativeScanCode() - offset)
