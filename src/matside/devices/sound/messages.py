"""Knows what the window and its sound process say to each other: one line a message."""

import json
from dataclasses import astuple, dataclass
from enum import Enum


class SoundFault(Enum):
    """Why nothing is heard: the system's sound library is missing, or a sound device is."""

    NO_LIBRARY = "no library"
    NO_DEVICE = "no device"


@dataclass(frozen=True, slots=True)
class Load:
    """Keep the WAV file `path` ready, and play it at `volume`, 0 to 1, as loudness is felt.

    For a file that is loaded already only the volume changes.
    """

    path: str
    volume: float


@dataclass(frozen=True, slots=True)
class Play:
    """Play the file `path` as `clip`; `asked` is when that was wanted, in ns.

    A file that is not loaded is played at `volume`.
    """

    clip: int
    path: str
    asked: int
    volume: float = 1.0


@dataclass(frozen=True, slots=True)
class Stop:
    """Break `clip` off, if it still plays."""

    clip: int


@dataclass(frozen=True, slots=True)
class Ready:
    """There is a device, and what is played will be heard."""


@dataclass(frozen=True, slots=True)
class Silent:
    """Nothing will be heard; `fault` is the value of a SoundFault, `why` is for the log."""

    fault: str
    why: str


@dataclass(frozen=True, slots=True)
class Taken:
    """The wish to play `clip` has arrived."""

    clip: int


@dataclass(frozen=True, slots=True)
class Ended:
    """`clip` has played to its end, was broken off or came too late to be played."""

    clip: int


Message = Load | Play | Stop | Ready | Silent | Taken | Ended

_KINDS: dict[str, type[Message]] = {
    kind.__name__: kind for kind in (Load, Play, Stop, Ready, Silent, Taken, Ended)
}


def encode(message: Message) -> bytes:
    """Return `message` as one line of ASCII, its end included."""
    return json.dumps([type(message).__name__, *astuple(message)]).encode("ascii") + b"\n"


def decode(line: bytes) -> Message | None:
    """Return the message that `encode` made `line` of, None if it was not `encode` that did."""
    try:
        kind, *values = json.loads(line)
        return _KINDS[kind](*values)
    except (ValueError, TypeError, KeyError):
        return None
