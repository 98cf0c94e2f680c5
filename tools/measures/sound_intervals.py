"""How precisely a workout sounds: the real program on a private sound server, recorded."""

import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from matside.core.ports.devices import Chime
from tests.support.holds import HOLD, REST, chimes_expected, chimes_in, holding, seconds_of
from tests.support.sound import SoundServer

DUE = (1000 * HOLD, 1000 * REST)
"""The intervals from go to stop and from stop to go, in ms."""


class Misheard(Exception):
    """The recording is not what was expected; the message says what it is."""


def onsets(environ: Mapping[str, str], data: Path, holds: int, *, busy: bool) -> list[float]:
    """Return when each go and stop is heard in a workout of `holds` holds, in ms.

    The program runs in `environ` on the data folder `data`; with `busy` another process uses all
    of one core.
    """
    with (
        TemporaryDirectory(prefix="matside-") as folder,
        SoundServer(Path(folder)) as server,
        busy_core() if busy else nullcontext(),
    ):
        server.plug_in()
        with server.listening() as listener, holding({**environ, **server.address}, data, holds):
            heard = chimes_in(listener.hear(seconds_of(holds)))
    if chimes_expected(holds) != [chime for _, chime in heard]:
        raise Misheard(", ".join(chime.value if chime else "?" for _, chime in heard))
    return [start for start, chime in heard if chime is not Chime.TICK]


def lengths_off(onsets: Sequence[float]) -> list[float]:
    """Return the error of each interval in ms, negative if it is too short."""
    return [
        abs(after - before - DUE[place % 2])
        for place, (before, after) in enumerate(pairwise(onsets))
    ]


def lateness(onsets: Sequence[float]) -> list[float]:
    """Return how late each is heard in ms, relative to the first."""
    due = onsets[0]
    late: list[float] = []
    for place, onset in enumerate(onsets):
        late.append(onset - due)
        due += DUE[place % 2]
    return late


@contextmanager
def busy_core() -> Iterator[None]:
    """Keep one core busy."""
    process = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        yield
    finally:
        process.kill()
        process.wait()
