"""Tells the listeners of a session what happens in it; one that fails does not affect others."""

import logging
from collections.abc import Callable, Sequence
from typing import Protocol

from matside.core.session.values import Phase, Transition
from matside.core.workout.plan import Plan

_log = logging.getLogger(__name__)


class Listener(Protocol):
    """Is told of every beat of a session."""

    def hear(self, plan: Plan, turn: Transition, now: int) -> None:
        """Take the facts since the last beat, and the phase at the session's instant `now`."""

    def next_beat(self, plan: Plan, phase: Phase, now: int) -> int | None:
        """Return the instant after `now` at which to be told again, even if nothing happens then.

        None leaves that to the player.
        """


class Audience:
    """The listeners of a session; one that raises is switched off, and the others go on.

    `wished` is the first instant at which a listener asks to be told again, None if none does.
    """

    def __init__(
        self, listeners: Sequence[Listener], switched_off: Callable[[Listener], None]
    ) -> None:
        """Tell `listeners`, and call `switched_off` with each that has failed."""
        self._listeners = list(listeners)
        self._switched_off = switched_off
        self.wished: int | None = None

    def join(self, listeners: Sequence[Listener]) -> None:
        """Tell `listeners` too from now on."""
        self._listeners += listeners

    def tell(self, plan: Plan, turn: Transition, now: int) -> None:
        """Tell all listeners of `turn` at the session's instant `now`."""
        wishes: list[int | None] = []
        for listener in tuple(self._listeners):
            try:
                listener.hear(plan, turn, now)
                wishes.append(listener.next_beat(plan, turn.phase, now))
            except Exception:  # noqa: BLE001 - whatever a listener raises, the workout goes on
                _log.exception("%s is switched off", type(listener).__name__)
                self._listeners.remove(listener)
                self._switched_off(listener)
        self.wished = min((wish for wish in wishes if wish is not None), default=None)

    def forget_wishes(self) -> None:
        """Forget at which instants listeners asked to be told: they belong to an earlier phase."""
        self.wished = None
