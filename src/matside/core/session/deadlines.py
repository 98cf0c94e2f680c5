"""What comes by itself: the events of a running session, each at the instant it is due."""

from dataclasses import replace

from matside.core.durations import MINUTE
from matside.core.session.cues import COUNT_OF_THREE, next_cue
from matside.core.session.moves import forward
from matside.core.session.progress import waits
from matside.core.session.record import SetOutcome
from matside.core.session.turns import pause, run_on
from matside.core.session.values import (
    CueCame,
    Entry,
    Fact,
    LeadInEnded,
    OvertimeBegan,
    Phase,
    Running,
    Sign,
    Turn,
    Why,
)
from matside.core.workout.plan import Plan

FORGOTTEN_FACTOR = 5
FORGOTTEN_LEAST = 3 * MINUTE


def advance(plan: Plan, phase: Phase, now: int) -> Turn:
    """Go through all events of `phase` up to `now`, each at the instant it was due.

    `advance(p, b)` equals `advance(advance(p, a).phase, b)` for every a up to b, with the
    facts of both in order. An instant before the last event changes nothing.
    """
    facts: list[Fact] = []
    while (due := next_deadline(plan, phase)) is not None and due <= now:
        turn = _pass(plan, phase, due)
        phase = turn.phase
        facts += turn.facts
    return Turn(phase, tuple(facts))


def next_deadline(plan: Plan, phase: Phase) -> int | None:
    """Return the instant of the next event, None where only a command changes anything."""
    if not isinstance(phase, Running):
        return None
    if phase.lead is not None:
        return _next_of_lead_in(phase, phase.lead)
    cue = next_cue(plan, phase.stand)
    return _ending(plan, phase) if cue is None else _instant(phase, cue.offset)


def run_out(plan: Plan, phase: Running) -> tuple[Phase, int] | None:
    """Return the phase that follows when the step runs out, and the instant at which it does.

    None says that the step waits for the athlete. Its cues are not gone through.
    """
    if phase.stand.length is None or waits(plan, phase.stand):
        return None
    end = _instant(phase, phase.stand.length)
    silent = replace(phase.stand, heard=phase.stand.length + 1)
    return advance(plan, replace(phase, stand=silent, lead=None), end).phase, end


def _pass(plan: Plan, phase: Phase, at: int) -> Turn:
    assert isinstance(phase, Running)
    stand = phase.stand
    if phase.lead is not None:
        return _pass_in_lead_in(phase, at)
    if (cue := next_cue(plan, stand)) is not None:
        heard = replace(phase, stand=replace(stand, heard=cue.offset + 1))
        return Turn(heard, (CueCame(at, stand.key, cue.sign, cue.rep),))
    if stand.length is None:
        return pause(phase, at, Why.FORGOTTEN)
    if waits(plan, stand):
        waiting = replace(phase, stand=replace(stand, heard=stand.length + 1))
        return Turn(waiting, (OvertimeBegan(at, stand.key),))
    ended = replace(stand, elapsed=stand.length)
    outcome = SetOutcome.DONE if plan[stand.key].is_set else None
    return run_on(phase, forward(plan, ended, at, outcome, undo=()), at, Entry.ITSELF)


def _pass_in_lead_in(phase: Running, at: int) -> Turn:
    key = phase.stand.key
    if at == phase.runs_from:
        return Turn(replace(phase, lead=None), (LeadInEnded(at, key),))
    return Turn(replace(phase, lead=at + 1), (CueCame(at, key, Sign.TICK),))


def _next_of_lead_in(phase: Running, lead: int) -> int:
    ticks = (phase.runs_from - left for left in COUNT_OF_THREE)
    return next((tick for tick in ticks if tick >= lead), phase.runs_from)


def _ending(plan: Plan, phase: Running) -> int | None:
    stand = phase.stand
    if stand.length is None:
        patience = max(FORGOTTEN_FACTOR * plan[stand.key].estimate, FORGOTTEN_LEAST)
        return phase.began + patience
    if waits(plan, stand) and stand.heard > stand.length:
        return None
    return _instant(phase, stand.length)


def _instant(phase: Running, offset: int) -> int:
    """Return the instant of `offset`; nothing is due before the step's clock runs on."""
    return phase.runs_from + max(0, offset - phase.stand.elapsed)
