"""History keeps what happened, whatever happens to the program."""

import dataclasses
import os
import resource
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from matside.core.ports.history import HistoryError, SessionGone
from matside.core.session.record import (
    Change,
    EffortChanged,
    Opening,
    OutcomeChanged,
    Position,
    Replanned,
    SessionOutcome,
    SetKept,
    SetOutcome,
    SetRecord,
    SetsDropped,
)
from matside.core.settings import Settings
from matside.core.weights import Load, Unit
from matside.core.workout.model import (
    Block,
    BlockClock,
    BlockKind,
    Every,
    Exercise,
    Hold,
    Reps,
    Within,
    Workout,
)
from matside.core.workout.plan import Plan, compile_plan, replan
from matside.core.workout.steps import StepKey
from matside.files.history.read_only import LONGEST_WAIT
from matside.files.history.rows import LONG
from matside.files.history.store import SqliteHistory
from tests.support.disks import Disk, small_disk
from tests.support.file_samples import runners_plan, runners_workout

PLAN = runners_plan()
STARTED = datetime.fromisoformat("2026-03-01T07:30:15.250000+01:00")
START = Position(PLAN.steps[0].key, elapsed=0, length=10_000, ran=0, paused=0)
WRITER = Path(__file__).parents[2] / "support" / "programs" / "history_writer.py"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the history is kept."""
    return tmp_path / "data" / "history.sqlite3"


def opening(name: str = "runners", plan: Plan = PLAN) -> Opening:
    """Return what is known at the start of a session."""
    return Opening(name, runners_workout(), plan, STARTED, START)


def record_of(key: StepKey, outcome: SetOutcome = SetOutcome.DONE) -> SetRecord:
    """Return the record of the set named `key`."""
    exercise, block = PLAN[key].exercise, PLAN[key].block
    assert exercise is not None
    assert block is not None
    return SetRecord(key, block.name, exercise.id, exercise.name, key.side, None, 30, outcome)


SETS = [record_of(step.key) for step in PLAN.sets]


def position_at(record: SetRecord, ran: int = 90_499) -> Position:
    """Return the position in the middle of the set of `record`."""
    return Position(record.key, elapsed=1234, length=PLAN[record.key].length, ran=ran, paused=77)


def test_a_session_is_taken_up_as_it_was_written(history: SqliteHistory, path: Path) -> None:
    """Name, workout, plan, start, sets and position come back exactly."""
    session = history.open(opening())
    load = Load(7_500, Unit.KILOGRAM)
    weighed = dataclasses.replace(SETS[0], load=load, reps=8, outcome=SetOutcome.SKIPPED)
    history.write(session, [SetKept(weighed), SetKept(SETS[2])], position_at(SETS[3]))
    with closing(SqliteHistory(path)) as again:
        found = again.unfinished()
    assert found is not None
    assert (session, "runners", STARTED) == (found.id, found.name, found.started)
    assert STARTED.utcoffset() == found.started.utcoffset()
    assert (runners_workout(), PLAN) == (found.workout, found.plan)
    assert position_at(SETS[3]) == found.position
    assert (weighed, SETS[2]) == found.sets


@pytest.mark.parametrize("clock", [Every(60), Within(600)], ids=["minutes", "for a time"])
def test_a_session_with_a_clock_is_taken_up_as_it_was_written(
    history: SqliteHistory, clock: BlockClock
) -> None:
    """What its minute or its block has left, and sets of rounds that nobody had counted."""
    exercises = (Exercise("Swing", Reps(8)), Exercise("Plank", Hold(20), rest=15))
    rounds = 9 if isinstance(clock, Every) else 1
    circuit = Block("Circuit", BlockKind.CIRCUIT, exercises, rounds, clock=clock)
    workout = Workout("Clocks", (circuit, dataclasses.replace(circuit, clock=None)))
    plan = compile_plan(workout, Settings())
    set_ = plan[plan.sets[0].key._replace(round=7)]
    where = Position(set_.key, elapsed=12_000, length=None, ran=1, paused=0, clock=5_000)
    record = SetRecord(set_.key, "Circuit", None, "Swing", None, 8, 30, SetOutcome.DONE)

    session = history.open(Opening("clocks", workout, plan, STARTED, START))
    history.write(session, [SetKept(record)], where)

    found = history.unfinished()
    assert found is not None
    assert (workout, plan, where, (record,)) == (
        found.workout,
        found.plan,
        found.position,
        found.sets,
    )


def test_a_session_of_very_many_steps_is_taken_up_as_it_was_written(
    history: SqliteHistory,
) -> None:
    """Its plan is written a moment later, and whole."""
    circuit = Block("Circuit", BlockKind.CIRCUIT, (Exercise("Swing", Reps(8)),) * 50, 20)
    workout = Workout("Long", (circuit,))
    plan = compile_plan(workout, Settings())
    assert len(plan.steps) > LONG
    history.open(Opening("long", workout, plan, STARTED, START))
    found = history.unfinished()
    assert found is not None
    assert (workout, plan) == (found.workout, found.plan)


def test_the_position_at_the_opening_is_kept(history: SqliteHistory) -> None:
    """A session that was killed at once stands where it started."""
    history.open(opening())
    found = history.unfinished()
    assert found is not None
    assert (START, ()) == (found.position, found.sets)


def test_a_set_done_again_replaces_the_earlier_one(history: SqliteHistory) -> None:
    """A key has one record, in the place of the last time it was done."""
    session = history.open(opening())
    again = dataclasses.replace(SETS[0], seconds=31)
    changes = [SetKept(SETS[0]), SetKept(SETS[1]), SetKept(again)]
    history.write(session, changes, position_at(SETS[2]))
    (found,) = history.sessions()
    assert (SETS[1], again) == found.sets


def test_dropped_sets_are_gone(history: SqliteHistory) -> None:
    """Sets that are neither done nor skipped any more are not listed, with a side or without."""
    session = history.open(opening())
    history.write(session, [SetKept(each) for each in SETS[:4]], position_at(SETS[3]))
    dropped = SetsDropped((SETS[1].key, SETS[2].key))
    assert {None} != {SETS[1].side, SETS[2].side}
    assert SETS[2].side is None
    history.write(session, [dropped], position_at(SETS[1]))
    (found,) = history.sessions()
    assert (SETS[0], SETS[3]) == found.sets


def test_a_changed_plan_is_the_one_that_is_taken_up(history: SqliteHistory) -> None:
    """After new settings a session goes on with the plan that they made."""
    changed = replan(PLAN, SETS[0].key, runners_workout(), Settings(between_exercises=3))
    session = history.open(opening())
    history.write(session, [Replanned(changed)], position_at(SETS[0]))
    found = history.unfinished()
    assert found is not None
    assert changed == found.plan
    assert PLAN != found.plan


def test_sessions_are_told_newest_first(history: SqliteHistory) -> None:
    """The list has every session with its outcome and the seconds it was running."""
    first = history.open(opening("first"))
    finished = OutcomeChanged(SessionOutcome.FINISHED)
    history.write(first, [SetKept(SETS[0]), finished], position_at(SETS[0], ran=90_500))
    second = history.open(opening("second"))
    history.write(second, [SetKept(SETS[1])], position_at(SETS[1], ran=90_499))
    newest, oldest = history.sessions()
    assert (second, "second", SessionOutcome.OPEN, 90) == (
        newest.id,
        newest.workout,
        newest.outcome,
        newest.seconds,
    )
    assert (first, "first", SessionOutcome.FINISHED, 91) == (
        oldest.id,
        oldest.workout,
        oldest.outcome,
        oldest.seconds,
    )
    assert ("Upper Body for Runners", STARTED) == (oldest.title, oldest.started)


@pytest.mark.parametrize("outcome", [SessionOutcome.FINISHED, SessionOutcome.STOPPED])
def test_a_session_that_has_ended_is_not_taken_up(
    history: SqliteHistory, outcome: SessionOutcome
) -> None:
    """Only a session that is neither finished nor stopped is offered."""
    session = history.open(opening())
    changes = [SetKept(SETS[0]), OutcomeChanged(outcome)]
    history.write(session, changes, position_at(SETS[0]))
    assert None is history.unfinished()
    assert [outcome] == [each.outcome for each in history.sessions()]


@pytest.mark.parametrize("outcome", [SessionOutcome.FINISHED, SessionOutcome.STOPPED])
def test_a_session_without_sets_is_not_kept(
    history: SqliteHistory, outcome: SessionOutcome
) -> None:
    """Nothing is listed of a session in which nothing was done or skipped."""
    session = history.open(opening())
    history.write(session, [OutcomeChanged(outcome)], START)
    assert () == history.sessions()
    assert None is history.unfinished()


def test_effort_of_a_session_is_kept_and_taken_back(history: SqliteHistory) -> None:
    """Once it is over, as often as the athlete changes it."""
    session = history.open(opening())
    finished = OutcomeChanged(SessionOutcome.FINISHED)
    history.write(session, [SetKept(SETS[0]), finished], START)
    for effort in (3, 5, None):
        history.write(session, [EffortChanged(effort)], START)
        assert [effort] == [each.effort for each in history.sessions()]


def test_an_outcome_can_be_taken_back(history: SqliteHistory) -> None:
    """BACK from the end opens the session again under its id, with the plan it had."""
    session = history.open(opening())
    finished = OutcomeChanged(SessionOutcome.FINISHED)
    history.write(session, [SetKept(SETS[0]), finished], position_at(SETS[0]))
    reopened = [SetsDropped((SETS[0].key,)), OutcomeChanged(SessionOutcome.OPEN)]
    history.write(session, reopened, position_at(SETS[0]))
    found = history.unfinished()
    assert found is not None
    assert (session, PLAN, ()) == (found.id, found.plan, found.sets)


def test_an_outcome_without_sets_can_be_taken_back(history: SqliteHistory) -> None:
    """Before the next session opens even a session without sets can go on."""
    session = history.open(opening())
    history.write(session, [OutcomeChanged(SessionOutcome.STOPPED)], START)
    history.write(session, [OutcomeChanged(SessionOutcome.OPEN)], START)
    found = history.unfinished()
    assert found is not None
    assert session == found.id


def test_the_next_session_clears_what_is_no_longer_needed(
    history: SqliteHistory, path: Path
) -> None:
    """Sessions without sets, and the plans of those that have ended, are deleted for good."""
    kept = history.open(opening())
    finished = OutcomeChanged(SessionOutcome.FINISHED)
    history.write(kept, [SetKept(SETS[0]), finished], position_at(SETS[0]))
    empty = history.open(opening("empty"))
    history.write(empty, [OutcomeChanged(SessionOutcome.STOPPED)], START)
    last = history.open(opening("last"))
    with closing(sqlite3.connect(path)) as connection:
        sessions = connection.execute("SELECT id FROM session ORDER BY id").fetchall()
        plans = connection.execute("SELECT session FROM saved").fetchall()
    assert [(kept,), (last,)] == sessions
    assert [(last,)] == plans


def test_an_id_is_never_used_twice(history: SqliteHistory) -> None:
    """The id of a session that was deleted is not given again."""
    first = history.open(opening("first"))
    history.write(first, [OutcomeChanged(SessionOutcome.STOPPED)], START)
    second = history.open(opening("second"))
    history.write(second, [OutcomeChanged(SessionOutcome.STOPPED)], START)
    assert history.open(opening("third")) > second > first


def test_a_session_that_begins_twice_is_one(history: SqliteHistory) -> None:
    """The same name at the same instant is the same session, with all that is kept of it."""
    session = history.open(opening())
    history.write(session, [SetKept(SETS[0])], position_at(SETS[0]))
    assert session == history.open(opening())
    assert [(SETS[0],)] == [found.sets for found in history.sessions()]


def test_the_newest_open_session_is_taken_up(history: SqliteHistory) -> None:
    """Of several open sessions the last one is offered."""
    history.open(opening("older"))
    history.open(opening("newer"))
    found = history.unfinished()
    assert found is not None
    assert "newer" == found.name


def test_a_missing_history_is_empty_and_stays_missing(history: SqliteHistory, path: Path) -> None:
    """Reading makes neither the file nor its folder."""
    assert (None, ()) == (history.unfinished(), history.sessions())
    assert not path.parent.exists()


def test_an_empty_file_becomes_a_history(path: Path) -> None:
    """What a kill left before the tables were made is no obstacle."""
    path.parent.mkdir()
    path.touch()
    with closing(SqliteHistory(path)) as history:
        assert () == history.sessions()
        assert history.open(opening()) > 0


def test_history_is_for_the_athlete_alone(history: SqliteHistory, path: Path) -> None:
    """Nobody else can read the database, nor what SQLite keeps beside it."""
    history.open(opening())
    files = list(path.parent.iterdir())
    assert path in files
    assert {0o600} == {stat.S_IMODE(file.stat().st_mode) for file in files}
    assert 0o700 == stat.S_IMODE(path.parent.stat().st_mode)


def test_history_can_be_read_while_it_is_written(history: SqliteHistory, path: Path) -> None:
    """Another process reads all that has been written, and does not hold the writer up."""
    session = history.open(opening())
    history.write(session, [SetKept(SETS[0])], position_at(SETS[1]))
    with closing(SqliteHistory(path)) as reader:
        assert (SETS[0],) == reader.sessions()[0].sets
        history.write(session, [SetKept(SETS[1])], position_at(SETS[1]))
        assert (SETS[0], SETS[1]) == reader.sessions()[0].sets


def test_another_writer_is_waited_for_a_little(history: SqliteHistory, path: Path) -> None:
    """While another connection holds the lock a write fails soon, and works afterwards."""
    session = history.open(opening())
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        before = time.monotonic()
        with pytest.raises(HistoryError, match="locked"):
            history.write(session, [SetKept(SETS[0])], position_at(SETS[0]))
        waited = time.monotonic() - before
        other.execute("ROLLBACK")
    assert LONGEST_WAIT / 2 < waited < 20 * LONGEST_WAIT
    assert () == history.sessions()[0].sets
    history.write(history.open(opening()), [SetKept(SETS[0])], position_at(SETS[0]))
    assert (SETS[0],) == history.sessions()[0].sets


def seconds_locked_out(history: SqliteHistory, path: Path) -> float:
    """Return how long it takes to find that another program holds the lock."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        before = time.monotonic()
        with pytest.raises(HistoryError, match="locked by another program"):
            history.open(opening())
        return time.monotonic() - before


@pytest.mark.real_time
def test_only_the_first_failure_waits(history: SqliteHistory, path: Path) -> None:
    """Who stays locked out is not held up once more, until a write has worked again."""
    history.open(opening())
    first, *more = (seconds_locked_out(history, path) for _ in range(4))
    assert LONGEST_WAIT / 2 < first
    assert LONGEST_WAIT / 2 > min(more)
    history.open(opening())
    assert LONGEST_WAIT / 2 < seconds_locked_out(history, path)


def test_all_changes_can_be_written_once_more(history: SqliteHistory, path: Path) -> None:
    """A session that has to be opened again is whole, and in order, when all is told anew."""
    session = history.open(opening())
    told = [SetKept(SETS[0]), SetKept(SETS[1]), SetsDropped((SETS[1].key,)), SetKept(SETS[2])]
    history.write(session, told, position_at(SETS[2]))
    seconds_locked_out(history, path)
    with pytest.raises(SessionGone):
        history.write(session, [], position_at(SETS[3]))
    history.write(history.open(opening()), [*told, SetKept(SETS[3])], position_at(SETS[3]))
    (found,) = history.sessions()
    assert (SETS[0], SETS[2], SETS[3]) == found.sets


def test_a_session_that_somebody_deleted_is_gone(history: SqliteHistory, path: Path) -> None:
    """Nothing is written for it until it is opened again."""
    session = history.open(opening())
    with closing(sqlite3.connect(path)) as other:
        other.execute("DELETE FROM session")
        other.commit()
    with pytest.raises(SessionGone):
        history.write(session, [SetKept(SETS[0])], position_at(SETS[0]))
    assert () == history.sessions()


def test_a_write_that_fails_changes_nothing(history: SqliteHistory) -> None:
    """Of several changes all are written or none."""
    session = history.open(opening())
    unwritable = dataclasses.replace(SETS[1], name="\udce9")
    with pytest.raises(HistoryError):
        history.write(session, [SetKept(SETS[0]), SetKept(unwritable)], position_at(SETS[1]))
    found = history.unfinished()
    assert found is not None
    assert ((), START) == (found.sets, found.position)


class Starving:
    """Sets for which there is no memory."""

    def __iter__(self) -> Iterator[StepKey]:
        """Fail as Python does."""
        raise MemoryError


class Interrupted:
    """Sets in the middle of which somebody ends the program."""

    def __iter__(self) -> Iterator[StepKey]:
        """End as Control-C does."""
        raise KeyboardInterrupt


UNEXPECTED = [
    (SetsDropped(Starving()), HistoryError, "not enough memory"),  # type: ignore[arg-type]
    (SetsDropped(Interrupted()), KeyboardInterrupt, "^$"),  # type: ignore[arg-type]
    (SetKept(dataclasses.replace(SETS[1], seconds=2**63)), HistoryError, "too large"),
    (SetsDropped(None), HistoryError, "NoneType"),  # type: ignore[arg-type]
]


@pytest.mark.parametrize(("change", "raised", "words"), UNEXPECTED)
def test_whatever_fails_leaves_no_transaction_open(
    history: SqliteHistory, change: Change, raised: type[BaseException], words: str
) -> None:
    """Nothing of it is written, a sound history stays where it is, and the next write works."""
    session = history.open(opening())
    with pytest.raises(raised, match=words):
        history.write(session, [SetKept(SETS[0]), change], position_at(SETS[1]))
    with pytest.raises(SessionGone):
        history.write(session, [SetKept(SETS[0])], position_at(SETS[1]))
    assert session == history.open(opening())
    history.write(session, [SetKept(SETS[2])], position_at(SETS[1]))
    assert [(SETS[2],)] == [found.sets for found in history.sessions()]
    assert history.set_aside is None


def test_what_sqlite_refuses_in_a_sound_history_is_no_damage(
    history: SqliteHistory, path: Path
) -> None:
    """Its pages and tables are looked at before it is called damaged."""
    session = history.open(opening())
    trigger = (
        "CREATE TRIGGER no BEFORE INSERT ON set_done BEGIN SELECT RAISE(ABORT, 'not now'); END"
    )
    with closing(sqlite3.connect(path)) as other:
        other.execute(trigger)
    with pytest.raises(HistoryError, match="not now"):
        history.write(session, [SetKept(SETS[0])], position_at(SETS[0]))
    assert history.set_aside is None
    with closing(sqlite3.connect(path)) as other:
        other.execute("DROP TRIGGER no")
    history.write(history.open(opening()), [SetKept(SETS[0])], position_at(SETS[0]))
    assert [(SETS[0],)] == [found.sets for found in history.sessions()]


def test_tables_that_are_taken_away_are_damage(history: SqliteHistory, path: Path) -> None:
    """All pages may be sound, and yet no set can ever be written."""
    session = history.open(opening())
    with closing(sqlite3.connect(path)) as other:
        other.execute("DROP TABLE set_done")
    with pytest.raises(HistoryError, match="damaged; it is kept as"):
        history.write(session, [SetKept(SETS[0])], position_at(SETS[0]))
    history.write(history.open(opening()), [SetKept(SETS[0])], position_at(SETS[0]))
    assert [(SETS[0],)] == [found.sets for found in history.sessions()]


def test_what_was_saved_of_another_session_is_in_nobodys_way(
    history: SqliteHistory, path: Path
) -> None:
    """A plan that lies where the next one belongs is replaced."""
    session = history.open(opening())
    with closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE saved SET session = ?", (session + 1,))
        other.commit()
    assert session + 1 == history.open(opening("next"))
    found = history.unfinished()
    assert found is not None
    assert "next" == found.name


def test_sets_that_an_index_has_lost_are_not_forgotten(history: SqliteHistory, path: Path) -> None:
    """Before a session without sets is deleted, the sets themselves are looked through."""
    ended = OutcomeChanged(SessionOutcome.FINISHED)
    history.write(history.open(opening()), [SetKept(SETS[0]), ended], position_at(SETS[0]))
    history.close()
    with closing(sqlite3.connect(path)) as other:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'sqlite_autoindex_set_done_1'"
        (page,) = other.execute(query).fetchone()
    content = bytearray(path.read_bytes())
    content[4096 * (page - 1) + 3 : 4096 * (page - 1) + 5] = bytes(2)
    path.write_bytes(content)

    with suppress(HistoryError):
        history.open(opening("next"))

    with closing(sqlite3.connect(path)) as other:
        assert [(1,)] == other.execute("SELECT id FROM session WHERE id = 1").fetchall()


def test_a_log_that_cannot_be_set_aside_is_told(tmp_path: Path) -> None:
    """Where its new name would be too long, nothing is written."""
    path = tmp_path / ("h" * 247)
    (tmp_path / f"{path.name}-wal.bad").touch()
    with closing(SqliteHistory(path)) as history:
        session = history.open(opening())
        other = tmp_path / "other"
        with closing(SqliteHistory(other)) as another:
            another.open(opening("another"))
        other.replace(path)
        with pytest.raises(HistoryError, match="too long"):
            history.write(session, [SetKept(SETS[0])], position_at(SETS[0]))


_KILLED = """
import os, signal, sys
from itertools import count
from pathlib import Path
from matside.files.history.store import SqliteHistory
renamed = count(1)
def watch(frame, event, called):
    if event == "c_call" and called.__name__ == "rename" and next(renamed) == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
sys.setprofile(watch)
SqliteHistory(Path(sys.argv[1])).unfinished()
"""


@pytest.mark.parametrize("rename", [1, 2, 3])
def test_a_kill_within_a_set_aside_is_made_good(path: Path, rename: int) -> None:
    """The next start finishes it: database and log have one number, and a new history begins."""
    path.parent.mkdir()
    path.write_text("damage\n" * 4000)
    path.with_name("history.sqlite3-wal").write_text("log")
    path.with_name("history.sqlite3-shm").write_text("index")
    path.with_name("history.sqlite3.bad").write_text("of an earlier one")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", _KILLED, str(path), str(rename)]
    assert -signal.SIGKILL == subprocess.run(command, env=environment, check=False).returncode

    with closing(SqliteHistory(path)) as history:
        with suppress(HistoryError):
            history.unfinished()
        assert history.open(opening()) > 0
        history.close()

    kept = {file.name: file.read_bytes()[:6] for file in path.parent.iterdir()}
    assert {
        "history.sqlite3": b"SQLite",
        "history.sqlite3.bad": b"of an ",
        "history.sqlite3.bad2": b"damage",
        "history.sqlite3.bad2-shm": b"index",
        "history.sqlite3.bad2-wal": b"log",
    } == kept


def test_a_session_that_is_not_there_cannot_be_written(history: SqliteHistory) -> None:
    """A write to an unknown session is an error, and leaves nothing."""
    history.open(opening())
    with pytest.raises(HistoryError, match="no session 99"):
        history.write(99, [], START)


@pytest.mark.parametrize("version", [5, 1_000])
def test_a_newer_history_is_left_alone(path: Path, version: int) -> None:
    """What a later version wrote is neither read nor changed."""
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    before = path.read_bytes()
    with closing(SqliteHistory(path)) as history:
        for act in (history.sessions, history.unfinished, lambda: history.open(opening())):
            with pytest.raises(HistoryError, match="newer Matside"):
                act()
    assert before == path.read_bytes()


def no_database(path: Path) -> None:
    """Write something else."""
    path.write_text("no database at all, but long enough to be taken for one\n" * 40)


def another_database(path: Path) -> None:
    """Write a database of somebody else's."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE session (id INTEGER PRIMARY KEY, cookie TEXT)")


def torn_database(path: Path) -> None:
    """Write a history, and rubbish over all of it but the first page."""
    with closing(SqliteHistory(path)) as history:
        history.open(opening())
    pages = path.read_bytes()
    path.write_bytes(pages[:4096] + b"\xa5" * (len(pages) - 4096))


def written(path: Path, *statements: str) -> None:
    """Write a history, and carry out `statements` in it."""
    with closing(SqliteHistory(path)) as history:
        history.open(opening())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def overwritten(path: Path, place: int, byte: int) -> None:
    """Write a history, and `byte` at `place` of it."""
    written(path)
    content = bytearray(path.read_bytes())
    content[place] = byte
    path.write_bytes(content)


def version_beyond_all(path: Path) -> None:
    """Write a history that says it is of a version that there will never be."""
    written(path, "PRAGMA user_version = 1001")


def version_below_all(path: Path) -> None:
    """Write one that says it is of a version below the first."""
    written(path, "PRAGMA user_version = -1")


def kept_from_writing(path: Path) -> None:
    """Write one whose header says that only later programs can write it."""
    overwritten(path, 18, 3)


def kept_from_reading(path: Path) -> None:
    """Write one whose header says that only later programs can read it."""
    overwritten(path, 19, 3)


def unspeakable_tables(path: Path) -> None:
    """Write one whose tables SQLite quotes in an error that Python cannot decode."""
    written(path)
    content = path.read_bytes()
    path.write_bytes(content.replace(b"CREATE TABLE saved (", b"CREATE TABLE saved \xff"))


def tables_with_another_column(path: Path) -> None:
    """Write one in which a letter of a column's name has changed."""
    written(path, "UPDATE sqlite_master SET sql = replace(sql, 'started', 'startee')")


def unspeakable_column(path: Path) -> None:
    """Write one in which nobody can say the name of a column that no session writes."""
    written(path)
    content = path.read_bytes()
    path.write_bytes(content.replace(b"effort INTEGER", b"eff\xefrt INTEGER"))


def column_that_nobody_misses(path: Path) -> None:
    """Write one without a column that is only read, so that no session would come back."""
    written(path, "UPDATE sqlite_master SET sql = replace(sql, 'effort INT', 'effert INT')")


def no_number_left(path: Path) -> None:
    """Write one in which SQLite finds no id for another session."""
    written(path, "UPDATE sqlite_sequence SET seq = 9223372036854775807")


def number_that_is_none(path: Path) -> None:
    """Write one in which the last id is a word."""
    written(path, "UPDATE sqlite_sequence SET seq = 'last'")


def numbers_under_another_name(path: Path) -> None:
    """Write one in which one bit of the name of SQLite's own table has changed."""
    written(path, "UPDATE sqlite_master SET sql = replace(sql, 'sqlite_seq', 'sqlite_seQ')")


DAMAGES = (
    numbers_under_another_name,
    no_database,
    another_database,
    torn_database,
    version_beyond_all,
    version_below_all,
    kept_from_writing,
    kept_from_reading,
    unspeakable_tables,
    tables_with_another_column,
    unspeakable_column,
    column_that_nobody_misses,
    no_number_left,
    number_that_is_none,
)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_history_is_set_aside(path: Path, damage: Callable[[Path], None]) -> None:
    """It is kept as it was under another name, which is told, and the next call begins anew."""
    path.parent.mkdir()
    damage(path)
    before = path.read_bytes()
    with closing(SqliteHistory(path)) as history:
        with pytest.raises(HistoryError, match=r"damaged; it is kept as history\.sqlite3\.bad$"):
            history.open(opening())
        history.write(history.open(opening()), [SetKept(SETS[0])], position_at(SETS[0]))
        assert [(SETS[0],)] == [found.sets for found in history.sessions()]
        assert path.with_name("history.sqlite3.bad") == history.set_aside
    assert before == path.with_name("history.sqlite3.bad").read_bytes()


@pytest.mark.parametrize(
    "make", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to("/dev/null")]
)
def test_what_is_no_file_is_set_aside(path: Path, make: Callable[[Path], None]) -> None:
    """A folder, a pipe and a device hold nobody up, and are kept as they are."""
    path.parent.mkdir()
    make(path)
    kind = stat.S_IFMT(path.lstat().st_mode)
    with closing(SqliteHistory(path)) as history:
        with pytest.raises(HistoryError, match="no file"):
            history.sessions()
        with pytest.raises(HistoryError, match="damaged"):
            history.open(opening())
        assert history.open(opening()) > 0
    aside = path.with_name("history.sqlite3.bad")
    assert kind == stat.S_IFMT(aside.lstat().st_mode)


def test_the_open_session_is_looked_for_in_a_sound_history_only(path: Path) -> None:
    """A damaged one is set aside at the start already, and then there is none."""
    path.parent.mkdir()
    no_database(path)
    with closing(SqliteHistory(path)) as history:
        with pytest.raises(HistoryError, match="damaged"):
            history.unfinished()
        assert history.unfinished() is None
    assert [path.with_name("history.sqlite3.bad")] == list(path.parent.iterdir())


def test_what_was_set_aside_before_stays(path: Path) -> None:
    """A second and a third damaged history get names of their own, with what belongs to them."""
    path.parent.mkdir()
    for number in range(3):
        path.write_text(f"damage {number}\n" * 4000)
        path.with_name("history.sqlite3-wal").write_text(f"log {number}")
        with closing(SqliteHistory(path)) as history, pytest.raises(HistoryError):
            history.open(opening())
    kept = {file.name: file.read_text().splitlines()[0] for file in path.parent.iterdir()}
    assert {
        "history.sqlite3.bad": "damage 0",
        "history.sqlite3.bad-wal": "log 0",
        "history.sqlite3.bad2": "damage 1",
        "history.sqlite3.bad2-wal": "log 1",
        "history.sqlite3.bad3": "damage 2",
        "history.sqlite3.bad3-wal": "log 2",
    } == kept


def test_who_only_reads_moves_nothing(path: Path) -> None:
    """The list of sessions says that the history is damaged and leaves it where it is."""
    path.parent.mkdir()
    no_database(path)
    with closing(SqliteHistory(path)) as history:
        with pytest.raises(HistoryError, match="the history is damaged"):
            history.sessions()
        assert history.set_aside is None
    assert [path] == list(path.parent.iterdir())


def test_what_cannot_be_set_aside_stays(tmp_path: Path) -> None:
    """Where no other name is possible that is told, and the file is as it was."""
    path = tmp_path / ("h" * 255)
    no_database(path)
    before = path.read_bytes()
    with closing(SqliteHistory(path)) as history, pytest.raises(HistoryError, match="too long"):
        history.open(opening())
    assert before == path.read_bytes()


@pytest.mark.parametrize("refuse", [Disk.make_read_only, Disk.fill])
def test_sessions_are_told_where_nothing_can_be_written(
    tmp_path: Path, refuse: Callable[[Disk], None]
) -> None:
    """A disk that is full, or can only be read, keeps nobody from reading what lies there."""
    with small_disk(tmp_path / "disk") as disk:
        path = disk.path / "history.sqlite3"
        with closing(SqliteHistory(path)) as history:
            history.write(history.open(opening()), [SetKept(SETS[0])], position_at(SETS[0]))
        refuse(disk)
        before = path.read_bytes()
        with closing(SqliteHistory(path)) as history:
            assert [(SETS[0],)] == [found.sets for found in history.sessions()]
        assert before == path.read_bytes()


def test_an_empty_file_that_can_only_be_read_has_no_sessions(tmp_path: Path) -> None:
    """Where no tables can be made there are none to look into."""
    with small_disk(tmp_path / "disk") as disk:
        path = disk.path / "history.sqlite3"
        path.touch()
        disk.make_read_only()
        with closing(SqliteHistory(path)) as history:
            assert () == history.sessions()


@pytest.mark.parametrize("make", [Path.mkdir, no_database])
def test_what_can_only_be_read_and_is_no_history_is_told(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    """It is not called unreadable where it is something else."""
    with small_disk(tmp_path / "disk") as disk:
        path = disk.path / "history.sqlite3"
        make(path)
        disk.make_read_only()
        with (
            closing(SqliteHistory(path)) as history,
            pytest.raises(HistoryError, match=r"the history is (damaged|no file)"),
        ):
            history.sessions()


def test_what_fails_is_told_in_a_line_that_steers_no_terminal(tmp_path: Path) -> None:
    """The path of a history may hold anything."""
    path = tmp_path / "a\x1b[31m\nb"
    path.mkdir()
    with closing(SqliteHistory(path)) as history, pytest.raises(HistoryError) as raised:
        history.sessions()
    assert f"the history is no file ({tmp_path}/a\\x1b[31m\\nb)" == str(raised.value)


def test_a_folder_that_is_taken_away_can_come_back(history: SqliteHistory, path: Path) -> None:
    """Meanwhile nothing is written, nor is a folder made in its way; then it goes on."""
    session = history.open(opening())
    history.write(session, [SetKept(SETS[0])], position_at(SETS[0]))
    away = path.parent.rename(path.parent.with_name("away"))
    for _ in range(2):
        with pytest.raises(HistoryError, match="No such file"):
            history.write(session, [SetKept(SETS[1])], position_at(SETS[1]))
    assert not path.parent.exists()
    away.rename(path.parent)
    assert session == history.open(opening())
    history.write(session, [SetKept(SETS[0]), SetKept(SETS[1])], position_at(SETS[1]))
    assert [(SETS[0], SETS[1])] == [found.sets for found in history.sessions()]


def test_a_session_never_lands_in_another_history(history: SqliteHistory, path: Path) -> None:
    """Where the file is another one all of a sudden, its sessions are left alone."""
    session = history.open(opening())
    other = path.with_name("other.sqlite3")
    with closing(SqliteHistory(other)) as another:
        assert session == another.open(opening("somebody else's"))
    other.replace(path)
    with pytest.raises(SessionGone):
        history.write(session, [SetKept(SETS[0])], position_at(SETS[0]))
    anew = history.open(opening())
    history.write(anew, [SetKept(SETS[0])], position_at(SETS[0]))
    assert [("runners", 1), ("somebody else's", 0)] == [
        (found.workout, len(found.sets)) for found in history.sessions()
    ]


def test_the_log_of_a_lost_database_is_not_taken_for_that_of_another(
    history: SqliteHistory, path: Path
) -> None:
    """It is set aside, and what lies at the path now is as it was."""
    history.open(opening())
    with closing(SqliteHistory(path.with_name("other.sqlite3"))) as another:
        another.open(opening("another"))
    path.with_name("other.sqlite3").replace(path)
    with pytest.raises(SessionGone):
        history.write(1, [], START)
    assert ["another"] == [found.workout for found in history.sessions()]
    assert path.with_name("history.sqlite3-wal.bad").exists()


def test_a_log_without_its_database_is_kept(path: Path) -> None:
    """SQLite would delete it with all that it holds; it is set aside with the empty file."""
    path.parent.mkdir()
    path.touch()
    path.with_name("history.sqlite3-wal").write_text("sets")
    with closing(SqliteHistory(path)) as history, pytest.raises(HistoryError, match="damaged"):
        history.unfinished()
    assert "sets" == path.with_name("history.sqlite3.bad-wal").read_text()


def test_a_session_gets_a_new_folder_where_the_old_is_gone(
    history: SqliteHistory, path: Path
) -> None:
    """To open it is enough, for it is not asked for before everything else was tried."""
    history.open(opening())
    shutil.rmtree(path.parent)
    history.write(history.open(opening()), [SetKept(SETS[0])], position_at(SETS[0]))
    assert [(SETS[0],)] == [found.sets for found in history.sessions()]


LOST = [
    "UPDATE saved SET plan = '{}'",
    "UPDATE saved SET plan = '['",
    "UPDATE saved SET workout = '5'",
    f"UPDATE saved SET workout = '{'[' * 100_000}'",
    "UPDATE session SET kind = 'nap'",
    "UPDATE session SET elapsed = 'abc'",
    "UPDATE session SET block = 77",
]


@pytest.mark.parametrize("damage", LOST)
def test_a_session_that_cannot_be_taken_up_is_stopped(
    history: SqliteHistory, path: Path, damage: str
) -> None:
    """It is told once, its sets are kept, and nobody looks for it again."""
    history.write(history.open(opening()), [SetKept(SETS[0])], position_at(SETS[0]))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(damage)
        connection.commit()
    assert history.unfinished() is None
    assert runners_workout().title == history.lost
    assert [(SETS[0],)] == [found.sets for found in history.sessions()]
    assert [SessionOutcome.STOPPED] == [found.outcome for found in history.sessions()]
    with closing(SqliteHistory(path)) as again:
        assert again.unfinished() is None
        assert again.lost is None


def test_a_session_that_cannot_be_stopped_is_told_again(
    history: SqliteHistory, path: Path
) -> None:
    """Behind a lock nothing can be written, and nothing fails for that."""
    history.open(opening())
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE saved SET plan = '{}'")
        connection.execute("BEGIN IMMEDIATE")
        assert history.unfinished() is None
    with closing(SqliteHistory(path)) as again:
        assert again.unfinished() is None
        assert runners_workout().title == again.lost


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    """Where there can be no history every method says so."""
    (tmp_path / "file").touch()
    with closing(SqliteHistory(tmp_path / "file" / "history.sqlite3")) as history:
        with pytest.raises(HistoryError):
            history.open(opening())
        with pytest.raises(HistoryError):
            history.sessions()


def test_a_history_can_be_closed_twice_and_used_again(history: SqliteHistory) -> None:
    """Closing ends nothing but the connection."""
    history.open(opening())
    history.close()
    history.close()
    assert history.unfinished() is not None


def test_of_two_that_make_the_tables_one_is_enough(path: Path) -> None:
    """Two programs that start at once share one history."""
    with closing(SqliteHistory(path)) as first, closing(SqliteHistory(path)) as second:
        assert first.open(opening("first")) != second.open(opening("second"))
        assert 2 == len(first.sessions())


# Python tells an audit hook of every connection; a hook stays for the life of its process.
_PRAGMAS = """
import sys
from pathlib import Path
from matside.files.history.store import SqliteHistory
seen = []
sys.addaudithook(lambda event, args: event == "sqlite3.connect/handle" and seen.append(args[0]))
Path(sys.argv[1]).touch()
history = SqliteHistory(Path(sys.argv[1]))
history.unfinished()
(connection,) = seen
for name in ("journal_mode", "synchronous", "busy_timeout"):
    print(connection.execute(f"PRAGMA {name}").fetchone()[0])
connection.close()
"""


def test_every_commit_is_synced_to_the_disk(tmp_path: Path) -> None:
    """History writes ahead with full sync (2), and waits for others a quarter of a second."""
    done = subprocess.run(
        [sys.executable, "-c", _PRAGMAS, str(tmp_path / "history.sqlite3")],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ["wal", "2", "250"] == done.stdout.split()


@pytest.mark.parametrize("sets", [1, 2, 40])
@pytest.mark.no_cover
def test_a_killed_writer_loses_nothing_that_it_acknowledged(path: Path, sets: int) -> None:
    """After SIGKILL amid its writes the database is sound and holds every acknowledged set."""
    process = subprocess.Popen(
        [sys.executable, str(WRITER), str(path)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    with process, process.stdout:
        for _ in range(sets):
            process.stdout.readline()
        process.kill()
        last = [*range(sets), *map(int, process.stdout.read().split())][-1]
    with closing(SqliteHistory(path)) as history:
        found = history.unfinished()
    assert found is not None
    done = [each.reps for each in found.sets]
    assert list(range(1, len(done) + 1)) == done
    assert len(done) >= max(last, sets)
    assert 1000 * done[-1] == found.position.ran
    with closing(sqlite3.connect(path)) as connection:
        assert ("ok",) == connection.execute("PRAGMA integrity_check").fetchone()


def test_sessions_stay_in_order_where_the_clock_was_set_back(history: SqliteHistory) -> None:
    """The newest comes first, whatever the clock on the wall said; each keeps its own hour."""
    later = dataclasses.replace(opening("first"), started=STARTED + timedelta(hours=1))
    for begun in (later, opening("second")):
        history.write(history.open(begun), [SetKept(SETS[0])], position_at(SETS[0]))
    assert [("second", STARTED), ("first", STARTED + timedelta(hours=1))] == [
        (found.workout, found.started) for found in history.sessions()
    ]
    found = history.unfinished()
    assert found is not None
    assert "second" == found.name


def test_what_the_disk_refuses_is_told(history: SqliteHistory) -> None:
    """Where files take no more a write fails, and works once they do again."""
    history.open(opening())
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        with pytest.raises(HistoryError, match="the disk cannot be read or written"):
            history.open(opening("another"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    history.open(opening("another"))
    assert ["another", "runners"] == [found.workout for found in history.sessions()]
