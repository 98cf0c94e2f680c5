"""A window is furnished once, and a fault on the way ends the program with that fault."""

import gc

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from matside.files.steps import Steps
from matside.opening import FAILED, Furnishing


def test_a_window_is_furnished_once(qtbot: QtBot) -> None:
    """Being seen and the time that it may take to be seen both ask for it."""
    done: list[str] = []

    def furnish() -> Steps[None]:
        done.append("furnished")
        yield

    furnishing = Furnishing(furnish)
    furnishing.begin()
    furnishing.begin()
    qtbot.waitUntil(gc.isenabled)
    assert ["furnished"] == done
    furnishing.raise_fault()


def test_the_loop_turns_between_the_steps(qtbot: QtBot) -> None:
    """However long a file is, the empty window answers."""
    done: list[str] = []

    def furnish() -> Steps[None]:
        for step in ("first", "second"):
            done.append(step)
            QTimer.singleShot(0, lambda step=step: done.append(f"a turn after the {step}"))
            yield

    furnishing = Furnishing(furnish)
    furnishing.begin()
    qtbot.waitUntil(lambda: 4 <= len(done))
    assert done.index("a turn after the first") < done.index("a turn after the second")


def test_a_fault_ends_the_program(qapp: QApplication) -> None:
    """The loop ends, and the fault comes out behind it."""

    def fail() -> Steps[None]:
        yield
        raise ValueError("no chairs")

    furnishing = Furnishing(fail)
    QTimer.singleShot(0, furnishing.begin)
    assert FAILED == qapp.exec()
    with pytest.raises(ValueError, match="no chairs"):
        furnishing.raise_fault()
