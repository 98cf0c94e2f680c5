"""A note is kept while it is written, and never taken from under the hands."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from matside.ui.drawing.theme import DARK
from matside.ui.history.note_field import NoteField
from tests.support.pages import show


@pytest.fixture
def field(qtbot: QtBot) -> NoteField:
    """Return a field with a note and the focus."""
    page = QWidget()
    made = NoteField(page, DARK)
    made.put(QRectF(0, 0, 300, 60), 11, 8)
    made.show_note("Cold", anew=True)
    show(qtbot, page)
    made.text.setFocus()
    return made


def test_what_is_written_is_kept_soon(field: NoteField, qtbot: QtBot) -> None:
    """Without another key."""
    with qtbot.waitSignal(field.changed) as heard:
        qtbot.keyClicks(field.text, "Very ")
    assert ["Very Cold"] == heard.args


def test_what_is_being_written_stays(field: NoteField, qtbot: QtBot) -> None:
    """Whatever is shown meanwhile of the same session; of another one its own note is shown."""
    qtbot.keyClicks(field.text, "Very ")
    field.show_note("Cold", anew=False)
    assert "Very Cold" == field.text.toPlainText()

    field.show_note("Warm", anew=True)
    assert "Warm" == field.text.toPlainText()


def test_what_was_changed_elsewhere_is_shown(field: NoteField) -> None:
    """While nobody writes."""
    field.show_note("Warm", anew=False)
    assert "Warm" == field.text.toPlainText()


def test_a_note_that_stays_is_not_told(field: NoteField, qtbot: QtBot) -> None:
    """Nothing is written for nothing."""
    with qtbot.assertNotEmitted(field.changed):
        field.settle()
        field.show_note("Warm", anew=True)
        field.settle()
