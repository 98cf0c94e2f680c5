"""Labels keep to their width, and numbers that matter are never cut."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from matside.ui.drawing.lettering import BOLD
from matside.ui.drawing.theme import BLACK
from matside.ui.kit.labels import Label


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Return a window to put labels on."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("text", ["0:04", "4:20", "16:40", "3:45:00", "123:45:00"])
@pytest.mark.parametrize("width", [40, 90, 171, 300])
def test_a_number_shrinks_whatever_it_is(window: QWidget, text: str, width: int) -> None:
    """Wide and narrow digits alike end up whole, also where digits are of one width."""
    label = Label(window, BLACK, BOLD, tabular=True, least=0)
    label.setText(text)

    label.put(0, 100, width, 90)

    assert (text,) == label.shown


def test_words_are_cut_where_they_may_not_shrink_enough(window: QWidget) -> None:
    """Half of the size is not little enough for twenty letters on the width of four."""
    label = Label(window, BLACK, BOLD, least=0.5)
    label.setText("M" * 20)

    label.put(0, 100, 80, 20)

    assert label.shown[0].endswith("…")


def test_a_label_that_is_shown_too_early_is_not_measured(window: QWidget) -> None:
    """It takes no room before it has a place: Qt would look up a font of the system for that."""
    label = Label(window, BLACK)
    label.setText("Soon")

    label.show()

    assert label.size().isEmpty()
