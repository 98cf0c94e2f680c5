"""What becomes of a phase that moves: it runs on from another stand, stays there, or is over."""

from dataclasses import replace

from matside.core.session.moves import Move, PlanEnd
from matside.core.session.progress import elapsed, times
from matside.core.session.values import (
    Entry,
    Idle,
    Over,
    Paused,
    PauseReason,
    Running,
    SessionPaused,
    StepBegan,
    StepProgress,
    Transition,
)
from matside.core.workout.plan import Plan, takes_lead_in


def running_from(
    before: Idle | Paused | Over, progress: StepProgress, now: int, entry: Entry
) -> Running:
    """Return the phase that runs on from `stand`; times and guards are those of `before`."""
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


def stay(phase: Paused, move: Move, now: int) -> Transition:
    """Let the session be paused where `move` leads; behind the last step it is over."""
    to, facts = move
    if isinstance(to, PlanEnd):
        return Transition(_over(phase, to, now), facts)
    return Transition(replace(phase, progress=to), facts)


def _over(phase: Running | Paused, end: PlanEnd, now: int) -> Over:
    return Over(now, None, end.undo, times(phase, now), phase.pressed, phase.by_itself)


def pause(phase: Running, now: int, why: PauseReason) -> Transition:
    """Stop the clock of the step where it stands."""
    progress = replace(phase.progress, elapsed=elapsed(phase, now))
    so_far = times(phase, now)
    counted = replace(so_far, pauses=so_far.pauses + 1)
    paused = Paused(progress, why, now, counted, phase.pressed, phase.by_itself)
    return Transition(paused, (SessionPaused(now, why),))


def with_lead_in(plan: Plan, turn: Transition, now: int) -> Transition:
    """Give the hold or paced set just entered its lead-in, at whose end its go sounds."""
    phase = turn.phase
    if not isinstance(phase, Running) or not plan.resume:
        return turn
    if not takes_lead_in(plan[phase.progress.key]):
        return turn
    facts = (replace(f, led_in=True) if isinstance(f, StepBegan) else f for f in turn.facts)
    return Transition(
        replace(phase, clock_starts_at=now + plan.resume, lead_in_from=now), tuple(facts)
    )
