"""Runs a session by the clock: passes instants to the core, and reports what happened."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from matside.core.durations import SECOND
from matside.core.history.corrections import corrected
from matside.core.history.ending import Ending, ending_of
from matside.core.history.ledger import Sets
from matside.core.history.recorder import Recorder
from matside.core.session import deadlines, laws, plan_change, progress, sequencer
from matside.core.session.clock import Clock
from matside.core.session.reading import Reading, read, read_next
from matside.core.session.record import Change, OpenSession, Replanned, SetRecord
from matside.core.session.values import (
    Command,
    Idle,
    Over,
    Paused,
    Phase,
    Running,
    Times,
    Transition,
)
from matside.core.settings import Settings
from matside.core.workout.plan import replan
from matside.ui.session.audience import Audience, Listener
from matside.ui.session.last_beat import LastBeat
from matside.ui.session.program import Program
from matside.ui.session.session_record import SessionRecord
from matside.ui.session.session_saver import SessionSaver

BEAT = SECOND
"""The maximum time between two beats, in unscaled ms."""

_log = logging.getLogger(__name__)


class Player(QObject):
    """One session after the other, run by one single-shot timer.

    `offered` is a session that was left open, until it is taken up or put away.
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
    ) -> None:
        super().__init__()
        self._clock = clock
        self.recording = SessionSaver(recorder, self)
        self.record = SessionRecord(self.recording, clock, wall)
        self.audience = Audience(listeners, self.listener_failed.emit)
        self.offered: OpenSession | None = None
        self._phase: Phase = Idle()
        self._last_beat = LastBeat(clock)
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
        return self.record.program

    @property
    def sets(self) -> Sets:
        """The sets done and skipped so far."""
        return self.record.sets

    @property
    def correctable(self) -> SetRecord | None:
        """The last set as it is recorded, while that may be corrected; else None."""
        return self.record.correctable(self._phase)

    @property
    def in_session(self) -> bool:
        """Whether a session is running or paused."""
        return isinstance(self._phase, Running | Paused)

    def reading(self) -> Reading | None:
        """Return what the stage shows now, None out of a session."""
        if self.program is None or not isinstance(self._phase, Running | Paused):
            return None
        reading = read(self.program.plan, self._phase, self._awake_until())
        return self.record.filled(reading, self._phase)

    def coming(self) -> Reading | None:
        """Return what the stage will show next; before a session what it begins with."""
        if self.program is None:
            return None
        return read_next(self.program.plan, self._phase, self._awake_until())

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
        if not isinstance(self._phase, Running):
            return SECOND
        left = progress.until_next_second(self._phase, self._clock.session())
        return max(1, self._clock.wait_for(left))

    @property
    def ending(self) -> Ending | None:
        """How the session ended, None before it has."""
        if not isinstance(self._phase, Over):
            return None
        return ending_of(self.record.plan, self.sets, self._phase)

    @property
    def ended_with_nothing(self) -> bool:
        """Whether the session was stopped before any set was done or skipped."""
        return self.ending is Ending.STOPPED and not self.sets

    def load(self, program: Program | None) -> None:
        """Use `program` for the next session; None leaves nothing to start."""
        self.record.load(program)
        self._stand_at(Idle(pressed=self._phase.pressed))

    def beat(self) -> None:
        """Pass the current instant to the core; the player's own timer calls this in time."""
        self._timer.start(BEAT)  # even after an exception there is another beat
        if isinstance(self._phase, Idle):
            if self.recording.recorder.is_behind:
                self.recording.recorder.retry()
            self._arm()
            return
        plan = self.record.plan
        self._turn(lambda now: deadlines.advance(plan, self._phase, now))

    def finds_sleep(self) -> bool:
        """Pause if the machine has slept since the last beat; return whether it has.

        The key that finds this must be dropped.
        """
        if not self._has_slept():
            return False
        at = self._last_beat.wake()
        self._take(sequencer.fall_asleep(self.record.plan, self._phase, at), at)
        return True

    def press(self) -> None:
        """Do what Space means now, if the press counts."""
        plan = self.record.plan
        self._turn(lambda now: sequencer.press(plan, self._phase, now))

    def take_press(self) -> bool:
        """Return whether a press that a page uses for itself counts; the guard applies too."""
        if not sequencer.accepts(self._phase, self._clock.session()):
            return False
        self.note_press()
        return True

    def note_press(self) -> None:
        """Count a key that has answered a question as a press: one right after it is no other."""
        self._phase = replace(self._phase, pressed=self._clock.session())

    def command(self, command: Command, *, by: int = 0) -> None:
        """Do `command` now; `by` is what ADJUST adds, in ms."""
        plan = self.record.plan
        self._turn(lambda now: sequencer.handle(plan, self._phase, command, now, by=by))

    def correct(self, record: SetRecord) -> bool:
        """Keep `record`; return False where its set may not be corrected any more."""
        plan, now = self.record.plan, self._last_beat.now()
        turn = deadlines.advance(plan, self._phase, now)
        before = self.record.correctable(turn.phase)
        is_that = before is not None and before.key == record.key
        self._take(turn, now, corrected(self.record.sets, record) if is_that else ())
        return is_that

    def rate(self, effort: int) -> None:
        """Keep how hard the session was that is over, 1 to 5; said again it is not known."""
        if isinstance(self._phase, Over):
            change = self.record.rate(effort)
            self._take(Transition(self._phase), self._last_beat.at, (change,))

    def leave(self) -> None:
        """Leave the finish page; the guard of the last press stays in force."""
        self.record.effort = None
        self._stand_at(Idle(pressed=self._phase.pressed))

    def replan(self, settings: Settings) -> None:
        """Let `settings` hold from the next step of the session on, and their rep pace at once.

        In a session that is over they hold for whatever BACK leads to. Before one do nothing;
        where they make no other plan, nothing is told or written.
        """
        if self.in_session:
            self.beat()
        program = self.program
        key = None if program is None else progress.reached(program.plan, self._phase)
        if program is None or key is None:
            return
        plan = replan(program.plan, key, program.workout, settings)
        if plan == program.plan:
            return
        now = self._last_beat.at
        phase = plan_change.follow(program.plan, plan, self._phase, now)
        self.record.replan(plan)
        self._take(Transition(phase), now, (Replanned(plan),))

    def take_up(self, session: OpenSession) -> None:
        """Resume a session that was left open; it is paused."""
        now, self.offered = self._clock.session(), None
        self.record.take_up(session, now)
        phase = sequencer.take_up(session.position, now)
        self._stand_at(replace(phase, pressed=self._phase.pressed))

    def put_away(self, session: OpenSession) -> None:
        """Keep what was done of a session that was left open, as a stopped one."""
        self.offered = None
        self.record.put_away(session)
        self._arm()

    def forget(self) -> None:
        """Know nothing more of any session of before, whether it was done or only offered."""
        self.recording.forget()
        self.offered = None
        self.load(self.program)

    def let_go(self, session: int) -> bool:
        """Know no more of `session`, which somebody deletes; nothing leads back into it.

        Return whether it was the one that is over, which is left then.
        """
        is_over = self.recording.recorder.session == session and isinstance(self._phase, Over)
        self.recording.let_go(session)
        if is_over:
            self.leave()
        return is_over

    def _stand_at(self, phase: Phase) -> None:
        """Stand at `phase`, of which nobody has heard: what was wished before is over."""
        self._phase = phase
        self.audience.forget_wishes()
        self._arm()
        self.changed.emit()

    def _turn(self, ask: Callable[[int], Transition]) -> None:
        if not self.finds_sleep():
            now = self._last_beat.now()
            self._take(ask(now), now)

    def _has_slept(self) -> bool:
        return isinstance(self._phase, Running) and self._last_beat.is_long_ago

    def _awake_until(self) -> int:
        """Return the session's instant, or the last before a sleep that nobody has noticed."""
        return self._last_beat.at if self._has_slept() else self._clock.session()

    def _take(self, turn: Transition, now: int, extra: Sequence[Change] = ()) -> None:
        """Make `turn` the session's: for the disk first, then for everybody and the screen.

        Nobody waits for the disk; only what calls a set done does.
        """
        changes = self.record.note(turn.facts, extra, now)
        counted = self.in_session and turn.phase.pressed != self._phase.pressed
        if turn.phase is not self._phase:
            self._judge(turn.phase, now)
        self._phase = turn.phase
        try:
            self.record.write(turn, changes, now)
            self.audience.tell(self.record.plan, turn, now)
        finally:
            self._arm()
        if counted:
            self.pressed.emit()
        if turn.facts or extra or counted:
            self.changed.emit()

    def _judge(self, phase: Phase, now: int) -> None:
        """Say in the log where `phase` should not be; the workout goes on from it all the same."""
        for law in laws.broken(self.record.plan, phase, now):
            _log.error("The session breaks a law: %s. %r", law.value, phase)

    def _arm(self) -> None:
        """Start the timer for the next beat, after a second at most even if this raises."""
        wished = self.audience.wished
        if not (self.in_session or self.recording.recorder.is_behind or wished is not None):
            self._timer.stop()
            return
        self._timer.start(BEAT)
        wait = BEAT
        for instant in (self._deadline(), wished):
            if instant is not None:
                wait = min(wait, self._clock.wait_for(instant - self._clock.session()))
        self._timer.start(wait)

    def _deadline(self) -> int | None:
        if self.program is None:
            return None
        return deadlines.next_deadline(self.program.plan, self._phase)
