"""Who listens to a session beside the screen: the chimes, their light, and the awake lock."""

from PySide6.QtCore import QObject, Signal

from matside.core.ports.devices import Awake, Chimes
from matside.core.session.progress import needs_screen
from matside.core.session.values import Phase, Transition
from matside.core.sound.announcer import chimes
from matside.core.sound.chime_timing import ON_TIME, Sounding, Timing
from matside.core.workout.plan import Plan


class SoundingListener:
    """Plays the chimes for the facts, each at its time, unless muted."""

    def __init__(self, device: Chimes, *, muted: bool, timing: Timing = ON_TIME) -> None:
        self._device = device
        self._sounding = Sounding(timing)
        self.muted = muted

    def set_timing(self, timing: Timing) -> None:
        """Start the sounds by `timing` from now on."""
        self._sounding.timing = timing

    def hear(self, plan: Plan, turn: Transition, now: int) -> None:
        """Start the sounds that are due at `now`."""
        for chime in self._sounding.hear(plan, turn, now):
            if not self.muted:
                self._device.play(chime)

    def next_beat(self, plan: Plan, phase: Phase, now: int) -> int | None:
        """Return when the next early or late sound is due."""
        return self._sounding.next_beat(plan, phase, now)


class LightingListener(QObject):
    """Signals every chime when it is due, even if it is muted, if allowed: for loud rooms."""

    lit = Signal()

    def __init__(self, *, allowed: bool) -> None:
        super().__init__()
        self.allowed = allowed

    def hear(self, plan: Plan, turn: Transition, now: int) -> None:
        """Signal once if `turn` has any chimes."""
        if self.allowed and chimes(plan, turn.facts, now):
            self.lit.emit()

    def next_beat(self, plan: Plan, phase: Phase, now: int) -> int | None:
        """Return None: light is never early or late."""
        del plan, phase, now
        return None


class AwakeListener:
    """Holds the awake lock as long as the session needs the screen, if allowed."""

    def __init__(self, lock: Awake, *, allowed: bool) -> None:
        self._lock = lock
        self._wanted = False
        self.allowed = allowed

    @property
    def held(self) -> bool:
        """Whether the screen is kept awake now."""
        return self._lock.held

    def hear(self, plan: Plan, turn: Transition, now: int) -> None:
        """Hold or release the lock according to the phase of `turn`, once for each change."""
        del plan
        wanted = self.allowed and needs_screen(turn.phase, now)
        if wanted == self._wanted:
            return
        self._wanted = wanted
        if wanted:
            self._lock.hold()
        else:
            self._lock.release()

    def next_beat(self, plan: Plan, phase: Phase, now: int) -> int | None:
        """Return None: the player's own beats are enough."""
        del plan, phase, now
        return None
