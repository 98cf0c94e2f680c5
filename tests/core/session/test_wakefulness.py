"""The screen is needed from start to finish, but not through a long pause."""

from dataclasses import replace

from matside.core.session.values import (
    Idle,
    Over,
    Paused,
    PauseReason,
    Running,
    StepProgress,
    Times,
)
from matside.core.session.wakefulness import needs_screen
from matside.core.workout.plan import PREPARE_KEY

STAND = StepProgress(PREPARE_KEY, 0, 10_000)
RUNNING = Running(STAND, 0, None, 0, False, 0, Times(), None)
PAUSED = Paused(STAND, PauseReason.ASKED, 1_000, Times(), None)


def test_a_running_session_needs_the_screen() -> None:
    """Rests included, for as long as it runs."""
    assert needs_screen(RUNNING, 10_000_000)


def test_a_pause_needs_it_for_ten_minutes() -> None:
    """Up to ten minutes after it began, and not longer."""
    assert needs_screen(PAUSED, 600_999)
    assert not needs_screen(PAUSED, 601_000)


def test_no_session_needs_no_screen() -> None:
    """Neither before the start nor after the end."""
    assert not needs_screen(Idle(), 0)
    assert not needs_screen(Over(0, None, (), Times(), None), 0)
    assert needs_screen(replace(RUNNING, since=5), 0)
