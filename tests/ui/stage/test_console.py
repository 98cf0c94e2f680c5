"""On the stage every key does what the table says, and Esc asks before it ends anything."""

import pytest

from matside.core.durations import SECOND
from matside.core.history.recorder import Recorder
from matside.core.keymap import Act
from matside.core.session.values import Over, Paused, Running
from matside.core.settings import Settings
from matside.core.workout.plan import compile_plan
from matside.ui.session.player import Player
from matside.ui.session.program import Program
from matside.ui.stage.console import Console
from tests.support.core_samples import SHORT
from tests.support.fakes import FakeHistory, FakeTicks, fake_wall

pytestmark = pytest.mark.usefixtures("qapp")


class Mat:
    """A console with a session in its first set."""

    def __init__(self) -> None:
        self.ticks = FakeTicks()
        self.player = Player(self.ticks.clock, fake_wall, Recorder(FakeHistory()))
        settings = Settings(get_ready=0)
        self.player.load(Program("short", SHORT, compile_plan(SHORT, settings)))
        self.console = Console(self.player)
        self.player.changed.connect(self.console.follow)
        self.console.do(Act.PRESS)
        self.ticks.go_on(SECOND)

    def length(self) -> int | None:
        """Return the present length of the step in ms."""
        phase = self.player.phase
        assert isinstance(phase, Running | Paused)
        return phase.progress.length

    def exercise(self) -> str:
        """Return the name of the exercise on the stage."""
        reading = self.player.reading()
        assert reading is not None
        assert reading.shown.exercise is not None
        return reading.shown.exercise.name


@pytest.fixture
def mat() -> Mat:
    """Return a console with a session in its first set."""
    return Mat()


def test_a_press_ends_a_counted_set(mat: Mat) -> None:
    """Space says that the set is done, and the next exercise comes up."""
    mat.console.do(Act.PRESS)
    assert ("Stretch", 10_000) == (mat.exercise(), mat.length())


def test_arrows_adjust_by_fifteen_seconds(mat: Mat) -> None:
    """Up adds 15 s to a rest and Down takes them again."""
    mat.console.do(Act.PRESS)
    mat.console.do(Act.MORE)
    assert 25_000 == mat.length()
    mat.console.do(Act.LESS)
    assert 10_000 == mat.length()


def test_back_and_skip_go_through_the_steps(mat: Mat) -> None:
    """Right leaves a set undone, Backspace takes that back."""
    mat.console.do(Act.SKIP)
    assert "Stretch" == mat.exercise()
    mat.console.do(Act.BACK)
    assert "Curl" == mat.exercise()


def test_p_pauses_and_resumes(mat: Mat) -> None:
    """One key does both, in a counted set too."""
    mat.console.do(Act.PAUSE_OR_RESUME)
    assert isinstance(mat.player.phase, Paused)
    mat.console.do(Act.PAUSE_OR_RESUME)
    assert isinstance(mat.player.phase, Running)


def test_escape_pauses_at_once_and_asks(mat: Mat) -> None:
    """Nothing is ended by Esc alone, and time stands still."""
    mat.console.do(Act.ESCAPE)
    assert mat.console.asking
    assert isinstance(mat.player.phase, Paused)


@pytest.mark.parametrize("act", [Act.PRESS, Act.ESCAPE])
def test_the_question_can_be_refused(mat: Mat, act: Act) -> None:
    """A press or Esc goes back to the session, which stays paused."""
    mat.console.do(Act.ESCAPE)
    mat.console.do(act)
    assert not mat.console.asking
    assert isinstance(mat.player.phase, Paused)


def test_the_press_that_refuses_does_not_resume(mat: Mat) -> None:
    """A double press takes the question away and leaves the session paused."""
    mat.console.do(Act.ESCAPE)
    mat.console.do(Act.PRESS)
    mat.ticks.go_on(300)
    mat.console.do(Act.PRESS)
    assert isinstance(mat.player.phase, Paused)


def test_a_second_press_within_the_guard_refuses_nothing(mat: Mat) -> None:
    """A press that bounced into the question leaves it there."""
    mat.console.do(Act.PRESS)
    mat.console.do(Act.ESCAPE)
    mat.console.do(Act.PRESS)
    assert mat.console.asking


def test_e_ends_only_where_it_is_asked(mat: Mat) -> None:
    """E ends the session at the question and means nothing before it."""
    mat.console.do(Act.END)
    assert isinstance(mat.player.phase, Running)
    mat.console.do(Act.ESCAPE)
    mat.console.do(Act.END)
    assert isinstance(mat.player.phase, Over)
    assert not mat.console.asking


@pytest.mark.parametrize("act", [Act.BACK, Act.SKIP, Act.MORE, Act.PAUSE_OR_RESUME])
def test_other_keys_leave_the_question_alone(mat: Mat, act: Act) -> None:
    """While it asks nothing else moves the session."""
    mat.console.do(Act.ESCAPE)
    before = mat.player.phase
    mat.console.do(act)
    assert (True, before) == (mat.console.asking, mat.player.phase)


def test_the_question_goes_when_the_session_goes_on(mat: Mat) -> None:
    """A session that is resumed by other means is no longer asked about."""
    mat.console.ask()
    mat.player.press()
    assert not mat.console.asking


def test_nothing_is_asked_out_of_a_session(mat: Mat) -> None:
    """After the end there is nothing to end."""
    mat.console.do(Act.ESCAPE)
    mat.console.do(Act.END)
    mat.console.ask()
    assert not mat.console.asking


def test_media_keys_go_on_pause_and_resume(mat: Mat) -> None:
    """Each of them does its one thing, and nothing where there is nothing to do."""
    mat.console.do(Act.RESUME)
    mat.console.do(Act.PAUSE)
    mat.console.do(Act.PAUSE)
    assert isinstance(mat.player.phase, Paused)
    mat.console.do(Act.RESUME)
    assert isinstance(mat.player.phase, Running)
    mat.console.do(Act.NEXT)
    assert "Stretch" == mat.exercise()


def test_next_never_cuts_a_hold(mat: Mat) -> None:
    """A hold ends by itself; a media key is hit by chance."""
    mat.console.do(Act.PRESS)
    for _ in range(10):
        mat.ticks.go_on(SECOND)
        mat.player.beat()
    mat.console.do(Act.NEXT)
    phase = mat.player.phase
    assert isinstance(phase, Running)
    assert ("Stretch", 30_000) == (mat.exercise(), mat.length())


def test_stop_asks_before_it_ends_anything(mat: Mat) -> None:
    """Asked twice it goes on asking: another player's stop ends no workout."""
    mat.console.do(Act.ASK)
    mat.console.do(Act.ASK)
    assert mat.console.asking
    assert isinstance(mat.player.phase, Paused)
