"""What becomes of a session whose plan changes: its rep pace, or whether its rests wait.

A paced set is a timed set whose length is that of its reps, and each rep is a cue. Its reps are
counted from its end, so a pace that changes under way changes only what is left.
"""

from dataclasses import replace
from typing import assert_never

from matside.core.durations import SECOND
from matside.core.session.moves import at_start_of, restored
from matside.core.session.progress import elapsed, is_over, waits
from matside.core.session.values import Entry, Idle, Left, Over, Paused, Phase, Running, Stand
from matside.core.workout.plan import Plan

PACE_LEAD_IN = 3 * SECOND
"""The lead-in of a set that begins again because rep pace was switched on."""


def follow(before: Plan, after: Plan, phase: Phase, now: int) -> Phase:
    """Return `phase`, advanced to `now` by the plan `before`, as it goes on by `after`.

    A counted set that becomes paced begins again, after a lead-in where the session runs; one
    that is paced no more goes on from where it is. Where the pace of a set is another, its rep
    goes on from where it is, and what is left takes that much longer or shorter.
    A rest that is over and waits no more ends now; while paused it ends at RESUME.
    So does all that BACK may lead to, also in a session that is over.
    """
    match phase:
        case Idle():
            return phase
        case Running():
            return _run_on(before, after, phase, now)
        case Paused(stand=stand):
            return replace(phase, stand=_followed(before, after, stand))
        case Over(stopped=Stand() as stand):
            return replace(phase, stopped=_followed(before, after, stand))
        case Over():
            return replace(phase, undo=_restored(before, after, phase.undo))
        case _:
            assert_never(phase)


def _run_on(before: Plan, after: Plan, phase: Running, now: int) -> Running:
    old, new = before[phase.stand.key].pace, after[phase.stand.key].pace
    here = replace(phase.stand, elapsed=elapsed(phase, now))
    stand = _followed(before, after, here)
    going_on = replace(phase, stand=stand, runs_from=max(phase.runs_from, now))
    if stand.length is not None and is_over(stand) and not waits(after, stand):
        return replace(going_on, stand=replace(stand, elapsed=stand.length))
    if old == new:
        return replace(phase, stand=replace(phase.stand, undo=stand.undo))
    if old and new:
        return going_on
    anew = replace(going_on, began=now, entry=Entry.AGAIN)
    if new:
        return replace(anew, runs_from=now + PACE_LEAD_IN, lead=now)
    return replace(anew, runs_from=now, lead=None)


def _followed(before: Plan, after: Plan, stand: Stand) -> Stand:
    """Return `stand`, which is of the plan `before`, by `after`, with all that it undoes."""
    return replace(_repaced(before, after, stand), undo=_restored(before, after, stand.undo))


def _restored(before: Plan, after: Plan, undo: tuple[Left, ...]) -> tuple[Left, ...]:
    return tuple(
        replace(left, stand=restored(after, _repaced(before, after, left.stand))) for left in undo
    )


def _repaced(before: Plan, after: Plan, stand: Stand) -> Stand:
    """Return `stand`, which is of the plan `before`, by the rep pace of `after`."""
    old, new = before[stand.key].pace, after[stand.key].pace
    if old == new:
        return stand
    if new is None:
        return replace(stand, length=None)
    if old is None or stand.length is None:
        return replace(at_start_of(after[stand.key]), undo=stand.undo)
    left = stand.length - stand.elapsed
    return replace(stand, length=stand.elapsed + left * new // old)
