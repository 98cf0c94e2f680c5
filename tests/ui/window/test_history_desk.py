"""What is pressed on the history page reaches the history, and comes back to the page."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from matside.core.history.past import Past
from matside.ui.drawing.theme import LIGHT
from matside.ui.history.history_page import HistoryPage
from matside.ui.history.progress.exercise_plot import ExercisePlot
from matside.ui.start.start_page import StartPage
from matside.ui.summary.finish_page import FinishPage
from tests.support.archive import FakeArchive
from tests.support.fakes import FakeDisk, fake_wall
from tests.support.house import House
from tests.support.paint_watch import PaintWatch
from tests.support.situations import runners_workout
from tests.support.trained import session_of

Key = Qt.Key


@pytest.fixture
def archive() -> FakeArchive:
    """Return an archive of a session of each of the last two weeks, and an old one."""
    now = fake_wall()
    weeks = {1: 70, 2: 1, 3: 0}
    return FakeArchive(
        [
            session_of(runners_workout(), number, now - timedelta(weeks=back))
            for number, back in weeks.items()
        ]
    )


@pytest.fixture
def house(qtbot: QtBot, archive: FakeArchive) -> House:
    """Return a window on its history page."""
    made = House(qtbot, archive=archive)
    made.open_history()
    return made


def page_of(house: House) -> HistoryPage:
    """Return the history page."""
    page = house.page()
    assert isinstance(page, HistoryPage)
    return page


def selected(house: House) -> int | None:
    """Return the session that is selected."""
    entry = page_of(house).sheet.sessions.selected_entry
    return None if entry is None else entry.totals.id


def plot_of(house: House) -> str:
    """Return what the plot of an exercise shows, in words."""
    [plot] = page_of(house).findChildren(ExercisePlot)
    return plot.accessibleDescription()


def test_the_newest_session_is_shown(house: House) -> None:
    """Without another press."""
    assert 3 == selected(house)
    assert page_of(house).accessibleDescription().startswith("2 weeks in a row, 2 sessions")


def test_the_page_is_seen_before_its_sessions_are(qtbot: QtBot, archive: FakeArchive) -> None:
    """The year is that which was known before; to make both in one go takes long."""
    house, disk = House(qtbot), FakeDisk()
    house.services.archive, house.services.ask = archive, disk.ask
    house.known_past.learn(Past(days=archive.days()), {})
    house.key(Key.Key_H)
    painted: list[int] = []
    PaintWatch(page_of(house).sheet.chart, lambda: painted.append(disk.waiting))
    qtbot.waitUntil(lambda: disk.waiting > 0 and painted != [])

    assert 0 == painted[0]
    assert "2 days" in page_of(house).sheet.chart.accessibleDescription()
    assert selected(house) is None
    disk.catch_up()
    assert 3 == selected(house)


def test_sessions_wait_for_the_days_where_nobody_knows_these(
    qtbot: QtBot, archive: FakeArchive
) -> None:
    """Without them a year without sessions would be told to be the first one."""
    house, disk = House(qtbot), FakeDisk()
    house.services.archive, house.services.ask = archive, disk.ask
    house.key(Key.Key_H)
    qtbot.waitUntil(lambda: disk.waiting > 0)
    disk.go_on()
    assert selected(house) is None

    disk.go_on()

    assert 3 == selected(house)


def test_a_set_is_corrected(house: House, archive: FakeArchive) -> None:
    """By keys alone: to the sets, to the first one of reps, and a number."""
    house.key(Key.Key_F2)
    for _ in range(5):
        house.key(Key.Key_Down)
    house.key(Key.Key_7)

    changed = [each.reps for each in archive.kept[3].sets if each.reps == 7]
    assert [7] == changed


def test_an_exercise_is_chosen_and_follows_what_is_corrected(house: House) -> None:
    """By an arrow, once Tab has led there; with the sums of what is in the history now."""
    panel = page_of(house).sheet.progress
    panel.chooser.setFocus(Qt.FocusReason.TabFocusReason)
    first = panel.chooser.currentText()
    house.key(Key.Key_Left)
    chosen = panel.chooser.currentText()
    assert first != chosen
    before = plot_of(house)

    page_of(house).sheet.sessions.focus_selected()
    house.key(Key.Key_Delete)

    assert chosen == panel.chooser.currentText()
    assert before != plot_of(house)


def test_a_session_is_deleted_and_brought_back(house: House, archive: FakeArchive) -> None:
    """Delete, and Ctrl+Z."""
    house.key(Key.Key_Delete)
    assert (2, {1, 2}) == (selected(house), set(archive.kept))

    house.key(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (3, {1, 2, 3}) == (selected(house), set(archive.kept))


def test_effort_is_rated(house: House, archive: FakeArchive) -> None:
    """As on the last page."""
    house.key(Key.Key_5)
    assert 5 == archive.kept[3].effort


def test_other_years_are_turned_to(house: House) -> None:
    """And back."""
    house.key(Key.Key_Left)
    assert 1 == selected(house)
    house.key(Key.Key_Right)
    assert 3 == selected(house)


def test_what_is_done_meanwhile_is_there_when_it_is_opened_again(
    house: House, archive: FakeArchive
) -> None:
    """It is read anew each time."""
    house.key(Key.Key_Escape)
    archive.kept[4] = session_of(runners_workout(), 4, fake_wall() + timedelta(minutes=1))
    house.key(Key.Key_H)

    assert {4, 3, 2} == {each.id for each in page_of(house).sheet.sessions.listed}


def test_the_next_session_knows_what_was_changed(house: House) -> None:
    """It is looked up once the page is left, and only where something was changed."""
    looked: list[None] = []
    house.known_past.asked.connect(lambda: looked.append(None))
    house.key(Key.Key_Escape)
    house.key(Key.Key_H)
    house.key(Key.Key_5)
    assert [] == looked
    house.key(Key.Key_Escape)

    assert [None] == looked
    house.key(Key.Key_H)
    house.key(Key.Key_Escape)
    assert [None] == looked


def test_a_note_is_kept_when_the_page_is_left(
    house: House, archive: FakeArchive, qtbot: QtBot
) -> None:
    """However that happens."""
    note = page_of(house).sheet.sessions.detail.stops[-1]
    note.setFocus()
    qtbot.keyClicks(note, "Very ")
    house.window.set_theme(LIGHT)

    assert "Very Better before breakfast" == archive.kept[3].note


@pytest.mark.parametrize("key", [Key.Key_Backspace, Key.Key_3])
def test_a_session_that_is_deleted_is_not_written_anew(qtbot: QtBot, key: Key) -> None:
    """Its finish page is left with it: neither BACK nor how hard it was brings it back."""
    house = House(qtbot)
    house.finish()
    session = house.player.recording.recorder.session
    assert session is not None
    archive = FakeArchive([session_of(runners_workout(), session, fake_wall())])
    house.services.archive = archive
    house.open_history()
    house.key(Key.Key_Delete)
    assert {} == archive.kept
    house.history.lose()
    written = len(house.history.positions)
    house.key(Key.Key_Escape)
    assert isinstance(house.page(), StartPage)

    house.key(key)

    assert written == len(house.history.positions)
    assert house.player.recording.recorder.session is None


def test_another_session_is_deleted_and_the_last_stays(house: House) -> None:
    """Its finish page still leads back."""
    house.key(Key.Key_Escape)
    house.finish()
    house.open_history()
    house.key(Key.Key_Delete)
    house.key(Key.Key_Escape)

    assert isinstance(house.page(), FinishPage)
