"""Comma, period, W and Shift+W correct the last set in the rest behind it, and nothing else."""

import pytest
from pytestqt.qtbot import QtBot

from matside.core.durations import SECOND
from matside.core.history.recorder import Recorder
from matside.core.keymap import Act
from matside.core.session.record import EffortChanged, SetRecord
from matside.core.session.values import Command, Paused
from matside.core.settings import Settings
from matside.core.weights import Implement, Level, Load, Unit, Weight
from matside.core.workout.model import Block, BlockKind, Exercise, MaxReps, Reps, Within, Workout
from matside.core.workout.plan import compile_plan
from matside.ui.session.correction_keys import CorrectionKeys
from matside.ui.session.player import Player
from matside.ui.session.preferences import Preferences
from matside.ui.session.program import Program
from tests.support.core_samples import bare
from tests.support.fakes import FakeHistory, FakeTicks, fake_wall

WORKOUT = Workout(
    "Short",
    (
        Block(
            "Superset 1",
            BlockKind.SUPERSET,
            (Exercise("Curl", Reps(8), weight=Weight(Level.LIGHT, 2)), Exercise("Row", MaxReps())),
        ),
    ),
)
SETTINGS = Settings(
    get_ready=0, weights={Implement.DUMBBELL: {Level.LIGHT: Load(4_000, Unit.KILOGRAM)}}
)


class Mat:
    """A session with the keys of corrections, and the means to move its world."""

    def __init__(self) -> None:
        self.ticks = FakeTicks()
        self.history = FakeHistory()
        self.player = Player(self.ticks.clock, fake_wall, Recorder(self.history))
        self.keys = CorrectionKeys(self.player, Preferences(SETTINGS, lambda _: None))
        self.said: list[str] = []
        self.keys.said.connect(self.said.append)
        self.player.load(Program("short", WORKOUT, compile_plan(WORKOUT, SETTINGS)))

    def wait(self, ms: int) -> None:
        """Let `ms` go by with a beat every second."""
        while ms > 0:
            self.ticks.go_on(min(ms, SECOND))
            ms -= SECOND
            self.player.beat()

    def do(self, *acts: Act) -> list[bool]:
        """Press the keys of `acts`; return which of them corrected something."""
        return [self.keys.do(act) for act in acts]

    def press(self) -> None:
        """Press Space after 20 s."""
        self.wait(20 * SECOND)
        self.player.press()

    @property
    def last(self) -> SetRecord:
        """The last set as it is recorded."""
        return tuple(self.player.sets.values())[-1]


@pytest.fixture
def mat(qtbot: QtBot) -> Mat:
    """Return a session in the rest after its first set."""
    del qtbot
    mat = Mat()
    mat.player.press()
    mat.press()
    return mat


def test_keys_correct_reps_and_weight(mat: Mat) -> None:
    """Two less, one step heavier, and one step back."""
    mat.do(Act.FASTER, Act.FASTER, Act.HEAVIER, Act.HEAVIER, Act.LIGHTER)
    assert (6, Load(5_000, Unit.KILOGRAM)) == (mat.last.reps, mat.last.load)
    assert "Last set: 6 of 8 reps, 5 kg" == mat.said[-1]


def test_correction_is_written_at_once_with_the_position(mat: Mat) -> None:
    """So a kill after it keeps it."""
    positions = len(mat.history.positions)
    mat.do(Act.FASTER)
    assert (7, positions + 1) == (mat.last.reps, len(mat.history.positions))
    assert mat.last == mat.player.recording.recorder.kept[mat.last.key]


def test_corrected_set_is_still_the_same_set(mat: Mat) -> None:
    """It keeps its hour and its place, and the session goes on as it did."""
    before, phase = mat.last, mat.player.phase
    mat.do(Act.FASTER, Act.SLOWER)
    assert (before, phase) == (mat.last, mat.player.phase)


def test_keys_mean_nothing_once_the_next_set_has_begun(mat: Mat) -> None:
    """They are left to the pace then."""
    mat.wait(12 * SECOND)
    assert [False, False, False] == mat.do(Act.FASTER, Act.HEAVIER, Act.LIGHTER)
    assert 8 == mat.last.reps


def test_key_that_comes_late_corrects_no_set_that_has_gone(mat: Mat) -> None:
    """What was due before the key happens before it: the next set has begun."""
    mat.wait(9 * SECOND)
    mat.ticks.go_on(1_500)
    mat.do(Act.FASTER)
    assert (8, []) == (mat.last.reps, mat.said)


def test_key_that_finds_the_sleep_corrects_nothing(mat: Mat) -> None:
    """It woke the laptop, and is dropped."""
    mat.ticks.go_on(60_000)
    assert [True] == mat.do(Act.FASTER)
    assert isinstance(mat.player.phase, Paused)
    assert (8, []) == (mat.last.reps, mat.said)


def test_set_before_the_one_that_was_cut_is_corrected_at_its_place(mat: Mat) -> None:
    """The next round had no time for a rep: key after key means the one before it."""
    blocks = (
        Block("Timed", BlockKind.CIRCUIT, (Exercise("Swing", MaxReps()),), clock=Within(60)),
        Block("Then", BlockKind.CIRCUIT, (Exercise("Row", Reps(8)),)),
    )
    mat.player.leave()
    mat.wait(SECOND)
    workout, settings = Workout("Two", blocks), bare()
    mat.player.load(Program("two", workout, compile_plan(workout, settings)))
    mat.player.press()
    mat.wait(59 * SECOND)
    mat.player.press()
    mat.wait(2 * SECOND)
    assert [True, True, True] == mat.do(Act.SLOWER, Act.SLOWER, Act.SLOWER)
    expected = [(1, MaxReps.estimate + 2), (2, None)]
    for sets in (mat.player.sets, mat.player.recording.recorder.kept):
        assert expected == [(record.round, record.reps) for record in sets.values()]


def test_set_to_failure_asks_for_its_reps_also_after_the_end(mat: Mat) -> None:
    """The first press starts from its estimate, the next ones go on from there."""
    mat.wait(10 * SECOND)
    mat.press()
    assert mat.player.ending is not None
    assert mat.last.reps is None
    mat.do(Act.SLOWER, Act.SLOWER, Act.SLOWER)
    assert 12 == mat.last.reps
    assert mat.last == mat.player.recording.recorder.kept[mat.last.key]


@pytest.mark.parametrize(("act", "opposite"), [(Act.FASTER, Act.SLOWER), (Act.SLOWER, Act.FASTER)])
def test_opposite_key_undoes_the_first_press(mat: Mat, act: Act, opposite: Act) -> None:
    """Then nobody knows the reps again; the other set, whose reps were known, has none of that."""
    mat.do(act)
    mat.do(opposite)
    assert 8 == mat.last.reps
    mat.wait(10 * SECOND)
    mat.press()
    mat.do(act)
    assert 10 == mat.last.reps
    mat.do(opposite)
    assert mat.last.reps is None
    assert "Last set: ? reps" == mat.said[-1]
    mat.do(opposite, opposite)
    assert mat.last.reps != 10


def test_effort_is_kept_once_the_session_is_over(mat: Mat) -> None:
    """It may be changed until the page is left, and the same once more takes it back."""
    mat.player.rate(3)
    assert mat.player.record.effort is None
    mat.player.command(Command.STOP)
    for effort, known in ((3, 3), (5, 5), (5, None), (4, 4)):
        mat.player.rate(effort)
        assert known == mat.player.record.effort
        assert EffortChanged(known) == mat.history.changes[-1]
    mat.player.leave()
    assert mat.player.record.effort is None


def test_back_into_the_set_drops_what_was_corrected(mat: Mat) -> None:
    """It is done again, and recorded as it is done."""
    mat.do(Act.FASTER, Act.FASTER)
    mat.player.command(Command.BACK)
    assert {} == dict(mat.player.sets)
    mat.press()
    assert 8 == mat.last.reps


def test_no_key_corrects_anything_before_a_session(qtbot: QtBot) -> None:
    """There is no set yet."""
    del qtbot
    assert [False] == Mat().do(Act.FASTER)


@pytest.mark.parametrize(
    "act", [act for act in Act if act.value not in {"faster", "slower", "heavier", "lighter"}]
)
def test_other_keys_are_left_to_others(mat: Mat, act: Act) -> None:
    """Space most of all."""
    before = (mat.player.phase, mat.player.sets)
    assert [False] == mat.do(act)
    assert before == (mat.player.phase, mat.player.sets)
