"""Many presses at once are one, and many keys at once do no harm."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.support.desktop import (
    Desktop,
    Matside,
    let_others_work,
    running,
    sessions_in,
    wait_until,
)

SETTINGS = "welcomed: true\nget_ready: 0\nbetween_exercises: 0\n"

GUARD = 0.7
"""How long after a press no other one counts, in seconds."""


@pytest.fixture
def program(desktop: Desktop, tmp_path: Path) -> Iterator[Matside]:
    """Give a session in its first counted set, which other sets follow without a rest."""
    (tmp_path / "settings.yaml").write_text(SETTINGS)
    sets = ", ".join(f"{{name: Curl {number}, reps: 8}}" for number in range(1, 30))
    workout = tmp_path / "counted.yaml"
    workout.write_text(f"title: Counted\nblocks: [{{kind: circuit, exercises: [{sets}]}}]\n")
    with running(desktop, tmp_path, str(workout), "--start") as program:
        program.wait_for_title(lambda title: "Curl 1 " in title, "the first set")
        yield program


def sets_of(program: Matside) -> Sequence[tuple[str, str]]:
    """Return the names and outcomes of the sets in history."""
    (session,) = sessions_in(program.data)
    return [(done["name"], done["outcome"]) for done in session["sets"]]


@pytest.mark.real_time
@pytest.mark.parametrize(
    "keys",
    [
        ("space", "space", "space", "space", "space"),
        ("space", "Return", "KP_Enter", "Next", "XF86AudioPlay"),
    ],
)
def test_five_presses_at_once_mark_one_set_done(program: Matside, keys: Sequence[str]) -> None:
    """Whichever of the keys they come from; the next press that counts marks the next set."""
    let_others_work(GUARD)
    program.key(*keys)
    program.wait_for_title(lambda title: "Curl 2 " in title, "the second set")
    let_others_work(2 * GUARD)
    assert [("Curl 1", "done")] == sets_of(program)
    program.key(*keys)
    program.wait_for_title(lambda title: "Curl 3 " in title, "the third set")
    both = [("Curl 1", "done"), ("Curl 2", "done")]
    wait_until(lambda: sets_of(program) == both, "both sets in history, each once")


@pytest.mark.real_time
def test_a_hand_on_the_keyboard_does_no_harm(desktop: Desktop, program: Matside) -> None:
    """Keys that lie side by side, pressed in one stroke, leave a session that goes on."""
    hand = ("space", "p", "BackSpace", "Right", "Up", "r", "v", "t", "Down", "Left")
    let_others_work(GUARD)
    for key in hand:
        desktop.xdotool("keydown", key)
    for key in hand:
        desktop.xdotool("keyup", key)
    program.wait_for_title(lambda title: "Paused" in title, "a session that is paused")
    let_others_work(GUARD)
    program.key("space")
    program.wait_for_title(lambda title: "Work" in title, "a session that goes on")
    names = [name for name, _ in sets_of(program)]
    assert [f"Curl {number}" for number in range(1, len(names) + 1)] == names


@pytest.mark.parametrize(
    ("key", "expected"),
    [("Right", [("Curl 1", "skipped")]), ("Next", [("Curl 1", "done")]), ("p", [])],
)
def test_a_key_that_is_held_counts_once(
    desktop: Desktop, program: Matside, key: str, expected: Sequence[tuple[str, str]]
) -> None:
    """For however long; P pauses, and does not resume and pause in turn."""
    let_others_work(GUARD)
    desktop.xdotool("keydown", key)
    let_others_work(4 * GUARD)
    desktop.xdotool("keyup", key)
    wait_until(lambda: expected == sets_of(program), "what the key has done, once")
    assert ("Paused" in program.title()) == (key == "p")
