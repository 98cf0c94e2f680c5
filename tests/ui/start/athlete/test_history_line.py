"""The line that opens the history says as much as it has room for."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from matside.ui.drawing.theme import DARK
from matside.ui.drawing.week_chain import WeekChain
from matside.ui.start.athlete.athlete_view import Athlete
from matside.ui.start.athlete.history_line import HistoryLine
from tests.support.finish_situations import LAST, NAME, past
from tests.support.painted import SIGN, painted, said

CAP = 12.0
DONE = LAST.started.date()
DUE = DONE + timedelta(days=8)


@pytest.fixture
def room(qtbot: QtBot) -> QWidget:
    """Return where the line lies."""
    room = QWidget()
    qtbot.addWidget(room)
    return room


def line_on(room: QWidget, width: float, weeks: int = 6, today: date = DUE) -> HistoryLine:
    """Return the line on a `room` of `width` px, of an athlete with so many weeks in a row."""
    line = HistoryLine(room, DARK)
    athlete = Athlete().view(past(weeks), today, goal=1, first_day=0)
    assert athlete is not None
    line.show_athlete(athlete, NAME)
    room.resize(round(width), 30)
    line.place(QRectF(8, 0, width - 8, 28), CAP, 8)
    room.show()
    return line


@pytest.mark.parametrize(
    ("width", "words", "chain"),
    [
        (900, "Last done 8 days ago 6 weeks in a row This week is due", True),
        (600, "Last done 8 days ago 6 weeks in a row This week is due", False),
        (450, "Last done 8 days ago This week is due", False),
        (250, "Last done 8 days ago", False),
    ],
)
def test_what_has_no_room_is_left_out(
    room: QWidget, width: float, words: str, *, chain: bool
) -> None:
    """First the signs of the weeks, then their number, then whether the week is due."""
    line = line_on(room, width)
    assert sorted(words.split()) == sorted(said(painted(line)).elements())
    assert chain is line.findChildren(WeekChain)[0].isVisible()
    assert line.geometry().right() <= width


def test_all_of_it_is_told_to_those_who_do_not_see_it(room: QWidget) -> None:
    """And what a press does."""
    line = line_on(room, 250)
    assert (
        "Last done 8 days ago. 6 weeks in a row. This week is due. Open the history"
        == line.accessibleName()
    )


def test_week_that_is_done_is_not_due(room: QWidget) -> None:
    """A single one is no row, but it is done."""
    line = line_on(room, 900, 1, DONE)
    assert "Last done today. This week is done. Open the history" == line.accessibleName()


@pytest.mark.parametrize(("selected", "signs"), [(NAME, 1), ("other", 0)])
def test_only_what_was_done_is_ticked(room: QWidget, selected: str, signs: int) -> None:
    """*Not done yet* has no sign of being done."""
    line = line_on(room, 250)
    athlete = Athlete().view(past(6), DUE, goal=1, first_day=0)
    assert athlete is not None
    line.show_athlete(athlete, selected)
    line.place(QRectF(8, 0, 242, 28), CAP, 8)
    assert signs == sum(word.text == SIGN for sheet in painted(line) for word in sheet.words)
