"""A counted set says its reps, how long it has taken, and what is held."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF

from matside.core.durations import clock
from matside.core.weights import Implement, Level, Load, Unit, Weight
from matside.core.workout.model import Reps, Side
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.marks import Box, IconMark, Text
from matside.ui.drawing.theme import DARK
from matside.ui.stage.layout.layout import StageLayout
from matside.ui.words.weight_words import short_weight
from tests.support.painted import faults_of, staged
from tests.support.situations import Situation
from tests.support.stages import (
    FROM_4_TO_3,
    NAMES,
    SIZES,
    all_situations,
    altered,
    at_all_sizes,
    layout_of,
    letters,
    mini_of,
)

WIDE = (1366, 768)
COUNTED = ("reps", "reps-bare", "reps-side", "reps-alternating")
SIX_KILOGRAMS = Load(6_000, Unit.KILOGRAM)
WEIGHTS = (
    None,
    Weight(Level.LIGHT, 1),
    Weight(Level.MEDIUM, 2),
    Weight(Load(12_500, Unit.KILOGRAM), 2),
    Weight(Level.HEAVY, 1, Implement.KETTLEBELL),
)


def taking(situation: Situation, seconds: int, reps: int = 8) -> Situation:
    """Return the counted set of `situation` with `reps`, after `seconds`."""
    counted = altered(situation, dose=Reps(reps))
    return replace(counted, reading=replace(counted.reading, taken=seconds))


def word(layout: StageLayout, text: str) -> Text:
    """Return the one word `text` of `layout`."""
    return next(mark for mark in letters(layout) if mark.text == text)


def plate(layout: StageLayout) -> QRectF:
    """Return the plate of weights, the lowest in the block."""
    boxes = [mark for mark in layout.marks if isinstance(mark, Box)]
    black = [box.rect for box in boxes if box.colour == DARK.plate]
    return max((each for each in black if layout.block.contains(each)), key=QRectF.top)


@pytest.mark.parametrize("name", COUNTED)
def test_time_that_a_set_has_taken_stands_beside_its_reps(name: str) -> None:
    """On the line of the word, at the right end of the plate, 6.5 % high."""
    situation = all_situations()[name]
    for size in FROM_4_TO_3:
        layout = layout_of(situation, size)
        time, reps = word(layout, clock(situation.reading.taken or 0)), word(layout, "reps")
        assert time.baseline == reps.baseline, f"at {size}"
        assert time.x > reps.x + reps.width, f"at {size}"
        assert time.x + time.width == pytest.approx(plate(layout).right()), f"at {size}"
        assert time.cap >= 0.065 * layout.frame.unit, f"at {size}"
        assert reps.cap >= 0.085 * layout.frame.unit, f"at {size}"


@pytest.mark.parametrize("name", COUNTED)
def test_plate_stands_on_the_line_of_the_number(name: str) -> None:
    """It fills what the number leaves: no third of the block is empty."""
    for size, layout in at_all_sizes(all_situations()[name]):
        unit, filled, digits = layout.frame.unit, plate(layout), layout.digits_rect
        assert filled.bottom() == pytest.approx(digits.bottom(), abs=0.012 * unit), f"at {size}"
        assert layout.block.right() - filled.right() <= 0.06 * unit, f"at {size}"
        assert filled.left() - digits.right() <= 0.05 * unit, f"at {size}"


@pytest.mark.parametrize("reps", [1, 8, 12, 100])
@pytest.mark.parametrize("weight", WEIGHTS, ids=str)
def test_time_and_weights_find_room(weight: Weight | None, reps: int) -> None:
    """Whatever is to be done for however long: the time moves on to the plate where it must."""
    whole, last = short_weight(weight), short_weight(weight).rsplit(" ", 1)[-1]
    for seconds in (0, 75, 754):
        situation = altered(taking(all_situations()["reps-side"], seconds, reps), weight=weight)
        for size, layout in at_all_sizes(situation):
            at = f"{seconds} s at {size}"
            assert [] == faults_of(staged(layout)), at
            said = {mark.text: mark for mark in letters(layout)}
            if reps < 100:
                assert plate(layout).contains((said.get(whole) or said[last]).rect), at
            if reps < 100 and len(whole) <= len("2 medium"):
                assert said[clock(seconds)].cap >= 0.05 * layout.frame.unit, at


@pytest.mark.parametrize("size", FROM_4_TO_3, ids=str)
@pytest.mark.parametrize("name", ["range", "range-side", "max"])
def test_wide_numbers_stay_large(name: str, size: tuple[int, int]) -> None:
    """A range of reps fills the block, and what belongs to it stands in the row above."""
    layout = layout_of(all_situations()[name], size)
    assert layout.digits.cap >= 0.235 * layout.frame.unit
    assert plate(layout).bottom() < layout.digits_rect.top()
    assert {"1 light", "2 light"} & {mark.text for mark in letters(layout)}


@pytest.mark.parametrize("size", FROM_4_TO_3, ids=str)
def test_load_stands_at_the_end_of_the_plate(size: tuple[int, int]) -> None:
    """Where it is known what a medium dumbbell weighs, the plate says it, 5 % high."""
    situation = taking(altered(all_situations()["reps"], weight=Weight(Level.MEDIUM, 1)), 14)
    shown = replace(situation.reading.shown, load=SIX_KILOGRAMS)
    layout = layout_of(replace(situation, reading=replace(situation.reading, shown=shown)), size)
    weight, load = word(layout, "1 medium"), word(layout, "6 kg")
    assert plate(layout).contains(load.rect)
    assert weight.cap == load.cap
    assert weight.baseline <= load.baseline
    assert load.cap >= 0.05 * layout.frame.unit


@pytest.mark.parametrize("size", [*FROM_4_TO_3, (640, 480)], ids=str)
@pytest.mark.parametrize("reps", [Reps(12), Reps(8, 12)], ids=str)
def test_long_name_without_a_side_has_the_row_above_the_number(
    reps: Reps, size: tuple[int, int]
) -> None:
    """So nothing is dropped for it, and the block has no empty top."""
    kettlebell = Weight(Load(16_000, Unit.KILOGRAM), 1, Implement.KETTLEBELL)
    found = altered(all_situations()["last-time"], weight=kettlebell, dose=reps)
    layout = layout_of(found, size)

    assert plate(layout).contains(word(layout, "16 kg kettlebell").rect.center())
    assert plate(layout).contains(word(layout, "8 × 4 kg").rect.center())
    assert plate(layout).bottom() < layout.digits_rect.top()
    assert plate(layout).top() - layout.block.top() < 0.1 * layout.frame.unit
    assert word(layout, "reps").cap >= 0.065 * layout.frame.unit


def test_stopwatch_is_the_sign_of_the_time() -> None:
    """A time beside reps is no countdown."""
    marks = layout_of(all_situations()["reps"], WIDE).marks
    icons = [mark.icon for mark in marks if isinstance(mark, IconMark)]
    assert Icon.STOPWATCH in icons


def test_paced_set_shows_no_time() -> None:
    """Its reps and its band tell the time."""
    layout = layout_of(all_situations()["paced-side"], WIDE)
    icons = [mark.icon for mark in layout.marks if isinstance(mark, IconMark)]
    assert Icon.STOPWATCH not in icons
    assert {"of 8", "1 light"} <= {mark.text for mark in letters(layout)}


def test_set_without_weights_says_so_in_their_place() -> None:
    """What stands there means the same in every set."""
    assert plate(layout_of(all_situations()["reps-bare"], WIDE)).contains(
        word(layout_of(all_situations()["reps-bare"], WIDE), "no weight").rect
    )


def test_mini_view_shows_the_time_where_no_side_is() -> None:
    """Beside a side there is no room for it."""
    assert "0:13" in {mark.text for mark in letters(mini_of(all_situations()["reps"]))}


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(
    "name",
    [name for name in NAMES if all_situations()[name].reading.shown.side is Side.BOTH],
)
def test_reps_that_alternate_are_told_for_each_side(name: str, size: tuple[int, int]) -> None:
    """On every stage and in the mini view, as on the start page and by the voice."""
    situation = all_situations()[name]
    for layout in (layout_of(situation, size), mini_of(situation)):
        words = [mark.text for mark in letters(layout)]
        assert any("each side" in text for text in words) or situation.reading.rep, words
