"""How late the boundaries of steps are heard in a real session by the real clock.

`python -m tools.measures.boundaries DATA COUNT` prints the lateness of COUNT boundaries in ms.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QSize

from matside.core.session.clock import Clock
from matside.core.session.values import Phase, StepBegan, Transition
from matside.core.settings import Settings
from matside.core.workout.plan import Plan
from matside.files.folders import DataFolder
from matside.files.history.store import SqliteHistory
from tools.measures.rig import Rig, application, let_run_until

SIZE = QSize(1366, 768)
SETTINGS = Settings(get_ready=1, switch_sides=1, between_exercises=2, between_rounds=3)
WORKOUT = """\
title: Boundaries
blocks:
  - kind: circuit
    rounds: 99
    exercises:
      - {name: One, hold: 1}
      - {name: Two, hold: 2, sides: each}
      - {name: Three, hold: 3}
"""


class Ear:
    """Notes how late each step began, in ms, except the first, which a press begins."""

    def __init__(self) -> None:
        self.heard: list[float] = []
        self._first = True

    def hear(self, plan: Plan, turn: Transition, now: int) -> None:
        """Note the steps that began in `turn`."""
        del plan, now
        at = ticks() / 1e6
        for fact in turn.facts:
            if isinstance(fact, StepBegan) and not self._first:
                self.heard.append(at - fact.at)
            self._first = False

    def next_beat(self, plan: Plan, phase: Phase, now: int) -> None:
        """Ask for no further beat."""
        del plan, phase, now


def ticks() -> int:
    """Return the nanoseconds of the clock that the program uses on Linux."""
    return time.clock_gettime_ns(time.CLOCK_BOOTTIME)


def lateness(data: Path, count: int) -> list[float]:
    """Return how late each of `count` boundaries was heard, in ms."""
    folder = DataFolder(data)
    folder.make()
    (folder.workouts / "boundaries.yaml").write_text(WORKOUT)
    ear = Ear()
    rig = Rig(data, Clock(ticks), SqliteHistory(folder.history), (ear,), SETTINGS)
    rig.show(SIZE)
    rig.window.begin()
    let_run_until(lambda: len(ear.heard) >= count)
    rig.window.close_at_once()
    return ear.heard[:count]


def main() -> None:
    """Print the lateness of as many boundaries as the arguments ask for."""
    app = application()
    print(json.dumps(lateness(Path(sys.argv[1]), int(sys.argv[2]))))
    app.quit()


if __name__ == "__main__":
    main()
