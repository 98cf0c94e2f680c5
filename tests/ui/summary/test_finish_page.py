"""The finish page shows what was done."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from matside.core.history.ending import Ending
from matside.core.history.past import Past
from matside.core.session.record import Planned, SetOutcome, SetRecord
from matside.core.settings import Settings
from matside.core.weights import Level, Load, Unit, Weight
from matside.core.workout.model import Block, BlockKind, Within, Workout
from matside.core.workout.plan import compile_plan
from matside.core.workout.steps import StepKey, StepKind, Work
from matside.ui.drawing.theme import DARK, LIGHT, READY, Theme
from matside.ui.drawing.week_chain import WeekChain
from matside.ui.kit.effort_row import EffortKey
from matside.ui.kit.page_button import PageButton
from matside.ui.kit.timeline import Timeline
from matside.ui.kit.timeline_layout import BARE_HEIGHT, LABELLED_HEIGHT
from matside.ui.summary.finish_page import FinishPage
from matside.ui.summary.finish_view import FinishView
from matside.ui.summary.last_set_line import LastSetLine
from matside.ui.summary.sunrise import Sunrise
from tests.support.finish_situations import beside, past
from tests.support.pages import HTML, SIZES, WORKOUT, cut_texts, in_sizes, overlaps, show
from tests.support.situations import WEIGHTS, runners_workout

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


CORRECTED = SetRecord(
    key=StepKey(0, 1, 0, None, StepKind.WORK),
    block="Pair",
    exercise=None,
    name="Curl",
    side=None,
    reps=6,
    seconds=24,
    outcome=SetOutcome.DONE,
    load=Load(5_000, Unit.KILOGRAM),
    planned=Planned("8 reps", reps=8, weight=Weight(Level.LIGHT, 2)),
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
        == page.findChildren(Sunrise)[0].accessibleName()
    )


def test_with_a_block_for_a_time_only_what_was_done_is_told(qtbot: QtBot) -> None:
    """Nobody knows how many there are to do; and nothing leads back into a time that is over."""
    exercises = WORKOUT.blocks[0].exercises
    timed = Block("All you can", BlockKind.CIRCUIT, exercises, clock=Within(600))
    plan = compile_plan(Workout("Rounds", (timed,)), Settings())
    view = replace(VIEW, plan=plan, done=frozenset(), for_a_time={0: (12, 1)})
    page = page_with(qtbot, view)

    assert {"12 sets done", "1 set skipped"} <= texts(page)
    assert "All you can 12" == page.findChildren(Sunrise)[0].accessibleName()
    assert not any("Back" in button.accessibleName() for button in seen_buttons(page))
    assert any(
        "Back" in button.accessibleName() for button in seen_buttons(page_with(qtbot, VIEW))
    )


def test_sets_that_were_not_done_in_their_minute_are_told_apart(qtbot: QtBot) -> None:
    """Nobody has skipped them: their time was over."""
    left = PLAN.steps[SETS[0]], PLAN.steps[SETS[1]]
    sets = {}
    for step in left:
        record = replace(CORRECTED, key=step.key, outcome=SetOutcome.SKIPPED, is_cut=True)
        sets[step.key] = replace(record, is_cut=step is left[1])
    view = replace(VIEW, done=frozenset(SETS[2:]), skipped=frozenset(SETS[:2]), sets=sets)

    assert {"11 of 13 sets", "1 set skipped, 1 cut by the time"} <= texts(page_with(qtbot, view))
    alone = replace(view, skipped=frozenset(SETS[1:2]))
    assert "1 cut by the time" in texts(page_with(qtbot, alone))


def seen_buttons(page: FinishPage) -> list[PageButton]:
    """Return the buttons that are seen."""
    return [button for button in page.findChildren(PageButton) if button.isVisible()]


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
    """In the rays of the warm-up and on the timeline."""
    done = page_with(qtbot, VIEW)
    view = replace(VIEW, done=frozenset(SETS[1:]), skipped=frozenset(SETS[:1]))
    skipped = page_with(qtbot, view)

    for kind, colour in ((Sunrise, READY), (Timeline, DARK.done)):
        before, after = (page.findChildren(kind)[0].grab().toImage() for page in (done, skipped))
        assert _count(before, colour) > _count(after, colour)


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
    qtbot.keyClick(page.focusWidget(), Key.Key_Backtab)
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
    seen = {button.accessibleName() for button in buttons if button.isVisible()}
    assert {"Done", back, "Export", "History"} == seen
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


def test_parts_lie_apart_and_inside(qtbot: QtBot) -> None:
    """With all lines said, in every shape of window."""
    page = FinishPage(DARK)
    skipped = frozenset(SETS[:2])
    page.show_view(replace(VIEW, pauses=2, pause_seconds=4000, seconds=9000, skipped=skipped))

    for size in in_sizes(qtbot, page):
        assert [] == overlaps(page), size


def test_the_time_is_shown_whole(qtbot: QtBot) -> None:
    """A few seconds and days alike, in every shape of window."""
    page = FinishPage(DARK)

    for size in in_sizes(qtbot, page):
        for seconds in (4, 1000, 445500):
            page.show_view(replace(VIEW, seconds=seconds))
            assert [] == cut_texts(page), size


def test_what_stands_on_the_block_stays_on_it(qtbot: QtBot) -> None:
    """The time and all three lines, in every shape of window."""
    page = FinishPage(DARK)
    page.show_view(replace(VIEW, pauses=2, pause_seconds=72, skipped=frozenset(SETS[:2])))
    words = {"12:34", "13:20 planned", "2 pauses, 1:12", "2 sets skipped"}

    for size in in_sizes(qtbot, page):
        rects = [
            label.geometry().adjusted(0, label.height() // 5, 0, -label.height() // 5)
            for label in page.findChildren(QLabel)
            if label.text() in words
        ]
        assert len(words) == len(rects), size
        assert all(page.block.toAlignedRect().contains(rect) for rect in rects), size


def test_all_sets_of_the_runners_workout_are_seen(qtbot: QtBot) -> None:
    """One ray each, whole, in every shape of window."""
    plan = compile_plan(runners_workout(), Settings())
    sets = frozenset(place for place, step in enumerate(plan.steps) if isinstance(step, Work))
    page = FinishPage(DARK)
    page.show_view(replace(VIEW, plan=plan, done=sets))
    (sunrise,) = page.findChildren(Sunrise)

    for size in in_sizes(qtbot, page, (*SIZES, (1000, 1000), (960, 1080))):
        middle, radius = sunrise.middle, sunrise.radius
        assert len(sets) == len(sunrise.shapes)
        assert radius > 0.1 * page.span, size
        for x, y in (corner for shape in sunrise.shapes for corner in shape.corners):
            at = middle + QPointF(x * radius, y * radius)
            assert QRectF(sunrise.rect()).contains(at), size


@pytest.mark.parametrize(("size", "labelled"), [((1366, 768), True), ((683, 384), False)])
def test_the_line_has_labels_where_they_can_be_read(
    qtbot: QtBot, size: tuple[int, int], *, labelled: bool
) -> None:
    """On a screen that is scaled they would lie on the line itself."""
    page = page_with(qtbot, VIEW, size)
    (line,) = page.findChildren(Timeline)
    height = LABELLED_HEIGHT if labelled else BARE_HEIGHT
    assert round(height * page.span) == line.height()


@pytest.mark.parametrize(("key", "effort"), [(Key.Key_1, 1), (Key.Key_5, 5)])
def test_a_digit_says_how_hard_it_was(qtbot: QtBot, key: Qt.Key, effort: int) -> None:
    """One key, and no press of Space waits for it."""
    page = page_with(qtbot, VIEW)
    with qtbot.waitSignal(page.effort_pressed) as told:
        qtbot.keyClick(page.focusWidget() or page, key)
    assert [effort] == told.args


def test_other_digits_say_nothing(qtbot: QtBot) -> None:
    """There are five, and 6 is left to the window."""
    page = FinishPage(DARK)
    page.show_view(VIEW)
    window = show(qtbot, page)
    with qtbot.assertNotEmitted(page.effort_pressed):
        qtbot.keyClick(page.focusWidget(), Key.Key_6)
    assert [Key.Key_6] == window.keys


def test_each_effort_has_a_button_and_the_chosen_one_is_marked(qtbot: QtBot) -> None:
    """None is before somebody has said so."""
    page = page_with(qtbot, VIEW)
    keys = page.findChildren(EffortKey)
    assert [] == [key for key in keys if key.isChecked()]
    page.show_view(replace(VIEW, effort=4))
    assert [4] == [key.effort for key in keys if key.isChecked()]
    with qtbot.waitSignal(page.effort_pressed) as told:
        qtbot.mouseClick(keys[1], Qt.MouseButton.LeftButton)
    assert [2] == told.args


@pytest.mark.parametrize("size", [(1366, 768), (800, 600), (683, 768)])
def test_question_stands_before_its_keys(qtbot: QtBot, size: tuple[int, int]) -> None:
    """Where it has no room the way back is shorter, and the row smaller."""
    assert "How hard?" in texts(page_with(qtbot, VIEW, size))


@pytest.mark.parametrize("size", [(1366, 768), (800, 600), (683, 768), (640, 480)])
def test_last_set_is_shown_with_the_keys_that_correct_it(
    qtbot: QtBot, size: tuple[int, int]
) -> None:
    """Apart from heading and date; a screen reader finds it in words."""
    page = page_with(qtbot, replace(VIEW, correctable=CORRECTED), size)
    (line,) = page.findChildren(LastSetLine)
    assert line.isVisible()
    assert "Last set: 6 of 8 reps, 5 kg" == line.accessibleName()
    assert page.rect().contains(line.geometry())


def test_without_a_set_to_correct_there_is_no_card(qtbot: QtBot) -> None:
    """Nor after a hold."""
    (line,) = page_with(qtbot, VIEW).findChildren(LastSetLine)
    assert not line.isVisible()


def beside_past(view: FinishView = VIEW) -> FinishView:
    """Return `view` beside five weeks in a row, each as the last one."""
    return beside(view, past(5))


def test_it_says_what_the_session_is_beside_those_before(qtbot: QtBot) -> None:
    """The week, the weeks in a row, and time, sets and pauses against the last time."""
    page = page_with(qtbot, beside_past())
    assert {
        "Week done",
        "6 in a row",
        "Against 14 Nov: 12:00 shorter, 0:42 less paused, felt 4 of 5",
        "13 sets",
        "-18".replace("-", "\N{MINUS SIGN}"),
        "fewer than on 14 Nov",
    } <= texts(page)
    (chain,) = page.findChildren(WeekChain)
    assert "Week done. 6 weeks in a row" == chain.accessibleName()


def test_a_first_week_says_what_makes_it_done(qtbot: QtBot) -> None:
    """One session is no row; who is new does not know of a goal."""
    page = page_with(qtbot, beside(VIEW, Past()))
    assert {"Week done", "goal: 1 a week"} <= texts(page)
    (chain,) = page.findChildren(WeekChain)
    assert "Week done. goal: 1 a week" == chain.accessibleName()


def test_keys_say_where_they_lead(qtbot: QtBot) -> None:
    """The export and the history are named, pressed with the mouse, and reached by Tab."""
    page = page_with(qtbot, VIEW)
    ways = {each.text(): each for each in seen_buttons(page)}
    for name, key, signal in (
        ("Export", "X", page.export_pressed),
        ("History", "H", page.history_pressed),
    ):
        assert key == ways[name].accessibleDescription()
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(ways[name], Qt.MouseButton.LeftButton)
    stops = [page.main]
    for _ in range(8):
        qtbot.keyClick(page.focusWidget(), Key.Key_Tab)
        stops.append(page.focusWidget())
    assert [ways["Export"], ways["History"], ways["Last set"]] == stops[6:]


def test_what_is_not_saved_yet_cannot_be_exported(qtbot: QtBot) -> None:
    """The key does nothing then, and the button says so."""
    page = page_with(qtbot, replace(VIEW, saved=False))
    (export,) = (each for each in seen_buttons(page) if each.text() == "Export")
    assert not export.isEnabled()
    page.show_view(VIEW)
    assert export.isEnabled()


def test_before_the_history_is_read_only_the_session_is_told(qtbot: QtBot) -> None:
    """And all the rest as soon as it is; nothing waits for it."""
    page = page_with(qtbot, VIEW)
    (chain,) = page.findChildren(WeekChain)
    assert "Week done" not in texts(page)
    assert not chain.isVisible()
    page.show_view(beside_past())
    assert "Week done" in texts(page)
    assert chain.isVisible()


@pytest.mark.parametrize(
    ("ending", "said"), [(Ending.DONE, {"Nothing skipped."}), (Ending.STOPPED, set())]
)
def test_one_sentence_praises_what_was_done(qtbot: QtBot, ending: Ending, said: set[str]) -> None:
    """A session that was stopped is not praised."""
    page = page_with(qtbot, beside_past(replace(VIEW, ending=ending)))
    assert said == {text for text in texts(page) if text.endswith(".")}


def test_nothing_is_praised_before_it_is_saved(qtbot: QtBot) -> None:
    """It would call done what may be lost."""
    page = page_with(qtbot, beside_past(replace(VIEW, saved=False)))
    assert "Nothing skipped." not in texts(page)


def test_everything_known_has_room(qtbot: QtBot) -> None:
    """With a long time, all notes and all facts, in every shape of window."""
    plan = compile_plan(runners_workout(), WEIGHTS)
    sets = frozenset(place for place, step in enumerate(plan.steps) if isinstance(step, Work))
    kept = replace(VIEW, plan=plan, done=sets, seconds=11_730, pauses=2, pause_seconds=4_000)
    page = FinishPage(DARK)
    page.show_view(beside(kept, past(5)))

    for size in in_sizes(qtbot, page):
        assert [] == overlaps(page), size
        assert [] == cut_texts(page), size


def test_rays_rise_where_the_page_may_move(qtbot: QtBot) -> None:
    """All of them are there at the end; a session that was stopped does not rise."""
    page = FinishPage(DARK)
    page.show_view(replace(VIEW, moves=True))
    (sunrise,) = page.findChildren(Sunrise)
    assert () == sunrise.shapes
    show(qtbot, page)
    qtbot.waitUntil(lambda: len(sunrise.shapes) == 13, timeout=10_000)
    page.show_view(replace(VIEW, moves=True, effort=3))
    assert 13 == len(sunrise.shapes)
    assert 13 == len(page_with(qtbot, VIEW).findChildren(Sunrise)[0].shapes)
