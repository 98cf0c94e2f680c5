"""Random sessions are searched for one that breaks a law, or a rule that holds for the whole."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from matside.core.session.reading import read
from matside.core.settings import PACE, Settings
from matside.core.workout.model import Block, BlockKind, Exercise, Reps, Workout
from matside.core.workout.plan import compile_plan, replan
from tests.support.core_samples import Drive, reps
from tests.support.random_sessions import numbers, session, told
from tests.support.session_rules import RULES


@given(numbers)
def test_every_session_keeps_the_laws_and_every_rule(number: int) -> None:
    """No law is broken after any turn, and each of the rules holds for the whole.

    `make soak ARGS="1 NUMBER"` makes of one that fails the smallest that fails.
    """
    moments = told(session(number))
    for rule in RULES:
        rule(moments)


changes_of_pace = st.lists(
    st.tuples(st.integers(0, 9_000), st.integers(PACE.low, PACE.high)), max_size=6
)


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
