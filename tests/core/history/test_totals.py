"""What sessions come to is worked out from what is known of them, and nothing else."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from matside.core.history.totals import (
    Difference,
    ExerciseDay,
    ExerciseDone,
    ExerciseRecords,
    SessionTotals,
    difference,
    records_of,
    totals_of,
)
from matside.core.session.record import (
    Pause,
    Planned,
    SessionOutcome,
    SessionRecord,
    SetOutcome,
    SetRecord,
)
from matside.core.weights import Level, Load, Unit, Weight
from matside.core.workout.steps import StepKey, StepKind

STARTED = datetime.fromisoformat("2026-03-01T07:30:00+01:00")
FIVE = Load(5_000, Unit.KILOGRAM)
TOTALS = SessionTotals(
    3, "pairs", "Pairs", STARTED, SessionOutcome.FINISHED, 1800, 60, 2, 1, 80_000, 4
)


def done(place: int, reps: int | None, load: Load | None = None) -> SetRecord:
    """Return a set of `reps` with two pieces of `load`."""
    return SetRecord(
        key=StepKey(0, 1, place, None, StepKind.WORK),
        block="Pair",
        exercise=None,
        name="Chop",
        side=None,
        reps=reps,
        seconds=20,
        outcome=SetOutcome.DONE,
        load=load,
        planned=Planned("8 reps", weight=Weight(Level.LIGHT, 2)),
    )


def test_a_session_has_sums() -> None:
    """Volume is reps times all that was held, of the sets that were done."""
    sets = (done(0, 8, FIVE), done(1, None), replace(done(2, 9, FIVE), outcome=SetOutcome.SKIPPED))
    pauses = (Pause(STARTED, STARTED + timedelta(seconds=59.6)), Pause(STARTED))
    session = SessionRecord(
        3, "pairs", "Pairs", STARTED, 1800, SessionOutcome.FINISHED, sets, pauses, effort=4
    )
    assert TOTALS == totals_of(session)
    assert replace(TOTALS, paused=None) == totals_of(replace(session, pauses=None))


def test_sets_that_a_clock_has_cut_were_not_skipped() -> None:
    """They are counted apart, and none of them was done."""
    left = replace(done(1, None), outcome=SetOutcome.SKIPPED)
    sets = (done(0, 8, FIVE), left, replace(left, is_cut=True))
    session = SessionRecord(3, "pairs", "Pairs", STARTED, 1800, SessionOutcome.FINISHED, sets)
    totals = totals_of(session)
    assert (1, 1, 1) == (totals.done, totals.skipped, totals.cut)


def test_a_session_differs_from_the_one_before() -> None:
    """More is positive; what one of them does not know is not known."""
    before = replace(TOTALS, seconds=1700, paused=90, done=1, grams=90_000)
    assert Difference(100, -30, 1, -10_000) == difference(TOTALS, before)
    assert Difference(None, None, 0, 0) == difference(
        TOTALS, replace(TOTALS, seconds=None, paused=None)
    )


def test_records_are_the_heaviest_and_the_most() -> None:
    """The first of equal ones stands; without a weight there is none."""
    base = ExerciseDay(1, date(2026, 3, 1), 2, 16, 160_000, 10_000)
    heavy = replace(base, session=2, heaviest=12_000, grams=120_000)
    again = replace(heavy, session=3)
    bare = replace(base, session=4, heaviest=None, grams=0)
    assert ExerciseRecords(heavy, base) == records_of([base, heavy, again, bare])
    assert ExerciseRecords(None, None) == records_of([bare])
    assert ExerciseRecords(None, None) == records_of([])


def test_records_are_the_most_reps_and_the_longest_hold() -> None:
    """Each of one set; what was never counted or held has none."""
    reps = ExerciseDay(1, date(2026, 3, 1), 2, 16, 0, None, most_reps=9)
    more = replace(reps, session=2, most_reps=12)
    hold = ExerciseDay(3, date(2026, 3, 2), 1, 0, 0, None, seconds=60, longest=60)
    assert ExerciseRecords(None, None, more, hold) == records_of([reps, more, hold])
    assert ExerciseRecords(None, None, None, hold) == records_of([hold])


def test_an_exercise_is_found_by_its_id() -> None:
    """Or by its name where it has none."""
    assert "chest-fly" == ExerciseDone("chest-fly", "Fly").move
    assert "Fly" == ExerciseDone(None, "Fly").move
