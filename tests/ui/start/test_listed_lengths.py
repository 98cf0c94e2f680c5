"""The lengths of listed workouts are counted a few at a time, and kept."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from matside.core.ports.devices import Listed
from matside.core.settings import Settings
from matside.core.workout.model import Block, BlockKind, Exercise, Hold, Workout
from matside.ui.start.listed_lengths import AT_ONCE, ListedLengths

pytestmark = pytest.mark.usefixtures("qapp")

PLANK = Exercise("Plank", Hold(30))
BROKEN = Listed("broken", None, ("broken.yaml:1:1: this is empty",))
BARE = Settings(get_ready=0, between_exercises=0, between_rounds=0)


def listed(name: str, exercises: int = 1, rounds: int = 1) -> Listed:
    """Return a workout of `exercises` exercises of 30 s."""
    block = Block("Circuit", BlockKind.CIRCUIT, (PLANK,) * exercises, rounds)
    return Listed(name, Workout(name, (block,)))


def large(name: str) -> Listed:
    """Return a workout after which the event loop has its turn."""
    return listed(name, AT_ONCE)


def test_few_lengths_are_known_at_once() -> None:
    """Each by the rounds that are chosen for it, and none of a file with faults."""
    chosen = replace(BARE, rounds={"b": 3})
    found = ListedLengths().of((listed("a"), listed("b"), BROKEN), chosen)
    assert {"a": 30, "b": 90} == found


def test_many_lengths_are_counted_in_turns(qtbot: QtBot) -> None:
    """What is counted is known meanwhile; it is told when all are."""
    lengths = ListedLengths()
    listing = tuple(large(name) for name in "abc")
    with qtbot.waitSignal(lengths.counted):
        assert ["a"] == list(lengths.of(listing, BARE))
    with qtbot.assertNotEmitted(lengths.counted):
        assert ["a", "b", "c"] == list(lengths.of(listing, BARE))


def test_who_asks_in_between_has_the_next_counted() -> None:
    """Nothing is counted twice, however often it is asked for."""
    lengths = ListedLengths()
    listing = tuple(large(name) for name in "abc")
    assert [1, 2, 3] == [len(lengths.of(listing, BARE)) for _ in listing]


@pytest.mark.parametrize(
    ("change", "known"),
    [
        ({"volume": 3}, "ab"),
        ({"rounds": {"a": 2}}, "ab"),
        ({"rounds": {"b": 2}}, "ab"),
        ({"get_ready": 5}, "a"),
    ],
)
def test_lengths_are_kept_by_workout(change: Mapping[str, object], known: str) -> None:
    """A setting that changes no length, or that of one workout, has no other counted."""
    lengths = ListedLengths()
    listing = (large("a"), large("b"))
    lengths.of(listing, BARE)
    lengths.of(listing, BARE)
    assert known == "".join(lengths.of(listing, replace(BARE, **change)))


def test_a_file_that_changes_has_another_length() -> None:
    """What is kept is that of the workout and not of its name."""
    lengths = ListedLengths()
    assert {"a": 30} == lengths.of((listed("a"),), BARE)
    assert {"a": 60} == lengths.of((listed("a", 2),), BARE)


def test_one_very_long_workout_is_counted_in_turns_too(qtbot: QtBot) -> None:
    """Block by block: no pass of the event loop counts all of it."""
    block = Block("Circuit", BlockKind.CIRCUIT, (PLANK,) * AT_ONCE)
    long = Listed("long", Workout("long", (block,) * 3))
    lengths = ListedLengths()
    with qtbot.waitSignal(lengths.counted):
        assert {} == lengths.of((long,), BARE)
    assert ["long"] == list(lengths.of((long,), BARE))
