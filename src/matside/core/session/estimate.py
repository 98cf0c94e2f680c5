"""How long a plan takes, how much of it is left and when it ends."""

from datetime import UTC, datetime, timedelta

from matside.core.durations import whole_seconds
from matside.core.session.progress import elapsed
from matside.core.session.values import Paused, Running
from matside.core.settings import Settings
from matside.core.workout.model import Workout
from matside.core.workout.plan import Plan, size_of


def time_left(plan: Plan, phase: Running | Paused, now: int) -> int:
    """Return the ms left of the session: of this step, and the estimates of all later ones.

    A counted set has its estimate less what has elapsed, never below 0.
    """
    progress = phase.progress
    length = plan[progress.key].estimate if progress.length is None else progress.length
    return max(0, length - elapsed(phase, now)) + plan.estimate_after(progress.key)


def ends(wall: datetime, left: int) -> datetime:
    """Return the instant `left` ms after `wall`, rounded up to the minute, in the same zone."""
    end = wall.astimezone(UTC) + timedelta(milliseconds=left)
    whole = end.replace(second=0, microsecond=0)
    return (whole if whole == end else whole + timedelta(minutes=1)).astimezone(wall.tzinfo)


def seconds_of(workout: Workout, settings: Settings) -> int:
    """Return the whole seconds that `workout` takes, rounded up."""
    return whole_seconds(size_of(workout, settings).estimate)
