"""A pause shows what is left as its largest number, and how long it lasts."""

from collections import Counter
from dataclasses import replace

import pytest

from matside.core.session.reading import PauseReading
from matside.core.session.values import Command, PauseReason
from matside.core.workout.model import Block, BlockKind, Exercise, MaxReps, Reps, Within, Workout
from matside.ui.words import dose_words, screen_words
from tests.support.painted import faults_of, staged
from tests.support.situations import Rehearsal, Situation
from tests.support.stages import (
    FROM_4_TO_3,
    SIZES,
    all_situations,
    at_all_sizes,
    lasting,
    layout_of,
    letters,
)

WIDE = (1366, 768)


def resting() -> Situation:
    """Return a paused rest before a set without a side."""
    rest, held = all_situations()["rest"], all_situations()["paused-rest"]
    return replace(
        rest, reading=replace(rest.reading, look=held.reading.look, pause=held.reading.pause)
    )


@pytest.mark.parametrize(
    ("name", "number", "words"),
    [
        ("paused-hold", ("0:24", ":24"), ("to go",)),
        ("paused-get-ready", ("0:08", ":08"), ("to go",)),
        ("paused-rest", ("0:14", ":14"), ("of rest",)),
        ("paused", ("8",), ("reps",)),
        ("paced-paused", ("4",), ("Rep", "of 8")),
    ],
)
def test_what_is_left_is_the_largest_and_says_what_it_is(
    name: str, number: tuple[str, ...], words: tuple[str, ...]
) -> None:
    """Its words stand beside it, on its line, and never say left: that is a side."""
    for size, layout in at_all_sizes(all_situations()[name]):
        assert layout.digits.text in number, f"at {size}"
        beside = [mark for mark in letters(layout) if mark.text in words]
        assert Counter(words) == Counter(mark.text for mark in beside), f"at {size}"
        assert all(
            layout.digits_rect.contains(layout.digits_rect.x(), mark.baseline) for mark in beside
        ), f"at {size}"
        assert max(mark.cap for mark in letters(layout)) < layout.digits.cap, f"at {size}"
        assert all(mark.cap >= 0.05 * layout.frame.unit for mark in beside), f"at {size}"


@pytest.mark.parametrize("seconds", [600, 3599, 3600])
def test_long_times_keep_their_words(seconds: int) -> None:
    """An hour that is left shrinks, and still says that it is to go."""
    for size, layout in at_all_sizes(lasting(all_situations()["paused-hold"], seconds)):
        assert [] == faults_of(staged(layout)), f"at {size}"
        assert "to go" in {mark.text for mark in letters(layout)}, f"at {size}"


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_what_resume_gives_is_told_whole(size: tuple[int, int]) -> None:
    """In as many lines as it takes, beside hours in few words; a number keeps its unit."""
    short = dose_words.to_get_set(5)
    for seconds, form in ((8, screen_words.lead_in(5)), (3_754, short), (35_999, short)):
        situation = all_situations()["paused-slept"]
        pause = PauseReading(PauseReason.SLEPT, seconds)
        reading = replace(situation.reading, pause=pause)
        layout = layout_of(replace(situation, reading=reading), size)
        said = " ".join(mark.text for mark in reversed(letters(layout)))
        assert form in said


@pytest.mark.parametrize("size", FROM_4_TO_3, ids=str)
def test_pause_says_what_is_held(size: tuple[int, int]) -> None:
    """Who comes back to a counted set sees which weights it takes."""
    layout = layout_of(all_situations()["paused"], size)
    held = next(mark for mark in letters(layout) if mark.text == "2 light")
    assert held.cap >= 0.05 * layout.frame.unit


def test_what_resume_gives_stands_in_one_line_beside_a_wide_block() -> None:
    """It is as wide in every window, whatever its letters are rounded to."""
    for size, layout in at_all_sizes(all_situations()["paused-hold"]):
        if not layout.frame.narrow:
            words = {mark.text for mark in letters(layout)}
            assert "Resume gives you 5\u00a0s to get set." in words, f"at {size}"


def test_pause_of_a_rest_says_what_comes() -> None:
    """Without a side the dose and the weights that come stand below what is left of it."""
    words = {mark.text for mark in letters(layout_of(resting(), WIDE))}
    assert {"8 reps", "of rest", "Put weights", "down"} <= words


def test_what_a_clock_has_left_is_to_go_in_a_set_to_failure_too() -> None:
    """Only a hold to failure counts up: `so far` beside what is left would be untrue."""
    moves = (Exercise("Squat", MaxReps()), Exercise("Plank", Reps(8)))
    block = Block("Rounds", BlockKind.CIRCUIT, moves, rounds=1, clock=Within(300))
    session = Rehearsal(Workout("For a time", (block,)))
    paused = session.wait(42_000).give(Command.PAUSE).wait(8_000).situation()

    said = {mark.text for mark in letters(layout_of(paused, WIDE))}

    assert "to go" in said
    assert "so far" not in said
