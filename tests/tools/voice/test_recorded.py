"""The recorded voice has every sentence that the bundled content can say, made as it should be."""

import pytest

from matside.core.ports.devices import Chime
from matside.core.settings import Settings
from matside.devices.voice.engine import cleaned
from matside.devices.voice.recordings import SAMPLES, VoicePack
from matside.devices.voice.shaping import LOUDNESS, loudness
from matside.files.resources import resources
from tests.support.sound import read_recording
from tools.voice.recipe import FOLDER, digest, phonemes
from tools.voice.sentences import bundled_sentences

LARGEST = 8_000_000
"""What the recorded voice may add to an installation, in bytes."""


def loudness_of(pack: VoicePack, text: str) -> float:
    """Return how loud the clip of `text` is, in LUFS."""
    encoded = pack.encoded(text)
    assert encoded is not None
    return loudness([SAMPLES[byte] / 32768 for byte in encoded], pack.rate)


@pytest.fixture(scope="module")
def pack() -> VoicePack:
    """The recorded voice that comes along."""
    return VoicePack(FOLDER)


def test_every_bundled_sentence_is_recorded(pack: VoicePack) -> None:
    """A cue that is changed asks for `make voice`."""
    assert [] == [text for text in bundled_sentences() if text not in pack.recordings]


def test_nothing_else_is_recorded(pack: VoicePack) -> None:
    """A sentence that nobody can say any more takes no room."""
    assert set(bundled_sentences()) == set(pack.recordings)


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
