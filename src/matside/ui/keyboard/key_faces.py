"""The faces of keycaps: the symbol or word of every key that can be chosen."""

from matside.core.keymap import CONTROL, ESCAPE, SHIFT, Act, Keymap
from matside.ui.drawing.icons import Icon
from matside.ui.words.screen_words import back_key, escape_key, space_key
from matside.ui.words.translation import translate

Face = str | Icon
"""The face of a key: a word, or the icon of an arrow."""

_ARROWS = {"Left": Icon.LEFT, "Right": Icon.RIGHT, "Up": Icon.UP, "Down": Icon.DOWN}


def face_of(keymap: Keymap, act: Act) -> Face:
    """Return the face of the first key of `act`."""
    return key_face(keymap.of(act)[0])


def narrow_face(keymap: Keymap, act: Act) -> Face:
    """Return the face of the first arrow among the keys of `act`, else that of its first key."""
    arrows = (_ARROWS[key] for key in keymap.of(act) if key in _ARROWS)
    return next(arrows, face_of(keymap, act))


def word_of(keymap: Keymap, act: Act) -> str:
    """Return the first word on a key of `act`, or the name of an arrow."""
    faces = [key_face(key) for key in keymap.of(act)]
    words = (face for face in faces if isinstance(face, str))
    return next(words, keymap.of(act)[0])


def key_face(key: str) -> Face:
    """Return the face of `key`."""
    return _ARROWS[key] if key in _ARROWS else key_word(key)


def key_faces(key: str) -> tuple[Face, ...]:
    """Return the faces of the keys that are pressed together for `key`."""
    if key.startswith(CONTROL):
        return translate("Key", "Ctrl"), *key_faces(key.removeprefix(CONTROL))
    if key.startswith(SHIFT):
        return Icon.SHIFT, *key_faces(key.removeprefix(SHIFT))
    return (key_face(key),)


def key_name(key: str) -> str:
    """Return the name of `key` in a sentence."""
    if key == "Backspace":
        return translate("Key", "Backspace")
    return key_word(key)


def key_word(key: str) -> str:
    """Return the word on the key, which is usually its name."""
    words = {
        "Space": space_key(),
        "Backspace": back_key(),
        ESCAPE: escape_key(),
        "Keypad Enter": translate("Key", "Num Enter"),
        "Enter": translate("Key", "Enter"),
        "Page Up": translate("Key", "Page Up"),
        "Page Down": translate("Key", "Page Down"),
        "Volume Up": translate("Key", "Volume +"),
        # A minus sign, as wide as the plus.
        "Volume Down": translate("Key", "Volume −"),
        "Media Play/Pause": translate("Key", "Play/Pause"),
        "Media Play": translate("Key", "Play"),
        "Media Pause": translate("Key", "Media pause"),
        "Media Stop": translate("Key", "Stop"),
        "Media Previous": translate("Key", "Previous"),
        "Media Next": translate("Key", "Next"),
    }
    return words.get(key, key)
