"""The faces of keycaps: the symbol or word of every key that can be chosen."""

from PySide6.QtCore import QCoreApplication

from matside.core.keymap import CONTROL, ESCAPE, Act, Keymap
from matside.ui.drawing.icons import Icon
from matside.ui.words.texts import back_key, escape_key, space_key

Face = str | Icon
"""The face of a key: a word, or the icon of an arrow."""

_ARROWS = {"Left": Icon.LEFT, "Right": Icon.RIGHT, "Up": Icon.UP, "Down": Icon.DOWN}


def face_of(keymap: Keymap, act: Act) -> Face:
    """Return the face of the first key of `act`."""
    return key_face(keymap.of(act)[0])


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
    if not key.startswith(CONTROL):
        return (key_face(key),)
    control = QCoreApplication.translate("Key", "Ctrl")
    return control, *key_faces(key.removeprefix(CONTROL))


def key_name(key: str) -> str:
    """Return the name of `key` in a sentence."""
    if key == "Backspace":
        return QCoreApplication.translate("Key", "Backspace")
    return key_word(key)


def key_word(key: str) -> str:
    """Return the word on the key, which is usually its name."""
    words = {
        "Space": space_key(),
        "Backspace": back_key(),
        ESCAPE: escape_key(),
        "Keypad Enter": QCoreApplication.translate("Key", "Num Enter"),
        "Enter": QCoreApplication.translate("Key", "Enter"),
        "Page Up": QCoreApplication.translate("Key", "Page Up"),
        "Page Down": QCoreApplication.translate("Key", "Page Down"),
        "Volume Up": QCoreApplication.translate("Key", "Volume +"),
        # A minus sign, as wide as the plus.
        "Volume Down": QCoreApplication.translate("Key", "Volume −"),
        "Media Play/Pause": QCoreApplication.translate("Key", "Play/Pause"),
        "Media Play": QCoreApplication.translate("Key", "Play"),
        "Media Pause": QCoreApplication.translate("Key", "Media pause"),
        "Media Stop": QCoreApplication.translate("Key", "Stop"),
        "Media Previous": QCoreApplication.translate("Key", "Previous"),
        "Media Next": QCoreApplication.translate("Key", "Next"),
    }
    return words.get(key, key)
