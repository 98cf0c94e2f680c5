"""What is recorded of a session can be asked for, whoever runs the session."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from matside.core.durations import SECOND
from matside.core.history.recorder import Recorder
from matside.core.history.rounds import RoundsDone, TimedBlock, TimedRounds
from matside.core.session import sequencer
from matside.core.session.reading import read
from matside.core.session.record import LastSet, RoundsBefore, SetOutcome
from matside.core.session.values import Idle, Running, SetEnded, Transition
from matside.core.settings import Settings
from matside.core.workout.model import Block, BlockKind, Exercise, MaxReps, Reps, Within, Workout
from matside.core.workout.plan import Plan, compile_plan
from matside.ui.session.program import Program
from matside.ui.session.session_record import SessionRecord
from matside.ui.session.session_saver import SessionSaver
from tests.support.fakes import FakeDisk, FakeHistory, FakeTicks, fake_wall

PULL_UP = Exercise("Pull-up", MaxReps())
WORKOUT = Workout("Pull", (Block("Main", BlockKind.CIRCUIT, (PULL_UP,), rounds=2),))


class Desk:
    """The record of a session that has begun, on a disk that takes its time."""

    def __init__(self) -> None:
        ticks, self.disk = FakeTicks(), FakeDisk()
        saver = SessionSaver(Recorder(FakeHistory(), ask=self.disk.ask))
        self.record = SessionRecord(saver, ticks.clock, fake_wall)
        self.now = ticks.clock.session()
        self.program = Program("pull", WORKOUT, compile_plan(WORKOUT, Settings()))
        self.record.load(self.program)
        self.begun = sequencer.press(self.plan, Idle(), self.now)
        self._take(self.begun)
        self.disk.catch_up()

    @property
    def plan(self) -> Plan:
        """The plan of the session."""
        return self.program.plan

    def do_first_set(self) -> None:
        """Have the first set done; nothing of it is written yet."""
        key = self.plan.sets[0].key
        ended = SetEnded(self.now, key, 20 * SECOND, SetOutcome.DONE)
        self._take(Transition(self.begun.phase, (ended,)))

    def _take(self, turn: Transition) -> None:
        changes = self.record.note(turn.facts, (), self.now)
        self.record.write(turn, changes, self.now)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    """Return the record of a session in which nothing is done."""
    del qtbot
    return Desk()


def test_a_set_is_among_the_kept_once_history_has_it(desk: Desk) -> None:
    """It is among the sets at once, and unsaved until then."""
    desk.do_first_set()
    record, place = desk.record, desk.plan.place_of(desk.plan.sets[0].key)
    assert ({place}, set()) == (record.unsaved, record.kept_places(SetOutcome.DONE))
    desk.disk.catch_up()
    assert (set(), {place}) == (record.unsaved, record.kept_places(SetOutcome.DONE))
    assert set() == record.kept_places(SetOutcome.SKIPPED)


def test_it_is_known_that_there_is_nothing_to_keep(desk: Desk) -> None:
    """Until the first set is done; so the end can say that nothing is saved."""

    def is_empty() -> bool:
        phase = desk.begun.phase
        assert isinstance(phase, Running)
        return desk.record.filled(read(desk.plan, phase, desk.now), phase).is_empty

    assert is_empty()
    desk.do_first_set()
    assert not is_empty()


def test_the_next_program_begins_without_sets(desk: Desk) -> None:
    """What was done before is not unsaved then: it is another session's."""
    desk.do_first_set()
    desk.record.load(desk.program)
    assert ({}, set()) == (desk.record.sets, desk.record.unsaved)


def test_reps_begin_as_in_the_same_set_of_the_last_time(desk: Desk) -> None:
    """The set that is corrected is not one before itself; the first began with the first."""
    desk.do_first_set()
    (done,) = desk.record.sets.values()
    assert MaxReps.estimate == desk.record.first_reps(done)
    last = [LastSet(None, "Pull-up", None, reps, None, None) for reps in (7, 5)]
    desk.record.remember({"Pull-up": tuple(last)}, {}, {})
    assert 7 == desk.record.first_reps(done)


def test_rounds_of_the_last_time_are_those_of_the_block_that_is_shown(desk: Desk) -> None:
    """Whatever comes first, the history or the program."""
    exercise = Exercise("Swing", Reps(10))
    timed = Block("All you can", BlockKind.CIRCUIT, (exercise,), clock=Within(600))
    plain = replace(timed, name="Plain", clock=None)
    orders = [Workout("Swings", blocks) for blocks in ((timed, plain), (plain, timed))]
    timed_first, timed_last = (
        Program("swings", workout, compile_plan(workout, Settings())) for workout in orders
    )
    last = TimedRounds((("Swing", None),), 6, (90, 180))
    known = {TimedBlock("swings", "All you can", 600): RoundsDone(last, {last.moves: 7})}
    desk.record.remember({}, {}, known)
    assert {} == desk.record.rounds_before
    before = RoundsBefore(6, (90, 180), 7)
    for place, program, shown in ((0, timed_first, before), (1, timed_last, None)):
        desk.record.load(program)
        assert {place: before} == desk.record.rounds_before
        phase = sequencer.press(program.plan, Idle(), desk.now).phase
        assert isinstance(phase, Running)
        reading = desk.record.filled(read(program.plan, phase, desk.now), phase)
        assert shown == reading.rounds_before
    desk.record.remember({}, {}, {})
    assert {} == desk.record.rounds_before
