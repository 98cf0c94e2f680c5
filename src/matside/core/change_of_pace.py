"""What becomes of a session whose plan changes to another rep pace.

A paced set is a timed set whose length is that of its reps, and each rep is a cue. Its reps are
counted from its end, so a pace that changes under way changes only what is left.
"""

from dataclasses import replace

from matside.core.duration import SECOND
from matside.core.moves import at_start_of
from matside.core.plan import Plan
from matside.core.session import Entry, Paused, Running, Stand
from matside.core.standing import elapsed

PACE_LEAD_IN = 3 * SECOND
"""The lead-in of a set that begins again because rep pace was switched on."""


def follow(before: Plan, after: Plan, phase: Running | Paused, now: int) -> Running | Paused:
    """Return `phase`, advanced to `now` by the plan `before`, as it goes on by `after`.

    A counted set that becomes paced begins again, after a lead-in where the session runs; one
    that is paced no more goes on from where it is. Where the pace of a set is another, its rep
    goes on from where it is, and what is left takes that much longer or shorter.
    """
    undo = tuple(
        replace(left, stand=_repaced(before, after, left.stand)) for left in phase.stand.undo
    )
    phase = replace(phase, stand=replace(phase.stand, undo=undo))
    key = phase.stand.key
    if before[key].pace == after[key].pace:
        return phase
    stand = _repaced(before, after, replace(phase.stand, elapsed=elapsed(phase, now)))
    if isinstance(phase, Paused):
        return replace(phase, stand=stand)
    going_on = replace(phase, stand=stand, runs_from=max(phase.runs_from, now))
    if before[key].pace and after[key].pace:
        return going_on
    anew = replace(going_on, began=now, entry=Entry.AGAIN)
    if after[key].pace:
        return replace(anew, runs_from=now + PACE_LEAD_IN, lead=now)
    return replace(anew, runs_from=now, lead=None)


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
