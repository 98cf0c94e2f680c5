"""The sets of a session lie below it, and F2 leads to what can be changed of them."""

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from matside.core.keymap import Act
from matside.core.session.record import SetRecord
from matside.core.settings import Settings
from matside.core.weights import Unit
from matside.ui.drawing.theme import DARK
from matside.ui.history.history_words import facts
from matside.ui.history.note_field import NoteField
from matside.ui.history.session_detail import SessionDetail
from matside.ui.history.set_line import SetLine
from matside.ui.keyboard.key_list import KeyHints
from matside.ui.kit.page_button import PageButton
from tests.support.pages import show
from tests.support.painted import painted
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


def test_the_keys_of_the_sets_are_shown_while_they_are_changed(qtbot: QtBot) -> None:
    """In the place of what can be done with the whole session; they are those that were chosen."""
    view = history_view(runners_workout(), 1)
    assert view.record is not None
    page = QWidget()
    detail = SessionDetail(page, DARK)
    settings = Settings(keys={Act.HEAVIER: ("H",)})
    detail.show_session(view.record, (view.sessions or ())[0], settings)
    detail.put(QRectF(0, 0, 420, detail.needed_height(420, 11)), 11, 8)
    show(qtbot, page)
    (hints,) = detail.findChildren(KeyHints)
    buttons = detail.findChildren(PageButton)

    seen = [hints.isVisible()]
    detail.edit()
    seen += [hints.isVisible(), *(each.isVisible() for each in buttons)]
    (sheet,) = painted(hints)
    said = " ".join(word.text for word in sheet.words)
    detail.findChildren(NoteField)[0].setFocus()
    seen += [hints.isVisible(), *(each.isVisible() for each in buttons)]

    assert [False, True, False, False, False, False, True, True, True] == seen
    assert {"0-9", "reps", "Shift+W", "H", "weight"} <= set(said.split())


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


def test_where_a_session_comes_from_is_told() -> None:
    """A program by the name that it gives itself, and one that is not known as it is kept."""
    view = history_view(runners_workout(), 1)
    totals = view.selected_totals
    assert view.record is not None
    assert totals is not None

    for origin, told in (("fitnotes", "from FitNotes"), ("abacus", "from abacus")):
        record = replace(view.record, origin=origin)
        assert facts(record, totals, Unit.KILOGRAM).endswith(told)
