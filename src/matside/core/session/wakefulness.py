"""When a session needs the screen to stay awake."""

from matside.core.durations import MINUTE
from matside.core.session.values import Paused, Phase, Running

LONGEST_PAUSE = 10 * MINUTE
"""After a pause of so many ms the screen may sleep."""


def needs_screen(phase: Phase, now: int) -> bool:
    """Return whether the screen must stay awake: from start to finish, but no long pause."""
    match phase:
        case Running():
            return True
        case Paused(since=since):
            return now - since < LONGEST_PAUSE
        case _:
            return False
