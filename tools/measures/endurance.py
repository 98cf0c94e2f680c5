"""Compares the resources of the real window at the beginning and at the end of much work.

`python -m tools.measures.endurance DATA workout SPEED` goes through a workout of three hours, and
takes stock after its first minute, in real time, and at its end; in between, the session's clock
runs SPEED times as fast.
`python -m tools.measures.endurance DATA cycles COUNT` starts and stops a workout COUNT times, and
takes stock after the first cycles and after the last. Both print what they found each time.
"""

import json
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict
from math import ceil
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from matside.core.durations import SECOND
from matside.core.session.values import Command, Idle, Paused, Running
from matside.core.settings import Settings
from matside.core.workout.steps import Work
from matside.files.folders import DataFolder
from matside.files.history.store import SqliteHistory
from tools.measures.rig import Rig, application, let_run_until
from tools.measures.stock import Stock, least, stock

SIZE = QSize(1366, 768)
MINUTE, HOURS = 60 * SECOND, 3 * 3600 * SECOND

WARMED = 200
"""The number of cycles after which everything has been loaded that a cycle loads once."""

LOOKS = 20
"""How many times the stock is taken: Qt frees its own garbage now and then."""

LOOK = 50
"""The interval in ms at which the athlete checks whether a press is needed."""

SETTINGS = Settings(
    last_workout="endurance",
    welcomed=True,
    get_ready=3,
    switch_sides=3,
    between_exercises=4,
    between_rounds=5,
)
CIRCUIT = """\
  - kind: circuit
    rounds: 90
    exercises:
      - {name: Plank, hold: 10}
      - {name: Curl, reps: 8, weight: medium}
      - {name: Side plank, hold: 8, sides: each}
"""
WORKOUT = "title: Endurance\nblocks:\n" + 3 * CIRCUIT
"""A round takes less than a minute: in the first one everything is shown once, a pause too."""


class HasteningClock:
    """A clock whose session time runs like real time, and faster from some instant on."""

    def __init__(self) -> None:
        self._speed = 1.0
        self._real = self._session = self.real()

    def hasten(self, speed: float) -> None:
        """Let session time run `speed` times as fast from now on."""
        self._real, self._session = self.real(), self.session()
        self._speed = speed

    def real(self) -> int:
        """Return the ms of unscaled time."""
        return time.monotonic_ns() // 1_000_000

    def session(self) -> int:
        """Return the ms of session time."""
        return self._session + int((self.real() - self._real) * self._speed)

    def wait_for(self, session_ms: int) -> int:
        """Return the unscaled ms, rounded up, for `session_ms` of session time."""
        return max(0, ceil(session_ms / self._speed))


class Athlete:
    """An athlete who trains for hours, or only starts and stops."""

    def __init__(self, data: Path) -> None:
        folder = DataFolder(data)
        folder.make()
        (folder.workouts / "endurance.yaml").write_text(WORKOUT)
        self._clock = HasteningClock()
        history = SqliteHistory(folder.history)
        self._rig = Rig(data, self._clock, history, (), SETTINGS)
        self._rig.show(SIZE)

    def train(self, speed: float) -> Iterator[Stock]:
        """Yield the stock after the first minute and after three hours."""
        done = QTimer(interval=LOOK)
        done.timeout.connect(self._press_if_needed)
        done.start()
        self._rig.window.begin()
        let_run_until(lambda: self._trained >= MINUTE / 2)
        self._pause()
        let_run_until(lambda: self._trained >= MINUTE)
        yield stock()
        self._clock.hasten(speed)
        let_run_until(lambda: self._trained >= HOURS)
        yield stock()

    def start_and_stop(self, count: int) -> Iterator[Stock]:
        """Yield the least stock in the first cycles and in the last."""
        for _ in range(WARMED):
            self._start_and_stop()
        yield self._least()
        for _ in range(count):
            self._start_and_stop()
        yield self._least()

    def _least(self) -> Stock:
        found = []
        for _ in range(LOOKS):
            for _ in range(5):
                self._start_and_stop()
            found.append(stock())
        return least(found)

    @property
    def _trained(self) -> int:
        """How long the session has been running, in ms of its own clock."""
        return self._rig.player.times().ran

    def _pause(self) -> None:
        """Pause and see it; the next look resumes."""
        window = self._rig.window
        painted = window.painted
        QTest.keyClick(window, Qt.Key.Key_P)
        let_run_until(lambda: window.painted > painted)

    def _press_if_needed(self) -> None:
        """Press if the session waits: in a counted set, or if a busy machine has paused it."""
        player = self._rig.player
        if player.program is None or not isinstance(player.phase, Running | Paused):
            return
        step = player.program.plan[player.phase.progress.key]
        is_counted = isinstance(step, Work) and not step.is_hold
        if is_counted or isinstance(player.phase, Paused):
            QTest.keyClick(self._rig.window, Qt.Key.Key_Space)

    def _start_and_stop(self) -> None:
        window, player = self._rig.window, self._rig.player
        window.begin()
        painted = window.painted
        let_run_until(lambda: player.in_session and window.painted > painted)
        player.command(Command.STOP)
        painted = window.painted
        let_run_until(lambda: isinstance(player.phase, Idle) and window.painted > painted)


def main() -> None:
    """Print what the arguments ask for."""
    data, work, number = sys.argv[1:]
    app = application()
    athlete = Athlete(Path(data))
    looks = (
        athlete.start_and_stop(int(number)) if work == "cycles" else athlete.train(float(number))
    )
    print(json.dumps([asdict(found) for found in looks]))
    QApplication.closeAllWindows()
    app.quit()


if __name__ == "__main__":
    main()
