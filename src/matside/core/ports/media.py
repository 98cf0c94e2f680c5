"""What the desktop's media keys ask for, and what the desktop is told of a session."""

from enum import Enum
from typing import Protocol

from matside.core.keymap import Act
from matside.frozen import frozen


class MediaKey(Enum):
    """A key that the desktop hands on, of a keyboard or a headset; the value is what it asks."""

    PLAY_PAUSE = Act.PRESS
    PLAY = Act.RESUME
    PAUSE = Act.PAUSE
    STOP = Act.ASK
    NEXT = Act.NEXT
    PREVIOUS = Act.BACK


class Playback(Enum):
    """Whether a session runs, in the words of the desktop."""

    PLAYING = "Playing"
    PAUSED = "Paused"
    STOPPED = "Stopped"


@frozen
class Track:
    """A step as the desktop shows it: its place in the plan, texts, and its length in ms."""

    place: int
    title: str
    artist: str
    album: str
    length: int


@frozen
class OnAir:
    """All that the desktop is told; out of a session there is no track.

    `can_go_next` says that the next key would do something at the moment.
    """

    playback: Playback = Playback.STOPPED
    track: Track | None = None
    can_go_next: bool = False


class MediaKeys(Protocol):
    """Takes the desktop's media keys, and tells the desktop what goes on."""

    def listen(self) -> None:
        """Take the keys from now on; where that cannot be, nothing happens."""

    def let_go(self) -> None:
        """Leave the keys to others from now on."""

    def tell(self, on_air: OnAir) -> None:
        """Tell the desktop of `on_air`."""

    def tell_jump(self) -> None:
        """Tell the desktop that the position is another than it counts on."""
