"""Each key is listed with what it means."""

from matside.core.keymap import Act, Keymap
from matside.ui.drawing.icons import Icon
from matside.ui.keyboard.key_meanings import keys


def test_each_key_is_told_once() -> None:
    """No key stands on two plates, unless it is an arrow that is fixed before the start."""
    faces = [(key.keys, key.more == "Before the start") for key in keys(Keymap())]

    assert len(faces) == len(set(faces))


def test_the_whole_way_of_escape_is_told() -> None:
    """It leaves full screen, asks, and the question has keys of its own."""
    told = {key.keys: f"{key.words}. {key.more}" for key in keys(Keymap())}

    assert "full screen first" in told[("Esc",)]
    assert {("E",), ("SPACE", "Esc")} <= told.keys()


def test_fixed_keys_stay_where_others_are_chosen() -> None:
    """Up and Down choose a workout, whichever keys give and take 15 s; what of is told."""
    told = {key.keys: (key.words, key.more) for key in keys(Keymap({Act.MORE: ("F9",)}))}

    assert ("+15, −15 s", "For this rest or hold") == told["F9", Icon.DOWN]
    assert ("Workout", "Before the start") == told[Icon.UP, Icon.DOWN]
