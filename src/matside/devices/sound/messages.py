"""The messages between the window and its sound process: one line each."""

import json
from dataclasses import astuple
from enum import Enum

from matside.frozen import frozen


class SoundFault(Enum):
    """Why nothing can be heard: the system's sound library or a sound device is missing."""

    NO_LIBRARY = "no library"
    NO_DEVICE = "no device"


@frozen
class Load:
    """Load the WAV file `path`, and play it at `volume`, 0 to 1, as loudness is perceived.

    If the file is loaded already, only the volume changes.
    """

    path: str
    volume: float


@frozen
class Play:
    """Play the file `path` as `clip`; `asked` is the instant of the request, in ns.

    `volume` is used only for a file that is not loaded.
    """

    clip: int
    path: str
    asked: int
    volume: float = 1.0


@frozen
class Stop:
    """Stop `clip`, if it is still playing."""

    clip: int


@frozen
class Ready:
    """There is a device: sounds will be heard."""


@frozen
class Silent:
    """Sounds will not be heard; `fault` is the value of a SoundFault, `why` is for the log."""

    fault: str
    why: str


@frozen
class Taken:
    """The request to play `clip` has arrived."""

    clip: int


@frozen
class Ended:
    """`clip` has played to its end, was stopped, or came too late to be played."""

    clip: int


Message = Load | Play | Stop | Ready | Silent | Taken | Ended

_KINDS: dict[str, type[Message]] = {
    kind.__name__: kind for kind in (Load, Play, Stop, Ready, Silent, Taken, Ended)
}


def encode(message: Message) -> bytes:
    """Return `message` as one line of ASCII, including the line break."""
    return json.dumps([type(message).__name__, *astuple(message)]).encode("ascii") + b"\n"


def decode(line: bytes) -> Message | None:
    """Return the message in `line`, None if `encode` did not write it."""
    try:
        kind, *values = json.loads(line)
        return _KINDS[kind](*values)
    except (ValueError, TypeError, KeyError):
        return None
