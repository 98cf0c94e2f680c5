"""What comes by itself: the events of a running session, each at the instant it is due."""

from dataclasses import replace

from matside.core.durations import MINUTE
from matside.core.session.block_clock import time_over
from matside.core.session.cues import COUNT_OF_THREE, next_cue
from matside.core.session.looks import PauseReason
from matside.core.session.moves import forward, pause, run_on
from matside.core.session.progress import elapsed, is_over, waits
from matside.core.session.record import SetOutcome
from matside.core.session.values import (
    CueCame,
    CueKind,
    Entry,
    Fact,
    LeadInEnded,
    OvertimeBegan,
    Phase,
    Running,
    Transition,
)
from matside.core.workout.plan import Plan
from matside.core.workout.steps import Step, Work

FORGOTTEN_FACTOR = 5
FORGOTTEN_LEAST = 3 * MINUTE
FORGOTTEN_MAX = 10 * MINUTE
"""When a set that is left alone is paused: by its estimate, and one to failure after this."""


def advance(plan: Plan, phase: Phase, now: int) -> Transition:
    """Go through all events of `phase` up to `now`, each at the instant it was due.

    `advance(p, b)` equals `advance(advance(p, a).phase, b)` for every a up to b, with the
    facts of both in order. An instant before the last event changes nothing.
    """
    facts: list[Fact] = []
    while isinstance(phase, Running):
        due = next_deadline(plan, phase)
        if due is None or due > now:
            break
        then = _pass(plan, phase, due)
        phase = then.phase
        facts += then.facts
    return Transition(phase, tuple(facts))


def next_deadline(plan: Plan, phase: Phase) -> int | None:
    """Return the instant of the next event, None where only a command changes anything."""
    if not isinstance(phase, Running):
        return None
    if phase.lead_in_from is not None:
        return _next_of_lead_in(phase, phase.lead_in_from)
    cue = next_cue(plan, phase.progress)
    due = _ending(plan, phase) if cue is None else _instant(phase, cue.offset)
    over = _end_of_clock(plan, phase)
    if due is None or over is None:
        return due if over is None else over
    return min(due, over)


def _pass(plan: Plan, phase: Running, at: int) -> Transition:
    """Go through the event of `phase` that is due at the instant `at`."""
    progress = phase.progress
    if phase.lead_in_from is not None:
        return _pass_in_lead_in(phase, at)
    if at == _end_of_clock(plan, phase):
        return _pass_end_of_clock(plan, phase, at)
    if (cue := next_cue(plan, progress)) is not None:
        fired = replace(progress, cues_fired_before=cue.offset + 1)
        came = CueCame(at, progress.key, cue.sign, cue.rep)
        return Transition(replace(phase, progress=fired), (came,))
    if progress.length is None:
        return pause(phase, at, PauseReason.FORGOTTEN)
    if waits(plan, progress):
        waiting = replace(phase, progress=replace(progress, cues_fired_before=progress.length + 1))
        return Transition(waiting, (OvertimeBegan(at, progress.key),))
    ended = replace(progress, elapsed=progress.length)
    outcome = SetOutcome.DONE if isinstance(plan[progress.key], Work) else None
    return run_on(phase, forward(plan, ended, at, outcome, undo=()), at, Entry.ITSELF)


def _pass_end_of_clock(plan: Plan, phase: Running, at: int) -> Transition:
    """Leave the step because its minute, or the time of its block, is over.

    A set that has not come to its own end by then is not done.
    """
    ended = replace(phase.progress, elapsed=elapsed(phase, at))
    outcome = None
    if isinstance(plan[ended.key], Work):
        outcome = SetOutcome.DONE if is_over(ended) else SetOutcome.SKIPPED
    return run_on(phase, forward(plan, ended, at, outcome, undo=()), at, Entry.ITSELF)


def _pass_in_lead_in(phase: Running, at: int) -> Transition:
    key = phase.progress.key
    if at == phase.clock_starts_at:
        return Transition(replace(phase, lead_in_from=None), (LeadInEnded(at, key),))
    return Transition(replace(phase, lead_in_from=at + 1), (CueCame(at, key, CueKind.TICK),))


def _next_of_lead_in(phase: Running, lead_in_from: int) -> int:
    ticks = (phase.clock_starts_at - left for left in COUNT_OF_THREE)
    return next((tick for tick in ticks if tick >= lead_in_from), phase.clock_starts_at)


def _end_of_clock(plan: Plan, phase: Running) -> int | None:
    """Return when the clock that runs in the step is over, None without a clock."""
    over = time_over(plan, phase.progress)
    return None if over is None else _instant(phase, over)


def _ending(plan: Plan, phase: Running) -> int | None:
    progress = phase.progress
    if progress.length is None and progress.clock is not None:
        return None  # its clock ends it, so nobody can forget it
    if progress.length is None:
        return phase.began + _patience(plan[progress.key])
    if waits(plan, progress) and progress.cues_fired_before > progress.length:
        return None
    return _instant(phase, progress.length)


def _patience(step: Step) -> int:
    """Return for how many ms a set that waits for the athlete may be left alone."""
    if isinstance(step, Work) and step.is_to_failure:
        return FORGOTTEN_MAX
    return max(FORGOTTEN_FACTOR * step.estimate, FORGOTTEN_LEAST)


def _instant(phase: Running, offset: int) -> int:
    """Return the instant of `offset`; nothing is due before the step's clock runs on."""
    return phase.clock_starts_at + max(0, offset - phase.progress.elapsed)
