"""What is kept of a session can be changed and deleted, and a deletion can be undone."""

from dataclasses import replace
from pathlib import Path

import pytest

from matside.core.ports.history import HistoryError, SessionGone
from matside.core.session.record import SessionRecord
from matside.core.weights import Load, Unit
from matside.files.history.edits import (
    change_effort,
    change_note,
    change_reps,
    change_weight,
    delete_session,
    put_back,
)
from matside.files.history.store import SqliteHistory
from tests.support.kept_sessions import PLAN, keep_sessions, sessions_of
from tests.support.kills import killed_copies

KEY = PLAN.sets[2].key


def row_of(path: Path, session: int) -> SessionRecord:
    """Return what is kept of `session`."""
    return next(found for found in sessions_of(path) if found.id == session)


def test_the_reps_of_a_set_are_changed(history: SqliteHistory, path: Path) -> None:
    """Of that set alone, in that session alone."""
    before = sessions_of(path)
    change_reps(history, 2, KEY, 5)
    first, second = row_of(path, 2).sets
    assert (before[1].sets[0], replace(before[1].sets[1], reps=5)) == (first, second)
    assert (before[0], before[2]) == (row_of(path, 3), row_of(path, 1))


def test_the_weight_of_a_set_is_changed(history: SqliteHistory, path: Path) -> None:
    """In grams of each piece, with the unit in which it was typed; it can be taken away."""
    change_weight(history, 2, KEY, Load(5_443, Unit.POUND))
    assert [None, 5_443] == [record.held for record in row_of(path, 2).sets]
    change_weight(history, 2, KEY, None)
    assert [None, None] == [record.held for record in row_of(path, 2).sets]


def test_note_and_effort_are_changed(history: SqliteHistory, path: Path) -> None:
    """And can be taken away again."""
    change_note(history, 2, "hot\nand humid")
    change_effort(history, 2, 4)
    assert ("hot\nand humid", 4) == (row_of(path, 2).note, row_of(path, 2).effort)
    change_note(history, 2, "")
    change_effort(history, 2, None)
    assert (None, None) == (row_of(path, 2).note, row_of(path, 2).effort)


def test_a_session_is_deleted_and_put_back(history: SqliteHistory, path: Path) -> None:
    """With its sets, pauses and what is saved to resume it: all is as it was."""
    before = sessions_of(path)
    deleted = delete_session(history, 2)
    assert [3, 1] == [found.id for found in sessions_of(path)]
    put_back(history, deleted)
    assert before == sessions_of(path)


def test_it_comes_back_beside_what_was_done_meanwhile(history: SqliteHistory, path: Path) -> None:
    """The newest session is deleted, another one is done, and the deleted one comes back."""
    before = sessions_of(path)
    deleted = delete_session(history, 3)
    history.close()
    keep_sessions(path, number=5)
    put_back(history, deleted)
    assert before[0] == row_of(path, 3)
    assert [6, 5, 4, 3, 2, 1] == [found.id for found in sessions_of(path)][:6]


def test_a_session_is_put_back_once(history: SqliteHistory, path: Path) -> None:
    """A second time nothing changes, and that is said."""
    deleted = delete_session(history, 2)
    put_back(history, deleted)
    before = sessions_of(path)
    with pytest.raises(HistoryError):
        put_back(history, deleted)
    assert before == sessions_of(path)
    assert history.set_aside is None


@pytest.mark.parametrize("session", [2, 9])
def test_what_is_not_there_cannot_be_changed(
    history: SqliteHistory, path: Path, session: int
) -> None:
    """Neither a set that was not done nor a session that is no more."""
    before = sessions_of(path)
    other = PLAN.sets[5].key
    with pytest.raises(SessionGone):
        change_reps(history, session, other, 5)
    with pytest.raises(SessionGone):
        change_note(history, 9, "none")
    with pytest.raises(SessionGone):
        delete_session(history, 9)
    assert before == sessions_of(path)


def test_the_place_of_a_set_names_it(history: SqliteHistory, path: Path) -> None:
    """The same set in another round is another one."""
    with pytest.raises(SessionGone):
        change_reps(history, 2, KEY._replace(round=KEY.round + 7), 5)
    assert [3, 2, 1] == [found.id for found in sessions_of(path)]


_DELETE = """
from matside.core.weights import Load, Unit
from matside.files.history.edits import delete_session
from matside.files.history.store import SqliteHistory

def work(folder):
    delete_session(SqliteHistory(folder / "history.sqlite3"), 2)
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
