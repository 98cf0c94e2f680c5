"""A history of an earlier Matside becomes one of the present, whole or not at all."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from matside.core.ports.history import HistoryError
from matside.core.session.record import (
    Opening,
    OutcomeChanged,
    SessionOutcome,
    SetKept,
    SetOutcome,
    SetRecord,
)
from matside.core.settings import Settings
from matside.core.workout.model import Workout
from matside.core.workout.plan import compile_plan
from matside.files.history.check import HistoryState, check_history
from matside.files.history.store import SqliteHistory
from matside.files.tables.own_export import session_row
from tests.support.file_samples import DATA, runners_workout

STORED = DATA / "histories" / "schema-1.sqlite3"
"""What the first Matside wrote: sessions finished, stopped, open, and deleted ones."""

TOLD = json.loads(STORED.with_suffix(".json").read_text())
"""What the first Matside told of it with `history --json`."""

NEW_OF_SETS = (
    *("planned", "level", "count", "ended", "of", "planned_weight", "note", "every", "for"),
)
"""What it did not know of a set."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a copy of the stored history lies."""
    return Path(shutil.copy(STORED, tmp_path / "history.sqlite3"))


def told(path: Path) -> list[dict[str, Any]]:
    """Return what is told of the history at `path`, without what the first Matside knew not."""
    with closing(SqliteHistory(path)) as history:
        rows: list[dict[str, Any]] = json.loads(
            json.dumps(list(map(session_row, history.sessions())))
        )
        assert () == history.faults
    new_of_sets = [
        {key: each.pop(key) for key in NEW_OF_SETS} for row in rows for each in row["sets"]
    ]
    assert {None} == {value for new in new_of_sets for value in new.values()}
    for row in rows:
        for key in ("pauses", "effort", "note", "origin"):
            row.pop(key)
        for each in row["sets"]:
            assert (each["weight"] is None) == (each.pop("unit") is None)
            assert not each.pop("cut")
    return rows


def bring_up(path: Path) -> None:
    """Open the history at `path` as the window does."""
    with closing(SqliteHistory(path)) as history:
        assert history.unfinished() is not None


def values_of(path: Path, query: str) -> list[tuple[object, ...]]:
    """Return the rows that `query` finds in the database at `path`."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_all_that_was_kept_is_kept(path: Path) -> None:
    """Every session and set is told as before, with null for what nobody knew."""
    bring_up(path)

    assert [(4,)] == values_of(path, "PRAGMA user_version")
    assert TOLD == told(path)
    assert [("ok",)] == values_of(path, "PRAGMA integrity_check")


def test_pauses_that_nobody_timed_are_not_said_to_be_none(path: Path) -> None:
    """Where a session was paused they are unknown; where it was not there were none."""
    bring_up(path)
    with closing(SqliteHistory(path)) as history:
        assert [None, (), None] == [found.pauses for found in history.sessions()]


def test_kilograms_become_whole_grams(path: Path) -> None:
    """In the unit in which they were said."""
    bring_up(path)

    weighed = values_of(path, "SELECT grams, unit FROM set_done WHERE grams IS NOT NULL")
    assert [(7500, "kg")] == weighed


def without_tempo(workout: Workout) -> Workout:
    """Return `workout` as an earlier Matside kept it, which took no tempo from the catalogue."""
    return replace(
        workout,
        blocks=tuple(
            replace(block, exercises=tuple(replace(each, tempo="") for each in block.exercises))
            for block in workout.blocks
        ),
    )


def test_a_session_that_was_left_open_goes_on(path: Path) -> None:
    """It stands where it stood, under the id it had, with its plan and sets."""
    with closing(SqliteHistory(path)) as history:
        found = history.unfinished()
    assert found is not None
    workout = without_tempo(runners_workout())
    plan = compile_plan(workout, Settings())
    assert (4, plan, workout) == (found.id, found.plan, found.workout)
    assert [step.key for step in plan.sets[:9]] == [each.key for each in found.sets]
    position = found.position
    assert (plan.steps[16].key, 2_000, 300_000) == (
        position.key,
        position.elapsed,
        position.ran,
    )
    assert (False, None) == (position.shortened, position.seen)


def test_the_ids_of_deleted_sessions_are_not_given_again(path: Path) -> None:
    """Sessions 5 and 6 were deleted by the first Matside, so the next one is 7."""
    with closing(SqliteHistory(path)) as history:
        left = history.unfinished()
        assert left is not None
        opening = Opening("next", left.workout, left.plan, left.started, left.position)
        session = history.open(opening)
        step = left.plan.sets[0]
        record = SetRecord(step.key, "", None, "", step.side, None, 1, SetOutcome.DONE)
        ended = OutcomeChanged(SessionOutcome.FINISHED)
        history.write(session, [SetKept(record), ended], left.position)
    assert 7 == session
    assert [7, 4, 3, 1] == [row["id"] for row in told(path)]


def test_who_only_reads_leaves_an_earlier_history_as_it_is(path: Path) -> None:
    """An earlier Matside may have it open at this moment."""
    before = path.read_bytes()

    assert TOLD == told(path)
    found = check_history(path)
    assert (HistoryState.SOUND, 3, 1) == (found.state, found.sessions, found.version)
    assert before == path.read_bytes()
    assert [path] == list(path.parent.iterdir())


def test_an_earlier_history_that_is_locked_waits(path: Path) -> None:
    """Trouble is no damage: it is brought up when the other program lets go."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with closing(SqliteHistory(path)) as history:
            with pytest.raises(HistoryError, match="locked by another program"):
                history.unfinished()
            assert history.set_aside is None
    bring_up(path)
    assert TOLD == told(path)


def test_a_history_is_made_like_one_that_was_brought_up(path: Path, tmp_path: Path) -> None:
    """There is one kind of tables, wherever they come from."""
    bring_up(path)
    new = tmp_path / "new.sqlite3"
    with closing(SqliteHistory(new)) as history:
        new.touch()
        assert history.unfinished() is None
    query = "SELECT type, name, sql FROM sqlite_master ORDER BY name"
    assert values_of(path, query) == values_of(new, query)


def test_kilograms_that_are_none_are_not_known(path: Path) -> None:
    """Infinity, a text and a weight that nobody lifts become null, and hide nothing."""
    with closing(sqlite3.connect(path)) as connection:
        for number, value in enumerate((9e999, -9e999, "a lot", 1e9, b"7"), start=1):
            statement = "UPDATE set_done SET kilograms = ? WHERE number = ?"
            connection.execute(statement, (value, number))
        connection.commit()
    bring_up(path)

    query = "SELECT grams, unit FROM set_done WHERE number <= 5"
    assert [(None, None)] * 5 == values_of(path, query)


def test_what_an_index_has_lost_is_damage(path: Path) -> None:
    """A history that cannot be brought up is set aside as it was, and a new one begins."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = replace(sql, 'elapsed', 'elapsee')")
        connection.commit()
    before = path.read_bytes()
    with closing(SqliteHistory(path)) as history:
        with pytest.raises(HistoryError, match="damaged; it is kept as"):
            history.unfinished()
        assert history.unfinished() is None
    assert before == path.with_name("history.sqlite3.bad").read_bytes()


_KILLED = """
import os, shutil, signal, sys
from itertools import count
from pathlib import Path
from matside.files.history.store import SqliteHistory

def bring_up_until(path, last):
    statements = count(1)
    def watch(frame, event, called):
        if event == "c_call" and called.__name__ == "execute" and next(statements) == last:
            os.kill(os.getpid(), signal.SIGKILL)
    sys.setprofile(watch)
    SqliteHistory(path).unfinished()
    os._exit(0)

stored, folder = map(Path, sys.argv[1:])
for last in count(1):
    path = shutil.copy(stored, folder / f"{last}.sqlite3")
    child = os.fork()
    if child == 0:
        bring_up_until(Path(path), last)
    if os.waitpid(child, 0)[1] != signal.SIGKILL:
        break
"""
"""Brings copies of a history up, the n-th killed before its n-th statement; the last is not."""


def killed_copies(stored: Path, folder: Path) -> list[Path]:
    """Return the copies of `stored` in `folder` that `_KILLED` has left, in their order."""
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", _KILLED, stored, folder], env=environ, check=True)
    return sorted(folder.glob("*.sqlite3"), key=lambda path: int(path.stem))


@pytest.mark.no_cover
def test_a_kill_while_a_history_is_brought_up_loses_nothing(tmp_path: Path) -> None:
    """Before whichever statement it comes, the next start brings it up whole."""
    versions: list[object] = []
    for path in killed_copies(STORED, tmp_path):
        with closing(sqlite3.connect(f"file:{path}?mode=rw", uri=True)) as connection:
            versions += [connection.execute("PRAGMA user_version").fetchone()[0]]
        bring_up(path)
        assert TOLD == told(path)

    assert {1, 4} == set(versions)
    assert sorted(map(str, versions)) == list(map(str, versions))
    assert len(versions) > 10


LATER_STORED = tuple(DATA / "histories" / f"schema-{number}.sqlite3" for number in (2, 3))
"""What the second and the third version of the tables held.

The second knew more than the first, but no clocks of blocks; the third did not say of a set which
clock it had, nor that this has cut it.
"""


@pytest.fixture(params=LATER_STORED, ids=lambda stored: stored.stem)
def stored(request: pytest.FixtureRequest) -> Path:
    """Return where a history of the second, or of the third, version lies."""
    path = request.param
    assert isinstance(path, Path)
    return path


@pytest.fixture
def later(stored: Path, tmp_path: Path) -> Path:
    """Return where a copy of it lies."""
    return Path(shutil.copy(stored, tmp_path / "later.sqlite3"))


def told_then(stored: Path) -> list[dict[str, Any]]:
    """Return what was told of the history `stored` then with `history --json`."""
    rows: list[dict[str, Any]] = json.loads(stored.with_suffix(".json").read_text())
    return rows


def told_now(path: Path, then: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what is told of the history at `path`, without what nobody knew `then`."""
    with closing(SqliteHistory(path)) as history:
        rows: list[dict[str, Any]] = json.loads(
            json.dumps(list(map(session_row, history.sessions())))
        )
        assert () == history.faults
    known, known_of_sets = then[0].keys(), then[0]["sets"][0].keys()
    for row in rows:
        row["sets"] = [{key: each[key] for key in known_of_sets} for each in row["sets"]]
    return [{key: row[key] for key in known} for row in rows]


@pytest.mark.no_cover
def test_a_kill_while_a_later_version_is_brought_up_loses_nothing(
    stored: Path, tmp_path: Path
) -> None:
    """Before whichever statement it comes, all that was known is known."""
    copies, then = killed_copies(stored, tmp_path), told_then(stored)
    for path in copies:
        bring_up(path)
        assert then == told_now(path, then)

    assert len(copies) > 10


def test_who_only_reads_leaves_a_later_version_as_it_is(stored: Path, later: Path) -> None:
    """An earlier Matside may have it open at this moment."""
    before, then = later.read_bytes(), told_then(stored)

    assert then == told_now(later, then)
    assert before == later.read_bytes()


def test_all_that_a_later_version_kept_is_kept(stored: Path, later: Path) -> None:
    """Sets, pauses, effort and note are told as before, and nothing is said to have been cut."""
    then = told_then(stored)
    bring_up(later)

    assert [(4,)] == values_of(later, "PRAGMA user_version")
    assert then == told_now(later, then)
    assert [("ok",)] == values_of(later, "PRAGMA integrity_check")
    unknown = values_of(later, "SELECT DISTINCT every, within, cut FROM set_done")
    assert [(None, None, None)] == unknown


def test_a_session_of_a_later_version_goes_on(stored: Path, later: Path) -> None:
    """It stands where it stood: in a rest that was cut short, or in a set beside a clock."""
    with closing(SqliteHistory(later)) as history:
        found = history.unfinished()
    assert found is not None
    stood = {
        "schema-2": (9, 12, True, None, 0),
        "schema-3": (4, 2, False, 50_000, 23_000),
    }[stored.stem]
    position = found.position
    elapsed = 0 if position.clock is None else position.elapsed
    assert stood == (found.id, len(found.sets), position.shortened, position.clock, elapsed)


def test_tables_of_a_later_version_become_those_of_today(
    stored: Path, later: Path, path: Path
) -> None:
    """All ways lead to the same tables, and no id is given twice."""
    query = "SELECT type, name, sql FROM sqlite_master ORDER BY name"
    bring_up(path)
    bring_up(later)

    assert values_of(path, query) == values_of(later, query)
    most = max(row["id"] for row in told_then(stored))
    assert [(most,)] == values_of(later, "SELECT seq FROM sqlite_sequence WHERE name = 'session'")
