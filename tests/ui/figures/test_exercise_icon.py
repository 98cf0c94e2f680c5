"""The icon of an exercise tells what is needed."""

import pytest

from matside.core.weights import Implement
from matside.ui.drawing.icons import Icon
from matside.ui.figures.exercise_icon import exercise_icon, implement_icon
from tests.support.stages import all_situations


@pytest.mark.parametrize(
    ("name", "icon"),
    [("reps", Icon.WORK), ("hold", Icon.MOBILITY), ("reps-bare", Icon.MOBILITY)],
)
def test_icon_tells_what_is_needed(name: str, icon: Icon) -> None:
    """Weights, moving and holding still have each their icon."""
    shown = all_situations()[name].reading.shown
    assert icon is exercise_icon(shown.exercise, shown.block.kind)


def test_each_kind_of_thing_has_an_icon_of_its_own() -> None:
    """So what one needs is found by its sign."""
    assert len(Implement) == len({implement_icon(of) for of in Implement})
