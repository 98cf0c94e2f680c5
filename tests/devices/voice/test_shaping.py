"""Speech is made easier to understand beside a fan, and equally loud."""

import subprocess
import sys
import wave
from array import array
from math import pi, sin
from pathlib import Path

import pytest

from matside.devices.voice.shaping import LOUDNESS, PEAK, levelled, loudness, shape_file, shaped
from tests.devices.voice.test_clip_store import written

RATE = 22_050


def tone(frequency: float, level: float, seconds: float = 0.5) -> list[float]:
    """Return a sine of `frequency` Hz whose peak is `level`."""
    step = 2 * pi * frequency / RATE
    return [level * sin(step * place) for place in range(int(seconds * RATE))]


def effective(sound: list[float] | tuple[float, ...]) -> float:
    """Return the effective value of `sound`."""
    return (sum(sample * sample for sample in sound) / len(sound)) ** 0.5


def test_the_loudness_of_a_tone_is_that_of_the_standard() -> None:
    """ITU-R BS.1770: a sine of 997 Hz at full scale is -3.01 LUFS."""
    assert -3.01 == pytest.approx(loudness(tone(997, 1), RATE), abs=0.1)


@pytest.mark.parametrize("level", [0.01, 0.1, 0.9])
def test_all_become_equally_loud(level: float) -> None:
    """However loud the engine spoke."""
    assert LOUDNESS == pytest.approx(loudness(shaped(tone(500, level), RATE), RATE), abs=0.3)


def test_no_peak_is_cut_off() -> None:
    """What would be too loud is held down."""
    sound = tone(500, 0.02) + tone(500, 0.9, 0.01) + tone(500, 0.02)
    assert max(map(abs, shaped(sound, RATE))) <= PEAK + 1e-9


def test_consonants_are_raised_over_vowels() -> None:
    """3 kHz gains at least 6 dB over 500 Hz, which were equal."""
    sound = list(shaped(tone(500, 0.2) + [0.0] * RATE + tone(3000, 0.2), RATE))
    vowel, consonant = sound[2000:9000], sound[-9000:-2000]
    assert effective(consonant) > 1.3 * effective(vowel)


def test_what_is_quiet_is_raised_towards_what_is_loud() -> None:
    """20 dB between two words become less than 12."""
    sound = list(shaped(tone(500, 0.5) + tone(500, 0.05), RATE))
    assert effective(sound[2000:9000]) < 4 * effective(sound[13000:20000])


def test_silence_is_refused() -> None:
    """There is nothing to level."""
    with pytest.raises(ValueError, match="nothing is heard"):
        shaped([0.0] * 1000, RATE)


def test_a_file_is_shaped_by_a_program_of_its_own(tmp_path: Path) -> None:
    """As long as before, at the loudness of all."""
    raw = tmp_path / "raw.wav"
    written(raw, [round(3000 * sample) for sample in tone(700, 1)], rate=RATE)
    command = (sys.executable, "-m", "matside.devices.voice.shaping", raw, tmp_path / "out.wav")
    subprocess.run(command, check=True)
    with wave.open(str(tmp_path / "out.wav")) as file:
        samples = array("h", file.readframes(file.getnframes()))
    assert RATE // 2 == len(samples)
    found = loudness([sample / 32768 for sample in samples], RATE)
    assert LOUDNESS == pytest.approx(found, abs=0.3)


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    """8 bits are none of an engine's that Matside knows."""
    with wave.open(str(tmp_path / "raw.wav"), "wb") as file:
        file.setparams((1, 1, RATE, 0, "NONE", ""))
        file.writeframes(bytes(100))
    with pytest.raises(ValueError, match="16 bits"):
        shape_file(tmp_path / "raw.wav", tmp_path / "out.wav")


def test_a_sound_without_consonants_is_only_levelled() -> None:
    """Below 8,000 samples a second there is nothing to make bright."""
    sound = tone(300, 0.1)
    assert levelled(sound, 4_000) == shaped(sound, 4_000)
    assert levelled(sound, RATE) != shaped(sound, RATE)
