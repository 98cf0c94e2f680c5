"""The start page shows the choice and signals what was pressed."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from matside.core.durations import clock
from matside.core.keymap import Act, Keymap
from matside.core.ports.devices import Instead, Listed, Origin, Speaks, VoiceState
from matside.core.session.record import LastSet
from matside.core.settings import Settings
from matside.core.weights import Level, Load, Unit, Weight
from matside.core.workout.model import (
    Block,
    BlockKind,
    Every,
    Exercise,
    Hold,
    Reps,
    Within,
    Workout,
)
from matside.core.workout.plan import compile_plan
from matside.ui.drawing.theme import DARK
from matside.ui.figures.film_decoder import FilmDecoder
from matside.ui.figures.thumbnails import Thumbnails
from matside.ui.kit.page_button import PageButton
from matside.ui.kit.scrolling import Fade
from matside.ui.kit.warning_plate import WarningPlate
from matside.ui.start.athlete.history_line import HistoryLine
from matside.ui.start.cards import block_cards
from matside.ui.start.cards.block_card import MOST_TILES, BlockCard, Card
from matside.ui.start.cards.block_cards import BlockCards
from matside.ui.start.cards.exercise_tile import ExerciseTile
from matside.ui.start.equipment_list import EquipmentList
from matside.ui.start.rail.rail_button import RailButton
from matside.ui.start.rail.workout_entry import WorkoutEntry
from matside.ui.start.rail.workout_list import AT_ONCE, WorkoutList
from matside.ui.start.rail.workout_rail import WorkoutRail
from matside.ui.start.rounds_stepper import RoundsStepper, RoundsTile
from matside.ui.start.start_button import StartButton
from matside.ui.start.start_page import StartPage
from matside.ui.start.start_view import StartView
from matside.ui.start.title_button import TitleButton
from matside.ui.words.start_words import safety_line
from tests.support.core_samples import calls
from tests.support.finish_situations import NAME, past
from tests.support.page_situations import NO_SOUND, athlete
from tests.support.pages import HTML, TALL, WORKOUT, cut_texts, in_sizes, overlaps, show
from tests.support.painted import painted
from tests.support.situations import WEIGHTS, runners_workout

Key = Qt.Key
Part = TypeVar("Part", bound=QWidget)
LISTING = (
    Listed(
        "mine", None, ("mine.yaml:1:1: first fault", "mine.yaml:2:1: <b>second</b>"), Origin.OWN
    ),
    Listed("pairs", WORKOUT),
    Listed("other", replace(WORKOUT, title="Other")),
)


def view_of(
    workout: Workout = WORKOUT,
    *,
    rounds: int | None = None,
    left_out: frozenset[int] = frozenset(),
    notice: str | None = None,
) -> StartView:
    """Return the view of a choice; `n` rounds are said to take `n` hundred seconds."""
    return StartView(
        listing=LISTING,
        selected="pairs",
        workout=workout,
        plan=compile_plan(workout.chosen(rounds=rounds, left_out=left_out), Settings()),
        rounds=rounds,
        left_out=left_out,
        totals={count: 100 * count for count in range(1, 100)},
        total=754,
        ends=datetime(2026, 11, 22, 18, 42, tzinfo=UTC),
        volume=80,
        muted=False,
        notice=notice,
        lengths={"pairs": 700, "other": 700},
    )


SMOOTH = 2
"""By so much at most the lightness of a smooth ground changes from px to px, of 255."""

BROKEN = replace(view_of(), selected="mine", workout=None, plan=None, total=0)


def page_with(qtbot: QtBot, view: StartView, width: int = 1366, height: int = 768) -> StartPage:
    """Return the page showing `view` in a window, with the focus where the window puts it."""
    page = StartPage(DARK)
    page.show_view(view)
    show(qtbot, page, width, height)
    return page


def part(page: QWidget, kind: type[Part], place: int = 0) -> Part:
    """Return the visible part of `kind` at `place` on `page`."""
    return [found for found in page.findChildren(kind) if found.isVisible()][place]


def texts(page: QWidget) -> list[str]:
    """Return all that visible labels say."""
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def click(qtbot: QtBot, control: QWidget) -> None:
    """Click into the middle of `control`."""
    qtbot.mouseClick(control, Qt.MouseButton.LeftButton)


def test_it_says_how_long_the_workout_takes_and_when_it_ends(qtbot: QtBot) -> None:
    """The total is a clock, the end a time of day."""
    said = texts(page_with(qtbot, view_of()))

    assert {"12:34", "Ends 18:42"} <= set(said)


def test_weights_are_those_that_will_be_recorded(qtbot: QtBot) -> None:
    """The settings say 4 kg for all that is light, and it was 5 of the flies the last time."""
    workout, light, five = runners_workout(), Weight(Level.LIGHT, 2), Load(5_000, Unit.KILOGRAM)
    fly = next(
        exercise
        for block in workout.blocks
        for exercise in block.exercises
        if exercise.weight == light
    )
    last = LastSet(fly.id, fly.name, None, 8, 20, five, light, Load(4_000, Unit.KILOGRAM))
    plan = compile_plan(workout, WEIGHTS)
    plain = replace(view_of(workout), plan=plan, weights=WEIGHTS.weights)
    page = page_with(qtbot, plain)
    needed, tile = part(page, EquipmentList), f"{fly.plain_name}, 8 reps, two light dumbbells"
    assert "Light pair, 4 kg" in needed.accessibleName()
    page.show_view(replace(plain, before={fly.id or fly.name: (last,)}))
    assert "Light pair, 5 kg" in needed.accessibleName()
    assert f"{tile}, 5 kg" in [each.accessibleName() for each in page.findChildren(ExerciseTile)]


@pytest.mark.parametrize("left_out", [frozenset[int](), frozenset({0}), frozenset({1})])
def test_cards_name_the_weights_that_you_need(qtbot: QtBot, left_out: frozenset[int]) -> None:
    """Also where a weight is written, and where a block goes on with what was done before it.

    A block that is left out says what it would weigh; what comes behind counts none of it.
    """
    kilograms = {number: Load(1_000 * number, Unit.KILOGRAM) for number in (5, 6, 10, 12)}
    written, light = Weight(kilograms[12], 1), Weight(Level.LIGHT, 2)
    curl = Exercise("Curl", Reps(8), weight=light)
    row = Exercise("Row", Reps(8), weight=written)
    blocks = tuple(
        Block(name, BlockKind.CIRCUIT, moves, 2)
        for name, moves in (("First", (curl, row)), ("Then", (curl,)))
    )
    done = (("Curl", 5, light), ("Curl", 5, light), ("Curl", 6, light), ("Row", 10, written))
    before: dict[str, tuple[LastSet, ...]] = {}
    for name, load, weight in done:
        last = LastSet(None, name, None, 8, 20, kilograms[load], weight)
        before[name] = (*before.get(name, ()), last)
    view = replace(view_of(Workout("Two", blocks), left_out=left_out), before=before)
    page = page_with(qtbot, view)
    qtbot.waitUntil(lambda: len(page.findChildren(BlockCard)) == 2)
    said = [card.accessibleDescription() for card in page.findChildren(BlockCard)]
    curls, rows = "Curl, 8 reps, two light dumbbells", "Row, 8 reps, 10 kg dumbbell"
    then = 5 if 0 in left_out else 6
    assert [f"{curls}, 5 kg; {rows}", f"{curls}, {then} kg"] == said
    needed = part(page, EquipmentList).accessibleName()
    assert [0 not in left_out, left_out == frozenset()] == [
        weight in needed for weight in ("10 kg", "6 kg")
    ]


def test_only_the_end_changes_as_time_goes_by(qtbot: QtBot) -> None:
    """Where nothing else is another, the page shows the new end, and nothing is made anew."""
    page = page_with(qtbot, view_of())
    before = page.findChildren(QWidget)

    page.show_view(replace(view_of(), ends=datetime(2026, 11, 22, 18, 43, tzinfo=UTC)))

    assert {"12:34", "Ends 18:43"} <= set(texts(page))
    assert before == page.findChildren(QWidget)


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_PageDown])
def test_the_main_keys_are_left_to_the_window(qtbot: QtBot, key: Qt.Key) -> None:
    """Start has the focus and takes neither Space nor Enter: the window judges presses."""
    page = StartPage(DARK)
    page.show_view(view_of())
    window = show(qtbot, page)

    with qtbot.assertNotEmitted(page.start_pressed):
        qtbot.keyClick(page.focusWidget(), key)

    assert [key] == window.keys


def test_a_click_on_start_starts(qtbot: QtBot) -> None:
    """The button signals as any button does."""
    page = page_with(qtbot, view_of())

    with qtbot.waitSignal(page.start_pressed):
        click(qtbot, part(page, StartButton))


def test_a_digit_leaves_its_block_out(qtbot: QtBot) -> None:
    """Keys count cards from 1, places count from 0."""
    page = page_with(qtbot, view_of())

    with qtbot.waitSignal(page.block_toggled) as toggled:
        qtbot.keyClick(page.focusWidget(), Key.Key_2)

    assert [1] == toggled.args
    assert page.main_control_has_focus()


def test_each_picture_tells_of_its_exercise(qtbot: QtBot) -> None:
    """A press on an exercise asks for its page, and leaves nothing out."""
    page = page_with(qtbot, view_of())
    fly = part(page, BlockCard, 1).tiles[1]

    toggled, told = page.block_toggled, page.exercise_told_of
    with qtbot.assertNotEmitted(toggled), qtbot.waitSignal(told) as heard:
        click(qtbot, fly)

    assert [1, 1] == heard.args
    assert page.main_control_has_focus()


def test_exercises_are_opened_by_mouse_and_told_by_their_key(qtbot: QtBot) -> None:
    """The button at the title shows the key that opens the first exercise."""
    page = page_with(qtbot, view_of())
    page.show_keys(Keymap({Act.EXERCISES: ("X",)}))
    button = button_named(page, "Exercises")

    with qtbot.waitSignal(page.exercises_pressed):
        click(qtbot, button)

    assert "X" == button.accessibleDescription()


def test_what_is_told_about_matside_is_one_press_away(qtbot: QtBot) -> None:
    """The foot leads there, beside its line of care."""
    page = page_with(qtbot, view_of())

    with qtbot.waitSignal(page.about_pressed):
        click(qtbot, button_named(page, "About"))

    assert safety_line() in texts(page)


def button_named(page: QWidget, name: str) -> PageButton:
    """Return the button of `page` that says `name`."""
    return next(found for found in page.findChildren(PageButton) if found.text() == name)


def test_tab_goes_from_a_card_to_its_exercises(qtbot: QtBot) -> None:
    """The keyboard reaches each exercise right after its card, and shows its ring."""
    page = page_with(qtbot, view_of())
    card = part(page, BlockCard)
    card.setFocus(Qt.FocusReason.TabFocusReason)
    before = card.tiles[0].grab().toImage()

    qtbot.keyClick(card, Key.Key_Tab)

    assert card.tiles[0] is page.focusWidget()
    assert DARK.focus.name() not in _colours_at_the_edge(before)
    assert DARK.focus.name() in _colours_at_the_edge(card.tiles[0].grab().toImage())


def test_of_more_exercises_a_card_says_how_many(qtbot: QtBot) -> None:
    """Eight are shown, and a press on the number opens the ninth."""
    exercises = tuple(Exercise(f"Move {place}", Hold(20)) for place in range(11))
    page = page_with(qtbot, view_of(Workout("M", (Block("B", BlockKind.CIRCUIT, exercises),))))
    tiles = part(page, BlockCard).tiles

    with qtbot.waitSignal(page.exercise_told_of) as told:
        click(qtbot, tiles[-1])

    assert MOST_TILES + 1 == len(tiles)
    assert ("+3", "3 more exercises") == (tiles[-1].text(), tiles[-1].accessibleName())
    assert [0, MOST_TILES] == told.args


def test_few_exercises_have_a_large_picture(qtbot: QtBot) -> None:
    """It is above their words; of more each is a row with a small one beside them."""
    one = Block("One", BlockKind.CIRCUIT, (Exercise("Plank", Hold(20)),) * 3)
    two = Block("Two", BlockKind.CIRCUIT, (Exercise("Plank", Hold(20)),) * 5)
    page = page_with(qtbot, view_of(Workout("M", (one, two, one, two, one))), 1920, 1080)
    few, many = part(page, BlockCard, 0), part(page, BlockCard, 1)
    assert few.is_pictured(few.width(), few.height(), few.u)
    assert not many.is_pictured(many.width(), many.height(), many.u)
    assert few.tiles[0].height() > few.tiles[0].width() / 2
    assert many.tiles[0].height() < many.tiles[0].width() / 2


def test_a_digit_without_a_block_does_nothing(qtbot: QtBot) -> None:
    """Three blocks have no fourth."""
    page = page_with(qtbot, view_of())

    with qtbot.assertNotEmitted(page.block_toggled):
        qtbot.keyClick(page.focusWidget(), Key.Key_4)


def test_a_click_on_a_card_leaves_its_block_out(qtbot: QtBot) -> None:
    """The focus stays on Start, so Space starts at once."""
    page = page_with(qtbot, view_of())

    with qtbot.waitSignal(page.block_toggled) as toggled:
        click(qtbot, part(page, BlockCard, 2))

    assert [2] == toggled.args
    assert page.main_control_has_focus()


def test_a_card_is_marked_only_by_what_is_shown(qtbot: QtBot) -> None:
    """A click asks; whether the block is left out says the next view."""
    page = page_with(qtbot, view_of())
    card = part(page, BlockCard)

    click(qtbot, card)
    before = card.isChecked()
    page.show_view(view_of(left_out=frozenset({0})))

    assert (True, False) == (before, card.isChecked())
    assert "Warm-up, left out" == card.accessibleName()


def test_the_last_block_cannot_be_left_out(qtbot: QtBot) -> None:
    """Neither by its key nor by a click."""
    page = page_with(qtbot, view_of(left_out=frozenset({0, 2})))

    with qtbot.assertNotEmitted(page.block_toggled):
        qtbot.keyClick(page.focusWidget(), Key.Key_2)
        click(qtbot, part(page, BlockCard, 1))


def test_a_block_left_out_can_be_taken_in_again(qtbot: QtBot) -> None:
    """Even while one block alone is in."""
    page = page_with(qtbot, view_of(left_out=frozenset({0, 2})))

    with qtbot.waitSignal(page.block_toggled) as toggled:
        qtbot.keyClick(page.focusWidget(), Key.Key_3)

    assert [2] == toggled.args


@pytest.mark.parametrize(("key", "expected"), [(Key.Key_Up, "mine"), (Key.Key_Down, "other")])
def test_arrows_choose_the_workout_beside(qtbot: QtBot, key: Qt.Key, expected: str) -> None:
    """Up and Down go through the rail, and Start keeps the focus."""
    page = page_with(qtbot, view_of())

    with qtbot.waitSignal(page.workout_selected) as selected:
        qtbot.keyClick(page.focusWidget(), key)

    assert [expected] == selected.args
    assert page.main_control_has_focus()


def test_up_at_the_top_stays(qtbot: QtBot) -> None:
    """The rail has ends."""
    page = page_with(qtbot, BROKEN)

    with qtbot.assertNotEmitted(page.workout_selected):
        qtbot.keyClick(page, Key.Key_Up)


@pytest.mark.parametrize(("key", "expected"), [(Key.Key_Left, 2), (Key.Key_Right, 4)])
def test_arrows_choose_the_rounds_beside(qtbot: QtBot, key: Qt.Key, expected: int) -> None:
    """Left and Right go from the file's three rounds."""
    page = page_with(qtbot, view_of())

    with qtbot.waitSignal(page.rounds_selected) as selected:
        qtbot.keyClick(page.focusWidget(), key)

    assert [expected] == selected.args


def test_a_click_chooses_a_workout_and_leaves_the_focus(qtbot: QtBot) -> None:
    """Space starts after it."""
    page = page_with(qtbot, view_of())

    with qtbot.waitSignal(page.workout_selected) as selected:
        click(qtbot, part(page, WorkoutEntry, 2))

    assert ["other"] == selected.args
    assert page.main_control_has_focus()


def test_tab_gives_space_to_another_control(qtbot: QtBot) -> None:
    """From then on Space and Enter belong to that control."""
    page = page_with(qtbot, view_of())
    qtbot.keyClick(page.focusWidget(), Key.Key_Tab)
    moved = page.main_control_has_focus()

    with qtbot.waitSignal(page.block_toggled) as toggled:
        qtbot.keyClick(page.focusWidget(), Key.Key_Space)
    with qtbot.waitSignal(page.block_toggled):
        qtbot.keyClick(page.focusWidget(), Key.Key_Return)

    assert not moved
    assert [0] == toggled.args


def test_tab_reaches_every_control_and_comes_back(qtbot: QtBot) -> None:
    """Nothing on the page needs the mouse: the arrows of the rounds are keys of the page."""
    page = page_with(qtbot, view_of())
    controls = {
        control
        for control in page.findChildren(QAbstractButton)
        if control.isVisible() and control.isEnabled()
    }.difference(part(page, RoundsStepper).arrows)

    reached = set()
    for _ in range(len(controls)):
        reached.add(page.focusWidget())
        qtbot.keyClick(page.focusWidget(), Key.Key_Tab)

    assert controls == reached
    assert page.main_control_has_focus()


def test_the_ring_is_shown_where_tab_has_brought_the_focus(qtbot: QtBot) -> None:
    """A card looks different with the focus."""
    page = page_with(qtbot, view_of())
    card = part(page, BlockCard)
    before = card.grab().toImage()

    qtbot.keyClick(page.focusWidget(), Key.Key_Tab)

    assert card.hasFocus()
    assert DARK.focus.name() not in _colours_at_the_edge(before)
    assert DARK.focus.name() in _colours_at_the_edge(card.grab().toImage())


def test_a_broken_file_shows_all_its_faults_and_cannot_start(qtbot: QtBot) -> None:
    """The faults are plain text, and a click on Start does nothing."""
    page = page_with(qtbot, BROKEN)

    with qtbot.assertNotEmitted(page.start_pressed):
        click(qtbot, part(page, StartButton))

    said = "mine.yaml\nLine 1: first fault\nLine 2: <b>second</b>"
    assert said == part(page, QPlainTextEdit).toPlainText()
    assert not [card for card in page.findChildren(BlockCard) if card.isVisible()]


@pytest.mark.parametrize("count", [1, 2, 400])
def test_the_plate_of_the_faults_is_as_high_as_they_are(qtbot: QtBot, count: int) -> None:
    """Two lines do not stand in a large empty frame; where there are too many they scroll."""
    listed = replace(BROKEN.listing[0], faults=BROKEN.listing[0].faults[:1] * count)
    page = page_with(qtbot, replace(BROKEN, listing=(listed, *BROKEN.listing[1:])))
    faults = part(page, QPlainTextEdit)

    lines = faults.height() / faults.cursorRect().height()
    bar = faults.verticalScrollBar()

    assert (bar.maximum() > 0) is (count == 400)
    # One more has the path.
    assert count + 1 <= lines <= count + 2 or count == 400
    assert page.rect().contains(faults.parentWidget().geometry())


def test_a_broken_file_is_listed_with_its_first_fault(qtbot: QtBot) -> None:
    """The rail says what is wrong before the file is chosen."""
    page = page_with(qtbot, view_of())

    assert "Line 1: first fault" == part(page, WorkoutEntry).subtitle


def test_very_many_workouts_are_listed_by_and_by(qtbot: QtBot) -> None:
    """A few are there at once; the last of them are reached, chosen and with their lengths."""
    names = [f"w{number}" for number in range(3 * AT_ONCE)]
    listing = tuple(Listed(name, replace(WORKOUT, title=name)) for name in names)
    lengths = dict.fromkeys(names, 700)
    view = replace(view_of(), listing=listing, selected=names[-1], lengths=lengths)
    page = StartPage(DARK)
    qtbot.addWidget(page)
    page.show_view(view)
    assert names[:AT_ONCE] == [entry.listed.name for entry in page.findChildren(WorkoutEntry)]
    show(qtbot, page, 1366, 768)
    qtbot.waitUntil(lambda: len(names) == len(page.findChildren(WorkoutEntry)))
    last = page.findChildren(WorkoutEntry)[-1]
    assert (True, names[-1]) == (last.isChecked(), last.listed.name)
    assert last.subtitle.startswith("12:34")
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())


def test_entries_that_stay_are_kept(qtbot: QtBot) -> None:
    """A file that changes has an entry of its own made anew, and those after it."""
    page = page_with(qtbot, view_of())
    before = page.findChildren(WorkoutEntry)
    changed = (*LISTING[:2], Listed("other", replace(WORKOUT, title="Another")))
    page.show_view(replace(view_of(), listing=changed))
    after = [entry for entry in page.findChildren(WorkoutEntry) if entry.listed in changed]
    assert before[:2] == after[:2]
    assert "Another" == after[2].accessibleName()


def test_workouts_of_one_title_are_told_apart(qtbot: QtBot) -> None:
    """Each says below its title which file it is, and has the room for that."""
    twins = (Listed("plan-a", WORKOUT, origin=Origin.OWN), Listed("plan-b", WORKOUT))
    page = page_with(qtbot, replace(view_of(), listing=(*LISTING, *twins)))

    entries = [found for found in page.findChildren(WorkoutEntry) if found.isVisible()]
    assert ["", "pairs", "", "plan-a", "plan-b"] == [entry.mark for entry in entries]
    assert f"{WORKOUT.title}, plan-a" == entries[3].accessibleName()
    assert entries[3].height() > entries[2].height()
    assert opaque(entries[3].grab()) != opaque(entries[4].grab())


def test_the_plate_of_the_faults_comes_and_goes_whole(qtbot: QtBot) -> None:
    """What is on the screen is the page as a whole, whichever was shown before."""
    page = page_with(qtbot, view_of())
    for view in (BROKEN, view_of(), replace(BROKEN, notice="No sound"), BROKEN):
        page.show_view(view)
        qtbot.waitUntil(lambda: on_screen(page) == opaque(page.grab()))


def on_screen(page: QWidget) -> QImage:
    """Return the picture of `page` that the screen has."""
    window = page.window()
    place = QRect(page.mapTo(window, QPoint()), page.size())
    return opaque(window.screen().grabWindow(window.winId()).copy(place))


def opaque(picture: QPixmap) -> QImage:
    """Return `picture` as one that can be compared."""
    return picture.toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_the_chosen_workout_is_listed_with_the_total_of_the_moment(qtbot: QtBot) -> None:
    """Chosen rounds and blocks left out count there too."""
    page = page_with(qtbot, view_of(rounds=5))

    assert "12:34   5 rounds" == part(page, WorkoutEntry, 1).subtitle


def test_a_broken_file_is_no_trap(qtbot: QtBot) -> None:
    """Arrows go on choosing, Space stays the window's, and Start gets the focus back."""
    page = StartPage(DARK)
    page.show_view(view_of())
    window = show(qtbot, page)

    page.show_view(BROKEN)
    main = page.main_control_has_focus()
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Space)
    with qtbot.waitSignal(page.workout_selected) as selected:
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Down)
    page.show_view(view_of())

    assert main
    assert [Key.Key_Space] == window.keys
    assert ["pairs"] == selected.args
    assert part(page, StartButton).hasFocus()


def test_a_page_that_begins_with_a_broken_file_lets_choose_another(qtbot: QtBot) -> None:
    """The first keys go to the rail, not to the list of faults."""
    page = page_with(qtbot, BROKEN)

    with qtbot.waitSignal(page.workout_selected) as selected:
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Down)

    assert ["pairs"] == selected.args


def test_an_empty_list_says_where_workouts_belong(qtbot: QtBot) -> None:
    """Without any workout there is no list of faults, no word of one, and nothing to start."""
    empty = replace(BROKEN, listing=(), selected="")
    page = page_with(qtbot, empty)
    assert "No workout yet" in texts(page)
    assert "This file has faults and cannot be started." not in texts(page)
    assert [] == [found for found in page.findChildren(QPlainTextEdit) if found.isVisible()]
    assert not part(page, StartButton).isEnabled()


def test_tab_leads_to_the_faults_first(qtbot: QtBot) -> None:
    """From the page they come before the list of workouts and the rail."""
    page = page_with(qtbot, BROKEN)
    page.setFocus()
    qtbot.keyClick(page, Key.Key_Tab)
    assert part(page, QPlainTextEdit).hasFocus()


def test_leaving_a_list_of_faults_leads_back_to_start(qtbot: QtBot) -> None:
    """Whoever read it by Tab and then chose a good workout can start by Space."""
    page = page_with(qtbot, BROKEN)
    part(page, QPlainTextEdit).setFocus()

    page.show_view(view_of())

    assert part(page, StartButton).hasFocus()


def test_a_broken_file_always_says_that_it_cannot_be_started(qtbot: QtBot) -> None:
    """Also where a warning needs the room of a description, above many cards."""
    many = replace(WORKOUT, blocks=WORKOUT.blocks * 10)
    page = page_with(qtbot, view_of(many, notice="No sound"), 800, 600)

    page.show_view(replace(BROKEN, notice="No sound"))

    assert "This file has faults and cannot be started." in texts(page)


def test_a_workout_without_supersets_has_no_rounds_to_choose(qtbot: QtBot) -> None:
    """There is nothing to step, and arrows ask for nothing."""
    stretches = Workout("S", (Block("C", BlockKind.COOLDOWN, (Exercise("A", Hold(9)),)),))
    page = page_with(qtbot, view_of(stretches))

    with qtbot.assertNotEmitted(page.rounds_selected):
        qtbot.keyClick(page.focusWidget(), Key.Key_Right)

    assert not [tile for tile in page.findChildren(RoundsTile) if tile.isVisible()]


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("Test sound 80 %", "sound_pressed"),
        ("History", "history_pressed"),
        ("Settings", "settings_pressed"),
        ("Keys", "keys_pressed"),
    ],
)
def test_the_rail_leads_on(qtbot: QtBot, name: str, signal: str) -> None:
    """Each way on is a button with a name."""
    page = page_with(qtbot, view_of())
    button = next(
        button for button in page.findChildren(QAbstractButton) if button.accessibleName() == name
    )

    with qtbot.waitSignal(getattr(page, signal)):
        click(qtbot, button)


def test_mute_is_said_where_the_sound_is_tested(qtbot: QtBot) -> None:
    """Nobody waits for a sound that will not come."""
    page = page_with(qtbot, replace(view_of(), muted=True))

    names = [button.accessibleName() for button in page.findChildren(QAbstractButton)]

    assert "Sound is off" in names


def test_a_notice_is_shown_while_there_is_one(qtbot: QtBot) -> None:
    """The plate comes and goes."""
    page = page_with(qtbot, view_of(notice="No sound"))
    plate = page.findChildren(WarningPlate)[0]
    before = (plate.isVisible(), plate.accessibleName())

    page.show_view(view_of())

    assert (True, "No sound") == before
    assert not plate.isVisible()


def test_names_from_files_are_plain_text(qtbot: QtBot) -> None:
    """No label takes a name for markup."""
    page = page_with(qtbot, view_of(replace(WORKOUT, title=HTML, about=HTML, credit=HTML)))

    labels = page.findChildren(QLabel)

    assert 2 == sum(label.text() == HTML for label in labels)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


@pytest.mark.parametrize("notice", [None, "No sound device"])
def test_parts_lie_apart_and_inside(qtbot: QtBot, notice: str | None) -> None:
    """In every shape of window, with a warning and without."""
    page = StartPage(DARK)
    page.show_view(view_of(notice=notice))

    for size in in_sizes(qtbot, page):
        assert [] == overlaps(page), size


def test_rounds_as_written_can_be_chosen_again(qtbot: QtBot) -> None:
    """Where the file's differ and a number was chosen."""
    mixed = replace(WORKOUT, blocks=(*WORKOUT.blocks, replace(WORKOUT.blocks[1], rounds=5)))
    page = page_with(qtbot, view_of(mixed, rounds=4))

    with qtbot.waitSignal(page.rounds_as_written_selected):
        click(qtbot, part(page, RoundsTile))


def test_rounds_as_written_are_the_chosen_tile(qtbot: QtBot) -> None:
    """Its words are seen: it is no blank tile."""
    mixed = replace(WORKOUT, blocks=(*WORKOUT.blocks, replace(WORKOUT.blocks[1], rounds=5)))
    page = page_with(qtbot, view_of(mixed))
    tile = part(page, RoundsTile, 1)
    image = tile.grab().toImage()

    upper = {
        image.pixelColor(x, y).name()
        for x in range(image.width() // 4, 3 * image.width() // 4)
        for y in range(image.height() // 5, image.height() // 2)
    }

    assert "as written, 12:34" == tile.accessibleName()
    assert tile.isChecked()
    assert len(upper) > 2


@pytest.mark.parametrize("blocks", [1, 5, 12, 50])
def test_cards_lie_apart_and_as_wide_as_the_page(qtbot: QtBot, blocks: int) -> None:
    """Many blocks scroll; none is narrower than its words or covered by another."""
    many = replace(WORKOUT, blocks=(WORKOUT.blocks * 17)[:blocks])
    page = StartPage(DARK)
    page.show_view(view_of(many))

    for size in in_sizes(qtbot, page):
        qtbot.waitUntil(lambda: blocks == len(page.findChildren(BlockCard)))
        cards = [card for card in page.findChildren(BlockCard) if card.isVisible()]
        assert blocks == len(cards), size
        assert [] == overlaps(cards[0].parentWidget()), size
        assert all(card.height() >= card.needed_height(card.width(), card.u) - 1 for card in cards)


def test_cards_of_very_many_exercises_come_by_and_by(qtbot: QtBot) -> None:
    """Those that are seen are there at once; the others can be reached by Tab and by key."""
    page = page_with(qtbot, view_of())
    names = [f"Block {place}" for place in range(30)]
    exercises = (Exercise("Plank", Hold(20)),) * 5
    blocks = tuple(Block(name, BlockKind.CIRCUIT, exercises, 2) for name in names)
    page.show_view(view_of(replace(WORKOUT, blocks=blocks)))

    assert names[: block_cards.AT_ONCE // 6] == blocks_on(page)
    assert names == settled(qtbot, page, names)
    last = part(page, BlockCard, 29)
    last.tiles[-1].setFocus(Qt.FocusReason.TabFocusReason)
    assert not last.tiles[-1].visibleRegion().isEmpty()
    assert isinstance(last.tiles[-1].nextInFocusChain(), RoundsTile)


def test_cards_whose_exercises_stay_are_not_measured_anew(qtbot: QtBot) -> None:
    """Other rests change what a block takes: that asks for no more where it has more words."""

    def asked(exercises: int) -> int:
        blocks = tuple(
            Block(f"Block {place}", BlockKind.CIRCUIT, (Exercise("Plank", Hold(20)),) * exercises)
            for place in range(4)
        )
        page = QWidget()
        qtbot.addWidget(page)
        cards = BlockCards(DARK, page)
        cards.put(QRectF(0, 0, 1000, 700), 8)
        cards.show_cards(
            [Card(each, blocks[each], seconds=60, left_out=False, kept=False) for each in range(4)]
        )
        later = [
            Card(each, blocks[each], seconds=90, left_out=False, kept=False) for each in range(4)
        ]
        return calls(lambda: cards.show_cards(later))

    assert asked(20) < 1.2 * asked(2)


def test_other_weights_of_very_many_exercises_come_by_and_by(qtbot: QtBot) -> None:
    """Each card keeps its place and what it says until it is its turn."""
    curls = (Exercise("Curl", Reps(8), weight=Weight(Level.LIGHT, 2)),) * 5
    blocks = [Block(f"Block {place}", BlockKind.CIRCUIT, curls) for place in range(30)]
    page = QWidget()
    qtbot.addWidget(page)
    cards = BlockCards(DARK, page)
    cards.put(QRectF(0, 0, 1000, 700), 8)

    def show(kilograms: int) -> None:
        loads = dict.fromkeys(range(5), Load(1000 * kilograms, Unit.KILOGRAM))
        cards.show_cards(
            [
                Card(place, block, seconds=60, left_out=False, kept=False, loads=loads)
                for place, block in enumerate(blocks)
            ]
        )

    def said() -> list[bool]:
        return ["6 kg" in card.accessibleDescription() for card in cards.cards]

    with qtbot.waitSignal(cards.grown):
        show(4)
    before = cards.cards
    show(6)
    at_once = block_cards.AT_ONCE // 6
    assert [True] * at_once + [False] * (30 - at_once) == said()
    with qtbot.waitSignal(cards.grown):
        pass
    assert [True] * 30 == said()
    assert before == cards.cards


def test_pictures_are_looked_for_once_the_cards_were_seen(qtbot: QtBot) -> None:
    """Before that nobody is asked for films, so that the page is seen first."""
    asked: list[str] = []
    films = FilmDecoder()

    def decoder() -> FilmDecoder:
        asked.append("films")
        return films

    page = StartPage(DARK, decoder=decoder)
    qtbot.addWidget(page)
    page.show_view(view_of())
    show(qtbot, page)
    assert [] == asked
    qtbot.waitUntil(lambda: asked == ["films"])
    assert 1 == len(page.findChildren(Thumbnails))


def test_each_pass_makes_as_many_cards_whatever_is_there(qtbot: QtBot) -> None:
    """The last of fifty cards cost no more than the first: those that are there stay."""
    exercises = (Exercise("Plank", Hold(20)),) * 20
    cards = [
        Card(
            place,
            Block(f"Block {place}", BlockKind.CIRCUIT, exercises),
            seconds=60,
            left_out=False,
            kept=False,
        )
        for place in range(50)
    ]
    page = QWidget()
    qtbot.addWidget(page)
    many = BlockCards(DARK, page)
    many.put(QRectF(0, 0, 1000, 700), 8)
    many.show_cards(cards)
    passes = []
    while len(many.cards) < 50:
        passes.append(calls(QApplication.processEvents))

    assert passes[-1] < 2 * passes[1]


def blocks_on(page: StartPage) -> list[str]:
    """Return the names of the blocks that have a card."""
    return [card.accessibleName().split(",")[0] for card in page.findChildren(BlockCard)]


def settled(qtbot: QtBot, page: StartPage, names: list[str]) -> list[str]:
    """Return the names of the blocks that have a card once there are as many as `names`."""
    qtbot.waitUntil(lambda: len(names) == len(blocks_on(page)))
    QApplication.processEvents()
    return blocks_on(page)


def test_tab_brings_a_card_into_view(qtbot: QtBot) -> None:
    """Whoever goes on by Tab sees where the focus is."""
    many = replace(WORKOUT, blocks=WORKOUT.blocks * 10)
    page = page_with(qtbot, view_of(many), 800, 600)
    qtbot.waitUntil(lambda: len(page.findChildren(BlockCard)) == 30)
    QApplication.processEvents()
    last = part(page, BlockCard, 29)

    while not last.hasFocus():
        assert not page.findChildren(RoundsTile)[0].hasFocus()
        qtbot.keyClick(page.focusWidget(), Key.Key_Tab)

    assert last.visibleRegion().boundingRect().height() > 0.9 * last.height()


def _colours_at_the_edge(image: QImage) -> set[str]:
    """Return the colours along the middle line of `image`, from its left into it."""
    middle = image.height() // 2
    return {image.pixelColor(x, middle).name() for x in range(image.width() // 4)}


def test_the_total_is_shown_whole(qtbot: QtBot) -> None:
    """Minutes and hours alike, in every shape of window."""
    page = StartPage(DARK)
    page.show_view(view_of())

    for size in in_sizes(qtbot, page):
        for total in (260, 13500, 445500):
            page.show_view(replace(view_of(), total=total))
            assert clock(total) in texts(page)
            assert [] == cut_texts(page), size


@pytest.mark.parametrize("notice", [None, NO_SOUND])
def test_all_that_is_said_of_the_runners_workout_is_whole(
    qtbot: QtBot, notice: str | None
) -> None:
    """In every shape of window; whose it is stands on a page of its own."""
    page = StartPage(DARK)
    page.show_view(view_of(runners_workout(), notice=notice))

    for size in in_sizes(qtbot, page):
        assert runners_workout().credit not in texts(page)
        assert [] == cut_texts(page), size
        assert [] == overlaps(page), size


def test_the_rounds_say_what_they_are_and_which_keys_change_them(qtbot: QtBot) -> None:
    """In every shape of window; without a choice there is nothing to change."""
    page = StartPage(DARK)
    page.show_view(view_of(runners_workout()))

    for size in in_sizes(qtbot, page):
        (heading,) = (each for each in page.findChildren(QLabel) if each.text() == "Rounds")
        arrows = part(page, RoundsStepper).arrows
        assert all(each.isVisible() for each in (heading, *arrows)), size
    calm = replace(WORKOUT, blocks=WORKOUT.blocks[:1])
    page.show_view(view_of(calm))
    assert not any(each.isVisible() for each in (heading, *arrows))


def test_the_workout_fits_the_window_as_it_is_at_first(qtbot: QtBot) -> None:
    """None of its cards is scrolled out of sight, with a warning and without."""
    for notice in (None, NO_SOUND):
        page = page_with(qtbot, view_of(runners_workout(), notice=notice), 1120, 630)
        cards = page.findChildren(BlockCard)

        assert 5 == len(cards)
        assert all(card.visibleRegion().boundingRect() == card.rect() for card in cards)


NO_ROOM = (*TALL, (800, 600))
"""Windows without room for the list of workouts beside the cards."""


@pytest.mark.parametrize("size", [(1366, 768), (800, 600)], ids=str)
def test_cards_say_what_the_weights_weigh(qtbot: QtBot, size: tuple[int, int]) -> None:
    """All of them, in place of the level; a screen reader says both."""
    workout = runners_workout()
    view = replace(view_of(workout), plan=compile_plan(workout, WEIGHTS), weights=WEIGHTS.weights)
    page = page_with(qtbot, view, *size)
    qtbot.waitUntil(lambda: len(workout.blocks) == len(page.findChildren(BlockCard)))
    cards = part(page, BlockCards)
    texts = [word.text for sheet in painted(cards) for word in sheet.words]
    assert [1, 2, 2] == [
        sum(text.endswith(held) and not text.endswith(f"× {held}") for text in texts)
        for held in ("4 kg", "2 × 4 kg", "2 × 7.5 kg")
    ]
    assert not any(text.endswith(("light", "medium")) for text in texts)
    said = next(
        card for card in page.findChildren(BlockCard) if "Superset 3" in card.accessibleName()
    )
    assert "two light dumbbells, 4 kg" in said.accessibleDescription()


def test_a_block_for_a_time_says_it_once_beside_its_exercises(qtbot: QtBot) -> None:
    """Other blocks say there how long they take, and one that is left out says so."""
    timed = replace(WORKOUT.blocks[0], clock=Within(40))
    blocks = (timed, timed, *[replace(WORKOUT.blocks[0], clock=Every(60))] * 3)
    view = view_of(replace(WORKOUT, blocks=blocks), left_out=frozenset({1}))
    page = page_with(qtbot, view, 683, 512)
    qtbot.waitUntil(lambda: len(blocks) == len(page.findChildren(BlockCard)))
    texts = [word.text for sheet in painted(page) for word in sheet.words]

    assert part(page, BlockCard).lying
    assert "All you can in 0:40" in texts
    assert "All you can in 0:40, left out" in texts
    assert "All you can in 0:40, 0:40" not in texts
    assert [] != [text for text in texts if re.search("every minute, [0-9]+:00$", text)]


@pytest.mark.parametrize("size", NO_ROOM)
def test_a_narrow_page_shows_its_ways_on_as_icons(qtbot: QtBot, size: tuple[int, int]) -> None:
    """The rail is slim, its buttons one below the other with their keys; they keep their names."""
    page = page_with(qtbot, view_of(), *size)
    buttons = page.findChildren(RailButton)

    assert page.findChildren(WorkoutRail)[0].width() < page.width() / 8
    assert ["Test sound 80 %", "History", "Settings", "Keys"] == [
        each.accessibleName() for each in buttons
    ]
    assert all(button.width() + 1 >= button.width_needed for button in buttons)
    assert 1 == len({button.x() for button in buttons})


@pytest.mark.parametrize("size", NO_ROOM)
def test_the_title_of_a_narrow_page_opens_the_list(qtbot: QtBot, size: tuple[int, int]) -> None:
    """It takes the place of the cards; whoever chooses sees them again, and Space starts."""
    page = page_with(qtbot, view_of(), *size)
    hidden = not page.findChildren(WorkoutList)[0].isVisible()
    click(qtbot, part(page, TitleButton))
    cards = page.findChildren(BlockCards)[0].isVisible()
    assert [] == overlaps(page)

    with qtbot.waitSignal(page.workout_selected) as selected:
        click(qtbot, part(page, WorkoutEntry, 2))

    assert (True, False, ["other"]) == (hidden, cards, selected.args)
    assert page.findChildren(BlockCards)[0].isVisible()
    assert page.main_control_has_focus()


def test_the_open_list_is_used_by_keys_alone(qtbot: QtBot) -> None:
    """Its workout has the focus; arrows move it along, Enter chooses, and Esc closes the list."""
    page = page_with(qtbot, view_of(), 800, 600)
    title = part(page, TitleButton)
    title.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(title, Key.Key_Return)
    first = page.focusWidget()
    page.workout_selected.connect(lambda name: page.show_view(replace(view_of(), selected=name)))
    qtbot.keyClick(first, Key.Key_Down)
    second = page.focusWidget()
    qtbot.keyClick(second, Key.Key_Escape)

    assert isinstance(first, WorkoutEntry)
    assert isinstance(second, WorkoutEntry)
    assert ["pairs", "other"] == [first.listed.name, second.listed.name]
    assert not page.findChildren(WorkoutList)[0].isVisible()
    assert page.main_control_has_focus()


def test_a_wide_page_needs_no_button_for_its_list(qtbot: QtBot) -> None:
    """The list stands beside; the title is words, and a list of one opens nothing either."""
    wide = page_with(qtbot, view_of())
    alone = page_with(qtbot, replace(view_of(), listing=LISTING[1:2]), 800, 600)

    assert not part(wide, TitleButton).isEnabled()
    assert not part(alone, TitleButton).isEnabled()
    assert part(wide, WorkoutList).isVisible()


def test_the_list_goes_back_to_its_rail(qtbot: QtBot) -> None:
    """Where the window becomes wide the cards are seen again, beside the list."""
    page = page_with(qtbot, view_of(), 800, 600)
    click(qtbot, part(page, TitleButton))
    page.window().resize(1366, 768)
    qtbot.waitUntil(lambda: page.width() == 1366)

    assert part(page, BlockCards).isVisible()
    assert part(page, WorkoutRail).isAncestorOf(part(page, WorkoutList))


def test_esc_is_left_to_the_window_where_no_list_is_open(qtbot: QtBot) -> None:
    """Also where the window has grown wide with its list open: full screen is left at once."""
    page = page_with(qtbot, view_of(), 800, 600)
    click(qtbot, part(page, TitleButton))
    page.window().resize(1366, 768)
    qtbot.waitUntil(lambda: page.width() == 1366)
    escape = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    page.keyPressEvent(escape)

    assert not escape.isAccepted()


def test_many_workouts_scroll_on_a_narrow_page(qtbot: QtBot) -> None:
    """They lie apart, and the chosen one is in sight."""
    listing = tuple(Listed(f"w{number}", WORKOUT) for number in range(40))
    page = page_with(qtbot, replace(view_of(), listing=listing, selected="w39"), 683, 768)
    click(qtbot, part(page, TitleButton))
    qtbot.waitUntil(lambda: len(page.findChildren(WorkoutEntry)) == 40)
    entries = page.findChildren(WorkoutEntry)

    assert [] == overlaps(entries[0].parentWidget())
    qtbot.waitUntil(
        lambda: entries[39].visibleRegion().boundingRect().height() > 0.9 * entries[39].height()
    )


def test_cards_with_as_many_exercises_have_pictures_of_one_size(qtbot: QtBot) -> None:
    """Two exercises fill a card as any two do, whatever their names."""
    page = page_with(qtbot, view_of(runners_workout()), 1366, 768)
    cards = [part(page, BlockCard, place) for place in (1, 2, 3, 4)]

    assert all(card.is_pictured(card.width(), card.height(), card.u) for card in cards)
    assert 1 == len({tuple(tile.geometry().getRect() for tile in card.tiles) for card in cards})


def test_a_card_under_the_pointer_has_one_ground(qtbot: QtBot) -> None:
    """Its picture passes into what stands below it, without an edge between them."""
    page = page_with(qtbot, view_of(runners_workout()), 1366, 768)
    card = part(page, BlockCard)
    card.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)

    image = card.grab().toImage()
    column = [image.pixelColor(2, y).lightness() for y in range(20, card.height() - 20)]

    assert [] == [
        y for y, (one, next_) in enumerate(pairwise(column)) if abs(one - next_) > SMOOTH
    ]


@pytest.mark.parametrize("size", [(1366, 768), (683, 768)], ids=str)
def test_what_is_told_below_the_title_stands_apart(qtbot: QtBot, size: tuple[int, int]) -> None:
    """The line of the athlete, what the workout is about, and below it who says it."""
    voice = VoiceState(Speaks.ENGINE, instead=Instead.OTHER_WORDS)
    page = page_with(qtbot, replace(view_with_past(), voice=voice), *size)
    said = {label.text(): label.geometry() for label in page.findChildren(QLabel)}
    about = next(rect for text, rect in said.items() if text == WORKOUT.about)
    spoken = next(rect for text, rect in said.items() if text.startswith("Said by"))
    assert part(page, HistoryLine).geometry().bottom() + 4 < about.top()
    assert about.bottom() + 4 < spoken.top()


def test_cards_that_go_on_below_fade_at_the_foot(qtbot: QtBot) -> None:
    """As all that scrolls: a card that is cut there says that it goes on."""
    page = page_with(qtbot, view_of(runners_workout(), notice="No sound device"), 640, 480)
    qtbot.waitUntil(lambda: len(page.findChildren(BlockCard)) == 5)
    (fade,) = part(page, BlockCards).findChildren(Fade)
    assert fade.isVisible()


def view_with_past(weeks: int = 10) -> StartView:
    """Return what is shown of an athlete who has trained every week, but not in this one."""
    known = athlete(past(weeks), goal=1)
    return replace(view_of(), selected=NAME, listing=(Listed(NAME, WORKOUT),), athlete=known)


def test_an_athlete_is_told_how_it_goes_and_led_to_the_history(qtbot: QtBot) -> None:
    """By a line below the title, reached by Tab too; a first-timer has none."""
    page = page_with(qtbot, view_of())
    assert [] == page.findChildren(HistoryLine)
    page.show_view(view_with_past())
    (line,) = page.findChildren(HistoryLine)
    assert line.isVisible()
    page.show_view(replace(view_with_past(), workout=None, plan=None))
    assert not line.isVisible()  # a file with faults was never done
    page.show_view(view_with_past())
    assert line.accessibleName().startswith("Last done 8 days ago. 10 weeks in a row.")
    with qtbot.waitSignal(page.history_pressed):
        click(qtbot, line)
    reached = page.focusWidget()
    for _ in range(60):
        qtbot.keyClick(page.focusWidget(), Key.Key_Tab)
        reached = page.focusWidget()
        if reached is line:
            break
    assert reached is line


def test_nothing_moves_when_the_past_of_an_athlete_is_known(qtbot: QtBot) -> None:
    """The line has its place before it is there; without a past it needs none."""
    page = page_with(qtbot, replace(view_with_past(), athlete=None, awaits_athlete=True))
    before = page.findChildren(BlockCards)[0].geometry()
    page.show_view(view_with_past())
    assert before == page.findChildren(BlockCards)[0].geometry()
    page.show_view(replace(view_with_past(), athlete=None))
    assert before.top() > page.findChildren(BlockCards)[0].geometry().top()


def test_list_says_when_each_workout_was_done(qtbot: QtBot) -> None:
    """What is due first; before anything is known, its rounds."""
    page = page_with(qtbot, replace(view_with_past(), athlete=None))
    (entry,) = page.findChildren(WorkoutEntry)
    assert "Due this week" not in entry.accessibleDescription()
    page.show_view(view_with_past())
    assert entry.accessibleDescription().endswith("Due this week")
