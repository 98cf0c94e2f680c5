"""Sessions in a history, for tests that read, copy and change them."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from matside.core.session.record import (
    Change,
    Opening,
    OutcomeChanged,
    PauseBegan,
    PauseEnded,
    Position,
    SessionOutcome,
    SessionRecord,
    SetKept,
    SetOutcome,
    SetRecord,
)
from matside.files.history.store import SqliteHistory
from tests.support.file_samples import runners_plan, runners_workout

PLAN = runners_plan()
STARTED = datetime.fromisoformat("2026-03-01T07:30:15+01:00")


def keep_sessions(path: Path, number: int = 3) -> None:
    """Write finished sessions, an hour apart, of two sets and a pause into the history there."""
    workout = runners_workout()
    with closing(SqliteHistory(path)) as history:
        for place in range(number):
            started = STARTED + timedelta(hours=place)
            position = Position(PLAN.sets[0].key, 0, 30_000, ran=75_000, paused=9_000, pauses=1)
            session = history.open(Opening("runners", workout, PLAN, started, position))
            pause = started + timedelta(seconds=40)
            changes: list[Change] = [
                *(SetKept(_record(each, started)) for each in (0, 2)),
                PauseBegan(pause),
                PauseEnded(pause + timedelta(seconds=9)),
                OutcomeChanged(SessionOutcome.FINISHED),
            ]
            history.write(session, changes, position)


def copy_session(path: Path, session: int, copies: Iterable[int]) -> None:
    """Copy a session of the history there to each of the ids `copies`, in one transaction."""
    with closing(sqlite3.connect(path)) as connection:
        for table, number in (("session", "id"), ("set_done", "session"), ("pause", "session")):
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            others = ", ".join(name for name in columns if name not in (number, "number"))
            statement = f"INSERT INTO {table} ({number}, {others}) SELECT ?, {others} FROM {table}"
            for copy in copies:
                connection.execute(f"{statement} WHERE {number} = ?", (copy, session))
        connection.commit()


def sessions_of(path: Path) -> tuple[SessionRecord, ...]:
    """Return the sessions in the history at `path`, all of which can be read."""
    with closing(SqliteHistory(path)) as history:
        sessions = history.sessions()
        assert () == history.faults
    return sessions


def _record(place: int, started: datetime) -> SetRecord:
    step = PLAN.sets[place]
    return SetRecord(
        key=step.key,
        block=step.block.name,
        exercise=step.exercise.id,
        name=step.exercise.name,
        side=step.side,
        reps=step.reps,
        seconds=20,
        outcome=SetOutcome.DONE,
        ended=started + timedelta(seconds=10 * place + 30),
    )
