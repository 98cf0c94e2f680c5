"""Damages thousands of copies of a history, starts Matside on each, and reports what happens.

    python -m tools.attack_history [--flips N] [--saved N] [--sql N] [--seed N]

`--flips` flips one bit of the file. `--saved` puts a hostile value into the saved open session,
`--sql` into any row of any table. After each of them the start of the window is simulated, the
session that is offered is done to its end, and another one is begun and written. Every start must
end in one of four ways: written; set aside and written again; a session lost and reported; or
left alone as that of a newer Matside. Anything else is printed, and makes the exit code 1.
"""

import argparse
import json
import os
import random
import shutil
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from matside.app.furnishing.beginning import begin_with
from matside.core.history import ledger
from matside.core.history.recorder import Recorder
from matside.core.session import deadlines, progress, sequencer
from matside.core.session.clock import Anchor
from matside.core.session.reading import read
from matside.core.session.record import (
    Opening,
    OpenSession,
    OutcomeChanged,
    PauseBegan,
    PauseEnded,
    Position,
    SessionOutcome,
    SetKept,
    SetRecord,
)
from matside.core.session.values import Command, Idle, Over, Paused, Phase, Running, Transition
from matside.core.settings import Settings
from matside.core.workout.model import Workout
from matside.core.workout.plan import Plan, compile_plan
from matside.files.folders import DataFolder
from matside.files.history.store import SqliteHistory
from matside.files.tables.own_export import session_row, table_of
from matside.files.workouts.library import library_of

STARTED = datetime.fromisoformat("2026-03-01T07:30:15.250000+01:00")
NEXT = "the next one"

HOSTILE: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 0.5, 2**31, 2**63 - 1, -(2**63), 10**30),
    *(float("inf"), float("-inf"), float("nan"), 1e308),
    *("", "5", "nap", "left", "\x00", "\ud800", "\u202e", "x" * 100_000, "NaN", "1e999"),
    *([], {}, [[]], [None], {"hold": 0}, {"reps": -3}, ["left"] * 7),
)

HOSTILE_SQL = (
    *("NULL", "0", "-1", "1", "0.5", "9e999", "-9e999", "9223372036854775807"),
    *("-9223372036854775808", "''", "'5'", "'nap'", "'2026-13-45T99:00'", "'2026-03-01T07:30'"),
    *("CAST(x'ff00fe' AS TEXT)", "x'00ff'", "char(0)", "hex(zeroblob(100000))", "'both'"),
    *("'0001-01-01T00:00+14:00'", "'9999-12-31T23:59:59-14:00'", "'NaN'", "'{}'", "'['"),
)


def main() -> int:
    """Attack as the command line says; return 1 if anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, count in (("flips", 4_000), ("saved", 300), ("sql", 300)):
        parser.add_argument(f"--{name}", type=int, default=count, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    words = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="matside-attack-") as folder:
        good = _history_in(Path(folder) / "good")
        attacks: tuple[tuple[str, int, Callable[[Path, random.Random], str]], ...] = (
            ("flips", words.flips, flip),
            ("saved", words.saved, spoil_saved),
            ("sql", words.sql, spoil_row),
        )
        return max(
            attack(name, good, Path(folder), number, spoil, random.Random(words.seed))
            for name, number, spoil in attacks
        )


def attack(
    name: str,
    good: Path,
    folder: Path,
    times: int,
    spoil: Callable[[Path, random.Random], str],
    chance: random.Random,
) -> int:
    """Damage a copy of `good` and start on it, `times` times; return 1 if anything went wrong."""
    found: Counter[str] = Counter()
    wrong = 0
    for number in range(times):
        data = folder / f"{name}{number}"
        data.mkdir()
        path = Path(shutil.copy(good, data / "history.sqlite3"))
        what = spoil(path, chance)
        outcome = _begun_on(path)
        found[outcome.split(":")[0]] += 1
        if ":" in outcome:
            wrong = 1
            print(f"  {name} {number}: {what}: {outcome}", flush=True)
        shutil.rmtree(data)
    told = ", ".join(f"{count} {outcome}" for outcome, count in found.most_common())
    print(f"{times} {name}: {told}", flush=True)
    return wrong


def flip(path: Path, chance: random.Random) -> str:
    """Flip one bit of the file at `path`; a tenth of the flips are in the first page."""
    content = bytearray(path.read_bytes())
    place = chance.randrange(100 if chance.random() < 0.1 else len(content))
    bit = chance.randrange(8)
    content[place] ^= 1 << bit
    path.write_bytes(content)
    return f"bit {bit} of byte {place}"


def spoil_saved(path: Path, chance: random.Random) -> str:
    """Put a hostile value into a random place of the saved open session."""
    column = chance.choice(["workout", "plan"])
    with closing(sqlite3.connect(path)) as connection:
        (text,) = connection.execute(f"SELECT {column} FROM saved").fetchone()
        root = {"": json.loads(text)}
        holder, key = chance.choice(list(_places(root)))
        value = chance.choice(HOSTILE)
        holder[key] = value
        spoiled = json.dumps(root[""])
        connection.execute(f"UPDATE saved SET {column} = ?", (spoiled,))
        connection.commit()
    return f"{column}: {key!r} = {str(value)[:40]!r}"


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every place below `value`, as its container and key."""
    keys = value if isinstance(value, dict) else range(len(value))
    for key in keys:
        yield value, key
        if isinstance(value[key], dict | list):
            yield from _places(value[key])


def spoil_row(path: Path, chance: random.Random) -> str:
    """Put a hostile value into a column of a row, or of all rows, of any table."""
    with closing(sqlite3.connect(path)) as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master")]
        table = chance.choice([name for name in tables if not name.startswith("sqlite_auto")])
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        column, value = chance.choice(columns), chance.choice(HOSTILE_SQL)
        rows = chance.choice(["", f" WHERE rowid = (SELECT max(rowid) FROM {table})"])
        statement = f"UPDATE OR IGNORE {table} SET {column} = {value}{rows}"
        try:
            connection.execute(statement)
        except sqlite3.IntegrityError:
            return f"refused: {statement}"
        connection.commit()
    return statement


def _begun_on(path: Path) -> str:
    """Start on the history at `path`; return the result, with a colon if it is wrong."""
    try:
        return _start(path)
    except Exception as error:  # noqa: BLE001 - whatever reaches the window is what is looked for
        return f"raised: {type(error).__name__}: {error}"


def _start(path: Path) -> str:
    before = _readable(path)
    with closing(SqliteHistory(path)) as history:
        begun = begin_with(history, looks_for_all=True)
        recorder = Recorder(history, begun.unread)
        if begun.offered is not None:
            _go_through(begun.offered, recorder)
        plan, workout = _program()
        later = STARTED + timedelta(days=90)
        recorder.open(Opening(NEXT, workout, plan, later, _position(plan)))
        for step in plan.sets[:3]:
            kept = [SetKept(record) for record in _records() if record.key == step.key]
            recorder.write(kept, _position(plan))
        behind, aside, lost = recorder.is_behind, history.set_aside, history.lost
    if behind:
        newer = begun.unread is not None and "newer Matside" in begun.unread
        return "left alone as newer, and told" if newer else f"not written: {recorder.fault}"
    after = _readable(path)
    if after.get(max(after, default=0), 0) < 3:
        return f"not there: {after}"
    if aside is not None:
        sound = aside.stat().st_size > 0 and aside.name == "history.sqlite3.bad"
        return "set aside, begun anew" if sound else f"set aside badly: {aside}"
    less = {number for number, sets in before.items() if after.get(number, -1) < min(sets, 9)}
    if less:
        return f"sessions are gone, or sets of theirs: {less}"
    return "lost session told, its sets kept" if lost is not None else "written"


def _readable(path: Path) -> dict[int, int]:
    """Return the number of readable sets of each session, by its id."""
    with closing(SqliteHistory(path)) as history:
        try:
            sessions = history.sessions()
        except Exception as error:
            if type(error).__name__ != "HistoryError":
                raise
            return {}
    json.dumps(list(map(session_row, sessions)), allow_nan=False)
    table_of(sessions)
    return {session.id: len(session.sets) for session in sessions}


def _go_through(offered: OpenSession, recorder: Recorder) -> None:
    """Resume the session and do it to its end, with one BACK, and take readings all the time."""
    plan, anchor = offered.plan, Anchor(0, STARTED + timedelta(days=1))
    sets: ledger.Sets = {record.key: record for record in offered.sets}
    recorder.take_up(offered)
    recorder.write(ledger.taken_up(offered, anchor.wall), offered.position)
    phase: Phase = sequencer.take_up(offered.position, 0)
    read(plan, _under_way(phase), 0)
    now = 0
    commands = (Command.RESUME, Command.BACK, Command.PAUSE, Command.RESUME)
    for number in range(3 * len(plan.steps)):
        command = commands[number] if number < len(commands) else Command.SKIP
        turn = sequencer.handle(plan, phase, command, now)
        sets, phase, now = _written(plan, turn, sets, recorder, anchor, now), turn.phase, now + 900
        if isinstance(phase, Over):
            return
        turn = deadlines.advance(plan, phase, now)
        sets, phase = _written(plan, turn, sets, recorder, anchor, now), turn.phase
        if isinstance(phase, Over):
            return
        read(plan, _under_way(phase), now)
    raise AssertionError("the session has no end")


def _written(
    plan: Plan, turn: Transition, sets: ledger.Sets, recorder: Recorder, anchor: Anchor, now: int
) -> ledger.Sets:
    changes = ledger.changes(plan, sets, turn.facts, anchor)
    position = _position(plan)
    if isinstance(turn.phase, Running | Paused):
        position = replace(progress.position(turn.phase, now), seen=anchor.hour_of(now))
    if changes:
        recorder.write(changes, position)
    return ledger.applied(sets, changes)


def _under_way(phase: Phase) -> Running | Paused:
    assert not isinstance(phase, Idle | Over)
    return phase


@cache
def _program() -> tuple[Plan, Workout]:
    listed = library_of(DataFolder(Path(os.devnull))).find("upper-body-for-runners")
    assert listed.workout is not None
    return compile_plan(listed.workout, Settings()), listed.workout


def _position(plan: Plan, place: int = 0) -> Position:
    step = plan.steps[place]
    elapsed = 0 if place == 0 else 2_000
    return Position(step.key, elapsed, step.length, 90_000, 4_000, 1, seen=STARTED)


@cache
def _records() -> list[SetRecord]:
    plan, _ = _program()
    anchor = Anchor(0, STARTED)
    turn = sequencer.handle(plan, Idle(), Command.START, 0)
    sets: ledger.Sets = {}
    now = 0
    while not isinstance(turn.phase, Over):
        now += 40_000
        turn = sequencer.handle(plan, turn.phase, Command.NEXT, now)
        sets = ledger.applied(sets, ledger.changes(plan, sets, turn.facts, anchor))
    return list(sets.values())


def _history_in(folder: Path) -> Path:
    """Write a history of ten finished sessions and an open one; return its path."""
    plan, workout = _program()
    sets = [SetKept(record) for record in _records()]
    path = folder / "history.sqlite3"
    with closing(SqliteHistory(path)) as history:
        for number in range(10):
            started = STARTED + timedelta(days=number)
            session = history.open(Opening(f"n{number}", workout, plan, started, _position(plan)))
            pause = PauseBegan(started), PauseEnded(started + timedelta(minutes=1))
            ended = OutcomeChanged(SessionOutcome.FINISHED)
            history.write(session, [*sets, *pause, ended], _position(plan, 65))
        started = STARTED + timedelta(days=20)
        session = history.open(Opening("open", workout, plan, started, _position(plan)))
        history.write(session, [*sets[:9], PauseBegan(started)], _position(plan, 16))
    return path


if __name__ == "__main__":
    sys.exit(main())
