"""The script that renders the chimes, and the files it has left in the repository."""

import subprocess
import sys
from itertools import groupby, pairwise
from pathlib import Path

import pytest

from matside.core.ports.devices import Chime
from matside.core.sound.chime_timing import WAKES_FOR
from tests.support.sound import Recording, read_recording

ROOT = Path(__file__).parents[3]
SOUNDS = ROOT / "resources" / "sounds"

LOW, MIDDLE, HIGH = 659, 988, 1319

AUDIBLE = [chime for chime in Chime if chime is not Chime.WAKE]

TONES = {
    Chime.TICK: [(LOW, 0, 120)],
    Chime.GO: [(HIGH, 0, 400)],
    Chime.STOP: [(HIGH, 0, 150), (LOW, 150, 400)],
    Chime.REP_PULSE: [(LOW, 0, 40)],
    Chime.REP_STILL: [(MIDDLE, 0, 60)],
    Chime.REP_MOVE: [(HIGH, 0, 60)],
    Chime.HALF_WAY: [(MIDDLE, 0, 80), (MIDDLE, 160, 240)],
    Chime.SWITCH_SIDES: [(MIDDLE, 0, 90), (HIGH, 90, 180), (MIDDLE, 180, 270)],
    Chime.SET_DONE: [(HIGH, 0, 150), (LOW, 150, 400), (HIGH, 500, 650), (LOW, 650, 900)],
    Chime.WORKOUT_DONE: [(LOW, 0, 180), (MIDDLE, 180, 360), (HIGH, 360, 960)],
    Chime.ELSEWHERE: [(LOW, 0, 150), (LOW, 250, 400)],
}
"""The tones of each chime: frequency in Hz, start and end in ms."""

LEVELS = {
    Chime.TICK: 0,
    Chime.HALF_WAY: -6,
    **dict.fromkeys((Chime.REP_PULSE, Chime.REP_STILL, Chime.REP_MOVE), -12),
    Chime.ELSEWHERE: 0,
}
"""The levels in dB above -12 dBFS of those that are not at +3."""


def recording_of(chime: Chime) -> Recording:
    """Return the bundled sound of `chime`."""
    return read_recording(SOUNDS / f"{chime.value}.wav")


@pytest.mark.no_cover
def test_the_committed_sounds_are_those_of_the_script(tmp_path: Path) -> None:
    """Rendering anew gives every committed file to the byte, and no other."""
    subprocess.run(
        [sys.executable, ROOT / "tools" / "assets" / "make_sounds.py", tmp_path], check=True
    )

    committed = {path.name: path.read_bytes() for path in SOUNDS.glob("*.wav")}
    assert committed == {path.name: path.read_bytes() for path in tmp_path.iterdir()}


def test_every_chime_has_its_file() -> None:
    """The stems of the files are the values of the chimes."""
    assert {chime.value for chime in Chime} == {path.stem for path in SOUNDS.glob("*.wav")}


@pytest.mark.parametrize("chime", AUDIBLE)
def test_a_chime_has_its_tones(chime: Chime) -> None:
    """Each stretch of a chime has its frequency, and the last ends the file."""
    recording = recording_of(chime)

    assert TONES[chime][-1][2] == recording.ms
    for frequency, start, end in TONES[chime]:
        assert frequency == pytest.approx(recording.between(start, end).frequency(), abs=10)


@pytest.mark.parametrize("chime", AUDIBLE)
def test_a_chime_has_its_level(chime: Chime) -> None:
    """Every tone of a chime peaks at the level of the chime."""
    recording = recording_of(chime)

    for _, start, end in TONES[chime]:
        level = -12 + LEVELS.get(chime, 3)
        assert level == pytest.approx(recording.between(start, end).peak, abs=0.1)


@pytest.mark.parametrize("chime", AUDIBLE)
def test_a_chime_does_not_click(chime: Chime) -> None:
    """Every tone rises from silence and falls back to it: its first and last ms are faint."""
    recording = recording_of(chime)

    for _, start, end in TONES[chime]:
        edges = (recording.between(start, start + 1), recording.between(end - 1, end))
        for edge in edges:
            assert max(map(abs, edge.samples)) < 0.05 * max(map(abs, recording.samples))


@pytest.mark.parametrize("chime", AUDIBLE)
def test_silence_between_two_tones_is_silence(chime: Chime) -> None:
    """Where no tone is asked for the samples are 0."""
    recording = recording_of(chime)

    tones = TONES[chime]
    for (_, _, end), (_, start, _) in pairwise(tones):
        assert not any(recording.between(end, start).samples)


def test_set_done_is_the_stop_sound_twice() -> None:
    """The set done sound begins and ends with the samples of the stop sound."""
    stop = recording_of(Chime.STOP).samples
    done = recording_of(Chime.SET_DONE).samples

    assert stop == done[: len(stop)]
    assert stop == done[-len(stop) :]


def test_a_tick_does_not_sound_like_go() -> None:
    """Go is an octave above the tick, and more than three times as long."""
    tick, go = recording_of(Chime.TICK), recording_of(Chime.GO)

    assert 2 == pytest.approx(go.frequency() / tick.frequency(), abs=0.05)
    assert go.ms > 3 * tick.ms


def test_the_sound_that_wakes_a_speaker_is_felt_by_nobody() -> None:
    """It lies 40 dB below the tick and below 30 Hz, and lasts as long as the core counts on."""
    wake = recording_of(Chime.WAKE)
    crossings = sum(one < 0 <= other for one, other in pairwise(wake.samples))

    assert -52 == pytest.approx(wake.peak, abs=0.2)
    assert 20 == pytest.approx(1000 * crossings / wake.ms, abs=1)
    assert WAKES_FOR == wake.ms


def test_the_sound_that_wakes_a_speaker_is_no_silence() -> None:
    """A speaker that sleeps through nothing but zeros finds none for longer than 3 ms."""
    wake = recording_of(Chime.WAKE).between(30, WAKES_FOR - 30)
    quiet = max(len(list(run)) for still, run in groupby(wake.samples, lambda s: s == 0) if still)

    assert quiet < 3 * wake.rate / 1000
