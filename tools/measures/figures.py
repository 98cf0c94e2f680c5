"""Measure the moving figure on the stage: processor, memory, holds, and how soon it is seen.

    python -m tools.measures.figures WIDTH HEIGHT SECONDS

prints one object of JSON.
"""

import gc
import json
import os
import sys
from time import perf_counter, process_time

from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication

from matside.files.catalogue import Catalogue
from matside.files.resources import bundled_exercises
from matside.ui.loops import Figures, no_figure
from matside.ui.stage import Stage
from matside.ui.theme import DARK
from tools.measures.processes import memory
from tools.measures.rig import application, let_run_until
from tools.situations import Situation, runners_workout, situations

PULSE = 2
"""The ms of a timer by whose lateness holds of the event loop are found."""

MS = 1000.0


def main() -> None:
    """Measure at the size and for the seconds that the arguments give, and print it."""
    width, height, seconds = (int(word) for word in sys.argv[1:4])
    app = application()
    found = situations(runners_workout())
    size = QSize(width, height)
    bundled = Catalogue([bundled_exercises()]).figure
    bare = _stage(no_figure, size)
    found["rest"].tell(bare)
    _run(2)
    before, idle = memory(os.getpid()).unique, _processor(seconds)
    bare.hide()
    stage = _stage(bundled, size)
    gc.freeze()
    told: dict[str, float] = {}
    told["still cold ms"] = _seen(stage, found["rest"], app)
    told["motion cold ms"] = _moves(stage)
    let_run_until(lambda: stage.loops.is_ready)
    told["processor %"] = _processor(seconds) * 100
    told["without figure %"] = idle * 100
    told["longest hold ms"] = _longest_hold(seconds)
    told["still ms"] = _seen(stage, found["reps-bare"], app)
    told["motion ms"] = _moves(stage)
    told["longest hold while painting ms"] = _longest_hold(min(seconds, 5))
    for name in ("hold-side", "rest-weights", "reps-side"):
        found[name].tell(stage)
        let_run_until(lambda: stage.loops.is_ready)
    told["memory MiB"] = memory(os.getpid()).unique - before
    print(json.dumps(told))


def _stage(figures: Figures, size: QSize) -> Stage:
    stage = Stage(DARK, figures=figures)
    stage.set_motion(floods=False, still=False)
    stage.resize(size)
    stage.show()
    let_run_until(stage.isVisible)
    return stage


def _seen(stage: Stage, situation: Situation, app: QApplication) -> float:
    """Return the ms from a change of step until its still picture is painted."""
    began = perf_counter()
    situation.tell(stage)
    stage.repaint()
    app.processEvents()
    return (perf_counter() - began) * MS


def _moves(stage: Stage) -> float:
    """Return the ms until another frame of the loop is shown than the first."""
    began = perf_counter()
    first = stage.figure.frame
    let_run_until(lambda: stage.figure.frame is not first)
    return (perf_counter() - began) * MS


def _processor(seconds: float) -> float:
    """Return the share of a core that is used while the event loop runs."""
    began, used = perf_counter(), process_time()
    _run(seconds)
    return (process_time() - used) / (perf_counter() - began)


def _longest_hold(seconds: float) -> float:
    """Return the ms by which a timer was latest."""
    late = [0.0]
    last = [perf_counter()]

    def pulse() -> None:
        now = perf_counter()
        late[0] = max(late[0], (now - last[0]) * MS - PULSE)
        last[0] = now

    timer = QTimer(interval=PULSE, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(pulse)
    timer.start()
    _run(seconds)
    timer.stop()
    return late[0]


def _run(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * MS), loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
