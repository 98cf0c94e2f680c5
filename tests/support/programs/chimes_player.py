"""Plays the chimes that are named on the command line, 500 ms apart, as a window would.

With `--again` it plays them over and over.
A word that is a number sets the volume instead. What happens is told on standard output.
"""

import sys
import time
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication

from matside.core.ports.devices import Chime
from matside.devices.sound.chimes import QtChimes
from matside.devices.sound.clips import Clips

SOUNDS = Path(__file__).parents[3] / "resources" / "sounds"
APART = 500


def main(words: list[str]) -> None:
    """Play by the clock of Qt, then end."""
    app = QGuiApplication([])
    chimes = QtChimes(SOUNDS, Clips(time.monotonic_ns))
    timer = QTimer(interval=APART, timerType=Qt.TimerType.PreciseTimer)
    left = cycle(words[1:]) if words[0] == "--again" else iter(words)

    def go_on() -> None:
        word = next(left, None)
        while word is not None and word.isdigit():
            chimes.set_volume(int(word))
            word = next(left, None)
        if word is None:
            app.quit()
            return
        started = time.monotonic()
        chimes.play(Chime(word))
        print("played", word, started, time.monotonic() - started, flush=True)

    def begin() -> None:
        print("checked", chimes.fault.name if chimes.fault else "heard", flush=True)
        timer.start()

    timer.timeout.connect(go_on)
    chimes.checked.connect(begin)
    app.exec()


main(sys.argv[1:])
