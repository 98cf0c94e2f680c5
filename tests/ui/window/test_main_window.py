"""The window shows the page of the moment and hands every key to whom it concerns."""

import gc
import weakref
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from matside.core.durations import SECOND
from matside.core.keymap import Act
from matside.core.ports.devices import Chime, Instead, Speaks, VoiceState
from matside.core.session.record import OpenSession
from matside.core.session.sequencer import GUARD
from matside.core.session.values import Command, Idle, Paused, Running
from matside.core.settings import ThemeChoice
from matside.core.workout.model import Block, BlockKind, Exercise, Reps, Workout
from matside.core.workout.plan import compile_plan
from matside.core.workout.steps import Work
from matside.ui.about.about_page import AboutPage
from matside.ui.checkup.checkup_page import CheckupPage
from matside.ui.drawing.theme import DARK, LIGHT, theme_of
from matside.ui.exercise.exercise_page import ExercisePage
from matside.ui.history.history_page import HistoryPage
from matside.ui.keyboard.act_row import ActRow
from matside.ui.keyboard.key_choice_page import KeyChoicePage
from matside.ui.keyboard.keys_page import KeysPage
from matside.ui.kit.labels import Label
from matside.ui.kit.lines import ActionRow
from matside.ui.kit.page_button import PageButton
from matside.ui.kit.scrolling import Scroll
from matside.ui.kit.timeline import Timeline
from matside.ui.kit.warning_plate import WarningPlate
from matside.ui.settings.settings_page import SettingsPage
from matside.ui.stage.chime_light import FrameLight
from matside.ui.stage.flood import Flooding
from matside.ui.stage.screen_reader import ScreenReader
from matside.ui.stage.stage import Stage
from matside.ui.start.cards.exercise_tile import ExerciseTile
from matside.ui.start.rail.rail_button import RailButton
from matside.ui.start.start_button import StartButton
from matside.ui.start.start_page import StartPage
from matside.ui.summary.finish_page import FinishPage
from matside.ui.summary.resume_page import ResumePage
from matside.ui.welcome.welcome_page import WelcomePage
from matside.ui.window.making.page_context import PageName
from matside.ui.window.notices import Notice
from tests.support.fakes import FakeDisk, fake_wall
from tests.support.house import SETTINGS, WORKOUT, House
from tests.support.page_situations import NO_SOUND
from tests.support.painted import painted
from tests.support.stages import alike

Key = Qt.Key
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def house(qtbot: QtBot) -> House:
    """Return a window on its start page."""
    return House(qtbot)


def test_space_starts_and_shows_the_stage(house: House) -> None:
    """The start page is left by the press that starts."""
    assert isinstance(house.page(), StartPage)
    house.key(Key.Key_Space)
    assert isinstance(house.page(), Stage)
    assert isinstance(house.player.phase, Running)


def test_the_page_that_was_seen_first_goes_on(house: House) -> None:
    """It is the same page in the same place, and Start has the focus."""
    assert house.first.page.widget is house.page()
    assert house.shell.size() == house.page().size()
    assert isinstance(QApplication.focusWidget(), StartButton)
    house.first.context.open(PageName.SETTINGS)
    assert house.first.page.widget is not house.page()


def test_stage_waits_in_the_size_of_the_window(house: House) -> None:
    """It is made ready for the start out of sight, and there in the size it will have."""
    stage = house.window.findChild(Stage)
    assert stage is not None
    assert stage.isHidden()
    assert house.page().size() == stage.size()
    house.shell.resize(900, 700)
    assert house.page().size() == stage.size()


def test_enter_starts_too(house: House) -> None:
    """Enter and Space are the same key here."""
    house.key(Key.Key_Return)
    assert isinstance(house.page(), Stage)


def test_a_broken_workout_cannot_be_started(house: House) -> None:
    """Space on a file with faults does nothing."""
    house.preparation.select("broken")
    house.key(Key.Key_Space)
    assert isinstance(house.page(), StartPage)
    house.window.begin()
    assert isinstance(house.player.phase, Idle)


def test_a_digit_leaves_a_block_out_and_space_still_starts(house: House) -> None:
    """A choice by digit leaves the focus on the main button."""
    house.key(Key.Key_1)
    house.key(Key.Key_Space)
    reading = house.player.reading()
    assert reading is not None
    assert reading.shown.exercise is not None
    assert "Curl" == reading.shown.exercise.name


def test_space_belongs_to_a_control_that_tab_has_reached(house: House) -> None:
    """After Tab the key works the control that has the focus, and starts nothing."""
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    house.key(Key.Key_Space)
    assert isinstance(house.player.phase, Idle)


def test_the_session_ends_on_the_finish_page_and_space_leaves_it(house: House) -> None:
    """After the last set the finish page is shown until a press, then the start page."""
    house.finish()
    assert isinstance(house.page(), FinishPage)
    house.key(Key.Key_Space)
    assert isinstance(house.page(), StartPage)


def test_left_out_blocks_come_back_after_the_session(house: House) -> None:
    """Leaving out holds for one session only."""
    house.key(Key.Key_1)
    house.finish()
    house.key(Key.Key_Space)
    program = house.player.program
    assert program is not None
    assert [1, 2] == [block.rounds for block in program.workout.blocks]


def test_backspace_on_the_finish_page_takes_the_last_set_back(house: House) -> None:
    """The session goes on where it was."""
    house.finish()
    house.key(Key.Key_Backspace)
    assert isinstance(house.page(), Stage)


def test_settings_changed_on_the_finish_page_hold_after_back(house: House) -> None:
    """The set that BACK leads to is paced where rep pace was switched on meanwhile."""
    house.finish()
    house.preferences.change(replace(house.preferences.settings, rep_pace=True))
    assert isinstance(house.page(), FinishPage)

    house.key(Key.Key_Backspace)

    reading = house.player.reading()
    assert reading is not None
    assert (1, 3_000) == (reading.rep, reading.shown.pace)


def test_a_session_ended_by_mistake_is_taken_up_again(house: House) -> None:
    """BACK on its page, by key or by click, leads to where it was paused, under the same id."""
    house.key(Key.Key_Space)
    house.key(Key.Key_Right)
    house.key(Key.Key_Escape)
    stood = house.player.phase
    for come_back in (lambda: house.key(Key.Key_Backspace), lambda: _click_back(house)):
        house.key(Key.Key_E)
        assert isinstance(house.page(), FinishPage)
        come_back()
        assert isinstance(house.page(), Stage)
        house.key(Key.Key_Escape)
    assert isinstance(stood, Paused)
    assert isinstance(house.player.phase, Paused)
    assert stood.progress == house.player.phase.progress
    assert ({1: ["stopped", "open"] * 2}, 1) == (
        house.history.outcomes,
        len(house.history.openings),
    )


def _click_back(house: House) -> None:
    page = house.page()
    assert isinstance(page, FinishPage)
    page.back_pressed.emit()


def test_after_the_page_is_left_a_stopped_session_stays_stopped(house: House) -> None:
    """BACK on the start page takes nothing up."""
    house.key(Key.Key_Space)
    house.key(Key.Key_Right)
    house.key(Key.Key_Escape)
    house.key(Key.Key_E)
    house.key(Key.Key_Space)
    assert isinstance(house.page(), StartPage)

    house.key(Key.Key_Backspace)

    assert isinstance(house.player.phase, Idle)
    assert {1: ["stopped"]} == house.history.outcomes


def test_a_workout_that_was_skipped_through_is_not_called_done(house: House, qtbot: QtBot) -> None:
    """Neither on the page nor in the title of the window."""
    house.finish()

    assert house.page().accessibleName().startswith("CUT SHORT")
    qtbot.waitUntil(lambda: house.shell.windowTitle() == "Cut short – Short – Matside")


def test_a_skipped_set_is_hollow_on_the_stage(house: House) -> None:
    """On the strip of the whole session it looks otherwise than if it had been done."""
    house.key(Key.Key_Space)
    house.key(Key.Key_Right)
    house.key(Key.Key_P)
    strip = house.page().findChild(Timeline)
    assert strip is not None
    skipped = strip.grab().toImage()

    strip.show_skipped(frozenset())

    assert skipped != strip.grab().toImage()


def test_a_double_press_at_the_end_does_not_close_the_finish_page(house: House) -> None:
    """The guard covers the pages too."""
    house.key(Key.Key_1)
    house.key(Key.Key_Space)
    house.key(Key.Key_Space)
    house.key(Key.Key_Space)
    house.key(Key.Key_Space)
    assert isinstance(house.page(), FinishPage)
    house.ticks.go_on(300)
    QTest.keyClick(house.page(), Key.Key_Space)
    assert isinstance(house.page(), FinishPage)


def test_a_press_right_after_ending_leaves_the_page_open(house: House) -> None:
    """The hand that pressed E may slip onto the space bar: what was done would never be seen."""
    house.key(Key.Key_Space)
    house.key(Key.Key_Right)
    house.key(Key.Key_Escape)
    house.key(Key.Key_E)
    QTest.keyClick(house.page(), Key.Key_Space)
    assert isinstance(house.page(), FinishPage)
    house.ticks.go_on(GUARD)
    QTest.keyClick(house.page(), Key.Key_Space)
    assert isinstance(house.page(), StartPage)


def test_a_session_without_sets_ends_on_the_start_page(house: House) -> None:
    """There is nothing to show of it."""
    house.key(Key.Key_Space)
    house.key(Key.Key_Escape)
    house.key(Key.Key_E)
    assert isinstance(house.page(), StartPage)


def test_settings_pause_the_session_and_leave_it_paused(house: House) -> None:
    """Opening a page pauses; closing it does not resume."""
    house.key(Key.Key_Space)
    house.key(Key.Key_Comma, CONTROL)
    assert isinstance(house.page(), SettingsPage)
    assert isinstance(house.player.phase, Paused)
    house.key(Key.Key_Escape)
    assert isinstance(house.page(), Stage)
    assert isinstance(house.player.phase, Paused)


def test_a_drag_in_the_settings_is_saved_once_and_loads_nothing_anew(house: House) -> None:
    """The plan that another rest makes is made when the settings are closed, of the last tick."""
    house.key(Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    page, program = house.page(), house.player.program
    assert isinstance(page, SettingsPage)
    house.saved.clear()
    for volume in range(30, 40):
        page.changed.emit(replace(house.preferences.settings, volume=volume))
    assert (39, []) == (house.preferences.settings.volume, house.saved)
    assert program is house.player.program
    for rest in range(90, 100):
        page.changed.emit(replace(house.preferences.settings, between_rounds=rest))
    assert program is house.player.program
    house.key(Key.Key_Escape)
    assert house.preparation.program() is house.player.program is not program
    house.preferences.settle()
    assert [house.preferences.settings] == house.saved


def test_what_works_is_opened_from_the_settings_and_leads_back(house: House, qtbot: QtBot) -> None:
    """The machine is looked at when it is opened, and again by F5; a session stays paused."""
    house.key(Key.Key_Space)
    house.key(Key.Key_Comma, CONTROL)
    house.key(Key.Key_F2)
    page = house.page()
    assert isinstance(page, CheckupPage)
    qtbot.waitUntil(lambda: bool(page.shown))
    house.key(Key.Key_F5)
    assert "Words of your own are not said: espeak-ng is not installed." in page.shown
    house.key(Key.Key_Escape)
    assert isinstance(house.page(), SettingsPage)
    house.key(Key.Key_Escape)
    assert isinstance(house.page(), Stage)
    assert isinstance(house.player.phase, Paused)


def test_the_settings_are_found_again_where_they_were_left(house: House) -> None:
    """After a page that was opened over them; once they were closed, they begin anew."""
    house.key(Key.Key_Comma, CONTROL)
    page = house.page()
    assert isinstance(page, SettingsPage)
    (bar,) = (area.verticalScrollBar() for area in page.findChildren(Scroll))
    rows = {row.accessibleName(): row for row in page.findChildren(ActionRow)}
    rows["Back up"].setFocus(Qt.FocusReason.TabFocusReason)
    place = bar.value()
    house.key(Key.Key_F2)
    house.key(Key.Key_Escape)
    assert rows["Back up"].hasFocus()
    assert 0 < place == bar.value()
    house.key(Key.Key_Escape)
    house.key(Key.Key_Comma, CONTROL)
    assert page.home.hasFocus()
    assert 0 == bar.value()


def test_another_theme_leaves_what_was_found(house: House, qtbot: QtBot) -> None:
    """The page in the new colours shows it without another look."""
    open_checkup(house)
    before = house.page()
    assert isinstance(before, CheckupPage)
    qtbot.waitUntil(lambda: bool(before.shown))
    house.window.set_theme(LIGHT)
    after = house.page()
    assert isinstance(after, CheckupPage)
    assert before.shown == after.shown


def open_checkup(house: House) -> None:
    """Open the page that says what works."""
    house.key(Key.Key_Comma, CONTROL)
    house.key(Key.Key_F2)


def test_changed_rests_hold_for_the_session(house: House) -> None:
    """What is changed on the settings page reaches the plan of the session."""
    house.key(Key.Key_Space)
    house.preferences.change(replace(house.preferences.settings, between_rounds=50))
    program = house.player.program
    assert program is not None
    assert 50_000 in [step.length for step in program.plan.steps]


def test_the_keys_page_opens_and_closes_by_its_key(house: House) -> None:
    """`?` shows all keys anywhere and takes them away again."""
    house.key(Key.Key_Question)
    assert isinstance(house.page(), KeysPage)
    house.key(Key.Key_Question)
    assert isinstance(house.page(), StartPage)


def test_a_picture_opens_the_page_of_its_exercise(house: House) -> None:
    """A press on it shows how it is done; Esc leads back to the start page."""
    press_exercise(house, "Curl")
    page = house.page()
    assert isinstance(page, ExercisePage)
    assert page.shown is not None
    assert "Curl" == page.shown.name
    house.key(Key.Key_Escape)
    assert isinstance(house.page(), StartPage)


def test_i_opens_the_first_exercise(house: House) -> None:
    """Whichever was looked at before; without a workout that can be read it opens nothing."""
    press_exercise(house, "Curl")
    house.key(Key.Key_Escape)
    house.key(Key.Key_I)
    page = house.page()
    assert isinstance(page, ExercisePage)
    assert page.shown is not None
    assert "Stretch" == page.shown.name
    house.key(Key.Key_Escape)
    house.preparation.select("broken")
    house.key(Key.Key_I)
    assert isinstance(house.page(), StartPage)


def test_another_setting_leaves_the_exercise_that_was_turned_to(qtbot: QtBot) -> None:
    """By a key of the window, or in other colours; opened again the page begins anew."""
    exercises = (Exercise("Curl", Reps(8)), Exercise("Fly", Reps(8)))
    house = House(qtbot, workout=Workout("Two", (Block("Both", BlockKind.SUPERSET, exercises),)))

    def shown() -> str | None:
        page = house.page()
        assert isinstance(page, ExercisePage)
        return None if page.shown is None else page.shown.name

    house.key(Key.Key_I)
    house.key(Key.Key_Right)
    house.key(Key.Key_M)
    assert "Fly" == shown()
    house.window.set_theme(LIGHT)
    assert "Fly" == shown()
    house.key(Key.Key_Escape)
    house.key(Key.Key_I)
    assert "Curl" == shown()


def test_the_exercises_of_all_blocks_follow_one_another(qtbot: QtBot) -> None:
    """Next leads from the last one of a block to the first of the next, and back again."""
    blocks = [
        Block(
            "Warm-up", BlockKind.WARMUP, (Exercise("Reach", Reps(8)), Exercise("Bend", Reps(8)))
        ),
        Block("Pair", BlockKind.SUPERSET, (Exercise("Curl", Reps(8)), Exercise("Fly", Reps(8)))),
    ]
    house = House(qtbot, workout=Workout("Two", tuple(blocks)))

    def turned(keys: list[Key]) -> list[str]:
        names = []
        for key in keys:
            house.key(key)
            page = house.page()
            assert isinstance(page, ExercisePage)
            assert page.shown is not None
            names.append(page.shown.name)
        return names

    on = [Key.Key_Right] * 4
    assert ["Reach", "Bend", "Curl", "Fly", "Fly"] == turned([Key.Key_I, *on])
    house.key(Key.Key_Escape)
    press_exercise(house, "Curl")
    assert ["Bend"] == turned([Key.Key_Left])
    house.window.set_theme(LIGHT)
    assert ["Curl"] == turned([Key.Key_Right])


def press_exercise(house: House, name: str) -> None:
    """Press the exercise `name` on the start page."""
    tiles = house.page().findChildren(ExerciseTile)
    next(tile for tile in tiles if tile.text() == name).click()


def test_a_opens_what_is_told_about_matside(house: House) -> None:
    """On the start page only; Esc leads back."""
    house.key(Key.Key_A)
    assert isinstance(house.page(), AboutPage)
    house.key(Key.Key_Escape)
    assert isinstance(house.page(), StartPage)
    house.key(Key.Key_Space)
    house.key(Key.Key_A)
    assert isinstance(house.page(), Stage)


def test_h_opens_the_history_before_a_session_and_after_it(house: House) -> None:
    """H or Esc leads back to the page that it was opened over; in a session it means nothing."""
    for leave in (Key.Key_H, Key.Key_Escape):
        house.key(Key.Key_H)
        assert isinstance(house.page(), HistoryPage)
        house.key(leave)
        assert isinstance(house.page(), StartPage)
    house.key(Key.Key_Space)
    house.key(Key.Key_H)
    assert isinstance(house.page(), Stage)
    house.finish()
    house.key(Key.Key_H)
    assert isinstance(house.page(), HistoryPage)
    house.key(Key.Key_Escape)
    assert isinstance(house.page(), FinishPage)


def test_m_mutes_everywhere(house: House) -> None:
    """Mute is a setting like any other."""
    house.key(Key.Key_M)
    assert house.preferences.settings.muted
    house.key(Key.Key_Space)
    house.key(Key.Key_M)
    assert not house.preferences.settings.muted


def go_to_curl(house: House) -> None:
    """Start, and go on to the first counted set."""
    house.key(Key.Key_Space)
    while (reading := house.player.reading()) and (
        not isinstance(reading.step, Work) or reading.step.is_hold
    ):
        house.ticks.go_on(SECOND)
        house.player.beat()


def test_t_takes_the_set_under_way_to_rep_pace(house: House) -> None:
    """The stage shows the lead-in and the first rep, and the setting is kept."""
    go_to_curl(house)
    house.key(Key.Key_T)
    assert house.preferences.settings.rep_pace
    reading = house.player.reading()
    assert reading is not None
    assert (1, 24) == (reading.rep, reading.held_back)


def test_comma_and_period_change_the_pace(house: House) -> None:
    """Half a second a rep less, and half a second more."""
    go_to_curl(house)
    house.key(Key.Key_T)
    house.key(Key.Key_Comma)
    assert {"Curl at 3 s": 2_500} == house.preferences.settings.paces
    house.key(Key.Key_Period)
    assert {} == house.preferences.settings.paces


@pytest.mark.parametrize("key", [Key.Key_T, Key.Key_V, Key.Key_M])
def test_key_that_changes_a_setting_is_answered_on_the_stage(house: House, key: Key) -> None:
    """In a hold, where nothing else changes, the stage says for a moment what it has done."""
    house.key(Key.Key_Space)
    stage = house.page()
    assert isinstance(stage, Stage)
    before = stage.grab().toImage()
    house.key(key)
    assert not alike(before, stage.grab().toImage())


def test_keys_of_rep_pace_leave_the_question_alone(house: House) -> None:
    """While Esc asks they mean nothing."""
    go_to_curl(house)
    house.key(Key.Key_Escape)
    house.key(Key.Key_T)
    assert not house.preferences.settings.rep_pace
    house.key(Key.Key_Escape)
    house.key(Key.Key_T)
    assert house.preferences.settings.rep_pace


@pytest.mark.parametrize("key", [Key.Key_T, Key.Key_Comma, Key.Key_Period])
def test_keys_of_rep_pace_belong_to_the_stage(house: House, key: Key) -> None:
    """On the start page, where nothing would show it, they change nothing."""
    before = house.preferences.settings
    house.key(key)
    assert before == house.preferences.settings


@pytest.mark.parametrize("opens_so", [False, True])
def test_f_fills_the_screen_and_escape_leaves_it(house: House, *, opens_so: bool) -> None:
    """Esc leaves full screen before it asks anything; how the next start opens stays chosen."""
    chosen = replace(house.preferences.settings, fullscreen=opens_so)
    house.preferences.change(chosen)
    house.key(Key.Key_Space)
    house.key(Key.Key_F)
    assert house.shell.isFullScreen()
    assert chosen == house.preferences.settings
    house.key(Key.Key_Escape)
    assert not house.shell.isFullScreen()
    assert chosen == house.preferences.settings
    assert isinstance(house.player.phase, Running)


def test_closing_asks_first_and_then_leaves_the_session_open(house: House) -> None:
    """The first close pauses and asks; the second closes and writes no outcome."""
    house.key(Key.Key_Space)
    house.shell.close()
    assert house.shell.isVisible()
    assert isinstance(house.player.phase, Paused)
    house.shell.close()
    assert not house.shell.isVisible()
    assert [[]] == list(house.history.outcomes.values())


def test_closing_from_a_page_shows_the_question(house: House) -> None:
    """The question is on the stage, so the page over it is closed."""
    house.key(Key.Key_Space)
    house.key(Key.Key_Question)
    event = QCloseEvent()
    house.shell.closeEvent(event)
    assert not event.isAccepted()
    assert isinstance(house.page(), Stage)


def test_closing_warns_before_anything_done_is_lost(house: House) -> None:
    """What could not be saved keeps the window open once; a second close gives it up."""
    house.key(Key.Key_Space)
    house.history.broken = "the disk is full"
    house.finish()
    (plate,) = house.page().findChildren(WarningPlate)
    assert "Sets are not being saved, but kept until they can be: the disk is full" == " ".join(
        plate.shown
    )
    house.shell.close()
    assert house.shell.isVisible()
    house.shell.close()
    assert not house.shell.isVisible()


def test_closing_saves_what_waited_where_it_can(house: House) -> None:
    """Nothing is lost by then, so nothing is asked."""
    house.key(Key.Key_Space)
    house.history.broken = "the disk is full"
    house.finish()
    house.history.broken = None
    house.shell.close()
    assert not house.shell.isVisible()
    assert [["finished"]] == list(house.history.outcomes.values())


@pytest.fixture
def disk() -> FakeDisk:
    """Return a disk that takes its time."""
    return FakeDisk()


@pytest.fixture
def slow_house(qtbot: QtBot, disk: FakeDisk) -> House:
    """Return a window on its start page, and on `disk`."""
    return House(qtbot, disk=disk)


def words_on(page: QWidget) -> list[str]:
    """Return what the labels of `page` say."""
    return [label.text() for label in page.findChildren(Label)]


def test_nothing_is_called_done_before_it_is_on_the_disk(
    slow_house: House, disk: FakeDisk, qtbot: QtBot
) -> None:
    """The finish page is there at once; its heading, its totals and the title wait."""
    slow_house.finish()
    page = slow_house.page()
    assert isinstance(page, FinishPage)
    assert {"SAVING", "3 sets to save"} <= set(words_on(page))
    qtbot.waitUntil(lambda: slow_house.shell.windowTitle() == "Saving – Short – Matside")
    disk.catch_up()
    assert {"CUT SHORT", "3 sets skipped"} <= set(words_on(page))
    qtbot.waitUntil(lambda: slow_house.shell.windowTitle() == "Cut short – Short – Matside")


def test_what_cannot_be_saved_is_not_called_done(house: House, qtbot: QtBot) -> None:
    """The finish page says so, and how it ended once it is saved after all."""
    house.history.broken = "the disk is full"
    house.finish()
    page = house.page()
    assert {"NOT SAVED", "3 sets to save"} <= set(words_on(page))
    qtbot.waitUntil(lambda: house.shell.windowTitle() == "Not saved – Short – Matside")
    house.history.broken = None
    house.player.beat()
    assert {"CUT SHORT", "3 sets skipped"} <= set(words_on(page))
    qtbot.waitUntil(lambda: house.shell.windowTitle() == "Cut short – Short – Matside")


def test_a_window_that_is_closed_waits_for_the_disk(slow_house: House, disk: FakeDisk) -> None:
    """It says so, stays on the screen until all is written, and then closes by itself."""
    slow_house.finish()
    (plate,) = slow_house.page().findChildren(WarningPlate)
    slow_house.shell.close()
    assert slow_house.shell.isVisible()
    assert "The window closes as soon as all is saved" == " ".join(plate.shown)
    disk.catch_up()
    assert not slow_house.shell.isVisible()
    assert [["finished"]] == list(slow_house.history.outcomes.values())


@pytest.mark.parametrize("on_disk", [True, False])
def test_a_window_closes_at_once_where_nothing_was_done(qtbot: QtBot, *, on_disk: bool) -> None:
    """Of a session that was only begun nothing is lost, also in a folder that can only be read."""
    disk = FakeDisk()
    house = House(qtbot, disk=disk if on_disk else None)
    house.history.broken = "the folder can only be read"
    house.key(Key.Key_Space)
    house.key(Key.Key_Escape)
    house.key(Key.Key_E)
    disk.catch_up()
    house.shell.close()
    disk.catch_up()
    assert not house.shell.isVisible()


def test_what_was_done_is_not_lost_without_a_word(house: House) -> None:
    """The first close says why it is not saved, the second gives it up."""
    house.history.broken = "the folder can only be read"
    house.finish()
    house.shell.close()
    (plate,) = house.page().findChildren(WarningPlate)
    assert house.shell.isVisible()
    assert " ".join(plate.shown).startswith("Close again to lose what could not be saved")
    house.shell.close()
    assert not house.shell.isVisible()


def test_a_session_begun_while_the_window_waits_keeps_it_open(
    slow_house: House, disk: FakeDisk
) -> None:
    """Who goes on training has changed his mind."""
    slow_house.finish()
    slow_house.shell.close()
    slow_house.key(Key.Key_Space)
    slow_house.key(Key.Key_Space)
    assert slow_house.player.in_session
    disk.catch_up()
    assert slow_house.shell.isVisible()


def test_a_disk_that_is_slow_is_told_on_the_stage(
    slow_house: House, disk: FakeDisk, qtbot: QtBot
) -> None:
    """The warning comes and goes with what waits."""
    slow_house.key(Key.Key_Space)
    stage = slow_house.page()
    assert isinstance(stage, Stage)
    before = stage.grab().toImage()
    qtbot.waitUntil(lambda: yellow(stage) > 100)
    disk.catch_up()
    assert 0 == yellow(stage)
    assert before.size() == stage.size()


def yellow(stage: Stage) -> int:
    """Return how much of `stage` is in the colour of a warning."""
    picture = stage.grab().toImage()
    points = ((x, y) for x in range(0, picture.width(), 4) for y in range(0, picture.height(), 4))
    return sum(picture.pixelColor(x, y) == DARK.warning for x, y in points)


def test_a_session_that_is_still_being_written_is_not_offered(
    left_open: OpenSession, slow_house: House, disk: FakeDisk
) -> None:
    """What history holds as open may be what has just been stopped here."""
    slow_house.key(Key.Key_Space)
    slow_house.player.command(Command.STOP)
    slow_house.player.leave()
    slow_house.window.offer(left_open)
    assert isinstance(slow_house.page(), StartPage)
    disk.catch_up()
    slow_house.window.offer(left_open)
    assert isinstance(slow_house.page(), ResumePage)


def test_the_end_of_the_desktop_session_saves_what_waited(house: House) -> None:
    """It asks nothing, and loses nothing that can still be written."""
    house.key(Key.Key_Space)
    house.history.broken = "the disk is full"
    house.key(Key.Key_Right)
    house.history.broken = None
    house.window.close_at_once()
    assert [["Stretch"]] == list(house.history.sets.values())


def test_out_of_a_session_closing_just_closes(house: House) -> None:
    """Nothing is lost, so nothing is asked; the size is remembered."""
    house.key(Key.Key_Q, CONTROL)
    assert not house.shell.isVisible()
    settings = house.preferences.settings
    assert (800, 600) == (settings.window_width, settings.window_height)


def test_a_maximised_window_is_remembered_as_such(house: House) -> None:
    """Its size is the desktop's, so the one that it had before stays remembered."""
    before = house.preferences.settings
    house.shell.setWindowState(Qt.WindowState.WindowMaximized)
    house.key(Key.Key_Q, CONTROL)
    settings = house.preferences.settings
    assert settings.maximised
    assert (before.window_width, before.window_height) == (
        settings.window_width,
        settings.window_height,
    )


@pytest.mark.qt_log_ignore("does not support raise")
def test_a_window_that_comes_forward_is_as_it_was(house: House) -> None:
    """One that was maximised before it was put away is maximised again."""
    house.shell.setWindowState(Qt.WindowState.WindowMaximized)
    house.shell.setWindowState(house.shell.windowState() | Qt.WindowState.WindowMinimized)
    house.window.come_forward()
    assert (False, True) == (house.shell.isMinimized(), house.shell.isMaximized())


def test_full_screen_over_a_maximised_window_remembers_that_it_is_maximised(
    house: House,
) -> None:
    """The next start, in full screen or not, lies over a window that is maximised."""
    house.shell.setWindowState(Qt.WindowState.WindowMaximized)
    house.key(Key.Key_F)
    house.key(Key.Key_Q, CONTROL)
    assert house.preferences.settings.maximised


def test_the_end_of_the_desktop_session_asks_nothing(house: House) -> None:
    """The session stays open for the next start."""
    house.key(Key.Key_Space)
    house.window.close_at_once()
    assert not house.shell.isVisible()


def test_a_click_on_the_stage_is_a_press(house: House, qtbot: QtBot) -> None:
    """It pauses a hold as Space does, where the window has the keys."""
    house.key(Key.Key_Space)
    house.ticks.go_on(SECOND)

    def clicked() -> bool:
        QTest.mouseClick(house.page(), Qt.MouseButton.LeftButton, pos=QPoint(400, 300))
        return isinstance(house.player.phase, Paused)

    qtbot.waitUntil(clicked)


def test_the_go_sound_can_be_heard_before_the_start(house: House) -> None:
    """One press plays it."""
    page = house.page()
    assert isinstance(page, StartPage)
    page.sound_pressed.emit()
    assert [Chime.GO] == house.chimes.played


def test_the_title_names_the_exercise(house: House, qtbot: QtBot) -> None:
    """So does the task bar, once the stage is painted."""
    qtbot.waitUntil(lambda: "Matside" == house.shell.windowTitle())
    house.key(Key.Key_Space)
    qtbot.waitUntil(lambda: "0:30 Stretch – Work – Matside" == house.shell.windowTitle())


def test_a_title_that_comes_late_does_not_outlive_its_session(house: House, qtbot: QtBot) -> None:
    """A session that ends before its title was written leaves the plain one."""
    house.key(Key.Key_Space)
    house.player.command(Command.STOP)
    qtbot.waitUntil(lambda: isinstance(house.page(), StartPage))
    QApplication.processEvents()
    assert "Matside" == house.shell.windowTitle()


def test_the_screen_is_kept_awake_in_a_session(house: House) -> None:
    """From the start to the end."""
    house.key(Key.Key_Space)
    assert house.awake.held
    house.key(Key.Key_Right)
    house.key(Key.Key_Escape)
    house.key(Key.Key_E)
    assert not house.awake.held


def test_warnings_reach_the_pages(house: House) -> None:
    """A warning is taken and taken back on every page."""
    house.window.warn(Notice.NOT_SAVED, "the disk is full")
    house.key(Key.Key_Space)
    house.window.warn(Notice.NOT_SAVED, None)
    assert isinstance(house.page(), Stage)


@pytest.fixture
def left_open(house: House) -> OpenSession:
    """Return a session that was left in its second set."""
    house.key(Key.Key_Space)
    house.key(Key.Key_Right)
    house.key(Key.Key_Space)
    program = house.player.program
    assert program is not None
    return OpenSession(
        3,
        program.name,
        program.workout,
        compile_plan(program.workout, SETTINGS),
        fake_wall(),
        house.history.positions[-1],
        tuple(house.player.sets.values()),
    )


def test_an_open_session_is_offered_and_taken_up_by_space(
    left_open: OpenSession, qtbot: QtBot
) -> None:
    """It stands paused on the stage."""
    again = House(qtbot, left_open)
    assert isinstance(again.page(), ResumePage)
    again.key(Key.Key_Space)
    assert isinstance(again.page(), Stage)
    assert isinstance(again.player.phase, Paused)


def test_settings_changed_since_it_was_left_hold_for_an_offered_session(
    left_open: OpenSession, qtbot: QtBot
) -> None:
    """They would if it had stood paused meanwhile."""
    again = House(qtbot, left_open)
    again.preferences.change(replace(SETTINGS, wait=not SETTINGS.wait))
    again.key(Key.Key_Space)
    assert again.player.program is not None
    assert (not SETTINGS.wait, left_open.workout) == (
        again.player.program.plan.wait,
        again.player.program.workout,
    )
    assert isinstance(again.player.phase, Paused)


def test_an_open_session_is_put_away_by_escape(left_open: OpenSession, qtbot: QtBot) -> None:
    """It is kept as stopped, and the start page is shown, which knows of it."""
    again = House(qtbot, left_open)
    with qtbot.waitSignal(again.known_past.asked):
        again.key(Key.Key_Escape)
    assert isinstance(again.page(), StartPage)
    assert {3: ["stopped"]} == again.history.outcomes


def test_an_offer_may_come_late(left_open: OpenSession, house: House) -> None:
    """Where history could be read in the end, what was left open is offered then."""
    house.finish()
    house.key(Key.Key_Space)
    house.window.warn(Notice.NOT_RECORDED, "locked")
    house.window.offer(left_open)
    assert isinstance(house.page(), ResumePage)
    (plate,) = house.page().findChildren(WarningPlate)
    assert not plate.isVisible()
    house.key(Key.Key_Space)
    assert isinstance(house.player.phase, Paused)


def test_a_late_offer_interrupts_nothing(left_open: OpenSession, house: House) -> None:
    """Who has begun another session goes on with that."""
    house.key(Key.Key_Space)
    house.window.offer(left_open)
    assert isinstance(house.page(), Stage)


def test_a_late_look_that_finds_nothing_offers_nothing(house: House) -> None:
    """The start page stays."""
    house.window.offer(None)
    assert isinstance(house.page(), StartPage)


def test_a_start_waits_for_the_answer(left_open: OpenSession, qtbot: QtBot) -> None:
    """`--start` acts when the offer has been put away."""
    again = House(qtbot, left_open)
    again.window.begin()
    assert isinstance(again.page(), ResumePage)
    again.key(Key.Key_Escape)
    assert isinstance(again.player.phase, Running)


def pictured(house: House) -> str:
    """Return what an upper corner of the page shows: the colour of its ground."""
    return house.page().grab().toImage().pixelColor(790, 5).name()


OPENED: dict[str, Callable[[House], None]] = {
    "start": lambda _: None,
    "settings": lambda house: house.key(Key.Key_Comma, CONTROL),
    "checkup": open_checkup,
    "keys": lambda house: house.key(Key.Key_Question),
    "stage": lambda house: house.key(Key.Key_Space),
    "finish": House.finish,
}


@pytest.mark.parametrize("opened", OPENED)
def test_another_theme_leaves_the_page_open(house: House, opened: str) -> None:
    """Every page is shown in the new colours, and back in the old ones."""
    OPENED[opened](house)
    kind, before = type(house.page()), pictured(house)
    house.window.set_theme(LIGHT)
    light = pictured(house)
    assert (kind, True) == (type(house.page()), light != before)
    house.window.set_theme(DARK)
    assert (kind, before) == (type(house.page()), pictured(house))


def test_another_theme_leaves_the_session_as_it_was(house: House) -> None:
    """It runs on, its keys and clicks do what they did, once each."""
    house.key(Key.Key_Space)
    house.window.set_theme(LIGHT)
    assert isinstance(house.player.phase, Running)
    house.key(Key.Key_Space)
    assert isinstance(house.player.phase, Paused)


def test_another_theme_leaves_the_question_open(house: House) -> None:
    """E still ends and Esc still keeps the session, and the question is still seen."""
    house.key(Key.Key_Space)
    house.window.set_theme(LIGHT)
    house.key(Key.Key_Escape)
    asked = house.page().grab().toImage()
    house.window.set_theme(DARK)
    house.window.set_theme(LIGHT)
    assert alike(asked, house.page().grab().toImage())
    house.key(Key.Key_Escape)
    assert not alike(asked, house.page().grab().toImage())
    assert isinstance(house.player.phase, Paused)


def test_another_theme_leaves_warnings_on_the_stage(house: House) -> None:
    """What was warned of still is."""
    house.window.set_theme(LIGHT)
    house.key(Key.Key_Space)
    house.window.warn(Notice.NOT_SAVED, "the disk is full")
    warned = house.page().grab().toImage()
    house.window.set_theme(DARK)
    house.window.set_theme(LIGHT)
    assert alike(warned, house.page().grab().toImage())


def test_another_theme_leaves_the_plate_of_the_lost_focus(house: House, qtbot: QtBot) -> None:
    """The keys still go to another window, and the stage still says so."""
    house.window.set_theme(LIGHT)
    house.key(Key.Key_Space)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not house.shell.isActiveWindow())
    lost = house.page().grab().toImage()
    house.window.set_theme(DARK)
    house.window.set_theme(LIGHT)
    assert alike(lost, house.page().grab().toImage())


def say_something(house: House) -> None:
    """Come to a sentence on the stage, which lasts half a second."""
    program = house.player.program
    assert program is not None
    house.speaker.prepare(program.plan)
    house.key(Key.Key_Space)
    house.key(Key.Key_R)
    assert house.voice.said


def lose_the_keys(house: House, qtbot: QtBot) -> QWidget:
    """Let another window have the keys; return it."""
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not house.shell.isActiveWindow())
    return other


def test_the_loss_of_the_keys_is_heard_after_what_is_being_said(
    house: House, qtbot: QtBot
) -> None:
    """The chime does not sound over the voice, and not at all once the keys are back."""
    say_something(house)
    lose_the_keys(house, qtbot)
    assert Chime.ELSEWHERE not in house.chimes.played
    house.ticks.go_on(500)
    house.player.beat()
    assert 1 == house.chimes.played.count(Chime.ELSEWHERE)


@pytest.mark.parametrize("comes_back", [True, False])
def test_the_loss_of_the_keys_is_not_heard_where_nobody_needs_it(
    house: House, qtbot: QtBot, *, comes_back: bool
) -> None:
    """The keys are back before the voice has ended, or all sound is off."""
    say_something(house)
    lose_the_keys(house, qtbot)
    if comes_back:
        house.shell.activateWindow()
        qtbot.waitUntil(house.shell.isActiveWindow)
    else:
        house.preferences.change(replace(house.preferences.settings, muted=True))
    house.ticks.go_on(500)
    house.player.beat()
    assert Chime.ELSEWHERE not in house.chimes.played


def test_another_theme_leaves_the_focus_where_it_was(house: House) -> None:
    """The row of the settings that was being changed still is, and a page closes by its key."""
    house.key(Key.Key_Comma, CONTROL)
    for _ in range(3):
        house.key(Key.Key_Down)
    focused = QApplication.focusWidget()
    assert focused is not None
    house.window.set_theme(LIGHT)
    again = QApplication.focusWidget()
    assert again is not None
    assert focused is not again
    assert ("Switch sides", "Switch sides") == (focused.accessibleName(), again.accessibleName())
    house.key(Key.Key_Escape)
    assert isinstance(house.page(), StartPage)


def test_the_same_theme_changes_nothing(house: House) -> None:
    """No page is made anew for it."""
    page = house.page()
    house.window.set_theme(DARK)
    assert page is house.page()


def test_pages_of_themes_before_are_gone(house: House) -> None:
    """However often the theme changes, there is one of each page."""
    house.key(Key.Key_Space)
    old = []
    for theme in (LIGHT, DARK) * 10:
        old.append(weakref.ref(house.page()))
        house.window.set_theme(theme)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [] == [page for page in old if page() is not None]
    assert 1 == len(house.window.findChildren(Stage))


def test_an_offer_stays_in_another_theme(left_open: OpenSession, qtbot: QtBot) -> None:
    """It is still taken up by Space."""
    again = House(qtbot, left_open)
    again.window.set_theme(LIGHT)
    assert isinstance(again.page(), ResumePage)
    again.key(Key.Key_Space)
    assert isinstance(again.player.phase, Paused)


def test_a_screen_reader_is_told_of_every_key_that_changes_something(house: House) -> None:
    """Once each: the start, the question with its pause, the pause without it, and going on."""
    screen_reader = house.window.findChild(ScreenReader)
    assert screen_reader is not None
    said: list[str] = []
    screen_reader.said.connect(said.append)
    for key in (Key.Key_Space, Key.Key_Escape, Key.Key_Escape, Key.Key_P, Key.Key_M):
        house.key(key)
        QApplication.processEvents()
    expected = ["Work. Stretch", "End the workout? E", "Paused. Stretch", "Get ready. Stretch"]
    assert expected == [words.partition(". 30 seconds")[0].partition(":")[0] for words in said]


@pytest.fixture
def newcomer(qtbot: QtBot) -> House:
    """Return a window that welcomes."""
    return House(qtbot, welcomes=True)


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Escape])
def test_the_welcome_is_left_for_the_start_page(newcomer: House, key: Key) -> None:
    """By Space, Enter and Esc, and it has been remembered by then."""
    assert isinstance(newcomer.page(), WelcomePage)
    assert newcomer.preferences.settings.welcomed
    newcomer.key(key)
    assert isinstance(newcomer.page(), StartPage)
    assert isinstance(newcomer.player.phase, Idle)


def test_a_double_press_on_the_welcome_starts_nothing(newcomer: House) -> None:
    """The guard covers this page too; a later press starts."""
    newcomer.key(Key.Key_Space)
    newcomer.ticks.go_on(300)
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Space)
    assert isinstance(newcomer.page(), StartPage)
    newcomer.key(Key.Key_Space)
    assert isinstance(newcomer.page(), Stage)


def test_the_go_sound_is_heard_on_the_welcome(newcomer: House) -> None:
    """After Tab Space presses the button, and the welcome stays."""
    newcomer.key(Key.Key_Tab)
    newcomer.key(Key.Key_Space)
    assert [Chime.GO] == newcomer.chimes.played
    assert isinstance(newcomer.page(), WelcomePage)


def test_the_welcome_warns_of_a_missing_sound_device(newcomer: House) -> None:
    """Also where that is found while the page is shown; F2 in the settings tells more."""
    newcomer.window.warn(Notice.NO_SOUND, "no device")
    warning = newcomer.page().findChildren(WarningPlate)[0]
    assert warning.isVisible()
    assert NO_SOUND == warning.accessibleName()
    newcomer.key(Key.Key_Comma, CONTROL)
    newcomer.key(Key.Key_F2)
    assert isinstance(newcomer.page(), CheckupPage)


def test_the_keys_page_goes_back_to_the_settings(house: House) -> None:
    """Where it was opened over them; only then does Esc lead to the start page."""
    pages = []
    house.key(Key.Key_Comma, CONTROL)
    house.key(Key.Key_Question)
    for _ in range(3):
        pages.append(type(house.page()))
        house.key(Key.Key_Escape)
    assert [KeysPage, SettingsPage, StartPage] == pages


def test_the_keys_page_goes_back_to_the_welcome(newcomer: House) -> None:
    """`?` shows all keys over it."""
    newcomer.key(Key.Key_Question)
    assert isinstance(newcomer.page(), KeysPage)
    newcomer.key(Key.Key_Escape)
    assert isinstance(newcomer.page(), WelcomePage)


def test_the_theme_is_chosen_while_its_row_is_open(house: House) -> None:
    """Right goes on through the words, however often the pages are made anew meanwhile."""
    house.preferences.changed.connect(
        lambda: house.window.set_theme(
            theme_of(house.preferences.settings.theme, Qt.ColorScheme.Dark)
        )
    )
    house.key(Key.Key_Space)
    house.key(Key.Key_Comma, CONTROL)
    for _ in range(17):
        house.key(Key.Key_Down)
    seen = []
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Left):
        house.key(key)
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append((house.preferences.settings.theme, focused.accessibleName()))
    assert [
        (ThemeChoice.DARK, "Theme: Dark"),
        (ThemeChoice.LIGHT, "Theme: Light"),
        (ThemeChoice.DARK, "Theme: Dark"),
    ] == seen


@pytest.mark.parametrize(
    ("changed", "floods"),
    [
        ({}, True),
        ({"flash_on_change": False}, False),
        ({"reduce_motion": True}, False),
    ],
)
def test_a_step_floods_the_stage_as_the_settings_say(
    house: House, changed: dict[str, bool], *, floods: bool
) -> None:
    """They hold at once, in the middle of a session too."""
    house.key(Key.Key_Space)
    house.preferences.change(replace(house.preferences.settings, **changed))
    house.key(Key.Key_Right)
    flooding = house.page().findChild(Flooding)
    assert flooding is not None
    assert floods is flooding.is_whole


def test_the_band_moves_with_the_digits_where_motion_is_reduced(house: House) -> None:
    """Between two seconds nothing asks for a frame."""
    house.key(Key.Key_Space)
    stage = house.page()
    assert isinstance(stage, Stage)
    moving = stage.tick
    house.preferences.change(replace(house.preferences.settings, reduce_motion=True))
    assert (100, 1000) == (moving, stage.tick)


def test_v_turns_the_voice_off_and_on(house: House) -> None:
    """On every page, and it is kept."""
    house.key(Key.Key_V)
    assert not house.preferences.settings.voice
    house.key(Key.Key_Space)
    house.key(Key.Key_V)
    assert house.preferences.settings.voice


def test_r_says_it_again_on_the_stage(house: House) -> None:
    """Elsewhere there is nothing to say."""
    house.key(Key.Key_R)
    assert [] == house.voice.said
    house.speaker.prepare(compile_plan(WORKOUT, SETTINGS))
    house.key(Key.Key_Space)
    house.ticks.go_on(SECOND)
    house.player.beat()
    before = list(house.voice.said)
    house.key(Key.Key_R)
    assert "Stretch." == house.voice.said[-1]
    assert len(before) < len(house.voice.said)


def test_the_settings_page_lets_the_voice_be_heard(house: House) -> None:
    """A rate is chosen by ear."""
    house.key(Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    page = house.page()
    assert isinstance(page, SettingsPage)
    page.voice_pressed.emit()
    assert 1 == len(house.voice.samples)


def test_a_key_that_was_chosen_works_and_is_shown(house: House, qtbot: QtBot) -> None:
    """It starts, and the stage says so; the key that was taken away does nothing any more."""
    keys = {Act.PRESS: ("B",), Act.MUTE: ("Ctrl+B",)}
    house.preferences.change(replace(house.preferences.settings, keys=keys))
    house.key(Key.Key_Space)
    assert isinstance(house.page(), StartPage)
    house.key(Key.Key_B)
    assert isinstance(house.page(), Stage)
    qtbot.waitUntil(lambda: "B: Pause" in house.page().accessibleDescription())
    house.key(Key.Key_M)
    assert not house.preferences.settings.muted
    house.key(Key.Key_B, CONTROL)
    assert house.preferences.settings.muted


def test_the_pages_around_the_stage_show_the_chosen_keys(house: House) -> None:
    """The start and the finish page name the keys that they want, and those of other pages."""
    keys = {Act.PRESS: ("B", "Space"), Act.BACK: ("N",), Act.SETTINGS: ("S",), Act.KEYS: ("K",)}
    keys[Act.EXPORT] = ("E",)
    house.preferences.change(replace(house.preferences.settings, keys=keys))
    start = house.page()
    assert isinstance(start, StartPage)
    assert "B" == start.home.accessibleDescription()
    ways = {way.text(): way.accessibleDescription() for way in start.findChildren(RailButton)}
    assert ("S", "K") == (ways["Settings"], ways["Keys"])
    house.finish()
    finish = house.page()
    assert isinstance(finish, FinishPage)
    described = {
        button.accessibleName(): button.accessibleDescription()
        for button in finish.findChildren(PageButton)
    }
    back = {"Back to the last set": "N"}
    assert {"Done": "B", "Export": "E", "History": "H", **back} == described


def test_an_offered_session_shows_the_chosen_key(left_open: OpenSession, qtbot: QtBot) -> None:
    """Before the first press too."""
    again = House(qtbot, left_open)
    keys = {Act.PRESS: ("B",)}
    again.preferences.change(replace(again.preferences.settings, keys=keys))
    page = again.page()
    assert isinstance(page, ResumePage)
    assert "B" == page.main.accessibleDescription()


def test_keys_are_changed_on_a_page_of_their_own(house: House, qtbot: QtBot) -> None:
    """It is opened from the settings, keeps what is chosen at once, and leads back there."""
    house.key(Key.Key_Comma, CONTROL)
    settings = house.page()
    assert isinstance(settings, SettingsPage)
    settings.keys_pressed.emit()
    page = house.page()
    assert isinstance(page, KeyChoicePage)
    row = next(row for row in page.findChildren(ActRow) if row.act is Act.SKIP)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    house.key(Key.Key_N)
    assert ("N", "Right") == house.preferences.settings.keymap.of(Act.SKIP)
    house.key(Key.Key_Escape)
    assert isinstance(house.page(), SettingsPage)


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Q])
@pytest.mark.parametrize("kind", [KeyChoicePage, CheckupPage])
def test_every_key_of_escape_leads_back_to_the_settings(
    house: House, kind: type[QWidget], key: Key
) -> None:
    """From the pages that are opened there, and from the settings to the page below."""
    keys = {Act.ESCAPE: ("Esc", "Q")}
    house.preferences.change(replace(house.preferences.settings, keys=keys))
    house.key(Key.Key_Comma, CONTROL)
    settings = house.page()
    assert isinstance(settings, SettingsPage)
    opens = settings.keys_pressed if kind is KeyChoicePage else settings.checkup_pressed
    opens.emit()
    pages = [type(house.page())]
    for _ in range(2):
        house.key(key)
        pages.append(type(house.page()))
    assert [kind, SettingsPage, StartPage] == pages


def test_the_keys_page_shows_the_chosen_keys(house: House) -> None:
    """What it says is what holds."""
    keys = {Act.SKIP: ("N",)}
    house.preferences.change(replace(house.preferences.settings, keys=keys))
    house.key(Key.Key_Question)
    assert "N: Skip" in house.page().accessibleDescription()


@pytest.mark.parametrize("act", [Act.PRESS, Act.RESUME])
def test_a_media_key_starts_from_the_start_page(house: House, act: Act) -> None:
    """The one button of a headset is the space bar; a play button plays."""
    house.window.take_act(act)
    assert isinstance(house.page(), Stage)


@pytest.mark.parametrize("act", [Act.PAUSE, Act.NEXT, Act.ASK, Act.BACK])
def test_other_media_keys_start_nothing(house: House, act: Act) -> None:
    """There is nothing to pause, to go on from or to end."""
    house.window.take_act(act)
    assert isinstance(house.page(), StartPage)


def test_media_keys_work_while_the_window_has_the_focus(house: House) -> None:
    """They are keys like any other there, setting or not."""
    for key, expected in ((Key.Key_MediaTogglePlayPause, Running), (Key.Key_MediaPause, Paused)):
        house.ticks.go_on(SECOND)
        pressed = QKeyEvent(QEvent.Type.KeyPress, key, PLAIN)
        QApplication.sendEvent(house.page(), pressed)
        assert isinstance(house.player.phase, expected)


def test_the_frame_lights_up_on_the_stage_alone(house: House) -> None:
    """Other pages have no frame."""
    house.window.light_frame()
    light = house.window.findChild(FrameLight)
    assert isinstance(light, FrameLight)
    assert light.isHidden()
    house.key(Key.Key_Space)
    QApplication.processEvents()
    house.window.light_frame()
    assert light.isVisible()


def lines_on(page: QWidget) -> list[str]:
    """Return the lines that `page` paints."""
    return [word.text for sheet in painted(page) for word in sheet.words]


def test_who_speaks_is_told_as_soon_as_it_is_known(house: House) -> None:
    """The page that is open says it: the choice was made before an engine had been looked for."""
    house.voice.state = VoiceState(Speaks.ENGINE, instead=Instead.OTHER_WORDS)
    house.speaker.voice_changed.emit()
    assert "Said by this computer's voice: not all its words are recorded." in lines_on(
        house.page()
    )
    house.key(Key.Key_Comma, CONTROL)
    house.voice.state = VoiceState(Speaks.RECORDED)
    house.speaker.voice_changed.emit()
    assert "Voice: recorded" in lines_on(house.page())


def test_a_voice_that_is_off_is_nobodys(house: House) -> None:
    """Who does not want to hear it need not know whose it is."""
    house.voice.state = VoiceState(Speaks.ENGINE, instead=Instead.OTHER_WORDS)
    house.speaker.allow(False)
    house.speaker.voice_changed.emit()
    assert not [text for text in lines_on(house.page()) if "voice" in text]
