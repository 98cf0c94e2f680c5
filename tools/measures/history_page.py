"""How soon the history page of 20 years of training is seen.

`python -m tools.measures.history_page DATA` opens the page with the history in the data folder
DATA, twice, and prints in ms when it was painted, with its sessions, and with its exercise.
"""

import json
import sys
import time
from pathlib import Path
from time import perf_counter_ns

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtTest import QTest

from matside.app.furnishing.order import OF_THE_HISTORY
from matside.app.loading import load
from matside.core.history.past import Past
from matside.core.session.clock import Clock
from matside.core.settings import Settings
from matside.files.folders import DataFolder
from matside.files.history.store import SqliteHistory
from matside.files.history.totals import last_sets, past_in
from matside.files.slices import finished
from tools.measures.rig import Rig, application, let_run_until

SIZE = QSize(1366, 768)
CALM = 500
"""How long nothing is pressed before the page is opened, in ms."""


class Reader:
    """Opens the page by its key, and notes when what."""

    def __init__(self, data: Path) -> None:
        history = SqliteHistory(DataFolder(data).history)
        self._rig = Rig(data, Clock(time.monotonic_ns), history, (), Settings(welcomed=True))
        self._rig.show(SIZE)
        # As the program does, once its first page is seen.
        finished(load(OF_THE_HISTORY))
        past, before = history.read(past_in, Past()), history.read(last_sets, {})
        self._rig.services.known_past.learn(past, before)
        self._listed = self._read = 0
        self._rig.services.history.changed.connect(self._note_listed)
        self._rig.services.progress.changed.connect(self._note_read)

    def open(self) -> tuple[float, float, float]:
        """Return after how many ms the page was painted, its sessions, and its exercise."""
        _let_pass(CALM)
        window = self._rig.window
        self._listed = self._read = 0
        began = perf_counter_ns()
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_H)
        let_run_until(lambda: window.painted > began)
        painted = window.painted
        let_run_until(lambda: window.painted > self._listed > began)
        listed = window.painted
        let_run_until(lambda: window.painted > self._read > began)
        seen = painted, listed, window.painted
        return tuple((each - began) / 1e6 for each in seen)

    def close(self) -> None:
        """Go back to where the page was opened."""
        QTest.keyClick(self._rig.window.windowHandle(), Qt.Key.Key_Escape)

    def end(self) -> None:
        """Close the window."""
        self._rig.window.close_at_once()

    def _note_listed(self) -> None:
        """Note when the year and its sessions were there, which come first."""
        self._listed = self._listed or perf_counter_ns()

    def _note_read(self) -> None:
        """Note when one exercise was there, which comes last."""
        self._read = perf_counter_ns()


def _let_pass(ms: int) -> None:
    calm = QTimer(singleShot=True, interval=ms)
    calm.start()
    let_run_until(lambda: not calm.isActive())


def main() -> None:
    """Print the times of the first opening, and of another one."""
    app = application()
    reader = Reader(Path(sys.argv[1]))
    first = reader.open()
    reader.close()
    found = [first, reader.open()]
    reader.end()
    print(json.dumps(found))
    app.quit()


if __name__ == "__main__":
    main()
