"""The page of a task shows what it does, asks and has done, and everything goes by keys."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from matside.ui.drawing.theme import DARK
from matside.ui.kit.lines import ActionRow
from matside.ui.kit.scrolling import BAR, Fade, Scroll
from matside.ui.settings.data.data_page import DataPage
from matside.ui.settings.data.data_view import DataView, FileKind, FileWish, NameChoice
from matside.ui.settings.data.file_choice import ask_for_file
from matside.ui.settings.rows.turn_row import TurnRow
from tests.support.pages import show

Key = Qt.Key
NAMES = tuple(NameChoice(f"Move {n}", "3 sets", ("none of them", "Curl"), 0) for n in range(40))


def shown(qtbot: QtBot, view: DataView) -> DataPage:
    """Return a page in a window that shows `view`."""
    page = DataPage(DARK)
    page.show_view(view)
    show(qtbot, page)
    return page


def button(page: DataPage, name: str) -> QAbstractButton:
    """Return the button of `page` called `name`."""
    buttons = page.findChildren(QAbstractButton)
    return next(each for each in buttons if each.accessibleName() == name)


def press(qtbot: QtBot, page: DataPage, key: Qt.Key) -> None:
    """Press `key` where the focus is."""
    qtbot.keyClick(page.focusWidget() or page, key)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_goes_on_and_escape_leaves(qtbot: QtBot, key: Qt.Key) -> None:
    """Each once."""
    page = shown(qtbot, DataView("Back up", ("It goes into a file.",), main="Choose a file"))
    on, out = QSignalSpy(page.main_pressed), QSignalSpy(page.closed)
    press(qtbot, page, key)
    press(qtbot, page, Key.Key_Escape)
    assert (1, 1) == (on.count(), out.count())


@pytest.mark.parametrize("names", [NAMES, NAMES[:1], ()])
def test_the_way_on_follows_what_is_said(qtbot: QtBot, names: tuple[NameChoice, ...]) -> None:
    """Right below it, where there is little; at the foot of the page where it has to scroll."""
    page = shown(qtbot, DataView("Import", ("A table.",), names=names, main="Add"))
    (sheet,) = page.findChildren(Scroll)

    above = button(page, "Add").y() - sheet.geometry().bottom()

    assert 0 < above < page.height() / 12
    assert button(page, "Add").geometry().bottom() < page.height()


def test_what_goes_on_below_fades_at_the_foot(qtbot: QtBot) -> None:
    """A name that is cut there says that more follow; at the end nothing fades."""
    page = shown(qtbot, DataView("Import", ("A table.",), names=NAMES, main="Add"))
    (sheet,) = page.findChildren(Scroll)
    (fade,) = page.findChildren(Fade)
    assert fade.isVisible()
    lowest = sheet.grab(QRect(0, sheet.height() - 1, sheet.width() - BAR, 1)).toImage()
    colours = {lowest.pixelColor(x, 0).lightness() for x in range(lowest.width())}
    assert all(abs(each - DARK.surface.lightness()) < 16 for each in colours)

    sheet.verticalScrollBar().setValue(sheet.verticalScrollBar().maximum())

    assert not fade.isVisible()


def test_nothing_is_deleted_before_the_word_was_typed(qtbot: QtBot) -> None:
    """Enter does nothing before, and goes on once afterwards; capitals do not matter."""
    page = shown(qtbot, DataView("Delete", ("Type it.",), word="Delete", main="Delete"))
    on = QSignalSpy(page.main_pressed)
    (field,) = page.findChildren(QLineEdit)
    assert field.hasFocus()
    for word in ("d", "ELETE"):
        qtbot.keyClicks(field, word)
        qtbot.keyClick(field, Key.Key_Return)
        assert (word == "ELETE") == button(page, "Delete").isEnabled()
        assert (1 if word == "ELETE" else 0) == on.count()


def test_another_view_forgets_what_was_typed(qtbot: QtBot) -> None:
    """Who comes back types it again."""
    view = DataView("Delete", ("Type it.",), word="delete", main="Delete")
    page = shown(qtbot, view)
    (field,) = page.findChildren(QLineEdit)
    qtbot.keyClicks(field, "delete")
    page.show_view(DataView("Back up", main="Choose"))
    assert (False, True) == (field.isVisible(), button(page, "Choose").isEnabled())
    page.show_view(view)
    assert ("", False) == (field.text(), button(page, "Delete").isEnabled())


def test_choices_are_gone_through_and_pressed_by_key(qtbot: QtBot) -> None:
    """The first has the focus, Down goes to the next, Enter takes it."""
    page = shown(qtbot, DataView("Export", ("As what?",), choices=("FIT", "JSON")))
    chosen = QSignalSpy(page.chosen)
    press(qtbot, page, Key.Key_Down)
    press(qtbot, page, Key.Key_Return)
    assert [1] == chosen.at(0)


def test_it_is_seen_which_choice_enter_takes(qtbot: QtBot) -> None:
    """Whether the page opens with choices, or comes to them."""
    units = DataView("Import", choices=("kg", "lb"))
    opened = shown(qtbot, units)
    assert opened.home.accessibleName() == "kg"
    assert [True] == [each.is_ringed for each in rows(opened) if each.hasFocus()]
    later = shown(qtbot, DataView("Import", main="Choose a file"))
    later.show_view(units)
    assert [True, False] == [each.is_ringed for each in rows(later)]


def rows(page: DataPage) -> list[ActionRow]:
    """Return the choices of `page`, from the top down."""
    return [row for row in page.findChildren(ActionRow) if row.isVisible()]


def test_a_name_is_given_a_meaning_by_key(qtbot: QtBot) -> None:
    """Also one far down, which is scrolled to."""
    page = shown(qtbot, DataView("Import", ("So many.",), names=NAMES, main="Add"))
    meant = QSignalSpy(page.meant)
    for _ in NAMES:
        press(qtbot, page, Key.Key_Up)
    press(qtbot, page, Key.Key_Right)
    assert [0, 1] == meant.at(0)
    last = button(page, "Move 39: none of them")
    last.setFocus(Qt.FocusReason.TabFocusReason)
    assert last.rect() == last.visibleRegion().boundingRect()


@pytest.mark.parametrize(("width", "share"), [(2560, 0.55), (800, 0.94)])
def test_a_name_stands_near_its_meaning(qtbot: QtBot, width: int, share: float) -> None:
    """On a very wide screen too; elsewhere the line has all of the width."""
    page = DataPage(DARK)
    page.show_view(DataView("Import", names=NAMES[:2], main="Add"))
    show(qtbot, page, width, 600 if width < 1000 else 1080)
    line = page.findChildren(TurnRow)[0]
    assert page.width() * share == pytest.approx(line.width(), rel=0.05)


def test_few_words_are_larger(qtbot: QtBot) -> None:
    """A page of two sentences is not half empty for small ones; many still fit."""
    words = []
    for says in (("It goes into a file.",), ("It goes into a file.",) * 9):
        page = shown(qtbot, DataView("Back up", says, main="Save"))
        page.window().resize(1366, 768)
        labels = page.findChildren(QLabel)
        words.append(next(label for label in labels if label.text() == says[0]))
    few, many = (label.height() for label in words)
    assert few > 1.2 * many


def test_progress_is_seen_and_can_be_stopped(qtbot: QtBot) -> None:
    """Escape then says Cancel, and the parts stay as they are while it goes on."""
    page = shown(qtbot, DataView("Import", ("Reading",), part=0.1))
    before = page.grab().toImage()
    page.show_view(DataView("Import", ("Reading",), part=0.9))
    assert before != page.grab().toImage()
    assert button(page, "Cancel").isVisible()


@pytest.mark.qt_log_ignore("propagateSizeHints")
@pytest.mark.parametrize("kind", FileKind)
def test_a_file_is_asked_for_without_waiting(
    qtbot: QtBot, kind: FileKind, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A new one is proposed by its name, and gets its ending."""
    folder = tmp_path_factory.mktemp("files")
    (folder / "old.csv").write_text("a")
    page = shown(qtbot, DataView("Export"))
    found: list[str] = []
    endings = () if kind is FileKind.FOLDER else ("csv",)
    page.ask_for_file(FileWish(kind, "Table", found.append, "new", endings))
    dialog = page.window().findChild(QFileDialog)
    assert dialog is not None
    dialog.setDirectory(str(folder))
    if kind is not FileKind.FOLDER:
        dialog.selectFile("old.csv" if kind is FileKind.OLD else "new")
    dialog.accept()
    expected = {FileKind.NEW: "new.csv", FileKind.OLD: "old.csv", FileKind.FOLDER: ""}[kind]
    assert [str(folder / expected)] == found


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_a_dialog_that_is_left_chooses_nothing(qtbot: QtBot) -> None:
    """And tells that it was."""
    page = shown(qtbot, DataView("Export"))
    found: list[str] = []
    wish = FileWish(
        FileKind.NEW, "Table", found.append, "new", ("csv",), lambda: found.append("left")
    )
    ask_for_file(wish, page).reject()
    assert ["left"] == found
