"""A session is compared with those before it, and praised for what is true."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from matside.core.history.ending import Ending
from matside.core.history.past import Comparison, Feat, Past, Praise, TopSet, compare, praise
from matside.core.history.totals import SessionTotals, seconds_of_sets
from matside.core.history.weeks import TrainedDay
from matside.core.session.record import Planned, SessionOutcome, SetOutcome, SetRecord
from matside.core.weights import Level, Load, Unit, Weight
from matside.core.workout.steps import StepKey, StepKind

STARTED = datetime(2026, 11, 22, 18, 5, tzinfo=UTC)
SESSION = SessionTotals(
    id=0,
    workout="runners",
    title="Runners",
    started=STARTED,
    outcome=SessionOutcome.FINISHED,
    seconds=1450,
    paused=0,
    done=3,
    skipped=0,
    grams=192_000,
)
LAST = replace(SESSION, id=7, started=STARTED - timedelta(days=8))
BEFORE = Past(
    days=(TrainedDay(LAST.started.date(), 1, 1450),),
    done={"runners": LAST.started},
    last={"runners": LAST},
    heaviest={"curl": 8_000},
)


def curl(
    grams: int | None, *, exercise: str | None = "curl", outcome: SetOutcome = SetOutcome.DONE
) -> SetRecord:
    """Return a set with two dumbbells of so many grams each."""
    return SetRecord(
        key=StepKey(0, 1, 0, None, StepKind.WORK),
        block="Pair",
        exercise=exercise,
        name="Curl",
        side=None,
        reps=8,
        seconds=24,
        outcome=outcome,
        load=None if grams is None else Load(grams, Unit.KILOGRAM),
        planned=Planned("8 reps", reps=8, weight=Weight(Level.LIGHT, 2)),
    )


def compared(
    session: SessionTotals = SESSION, *sets: SetRecord, before: Past = BEFORE
) -> Comparison:
    """Return `session` of the `sets` beside what was done before."""
    return compare(session, sets, before, goal=1, first_day=0)


def test_last_session_is_that_of_the_same_workout() -> None:
    """Another workout was done for the first time, though not as the first session of all."""
    found = compared()
    assert (LAST, False, False) == (found.last, found.is_first, found.is_new)
    other = compared(replace(SESSION, workout="other"))
    assert (None, False, True) == (other.last, other.is_first, other.is_new)
    assert compared(before=Past()).is_first


def test_workout_that_was_only_stopped_is_neither_new_nor_outdone() -> None:
    """Nobody moved more than the last time who did not get to its end then."""
    found = compared(before=replace(BEFORE, last={}))
    assert (None, False) == (found.last, found.is_new)
    assert Praise(Feat.NOTHING_SKIPPED) == praise(found, Ending.DONE, has_all=True)


def test_session_counts_for_its_week_if_anything_was_done() -> None:
    """So the week is done with it, and the row goes on."""
    assert (2, False) == (compared().habit.streak.now, compared().habit.week.is_due)
    nothing = compared(replace(SESSION, done=0))
    assert (1, True) == (nothing.habit.streak.now, nothing.habit.week.is_due)
    assert 1 == compared(replace(SESSION, seconds=None), before=Past()).habit.streak.now


def test_top_set_is_the_one_with_the_greatest_gain() -> None:
    """Else the one with the most weight; what was skipped or weighs nothing is none."""
    light, heavier = curl(3_000), curl(5_000)
    assert TopSet(heavier, BEFORE.heaviest["curl"]) == compared(SESSION, light, heavier).top
    unknown = curl(20_000, exercise=None)
    assert heavier == (compared(SESSION, unknown, heavier).top or TopSet(light, None)).record
    assert TopSet(unknown, None) == compared(SESSION, light, unknown).top
    known = replace(BEFORE, heaviest={**BEFORE.heaviest, "press": 50_000})
    lighter, as_before = curl(20_000, exercise="press"), curl(4_000)
    assert TopSet(lighter, 50_000) == compared(SESSION, as_before, lighter, before=known).top
    skipped = curl(9_000, outcome=SetOutcome.SKIPPED)
    assert None is compared(SESSION, skipped, curl(None)).top


@pytest.mark.parametrize(("grams", "gain"), [(5_000, 2_000), (4_000, 0), (3_000, -2_000)])
def test_gain_is_what_was_held_together_beyond_the_most_before(grams: int, gain: int) -> None:
    """All pieces count; where it was never held there is no gain."""
    top = compared(SESSION, curl(grams)).top
    assert top is not None
    assert gain == top.gain
    assert None is TopSet(curl(grams), None).gain


def test_time_of_work_is_that_of_the_sets_that_were_not_skipped() -> None:
    """What its minute has cut was worked at; a set whose time is not known adds nothing."""
    skipped = curl(None, outcome=SetOutcome.SKIPPED)
    cut = replace(skipped, seconds=60, is_cut=True)
    unknown = replace(curl(None), seconds=None)
    assert 24 + 60 == seconds_of_sets([curl(None), unknown, skipped, cut])


def test_other_unit_is_no_feat() -> None:
    """What the page shows as the same, or as 0 kg more, is not praised."""
    held = compared(SESSION, curl(4_002), before=AS_BEFORE)
    moved = compared(replace(SESSION, grams=192_400), before=AS_BEFORE)
    for comparison in (held, moved):
        assert Praise(Feat.NOTHING_SKIPPED) == praise(comparison, Ending.DONE, has_all=True)


BARE = replace(SESSION, grams=0)
BARE_BEFORE = replace(BEFORE, last={"runners": replace(LAST, grams=0, done=2)})
AS_BEFORE = replace(BEFORE, last={"runners": replace(LAST, grams=192_000)})


@pytest.mark.parametrize(
    ("comparison", "has_all", "expected"),
    [
        (compared(SESSION, curl(5_000)), True, Praise(Feat.HEAVIEST, record=curl(5_000))),
        (
            compared(replace(SESSION, grams=200_000), curl(4_000)),
            True,
            Praise(Feat.MORE_MOVED, 8_000),
        ),
        (compared(BARE, before=BARE_BEFORE), True, Praise(Feat.MORE_SETS, 1)),
        (compared(before=Past()), True, Praise(Feat.FIRST)),
        (compared(before=AS_BEFORE), True, Praise(Feat.NOTHING_SKIPPED)),
        (compared(before=AS_BEFORE), False, Praise(Feat.WEEKS_IN_A_ROW, 2)),
        (
            compared(replace(SESSION, workout="other"), before=replace(BEFORE, days=())),
            False,
            Praise(Feat.FIRST),
        ),
        (
            compared(
                replace(SESSION, workout="other"),
                before=Past(days=(TrainedDay(STARTED.date() - timedelta(days=30), 1, 60),)),
            ),
            False,
            Praise(Feat.DONE),
        ),
        (compared(BARE), True, Praise(Feat.NOTHING_SKIPPED)),
        (compared(before=replace(BARE_BEFORE)), True, Praise(Feat.NOTHING_SKIPPED)),
        (compared(replace(SESSION, done=0)), False, None),
    ],
    ids=[
        "heavier",
        "more moved",
        "more sets",
        "first of all",
        "all done",
        "in a row",
        "first, with skipped sets",
        "done",
        "weights are not known today",
        "weights were not known",
        "nothing done",
    ],
)
def test_the_first_that_is_true_is_said(
    comparison: Comparison, expected: Praise | None, *, has_all: bool
) -> None:
    """In the order of what is worth saying; nothing is outdone that is not known."""
    assert expected == praise(comparison, Ending.DONE, has_all=has_all)


def test_a_session_that_ended_early_is_praised_for_what_it_outdid_only() -> None:
    """One that was stopped is not praised at all."""
    heavier = compared(SESSION, curl(5_000))
    assert Praise(Feat.HEAVIEST, record=curl(5_000)) == praise(
        heavier, Ending.CUT_SHORT, has_all=False
    )
    assert None is praise(compared(before=AS_BEFORE), Ending.CUT_SHORT, has_all=False)
    assert None is praise(heavier, Ending.STOPPED, has_all=False)
