"""Hears what was played: how long, how loud, how high, and when."""

import os
import signal
import sys
import wave
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import pairwise
from math import cos, log10, pi
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen, run
from types import TracebackType
from typing import IO, Self

from tests.support.desktop import PATIENCE, wait_until
from tests.support.processes import children, is_running

RATE = 48_000
"""The samples a second of the private sound server."""

WINDOW = 5
"""The length in ms of the windows in which loudness is judged."""

LOUD = 100
"""The size of a sample that is heard."""


@dataclass(frozen=True, slots=True)
class Recording:
    """16 bit samples of one channel at `rate` a second."""

    rate: int
    samples: array

    def __add__(self, later: "Recording") -> "Recording":
        """Return this one with `later`, which was recorded right after it."""
        return Recording(self.rate, self.samples + later.samples)

    @property
    def ms(self) -> float:
        """How long it lasts."""
        return 1000 * len(self.samples) / self.rate

    @property
    def peak(self) -> float:
        """The loudest sample in dBFS."""
        return 20 * log10(max(map(abs, self.samples)) / 32767)

    def between(self, start: float, end: float) -> "Recording":
        """Return the part from `start` to `end`, in ms."""
        first, last = (round(ms * self.rate / 1000) for ms in (start, end))
        return Recording(self.rate, self.samples[first:last])

    def frequency(self) -> int:
        """Return the strongest frequency between 300 and 3000 Hz, to within 10 Hz."""
        return max(range(300, 3001, 10), key=self._strength)

    def onset(self, after: float) -> float:
        """Return when the first loud sample comes after `after`, both in ms."""
        first = round(after * self.rate / 1000)
        while abs(self.samples[first]) <= LOUD:
            first += 1
        return 1000 * first / self.rate

    def notes(self) -> tuple[int, int]:
        """Return the frequencies with which it begins and ends, in the hundreds of Hz."""
        parts = (self.between(20, 100), self.between(self.ms - 100, self.ms - 20))
        return parts[0].frequency() // 100 * 100, parts[1].frequency() // 100 * 100

    def bursts(self, gap: float) -> list[tuple[float, float]]:
        """Return start and end in ms of all that is heard; silences below `gap` are ignored."""
        loud = [start for start in range(0, int(self.ms), WINDOW) if self._is_loud(start)]
        if not loud:
            return []
        breaks = [(a + WINDOW, b) for a, b in pairwise(loud) if b - a - WINDOW >= gap]
        starts = [loud[0], *(start for _, start in breaks)]
        ends = [*(end for end, _ in breaks), loud[-1] + WINDOW]
        return [(float(start), float(end)) for start, end in zip(starts, ends, strict=True)]

    def _is_loud(self, start: int) -> bool:
        return max(map(abs, self.between(start, start + WINDOW).samples), default=0) > LOUD

    def _strength(self, frequency: int) -> float:
        """Return how much of `frequency` there is, by Goertzel's algorithm."""
        step = max(1, self.rate // 12_000)
        factor = 2 * cos(2 * pi * frequency * step / self.rate)
        before = last = 0.0
        for sample in self.samples[::step]:
            before, last = last, sample + factor * last - before
        return before * before + last * last - factor * before * last


def read_recording(path: Path) -> Recording:
    """Return the recording in the WAV file `path`, which has one channel of 16 bit."""
    with wave.open(str(path), "rb") as file:
        assert (1, 2) == (file.getnchannels(), file.getsampwidth())
        return Recording(file.getframerate(), samples_of(file.readframes(file.getnframes())))


def read_tape(tape: Path, seconds: float) -> Recording:
    """Return the first `seconds` of what is being kept in `tape`, when they are over."""
    size = round(seconds * RATE) * 2
    wait_until(lambda: tape.stat().st_size >= size, f"{seconds} s on the tape", seconds + PATIENCE)
    return Recording(RATE, samples_of(tape.read_bytes()[:size]))


def samples_of(frames: bytes) -> array:
    """Return the samples that `frames` hold, in the order of bytes of WAV files."""
    samples = array("h", frames)
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


class SoundServer:
    """A private sound server whose devices, once plugged in, are heard by whoever listens."""

    def __init__(self, folder: Path) -> None:
        """Start it; `folder` is its own, with a short path because sockets want one."""
        self.address = {
            "HOME": str(folder),
            "PULSE_SERVER": f"unix:{folder}/native",
            "XDG_RUNTIME_DIR": str(folder),
        }
        self.environ = {**os.environ, **self.address}
        self._folder = folder
        self._modules: dict[str, str] = {}
        self.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.die()

    def start(self) -> None:
        """Start it without any device; after it has died it comes back like that."""
        socket = f"module-native-protocol-unix socket={self._folder}/native auth-anonymous=1"
        # Whatever becomes of the tests, it ends a minute after the last of them.
        options = ("-n", "--daemonize=yes", "--disable-shm=yes", "--exit-idle-time=60")
        self._run("pulseaudio", *options, f"--load={socket}")
        self._number = int((self._folder / "pulse" / "pid").read_text())

    def die(self) -> None:
        """Have it end as in a crash; its socket stays behind, and nobody answers there."""
        with suppress(ProcessLookupError):
            os.kill(self._number, signal.SIGKILL)
        wait_until(lambda: not is_running(self._number), "the end of the sound server")
        # Until somebody takes note of its end, the next one would believe it to be running.
        (self._folder / "pulse" / "pid").unlink(missing_ok=True)

    def plug_in(self, name: str = "mat") -> None:
        """Give it the device `name`; the first one plays."""
        # Rewinding, a null sink plays up to 2 s ahead, and nobody hears that at once.
        device = (f"sink_name={name}", f"rate={RATE}", "channels=1", "norewinds=1")
        module = self._run("pactl", "load-module", "module-null-sink", *device)
        self._modules[name] = module.strip()

    def pull_out(self, name: str = "mat") -> None:
        """Take the device `name` away."""
        self._run("pactl", "unload-module", self._modules.pop(name))

    def choose(self, name: str) -> None:
        """Let the device `name` play from now on."""
        self._run("pactl", "set-default-sink", name)

    @contextmanager
    def listening(self, name: str = "mat") -> Iterator["Listener"]:
        """Hear what the device `name` plays from now on."""
        with self._recorder(name, PIPE) as recorder:
            assert recorder.stdout is not None
            yield Listener(recorder.stdout)

    @contextmanager
    def taping(self, tape: Path, name: str = "mat") -> Iterator[None]:
        """Keep what the device `name` plays in `tape`, for `read_tape`, while others work."""
        with tape.open("wb") as file, self._recorder(name, file):
            yield

    @contextmanager
    def _recorder(self, name: str, target: int | IO[bytes]) -> Iterator[Popen[bytes]]:
        options = (f"--rate={RATE}", "--channels=1", "--format=s16le", "--latency-msec=20")
        command = ["parec", f"--device={name}.monitor", "--raw", *options]
        with Popen(command, env=self.environ, stdout=target, stderr=DEVNULL) as recorder:
            try:
                yield recorder
            finally:
                recorder.terminate()

    def _run(self, *command: str) -> str:
        done = run(
            command, env=self.environ, check=True, capture_output=True, timeout=60, text=True
        )
        return done.stdout


def sound_processes(parent: int) -> list[int]:
    """Return the sound processes that `parent` has started and that run."""
    return [
        process
        for process in children(parent)
        if b"matside.devices.sound.process" in _command(process)
    ]


def _command(process: int) -> bytes:
    return Path(f"/proc/{process}/cmdline").read_bytes()


class Listener:
    """Ears at a sound server."""

    def __init__(self, frames: IO[bytes]) -> None:
        """Hear the samples that arrive as `frames`, as fast as they are played."""
        self._frames = frames

    def hear(self, seconds: float) -> Recording:
        """Return the next `seconds` of what is played, when they are over."""
        return Recording(RATE, samples_of(self._frames.read(round(seconds * RATE) * 2)))

    def hear_until(self, condition: Callable[[], bool]) -> Recording:
        """Return what is played until `condition` holds, and half a second more."""
        heard = array("h")
        while not condition():
            heard += self.hear(0.1).samples
        return Recording(RATE, heard + self.hear(0.5).samples)
