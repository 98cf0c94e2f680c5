"""The recorded voice is one file of samples with an index beside it."""

import json
from array import array
from pathlib import Path

import pytest

from matside.devices.voice.engine import EngineFailed
from matside.devices.voice.recordings import SAMPLES, VoicePack
from tests.support.sound import read_recording

LOUD = 0x80
"""The byte of the loudest sample."""


def packed(folder: Path, lengths: dict[str, int]) -> VoicePack:
    """Return a pack in `folder` of loud sentences, each with its length in ms."""
    folder.mkdir()
    clips, start = {}, 0
    for text, length in lengths.items():
        clips[text] = [start, length, "digest"]
        start += length
    (folder / "en.pack").write_bytes(bytes([LOUD]) * start)
    (folder / "en.json").write_text(json.dumps({"rate": 1000, "clips": clips}))
    return VoicePack(folder)


def test_a_byte_stands_for_a_sample_of_the_standard() -> None:
    """ITU-T G.711: the two ends, both zeros, and one between."""
    assert [-32124, 32124, 0, 0, 988] == [SAMPLES[byte] for byte in (0x00, 0x80, 0x7F, 0xFF, 0xCE)]


def test_a_sentence_becomes_a_sound_file(tmp_path: Path) -> None:
    """Of its own samples, at the rate of the pack."""
    pack = packed(tmp_path / "pack", {"Rest.": 3, "Left arm.": 2})
    pack.speak("Left arm.", 155, tmp_path / "clip.wav")
    recording = read_recording(tmp_path / "clip.wav")
    assert (array("h", [32124, 32124]), 1000) == (recording.samples, recording.rate)


def test_a_sentence_that_is_not_recorded_is_refused(tmp_path: Path) -> None:
    """As by an engine that fails."""
    pack = packed(tmp_path / "pack", {"Rest.": 3})
    with pytest.raises(EngineFailed):
        pack.speak("Left arm.", 155, tmp_path / "clip.wav")


def test_a_pack_that_is_cut_off_has_no_such_sentence(tmp_path: Path) -> None:
    """Half a word would be worse than none, and an engine can say it."""
    packed(tmp_path / "pack", {"Rest.": 3, "Left arm.": 2})
    (tmp_path / "pack" / "en.pack").write_bytes(bytes(4))
    pack = VoicePack(tmp_path / "pack")
    assert (True, False) == (pack.has_all(["Rest."]), pack.has_all(["Left arm."]))


def test_a_pack_that_is_cut_off_later_has_no_such_sentence(tmp_path: Path) -> None:
    """It may be changed while a window runs."""
    pack = packed(tmp_path / "pack", {"Rest.": 3, "Left arm.": 2})
    (tmp_path / "pack" / "en.pack").write_bytes(bytes(4))
    assert (bytes(3), None) == (pack.encoded("Rest."), pack.encoded("Left arm."))


def test_other_recordings_have_another_identity(tmp_path: Path) -> None:
    """So a clip of older recordings is never taken for one of these."""
    first = packed(tmp_path / "first", {"Rest.": 3})
    second = packed(tmp_path / "second", {"Rest.": 4})
    assert first.identity() != second.identity()


@pytest.mark.parametrize("index", ["", "[]", "{}", '{"rate": 1, "clips": {"Rest.": [1]}}'])
def test_a_damaged_index_is_refused(tmp_path: Path, index: str) -> None:
    """The program then goes on without it."""
    (tmp_path / "en.json").write_text(index)
    (tmp_path / "en.pack").touch()
    with pytest.raises((OSError, ValueError, LookupError, TypeError)):
        VoicePack(tmp_path)


def test_an_index_without_its_samples_is_refused(tmp_path: Path) -> None:
    """Else nothing would be heard, though an engine may be there."""
    packed(tmp_path / "pack", {"Rest.": 3})
    (tmp_path / "pack" / "en.pack").unlink()
    with pytest.raises(OSError, match=r"en\.pack"):
        VoicePack(tmp_path / "pack")
