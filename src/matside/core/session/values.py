"""The values a session is made of: its phases, what is asked of it, and what happened."""

from enum import Enum

from matside.core.session.looks import PauseReason
from matside.core.session.record import SetOutcome
from matside.core.workout.steps import StepKey
from matside.frozen import frozen


class Command(Enum):
    """What is asked of a session."""

    START = "start"
    NEXT = "next"
    PAUSE = "pause"
    RESUME = "resume"
    BACK = "back"
    SKIP = "skip"
    ADJUST = "adjust"
    STOP = "stop"


class CueKind(Enum):
    """What a cue tells: a second of the 3-2-1, the middle of a hold, or a rep of a paced set.

    Within a rep, STILL is where one holds still, MOVE where one moves on.
    """

    TICK = "tick"
    HALF_WAY = "half-way"
    REP = "rep"
    STILL = "still"
    MOVE = "move"


@frozen
class Cue:
    """A sign at `offset` ms from the start of its step, by the step's present length.

    `rep` is the rep that begins there, from 1; 0 where none does.
    """

    offset: int
    sign: CueKind
    rep: int = 0


@frozen
class StepProgress:
    """How far one step has been done.

    `elapsed` and `length` are in ms; `length` is the present one, None where the step lasts
    until the athlete says so.
    `shortened` says that NEXT has cut a rest down to its lead-in.
    Cues at offsets below `cues_fired_before` have come due already.
    `clock` is what the clock of its minute, or of its block, showed when nothing of the step had
    run, in ms; None where none runs.
    `undo` holds the steps that presses ended on the way here, the last of them at the end;
    it is empty where the step began by itself or was entered by BACK.
    """

    key: StepKey
    elapsed: int
    length: int | None
    shortened: bool = False
    cues_fired_before: int = 0
    undo: tuple["EndedStep", ...] = ()
    clock: int | None = None


@frozen
class EndedStep:
    """A step that a press ended, as it stood; `outcome` is what became of it if it is a set."""

    progress: StepProgress
    outcome: SetOutcome | None


class Entry(Enum):
    """How a running step was entered: by itself, by START, NEXT or SKIP, or once more.

    That is by BACK or RESUME, or because rep pace was switched on or off.
    """

    ITSELF = "itself"
    ONWARDS = "onwards"
    AGAIN = "again"


@frozen
class Times:
    """How long a session has been running and paused, in ms, and how often it was paused."""

    ran: int = 0
    paused: int = 0
    pauses: int = 0


@frozen
class Idle:
    """Nothing has started; `pressed` is the instant of the last press that counted."""

    pressed: int | None = None


@frozen
class Running:
    """A step is under way.

    Its clock stands at `progress.elapsed` until the instant `clock_starts_at` and runs on from
    there; while `lead_in_from` is not None that is the end of a lead-in, whose ticks from the
    instant `lead_in_from` on are still to come.
    The step was entered at the instant `began`, in the way `entry`; the session runs since the
    instant `since`, when its times were `times`. A press last counted at the instant `pressed`,
    and a step last began by itself at the instant `by_itself`.
    """

    progress: StepProgress
    clock_starts_at: int
    lead_in_from: int | None
    began: int
    entry: Entry
    since: int
    times: Times
    pressed: int | None
    by_itself: int | None = None


@frozen
class Paused:
    """A step waits for RESUME, since the instant `since`, when the times were `times`."""

    progress: StepProgress
    why: PauseReason
    since: int
    times: Times
    pressed: int | None
    by_itself: int | None = None


@frozen
class Over:
    """The session has ended at the instant `at`.

    `stopped` is the progress of the step at which STOP ended it, None where it came to its end;
    then `undo` is that of the last step. Both are for a BACK on the finish page.
    """

    at: int
    stopped: StepProgress | None
    undo: tuple[EndedStep, ...]
    times: Times
    pressed: int | None
    by_itself: int | None = None

    @property
    def finished(self) -> bool:
        """Whether the session has come to its end, and was not stopped."""
        return self.stopped is None


Phase = Idle | Running | Paused | Over


@frozen
class SessionStarted:
    """The session left Idle."""

    at: int


@frozen
class StepBegan:
    """A step began; not by BACK.

    `silent` where nothing sounds, because the session is paused; `led_in` where the go comes
    after a lead-in.
    """

    at: int
    key: StepKey
    silent: bool
    led_in: bool = False


@frozen
class SetEnded:
    """A set was done or skipped after `elapsed` ms of its clock, a paced one in the rep `rep`.

    One that `is_cut` was skipped by the end of its minute, or of the time of its block.
    """

    at: int
    key: StepKey
    elapsed: int
    outcome: SetOutcome
    rep: int | None = None
    is_cut: bool = False


@frozen
class WentBack:
    """BACK led to the step named `to`: sets from there on are neither done nor skipped."""

    at: int
    to: StepKey


@frozen
class CueCame:
    """A cue came due in the step named `key` or in its lead-in; `rep` is that of the cue."""

    at: int
    key: StepKey
    sign: CueKind
    rep: int = 0


@frozen
class LeadInEnded:
    """The lead-in is over and the set's clock runs."""

    at: int
    key: StepKey


@frozen
class OvertimeBegan:
    """A rest is over and waits for the athlete."""

    at: int
    key: StepKey


@frozen
class LengthChanged:
    """ADJUST, or NEXT in a rest, gave the running step another length in ms."""

    at: int
    key: StepKey
    length: int


@frozen
class SessionPaused:
    """The session was paused."""

    at: int
    why: PauseReason


@frozen
class SessionResumed:
    """The session goes on."""

    at: int


@frozen
class SessionFinished:
    """The last set was left; `silent` where that happened while paused."""

    at: int
    silent: bool


@frozen
class SessionReopened:
    """BACK took a session up again that was over since the instant `since`."""

    at: int
    since: int


@frozen
class SessionStopped:
    """The athlete ended the session early."""

    at: int


Fact = (
    SessionStarted
    | StepBegan
    | SetEnded
    | WentBack
    | CueCame
    | LeadInEnded
    | OvertimeBegan
    | LengthChanged
    | SessionPaused
    | SessionResumed
    | SessionFinished
    | SessionReopened
    | SessionStopped
)


@frozen
class Transition:
    """A phase and the facts that led to it, in order."""

    phase: Phase
    facts: tuple[Fact, ...] = ()
