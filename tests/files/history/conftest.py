"""A history of a few sessions, for the tests that need no other one."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from matside.files.history.archive import SqliteArchive
from matside.files.history.store import SqliteHistory
from tests.support.kept_sessions import keep_sessions


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a history of three sessions of one day lies."""
    found = tmp_path / "history.sqlite3"
    keep_sessions(found)
    return found


@pytest.fixture
def history(path: Path) -> Iterator[SqliteHistory]:
    """Return the history at `path`."""
    with closing(SqliteHistory(path)) as history:
        yield history


@pytest.fixture
def archive(history: SqliteHistory) -> SqliteArchive:
    """Return the sessions of `history`, as pages ask for them and change them."""
    return SqliteArchive(history)
