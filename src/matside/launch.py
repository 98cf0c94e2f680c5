"""Opens the window where there is a desktop for it, and else says in one sentence why not."""

import os
import sys

from matside.devices.display import Missing, missing_display, missing_library, sentence
from matside.devices.message_bus import leave_deaf_bus
from matside.request import WindowRequest

NO_DISPLAY = 2
"""The exit code where no window can be opened."""


def run_window(request: WindowRequest) -> int:
    """Open the window and run it to its end; return the exit code."""
    try:
        missing = missing_display(os.environ)
        if missing is None:
            leave_deaf_bus(os.environ)
            from matside.opening import run

            return run(request)
    except ImportError as error:
        missing = missing_library(error)
        if missing is None:
            raise
    return _refuse(missing)


def _refuse(missing: Missing) -> int:
    print(sentence(missing), file=sys.stderr)
    return NO_DISPLAY
