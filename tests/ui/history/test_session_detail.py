"""The sets of a session lie below it, and F2 leads to what can be changed of them."""

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from matside.core.keymap import Act
from matside.core.session.record import SessionOutcome, SetRecord
from matside.core.settings import Settings
from matside.core.weights import Unit
from matside.ui.drawing.theme import DARK
from matside.ui.history.history_words import facts
from matside.ui.history.note_field import NoteField
from matside.ui.history.session_detail import SessionDetail
from matside.ui.history.set_line import SetLine
from matside.ui.keyboard.key_list import KeyHints
from matside.ui.kit.labels import Label
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


class Shown:
    """The newest session in a window, and what is seen of it."""

    def __init__(
        self,
        qtbot: QtBot,
        settings: Settings | None = None,
        outcome: SessionOutcome = SessionOutcome.FINISHED,
    ) -> None:
        view = history_view(runners_workout(), 1)
        assert view.record is not None
        page = QWidget()
        self.detail = SessionDetail(page, DARK)
        record = replace(view.record, outcome=outcome)
        self.detail.show_session(record, (view.sessions or ())[0], settings or Settings())
        self.detail.put(QRectF(0, 0, 420, self.detail.needed_height(420, 11)), 11, 8)
        show(qtbot, page)
        (self._hints,) = self.detail.findChildren(KeyHints)
        self.buttons = self.detail.findChildren(PageButton)

    def line(self, name: str) -> SetLine:
        """Return the first line of the exercise with that name."""
        lines = self.detail.findChildren(SetLine)
        return next(line for line in lines if line.shown.first.name == name)

    @property
    def hints(self) -> set[str]:
        """The words of the keys that are seen, none where they are not."""
        if not self._hints.isVisible():
            return set()
        (sheet,) = painted(self._hints)
        return {each for word in sheet.words for each in word.text.split()}


def test_the_keys_of_the_sets_are_shown_while_they_are_changed(qtbot: QtBot) -> None:
    """In the place of the facts of the session; they are those that were chosen."""
    shown = Shown(qtbot, Settings(keys={Act.HEAVIER: ("H",)}))
    facts_line = shown.detail.findChildren(Label)[0]

    seen = [bool(shown.hints), facts_line.isVisible()]
    shown.detail.edit()
    seen += [bool(shown.hints), facts_line.isVisible()]
    assert {"0-9", "type", "reps", "Shift+W", "H", "weight"} <= shown.hints
    shown.detail.findChildren(NoteField)[0].setFocus()
    seen += [bool(shown.hints), facts_line.isVisible()]

    assert [False, True, True, False, False, True] == seen


def test_only_keys_are_shown_that_change_the_line(qtbot: QtBot) -> None:
    """Those of weights only where something was held, and none for what was held for seconds."""
    shown = Shown(qtbot)
    found = []
    for name in ("Thread the Needle", "Bear Plank Lateral Walk", "Chest Fly"):
        shown.line(name).setFocus()
        found.append({"type", "reps", "weight"} & shown.hints)
    assert [set(), {"type", "reps"}, {"type", "reps", "weight"}] == found


def test_no_keys_are_shown_where_a_session_is_not_over(qtbot: QtBot) -> None:
    """It cannot be changed yet."""
    shown = Shown(qtbot, outcome=SessionOutcome.OPEN)
    shown.line("Chest Fly").setFocus()
    assert set() == shown.hints


def test_what_can_be_done_is_reached_from_the_sets(qtbot: QtBot) -> None:
    """By Shift+Tab one after the other, and by a click, though a set has the focus."""
    shown = Shown(qtbot)
    stops = shown.detail.stops
    for one, other in pairwise(stops):
        QWidget.setTabOrder(one, other)
    shown.detail.edit()
    reached: list[QWidget | None] = []
    for _ in shown.buttons:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        reached.append(QApplication.focusWidget())
    assert [*reversed(shown.buttons)] == reached

    for button, pressed in zip(
        shown.buttons[1:], (shown.detail.export_pressed, shown.detail.delete_pressed), strict=True
    ):
        shown.detail.edit()
        with qtbot.waitSignal(pressed):
            found = shown.detail.childAt(button.geometry().center())
            qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


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
