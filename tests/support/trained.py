"""What an athlete has done who trains twice in most weeks, for pages that look back on it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice

from matside.core.history.totals import SessionTotals, totals_of
from matside.core.history.weeks import TrainedDay
from matside.core.history.year import year_of
from matside.core.session.record import (
    Pause,
    Planned,
    SessionOutcome,
    SessionRecord,
    SetOutcome,
    SetRecord,
)
from matside.core.settings import Settings
from matside.core.weights import Level, Load, Unit
from matside.core.workout.model import Hold, Reps, Workout
from matside.core.workout.plan import compile_plan
from matside.core.workout.steps import Work
from matside.ui.history.history_model import HistoryView
from matside.ui.history.progress.progress_model import Progress
from tests.support.exercise_days import LIFTS, ONE
from tests.support.exercises_done import exercise_names

NOW = datetime(2026, 11, 29, 18, 42, tzinfo=UTC)
KILOGRAMS = {Level.LIGHT: 4, Level.MEDIUM: 6, Level.HEAVY: 10}
MOST_SETS = 99
"""The most sets of a session, however many rounds a workout has."""

MISSED = frozenset({6, 7, 17, 30, 31, 45})
"""The weeks before this one in which nothing was done."""


def session_of(workout: Workout, number: int, started: datetime) -> SessionRecord:
    """Return a session of `workout`: its seventh set with other reps, and its last skipped."""
    steps = compile_plan(workout, Settings()).sets[:MOST_SETS]
    sets = [
        _record(step, started + timedelta(seconds=43 * place)) for place, step in enumerate(steps)
    ]
    counted = [place for place, each in enumerate(sets) if each.reps is not None]
    if len(counted) > 9:
        sets[counted[1]] = replace(sets[counted[1]], reps=6)
        heavier = Load(5_000, Unit.KILOGRAM)
        sets[counted[9]] = replace(sets[counted[9]], load=heavier)
    sets[-1] = replace(sets[-1], outcome=SetOutcome.SKIPPED, reps=None, seconds=7)
    return SessionRecord(
        id=number,
        workout="workout",
        title=workout.title,
        started=started,
        seconds=1300 + 37 * number % 400,
        outcome=SessionOutcome.FINISHED,
        sets=tuple(sets),
        pauses=(Pause(started + timedelta(minutes=3), started + timedelta(minutes=4)),),
        effort=3,
        note="Better before breakfast",
    )


def _record(step: Work, ended: datetime) -> SetRecord:
    exercise, dose = step.exercise, step.exercise.dose
    weight = exercise.weight
    load = None
    if weight is not None:
        level = weight.level
        load = weight.load if level is None else Load(1000 * KILOGRAMS[level], Unit.KILOGRAM)
    return SetRecord(
        key=step.key,
        block=step.block.name,
        exercise=exercise.id,
        name=exercise.name,
        side=step.side,
        reps=dose.count if isinstance(dose, Reps) else None,
        seconds=dose.seconds if isinstance(dose, Hold) else 24,
        outcome=SetOutcome.DONE,
        load=load,
        planned=Planned(
            dose.written,
            reps=dose.count if isinstance(dose, Reps) else None,
            seconds=dose.seconds if isinstance(dose, Hold) else None,
            weight=weight,
        ),
        ended=ended,
    )


def starts() -> Iterator[datetime]:
    """Yield the hours at which sessions began, the newest first."""
    week = 0
    while True:
        monday = NOW.replace(hour=18, minute=5) - timedelta(weeks=week, days=6)
        if week not in MISSED and week % 23 != 22:
            yield monday + timedelta(days=6 if week % 3 else 5)
            yield monday + timedelta(days=week % 4)
        week += 1


def history_view(workout: Workout, count: int, *, back: int = 0) -> HistoryView:
    """Return a page of `count` sessions of `workout`, the newest of which is selected."""
    first = session_of(workout, count, NOW.replace(hour=18, minute=5))
    sums = totals_of(first)
    totals = [
        replace(sums, id=count - place, started=started, seconds=1450 - 41 * place * place % 1000)
        for place, started in enumerate(sorted(islice(starts(), count), reverse=True))
    ]
    days: dict[object, list[SessionTotals]] = {}
    for each in reversed(totals):
        days.setdefault(each.started.date(), []).append(each)
    trained = [
        TrainedDay(each[0].started.date(), len(each), sum(one.seconds or 0 for one in each))
        for each in days.values()
    ]
    year = year_of(trained, NOW.date(), 1, 0, back)
    lifts = {0: (), 1: ONE}.get(count, LIFTS)
    names = exercise_names([first]) if count else []
    move = next((each.exercise or each.name for each in first.sets if each.load), None)
    shown = [each for each in totals if year.first <= each.started.date() <= year.last]
    selected = shown[0] if shown else None
    return HistoryView(
        year=year,
        sessions=tuple(shown),
        settings=Settings(),
        progress=Progress(names, move if count else None, lifts),
        selected=None if selected is None else selected.id,
        record=None
        if selected is None
        else replace(first, id=selected.id, started=selected.started, seconds=selected.seconds),
    )
