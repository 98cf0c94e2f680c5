"""Spoken sentences are kept as trimmed sound files, made once."""

import os
import struct
import wave
from array import array
from pathlib import Path
from shutil import which

import pytest

from matside.devices.voice.clip_store import MOST_CLIPS, ClipStore
from matside.devices.voice.engine import Engine, EngineFailed, espeak
from tests.devices.voice.test_engine import program
from tests.support.disks import small_disk
from tests.support.sound import read_recording

REAL = espeak(str(which("espeak-ng")))


def written(path: Path, samples: list[int], *, rate: int = 1_000, width: int = 2) -> Path:
    """Write `samples` to the WAV file `path`."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(width)
        file.setframerate(rate)
        file.writeframes(array("h", samples).tobytes())
    return path


def copies(source: Path, folder: Path, *, counts: Path | None = None) -> Engine:
    """Return an engine in `folder` that copies `source`, and adds a line to `counts` each time."""
    count = "" if counts is None else f"echo x >> {counts}; "
    return espeak(program(folder, f'{count}for last; do :; done; cp {source} "$last"'))


def store(folder: Path, source: Path, *, counts: Path | None = None) -> ClipStore:
    """Return a shelf whose engine copies `source`, and adds a line to `counts` each time."""
    return ClipStore(folder / "clips", copies(source, folder, counts=counts))


def test_a_sentence_of_espeak_is_trimmed_to_what_is_heard(tmp_path: Path) -> None:
    """The engine's own pause at the end is away, and the length is that of the file."""
    clip = ClipStore(tmp_path, REAL).clip("Left arm.", 155)
    recording = read_recording(clip.path)
    assert 500 < clip.length < 1_000
    assert clip.length == int(recording.ms)
    assert abs(recording.samples[-1]) > 60


def test_a_clip_is_cut_to_its_first_and_last_loud_frame(tmp_path: Path) -> None:
    """Silence around it is nothing that is said."""
    source = written(tmp_path / "source.wav", [0] * 40 + [900] * 300 + [10] * 200)
    clip = store(tmp_path, source).clip("Left arm.", 155)
    assert 300 == clip.length
    assert array("h", [900] * 300) == read_recording(clip.path).samples


def test_what_was_made_once_is_not_made_again(tmp_path: Path) -> None:
    """Also by another shelf on the same folder, as after the next start."""
    source, counts = written(tmp_path / "source.wav", [900] * 300), tmp_path / "counts"
    first = store(tmp_path, source, counts=counts).clip("Left arm.", 155)
    assert first == store(tmp_path, source, counts=counts).clip("Left arm.", 155)
    assert "x\n" == counts.read_text()


@pytest.mark.parametrize("ending", [".wav", ".raw.wav", ".new.wav"])
def test_a_pipe_among_the_clips_is_not_waited_for(ending: str, tmp_path: Path) -> None:
    """Whatever it stands in for, the sentence is made in its place."""
    source = written(tmp_path / "source.wav", [900] * 300)
    made = store(tmp_path, source).clip("Left arm.", 155)
    made.path.unlink()
    os.mkfifo(made.path.with_suffix(ending))
    assert made == store(tmp_path, source).clip("Left arm.", 155)
    assert [made.path] == list(made.path.parent.iterdir())
    assert made.path.is_file()


def test_another_text_rate_or_version_is_another_clip(tmp_path: Path) -> None:
    """A clip is named by all that it is made from."""
    source = written(tmp_path / "source.wav", [900] * 300)
    ours = store(tmp_path, source)
    clips = {ours.clip(text, rate).path for text in ("Left.", "Right.") for rate in (155, 160)}
    assert 4 == len(clips)
    newer = ClipStore(tmp_path / "clips", espeak(program(tmp_path, f'cp {source} "$9" ')))
    assert newer.clip("Left.", 155).path not in clips


@pytest.mark.parametrize("left", [b"", b"RIFF", b"no sound at all"])
def test_a_clip_that_was_spoilt_is_made_anew(tmp_path: Path, left: bytes) -> None:
    """A full disk or a power cut may leave half a file behind."""
    source = written(tmp_path / "source.wav", [900] * 300)
    ours = store(tmp_path, source)
    clip = ours.clip("Left arm.", 155)
    clip.path.write_bytes(left)
    assert clip == ours.clip("Left arm.", 155)
    assert 300 == read_recording(clip.path).ms


@pytest.mark.parametrize(("place", "value"), [(16, 17), (16, 0), (22, 0), (24, 0)])
def test_a_clip_with_a_spoilt_header_is_made_anew(tmp_path: Path, place: int, value: int) -> None:
    """One byte is enough: a size, a number of channels, a rate that cannot be."""
    source = written(tmp_path / "source.wav", [900] * 300)
    ours = store(tmp_path, source)
    clip = ours.clip("Left arm.", 155)
    whole = clip.path.read_bytes()
    clip.path.write_bytes(whole[:place] + struct.pack("<H", value) + whole[place + 2 :])
    assert clip == ours.clip("Left arm.", 155)
    assert whole == clip.path.read_bytes()


def test_a_clip_that_was_cut_short_is_made_anew(tmp_path: Path) -> None:
    """Its header promises more than there is."""
    source = written(tmp_path / "source.wav", [900] * 300)
    ours = store(tmp_path, source)
    clip = ours.clip("Left arm.", 155)
    clip.path.write_bytes(clip.path.read_bytes()[:100])
    assert clip == ours.clip("Left arm.", 155)
    assert 644 == clip.path.stat().st_size


def test_a_clip_is_said_though_nothing_can_be_written(tmp_path: Path) -> None:
    """A disk that can only be read keeps the voice that it has."""
    source = written(tmp_path / "source.wav", [900] * 300)
    with small_disk(tmp_path / "disk") as disk:
        engine = copies(source, tmp_path)
        clip = ClipStore(disk.path / "clips", engine, spare=0).clip("Left arm.", 155)
        disk.make_read_only()
        ours = ClipStore(disk.path / "clips", engine, spare=0)
        assert clip == ours.clip("Left arm.", 155)
        with pytest.raises(EngineFailed):
            ours.clip("Right arm.", 155)


def test_the_last_of_a_disk_is_left_to_the_sets(tmp_path: Path) -> None:
    """A clip can be made again, and a set that finds no room is lost."""
    source = written(tmp_path / "source.wav", [900] * 300)
    with small_disk(tmp_path / "disk") as disk:
        with pytest.raises(OSError, match="for the sets"):
            ClipStore(disk.path / "clips", copies(source, tmp_path)).clip("Left arm.", 155)
        assert [] == list((disk.path / "clips").iterdir())


def test_a_full_disk_is_left_as_it_was(tmp_path: Path) -> None:
    """Here is room for what the engine writes, and for a part of the clip made of it."""
    source = written(tmp_path / "source.wav", [900] * 10_000)
    with small_disk(tmp_path / "disk") as disk:
        ours = ClipStore(disk.path / "clips", copies(source, tmp_path), spare=0)
        spare = disk.path / "spare"
        spare.write_bytes(bytes(28 * 1024))
        disk.fill()
        spare.unlink()
        with pytest.raises(OSError, match="No space left"):
            ours.clip("Left arm.", 155)
        assert [] == list((disk.path / "clips").iterdir())


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"garbage", "no sound file"),
        (b"", "no sound file"),
        (b"RIFF" + bytes(20 * 2**20), "more was written"),
    ],
)
def test_garbage_is_no_clip(tmp_path: Path, content: bytes, reason: str) -> None:
    """And it is not left on the disk."""
    source = tmp_path / "source.wav"
    source.write_bytes(content)
    with pytest.raises(EngineFailed, match=reason):
        store(tmp_path, source).clip("Left arm.", 155)
    assert [] == list((tmp_path / "clips").iterdir())


@pytest.mark.parametrize(("place", "spoilt"), [(16, b"\x11\0"), (26, b"\xff\xff")])
def test_a_header_that_makes_no_sense_is_no_clip(
    tmp_path: Path, place: int, spoilt: bytes
) -> None:
    """Whether that is found in reading, or as the clip is written at a rate beyond all."""
    source = written(tmp_path / "source.wav", [900] * 300)
    whole = source.read_bytes()
    source.write_bytes(whole[:place] + spoilt + whole[place + 2 :])
    with pytest.raises(EngineFailed, match="no sound file"):
        store(tmp_path, source).clip("Left arm.", 155)


@pytest.mark.parametrize(("samples", "width"), [([0] * 300, 2), ([900] * 300, 1)])
def test_silence_and_odd_samples_are_no_clip(
    tmp_path: Path, samples: list[int], width: int
) -> None:
    """A text of signs alone has nothing to be heard."""
    source = written(tmp_path / "source.wav", samples, width=width)
    with pytest.raises(EngineFailed):
        store(tmp_path, source).clip("...", 155)


def test_an_engine_is_ended_whose_clip_is_wanted_no_more(tmp_path: Path) -> None:
    """Long before it would count as one that hangs."""
    ours = ClipStore(tmp_path / "clips", espeak(program(tmp_path, "exec sleep 600")))
    with pytest.raises(EngineFailed, match="wanted no more"):
        ours.clip("Left arm.", 155, lambda: False)


def test_a_clip_that_is_gone_in_the_meantime_is_forgotten(tmp_path: Path) -> None:
    """Somebody else may empty the folder."""
    ours = store(tmp_path, written(tmp_path / "source.wav", [900] * 300))
    clip = ours.clip("Left arm.", 155)
    (tmp_path / "clips" / "gone.wav").symlink_to(tmp_path / "nowhere")
    ours.prune()
    assert clip.path.exists()


def test_the_clips_wanted_last_are_kept(tmp_path: Path) -> None:
    """The folder does not grow for ever; a clip that is wanted again is as good as new."""
    source = written(tmp_path / "source.wav", [900] * 300)
    ours = store(tmp_path, source)
    clip = ours.clip("Left arm.", 155)
    os.utime(clip.path, (0, 0))
    ours.clip("Left arm.", 155)
    for number in range(1, MOST_CLIPS + 1):
        path = tmp_path / "clips" / f"{number}.wav"
        path.touch()
        os.utime(path, (number, number))
    ours.prune()
    left = list((tmp_path / "clips").iterdir())
    assert MOST_CLIPS == len(left)
    assert clip.path in left
    assert tmp_path / "clips" / "1.wav" not in left
