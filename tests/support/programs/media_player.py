"""Takes the media keys as a window would, and tells on standard output what is asked.

Each line of standard input is an errand: `listen`, `let go`, `jump`, or
`tell PLAYBACK TITLE LENGTH`, the last in ms and not always there.
"""

import sys
import time
from threading import Thread

from PySide6.QtCore import QCoreApplication, QObject, Signal

from matside.core.ports.media import OnAir, Playback, Track
from matside.devices.desktop.media_keys import MprisMediaKeys

POSITION = 7_000


class Errands(QObject):
    """Hands the lines of standard input to the thread of the event loop."""

    came = Signal(str)
    ended = Signal()

    def read(self) -> None:
        """Read to the end."""
        for line in sys.stdin:
            self.came.emit(line.strip())
        self.ended.emit()


def tell(*words: object) -> None:
    """Print `words` at once."""
    print(*words, flush=True)


def main() -> None:
    """Do errands until there are no more."""
    app = QCoreApplication([])
    keys = MprisMediaKeys(lambda: POSITION)
    keys.asked.connect(lambda act: tell("asked", act.name))
    keys.raised.connect(lambda: tell("raised"))
    keys.checked.connect(lambda: tell("checked", keys.fault and keys.fault.name))
    errands = Errands()
    errands.came.connect(lambda line: do(keys, line))
    errands.ended.connect(app.quit)
    Thread(target=errands.read, daemon=True).start()
    app.exec()


def do(keys: MprisMediaKeys, line: str) -> None:
    """Do the errand `line`, and tell how many seconds it took."""
    before = time.monotonic()
    match line.split():
        case ["listen"]:
            keys.listen()
        case ["let", "go"]:
            keys.let_go()
        case ["jump"]:
            keys.tell_jump()
        case ["tell", "Stopped"]:
            keys.tell(OnAir())
        case ["tell", playback, title, *length]:
            ms = int(length[0]) if length else 30_000
            track = Track(3, title, "Some workout", "Pair, round 1 of 2", ms)
            keys.tell(OnAir(Playback(playback), track, can_go_next=True))
    tell("did", line, "in", time.monotonic() - before)


main()
