"""How long the event loop is blocked while a voice is at work.

`python -m tools.measures.speech DATA KIND SECONDS` prints the longest time between two passes of
the event loop, in ms, in a real session all of whose clips must be made. If the engine fails, the
recorded voice replaces it, as in the program.
"""

import json
import sys
import time
from dataclasses import replace
from pathlib import Path
from time import perf_counter_ns

from PySide6.QtCore import QSize, Qt, QTimer

from matside.core.session.clock import Clock
from matside.core.settings import Settings
from matside.devices.voice.engine import Engine, espeak, find_engine
from matside.files.folders import DataFolder
from matside.files.history.store import SqliteHistory
from tools.measures.rig import Rig, application, let_run_until

SIZE = QSize(1366, 768)
SETTINGS = Settings(get_ready=3, between_exercises=5)
TURN = 2
"""The interval of the timer that watches the loop, in ms."""

SETTLING = 1.5
"""How long the session runs before anything is measured, in seconds."""

QUIET, RECORDED = "no voice", "the recorded voice"

KINDS = {
    QUIET: None,
    RECORDED: None,
    "works": 'exec espeak-ng "$@"',
    "missing": "",
    "dies": "exit 1",
    "is killed": "kill -9 $$",
    "hangs": "exec sleep 600",
    "is slow": 'sleep 1; exec espeak-ng "$@"',
    "writes garbage": 'for last; do :; done; head -c 4000000 /dev/urandom > "$last"',
}
"""The shell script of each kind of engine; an empty one is a missing engine."""


class Pulse:
    """Notes the longest time between two passes of the event loop, in ms."""

    def __init__(self) -> None:
        self.worst = 0.0
        self._last = perf_counter_ns()
        self._timer = QTimer(interval=TURN, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = perf_counter_ns()
        self.worst = max(self.worst, (now - self._last) / 1e6)
        self._last = now


def engine(folder: Path, kind: str) -> Engine | None:
    """Return the engine of `kind`, with its program in `folder`."""
    deed = KINDS[kind]
    if kind == "works":
        return find_engine()
    if not deed:
        return None
    program = folder / "engine"
    program.write_text(f"#!/bin/sh\n{deed}\n")
    program.chmod(0o755)
    return espeak(str(program))


def worst(data: Path, kind: str, seconds: float) -> float:
    """Return the longest time between two passes of the event loop, in ms."""
    folder = DataFolder(data)
    folder.make()
    history = SqliteHistory(folder.history)
    made = engine(data, kind)
    clock = Clock(time.monotonic_ns)
    settings = replace(SETTINGS, voice=KINDS[kind] is not None)
    rig = Rig(data, clock, history, (), settings, find=lambda: made)
    rig.show(SIZE)
    rig.window.begin()
    _wait(SETTLING)
    pulse = Pulse()
    if kind == RECORDED:
        rig.speaker.allow(True)
    elif kind != QUIET:
        rig.voice.set_rate(160)  # so that all clips are made again
        rig.speaker.say_again()
    _wait(seconds)
    rig.window.close_at_once()
    rig.voice.close()
    return pulse.worst


def _wait(seconds: float) -> None:
    until = time.monotonic() + seconds
    let_run_until(lambda: time.monotonic() > until)


def main() -> None:
    """Print what the arguments ask for."""
    app = application()
    print(json.dumps(worst(Path(sys.argv[1]), sys.argv[2], float(sys.argv[3]))))
    app.quit()


if __name__ == "__main__":
    main()
