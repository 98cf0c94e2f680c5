"""Window, sound, voice and desktop are examined on machines that have them, and on others."""

import os
import platform
import re
import socket
import sys
from collections.abc import Iterable
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from pathlib import Path
from shutil import copy, which

import pytest

import matside
from matside import __version__
from matside.core.ports.findings import Finding, What
from matside.doctor import machine
from matside.doctor.child import ProcessEnd, run
from tests.devices.voice.test_clip_store import written
from tests.support.bus import Bus
from tests.support.desktop import open_desktop
from tests.support.espeakng import espeakng_loader
from tests.support.sound import SoundServer

SOURCES = Path(matside.__file__).parents[1]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be built here")


def only(findings: Iterable[Finding]) -> Finding:
    """Return the one finding of `findings`."""
    (finding,) = findings
    return finding


def program_in(folder: Path, name: str, script: str) -> dict[str, str]:
    """Return an environment whose only program is `name`, which does `script`."""
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return {**os.environ, "PATH": str(folder)}


def hide_library(folder: Path, environ: dict[str, str], name: str) -> dict[str, str]:
    """Return `environ` with a library `name` that is found first and cannot be loaded."""
    (folder / name).write_bytes(b"no library")
    return {**environ, "LD_LIBRARY_PATH": str(folder)}


def test_the_versions_are_told() -> None:
    """Those of Matside, of Qt for Python and of Python."""
    finding = only(machine.examine_program())

    assert What.VERSIONS is finding.what
    assert (__version__, platform.python_version()) == (
        finding.details["matside"],
        finding.details["python"],
    )


def test_without_qt_for_python_nothing_works() -> None:
    """Here nothing at all is installed beside Python."""
    code = "from matside.doctor.machine import examine_program as examine;"
    done = run(
        [sys.executable, "-S", "-c", f"{code} print(*(found.what.value for found in examine()))"],
        {**os.environ, "PYTHONPATH": str(SOURCES)},
        20.0,
    )

    assert (ProcessEnd.DONE, "no-qt\n") == (done.end, done.output)


@pytest.mark.parametrize(
    ("pyside", "python", "expected"),
    [
        ("6.11.3", (3, 11), False),
        ("6.12.0", (3, 11), True),
        ("6.12.0a1", (3, 11), True),
        ("6.12.0", (3, 12), False),
        ("7.0.0", (3, 11), True),
    ],
)
def test_a_pair_of_versions_that_ends_the_program_is_known(
    pyside: str,
    python: tuple[int, int],
    *,
    expected: bool,
) -> None:
    """PySide6 6.12 is sound from Python 3.12 on."""
    assert expected is machine.is_unsound(pyside, python)


def test_the_system_is_told() -> None:
    """With its kernel and its processor."""
    finding = only(machine.examine_system())

    assert platform.release() in finding.details["system"]
    assert platform.machine() == finding.details["machine"]


def test_a_window_opens_on_a_desktop(runtime: Path) -> None:
    """Qt connects to a real X server."""
    with open_desktop(runtime) as desktop:
        finding = only(machine.examine_window(desktop.environ))

    assert What.WINDOW_OPENS is finding.what
    assert {"platform": "xcb", "screens": "1"} == finding.details


def test_without_a_desktop_no_window_opens(bare: dict[str, str]) -> None:
    """Nobody has named a display."""
    assert Finding(What.NO_DISPLAY) == only(machine.examine_window(bare))


def test_a_display_that_does_not_answer_is_named(bare: dict[str, str]) -> None:
    """Qt would end the process there."""
    finding = only(machine.examine_window({**bare, "DISPLAY": ":65000"}))

    assert Finding(What.DISPLAY_SILENT, {"display": ":65000"}) == finding


def test_a_window_that_nobody_sees_is_noted(bare: dict[str, str]) -> None:
    """Somebody has told Qt to draw nowhere."""
    finding = only(machine.examine_window({**bare, "QT_QPA_PLATFORM": "offscreen"}))

    assert (What.WINDOW_UNSEEN, "offscreen") == (finding.what, finding.details["platform"])


def test_a_library_that_is_missing_is_named_with_its_package(
    bare: dict[str, str], tmp_path: Path
) -> None:
    """One line installs it."""
    broken = hide_library(tmp_path, {**bare, "DISPLAY": ":0"}, "libxcb-cursor.so.0")

    finding = only(machine.examine_window(broken))

    assert Finding(
        What.NO_WINDOW_LIBRARY,
        {"libraries": "libxcb-cursor.so.0", "packages": "libxcb-cursor0"},
    ) == (finding)


@pytest.mark.parametrize("named", [{}, {"DISPLAY": ":0"}])
def test_without_the_libraries_of_qt_the_packages_are_told(
    bare: dict[str, str], tmp_path: Path, named: dict[str, str]
) -> None:
    """Here not even the smallest part of Qt loads; also where there is no desktop either."""
    broken = hide_library(tmp_path, {**bare, **named}, "libglib-2.0.so.0")

    *_, finding = machine.examine_window(broken)

    assert What.NO_WINDOW_LIBRARY is finding.what
    assert "libglib2.0-0" in finding.details["packages"].split()


def test_an_end_of_qt_is_a_finding(bare: dict[str, str]) -> None:
    """A platform that does not exist aborts the process that asks for it, and no other."""
    finding = only(machine.examine_window({**bare, "QT_QPA_PLATFORM": "abacus"}))

    assert What.WINDOW_ABORTS is finding.what
    assert finding.details["reason"]


def test_sound_is_heard_on_the_device_of_the_server(bare_sound_server: SoundServer) -> None:
    """The device has a name for people."""
    bare_sound_server.plug_in()

    finding = only(machine.examine_sound(bare_sound_server.environ))

    assert What.SOUND_DEVICE is finding.what
    assert finding.details["device"]


def test_a_server_without_a_device_plays_nothing(bare_sound_server: SoundServer) -> None:
    """It is there, and something is to be plugged in."""
    assert Finding(What.NO_SOUND_DEVICE) == only(machine.examine_sound(bare_sound_server.environ))


def test_without_a_server_nothing_is_played(bare: dict[str, str]) -> None:
    """There is one to be started."""
    assert Finding(What.NO_SOUND_SERVER) == only(machine.examine_sound(bare))


def test_a_server_that_hangs_is_not_waited_for(bare: dict[str, str], runtime: Path) -> None:
    """It takes every call and answers none."""
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(str(runtime / "native"))
        deaf.listen()
        environ = {**bare, "PULSE_SERVER": f"unix:{runtime}/native"}

        assert Finding(What.SOUND_HANGS) == only(machine.examine_sound(environ))


def test_a_missing_sound_library_is_named_with_its_package(
    bare: dict[str, str], tmp_path: Path
) -> None:
    """Qt's part for sound does not load without it."""
    broken = hide_library(tmp_path, bare, "libpulse.so.0")

    finding = only(machine.examine_sound(broken))

    assert Finding(
        What.NO_SOUND_LIBRARY, {"libraries": "libpulse.so.0", "packages": "libpulse0"}
    ) == (finding)


def with_bare_pipewire(
    folder: Path, environ: dict[str, str], spared: str = "pulseaudio"
) -> dict[str, str]:
    """Return `environ` with PipeWire's library, whose settings would be in an empty folder.

    Qt's sound is ended there, unless it is told to play by `spared`.
    """
    library = find_spec("_ctypes")
    assert library is not None
    assert library.origin is not None
    copy(library.origin, folder / "libpipewire-0.3.so.0")
    (folder / "sitecustomize.py").write_text(
        "import os, sys\n"
        "class Crash:\n"
        "    def find_spec(self, name, *_):\n"
        "        by = os.environ.get('QT_AUDIO_BACKEND')\n"
        f"        if name == 'PySide6.QtMultimedia' and by != {spared!r}:\n"
        "            os.abort()\n"
        "sys.meta_path.insert(0, Crash())\n"
    )
    return {
        **environ,
        "LD_LIBRARY_PATH": str(folder),
        "PIPEWIRE_CONFIG_DIR": str(folder),
        "PYTHONPATH": os.pathsep.join([str(folder), *sys.path]),
    }


def test_pipewire_without_its_settings_is_told_with_its_package(
    bare_sound_server: SoundServer, tmp_path: Path
) -> None:
    """It ends Qt's sound; played by PulseAudio the chimes are heard all the same."""
    bare_sound_server.plug_in()

    note, sound = machine.examine_sound(with_bare_pipewire(tmp_path, bare_sound_server.environ))

    assert [What.PIPEWIRE_BARE, What.SOUND_DEVICE] == [note.what, sound.what]


def test_pipewire_with_its_settings_is_not_what_ends_sound(
    bare: dict[str, str], tmp_path: Path
) -> None:
    """Then something else is wrong with Qt, and the doctor says so."""
    environ = with_bare_pipewire(tmp_path, bare, spared="nothing")
    (tmp_path / "client.conf").touch()

    assert What.SOUND_ABORTS is only(machine.examine_sound(environ)).what


def test_a_voice_that_can_be_heard_tells_its_version(tmp_path: Path) -> None:
    """And which program speaks."""
    environ = program_in(tmp_path, "espeak-ng", f'exec {which("espeak-ng")} "$@"')

    finding = only(machine.examine_voice(environ))

    assert (What.VOICE, str(tmp_path / "espeak-ng")) == (finding.what, finding.details["program"])
    assert re.fullmatch(r"espeak-ng \d+\.\d+(\.\d+)?", finding.details["engine"])


@pytest.mark.parametrize(
    ("deed", "reason"),
    [("", "no sound file was written"), ('/bin/cp silence "$last"', "nothing can be heard")],
)
def test_a_voice_that_cannot_be_heard_fails_though_it_tells_its_version(
    tmp_path: Path, deed: str, reason: str
) -> None:
    """Its data may be lacking; only a word that is heard tells."""
    written(tmp_path / "silence", [0] * 300)
    version = 'test "$1" = --version && echo eSpeak NG text-to-speech: 1.51 && exit'
    script = f"{version}; cd {tmp_path}; for last; do :; done; {deed}"

    finding = only(machine.examine_voice(program_in(tmp_path, "espeak-ng", script)))

    assert (What.VOICE_FAILS, reason) == (finding.what, finding.details["reason"])


def test_a_voice_is_tried_without_a_file_in_any_folder(tmp_path: Path) -> None:
    """Matside writes nowhere but into the data folder; what the voice writes lies in memory."""
    told = tmp_path / "told"
    script = f'for last; do :; done; exec 3> "$last"; /bin/readlink -f "$last" > {told}'

    machine.examine_voice(program_in(tmp_path, "espeak-ng", script)).__next__()

    assert told.read_text().startswith("/memfd:")


def test_a_voice_may_be_missing(tmp_path: Path) -> None:
    """No program of the path is one."""
    assert Finding(What.NO_VOICE) == only(machine.examine_voice({"PATH": str(tmp_path)}))


def packaged(folder: Path, library: str) -> Finding:
    """Return what is found of a voice that is a package in `folder` around its `library`."""
    data = espeakng_loader.get_data_path()
    loader = folder / "espeakng_loader.py"
    loader.write_text(
        f"def get_library_path(): return {library!r}\ndef get_data_path(): return {data!r}\n"
    )
    found = ModuleSpec("espeakng_loader", None, origin=str(loader))
    path = os.pathsep.join((str(folder), str(SOURCES)))
    environ = {**os.environ, "PATH": str(folder), "PYTHONPATH": path}
    return only(machine.examine_voice(environ, lambda _: found))


def test_a_voice_may_come_as_a_package(tmp_path: Path) -> None:
    """Without a program the optional package speaks, and nothing is to be installed."""
    finding = packaged(tmp_path, espeakng_loader.get_library_path())

    program = str(tmp_path)
    assert Finding(What.VOICE, {"engine": "espeak-ng", "program": program}) == finding


def test_a_package_that_cannot_speak_is_no_voice(tmp_path: Path) -> None:
    """That it is there tells nothing."""
    finding = packaged(tmp_path, "no-library.so")

    assert (What.VOICE_FAILS, str(tmp_path)) == (finding.what, finding.details["program"])
    assert "no-library.so" in finding.details["reason"]


@pytest.mark.parametrize(
    ("script", "reason"),
    [("echo no data >&2; exit 1", "no data"), ("exec /bin/sleep 60", "it does not answer")],
)
def test_a_voice_may_fail(tmp_path: Path, script: str, reason: str) -> None:
    """The reason is its own, or that it hangs."""
    finding = only(machine.examine_voice(program_in(tmp_path, "espeak-ng", script)))

    assert (What.VOICE_FAILS, reason) == (finding.what, finding.details["reason"])


def test_a_desktop_keeps_the_screen_awake(bus: Bus) -> None:
    """Its screen saver is asked for a moment, and let go."""
    saver = bus.screen_saver()

    reached, awake = machine.examine_desktop(bus.environ)

    assert [What.BUS, What.AWAKE] == [reached.what, awake.what]
    assert awake.details["method"]
    assert ["Inhibit", "UnInhibit"] == [saver.told().split()[0] for _ in range(2)]


def test_a_bus_without_a_screen_saver_keeps_nothing_awake(bus: Bus) -> None:
    """The bus itself is well."""
    found = [finding.what for finding in machine.examine_desktop(bus.environ)]

    assert [What.BUS, What.NOT_AWAKE] == found


def test_without_a_bus_nothing_keeps_the_screen_awake(bare: dict[str, str]) -> None:
    """Both are told, for both miss something."""
    found = [finding.what for finding in machine.examine_desktop(bare)]

    assert [What.NO_BUS, What.NOT_AWAKE] == found


def test_a_bus_that_says_nothing_is_told(bare: dict[str, str], runtime: Path) -> None:
    """Nobody waits for it, and the window opens all the same."""
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(str(runtime / "bus"))
        deaf.listen()
        environ = {**bare, "DBUS_SESSION_BUS_ADDRESS": f"unix:path={runtime}/bus"}

        found = [finding.what for finding in machine.examine_desktop(environ)]
        window = only(machine.examine_window({**environ, "QT_QPA_PLATFORM": "offscreen"}))

    assert [What.BUS_DEAF, What.NOT_AWAKE] == found
    assert What.WINDOW_UNSEEN is window.what
