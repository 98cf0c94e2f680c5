"""The tables of the history, and how those of an earlier Matside are converted to them."""

import sqlite3

from matside.core.ports.history import HistoryError

VERSION = 4
"""The version of the tables below; a history of a later version is left alone."""

MOST_VERSIONS = 1_000
"""The highest version that is believed; a file with a higher one is damaged."""

_MOST_ROWS = 1 << 53
"""The highest row id that is believed; near 2^63 SQLite would find no id for another row."""

_TABLES = (
    # What was never known is null: where an imported session stood, when an old set ended.
    # `seen` is the hour at which the session stood where it stands, `clock` what the clock of
    # its minute or its block showed then when nothing of the step had run.
    # `origin` is the program from which a session was imported, `identity` its name there.
    """CREATE TABLE session (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    workout TEXT NOT NULL,
    title TEXT NOT NULL,
    started TEXT NOT NULL,
    outcome TEXT NOT NULL,
    block INTEGER,
    round INTEGER,
    place INTEGER,
    side TEXT,
    kind TEXT,
    elapsed INTEGER,
    length INTEGER,
    shortened INTEGER,
    ran INTEGER,
    paused INTEGER,
    pauses INTEGER,
    seen TEXT,
    clock INTEGER,
    effort INTEGER,
    note TEXT,
    origin TEXT,
    identity TEXT,
    UNIQUE (origin, identity)
)""",
    """CREATE TABLE saved (
    session INTEGER PRIMARY KEY REFERENCES session ON DELETE CASCADE,
    workout TEXT NOT NULL,
    plan TEXT NOT NULL
)""",
    # A pause that goes on has not ended.
    """CREATE TABLE pause (
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    began TEXT NOT NULL,
    ended TEXT,
    UNIQUE (session, began)
)""",
    # `planned` is the dose as it was written, and what stands behind it are its numbers:
    # grams of each of `count` pieces of a `thing`, by the settings of then where a `level` is
    # written. Grams have the unit they were typed in. `every` and `within` are the seconds of the
    # clock of its block. Behind these stands what was done; `cut` says that this clock ended it.
    """CREATE TABLE set_done (
    number INTEGER PRIMARY KEY,
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    block INTEGER NOT NULL,
    round INTEGER NOT NULL,
    place INTEGER NOT NULL,
    side TEXT NOT NULL,
    block_name TEXT NOT NULL,
    exercise TEXT,
    name TEXT NOT NULL,
    planned TEXT,
    planned_reps INTEGER,
    planned_reps_to INTEGER,
    planned_seconds INTEGER,
    planned_grams INTEGER,
    planned_unit TEXT,
    level TEXT,
    count INTEGER,
    thing TEXT,
    every INTEGER,
    within INTEGER,
    reps INTEGER,
    seconds INTEGER,
    grams INTEGER,
    unit TEXT,
    ended TEXT,
    note TEXT,
    outcome TEXT NOT NULL,
    cut INTEGER,
    UNIQUE (session, block, round, place, side)
)""",
)

_FROM_VERSION_1 = (
    "ALTER TABLE session RENAME TO session_1",
    "ALTER TABLE saved RENAME TO saved_1",
    "ALTER TABLE set_done RENAME TO set_done_1",
    *_TABLES,
    """INSERT INTO session (
    id, workout, title, started, outcome, block, round, place, side, kind, elapsed, length,
    shortened, ran, paused, pauses
) SELECT
    id, workout, title, started, outcome, block, round, place, side, kind, elapsed, length,
    0, ran, paused, pauses
FROM session_1""",
    "INSERT INTO saved (session, workout, plan) SELECT session, workout, plan FROM saved_1",
    """INSERT INTO set_done (
    number, session, block, round, place, side, block_name, exercise, name, reps, seconds,
    grams, unit, outcome
) SELECT
    number, session, block, round, place, side, block_name, exercise, name, reps, seconds,
    CASE WHEN kilograms BETWEEN 0 AND 1000 THEN CAST(round(1000 * kilograms) AS INTEGER) END,
    CASE WHEN kilograms BETWEEN 0 AND 1000 THEN 'kg' END, outcome
FROM set_done_1""",
    # The ids that were given before are not given again, those of deleted sessions neither.
    "DELETE FROM sqlite_sequence WHERE name = 'session'",
    "UPDATE sqlite_sequence SET name = 'session' WHERE name = 'session_1'",
    "DROP TABLE set_done_1",
    "DROP TABLE saved_1",
    "DROP TABLE session_1",
)

_SESSION_COLUMNS = """
    id, workout, title, started, outcome, block, round, place, side, kind, elapsed, length,
    shortened, ran, paused, pauses, seen, effort, note, origin, identity
"""

_SET_COLUMNS = """
    number, session, block, round, place, side, block_name, exercise, name, planned, planned_reps,
    planned_reps_to, planned_seconds, planned_grams, planned_unit, level, count, thing, reps,
    seconds, grams, unit, ended, note, outcome
"""


def _from_version(number: int, session_columns: str) -> tuple[str, ...]:
    """Return what converts the tables of version 2, or of a later one, to the present ones."""
    kept = {
        "session": session_columns,
        "saved": "session, workout, plan",
        "pause": "session, began, ended",
        "set_done": _SET_COLUMNS,
    }
    return (
        *(f"ALTER TABLE {name} RENAME TO {name}_{number}" for name in kept),
        *_TABLES,
        *(
            f"INSERT INTO {name} ({columns}) SELECT {columns} FROM {name}_{number}"  # noqa: S608 - names of our own
            for name, columns in kept.items()
        ),
        "DELETE FROM sqlite_sequence WHERE name = 'session'",
        f"UPDATE sqlite_sequence SET name = 'session' WHERE name = 'session_{number}'",  # noqa: S608 - likewise
        *(f"DROP TABLE {name}_{number}" for name in reversed(kept)),
    )


_STEPS = {
    0: _TABLES,
    1: _FROM_VERSION_1,
    2: _from_version(2, _SESSION_COLUMNS),
    3: _from_version(3, f"{_SESSION_COLUMNS}, clock"),
}
"""The statements that convert the tables of each version to the present ones; 0 has none."""

_OTHER_TABLES = "the tables are not those of a history"

_GREATEST = """
SELECT (SELECT max(id) FROM session), (SELECT max(number) FROM set_done),
    (SELECT max(seq) FROM sqlite_sequence)
"""


class NoHistory(ValueError):
    """The file is not a history."""


def ready(connection: sqlite3.Connection) -> None:
    """Let `connection` return rows by name, and texts even if their bytes are not UTF-8."""
    connection.row_factory = sqlite3.Row
    connection.text_factory = _decoded


def prepare(connection: sqlite3.Connection) -> None:
    """Set `connection` to write-ahead logging with full sync, and convert earlier tables.

    They are converted in one transaction.
    Raises what `version_of` does, before anything is changed.
    """
    ready(connection)
    version = version_of(connection)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    if version < VERSION:
        connection.execute("BEGIN IMMEDIATE")
        _bring_up(connection)
        connection.execute("COMMIT")
    # A table that is made anew must not take the rows of others with it, so not before.
    connection.execute("PRAGMA foreign_keys = ON")
    if not _has_tables(connection):
        raise NoHistory(_OTHER_TABLES)
    if any(not _is_number(number) for number in connection.execute(_GREATEST).fetchone()):
        raise NoHistory("the history has a row with a number that none can have")


def make_tables(connection: sqlite3.Connection) -> None:
    """Make the tables of the present version in an empty database."""
    _bring_up(connection)


def copied(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Return a copy of a history in memory, in tables of the present version."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    connection.backup(copy)
    ready(copy)
    _bring_up(copy)
    return copy


def version_of(connection: sqlite3.Connection) -> int:
    """Return the version of the tables, 0 if there are none at all.

    Raises HistoryError if a newer Matside has written the history, and NoHistory.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if not 0 <= version <= MOST_VERSIONS:
        raise NoHistory("the history says that it is of no version")
    if version > VERSION:
        raise HistoryError("the history was written by a newer Matside; start that one")
    if version == 0 and not _is_empty(connection):
        raise NoHistory("this is a database of another program")
    return version


def complaint_of(connection: sqlite3.Connection) -> str | None:
    """Return what is wrong with the pages or tables of a history, None if nothing is.

    Raises what `version_of` does.
    """
    found = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
    if found != "ok" or version_of(connection) < VERSION:
        return None if found == "ok" else found
    return None if _has_tables(connection) else _OTHER_TABLES


def _bring_up(connection: sqlite3.Connection) -> None:
    """Convert the tables to the present ones, unless another program has just done so."""
    for statement in _STEPS.get(version_of(connection), ()):
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {VERSION}")


_NUMBERING = "CREATE TABLE sqlite_sequence(name,seq)"
"""The table in which SQLite keeps the last id; under another name it would give none any more."""


def _decoded(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _is_number(value: object) -> bool:
    return value is None or (isinstance(value, int) and 0 <= value < _MOST_ROWS)


def _has_tables(connection: sqlite3.Connection) -> bool:
    """Return whether all tables of the present version are there, with exactly their definitions.

    Otherwise sessions could be written for years into tables that cannot be read back.
    """
    tables = {row[0] for row in connection.execute("SELECT sql FROM sqlite_master")}
    return tables.issuperset((*_TABLES, _NUMBERING))


def _is_empty(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None
