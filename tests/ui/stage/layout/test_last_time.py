"""The plate of a counted set says what was done the last time."""

from dataclasses import replace

import pytest

from matside.core.weights import Implement, Level, Load, Unit, Weight
from matside.core.workout.model import Side
from matside.ui.stage.stage_words import told
from matside.ui.words.weight_words import short_weight
from tests.support.painted import faults_of, staged
from tests.support.stages import (
    FROM_4_TO_3,
    all_situations,
    altered,
    at_all_sizes,
    layout_of,
    letters,
)

WIDE, SMALL = (1366, 768), (800, 600)


def said(name: str, size: tuple[int, int] = WIDE) -> list[str]:
    """Return the words on the stage."""
    return [mark.text for mark in letters(layout_of(all_situations()[name], size))]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("last-time", {"Last time", "8 × 4 kg", "4 kg"}),
        ("last-time-side", {"Last time", "8 × 4 kg", "LEFT"}),
        ("last-time-bare", {"no weight", "Last time", "12"}),
        ("last-time-heavy", {"Last", "999 × 123.45 kg"}),
        ("first-time", {"First time", "4 kg"}),
    ],
)
def test_plate_has_the_last_time_below_the_weights(name: str, words: set[str]) -> None:
    """Its numbers stand at the end; the words are shorter where they have no room."""
    assert words <= set(said(name))


@pytest.mark.parametrize("size", FROM_4_TO_3, ids=str)
@pytest.mark.parametrize("dose", ["range", "max"])
def test_wide_number_leaves_room_for_it(dose: str, size: tuple[int, int]) -> None:
    """Whatever is held, on a side or without one, it is there with what is held now."""
    for where, held in (("", "4 kg"), ("-side", "4 kg"), ("-none", "no weight")):
        assert {"12 × 6 kg", held} <= set(said(f"last-time-{dose}{where}", size)), where


@pytest.mark.parametrize("name", ["last-time-max", "last-time-range-side"])
@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("of", Implement, ids=str)
def test_what_is_held_is_said_beside_a_wide_number(of: Implement, count: int, name: str) -> None:
    """Whatever it is, on every side, with a heavy load and in any window; and nothing touches."""
    heavy = Load(123_450, Unit.KILOGRAM)
    for weight in (Weight(Level.MEDIUM, count, of), Weight(heavy, count, of)):
        found = altered(all_situations()[name], weight=weight)
        for side in (found.reading.shown.side, Side.RIGHT, Side.BOTH):
            key = found.reading.shown.key._replace(side=side)
            shown = replace(found.reading.shown, key=key, load=heavy)
            situation = replace(found, reading=replace(found.reading, shown=shown))
            for size, layout in at_all_sizes(situation):
                assert [] == faults_of(staged(layout)), f"{weight} {side} at {size}"
                words = " ".join(mark.text for mark in letters(layout))
                assert short_weight(weight).split()[-1] in words, f"{weight} {side} at {size}"


@pytest.mark.parametrize("size", FROM_4_TO_3, ids=str)
def test_time_of_a_set_to_failure_stands_below_its_word(size: tuple[int, int]) -> None:
    """Beside the plate, also where it is the first time."""
    assert {"reps", "0:14", "First time", "4 kg"} <= set(said("first-time-max", size))


def test_nothing_is_said_before_the_history_is_read() -> None:
    """Neither that it is the first time."""
    assert {"Last time", "First time"}.isdisjoint(said("reps"))


@pytest.mark.parametrize("name", ["last-time", "last-time-side", "first-time"])
def test_small_window_shortens_the_words(name: str) -> None:
    """The weights stay, and what was done."""
    assert {"Last", "First time"} & set(said(name, SMALL))
    assert "8" in said(name, SMALL) or layout_of(all_situations()[name], SMALL).digits.text == "8"


def test_screen_reader_hears_it() -> None:
    """Behind the weights of the set."""
    assert "4 kg. Last time 8 reps, 4 kg. " in told(all_situations()["last-time"].reading)
    assert "Last time" not in told(all_situations()["first-time"].reading)
