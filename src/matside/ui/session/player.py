"""Runs a session by the clock: passes instants to the core, and reports what happened."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from matside.core.durations import SECOND
from matside.core.history import ledger
from matside.core.history.ledger import Ending, Sets
from matside.core.history.recorder import Recorder
from matside.core.session import deadlines, laws, plan_change, progress, sequencer
from matside.core.session.clock import Anchor, Clock
from matside.core.session.reading import Reading, read, read_next
from matside.core.session.record import (
    Change,
    Opening,
    OpenSession,
    OutcomeChanged,
    Position,
    Replanned,
    SessionOutcome,
    SetOutcome,
)
from matside.core.session.values import (
    Command,
    Fact,
    Idle,
    Over,
    Paused,
    Phase,
    Running,
    SessionStarted,
    Times,
    Transition,
)
from matside.core.settings import Settings
from matside.core.workout.model import Workout
from matside.core.workout.plan import Plan, replan
from matside.ui.session.audience import Audience, Listener
from matside.ui.session.session_saver import SessionSaver

BEAT = SECOND
"""The maximum time between two beats, in unscaled ms."""

SLEPT_AFTER = 5 * SECOND
"""The gap between two beats above which the machine has slept, in unscaled ms."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Program:
    """What a session goes through: a workout with the chosen rounds and blocks, and its plan.

    `name` is the name under which the workout is listed.
    """

    name: str
    workout: Workout
    plan: Plan


class Player(QObject):
    """One session after the other, run by one single-shot timer.

    Signals: `changed` after every beat that brought facts, and after a plan or phase was set;
    `pressed` before that, where a press of Space in the session counted;
    `listener_failed` with the listener that was switched off.
    """

    changed = Signal()
    pressed = Signal()
    listener_failed = Signal(object)

    def __init__(
        self,
        clock: Clock,
        wall: Callable[[], datetime],
        recorder: Recorder,
        listeners: Sequence[Listener] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._wall = wall
        self.recording = SessionSaver(recorder, self)
        self.audience = Audience(listeners, self.listener_failed.emit)
        self._program: Program | None = None
        self._phase: Phase = Idle()
        self._sets: Sets = {}
        self._position: Position | None = None
        self._beat_real = clock.real()
        self._beat_session = clock.session()
        self._anchor = self._anchored(self._beat_session)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.beat)

    @property
    def phase(self) -> Phase:
        """The phase of the session."""
        return self._phase

    @property
    def program(self) -> Program | None:
        """What the session goes through, None before one was chosen."""
        return self._program

    @property
    def sets(self) -> Sets:
        """The sets done and skipped so far."""
        return self._sets

    @property
    def unsaved(self) -> frozenset[int]:
        """The places in the plan of those sets that history does not hold yet as they are."""
        kept, sets = self.recording.kept, self._sets.items()
        lacking = [key for key, record in sets if kept.get(key) != record]
        return frozenset(self._plan().place_of(key) for key in lacking) if lacking else frozenset()

    def kept_places(self, outcome: SetOutcome) -> frozenset[int]:
        """Return the places in the plan of the sets that history holds with `outcome`."""
        return ledger.places(self._plan(), self._sets, outcome) - self.unsaved

    @property
    def in_session(self) -> bool:
        """Whether a session is running or paused."""
        return isinstance(self._phase, Running | Paused)

    def reading(self) -> Reading | None:
        """Return what the stage shows now, None out of a session."""
        if self._program is None or not isinstance(self._phase, Running | Paused):
            return None
        reading = read(self._program.plan, self._phase, self._awake_until())
        return reading if self.recording.is_complete else replace(reading, confirmed=None)

    def coming(self) -> Reading | None:
        """Return what the stage will show next; before a session what it begins with."""
        if self._program is None:
            return None
        return read_next(self._program.plan, self._phase, self._awake_until())

    def times(self) -> Times:
        """Return how long the session has been running and paused."""
        return progress.times(self._phase, self._clock.session())

    def elapsed(self) -> int:
        """Return the elapsed ms of the current step, 0 outside a session."""
        if not isinstance(self._phase, Running | Paused):
            return 0
        return progress.elapsed(self._phase, self._clock.session())

    def next_change(self) -> int:
        """Return the unscaled ms until the countdown shows another second, at least 1."""
        now = self._clock.session()
        if not isinstance(self._phase, Running):
            return SECOND
        progress = self._phase.progress
        end = self._phase.clock_starts_at
        if now >= end and progress.length is not None:
            end += progress.length - progress.elapsed
        return max(1, self._clock.wait_for((end - now - 1) % SECOND + 1))

    @property
    def ending(self) -> Ending | None:
        """How the session ended, None before it has."""
        if not isinstance(self._phase, Over):
            return None
        return ledger.ending(self._plan(), self._sets, self._phase)

    @property
    def ended_with_nothing(self) -> bool:
        """Whether the session was stopped before any set was done or skipped."""
        return self.ending is Ending.STOPPED and not self._sets

    def load(self, program: Program | None) -> None:
        """Use `program` for the next session; None leaves nothing to start."""
        self._program = program
        self._sets = {}
        self._position = None
        self._stand_at(Idle(pressed=self._phase.pressed))

    def beat(self) -> None:
        """Pass the current instant to the core; the player's own timer calls this in time."""
        self._timer.start(BEAT)  # even after an exception there is another beat
        if isinstance(self._phase, Idle):
            if self.recording.is_behind:
                self.recording.retry()
            self._arm()
            return
        plan = self._plan()
        self._turn(lambda now: deadlines.advance(plan, self._phase, now))

    def finds_sleep(self) -> bool:
        """Pause if the machine has slept since the last beat; return whether it has.

        The key that finds this must be dropped.
        """
        return self._notice_sleep()

    def press(self) -> None:
        """Do what Space means now, if the press counts."""
        plan = self._plan()
        self._turn(lambda now: sequencer.press(plan, self._phase, now))

    def take_press(self) -> bool:
        """Return whether a press that a page uses for itself counts; the guard applies too."""
        now = self._clock.session()
        if not sequencer.accepts(self._phase, now):
            return False
        self._phase = replace(self._phase, pressed=now)
        return True

    def command(self, command: Command, *, by: int = 0) -> None:
        """Do `command` now; `by` is what ADJUST adds, in ms."""
        plan = self._plan()
        self._turn(lambda now: sequencer.handle(plan, self._phase, command, now, by=by))

    def leave(self) -> None:
        """Leave the finish page; the guard of the last press stays in force."""
        self._stand_at(Idle(pressed=self._phase.pressed))

    def replan(self, settings: Settings) -> None:
        """Let `settings` hold from the next step of the session on, and their rep pace at once.

        In a session that is over they hold for whatever BACK leads to. Before one do nothing;
        where they make no other plan, nothing is told or written.
        """
        if self.in_session:
            self.beat()
        program = self._program
        key = None if program is None else progress.reached(program.plan, self._phase)
        if program is None or key is None:
            return
        plan = replan(program.plan, key, program.workout, settings)
        if plan == program.plan:
            return
        now = self._beat_session
        phase = plan_change.follow(program.plan, plan, self._phase, now)
        self._program = replace(program, plan=plan)
        self._take(Transition(phase), now, (Replanned(plan),))

    def take_up(self, session: OpenSession) -> None:
        """Resume a session that was left open; it is paused."""
        now = self._clock.session()
        self._program = Program(session.name, session.workout, session.plan)
        self._sets = {record.key: record for record in session.sets}
        self._position = session.position
        self._anchor = self._anchored(now)
        self.recording.take_up(session)
        self.recording.write(ledger.taken_up(session, self._anchor.wall), session.position)
        phase = sequencer.take_up(session.position, now)
        self._stand_at(replace(phase, pressed=self._phase.pressed))

    def put_away(self, session: OpenSession) -> None:
        """Keep what was done of a session that was left open, as a stopped one."""
        self.recording.take_up(session)
        stopped = OutcomeChanged(SessionOutcome.STOPPED, session.position.seen)
        self.recording.write((stopped,), session.position)
        self._arm()

    def _stand_at(self, phase: Phase) -> None:
        """Stand at `phase`, of which nobody has heard: what was wished before is over."""
        self._phase = phase
        self.audience.forget_wishes()
        self._arm()
        self.changed.emit()

    def _plan(self) -> Plan:
        return self._loaded().plan

    def _loaded(self) -> Program:
        assert self._program is not None  # a session begins with what was loaded
        return self._program

    def _turn(self, ask: Callable[[int], Transition]) -> None:
        if not self._notice_sleep():
            now = self._clock.session()
            self._beat_real, self._beat_session = self._clock.real(), now
            self._take(ask(now), now)

    def _notice_sleep(self) -> bool:
        """Pause if the machine has slept since the last beat; return whether it has."""
        if not self._has_slept():
            return False
        at = self._beat_session
        self._beat_real = self._clock.real()
        self._take(sequencer.fall_asleep(self._plan(), self._phase, at), at)
        return True

    def _has_slept(self) -> bool:
        gap = self._clock.real() - self._beat_real
        return isinstance(self._phase, Running) and gap > SLEPT_AFTER

    def _awake_until(self) -> int:
        """Return the session's instant, or the last before a sleep that nobody has noticed."""
        return self._beat_session if self._has_slept() else self._clock.session()

    def _take(self, turn: Transition, now: int, extra: Sequence[Change] = ()) -> None:
        """Make `turn` the session's: for the disk first, then for everybody and the screen.

        Nobody waits for the disk; only what calls a set done does.
        """
        if any(isinstance(fact, SessionStarted) for fact in turn.facts):
            self._anchor = self._anchored(now)
        found = ledger.changes(self._plan(), self._sets, turn.facts, self._anchor)
        changes = (*found, *extra)
        counted = self.in_session and turn.phase.pressed != self._phase.pressed
        if turn.phase is not self._phase:
            self._judge(turn.phase, now)
        self._phase = turn.phase
        self._sets = ledger.applied(self._sets, changes)
        try:
            self._keep(turn.facts, changes, now)
            self.audience.tell(self._plan(), turn, now)
        finally:
            self._arm()
        if counted:
            self.pressed.emit()
        if turn.facts or extra or counted:
            self.changed.emit()

    def _judge(self, phase: Phase, now: int) -> None:
        """Say in the log where `phase` should not be; the workout goes on from it all the same."""
        for law in laws.broken(self._plan(), phase, now):
            _log.error("The session breaks a law: %s. %r", law.value, phase)

    def _keep(self, facts: Sequence[Fact], changes: Sequence[Change], now: int) -> None:
        self._position = self._position_at(now)
        if self._position is None:
            return
        if any(isinstance(fact, SessionStarted) for fact in facts):
            self._open(self._position)
        else:
            self.recording.write(changes, self._position)

    def _position_at(self, now: int) -> Position | None:
        if isinstance(self._phase, Running | Paused):
            position = progress.position(self._phase, now)
            return replace(position, seen=self._anchor.hour_of(now))
        if isinstance(self._phase, Idle) or self._position is None:
            return None
        so_far, over = self._phase.times, self._anchor.hour_of(self._phase.at)
        return replace(
            self._position,
            ran=so_far.ran,
            paused=so_far.paused,
            pauses=so_far.pauses,
            seen=over,
        )

    def _anchored(self, now: int) -> Anchor:
        """Return what the wall clock says at the session's instant `now`."""
        return Anchor(now, self._wall(), self._clock.speed)

    def _open(self, position: Position) -> None:
        program = self._loaded()
        started = self._anchor.wall
        opening = Opening(program.name, program.workout, program.plan, started, position)
        self.recording.open(opening)

    def _arm(self) -> None:
        """Start the timer for the next beat, after a second at most even if this raises."""
        wished = self.audience.wished
        if not (self.in_session or self.recording.is_behind or wished is not None):
            self._timer.stop()
            return
        self._timer.start(BEAT)
        wait = BEAT
        for instant in (self._deadline(), wished):
            if instant is not None:
                wait = min(wait, self._clock.wait_for(instant - self._clock.session()))
        self._timer.start(wait)

    def _deadline(self) -> int | None:
        if self._program is None:
            return None
        return deadlines.next_deadline(self._program.plan, self._phase)
