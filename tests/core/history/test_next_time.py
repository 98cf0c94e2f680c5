"""Three sessions at the upper end say what to try next, and nothing else does."""

from dataclasses import replace

import pytest

from matside.core.history.last_time import LastSessions, Proposal, proposal
from matside.core.session.record import Planned, SetOutcome, SetRecord
from matside.core.settings import Settings
from matside.core.weights import Level, Load, Unit, Weight
from matside.core.workout.model import Exercise, Reps
from matside.core.workout.steps import StepKey, StepKind

LIGHT = Weight(Level.LIGHT, 2)
FOUR, FIVE = (Load(grams, Unit.KILOGRAM) for grams in (4_000, 5_000))
CURL = Exercise("Curl", Reps(8, 12), id="curl", weight=LIGHT)
SETTINGS = Settings()


def done(
    reps: int | None = 12, load: Load | None = FOUR, weight: Weight | None = LIGHT
) -> SetRecord:
    """Return a set of curls for which 8 to 12 were asked."""
    return SetRecord(
        key=StepKey(0, 1, 0, None, StepKind.WORK),
        block="Pair",
        exercise="curl",
        name="Curl",
        side=None,
        reps=reps,
        seconds=30,
        outcome=SetOutcome.DONE,
        load=load,
        planned=Planned("8-12 reps", reps=8, reps_to=12, weight=weight),
    )


def sessions(*sets: SetRecord) -> LastSessions:
    """Return three sessions: two of a set as it should be, before them one of `sets`."""
    return {"curl": ([done()], [done(), done(13)], list(sets))}


def test_weight_that_is_known_goes_up_by_one_step() -> None:
    """Every set of three sessions had 12 reps or more."""
    assert Proposal(12, FIVE, is_weighted=True) == proposal(CURL, sessions(done()), SETTINGS)


def test_it_can_be_switched_off() -> None:
    """Nobody has to be told."""
    assert proposal(CURL, sessions(done()), replace(SETTINGS, proposes=False)) is None


@pytest.mark.parametrize(
    "other",
    [
        done(11),
        done(None),
        replace(done(), outcome=SetOutcome.SKIPPED),
        done(load=FIVE),
        replace(done(), planned=Planned("12 reps", reps=12, weight=LIGHT)),
        replace(done(), planned=None),
    ],
)
def test_one_set_that_was_otherwise_says_nothing(other: SetRecord) -> None:
    """Fewer reps, none that are known, skipped, another weight, or no upper end."""
    assert proposal(CURL, sessions(done(), other), SETTINGS) is None


def test_two_sessions_are_too_few() -> None:
    """Nor does an exercise have anything that was never done."""
    assert proposal(CURL, {"curl": ([done()], [done()])}, SETTINGS) is None
    assert proposal(CURL, {}, SETTINGS) is None


def test_another_weight_in_the_plan_begins_anew() -> None:
    """The author has gone up already."""
    heavy = replace(CURL, weight=Weight(Level.HEAVY, 2))
    assert proposal(heavy, sessions(done()), SETTINGS) is None


def test_what_weighs_nothing_or_what_nobody_knows_has_no_load() -> None:
    """More reps, or more weight, is all that can be said."""
    bare = {"curl": ([done(load=None, weight=None)],) * 3}
    unknown = {"curl": ([done(load=None)],) * 3}
    assert Proposal(12, None, is_weighted=False) == proposal(
        replace(CURL, weight=None), bare, SETTINGS
    )
    assert Proposal(12, None, is_weighted=True) == proposal(CURL, unknown, SETTINGS)
