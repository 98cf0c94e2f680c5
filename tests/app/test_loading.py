"""Modules are loaded quickly, and in pieces."""

import subprocess
import sys

import pytest

from matside.app.loading import load


def test_the_loop_runs_between_two_modules() -> None:
    """After each step one module more is there."""
    for module in ("colorsys", "sndhdr_of_none"):
        sys.modules.pop(module, None)
    steps = load(("colorsys", "sndhdr_of_none"))
    next(steps)
    assert "colorsys" in sys.modules
    with pytest.raises(ModuleNotFoundError):
        next(steps)


def test_no_source_is_read_because_of_qt() -> None:
    """Once Qt is loaded, a module that is compiled is loaded without its source."""
    program = """
import sys
from matside.app.loading import load_qt

load_qt()
read = []
sys.addaudithook(lambda event, what: event == "open" and read.append(str(what[0])))
import colorsys
print(*(name for name in read if name.endswith(".py")))
"""
    for _ in ("compiles it", "loads it"):
        command = [sys.executable, "-c", program]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert "" == done.stdout.strip()
