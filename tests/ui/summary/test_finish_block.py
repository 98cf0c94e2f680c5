"""What stands on the block of the finish page has the room that there is."""

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from matside.ui.drawing.theme import DARK
from matside.ui.summary.finish_block import FactRow
from matside.ui.summary.finish_page import FinishPage
from matside.ui.summary.finish_words import Fact


@pytest.mark.parametrize(
    ("change", "lines"), [("", ("in Reciprocal Row",)), ("+78,896", ("in Reciprocal", "Row"))]
)
def test_what_a_fact_is_against_is_broken_only_where_it_must_be(
    qtbot: QtBot, change: str, lines: tuple[str, ...]
) -> None:
    """On one line where figure and word keep their size beside it, else as narrow as can be."""
    page = FinishPage(DARK)
    qtbot.addWidget(page)
    row = FactRow(page, DARK)
    row.show_fact(Fact("16 kg", "heaviest", change, "in Reciprocal Row"))
    row.put(QRectF(0, 0, 560, 60), 40, 16)

    assert lines == row.labels[-1].shown
