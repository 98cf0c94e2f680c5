"""A superset as it is heard from the sound device, at the speed of life, by the recorded voice."""

import os
import sys
from itertools import pairwise
from pathlib import Path
from subprocess import DEVNULL, Popen
from tempfile import TemporaryDirectory

import pytest

from tests.support.sound import Recording, SoundServer

pytestmark = pytest.mark.real_time

WORKOUT = """\
title: One round
blocks:
  - kind: superset
    exercises:
      - {exercise: reciprocal-row, hold: 3 s, sides: none}
      - {exercise: chest-fly, hold: 3 s}
"""
GET_READY, HOLD, REST = 8, 3, 14
SETTINGS = f"get_ready: {GET_READY}\nbetween_exercises: {REST}\nwelcomed: true\n"
LISTENED = 32

TICK, GO = 660, 1320
"""The frequencies of the two chimes, in Hz."""

Burst = tuple[float, float]


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> Recording:
    """Run the program with nobody at the keys, and listen to its sound device.

    No program is found by it, so no speech engine either.
    """
    nothing = tmp_path_factory.mktemp("nothing")
    data = tmp_path_factory.mktemp("data")
    (data / "workouts").mkdir()
    (data / "workouts" / "round.yaml").write_text(WORKOUT)
    (data / "settings.yaml").write_text(SETTINGS)
    command = [sys.executable, "-m", "matside", "round", "--start", "--data", str(data)]
    with (
        TemporaryDirectory(prefix="matside-") as folder,
        SoundServer(Path(folder)) as server,
    ):
        server.plug_in()
        environ = {
            **os.environ,
            **server.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "PATH": str(nothing),
        }
        with server.listening() as listener:
            listener.hear(2)
            with Popen(command, env=environ, stdout=DEVNULL, stderr=DEVNULL) as program:
                try:
                    return listener.hear(LISTENED)
                finally:
                    program.terminate()


def is_chime(recording: Recording, burst: Burst, length: float, frequency: int) -> bool:
    """Return whether `burst` lasts `length` ms and sounds at `frequency`."""
    start, end = burst
    if abs(end - start - length) > 40:
        return False
    return abs(recording.between(start, end).frequency() - frequency) <= 20


@pytest.fixture(scope="module")
def gos(heard: Recording) -> list[float]:
    """Return when each go is heard that three ticks count down to, in ms."""
    bursts = heard.bursts(gap=60)
    ticks = [start for start, end in bursts if is_chime(heard, (start, end), 120, TICK)]
    gos = [start for start, end in bursts if is_chime(heard, (start, end), 400, GO)]
    return [
        go
        for go in gos
        if all(any(abs(go - left - tick) < 30 for tick in ticks) for left in (3000, 2000, 1000))
    ]


def test_both_sets_are_counted_down_to(gos: list[float]) -> None:
    """Two goes, a hold and a rest apart."""
    assert [pytest.approx(1000 * (HOLD + REST), abs=40)] == [b - a for a, b in pairwise(gos)]


def test_the_rest_is_spoken_in_before_its_silence(heard: Recording, gos: list[float]) -> None:
    """At least 4 s of words lie between the stop and the last four seconds."""
    rest = gos[1] - 1000 * REST
    words = heard.between(rest + 450, gos[1] - 4000).bursts(gap=150)
    assert sum(end - start for start, end in words) > 4000
    assert words[0][0] < 300


def test_nothing_is_heard_between_the_speech_and_the_ticks(
    heard: Recording, gos: list[float]
) -> None:
    """From 4 s to 3 s before each go there is silence."""
    for go in gos:
        assert [] == heard.between(go - 4000, go - 3020).bursts(gap=50)


def test_ticks_and_go_are_heard_alone(heard: Recording, gos: list[float]) -> None:
    """Four sounds and nothing else, up to the words of the set."""
    for go in gos:
        last = heard.between(go - 3020, go + 420).bursts(gap=60)
        assert [20, 1020, 2020, 3020] == pytest.approx([start for start, _ in last], abs=40)
