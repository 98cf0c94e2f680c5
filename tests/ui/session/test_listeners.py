"""Chimes, their light and the awake lock follow the session."""

import pytest
from pytestqt.qtbot import QtBot

from matside.core.ports.devices import Chime
from matside.core.session.deadlines import advance
from matside.core.session.sequencer import handle, press
from matside.core.session.values import Command, Idle, Transition
from matside.core.settings import Settings
from matside.core.sound.chime_timing import Timing
from matside.core.workout.model import Block, BlockKind, Exercise, Hold, Workout
from matside.core.workout.plan import Plan, compile_plan
from matside.ui.session.listeners import AwakeListener, LightingListener, SoundingListener
from tests.support.fakes import FakeAwake, FakeChimes

WORKOUT = Workout(
    "One hold", (Block("Warm-up", BlockKind.WARMUP, (Exercise("Stretch", Hold(5)),)),)
)
PLAN: Plan = compile_plan(WORKOUT, Settings())
STARTED = press(PLAN, Idle(), 0)
AT_GO = advance(PLAN, STARTED.phase, 10_000)


def test_the_chimes_follow_the_facts() -> None:
    """The go sounds when the hold begins."""
    device = FakeChimes()
    SoundingListener(device, muted=False).hear(
        PLAN, Transition(AT_GO.phase, AT_GO.facts[-1:]), 10_000
    )
    assert [Chime.GO] == device.played


def test_nothing_sounds_while_muted() -> None:
    """Mute silences every chime until it is taken back."""
    device = FakeChimes()
    listener = SoundingListener(device, muted=True)
    listener.hear(PLAN, Transition(AT_GO.phase, AT_GO.facts[-1:]), 10_000)
    listener.muted = False
    listener.hear(PLAN, Transition(AT_GO.phase, AT_GO.facts[-1:]), 10_000)
    assert [Chime.GO] == device.played


def test_the_lock_is_taken_once_and_given_back_at_the_end() -> None:
    """From the start on the screen stays awake, until the session is over."""
    lock = FakeAwake()
    listener = AwakeListener(lock, allowed=True)
    listener.hear(PLAN, STARTED, 0)
    listener.hear(PLAN, AT_GO, 10_000)
    assert listener.held
    stopped = handle(PLAN, AT_GO.phase, Command.STOP, 11_000)
    listener.hear(PLAN, stopped, 11_000)
    assert (1, 1, False) == (lock.holds, lock.releases, listener.held)


def test_a_long_pause_gives_the_lock_back_and_resume_takes_it_again() -> None:
    """After ten minutes of pause the screen may sleep."""
    lock = FakeAwake()
    listener = AwakeListener(lock, allowed=True)
    paused = handle(PLAN, AT_GO.phase, Command.PAUSE, 11_000)
    listener.hear(PLAN, paused, 11_000)
    assert listener.held
    listener.hear(PLAN, Transition(paused.phase), 611_000)
    assert not listener.held
    resumed = handle(PLAN, paused.phase, Command.RESUME, 700_000)
    listener.hear(PLAN, resumed, 700_000)
    assert listener.held


def test_a_lock_that_is_not_allowed_is_never_taken() -> None:
    """The setting wins, also in the middle of a session."""
    lock = FakeAwake()
    listener = AwakeListener(lock, allowed=False)
    listener.hear(PLAN, STARTED, 0)
    assert 0 == lock.holds
    listener.allowed = True
    listener.hear(PLAN, AT_GO, 10_000)
    listener.allowed = False
    listener.hear(PLAN, AT_GO, 10_000)
    assert (1, 1) == (lock.holds, lock.releases)


def test_sounds_start_by_their_timing() -> None:
    """With an offset below 0 the go is heard before it is due, and asked for in time."""
    device = FakeChimes()
    listener = SoundingListener(device, muted=False)
    listener.set_timing(Timing(-300))
    listener.hear(PLAN, Transition(STARTED.phase), 9_500)
    assert 9_700 == listener.next_beat(PLAN, STARTED.phase, 9_500)
    listener.hear(PLAN, Transition(STARTED.phase), 9_700)
    assert Chime.GO == device.played[-1]


@pytest.mark.parametrize("allowed", [False, True])
def test_the_light_tells_of_a_chime_where_it_is_allowed(qtbot: QtBot, *, allowed: bool) -> None:
    """At the beat at which the chime is due, and at no other."""
    del qtbot
    lit: list[int] = []
    listener = LightingListener(allowed=allowed)
    listener.lit.connect(lambda: lit.append(1))
    listener.hear(PLAN, Transition(STARTED.phase), 9_500)
    assert [] == lit
    listener.hear(PLAN, Transition(AT_GO.phase, AT_GO.facts[-1:]), 10_000)
    assert [1] * allowed == lit


def test_light_and_lock_ask_for_no_beat() -> None:
    """They have time until the player looks."""
    light, lock = LightingListener(allowed=True), AwakeListener(FakeAwake(), allowed=True)
    assert light.next_beat(PLAN, STARTED.phase, 0) is None
    assert lock.next_beat(PLAN, STARTED.phase, 0) is None
