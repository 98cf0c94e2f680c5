"""What was really done is said by real keys in the real window, and outlives a kill."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.support.desktop import (
    Desktop,
    Matside,
    let_others_work,
    running,
    sessions_in,
    wait_until,
)

GUARD = 0.8
"""The seconds after which the next press counts."""

SETTINGS = """\
welcomed: true
get_ready: 0
between_exercises: 60
weights: {dumbbell: {light: 4 kg}}
"""

WORKOUT = """\
title: Counted
blocks:
  - kind: superset
    exercises:
      - {name: Curl, reps: 8, weight: {level: light}}
      - {name: Fly, reps: max}
"""


def done(data: Path) -> list[tuple[object, ...]]:
    """Return the reps and grams of the sets, straight from the database, none until it is made."""
    history = f"{(data / 'history.sqlite3').as_uri()}?mode=ro"
    sets = "SELECT reps, grams FROM set_done ORDER BY number"
    try:
        with closing(sqlite3.connect(history, uri=True)) as connection:
            return connection.execute(sets).fetchall()
    except sqlite3.OperationalError:
        return []


def press(program: Matside) -> None:
    """Press Space, late enough to count."""
    let_others_work(GUARD)
    program.key("space")


def test_set_is_corrected_killed_taken_up_and_corrected_at_the_end(
    desktop: Desktop, tmp_path: Path
) -> None:
    """Six reps with 5 kg instead of eight with 4 kg; then as many as one could, which were 11."""
    (tmp_path / "settings.yaml").write_text(SETTINGS)
    workout = tmp_path / "counted.yaml"
    workout.write_text(WORKOUT)
    with running(desktop, tmp_path, str(workout)) as program:
        program.key("space")
        program.wait_for_title(lambda title: "Curl – Work" in title, "the first set")
        press(program)
        program.wait_for_title(lambda title: "Fly – Rest" in title, "the rest")
        for key in ("comma", "comma", "comma", "period", "w", "w", "shift+w"):
            program.key(key)  # one by one: in the same millisecond they would be one held key
        wait_until(lambda: done(tmp_path) == [(6, 5000)], "the corrected set")
        program.kill()
    assert [(6, 5000)] == done(tmp_path)

    with running(desktop, tmp_path) as program:
        program.key("space")
        program.wait_for_title(lambda title: "Paused" in title, "the session taken up")
        program.key("period")
        wait_until(lambda: done(tmp_path) == [(7, 5000)], "the set corrected again")
        press(program)
        press(program)
        program.wait_for_title(lambda title: "Fly – Work" in title, "the second set")
        press(program)
        wait_until(lambda: len(done(tmp_path)) == 2, "the second set done")
        for _ in range(2):
            program.key("period")
        wait_until(lambda: done(tmp_path)[-1:] == [(11, None)], "its reps")
        program.kill()
    (session,) = sessions_in(tmp_path)
    kept = [
        (each["name"], each["reps"], each["planned"], each["weight"]) for each in session["sets"]
    ]
    assert [("Curl", 7, "8 reps", 5.0), ("Fly", 11, "max reps", None)] == kept
    assert "finished" == session["outcome"]
