"""Every situation of the finish page, of the runner's workout and a few others."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from matside.core.durations import whole_seconds
from matside.core.history.ending import Ending
from matside.core.history.ledger import Sets
from matside.core.history.past import Past, compare
from matside.core.history.totals import SessionTotals, done_of, volume
from matside.core.history.weeks import TrainedDay
from matside.core.session.record import (
    Planned,
    RoundsBefore,
    SessionOutcome,
    SetOutcome,
    SetRecord,
)
from matside.core.settings import Settings
from matside.core.weights import Level, Load, Unit, Weight
from matside.core.workout.model import (
    Block,
    BlockKind,
    Every,
    Exercise,
    Hold,
    Reps,
    Within,
    Workout,
)
from matside.core.workout.plan import Plan, compile_plan
from matside.core.workout.steps import StepKey, Work
from matside.ui.drawing.theme import Theme
from matside.ui.figures.film_decoder import FilmDecoder
from matside.ui.summary.finish_page import FinishPage
from matside.ui.summary.finish_view import FinishView
from tests.support.situations import WEIGHTS

STARTED = datetime(2026, 11, 22, 18, 5, tzinfo=UTC)
NAME = "upper-body-for-runners"
LAST = SessionTotals(
    id=7,
    workout=NAME,
    title="Upper Body for Runners",
    started=STARTED - timedelta(days=8),
    outcome=SessionOutcome.FINISHED,
    seconds=1474,
    paused=42,
    done=31,
    skipped=2,
    grams=1_104_000,
    effort=4,
)

Make = Callable[[], QWidget]
Decoder = Callable[[], FilmDecoder]


def finish_pages(
    workout: Workout, theme: Theme, notice: str, decoder: Decoder
) -> Mapping[str, Make]:
    """Return what makes the finish page in each of its situations; one is warned of `notice`."""
    plan = compile_plan(workout, WEIGHTS)
    sets = [place for place, step in enumerate(plan.steps) if isinstance(step, Work)]
    all_done = finish_view(workout, plan, frozenset(sets))
    skipped = replace(
        all_done,
        done=frozenset(sets) - {sets[11], sets[12]},
        skipped=frozenset({sets[11], sets[12]}),
        pauses=2,
        pause_seconds=72,
    )
    stopped = replace(
        all_done,
        ending=Ending.STOPPED,
        done=frozenset(sets[:17]),
        seconds=764,
        sets={},
        reached=(sets[17], plan.begins[sets[17]]),
    )
    cut_short = replace(
        all_done,
        ending=Ending.CUT_SHORT,
        done=frozenset(sets[:7]),
        skipped=frozenset(sets[7:]),
        seconds=311,
    )
    views = {
        "finish": beside(all_done, past(12, heaviest=5_000)),
        "finish-unread": all_done,
        "finish-first": beside(all_done, Past()),
        "finish-ten": beside(replace(skipped, effort=2), past(10)),
        "finish-thousand": beside(all_done, past(1_000, last=None)),
        "finish-pounds": beside(replace(all_done, unit=Unit.POUND), past(9)),
        "finish-skipped": beside(skipped, past(3)),
        "finish-stopped": beside(stopped, past(3)),
        "finish-last-set": beside(
            replace(all_done, correctable=_last_set(plan), effort=3), past(12, heaviest=8_000)
        ),
        "finish-cut-short": beside(cut_short, past(1)),
        "finish-bare": beside(_bare(), past(5, bare=True)),
        "finish-long": beside(_long(), past(5)),
        "finish-minutes": _minutes(),
        "finish-for-a-time": beside(_for_a_time(), past(5)),
        "finish-for-a-time-stopped": beside(
            replace(_for_a_time(), ending=Ending.STOPPED, reached=(1, 430_000)), past(5)
        ),
    }
    warned = partial(finish, views["finish-skipped"], theme, notice, decoder)
    return {
        "finish-warned": warned,
        **{name: partial(finish, view, theme, None, decoder) for name, view in views.items()},
    }


def past(
    weeks: int,
    *,
    last: SessionTotals | None = LAST,
    heaviest: int = 7_000,
    bare: bool = False,
) -> Past:
    """Return a past of so many weeks in a row, in which each piece weighed `heaviest` grams."""
    before = STARTED.date() - timedelta(days=8)
    days = (TrainedDay(before - timedelta(weeks=ago), 1, 1440) for ago in reversed(range(weeks)))
    done = replace(LAST, grams=0) if bare else last
    return Past(
        days=tuple(days),
        done={} if done is None else {NAME: done.started},
        last={} if done is None else {NAME: done},
        heaviest=dict.fromkeys(
            ("hammer-curl", "reciprocal-row", "chest-fly", "bent-over-wide-row"), 2 * heaviest
        ),
    )


def beside(view: FinishView, before: Past) -> FinishView:
    """Return `view` beside what was done `before`, with the records of what it has done."""
    sets = view.sets or _sets(view.plan, view.done, view.skipped)
    done = done_of(sets.values())
    session = SessionTotals(
        id=0,
        workout=NAME,
        title=view.title,
        started=STARTED,
        outcome=SessionOutcome.FINISHED,
        seconds=view.seconds,
        paused=view.pause_seconds,
        done=len(done),
        skipped=len(sets) - len(done),
        grams=volume(done),
    )
    compared = compare(session, sets.values(), before, goal=1, first_day=0)
    return replace(view, sets=sets, comparison=compared)


def _sets(plan: Plan, done: frozenset[int], skipped: frozenset[int]) -> Sets:
    records = (
        record_of(step, step.key, SetOutcome.DONE if place in done else SetOutcome.SKIPPED)
        for place, step in enumerate(plan.steps)
        if isinstance(step, Work) and place in done | skipped
    )
    return {record.key: record for record in records}


def record_of(step: Work, key: StepKey, outcome: SetOutcome) -> SetRecord:
    """Return the record of the set `step` under the name `key`, done as it was asked for."""
    dose = step.exercise.dose
    return SetRecord(
        key=key,
        block=step.block.name,
        exercise=step.exercise.id,
        name=step.exercise.name,
        side=step.side,
        reps=dose.count if isinstance(dose, Reps) and outcome is SetOutcome.DONE else None,
        seconds=dose.seconds if isinstance(dose, Hold) else 24,
        outcome=outcome,
        load=step.load,
        planned=Planned("", weight=step.exercise.weight),
    )


def _last_set(plan: Plan) -> SetRecord:
    """Return the record of a set of six reps instead of eight, with 5 kg."""
    step = plan.sets[-3]
    return SetRecord(
        key=step.key,
        block=step.block.name,
        exercise=step.exercise.id,
        name=step.exercise.name,
        side=step.side,
        reps=6,
        seconds=24,
        outcome=SetOutcome.DONE,
        load=Load(5_000, Unit.KILOGRAM),
        planned=Planned("8 reps", reps=8, weight=Weight(Level.LIGHT, 2)),
    )


def finish_view(workout: Workout, plan: Plan, done: frozenset[int]) -> FinishView:
    """Return a view of `workout`, of which the sets at the places `done` were done."""
    return FinishView(
        title=workout.title,
        date=STARTED,
        ending=Ending.DONE,
        plan=plan,
        done=done,
        skipped=frozenset(),
        seconds=1450,
        planned_seconds=whole_seconds(plan.estimate),
        pause_seconds=0,
        pauses=0,
    )


def _view_of(*blocks: Block) -> FinishView:
    workout = Workout("Core on the Mat", blocks)
    plan = compile_plan(workout, Settings())
    done = frozenset(plan.place_of(step.key) for step in plan.sets if not plan.goes_on(step.key))
    return finish_view(workout, plan, done)


def _bare() -> FinishView:
    """Return a session without a weight, of ten sets."""
    plank, crunch = Exercise("Plank", Hold(45)), Exercise("Crunch", Reps(20))
    return _view_of(Block("Core", BlockKind.CIRCUIT, (plank, crunch), rounds=5))


def _long() -> FinishView:
    """Return a session of 500 sets, over an hour."""
    swing = Exercise("Swing", Reps(10), weight=Weight(Load(16_000, Unit.KILOGRAM), 1))
    block = Block("Swings", BlockKind.CIRCUIT, (swing,) * 10, rounds=50)
    return replace(_view_of(block), seconds=11_730)


def _minutes() -> FinishView:
    """Return ten minutes, in one of which the set was skipped, and in two the time has cut it."""
    curl = Exercise("Hammer Curl", Reps(15), weight=Weight(Load(7_500, Unit.KILOGRAM), 2))
    view = _view_of(Block("Every Minute", BlockKind.CIRCUIT, (curl,), rounds=10, clock=Every(60)))
    left = frozenset(sorted(view.done)[-3:])
    view = replace(view, done=view.done - left, skipped=left, pauses=2, pause_seconds=72)
    view = beside(view, past(5))
    cut = {view.plan.steps[place].key for place in sorted(left)[1:]}
    sets = {key: replace(each, is_cut=key in cut) for key, each in view.sets.items()}
    return replace(view, sets=sets)


def _for_a_time() -> FinishView:
    """Return five rounds and an exercise of a block for a time."""
    names = ("Goblet Squat", "Push-up", "Swing")
    weight = Weight(Load(16_000, Unit.KILOGRAM), 1)
    exercises = tuple(Exercise(name, Reps(8), weight=weight) for name in names)
    view = _view_of(Block("All You Can", BlockKind.CIRCUIT, exercises, clock=Within(720)))
    keys = [step.key._replace(round=number) for number in range(1, 7) for step in view.plan.sets]
    sets = {key: record_of(view.plan.set_from(key), key, SetOutcome.DONE) for key in keys[:16]}
    left = record_of(view.plan.set_from(keys[16]), keys[16], SetOutcome.SKIPPED)
    cut = replace(left, is_cut=True)
    return replace(
        view,
        sets={**sets, keys[16]: cut},
        for_a_time={0: (16, 0)},
        seconds=720,
        rounds_before={0: RoundsBefore(4, (), 6)},
    )


def finish(
    view: FinishView, theme: Theme, notice: str | None, decoder: Decoder | None = None
) -> QWidget:
    """Return a finish page that shows `view` and says `notice`."""
    page = FinishPage(theme, decoder=decoder)
    page.show_notice(notice)
    page.show_view(view)
    return page
