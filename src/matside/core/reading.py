"""What the screen shows at an instant, as meanings without words."""

from dataclasses import dataclass
from enum import Enum

from matside.core.plan import Step
from matside.core.record import SetOutcome


class Look(Enum):
    """The colour and the word of the moment."""

    WORK = "work"
    READY = "ready"
    SWITCH = "switch"
    REST = "rest"
    PAUSED = "paused"
    DONE = "done"


class Layout(Enum):
    """How the stage is laid out: WORK for sets and switches, CHANGE_OVER for what comes next."""

    WORK = "work"
    CHANGE_OVER = "change-over"


class Press(Enum):
    """What Space does at the moment."""

    START = "start"
    SET_DONE = "set done"
    START_NOW = "start now"
    PAUSE = "pause"
    RESUME = "resume"
    DONE = "done"


class Why(Enum):
    """Why a session is paused: asked for, a set forgotten, or the laptop slept."""

    ASKED = "asked"
    FORGOTTEN = "forgotten"
    SLEPT = "slept"


@dataclass(frozen=True, slots=True)
class Pause:
    """A pause: why, and for how many whole seconds so far."""

    why: Why
    seconds: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What the stage shows of a session that is running or paused.

    `shown` is the set under way, else the one that comes next; `following` the set after it.
    `step` is the running step and `place` its place in the plan, from 0; `share` is the part
    of it that has gone by, 0 to 1 (of a counted set by its estimate).
    `seconds` are the countdown's digits: what is left, of a lead-in while one runs, counted up
    in overtime; None in a counted set, whose number is its reps.
    `held_back` are the seconds of a hold that wait behind its lead-in, None without lead-in.
    `flooded` is true in the last seconds before a go, when the whole window is yellow.
    `confirmed` is what a press has just made of a set, for as long as the screen says so.
    `left` are the whole seconds left of the workout.
    `resume` is the lead-in in whole seconds that follows RESUME here, 0 where there is none.
    """

    look: Look
    layout: Layout
    press: Press
    step: Step
    place: int
    share: float
    shown: Step
    following: Step | None
    seconds: int | None
    held_back: int | None
    overtime: bool
    flooded: bool
    adjustable: bool
    confirmed: SetOutcome | None
    pause: Pause | None
    left: int
    resume: int
