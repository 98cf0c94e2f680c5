"""What was really done of the last set: whether it may be corrected now, and how."""

from dataclasses import replace

from matside.core.history.ledger import Sets
from matside.core.session.progress import progress_of
from matside.core.session.record import SetOutcome, SetRecord
from matside.core.session.values import Idle, Phase
from matside.core.settings import Range, Settings
from matside.core.workout.loads import stepped
from matside.core.workout.model import MaxReps, Reps, Within
from matside.core.workout.plan import Plan
from matside.core.workout.steps import Rest, Step, Work, clock_of

REPS = Range(1, 999)
"""The reps that a set may be corrected to."""


def correctable(plan: Plan, sets: Sets, phase: Phase) -> SetRecord | None:
    """Return the record that may be corrected in `phase`: that of the last set, if it was counted.

    It may until the next set begins: in the rest behind it, and once the session is over. One to
    failure without a rest may in the set behind it, for nobody knows its reps; not in a paced one,
    where the keys mean its pace.
    It was done, or the end of its block's time has cut it.
    """
    if isinstance(phase, Idle) or not sets:
        return None
    record = next(reversed(tuple(sets.values())))
    step, progress = plan.set_from(record.key), progress_of(phase)
    if progress is not None and not _is_asked_in(plan, plan[progress.key], step):
        return None
    is_counted = isinstance(step.exercise.dose, Reps | MaxReps)
    is_last_of_time = record.is_cut and isinstance(clock_of(step), Within)
    may = record.outcome is SetOutcome.DONE or is_last_of_time
    return record if is_counted and may else None


def _is_asked_in(plan: Plan, step: Step, done: Work) -> bool:
    """Return whether the set `done` may be corrected in `step`, if it is the last one."""
    if isinstance(step, Rest):
        return True
    is_unknown = isinstance(done.exercise.dose, MaxReps)
    has_keys = isinstance(step, Work) and step.pace is None
    return is_unknown and has_keys and plan.after(done.key) == step


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
