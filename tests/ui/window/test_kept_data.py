"""From the settings all that is kept is handed out, taken in and deleted, page by page."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from matside.core.session.record import OpenSession, Position
from matside.core.settings import Settings
from matside.core.workout.plan import compile_plan
from matside.ui.history.history_page import HistoryPage
from matside.ui.settings.data.data_page import DataPage
from matside.ui.settings.settings_page import SettingsPage
from matside.ui.start.start_page import StartPage
from matside.ui.summary.finish_page import FinishPage
from matside.ui.summary.resume_page import ResumePage
from tests.support.archive import FakeArchive
from tests.support.fakes import FakeDisk, fake_wall
from tests.support.house import SETTINGS, WORKOUT, House
from tests.support.situations import runners_workout
from tests.support.trained import session_of

Key = Qt.Key


def press(house: House, name: str) -> None:
    """Press the button called `name` on the page that is shown."""
    buttons = house.page().findChildren(QAbstractButton)
    next(each for each in buttons if each.accessibleName() == name).click()


def in_settings(qtbot: QtBot) -> House:
    """Return a window that shows its settings."""
    house = House(qtbot)
    house.key(Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(house.page(), SettingsPage)
    return house


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_a_backup_is_written_and_the_settings_come_back(qtbot: QtBot) -> None:
    """By keys from the first to the last page; the file is chosen in the desktop's dialog."""
    house = in_settings(qtbot)
    press(house, "Back up")
    assert isinstance(house.page(), DataPage)
    house.key(Key.Key_Return)
    choose(house, "Matside.backup")
    assert [("back up", "Matside.backup")] == house.keeping.asked
    house.key(Key.Key_Return)
    assert isinstance(house.page(), SettingsPage)


def test_all_is_deleted_in_the_window(qtbot: QtBot) -> None:
    """The word is typed with letters that mean something elsewhere, and Escape leads back."""
    house = in_settings(qtbot)
    press(house, "Mute")
    press(house, "Delete all my data")
    house.key(Key.Key_Escape)
    assert isinstance(house.page(), SettingsPage)
    press(house, "Delete all my data")
    (field,) = house.page().findChildren(QLineEdit)
    qtbot.keyClicks(field, "delete")
    assert [] == house.keeping.asked
    house.key(Key.Key_Return)
    assert ([("delete",)], Settings()) == (house.keeping.asked, house.preferences.settings)
    house.key(Key.Key_Return)
    assert isinstance(house.page(), SettingsPage)


def test_nothing_is_chosen_any_more_once_all_is_deleted(qtbot: QtBot) -> None:
    """The rounds are those of the file, and no block is left out."""
    house = House(qtbot)
    house.key(Key.Key_Left)
    house.key(Key.Key_1)
    chosen = house.preparation.choice(fake_wall())
    assert (1, {0}) == (chosen.rounds, chosen.left_out)
    delete_all(house, qtbot)
    chosen = house.preparation.choice(fake_wall())
    assert (None, set()) == (chosen.rounds, chosen.left_out)


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_rounds_come_back_with_the_settings_of_a_backup(qtbot: QtBot) -> None:
    """The start page has them at once, as the next start would."""
    house = in_settings(qtbot)
    house.keeping.settings = Settings(last_workout="short", rounds={"short": 4})
    press(house, "Restore")
    house.key(Key.Key_Return)
    choose(house, "Matside.backup")
    assert 4 == house.preparation.choice(fake_wall()).rounds


def test_nothing_comes_back_once_all_is_deleted(qtbot: QtBot) -> None:
    """Not even a session that was deleted before, alone."""
    archive = FakeArchive([session_of(runners_workout(), 7, fake_wall())])
    house = House(qtbot, archive=archive)
    house.open_history()
    house.key(Key.Key_Delete)
    house.key(Key.Key_Escape)
    house.key(Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    press(house, "Delete all my data")
    (field,) = house.page().findChildren(QLineEdit)
    qtbot.keyClicks(field, "delete")
    house.key(Key.Key_Return)
    house.key(Key.Key_Return)
    house.key(Key.Key_Escape)
    house.open_history()
    assert isinstance(house.page(), HistoryPage)
    house.key(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert {} == archive.kept


def delete_all(house: House, qtbot: QtBot) -> None:
    """Delete all from the page that is shown, and close what was opened for it."""
    house.key(Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    press(house, "Delete all my data")
    (field,) = house.page().findChildren(QLineEdit)
    qtbot.keyClicks(field, "delete")
    house.key(Key.Key_Return)
    house.history.lose()
    house.history.broken = None
    house.key(Key.Key_Return)
    house.key(Key.Key_Escape)


def owed_session(house: House) -> None:
    """Leave a session of which the history lacks the end."""
    house.key(Key.Key_Space)
    house.key(Key.Key_Right)
    house.history.broken = "the disk is full"
    house.finish()
    house.key(Key.Key_Space)


def offered_session(house: House) -> None:
    """Offer a session that was left open."""
    plan = compile_plan(WORKOUT, SETTINGS)
    at = Position(plan.steps[0].key, 0, 30_000, 0, 0)
    house.window.offer(OpenSession(3, "short", WORKOUT, plan, fake_wall(), at, ()))
    assert isinstance(house.page(), ResumePage)


@pytest.mark.parametrize("situation", [owed_session, offered_session])
def test_no_session_is_known_once_all_is_deleted(
    qtbot: QtBot, situation: Callable[[House], None]
) -> None:
    """It is not written anew, whatever is pressed: the start page is shown, for a new one."""
    house = House(qtbot)
    situation(house)
    written = len(house.history.positions)
    delete_all(house, qtbot)
    assert isinstance(house.page(), StartPage)
    assert ({}, None, None) == (
        house.player.sets,
        house.player.recording.recorder.session,
        house.player.recording.recorder.fault,
    )
    for key in (Key.Key_3, Key.Key_Backspace, Key.Key_X, Key.Key_Plus):
        house.key(key)
    house.player.beat()
    house.player.recording.recorder.retry()
    assert isinstance(house.page(), StartPage)
    assert written == len(house.history.positions)
    house.key(Key.Key_Space)
    assert house.player.in_session


def test_nothing_is_deleted_before_the_session_is_left(qtbot: QtBot) -> None:
    """While its last page lies below the settings it can still be changed, and taken up."""
    house = House(qtbot)
    house.finish()
    house.key(Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    press(house, "Delete all my data")
    assert isinstance(house.page(), SettingsPage)
    house.key(Key.Key_Escape)
    house.key(Key.Key_Space)
    house.key(Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    press(house, "Delete all my data")
    assert isinstance(house.page(), DataPage)


def test_nothing_is_written_while_all_is_being_deleted(qtbot: QtBot) -> None:
    """It would come after the files are gone, and before anybody has heard of that."""
    house, disk = House(qtbot), FakeDisk()
    house.services.ask = disk.ask
    owed_session(house)
    house.key(Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    press(house, "Delete all my data")
    (field,) = house.page().findChildren(QLineEdit)
    qtbot.keyClicks(field, "delete")
    house.key(Key.Key_Return)
    house.history.broken, written = None, len(house.history.positions)
    house.player.beat()
    disk.catch_up()
    house.player.beat()
    assert written == len(house.history.positions)


def test_the_folder_is_shown_by_the_desktop(qtbot: QtBot) -> None:
    """In whatever shows folders there."""
    house = in_settings(qtbot)
    press(house, "Open the folder")
    assert [house.keeping.folder] == house.folders


def choose(house: House, path: str) -> None:
    """Choose `path` in the dialog that is open."""
    dialog = house.window.window().findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(path)
    dialog.reject()


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_the_session_that_is_over_is_exported(qtbot: QtBot) -> None:
    """X says first what is to be known, then asks for the file; E is no way to export."""
    house = House(qtbot)
    house.finish()
    house.key(Key.Key_E)
    assert isinstance(house.page(), FinishPage)
    house.key(Key.Key_X)
    page = house.page()
    assert isinstance(page, DataPage)
    assert "will be there twice" in page.accessibleDescription()
    house.key(Key.Key_Return)
    choose(house, "day.fit")
    assert [("export session", 1, "day.fit")] == house.keeping.asked
    assert house.preferences.settings.told_of_export
    house.key(Key.Key_Escape)
    assert isinstance(house.page(), FinishPage)


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_the_session_that_is_looked_at_is_exported(qtbot: QtBot) -> None:
    """By X or by its button; from the second time on it asks for the file at once."""
    session = session_of(runners_workout(), 7, fake_wall())
    house = House(
        qtbot,
        archive=FakeArchive([session]),
        settings=Settings(welcomed=True, told_of_export=True),
    )
    house.open_history()
    press(house, "Export")
    assert isinstance(house.page(), DataPage)
    choose(house, "day.fit")
    assert [("export session", 7, "day.fit")] == house.keeping.asked
    house.key(Key.Key_Return)
    assert isinstance(house.page(), HistoryPage)


def test_without_a_session_nothing_is_exported(qtbot: QtBot) -> None:
    """X leads nowhere in an empty history."""
    house = House(qtbot)
    house.open_history()
    house.key(Key.Key_X)
    assert isinstance(house.page(), HistoryPage)
