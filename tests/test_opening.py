"""A window is furnished once, and a fault on the way ends the program with that fault."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from matside.opening import FAILED, Furnishing


def test_a_window_is_furnished_once(qtbot: QtBot) -> None:
    """Being seen and the time that it may take to be seen both ask for it."""
    del qtbot
    done: list[str] = []
    furnishing = Furnishing(lambda: done.append("furnished"))
    furnishing.begin()
    furnishing.begin()
    assert ["furnished"] == done
    furnishing.raise_fault()


def test_a_fault_ends_the_program(qapp: QApplication) -> None:
    """The loop ends, and the fault comes out behind it."""

    def fail() -> None:
        raise ValueError("no chairs")

    furnishing = Furnishing(fail)
    QTimer.singleShot(0, furnishing.begin)
    assert FAILED == qapp.exec()
    with pytest.raises(ValueError, match="no chairs"):
        furnishing.raise_fault()
