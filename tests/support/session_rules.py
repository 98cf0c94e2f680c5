"""What holds for all moments of every session, whatever the athlete does.

Its laws, `core/laws`, hold after every turn, while the session is told.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from matside.core.durations import rounded_seconds
from matside.core.history import ledger
from matside.core.session import block_clock, deadlines, progress, sequencer
from matside.core.session.progress import progress_of
from matside.core.session.record import SetOutcome, SetRecord
from matside.core.session.values import (
    Command,
    Paused,
    Running,
    SessionReopened,
    SetEnded,
    StepProgress,
    Transition,
    WentBack,
)
from matside.core.workout.model import Every, Reps, Within
from matside.core.workout.plan import Plan
from matside.core.workout.steps import StepKey, StepKind, Work, clock_of
from tests.support.core_samples import ANCHOR
from tests.support.random_sessions import START, Blow, Moment, facts_of

CUTS = (1, 4_299, 25_700)
"""The parts of half a minute in which a session is read more often, in ms."""


def reading_often_or_seldom_is_the_same_session(moments: Sequence[Moment]) -> None:
    """However an interval is cut, the phase and the facts at its end are the same."""
    for moment in moments:
        phase, now, facts = moment.turn.phase, moment.now, ()
        for cut in CUTS:
            now += cut
            turn = deadlines.advance(moment.plan, phase, now)
            phase, facts = turn.phase, facts + turn.facts

        assert Transition(phase, facts) == deadlines.advance(moment.plan, moment.turn.phase, now)


def deadline_is_the_first_instant_at_which_something_happens(moments: Sequence[Moment]) -> None:
    """A ms before the deadline nothing has changed; at the deadline something has."""
    for moment in moments:
        phase = moment.turn.phase
        due = deadlines.next_deadline(moment.plan, phase)
        if due is None:
            later = deadlines.advance(moment.plan, phase, moment.now + 10**9)
            assert Transition(phase) == later
        else:
            assert Transition(phase) == deadlines.advance(moment.plan, phase, due - 1)
            turn = deadlines.advance(moment.plan, phase, due)
            assert {due} == {fact.at for fact in turn.facts}
            assert phase != turn.phase


def elapsed_never_goes_down_by_itself(moments: Sequence[Moment]) -> None:
    """Between two commands, and across every one but BACK, a step's time only grows.

    Only a counted set that rep pace takes over begins again.
    """
    for moment in moments:
        before, after = progress_of(moment.before), progress_of(moment.turn.phase)
        goes_back = moment.ask.what is Command.BACK or is_taken_over(before, after)
        if before and after and before.key == after.key and not goes_back:
            assert before.elapsed <= after.elapsed
        phase = moment.turn.phase
        if isinstance(phase, Running | Paused):
            now = progress.elapsed(phase, moment.now)
            assert now <= progress.elapsed(phase, moment.now + 700)


def is_taken_over(before: StepProgress | None, after: StepProgress | None) -> bool:
    """Return whether a set that was counted is paced now."""
    if before is None or after is None:
        return False
    return before.length is None and after.length is not None


def facts_are_told_in_order_and_never_from_the_future(moments: Sequence[Moment]) -> None:
    """The whole ms of all facts rise, and none lies after the instant it was told at."""
    instants = [fact.at for fact in facts_of(moments)]

    assert sorted(instants) == instants
    assert {int} == {type(instant) for instant in instants}
    assert all(fact.at <= moment.now for moment in moments for fact in moment.turn.facts)


def set_ends_once_unless_back_led_before_it(moments: Sequence[Moment]) -> None:
    """No set is done or skipped twice without a BACK to it or to before it in between."""
    left: set[StepKey] = set()
    for moment in moments:
        for fact in moment.turn.facts:
            if isinstance(fact, SetEnded):
                assert fact.key not in left
                left.add(fact.key)
            elif isinstance(fact, WentBack):
                to = moment.plan.order_of(fact.to)
                left = {key for key in left if moment.plan.order_of(key) < to}


def set_lasts_as_long_as_it_was_watched(moments: Sequence[Moment]) -> None:
    """A set that is left has run no longer than since the moment before, and what it had then."""
    for before, moment in pairwise(moments):
        stood = progress_of(before.turn.phase)
        for fact in moment.turn.facts:
            if isinstance(fact, SetEnded):
                had = stood.elapsed if stood is not None and stood.key == fact.key else 0
                longest = fact.at - before.now + max(had, watched(before, fact.key))
                assert fact.elapsed <= longest


def watched(moment: Moment, key: StepKey) -> int:
    """Return how many ms the set named `key` had run at `moment`."""
    phase = moment.turn.phase
    if not isinstance(phase, Running | Paused) or phase.progress.key != key:
        return 0
    return progress.elapsed(phase, moment.now)


def all_sets_before_the_present_step_are_done_or_skipped(moments: Sequence[Moment]) -> None:
    """A session stands behind the sets that were left, and before all others."""
    left: list[StepKey] = []
    for moment in moments:
        plan, progress = moment.plan, progress_of(moment.turn.phase)
        for fact in moment.turn.facts:
            if isinstance(fact, SetEnded):
                left.append(fact.key)
            elif isinstance(fact, WentBack):
                left = [key for key in left if plan.order_of(key) < plan.order_of(fact.to)]
        if progress is not None:
            assert sets_before(plan, progress.key, left) == left


def sets_before(plan: Plan, key: StepKey, left: Sequence[StepKey]) -> list[StepKey]:
    """Return the names of all sets before `key`, of which `left` are those that were left.

    Only they tell how often the rounds went on of a block that lasts for a time.
    """
    before: list[StepKey] = []
    for step in plan.steps[: plan.place_of(key) + 1]:
        block, is_endless = step.key.block, isinstance(clock_of(step), Within)
        if is_endless and block == key.block and key.kind is not StepKind.AFTER:
            return [*before, *in_turn(plan, step.key, to=key)]
        if is_endless and block not in {name.block for name in before}:
            begun = sum(name.block == block for name in left)
            before += in_turn(plan, step.key, most=begun)
        elif isinstance(step, Work) and not is_endless and step.key != key:
            before.append(step.key)
    return before


def in_turn(
    plan: Plan, first: StepKey, *, to: StepKey | None = None, most: int = 1_000
) -> list[StepKey]:
    """Return the names of the sets from `first` on: those before `to`, `most` of them at most."""
    names: list[StepKey] = []
    step = plan[first]
    while step.key != to and len(names) < most:
        names += [step.key] if isinstance(step, Work) else []
        step = plan.after(step.key)
    return names


def session_ran_and_was_paused_no_longer_than_it_took(moments: Sequence[Moment]) -> None:
    """Running and paused together are the time since START, but for the finish page."""
    last = moments[-1]
    times = progress.times(last.turn.phase, last.now)
    if not any(isinstance(fact, SessionReopened) for fact in facts_of(moments)):
        under_way = isinstance(last.turn.phase, Running | Paused)
        end = last.now if under_way else last.turn.phase.at
        assert end - START == times.ran + times.paused
    assert times.ran + times.paused <= last.now - START


def press_undone_is_a_press_that_never_was(moments: Sequence[Moment]) -> None:
    """SKIP and BACK at once leave a session that stands exactly as before, paused or not.

    Only a rest that has waited, and waits no more, begins again.
    """
    for moment in moments:
        phase = moment.turn.phase
        if not isinstance(phase, Paused):
            phase = sequencer.handle(moment.plan, phase, Command.PAUSE, moment.now).phase
        if isinstance(phase, Paused) and not is_over(moment, phase.progress):
            skipped = sequencer.handle(moment.plan, phase, Command.SKIP, moment.now).phase
            back = sequencer.handle(moment.plan, skipped, Command.BACK, moment.now).phase
            assert phase.progress == progress_of(back)


def is_over(moment: Moment, reached: StepProgress) -> bool:
    """Return whether `reached` is a rest that has waited and waits no more."""
    return progress.is_over(reached) and not progress.waits(moment.plan, reached)


def next_undone_gives_the_step_back_with_its_time_and_length(moments: Sequence[Moment]) -> None:
    """NEXT that leads on, then BACK: the same elapsed, the same length, the same stack."""
    for moment in moments:
        plan, now, phase = moment.plan, moment.now, moment.turn.phase
        if not isinstance(phase, Running):
            continue
        phase = deadlines.advance(plan, phase, now).phase
        onwards = sequencer.handle(plan, phase, Command.NEXT, now).phase
        if getattr(progress_of(onwards), "key", None) != phase.progress.key:
            again = progress_of(sequencer.handle(plan, onwards, Command.BACK, now).phase)
            assert replace(phase.progress, elapsed=progress.elapsed(phase, now)) == again


def stop_undone_is_a_pause(moments: Sequence[Moment]) -> None:
    """STOP and then BACK leave the session paused where it stood, with all that it undoes."""
    for moment in moments:
        phase = moment.turn.phase
        if isinstance(phase, Running | Paused):
            stopped = sequencer.handle(moment.plan, phase, Command.STOP, moment.now).phase
            back = sequencer.handle(moment.plan, stopped, Command.BACK, moment.now + 60_000).phase
            here = deadlines.advance(moment.plan, phase, moment.now).phase
            assert isinstance(here, Running | Paused)
            assert isinstance(back, Paused)
            stood = replace(here.progress, elapsed=progress.elapsed(here, moment.now))
            assert stood == back.progress


def ledger_holds_what_the_facts_say(moments: Sequence[Moment]) -> None:
    """The sets kept are those ended and not gone back over, with whole seconds, in order."""
    sets: ledger.Sets = {}
    model: list[tuple[StepKey, int, SetOutcome]] = []
    for moment in moments:
        changes = ledger.changes(moment.plan, sets, moment.turn.facts, ANCHOR)
        sets = ledger.applied(sets, changes)
        for fact in moment.turn.facts:
            if isinstance(fact, SetEnded):
                model.append((fact.key, rounded_seconds(fact.elapsed), fact.outcome))
            elif isinstance(fact, WentBack):
                to = moment.plan.order_of(fact.to)
                model = [entry for entry in model if moment.plan.order_of(entry[0]) < to]
        assert model == [kept(record) for record in sets.values()]


def kept(record: SetRecord) -> tuple[StepKey, int, SetOutcome]:
    """Return what the model keeps of a set."""
    return record.key, record.seconds, record.outcome


def session_killed_anywhere_stands_where_it_was_written(moments: Sequence[Moment]) -> None:
    """What is taken up has the position that was written, and goes on from there."""
    for moment in moments:
        phase = moment.turn.phase
        if isinstance(phase, Running | Paused):
            where = progress.position(phase, moment.now)
            taken_up = sequencer.take_up(where, 77)
            assert where == progress.position(taken_up, 77)
            resumed = sequencer.handle(moment.plan, taken_up, Command.RESUME, 78).phase
            assert isinstance(resumed, Running)
            following = moment.plan.after(where.key)
            assert resumed.progress.key in (where.key, following and following.key)


def clock_is_never_put_back(moments: Sequence[Moment]) -> None:
    """The clock of a minute, or of a block that lasts for a time, only goes on.

    BACK alone begins a minute again, and nothing leads back into a time that is over.
    """
    for before, moment in pairwise(moments):
        if (shown := shows(before, before.now)) and (shows_now := shows(moment, moment.now)):
            began_again = moment.ask.what is Command.BACK and shown.every
            if shown.of == shows_now.of and not began_again:
                assert shown.ms <= shows_now.ms


@dataclass(frozen=True)
class Shown:
    """What a clock shows: how many ms, of which minute or block."""

    of: object
    ms: int
    every: bool


def shows(moment: Moment, now: int) -> Shown | None:
    """Return what the clock shows that runs at `moment`."""
    phase = moment.turn.phase
    if not isinstance(phase, Running | Paused) or phase.progress.clock is None:
        return None
    key = phase.progress.key
    every = isinstance(clock_of(moment.plan[key]), Every)
    ms = phase.progress.clock + progress.elapsed(phase, now)
    return Shown(key[:4] if every else key.block, ms, every)


def clock_that_is_over_ends_what_it_runs_in(moments: Sequence[Moment]) -> None:
    """If nobody asks for anything, the next minute or what follows the block begins then."""
    last = moments[-1]
    phase = last.turn.phase
    if not isinstance(phase, Running) or phase.progress.clock is None:
        return
    step = last.plan[phase.progress.key]
    left = block_clock.time_over(last.plan, phase.progress) - phase.progress.elapsed
    then = deadlines.advance(last.plan, phase, phase.clock_starts_at + left)
    following, reached = last.plan.after_time(step.key), progress_of(then.phase)
    assert (following and following.key) == (reached and reached.key)


def only_skip_skips_and_only_a_clock_cuts(moments: Sequence[Moment]) -> None:
    """A set that was not done says truly which of the two it was."""
    for moment in moments:
        for fact in moment.turn.facts:
            if not isinstance(fact, SetEnded):
                continue
            if fact.is_cut:
                assert fact.outcome is SetOutcome.SKIPPED
                assert clock_of(moment.plan[fact.key]) is not None
            elif fact.outcome is SetOutcome.SKIPPED:
                assert moment.ask.what is Command.SKIP


RULES: tuple[Callable[[Sequence[Moment]], None], ...] = (
    reading_often_or_seldom_is_the_same_session,
    deadline_is_the_first_instant_at_which_something_happens,
    elapsed_never_goes_down_by_itself,
    facts_are_told_in_order_and_never_from_the_future,
    set_ends_once_unless_back_led_before_it,
    set_lasts_as_long_as_it_was_watched,
    all_sets_before_the_present_step_are_done_or_skipped,
    session_ran_and_was_paused_no_longer_than_it_took,
    press_undone_is_a_press_that_never_was,
    next_undone_gives_the_step_back_with_its_time_and_length,
    stop_undone_is_a_pause,
    ledger_holds_what_the_facts_say,
    session_killed_anywhere_stands_where_it_was_written,
    clock_is_never_put_back,
    clock_that_is_over_ends_what_it_runs_in,
    only_skip_skips_and_only_a_clock_cuts,
)
"""All of them."""


def met(moments: Sequence[Moment]) -> set[str]:
    """Return which of what is dangerous the session has met, for the figures of a long search."""
    found = {f"has {fact}" for fact in {type(fact).__name__ for fact in facts_of(moments)}}
    for moment in moments:
        if (shown := shows(moment, moment.now)) is not None:
            found.add("ran by minutes" if shown.every else "ran for a time")
        progress = progress_of(moment.turn.phase)
        found |= {f"did {what}" for what in doses_met(moment)}
        if isinstance(moment.ask.what, Blow):
            found.add(f"met a {moment.ask.what.value}")
        if progress and is_over(moment, progress):
            found.add("stood in a rest that had waited")
    return found


def doses_met(moment: Moment) -> set[str]:
    """Return what is special about the dose of the set that `moment` stands in."""
    progress = progress_of(moment.turn.phase)
    step = None if progress is None else moment.plan[progress.key]
    if not isinstance(step, Work):
        return set()
    dose, paced = step.exercise.dose, step.pace is not None
    marks = {
        "a set to failure": step.is_to_failure,
        "a dose of its round": dose != step.block.exercises[step.key.place].dose,
        "a paced range": paced and isinstance(dose, Reps) and dose.to is not None,
        "the parts of paced reps": paced and len(step.exercise.rep_parts) > 1,
    }
    return {what for what, is_met in marks.items() if is_met}
