"""Keys ask for the same on every keyboard, and once each."""

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from matside.core.keymap import NAMED_KEYS, Act, Keymap, key_named
from matside.ui.keyboard.key_events import HeldKeys, act_of, digit_of, key_of

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def key_event(
    key: int,
    modifiers: Qt.KeyboardModifier = NONE,
    *,
    text: str = "",
    scan_code: int = 0,
    repeated: bool = False,
) -> QKeyEvent:
    """Return the event of a key going down."""
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan_code, 0, 0, text, repeated)


@pytest.mark.parametrize(
    ("act", "key"),
    [
        (Act.PRESS, Key.Key_Space),
        (Act.PRESS, Key.Key_Return),
        (Act.PRESS, Key.Key_Enter),
        (Act.PRESS, Key.Key_PageDown),
        (Act.PAUSE_OR_RESUME, Key.Key_P),
        (Act.BACK, Key.Key_Backspace),
        (Act.BACK, Key.Key_Left),
        (Act.BACK, Key.Key_PageUp),
        (Act.SKIP, Key.Key_Right),
        (Act.MORE, Key.Key_Up),
        (Act.MORE, Key.Key_Plus),
        (Act.MORE, Key.Key_Equal),
        (Act.LESS, Key.Key_Down),
        (Act.LESS, Key.Key_Minus),
        (Act.PACE, Key.Key_T),
        (Act.FASTER, Key.Key_Comma),
        (Act.SLOWER, Key.Key_Period),
        (Act.MUTE, Key.Key_M),
        (Act.FULL_SCREEN, Key.Key_F),
        (Act.FULL_SCREEN, Key.Key_F11),
        (Act.KEYS, Key.Key_Question),
        (Act.ESCAPE, Key.Key_Escape),
        (Act.END, Key.Key_E),
        (Act.EXERCISES, Key.Key_I),
        (Act.ABOUT, Key.Key_A),
        (Act.HISTORY, Key.Key_H),
        (Act.EXPORT, Key.Key_X),
        (None, Key.Key_B),
    ],
)
def test_each_key_asks_for_its_act(act: Act | None, key: Key) -> None:
    """A key alone asks for what the keys page says."""
    assert act is act_of(key_event(key))


@pytest.mark.parametrize(
    ("act", "key"),
    [(Act.SETTINGS, Key.Key_Comma), (Act.QUIT, Key.Key_Q), (None, Key.Key_P)],
)
def test_keys_with_control_are_others(act: Act | None, key: Key) -> None:
    """Control changes what a key asks for, and a letter's own act is not meant then."""
    assert act is act_of(key_event(key, CONTROL))


def test_shift_makes_another_key_of_a_letter_alone() -> None:
    """W is heavier and Shift+W lighter; Shift+Space is Space."""
    assert Act.HEAVIER is act_of(key_event(Key.Key_W))
    assert Act.LIGHTER is act_of(key_event(Key.Key_W, SHIFT, text="W"))
    assert Act.PRESS is act_of(key_event(Key.Key_Space, SHIFT))


def test_shift_and_keypad_change_nothing() -> None:
    """A question mark needs Shift on most keyboards; Enter lies on the keypad too."""
    assert Act.KEYS is act_of(key_event(Key.Key_Question, SHIFT, text="?"))
    keypad = Qt.KeyboardModifier.KeypadModifier
    assert Act.PRESS is act_of(key_event(Key.Key_Enter, keypad))


@pytest.mark.parametrize(
    "key",
    [
        Key.Key_Space,
        Key.Key_Right,
        Key.Key_Backspace,
        Key.Key_M,
        Key.Key_T,
        Key.Key_Comma,
        Key.Key_Period,
    ],
)
def test_a_held_key_counts_once(key: Key) -> None:
    """Key repeat is no second press."""
    assert act_of(key_event(key, repeated=True)) is None


def test_a_held_arrow_goes_on_adjusting() -> None:
    """Key repeat counts for Up and Down."""
    assert Act.MORE is act_of(key_event(Key.Key_Up, repeated=True))
    assert Act.LESS is act_of(key_event(Key.Key_Down, repeated=True))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the places are Linux's")
def test_letters_count_by_their_place_without_latin_letters() -> None:
    """On a Russian keyboard the key of P writes a Cyrillic letter and still pauses."""
    cyrillic_ze = 0x0417
    assert Act.PAUSE_OR_RESUME is act_of(key_event(cyrillic_ze, text="з", scan_code=25 + 8))
    cyrillic_yu = 0x042E
    assert Act.SLOWER is act_of(key_event(cyrillic_yu, text="ю", scan_code=52 + 8))
    cyrillic_short_i = 0x0419
    assert Act.QUIT is act_of(key_event(cyrillic_short_i, CONTROL, scan_code=16 + 8))
    assert act_of(key_event(0x0416, text="ж", scan_code=39 + 8)) is None


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the codes are Linux's")
def test_the_key_that_plays_and_pauses_is_told_from_the_one_that_plays() -> None:
    """X calls both XF86AudioPlay; the one button of a headset is a press, a play key resumes."""
    assert Act.PRESS is act_of(key_event(Key.Key_MediaPlay, scan_code=164 + 8))
    assert Act.RESUME is act_of(key_event(Key.Key_MediaPlay, scan_code=200 + 8))
    assert Act.PRESS is act_of(key_event(Key.Key_MediaTogglePlayPause))


@pytest.mark.parametrize(
    ("name", "event"),
    [
        ("B", key_event(Key.Key_B)),
        ("Ctrl+B", key_event(Key.Key_B, CONTROL)),
        ("Enter", key_event(Key.Key_Return)),
        ("Ö", key_event(Key.Key_Odiaeresis)),
        ("µ", key_event(Key.Key_mu)),
        ("Ÿ", key_event(Key.Key_ydiaeresis)),
        ("Ÿ", key_event(0x0178)),
        ("ß", key_event(Key.Key_ssharp)),
        ("Ж", key_event(0x0416)),
        ("F24", key_event(Key.Key_F24)),
        (None, key_event(Key.Key_B, Qt.KeyboardModifier.AltModifier)),
        (None, key_event(Key.Key_Control)),
        (None, key_event(Key.Key_F25)),
    ],
)
def test_keys_have_the_names_that_the_settings_keep(name: str | None, event: QKeyEvent) -> None:
    """What can be pressed for an act can be kept in the file, and nothing else is taken."""
    assert name == key_of(event)
    assert name is None or name == key_named(name)


def test_every_key_with_a_name_can_be_pressed() -> None:
    """The window knows all that the core names."""
    known = {key_of(key_event(code)) for code in Key}

    assert set(NAMED_KEYS) <= known


def test_chosen_keys_ask_for_their_act() -> None:
    """And those that were taken away for nothing."""
    keymap = Keymap({Act.MUTE: ("B", "Ctrl+B")})

    found = [act_of(key_event(Key.Key_B, held), keymap) for held in (NONE, CONTROL)]
    assert [Act.MUTE, Act.MUTE] == found
    assert act_of(key_event(Key.Key_M), keymap) is None


def stamped(kind: QEvent.Type, key: Key, at: int) -> QKeyEvent:
    """Return the event of a key going down or up at the instant `at`, not marked as a repeat."""
    event = QKeyEvent(kind, key, NONE)
    event.setTimestamp(at)
    return event


@pytest.mark.parametrize(
    ("repeats", "key", "at"),
    [
        (True, Key.Key_Space, 4_294_313),
        (False, Key.Key_Space, 4_294_314),
        (False, Key.Key_P, 4_294_313),
    ],
)
def test_a_key_pressed_at_the_instant_it_was_let_go_is_held(
    *, repeats: bool, key: Key, at: int
) -> None:
    """So X repeats a held key; another key, or a later press, is one of its own."""
    held = HeldKeys()
    held.let_go(stamped(QEvent.Type.KeyRelease, Key.Key_Space, 4_294_313))
    assert repeats is held.repeats(stamped(QEvent.Type.KeyPress, key, at))


def test_presses_without_a_time_are_no_repeats() -> None:
    """Where the desktop tells no time, the key's own mark alone counts."""
    held = HeldKeys()
    held.let_go(stamped(QEvent.Type.KeyRelease, Key.Key_Space, 0))
    assert not held.repeats(stamped(QEvent.Type.KeyPress, Key.Key_Space, 0))
    assert held.repeats(key_event(Key.Key_Space, repeated=True))
    assert act_of(key_event(Key.Key_Space), repeated=True) is None


def test_digits_choose_blocks() -> None:
    """1 to 9 are digits, typed with Shift too, as on French keyboards."""
    assert 1 == digit_of(key_event(Key.Key_1))
    assert 9 == digit_of(key_event(Key.Key_9, SHIFT))
    assert digit_of(key_event(Key.Key_0)) is None
    assert digit_of(key_event(Key.Key_1, CONTROL)) is None
    assert digit_of(key_event(Key.Key_1, repeated=True)) is None


def test_digits_of_the_keypad_are_digits() -> None:
    """Where they lie makes no difference."""
    keypad = Qt.KeyboardModifier.KeypadModifier
    assert 5 == digit_of(key_event(Key.Key_5, keypad, scan_code=76 + 8))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the places are Linux's")
@pytest.mark.parametrize(
    ("digit", "key", "scan_code"),
    [
        (1, Key.Key_Ampersand, 2),
        (2, Key.Key_Eacute, 3),
        (6, Key.Key_Minus, 7),
        (9, Key.Key_Ccedilla, 10),
        (2, 0x011A, 3),
        (None, Key.Key_Agrave, 11),
        (None, Key.Key_A, 16),
    ],
)
def test_digits_count_by_their_place(digit: int | None, key: int, scan_code: int) -> None:
    """A French or Czech keyboard types other signs there without Shift; 0 is no block."""
    assert digit == digit_of(key_event(key, scan_code=scan_code + 8))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the places are Linux's")
def test_a_digit_that_is_typed_goes_before_the_place_of_its_key() -> None:
    """Some keyboards order digits otherwise; with Shift a sign is what it is."""
    assert 7 == digit_of(key_event(Key.Key_7, scan_code=2 + 8))
    assert digit_of(key_event(Key.Key_Question, SHIFT, scan_code=8 + 8)) is None


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the places are Linux's")
def test_a_letter_at_the_place_of_a_digit_can_be_chosen() -> None:
    """The Czech ě lies where others have 2; as the key of an act it is itself."""
    assert "Ě" == key_of(key_event(0x011A, scan_code=3 + 8))
