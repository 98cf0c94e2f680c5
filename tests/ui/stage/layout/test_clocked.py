"""A counted set with a clock shows what is left of it, and above that what to do."""

from dataclasses import replace

import pytest

from matside.core.workout.model import Dose, MaxReps, Reps
from matside.ui.drawing.marks import Box, Text
from matside.ui.drawing.theme import DARK
from matside.ui.stage.layout.layout import StageLayout
from matside.ui.words.dose_words import dose_words
from tests.support.painted import faults_of, staged
from tests.support.situations import Situation
from tests.support.stages import (
    FROM_4_TO_3,
    all_situations,
    altered,
    at_all_sizes,
    layout_of,
    letters,
)

WIDE = (1366, 768)
CLOCKED = (
    "minute",
    "minute-side",
    "minute-bare",
    "minute-alternating",
    "minute-side-kilograms",
    "for-a-time",
    "for-a-time-weight",
)


def laid(name: str, size: tuple[int, int] = WIDE) -> StageLayout:
    """Return the layout of the situation `name`."""
    return layout_of(all_situations()[name], size)


def words(layout: StageLayout) -> list[str]:
    """Return all texts of `layout`."""
    return [mark.text for mark in letters(layout)]


def inside(layout: StageLayout) -> list[Text]:
    """Return the letters in the block."""
    return [mark for mark in letters(layout) if layout.block.contains(mark.x, mark.baseline)]


@pytest.mark.parametrize("name", CLOCKED)
def test_clock_is_the_large_number_and_the_dose_stands_above(name: str) -> None:
    """What is left is larger than all else, and the dose is in the row above it."""
    for size in FROM_4_TO_3:
        layout = laid(name, size)
        dose = next(mark for mark in inside(layout) if mark.text in ("8 reps", "8 each side"))

        assert layout.digits.cap > 2 * dose.cap, f"at {size}"
        assert dose.baseline < layout.digits_rect.top() + 0.01 * size[1], f"at {size}"
        assert dose.cap >= 0.065 * layout.frame.unit, f"at {size}"


def test_minute_says_which_it_is_and_what_is_held() -> None:
    """The status row names the minute, the plate the weights."""
    said = words(laid("minute"))

    assert {"Every minute", "Minute 4 of 10", "2 medium"} <= set(said)
    assert "0:38" == laid("minute").digits.text


def test_side_stands_before_the_dose() -> None:
    """On its plate, as in every set."""
    row = [mark.text for mark in inside(laid("minute-side"))]

    assert ["LEFT", "8 reps", "1 light"] == row


@pytest.mark.parametrize("size", [WIDE, (800, 600), (640, 480)], ids=str)
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("minute-kilograms", ("8 reps", "2 medium", "7.5 kg")),
        ("minute-side-kilograms", ("LEFT", "8 reps", "1 light", "4 kg", "8 × 7.5 kg")),
        ("minute-side-range", ("RIGHT", "8–12 reps", "1 light", "4 kg")),
        ("minute-last-time", ("8 reps", "2 medium", "9 × 7.5 kg")),
        ("for-a-time-side", ("LEFT", "8 reps", "1 light")),
        ("for-a-time-last-time", ("LEFT", "8 reps", "1 light", "4 kg", "8 × 7.5 kg")),
        ("for-a-time-kilograms", ("2", "8 reps", "2 light", "4 kg", "8 × 7.5 kg")),
    ],
)
def test_dose_weights_and_last_time_are_never_left_out(
    name: str, expected: tuple[str, ...], size: tuple[int, int]
) -> None:
    """Where one row has no room for them there is a second one, and the digits are smaller."""
    layout = laid(name, size)

    assert set(expected) <= {mark.text for mark in inside(layout)}
    assert layout.digits.cap >= 0.14 * layout.frame.unit


@pytest.mark.parametrize("name", ["minute-side-kilograms", "for-a-time-last-time"])
def test_weights_and_last_time_share_a_line_where_they_have_room(name: str) -> None:
    """So the digits are larger, and no letter is lower than others on the mat."""
    layout = laid(name)
    lines = [mark for mark in inside(layout) if mark.text in {"1 light", "4 kg", "8 × 7.5 kg"}]

    assert (3, 1) == (len(lines), len({mark.baseline for mark in lines}))
    assert layout.digits.cap >= 0.24 * layout.frame.unit
    assert min(mark.cap for mark in lines) >= 0.05 * layout.frame.unit


@pytest.mark.parametrize("size", [WIDE, (800, 600), (640, 480)], ids=str)
@pytest.mark.parametrize(
    ("name", "own", "left", "words"),
    [
        ("minute-hold", "23", "0:53", {"Minute 7 in", "Next in"}),
        ("minute-paced", "3", "0:53", {"Minute 5 in", "Next in"}),
        ("for-a-time-hold", "18", "8:18", {"Ends in"}),
    ],
)
def test_set_with_a_time_of_its_own_shows_what_is_left_of_the_clock_too(
    name: str, own: str, left: str, words: set[str], size: tuple[int, int]
) -> None:
    """On a plate that says what comes then; the large number stays that of the set."""
    layout = laid(name, size)
    said = {mark.text for mark in inside(layout)}

    assert layout.digits.text.endswith(own)
    assert left in said
    assert said & words


@pytest.mark.parametrize("size", [WIDE, (800, 600), (640, 480)], ids=str)
def test_score_leaves_room_for_what_is_held(size: tuple[int, int]) -> None:
    """There is no rest that would say what to fetch."""
    row = [mark.text for mark in inside(laid("for-a-time-weight", size))]

    assert "2" == row[0]
    assert ["8 reps", "2 light"] == row[-2:]


@pytest.mark.parametrize("size", [WIDE, (800, 600)], ids=str)
@pytest.mark.parametrize("dose", [Reps(8, 12), Reps(100), MaxReps()], ids=str)
def test_what_is_held_counts_more_than_the_score(size: tuple[int, int], dose: Dose) -> None:
    """Beside a long dose the score goes: the round in the status row says as much."""
    layout = layout_of(altered(all_situations()["for-a-time-weight"], dose=dose), size)

    assert {"2 light", "Round 3"} <= set(words(layout))
    assert dose_words(dose) in [mark.text for mark in inside(layout)]


@pytest.mark.parametrize("size", [WIDE, (800, 600), (3840, 1080)], ids=str)
def test_what_is_held_stands_beside_a_dose_for_each_side(size: tuple[int, int]) -> None:
    """In a block for a time, where no rest says what to fetch."""
    row = [mark.text for mark in inside(laid("for-a-time-both", size))]

    assert ["8 each side", "2 medium"] == row[-2:]


def test_block_for_a_time_shows_the_score_and_how_far_the_round_is() -> None:
    """Rounds that are done stand on a plate; the strip counts the sets of the next one."""
    layout = laid("for-a-time")
    said = words(layout)

    assert {"3", "rounds", "8 reps", "All you can in 12:00", "Round 4"} <= set(said)
    assert "5 of 5" in said
    black = [box for box in layout.marks if isinstance(box, Box) and box.colour == DARK.plate]
    assert any(layout.block.contains(box.rect) for box in black)


def test_block_for_a_time_says_how_many_rounds_there_were_the_last_time() -> None:
    """In the place of the round, which the strip tells; but not where it has no room."""
    layout = laid("for-a-time-rounds")
    assert "Last time 6 rounds" in words(layout)
    assert {" in round 4", "3", "rounds"} <= set(words(layout))
    assert not any(word.startswith("Round") for word in words(layout))

    narrow = words(laid("for-a-time-rounds", (800, 600)))
    assert {"Round 4", "All you can in 12:00"} <= set(narrow)
    assert "Last time 6 rounds" not in narrow


@pytest.mark.parametrize("name", ["for-a-time-rounds", "for-a-time-both", "minute-bare"])
def test_caption_tells_which_exercise_comes_next(name: str) -> None:
    """No rest in which it would be told comes before it, or not much of one."""
    situation = all_situations()[name]
    following = situation.reading.following
    assert following is not None
    said = f"Then {following.exercise.name}"
    assert said in words(laid(name))

    assert said not in words(layout_of(_alone(situation), WIDE))
    narrow = " ".join(words(laid(name, (800, 600))))
    cue = situation.reading.shown.exercise.glance
    assert (said in narrow) != (cue in narrow)


def _alone(situation: Situation) -> Situation:
    """Return `situation` where the same exercise comes again."""
    reading = situation.reading
    again = replace(reading.shown, key=reading.shown.key._replace(round=9))
    return replace(situation, reading=replace(reading, following=again))


def test_rest_of_a_minute_leads_to_the_next_one() -> None:
    """The same clock counts on, in the colour of a rest; Space pauses."""
    layout = laid("minute-rest")

    assert "0:20" == layout.digits.text
    assert {"REST", "Minute 4 of 10", "Pause"} <= set(words(layout))


@pytest.mark.parametrize("name", CLOCKED)
@pytest.mark.parametrize("reps", [1, 8, 100, 999])
def test_all_words_are_whole_inside_and_apart(name: str, reps: int) -> None:
    """However many reps are asked for, at every size."""
    for size, layout in at_all_sizes(altered(all_situations()[name], dose=Reps(reps))):
        assert [] == faults_of(staged(layout)), f"at {size}"
