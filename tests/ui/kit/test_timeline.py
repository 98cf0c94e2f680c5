"""The timeline shows every step as long as it lasts, and where the session is."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from matside.core.session.reading import Look
from matside.core.settings import Settings
from matside.core.workout.model import Block, BlockKind, Exercise, Hold, Reps, Workout
from matside.core.workout.plan import Plan, Work, compile_plan
from matside.ui.drawing.theme import DARK
from matside.ui.kit.timeline import Timeline
from matside.ui.kit.timeline_layout import labels, spans, stretches
from tests.support.core_samples import calls
from tests.support.situations import runners_workout

PAIR = Block(
    "Pair", BlockKind.SUPERSET, (Exercise("Plank", Hold(20)), Exercise("Curl", Reps(8))), 2
)


@pytest.fixture
def plan() -> Plan:
    """Return the plan of the runner's workout."""
    return compile_plan(runners_workout(), Settings())


@pytest.fixture
def timeline(qtbot: QtBot, plan: Plan) -> Timeline:
    """Return a timeline of the runner's workout."""
    made = Timeline(DARK)
    qtbot.addWidget(made)
    made.resize(1286, 45)
    made.show_plan(plan)
    return made


def bars(timeline: Timeline) -> list[str]:
    """Return the colours of the timeline along the middle of its bars, from left to right."""
    image = timeline.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    middle = round(timeline.height() * (1 - (0.009 + 0.0117) / 0.0586))
    return [image.pixelColor(x, middle).name() for x in range(timeline.width())]


def test_blocks_are_labelled_with_their_rounds(plan: Plan) -> None:
    """A stretch is called as its block, with its rounds where there are several."""
    said = [block.label for block in stretches(plan)]
    assert "Warm-up × 2" == said[0]
    assert "Cooldown" == said[-1]
    assert 5 == len(said)


def test_rest_between_blocks_leads_to_the_next(plan: Plan) -> None:
    """Every step lies in one stretch, the rest between two blocks in the second."""
    found = stretches(plan)
    assert plan.steps == tuple(step for block in found for step in block.steps)
    assert all(not isinstance(block.steps[0], Work) for block in found)


def test_blocks_without_a_rest_between_are_apart() -> None:
    """Where a rest is put at 0 a new block still begins a new stretch."""
    workout = Workout("Two", (PAIR, PAIR))
    plan = compile_plan(workout, Settings(get_ready=0, between_blocks=0))
    assert ["Pair × 2"] * 2 == [block.label for block in stretches(plan)]


def test_steps_are_as_long_as_they_last(plan: Plan) -> None:
    """The spans fill the width, in proportion to the estimates, with gaps between blocks."""
    found = spans(stretches(plan), 1000, 10)
    lengths = [
        (end - start) / step.estimate for (start, end), step in zip(found, plan.steps, strict=True)
    ]
    assert lengths == pytest.approx([960 / sum(step.estimate for step in plan.steps)] * 66)
    assert (0, 1000) == (found[0][0], pytest.approx(found[-1][1]))
    assert 4 == sum(following[0] - before[1] > 9 for before, following in pairwise(found))


def test_labels_never_run_into_each_other(plan: Plan) -> None:
    """A label too wide for its block is cut, the last one ends with the timeline."""
    found = stretches(plan)
    starts = [0, 100, 130, 300, 380]
    made = labels(found, starts, 400, 10, 5)
    assert made[1].text.endswith("…")
    assert made[-1].x < 380
    assert "Cooldown" == made[-1].text


def test_needle_stands_where_the_session_is(timeline: Timeline) -> None:
    """The needle goes from left to right with the steps and within them."""
    found = []
    for place, share in ((0, 0.0), (0, 0.5), (1, 0.0), (33, 0.5), (65, 1.0)):
        timeline.show_place(place, share, Look.WORK)
        found.append(timeline.needle)
    assert found == sorted(found)
    assert (0, timeline.width()) == (found[0], pytest.approx(found[-1]))


def test_needle_moves_once_a_second(timeline: Timeline) -> None:
    """Within a second of the step the needle stands still."""
    timeline.show_place(1, 10.1 / 30, Look.WORK)
    before = timeline.needle
    timeline.show_place(1, 10.9 / 30, Look.WORK)
    assert before == timeline.needle
    timeline.show_place(1, 11.1 / 30, Look.WORK)
    assert before != timeline.needle


def test_timeline_without_a_session_is_all_to_come(timeline: Timeline) -> None:
    """Before the start no step is done and there is no needle."""
    assert timeline.needle is None
    assert DARK.future.name() in bars(timeline)
    assert DARK.done.name() not in bars(timeline)


def test_steps_are_coloured_by_time(timeline: Timeline, plan: Plan) -> None:
    """What is done is bright, the running step has its look, what comes is dim."""
    place = next(
        place for place, step in enumerate(plan.steps) if isinstance(step, Work) and place > 30
    )
    timeline.show_place(place, 0.0, Look.WORK)
    needle, found = timeline.needle, bars(timeline)
    assert needle is not None
    flood = DARK.tone(Look.WORK).flood.name()
    assert flood in found
    assert needle - 2 < found.index(flood) < needle + 30
    assert DARK.future.name() not in found[: round(needle)]
    assert DARK.done.name() not in found[round(needle) + 10 :]


@pytest.mark.parametrize("width", [1286, 700, 300])
def test_moving_on_draws_what_drawing_anew_would(qtbot: QtBot, plan: Plan, width: int) -> None:
    """Step by step, also back and by leaps, the timeline looks as if it were drawn at once.

    So it does where steps become skipped, and are not skipped any more.
    """
    moved = Timeline(DARK)
    qtbot.addWidget(moved)
    moved.resize(width, 45)
    moved.show_plan(plan)
    looks = (Look.READY, Look.WORK, Look.REST, Look.PAUSED)
    for turn, place in enumerate((0, 1, 2, 3, 4, 3, 4, 9, 10, 21, 20, 22, 22, 40, 64, 65)):
        look = looks[turn % len(looks)]
        skipped = frozenset(range(turn % 3 + 1, place, 4))
        moved.show_skipped(skipped)
        moved.show_place(place, 0.5, look)
        anew = Timeline(DARK)
        qtbot.addWidget(anew)
        anew.resize(width, 45)
        anew.show_plan(plan)
        anew.show_skipped(skipped)
        anew.show_place(place, 0.5, look)
        assert anew.grab().toImage() == moved.grab().toImage(), place


def test_all_done_leaves_nothing_to_come(timeline: Timeline) -> None:
    """At the end every step is bright."""
    timeline.show_all_done()
    found = bars(timeline)
    assert timeline.needle is None
    assert DARK.done.name() in found
    assert DARK.future.name() not in found


def test_skipped_sets_are_hollow(timeline: Timeline, plan: Plan) -> None:
    """Within its outline a skipped set is not bright, unlike the one after it."""
    place = next(place for place, step in enumerate(plan.steps) if isinstance(step, Work))
    found = spans(stretches(plan), timeline.width(), 0.0182 * timeline.height() / 0.0586)
    first, second = (round(sum(found[at]) / 2) for at in (place, place + 2))

    timeline.show_all_done()
    before = bars(timeline)
    timeline.show_skipped(frozenset({place}))
    after = bars(timeline)

    done = DARK.done.name()
    assert (done, done) == (before[first], before[second])
    assert after[first] != done == after[second]


def test_markup_in_a_name_is_drawn_as_it_is() -> None:
    """A block's name is plain text: what looks like a picture stays a row of letters."""
    workout = Workout("X", (Block("<img src=x>", BlockKind.CIRCUIT, PAIR.exercises),))
    found = stretches(compile_plan(workout, Settings()))
    assert ["<img src=x>"] == [label.text for label in labels(found, [0], 400, 10, 5)]


def test_colours_are_those_of_the_theme() -> None:
    """Done and to come differ enough to be told apart by the bars alone."""
    assert abs(QColor(DARK.done).lightness() - QColor(DARK.future).lightness()) > 80


@pytest.mark.parametrize("width", [1286, 200])
def test_a_bar_is_filled_once_its_set_is_saved(
    timeline: Timeline, width: int, qtbot: QtBot
) -> None:
    """Until then it looks as one that is still to come, however narrow; its neighbours do not."""
    timeline.resize(width, 45)
    with qtbot.waitExposed(timeline):
        timeline.show()
    timeline.show_place(9, 0.0, Look.WORK)
    filled = bars(timeline)
    timeline.show_unsaved(frozenset({5}))
    waiting = bars(timeline)
    assert DARK.future.name() in differing(waiting, filled)
    assert DARK.done.name() not in differing(waiting, filled)
    assert 0 < len(differing(waiting, filled)) < width / 20
    timeline.show_unsaved(frozenset())
    assert filled == bars(timeline)


def differing(bars: list[str], others: list[str]) -> list[str]:
    """Return the colours of `bars` where `others` has another."""
    return [one for one, other in zip(bars, others, strict=True) if one != other]


def test_a_timeline_of_thousands_of_steps_is_painted_by_the_pixel(qtbot: QtBot) -> None:
    """Ten times the steps cost no ten times the painting, and no pixel of it stays empty."""
    curls = Block("Circuit", BlockKind.CIRCUIT, (Exercise("Curl", Reps(8)),), 900)
    few, many = (
        timeline_of(qtbot, Workout("Long", (replace(curls, rounds=rounds),)), width=200)
        for rounds in (900, 9_000)
    )
    for made in (few, many):
        with qtbot.waitExposed(made):
            made.show()
    for made in (few, many):
        made.grab()
        made.show_all_done()  # all is to be drawn anew
    assert calls(many.grab) < 2 * calls(few.grab)
    empty = many.grab().toImage().pixelColor(0, many.height() - 1).name()
    assert empty not in bars(many)


def timeline_of(qtbot: QtBot, workout: Workout, *, width: int) -> Timeline:
    """Return a timeline of `workout` that is `width` px wide."""
    made = Timeline(DARK)
    qtbot.addWidget(made)
    made.resize(width, 45)
    made.show_plan(compile_plan(workout, Settings()))
    return made
