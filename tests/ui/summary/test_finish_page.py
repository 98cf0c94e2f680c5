"""The finish page shows what was done."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from matside.core.history.ledger import Ending
from matside.core.settings import Settings
from matside.core.workout.plan import Work, compile_plan
from matside.ui.drawing.theme import DARK, LIGHT, Theme
from matside.ui.kit.page_button import PageButton
from matside.ui.kit.scrolling import Scroll
from matside.ui.kit.timeline import Timeline
from matside.ui.kit.timeline_layout import BARE_HEIGHT, LABELLED_HEIGHT
from matside.ui.kit.warning_plate import WarningPlate
from matside.ui.summary.block_tallies import BlockTallies
from matside.ui.summary.finish_page import FinishPage, FinishView
from tests.support.pages import HTML, SIZES, WORKOUT, cut_texts, overlaps, show
from tests.support.situations import runners_workout

Key = Qt.Key
PLAN = compile_plan(WORKOUT, Settings())
SETS = [place for place, step in enumerate(PLAN.steps) if isinstance(step, Work)]
VIEW = FinishView(
    title="Two pairs",
    date=datetime(2026, 11, 22, tzinfo=UTC),
    ending=Ending.DONE,
    plan=PLAN,
    done=frozenset(SETS),
    skipped=frozenset(),
    seconds=754,
    planned_seconds=800,
    pause_seconds=0,
    pauses=0,
)


def page_with(
    qtbot: QtBot, view: FinishView, size: tuple[int, int] = (1366, 768), theme: Theme = DARK
) -> FinishPage:
    """Return the page showing `view` in a window."""
    page = FinishPage(theme)
    page.show_view(view)
    show(qtbot, page, *size)
    return page


def texts(page: FinishPage) -> set[str]:
    """Return all that visible labels say."""
    return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}


def test_it_says_what_was_done_and_how_long_it_took(qtbot: QtBot) -> None:
    """Sets of the planned ones, the time it ran beside the planned one, the day."""
    page = page_with(qtbot, VIEW)

    assert {"DONE", "13 of 13 sets", "12:34", "13:20 planned", "Sun 22 Nov"} <= texts(page)


@pytest.mark.parametrize(
    ("pauses", "expected"), [(0, None), (1, "1 pause, 1:12"), (2, "2 pauses, 1:12")]
)
def test_pauses_are_told_where_there_were_any(
    qtbot: QtBot, pauses: int, expected: str | None
) -> None:
    """How many and how long together."""
    page = page_with(qtbot, replace(VIEW, pauses=pauses, pause_seconds=72))

    assert ({expected} if expected else set()) == {text for text in texts(page) if "pause" in text}


def test_skipped_sets_are_told_and_counted_by_block(qtbot: QtBot) -> None:
    """Two sets of the first block were skipped."""
    page = page_with(qtbot, replace(VIEW, done=frozenset(SETS[2:]), skipped=frozenset(SETS[:2])))

    assert {"11 of 13 sets", "2 sets skipped"} <= texts(page)
    assert (
        "Warm-up 4 of 6; Superset 1 6 of 6; Cooldown 1 of 1"
        == page.findChildren(BlockTallies)[0].accessibleName()
    )


def test_one_skipped_set_is_one_set(qtbot: QtBot) -> None:
    """The word follows the number."""
    page = page_with(qtbot, replace(VIEW, skipped=frozenset(SETS[:1])))

    assert "1 set skipped" in texts(page)


def test_one_set_is_one_set(qtbot: QtBot) -> None:
    """A workout of a single set has no sets."""
    plan = compile_plan(replace(WORKOUT, blocks=WORKOUT.blocks[-1:]), Settings())
    sets = frozenset(place for place, step in enumerate(plan.steps) if isinstance(step, Work))

    page = page_with(qtbot, replace(VIEW, plan=plan, done=sets))

    assert "1 of 1 set" in texts(page)


def test_skipped_sets_look_otherwise_than_done_ones(qtbot: QtBot) -> None:
    """In the bars of the blocks and on the timeline."""
    done = page_with(qtbot, VIEW)
    view = replace(VIEW, done=frozenset(SETS[1:]), skipped=frozenset(SETS[:1]))
    skipped = page_with(qtbot, view)

    for kind in (BlockTallies, Timeline):
        before, after = (page.findChildren(kind)[0].grab().toImage() for page in (done, skipped))
        assert _count(before, DARK.done) > _count(after, DARK.done)


def _count(image: QImage, colour: QColor) -> int:
    """Return how many pixels of `image` have `colour`."""
    wanted = colour.name()
    return sum(
        image.pixelColor(x, y).name() == wanted
        for y in range(0, image.height(), 2)
        for x in range(image.width())
    )


def test_done_can_be_clicked(qtbot: QtBot) -> None:
    """It signals as Space does by way of the window."""
    page = page_with(qtbot, VIEW)

    with qtbot.waitSignal(page.done_pressed):
        qtbot.mouseClick(page.main, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Backspace])
def test_keys_are_left_to_the_window(qtbot: QtBot, key: Qt.Key) -> None:
    """The window judges presses and knows when BACK is too late."""
    page = FinishPage(DARK)
    page.show_view(VIEW)
    window = show(qtbot, page)

    qtbot.keyClick(page.focusWidget(), key)

    assert [key] == window.keys
    assert page.main_control_has_focus()


@pytest.mark.parametrize("ending", Ending)
def test_every_session_can_go_back(qtbot: QtBot, ending: Ending) -> None:
    """By Tab and Enter as well as by a click."""
    page = page_with(qtbot, replace(VIEW, ending=ending))
    qtbot.keyClick(page.focusWidget(), Key.Key_Tab)
    moved = page.main_control_has_focus()

    with qtbot.waitSignal(page.back_pressed):
        qtbot.keyClick(page.focusWidget(), Key.Key_Return)

    assert not moved


@pytest.mark.parametrize(
    ("ending", "word", "back"),
    [
        (Ending.DONE, "DONE", "Back to the last set"),
        (Ending.CUT_SHORT, "CUT SHORT", "Back to the last set"),
        (Ending.STOPPED, "STOPPED", "Back to the workout"),
    ],
)
def test_it_says_how_the_session_ended_and_where_back_leads(
    qtbot: QtBot, ending: Ending, word: str, back: str
) -> None:
    """Only what was done is called done; BACK undoes a STOP, or goes back from the end."""
    page = page_with(qtbot, replace(VIEW, ending=ending, done=frozenset(SETS[:3])))

    buttons = page.findChildren(PageButton)
    assert {"Done", back} == {button.accessibleName() for button in buttons if button.isVisible()}
    assert word in texts(page)


def test_a_session_stopped_before_its_first_set_is_shown(qtbot: QtBot) -> None:
    """Nothing was done of it."""
    page = page_with(qtbot, replace(VIEW, ending=Ending.STOPPED, done=frozenset()))

    assert "0 of 13 sets" in texts(page)


def test_the_block_stands_out_in_the_light_theme(qtbot: QtBot) -> None:
    """Its colour is not that of the ground."""
    image = page_with(qtbot, VIEW, theme=LIGHT).grab().toImage()

    assert LIGHT.key == image.pixelColor(5, image.height() // 2)
    assert LIGHT.key != LIGHT.ground


def test_a_title_from_a_file_is_plain_text(qtbot: QtBot) -> None:
    """No label takes it for markup."""
    page = page_with(qtbot, replace(VIEW, title=HTML))

    assert HTML in texts(page)
    assert all(
        label.textFormat() is Qt.TextFormat.PlainText for label in page.findChildren(QLabel)
    )


@pytest.mark.parametrize("size", SIZES)
def test_parts_lie_apart_and_inside(qtbot: QtBot, size: tuple[int, int]) -> None:
    """With all lines said, in every shape of window."""
    view = replace(VIEW, pauses=2, pause_seconds=4000, seconds=9000, skipped=frozenset(SETS[:2]))
    page = page_with(qtbot, view, size)

    assert [] == overlaps(page)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("seconds", [4, 1000, 445500])
def test_the_time_is_shown_whole(qtbot: QtBot, size: tuple[int, int], seconds: int) -> None:
    """A few seconds and days alike, in every shape of window."""
    page = page_with(qtbot, replace(VIEW, seconds=seconds), size)

    assert [] == cut_texts(page)


@pytest.mark.parametrize("size", SIZES)
def test_a_warning_is_shown_while_it_holds(qtbot: QtBot, size: tuple[int, int]) -> None:
    """It lies apart from all else and says where the trouble is, on two lines where it must."""
    page = page_with(qtbot, VIEW, size=size)
    plate = page.findChildren(WarningPlate)[0]

    page.show_notice("Sets are not being saved: no space left on the device")
    shown, crossed = plate.shown, overlaps(page)
    page.show_notice(None)

    assert "Sets are not being saved: no space left on the device" == " ".join(shown)
    assert [] == crossed
    assert not plate.isVisible()


@pytest.mark.parametrize("size", SIZES)
def test_what_stands_on_the_block_stays_on_it(qtbot: QtBot, size: tuple[int, int]) -> None:
    """The time and all three lines, in every shape of window."""
    view = replace(VIEW, pauses=2, pause_seconds=72, skipped=frozenset(SETS[:2]))
    page = page_with(qtbot, view, size)
    words = {"12:34", "13:20 planned", "2 pauses, 1:12", "2 sets skipped"}

    rects = [
        label.geometry().adjusted(0, label.height() // 5, 0, -label.height() // 5)
        for label in page.findChildren(QLabel)
        if label.text() in words
    ]

    assert len(words) == len(rects)
    assert all(page.block.toAlignedRect().contains(rect) for rect in rects)


@pytest.mark.parametrize("size", [*SIZES, (1000, 1000), (960, 1080)])
def test_all_blocks_of_the_runners_workout_are_seen(qtbot: QtBot, size: tuple[int, int]) -> None:
    """None has to be scrolled for, in every shape of window."""
    plan = compile_plan(runners_workout(), Settings())
    page = page_with(qtbot, replace(VIEW, plan=plan, done=frozenset(SETS[:1])), size)
    sheet = page.findChildren(Scroll)[0].widget()

    assert sheet.visibleRegion().boundingRect() == sheet.rect()


@pytest.mark.parametrize(("size", "labelled"), [((1366, 768), True), ((683, 384), False)])
def test_the_line_has_labels_where_they_can_be_read(
    qtbot: QtBot, size: tuple[int, int], *, labelled: bool
) -> None:
    """On a screen that is scaled they would lie on the line itself."""
    page = page_with(qtbot, VIEW, size)
    (line,) = page.findChildren(Timeline)
    height = LABELLED_HEIGHT if labelled else BARE_HEIGHT
    assert round(height * page.span) == line.height()
