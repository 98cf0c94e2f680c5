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
    printed_by(program)  # compiles it
    assert "" == printed_by(program)


def test_what_qt_knows_of_signatures_is_compiled_when_it_is_asked_for() -> None:
    """Loading Qt compiles little of it, and wrong arguments are told as they are without that."""
    program = """
import sys
from matside.app.loading import load_qt

lines = []
sys.addaudithook(lambda event, what: event == "compile" and lines.extend(what[0].splitlines()))
load_qt()
before = len(lines)
from PySide6.QtCore import QPoint
try:
    QPoint(1, 2).setX("far")
except TypeError as error:
    print(error)
print(hasattr(sys.modules["PySide6.support.signature.lib.pyi_generator"], "nothing"))
print(2 * before < len(lines))
"""
    *told, _ = printed_by(program.replace("load_qt()", "")).splitlines()
    assert "setX(x: int, /)" in told[-2]
    assert [*told, "True"] == printed_by(program).splitlines()


def printed_by(program: str) -> str:
    """Return what `program` prints in a process of its own."""
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.strip()
