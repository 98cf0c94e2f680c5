"""Works an awake lock as the lines of standard input say, and answers each with a line.

`hold` answers with the seconds it took, `release` and `held` with whether the lock is held,
`wait` with True as soon as it is, `watch` with whether it was within a second, `make ready` with
True once wakepy is loaded.
"""

import sys
import threading
import time
from collections.abc import Callable

from matside.devices.desktop.awake import WakepyAwake


def main() -> None:
    """Answer until the input ends."""
    awake = WakepyAwake()
    for line in sys.stdin:
        print(answer(awake, line.strip()), flush=True)


def answer(awake: WakepyAwake, word: str) -> object:
    """Do what `word` says."""
    match word:
        case "hold":
            before = time.monotonic()
            awake.hold()
            return time.monotonic() - before
        case "release":
            awake.release()
        case "make ready":
            awake.make_ready()
            return within(20, lambda: "wakepy" in sys.modules)
        case "wait":
            return within(20, lambda: awake.held)
        case "watch":
            return within(1, lambda: awake.held)
    return awake.held


def within(seconds: float, happened: Callable[[], bool]) -> bool:
    """Return True as soon as `happened()` is, False when `seconds` are over."""
    pause = threading.Event()
    deadline = time.monotonic() + seconds
    while not happened() and time.monotonic() < deadline:
        pause.wait(0.01)
    return happened()


main()
