"""What the facts of a session change in its record."""

from collections.abc import Mapping, Sequence

from matside.core.duration import rounded_seconds
from matside.core.plan import Key, Plan
from matside.core.record import (
    Change,
    OutcomeChanged,
    SessionOutcome,
    SetKept,
    SetRecord,
    SetsDropped,
)
from matside.core.session import (
    Fact,
    SessionFinished,
    SessionReopened,
    SessionStopped,
    SetEnded,
    WentBack,
)
from matside.core.workout import Reps

Sets = Mapping[Key, SetRecord]
"""The sets of a session that were done or skipped, by their keys, in the order done."""


def changes(plan: Plan, sets: Sets, facts: Sequence[Fact]) -> tuple[Change, ...]:
    """Return what `facts` change in a record that has `sets` before them."""
    found: list[Change] = []
    for fact in facts:
        match fact:
            case SetEnded():
                found.append(SetKept(_record_of(plan, fact)))
            case WentBack(to=to):
                keys = _from(plan, to, applied(sets, found))
                found += [SetsDropped(keys)] if keys else []
            case SessionFinished():
                found.append(OutcomeChanged(SessionOutcome.FINISHED))
            case SessionStopped():
                found.append(OutcomeChanged(SessionOutcome.STOPPED))
            case SessionReopened():
                found.append(OutcomeChanged(SessionOutcome.OPEN))
            case _:
                pass
    return tuple(found)


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


def _from(plan: Plan, to: Key, sets: Sets) -> tuple[Key, ...]:
    place = plan.place_of(to)
    return tuple(key for key in sets if plan.place_of(key) >= place)


def _record_of(plan: Plan, ended: SetEnded) -> SetRecord:
    step = plan[ended.key]
    assert step.exercise is not None
    assert step.block is not None
    dose = step.exercise.dose
    return SetRecord(
        key=ended.key,
        block=step.block.name,
        exercise=step.exercise.id,
        name=step.exercise.name,
        side=step.side,
        reps=dose.count if isinstance(dose, Reps) else None,
        seconds=rounded_seconds(ended.elapsed),
        outcome=ended.outcome,
    )
