"""The real program leads through every kind of set, is killed twice, and tells what was done."""

from pathlib import Path

from tests.support.desktop import (
    Desktop,
    Matside,
    let_others_work,
    run_matside,
    running,
    sessions_in,
)

SPEED = 20

SETTINGS = """\
welcomed: true
reduce_motion: true
get_ready: 0
switch_sides: 12
between_exercises: 3
between_rounds: 3
between_blocks: 3
weights:
  dumbbell: {medium: 7.5 kg}
"""

WORKOUT = """\
title: Everything
blocks:
  - kind: warmup
    exercises: [{name: March, hold: 20 s}]
  - name: Strength
    kind: superset
    rounds: 2
    exercises:
      - {name: Push-up, reps: [3, 2], rep_hold: 2 s}
      - name: Row
        reps: 8-12
        sides: each
        tempo: 3-1-1
        weight: {load: 16 kg, of: kettlebell}
      - {name: Hang, hold: max, rest: 4 s}
  - name: Minutes
    kind: circuit
    every: 1:00
    rounds: 3
    exercises: [{name: Swing, reps: 15, weight: medium}]
  - name: Rounds
    kind: circuit
    for: 1:30
    exercises:
      - {name: Squat, reps: 5}
      - {name: Plank, hold: 10 s}
"""

DONE, SKIPPED = "done", "skipped"
EXPECTED = [
    ("March", 1, None, None, None, "20 s", DONE),
    ("Push-up", 1, None, 3, None, "3 reps", DONE),
    ("Row", 1, "left", 8, 16.0, "8-12 reps", DONE),
    ("Row", 1, "right", None, 16.0, "8-12 reps", SKIPPED),
    ("Hang", 1, None, None, None, "max hold", DONE),
    ("Push-up", 2, None, 2, None, "2 reps", DONE),
    ("Row", 2, "left", 8, 16.0, "8-12 reps", DONE),
    ("Row", 2, "right", 8, 16.0, "8-12 reps", DONE),
    ("Hang", 2, None, None, None, "max hold", DONE),
    ("Swing", 1, None, 15, 7.5, "15 reps", DONE),
    ("Swing", 2, None, 15, 7.5, "15 reps", DONE),
    ("Swing", 3, None, None, 7.5, "15 reps", SKIPPED),
    ("Squat", 1, None, 5, None, "5 reps", DONE),
    ("Plank", 1, None, None, None, "10 s", DONE),
    ("Squat", 2, None, 5, None, "5 reps", DONE),
    ("Plank", 2, None, None, None, "10 s", DONE),
    ("Squat", 3, None, None, None, "5 reps", SKIPPED),
]
"""Name, round, side, reps, kilograms, what was asked for, and the outcome of each set."""


def press(program: Matside, name: str, key: str = "space", word: str = "Work") -> None:
    """Press `key` as soon as the set, or the rest before it, of `name` is on the screen."""
    program.wait_for_title(lambda title: f"{name} – {word}" in title, f"{name}, {word}")
    let_others_work(1.5 / SPEED)
    program.key(key)
    program.wait_for_title(
        lambda title: f"{name} – {word}" not in title, f"what comes after {name}"
    )


def take_up(program: Matside) -> None:
    """Take the session up that was left, and let it go on."""
    program.key("space")
    program.wait_for_title(lambda title: "Paused" in title, "the session taken up")
    let_others_work(1.5 / SPEED)
    program.key("space")
    program.wait_for_title(lambda title: "–" in title and "Paused" not in title, "the session")


def test_history_says_what_the_keys_said(desktop: Desktop, tmp_path: Path) -> None:
    """Set by set with its reps and kilograms; two kills lose nothing and keep nothing twice."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "settings.yaml").write_text(SETTINGS, encoding="utf-8")
    workout = tmp_path / "everything.yaml"
    workout.write_text(WORKOUT, encoding="utf-8")
    words = (str(workout), "--speed", str(SPEED))

    with running(desktop, data, *words) as program:
        program.key("space")
        press(program, "Push-up")
        press(program, "Row")
        press(program, "Row", "Right")
        press(program, "Hang")
        program.wait_for_title(lambda title: "2 reps Push-up" in title, "the second round")
        program.kill()
    with running(desktop, data, *words) as program:
        take_up(program)
        press(program, "Push-up")
        press(program, "Row")
        press(program, "Row")
        press(program, "Hang")
        press(program, "Swing")
        press(program, "Swing", "Right", "Rest")
        program.wait_for_title(lambda title: "Swing – Work" in title, "the second minute")
        program.kill()
    with running(desktop, data, *words) as program:
        take_up(program)
        press(program, "Swing")
        press(program, "Squat")
        press(program, "Squat")
        program.wait_for_title(lambda title: "Everything – Matside" in title, "the end")
        (session,) = sessions_in(data)
        about, *_ = run_matside(data, "history", "last").stdout.splitlines()
        program.key("ctrl+q")
        assert 0 == program.close()

    names = ("name", "round", "side", "reps", "weight", "planned", "outcome")
    assert EXPECTED == [tuple(done[name] for name in names) for done in session["sets"]]
    assert "finished" == session["outcome"]
    cut = [(done["name"], done["round"]) for done in session["sets"] if done["cut"]]
    assert [("Swing", 3), ("Squat", 3)] == cut
    assert about.endswith("Everything (14 sets done, 1 skipped, 2 cut by the time)")
