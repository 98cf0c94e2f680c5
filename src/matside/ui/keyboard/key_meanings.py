"""What each key means, as the keys page lists it."""

from matside.core.keymap import Act, Keymap
from matside.ui.keyboard.key_faces import key_faces, key_name, word_of
from matside.ui.keyboard.key_list import KeyWords
from matside.ui.words.texts import end_and_save, escape_key, less_key, more_key, not_yet
from matside.ui.words.translation import translate


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
        *_keys_of_the_start_page(keymap),
        *_keys_of_the_window(keymap),
    )


def _line(keymap: Keymap, act: Act, words: str, more: str = "") -> KeyWords:
    return KeyWords(key_faces(keymap.of(act)[0]), words, more)


def _pair(keymap: Keymap, acts: tuple[Act, Act], words: str, more: str) -> KeyWords:
    """Return the first keys of two acts, which `words` names in the same order."""
    return KeyWords(
        tuple(face for act in acts for face in key_faces(keymap.of(act)[0])), words, more
    )


def _also(keymap: Keymap, act: Act) -> str:
    others = other_words(keymap, act)[:1]
    pattern = translate("Keys", "Also {key}")
    return pattern.format(key=others[0]) if others else ""


def _keys_of_steps(keymap: Keymap) -> tuple[KeyWords, ...]:
    seconds = translate("Keys", "{more}, {less} s")
    return (
        _line(
            keymap,
            Act.BACK,
            translate("Keys", "Go back"),
            _also(keymap, Act.BACK),
        ),
        _line(
            keymap,
            Act.SKIP,
            translate("Keys", "Skip"),
            translate("Keys", "This set or this rest"),
        ),
        _pair(
            keymap,
            (Act.MORE, Act.LESS),
            seconds.format(more=more_key(), less=less_key()),
            translate("Keys", "Before the start: workout"),
        ),
    )


def _keys_of_pace(keymap: Keymap) -> tuple[KeyWords, ...]:
    return (
        _line(
            keymap,
            Act.PAUSE_OR_RESUME,
            translate("Keys", "Pause"),
            translate("Keys", "At any time, and resume"),
        ),
        _line(
            keymap,
            Act.PACE,
            translate("Keys", "Rep pace"),
            translate("Keys", "Reps run by the clock"),
        ),
        _pair(
            keymap,
            (Act.FASTER, Act.SLOWER),
            translate("Keys", "Faster, slower"),
            translate("Keys", "In a rest reps of the last set"),
        ),
        _line(
            keymap,
            Act.HEAVIER,
            translate("Keys", "Heavier"),
            translate("Keys", "Weight of the last set"),
        ),
        _line(
            keymap,
            Act.LIGHTER,
            translate("Keys", "Lighter"),
            translate("Keys", "Weight of the last set"),
        ),
    )


def _keys_of_sound(keymap: Keymap) -> tuple[KeyWords, ...]:
    return (
        _line(
            keymap,
            Act.VOICE,
            translate("Keys", "Voice"),
            translate("Keys", "Off or on, chimes stay"),
        ),
        _line(
            keymap,
            Act.AGAIN,
            translate("Keys", "Say it again"),
            translate("Keys", "What comes, or how to do it"),
        ),
        _line(
            keymap,
            Act.MUTE,
            translate("Keys", "Mute"),
            translate("Keys", "All sound off or on"),
        ),
    )


def _keys_of_leaving(keymap: Keymap) -> tuple[KeyWords, ...]:
    return (
        _line(
            keymap,
            Act.FULL_SCREEN,
            translate("Keys", "Full screen"),
            _also(keymap, Act.FULL_SCREEN),
        ),
        _line(
            keymap,
            Act.ESCAPE,
            translate("Keys", "End workout"),
            translate("Keys", "Leaves full screen first"),
        ),
        _line(
            keymap,
            Act.END,
            end_and_save(),
            translate("Keys", "Once Esc has asked"),
        ),
        KeyWords(
            (word_of(keymap, Act.PRESS), escape_key()),
            not_yet(),
            translate("Keys", "Stays paused"),
        ),
    )


def _keys_of_the_start_page(keymap: Keymap) -> tuple[KeyWords, ...]:
    """Return the keys of the start page alone, of which the first ones are fixed."""
    return (
        KeyWords(
            (*key_faces("Left"), *key_faces("Right")),
            translate("Keys", "Rounds"),
            translate("Keys", "Before the start"),
        ),
        KeyWords(
            ("1-9",),
            translate("Keys", "Leave out"),
            translate("Keys", "A block; at the end 1-5: how hard"),
        ),
        _pair(
            keymap,
            (Act.EXERCISES, Act.ABOUT),
            translate("Keys", "Exercises"),
            translate("Keys", "{key}: about Matside").format(key=word_of(keymap, Act.ABOUT)),
        ),
    )


def _keys_of_the_window(keymap: Keymap) -> tuple[KeyWords, ...]:
    return (
        _line(
            keymap,
            Act.MINI,
            translate("Keys", "Mini view"),
            translate("Keys", "Small, above all windows"),
        ),
        _line(
            keymap,
            Act.HISTORY,
            translate("Keys", "History"),
            translate("Keys", "Before the start and at the end"),
        ),
        _line(
            keymap,
            Act.EXPORT,
            translate("Keys", "Export"),
            translate("Keys", "A session that is over, as FIT"),
        ),
        _line(keymap, Act.SETTINGS, translate("Keys", "Settings")),
        _line(keymap, Act.KEYS, translate("Keys", "This page")),
        _line(keymap, Act.QUIT, translate("Keys", "Quit")),
    )
