"""A key that is held is one press, whatever the X server makes of it."""

from pathlib import Path

from tests.support.desktop import Desktop, let_others_work, running, sessions_in

HELD = 3.0
"""For how long the key is held, in seconds: four times what the guard alone would let through."""

SETTINGS = """\
welcomed: true
get_ready: 0
between_rounds: 0
"""

WORKOUT = """\
title: Counted
blocks: [{kind: circuit, rounds: 20, exercises: [{name: Curl, reps: 8}]}]
"""


def test_a_held_space_marks_one_set_done(desktop: Desktop, tmp_path: Path) -> None:
    """The first press counts, and none of the repeats that follow while the key is held."""
    (tmp_path / "settings.yaml").write_text(SETTINGS)
    workout = tmp_path / "counted.yaml"
    workout.write_text(WORKOUT)
    with running(desktop, tmp_path, str(workout), "--start") as program:
        program.wait_for_title(lambda title: "Work" in title, "the first set")
        desktop.xdotool("keydown", "space")
        let_others_work(HELD)
        desktop.xdotool("keyup", "space")
        program.kill()
    (session,) = sessions_in(tmp_path)
    assert 1 == len(session["sets"])
