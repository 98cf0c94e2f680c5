"""The real program says on the stage that nothing is heard any more."""

from pathlib import Path

from tests.support.desktop import Desktop, running, wait_until
from tests.support.sound import SoundServer

WORKOUT = "title: One set\nblocks: [{kind: circuit, exercises: [{name: Curl, reps: 8}]}]\n"


def test_a_sound_server_that_dies_in_a_workout_is_told(
    desktop: Desktop, sounding: SoundServer, tmp_path: Path
) -> None:
    """Whoever trains by ear has to know; the log keeps what the window warned of."""
    (tmp_path / "settings.yaml").write_text("welcomed: true\nget_ready: 5\n")
    workout = tmp_path / "one.yaml"
    workout.write_text(WORKOUT)
    with (
        sounding.listening() as listener,
        running(desktop, tmp_path, str(workout), "--start"),
    ):
        wait_until(lambda: listener.hear(0.2).bursts(gap=50), "a chime")
        sounding.die()
        log = tmp_path / "log.txt"
        wait_until(
            lambda: log.exists() and "Nothing can be heard any more" in log.read_text(),
            "the warning",
        )
