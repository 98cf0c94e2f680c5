"""One of a few words is chosen, by key or by mouse."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from matside.ui.drawing.theme import DARK
from matside.ui.settings.rows.choice_row import ChoiceRow
from tests.support.pages import Window, show

Key = Qt.Key


class Row(ChoiceRow):
    """A row of three words in a window, the middle one chosen, with what it has told."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(None, DARK, "Colour", ("Red", "Green", "Blue"))
        self.show_choice(1)
        self.told = QSignalSpy(self.chosen)
        self.window_around: Window = show(qtbot, self, 400, 40)
        self.put(QRectF(0, 0, 400, 40), 8)
        self.words[1].setFocus()

    @property
    def checked(self) -> list[str]:
        """The words that are marked."""
        return [word.text() for word in self.words if word.isChecked()]


@pytest.fixture
def row(qtbot: QtBot) -> Row:
    """Return the row."""
    return Row(qtbot)


@pytest.mark.parametrize(
    ("keys", "word", "told"),
    [
        ([Key.Key_Left], "Red", [[0]]),
        ([Key.Key_Right], "Blue", [[2]]),
        ([Key.Key_Left, Key.Key_Left], "Red", [[0]]),
        ([Key.Key_Right, Key.Key_Right], "Blue", [[2]]),
        ([Key.Key_Right, Key.Key_Left], "Green", [[2], [1]]),
    ],
)
def test_arrows_choose_the_word_beside(
    qtbot: QtBot, row: Row, keys: list[Qt.Key], word: str, told: list[list[int]]
) -> None:
    """The focus goes along, and at an end there is nothing beside."""
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)

    assert ([word], told) == (row.checked, [row.told.at(at) for at in range(row.told.count())])
    assert row.focusWidget().accessibleName() == f"Colour: {word}"


def test_a_click_chooses(qtbot: QtBot, row: Row) -> None:
    """Each word can be hit."""
    qtbot.mouseClick(row.words[2], Qt.MouseButton.LeftButton)

    assert (["Blue"], 1) == (row.checked, row.told.count())


def test_the_chosen_word_tells_nothing_new(qtbot: QtBot, row: Row) -> None:
    """A click or a press on it leaves it chosen."""
    qtbot.mouseClick(row.words[1], Qt.MouseButton.LeftButton)
    qtbot.keyClick(row.words[1], Key.Key_Space)

    assert (["Green"], 0) == (row.checked, row.told.count())


def test_other_keys_are_left_to_the_page(qtbot: QtBot, row: Row) -> None:
    """Up and Down go from row to row."""
    qtbot.keyClick(row.words[1], Key.Key_Down)

    assert [Key.Key_Down] == row.window_around.keys


def test_only_the_chosen_word_is_a_stop_of_tab(row: Row) -> None:
    """The row is one stop, however many words it has."""
    stops = [word.text() for word in row.words if word.focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert ["Green"] == stops


@pytest.mark.parametrize("width", [200, 400])
def test_words_lie_inside_and_apart(row: Row, width: int) -> None:
    """Where there is less room the words come closer."""
    row.cap = 10
    row.put(QRectF(0, 0, width, 40), 8)

    edges = [edge for word in row.words for edge in (word.x(), word.x() + word.width())]
    assert edges == sorted(edges)
    assert 0 < edges[0] < edges[-1] <= width


def test_a_row_is_laid_out_alike_whatever_it_was_before(row: Row) -> None:
    """The size of before has no say in how much room the words leave to the name."""
    row.cap = 36
    row.put(QRectF(0, 0, 800, 80), 16)
    first = [word.geometry() for word in row.words]
    row.put(QRectF(0, 0, 800, 80), 16)
    assert first == [word.geometry() for word in row.words]


def test_the_ring_leaves_the_words_alone(row: Row) -> None:
    """It stands around the whole row, as around every other line."""
    word = row.words[1]
    word.clearFocus()
    without, alone = row.grab().toImage(), word.grab().toImage()

    word.setFocus(Qt.FocusReason.TabFocusReason)

    assert alone == word.grab().toImage()
    ringed = row.grab().toImage()
    edges = [(200, 1), (200, row.height() - 2), (1, 20), (row.width() - 2, 20)]
    assert {DARK.focus.name()} == {ringed.pixelColor(*edge).name() for edge in edges}
    assert DARK.focus.name() not in {without.pixelColor(*edge).name() for edge in edges}
