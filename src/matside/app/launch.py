"""Opens the window if there is a display, and otherwise says in one sentence why not."""

import gc
import os
import sys
from contextlib import ExitStack

from matside.app.loading import load_qt
from matside.app.request import WindowRequest
from matside.devices.desktop.display import (
    NO_DISPLAY,
    Missing,
    missing_display,
    missing_library,
    sentence,
)
from matside.devices.desktop.message_bus import leave_deaf_bus


def run_window(request: WindowRequest) -> int:
    """Open the window and run it to its end; return the exit code."""
    # Until the window is furnished everything stays to the end: there is nothing to collect.
    gc.disable()
    try:
        with ExitStack() as display:
            missing = missing_display(os.environ, display)
            if missing is None:
                leave_deaf_bus(os.environ)
                load_qt()
                from matside.app.opening import run

                return run(request, display)
    except ImportError as error:
        missing = missing_library(error)
        if missing is None:
            raise
    finally:
        gc.enable()
    return _refuse(missing)


def _refuse(missing: Missing) -> int:
    print(sentence(missing), file=sys.stderr)
    return NO_DISPLAY
