"""The recorder hands every change to history once, and catches up after a failure."""

from dataclasses import replace

from fakes import FakeHistory, fake_wall
from matside.core.plan import PREPARE_KEY, Key, Plan, StepKind
from matside.core.record import (
    Opening,
    OpenSession,
    OutcomeChanged,
    Position,
    SessionOutcome,
    SetOutcome,
    SetRecord,
)
from matside.core.recorder import Recorder
from matside.core.workout import Workout

AT_START = Position(PREPARE_KEY, 0, 10_000, 0, 0)
LATER = Position(PREPARE_KEY, 4_000, 10_000, 4_000, 0)
WORKOUT = Workout("Short", ())
PLAN = Plan((), resume=0, wait=False)
OPENING = Opening("short", WORKOUT, PLAN, fake_wall(), AT_START)
STOPPED = OutcomeChanged(SessionOutcome.STOPPED)
REOPENED = OutcomeChanged(SessionOutcome.OPEN)
KEY = Key(0, 1, 0, None, StepKind.WORK)
RECORD = SetRecord(KEY, "Circuit", None, "Curl", None, 8, 24, SetOutcome.DONE)


def test_nothing_is_written_before_a_session_is_open() -> None:
    """Without a session there is nothing a change could belong to."""
    history = FakeHistory()
    Recorder(history).write((STOPPED,), LATER)
    assert {} == history.outcomes


def test_an_opening_that_failed_is_tried_again() -> None:
    """The session begins with the first write that history takes."""
    history = FakeHistory()
    recorder = Recorder(history)
    history.broken = "the disk is full"
    recorder.open(OPENING)
    assert "the disk is full" == recorder.fault
    history.broken = None
    recorder.write((STOPPED,), LATER)
    assert recorder.fault is None
    assert ([OPENING], {1: ["stopped"]}) == (history.openings, history.outcomes)


def test_changes_that_waited_are_written_once() -> None:
    """A change is handed over again until it is taken, and then never more."""
    history = FakeHistory()
    recorder = Recorder(history)
    recorder.open(OPENING)
    history.broken = "locked"
    recorder.write((STOPPED,), LATER)
    history.broken = None
    recorder.write((), LATER)
    recorder.write((), LATER)
    assert {1: ["stopped"]} == history.outcomes


def test_history_that_could_not_be_read_is_well_again_after_a_write() -> None:
    """The first write that succeeds takes the fault of the start back."""
    recorder = Recorder(FakeHistory(), "locked")
    assert "locked" == recorder.fault
    recorder.open(OPENING)
    assert recorder.fault is None


def test_a_session_taken_up_keeps_its_id() -> None:
    """What happens after a new start belongs to the same session."""
    history = FakeHistory()
    recorder = Recorder(history)
    recorder.take_up(OpenSession(7, "short", WORKOUT, PLAN, fake_wall(), LATER, ()))
    recorder.write((STOPPED,), LATER)
    assert ([], {7: ["stopped"]}) == (history.openings, history.outcomes)


def test_a_new_session_waits_for_what_the_last_could_not_write() -> None:
    """Nothing is dropped, and nothing of one session lands in another."""
    history = FakeHistory()
    recorder = Recorder(history)
    recorder.open(OPENING)
    history.broken = "the disk is full"
    recorder.write((STOPPED,), LATER)
    recorder.open(replace(OPENING, name="other"))
    assert recorder.is_behind
    history.broken = None
    recorder.retry()
    assert not recorder.is_behind
    assert {1: ["stopped"], 2: []} == history.outcomes


def test_what_a_history_has_lost_is_written_once_more() -> None:
    """A history that is another one all of a sudden gets the session from its beginning on."""
    history = FakeHistory()
    recorder = Recorder(history)
    recorder.open(OPENING)
    recorder.write((STOPPED,), LATER)
    recorder.write((REOPENED,), LATER)
    history.lose()
    recorder.write((STOPPED,), LATER)
    assert recorder.fault is None
    assert ([OPENING], {1: ["stopped", "open", "stopped"]}) == (
        history.openings,
        history.outcomes,
    )


def test_a_session_taken_up_is_written_whole_where_it_was_lost() -> None:
    """Its sets of before are not forgotten, nor when and as what it began."""
    history = FakeHistory()
    recorder = Recorder(history)
    recorder.take_up(OpenSession(1, "short", WORKOUT, PLAN, fake_wall(), LATER, (RECORD,)))
    history.gone = {1}
    recorder.write((STOPPED,), LATER)
    assert [replace(OPENING, position=LATER)] == history.openings
    assert ({1: ["Curl"]}, {1: ["stopped"]}) == (history.sets, history.outcomes)


def test_a_rescue_begins_all_anew_that_is_owed() -> None:
    """What waits for a session that went with its history is written into a new one."""
    history = FakeHistory()
    recorder = Recorder(history)
    recorder.open(OPENING)
    history.broken = "no such folder"
    recorder.write((STOPPED,), LATER)
    history.broken = None
    recorder.rescue()
    assert not recorder.is_behind
    assert {1: ["stopped"]} == history.outcomes


def test_a_rescue_leaves_alone_what_is_written() -> None:
    """Nothing is written twice where nothing was lost."""
    history = FakeHistory()
    recorder = Recorder(history)
    recorder.open(OPENING)
    recorder.write((STOPPED,), LATER)
    recorder.rescue()
    assert {1: ["stopped"]} == history.outcomes


def test_a_position_alone_is_no_debt() -> None:
    """Where only the position could not be written, nothing that was done is missing."""
    history = FakeHistory()
    recorder = Recorder(history)
    recorder.open(OPENING)
    history.broken = "locked"
    recorder.write((), LATER)
    assert ("locked", False) == (recorder.fault, recorder.is_behind)


def test_without_a_session_a_fault_of_the_start_stays() -> None:
    """Nothing was written, so nothing shows that history works again."""
    recorder = Recorder(FakeHistory(), "locked")
    recorder.retry()
    assert "locked" == recorder.fault
