"""The programs that turn a text into a sound file, and how they are run.

A text is passed on standard input only: as an argument, a text that begins with a dash would be
an option, and `-wfile` would write a file.
"""

import os
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import field, replace
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from math import ceil, log
from pathlib import Path, PureWindowsPath

from matside.frozen import frozen

LIMIT = 5.0
"""The maximum time for one sentence, in seconds; a program that takes longer hangs."""

LOOK = 0.1
"""The interval at which it is checked whether a sentence is still wanted, in seconds."""

LONGEST_TEXT = 400
"""The maximum number of characters of a text that are said."""

VOICE = "en-us"

SHAPE = Path(__file__).with_name("shaping.py")
"""The program that makes a clip easier to understand; it needs only the standard library."""

PACKAGE = "espeakng_loader"
"""The package that brings espeak-ng along, for systems that have none."""

_SAPI = (
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; "
    "$text = [Console]::In.ReadToEnd(); "
    "Add-Type -AssemblyName System.Speech; "
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
    "$voice.Rate = [int]$env:MATSIDE_RATE; "
    "$voice.SetOutputToWaveFile($env:MATSIDE_CLIP); "
    "$voice.Speak($text); "
    "$voice.Dispose()"
)
"""The script that runs Windows' own voice; everything that varies is in the environment."""

_SAPI_NORMAL = 180
"""The words a minute of Windows' voices at rate 0; ten steps up are three times as fast."""


class EngineFailed(Exception):
    """A text was not turned into a sound file; the message says why."""


@frozen
class Engine:
    """A program that speaks into a WAV file.

    In `command` and in the values of `environ` {out} is the file and {rate} the rate.
    `program` is a file that changes with the version, None if that is the system's. With
    `is_shaped` the clip is made easier to understand beside a fan (`shaping`).
    """

    command: tuple[str, ...]
    program: Path | None = None
    is_shaped: bool = False
    environ: Mapping[str, str] = field(default_factory=dict)
    rate_of: Callable[[int], int] = int

    def speak(
        self,
        text: str,
        rate: int,
        out: Path,
        *,
        is_wanted: Callable[[], bool] = lambda: True,
        limit: float = LIMIT,
    ) -> None:
        """Write `text` at `rate` words a minute to `out`; this blocks for `limit` s at most.

        Raises EngineFailed, also if `is_wanted` returns False before it is done.
        """
        words = self._words(rate, out)
        environ = {name: words.get(value, value) for name, value in self.environ.items()}
        command = self.command_for(rate, out)
        try:
            with _started(command, {**os.environ, **environ}) as process:
                _finish(process, cleaned(text), is_wanted, limit)
        except OSError as error:
            raise EngineFailed(f"{command[0]}: {error}") from None
        if process.returncode:
            raise EngineFailed(f"{command[0]} ended with {process.returncode}")
        if self.is_shaped:
            _shape(out, limit)

    def command_for(self, rate: int, out: Path) -> list[str]:
        """Return the command that speaks its standard input at `rate` words a minute to `out`."""
        words = self._words(rate, out)
        return [words.get(word, word) for word in self.command]

    def identity(self) -> str:
        """Return a text that changes with the program and its version. Raises OSError."""
        name = " ".join((*self.command, "shaped") if self.is_shaped else self.command)
        if self.program is None:
            return name
        found = self.program.stat()
        return f"{name} {found.st_size} {found.st_mtime_ns}"

    def _words(self, rate: int, out: Path) -> Mapping[str, str]:
        return {"{out}": str(out), "{rate}": str(self.rate_of(rate))}


def espeak(program: str) -> Engine:
    """Return the espeak-ng at the path `program` as an engine."""
    command = (program, "--stdin", "-b", "1", "-v", VOICE, "-s", "{rate}", "-w", "{out}")
    return Engine(command, Path(program))


def packaged_espeak(package: Path) -> Engine:
    """Return the espeak-ng of the package `PACKAGE`, which runs in a process of its own."""
    module = (sys.executable, "-P", "-m", "matside.devices.voice.espeak_process")
    return Engine((*module, VOICE, "{rate}", "{out}"), package)


_WAVE = ("--file-format=WAVE", "--data-format=LEI16@22050")

SAY = Engine(("/usr/bin/say", "-f", "-", "-r", "{rate}", *_WAVE, "-o", "{out}"))
"""The voice of macOS, run as its manual page says."""

_WINDOWS = PureWindowsPath(os.environ.get("SYSTEMROOT", r"C:\Windows"))

POWERSHELL = _WINDOWS / "System32" / "WindowsPowerShell" / "v1.0" / "powershell.exe"
"""The full path, because Windows would look for the name in the current folder too."""

SAPI = Engine(
    (str(POWERSHELL), "-NoProfile", "-NonInteractive", "-Command", _SAPI),
    environ={"MATSIDE_CLIP": "{out}", "MATSIDE_RATE": "{rate}"},
    rate_of=lambda rate: max(-10, min(10, round(10 * log(rate / _SAPI_NORMAL, 3)))),
)
"""The voice of Windows, run as documented for System.Speech."""


def find_engine(
    platform: str = sys.platform,
    which: Callable[[str], str | None] = shutil.which,
    find_package: Callable[[str], ModuleSpec | None] = find_spec,
) -> Engine | None:
    """Return the engine of this machine, None if there is none."""
    if platform == "win32":
        return SAPI
    if platform == "darwin":
        return SAY
    if (program := which("espeak-ng")) is not None:
        return replace(espeak(program), is_shaped=True)
    package = find_package(PACKAGE)
    if package is None or package.origin is None:
        return None
    return replace(packaged_espeak(Path(package.origin)), is_shaped=True)


def _shape(clip: Path, limit: float) -> None:
    """Shape the WAV file `clip` in a separate process; if that fails, leave it as it is."""
    new = clip.with_suffix(".shaped.wav")
    command = (sys.executable, "-I", "-S", str(SHAPE), str(clip), str(new))
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            command, capture_output=True, timeout=limit, check=False
        )
        if done.returncode == 0:
            new.replace(clip)
    except (OSError, subprocess.TimeoutExpired):
        pass
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def cleaned(text: str) -> str:
    """Return `text` as it is passed to an engine.

    That is without control characters, lone surrogates and the brackets that begin phonemes.
    """
    plain = "".join(_harmless(character) for character in text[:LONGEST_TEXT])
    return re.sub(r"\[{2,}", "[", plain).strip()


def _harmless(character: str) -> str:
    return " " if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") else character


def _started(command: list[str], environ: Mapping[str, str]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603 - no word of the command comes from a file
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environ,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _finish(
    process: "subprocess.Popen[bytes]", text: str, is_wanted: Callable[[], bool], limit: float
) -> None:
    """Pass `text` to `process`; end it if it takes too long or is no longer wanted."""
    told: bytes | None = text.encode()
    for _ in range(ceil(limit / LOOK)):
        try:
            process.communicate(told, timeout=LOOK)
        except subprocess.TimeoutExpired:
            told = None  # it has been passed
        else:
            return
        if not is_wanted():
            reason = "it is wanted no more"
            break
    else:
        reason = "it hangs"
    process.kill()
    raise EngineFailed(reason)
