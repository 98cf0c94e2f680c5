"""A window is furnished once, and a fault on the way ends the program with that fault."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from matside.app.opening import FAILED, Furnishing
from matside.files.slices import Steps


def test_a_window_is_furnished_once(qtbot: QtBot) -> None:
    """Being seen and the time that it may take to be seen both ask for it."""
    del qtbot
    done: list[str] = []

    def furnish() -> Steps[None]:
        done.append("furnished")
        yield

    furnishing = Furnishing(furnish)
    furnishing.begin()
    furnishing.begin()
    assert ["furnished"] == done
    furnishing.raise_fault()


def test_the_loop_turns_between_the_steps(qtbot: QtBot) -> None:
    """However long a file is, the empty window is painted and heard."""
    del qtbot
    done: list[str] = []

    def furnish() -> Steps[None]:
        QTimer.singleShot(0, lambda: done.append("a turn"))
        yield
        done.append("furnished")

    Furnishing(furnish).begin()
    assert ["a turn", "furnished"] == done


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
