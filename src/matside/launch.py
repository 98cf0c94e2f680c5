"""Opens the window where there is a desktop for it, and else says in one sentence why not."""

import os
import sys
from contextlib import ExitStack

from matside.devices.display import (
    NO_DISPLAY,
    Missing,
    missing_display,
    missing_library,
    sentence,
)
from matside.devices.message_bus import leave_deaf_bus
from matside.request import WindowRequest


def run_window(request: WindowRequest) -> int:
    """Open the window and run it to its end; return the exit code."""
    try:
        with ExitStack() as display:
            missing = missing_display(os.environ, display)
            if missing is None:
                leave_deaf_bus(os.environ)
                from matside.opening import run

                return run(request, display)
    except ImportError as error:
        missing = missing_library(error)
        if missing is None:
            raise
    return _refuse(missing)


def _refuse(missing: Missing) -> int:
    print(sentence(missing), file=sys.stderr)
    return NO_DISPLAY
