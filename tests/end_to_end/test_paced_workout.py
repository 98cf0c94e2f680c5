"""The real program, in a real window, leads through the runner's workout by one key."""

from pathlib import Path

from tests.support.desktop import Desktop, running, sessions_in, wait_until


def test_one_key_takes_the_whole_workout_to_the_finish_page(
    desktop: Desktop, tmp_path: Path
) -> None:
    """At rep pace Space starts, and all 33 sets are done without another key."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "settings.yaml").write_text("welcomed: true\nrep_pace: true\n", encoding="utf-8")
    with running(desktop, data, "--speed", "100") as program:
        program.key("space")
        wait_until(lambda: "Done" in program.title(), "the end of the workout", patience=120)
        (session,) = sessions_in(data)
        program.key("ctrl+q")
        assert 0 == program.close()

    assert "finished" == session["outcome"]
    assert ["done"] * 33 == [done["outcome"] for done in session["sets"]]
    lengths = {(done["exercise"], done["reps"], done["seconds"]) for done in session["sets"]}
    assert {
        ("thread-the-needle", None, 30),
        ("dynamic-childs-pose", None, 30),
        ("half-kneeling-rainbow", None, 30),
        ("half-kneeling-chop", 8, 24),
        ("bear-plank-lateral-walk", 8, 32),
        ("reciprocal-row", 8, 32),
        ("chest-fly", 8, 32),
        ("bent-over-wide-row", 8, 24),
        ("hammer-curl", 8, 24),
        ("standing-shoulder-stretch", None, 30),
        ("childs-pose", None, 30),
    } == lengths
    assert 24 * 60 + 34 == session["seconds"]


def test_keys_of_rep_pace_work_in_a_running_set(desktop: Desktop, tmp_path: Path) -> None:
    """T begins the set again by the clock, comma makes its reps faster, and both are kept."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "settings.yaml").write_text("welcomed: true\nget_ready: 0\n", encoding="utf-8")
    workout = tmp_path / "curls.yaml"
    workout.write_text(
        "title: Curls\nblocks: [{kind: circuit, exercises: [{name: Curl, reps: 20}]}]\n",
        encoding="utf-8",
    )
    with running(desktop, data, str(workout), "--speed", "2") as program:
        program.key("space")
        program.wait_for_title(lambda title: title.startswith("20 reps Curl"), "the set")
        program.key("t")
        program.wait_for_title(lambda title: "Get ready" in title, "the lead-in")
        program.wait_for_title(lambda title: "Work" in title, "the go")
        program.key("comma")
        wait_until(lambda: "Curl at 3 s: 2500" in (data / "settings.yaml").read_text(), "the pace")
        program.key("period")
        wait_until(
            lambda: "paces: {}" in (data / "settings.yaml").read_text(), "the pace as written"
        )
        assert "rep_pace: true" in (data / "settings.yaml").read_text()
        program.key("t")
        program.wait_for_title(lambda title: title.startswith("20 reps Curl"), "the counted set")
