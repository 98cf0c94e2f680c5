"""What the facts of a session change in its record."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import Enum

from matside.core.durations import rounded_seconds
from matside.core.session.clock import Anchor
from matside.core.session.record import (
    Change,
    OpenSession,
    OutcomeChanged,
    PauseBegan,
    PauseEnded,
    Planned,
    SessionOutcome,
    SetKept,
    SetOutcome,
    SetRecord,
    SetsDropped,
)
from matside.core.session.values import (
    Fact,
    Over,
    SessionFinished,
    SessionPaused,
    SessionReopened,
    SessionResumed,
    SessionStopped,
    SetEnded,
    WentBack,
)
from matside.core.workout.model import Exercise, Hold, Reps
from matside.core.workout.plan import Plan, StepKey


class Ending(Enum):
    """How a session ended: done; at its end, but with much of it skipped; or stopped."""

    DONE = "done"
    CUT_SHORT = "cut short"
    STOPPED = "stopped"


Sets = Mapping[StepKey, SetRecord]
"""The sets of a session that were done or skipped, by their keys, in the order done."""


def changes(plan: Plan, sets: Sets, facts: Sequence[Fact], anchor: Anchor) -> tuple[Change, ...]:
    """Return what `facts` change in a record that has `sets` before them.

    `anchor` gives their instants the hours that history keeps.
    """
    found: list[Change] = []
    for fact in facts:
        match fact:
            case SetEnded():
                found.append(SetKept(_record_of(plan, fact, anchor.hour_of(fact.at))))
            case WentBack(to=to):
                keys = _from(plan, to, applied(sets, found))
                found += [SetsDropped(keys)] if keys else []
            case _:
                found += _of_session(fact, anchor)
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


def ending(plan: Plan, sets: Sets, phase: Over) -> Ending:
    """Return how the session of `plan` ended that has `sets`.

    As a hold skipped from 80 % on is done, so is a workout of which 80 % of the sets are.
    """
    if not phase.finished:
        return Ending.STOPPED
    done = places(plan, sets, SetOutcome.DONE)
    return Ending.DONE if 5 * len(done) >= 4 * len(plan.sets) else Ending.CUT_SHORT


def applied(sets: Sets, found: Sequence[Change]) -> Sets:
    """Return `sets` after the changes `found`."""
    after = dict(sets)
    for change in found:
        match change:
            case SetKept(record):
                after.pop(record.key, None)
                after[record.key] = record
            case SetsDropped(keys):
                for key in keys:
                    after.pop(key, None)
            case _:
                pass
    return after


def places(plan: Plan, sets: Sets, outcome: SetOutcome) -> frozenset[int]:
    """Return where in `plan` the sets stand that were left with `outcome`, from 0."""
    left = (key for key, record in sets.items() if record.outcome is outcome)
    return frozenset(plan.place_of(key) for key in left)


def _from(plan: Plan, to: StepKey, sets: Sets) -> tuple[StepKey, ...]:
    place = plan.place_of(to)
    return tuple(key for key in sets if plan.place_of(key) >= place)


def _record_of(plan: Plan, ended: SetEnded, hour: datetime) -> SetRecord:
    step = plan.set_from(ended.key)
    return SetRecord(
        key=ended.key,
        block=step.block.name,
        exercise=step.exercise.id,
        name=step.exercise.name,
        side=step.side,
        reps=step.reps,
        seconds=rounded_seconds(ended.elapsed),
        outcome=ended.outcome,
        planned=_planned(step.exercise),
        ended=hour,
    )


def _planned(exercise: Exercise) -> Planned:
    dose, weight = exercise.dose, exercise.weight
    return Planned(
        dose.written,
        reps=dose.count if isinstance(dose, Reps) else None,
        seconds=dose.seconds if isinstance(dose, Hold) else None,
        level=None if weight is None else weight.level,
        count=None if weight is None else weight.count,
    )
