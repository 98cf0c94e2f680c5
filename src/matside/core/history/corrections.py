"""What was really done of the last set: whether it may be corrected now, and how."""

from dataclasses import replace
from itertools import dropwhile

from matside.core.durations import SECOND
from matside.core.history.ledger import Sets
from matside.core.session.progress import progress_of
from matside.core.session.record import SetKept, SetOutcome, SetRecord
from matside.core.session.values import Idle, Phase
from matside.core.settings import Range, Settings
from matside.core.workout.loads import stepped
from matside.core.workout.model import MaxReps, Reps, Within
from matside.core.workout.plan import Plan
from matside.core.workout.steps import Rest, Work, clock_of

REPS = Range(1, 999)
"""The reps that a set may be corrected to."""


def correctable(plan: Plan, sets: Sets, phase: Phase) -> SetRecord | None:
    """Return the record that may be corrected in `phase`: that of the last set, if it was counted.

    It may until the next set begins: in the rest behind it, and once the session is over. One
    without a rest whose reps nobody knows may in the set behind it; not in a paced one, where the
    keys mean its pace. That is one to failure, or one that the end of its block's time has cut.
    One that was cut before its first rep leaves the one to failure before it the last.
    """
    if isinstance(phase, Idle) or not sets:
        return None
    *before, record = sets.values()
    behind = plan.after_time(record.key) if record.is_cut else plan.after(record.key)
    if before and _has_left_no_time(plan, record, before[-1]):
        record = before[-1]
    step, progress = plan.set_from(record.key), progress_of(phase)
    if progress is not None and not isinstance(plan[progress.key], Rest):
        is_asked = isinstance(behind, Work) and behind.pace is None and _is_unknown(step, record)
        if not is_asked or behind != plan[progress.key]:
            return None
    is_counted = isinstance(step.exercise.dose, Reps | MaxReps)
    is_last_of_time = record.is_cut and isinstance(clock_of(step), Within)
    may = record.outcome is SetOutcome.DONE or is_last_of_time
    return record if is_counted and may else None


def _has_left_no_time(plan: Plan, cut: SetRecord, before: SetRecord) -> bool:
    """Return whether `cut` was to ask for the reps of the set `before` it, and had no rep."""
    step, done = plan.set_from(cut.key), plan.set_from(before.key)
    is_asked = isinstance(done.exercise.dose, MaxReps) and plan.after(done.key) == step
    is_brief = (cut.seconds or 0) * SECOND < step.exercise.rep_length
    return cut.is_cut and is_brief and is_asked and before.outcome is SetOutcome.DONE


def _is_unknown(step: Work, record: SetRecord) -> bool:
    """Return whether only the athlete knows the reps of the set `step`."""
    return isinstance(step.exercise.dose, MaxReps) or (record.is_cut and step.pace is None)


def corrected(sets: Sets, record: SetRecord) -> tuple[SetKept, ...]:
    """Return what keeps `record` among `sets` at its place: all behind it are kept anew, too."""
    rest = dropwhile(lambda each: each.key != record.key, sets.values())
    return tuple(SetKept(record if each.key == record.key else each) for each in rest)


def first_reps(step: Work, last_time: int | None) -> int:
    """Return where the reps of a set begin of which nobody knows any: as last time, else usual."""
    dose = step.exercise.dose
    return last_time or (dose.count if isinstance(dose, Reps) else MaxReps.estimate)


def with_reps(record: SetRecord, by: int, first: int, entered_by: int | None = None) -> SetRecord:
    """Return `record` with its reps changed by `by`; where nobody knows any they are `first`.

    If they became known by a press that changed them by `entered_by`, the opposite one takes
    `first` back, and nobody knows them again.
    """
    if record.reps is None:
        return replace(record, reps=REPS.nearest(first))
    if record.reps == first and entered_by == -by:
        return replace(record, reps=None)
    return replace(record, reps=REPS.nearest(record.reps + by))


def with_load(record: SetRecord, steps: int, settings: Settings) -> SetRecord:
    """Return `record` heavier by `steps` of the athlete's, below 0 lighter.

    Where nobody knows what was held, it is one step heavy; without a weight nothing changes.
    """
    weight = None if record.planned is None else record.planned.weight
    if weight is None:
        return record
    if record.load is None:
        return replace(record, load=settings.step_of(weight.of, settings.unit))
    return replace(record, load=stepped(record.load, weight.of, steps, settings))
