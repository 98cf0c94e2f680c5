"""A glance at the history tells whether a session may have been left open."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from matside.files.history.glance import may_hold_open_session
from matside.files.history.store import SqliteHistory
from tests.files.history.test_holder import LATER, OPENING, STOPPED


def leave_open(path: Path) -> None:
    """Leave a session open in the history at `path`, which is closed."""
    with closing(SqliteHistory(path)) as history:
        history.open(OPENING)


def stop(path: Path) -> None:
    """Keep a session in the history at `path` that was stopped."""
    with closing(SqliteHistory(path)) as history:
        history.write(history.open(OPENING), (STOPPED,), LATER)


def stop_without_closing(path: Path) -> None:
    """Leave changes in the log of the database, as a kill does."""
    stop(path)
    path.with_name(f"{path.name}-wal").write_bytes(b"changes")


def stop_long_ago(path: Path) -> None:
    """Leave the log of the database behind, as a kill does before anything was changed."""
    stop(path)
    path.with_name(f"{path.name}-wal").touch()


def keep_something_else(path: Path) -> None:
    """Make a database that is no history."""
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE shoes (size INTEGER)")


def damage(path: Path) -> None:
    """Put anything in the place of the history."""
    path.write_bytes(b"no history" * 100)


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda _: None, False),
        (stop, False),
        (leave_open, True),
        (stop_without_closing, True),
        (stop_long_ago, False),
        (keep_something_else, True),
        (damage, True),
        (Path.mkdir, True),
    ],
    ids=[
        "none",
        "stopped",
        "open",
        "changes in the log",
        "an empty log",
        "something else",
        "damaged",
        "a folder",
    ],
)
def test_only_what_is_known_to_hold_none_holds_none(
    make: Callable[[Path], None],
    expected: bool,  # noqa: FBT001 - a parameter of the test
    tmp_path: Path,
) -> None:
    """Where that cannot be told at a glance a session may be open."""
    path = tmp_path / "history.sqlite3"
    make(path)
    assert expected is may_hold_open_session(path)


def test_a_glance_leaves_everything_as_it_is(tmp_path: Path) -> None:
    """Nothing is made, changed or locked beside the history."""
    path = tmp_path / "history.sqlite3"
    stop(path)
    before = path.read_bytes()
    may_hold_open_session(path)
    assert [path] == list(tmp_path.iterdir())
    assert before == path.read_bytes()
