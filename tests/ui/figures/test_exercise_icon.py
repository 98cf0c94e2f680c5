"""The icon of an exercise tells what is needed."""

import pytest

from matside.ui.drawing.icons import Icon
from matside.ui.figures.exercise_icon import exercise_icon
from tests.support.stages import all_situations


@pytest.mark.parametrize(
    ("name", "icon"),
    [("reps", Icon.WORK), ("hold", Icon.MOBILITY), ("reps-bare", Icon.MOBILITY)],
)
def test_icon_tells_what_is_needed(name: str, icon: Icon) -> None:
    """Weights, moving and holding still have each their icon."""
    shown = all_situations()[name].reading.shown
    assert icon is exercise_icon(shown.exercise, shown.block.kind)
