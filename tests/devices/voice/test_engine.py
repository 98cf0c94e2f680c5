"""An engine gets its text on standard input only, cleaned, and has a limit of time."""

import os
import stat
import sys
import wave
from dataclasses import replace
from importlib.machinery import ModuleSpec
from pathlib import Path, PureWindowsPath
from shutil import which

import pytest

from matside.devices.voice.engine import (
    SAPI,
    SAY,
    Engine,
    EngineFailed,
    cleaned,
    espeak,
    find_engine,
    packaged_espeak,
)
from matside.devices.voice.shaping import LOUDNESS, loudness
from tests.support.sound import read_recording


def program(folder: Path, text: str) -> str:
    """Return the path of a program, always of one age, that does what a shell makes of `text`."""
    path = folder / "engine"
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    os.utime(path, (0, 0))
    return str(path)


def test_text_that_looks_like_an_option_is_only_said(tmp_path: Path) -> None:
    """A name like -wfile writes no file."""
    out = tmp_path / "out.wav"
    espeak("espeak-ng").speak(f"-w{tmp_path}/stolen.wav", 155, out)
    espeak("espeak-ng").speak("--phonout=stolen", 155, out)
    assert [out] == list(tmp_path.iterdir())


def test_text_comes_on_standard_input_and_in_no_argument(tmp_path: Path) -> None:
    """Whatever the engine is, its arguments are ours alone."""
    engine = espeak(program(tmp_path, f'echo "$@" > {tmp_path}/words; cat > {tmp_path}/text'))
    engine.speak("Chest fly", 155, tmp_path / "out.wav")
    assert "Chest fly" == (tmp_path / "text").read_text()
    words = (tmp_path / "words").read_text()
    assert "155" in words
    assert "Chest" not in words


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Chest fly", "Chest fly"),
        ("Line\nbreak\x1b[2J\x00end", "Line break [2J end"),
        ("[[fl'aI]] and [[[more", "[fl'aI]] and [more"),
        ("left\u202eright", "left right"),
        ("lone \ud800 surrogate", "lone   surrogate"),
        ("x" * 5_000, "x" * 400),
    ],
)
def test_text_is_cleaned(text: str, said: str) -> None:
    """No control character and no beginning of phonemes reaches an engine."""
    assert said == cleaned(text)


@pytest.mark.parametrize("deed", ["exit 1", "kill -9 $$"])
def test_an_engine_that_dies_has_failed(tmp_path: Path, deed: str) -> None:
    """Whatever it leaves behind is not trusted."""
    with pytest.raises(EngineFailed):
        espeak(program(tmp_path, deed)).speak("Chest fly", 155, tmp_path / "out.wav")


def test_an_engine_that_hangs_is_ended(tmp_path: Path) -> None:
    """It has 0.2 s here, and five in the program; then its process is gone."""
    engine = espeak(program(tmp_path, f"echo $$ > {tmp_path}/number; exec sleep 600"))
    with pytest.raises(EngineFailed, match="hangs"):
        engine.speak("Chest fly", 155, tmp_path / "out.wav", limit=0.2)
    assert not Path("/proc", (tmp_path / "number").read_text().strip()).exists()


def test_an_engine_whose_sentence_is_wanted_no_more_is_ended(tmp_path: Path) -> None:
    """Nobody waits for what will not be said."""
    engine = espeak(program(tmp_path, "exec sleep 600"))
    with pytest.raises(EngineFailed, match="wanted no more"):
        engine.speak("Chest fly", 155, tmp_path / "out.wav", is_wanted=lambda: False)


def test_an_engine_may_take_its_time(tmp_path: Path) -> None:
    """A slow one is done in the end, and has had its text once."""
    engine = espeak(program(tmp_path, f"cat > {tmp_path}/text; sleep 0.3"))
    engine.speak("Chest fly", 155, tmp_path / "out.wav")
    assert "Chest fly" == (tmp_path / "text").read_text()


def test_an_engine_that_is_not_there_has_failed(tmp_path: Path) -> None:
    """A system may lose it between two sentences."""
    with pytest.raises(EngineFailed, match="No such file"):
        espeak(str(tmp_path / "gone")).speak("Chest fly", 155, tmp_path / "out.wav")


def test_an_engine_tells_its_version(tmp_path: Path) -> None:
    """Another version speaks differently, so its clips are others."""
    old = espeak(program(tmp_path, "echo 1.51")).identity()
    assert old == espeak(program(tmp_path, "echo 1.51")).identity()
    assert old != espeak(program(tmp_path, "echo 1.52 now")).identity()
    assert SAY.identity() != SAPI.identity()


def nothing(_: str) -> None:
    """Find nothing."""


def shaped(engine: Engine) -> Engine:
    """Return `engine` as what it says is shaped."""
    return replace(engine, is_shaped=True)


def test_linux_has_espeak_of_the_system_else_that_of_the_package() -> None:
    """Without either there is none."""
    spec = ModuleSpec("espeakng_loader", None, origin="/packages/espeakng_loader/__init__.py")

    def installed(name: str) -> str:
        return f"/usr/bin/{name}"

    assert shaped(espeak("/usr/bin/espeak-ng")) == find_engine("linux", installed, lambda _: spec)
    packaged = shaped(packaged_espeak(Path(str(spec.origin))))
    assert packaged == find_engine("linux", nothing, lambda _: spec)
    assert find_engine("linux", nothing, nothing) is None


@pytest.mark.parametrize(("platform", "engine"), [("darwin", SAY), ("win32", SAPI)])
def test_other_systems_have_a_voice_of_their_own(platform: str, engine: Engine) -> None:
    """Nothing is to be installed there, and no program of its name in any folder is run."""
    assert engine is find_engine(platform, nothing, nothing)
    assert PureWindowsPath(engine.command[0]).root


@pytest.mark.parametrize(("rate", "told"), [(180, "0"), (155, "-1"), (540, "10"), (100, "-5")])
def test_windows_hears_its_own_scale(tmp_path: Path, rate: int, told: str) -> None:
    """Text and file reach it in no word of the command."""
    script = f'printf %s "$MATSIDE_RATE" > "$MATSIDE_CLIP"; cat > {tmp_path}/text'
    engine = Engine((program(tmp_path, script),), environ=SAPI.environ, rate_of=SAPI.rate_of)
    engine.speak("Chest fly", rate, tmp_path / "out.wav")
    assert told == (tmp_path / "out.wav").read_text()
    assert "Chest fly" == (tmp_path / "text").read_text()


def test_macos_writes_what_it_is_told(tmp_path: Path) -> None:
    """The file and the rate stand where its manual page wants them."""
    script = f'echo "$@" > {tmp_path}/words'
    engine = Engine((program(tmp_path, script), *SAY.command[1:]))
    engine.speak("Chest fly", 155, tmp_path / "out.wav")
    words = (tmp_path / "words").read_text()
    assert words.startswith("-f - -r 155 ")
    assert words.rstrip().endswith(f"-o {tmp_path / 'out.wav'}")


def test_the_package_runs_in_a_process_of_its_own() -> None:
    """Its library is under another licence, and is loaded by nobody else."""
    assert (sys.executable, "-P", "-m") == packaged_espeak(Path("loader.py")).command[:3]


def test_what_is_said_is_shaped_in_a_process_of_its_own(tmp_path: Path) -> None:
    """espeak-ng is then as loud as the recorded voice."""
    spoken = tmp_path / "clip.wav"
    shaped(espeak(str(which("espeak-ng")))).speak("Left arm.", 155, spoken)
    recording = read_recording(spoken)
    sound = [sample / 32768 for sample in recording.samples]
    assert LOUDNESS == pytest.approx(loudness(sound, recording.rate), abs=0.3)
    assert [spoken] == list(tmp_path.iterdir())


def test_what_cannot_be_shaped_is_said_as_it_is(tmp_path: Path) -> None:
    """A word that is less clear is better than none."""
    script = 'for last; do :; done; echo no sound > "$last"'
    spoken = tmp_path / "folder" / "clip.wav"
    spoken.parent.mkdir()
    shaped(espeak(program(tmp_path, script))).speak("Left arm.", 155, spoken)
    assert ("no sound\n", [spoken]) == (spoken.read_text(), list(spoken.parent.iterdir()))


def test_what_takes_too_long_to_shape_is_said_as_it_is(tmp_path: Path) -> None:
    """The next sentence waits for it."""
    long = tmp_path / "long.wav"
    with wave.open(str(long), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(22_050)
        file.writeframes(bytes([200, 10]) * 22_050 * 30)
    spoken = tmp_path / "folder" / "clip.wav"
    spoken.parent.mkdir()
    engine = shaped(espeak(program(tmp_path, f'for last; do :; done; cp {long} "$last"')))
    engine.speak("Left arm.", 155, spoken, limit=0.6)
    assert long.read_bytes() == spoken.read_bytes()
    assert [spoken] == list(spoken.parent.iterdir())
