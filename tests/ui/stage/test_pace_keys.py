"""T switches rep pace, comma and period make the reps of the set under way faster and slower."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from matside.core.durations import SECOND
from matside.core.history.recorder import Recorder
from matside.core.keymap import Act
from matside.core.session.looks import PauseReason
from matside.core.session.values import Command, Paused, Running, StepBegan
from matside.core.settings import Settings
from matside.core.workout.plan import compile_plan
from matside.ui.session.player import Player
from matside.ui.session.preferences import Preferences
from matside.ui.session.program import Program
from matside.ui.stage.pace_keys import PaceKeys
from tests.support.core_samples import SHORT
from tests.support.fakes import FakeHistory, FakeListener, FakeTicks, fake_wall


class Mat:
    """A session with the keys of its pace, and the means to move its world."""

    def __init__(self, settings: Settings) -> None:
        self.ticks = FakeTicks()
        self.history = FakeHistory()
        self.listener = FakeListener()
        recorder = Recorder(self.history)
        self.player = Player(self.ticks.clock, fake_wall, recorder, (self.listener,))
        self.preferences = Preferences(settings, lambda _: None)
        self.preferences.changed.connect(self.follow)
        self.keys = PaceKeys(self.player, self.preferences)
        self.said: list[str] = []
        self.keys.said.connect(self.said.append)
        self.player.load(Program("short", SHORT, compile_plan(SHORT, settings)))

    def follow(self) -> None:
        """Let the session follow the settings, as the window does."""
        self.player.replan(self.preferences.settings)

    def wait(self, ms: int) -> None:
        """Let `ms` go by with a beat every second."""
        while ms > 0:
            self.ticks.go_on(min(ms, SECOND))
            ms -= SECOND
            self.player.beat()

    def go_to_set(self) -> "Mat":
        """Start, and be 4 s in the first set."""
        self.player.press()
        self.wait(4_000)
        return self

    @property
    def under_way(self) -> Running | Paused:
        """The phase of the session."""
        assert isinstance(self.player.phase, Running | Paused)
        return self.player.phase


PACED = Settings(get_ready=0, rep_pace=True)


@pytest.fixture
def make(qtbot: QtBot) -> Callable[[Settings], Mat]:
    """Return what makes a session by settings, in its first set."""
    del qtbot
    return lambda settings: Mat(settings).go_to_set()


def test_t_begins_the_running_set_again_by_the_clock(make: Callable[[Settings], Mat]) -> None:
    """The set has a length and a lead-in of 3 s, and ends by itself."""
    mat = make(Settings(get_ready=0))
    assert mat.keys.do(Act.PACE)
    assert mat.preferences.settings.rep_pace
    phase = mat.under_way
    assert isinstance(phase, Running)
    assert (0, 24_000, 3_000) == (
        phase.progress.elapsed,
        phase.progress.length,
        phase.clock_starts_at - mat.ticks.clock.session(),
    )
    mat.wait(27_000)
    assert ["Curl"] == mat.history.sets[1]


def test_t_again_lets_the_set_go_on_as_counted(make: Callable[[Settings], Mat]) -> None:
    """Nothing but Space ends it then."""
    mat = make(PACED)
    mat.keys.do(Act.PACE)
    assert not mat.preferences.settings.rep_pace
    mat.wait(60_000)
    assert (None, []) == (mat.under_way.progress.length, mat.history.sets[1])


@pytest.mark.parametrize(("act", "pace"), [(Act.FASTER, 2_500), (Act.SLOWER, 3_500)])
def test_pace_changes_by_half_a_second_and_is_remembered(
    make: Callable[[Settings], Mat], act: Act, pace: int
) -> None:
    """4 s of 24 s are over: what is left goes at the new pace."""
    mat = make(PACED)
    assert mat.keys.do(act)
    assert {"Curl at 3 s": pace} == mat.preferences.settings.paces
    assert 4_000 + 20_000 * pace // 3_000 == mat.under_way.progress.length


@pytest.mark.parametrize("act", [Act.FASTER, Act.SLOWER])
def test_pace_is_that_of_a_paced_set_that_runs(make: Callable[[Settings], Mat], act: Act) -> None:
    """A counted set, a pause and a hold have no pace that could be heard or seen."""
    counted, paused, hold = make(Settings(get_ready=0)), make(PACED), make(PACED)
    paused.player.command(Command.PAUSE)
    hold.player.command(Command.SKIP)
    hold.player.command(Command.SKIP)
    for mat in (counted, paused, hold):
        before = mat.preferences.settings
        assert mat.keys.do(act)
        assert before == mat.preferences.settings


def test_each_key_says_what_it_has_changed(make: Callable[[Settings], Mat]) -> None:
    """On, faster, faster, slower, off; what changes nothing says nothing."""
    mat = make(Settings(get_ready=0))
    for act in (Act.FASTER, Act.PACE, Act.FASTER, Act.FASTER, Act.SLOWER, Act.PACE):
        mat.keys.do(act)
    paces = ["2.5 s a rep", "2 s a rep", "2.5 s a rep"]
    assert ["Rep pace on, kept in settings", *paces, "Rep pace off, kept in settings"] == mat.said


def test_out_of_a_session_no_pace_is_changed(qtbot: QtBot) -> None:
    """Before the start there is no set under way."""
    del qtbot
    mat = Mat(PACED)
    mat.keys.do(Act.FASTER)
    assert PACED == mat.preferences.settings


@pytest.mark.parametrize("act", [Act.PACE, Act.FASTER])
def test_key_that_finds_the_sleep_changes_nothing(
    make: Callable[[Settings], Mat], act: Act
) -> None:
    """A key that wakes the laptop pauses at the last beat, and is dropped."""
    mat = make(PACED)
    mat.ticks.go_on(60_000)
    assert mat.keys.do(act)
    phase = mat.under_way
    assert isinstance(phase, Paused)
    assert (PauseReason.SLEPT, 4_000, 24_000) == (
        phase.why,
        phase.progress.elapsed,
        phase.progress.length,
    )
    assert PACED == mat.preferences.settings


OTHERS = [act for act in Act if act not in {Act.PACE, Act.FASTER, Act.SLOWER}]


@pytest.mark.parametrize("act", OTHERS)
def test_other_keys_are_left_to_others(make: Callable[[Settings], Mat], act: Act) -> None:
    """Nothing is done with them here."""
    mat = make(PACED)
    before = (mat.player.phase, mat.preferences.settings)
    assert not mat.keys.do(act)
    assert before == (mat.player.phase, mat.preferences.settings)


def test_t_that_comes_late_begins_no_set_again_that_is_over(
    make: Callable[[Settings], Mat],
) -> None:
    """What was due before the key happens before it."""
    mat = make(PACED)
    mat.wait(19_000)
    mat.ticks.go_on(1_200)
    mat.keys.do(Act.PACE)
    began = [fact for fact in mat.listener.facts if isinstance(fact, StepBegan)]
    assert ["Curl"] == mat.history.sets[1]
    assert 24_000 == began[-1].at - began[0].at


def test_session_killed_after_a_key_has_its_plan_and_place(
    make: Callable[[Settings], Mat],
) -> None:
    """Plan and position are written together: the set stands at 0 with its new length."""
    mat = make(Settings(get_ready=0))
    mat.keys.do(Act.PACE)
    last = mat.history.positions[-1]
    assert (0, 24_000) == (last.elapsed, last.length)
