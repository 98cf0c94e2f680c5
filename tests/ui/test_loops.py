"""Loops are painted ahead, in slices, and shown while they are not whole yet."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, QTimer
from pytestqt.qtbot import QtBot

from figure.figures import catalogue
from matside.core.plan import Step
from matside.core.workout import Side
from matside.figure.loop import Loop
from matside.figure.palette import DARK
from matside.ui.loops import EVERY, LEAST, Loops
from ui.stages import all_situations

SMALL, SMALLER = QSize(120, 90), QSize(80, 60)


def step_of(name: str) -> Step:
    """Return the set that is shown in the situation `name`."""
    return all_situations()[name].reading.shown


def slow(step: Step, seconds: int) -> Step:
    """Return the set `step` with so many seconds a rep."""
    assert step.exercise is not None
    return replace(step, exercise=replace(step.exercise, rep_seconds=seconds))


@pytest.fixture
def loops(qtbot: QtBot) -> Loops:
    """Loops of the bundled figures."""
    del qtbot
    return Loops(catalogue().figure, DARK)


def found(loops: Loops, step: Step, size: QSize = SMALL) -> Loop:
    """Return the loop of `step`, which must have a figure."""
    loop = loops.loop(step.exercise, step.side, size)
    assert loop is not None
    return loop


def painted(loop: Loop) -> Loop:
    """Return `loop` when all its frames are painted."""
    while not loop.is_ready:
        loop.advance()
    return loop


def test_a_loop_lasts_as_long_as_a_rep(loops: Loops) -> None:
    """Twenty frames a second: a slower rep has more of them."""
    step = step_of("reps-side")
    assert 60 == len(found(loops, slow(step, 3)))
    assert 100 == len(found(loops, slow(step, 5)))


def test_the_first_frame_is_there_at_once(loops: Loops) -> None:
    """Nobody waits for a loop to be ready: the first frame is painted when it is asked for."""
    loop = found(loops, step_of("reps-side"))
    assert not loop.frame(0).image.isNull()
    assert not loop.is_ready


def test_there_is_motion_before_a_loop_is_ready(loops: Loops) -> None:
    """A frame that is not painted yet is stood for by its nearest neighbour."""
    loop = found(loops, slow(step_of("reps-side"), 1))
    first = loop.frame(0).image
    while not loop.advance() or loop.frame(10).image == first:
        assert not loop.is_ready
    assert loop.frame(0).image != loop.frame(10).image


def test_a_loop_gets_ready_while_nobody_waits(qtbot: QtBot, loops: Loops) -> None:
    """In slices all frames are painted, and listeners hear of it."""
    loop = found(loops, slow(step_of("reps-side"), 1))
    with qtbot.waitSignal(loops.grown, timeout=20_000):
        loops.go_on()
    qtbot.waitUntil(lambda: loop.is_ready, timeout=20_000)
    assert loops.is_ready


def test_what_is_shown_is_painted_first(qtbot: QtBot, loops: Loops) -> None:
    """What comes next is painted after what is shown, though it was asked for later."""
    shown = found(loops, slow(step_of("reps-side"), 1))
    next_step = slow(step_of("reps"), 1)
    loops.foresee(next_step.exercise, next_step.side, SMALL)
    loops.go_on()
    qtbot.waitUntil(lambda: shown.is_ready, timeout=20_000)
    assert not loops.is_ready
    qtbot.waitUntil(lambda: loops.is_ready, timeout=20_000)
    assert found(loops, next_step).is_ready


def test_stills_of_coming_sets_are_painted_ahead(qtbot: QtBot, loops: Loops) -> None:
    """Beside what is shown each has its still, and no more, from which other sizes are made."""
    shown = found(loops, slow(step_of("reps-side"), 1))
    coming = [slow(step_of(name), 1) for name in ("reps", "reps-alternating", "hold")]
    loops.prepare([(step.exercise, step.side) for step in coming], SMALL)
    loops.go_on()
    qtbot.waitUntil(lambda: loops.is_ready and loops.has_stills, timeout=20_000)
    assert shown.is_ready
    for step in coming:
        assert not found(loops, step).is_ready
        assert steps_to_first_frame(found(loops, step, SMALLER)) <= 4


def steps_to_first_frame(loop: Loop) -> int:
    """Return in how many steps the first frame of `loop` is painted."""
    steps = 1
    while not loop.advance():
        steps += 1
    return steps


def test_key_poses_are_not_taken_from_a_smooth_loop(loops: Loops) -> None:
    """With reduced motion another loop is painted, though there is one of the same exercise."""
    step = slow(step_of("reps-side"), 1)
    painted(found(loops, step))
    loops.set_still(still=True)
    assert steps_to_first_frame(found(loops, step, SMALLER)) > 4


def test_loops_give_way_to_what_is_to_be_seen(qtbot: QtBot, loops: Loops) -> None:
    """For a moment nothing is painted; then painting goes on by itself."""
    loop = found(loops, slow(step_of("reps-side"), 1))
    loops.go_on()
    loops.give_way()
    timer = loops.findChild(QTimer)
    assert timer is not None
    assert timer.remainingTime() > 2 * EVERY
    qtbot.waitUntil(lambda: loop.is_ready, timeout=20_000)


def test_a_loop_in_another_size_is_taken_from_the_first(loops: Loops) -> None:
    """The frames of a ready loop are scaled, which takes a step or two for each."""
    step = slow(step_of("reps-side"), 1)
    painted(found(loops, step))
    smaller = found(loops, step, SMALLER)
    steps = 0
    while not smaller.is_ready:
        smaller.advance()
        steps += 1
    assert steps <= 4 * len(smaller)
    assert smaller.frame(0).image.width() < found(loops, step).frame(0).image.width()


def test_each_side_has_its_loop(loops: Loops) -> None:
    """The other side of an exercise is another loop."""
    steps = step_of("reps-side"), step_of("reps-other-side")
    assert (Side.LEFT, Side.RIGHT) == tuple(step.side for step in steps)
    left, right = (found(loops, step) for step in steps)
    assert left is not right
    assert left.frame(0).image != right.frame(0).image


def test_old_loops_make_room(monkeypatch: pytest.MonkeyPatch, loops: Loops) -> None:
    """Beyond their room the loop that was asked for longest ago goes; what is used stays."""
    monkeypatch.setattr("matside.ui.loops.ROOM", 0)
    step = slow(step_of("reps-side"), 1)
    first = painted(found(loops, step))
    for width in range(LEAST - 1):
        found(loops, step, QSize(40 + width, 30))
    assert first is found(loops, step)
    for width in range(LEAST):
        found(loops, step, QSize(50 + width, 30))
    assert first is not found(loops, step)


def test_loops_that_have_room_are_kept(loops: Loops) -> None:
    """A superset that comes round again finds its loops as they were."""
    step = slow(step_of("reps-side"), 1)
    first = painted(found(loops, step))
    for width in range(3 * LEAST):
        found(loops, step, QSize(40 + width, 30))
    assert first is found(loops, step)


@pytest.mark.parametrize(
    "change", [lambda step: replace(step, exercise=replace(step.exercise, id=None))]
)
def test_a_move_without_a_figure_has_no_loop(loops: Loops, change: Callable[[Step], Step]) -> None:
    """A move that a workout writes out has no figure."""
    step = change(step_of("reps-side"))
    assert not loops.has(step.exercise)
    assert loops.loop(step.exercise, step.side, SMALL) is None


def test_a_ready_loop_is_small(loops: Loops) -> None:
    """Frames are kept packed: a loop takes a fraction of its pictures' bytes."""
    loop = painted(found(loops, slow(step_of("reps-side"), 1)))
    frames = [loop.frame(place).image for place in range(len(loop))]
    assert loop.size_in_bytes < 0.5 * sum(image.sizeInBytes() for image in frames)
