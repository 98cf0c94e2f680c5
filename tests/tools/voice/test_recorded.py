"""The recorded voice has every sentence that the bundled content can say, made as it should be."""

from collections.abc import Iterable
from itertools import product
from pathlib import Path

import pytest

from matside.core.ports.devices import Chime
from matside.core.settings import Settings
from matside.core.speech.sentences import sentences
from matside.core.workout.plan import compile_plan
from matside.devices.voice.engine import cleaned
from matside.devices.voice.recordings import SAMPLES, VoicePack
from matside.devices.voice.shaping import LOUDNESS, loudness
from matside.files.resources import resources
from matside.ui.words.voice_words import spoken
from tests.support.file_samples import workout_of
from tests.support.sound import read_recording
from tools.voice.recipe import FOLDER, digest, phonemes
from tools.voice.sentences import bundled_sentences

LEVELS = [sample / 32768 for sample in SAMPLES]

LARGEST = 10_000_000
"""What the recorded voice may add to an installation, in bytes."""


def loudness_of(pack: VoicePack, text: str) -> float:
    """Return how loud the clip of `text` is, in LUFS."""
    encoded = pack.encoded(text)
    assert encoded is not None
    return loudness([*map(LEVELS.__getitem__, encoded)], pack.rate)


HELD = ("dumbbell", "kettlebell", "barbell", "plate", "band", "ball")
HEAVINESS = ("level: light", "level: medium", "level: heavy", "load: 7.5 kg")
WEIGHTS = tuple(
    f"weight: {{{heaviness}, count: {count}, of: {thing}}}"
    for thing, heaviness, count in product(HELD, HEAVINESS, (1, 2))
)
RANGES = ("5-8", "6-8", "6-10", "8-10", "8-12", "10-12", "10-15", "12-15", "15-20")


def texts_of(folder: Path, block: str, lines: Iterable[str]) -> set[str]:
    """Return what is said of a workout of one block, which has the line `block`.

    In it an exercise of the catalogue is done with each of `lines`.
    """
    path = folder / "workout.yaml"
    exercises = "".join(f"      - {{exercise: chest-fly, {line}}}\n" for line in lines)
    path.write_text(
        f"title: One\nblocks:\n  - kind: circuit\n    {block}\n    exercises:\n{exercises}",
        encoding="utf-8",
    )
    return set(map(spoken, sentences(compile_plan(workout_of(path), Settings()))))


@pytest.fixture(scope="module")
def pack() -> VoicePack:
    """The recorded voice that comes along."""
    return VoicePack(FOLDER)


def test_exactly_the_bundled_sentences_are_recorded(pack: VoicePack) -> None:
    """A cue that is changed asks for `make voice`; what nobody can say any more takes no room."""
    bundled = set(bundled_sentences())
    recorded = set(pack.recordings)
    assert (set(), set()) == (bundled - recorded, recorded - bundled)


def test_whatever_is_held_is_recorded(pack: VoicePack, tmp_path: Path) -> None:
    """A workout with any weight of any thing is said by the recorded voice."""
    weights = ("weight: heavy", "weight: 25 lb", *WEIGHTS)
    texts = texts_of(tmp_path, "rounds: 2", weights)
    assert {"One heavy kettlebell.", "Two plates."} < texts
    assert set() == texts - pack.recordings.keys()


@pytest.mark.parametrize("sides", ["none", "each", "alternating"])
def test_usual_doses_are_recorded(pack: VoicePack, tmp_path: Path, sides: str) -> None:
    """A workout with usual ranges of reps, or to failure, is said by the recorded voice."""
    doses = ("reps: max", "hold: max", *(f"reps: {one}" for one in RANGES))
    texts = texts_of(tmp_path, "rounds: 2", (f"{dose}, sides: {sides}" for dose in doses))
    assert {"As many as you can.", "As long as you can."} < texts
    assert set() == texts - pack.recordings.keys()


@pytest.mark.parametrize(
    ("clock", "words"),
    [("every: 1:00", "Every minute."), ("for: 12 min", "As many rounds as you can.")],
)
def test_a_block_with_a_clock_is_recorded(
    pack: VoicePack, tmp_path: Path, clock: str, words: str
) -> None:
    """A workout by the minute, or of as many rounds as possible, is said by the recorded voice."""
    texts = texts_of(tmp_path, clock, ["reps: 10", "hold: 30 s"])
    assert words in texts
    assert set() == texts - pack.recordings.keys()


def test_an_odd_range_is_not_recorded(pack: VoicePack, tmp_path: Path) -> None:
    """A workout with a range of reps that hardly anybody writes is left to an engine."""
    texts = texts_of(tmp_path, "rounds: 2", ["reps: 17-19"])
    assert {"17 to 19 reps."} == texts - pack.recordings.keys()


def test_every_clip_is_of_its_phonemes(pack: VoicePack) -> None:
    """Phonemes, model or shape that were changed ask for `make voice`."""
    table = phonemes()
    stale = [
        text
        for text, recording in pack.recordings.items()
        if digest(text, table[text]) != recording.digest
    ]
    assert [] == stale


def test_sentences_are_looked_up_as_an_engine_gets_them(pack: VoicePack) -> None:
    """No recorded text is another one after it was cleaned."""
    assert [] == [text for text in pack.recordings if cleaned(text).rstrip("\n") != text]


def test_it_is_small() -> None:
    """Index and samples stay within their bytes."""
    size = sum(path.stat().st_size for path in FOLDER.glob("en.*"))
    assert size <= LARGEST


@pytest.mark.no_cover
def test_every_clip_is_equally_loud(pack: VoicePack) -> None:
    """Nobody turns the volume from sentence to sentence."""
    for text in pack.recordings:
        assert LOUDNESS == pytest.approx(loudness_of(pack, text), abs=0.3), text


def test_voice_and_chimes_are_balanced() -> None:
    """At the volumes that Matside comes with a word is no fainter than a tick, and go is loudest.

    So who hears the ticks beside a fan hears the words too.
    """
    tick, go = (
        loudness([sample / 32768 for sample in sound.samples], sound.rate)
        for sound in (
            read_recording(resources() / "sounds" / f"{name.value}.wav")
            for name in (Chime.TICK, Chime.GO)
        )
    )
    assert Settings().volume == Settings().voice_volume
    assert tick < LOUDNESS < go
    assert go - tick < 6
