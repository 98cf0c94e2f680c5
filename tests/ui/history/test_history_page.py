"""The history page leads by keys through years, sessions and sets, and tells what it shows."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from matside.core.session.record import SessionOutcome
from matside.core.settings import Settings
from matside.core.weights import Unit
from matside.ui.drawing.theme import DARK, LIGHT, Theme
from matside.ui.history.history_model import HistoryView
from matside.ui.history.history_page import HistoryPage
from matside.ui.history.session_entry import SessionEntry
from matside.ui.history.set_line import SetLine
from matside.ui.kit.page_button import PageButton
from matside.ui.kit.scrolling import Fade, ThinBar
from tests.support.pages import Window, show
from tests.support.paint_watch import PaintWatch
from tests.support.painted import painted
from tests.support.situations import runners_workout
from tests.support.trained import history_view

Key = Qt.Key


def shown(qtbot: QtBot, view: HistoryView) -> tuple[HistoryPage, Window]:
    """Return a page that shows `view` in an active window, and that window."""
    page = HistoryPage(DARK)
    page.show_view(view)
    return page, show(qtbot, page)


def of(count: int, back: int = 0) -> HistoryView:
    """Return the view of `count` sessions."""
    return history_view(runners_workout(), count, back=back)


def words_on(page: QWidget) -> str:
    """Return what stands on the labels of `page`."""
    return " ".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def focused() -> QWidget:
    """Return what has the focus."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


@pytest.mark.parametrize("size", [(1366, 768), (800, 600), (683, 768)])
def test_tab_leads_into_a_session_and_back_to_the_exercise(
    qtbot: QtBot, size: tuple[int, int]
) -> None:
    """The exercise stands before the sessions, beside them as above them."""
    page = HistoryPage(DARK)
    page.show_view(of(10))
    show(qtbot, page, *size)
    page.sheet.sessions.focus_selected()
    session = focused()
    qtbot.keyClick(session, Key.Key_Tab)
    assert focused() is page.sheet.sessions.detail.stops[0]
    qtbot.keyClick(focused(), Key.Key_Backtab)
    assert focused() is session
    qtbot.keyClick(session, Key.Key_Backtab)
    assert focused() is page.sheet.progress.chooser


@pytest.mark.parametrize(
    ("key", "place"), [(Key.Key_Down, 1), (Key.Key_PageDown, 9), (Key.Key_End, 9)]
)
def test_arrows_lead_from_session_to_session(qtbot: QtBot, key: Key, place: int) -> None:
    """The newest has the focus first."""
    view = of(10)
    page, _ = shown(qtbot, view)
    assert (view.sessions or ())[0] == page.sheet.sessions.selected_entry.totals

    with qtbot.waitSignal(page.sheet.sessions.selected) as heard:
        qtbot.keyClick(focused(), key)

    assert [(view.sessions or ())[place].id] == heard.args


@pytest.mark.parametrize(
    "size", [(1120, 630), (1162, 676), (1280, 720), (1280, 800), (1366, 768), (1440, 900)], ids=str
)
def test_the_year_fits_beside_its_sessions(qtbot: QtBot, size: tuple[int, int]) -> None:
    """Only their list scrolls: no two bars stand side by side."""
    page, window = shown(qtbot, of(1000))
    window.resize(*size)
    bars = [each for each in page.findChildren(ThinBar) if each.maximum() > 0]
    assert [True] == [page.sheet.sessions.isAncestorOf(each) for each in bars]


def test_sessions_of_one_day_are_told_apart(qtbot: QtBot) -> None:
    """By their time; one that was stopped says so instead of its length."""
    view = of(3)
    newest, other, oldest = view.sessions or ()
    stopped = replace(
        other,
        started=newest.started.replace(hour=7, minute=10),
        outcome=SessionOutcome.STOPPED,
    )
    page, _ = shown(qtbot, replace(view, sessions=(newest, stopped, oldest)))
    said = [
        [word.text for word in sheet.words]
        for entry in page.findChildren(SessionEntry)
        for sheet in painted(entry)
    ]
    assert ["28 Nov, 18:05", "28 Nov, 07:10", "Sun 22 Nov"] == [words[1] for words in said]
    assert [False, True, False] == ["stopped" in words for words in said]


def test_a_narrow_page_shows_its_top_first(qtbot: QtBot) -> None:
    """The sessions stand far below; Down leads to them."""
    page = HistoryPage(DARK)
    page.show_view(of(10))
    show(qtbot, page, 800, 600)
    bar = next(each for each in page.findChildren(ThinBar) if each.maximum() > 0)
    assert 0 == bar.value()

    qtbot.keyClick(focused(), Key.Key_Down)

    assert page.sheet.sessions.selected_entry is focused()
    assert 0 < bar.value()


def test_the_focus_stays_with_the_selected_session(qtbot: QtBot) -> None:
    """It goes from one to the next with the selection."""
    view = of(10)
    page, _ = shown(qtbot, view)

    page.show_view(replace(view, selected=(view.sessions or ())[3].id, record=None))

    assert (view.sessions or ())[3] == focused().totals


def test_a_session_that_comes_late_gets_the_focus(qtbot: QtBot) -> None:
    """The page is shown before the disk has answered."""
    view = of(10)
    page, _ = shown(qtbot, replace(view, sessions=None, record=None))
    assert page.sheet.sessions.selected_entry is None

    page.show_view(view)

    assert page.sheet.sessions.selected_entry is focused()


def test_f2_leads_to_the_sets_and_escape_back(qtbot: QtBot) -> None:
    """Up from the first line leads back too; Down goes from line to line."""
    page, window = shown(qtbot, of(10))
    qtbot.keyClick(focused(), Key.Key_F2)
    first = focused()
    assert isinstance(first, SetLine)
    qtbot.keyClick(first, Key.Key_Down)
    assert focused() is not first
    qtbot.keyClick(focused(), Key.Key_Escape)

    assert page.sheet.sessions.selected_entry is focused()
    assert [] == window.keys


def test_enter_opens_the_sets(qtbot: QtBot) -> None:
    """On the session that is selected already."""
    shown(qtbot, of(1))
    qtbot.keyClick(focused(), Key.Key_Return)
    assert isinstance(focused(), SetLine)


def test_digits_say_how_hard_it_was(qtbot: QtBot) -> None:
    """From 1 to 5; others mean nothing."""
    page, _ = shown(qtbot, of(1))
    heard: list[int] = []
    page.sheet.sessions.detail.effort_pressed.connect(heard.append)

    for key in (Key.Key_4, Key.Key_6):
        qtbot.keyClick(focused(), key)

    assert [4] == heard


def test_delete_and_undo_are_asked_for(qtbot: QtBot) -> None:
    """Delete deletes the selected session, Ctrl+Z brings the last one back."""
    page, _ = shown(qtbot, of(10))
    with qtbot.waitSignal(page.deleted):
        qtbot.keyClick(focused(), Key.Key_Delete)
    with qtbot.waitSignal(page.put_back):
        qtbot.keyClick(focused(), Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_what_was_deleted_is_told_with_its_key(qtbot: QtBot) -> None:
    """The button does what the key does."""
    view = of(10)
    page, _ = shown(qtbot, replace(view, deleted=(view.sessions or ())[0]))

    assert "Sat 28 Nov deleted: bring it back" == page.sheet.undo.text()
    with qtbot.waitSignal(page.put_back):
        page.sheet.undo.click()


def test_a_deletion_is_told_to_those_who_do_not_see_it(qtbot: QtBot) -> None:
    """Once, with the key that undoes it."""
    view = of(10)
    page, _ = shown(qtbot, view)
    said: list[str] = []
    page.said.connect(said.append)

    for _ in range(2):
        page.show_view(replace(view, deleted=(view.sessions or ())[0]))

    assert ["Sat 28 Nov deleted: bring it back, Ctrl Z"] == said


def test_the_focus_goes_to_the_sessions_of_another_year(qtbot: QtBot) -> None:
    """Those that had it are gone."""
    page, _ = shown(qtbot, of(300))
    page.show_view(of(300, 1))

    assert page.sheet.sessions.selected_entry is focused()


def test_arrows_lead_back_to_the_sessions(qtbot: QtBot) -> None:
    """From whatever is beside them."""
    page, _ = shown(qtbot, of(10))
    back = next(each for each in page.findChildren(PageButton) if each.text() == "Back")
    back.setFocus()

    qtbot.keyClick(back, Key.Key_Down)

    assert page.sheet.sessions.selected_entry is focused()


def test_a_page_without_sessions_scrolls_by_keys(qtbot: QtBot) -> None:
    """Where it has too little room."""
    page = HistoryPage(DARK)
    page.show_view(of(0))
    show(qtbot, page, 640, 400)
    bar = next(each for each in page.findChildren(ThinBar) if each.maximum() > 0)

    qtbot.keyClick(focused(), Key.Key_End)

    assert bar.maximum() == bar.value()


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_what_goes_on_below_fades_at_the_foot(qtbot: QtBot, theme: Theme) -> None:
    """A figure that is cut there would look like a fault; at the end nothing fades."""
    page = HistoryPage(theme)
    page.show_view(of(10))
    show(qtbot, page, 800, 600)
    bar = max(page.findChildren(ThinBar), key=lambda each: each.height())
    assert 0 == bar.value() < bar.maximum()

    at = QPoint(page.width() // 2, bar.mapTo(page, bar.rect().bottomLeft()).y())
    ground, foot = theme.ground.lightness(), page.grab().toImage().pixelColor(at).lightness()
    assert abs(foot - ground) < abs(theme.surface.lightness() - ground)
    bar.setValue(bar.maximum())

    assert not any(each.isVisible() for each in page.findChildren(Fade))


def test_the_foot_of_the_sessions_fades_below_the_selected_one(qtbot: QtBot) -> None:
    """However far down it is: its note would be read worst there."""
    view = of(300)
    assert view.record is not None
    short = replace(view.record, sets=view.record.sets[:4])
    page, _ = shown(qtbot, view)
    (fade,) = page.sheet.sessions.findChildren(Fade)
    for each in (view.sessions or ())[10:30]:
        page.show_view(replace(view, selected=each.id, record=short))
        detail = page.sheet.sessions.detail
        lowest = detail.mapTo(page, detail.rect().bottomLeft()).y()
        assert fade.isVisible()
        assert lowest <= fade.mapTo(page, QPoint()).y()


def test_left_and_right_turn_to_other_years(qtbot: QtBot) -> None:
    """As far as there is something to see."""
    turned: list[int] = []
    for back in (0, 1):
        page, _ = shown(qtbot, of(300, back))
        page.turned.connect(turned.append)
        qtbot.keyClick(focused(), Key.Key_Left)
        qtbot.keyClick(focused(), Key.Key_Right)

    assert [1, 1, -1] == turned


def test_nothing_leads_beyond_the_first_and_the_last_year(qtbot: QtBot) -> None:
    """There is nothing to see."""
    page, window = shown(qtbot, of(10))
    for key in (Key.Key_Left, Key.Key_Right):
        with qtbot.assertNotEmitted(page.turned):
            qtbot.keyClick(focused(), key)
    assert [] == window.keys


def test_a_history_without_sessions_says_what_will_be_there(qtbot: QtBot) -> None:
    """And shows no figure that nobody has made."""
    page, _ = shown(qtbot, of(0))

    assert "After your first workout" in words_on(page)
    assert "" == page.accessibleDescription()


@pytest.mark.parametrize("size", [(1366, 768), (683, 768)])
def test_an_empty_history_has_no_empty_plates(qtbot: QtBot, size: tuple[int, int]) -> None:
    """What will be there ends with its words, beside the year with that."""
    page = HistoryPage(DARK)
    page.show_view(of(0))
    show(qtbot, page, *size)
    seen = page.grab().toImage()
    right = round(0.95 * size[0])

    assert seen.pixel(right, size[1] // 2) != DARK.ground.rgba()
    assert seen.pixel(right, round(0.9 * size[1])) == DARK.ground.rgba()


def test_a_year_without_sessions_says_so(qtbot: QtBot) -> None:
    """Between two that have some."""
    page, _ = shown(qtbot, replace(of(200), sessions=()))

    assert "No session in these weeks." in words_on(page)


def test_the_figures_are_told(qtbot: QtBot) -> None:
    """Weeks in a row now and at best, sessions, hours and volume, by the unit of the athlete."""
    page, _ = shown(qtbot, of(200))
    said = page.accessibleDescription()
    assert said.startswith("6 weeks in a row, ")
    assert {"at best", "sessions", "hours", "kg moved"} <= {
        part.partition(" ")[2] for part in said.split(", ")
    }

    page.show_view(replace(of(10), settings=Settings(unit=Unit.POUND)))
    assert page.accessibleDescription().endswith("24,868 lb moved")


def test_a_session_that_is_not_over_cannot_be_changed(qtbot: QtBot) -> None:
    """F2 leads nowhere; it says that it is not over."""
    view = of(1)
    totals = replace((view.sessions or ())[0], outcome=SessionOutcome.OPEN)
    assert view.record is not None
    record = replace(view.record, outcome=SessionOutcome.OPEN)
    page, _ = shown(qtbot, replace(view, sessions=(totals,), record=record))

    qtbot.keyClick(focused(), Key.Key_F2)

    assert page.sheet.sessions.selected_entry is focused()
    assert "not over" in focused().accessibleName()


def test_many_sessions_are_listed_in_portions(qtbot: QtBot) -> None:
    """Nobody waits for the last one."""
    page, _ = shown(qtbot, of(1000))
    sessions = page.sheet.sessions
    assert not sessions.is_whole

    qtbot.waitUntil(lambda: sessions.is_whole)


def test_what_is_seen_is_not_painted_anew_with_every_portion(qtbot: QtBot) -> None:
    """The portions that follow lie further down, where nobody sees them yet."""
    page, _ = shown(qtbot, of(300))
    sessions, painted = page.sheet.sessions, list[None]()
    qtbot.waitUntil(lambda: len(sessions.findChildren(SessionEntry)) > 32)
    for line in page.findChildren(SetLine):
        PaintWatch(line, lambda: painted.append(None))
    qtbot.waitUntil(lambda: sessions.is_whole)

    assert len(painted) <= 2 * len(page.findChildren(SetLine))


def test_the_offer_to_undo_goes_and_its_key_stays(qtbot: QtBot) -> None:
    """The list has its room after 8 s; while the offer has the focus it stays."""
    view = of(10)
    gone = (view.sessions or ())[0]
    page, _ = shown(qtbot, replace(view, deleted=gone))
    undo, offered = page.sheet.undo, page.sheet.offered
    assert (True, 8_000) == (undo.isVisible(), offered.interval())
    undo.setFocus()
    offered.setInterval(0)
    with qtbot.waitSignal(offered.timeout):
        offered.start()
    assert undo.isVisible()
    page.sheet.sessions.focus_selected()

    with qtbot.waitSignal(page.sheet.folded):
        offered.start()

    page.show_view(replace(view, deleted=gone))
    assert not undo.isVisible()
    with qtbot.waitSignal(page.put_back):
        qtbot.keyClick(focused(), Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    page.show_view(replace(view, deleted=(view.sessions or ())[1]))
    assert undo.isVisible()


def test_a_day_is_clicked(qtbot: QtBot) -> None:
    """Its newest session is selected; a day without any is nothing."""
    view = of(10)
    page, _ = shown(qtbot, view)
    fifth = (view.sessions or ())[4]

    with qtbot.waitSignal(page.sheet.sessions.selected) as heard:
        page.sheet.chart.day_pressed.emit(fifth.started.date())
    assert [fifth.id] == heard.args
    with qtbot.assertNotEmitted(page.sheet.sessions.selected):
        page.sheet.chart.day_pressed.emit(view.year.first)


def test_a_note_is_kept_when_it_is_left(qtbot: QtBot) -> None:
    """Esc leads back to the session."""
    page, _ = shown(qtbot, of(1))
    detail = page.sheet.sessions.detail
    note = next(each for each in detail.stops if each.accessibleName() == "Note")
    note.setFocus()
    note.selectAll()
    qtbot.keyClicks(note, "Cold")

    with qtbot.waitSignal(detail.note_changed) as heard:
        qtbot.keyClick(note, Key.Key_Escape)

    assert ["Cold"] == heard.args
    assert page.sheet.sessions.selected_entry is focused()


def test_a_fault_is_told(qtbot: QtBot) -> None:
    """On a plate at the foot."""
    page, _ = shown(qtbot, replace(of(1), fault="the disk is full"))
    assert any(each.accessibleName() == "the disk is full" for each in page.findChildren(QWidget))
