"""What holds for every session, whatever the plan, the settings and the athlete do."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hypothesis import HealthCheck, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from matside.core import change_of_pace, deadlines, ledger, sequencer, standing
from matside.core.duration import rounded_seconds
from matside.core.plan import Key, Plan, compile_plan, replan
from matside.core.reading import read
from matside.core.record import SetOutcome, SetRecord
from matside.core.session import (
    Command,
    Fact,
    Idle,
    Paused,
    Phase,
    Running,
    SetEnded,
    Stand,
    Turn,
    WentBack,
)
from matside.core.settings import PACE, Settings
from matside.core.workout import (
    Block,
    BlockKind,
    Exercise,
    Hold,
    Reps,
    Rests,
    Sides,
    Workout,
)
from tests.core.samples import ANCHOR, Drive, outcomes, reps

modest = profile(
    max_examples=20,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)

START = 0

lengths = st.sampled_from([0, 1, 2, 3, 5, 8, 10, 20])
exercises = st.builds(
    Exercise,
    name=st.just("Move"),
    dose=st.builds(Hold, st.sampled_from([1, 2, 3, 7, 8, 30, 45]))
    | st.builds(Reps, st.sampled_from([1, 8, 20])),
    sides=st.sampled_from(Sides),
    switch=st.none() | lengths,
    least_switch=st.none() | st.just(8),
)
rests = st.builds(Rests, st.none() | lengths, st.none() | lengths, st.none() | lengths)
blocks = st.builds(
    Block,
    name=st.just("Pair"),
    kind=st.sampled_from(BlockKind),
    exercises=st.lists(exercises, min_size=1, max_size=3).map(tuple),
    rounds=st.integers(1, 2),
    rests=rests,
)
workouts = st.builds(
    Workout, title=st.just("Some"), blocks=st.lists(blocks, min_size=1, max_size=2).map(tuple)
)
settings = st.builds(
    Settings,
    get_ready=lengths,
    switch_sides=lengths,
    between_exercises=lengths,
    between_rounds=lengths,
    between_blocks=lengths,
    resume=lengths,
    wait=st.booleans(),
    rep_pace=st.booleans(),
    paces=st.just({}) | st.fixed_dictionaries({"Move": st.integers(PACE.low, PACE.high)}),
)
pauses = st.integers(0, 4_000) | st.integers(0, 60_000) | st.sampled_from([1_000, 3_000, 700])


@dataclass(frozen=True)
class Ask:
    """What the athlete does after `after` ms; None is Space, Settings are a change of them.

    They are changed on the settings page, which pauses; or their pace alone by a `key`, which
    does not.
    """

    after: int
    what: Command | Settings | None
    by: int = 0
    key: bool = False


asks = st.builds(
    Ask,
    after=pauses,
    what=st.sampled_from([None, *Command, Command.NEXT, Command.SKIP, Command.BACK]) | settings,
    by=st.sampled_from([15_000, -15_000]),
    key=st.booleans(),
)
scripts = st.lists(asks, max_size=25)


@dataclass(frozen=True)
class Moment:
    """A session after one ask: the plan, the phase before and after, the facts between."""

    plan: Plan
    ask: Ask
    now: int
    before: Phase
    turn: Turn


def told(workout: Workout, chosen: Settings, script: Sequence[Ask]) -> list[Moment]:
    """Return every moment of the session that `script` makes of `workout`."""
    plan, now = compile_plan(workout, chosen), START
    moments: list[Moment] = []
    phase: Phase = Idle()
    for ask in [Ask(0, Command.START), *script]:
        now += ask.after
        if isinstance(ask.what, Settings):
            chosen = by_key(chosen, ask.what) if ask.key else ask.what
            before = deadlines.advance if ask.key else pause
            plan, turn = changed(plan, before(plan, phase, now), workout, chosen, now)
        elif ask.what is None:
            turn = sequencer.press(plan, phase, now)
        else:
            turn = sequencer.handle(plan, phase, ask.what, now, by=ask.by)
        moments.append(Moment(plan, ask, now, phase, turn))
        phase = turn.phase
    return moments


def changed(
    plan: Plan, turn: Turn, workout: Workout, chosen: Settings, now: int
) -> tuple[Plan, Turn]:
    """Follow the settings `chosen` after `turn`."""
    if not isinstance(turn.phase, Running | Paused):
        return plan, turn
    anew = replan(plan, turn.phase.stand.key, workout, chosen)
    return anew, Turn(change_of_pace.follow(plan, anew, turn.phase, now), turn.facts)


def stand_of(phase: Phase) -> Stand | None:
    """Return the stand of a session under way."""
    return phase.stand if isinstance(phase, Running | Paused) else None


def by_key(before: Settings, after: Settings) -> Settings:
    """Return `before` with the pace of `after`: no key changes more of them."""
    return replace(before, rep_pace=after.rep_pace, paces=after.paces)


def pause(plan: Plan, phase: Phase, now: int) -> Turn:
    """Pause as the settings page does."""
    return sequencer.handle(plan, phase, Command.PAUSE, now)


def is_taken_over(before: Stand | None, after: Stand | None) -> bool:
    """Return whether a set that was counted is paced now."""
    if before is None or after is None:
        return False
    return before.length is None and after.length is not None


def facts_of(moments: Sequence[Moment]) -> list[Fact]:
    """Return all facts in order."""
    return [fact for moment in moments for fact in moment.turn.facts]


@modest
@given(workouts, settings, scripts, st.lists(pauses, min_size=1, max_size=4))
def test_read_often_or_seldom_it_is_the_same_session(
    workout: Workout, chosen: Settings, script: list[Ask], cuts: list[int]
) -> None:
    """However an interval is cut, the phase and the facts at its end are the same."""
    for moment in told(workout, chosen, script):
        phase, now, facts = moment.turn.phase, moment.now, ()
        for cut in cuts:
            now += cut
            turn = deadlines.advance(moment.plan, phase, now)
            phase, facts = turn.phase, facts + turn.facts

        assert Turn(phase, facts) == deadlines.advance(moment.plan, moment.turn.phase, now)


@modest
@given(workouts, settings, scripts)
def test_deadline_is_the_first_instant_at_which_something_happens(
    workout: Workout, chosen: Settings, script: list[Ask]
) -> None:
    """A ms before the deadline nothing has changed; at the deadline something has."""
    for moment in told(workout, chosen, script):
        phase = moment.turn.phase
        due = deadlines.next_deadline(moment.plan, phase)
        if due is None:
            later = deadlines.advance(moment.plan, phase, moment.now + 10**9)
            assert Turn(phase) == later
        else:
            assert due >= moment.now
            assert Turn(phase) == deadlines.advance(moment.plan, phase, due - 1)
            turn = deadlines.advance(moment.plan, phase, due)
            assert {due} == {fact.at for fact in turn.facts}
            assert phase != turn.phase


@modest
@given(workouts, settings, scripts, pauses)
def test_elapsed_never_goes_down_by_itself(
    workout: Workout, chosen: Settings, script: list[Ask], wait: int
) -> None:
    """Between two commands, and across every one but BACK, a step's time only grows.

    Only a counted set that rep pace takes over begins again.
    """
    for moment in told(workout, chosen, script):
        before, after = stand_of(moment.before), stand_of(moment.turn.phase)
        goes_back = moment.ask.what is Command.BACK or is_taken_over(before, after)
        if before and after and before.key == after.key and not goes_back:
            assert before.elapsed <= after.elapsed
        phase = moment.turn.phase
        if isinstance(phase, Running | Paused):
            now = standing.elapsed(phase, moment.now)
            assert now <= standing.elapsed(phase, moment.now + wait)


@modest
@given(workouts, settings, scripts)
def test_facts_are_told_in_order_and_never_from_the_future(
    workout: Workout, chosen: Settings, script: list[Ask]
) -> None:
    """The whole ms of all facts rise, and none lies after the instant it was told at."""
    moments = told(workout, chosen, script)
    instants = [fact.at for fact in facts_of(moments)]

    assert sorted(instants) == instants
    assert {int} == {type(instant) for instant in instants}
    assert all(fact.at <= moment.now for moment in moments for fact in moment.turn.facts)


@modest
@given(workouts, settings, scripts)
def test_set_ends_once_unless_back_led_before_it(
    workout: Workout, chosen: Settings, script: list[Ask]
) -> None:
    """No set is done or skipped twice without a BACK to it or to before it in between."""
    left: set[Key] = set()
    for moment in told(workout, chosen, script):
        for fact in moment.turn.facts:
            if isinstance(fact, SetEnded):
                assert fact.key not in left
                left.add(fact.key)
            elif isinstance(fact, WentBack):
                to = moment.plan.place_of(fact.to)
                left = {key for key in left if moment.plan.place_of(key) < to}


@modest
@given(workouts, settings, scripts)
def test_all_sets_before_the_present_step_are_done_or_skipped(
    workout: Workout, chosen: Settings, script: list[Ask]
) -> None:
    """A session stands behind the sets that were left, and before all others."""
    moments = told(workout, chosen, script)
    for count, moment in enumerate(moments, 1):
        stand = stand_of(moment.turn.phase)
        if stand is not None:
            here = moment.plan.place_of(stand.key)
            sets = [p for p, s in enumerate(moment.plan.steps) if s.is_set and p < here]
            assert sets == list(outcomes(moment.plan, facts_of(moments[:count])))


@modest
@given(workouts, settings, scripts)
def test_timed_step_never_runs_beyond_its_length(
    workout: Workout, chosen: Settings, script: list[Ask]
) -> None:
    """Only a rest that waits, or has waited until it was paused, is longer than its length."""
    for moment in told(workout, chosen, script):
        phase = moment.turn.phase
        stand = stand_of(phase)
        if stand and stand.length is not None and isinstance(phase, Running):
            late = standing.elapsed(phase, moment.now) >= stand.length
            assert not late or standing.waits(moment.plan, stand)


@modest
@given(workouts, settings, scripts)
def test_set_ran_no_longer_than_the_session(
    workout: Workout, chosen: Settings, script: list[Ask]
) -> None:
    """Running and paused together are the time since START, but for the finish page."""
    moments = told(workout, chosen, script)
    last = moments[-1]
    times = standing.times(last.turn.phase, last.now)
    if not any(moment.ask.what is Command.BACK for moment in moments):
        end = last.turn.phase.at if not stand_of(last.turn.phase) else last.now
        assert end - START == times.ran + times.paused
    assert times.ran + times.paused <= last.now - START


@modest
@given(workouts, settings, scripts)
def test_press_undone_is_a_press_that_never_was(
    workout: Workout, chosen: Settings, script: list[Ask]
) -> None:
    """SKIP and BACK at once leave a session that stands exactly as before, paused or not."""
    for moment in told(workout, chosen, script):
        phase = moment.turn.phase
        if not isinstance(phase, Paused):
            phase = sequencer.handle(moment.plan, phase, Command.PAUSE, moment.now).phase
        if isinstance(phase, Paused):
            skipped = sequencer.handle(moment.plan, phase, Command.SKIP, moment.now).phase
            back = sequencer.handle(moment.plan, skipped, Command.BACK, moment.now).phase
            assert phase.stand == stand_of(back)


@modest
@given(workouts, settings, scripts)
def test_next_undone_gives_the_step_back_with_its_time_and_length(
    workout: Workout, chosen: Settings, script: list[Ask]
) -> None:
    """NEXT that leads on, then BACK: the same elapsed, the same length, the same stack."""
    for moment in told(workout, chosen, script):
        plan, now = moment.plan, moment.now
        phase = deadlines.advance(plan, moment.turn.phase, now).phase
        if not isinstance(phase, Running):
            continue
        onwards = sequencer.handle(plan, phase, Command.NEXT, now).phase
        if getattr(stand_of(onwards), "key", None) != phase.stand.key:
            again = stand_of(sequencer.handle(plan, onwards, Command.BACK, now).phase)
            assert replace(phase.stand, elapsed=standing.elapsed(phase, now)) == again


@modest
@given(workouts, settings, scripts)
def test_ledger_holds_what_the_facts_say(
    workout: Workout, chosen: Settings, script: list[Ask]
) -> None:
    """The sets kept are those ended and not gone back over, with whole seconds, in order."""
    sets: ledger.Sets = {}
    model: list[tuple[Key, int, SetOutcome]] = []
    for moment in told(workout, chosen, script):
        changes = ledger.changes(moment.plan, sets, moment.turn.facts, ANCHOR)
        sets = ledger.applied(sets, changes)
        for fact in moment.turn.facts:
            if isinstance(fact, SetEnded):
                model.append((fact.key, rounded_seconds(fact.elapsed), fact.outcome))
            elif isinstance(fact, WentBack):
                to = moment.plan.place_of(fact.to)
                model = [entry for entry in model if moment.plan.place_of(entry[0]) < to]
        assert model == [kept(record) for record in sets.values()]


def kept(record: SetRecord) -> tuple[Key, int, SetOutcome]:
    """Return what the model keeps of a set."""
    return record.key, record.seconds, record.outcome


@modest
@given(workouts, settings, scripts)
def test_session_killed_anywhere_stands_where_it_was_written(
    workout: Workout, chosen: Settings, script: list[Ask]
) -> None:
    """What is taken up has the position that was written, and goes on from there."""
    for moment in told(workout, chosen, script):
        phase = moment.turn.phase
        if isinstance(phase, Running | Paused):
            where = standing.position(phase, moment.now)
            taken_up = sequencer.take_up(where, 77)
            assert where == standing.position(taken_up, 77)
            resumed = sequencer.handle(moment.plan, taken_up, Command.RESUME, 78).phase
            assert isinstance(resumed, Running)
            assert moment.plan.place_of(resumed.stand.key) - moment.plan.place_of(where.key) in (
                0,
                1,
            )


@modest
@given(workouts, settings, scripts)
def test_only_paced_sets_and_holds_run_by_the_clock(
    workout: Workout, chosen: Settings, script: list[Ask]
) -> None:
    """Whatever is changed under way, a set has a length exactly where its plan gives it one."""
    for moment in told(workout, chosen, script):
        stand = stand_of(moment.turn.phase)
        if stand is not None:
            stands = [stand, *(left.stand for left in stand.undo)]
            kept = [known for known in stands if moment.plan[known.key].is_set]
            planned = [moment.plan[known.key].length is None for known in kept]
            assert planned == [known.length is None for known in kept]


changes_of_pace = st.lists(
    st.tuples(st.integers(0, 9_000), st.integers(PACE.low, PACE.high)), max_size=6
)


@modest
@given(st.integers(1, 20), changes_of_pace)
def test_each_rep_is_pulsed_once_however_the_pace_changes(
    count: int, changes: list[tuple[int, int]]
) -> None:
    """Faster or slower at any instant: rep 1 to the last, each once and in order."""
    workout = Workout("Some", (Block("B", BlockKind.CIRCUIT, (Exercise("Move", Reps(count)),)),))
    bare = Settings(get_ready=0, rep_pace=True)
    drive = Drive(compile_plan(workout, bare)).start()
    for after, pace in changes:
        drive.run(after / 1000)
        if not drive.is_over:
            anew = replan(drive.plan, drive.step.key, workout, replace(bare, paces={"Move": pace}))
            drive.follow(anew)
    drive.run(count * PACE.high)

    assert list(range(1, count + 1)) == [rep for rep, _ in reps(drive.history)]
    assert drive.is_over


@modest
@given(st.integers(0, 23_999), st.integers(PACE.low, PACE.high), st.integers(PACE.low, PACE.high))
def test_change_of_pace_moves_no_rep_and_no_cell(elapsed: int, old: int, new: int) -> None:
    """What is shown of the reps is the same before and after it, to a ms of the new pace."""
    workout = Workout("Some", (Block("B", BlockKind.CIRCUIT, (Exercise("Move", Reps(24)),)),))
    before, after = (Settings(get_ready=0, rep_pace=True, paces={"Move": ms}) for ms in (old, new))
    drive = Drive(compile_plan(workout, before)).start().run(elapsed / 1000)
    was = read(drive.plan, drive.under_way, drive.now)
    drive.follow(replan(drive.plan, drive.step.key, workout, after))
    now = read(drive.plan, drive.under_way, drive.now)

    assert abs(was.share - now.share) * 24 * new <= 1
    assert was.rep == now.rep or now.rep == 1 + round(now.share * 24)
