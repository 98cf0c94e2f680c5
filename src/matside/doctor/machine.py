"""Examines the machine: the program's own parts, window, sound, voice and the desktop."""

import os
import platform
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib.machinery import ModuleSpec
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from matside import __version__
from matside.core.ports.findings import Finding, What
from matside.core.settings import Settings
from matside.devices.desktop.display import DisplayFault
from matside.devices.sound.server import BY_PULSEAUDIO
from matside.devices.voice.clip_store import trim
from matside.devices.voice.engine import Engine, EngineFailed, find_engine
from matside.devices.voice.recordings import VoicePack
from matside.doctor.child import Outcome, ProcessEnd, run, run_probe

UNSOUND_FROM, SOUND_AGAIN_FROM = (6, 12), (3, 12)
"""From this PySide6 on, calls lose references to None on a Python older than the second."""

WINDOW_PATIENCE = 10.0
SOUND_PATIENCE = 6.0
BUS_PATIENCE = 8.0
VOICE_PATIENCE = 4.0
"""The time limits of the probes in seconds; a display alone may take 3."""

_UNSEEN = frozenset({"offscreen", "minimal", "vnc"})

_BUSES = {"yes": What.BUS, "deaf": What.BUS_DEAF}


def examine_program() -> Iterator[Finding]:
    """Tell the versions, and whether they work together."""
    python = platform.python_version()
    try:
        pyside = version("PySide6-Essentials")
    except PackageNotFoundError:
        yield Finding(What.NO_QT, {"reason": "PySide6 is not installed"})
        return
    versions = {"matside": __version__, "python": python, "pyside": pyside}
    unsound = is_unsound(pyside, sys.version_info[:2])
    yield Finding(What.UNSOUND_QT if unsound else What.VERSIONS, versions)


def is_unsound(pyside: str, python: tuple[int, ...]) -> bool:
    """Return whether this PySide6 can crash this Python."""
    numbers = tuple(int(number) for number in re.findall(r"\d+", pyside)[:2])
    return numbers >= UNSOUND_FROM and python < SOUND_AGAIN_FROM


def examine_system() -> Iterator[Finding]:
    """Tell which system this is."""
    name = f"{platform.system()} {platform.release()}"
    with suppress(OSError, KeyError):
        name = f"{platform.freedesktop_os_release()['PRETTY_NAME']}, {name}"
    yield Finding(What.SYSTEM, {"system": name, "machine": platform.machine()})


def examine_window(environ: Mapping[str, str]) -> Iterator[Finding]:
    """Tell whether a window can be opened."""
    outcome = run_probe("window", environ, WINDOW_PATIENCE)
    found = outcome.found
    if "no_qt" in found:
        yield _lacking(What.NO_WINDOW_LIBRARY, What.NO_QT, found, found["no_qt"])
    elif "missing" in found:
        yield from _missing(found)
    elif "platform" in found:
        unseen = found["platform"] in _UNSEEN
        yield Finding(What.WINDOW_UNSEEN if unseen else What.WINDOW_OPENS, found)
    elif outcome.end is ProcessEnd.HUNG:
        yield Finding(What.WINDOW_HANGS)
    else:
        yield Finding(What.WINDOW_ABORTS, {"reason": outcome.complaint})


def _missing(found: Mapping[str, str]) -> Iterator[Finding]:
    """Yield what prevents a window; missing libraries are reported in any case."""
    why, about = DisplayFault(found["missing"]), found["about"]
    if why is DisplayFault.NOT_NAMED:
        yield Finding(What.NO_DISPLAY)
    elif why is DisplayFault.NO_ANSWER:
        yield Finding(What.DISPLAY_SILENT, {"display": about})
    if why is DisplayFault.NO_LIBRARY or found.get("packages"):
        yield _lacking(What.NO_WINDOW_LIBRARY, What.WINDOW_ABORTS, found, about)


def _lacking(what: What, otherwise: What, found: Mapping[str, str], reason: str) -> Finding:
    """Return `what` with the missing packages, or `otherwise` if none is known."""
    if found.get("packages"):
        return Finding(what, {name: found[name] for name in ("libraries", "packages")})
    return Finding(otherwise, {"reason": reason})


def examine_sound(environ: Mapping[str, str]) -> Iterator[Finding]:
    """Tell whether sounds can be heard."""
    outcome = run_probe("sound", environ, SOUND_PATIENCE)
    if outcome.end is ProcessEnd.FAILED:
        if outcome.found.get("pipewire"):
            yield Finding(What.PIPEWIRE_BARE)
        # As the window does.
        outcome = run_probe("sound", {**environ, **BY_PULSEAUDIO}, SOUND_PATIENCE)
    found = outcome.found
    if "missing" in found:
        yield _lacking(What.NO_SOUND_LIBRARY, What.SOUND_ABORTS, found, found["missing"])
    elif found.get("device"):
        yield Finding(What.SOUND_DEVICE, {"device": found["device"]})
    elif "device" in found:
        no_server = found["server"] == "no"
        yield Finding(What.NO_SOUND_SERVER if no_server else What.NO_SOUND_DEVICE)
    else:
        yield _broken_off(outcome, What.SOUND_HANGS, What.SOUND_ABORTS)


def _broken_off(outcome: Outcome, hangs: What, aborts: What) -> Finding:
    if outcome.end is ProcessEnd.HUNG:
        return Finding(hangs)
    return Finding(aborts, {"reason": outcome.complaint})


def examine_recorded_voice(folder: Path) -> Iterator[Finding]:
    """Tell how many sentences are recorded in `folder`."""
    try:
        pack = VoicePack(folder)
    except (OSError, ValueError, LookupError, TypeError):
        yield Finding(What.NO_RECORDED_VOICE, {"folder": str(folder)})
    else:
        yield Finding(What.RECORDED_VOICE, {"sentences": str(len(pack.recordings))})


def examine_voice(
    environ: Mapping[str, str], find_package: Callable[[str], ModuleSpec | None] = find_spec
) -> Iterator[Finding]:
    """Tell whether a speech engine can be heard; only Linux needs one to be installed."""
    if not sys.platform.startswith("linux"):
        return
    path = environ.get("PATH")
    engine = find_engine("linux", lambda name: shutil.which(name, path=path), find_package)
    if engine is None or engine.program is None:
        yield Finding(What.NO_VOICE)
        return
    is_packaged = engine.command[0] != str(engine.program)
    program = str(engine.program.parent if is_packaged else engine.program)
    reason = _why_mute(engine, environ)
    if reason is None:
        name = "espeak-ng" if is_packaged else _versioned(program, environ)
        yield Finding(What.VOICE, {"engine": name, "program": program})
    else:
        yield Finding(What.VOICE_FAILS, {"program": program, "reason": reason})


def _why_mute(engine: Engine, environ: Mapping[str, str]) -> str | None:
    """Return why `engine` cannot be heard, None if it can."""
    with _file_in_memory() as written:
        command = engine.command_for(Settings().voice_rate, written)
        outcome = run(command, environ, VOICE_PATIENCE, told=b"Ready")
        if outcome.end is not ProcessEnd.DONE:
            return outcome.complaint if outcome.end is ProcessEnd.FAILED else "it does not answer"
        if not written.stat().st_size:
            return "no sound file was written"
        try:
            trim(written, Path(os.devnull))
        except EngineFailed as failure:
            return str(failure)
    return None


@contextmanager
def _file_in_memory() -> Iterator[Path]:
    """Yield the path of an empty file in no folder, so that the examination changes none."""
    file = os.memfd_create("matside")
    try:
        yield Path(f"/proc/{os.getpid()}/fd/{file}")
    finally:
        os.close(file)


def _versioned(program: str, environ: Mapping[str, str]) -> str:
    """Return the name of espeak-ng, with its version if `program` tells it."""
    said = run((program, "--version"), environ, VOICE_PATIENCE).output
    number = re.search(r"\d+(\.\d+)+", said)
    return f"espeak-ng {number[0]}" if number else "espeak-ng"


def examine_desktop(environ: Mapping[str, str]) -> Iterator[Finding]:
    """Tell whether the desktop can be reached, and whether it keeps the screen awake."""
    outcome = run_probe("bus", environ, BUS_PATIENCE)
    found = outcome.found
    if sys.platform.startswith("linux"):
        yield Finding(_BUSES.get(found.get("bus", ""), What.NO_BUS))
    if found.get("awake"):
        yield Finding(What.AWAKE, {"method": found["awake"]})
    elif outcome.end is ProcessEnd.HUNG:
        yield Finding(What.AWAKE_HANGS)
    else:
        yield Finding(What.NOT_AWAKE)
