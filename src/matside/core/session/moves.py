"""How a step is entered and left: where each rule leads, and what becomes of the phase there.

Running and paused sessions follow the same rules. A rule names a `Move`: the step's progress
that comes next, and the facts on the way. Then a running session runs on from there
(`run_on`), and a paused one stays paused there (`stay`).

What BACK undoes. Each step that NEXT or SKIP ends is laid on the stack `StepProgress.undo` of
the step after it, as it stood; BACK takes it up again. A step that begins by itself, or that is
entered by BACK, starts with an empty stack.
"""

from dataclasses import replace

from matside.core.durations import HOUR, SECOND
from matside.core.session.block_clock import (
    at_start_of,
    entered_from,
    is_time_over,
    led_back,
    on_clock_of,
    time_over,
)
from matside.core.session.looks import PauseReason
from matside.core.session.progress import elapsed, is_over, rep_of, times, waits
from matside.core.session.record import SetOutcome
from matside.core.session.values import (
    EndedStep,
    Entry,
    Fact,
    Idle,
    LengthChanged,
    Over,
    Paused,
    Running,
    SessionFinished,
    SessionPaused,
    SetEnded,
    StepBegan,
    StepProgress,
    Transition,
    WentBack,
)
from matside.core.workout.model import Within
from matside.core.workout.plan import Plan
from matside.core.workout.steps import (
    Prepare,
    Step,
    Work,
    clock_of,
    is_rest_of_minute,
    takes_lead_in,
)
from matside.frozen import frozen

ADJUSTMENT = 15 * SECOND
"""What one ADJUST adds or takes."""

LEAST_LEFT = 3 * SECOND
"""What ADJUST always leaves of a step."""

LONGEST = HOUR
"""The maximum length that ADJUST gives a step."""

AGAIN_AFTER = 3 * SECOND
"""A set that has run longer than this begins again at BACK; else BACK goes further back."""


@frozen
class PlanEnd:
    """The place behind the last step; `undo` is the stack of the presses that led there."""

    undo: tuple[EndedStep, ...]


StepMove = tuple[StepProgress, tuple[Fact, ...]]
Move = StepMove | tuple[PlanEnd, tuple[Fact, ...]]
"""Where a rule leads, and the facts on the way."""


def forward(
    plan: Plan,
    progress: StepProgress,
    now: int,
    outcome: SetOutcome | None,
    *,
    undo: tuple[EndedStep, ...],
    silent: bool = False,
) -> Move:
    """Leave the step, a set with its `outcome`, for the next one."""
    ended: tuple[Fact, ...] = ()
    leaves_clock = is_time_over(plan, progress)
    if outcome is not None:
        rep = rep_of(plan[progress.key], progress.length, progress.elapsed)
        is_cut = leaves_clock and outcome is SetOutcome.SKIPPED
        ended = (SetEnded(now, progress.key, progress.elapsed, outcome, rep, is_cut),)
    following = plan.after_time(progress.key) if leaves_clock else plan.after(progress.key)
    if following is None:
        return PlanEnd(undo), (*ended, SessionFinished(now, silent))
    to = replace(entered_from(plan, progress, following), undo=undo)
    return to, (*ended, StepBegan(now, following.key, silent))


def press_on(plan: Plan, progress: StepProgress, now: int) -> Move:
    """Leave the step by NEXT; a set is done."""
    outcome = SetOutcome.DONE if isinstance(plan[progress.key], Work) else None
    return forward(plan, progress, now, outcome, undo=_pushed(plan, progress, outcome))


def skip(plan: Plan, progress: StepProgress, now: int, *, silent: bool = False) -> Move:
    """Leave the step by SKIP; a hold of which 80 % have run is done, other sets are not."""
    outcome = _outcome_of_skip(plan[progress.key], progress)
    undo = _pushed(plan, progress, outcome)
    return forward(plan, progress, now, outcome, undo=undo, silent=silent)


def _outcome_of_skip(step: Step, progress: StepProgress) -> SetOutcome | None:
    if not isinstance(step, Work):
        return None
    if not step.is_hold or progress.length is None:
        return SetOutcome.SKIPPED
    return SetOutcome.DONE if progress.elapsed * 5 >= progress.length * 4 else SetOutcome.SKIPPED


def _pushed(
    plan: Plan, progress: StepProgress, outcome: SetOutcome | None
) -> tuple[EndedStep, ...]:
    """Return the stack of the step after the one that a press ends with `outcome`."""
    return (*progress.undo, EndedStep(replace(restored(plan, progress), undo=()), outcome))


def restored(plan: Plan, progress: StepProgress) -> StepProgress:
    """Return `progress` as BACK may lead to it.

    A rest that waited, and does no more, begins again: it is over, and would end in the very
    instant in which it is back.
    """
    if is_over(progress) and not waits(plan, progress):
        return begun_again(plan, progress)
    return progress


def begun_again(plan: Plan, progress: StepProgress) -> StepProgress:
    """Return the start of the step; its clock runs on, and BACK undoes the same."""
    start = replace(at_start_of(plan[progress.key]), undo=progress.undo)
    return on_clock_of(progress, start)


def back(plan: Plan, progress: StepProgress, now: int) -> StepMove:
    """Take back the press that led here; else begin the set again, or go to the one before."""
    undone = _undone(progress.undo)
    to = undone or at_start_of(_step_back(plan, progress))
    return _back_to(led_back(plan, progress, to, undone=undone is not None), now)


def back_from_end(plan: Plan, undo: tuple[EndedStep, ...], now: int) -> StepMove | None:
    """Take back the press that led to the end; else begin the last set again.

    None where that lies in a block that lasts for a time: there nothing is left to do again.
    """
    if not leads_back_from_end(plan):
        return None
    return _back_to(_undone(undo) or at_start_of(plan.sets[-1]), now)


def leads_back_from_end(plan: Plan) -> bool:
    """Return whether BACK takes a finished session up again."""
    return not isinstance(clock_of(plan.sets[-1]), Within)


def _back_to(progress: StepProgress, now: int) -> StepMove:
    return progress, (WentBack(now, progress.key),)


def _undone(undo: tuple[EndedStep, ...]) -> StepProgress | None:
    """Return the step that the last press ended, as it stood; None without such a press."""
    return replace(undo[-1].progress, undo=undo[:-1]) if undo else None


def _step_back(plan: Plan, progress: StepProgress) -> Step:
    step = plan[progress.key]
    if isinstance(step, Prepare) or (isinstance(step, Work) and progress.elapsed > AGAIN_AFTER):
        return step
    return plan.set_before(progress.key) or step


def is_adjustable(step: Step) -> bool:
    """Return whether ADJUST may change the length of a timed step.

    A paced set has that of its reps, and what is left of a minute that of the minute.
    """
    return step.is_hold if isinstance(step, Work) else not is_rest_of_minute(step)


def adjusted(plan: Plan, progress: StepProgress, by: int, now: int) -> StepMove | None:
    """Return the step with its length changed by `by` ms, None where nothing changes."""
    if progress.length is None or not is_adjustable(plan[progress.key]):
        return None
    if by > 0:
        most = min(LONGEST, _most(plan, progress))
        length = max(progress.length, min(max(progress.length, progress.elapsed) + by, most))
    else:
        length = min(progress.length, max(progress.length + by, progress.elapsed + LEAST_LEFT))
    if length == progress.length or length <= progress.elapsed:
        return None
    return _with_length(progress, length, now)


def _most(plan: Plan, progress: StepProgress) -> int:
    """Return the length beyond which the step would outlast its clock; LONGEST without one."""
    over = time_over(plan, progress)
    return LONGEST if over is None else over


def shortened(progress: StepProgress, left: int, now: int) -> StepMove:
    """Return get ready, or the rest, with only `left` ms left of it."""
    return _with_length(replace(progress, shortened=True), progress.elapsed + left, now)


def _with_length(progress: StepProgress, length: int, now: int) -> StepMove:
    changed = replace(progress, length=length, cues_fired_before=0)
    return changed, (LengthChanged(now, progress.key, length),)


def running_from(
    before: Idle | Paused | Over, progress: StepProgress, now: int, entry: Entry
) -> Running:
    """Return the phase that runs on from `progress`; times and guards are those of `before`."""
    return Running(
        progress,
        clock_starts_at=now,
        lead_in_from=None,
        began=now,
        entry=entry,
        since=now,
        times=times(before, now),
        pressed=before.pressed,
        by_itself=None if isinstance(before, Idle) else before.by_itself,
    )


def run_on(phase: Running, move: Move, now: int, entry: Entry) -> Transition:
    """Let the session run on from where `move` leads."""
    to, facts = move
    guarded = replace(phase, by_itself=now) if entry is Entry.ITSELF else phase
    if isinstance(to, PlanEnd):
        return Transition(_over(guarded, to, now), facts)
    running = replace(
        guarded, progress=to, clock_starts_at=now, lead_in_from=None, began=now, entry=entry
    )
    return Transition(running, facts)


def lead_on(plan: Plan, phase: Running, move: Move, now: int, entry: Entry) -> Transition:
    """Let the session run on, through a lead-in where `move` leads to a hold or a paced set.

    Its go sounds at the end of the lead-in.
    """
    then = run_on(phase, move, now, entry)
    entered = then.phase
    if not isinstance(entered, Running) or not plan.resume:
        return then
    if not takes_lead_in(plan[entered.progress.key]):
        return then
    led_in = replace(entered, clock_starts_at=now + plan.resume, lead_in_from=now)
    facts = (replace(f, led_in=True) if isinstance(f, StepBegan) else f for f in then.facts)
    return Transition(led_in, tuple(facts))


def stay(phase: Paused, move: Move, now: int) -> Transition:
    """Let the session stay paused where `move` leads; behind the last step it is over."""
    to, facts = move
    if isinstance(to, PlanEnd):
        return Transition(_over(phase, to, now), facts)
    return Transition(replace(phase, progress=to), facts)


def pause(phase: Running, now: int, why: PauseReason) -> Transition:
    """Stop the clock of the step, which keeps what has run of it."""
    progress = replace(phase.progress, elapsed=elapsed(phase, now))
    so_far = times(phase, now)
    counted = replace(so_far, pauses=so_far.pauses + 1)
    paused = Paused(progress, why, now, counted, phase.pressed, phase.by_itself)
    return Transition(paused, (SessionPaused(now, why),))


def _over(phase: Running | Paused, end: PlanEnd, now: int) -> Over:
    return Over(now, None, end.undo, times(phase, now), phase.pressed, phase.by_itself)
