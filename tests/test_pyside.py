"""The binding to Qt is one that Matside can live with."""

import sys

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


@pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="from 3.12 on None is immortal and has no count to lose"
)
def test_calls_into_qt_keep_the_count_of_none(qtbot: QtBot) -> None:
    """Calls that return nothing take no reference to None away, which would end the process."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)

    for _ in range(500):
        label.setText("x")

    assert before - 50 < sys.getrefcount(None)
