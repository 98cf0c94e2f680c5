"""The desktop is told what goes on, once for each change."""

import pytest

from matside.core.ports.media import OnAir, Playback, Track
from matside.core.session.deadlines import advance
from matside.core.session.sequencer import handle, press
from matside.core.session.values import Command, Idle, Phase, Transition
from matside.core.settings import Settings
from matside.core.workout.model import Block, BlockKind, Exercise, Hold, Reps, Sides, Workout
from matside.core.workout.plan import compile_plan
from matside.ui.session.broadcaster import Broadcaster
from tests.support.fakes import FakeMediaKeys

WORKOUT = Workout(
    "Two moves",
    (
        Block(
            "Pair",
            BlockKind.SUPERSET,
            (
                Exercise("Curl", Reps(8)),
                Exercise("Reach", Hold(30), sides=Sides.EACH, part="arm"),
            ),
            rounds=2,
        ),
    ),
)
PLAN = compile_plan(WORKOUT, Settings())


class Air:
    """A session, and what the desktop is told of it."""

    def __init__(self) -> None:
        self.device = FakeMediaKeys()
        self.broadcaster = Broadcaster(self.device, lambda: WORKOUT.title, allowed=True)
        self.phase: Phase = Idle()
        self.now = 0

    def take(self, turn: Transition) -> OnAir:
        """Tell of `turn`; return what the desktop was told last."""
        self.phase = turn.phase
        self.broadcaster.hear(PLAN, turn, self.now)
        return self.device.told[-1]

    def press(self) -> OnAir:
        """Press Space."""
        return self.take(press(PLAN, self.phase, self.now))

    def do(self, command: Command, by: int = 0) -> OnAir:
        """Send `command`."""
        return self.take(handle(PLAN, self.phase, command, self.now, by=by))

    def wait(self, seconds: int) -> OnAir:
        """Let `seconds` go by."""
        self.now += seconds * 1000
        return self.take(advance(PLAN, self.phase, self.now))


@pytest.fixture
def air() -> Air:
    """Return a session that has not begun."""
    return Air()


def test_each_step_is_a_track(air: Air) -> None:
    """Its exercise, what comes next while there is a rest, and its length."""
    tracks = [air.press().track, air.wait(10).track]
    air.now += 20_000
    tracks += [air.press().track, air.wait(10).track]

    assert [
        Track(0, "Next up: Curl", "Two moves", "Pair, Round 1 of 2", 10_000),
        Track(1, "Curl", "Two moves", "Pair, Round 1 of 2", 24_000),
        Track(2, "Next up: Reach, left arm", "Two moves", "Pair, Round 1 of 2", 10_000),
        Track(3, "Reach, left arm", "Two moves", "Pair, Round 1 of 2", 30_000),
    ] == tracks


def test_a_session_plays_pauses_and_stops(air: Air) -> None:
    """In the words of the desktop; out of it there is no track."""
    told = [air.press(), air.do(Command.PAUSE), air.do(Command.RESUME), air.do(Command.STOP)]

    assert [Playback.PLAYING, Playback.PAUSED, Playback.PLAYING, Playback.STOPPED] == [
        on_air.playback for on_air in told
    ]
    assert OnAir() == told[-1]


def test_next_is_offered_where_it_does_something(air: Air) -> None:
    """In get ready, rests and counted sets, but not in a hold that ends by itself."""
    offered = [air.press().can_go_next, air.wait(10).can_go_next]
    air.now += 20_000
    offered += [air.press().can_go_next, air.wait(10).can_go_next]

    assert [True, True, True, False] == offered


def test_a_changed_length_is_told(air: Air) -> None:
    """More of the rest is a longer track."""
    air.press()
    track = air.do(Command.ADJUST, by=15_000).track
    assert track is not None
    assert 25_000 == track.length


def test_nothing_is_told_twice(air: Air) -> None:
    """A beat without a change is none of the desktop's."""
    air.press()
    before = len(air.device.told)
    air.wait(1)
    assert before == len(air.device.told)


def test_a_position_that_jumps_is_told(air: Air) -> None:
    """After going back and after a pause, and not where time just goes by."""
    air.press()
    air.wait(5)
    assert 0 == air.device.jumps
    air.do(Command.BACK)
    assert 1 == air.device.jumps
    air.do(Command.PAUSE)
    air.do(Command.RESUME)
    assert 2 == air.device.jumps


def test_the_end_of_a_lead_in_is_a_jump(air: Air) -> None:
    """Whoever counts on from the resume is as far ahead as the lead-in was long."""
    air.press()
    air.wait(30)
    air.press()
    air.wait(15)
    air.do(Command.PAUSE)
    air.do(Command.RESUME)
    before = air.device.jumps
    air.wait(4)
    assert before == air.device.jumps
    air.wait(1)
    assert before + 1 == air.device.jumps


def test_keys_are_taken_and_let_go_as_is_allowed(air: Air) -> None:
    """Once each; and whoever is not allowed takes none."""
    air.broadcaster.set_allowed(allowed=True)
    air.broadcaster.set_allowed(allowed=False)
    air.broadcaster.set_allowed(allowed=True)
    silent = FakeMediaKeys()
    Broadcaster(silent, lambda: "", allowed=False)

    assert ["listen", "let go", "listen"] == air.device.asked
    assert [] == silent.asked


def test_it_asks_for_no_beat(air: Air) -> None:
    """The desktop has time."""
    air.press()
    assert air.broadcaster.next_beat(PLAN, air.phase, air.now) is None


def test_a_desktop_whose_keys_are_let_go_hears_no_more(air: Air) -> None:
    """It is told that nothing is on air, and of the session again once it is allowed."""
    playing = air.press()
    air.broadcaster.set_allowed(allowed=False)

    assert [OnAir(), OnAir()] == [air.device.told[-1], air.wait(1)]

    air.broadcaster.set_allowed(allowed=True)
    assert playing == air.wait(1)
