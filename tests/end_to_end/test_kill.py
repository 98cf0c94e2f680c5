"""The real program loses nothing when it is killed, at whatever instant."""

import json
import random
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path

import pytest

from tests.support.desktop import (
    Desktop,
    Matside,
    let_others_work,
    run_matside,
    running,
    sessions_in,
    shows_reps,
)
from tests.support.strip import bars_filled

SPEED = 12
SETTINGS = "welcomed: true\nreduce_motion: true\n"

KILLS = 10
"""How often the program is killed in the middle of one workout; more find what is rarer."""

TIMED_KILLS = 3
"""How often it is killed where it is measured what that costs."""

LONGEST_GAP = 1_100
"""The most unscaled ms that a kill may cost."""


@dataclass(frozen=True)
class Stand:
    """What history says of the open session: its times in ms, its place and its sets."""

    ran: int
    step: tuple[object, ...]
    sets: Sequence[tuple[object, ...]]


def stand_of(data: Path) -> Stand:
    """Return where the open session stands, straight from the database."""
    with closing(sqlite3.connect(data / "history.sqlite3")) as connection:
        assert ("ok",) == connection.execute("PRAGMA integrity_check").fetchone()
        ran, *step = connection.execute(
            "SELECT ran, block, round, place, side, kind, elapsed, length FROM session"
            " WHERE outcome = 'open'"
        ).fetchone()
    session = sessions_in(data)[0]
    names = ("block", "round", "exercise", "side")
    return Stand(
        ran, tuple(step), [tuple(done[name] for name in names) for done in session["sets"]]
    )


def planned_sets(data: Path) -> Sequence[tuple[object, ...]]:
    """Return the sets of the plan in order, named as history names them."""
    steps = json.loads(run_matside(data, "plan", "--json").stdout)
    names = ("block", "round", "exercise", "side")
    return [tuple(step[name] for name in names) for step in steps if step["kind"] == "work"]


def is_running(title: str) -> bool:
    """Return whether `title` is that of a session that goes on."""
    return "–" in title and "Paused" not in title


def live(program: Matside, seconds: float) -> str:
    """Work out for `seconds`; return the last title that was seen."""
    until, title = time.monotonic() + seconds, ""
    while time.monotonic() < until:
        title = mark_done(program, title)
        let_others_work(0.02)
    return title


def mark_done(program: Matside, before: str) -> str:
    """Mark a counted set done, if one is under way; return the title.

    That is not if the title was `before` already: a second press for a set, which is answered
    late, would meet what follows, and pause a hold.
    """
    title = program.title()
    if title != before and shows_reps(title):
        program.key("space")
    return title


def kill_again_and_again(desktop: Desktop, data: Path, kills: int) -> Iterator[float]:
    """Kill the program in the middle of one workout; give the ms that each kill has cost.

    That is `kills` times, and more until a set is done.
    Each time no set is lost that the screen has called done, or kept twice, and the session goes
    on where it was.
    """
    seed = random.randrange(1_000_000)
    instants = random.Random(seed)
    data.mkdir()
    (data / "settings.yaml").write_text(SETTINGS)
    planned = planned_sets(data)
    ran, kept = 0, 0
    left_at: tuple[object, ...] = ()
    for kill in count():
        if kill >= kills and kept > 0:
            return
        with running(desktop, data, "--fullscreen", "--speed", str(SPEED)) as program:
            program.key("space")
            if kill:
                program.wait_for_title(lambda title: "Paused" in title, "the session taken up")
                assert left_at == stand_of(data).step, (seed, kill)
                let_others_work(0.7 / SPEED)
                program.key("space")
            program.wait_for_title(is_running, "the session running")
            since = time.monotonic()
            title = live(program, instants.uniform(0.05, 2.0))
            called_done = bars_filled(desktop, data / "screen.png")
            mark_done(program, title)
            let_others_work(instants.uniform(0.0, 0.02))
            lasted = time.monotonic() - since
            program.kill()
        stand = stand_of(data)
        told = f"seed {seed}, kill {kill}: {called_done} sets called done, {lasted:.2f} s"
        assert planned[: len(stand.sets)] == stand.sets, told
        assert kept <= called_done <= len(stand.sets), told
        yield lasted * 1_000 - (stand.ran - ran) / SPEED
        ran, kept, left_at = stand.ran, len(stand.sets), stand.step


@pytest.mark.no_cover
def test_a_kill_costs_no_set(desktop: Desktop, tmp_path: Path) -> None:
    """After each of many kills every set done is kept once, and the session goes on there."""
    assert KILLS <= len(list(kill_again_and_again(desktop, tmp_path / "data", KILLS)))


@pytest.mark.real_time
def test_a_kill_costs_little_more_than_a_second(desktop: Desktop, tmp_path: Path) -> None:
    """Of a session that nobody presses in so much is kept each second."""
    kills = kill_again_and_again(desktop, tmp_path / "data", TIMED_KILLS)
    costs = list(islice(kills, TIMED_KILLS))

    assert max(costs) < LONGEST_GAP
