"""Where a session stands at an instant, and what can be asked of a step that is under way."""

from dataclasses import replace
from typing import assert_never

from matside.core.session.record import Position
from matside.core.session.values import Idle, Over, Paused, Phase, Running, Stand, Times
from matside.core.workout.plan import Key, Plan, RestKind, StepKind


def stand_of(phase: Phase) -> Stand | None:
    """Return where a session under way stands, or where it was stopped."""
    match phase:
        case Running(stand=stand) | Paused(stand=stand) | Over(stopped=stand):
            return stand
        case _:
            return None


def reached(plan: Plan, phase: Phase) -> Key | None:
    """Return the last step that the session has reached, None before it has begun."""
    if isinstance(phase, Over) and phase.finished:
        return plan.steps[-1].key
    stand = stand_of(phase)
    return None if stand is None else stand.key


def elapsed(phase: Running | Paused, now: int) -> int:
    """Return how many ms of the step have gone by at `now`; a lead-in does not count."""
    if isinstance(phase, Paused):
        return phase.stand.elapsed
    return phase.stand.elapsed + max(0, now - phase.runs_from)


def times(phase: Phase, now: int) -> Times:
    """Return how long the session has been running and paused at `now`."""
    match phase:
        case Idle():
            return Times()
        case Running(since=since, times=before):
            return replace(before, ran=before.ran + now - since)
        case Paused(since=since, times=before):
            return replace(before, paused=before.paused + now - since)
        case Over():
            return phase.times
        case _:
            assert_never(phase)


def position(phase: Running | Paused, now: int) -> Position:
    """Return where the session stands at `now`, as history keeps it."""
    so_far = times(phase, now)
    return Position(
        key=phase.stand.key,
        elapsed=elapsed(phase, now),
        length=phase.stand.length,
        ran=so_far.ran,
        paused=so_far.paused,
        pauses=so_far.pauses,
        shortened=phase.stand.shortened,
    )


def waits(plan: Plan, stand: Stand) -> bool:
    """Return whether the step is a rest that does not end by itself."""
    step = plan[stand.key]
    if step.kind is not StepKind.REST or step.rest is RestKind.SWITCH:
        return False
    return plan.wait and not stand.shortened


def in_overtime(plan: Plan, stand: Stand) -> bool:
    """Return whether the step is a rest that is over and waits."""
    return waits(plan, stand) and is_over(stand)


def is_over(stand: Stand) -> bool:
    """Return whether the step has run for its length."""
    return stand.length is not None and stand.elapsed >= stand.length
