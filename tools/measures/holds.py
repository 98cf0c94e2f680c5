"""Measures how long the event loop stands still with the most that a library can hold."""

import time
from collections.abc import Iterator, Mapping
from copy import copy
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from matside.core.session.record import (
    Opening,
    OutcomeChanged,
    Planned,
    Position,
    SessionOutcome,
    SetKept,
    SetOutcome,
    SetRecord,
)
from matside.core.weights import Level, Load, Unit, Weight
from matside.core.workout.steps import StepKey, StepKind
from matside.files.folders import DataFolder
from matside.files.history.store import SqliteHistory
from tests.support.desktop import let_others_work, running
from tests.support.file_samples import runners_plan, runners_workout
from tests.support.programs import slow_disk
from tests.support.programs.slow_disk import holds_in
from tools.measures.bench import ROOT, Bench
from tools.measures.table import Figure, Part, Target

SHORT = Target(50)
"""The target in ms for the longest hold."""

WORKOUTS, EXERCISES = 1_000, 2_000
"""How many files the large library holds beside the longest workouts."""

KEYS: Mapping[str, tuple[str, float]] = {
    "another workout, and back": ("Up Down", 4),
    "more rounds": ("Right", 3),
    "fewer rounds": ("Left", 3),
    "a block left out": ("2", 3),
    "Start": ("space", 4),
    "a set done": ("space", 2),
    "the settings opened": ("ctrl+comma", 3),
}
"""What is pressed, and for how many seconds the event loop is listened to."""

FURNISHED = 5.0
"""How long the window is listened to before a key is pressed, in seconds."""

LONGEST = {
    "the workout as it comes": "",
    "20,000 steps": "a-steps",
    "2,500 exercises": "an-exercise-each",
}
"""The workouts that are chosen, by their names in the library."""


def holds(bench: Bench) -> Iterator[Part]:
    """Measure the longest holds at the start and on each key, with little and with very much."""
    for place, (title, chosen) in enumerate(LONGEST.items()):
        settings = "welcomed: true\nweights: {dumbbell: {light: 4 kg}}\n"
        settings += f"last_workout: {chosen}\n" if chosen else ""
        data = bench.data(f"holds-{place}", settings=settings)
        if chosen:
            fill(data)
        figures = (Figure(name, worst, "ms", target=SHORT) for name, worst in found(bench, data))
        yield Part(f"Longest hold of the event loop, {title}", tuple(figures))


def fill(data: Path) -> None:
    """Put very many files into the folder `data`, two of them as long as a workout may be.

    Their sets were all done once, with other weights than the settings say.
    """
    (data / "exercises").mkdir()
    for number in range(EXERCISES):
        path = data / "exercises" / f"exercise-{number}.yaml"
        path.write_text(f"name: Exercise {number}\nreps: 8\n")
    for number in range(WORKOUTS):
        _write(data, f"workout-{number}", blocks=1, rounds=3, exercises=5)
    _write(data, "a-steps", blocks=10, rounds=20, exercises=50)
    _write(data, "an-exercise-each", blocks=50, rounds=1, exercises=50)
    _keep_past(DataFolder(data).history)


def _keep_past(path: Path) -> None:
    """Keep a session in the history at `path` in which each curl was done, every other heavier."""
    plan, wall = runners_plan(), datetime(2026, 3, 1, tzinfo=UTC)
    position = Position(plan.steps[0].key, elapsed=0, length=10_000, ran=0, paused=0)
    four, five, six = (Load(grams, Unit.KILOGRAM) for grams in (4_000, 5_000, 6_000))
    planned = Planned("8 reps", reps=8, weight=Weight(Level.LIGHT, 2), load=four)
    sets = (
        SetRecord(
            StepKey(block, round_, place, None, StepKind.WORK),
            f"Block {block}",
            None,
            f"Curl {block} {place}",
            None,
            reps=8,
            seconds=24,
            outcome=SetOutcome.DONE,
            load=six if round_ % 2 else five,
            planned=planned,
        )
        for block in range(50)
        for round_ in range(1, 21 if block < 10 else 2)
        for place in range(50)
    )
    history = SqliteHistory(path)
    session = history.open(Opening("runners", runners_workout(), plan, wall, position))
    finished = OutcomeChanged(SessionOutcome.FINISHED)
    history.write(session, (*map(SetKept, sets), finished), position)
    history.close()


def found(bench: Bench, data: Path) -> Iterator[tuple[str, float]]:
    """Yield what was done in the program with `data`, and the longest hold after it in ms."""
    told, desktop = data / "holds", copy(bench.desktop)
    desktop.environ = {**bench.environ, "HOLDS": str(told), "PYTHONPATH": str(ROOT)}
    marks = [("the window furnished", time.monotonic())]
    with running(desktop, data, program=(slow_disk.__file__,)) as program:
        let_others_work(FURNISHED)
        for name, (keys, seconds) in KEYS.items():
            marks.append((name, time.monotonic()))
            program.key(*keys.split())
            let_others_work(seconds)
        marks.append(("", time.monotonic()))
    for (name, since), (_, until) in pairwise(marks):
        yield name, max((ms for at, ms in holds_in(told) if since <= at < until), default=0.0)


def _write(data: Path, name: str, *, blocks: int, rounds: int, exercises: int) -> None:
    lines = [f"title: {name}", "blocks:"]
    for block in range(blocks):
        lines += ["  - kind: circuit", f"    name: Block {block}", f"    rounds: {rounds}"]
        lines.append("    exercises:")
        lines += [
            f"      - {{name: Curl {block} {place}, reps: 8, weight: light}}"
            for place in range(exercises)
        ]
    (data / "workouts" / f"{name}.yaml").write_text("\n".join(lines) + "\n")
