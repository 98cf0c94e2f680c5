"""Sound files are played by their paths on a real sound server."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from matside.devices.sound.clips import Clips
from matside.devices.sound.supervisor import COMMAND, SoundSupervisor
from tests.support.processes import PROGRAMS
from tests.support.sound import SoundServer, sound_processes

pytestmark = pytest.mark.real_time

PLAYER = PROGRAMS / "chimes_player.py"
SOUNDS = Path(__file__).parents[3] / "resources" / "sounds"
GO, WORKOUT_DONE = SOUNDS / "go.wav", SOUNDS / "workout-done.wav"
TICK, WAKE = SOUNDS / "tick.wav", SOUNDS / "wake.wav"

PATIENCE = 30_000


@pytest.fixture
def clips(qtbot: QtBot, sound_server: SoundServer) -> Iterator[Clips]:
    """Give clips that can be heard."""
    made = clips_on(sound_server, time.monotonic_ns)
    qtbot.waitUntil(lambda: made.fault is None, timeout=PATIENCE)
    with qtbot.waitSignal(made.checked, timeout=PATIENCE):
        pass
    yield made
    made.close()


def clips_on(server: SoundServer, instant: Callable[[], int]) -> Clips:
    """Return clips that are played on `server`."""
    command = ("env", *(f"{name}={value}" for name, value in server.address.items()), *COMMAND)
    return Clips(instant, SoundSupervisor(command=command, server_is_there=lambda: True))


def test_the_end_of_a_clip_is_told(qtbot: QtBot, clips: Clips) -> None:
    """Each clip has a number, by which its end is known; any WAV file will do."""
    for path in (GO, WORKOUT_DONE):
        with qtbot.waitSignal(clips.finished, timeout=PATIENCE) as finished:
            clip = clips.play(path)
        assert [clip] == finished.args


def test_a_clip_can_be_broken_off(qtbot: QtBot, sound_server: SoundServer, clips: Clips) -> None:
    """What is stopped is heard for a moment only, and its end is told like any other."""
    clips.load(WORKOUT_DONE)
    with sound_server.listening() as listener:
        listener.hear(1)
        clip = clips.play(WORKOUT_DONE)
        assert clip is not None
        qtbot.waitUntil(lambda: bool(listener.hear(0.05).bursts(gap=50)), timeout=PATIENCE)
        with qtbot.waitSignal(clips.finished, timeout=PATIENCE) as finished:
            clips.stop(clip)
        heard = listener.hear(1)

    assert [clip] == finished.args
    assert heard.bursts(gap=50) == [] or heard.bursts(gap=50)[-1][1] < 500


def test_a_clip_that_starts_anew_ends_first(qtbot: QtBot, clips: Clips) -> None:
    """Of one file played twice the first clip ends when the second begins."""
    clips.load(GO)
    ended: list[int] = []
    clips.finished.connect(ended.append)

    asked = [clips.play(GO), clips.play(GO)]

    qtbot.waitUntil(lambda: len(ended) == 2, timeout=PATIENCE)
    assert asked == ended


@pytest.mark.parametrize("louder", range(4))
def test_a_clip_that_ends_under_another_mutes_nothing(
    qtbot: QtBot, sound_server: SoundServer, clips: Clips, louder: int
) -> None:
    """The next one is heard, at any volume; it took luck, so it is tried more than once."""
    for path in (TICK, GO, WAKE):
        clips.load(path, volume=0.7 + louder / 20)
    with sound_server.listening() as listener:
        listener.hear(0.5)
        clips.play(WAKE)
        listener.hear(0.5)
        clips.play(TICK)
        with qtbot.waitSignal(clips.finished, timeout=PATIENCE):
            first = listener.hear(0.5)
        clips.play(GO)
        second = listener.hear(1)

    assert [1, 1] == [len(heard.bursts(gap=100)) for heard in (first, second)]


def test_a_file_that_cannot_be_played_ends_at_once(qtbot: QtBot, clips: Clips) -> None:
    """Whoever waits for the end of a clip does not wait for ever."""
    with qtbot.waitSignal(clips.finished, timeout=PATIENCE) as finished:
        clip = clips.play(PLAYER)
    assert [clip] == finished.args


def test_files_have_a_volume_each(qtbot: QtBot, sound_server: SoundServer, clips: Clips) -> None:
    """What is loaded softer is heard softer, and others are not."""
    quiet = SOUNDS / "stop.wav"
    clips.load(GO)
    clips.load(quiet, volume=0.3)

    def play_both() -> None:
        for path in (quiet, GO):
            with qtbot.waitSignal(clips.finished, timeout=PATIENCE):
                clips.play(path)

    # Behind files that are still being loaded a clip may come too late to be heard.
    play_both()
    with sound_server.listening() as listener:
        listener.hear(2)
        play_both()
        heard = listener.hear(2)
    bursts = heard.bursts(gap=50)
    began, ended = bursts[0][0], bursts[-1][1]
    soft, loud = heard.between(began, began + 350).peak, heard.between(ended - 350, ended).peak
    assert soft < loud - 12


def test_what_is_asked_for_late_is_not_heard(qtbot: QtBot, sound_server: SoundServer) -> None:
    """A clip that reaches the sound process after 100 ms ends at once, in silence."""
    late = clips_on(sound_server, lambda: time.monotonic_ns() - 150_000_000)
    with qtbot.waitSignal(late.checked, timeout=PATIENCE):
        pass
    with sound_server.listening() as listener:
        listener.hear(1)
        with qtbot.waitSignal(late.finished, timeout=PATIENCE):
            late.play(GO)
        heard = listener.hear(1)
    late.close()

    assert [] == heard.bursts(gap=50)


@pytest.mark.usefixtures("qapp")
def test_what_is_asked_for_before_there_is_sound_is_not_played() -> None:
    """It has no number, and nothing is made up for."""
    clips = Clips(time.monotonic_ns, SoundSupervisor(command=("cat",)))
    assert clips.play(GO) is None
    clips.close()
    assert clips.fault is None


def test_clips_end_with_the_process_that_plays_them(
    qtbot: QtBot, sound_server: SoundServer, clips: Clips
) -> None:
    """When it is killed the end of what it played is told; then a new one plays."""
    del sound_server
    clip = clips.play(WORKOUT_DONE)
    (process,) = sound_processes(os.getpid())
    with qtbot.waitSignals([clips.finished, clips.checked], timeout=PATIENCE):
        os.kill(process, signal.SIGKILL)
    with qtbot.waitSignal(clips.finished, timeout=PATIENCE) as finished:
        after = clips.play(GO)

    assert clip != after
    assert [after] == finished.args
