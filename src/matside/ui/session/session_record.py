"""What is recorded of a session: what it goes through, its sets, how far it is and since when."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from matside.core.history import corrections, ledger
from matside.core.history.ending import counts_for_a_time
from matside.core.history.last_time import (
    LastSessions,
    LastSets,
    Proposal,
    as_kept,
    last_time,
    proposal,
)
from matside.core.history.ledger import Sets
from matside.core.history.rounds import KnownRounds, rounds_before
from matside.core.session.clock import Anchor, Clock
from matside.core.session.reading import Reading
from matside.core.session.record import (
    Change,
    EffortChanged,
    Opening,
    OpenSession,
    OutcomeChanged,
    Position,
    RoundsBefore,
    SessionOutcome,
    SetOutcome,
    SetRecord,
)
from matside.core.session.values import Fact, Phase, SessionStarted, Transition
from matside.core.settings import Settings
from matside.core.workout.model import Exercise
from matside.core.workout.plan import Plan
from matside.ui.session.program import Program
from matside.ui.session.session_saver import SessionSaver


class SessionRecord:
    """The record of a session, which `saver` passes to history.

    `program` is what the session goes through, None before one was chosen, and `sets` are those
    done and skipped so far. `effort` is how hard it was, 1 to 5, None where nobody says.
    `started` is the hour at which it began. An instant of the session is dated by what `wall` said
    at its start. `rounds_before` is what was done before of those blocks of the program that last
    for a time, by their places.
    """

    def __init__(self, saver: SessionSaver, clock: Clock, wall: Callable[[], datetime]) -> None:
        self.program: Program | None = None
        self.sets: Sets = {}
        self.effort: int | None = None
        self.rounds_before: Mapping[int, RoundsBefore] = {}
        self._saver = saver
        self._clock = clock
        self._wall = wall
        self._position: Position | None = None
        self._before: LastSets | None = None
        self._sessions: LastSessions = {}
        self._rounds: KnownRounds = {}
        self._anchor = self._anchored(clock.session())
        self.started = self._anchor.wall

    @property
    def position(self) -> Position | None:
        """How far the session has got, or where it ended; None before it began."""
        return self._position

    @property
    def plan(self) -> Plan:
        """The plan of the program, which must have been chosen."""
        return self._loaded().plan

    @property
    def unsaved(self) -> frozenset[int]:
        """The places in the plan of those sets that history does not hold yet as they are."""
        return (
            ledger.lacking(self.plan, self.sets, self._saver.recorder.kept)
            if self.sets
            else frozenset()
        )

    @property
    def counts_for_a_time(self) -> Mapping[int, tuple[int, int]]:
        """How many sets of each block that lasts for a time history holds as done and skipped."""
        return counts_for_a_time(self.plan, self._saver.recorder.kept)

    @property
    def kept_sets(self) -> Sets:
        """The sets that history holds as they are."""
        kept = self._saver.recorder.kept
        return {key: each for key, each in self.sets.items() if kept.get(key) == each}

    def kept_places(self, outcome: SetOutcome) -> frozenset[int]:
        """Return the places in the plan of the sets that history holds with `outcome`."""
        return ledger.places(self.plan, self.sets, outcome) - self.unsaved

    def correctable(self, phase: Phase) -> SetRecord | None:
        """Return the last set as it is recorded, if that may be corrected in `phase`."""
        if self.program is None:
            return None
        return corrections.correctable(self.plan, self.sets, phase)

    def first_reps(self, record: SetRecord) -> int:
        """Return where the reps of `record` begin if nobody has said how many they were."""
        step = self.plan.set_from(record.key)
        others = {key: each for key, each in self.sets.items() if key != record.key}
        last = last_time(step, others, self._before or {})
        return corrections.first_reps(step, None if last is None else last.reps)

    def filled(self, reading: Reading, phase: Phase) -> Reading:
        """Return `reading` of `phase` with what it takes from the sets of today and last time."""
        last = last_time(reading.shown, self.sets, self._before or {})
        return replace(
            as_kept(reading, self.plan, self.sets, self._before or {}),
            confirmed=reading.confirmed if self._saver.recorder.is_written else None,
            correctable=self.correctable(phase),
            last_time=last,
            is_first_time=last is None and self._before is not None,
            rounds_before=self.rounds_before.get(reading.shown.key.block),
            is_empty=not self.sets,
        )

    def rate(self, effort: int) -> EffortChanged:
        """Take `effort`, or take it back where it was said already; return what that changes."""
        self.effort = None if effort == self.effort else effort
        return EffortChanged(self.effort)

    def remember(self, before: LastSets, sessions: LastSessions, rounds: KnownRounds) -> None:
        """Compare with `before` from now on: what was done of each exercise the last time.

        `sessions` are those by which it is known what to try next, and `rounds` those of blocks
        for a time.
        """
        self._before, self._sessions, self._rounds = before, sessions, rounds
        self._compare()

    def proposal(self, exercise: Exercise, settings: Settings) -> Proposal | None:
        """Return what to try next in `exercise`; None where there is nothing to say."""
        return proposal(exercise, self._sessions, settings)

    def load(self, program: Program | None) -> None:
        """Begin an empty record of `program`."""
        self.program = program
        self.sets = {}
        self._position = None
        self._compare()

    def replan(self, plan: Plan) -> None:
        """Let the session go through `plan` from now on."""
        self.program = replace(self._loaded(), plan=plan)

    def take_up(self, session: OpenSession, now: int) -> None:
        """Go on at `now` with the record of a session that was left open."""
        self.program = Program(session.name, session.workout, session.plan)
        self._compare()
        self.sets = {record.key: record for record in session.sets}
        self._position = session.position
        self._anchor = self._anchored(now)
        self.started = session.started
        self._saver.take_up(session)
        self._saver.write(ledger.taken_up(session, self._anchor.wall), session.position)

    def put_away(self, session: OpenSession) -> None:
        """Keep what was done of a session that was left open, as a stopped one."""
        self._saver.take_up(session)
        stopped = OutcomeChanged(SessionOutcome.STOPPED, session.position.seen)
        self._saver.write((stopped,), session.position)

    def note(self, facts: Sequence[Fact], extra: Sequence[Change], now: int) -> Sequence[Change]:
        """Take in what `facts` change at `now`, then `extra`; return all that is to be written."""
        if _has_started(facts):
            self._anchor = self._anchored(now)
            self.started = self._anchor.wall
        found = ledger.changes(self.plan, self.sets, facts, self._anchor, self._before)
        changes = (*found, *extra)
        self.sets = ledger.applied(self.sets, changes)
        return changes

    def write(self, turn: Transition, changes: Sequence[Change], now: int) -> None:
        """Pass to history the `changes` that `turn` has made, and how far the session is `now`."""
        self._position = ledger.position(turn.phase, self._position, now, self._anchor)
        if self._position is None:
            return
        if _has_started(turn.facts):
            self._open(self._position)
        else:
            self._saver.write(changes, self._position)

    def _open(self, position: Position) -> None:
        program = self._loaded()
        self._saver.open(
            Opening(program.name, program.workout, program.plan, self.started, position)
        )

    def _compare(self) -> None:
        """Look up what was done before of the program; another plan of it changes no block."""
        found = self.program
        self.rounds_before = (
            {} if found is None else rounds_before(found.name, found.plan, self._rounds)
        )

    def _loaded(self) -> Program:
        assert self.program is not None  # a session begins with what was loaded
        return self.program

    def _anchored(self, now: int) -> Anchor:
        """Return what the wall clock says at the session's instant `now`."""
        return Anchor(now, self._wall(), self._clock.speed)


def _has_started(facts: Sequence[Fact]) -> bool:
    return any(isinstance(fact, SessionStarted) for fact in facts)
