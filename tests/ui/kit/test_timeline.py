"""The timeline shows every step as long as it lasts, and where the session is."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from matside.core.session.looks import Look
from matside.core.settings import Settings
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
from matside.core.workout.plan import Plan, compile_plan
from matside.core.workout.steps import Work
from matside.ui.drawing.theme import DARK
from matside.ui.kit.timeline import Timeline
from matside.ui.kit.timeline_layout import (
    LabelledBlock,
    TimelineLayout,
    labelled_blocks,
    labels,
    with_minutes,
)
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
    """A block is labelled by its name, with its rounds where there are several."""
    said = [block.label for block in labelled_blocks(plan)]
    assert "Warm-up × 2" == said[0]
    assert "Cooldown" == said[-1]
    assert 5 == len(said)


def test_rest_between_blocks_leads_to_the_next(plan: Plan) -> None:
    """Every step lies in one block, the rest between two blocks in the second."""
    found = labelled_blocks(plan)
    assert list(range(len(plan.steps))) == [place for block in found for place in block.places]
    assert all(not isinstance(plan.steps[block.places[0]], Work) for block in found)


def test_blocks_without_a_rest_between_are_apart() -> None:
    """Where a rest is put at 0 a new block still begins apart."""
    workout = Workout("Two", (PAIR, PAIR))
    plan = compile_plan(workout, Settings(get_ready=0, between_blocks=0))
    assert ["Pair × 2"] * 2 == [block.label for block in labelled_blocks(plan)]


def test_steps_are_as_long_as_they_last(plan: Plan) -> None:
    """The spans fill the width, in proportion to the estimates, with gaps between blocks."""
    layout = TimelineLayout(plan, 1000, 10)
    found = [layout.span(place) for place in range(len(plan.steps))]
    lengths = [
        (end - start) / step.estimate for (start, end), step in zip(found, plan.steps, strict=True)
    ]
    assert lengths == pytest.approx([960 / sum(step.estimate for step in plan.steps)] * 66)
    assert (0, 1000) == (found[0][0], pytest.approx(found[-1][1]))
    assert 4 == sum(following[0] - before[1] > 9 for before, following in pairwise(found))


def behind(plan: Plan, place: int, share: float) -> int:
    """Return how many ms of `plan` lie behind when `share` of the step at `place` has gone."""
    begins, ends = plan.begins[place : place + 2]
    return begins + int(share * (ends - begins))


def test_labels_never_run_into_each_other(plan: Plan) -> None:
    """A label too wide for its block is cut, the last one ends with the timeline."""
    found = labelled_blocks(plan)
    starts = [0, 100, 130, 300, 380]
    made = labels(found, starts, 400, 10, 5)
    assert made[1].text.endswith("…")
    assert made[-1].x < 380
    assert "Cooldown" == made[-1].text


def minutes(rounds: int, width: float) -> list[LabelledBlock]:
    """Return what is labelled on `width` px of two exercises that are done by the minute."""
    exercises = (Exercise("Swing", Reps(15)), Exercise("Chest Fly", Reps(8)))
    block = Block("All", BlockKind.CIRCUIT, exercises, rounds, clock=Every(60))
    plan = compile_plan(Workout("Minutes", (block,)), Settings())
    return list(with_minutes(TimelineLayout(plan, width, 10), plan, 10))


def test_each_minute_has_its_label() -> None:
    """Its number and its exercise; on less room its number, on least the block one for all."""
    named, numbered, (block,) = minutes(2, 800), minutes(10, 800), minutes(20, 800)

    assert ["1  Swing", "2  Chest Fly", "3  Swing", "4  Chest Fly"] == [
        each.label for each in named
    ]
    assert [str(number) for number in range(1, 21)] == [each.label for each in numbered]
    assert "All × 20" == block.label
    assert all(each.places.stop == then.places.start for each, then in pairwise(named))


def test_label_of_the_last_minute_stands_above_it() -> None:
    """It is cut rather than moved over the one before."""
    found = minutes(2, 800)
    made = labels(found, [0, 200, 400, 790], 800, 10, 5)
    assert 790 == made[-1].x


def test_label_of_the_minute_goes_with_the_needle(qtbot: QtBot) -> None:
    """It alone is bright, from one minute to the next."""
    exercises = (Exercise("Swing", Reps(15)),)
    block = Block("All", BlockKind.CIRCUIT, exercises, 3, clock=Every(60))
    plan = compile_plan(Workout("Minutes", (block,)), Settings(get_ready=0))
    timeline = Timeline(DARK)
    qtbot.addWidget(timeline)
    timeline.resize(900, 45)
    timeline.show_plan(plan)
    for step in (plan.sets[1], plan.sets[2]):
        place = plan.place_of(step.key)
        timeline.show_place(place, plan.begins[place], Look.WORK)
        image = timeline.grab().toImage()
        light = [
            max(
                image.pixelColor(x, y).lightness()
                for x in range(left, left + 60)
                for y in range(14)
            )
            for left in (0, 300, 600)
        ]
        assert place // 2 == light.index(max(light)), f"at {place}"


def test_needle_stands_where_the_session_is(timeline: Timeline, plan: Plan) -> None:
    """The needle goes from left to right with the steps and within them."""
    found = []
    for place, share in ((0, 0.0), (0, 0.5), (1, 0.0), (33, 0.5), (65, 1.0)):
        timeline.show_place(place, behind(plan, place, share), Look.WORK)
        found.append(timeline.needle)
    assert found == sorted(found)
    assert (0, timeline.width()) == (found[0], pytest.approx(found[-1]))


def test_needle_moves_once_a_second(timeline: Timeline, plan: Plan) -> None:
    """Within a second of the step the needle stands still."""
    timeline.show_place(1, behind(plan, 1, 10.1 / 30), Look.WORK)
    before = timeline.needle
    timeline.show_place(1, behind(plan, 1, 10.9 / 30), Look.WORK)
    assert before == timeline.needle
    timeline.show_place(1, behind(plan, 1, 11.1 / 30), Look.WORK)
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
    timeline.show_place(place, behind(plan, place, 0.0), Look.WORK)
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
        moved.show_place(place, behind(plan, place, 0.5), look)
        anew = Timeline(DARK)
        qtbot.addWidget(anew)
        anew.resize(width, 45)
        anew.show_plan(plan)
        anew.show_skipped(skipped)
        anew.show_place(place, behind(plan, place, 0.5), look)
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
    layout = TimelineLayout(plan, timeline.width(), 0.0182 * timeline.height() / 0.0586)
    first, second = (round(sum(layout.span(at)) / 2) for at in (place, place + 2))

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
    found = labelled_blocks(compile_plan(workout, Settings()))
    assert ["<img src=x>"] == [label.text for label in labels(found, [0], 400, 10, 5)]


def test_colours_are_those_of_the_theme() -> None:
    """Done and to come differ enough to be told apart by the bars alone."""
    assert abs(QColor(DARK.done).lightness() - QColor(DARK.future).lightness()) > 80


@pytest.mark.parametrize("width", [1286, 200])
def test_a_bar_is_filled_once_its_set_is_saved(
    timeline: Timeline, plan: Plan, width: int, qtbot: QtBot
) -> None:
    """Until then it looks as one that is still to come, however narrow; its neighbours do not."""
    timeline.resize(width, 45)
    with qtbot.waitExposed(timeline):
        timeline.show()
    timeline.show_place(9, behind(plan, 9, 0.0), Look.WORK)
    filled = bars(timeline)
    timeline.show_unsaved(frozenset({5}))
    waiting = bars(timeline)
    assert DARK.future.name() in differing(waiting, filled)
    assert DARK.done.name() not in differing(waiting, filled)
    assert 0 < len(differing(waiting, filled)) < width / 20
    timeline.show_unsaved(frozenset())
    assert filled == bars(timeline)


def test_rounds_of_the_last_time_are_marked_in_the_block_that_is_under_way(qtbot: QtBot) -> None:
    """Where the needle will be when its clock shows what it showed then."""
    timed = replace(PAIR, rounds=1, clock=Within(600), name="All you can")
    made = timeline_of(qtbot, Workout("Some", (PAIR, timed, PAIR)), width=1286)
    plan = compile_plan(Workout("Some", (PAIR, timed, PAIR)), Settings())
    (first, *_) = (step.key for step in plan.sets if plan.goes_on(step.key))
    place = plan.bar_of(first)
    begins = plan.clock_begins(first)
    where = []
    for seconds in (150, 300):
        made.show_place(place, begins + 1000 * seconds, Look.WORK)
        assert made.needle is not None
        where.append(round(made.needle))
    made.show_place(place, begins, Look.WORK)
    bare = bars(made)
    made.show_rounds(first, (150, 300))
    marked = bars(made)

    changed = [x for x, (one, other) in enumerate(zip(bare, marked, strict=True)) if one != other]
    assert {True} == {any(abs(x - at) <= 3 for at in where) for x in changed}
    assert {DARK.text.name()} <= {marked[at] for x in where for at in (x - 1, x, x + 1)}
    made.show_place(place - 1, begins - 1000, Look.REST)
    assert DARK.text.name() not in bars(made)[where[0] - 2 : where[1] + 3]
    made.show_rounds(first, ())
    made.show_place(place, begins, Look.WORK)
    assert bare == bars(made)


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


def test_a_timeline_of_thousands_of_steps_is_laid_out_by_the_pixel() -> None:
    """Only steps that are seen are looked up, and the first set of those that share a pixel."""
    curls = Block("Circuit", BlockKind.CIRCUIT, (Exercise("Curl", Reps(8)),), 900)
    few, many = (
        compile_plan(Workout("Long", (replace(curls, rounds=rounds),)), Settings())
        for rounds in (900, 9_000)
    )
    seen = [place for place, _ in TimelineLayout(many, 200, 10).seen(0.5, 7)]

    assert 7 in seen
    assert len(seen) < 410
    assert all(isinstance(many.steps[place], Work) for place in seen if place not in (0, 7))
    assert calls(lambda: list(TimelineLayout(many, 200, 10).seen(0.5, 7))) < 2 * calls(
        lambda: list(TimelineLayout(few, 200, 10).seen(0.5, 7))
    )


@pytest.mark.parametrize("width", [0, 30, 500])
def test_fifty_blocks_leave_their_steps_room(width: int) -> None:
    """The gaps between blocks shrink before the steps vanish, however narrow it is."""
    plan = compile_plan(Workout("Many", (PAIR,) * 50), Settings())
    layout = TimelineLayout(plan, width, 14)
    seen = [span for _, span in layout.seen(0.5, None)]
    assert all(start < end for start, end in seen)
    assert sum(end - start for start, end in map(layout.span, range(len(plan.steps)))) >= (
        0.7 * width
    )
