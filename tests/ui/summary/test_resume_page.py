"""The offer to resume shows where the session stands and signals the answer."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from matside.core.settings import Settings
from matside.core.workout.model import Within, Workout
from matside.core.workout.plan import compile_plan
from matside.core.workout.steps import Work
from matside.ui.drawing.theme import DARK
from matside.ui.kit.page_button import PageButton
from matside.ui.kit.timeline import Timeline
from matside.ui.summary.resume_page import ResumePage, ResumeView
from tests.support.pages import HTML, WORKOUT, in_sizes, overlaps, show

Key = Qt.Key


def view_of(place: int = 1, workout: Workout = WORKOUT) -> ResumeView:
    """Return the view of a session that stands at `place`."""
    plan = compile_plan(workout, Settings())
    return ResumeView(
        title=HTML,
        started=datetime(2026, 11, 22, 18, 5, tzinfo=UTC),
        plan=plan,
        place=place,
        following=plan.set_from(plan.steps[place].key),
        behind=0,
        done=4,
        left=754,
    )


def page_with(qtbot: QtBot, view: ResumeView, size: tuple[int, int] = (1366, 768)) -> ResumePage:
    """Return the page showing `view` in a window."""
    page = ResumePage(DARK)
    page.show_view(view)
    show(qtbot, page, *size)
    return page


def texts(page: ResumePage) -> set[str]:
    """Return all that visible labels say."""
    return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}


def test_it_says_where_the_session_stands(qtbot: QtBot) -> None:
    """When it began, what was done, what is left, and the set that comes."""
    page = page_with(qtbot, view_of())

    assert {"Sun 22 Nov, 18:05", "4 of 13", "12:34 left", "Next: Stretch, LEFT"} <= texts(page)


def test_with_a_block_for_a_time_only_what_was_done_is_told(qtbot: QtBot) -> None:
    """Nobody knows how many sets there are to do."""
    first, *others = WORKOUT.blocks
    timed = replace(first, rounds=1, clock=Within(600))
    view = view_of(1, replace(WORKOUT, blocks=(timed, *others)))
    assert {"4", "sets done"} <= texts(page_with(qtbot, replace(view, for_a_time={0: (6, 1)})))
    assert "set done" in texts(page_with(qtbot, replace(view, done=1)))
    assert replace(view, done=0, for_a_time={0: (0, 0)}).keeps_something


def test_in_a_rest_it_names_the_set_after_it(qtbot: QtBot) -> None:
    """Step 2 is the switch to the other side."""
    page = page_with(qtbot, view_of(2))

    assert "Next: Stretch, RIGHT" in texts(page)


def test_a_set_without_sides_has_no_side(qtbot: QtBot) -> None:
    """Step 5 is the walk."""
    page = page_with(qtbot, view_of(5))

    assert "Next: Lateral Walk on All Fours" in texts(page)


def test_take_it_up_can_be_clicked(qtbot: QtBot) -> None:
    """It signals as Space does by way of the window."""
    page = page_with(qtbot, view_of())

    with qtbot.waitSignal(page.taken_up):
        qtbot.mouseClick(page.main, Qt.MouseButton.LeftButton)


def test_space_is_left_to_the_window(qtbot: QtBot) -> None:
    """The window judges presses."""
    page = ResumePage(DARK)
    page.show_view(view_of())
    window = show(qtbot, page)

    qtbot.keyClick(page.focusWidget(), Key.Key_Space)

    assert [Key.Key_Space] == window.keys
    assert page.main_control_has_focus()


def test_escape_keeps_what_was_done(qtbot: QtBot) -> None:
    """Once, and the window does not see the key again."""
    page = ResumePage(DARK)
    page.show_view(view_of())
    window = show(qtbot, page)

    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page.focusWidget(), Key.Key_Escape)

    assert [] == window.keys


def test_tab_reaches_the_other_answer(qtbot: QtBot) -> None:
    """Space is its own then."""
    page = page_with(qtbot, view_of())
    qtbot.keyClick(page.focusWidget(), Key.Key_Tab)
    moved = page.main_control_has_focus()

    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page.focusWidget(), Key.Key_Space)

    assert not moved


@pytest.mark.parametrize(
    ("done", "skipped", "words"),
    [(0, (), "Forget it"), (0, (1,), "Keep what was done"), (1, (), "Keep what was done")],
)
def test_only_what_was_left_is_promised_to_be_kept(
    qtbot: QtBot, done: int, skipped: tuple[int, ...], words: str
) -> None:
    """A session with nothing done and nothing skipped is not saved."""
    page = page_with(qtbot, replace(view_of(), done=done, skipped=frozenset(skipped)))

    saved = "The session is saved as stopped." in texts(page)

    assert [words] == [
        button.accessibleName() for button in page.findChildren(PageButton) if button != page.main
    ]
    assert (words != "Forget it") is saved


@pytest.mark.parametrize("size", [(1366, 768), (683, 768), (800, 1000)])
def test_notes_stand_below_the_words_that_they_explain(
    qtbot: QtBot, size: tuple[int, int]
) -> None:
    """Both answers begin at one place, right of their keys, and so do their notes."""
    page = page_with(qtbot, view_of(), size)
    take_up, leave = page.findChildren(PageButton)
    notes = [note.x() for note in page.findChildren(QLabel) if note.text().endswith(".")]

    assert [leave.words_at, leave.words_at] == pytest.approx(
        [take_up.words_begin, notes[0] - take_up.x()], abs=2
    )
    assert notes[:1] * 2 == notes


def test_a_title_from_a_file_is_plain_text(qtbot: QtBot) -> None:
    """No label takes it for markup."""
    page = page_with(qtbot, view_of())

    assert HTML in texts(page)
    assert all(
        label.textFormat() is Qt.TextFormat.PlainText for label in page.findChildren(QLabel)
    )


def test_parts_lie_apart_and_inside(qtbot: QtBot) -> None:
    """In every shape of window both answers are there whole."""
    page = ResumePage(DARK)
    page.show_view(view_of(5))

    for size in in_sizes(qtbot, page):
        buttons = page.findChildren(PageButton)
        assert [] == overlaps(page), size
        assert all(button.width_needed <= button.width() for button in buttons), size


def test_skipped_sets_look_otherwise_than_done_ones(qtbot: QtBot) -> None:
    """The strip tells what was skipped before the session was left."""
    view = view_of(8)
    sets = [place for place in range(view.place) if isinstance(view.plan.steps[place], Work)]
    pages = (
        page_with(qtbot, replace(view, skipped=frozenset(places))) for places in ([], sets[:1])
    )

    before, after = (page.findChildren(Timeline)[0].grab().toImage() for page in pages)

    assert before != after
