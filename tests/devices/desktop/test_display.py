"""Displays that are there, that refuse, that say nothing, and that lack a library."""

import os
import socket
import subprocess
import sys
from contextlib import ExitStack, closing
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen

import pytest
from PySide6.QtCore import QLibraryInfo

from matside.devices.desktop.display import (
    PATIENCE,
    DisplayFault,
    Missing,
    missing_display,
    missing_library,
    sentence,
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux is looked at")


def missing(environ: dict[str, str], patience: float = PATIENCE) -> Missing | None:
    """Return what is missing in `environ`, and let go of what is there."""
    with ExitStack() as held:
        return missing_display(environ, held, patience=patience)


def closed_port() -> int:
    """Return the number of an X display on this machine that refuses."""
    with closing(open_port()) as refusing:
        return refusing.getsockname()[1] - 6000


def open_port() -> socket.socket:
    """Return a socket that takes connections at the port of an X display, and says nothing."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    return listening


def test_nothing_is_missing_where_an_x_server_answers(x_display: str) -> None:
    """A server that lets us in is a display."""
    assert missing({"DISPLAY": x_display}) is None


def test_one_display_of_two_is_enough(x_display: str, runtime: Path) -> None:
    """Qt goes on to X where Wayland does not answer, and so no fault is found."""
    environ = {"DISPLAY": x_display, "WAYLAND_DISPLAY": "gone", "XDG_RUNTIME_DIR": str(runtime)}

    assert missing(environ) is None
    assert missing(environ | {"QT_QPA_PLATFORM": "wayland"}) is not None


@pytest.mark.parametrize("environ", [{}, {"DISPLAY": ""}, {"QT_QPA_PLATFORM": "xcb"}])
def test_a_display_must_be_named(environ: dict[str, str]) -> None:
    """Without a name of a display there is none."""
    assert Missing(DisplayFault.NOT_NAMED) == missing(environ)


@pytest.mark.parametrize("name", ["nonsense", ":65000", f"127.0.0.1:{closed_port()}"])
def test_a_display_that_refuses_is_missing(name: str) -> None:
    """A name that leads nowhere is told as it was given."""
    assert Missing(DisplayFault.NO_ANSWER, name) == missing({"DISPLAY": name})


def test_a_display_that_says_nothing_is_missing() -> None:
    """A server that takes the connection and then hangs is not waited for without end."""
    with open_port() as listening:
        name = f"127.0.0.1:{listening.getsockname()[1] - 6000}"
        found = missing({"DISPLAY": name}, patience=0.2)

    assert Missing(DisplayFault.NO_ANSWER, name) == found


def test_a_server_that_ends_with_its_last_client_is_held_until_qt_has_it() -> None:
    """A bare X server would be gone before the window is connected; let go of it ends."""
    command = ["Xvfb", "-displayfd", "1", "-nolisten", "tcp", "-terminate"]
    with Popen(command, stdout=PIPE, stderr=DEVNULL) as server:
        assert server.stdout is not None
        environ = {"DISPLAY": f":{int(server.stdout.readline())}"}
        with ExitStack() as held:
            assert missing_display(environ, held) is None
            for _ in range(2):
                window = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
                subprocess.run(
                    [sys.executable, "-c", window],
                    env={**os.environ, **environ, "QT_QPA_PLATFORM": "xcb"},
                    timeout=30,
                    check=True,
                )
            assert server.poll() is None
        assert 0 == server.wait(30)


def test_a_wayland_socket_that_refuses_is_missing(runtime: Path) -> None:
    """A socket that its compositor left behind is told with its path."""
    path = runtime / "wayland-3"
    with socket.socket(socket.AF_UNIX) as left_behind:
        left_behind.bind(str(path))
    environ = {"WAYLAND_DISPLAY": path.name, "XDG_RUNTIME_DIR": str(runtime)}

    assert Missing(DisplayFault.NO_ANSWER, str(path)) == missing(environ)


@pytest.mark.parametrize(
    "named",
    [
        {"WAYLAND_DISPLAY": "wayland-0"},
        {"XDG_SESSION_TYPE": "wayland"},
        {"QT_QPA_PLATFORM": "wayland-egl;xcb"},
    ],
)
def test_nothing_is_missing_where_wayland_answers(named: dict[str, str], runtime: Path) -> None:
    """The first socket of the runtime folder is the one that is meant without a name."""
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(runtime / "wayland-0"))
        compositor.listen()

        assert missing({"XDG_RUNTIME_DIR": str(runtime), **named}) is None


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=800x600", "eglfs"])
def test_other_platforms_are_believed(platform: str) -> None:
    """A platform of Qt that needs no display is not looked at."""
    assert missing({"QT_QPA_PLATFORM": platform}) is None


def test_a_library_that_is_missing_is_named(tmp_path: Path, x_display: str) -> None:
    """A plugin whose libraries are not found is told by the first of them, without an abort."""
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms")
    # Far from Qt's own folder the plugin does not find the library of Qt that it stands on.
    (tmp_path / "libqxcb.so").write_bytes((plugins / "libqxcb.so").read_bytes())
    program = (
        "import os; from contextlib import ExitStack;"
        "from matside.devices.desktop.display import missing_display;"
        "print(missing_display(os.environ, ExitStack()).detail)"
    )
    environ = {
        **os.environ,
        "DISPLAY": x_display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_QPA_PLATFORM_PLUGIN_PATH": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environ,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    assert "libQt6XcbQpa.so.6\n" == done.stdout


def test_a_plugin_that_is_broken_is_named_itself(tmp_path: Path) -> None:
    """Where the plugin is no library at all, it is what is in the way."""
    (tmp_path / "libqxcb.so").write_text("not a library")
    environ = {"DISPLAY": ":0", "QT_QPA_PLATFORM_PLUGIN_PATH": str(tmp_path)}

    assert Missing(DisplayFault.NO_LIBRARY, "libqxcb.so") == missing(environ)


def test_a_plugin_that_lies_elsewhere_is_left_to_qt(tmp_path: Path, x_display: str) -> None:
    """A folder without the plugin says nothing about it."""
    environ = {"DISPLAY": x_display, "QT_QPA_PLATFORM_PLUGIN_PATH": str(tmp_path)}

    assert missing(environ) is None


def test_an_import_that_failed_names_its_library() -> None:
    """What the loader says of a missing library is understood; other failures are not its."""
    error = ImportError("libGL.so.1: cannot open shared object file: No such file or directory")

    assert Missing(DisplayFault.NO_LIBRARY, "libGL.so.1") == missing_library(error)
    assert missing_library(ImportError("No module named 'PySide6'")) is None


@pytest.mark.parametrize(
    ("missing", "helps"),
    [
        (Missing(DisplayFault.NOT_NAMED), "DISPLAY"),
        (Missing(DisplayFault.NO_ANSWER, ":65000"), ":65000"),
        (Missing(DisplayFault.NO_LIBRARY, "libGL.so.1"), "sudo apt install libgl1"),
    ],
)
def test_what_is_missing_is_said_in_one_sentence(missing: Missing, helps: str) -> None:
    """The sentence names the program, what it is about, and stands on one line."""
    said = sentence(missing)

    assert said.startswith("Matside ")
    assert helps in said
    assert missing.detail in said
    assert 1 == len(said.splitlines())
