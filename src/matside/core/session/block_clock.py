"""The clock of a minute, or of a block that lasts for a time, as it runs beside its steps.

It runs only while the clock of a step runs: not in a pause, and not in a lead-in. So what it had
run when a step began, and what has run of that step, are together what it shows.
"""

from dataclasses import replace

from matside.core.durations import SECOND
from matside.core.session.values import StepProgress
from matside.core.workout.model import Every, Within
from matside.core.workout.plan import Plan
from matside.core.workout.steps import Step, clock_of, is_rest_of_minute


def at_start_of(step: Step) -> StepProgress:
    """Return the progress of a step that begins; a clock that runs in it begins too."""
    return StepProgress(step.key, 0, step.length, clock=None if clock_of(step) is None else 0)


def entered_from(plan: Plan, progress: StepProgress, step: Step) -> StepProgress:
    """Return the progress of `step`, which begins behind another, on the clock of both.

    What is left of a minute lasts until the minute is over.
    """
    start = at_start_of(step)
    if progress.clock is None or not _share_clock(plan[progress.key], step):
        return start
    begins = on_clock_of(progress, start)
    return replace(begins, length=time_over(plan, begins)) if is_rest_of_minute(step) else begins


def led_back(
    plan: Plan, progress: StepProgress, to: StepProgress, *, undone: bool
) -> StepProgress:
    """Return the progress `to`, to which BACK leads: no clock is put back.

    Only a minute begins again, unless a press of this very minute is `undone`.
    """
    step = plan[progress.key]
    runs_on = undone or isinstance(clock_of(step), Within)
    return on_clock_of(progress, to) if runs_on and _share_clock(step, plan[to.key]) else to


def on_clock_of(progress: StepProgress, to: StepProgress) -> StepProgress:
    """Return `to` with its clock at what it shows in `progress`; they have it in common."""
    if progress.clock is None:
        return to
    return replace(to, clock=progress.clock + progress.elapsed - to.elapsed)


def time_over(plan: Plan, progress: StepProgress) -> int | None:
    """Return the offset in the step at which its clock is over, None without a clock."""
    if progress.clock is None:
        return None
    clock = clock_of(plan[progress.key])
    return None if clock is None else clock.seconds * SECOND - progress.clock


def is_time_over(plan: Plan, progress: StepProgress) -> bool:
    """Return whether the clock that runs in the step is over."""
    over = time_over(plan, progress)
    return over is not None and progress.elapsed >= over


def _share_clock(one: Step, other: Step) -> bool:
    """Return whether both steps lie in the same minute, or in a block that lasts for a time."""
    match clock_of(one), clock_of(other):
        case Every(), Every():
            return one.key._replace(kind=other.key.kind) == other.key
        case Within(), Within():
            return one.key.block == other.key.block
        case _:
            return False
