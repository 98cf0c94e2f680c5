"""The real program is driven by the desktop's media keys, where that is allowed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.bus import Bus
from tests.support.desktop import Desktop, let_others_work, running, sessions_in, wait_until
from tests.support.media import Remote

GUARD = 0.8
"""The seconds after which the next press counts."""

SETTINGS = """\
welcomed: true
media_keys: {allowed}
get_ready: 0
between_exercises: 60
resume: 0
"""

WORKOUT = """\
title: Two moves
blocks:
- name: Pair
  kind: superset
  exercises:
  - {name: Curl, reps: 8}
  - {name: Plank, hold: 2 min, sides: each}
"""


@pytest.fixture
def wired(desktop: Desktop, bus: Bus) -> Iterator[Desktop]:
    """Give a desktop with a message bus."""
    desktop.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.environ["DBUS_SESSION_BUS_ADDRESS"]
    yield desktop
    del desktop.environ["DBUS_SESSION_BUS_ADDRESS"]


def prepared(data: Path, *, allowed: bool) -> str:
    """Write settings and a workout into `data`; return the path of the workout."""
    (data / "settings.yaml").write_text(SETTINGS.format(allowed=str(allowed).lower()))
    workout = data / "two.yaml"
    workout.write_text(WORKOUT)
    return str(workout)


def test_a_workout_is_driven_by_media_keys(wired: Desktop, tmp_path: Path) -> None:
    """Start, set done, pause, resume, back and the end, and each time the desktop knows."""
    workout = prepared(tmp_path, allowed=True)
    remote = Remote(wired.environ)
    with running(wired, tmp_path, workout) as program:
        wait_until(lambda: "Stopped" == remote.ask("status"), "the player on the bus")
        remote.ask("play-pause")
        remote.wait_for("Playing", "Curl")
        let_others_work(GUARD)
        remote.ask("play-pause")
        remote.wait_for("Playing", "Next up: Plank, left")
        remote.ask("next")
        remote.wait_for("Playing", "Plank, left")
        let_others_work(GUARD)
        remote.ask("play-pause")
        remote.wait_for("Paused", "Plank, left")
        remote.ask("play")
        remote.wait_for("Playing", "Plank, left")
        remote.ask("pause")
        remote.wait_for("Paused", "Plank, left")
        remote.ask("previous")
        remote.wait_for("Paused", "Next up: Plank, left")
        remote.ask("stop")
        program.key("e")
        wait_until(lambda: "Stopped" == remote.ask("status"), "the end")
        program.key("ctrl+q")
        assert 0 == program.close()
    (session,) = sessions_in(tmp_path)
    assert [("Curl", "done")] == [(done["name"], done["outcome"]) for done in session["sets"]]


def test_the_exercise_is_told_as_a_track(wired: Desktop, tmp_path: Path) -> None:
    """With its workout, its block and its length; the position goes on and stands while paused."""
    workout = prepared(tmp_path, allowed=True)
    remote = Remote(wired.environ)
    with running(wired, tmp_path, workout, "--start") as program:
        remote.wait_for("Playing", "Curl")
        program.key("Right")
        remote.wait_for("Playing", "Next up: Plank, left")
        program.key("Right")
        remote.wait_for("Playing", "Plank, left")
        told = [remote.ask("metadata", name) for name in ("artist", "album", "mpris:length")]
        assert ["Two moves", "Pair", "120000000"] == told
        wait_until(lambda: float(remote.ask("position")) > 1, "the position going on")
        remote.ask("pause")
        remote.wait_for("Paused", "Plank, left")
        before = remote.ask("position")
        let_others_work(0.3)
        assert before == remote.ask("position")


def test_without_leave_nothing_is_on_the_bus(wired: Desktop, tmp_path: Path) -> None:
    """The setting is off as it comes: no name is taken, and the buttons stay the music's."""
    workout = prepared(tmp_path, allowed=False)
    remote = Remote(wired.environ)
    with running(wired, tmp_path, workout, "--start") as program:
        program.wait_for_title(lambda title: "Curl" in title, "the first set")
        let_others_work(1)
        assert [] == remote.players()
        maps = Path(f"/proc/{program.process.pid}/maps").read_text()
        assert "QtDBus.abi3" not in maps


def test_a_second_window_takes_a_name_of_its_own(wired: Desktop, tmp_path: Path) -> None:
    """Two data folders are two players."""
    remote = Remote(wired.environ)
    folders = (tmp_path / "one", tmp_path / "two")
    for folder in folders:
        folder.mkdir()
        prepared(folder, allowed=True)
    with running(wired, folders[0]), running(wired, folders[1]) as second:
        wait_until(lambda: 2 == len(remote.players()), "two players")
        usual = "org.mpris.MediaPlayer2.matside"
        assert [usual, f"{usual}.instance{second.process.pid}"] == remote.players()
