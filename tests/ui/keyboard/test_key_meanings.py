"""Each key is listed with what it means."""

from matside.core.keymap import Keymap
from matside.ui.keyboard.key_meanings import keys


def test_each_key_is_told_once() -> None:
    """No key stands on two plates."""
    faces = [key.keys for key in keys(Keymap())]

    assert len(faces) == len(set(faces))


def test_the_whole_way_of_escape_is_told() -> None:
    """It leaves full screen, asks, and the question has keys of its own."""
    told = {key.keys: f"{key.words}. {key.more}" for key in keys(Keymap())}

    assert "full screen first" in told[("Esc",)]
    assert {("E",), ("SPACE", "Esc")} <= told.keys()
