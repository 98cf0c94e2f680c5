"""What words and colours stand for: the moment, what Space does in it, and why it is paused."""

from enum import Enum


class Look(Enum):
    """The colour and the word of the moment."""

    WORK = "work"
    READY = "ready"
    SWITCH = "switch"
    REST = "rest"
    PAUSED = "paused"
    DONE = "done"


class Press(Enum):
    """What Space does at the moment.

    CUT leaves so much of a rest as the athlete needs to get set; START_SOON begins what comes with
    that time where the rest is over.
    """

    START = "start"
    SET_DONE = "set done"
    START_NOW = "start now"
    START_SOON = "start soon"
    CUT = "cut"
    PAUSE = "pause"
    RESUME = "resume"
    DONE = "done"


class PauseReason(Enum):
    """Why a session is paused: asked for, a set forgotten, or the laptop slept."""

    ASKED = "asked"
    FORGOTTEN = "forgotten"
    SLEPT = "slept"
