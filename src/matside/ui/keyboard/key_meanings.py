"""What each key means, as the keys page lists it."""

from PySide6.QtCore import QCoreApplication

from matside.core.keymap import Act, Keymap
from matside.ui.keyboard.key_faces import key_faces, key_name, word_of
from matside.ui.keyboard.key_list import KeyWords
from matside.ui.words.texts import end_and_save, escape_key, less_key, more_key, not_yet


def other_words(keymap: Keymap, act: Act) -> tuple[str, ...]:
    """Return the names of up to three keys of `act` after the first; one Enter is enough."""
    words = [key_name(key) for key in keymap.of(act) if key != "Keypad Enter"]
    return tuple(words[1:4])


def keys(keymap: Keymap) -> tuple[KeyWords, ...]:
    """Return the keys of `keymap` except those of a press, column by column."""
    return (
        *_keys_of_steps(keymap),
        *_keys_of_pace(keymap),
        *_keys_of_sound(keymap),
        *_keys_of_leaving(keymap),
        *_keys_of_the_start_page(),
        *_keys_of_the_window(keymap),
    )


def _line(keymap: Keymap, act: Act, words: str, more: str = "") -> KeyWords:
    return KeyWords(key_faces(keymap.of(act)[0]), words, more)


def _also(keymap: Keymap, act: Act) -> str:
    others = other_words(keymap, act)[:1]
    pattern = QCoreApplication.translate("Keys", "Also {key}")
    return pattern.format(key=others[0]) if others else ""


def _keys_of_steps(keymap: Keymap) -> tuple[KeyWords, ...]:
    seconds = QCoreApplication.translate("Keys", "{seconds} s")
    return (
        _line(
            keymap,
            Act.BACK,
            QCoreApplication.translate("Keys", "Back"),
            _also(keymap, Act.BACK),
        ),
        _line(
            keymap,
            Act.SKIP,
            QCoreApplication.translate("Keys", "Skip"),
            QCoreApplication.translate("Keys", "This set or this rest"),
        ),
        _line(
            keymap,
            Act.MORE,
            seconds.format(seconds=more_key()),
            QCoreApplication.translate("Keys", "More of this rest or hold"),
        ),
        _line(
            keymap,
            Act.LESS,
            seconds.format(seconds=less_key()),
            QCoreApplication.translate("Keys", "Less of it"),
        ),
    )


def _keys_of_pace(keymap: Keymap) -> tuple[KeyWords, ...]:
    return (
        _line(
            keymap,
            Act.PAUSE_OR_RESUME,
            QCoreApplication.translate("Keys", "Pause"),
            QCoreApplication.translate("Keys", "At any time, and resume"),
        ),
        _line(
            keymap,
            Act.PACE,
            QCoreApplication.translate("Keys", "Rep pace"),
            QCoreApplication.translate("Keys", "Reps run by the clock"),
        ),
        KeyWords(
            (*key_faces(keymap.of(Act.FASTER)[0]), *key_faces(keymap.of(Act.SLOWER)[0])),
            QCoreApplication.translate("Keys", "Faster, slower"),
            QCoreApplication.translate("Keys", "Reps at rep pace"),
        ),
    )


def _keys_of_sound(keymap: Keymap) -> tuple[KeyWords, ...]:
    return (
        _line(
            keymap,
            Act.VOICE,
            QCoreApplication.translate("Keys", "Voice"),
            QCoreApplication.translate("Keys", "Off or on, chimes stay"),
        ),
        _line(
            keymap,
            Act.AGAIN,
            QCoreApplication.translate("Keys", "Say it again"),
            QCoreApplication.translate("Keys", "What comes, or how to do it"),
        ),
        _line(
            keymap,
            Act.MUTE,
            QCoreApplication.translate("Keys", "Mute"),
            QCoreApplication.translate("Keys", "All sound off or on"),
        ),
    )


def _keys_of_leaving(keymap: Keymap) -> tuple[KeyWords, ...]:
    return (
        _line(
            keymap,
            Act.FULL_SCREEN,
            QCoreApplication.translate("Keys", "Full screen"),
            _also(keymap, Act.FULL_SCREEN),
        ),
        _line(
            keymap,
            Act.ESCAPE,
            QCoreApplication.translate("Keys", "End workout"),
            QCoreApplication.translate("Keys", "Leaves full screen first"),
        ),
        _line(
            keymap,
            Act.END,
            end_and_save(),
            QCoreApplication.translate("Keys", "Once Esc has asked"),
        ),
        KeyWords(
            (word_of(keymap, Act.PRESS), escape_key()),
            not_yet(),
            QCoreApplication.translate("Keys", "Stays paused"),
        ),
    )


def _keys_of_the_start_page() -> tuple[KeyWords, ...]:
    """Return the fixed keys of the start page."""
    return (
        KeyWords(
            (*key_faces("Up"), *key_faces("Down")),
            QCoreApplication.translate("Keys", "Workout"),
            QCoreApplication.translate("Keys", "Before the start"),
        ),
        KeyWords(
            (*key_faces("Left"), *key_faces("Right")),
            QCoreApplication.translate("Keys", "Rounds"),
            QCoreApplication.translate("Keys", "Before the start"),
        ),
        KeyWords(
            ("1-9",),
            QCoreApplication.translate("Keys", "Leave out"),
            QCoreApplication.translate("Keys", "A block, before the start"),
        ),
    )


def _keys_of_the_window(keymap: Keymap) -> tuple[KeyWords, ...]:
    return (
        _line(keymap, Act.SETTINGS, QCoreApplication.translate("Keys", "Settings")),
        _line(keymap, Act.KEYS, QCoreApplication.translate("Keys", "This page")),
        _line(keymap, Act.QUIT, QCoreApplication.translate("Keys", "Quit")),
    )
