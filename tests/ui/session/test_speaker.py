"""The speaker says what is due, and is silent when it is not wanted."""

import pytest
from pytestqt.qtbot import QtBot

from matside.core.history.recorder import Recorder
from matside.core.ports.devices import Chime
from matside.core.session.values import Command
from matside.core.settings import Settings
from matside.core.workout.model import Exercise, Hold, Reps
from matside.core.workout.plan import Plan
from matside.ui.session.player import Player
from matside.ui.session.program import Program
from matside.ui.session.speaker import Speaker
from matside.ui.words.voice_words import sample
from tests.support.core_samples import block, plan_of, workout_of
from tests.support.fakes import FakeHistory, FakeTicks, FakeVoice, fake_wall

FLY = Exercise("Chest Fly", Reps(8), position="On your back")
PLAN = plan_of(FLY, Exercise("Plank", Hold(40)), settings=Settings(between_exercises=30))


class Room:
    """A session with a speaker, and the means to move its time."""

    def __init__(self, qtbot: QtBot, voice: FakeVoice, *, speed: float = 1, allowed: bool = True):
        self.qtbot = qtbot
        self.voice = voice
        self.ticks = FakeTicks(speed)
        self.speaker = Speaker(voice, speed, allowed=allowed)
        self.player = Player(self.ticks.clock, fake_wall, Recorder(FakeHistory()), (self.speaker,))
        self.speaker.wanted.connect(self.player.beat)
        self.speaker.prepare(PLAN)
        self.player.load(Program("fly", workout_of(block(FLY)), PLAN))

    def start(self) -> "Room":
        """Start the session."""
        self.player.command(Command.START)
        return self

    def go_on(self, ms: int) -> "Room":
        """Let `ms` go by, and the player notice."""
        self.ticks.go_on(ms)
        self.player.beat()
        return self


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    """Return a session that has not started."""
    return Room(qtbot, FakeVoice())


def test_all_that_may_be_said_is_prepared_before_the_start(room: Room) -> None:
    """A clip is there when it is needed."""
    assert ["Get ready.", "First: Chest Fly."] == room.voice.prepared[:2]


def test_what_is_due_is_said_in_words(room: Room) -> None:
    """Get ready says the first exercise."""
    room.start().go_on(500).go_on(250)
    assert ["Get ready.", "First: Chest Fly."] == room.voice.said


def test_it_asks_for_a_beat_when_a_sentence_is_due(room: Room) -> None:
    """The next one comes in time, however long the player would wait: 0.25 s after the first."""
    room.start()
    room.go_on(500)
    now = room.ticks.clock.session()
    assert now + 250 == room.speaker.next_beat(PLAN, room.player.phase, now)


def test_it_falls_silent_when_its_step_is_left(room: Room) -> None:
    """A press in mid-sentence hushes the voice."""
    room.start().go_on(100)
    room.player.command(Command.SKIP)
    assert 1 == room.voice.hushes


def test_a_speaker_that_is_not_allowed_prepares_and_says_nothing(qtbot: QtBot) -> None:
    """Without a voice nothing is made for it."""
    room = Room(qtbot, FakeVoice(), allowed=False)
    room.start().go_on(2_000)
    assert ([], []) == (room.voice.prepared, room.voice.said)


def test_turned_off_it_falls_silent_at_once_and_stays_so(room: Room) -> None:
    """V in mid-sentence."""
    room.start().go_on(100)
    room.speaker.allow(False)
    room.go_on(3_000)
    assert (["Get ready."], 1) == (room.voice.said, room.voice.hushes)


def test_turned_on_again_it_waits_for_nothing_that_was_cut_off(room: Room) -> None:
    """The sentence under which it was turned off is over, and needs no pause after it."""
    room.start().go_on(100)
    room.speaker.allow(False)
    room.ticks.go_on(500)
    room.speaker.allow(True)
    assert ["Get ready.", "First: Chest Fly."] == room.voice.said


def test_turned_on_it_says_what_there_is_to_say(qtbot: QtBot) -> None:
    """The announcement begins at once, so it is heard that the voice is on."""
    room = Room(qtbot, FakeVoice(), allowed=False)
    room.start().go_on(1_000)
    room.speaker.allow(True)
    assert "First: Chest Fly." == room.voice.said[0]
    assert room.voice.prepared


def test_a_chime_from_without_waits_for_the_end_of_the_sentence(room: Room) -> None:
    """It cuts nothing, sounds once, and the next sentence is not said over it."""
    said: list[tuple[str, ...]] = []
    room.start().go_on(100)
    room.speaker.let_in(Chime.ELSEWHERE, lambda: said.append(tuple(room.voice.said)))
    room.go_on(399)
    assert [] == said
    room.go_on(1).go_on(499)
    assert (["Get ready."], [("Get ready.",)]) == (room.voice.said, said)
    room.go_on(1).go_on(3_000)
    assert ["Get ready.", "First: Chest Fly."] == room.voice.said[:2]
    assert [("Get ready.",)] == said


def test_a_chime_from_without_sounds_at_once_in_silence(qtbot: QtBot) -> None:
    """With a voice or without."""
    room = Room(qtbot, FakeVoice(), allowed=False).start()
    sounded: list[Chime] = []
    room.speaker.let_in(Chime.ELSEWHERE, lambda: sounded.append(Chime.ELSEWHERE))
    assert [Chime.ELSEWHERE] == sounded


def test_allowed_as_before_nothing_changes(room: Room) -> None:
    """Another setting that is changed does not make it begin again."""
    room.start().go_on(500).go_on(250)
    room.speaker.allow(True)
    assert (2, 0) == (len(room.voice.said), room.voice.hushes)


def test_asked_again_it_begins_anew(room: Room) -> None:
    """R says the name once more."""
    room.start().go_on(500).go_on(250).go_on(500)
    room.speaker.say_again()
    assert "First: Chest Fly." == room.voice.said[-1]


def test_asked_again_while_not_allowed_it_is_silent(qtbot: QtBot) -> None:
    """Off is off."""
    room = Room(qtbot, FakeVoice(), allowed=False)
    room.start().speaker.say_again()
    assert [] == room.voice.said


def test_a_sample_is_said_whatever_is_allowed(qtbot: QtBot) -> None:
    """Who chooses a rate wants to hear it."""
    room = Room(qtbot, FakeVoice(), allowed=False)
    room.speaker.say_sample()
    assert [sample()] == room.voice.samples


def test_the_same_plan_is_prepared_once(room: Room) -> None:
    """A session changes often, its plan seldom."""
    room.voice.prepared = []
    room.speaker.prepare(PLAN)
    room.speaker.prepare(None)
    assert [] == room.voice.prepared


@pytest.mark.parametrize(("speed", "said"), [(1, ["First: Chest Fly."]), (2, [])])
def test_a_sentence_takes_as_much_of_a_faster_session(
    qtbot: QtBot, speed: float, said: list[str]
) -> None:
    """What lasts 3 s fits into get ready, but not at double speed, where it costs 6 s."""
    room = Room(qtbot, FakeVoice(length=3_050), speed=speed)
    room.start().go_on(100)
    assert said == room.voice.said


def test_clips_that_are_made_late_are_said_at_the_next_beat(qtbot: QtBot) -> None:
    """A slow engine delays the announcement, and loses none of it that still fits."""
    room = Room(qtbot, FakeVoice(length=None))
    room.start().go_on(900)
    room.voice.of_each = 500
    room.go_on(100)
    assert ["Get ready."] == room.voice.said


def test_of_an_endless_workout_the_beginning_is_prepared(room: Room) -> None:
    """Nobody waits for the clips of a thousand exercises, nor has the disk room for them."""
    exercises = [Exercise(f"Move {number}", Reps(8)) for number in range(400)]
    room.speaker.prepare(plan_of(*exercises))
    room.qtbot.waitUntil(lambda: 1_000 == len(room.voice.prepared))
    assert "First: Move 0." in room.voice.prepared


def test_who_speaks_is_decided_before_the_session(room: Room) -> None:
    """What is prepared after the start keeps to whoever speaks."""
    room.start().go_on(100)
    room.speaker.prepare(plan_of(FLY))
    assert [False, True] == room.voice.kept_on


def test_the_counts_are_prepared_before_anybody_asks_for_rep_pace(room: Room) -> None:
    """T may ask for it in any set."""
    assert {"6.", "7.", "8."} <= set(room.voice.prepared)


def test_a_very_long_workout_is_prepared_by_and_by(room: Room) -> None:
    """Its last exercise is reached in later passes of the event loop; none of them takes long."""
    plan = long_plan()
    room.speaker.prepare(plan)
    assert "Next: Bridge." not in room.voice.prepared
    room.qtbot.waitUntil(lambda: "Next: Bridge." in room.voice.prepared)


def test_a_very_long_workout_is_prepared_before_its_session_begins(room: Room) -> None:
    """Whoever starts at once has the voice cast as everybody."""
    plan = long_plan()
    room.player.load(Program("long", workout_of(block(FLY)), plan))
    room.speaker.prepare(plan)
    room.start()
    assert "Next: Bridge." in room.voice.prepared
    assert [False, False] == room.voice.kept_on


def long_plan() -> Plan:
    """Return a plan of 2,000 rounds of one exercise and then another."""
    return plan_of(block(FLY, rounds=2_000), block(Exercise("Bridge", Hold(40))))
