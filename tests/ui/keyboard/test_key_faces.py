"""Keycaps have what keyboards have on them."""

import pytest

from matside.core.keymap import NAMED_KEYS, USUAL_KEYS, Act, Keymap
from matside.ui.drawing.icons import Icon
from matside.ui.keyboard.key_faces import face_of, key_faces, key_name, word_of
from matside.ui.keyboard.key_list import Face


@pytest.mark.parametrize(
    ("key", "faces"),
    [
        ("Space", ("SPACE",)),
        ("Left", (Icon.LEFT,)),
        ("Backspace", ("BACK",)),
        ("Ctrl+Q", ("Ctrl", "Q")),
        ("Ctrl+Up", ("Ctrl", Icon.UP)),
        ("Ctrl++", ("Ctrl", "+")),
        ("Media Play/Pause", ("Play/Pause",)),
        ("F5", ("F5",)),
        ("Ö", ("Ö",)),
    ],
)
def test_each_key_has_its_face(key: str, faces: tuple[Face, ...]) -> None:
    """Arrows are drawn, all else is written; Control stands on a keycap of its own."""
    assert faces == key_faces(key)


def test_no_two_keys_are_spoken_of_alike() -> None:
    """A list of keys names each of them once."""
    assert len(NAMED_KEYS) == len({key_name(key) for key in NAMED_KEYS})


def test_the_key_that_was_chosen_last_is_shown() -> None:
    """On keycaps, and where only a word has room."""
    keymap = Keymap({Act.BACK: ("B", "Left"), Act.SKIP: ("Right",)})

    assert ("BACK", "BACK") == (
        face_of(USUAL_KEYS, Act.BACK),
        word_of(USUAL_KEYS, Act.BACK),
    )
    assert ("B", "B") == (face_of(keymap, Act.BACK), word_of(keymap, Act.BACK))
    assert (Icon.RIGHT, "Right") == (face_of(keymap, Act.SKIP), word_of(keymap, Act.SKIP))
