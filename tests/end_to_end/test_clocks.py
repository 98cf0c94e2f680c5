"""The real program leads through minutes and rounds against the clock, killed twice meanwhile."""

from pathlib import Path

import pytest

from tests.support.desktop import Desktop, Matside, let_others_work, running, sessions_in

SPEED = 2
GUARD = 0.8 / SPEED
"""How long no press counts after another, in seconds, and a little more."""

WORKOUT = """\
title: Clocks
blocks:
  - name: Every minute
    kind: circuit
    every: 20 s
    rounds: 2
    exercises: [{name: Swing, reps: 5}]
  - name: All you can
    kind: circuit
    for: 20 s
    exercises: [{name: Squat, reps: 5}, {name: Row, reps: 5}]
"""

SETTINGS = "welcomed: true\nget_ready: 0\nbetween_blocks: 0\nreduce_motion: true\n"


def wait_for(program: Matside, look: str, name: str) -> None:
    """Wait until the window's title tells of the exercise `name` in the look `look`."""
    program.wait_for_title(lambda title: look in title and name in title, f"{look} {name}")


def press(program: Matside) -> None:
    """Press Space when it counts."""
    let_others_work(GUARD)
    program.key("space")


def take_up(program: Matside) -> None:
    """Take the session up that was killed, and let it go on."""
    press(program)
    program.wait_for_title(lambda title: "Paused" in title, "the session taken up")
    press(program)


@pytest.mark.no_cover
def test_minutes_and_rounds_are_kept_as_the_keys_say(desktop: Desktop, tmp_path: Path) -> None:
    """A set in time is done, one that the clock ends is skipped, whatever kills lie between."""
    data, workout = tmp_path / "data", tmp_path / "clocks.yaml"
    data.mkdir()
    (data / "settings.yaml").write_text(SETTINGS, encoding="utf-8")
    workout.write_text(WORKOUT, encoding="utf-8")
    with running(desktop, data, str(workout), "--speed", str(SPEED)) as program:
        program.key("space")
        wait_for(program, "Work", "Swing")
        press(program)
        wait_for(program, "Rest", "Swing")
        let_others_work(1.5)
        program.kill()
    with running(desktop, data, "--speed", str(SPEED)) as program:
        take_up(program)
        wait_for(program, "Work", "Swing")
        wait_for(program, "Work", "Squat")
        let_others_work(1.5)
        program.kill()
    with running(desktop, data, "--speed", str(SPEED)) as program:
        take_up(program)
        wait_for(program, "Work", "Squat")
        press(program)
        wait_for(program, "Work", "Row")
        program.wait_for_title(lambda title: "short" in title or "Done" in title, "the end")
        program.key("ctrl+q")
        assert 0 == program.close()

    (session,) = sessions_in(data)
    names = ("block", "round", "name", "outcome")
    assert [
        ("Every minute", 1, "Swing", "done"),
        ("Every minute", 2, "Swing", "skipped"),
        ("All you can", 1, "Squat", "done"),
        ("All you can", 1, "Row", "skipped"),
    ] == [tuple(done[name] for name in names) for done in session["sets"]]
    first, second, third, last = (done["seconds"] for done in session["sets"])
    assert first < 20 == second
    assert 18 <= third + last <= 21
    assert "finished" == session["outcome"]
    assert 58 <= session["seconds"] <= 62
