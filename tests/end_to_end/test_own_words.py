"""The real program says why not all of a workout with words of one's own is said."""

from pathlib import Path
from shutil import which

from tests.support.desktop import Desktop, running, wait_until

WORKOUT = "title: Mine\nblocks: [{kind: circuit, exercises: [{name: My own move, reps: 8}]}]\n"


def test_without_an_engine_it_is_told_that_own_words_are_not_said(
    desktop: Desktop, tmp_path: Path
) -> None:
    """The bundled words are said all the same; the log keeps what the window warned of."""
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "xdotool").symlink_to(str(which("xdotool")))
    path, desktop.environ["PATH"] = desktop.environ["PATH"], str(programs)
    (tmp_path / "settings.yaml").write_text("welcomed: true\n")
    workout = tmp_path / "mine.yaml"
    workout.write_text(WORKOUT)
    log = tmp_path / "log.txt"
    try:
        with running(desktop, tmp_path, str(workout)):
            wait_until(
                lambda: log.exists() and "Only bundled words are said" in log.read_text(),
                "the word",
            )
    finally:
        desktop.environ["PATH"] = path
    assert list((tmp_path / "cache" / "voice").glob("*.wav"))
