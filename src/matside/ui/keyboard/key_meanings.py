"""What each key means, as the keys page lists it."""

from matside.core.keymap import Act, Keymap
from matside.ui.keyboard.key_faces import key_faces, key_name, word_of
from matside.ui.keyboard.key_list import KeyWords
from matside.ui.words.screen_words import end_and_save, escape_key, less_key, more_key, not_yet
from matside.ui.words.translation import translate


def other_words(keymap: Keymap, act: Act) -> tuple[str, ...]:
    """Return the names of up to three keys of `act` after the first; one Enter is enough."""
    words = [key_name(key) for key in keymap.of(act) if key != "Keypad Enter"]
    return tuple(words[1:4])


def keys(keymap: Keymap) -> tuple[KeyWords, ...]:
    """Return the keys of `keymap` except those of a press, column by column."""

    def line(act: Act, words: str, more: str = "") -> KeyWords:
        return KeyWords(key_faces(keymap.of(act)[0]), words, more)

    def pair(one: Act, other: Act, words: str, more: str) -> KeyWords:
        return KeyWords((*line(one, words).keys, *line(other, words).keys), words, more)

    seconds = translate("Keys", "{more}, {less} s")
    return (
        line(Act.BACK, translate("Keys", "Go back"), _also(keymap, Act.BACK)),
        line(Act.SKIP, translate("Keys", "Skip"), translate("Keys", "This set or this rest")),
        pair(
            Act.MORE,
            Act.LESS,
            seconds.format(more=more_key(), less=less_key()),
            translate("Keys", "For this rest or hold"),
        ),
        line(
            Act.PAUSE_OR_RESUME,
            translate("Keys", "Pause"),
            translate("Keys", "At any time, and resume"),
        ),
        line(Act.PACE, translate("Keys", "Rep pace"), translate("Keys", "Reps run by the clock")),
        pair(
            Act.FASTER,
            Act.SLOWER,
            translate("Keys", "Faster, slower"),
            translate("Keys", "In a rest: fewer, more"),
        ),
        line(Act.HEAVIER, translate("Keys", "Heavier"), translate("Keys", "The last set")),
        line(Act.LIGHTER, translate("Keys", "Lighter"), translate("Keys", "The last set")),
        line(Act.VOICE, translate("Keys", "Voice"), translate("Keys", "Off or on, chimes stay")),
        line(
            Act.AGAIN,
            translate("Keys", "Say it again"),
            translate("Keys", "What comes, or how"),
        ),
        line(Act.MUTE, translate("Keys", "Mute"), translate("Keys", "All sound off or on")),
        line(Act.FULL_SCREEN, translate("Keys", "Full screen"), _also(keymap, Act.FULL_SCREEN)),
        line(
            Act.ESCAPE,
            translate("Keys", "End workout"),
            translate("Keys", "Leaves full screen first"),
        ),
        line(Act.END, end_and_save(), translate("Keys", "Once Esc has asked")),
        KeyWords(
            (word_of(keymap, Act.PRESS), escape_key()),
            not_yet(),
            translate("Keys", "Stays paused"),
        ),
        KeyWords(
            (*key_faces("Up"), *key_faces("Down")),
            translate("Keys", "Workout"),
            translate("Keys", "Before the start"),
        ),
        KeyWords(
            (*key_faces("Left"), *key_faces("Right")),
            translate("Keys", "Rounds"),
            translate("Keys", "Before the start"),
        ),
        KeyWords(
            ("1-9",),
            translate("Keys", "Leave out a block"),
            translate("Keys", "At the end 1-5: how hard"),
        ),
        pair(
            Act.EXERCISES,
            Act.ABOUT,
            translate("Keys", "Exercises"),
            translate("Keys", "{key}: about Matside").format(key=word_of(keymap, Act.ABOUT)),
        ),
        line(Act.MINI, translate("Keys", "Mini view"), translate("Keys", "Always on top")),
        pair(
            Act.HISTORY,
            Act.EXPORT,
            translate("Keys", "History"),
            translate("Keys", "{key}: export a session").format(key=word_of(keymap, Act.EXPORT)),
        ),
        line(Act.SETTINGS, translate("Keys", "Settings")),
        line(Act.KEYS, translate("Keys", "This page")),
        line(Act.QUIT, translate("Keys", "Quit")),
    )


def _also(keymap: Keymap, act: Act) -> str:
    others = other_words(keymap, act)[:1]
    pattern = translate("Keys", "Also {key}")
    return pattern.format(key=others[0]) if others else ""
