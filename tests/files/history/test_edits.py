"""What is kept of a session can be changed and deleted, and a deletion can be undone."""

from dataclasses import replace
from pathlib import Path

import pytest

from matside.core.ports.history import HistoryError, SessionGone
from matside.core.session.record import SessionRecord
from matside.core.weights import Load, Unit
from matside.files.history.archive import SqliteArchive
from matside.files.history.store import SqliteHistory
from tests.support.kept_sessions import PLAN, keep_sessions, sessions_of
from tests.support.kills import killed_copies

KEY = PLAN.sets[2].key


def row_of(path: Path, session: int) -> SessionRecord:
    """Return what is kept of `session`."""
    return next(found for found in sessions_of(path) if found.id == session)


def test_the_reps_of_a_set_are_changed(archive: SqliteArchive, path: Path) -> None:
    """Of that set alone, in that session alone."""
    before = sessions_of(path)
    archive.change_reps(2, KEY, 5)
    first, second = row_of(path, 2).sets
    assert (before[1].sets[0], replace(before[1].sets[1], reps=5)) == (first, second)
    assert (before[0], before[2]) == (row_of(path, 3), row_of(path, 1))


def test_the_weight_of_a_set_is_changed(archive: SqliteArchive, path: Path) -> None:
    """In grams of each piece, with the unit in which it was typed; it can be taken away."""
    archive.change_load(2, KEY, Load(5_443, Unit.POUND))
    assert [None, 5_443] == [record.held for record in row_of(path, 2).sets]
    archive.change_load(2, KEY, None)
    assert [None, None] == [record.held for record in row_of(path, 2).sets]


def test_note_and_effort_are_changed(archive: SqliteArchive, path: Path) -> None:
    """And can be taken away again."""
    archive.change_note(2, "hot\nand humid")
    archive.change_effort(2, 4)
    assert ("hot\nand humid", 4) == (row_of(path, 2).note, row_of(path, 2).effort)
    archive.change_note(2, "")
    archive.change_effort(2, None)
    assert (None, None) == (row_of(path, 2).note, row_of(path, 2).effort)


def test_a_session_is_deleted_and_put_back(archive: SqliteArchive, path: Path) -> None:
    """With its sets, pauses and what is saved to resume it: all is as it was."""
    before = sessions_of(path)
    archive.delete(2)
    assert [3, 1] == [found.id for found in sessions_of(path)]
    archive.put_back(2)
    assert before == sessions_of(path)


def test_it_comes_back_beside_what_was_done_meanwhile(
    archive: SqliteArchive, history: SqliteHistory, path: Path
) -> None:
    """The newest session is deleted, another one is done, and the deleted one comes back."""
    before = sessions_of(path)
    archive.delete(3)
    history.close()
    keep_sessions(path, number=5)
    archive.put_back(3)
    assert before[0] == row_of(path, 3)
    assert [6, 5, 4, 3, 2, 1] == [found.id for found in sessions_of(path)][:6]


def test_a_session_is_put_back_once(
    archive: SqliteArchive, history: SqliteHistory, path: Path
) -> None:
    """A second time nothing changes, and that is said."""
    archive.delete(2)
    archive.put_back(2)
    before = sessions_of(path)
    with pytest.raises(HistoryError):
        archive.put_back(2)
    assert before == sessions_of(path)
    assert history.set_aside is None


@pytest.mark.parametrize("session", [2, 9])
def test_what_is_not_there_cannot_be_changed(
    archive: SqliteArchive, path: Path, session: int
) -> None:
    """Neither a set that was not done nor a session that is no more."""
    before = sessions_of(path)
    other = PLAN.sets[5].key
    with pytest.raises(SessionGone):
        archive.change_reps(session, other, 5)
    with pytest.raises(SessionGone):
        archive.change_note(9, "none")
    with pytest.raises(SessionGone):
        archive.delete(9)
    assert before == sessions_of(path)


def test_the_place_of_a_set_names_it(archive: SqliteArchive, path: Path) -> None:
    """The same set in another round is another one."""
    with pytest.raises(SessionGone):
        archive.change_reps(2, KEY._replace(round=KEY.round + 7), 5)
    assert [3, 2, 1] == [found.id for found in sessions_of(path)]


_DELETE = """
from matside.core.weights import Load, Unit
from matside.files.history.archive import SqliteArchive
from matside.files.history.store import SqliteHistory

def work(folder):
    SqliteArchive(SqliteHistory(folder / "history.sqlite3")).delete(2)
"""


@pytest.mark.no_cover
def test_a_kill_while_a_session_is_deleted_loses_no_part_of_it(path: Path, tmp_path: Path) -> None:
    """It is there whole or gone whole, and all others are as they were."""
    before = sessions_of(path)
    template = tmp_path / "template"
    template.mkdir()
    path.rename(template / path.name)
    left = [
        sessions_of(copy / path.name)
        for copy in killed_copies(_DELETE, template, tmp_path / "killed")
    ]
    without = (before[0], before[2])
    assert {before, without} == set(left)
    assert without == left[-1]
    assert len(left) > 5
