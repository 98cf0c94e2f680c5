"""The start page shows the choice and signals what was pressed."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from matside.core.ports.devices import Listed, Origin
from matside.core.settings import Settings
from matside.core.workout.model import Block, BlockKind, Exercise, Hold, Workout
from matside.core.workout.plan import compile_plan
from matside.ui.drawing.theme import DARK
from matside.ui.kit.controls import IconButton
from matside.ui.kit.warning_plate import WarningPlate
from matside.ui.start import block_cards
from matside.ui.start.about_button import AboutButton
from matside.ui.start.block_card import BlockCard, Card
from matside.ui.start.block_cards import BlockCards
from matside.ui.start.rounds_stepper import RoundsTile
from matside.ui.start.start_button import StartButton
from matside.ui.start.start_page import StartPage
from matside.ui.start.start_view import StartView
from matside.ui.start.workout_entry import WorkoutEntry
from matside.ui.start.workout_rail import AT_ONCE, RailButton, WorkoutRail
from tests.support.core_samples import calls
from tests.support.pages import HTML, SIZES, TALL, WORKOUT, cut_texts, overlaps, show
from tests.support.situations import runners_workout

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


def test_each_card_tells_of_its_exercises(qtbot: QtBot) -> None:
    """The small button of a card asks for the page of its block, and leaves nothing out."""
    page = page_with(qtbot, view_of())

    with qtbot.assertNotEmitted(page.block_toggled), qtbot.waitSignal(page.block_told_of) as told:
        click(qtbot, part(page, AboutButton, 1))

    assert [1] == told.args


def test_tab_goes_from_a_card_to_what_tells_of_it(qtbot: QtBot) -> None:
    """The keyboard reaches the small button right after its card."""
    page = page_with(qtbot, view_of())
    card = part(page, BlockCard)
    card.setFocus(Qt.FocusReason.TabFocusReason)

    qtbot.keyClick(card, Key.Key_Tab)

    assert card.about is page.focusWidget()


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
    """Nothing on the page needs the mouse."""
    page = page_with(qtbot, view_of())
    controls = {
        control
        for control in page.findChildren(QAbstractButton)
        if control.isVisible() and control.isEnabled()
    }

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

    assert "\n".join(LISTING[0].faults) == part(page, QPlainTextEdit).toPlainText()
    assert not [card for card in page.findChildren(BlockCard) if card.isVisible()]


def test_a_broken_file_is_listed_with_its_first_fault(qtbot: QtBot) -> None:
    """The rail says what is wrong before the file is chosen."""
    page = page_with(qtbot, view_of())

    assert "1:1: first fault" == part(page, WorkoutEntry).subtitle


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
    show(qtbot, page, 800, 600)
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

    assert 3 == sum(label.text() == HTML for label in labels)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("notice", [None, "No sound device"])
def test_parts_lie_apart_and_inside(
    qtbot: QtBot, size: tuple[int, int], notice: str | None
) -> None:
    """In every shape of window, with a warning and without."""
    page = page_with(qtbot, view_of(notice=notice), *size)

    assert [] == overlaps(page)


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


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("blocks", [1, 5, 12, 50])
def test_cards_lie_apart_and_as_wide_as_the_page(
    qtbot: QtBot, size: tuple[int, int], blocks: int
) -> None:
    """Many blocks scroll; none is narrower than its words or covered by another."""
    many = replace(WORKOUT, blocks=(WORKOUT.blocks * 17)[:blocks])
    page = page_with(qtbot, view_of(many), *size)

    cards = [card for card in page.findChildren(BlockCard) if card.isVisible()]

    assert blocks == len(cards)
    assert [] == overlaps(cards[0].parentWidget())
    assert all(card.height() >= card.needed_height(card.width(), card.u) - 1 for card in cards)


def test_cards_of_very_many_exercises_come_by_and_by(qtbot: QtBot) -> None:
    """Those that are seen are there at once; the others can be reached by Tab and by key."""
    page = page_with(qtbot, view_of())
    names = [f"Block {place}" for place in range(30)]
    exercises = (Exercise("Plank", Hold(20)),) * (block_cards.AT_ONCE // 5)
    blocks = tuple(Block(name, BlockKind.CIRCUIT, exercises, 2) for name in names)
    page.show_view(view_of(replace(WORKOUT, blocks=blocks)))

    assert names[:5] == blocks_on(page)
    assert names == settled(qtbot, page, names)
    last = part(page, BlockCard, 29)
    last.about.setFocus(Qt.FocusReason.TabFocusReason)
    assert not last.about.visibleRegion().isEmpty()
    assert isinstance(last.about.nextInFocusChain(), RoundsTile | IconButton)


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
    last = part(page, BlockCard, 29)

    for _ in range(59):
        qtbot.keyClick(page.focusWidget(), Key.Key_Tab)

    assert last.hasFocus()
    assert last.visibleRegion().boundingRect().height() > 0.9 * last.height()


def _colours_at_the_edge(image: QImage) -> set[str]:
    """Return the colours along the middle line of `image`, from its left into it."""
    middle = image.height() // 2
    return {image.pixelColor(x, middle).name() for x in range(image.width() // 4)}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("total", [260, 13500, 445500])
def test_the_total_is_shown_whole(qtbot: QtBot, size: tuple[int, int], total: int) -> None:
    """Minutes and hours alike, in every shape of window."""
    page = page_with(qtbot, replace(view_of(), total=total), *size)

    assert [] == cut_texts(page)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("notice", [None, "No sound device: the workout runs without chimes"])
def test_whose_the_runners_workout_is_can_be_read(
    qtbot: QtBot, size: tuple[int, int], notice: str | None
) -> None:
    """The credit is there whole in every shape of window; all else that is said is whole too."""
    page = page_with(qtbot, view_of(runners_workout(), notice=notice), *size)

    assert runners_workout().credit in texts(page)
    assert [] == cut_texts(page)
    assert [] == overlaps(page)


def test_the_workout_fits_the_window_as_it_is_at_first(qtbot: QtBot) -> None:
    """None of its cards is scrolled out of sight, with a warning and without."""
    for notice in (None, "No sound device: the workout runs without chimes"):
        page = page_with(qtbot, view_of(runners_workout(), notice=notice), 1120, 630)
        cards = page.findChildren(BlockCard)

        assert 5 == len(cards)
        assert all(card.visibleRegion().boundingRect() == card.rect() for card in cards)


@pytest.mark.parametrize("size", TALL)
def test_a_tall_page_shows_its_ways_on_whole(qtbot: QtBot, size: tuple[int, int]) -> None:
    """The rail lies at its top, as wide as the page, with its buttons side by side."""
    page = page_with(qtbot, view_of(), *size)
    buttons = page.findChildren(RailButton)

    assert page.width() == page.findChildren(WorkoutRail)[0].width()
    assert 3 == len(buttons)
    assert all(button.width() + 1 >= button.width_needed for button in buttons)
    assert 1 == len({button.y() for button in buttons})


def test_many_workouts_scroll_on_a_tall_page(qtbot: QtBot) -> None:
    """They leave the page its room, and lie apart."""
    listing = tuple(Listed(f"w{number}", WORKOUT) for number in range(40))
    page = page_with(qtbot, replace(view_of(), listing=listing, selected="w39"), 683, 768)
    entries = page.findChildren(WorkoutEntry)

    assert [] == overlaps(entries[0].parentWidget())
    assert page.findChildren(WorkoutRail)[0].height() < page.height() / 3
    assert entries[39].visibleRegion().boundingRect().height() > 0.9 * entries[39].height()


def test_exercises_stand_as_far_apart_on_every_card(qtbot: QtBot) -> None:
    """A card with fewer of them has room to spare, not wider gaps: two exercises end alike."""
    page = page_with(qtbot, view_of(runners_workout()), 1120, 630)
    second, third = part(page, BlockCard, 1), part(page, BlockCard, 2)
    full = part(page, BlockCard)

    gaps = {card.gap for card in (full, second, third)}

    assert 1 == len(gaps)
    assert gaps.pop() <= full.most_gap(full.width(), full.height(), full.u)


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
