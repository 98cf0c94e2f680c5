"""The real program on a disk that takes a second for each sync, with real keys."""

import os
import random
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.desktop import (
    Desktop,
    Matside,
    let_others_work,
    running,
    sessions_in,
    wait_until,
)
from tests.support.programs import slow_disk
from tests.support.programs.slow_disk import holds_in, slow_sync
from tests.support.strip import bars_filled

SETTINGS = """\
welcomed: true
get_ready: 0
between_exercises: 0
reduce_motion: true
flash_on_change: false
voice: false
"""

SYNC = 1_000
"""How many ms the disk takes for a sync."""

SPEED = 4
GUARD = 0.7 / SPEED
"""How long after a press no other one counts, in seconds."""

LONGEST_HOLD = 50.0
"""The longest that the event loop may stand still, in ms."""

SETS = 40

PRESSES = 6


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return the data folder of somebody with a workout of counted sets without rests."""
    folder = tmp_path / "data"
    (folder / "workouts").mkdir(parents=True)
    (folder / "settings.yaml").write_text(SETTINGS)
    sets = ", ".join(f"{{name: Curl {number}, reps: 8}}" for number in range(1, SETS + 1))
    text = f"title: Counted\nblocks: [{{kind: circuit, exercises: [{sets}]}}]\n"
    (folder / "workouts" / "counted.yaml").write_text(text)
    return folder


@contextmanager
def training(
    desktop: Desktop, data: Path, *, ms: int = SYNC, again: bool = False
) -> Iterator[Matside]:
    """Give the program in a set of the workout, begun or taken up `again`.

    Its disk takes `ms` for each sync.
    """
    before = dict(desktop.environ)
    desktop.environ.update(
        slow_sync(data.parent, ms),
        HOLDS=str(data.parent / "holds"),
        PYTHONPATH=os.pathsep.join(sys.path),
    )
    words = ("counted", "--start", "--fullscreen", "--speed", str(SPEED))
    try:
        with running(desktop, data, *words, program=(slow_disk.__file__,)) as program:
            if again:
                program.key("space")
                program.wait_for_title(lambda title: "Paused" in title, "the session taken up")
                let_others_work(1.5 * GUARD)
                program.key("space")
            program.wait_for_title(lambda title: "Work" in title, "a set")
            yield program
    finally:
        desktop.environ.clear()
        desktop.environ.update(before)


def shown(program: Matside) -> int:
    """Return the number of the set that is shown."""
    words = program.title().split("Curl ")
    return int(words[1].split()[0]) if len(words) > 1 else SETS + 1


def press(program: Matside) -> float:
    """Mark the set done; return after how many seconds the next one is shown."""
    let_others_work(1.5 * GUARD)
    before, since = shown(program), time.monotonic()
    program.key("space")
    wait_until(lambda: shown(program) > before, "the next set")
    return time.monotonic() - since


def sets_kept(data: Path) -> list[str]:
    """Return the names of the sets of the newest session in history."""
    sessions = sessions_in(data)
    return [done["name"] for done in sessions[0]["sets"]] if sessions else []


@pytest.mark.real_time
def test_a_slow_disk_holds_nobody_up(desktop: Desktop, data: Path) -> None:
    """Keys are answered at once, and the window never stands still; all is saved in the end."""
    with training(desktop, data) as program:
        let_others_work(1.0)
        since = time.monotonic()
        answers = [press(program) for _ in range(PRESSES)]
        until = time.monotonic()
        done = shown(program) - 1
        program.key("Escape")  # leaves the full screen
        program.key("Escape", "e")
        program.wait_for_title(lambda title: "Stopped" in title, "the end of saving")
        assert [f"Curl {number}" for number in range(1, done + 1)] == sets_kept(data)
        program.key("ctrl+q")
        assert 0 == program.close()
    holds = [ms for began, ms in holds_in(data.parent / "holds") if since < began < until]
    told = f"answers {[round(answer, 2) for answer in answers]} s, holds {sorted(holds)[-5:]} ms"
    assert sorted(answers)[len(answers) // 2] < SYNC / 2_000, told
    assert max(holds, default=0.0) <= LONGEST_HOLD, told


@pytest.mark.no_cover
def test_a_kill_on_a_slow_disk_costs_no_set_that_was_called_done(
    desktop: Desktop, data: Path
) -> None:
    """What the screen shows as done is there, once; what waited for the disk may be lost."""
    seed = random.randrange(1_000_000)
    instants = random.Random(seed)
    before, picture = 0, data.parent / "screen.png"
    for kill in range(2):
        with training(desktop, data, ms=SYNC // 2, again=kill > 0) as program:
            for _ in range(3):
                press(program)
            wait_until(
                lambda done=before: bars_filled(desktop, picture) > done, "a set called done"
            )
            press(program)
            let_others_work(instants.uniform(0.0, 1.5 * SYNC / 2_000))
            called_done = bars_filled(desktop, picture)
            program.kill()
        kept = sets_kept(data)
        told = f"seed {seed}, kill {kill}: {called_done} called done, {len(kept)} kept"
        assert [f"Curl {number}" for number in range(1, len(kept) + 1)] == kept, told
        assert before < called_done <= len(kept), told
        before = called_done
