"""Tells those who listen to a session what happens in it, each behind a guard."""

import logging
from collections.abc import Callable, Sequence
from typing import Protocol

from matside.core.session.values import Phase, Transition
from matside.core.workout.plan import Plan

_log = logging.getLogger(__name__)


class Listener(Protocol):
    """Somebody who is told of every beat."""

    def hear(self, plan: Plan, turn: Transition, now: int) -> None:
        """Learn the facts since the last beat and the phase at the session's instant `now`."""

    def next_beat(self, plan: Plan, phase: Phase, now: int) -> int | None:
        """Return the instant after `now` at which to hear again, even if nothing happens then.

        None leaves that to the player.
        """


class Audience:
    """Those who listen to a session; one that raises is switched off, and stops nobody else.

    `wished` is the first instant at which anybody wishes to hear again, None where nobody does.
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
        """Tell everybody of `turn` at the session's instant `now`."""
        wishes: list[int | None] = []
        for listener in tuple(self._listeners):
            try:
                listener.hear(plan, turn, now)
                wishes.append(listener.next_beat(plan, turn.phase, now))
            except Exception:  # noqa: BLE001 - whatever goes wrong there, the workout goes on
                _log.exception("%s is switched off", type(listener).__name__)
                self._listeners.remove(listener)
                self._switched_off(listener)
        self.wished = min((wish for wish in wishes if wish is not None), default=None)

    def forget_wishes(self) -> None:
        """Take it that nobody wishes to hear again: what they heard of is over."""
        self.wished = None
