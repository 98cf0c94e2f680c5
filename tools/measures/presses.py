"""How long it takes from a key to the stage that shows it, with history on the disk.

`python -m tools.measures.presses DATA COUNT` prints the times of COUNT presses in ms.

The session is that of the runner's workout, over and over, in real time except for the seconds
between two presses, which the clock skips.
"""

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from time import perf_counter_ns

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtTest import QTest

from matside.core.durations import SECOND
from matside.core.session.clock import Clock
from matside.core.session.record import Change, Opening, OpenSession, Position
from matside.core.session.values import Paused, Phase, Running, Transition
from matside.core.settings import Settings
from matside.core.workout.plan import Plan
from matside.core.workout.steps import Step, Work
from matside.files.folders import DataFolder
from matside.files.history.store import SqliteHistory
from tools.measures.rig import Rig, application, let_run_until

SIZE = QSize(1366, 768)
BETWEEN = 800
"""The ms from one press to the next; within 700 they would count as one."""

AT_FIRST = 1000
"""The real ms on the start page before the first press."""

CALM = 300
"""The real ms after a press in which the keycap is restored, everything is painted and the next
film is prepared; the next press cannot count before 700 ms."""


@dataclass(frozen=True, slots=True)
class Press:
    """The times of one press in ms.

    `total` is from the key's delivery to the end of the paint that shows it. Its parts are
    `session`, until all listeners have been called; `layout`, until the key is handled; `paint`.
    `history` is the time of the disk thread, which runs beside them.
    """

    total: float
    session: float
    history: float
    layout: float
    paint: float


class LeapingTicks:
    """The clock of the program, which can skip ahead."""

    def __init__(self) -> None:
        self._ahead = 0

    def __call__(self) -> int:
        """Return the nanoseconds."""
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME) + self._ahead

    def leap(self, ms: int) -> None:
        """Skip `ms`."""
        self._ahead += ms * 1_000_000


class TimedHistory:
    """A history that notes for how many nanoseconds it has written."""

    def __init__(self, history: SqliteHistory) -> None:
        self._history = history
        self.took = 0

    def open(self, opening: Opening) -> int:
        """Begin a session."""
        began = perf_counter_ns()
        session = self._history.open(opening)
        self.took += perf_counter_ns() - began
        return session

    def write(self, session: int, changes: Sequence[Change], position: Position) -> None:
        """Write what has changed."""
        began = perf_counter_ns()
        self._history.write(session, changes, position)
        self.took += perf_counter_ns() - began

    def unfinished(self) -> OpenSession | None:
        """Return the open session of the real history."""
        return self._history.unfinished()


class Ear:
    """Notes when it last heard of the session, in nanoseconds."""

    def __init__(self) -> None:
        self.heard = 0

    def hear(self, plan: Plan, turn: Transition, now: int) -> None:
        """Note the instant."""
        del plan, turn, now
        self.heard = perf_counter_ns()

    def next_beat(self, plan: Plan, phase: Phase, now: int) -> None:
        """Ask for no further beat."""
        del plan, phase, now


class Hand:
    """Presses Space as an athlete does, and measures."""

    def __init__(self, data: Path) -> None:
        self._ticks = LeapingTicks()
        self._history = TimedHistory(SqliteHistory(DataFolder(data).history))
        self._ear = Ear()
        self._rig = Rig(data, Clock(self._ticks), self._history, (self._ear,), Settings())
        self._rig.show(SIZE)
        _let_pass(AT_FIRST)

    def presses(self, count: int) -> list[Press]:
        """Return the times of `count` presses that the stage shows."""
        found: list[Press] = []
        while len(found) < count:
            self._let_go_by(BETWEEN)
            before = self._rig.player.phase
            press = self._press()
            if self._rig.player.in_session and self._rig.player.phase.pressed != before.pressed:
                found.append(press)
            if isinstance(before, Paused):
                self._let_hold_end()
        self._rig.window.close_at_once()
        return found

    def _press(self) -> Press:
        window, history = self._rig.window, self._history.took
        began = perf_counter_ns()
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Space)
        let_run_until(lambda: window.painted > began)
        press = Press(
            total=(window.painted - began) / 1e6,
            session=(self._ear.heard - began) / 1e6,
            history=0.0,
            layout=(window.keyed - self._ear.heard) / 1e6,
            paint=(window.painted - window.paint_began) / 1e6,
        )
        self._calm_down()
        return replace(press, history=(self._history.took - history) / 1e6)

    def _calm_down(self) -> None:
        _let_pass(CALM)

    def _let_go_by(self, ms: int) -> None:
        self._ticks.leap(ms)
        if self._rig.player.in_session:
            self._rig.player.beat()

    def _let_hold_end(self) -> None:
        """Let a hold that was paused and resumed run to its end, which needs no press."""
        while isinstance(step := self._running(), Work) and step.is_hold:
            self._let_go_by(SECOND)
        self._calm_down()

    def _running(self) -> Step | None:
        player = self._rig.player
        if player.program is None or not isinstance(player.phase, Running):
            return None
        return player.program.plan[player.phase.progress.key]


def _let_pass(ms: int) -> None:
    calm = QTimer(singleShot=True, interval=ms)
    calm.start()
    let_run_until(lambda: not calm.isActive())


def main() -> None:
    """Print the times of the presses, as many as the arguments ask for."""
    app = application()
    found = Hand(Path(sys.argv[1])).presses(int(sys.argv[2]))
    print(json.dumps([asdict(press) for press in found]))
    app.quit()


if __name__ == "__main__":
    main()
