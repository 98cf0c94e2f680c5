"""Writes very many sets into a history, and prints the number of each that was written."""

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from matside.core.session.record import Opening, Position, SetKept, SetOutcome, SetRecord
from matside.core.settings import Settings
from matside.core.workout.model import Block, BlockKind, Exercise, Reps, Workout
from matside.core.workout.plan import compile_plan
from matside.files.history.store import SqliteHistory


def main(path: Path) -> None:
    """Write set after set, with its number for reps, to the history at `path`."""
    curls = (Exercise("Curl", Reps(8)),) * 50
    workout = Workout("Curls", (Block("Circuit", BlockKind.CIRCUIT, curls, rounds=30),))
    plan = compile_plan(workout, Settings())
    position = Position(plan.steps[1].key, 0, None, ran=0, paused=0)
    history = SqliteHistory(path)
    started = datetime(2026, 3, 1, 7, 30, tzinfo=UTC)
    session = history.open(Opening("curls", workout, plan, started, position))
    for number, step in enumerate(plan.sets, start=1):
        record = SetRecord(step.key, "Circuit", None, "Curl", None, number, 24, SetOutcome.DONE)
        position = replace(position, ran=number * 1000)
        history.write(session, [SetKept(record)], position)
        print(number, flush=True)


main(Path(sys.argv[1]))
