"""The recorder hands every change to history once, and catches up after a failure."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from matside.core.history.recorder import Recorder
from matside.core.ports.devices import Told, ask_at_once
from matside.core.ports.history import HistoryError
from matside.core.session.record import (
    Change,
    Opening,
    OpenSession,
    OutcomeChanged,
    Pause,
    PauseBegan,
    PauseEnded,
    Position,
    SessionOutcome,
    SetKept,
    SetOutcome,
    SetRecord,
    SetsDropped,
)
from matside.core.workout.model import Workout
from matside.core.workout.plan import Plan
from matside.core.workout.steps import PREPARE_KEY, StepKey, StepKind
from tests.support.fakes import FakeDisk, FakeHistory, fake_wall

AT_START = Position(PREPARE_KEY, 0, 10_000, 0, 0)
LATER = Position(PREPARE_KEY, 4_000, 10_000, 4_000, 0)
WORKOUT = Workout("Short", ())
PLAN = Plan((), resume=0, wait=False)
OPENING = Opening("short", WORKOUT, PLAN, fake_wall(), AT_START)
STOPPED = OutcomeChanged(SessionOutcome.STOPPED)
REOPENED = OutcomeChanged(SessionOutcome.OPEN)
KEY = StepKey(0, 1, 0, None, StepKind.WORK)
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


def test_a_session_without_sets_is_no_loss() -> None:
    """It is behind all the same, and is lacked as soon as a set is done in it."""
    history = FakeHistory()
    history.broken = "the folder can only be read"
    recorder = Recorder(history)
    recorder.open(OPENING)
    recorder.write((STOPPED,), LATER)
    assert (True, False) == (recorder.is_behind, recorder.lacks_sets)
    recorder.write((SetKept(RECORD),), LATER)
    assert recorder.lacks_sets
    history.broken = None
    recorder.retry()
    assert not recorder.lacks_sets


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


def test_the_pauses_of_a_session_taken_up_are_written_again_where_it_was_lost() -> None:
    """The one that was over, and the one in which it still stands."""
    history = FakeHistory()
    recorder = Recorder(history)
    began, ended, stands = (fake_wall() + timedelta(seconds=each) for each in (10, 20, 30))
    pauses = (Pause(began, ended), Pause(stands))
    session = OpenSession(1, "short", WORKOUT, PLAN, fake_wall(), LATER, (), pauses=pauses)
    recorder.take_up(session)
    history.gone = {1}
    recorder.write((STOPPED,), LATER)
    assert [PauseBegan(began), PauseEnded(ended), PauseBegan(stands)] == history.stood


class TakenAway(FakeHistory):
    """A history whose folder is taken away; only a session that begins makes it anew."""

    is_away = False

    def open(self, opening: Opening) -> int:
        """Make the folder, and all in it anew."""
        if self.is_away:
            self.is_away = False
            self.lose()
        return super().open(opening)

    def write(self, session: int, changes: Sequence[Change], position: Position) -> None:
        """Write nothing where there is no folder."""
        if self.is_away:
            raise HistoryError("no such folder")
        super().write(session, changes, position)


def test_a_rescue_begins_all_anew_that_is_owed() -> None:
    """What waits for a session that went with its history is written into a new one."""
    history = TakenAway()
    recorder = Recorder(history)
    recorder.open(OPENING)
    history.is_away = True
    recorder.write((STOPPED,), LATER)
    recorder.retry()
    assert (True, "no such folder") == (recorder.is_behind, recorder.fault)
    recorder.rescue()
    assert not recorder.is_behind
    assert ({1: ["stopped"]}, False) == (history.outcomes, history.is_away)


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


def test_what_is_forgotten_is_never_written() -> None:
    """Neither what was owed, nor what would go on with it; the next session is a new one."""
    history = FakeHistory()
    recorder = Recorder(history)
    recorder.open(OPENING)
    history.broken = "the disk is full"
    recorder.write((SetKept(RECORD),), LATER)
    recorder.forget()
    assert (False, None, None) == (recorder.is_behind, recorder.session, recorder.fault)
    history.broken = None
    recorder.write((STOPPED,), LATER)
    recorder.rescue()
    assert [AT_START] == history.positions
    recorder.open(replace(OPENING, name="another"))
    assert {1: [], 2: []} == history.sets


def test_a_session_that_is_deleted_is_not_written_again() -> None:
    """What happens in it after that goes nowhere; of others nothing is forgotten."""
    history = FakeHistory()
    recorder = Recorder(history)
    recorder.open(OPENING)
    recorder.let_go(7)
    assert 1 == recorder.session
    recorder.let_go(1)
    recorder.write((SetKept(RECORD),), LATER)
    recorder.retry()
    assert (None, [AT_START]) == (recorder.session, history.positions)


def test_a_fault_goes_with_the_session_that_could_not_be_written() -> None:
    """It stays where the one that is deleted was another."""
    history = FakeHistory()
    recorder = Recorder(history)
    recorder.open(OPENING)
    history.broken = "locked"
    recorder.write((), LATER)
    recorder.let_go(9)
    assert "locked" == recorder.fault
    recorder.write((SetKept(RECORD),), LATER)
    recorder.take_up(OpenSession(7, "short", WORKOUT, PLAN, fake_wall(), LATER, ()))
    recorder.let_go(7)
    assert (1, "locked") == (recorder.session, recorder.fault)
    recorder.let_go(1)
    assert (False, None) == (recorder.is_behind, recorder.fault)


def slow() -> tuple[FakeHistory, FakeDisk, Recorder]:
    """Return a recorder over a disk that takes its time, with both."""
    history, disk = FakeHistory(), FakeDisk()
    return history, disk, Recorder(history, ask=disk.ask)


def test_what_happens_while_history_is_busy_is_written_in_one_piece_after_it() -> None:
    """However slow the disk is, one piece is under way, and nothing is piled up or missing."""
    history, disk, recorder = slow()
    recorder.open(OPENING)
    for place in range(50):
        recorder.write((SetKept(numbered(place)),), LATER)
        assert (1, True) == (disk.waiting, recorder.is_writing)
    disk.go_on()
    assert (1, {}, False) == (disk.waiting, dict(recorder.kept), recorder.is_written)
    disk.go_on()
    assert {1: [f"Curl {place}" for place in range(50)]} == history.sets
    assert (0, False, True) == (disk.waiting, recorder.is_writing, recorder.is_written)


def numbered(place: int) -> SetRecord:
    """Return a set of its own at `place`."""
    key = StepKey(0, 1, place, None, StepKind.WORK)
    return replace(RECORD, key=key, name=f"Curl {place}")


def test_only_what_is_written_is_kept() -> None:
    """A set is kept from the answer on, and is so until what takes it back is written."""
    _, disk, recorder = slow()
    recorder.open(OPENING)
    recorder.write((SetKept(RECORD),), LATER)
    assert ({}, False) == (recorder.kept, recorder.is_written)
    disk.catch_up()
    assert ({KEY: RECORD}, True) == (recorder.kept, recorder.is_written)
    recorder.write((SetsDropped((KEY,)),), LATER)
    assert ({KEY: RECORD}, False) == (recorder.kept, recorder.is_written)
    disk.catch_up()
    assert ({}, True) == (recorder.kept, recorder.is_written)


def test_a_position_alone_is_written_when_history_has_time() -> None:
    """Beats while a piece is under way lead to one more, with the last position."""
    history, disk, recorder = slow()
    recorder.open(OPENING)
    disk.catch_up()
    for elapsed in (1_000, 2_000, 3_000):
        recorder.write((), replace(LATER, elapsed=elapsed))
    disk.catch_up()
    assert [0, 1_000, 3_000] == [position.elapsed for position in history.positions]


@pytest.mark.parametrize("forgets", [False, True])
def test_what_comes_up_meanwhile_is_held_back(*, forgets: bool) -> None:
    """What is under way goes on; the rest is written after it, unless it is forgotten."""
    history, disk, recorder = slow()
    recorder.open(OPENING)
    recorder.hold(on=True)
    recorder.write((SetKept(RECORD),), LATER)
    disk.catch_up()
    recorder.retry()
    assert (0, {1: []}) == (disk.waiting, history.sets)
    if forgets:
        recorder.forget()
    recorder.hold(on=False)
    disk.catch_up()
    assert {1: [] if forgets else ["Curl"]} == history.sets


def test_every_answer_is_told() -> None:
    """Whoever listens hears of success and of failure, when all of it holds already."""
    history, disk, recorder = slow()
    told: list[str | None] = []
    recorder.tell(lambda: told.append(recorder.fault))
    recorder.open(OPENING)
    disk.catch_up()
    history.broken = "the disk is full"
    recorder.write((STOPPED,), LATER)
    disk.catch_up()
    assert [None, "the disk is full"] == told


def test_what_fails_waits_for_the_next_beat() -> None:
    """A history that fails is not asked again and again by itself."""
    history, disk, recorder = slow()
    history.broken = "locked"
    recorder.open(OPENING)
    recorder.write((STOPPED,), LATER)
    disk.go_on()
    assert (0, True, "locked") == (disk.waiting, recorder.is_behind, recorder.fault)
    history.broken = None
    recorder.retry()
    disk.catch_up()
    assert ({1: ["stopped"]}, None) == (history.outcomes, recorder.fault)


def test_a_rescue_does_not_end_with_what_was_under_way() -> None:
    """A last attempt begins after the one under way has failed, and makes the session anew."""
    history, disk, recorder = slow()
    recorder.open(OPENING)
    disk.catch_up()
    history.broken = "no such folder"
    recorder.write((STOPPED,), LATER)
    recorder.rescue()
    disk.go_on()
    history.broken = None
    history.lose()
    disk.catch_up()
    assert (False, {1: ["stopped"]}) == (recorder.is_behind, history.outcomes)


def test_a_rescue_does_not_undo_what_was_under_way() -> None:
    """What is written while the last attempt is asked for is not written once more."""
    history, disk, recorder = slow()
    recorder.open(OPENING)
    recorder.write((SetKept(RECORD),), LATER)
    disk.go_on()
    recorder.rescue()
    disk.catch_up()
    assert ({1: ["Curl"]}, {KEY: RECORD}) == (history.sets, recorder.kept)


def test_a_session_begun_while_an_older_one_is_owed_is_written_after_it() -> None:
    """Each session gets its own sets, the older one first; what is kept is the last one's."""
    history, disk, recorder = slow()
    recorder.open(OPENING)
    recorder.write((SetKept(numbered(1)), STOPPED), LATER)
    recorder.open(replace(OPENING, name="other"))
    recorder.write((SetKept(numbered(2)),), LATER)
    disk.catch_up()
    assert ["short", "other"] == [opening.name for opening in history.openings]
    assert {1: ["Curl 1"], 2: ["Curl 2"]} == history.sets
    assert {numbered(2).key: numbered(2)} == recorder.kept


def test_what_cannot_even_be_asked_for_is_asked_for_again() -> None:
    """Who asks hears of it, and what was to be written is not forgotten."""
    history, asked = FakeHistory(), 0

    def ask(work: Callable[[], Told], answer: Callable[[Told | Exception], None]) -> None:
        nonlocal asked
        asked += 1
        if asked == 1:
            raise MemoryError
        ask_at_once(work, answer)

    recorder = Recorder(history, ask=ask)
    with pytest.raises(MemoryError):
        recorder.open(OPENING)
    assert not recorder.is_writing
    recorder.retry()
    assert [OPENING] == history.openings


class Raising(FakeHistory):
    """A history that raises what nobody expects, the first time that it is to be written."""

    def __init__(self, fault: Exception) -> None:
        super().__init__()
        self._faults = [fault]

    def write(self, session: int, changes: Sequence[Change], position: Position) -> None:
        """Raise once, then write."""
        if self._faults:
            raise self._faults.pop()
        super().write(session, changes, position)


@pytest.mark.parametrize(
    ("fault", "said"),
    [(MemoryError(), "MemoryError"), (OverflowError("too large"), "too large")],
)
def test_whatever_history_raises_is_a_fault_and_no_end(fault: Exception, said: str) -> None:
    """What is owed is written with the next beat, as after every other fault."""
    history = Raising(fault)
    recorder = Recorder(history)
    recorder.open(OPENING)
    assert (said, True) == (recorder.fault, recorder.is_behind)
    recorder.write((SetKept(RECORD),), LATER)
    assert recorder.fault is None
    assert {1: ["Curl"]} == history.sets
