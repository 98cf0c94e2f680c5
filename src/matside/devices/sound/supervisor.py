"""Keeps the sound process running: starts it, and restarts it when it ends or hangs."""

import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from threading import Thread
from typing import IO

from PySide6.QtCore import QObject, QTimer, Signal

from matside.devices.sound.messages import Message, Play, Silent, SoundFault, decode, encode
from matside.devices.sound.server import BY_PULSEAUDIO, may_answer

_logger = logging.getLogger(__name__)

COMMAND = (sys.executable, "-P", "-m", "matside.devices.sound.process")
"""The command of the sound process; `-P` keeps the current folder out of its imports."""

CRASHES = frozenset({-signal.SIGABRT, -signal.SIGFPE, -signal.SIGILL, -signal.SIGSEGV})
"""The exit codes of a process that has crashed; on Windows there are none."""

LOADING = 10_000
"""The maximum time from the start of a process to its first message, in ms; else it hangs."""

PATIENCE = 2_000
"""The maximum time for an answer to a request to play, in ms; else the process hangs."""

STEADY = 3_000
"""The time after its first message from which on the end of a process is no failure, in ms."""

FIRST_DELAY, LONGEST_DELAY = 250, 60_000
"""The delay before a restart after the first failure, and the maximum after many, in ms."""

LOOKING = 500
"""The interval at which a server that did not answer is tried again, in ms."""

ENDING = 0.25
"""The time in seconds that a process gets to end by itself, and again after it is killed."""


class SoundSupervisor(QObject):
    """Runs one sound process after the other; the window never waits for any of them.

    Each new process knows nothing of the last one, and gets messages only after its first own.
    """

    told = Signal(object)
    """A message of the process; that no server answers is reported on its behalf."""

    lost = Signal()
    """The process has ended; messages that it did not answer are lost."""

    _heard = Signal(object, object)
    _ended = Signal(object, int)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        command: Sequence[str] = COMMAND,
        server_is_there: Callable[[], bool] = may_answer,
    ) -> None:
        """Start nothing yet; `server_is_there` is called before every process but the first."""
        super().__init__(parent)
        self._command = command
        self._server_is_there = server_is_there
        self._process: subprocess.Popen[bytes] | None = None
        self._reader: Thread | None = None
        self._failures = 0
        self._has_spoken = False
        self._backend: Mapping[str, str] = {}
        self._heard.connect(self._take)
        self._ended.connect(self._follow)
        self._steady = QTimer(self, singleShot=True, interval=STEADY)
        self._steady.timeout.connect(self._forgive)
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._end_hanging)
        self._delay = QTimer(self, singleShot=True)
        self._delay.timeout.connect(self.start)
        self._looking = QTimer(self, interval=LOOKING)
        self._looking.timeout.connect(self._look)

    def start(self) -> None:
        """Start a process, and another one whenever it ends."""
        self._looking.stop()
        self._delay.stop()
        try:
            process = _started(self._command, self._backend)
        except OSError as error:
            _logger.warning("The sound process cannot be started: %s", error)
            self._plan_next()
            return
        self._process = process
        self._has_spoken = False
        self._patience.start(LOADING)
        self._reader = Thread(
            target=self._read, args=(process,), name="sound process", daemon=True
        )
        self._reader.start()

    def stop(self) -> None:
        """End the process, and start no other.

        Afterwards this object may be deleted: no thread refers to it any more.
        """
        for timer in (self._steady, self._patience, self._delay, self._looking):
            timer.stop()
        process, self._process = self._process, None
        if process is not None and self._reader is not None:
            _pipe(process.stdin).close()
            self._see_off(process, self._reader)

    def say(self, message: Message) -> None:
        """Send `message` to the process; it is lost if there is none, or it hangs."""
        if self._process is None:
            return
        line = encode(message)
        try:
            written = os.write(_pipe(self._process.stdin).fileno(), line)
        except OSError:  # full, because it hangs, or broken, because it has ended
            written = 0
        if 0 < written < len(line):
            self._process.kill()
        if isinstance(message, Play) and not self._patience.isActive():
            self._patience.start(PATIENCE)

    def _see_off(self, process: subprocess.Popen[bytes], reader: Thread) -> None:
        """Wait for `process` to end, within ms of its standard input, else kill it."""
        reader.join(ENDING)
        if reader.is_alive():
            process.kill()
            reader.join(ENDING)

    def _read(self, process: subprocess.Popen[bytes]) -> None:
        """Emit the messages of `process` until it ends; this blocks, and runs in a thread."""
        # The window may be closed in the meantime, and this object with it.
        with suppress(RuntimeError):
            with _pipe(process.stdout) as answers:
                for line in answers:
                    if (message := decode(line)) is not None:
                        self._heard.emit(process, message)
            self._ended.emit(process, process.wait())

    def _take(self, process: subprocess.Popen[bytes], message: Message) -> None:
        if process is not self._process:
            return
        self._patience.stop()
        self._has_spoken = True
        if not self._steady.isActive():
            self._steady.start()
        self.told.emit(message)

    def _follow(self, process: subprocess.Popen[bytes], code: int) -> None:
        """Handle the end of `process`, and plan the next one."""
        if process is not self._process:
            return
        _logger.info("The sound process has ended with %d", code)
        if code in CRASHES and not self._has_spoken:
            self._backend = {} if self._backend else BY_PULSEAUDIO
            _logger.warning("Sound is tried with %s", self._backend or "Qt's own choice")
        self.stop()
        self.lost.emit()
        self._plan_next()

    def _plan_next(self) -> None:
        """Start the next process: at once, later after failures, or when a server answers."""
        if self._server_is_there():
            self._delay.start(_delay_after(self._failures))
            self._failures += 1
        else:
            self._delay.start(LONGEST_DELAY)
            self._looking.start()
            self._say_silent("no sound server answers")

    def _look(self) -> None:
        if self._server_is_there():
            self._failures = 0
            self.start()

    def _forgive(self) -> None:
        self._failures = 0

    def _end_hanging(self) -> None:
        if self._process is None:
            return
        self._process.kill()
        self._say_silent("the sound process hangs")

    def _say_silent(self, why: str) -> None:
        self.told.emit(Silent(SoundFault.NO_DEVICE.value, why))


def _started(command: Sequence[str], environ: Mapping[str, str]) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(  # noqa: S603 - the command is our own
        command,
        env={**os.environ, **environ},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        # No console may flash up on Windows; other systems have no such flag.
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    # Python supports it on Windows from 3.12 on.
    if hasattr(os, "set_blocking"):
        os.set_blocking(_pipe(process.stdin).fileno(), False)
    return process


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None  # the process was started with pipes
    return pipe


def _delay_after(failures: int) -> int:
    """Return the delay before the next start, in ms, after `failures` in a row."""
    if failures == 0:
        return 0
    return min(FIRST_DELAY << min(failures - 1, 16), LONGEST_DELAY)
