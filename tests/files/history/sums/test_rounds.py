"""The history tells the rounds of blocks for a time."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from matside.core.history import ledger
from matside.core.history.rounds import RoundsDone, TimedBlock, TimedRounds
from matside.core.session.record import Opening, OutcomeChanged, Position, SessionOutcome
from matside.core.session.values import Command
from matside.core.workout.model import Within
from matside.core.workout.plan import compile_plan
from matside.files.history.store import SqliteHistory
from matside.files.history.sums.rounds import known_rounds
from matside.files.history.totals import LOOKED_BACK
from tests.support.core_samples import ANCHOR, Drive, bare, block, counted, workout_of
from tests.support.kept_sessions import copy_session

TIMED = block(counted(8, name="Row"), name="All you can", clock=Within(100))
LAST = block(counted(8, name="Press"), name="Last")
MOVES = (("Row", None),)


def keep(path: Path, day: int, outcome: SessionOutcome, *sets: int) -> None:
    """Write a session into the history there: for each block so many sets of 10 s."""
    workout = workout_of(*[TIMED] * len(sets), LAST)
    plan = compile_plan(workout, bare())
    drive = Drive(plan).start()
    for number in sets:
        for _ in range(number):
            drive.run(10).do(Command.NEXT)
        drive.run(100 - 10 * number)
    drive.run(10).do(Command.NEXT)
    anchor = replace(ANCHOR, wall=ANCHOR.wall + timedelta(days=day))
    first = Position(plan.steps[0].key, 0, None, ran=0, paused=0)
    with closing(SqliteHistory(path)) as history:
        session = history.open(Opening("mine", workout, plan, anchor.wall, first))
        changes = ledger.changes(plan, {}, drive.history, anchor)
        history.write(session, [*changes, OutcomeChanged(outcome)], first)


def known(path: Path) -> object:
    """Return what the history there tells."""
    with closing(SqliteHistory(path)) as history:
        return history.read(known_rounds, {})


def test_the_last_time_and_the_best_are_known(tmp_path: Path) -> None:
    """Of blocks for a time alone; a session that is open, or a bad row, is left out."""
    path = tmp_path / "history.sqlite3"
    for day, sets in ((0, 6), (2, 3), (1, 4)):
        keep(path, day, SessionOutcome.FINISHED, sets)
    keep(path, 3, SessionOutcome.OPEN, 5)
    last = TimedRounds(MOVES, 3, (10, 20, 30))
    expected = {TimedBlock("mine", "All you can", 100): RoundsDone(last, {MOVES: 6})}
    assert expected == known(path)

    with closing(SqliteHistory(path)) as history, history.writing() as connection:
        connection.execute("UPDATE set_done SET outcome = 'lost' WHERE session = 1")
        connection.execute("UPDATE set_done SET within = 1 << 20 WHERE session = 2")
    fewer = TimedRounds(MOVES, 4, (10, 20, 30, 40))
    assert {TimedBlock("mine", "All you can", 100): RoundsDone(fewer, {MOVES: 4})} == known(path)


def test_a_last_set_that_was_done_was_not_cut(tmp_path: Path) -> None:
    """Whatever its row says: so nobody knows that the time was over, and when rounds were done."""
    path = tmp_path / "history.sqlite3"
    keep(path, 0, SessionOutcome.FINISHED, 3)
    with closing(SqliteHistory(path)) as history, history.writing() as connection:
        connection.execute("UPDATE set_done SET outcome = 'done' WHERE cut = 1")
    last = TimedRounds(MOVES, 4, ())
    assert {TimedBlock("mine", "All you can", 100): RoundsDone(last, {MOVES: 4})} == known(path)


def test_blocks_of_one_name_are_told_apart_by_their_order(tmp_path: Path) -> None:
    """In every session anew."""
    path = tmp_path / "history.sqlite3"
    keep(path, 0, SessionOutcome.FINISHED, 6, 3)
    keep(path, 1, SessionOutcome.FINISHED, 5, 4)
    first = TimedRounds(MOVES, 5, (10, 20, 30, 40, 50))
    second = TimedRounds(MOVES, 4, (10, 20, 30, 40))
    key = TimedBlock("mine", "All you can", 100)
    expected = {
        key: RoundsDone(first, {MOVES: 6}),
        replace(key, nth=1): RoundsDone(second, {MOVES: 4}),
    }
    assert expected == known(path)


def test_very_old_sessions_are_not_read(tmp_path: Path) -> None:
    """Those without such a block hide none with one."""
    path = tmp_path / "history.sqlite3"
    for day, sets in ((0, 6), (1, 5), (2, 3)):
        keep(path, day, SessionOutcome.FINISHED, sets)
    keep(path, 3, SessionOutcome.FINISHED)
    copy_session(path, 4, range(1_000, 1_000 + LOOKED_BACK))
    copy_session(path, 3, range(2_000, 2_000 + LOOKED_BACK - 2))
    last = TimedRounds(MOVES, 3, (10, 20, 30))
    assert {TimedBlock("mine", "All you can", 100): RoundsDone(last, {MOVES: 5})} == known(path)


def test_without_a_history_nothing_is_known(tmp_path: Path) -> None:
    """There was no last time."""
    assert {} == known(tmp_path / "history.sqlite3")
