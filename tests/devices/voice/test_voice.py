"""The voice makes its sentences ahead of time, and waits for nobody."""

import logging
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from matside.core.ports.devices import Instead, Speaks, VoiceFault, VoiceState
from matside.devices.voice.engine import Engine, espeak
from matside.devices.voice.voice import ClipVoice, SilentVoice
from tests.devices.voice.test_clip_store import copies, written
from tests.devices.voice.test_engine import program
from tests.devices.voice.test_recordings import packed

PATIENTLY = 60_000
TEXTS = ("Rest.", "Next: chest fly.", "Left arm.")


class FakeClips:
    """Remembers what was played and stopped."""

    def __init__(self) -> None:
        self.played: list[tuple[Path, float]] = []
        self.stopped: list[int] = []

    def play(self, path: Path, *, volume: float) -> int:
        """Return the number of the clip."""
        self.played.append((path, volume))
        return len(self.played)

    def stop(self, clip: int) -> None:
        """Remember `clip`."""
        self.stopped.append(clip)


class Studio:
    """A voice whose engine copies a clip of 300 ms, and notes each text."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.texts, self.folder = folder / "texts", folder / "clips"
        source = written(folder / "source.wav", [900] * 300)
        copy = f'(cat; echo) >> {self.texts}; for last; do :; done; cp {source} "$last"'
        self.engine: Engine | None = espeak(program(folder, copy))
        self.clips = FakeClips()
        self.voice = ClipVoice(self.folder, self.clips, 155, lambda: self.engine)

    def prepare(self, *texts: str) -> None:
        """Have `texts` ready."""
        with self.qtbot.waitSignal(self.voice.checked, timeout=PATIENTLY):
            self.voice.prepare(texts)


@pytest.fixture
def studio(qtbot: QtBot, tmp_path: Path) -> Iterator[Studio]:
    """Give a voice with an engine that works."""
    made = Studio(qtbot, tmp_path)
    yield made
    made.voice.close()


def test_sentences_are_made_in_the_order_they_are_wanted(studio: Studio) -> None:
    """The first is ready first, and all of them in the end."""
    studio.prepare(*TEXTS)
    assert list(TEXTS) == studio.texts.read_text().splitlines()
    assert [300, 300, 300] == [studio.voice.length(text) for text in TEXTS]
    assert studio.voice.state.fault is None


def test_a_sentence_that_is_not_made_has_no_length_and_is_not_said(studio: Studio) -> None:
    """Nobody waits for it."""
    studio.voice.say("Rest.")
    assert studio.voice.length("Rest.") is None
    assert [] == studio.clips.played


def test_a_sentence_is_played_at_the_volume_of_the_voice(studio: Studio) -> None:
    """It is apart from that of the chimes."""
    studio.prepare(*TEXTS)
    studio.voice.set_volume(40)
    studio.voice.say("Rest.")
    [(path, volume)] = studio.clips.played
    assert (0.4, True) == (volume, path.exists())


def test_the_next_sentence_takes_the_place_of_the_one_before(studio: Studio) -> None:
    """There is one voice."""
    studio.prepare(*TEXTS)
    studio.voice.say("Rest.")
    studio.voice.say("Left arm.")
    assert (2, [1]) == (len(studio.clips.played), studio.clips.stopped)


def test_hushed_it_stops_once(studio: Studio) -> None:
    """What is silent already is left alone."""
    studio.prepare(*TEXTS)
    studio.voice.say("Rest.")
    studio.voice.hush()
    studio.voice.hush()
    assert [1] == studio.clips.stopped


def test_another_rate_makes_other_clips(studio: Studio) -> None:
    """The old ones are said no more."""
    studio.prepare(*TEXTS)
    with studio.qtbot.waitSignal(studio.voice.checked, timeout=PATIENTLY):
        studio.voice.set_rate(200)
        assert studio.voice.length("Rest.") is None
    assert 300 == studio.voice.length("Rest.")
    assert 2 * len(TEXTS) == len(studio.texts.read_text().splitlines())


def test_a_clip_of_the_rate_before_is_not_taken(studio: Studio, tmp_path: Path) -> None:
    """It was made already when another rate was chosen, and nobody had looked yet."""
    fifo, source = tmp_path / "fifo", tmp_path / "source.wav"
    os.mkfifo(fifo)
    tell = f'test "$7" = 155 && grep -q Two && echo > {fifo}'
    studio.engine = espeak(program(tmp_path, f'{tell}; for last; do :; done; cp {source} "$last"'))
    studio.voice.prepare(("Two.",))
    studio.voice.say_soon("One.")
    fifo.read_text()  # now the second is being made, so the first has been told of
    studio.voice.set_rate(200)
    QCoreApplication.processEvents()
    assert studio.voice.length("One.") is None
    assert [] == studio.clips.played


def test_the_same_rate_changes_nothing(studio: Studio) -> None:
    """Another setting may have been touched."""
    studio.prepare(*TEXTS)
    studio.voice.set_rate(155)
    assert 300 == studio.voice.length("Rest.")


def test_only_what_was_wanted_last_is_made(studio: Studio) -> None:
    """Who looks through the workouts has nothing made for those left behind."""
    studio.voice.prepare(("One.",))
    studio.prepare("Two.")
    assert ["Two."] == studio.texts.read_text().splitlines()


def test_a_sample_is_said_as_soon_as_it_is_made(studio: Studio) -> None:
    """And at once where it has been made."""
    with studio.qtbot.waitSignal(studio.voice.checked, timeout=PATIENTLY):
        studio.voice.say_soon("Hello.")
    studio.voice.say_soon("Hello.")
    assert 2 == len(studio.clips.played)


def test_clips_that_are_gone_are_made_anew(studio: Studio) -> None:
    """Who empties the cache in mid-session hears nothing for a moment, and then all again."""
    studio.prepare(*TEXTS)
    shutil.rmtree(studio.folder)
    with studio.qtbot.waitSignal(studio.voice.checked, timeout=PATIENTLY):
        assert studio.voice.length("Rest.") is None
    studio.voice.say("Left arm.")
    [(path, _)] = studio.clips.played
    assert (300, True) == (studio.voice.length("Rest."), path.exists())
    assert [*TEXTS, *TEXTS] == studio.texts.read_text().splitlines()


def test_a_clip_that_is_gone_is_not_said(studio: Studio) -> None:
    """It is no matter of luck whether its length was asked for before."""
    studio.prepare(*TEXTS)
    shutil.rmtree(studio.folder)
    with studio.qtbot.waitSignal(studio.voice.checked, timeout=PATIENTLY):
        studio.voice.say("Rest.")
    assert [] == studio.clips.played


def test_a_sample_that_is_gone_is_said_when_it_is_made_again(studio: Studio) -> None:
    """It waits for its clip as for the first one."""
    with studio.qtbot.waitSignal(studio.voice.checked, timeout=PATIENTLY):
        studio.voice.say_soon("Hello.")
    shutil.rmtree(studio.folder)
    with studio.qtbot.waitSignal(studio.voice.checked, timeout=PATIENTLY):
        studio.voice.say_soon("Hello.")
    assert 2 == len(studio.clips.played)
    assert studio.clips.played[-1][0].exists()


def test_clips_that_are_wanted_again_are_kept_longest(studio: Studio) -> None:
    """Wanted once more they count as wanted now, though they have long been made."""
    studio.prepare("Rest.")
    (clip,) = studio.folder.iterdir()
    os.utime(clip, (0, 0))
    studio.prepare("Rest.", "Left arm.")
    assert clip.stat().st_mtime > 0


def test_a_sample_that_was_hushed_is_not_said(studio: Studio) -> None:
    """Something else had to be said."""
    with studio.qtbot.waitSignal(studio.voice.checked, timeout=PATIENTLY):
        studio.voice.say_soon("Hello.")
        studio.voice.hush()
    assert [] == studio.clips.played


def test_without_an_engine_it_says_so(studio: Studio) -> None:
    """The window can then tell what to install."""
    studio.engine = None
    studio.prepare(*TEXTS)
    assert VoiceFault.NO_ENGINE is studio.voice.state.fault


def test_an_engine_that_is_installed_later_is_found(studio: Studio) -> None:
    """It is looked for again with the next workout, and needs no other start."""
    engine, studio.engine = studio.engine, None
    studio.prepare("Rest.")
    studio.engine = engine
    studio.prepare("Left arm.")
    assert (None, 300) == (studio.voice.state.fault, studio.voice.length("Left arm."))


def test_an_engine_that_fails_again_and_again_is_left_alone(
    studio: Studio, tmp_path: Path
) -> None:
    """After three sentences in a row no more are tried."""
    studio.engine = espeak(program(tmp_path, f"echo x >> {tmp_path}/tries; exit 1"))
    studio.prepare("One.", "Two.", "Three.", "Four.", "Five.")
    assert VoiceFault.FAILS is studio.voice.state.fault
    assert 3 == len((tmp_path / "tries").read_text().splitlines())


def test_failures_with_a_success_between_are_not_in_a_row(studio: Studio, tmp_path: Path) -> None:
    """Four names that nobody can say cost none of the others."""
    copy = f'grep -q bad && exit 1; for last; do :; done; cp {tmp_path}/source.wav "$last"'
    studio.engine = espeak(program(tmp_path, copy))
    studio.prepare("A bad one.", "Two bad ones.", "Rest.", "Three bad ones.", "bad", "Left arm.")
    assert (None, 300) == (studio.voice.state.fault, studio.voice.length("Left arm."))


def test_one_sentence_that_fails_costs_no_other(studio: Studio, tmp_path: Path) -> None:
    """A name that nobody can say is left out."""
    copy = f'grep -q bad && exit 1; for last; do :; done; cp {tmp_path}/source.wav "$last"'
    studio.engine = espeak(program(tmp_path, copy))
    for texts in (("A bad one.", "Rest."), ("Left arm.", "A bad one.")):
        studio.prepare(*texts)
        assert studio.voice.state.fault is None
    assert [None, 300, 300] == [
        studio.voice.length(text) for text in ("A bad one.", "Rest.", "Left arm.")
    ]


def test_an_engine_that_fails_like_nothing_before_costs_no_later_workout(
    studio: Studio, tmp_path: Path
) -> None:
    """Whatever goes wrong is a fault, and the next sentences are tried all the same."""

    def find() -> Engine | None:
        if studio.engine is None:
            raise ValueError("a package without a specification")
        return studio.engine

    engine, studio.engine = studio.engine, None
    studio.voice = ClipVoice(tmp_path / "clips", studio.clips, 155, find)
    studio.prepare("Rest.")
    assert VoiceFault.FAILS is studio.voice.state.fault
    studio.engine = engine
    studio.prepare("Left arm.")
    assert (None, 300) == (studio.voice.state.fault, studio.voice.length("Left arm."))


def test_a_folder_that_cannot_be_written_is_a_fault(studio: Studio, tmp_path: Path) -> None:
    """The workout goes on without a voice."""
    (tmp_path / "clips").write_text("a file in its place")
    studio.prepare("Rest.")
    assert VoiceFault.FAILS is studio.voice.state.fault


def test_a_silent_voice_does_nothing() -> None:
    """It has no length for anything, so nothing is planned for it."""
    voice = SilentVoice()
    voice.prepare(TEXTS)
    voice.set_rate(155)
    voice.set_volume(80)
    voice.say("Rest.")
    voice.say_soon("Rest.")
    voice.hush()
    assert voice.length("Rest.") is None


def test_an_engine_that_hangs_is_ended_with_the_voice(studio: Studio, tmp_path: Path) -> None:
    """No process outlives the window."""
    number = tmp_path / "number"
    studio.engine = espeak(program(tmp_path, f"echo $$ > {number}; exec sleep 600"))
    studio.voice.prepare(("Rest.",))
    studio.qtbot.waitUntil(
        lambda: number.exists() and number.stat().st_size > 0, timeout=PATIENTLY
    )
    studio.voice.close()
    assert not Path("/proc", number.read_text().strip()).exists()


def test_an_engine_that_hangs_is_left_for_what_is_wanted_now(
    studio: Studio, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Another workout need not wait for the sentences of the one before."""
    caplog.set_level(logging.INFO)
    number = tmp_path / "number"
    hangs = f"grep -q bad && echo $$ > {number} && exec sleep 600"
    copy = f'for last; do :; done; cp {tmp_path}/source.wav "$last"'
    studio.engine = espeak(program(tmp_path, f"{hangs}; {copy}"))
    studio.voice.prepare(("A bad one.", "Rest."))
    studio.qtbot.waitUntil(number.exists, timeout=PATIENTLY)
    studio.prepare("Left arm.")
    assert "it is wanted no more" in caplog.text
    assert (None, 300) == (studio.voice.state.fault, studio.voice.length("Left arm."))
    assert studio.voice.length("Rest.") is None


class Recorded:
    """A voice with a pack of two sentences beside an engine that copies a clip of 300 ms."""

    def __init__(self, qtbot: QtBot, folder: Path, *, rate: int | None = None) -> None:
        self.qtbot = qtbot
        self.engine: Engine | None = copies(written(folder / "source.wav", [900] * 300), folder)
        pack = packed(folder / "pack", {"Rest.": 500, "Left arm.": 400})
        self.clips = FakeClips()
        find = lambda: self.engine  # noqa: E731 - what the voice looks for is changed by tests
        self.voice = ClipVoice(folder / "clips", self.clips, rate, find, pack=pack)

    def lengths(self, *texts: str, in_session: bool = False) -> list[int | None]:
        """Have `texts` ready, and return how long each lasts."""
        with self.qtbot.waitSignal(self.voice.checked, timeout=PATIENTLY):
            self.voice.prepare(texts, in_session=in_session)
        return [self.voice.length(text) for text in texts]


@pytest.fixture
def recorded(qtbot: QtBot, tmp_path: Path) -> Iterator[Recorded]:
    """Give a voice of which two sentences are recorded."""
    made = Recorded(qtbot, tmp_path)
    yield made
    made.voice.close()


def test_what_is_recorded_needs_no_engine(recorded: Recorded) -> None:
    """A bundled workout speaks on a machine where nothing is installed."""
    recorded.engine = None
    assert [500, 400] == recorded.lengths("Rest.", "Left arm.")
    assert VoiceState(Speaks.RECORDED) == recorded.voice.state


def test_one_sentence_that_is_not_recorded_gives_all_to_the_engine(recorded: Recorded) -> None:
    """Two voices in one session disturb."""
    assert [300, 300] == recorded.lengths("Rest.", "Next: my own move.")
    assert VoiceState(Speaks.ENGINE, instead=Instead.OTHER_WORDS) == recorded.voice.state


def test_without_an_engine_what_is_recorded_is_said(recorded: Recorded) -> None:
    """And the window can tell what is missing."""
    recorded.engine = None
    assert [500, None] == recorded.lengths("Rest.", "Next: my own move.")
    assert VoiceState(Speaks.RECORDED, VoiceFault.PARTLY) == recorded.voice.state


@pytest.mark.parametrize(
    ("first", "then", "lengths"),
    [
        (("Rest.",), ("Rest.", "Mine."), [500, None]),
        (("Mine.",), ("Rest.", "Left arm."), [300, 300]),
    ],
)
def test_whoever_speaks_goes_on_to_the_end_of_the_session(
    recorded: Recorded, first: tuple[str, ...], then: tuple[str, ...], lengths: list[int | None]
) -> None:
    """A plan that is changed under way changes no voice."""
    recorded.lengths(*first)
    assert lengths == recorded.lengths(*then, in_session=True)


def test_a_rate_is_the_engines(recorded: Recorded) -> None:
    """The recorded voice has one pace; who chooses another hears the engine, in a session too."""
    recorded.lengths("Rest.", in_session=True)
    with recorded.qtbot.waitSignal(recorded.voice.checked, timeout=PATIENTLY):
        recorded.voice.set_rate(200)
    assert 300 == recorded.voice.length("Rest.")
    assert VoiceState(Speaks.ENGINE, instead=Instead.OTHER_SPEED) == recorded.voice.state


def test_back_to_as_recorded_the_recorded_voice_is_heard(recorded: Recorded) -> None:
    """No clip of the engine is left among its sentences."""
    recorded.voice.set_rate(200)
    assert [300] == recorded.lengths("Rest.")
    with recorded.qtbot.waitSignal(recorded.voice.checked, timeout=PATIENTLY):
        recorded.voice.set_rate(None)
    assert 500 == recorded.voice.length("Rest.")


def test_at_a_rate_without_an_engine_the_recorded_voice_stands_in(recorded: Recorded) -> None:
    """Something said is better than nothing."""
    recorded.engine = None
    recorded.voice.set_rate(200)
    assert [500] == recorded.lengths("Rest.")


def test_without_recordings_the_engine_says_why_it_speaks(studio: Studio) -> None:
    """A package may have left them out."""
    studio.prepare("Rest.")
    assert VoiceState(Speaks.ENGINE, instead=Instead.NO_RECORDING) == studio.voice.state


@pytest.mark.parametrize("texts", [("Rest.", "Mine."), ("Rest.", "A.", "B.", "C.", "D.")])
def test_where_the_engine_fails_the_recorded_voice_stands_in(
    recorded: Recorded, tmp_path: Path, texts: tuple[str, ...]
) -> None:
    """A broken engine costs nothing that comes along, be it few words or many."""
    recorded.engine = espeak(program(tmp_path, "exit 1"))
    assert 500 == recorded.lengths(*texts)[0]
    assert VoiceState(Speaks.RECORDED, VoiceFault.FAILS) == recorded.voice.state


def test_who_has_stood_in_goes_on_to_the_end_of_the_session(
    recorded: Recorded, tmp_path: Path
) -> None:
    """An engine that comes back is heard in the next one."""
    source = tmp_path / "source.wav"
    well = f'test -e {tmp_path}/well || exit 1; for last; do :; done; cp {source} "$last"'
    recorded.engine = espeak(program(tmp_path, well))
    recorded.lengths("Rest.", "Mine.")
    (tmp_path / "well").touch()
    assert [500, None] == recorded.lengths("Rest.", "Mine.", in_session=True)
