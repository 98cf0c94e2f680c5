"""What every phase of a session must satisfy, whatever was asked of it."""

from collections.abc import Iterator
from enum import Enum
from typing import assert_never

from matside.core.session.block_clock import is_time_over, time_over
from matside.core.session.deadlines import next_deadline
from matside.core.session.progress import elapsed, progress_of, waits
from matside.core.session.values import (
    EndedStep,
    Entry,
    Idle,
    Over,
    Paused,
    Phase,
    Running,
    StepProgress,
)
from matside.core.workout.plan import Plan
from matside.core.workout.steps import Work, clock_of, is_rest_of_minute, takes_lead_in


class Law(Enum):
    """What must hold at every instant; of a step, and of those that presses ended before it."""

    KNOWN = "the plan knows every step, and they follow one another"
    LENGTH = "a step has a length where its plan gives it one, and it is above 0"
    ELAPSED = "a step has run for no less than 0, and not beyond its length unless it waits"
    CLOCK = "a clock runs where the plan has one, and not beyond its end; then the step is left"
    OUTCOME = "what a press ended has an outcome if it is a set, and undoes nothing itself"
    SHORTENED = "only get ready and rests are shortened"
    LEAD_IN = "a lead-in lies ahead, and leads into a hold or a paced set"
    ENTRY = "what began by itself was entered by no press"
    PAST = "what has happened lies in no future"
    FUTURE = "what is to come lies in no past, nor before the step began"
    TIMES = "no time is below 0"


def broken(plan: Plan, phase: Phase, now: int) -> tuple[Law, ...]:
    """Return the laws that `phase`, which has been advanced to `now`, breaks; there are none."""
    if not _follow_one_another(plan, phase):
        return (Law.KNOWN,)
    return tuple(law for law, holds in _judged(plan, phase, now) if not holds)


def _judged(plan: Plan, phase: Phase, now: int) -> Iterator[tuple[Law, bool]]:
    yield Law.PAST, all(instant <= now for instant in _past(phase))
    match phase:
        case Idle():
            return
        case Paused(progress=progress) | Over(stopped=StepProgress() as progress):
            yield from _of_progress(plan, progress)
            within = _is_within(plan, progress, progress.elapsed)
            yield Law.ELAPSED, within or not isinstance(plan[progress.key], Work)
        case Over():
            pass
        case Running():
            yield from _of_running(plan, phase, now)
        case _:
            assert_never(phase)
    for left in _undo(phase):
        yield from _of_progress(plan, left.progress)
        yield Law.ELAPSED, _is_within(plan, left.progress, left.progress.elapsed)
        is_set = isinstance(plan[left.progress.key], Work)
        yield Law.OUTCOME, (left.outcome is not None) == is_set and not left.progress.undo
    yield Law.TIMES, min(phase.times.ran, phase.times.paused, phase.times.pauses) >= 0


def _of_running(plan: Plan, phase: Running, now: int) -> Iterator[tuple[Law, bool]]:
    progress, step = phase.progress, plan[phase.progress.key]
    yield from _of_progress(plan, progress)
    yield Law.ELAPSED, _is_within(plan, progress, elapsed(phase, now) - 1)
    over = time_over(plan, progress)
    yield Law.CLOCK, over is None or elapsed(phase, now) <= over
    led_in = phase.lead_in_from is not None
    lies_ahead = led_in == (now < phase.clock_starts_at)
    yield Law.LEAD_IN, lies_ahead and (takes_lead_in(step) or not led_in)
    by_itself = phase.entry is Entry.ITSELF
    yield Law.ENTRY, not by_itself or (not progress.undo and phase.by_itself == phase.began)
    due = next_deadline(plan, phase)
    yield Law.FUTURE, due is None or due >= max(now, phase.began)


def _of_progress(plan: Plan, progress: StepProgress) -> Iterator[tuple[Law, bool]]:
    step = plan[progress.key]
    timed = (progress.length is None) == (step.length is None)
    yield Law.LENGTH, timed and (progress.length is None or progress.length > 0)
    yield Law.ELAPSED, progress.elapsed >= 0
    yield Law.CLOCK, _keeps_clock(plan, progress)
    yield Law.SHORTENED, not (progress.shortened and isinstance(step, Work))


def _is_within(plan: Plan, progress: StepProgress, ran: int) -> bool:
    return progress.length is None or ran < progress.length or waits(plan, progress)


def _keeps_clock(plan: Plan, progress: StepProgress) -> bool:
    """Return whether the clock of the step is one, and lasts on."""
    if progress.clock is None or clock_of(plan[progress.key]) is None:
        return progress.clock is None and clock_of(plan[progress.key]) is None
    ends_with_minute = progress.length == time_over(plan, progress)
    is_whole = ends_with_minute or not is_rest_of_minute(plan[progress.key])
    return is_whole and progress.clock >= 0 and not is_time_over(plan, progress)


def _follow_one_another(plan: Plan, phase: Phase) -> bool:
    keys = [left.progress.key for left in _undo(phase)]
    if (progress := progress_of(phase)) is not None:
        keys.append(progress.key)
    if any(key not in plan for key in keys):
        return False
    following = [plan.after(key) for key in keys]
    ends = [None if step is None else step.key for step in following]
    return ends[:-1] == keys[1:] and (progress is not None or not keys or ends[-1] is None)


def _undo(phase: Phase) -> tuple[EndedStep, ...]:
    progress = progress_of(phase)
    if progress is not None:
        return progress.undo
    return phase.undo if isinstance(phase, Over) else ()


def _past(phase: Phase) -> tuple[int, ...]:
    """Return all instants that have been."""
    match phase:
        case Idle(pressed=pressed):
            instants: tuple[int | None, ...] = (pressed,)
        case Running():
            instants = (phase.since, phase.began, phase.pressed, phase.by_itself)
        case Paused():
            instants = (phase.since, phase.pressed, phase.by_itself)
        case Over():
            instants = (phase.at, phase.pressed, phase.by_itself)
        case _:
            assert_never(phase)
    return tuple(instant for instant in instants if instant is not None)
