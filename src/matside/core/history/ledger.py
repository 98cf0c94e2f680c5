"""What the facts of a session change in its record."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from matside.core.durations import rounded_seconds
from matside.core.history.last_time import LastSets, load_today
from matside.core.session import progress
from matside.core.session.clock import Anchor
from matside.core.session.record import (
    Change,
    OpenSession,
    OutcomeChanged,
    PauseBegan,
    PauseEnded,
    Planned,
    Position,
    SessionOutcome,
    SetKept,
    SetOutcome,
    SetRecord,
    SetsDropped,
)
from matside.core.session.values import (
    Fact,
    Idle,
    Paused,
    Phase,
    Running,
    SessionFinished,
    SessionPaused,
    SessionReopened,
    SessionResumed,
    SessionStopped,
    SetEnded,
    WentBack,
)
from matside.core.weights import Load
from matside.core.workout.model import Hold, Reps
from matside.core.workout.plan import Plan
from matside.core.workout.steps import StepKey, Work

Sets = Mapping[StepKey, SetRecord]
"""The sets of a session that were done or skipped, by their keys, in the order done."""


def changes(
    plan: Plan, sets: Sets, facts: Sequence[Fact], anchor: Anchor, before: LastSets | None = None
) -> tuple[Change, ...]:
    """Return what `facts` change in a record that has `sets` before them.

    `anchor` gives their instants the hours that history keeps, and `before` is what was done of
    each exercise the last time.
    """
    found: list[Change] = []
    after = dict(sets)
    for fact in facts:
        new: list[Change]
        match fact:
            case SetEnded():
                step = plan.set_from(fact.key)
                load = load_today(step, after, before or {})
                new = [SetKept(_record_of(step, fact, anchor.hour_of(fact.at), load))]
            case WentBack(to=to):
                keys = _from(plan, to, after)
                new = [SetsDropped(keys)] if keys else []
            case _:
                new = _of_session(fact, anchor)
        _apply(after, new)
        found += new
    return tuple(found)


def _of_session(fact: Fact, anchor: Anchor) -> list[Change]:
    """Return what a fact changes that is not about a set."""
    match fact:
        case SessionFinished(at=at):
            return [OutcomeChanged(SessionOutcome.FINISHED, anchor.hour_of(at))]
        case SessionStopped(at):
            return [OutcomeChanged(SessionOutcome.STOPPED, anchor.hour_of(at))]
        case SessionReopened(at, since):
            between = PauseBegan(anchor.hour_of(since)), PauseEnded(anchor.hour_of(at))
            return [OutcomeChanged(SessionOutcome.OPEN), *between]
        case SessionPaused(at=at):
            return [PauseBegan(anchor.hour_of(at))]
        case SessionResumed(at):
            return [PauseEnded(anchor.hour_of(at))]
        case _:
            return []


def taken_up(session: OpenSession, hour: datetime) -> tuple[Change, ...]:
    """Return what changes in the record of a session that was left open and goes on at `hour`.

    It stood still since somebody last saw it; where that is not known, since now.
    """
    if session.pauses and session.pauses[-1].ended is None:
        return ()
    seen = session.position.seen or hour
    return (PauseBegan(min(seen, hour)),)


def position(phase: Phase, before: Position | None, now: int, anchor: Anchor) -> Position | None:
    """Return the position of the session in `phase` at `now`; it was `before` at the last beat.

    Once it is over it stays where it was, with the times of its end. None before a session.
    """
    if isinstance(phase, Running | Paused):
        return replace(progress.position(phase, now), seen=anchor.hour_of(now))
    if isinstance(phase, Idle) or before is None:
        return None
    so_far, seen = phase.times, anchor.hour_of(phase.at)
    return replace(before, ran=so_far.ran, paused=so_far.paused, pauses=so_far.pauses, seen=seen)


def applied(sets: Sets, found: Sequence[Change]) -> Sets:
    """Return `sets` after the changes `found`."""
    after = dict(sets)
    _apply(after, found)
    return after


def _apply(sets: dict[StepKey, SetRecord], found: Sequence[Change]) -> None:
    for change in found:
        match change:
            case SetKept(record):
                sets.pop(record.key, None)
                sets[record.key] = record
            case SetsDropped(keys):
                for key in keys:
                    sets.pop(key, None)
            case _:
                pass


def places(plan: Plan, sets: Sets, outcome: SetOutcome) -> frozenset[int]:
    """Return where in `plan` the sets stand that were left with `outcome`, from 0."""
    left = (key for key, record in sets.items() if record.outcome is outcome)
    return frozenset(plan.place_of(key) for key in left if not plan.goes_on(key))


def lacking(plan: Plan, sets: Sets, kept: Sets) -> frozenset[int]:
    """Return where in `plan` those of `sets` stand that are not among the `kept` as they are."""
    keys = (key for key, record in sets.items() if kept.get(key) != record)
    return frozenset(plan.place_of(key) for key in keys if not plan.goes_on(key))


def _from(plan: Plan, to: StepKey, sets: Sets) -> tuple[StepKey, ...]:
    order = plan.order_of(to)
    return tuple(key for key in sets if plan.order_of(key) >= order)


def _record_of(step: Work, ended: SetEnded, hour: datetime, load: Load | None) -> SetRecord:
    return SetRecord(
        key=ended.key,
        block=step.block.name,
        exercise=step.exercise.id,
        name=step.exercise.name,
        side=step.side,
        reps=_reps_of(step, ended),
        seconds=rounded_seconds(ended.elapsed),
        outcome=ended.outcome,
        load=load,
        planned=_planned(step),
        ended=hour,
        is_cut=ended.is_cut,
    )


def _reps_of(step: Work, ended: SetEnded) -> int | None:
    """Return the reps of a set that was done: of a range the lower end, but all that were pulsed.

    Nobody knows how many there were in a set to failure, or in one that was not done.
    """
    dose = step.exercise.dose
    if not isinstance(dose, Reps) or ended.outcome is SetOutcome.SKIPPED:
        return None
    return dose.count if ended.rep is None else ended.rep


def _planned(step: Work) -> Planned:
    dose, weight = step.exercise.dose, step.exercise.weight
    return Planned(
        dose.written,
        reps=dose.count if isinstance(dose, Reps) else None,
        reps_to=dose.to if isinstance(dose, Reps) else None,
        seconds=dose.seconds if isinstance(dose, Hold) else None,
        weight=weight,
        clock=step.block.clock,
        load=None if weight is None or weight.level is None else step.load,
    )
