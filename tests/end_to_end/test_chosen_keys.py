"""The real program obeys the keys that were chosen, and media keys that come as keys."""

from pathlib import Path

from tests.support.desktop import Desktop, let_others_work, running, sessions_in, wait_until

GUARD = 0.8
"""The seconds after which the next press counts."""

BACK_TO_KEYS = 9
"""How many stops before the first of the settings "Change keys" is: the way back, help, data."""

SETTINGS = """\
welcomed: true
get_ready: 0
between_exercises: 60
between_rounds: 60
resume: 0
keys: {press: [B, Volume Up, Media Play/Pause], skip: [F7]}
"""

WORKOUT = """\
title: Counted
blocks: [{kind: circuit, rounds: 3, exercises: [{name: Curl, reps: 8}, {name: Fly, reps: 8}]}]
"""


def prepared(data: Path) -> str:
    """Write settings and a workout into `data`; return the path of the workout."""
    (data / "settings.yaml").write_text(SETTINGS)
    workout = data / "counted.yaml"
    workout.write_text(WORKOUT)
    return str(workout)


def test_a_workout_goes_by_keys_that_were_chosen(desktop: Desktop, tmp_path: Path) -> None:
    """A letter, a volume button and a play button press; the space bar does not any more."""
    with running(desktop, tmp_path, prepared(tmp_path)) as program:
        program.key("space")
        let_others_work(GUARD)
        assert "Matside" == program.title()
        program.key("b")
        program.wait_for_title(lambda title: "Curl – Work" in title, "the first set")
        let_others_work(GUARD)
        program.key("XF86AudioRaiseVolume")
        program.wait_for_title(lambda title: "Fly – Rest" in title, "the rest")
        program.key("XF86AudioNext")
        program.wait_for_title(lambda title: "Fly – Work" in title, "the second set")
        let_others_work(GUARD)
        program.key("XF86AudioPlay")
        program.wait_for_title(lambda title: "Curl – Rest" in title, "the next rest")
        program.key("XF86AudioPrev")
        program.wait_for_title(lambda title: "Fly – Work" in title, "the second set again")
        program.key("F7")
        program.wait_for_title(lambda title: "Curl – Rest" in title, "the set skipped")
        program.kill()
    (session,) = sessions_in(tmp_path)
    assert ["done", "skipped"] == [done["outcome"] for done in session["sets"]]


def test_a_key_is_chosen_in_the_window_and_kept(desktop: Desktop, tmp_path: Path) -> None:
    """With the keyboard alone, from the settings on; the next start knows it."""
    (tmp_path / "settings.yaml").write_text("welcomed: true\n")
    with running(desktop, tmp_path, "--speed", "4") as program:
        program.key("ctrl+comma", *["shift+Tab"] * BACK_TO_KEYS, "Return")
        program.key("Return")
        program.key("F8")
        kept = tmp_path / "settings.yaml"
        wait_until(lambda: "- F8\n  - Space" in kept.read_text(), "the key in the file")
        program.key("Escape")
        program.key("Escape")
        program.key("ctrl+q")
        assert 0 == program.close()
    with running(desktop, tmp_path, "--speed", "4") as program:
        program.key("F8")
        program.wait_for_title(lambda title: "Get ready" in title, "get ready")
