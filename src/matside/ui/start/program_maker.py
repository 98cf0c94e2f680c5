"""A choice on the start page, and what is made of it: its program and its figures."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from matside.core.durations import whole_seconds
from matside.core.ports.devices import Listed
from matside.core.settings import Settings
from matside.core.workout.overview import percent_of
from matside.core.workout.plan import as_planned, plan_from, steps_of
from matside.core.workout.sizes import (
    MOST_STEPS,
    MeasuredBlock,
    is_too_long,
    measured,
    sets_of,
    size_from,
)
from matside.core.workout.steps import Step
from matside.ui.session.preferences import Preferences
from matside.ui.session.program import Program
from matside.ui.start.rounds_stepper import rounds_on_tiles

STEPS_AT_ONCE = 1_000
"""The number of steps of a plan that are made in one pass of the event loop."""


class Choice(NamedTuple):
    """A listed workout, the rounds of its supersets and circuits, and what is left out of it.

    `rounds` is None for what the file says; `left_out` holds places of blocks.
    """

    listed: Listed
    rounds: int | None
    left_out: frozenset[int] = frozenset()


class Figures(NamedTuple):
    """How long the chosen workout takes, known without making a plan.

    `estimate` is in ms; `totals` are whole seconds by number of rounds.
    """

    estimate: int
    percent_of_rest: int
    totals: Mapping[int, int]


class ProgramMaker:
    """Makes the programs and the figures of choices by the settings, and keeps the last ones."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self._made: tuple[tuple[Choice, Settings], Program] | None = None
        self._figures: tuple[tuple[Choice, Settings], Figures] | None = None
        self._offered: tuple[tuple[object, ...], tuple[int, ...]] | None = None

    def program_of(self, choice: Choice) -> Program | None:
        """Return the program that was made last, if it is that of `choice`."""
        return self._made[1] if self._made is not None and self._made[0][0] == choice else None

    def is_current(self, choice: Choice) -> bool:
        """Return whether the program that was made last is that of `choice` and the settings."""
        return self._made is not None and self._made[0] == self.with_rules(choice)

    def make(self, choice: Choice) -> Iterator[None]:
        """Make the program and the figures of `choice`, a little at a time."""
        workout, made = choice.listed.workout, self.with_rules(choice)
        if workout is None or self.is_current(choice):
            return
        chosen = workout.chosen(rounds=choice.rounds, left_out=choice.left_out)
        steps: list[Step] = []
        coming = steps_of(chosen, made[1])
        while some := tuple(islice(coming, STEPS_AT_ONCE)):
            steps += some
            yield
        program = Program(choice.listed.name, chosen, plan_from(steps, made[1]))
        yield
        blocks: list[MeasuredBlock] = []
        for block in measured(workout.chosen(left_out=choice.left_out), made[1]):
            blocks.append(block)
            yield
        yield from self._offer(choice)
        yield
        self._figures = made, self._counted(choice, made[1], blocks)
        self._made = made, program
        yield  # what follows from it is much too

    def with_rules(self, choice: Choice) -> tuple[Choice, Settings]:
        """Return all that the plan of `choice` depends on."""
        return choice, as_planned(self._preferences.settings)

    def figures_of(self, choice: Choice) -> Figures:
        """Return how long `choice` takes; its file must have no faults."""
        counted = self.with_rules(choice)
        if self._figures is None or self._figures[0] != counted:
            workout = choice.listed.workout
            assert workout is not None  # nobody counts a file with faults
            blocks = tuple(measured(workout.chosen(left_out=choice.left_out), counted[1]))
            self._figures = counted, self._counted(*counted, blocks)
        return self._figures[1]

    def _counted(
        self, choice: Choice, rules: Settings, blocks: Sequence[MeasuredBlock]
    ) -> Figures:
        offered = self._other_rounds(choice)
        _, estimate, rest = size_from(blocks, rules, choice.rounds)
        totals = {
            rounds: whole_seconds(size_from(blocks, rules, rounds).estimate) for rounds in offered
        }
        return Figures(estimate, percent_of(rest, estimate), totals)

    def may_have(self, choice: Choice, rounds: int | None) -> bool:
        """Return whether the plan of `choice` may have that number of `rounds`."""
        offered = self._offered is not None and self._offered[0] == (choice.listed, choice.rounds)
        if offered and rounds in self._offered_rounds:
            return True
        workout = choice.listed.workout
        return workout is not None and not is_too_long(workout.chosen(rounds=rounds))

    @property
    def _offered_rounds(self) -> tuple[int, ...]:
        return () if self._offered is None else self._offered[1]

    def _other_rounds(self, choice: Choice) -> tuple[int, ...]:
        """Return the rounds on the tiles that can be chosen, which no setting changes."""
        finish(self._offer(choice))
        return self._offered_rounds

    def _offer(self, choice: Choice) -> Iterator[None]:
        """Find the rounds on the tiles that can be chosen, a little at a time."""
        key, workout = (choice.listed, choice.rounds), choice.listed.workout
        if self._offered is not None and self._offered[0] == key:
            return
        tiles = () if workout is None else rounds_on_tiles(workout, choice.rounds)
        offered = [rounds for rounds in tiles if rounds]
        most = [0 if workout is None else 2 * sets_of(workout.chosen(rounds=n)) for n in offered]
        if workout is not None and max(most, default=0) > MOST_STEPS:
            blocks: list[MeasuredBlock] = []
            for block in measured(workout, Settings()):
                blocks.append(block)
                yield
            offered = [
                rounds
                for rounds in offered
                if size_from(blocks, Settings(), rounds).steps <= MOST_STEPS
            ]
        self._offered = key, tuple(offered)


def finish(making: Iterator[None]) -> None:
    """Make all that is left of it at once."""
    for _ in making:
        pass


def takes_long(choice: Choice) -> bool:
    """Return whether the plan of `choice` is made in several passes."""
    workout = choice.listed.workout
    if workout is None:
        return False
    chosen = workout.chosen(rounds=choice.rounds, left_out=choice.left_out)
    return 2 * sets_of(chosen) > STEPS_AT_ONCE
