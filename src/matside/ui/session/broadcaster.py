"""Tells the desktop about the session, so that its media keys control it."""

from collections.abc import Callable

from matside.core.ports.media import MediaKeys, OnAir, Playback
from matside.core.session.looks import Press
from matside.core.session.reading import read
from matside.core.session.values import (
    LeadInEnded,
    Paused,
    Phase,
    Running,
    SessionResumed,
    Transition,
    WentBack,
)
from matside.core.workout.plan import Plan
from matside.ui.words.media_words import track_of

_NEXT = (Press.SET_DONE, Press.START_NOW, Press.START_SOON, Press.CUT)
"""What a press on Next may do."""

_JUMPS = (WentBack, LeadInEnded, SessionResumed)
"""The facts after which the position is not what a steady clock would give."""


class Broadcaster:
    """A listener that tells the desktop every change once.

    `title` returns the title of the workout.
    """

    def __init__(self, device: MediaKeys, title: Callable[[], str], *, allowed: bool) -> None:
        self._device = device
        self._title = title
        self._told = OnAir()
        self._allowed = False
        self.set_allowed(allowed=allowed)

    def set_allowed(self, *, allowed: bool) -> None:
        """Take the media keys, or leave them to other programs."""
        if allowed == self._allowed:
            return
        self._allowed = allowed
        if allowed:
            self._device.listen()
        else:
            self._device.let_go()
            self._tell(OnAir())

    def hear(self, plan: Plan, turn: Transition, now: int) -> None:
        """Tell what has changed, as long as the keys are taken."""
        if not self._allowed:
            return
        on_air = self._on_air(plan, turn.phase, now)
        if on_air != self._told:
            self._tell(on_air)
        if any(isinstance(fact, _JUMPS) for fact in turn.facts):
            self._device.tell_jump()

    def next_beat(self, plan: Plan, phase: Phase, now: int) -> int | None:
        """Return None: the player's own beats are enough for the desktop."""
        del plan, phase, now
        return None

    def _tell(self, on_air: OnAir) -> None:
        self._told = on_air
        self._device.tell(on_air)

    def _on_air(self, plan: Plan, phase: Phase, now: int) -> OnAir:
        if not isinstance(phase, Running | Paused):
            return OnAir()
        reading = read(plan, phase, now)
        length = phase.progress.length or reading.step.estimate
        return OnAir(
            Playback.PAUSED if isinstance(phase, Paused) else Playback.PLAYING,
            track_of(reading, self._title(), length),
            can_go_next=reading.press in _NEXT,
        )
