"""Who listens to a session beside the screen: the chimes, and the lock that keeps it awake."""

from matside.core.announcer import chimes
from matside.core.plan import Plan
from matside.core.ports import Awake, Chimes
from matside.core.session import Turn
from matside.core.wakefulness import needs_screen


class SoundingListener:
    """Sounds what the announcer makes of the facts, unless muted."""

    def __init__(self, device: Chimes, *, muted: bool) -> None:
        self._device = device
        self.muted = muted

    def hear(self, plan: Plan, turn: Turn, now: int) -> None:
        """Sound the facts of `turn`."""
        for chime in chimes(plan, turn.facts, now):
            if not self.muted:
                self._device.play(chime)


class AwakeListener:
    """Holds the awake lock for as long as the session needs the screen, if allowed."""

    def __init__(self, lock: Awake, *, allowed: bool) -> None:
        self._lock = lock
        self._wanted = False
        self.allowed = allowed

    @property
    def held(self) -> bool:
        """Whether the screen is kept awake now."""
        return self._lock.held

    def hear(self, plan: Plan, turn: Turn, now: int) -> None:
        """Hold or release the lock by the phase of `turn`; each is asked for once."""
        del plan
        wanted = self.allowed and needs_screen(turn.phase, now)
        if wanted == self._wanted:
            return
        self._wanted = wanted
        if wanted:
            self._lock.hold()
        else:
            self._lock.release()
