"""Before a set the stage says when, on which side, how much and with what, in this order."""

import pytest
from PySide6.QtCore import QRectF

from matside.core.weights import Level, Weight
from matside.core.workout.model import Reps, Side
from matside.core.workout.weight_change import WeightChange
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.marks import Box, IconMark, Text
from matside.ui.drawing.theme import DARK
from matside.ui.stage.layout.layout import StageLayout
from matside.ui.words.weight_words import hands_words
from tests.support.situations import Situation
from tests.support.stages import (
    FROM_4_TO_3,
    SIZES,
    all_situations,
    altered,
    asking,
    at_all_sizes,
    layout_of,
    letters,
)

WIDE = (1366, 768)
LIGHT, MEDIUM = Weight(Level.LIGHT, 1), Weight(Level.MEDIUM, 2)
CHANGES = [
    (WeightChange.FETCH, LIGHT),
    (WeightChange.FETCH, MEDIUM),
    (WeightChange.SAME, MEDIUM),
    (WeightChange.PUT_DOWN, None),
    (WeightChange.NONE, None),
]


def plates(layout: StageLayout) -> list[QRectF]:
    """Return the black plates in the block."""
    boxes = [mark for mark in layout.marks if isinstance(mark, Box)]
    black = [box.rect for box in boxes if box.colour == DARK.plate]
    return [rect for rect in black if layout.block.contains(rect)]


def words_of(layout: StageLayout) -> dict[str, Text]:
    """Return what stands in the block, by its words."""
    return {mark.text: mark for mark in letters(layout) if layout.block.contains(mark.rect)}


def told(layout: StageLayout, change: WeightChange, weight: Weight | None) -> list[Text]:
    """Return what the hands are told, in one line or two."""
    shown = words_of(layout)
    forms = (
        [shown[text] for text in (said, *said.rsplit(" ", 1)) if text in shown]
        for said in hands_words(change, weight)
    )
    return max(forms, key=lambda form: sum(len(mark.text) for mark in form))


def resting(name: str, change: WeightChange, weight: Weight | None) -> Situation:
    """Return the rest `name` before a set with `weight`."""
    return asking(altered(all_situations()[name], weight=weight), change)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_facts_stand_in_one_order(size: tuple[int, int]) -> None:
    """The time, the dose, the weights; with a side the side below the time."""
    plain, sided = (layout_of(all_situations()[name], size) for name in ("rest", "rest-side"))
    dose, weights = (words_of(plain)[text].baseline for text in ("8 reps", "Put weights down"))
    assert plain.digits_rect.bottom() < dose < weights
    side, dose = (words_of(sided)[text].baseline for text in ("LEFT", "8 reps"))
    assert sided.digits_rect.bottom() < side < dose
    assert words_of(sided)["8 reps"].x < words_of(sided)["1 light"].x


@pytest.mark.parametrize(("change", "weight"), CHANGES)
@pytest.mark.parametrize("name", ["rest", "rest-side"])
def test_plate_means_that_hands_must_do_something(
    name: str, change: WeightChange, weight: Weight | None
) -> None:
    """Weights to fetch or to put down are on a plate; what stays as it is, is not."""
    asks = change in (WeightChange.FETCH, WeightChange.PUT_DOWN)
    sides = 1 if name == "rest-side" else 0
    for size, layout in at_all_sizes(resting(name, change, weight)):
        assert sides + asks == len(plates(layout)), f"at {size}"
        middle = told(layout, change, weight)[-1].rect.center()
        assert asks is any(plate.contains(middle) for plate in plates(layout)), f"at {size}"


@pytest.mark.parametrize(("change", "weight"), CHANGES)
@pytest.mark.parametrize("name", ["rest", "rest-side"])
def test_hands_are_told_whole_and_read_from_the_mat(
    name: str, change: WeightChange, weight: Weight | None
) -> None:
    """However long the words are they are all there, 5 % high."""
    for size in FROM_4_TO_3:
        layout = layout_of(resting(name, change, weight), size)
        shown = told(layout, change, weight)
        assert " ".join(mark.text for mark in shown) in hands_words(change, weight), f"at {size}"
        assert all(mark.cap >= 0.05 * layout.frame.unit for mark in shown), f"at {size}"


@pytest.mark.parametrize("name", ["rest", "rest-side"])
def test_two_dumbbells_have_two_signs(name: str) -> None:
    """One for each hand."""
    one, two = (
        layout_of(resting(name, WeightChange.FETCH, weight), (1920, 1080))
        for weight in (LIGHT, Weight(Level.LIGHT, 2))
    )
    assert [1, 2] == [
        sum(isinstance(mark, IconMark) and mark.icon is Icon.DUMBBELL for mark in layout.marks)
        for layout in (one, two)
    ]


def test_alternating_reps_say_how_they_are_spread() -> None:
    """Beside the dose stands that it is for each side."""
    words = words_of(layout_of(all_situations()["rest-weights"], WIDE))
    assert {"8 reps", "each side", "Fetch two medium"} <= words.keys()
    assert words["8 reps"].baseline == words["each side"].baseline


def test_hold_says_how_long_it_is_in_the_place_of_a_dose() -> None:
    """A time alone would be one more countdown."""
    words = words_of(layout_of(all_situations()["rest-hold"], WIDE))
    assert {"0:30 hold", "no weight"} <= words.keys()


@pytest.mark.parametrize("size", FROM_4_TO_3, ids=str)
@pytest.mark.parametrize(
    ("name", "dose", "weight"),
    [
        ("get-ready", "0:30 hold", None),
        ("switch-knee", "8 reps", "1 light"),
        ("rest-last-3", "8 reps", None),
        ("rest-last-3-side", "8 reps", "1 light"),
        ("rest-last-3-weights", "8 each side", "2 medium"),
    ],
)
def test_dose_and_weights_stay_until_go(
    name: str, dose: str, weight: str | None, size: tuple[int, int]
) -> None:
    """Also for a side, whose plate takes the row above the digits."""
    layout = layout_of(all_situations()[name], size)
    shown = {mark.text: mark.cap for mark in letters(layout)}
    assert {dose, weight} - {None} <= shown.keys()
    assert all(shown[text] >= 0.046 * layout.frame.unit for text in (dose, weight) if text)


def test_before_the_first_set_weights_are_fetched() -> None:
    """Get ready is the only step in which nobody has them yet."""
    situation = altered(all_situations()["get-ready"], dose=Reps(8), weight=MEDIUM)
    layout = layout_of(asking(situation, WeightChange.FETCH), WIDE)
    assert {"8 reps", "Fetch 2 medium"} <= {mark.text for mark in letters(layout)}


@pytest.mark.parametrize("name", ["hold-side", "switch"])
def test_nothing_jumps_when_the_set_begins(name: str) -> None:
    """The side and the digits of get ready stand where those of the set do."""
    assert Side.RIGHT is all_situations()["hold-side"].reading.shown.side
    ready, then = (layout_of(all_situations()[each], WIDE) for each in ("get-ready-last-3", name))
    assert ready.digits_rect.topLeft() == then.digits_rect.topLeft()
    assert plates(ready)[0].topLeft() == plates(then)[0].topLeft()
