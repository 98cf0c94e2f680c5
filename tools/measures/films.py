"""What a moving film costs on the stage in a real window.

`python -m tools.measures.films WIDTH HEIGHT SECONDS` prints the processor use with and without
one, memory, the longest holds of the event loop, and how soon a change of step is seen.
"""

import gc
import json
import os
import sys
from itertools import pairwise
from time import perf_counter, process_time, thread_time

from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication

from matside.core.figures.film import no_reel
from matside.core.settings import Settings
from matside.files.films import FilmLibrary
from matside.files.resources import bundled_exercises, bundled_films
from matside.files.workouts.catalogue import Catalogue
from matside.ui.drawing.theme import DARK
from matside.ui.figures.film_decoder import FilmDecoder
from matside.ui.stage.stage import Stage
from tests.support.situations import Situation, runners_workout, situations
from tools.measures.processes import memory
from tools.measures.rig import application, let_run_until

PULSE = 2
"""The interval in ms of the timer whose lateness shows holds of the event loop."""


def found_at(size: QSize, seconds: float) -> dict[str, float]:
    """Return what a film costs on a stage of `size`; some parts are measured for `seconds`."""
    shown = situations(runners_workout())
    bare = _stage(FilmDecoder(no_reel), size)
    shown["rest"].tell(bare)
    _run(1)
    before, without = _unique(), _processor(seconds)
    bare.close()
    decoder = _decoder()
    stage = _stage(decoder, size)
    gc.freeze()
    found = {"cold still": _still(stage, shown["rest"]), "cold motion": _motion(stage)}
    _run(2)
    found |= {"processor": _processor(seconds), "without": without}
    found["hold"], found["hold at work"] = _hold(seconds)
    _foresee(decoder, stage, shown["reps-bare"])
    found |= {"still": _still(stage, shown["reps-bare"]), "motion": _motion(stage)}
    for name in ("hold-side", "rest-weights", "reps-side", "hold-knee", "reps"):
        shown[name].tell(stage)
        _run(max(3.0, seconds / 5))
    found["memory"] = _unique() - before
    found["unforeseen still"] = _still(stage, shown["rest-hold"])
    found["unforeseen motion"] = _motion(stage)
    found["hold while decoding"], _ = _hold(min(seconds, 5))
    decoder.close()
    return found


def _decoder() -> FilmDecoder:
    shelf = FilmLibrary(bundled_films(), Catalogue([bundled_exercises()]))
    return FilmDecoder(lambda identity: shelf.reel(identity, Settings().body))


def _stage(decoder: FilmDecoder, size: QSize) -> Stage:
    stage = Stage(DARK, decoder=decoder)
    stage.set_motion(floods=False, still=False)
    stage.setFixedSize(size)
    stage.show()
    let_run_until(stage.windowHandle().isExposed)
    return stage


def _foresee(decoder: FilmDecoder, stage: Stage, situation: Situation) -> None:
    """Let `stage` prepare the film that `situation` shows, as it does ahead of each step."""
    stage.prepare_film(situation.reading, situation.ends)
    let_run_until(lambda: decoder.is_idle)


def _unique() -> float:
    return memory(os.getpid()).unique


def _still(stage: Stage, situation: Situation) -> float:
    """Return the ms from a change of step until a picture of its film is painted."""
    began = perf_counter()
    situation.tell(stage)
    stage.repaint()
    while stage.film.shown is None:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    stage.repaint()
    return (perf_counter() - began) * 1000


def _motion(stage: Stage) -> float:
    """Return how late the next picture of the film is shown, in ms."""
    timer = stage.film.findChild(QTimer)
    assert timer is not None
    began, due, first = perf_counter(), timer.remainingTime(), stage.film.shown
    let_run_until(lambda: stage.film.shown != first)
    return (perf_counter() - began) * 1000 - due


def _processor(seconds: float) -> float:
    """Return the used share of a core, in %, while the event loop runs."""
    began, used = perf_counter(), process_time()
    _run(seconds)
    return 100 * (process_time() - used) / (perf_counter() - began)


def _hold(seconds: float) -> tuple[float, float]:
    """Return a timer's maximum lateness, and the longest work between two of its beats, in ms."""
    beats = [(perf_counter(), thread_time())]
    timer = QTimer(interval=PULSE, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: beats.append((perf_counter(), thread_time())))
    timer.start()
    _run(seconds)
    timer.stop()
    late = max(after[0] - before[0] for before, after in pairwise(beats))
    worked = max(after[1] - before[1] for before, after in pairwise(beats))
    return late * 1000 - PULSE, worked * 1000


def _run(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def main() -> None:
    """Print the costs at the size and for the seconds that the arguments give."""
    app = application()
    width, height, seconds = map(int, sys.argv[1:])
    print(json.dumps(found_at(QSize(width, height), seconds)))
    app.quit()


if __name__ == "__main__":
    main()
