"""The system libraries that Qt needs on Linux, and which of them are missing."""

import ctypes
import sys
from collections.abc import Mapping
from pathlib import Path

XCB_CURSOR = "libxcb-cursor.so.0"

FOR_WINDOW: Mapping[str, str] = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    XCB_CURSOR: "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""The libraries that a window loads, each with its package in Debian and Ubuntu."""

FOR_SOUND: Mapping[str, str] = {"libpulse.so.0": "libpulse0", "libXrandr.so.2": "libxrandr2"}
"""The libraries that sound loads in addition."""


_PIPEWIRE = "libpipewire-0.3.so.0"

_SETTINGS_OF_PIPEWIRE = "client.conf"


def lacking(libraries: Mapping[str, str]) -> Mapping[str, str]:
    """Return those of `libraries` that do not load; none on systems other than Linux.

    Loading runs their code, so it is better done in a process that may crash.
    """
    if not sys.platform.startswith("linux"):
        return {}
    return {name: package for name, package in libraries.items() if not _loads(name)}


def pipewire_lacks_settings(environ: Mapping[str, str]) -> bool:
    """Return whether PipeWire's library is installed without its settings.

    Other programs bring the library along; the settings are in a separate package.
    """
    if not sys.platform.startswith("linux") or not _loads(_PIPEWIRE):
        return False
    return not any((folder / _SETTINGS_OF_PIPEWIRE).exists() for folder in _pipewires(environ))


def _pipewires(environ: Mapping[str, str]) -> list[Path]:
    """Return the folders that may hold PipeWire's settings, as listed in its manual page."""
    if folder := environ.get("PIPEWIRE_CONFIG_DIR"):
        return [Path(folder)]
    own = environ.get("XDG_CONFIG_HOME") or Path(environ.get("HOME", "/"), ".config")
    return [Path(folder, "pipewire") for folder in (own, "/etc", "/usr/share", "/usr/local/share")]


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
