"""Each key is listed with what it means."""

from matside.core.keymap import USUAL_KEYS, Act, Keymap
from matside.ui.drawing.icons import Icon
from matside.ui.keyboard.key_faces import key_faces
from matside.ui.keyboard.key_list import spoken
from matside.ui.keyboard.key_meanings import keys

PAIRS = (
    (Act.MORE, Act.LESS),
    (Act.FASTER, Act.SLOWER),
    (Act.EXERCISES, Act.ABOUT),
    (Act.HISTORY, Act.EXPORT),
)
"""The acts that share a plate, in the order of their keys."""

ELSEWHERE = {Act.PRESS, Act.PAUSE, Act.RESUME, Act.NEXT, Act.ASK}
"""The press, which has the bar, and the acts of media keys, which say themselves what they do."""


def test_every_act_with_a_key_of_its_own_is_told() -> None:
    """With all faces of its key, alone on a plate or in its pair, and nothing else is."""
    alone = set(Act) - ELSEWHERE - {act for pair in PAIRS for act in pair}
    expected = {key_faces(USUAL_KEYS.of(act)[0]) for act in alone}
    expected |= {
        (*key_faces(USUAL_KEYS.of(one)[0]), *key_faces(USUAL_KEYS.of(other)[0]))
        for one, other in PAIRS
    }
    fixed = {("SPACE", "Esc"), (Icon.LEFT, Icon.RIGHT), ("1-9",)}

    assert expected | fixed == {key.keys for key in keys(USUAL_KEYS)}
    said = {spoken(key) for key in keys(USUAL_KEYS)}
    assert {
        "W: Heavier, The last set",
        "Shift, W: Lighter, The last set",
        "I, A: Exercises, A: about Matside",
    } <= said


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
