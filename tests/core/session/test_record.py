"""What history keeps of a set tells what kind of set it was."""

import pytest

from matside.core.session.record import Planned, SetOutcome, SetRecord
from matside.core.workout.steps import StepKey, StepKind

KEY = StepKey(0, 1, 0, None, StepKind.WORK)


@pytest.mark.parametrize(
    ("reps", "planned", "is_counted"),
    [
        (8, Planned("8 reps", reps=8), True),
        (None, Planned("8-12 reps", reps=8, reps_to=12), True),
        (None, Planned("max reps"), True),
        (None, Planned("max hold"), False),
        (None, Planned("30 s", seconds=30), False),
        (8, None, True),
        (None, None, False),
    ],
)
def test_sets_of_reps_are_told_from_holds(
    reps: int | None, planned: Planned | None, *, is_counted: bool
) -> None:
    """By what was asked, also where nobody knows how many reps there were."""
    record = SetRecord(KEY, "Pair", None, "Row", None, reps, 35, SetOutcome.DONE, planned=planned)
    assert is_counted == record.is_counted
