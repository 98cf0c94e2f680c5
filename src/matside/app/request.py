"""What the command line asks of the window."""

from pathlib import Path

from matside.frozen import frozen

DEFAULT_WORKOUT = "upper-body-for-runners"
"""The workout that is used if none is named."""


@frozen
class WindowRequest:
    """How the window is to start.

    `workout` is the word of the command line, a path or a name; None takes the last one.
    `start` begins at once; `rounds` replaces those of the file. `data` is the data folder.
    `speed` multiplies the session's clock, 0.1 to 1000.
    """

    workout: str | None
    start: bool
    rounds: int | None
    fullscreen: bool
    data: Path
    speed: float
