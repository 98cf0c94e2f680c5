"""Works an awake lock as the lines of standard input say, and answers each with a line.

`hold` answers with the seconds it took, `release` and `held` with whether the lock is held,
`wait` with True as soon as it is, `watch` with whether it was within a second.
"""

import sys
import threading
import time

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
        case "wait":
            return held_within(20, awake)
        case "watch":
            return held_within(1, awake)
    return awake.held


def held_within(seconds: float, awake: WakepyAwake) -> bool:
    """Return True as soon as the lock is held, False when `seconds` are over."""
    pause = threading.Event()
    deadline = time.monotonic() + seconds
    while not awake.held and time.monotonic() < deadline:
        pause.wait(0.01)
    return awake.held


main()
