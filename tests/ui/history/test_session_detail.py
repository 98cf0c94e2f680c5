"""The sets of a session lie below it, and F2 leads to what can be changed of them."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from matside.core.session.record import SetRecord
from matside.core.settings import Settings
from matside.ui.drawing.theme import DARK
from matside.ui.history.session_detail import SessionDetail
from matside.ui.history.set_line import SetLine
from matside.ui.kit.page_button import PageButton
from tests.support.pages import show
from tests.support.situations import runners_workout
from tests.support.trained import history_view


def test_the_first_number_that_can_be_changed_is_chosen(qtbot: QtBot) -> None:
    """It lies below the holds of the warm-up, whose seconds are as they were."""
    view = history_view(runners_workout(), 1)
    assert view.record is not None
    page = QWidget()
    detail = SessionDetail(page, DARK)
    detail.show_session(view.record, (view.sessions or ())[0], Settings())
    show(qtbot, page)
    changes: list[SetRecord] = []
    detail.set_changed.connect(changes.append)

    detail.edit()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_6)

    assert [("Half-Kneeling Chop", 6)] == [(each.name, each.reps) for each in changes]


def test_what_can_be_done_stands_above_the_sets(qtbot: QtBot) -> None:
    """However many sets there are: its keys are seen, and reached, before them."""
    view = history_view(runners_workout(), 1)
    assert view.record is not None
    page = QWidget()
    detail = SessionDetail(page, DARK)
    detail.show_session(view.record, (view.sessions or ())[0], Settings())
    detail.put(QRectF(0, 0, 420, detail.needed_height(420, 11)), 11, 8)
    show(qtbot, page)

    buttons, lines = detail.findChildren(PageButton), detail.findChildren(SetLine)

    assert max(each.geometry().bottom() for each in buttons) < min(each.y() for each in lines)
    assert buttons == list(detail.stops[: len(buttons)])
