"""Weeks are signs in a chain, of which the running one stands out."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from matside.core.history.weeks import Habit, Streak, ThisWeek
from matside.ui.drawing.theme import WORK
from matside.ui.drawing.week_chain import ChainInks, WeekChain
from matside.ui.words.week_words import spoken_habit

INKS = ChainInks(QColor("#000000"), QColor("#FFFFFF"), QColor("#808080"))
SIDE = 20


def colours(qtbot: QtBot, *weeks: bool, most: int = 9) -> list[str]:
    """Return the colours at the left inside of each disc, and between the first two."""
    room = QWidget()
    qtbot.addWidget(room)
    room.setStyleSheet("background: white")
    chain = WeekChain(INKS, room, round_=True)
    chain.show_habit(Habit(ThisWeek(int(weeks[-1]), 1), Streak(0, 0), weeks), most, "")
    shown = chain.weeks
    chain.put(QRectF(0, 0, SIDE + 2 * SIDE * (shown - 1), SIDE))
    room.resize(chain.size())
    image = room.grab().toImage()
    places = [2 * SIDE * place + 3 for place in range(shown)] + [3 * SIDE // 2]
    return [
        image.pixelColor(place, SIDE // 2).name() if place < image.width() else ""
        for place in places
    ]


def test_weeks_that_counted_are_joined_and_the_running_one_stands_out(qtbot: QtBot) -> None:
    """Each is filled; the line runs where week followed week."""
    black, white = "#000000", "#ffffff"
    assert [black, black, WORK.name(), black] == colours(qtbot, True, True, True)
    assert [black, white, white, white] == colours(qtbot, True, False, False)


def test_only_the_last_weeks_are_shown(qtbot: QtBot) -> None:
    """As many as there is room for; a single one is the running one."""
    assert 3 == len(colours(qtbot, True, True, True, True, most=2))
    assert [WORK.name(), ""] == colours(qtbot, True)


def test_words_say_what_the_chain_shows(qtbot: QtBot) -> None:
    """For those who do not see it."""
    room = QWidget()
    qtbot.addWidget(room)
    chain = WeekChain(INKS, room, round_=False)
    due = Habit(ThisWeek(1, 2), Streak(1, 3), (True, False))
    chain.show_habit(due, 6, spoken_habit(due))
    assert "1 of 2 this week" == chain.accessibleName()
    done = Habit(ThisWeek(1, 1), Streak(4, 4), (True, True))
    chain.show_habit(done, 6, spoken_habit(done))
    assert "Week done. 4 weeks in a row" == chain.accessibleName()
