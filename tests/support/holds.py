"""A workout of holds alone, run by the real program in real time, and what is heard of it."""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from matside.core.ports.devices import Chime
from tests.support.sound import Recording

HOLD, REST = 3, 1
"""How long the holds are and the rests between them, in seconds."""

SETTINGS = f"""\
welcomed: true
voice: false
get_ready: 2
between_rounds: {REST}
"""
WORKOUT = """\
title: Holds
blocks: [{{kind: circuit, rounds: {holds}, exercises: [{{name: Plank, hold: {hold}}}]}}]
"""

PATIENCE = 30.0

_CHIMES = {
    (1300, 1300): Chime.GO,
    (600, 600): Chime.TICK,
    (1300, 600): Chime.STOP,
    (600, 1300): Chime.WORKOUT_DONE,
}
"""Which chime begins and ends with which notes, in the hundreds of Hz."""


def seconds_of(holds: int) -> float:
    """Return how long the program takes for `holds` holds, including its start and end."""
    return 6 + holds * (HOLD + REST)


def chimes_expected(holds: int) -> list[Chime]:
    """Return the chimes of a workout of `holds` holds."""
    hold = (Chime.GO, Chime.TICK, Chime.STOP)
    return [*(holds * hold)[:-1], Chime.WORKOUT_DONE]


def chimes_in(heard: Recording) -> list[tuple[float, Chime | None]]:
    """Return the chimes that were heard, each with its begin in ms; None is anything else."""
    # Two chimes are further apart; on a machine that is too busy one may have gaps.
    return [
        (heard.onset(start), _CHIMES.get(heard.between(start, end).notes()))
        for start, end in heard.bursts(gap=200)
    ]


@contextmanager
def holding(environ: Mapping[str, str], data: Path, holds: int) -> Iterator[None]:
    """Run the program through `holds` holds, in `environ` and on the data folder `data`."""
    (data / "settings.yaml").write_text(SETTINGS)
    workout = data / "holds.yaml"
    workout.write_text(WORKOUT.format(holds=holds, hold=HOLD))
    program = subprocess.Popen(
        [sys.executable, "-m", "matside", "--data", str(data), str(workout), "--start"],
        env=dict(environ),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        program.kill()
        program.wait(PATIENCE)
