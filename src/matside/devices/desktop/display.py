"""Checks whether a window can be opened, since Qt would abort the process if it cannot."""

import ctypes
import re
import sys
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from enum import Enum
from pathlib import Path
from threading import Thread
from typing import TypeVar

from matside.devices.desktop.libraries import FOR_WINDOW
from matside.frozen import frozen

PATIENCE = 3.0
"""The maximum wait for a display to answer, in seconds."""

NO_DISPLAY = 2
"""The exit code if no window can be opened."""

PACKAGES = " ".join(dict.fromkeys(FOR_WINDOW.values()))
"""The packages of Debian and Ubuntu that hold every library a window needs."""

_LIBRARY = r"^(?P<name>[^\s:]+\.so[^\s:]*): cannot open shared object file"

_PLUGINS = {"xcb": "libqxcb.so", "wayland": "libqwayland.so"}


_T = TypeVar("_T")


class DisplayFault(Enum):
    """Why there is no display: none is named, it does not answer, or a library is missing."""

    NOT_NAMED = "not named"
    NO_ANSWER = "no answer"
    NO_LIBRARY = "no library"


@frozen
class Missing:
    """Why no window can be opened; `detail` names the display or the library."""

    why: DisplayFault
    detail: str = ""


def missing_display(
    environ: Mapping[str, str], held: ExitStack, *, patience: float = PATIENCE
) -> Missing | None:
    """Return why Qt would find no display in `environ`, None if it would find one.

    The connection that was tried stays open until `held` closes, because a bare X server may end
    with its last client: close it once Qt has its own. Each display has `patience` seconds to
    answer. Only X and Wayland on Linux are checked; any other platform of Qt is taken to work.
    """
    if not sys.platform.startswith("linux"):
        return None
    platforms = _platforms(environ)
    if not all(platform in _PLUGINS for platform in platforms):
        return None
    return _first_fault([_fault_of(platform, environ, held, patience) for platform in platforms])


def missing_library(error: ImportError) -> Missing | None:
    """Return the system library that kept a part of Qt from loading, None if none did."""
    name = _library_in(str(error))
    return Missing(DisplayFault.NO_LIBRARY, name) if name else None


def sentence(missing: Missing) -> str:
    """Return `missing` as one English sentence that also says what helps.

    It is not translated, for without Qt there are no translations.
    """
    match missing.why:
        case DisplayFault.NOT_NAMED:
            return (
                "Matside needs a desktop to open its window on:"
                " neither DISPLAY nor WAYLAND_DISPLAY is set."
            )
        case DisplayFault.NO_ANSWER:
            return f"Matside cannot open its window: the display {missing.detail} does not answer."
        case DisplayFault.NO_LIBRARY:
            return (
                f"Matside cannot open its window because {missing.detail} is missing;"
                f" on Debian and Ubuntu this line helps: sudo apt install {PACKAGES}"
            )


def _platforms(environ: Mapping[str, str]) -> list[str]:
    """Return the platforms that Qt would try, in order, by their plain names."""
    if asked := environ.get("QT_QPA_PLATFORM"):
        names = [part.partition(":")[0] for part in asked.split(";")]
        return ["wayland" if name == "wayland-egl" else name for name in names]
    wayland = environ.get("WAYLAND_DISPLAY") or environ.get("XDG_SESSION_TYPE") == "wayland"
    return ["wayland", "xcb"] if wayland else ["xcb"]


def _first_fault(faults: list[Missing | None]) -> Missing | None:
    """Return None if one platform works, else the most informative fault."""
    if None in faults:
        return None
    telling = [fault for fault in faults if fault and fault.why is not DisplayFault.NOT_NAMED]
    return telling[0] if telling else Missing(DisplayFault.NOT_NAMED)


def _fault_of(
    platform: str, environ: Mapping[str, str], held: ExitStack, patience: float
) -> Missing | None:
    name = _display(platform, environ)
    if not name:
        return Missing(DisplayFault.NOT_NAMED)
    if library := _unloadable(_folder_of_plugins(environ) / _PLUGINS[platform]):
        return Missing(DisplayFault.NO_LIBRARY, library)
    connect = _connect_to_x if platform == "xcb" else _connect_to_wayland
    end = _in_time(lambda: connect(name), patience)
    if end is None:
        return Missing(DisplayFault.NO_ANSWER, name)
    held.callback(end)
    return None


def _display(platform: str, environ: Mapping[str, str]) -> str:
    """Return the name of the X server or the path of the Wayland socket, empty for none."""
    if platform == "xcb":
        return environ.get("DISPLAY", "")
    path = Path(environ.get("XDG_RUNTIME_DIR", ""), environ.get("WAYLAND_DISPLAY") or "wayland-0")
    return str(path) if path.is_absolute() else ""


def _folder_of_plugins(environ: Mapping[str, str]) -> Path:
    if folder := environ.get("QT_QPA_PLATFORM_PLUGIN_PATH"):
        return Path(folder)
    from PySide6.QtCore import QLibraryInfo

    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms")


def _unloadable(plugin: Path) -> str | None:
    """Return the library that keeps `plugin` from loading, None if it loads.

    A missing plugin is left to Qt, which looks in other folders too.
    """
    if not plugin.exists():
        return None
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return _library_in(str(error)) or plugin.name
    return None


def _library_in(message: str) -> str | None:
    found = re.match(_LIBRARY, message)
    return found["name"] if found else None


def _connect_to_x(name: str) -> Callable[[], None] | None:
    """Connect to the X server `name`; return what closes the connection, None if it is refused.

    This uses the same library as Qt.
    """
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(name.encode(), None))

    def end() -> None:
        xcb.xcb_disconnect(connection)

    if xcb.xcb_connection_has_error(connection):
        end()
        return None
    return end


def _connect_to_wayland(path: str) -> Callable[[], None] | None:
    import socket

    channel = socket.socket(socket.AF_UNIX)
    if channel.connect_ex(path):
        channel.close()
        return None
    return channel.close


def _in_time(asked: Callable[[], _T | None], patience: float) -> _T | None:
    """Return the result of `asked`, None if that takes longer than `patience` seconds."""
    answers: list[_T | None] = []
    thread = Thread(target=lambda: answers.append(asked()), name="display", daemon=True)
    thread.start()
    thread.join(patience)
    return answers[0] if answers else None
