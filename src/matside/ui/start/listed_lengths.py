"""The lengths of the listed workouts: counted a few at a time, and cached by workout."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from matside.core.durations import whole_seconds
from matside.core.ports.devices import Listed
from matside.core.settings import Settings
from matside.core.workout.model import Workout
from matside.core.workout.plan import as_planned
from matside.core.workout.sizes import MeasuredBlock, measured, size_from
from matside.ui.kit.turns import Turn

AT_ONCE = 400
"""The number of exercises counted in one pass of the event loop, which takes some 10 ms."""


class _Known(NamedTuple):
    workout: Workout
    rounds: int | None
    seconds: int


class ListedLengths(QObject):
    """The lengths of workouts, counted again when a workout or its settings change.

    `counted` tells that more lengths are known.
    """

    counted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rules = Settings()
        self._known: dict[str, _Known] = {}
        self._counting: Iterator[None] | None = None
        self._turn = Turn(self, self._go_on)

    def of(self, listing: Sequence[Listed], settings: Settings) -> Mapping[str, int]:
        """Return the known lengths of the workouts in `listing`, in whole seconds by name.

        A few are counted at once, the others in later passes of the event loop.
        """
        rules = as_planned(settings)
        if rules != self._rules:
            self._rules, self._known = rules, {}
        unknown = [
            (listed.name, listed.workout, settings.rounds.get(listed.name))
            for listed in listing
            if listed.workout is not None and not self._knows(listed, settings)
        ]
        self._counting = self._count(unknown) if unknown else None
        self._count_some()
        return {
            listed.name: self._known[listed.name].seconds
            for listed in listing
            if listed.workout is not None and self._knows(listed, settings)
        }

    def _knows(self, listed: Listed, settings: Settings) -> bool:
        known = self._known.get(listed.name)
        return (
            known is not None
            and known.workout is listed.workout
            and known.rounds == settings.rounds.get(listed.name)
        )

    def _count(self, unknown: Sequence[tuple[str, Workout, int | None]]) -> Iterator[None]:
        room = AT_ONCE
        for name, workout, rounds in unknown:
            chosen = workout.chosen(rounds=rounds)
            coming = measured(chosen, self._rules)
            blocks: list[MeasuredBlock] = []
            for block in chosen.blocks:
                if room <= 0:
                    yield
                    room = AT_ONCE
                blocks += islice(coming, 1)
                room -= len(block.exercises)
            seconds = whole_seconds(size_from(blocks, self._rules, None).estimate)
            self._known[name] = _Known(workout, rounds, seconds)

    def _count_some(self) -> None:
        if self._counting is not None and next(self._counting, self) is None:
            self._turn.start()
        else:
            self._turn.stop()
            self._counting = None

    def _go_on(self) -> None:
        self._count_some()
        if self._counting is None:
            self.counted.emit()
