"""How long the stage takes to paint itself in a real window.

`python -m tools.measures.painting WIDTH HEIGHT COUNT` prints the times of COUNT complete repaints
and of COUNT new seconds, including layout, in ms.
"""

import json
import sys
from time import perf_counter_ns

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout

from matside.core.durations import SECOND
from matside.core.workout.steps import Work
from matside.ui.drawing.theme import DARK
from matside.ui.stage.stage import Stage
from tests.support.situations import Rehearsal, runners_workout
from tools.measures.rig import Watched, application, let_run_until


def times(size: QSize, count: int) -> dict[str, list[float]]:
    """Return the times of `count` complete repaints and of `count` new seconds, in ms."""
    window = Watched()
    stage = Stage(DARK)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(stage)
    window.setFixedSize(size)
    _rehearsal(0).situation().tell(stage)
    window.show()
    let_run_until(window.windowHandle().isExposed)
    return {
        "whole": [_whole(stage) for _ in range(count)],
        "second": [_second(window, stage, second % 20 + 1) for second in range(count)],
    }


def _whole(stage: Stage) -> float:
    began = perf_counter_ns()
    stage.repaint()
    return (perf_counter_ns() - began) / 1e6


def _second(window: Watched, stage: Stage, second: int) -> float:
    situation = _rehearsal(second).situation()
    began = perf_counter_ns()
    stage.show_reading(situation.reading, situation.ends)
    let_run_until(lambda: window.painted > began)
    return (window.painted - began) / 1e6


def _rehearsal(seconds: int) -> Rehearsal:
    """Return a session `seconds` into the first hold of the runner's workout."""
    rehearsal = Rehearsal(runners_workout()).go_to(lambda step: isinstance(step, Work))
    return rehearsal.wait(seconds * SECOND)


def main() -> None:
    """Print the times for the size in the arguments."""
    app = application()
    width, height, count = map(int, sys.argv[1:])
    print(json.dumps(times(QSize(width, height), count)))
    app.quit()


if __name__ == "__main__":
    main()
