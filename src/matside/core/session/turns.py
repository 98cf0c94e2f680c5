"""What becomes of a phase that moves: it runs on from another stand, stays there, or is over."""

from dataclasses import replace

from matside.core.session.moves import End, Move
from matside.core.session.progress import elapsed, times
from matside.core.session.values import (
    Entry,
    Idle,
    Over,
    Paused,
    Running,
    SessionPaused,
    Stand,
    StepBegan,
    Turn,
    Why,
)
from matside.core.workout.plan import Plan


def running_from(before: Idle | Paused | Over, stand: Stand, now: int, entry: Entry) -> Running:
    """Return the phase that runs on from `stand`; times and guards are those of `before`."""
    return Running(
        stand,
        runs_from=now,
        lead=None,
        began=now,
        entry=entry,
        since=now,
        times=times(before, now),
        pressed=before.pressed,
        by_itself=None if isinstance(before, Idle) else before.by_itself,
    )


def run_on(phase: Running, move: Move, now: int, entry: Entry) -> Turn:
    """Let the session run on from where `move` leads."""
    to, facts = move
    guarded = replace(phase, by_itself=now) if entry is Entry.ITSELF else phase
    if isinstance(to, End):
        return Turn(_over(guarded, to, now), facts)
    running = replace(guarded, stand=to, runs_from=now, lead=None, began=now, entry=entry)
    return Turn(running, facts)


def stay(phase: Paused, move: Move, now: int) -> Turn:
    """Let the session be paused where `move` leads; behind the last step it is over."""
    to, facts = move
    if isinstance(to, End):
        return Turn(_over(phase, to, now), facts)
    return Turn(replace(phase, stand=to), facts)


def _over(phase: Running | Paused, end: End, now: int) -> Over:
    return Over(now, None, end.undo, times(phase, now), phase.pressed, phase.by_itself)


def pause(phase: Running, now: int, why: Why) -> Turn:
    """Stop the clock of the step where it stands."""
    stand = replace(phase.stand, elapsed=elapsed(phase, now))
    so_far = times(phase, now)
    counted = replace(so_far, pauses=so_far.pauses + 1)
    paused = Paused(stand, why, now, counted, phase.pressed, phase.by_itself)
    return Turn(paused, (SessionPaused(now, why),))


def with_lead_in(plan: Plan, turn: Turn, now: int) -> Turn:
    """Give the hold or paced set just entered its lead-in, at whose end its go sounds."""
    phase = turn.phase
    if not isinstance(phase, Running) or not plan.resume:
        return turn
    if not plan[phase.stand.key].takes_lead_in:
        return turn
    facts = (replace(f, led_in=True) if isinstance(f, StepBegan) else f for f in turn.facts)
    return Turn(replace(phase, runs_from=now + plan.resume, lead=now), tuple(facts))
