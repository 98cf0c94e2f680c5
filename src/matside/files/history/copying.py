"""Copies a history row by row, so that nothing of another file comes along but its values."""

import sqlite3
from collections.abc import Generator
from pathlib import Path

from matside.files.history.tables import make_tables, ready

TABLES = ("session", "saved", "pause", "set_done")
"""The tables of a history, each after those that it refers to."""

_PORTION = 1_000


def new_database(path: Path) -> sqlite3.Connection:
    """Return a connection to a new database at `path`, with the empty tables of a history."""
    path.touch(mode=0o600, exist_ok=False)
    connection = sqlite3.connect(path, isolation_level=None)
    ready(connection)
    connection.execute("BEGIN")
    make_tables(connection)
    connection.execute("COMMIT")
    return connection


def copying(
    source: sqlite3.Connection, target: sqlite3.Connection
) -> Generator[float, None, None]:
    """Copy all rows of the history `source`, of the present version, into the empty `target`.

    Yield how much is copied, as a share, after each portion. The ids of deleted sessions are not
    given again there. Raises ValueError if a value is neither a number, a text nor missing, and
    sqlite3.Error.
    """
    source.execute("BEGIN")
    counts = (source.execute(f"SELECT count(*) FROM {table}") for table in TABLES)  # noqa: S608 - names of our own tables
    whole, copied = sum(count.fetchone()[0] for count in counts), 0
    for table in TABLES:
        columns = [row["name"] for row in target.execute(f"PRAGMA table_info({table})")]
        names, places = ", ".join(columns), ", ".join("?" * len(columns))
        rows = source.execute(f"SELECT {names} FROM {table} ORDER BY rowid")  # noqa: S608 - names of our own columns
        while portion := rows.fetchmany(_PORTION):
            values = [_checked(tuple(row)) for row in portion]
            target.executemany(f"INSERT INTO {table} VALUES ({places})", values)  # noqa: S608 - likewise
            copied += len(portion)
            yield copied / whole
    last = source.execute("SELECT max(seq) FROM sqlite_sequence WHERE name = 'session'").fetchone()
    source.execute("ROLLBACK")
    if isinstance(last[0], int):
        target.execute("DELETE FROM sqlite_sequence WHERE name = 'session'")
        target.execute("INSERT INTO sqlite_sequence VALUES ('session', ?)", (last[0],))


def _checked(row: tuple[object, ...]) -> tuple[object, ...]:
    if any(not isinstance(value, int | str | None) for value in row):
        raise ValueError("a row holds something that no history has")
    return row
