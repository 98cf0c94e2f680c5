"""What the start page shows, and why it has nothing to start."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from datetime import datetime
from typing import TYPE_CHECKING

from matside.core.ports.devices import NOBODY, Listed, VoiceState
from matside.core.settings import Settings
from matside.core.weights import Implement, Level, Load
from matside.core.workout.loads import load_held
from matside.core.workout.model import Workout
from matside.core.workout.overview import seconds_of_blocks
from matside.core.workout.plan import Plan
from matside.core.workout.steps import StepKey, StepKind, Work
from matside.frozen import frozen
from matside.ui.start.cards.block_card import Card
from matside.ui.words.translation import translate
from matside.ui.words.workout_names import title_of, told_faults

if TYPE_CHECKING:
    from matside.core.history.last_time import LastSets
    from matside.ui.start.athlete.athlete_view import AthleteView

Weights = Mapping[Implement, Mapping[Level, Load]]
"""What the levels of each kind of thing weigh."""


@frozen
class StartView:
    """What the start page shows.

    `workout` is as written, and `plan` has the chosen rounds and blocks; both are None if the
    selected file has faults. `rounds` is the athlete's choice, None for what the file says.
    `left_out` holds places of blocks. `totals` are whole seconds by rounds, at least for those
    of `rounds_on_tiles`; `total` those of `plan`. `lengths` are the whole seconds and `remembered`
    the chosen rounds of the listed workouts by name, as far as they are known. `notice` is one
    line that warns, or None. `voice` is who speaks, and `weights` are what levels weigh. `before`
    is what was done the last time. `athlete` is what is known of the athlete, None where nothing
    was ever done; while it `awaits_athlete` that is not read yet.
    """

    listing: tuple[Listed, ...]
    selected: str
    workout: Workout | None
    plan: Plan | None
    rounds: int | None
    left_out: frozenset[int]
    totals: Mapping[int, int]
    total: int
    ends: datetime
    volume: int
    muted: bool
    notice: str | None = None
    lengths: Mapping[str, int] = field(default_factory=dict)
    remembered: Mapping[str, int] = field(default_factory=dict)
    voice: VoiceState = NOBODY
    weights: Weights = field(default_factory=dict)
    before: "LastSets" = field(default_factory=dict)
    athlete: "AthleteView | None" = None
    awaits_athlete: bool = False

    def has_workout_of(self, other: "StartView") -> bool:
        """Return whether the plan is the one of `other`, with the same choices and totals.

        What was done the last time is the same, too.
        """
        same = self.plan is other.plan and self.workout is other.workout
        return same and (self.rounds, self.left_out, self.totals, self.total, self.before) == (
            other.rounds,
            other.left_out,
            other.totals,
            other.total,
            other.before,
        )

    def beside(self, by: int) -> str | None:
        """Return the name that is listed `by` places behind the selected one, None if none is.

        Where the selected one is not listed, it is the first.
        """
        names = [listed.name for listed in self.listing]
        place = names.index(self.selected) + by if self.selected in names else 0
        return names[place] if 0 <= place < len(names) else None


@frozen
class Refusal:
    """Why there is nothing to start: what stands as title, the reason, and the file's faults."""

    title: str
    reason: str
    faults: tuple[str, ...] = ()


def refusal_of(view: StartView) -> Refusal:
    """Return why nothing can be started of `view`, which has no plan."""
    if not view.listing:
        return Refusal(
            translate("Start", "No workout yet"),
            translate(
                "Start",
                "A workout file in the folder “workouts” beside your settings is listed here.",
            ),
        )
    listed = next((entry for entry in view.listing if entry.name == view.selected), None)
    said = translate("Start", "This file has faults and cannot be started.")
    if listed is None:
        return Refusal(view.selected, said)
    return Refusal(title_of(listed), said, told_faults(listed))


def coming_sets(view: StartView, workout: Workout, plan: Plan) -> Sequence[Work]:
    """Return the coming sets with what each piece will weigh, as far as anybody knows.

    Of an exercise in its block they are the first with each weight: there may be thousands.
    A block that is left out has one of each exercise among them, as if it came in alone.
    """
    sets = plan.sets
    if view.left_out:
        out = (step for place in view.left_out for step in _left_out(view, workout, place))
        sets = tuple(sorted((*sets, *out), key=lambda step: step.key.block))
    if not view.before:
        first: dict[tuple[int, int], Work] = {}
        for step in sets:
            first.setdefault((step.key.block, step.key.place), step)
        return tuple(first.values())
    from matside.core.history.last_time import sets_ahead  # noqa: PLC0415 - read later, too

    return tuple(sets_ahead(sets, view.before, view.left_out))


def _left_out(view: StartView, workout: Workout, place: int) -> Iterator[Work]:
    """Yield the first set of each exercise of the block at `place`, which no plan has."""
    block, settings = workout.blocks[place], Settings(weights=view.weights)
    for of_block, exercise in enumerate(block.exercises):
        side = exercise.order_of_sides[0]
        key = StepKey(place, 1, of_block, side, StepKind.WORK)
        load = load_held(exercise.weight, settings)
        yield Work(key, exercise.in_round(1).on(side), block, load=load)


def cards_of(
    view: StartView, workout: Workout, plan: Plan, ahead: Sequence[Work]
) -> tuple[Card, ...]:
    """Return the cards of `workout` as it is chosen in `view`; the last included block stays.

    Their weights are those of the first of the sets `ahead`.
    """
    seconds, left_out = seconds_of_blocks(plan), view.left_out
    chosen = workout.chosen(rounds=view.rounds)
    kept = len(chosen.blocks) - len(left_out) <= 1
    loads: dict[int, dict[int, Load]] = {place: {} for place in range(len(chosen.blocks))}
    for step in ahead:
        if step.load is not None:
            loads[step.key.block].setdefault(step.key.place, step.load)
    return tuple(
        Card(
            place,
            block,
            seconds=None if place in left_out else seconds.get(place, 0),
            left_out=place in left_out,
            kept=kept and place not in left_out,
            loads=loads[place],
        )
        for place, block in enumerate(chosen.blocks)
    )
