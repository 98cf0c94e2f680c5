"""Who listens to a session beside the screen: the chimes, their light, and the awake lock."""

from PySide6.QtCore import QObject, Signal

from matside.core.ports.devices import Awake, Chimes
from matside.core.session.progress import needs_screen
from matside.core.session.values import Phase, Transition
from matside.core.sound.announcer import chimes
from matside.core.sound.chime_timing import ON_TIME, Sounding, Timing
from matside.core.workout.plan import Plan


class SoundingListener:
    """Sounds what the announcer makes of the facts, each at its time, unless muted."""

    def __init__(self, device: Chimes, *, muted: bool, timing: Timing = ON_TIME) -> None:
        self._device = device
        self._sounding = Sounding(timing)
        self.muted = muted

    def set_timing(self, timing: Timing) -> None:
        """Start the sounds by `timing` from now on."""
        self._sounding.timing = timing

    def hear(self, plan: Plan, turn: Transition, now: int) -> None:
        """Start what is to be started at `now`."""
        for chime in self._sounding.hear(plan, turn, now):
            if not self.muted:
                self._device.play(chime)

    def next_beat(self, plan: Plan, phase: Phase, now: int) -> int | None:
        """Return when something is to be started at which nothing happens."""
        return self._sounding.next_beat(plan, phase, now)


class LightingListener(QObject):
    """Tells of every chime as it is due, heard or not, if allowed: for rooms that are loud."""

    lit = Signal()

    def __init__(self, *, allowed: bool) -> None:
        super().__init__()
        self.allowed = allowed

    def hear(self, plan: Plan, turn: Transition, now: int) -> None:
        """Tell of the chimes of `turn`, once for all."""
        if self.allowed and chimes(plan, turn.facts, now):
            self.lit.emit()

    def next_beat(self, plan: Plan, phase: Phase, now: int) -> int | None:
        """Return None: light comes at once."""
        del plan, phase, now
        return None


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

    def hear(self, plan: Plan, turn: Transition, now: int) -> None:
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

    def next_beat(self, plan: Plan, phase: Phase, now: int) -> int | None:
        """Return None: the player looks often enough."""
        del plan, phase, now
        return None
