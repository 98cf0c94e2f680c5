"""What the start page shows, and why it has nothing to start."""

from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import datetime
from typing import TYPE_CHECKING

from matside.core.ports.devices import NOBODY, Listed, VoiceState
from matside.core.weights import Implement, Level, Load
from matside.core.workout.model import Block, Workout
from matside.core.workout.overview import seconds_of_blocks
from matside.core.workout.plan import Plan
from matside.frozen import frozen
from matside.ui.start.cards.block_card import Card
from matside.ui.words.translation import translate
from matside.ui.words.workout_names import title_of, told_faults

if TYPE_CHECKING:
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
    line that warns, or None. `voice` is who speaks, and `weights` are what levels weigh. `athlete`
    is what is known of the athlete, None where nothing was ever done; while it `awaits_athlete`
    that is not read yet.
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
    athlete: "AthleteView | None" = None
    awaits_athlete: bool = False

    def has_workout_of(self, other: "StartView") -> bool:
        """Return whether the plan is the one of `other`, with the same choices and totals."""
        same = self.plan is other.plan and self.workout is other.workout
        return same and (self.rounds, self.left_out, self.totals, self.total) == (
            other.rounds,
            other.left_out,
            other.totals,
            other.total,
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


def cards_of(view: StartView, workout: Workout, plan: Plan) -> tuple[Card, ...]:
    """Return the cards of `workout` as it is chosen in `view`; the last included block stays."""
    seconds, left_out = seconds_of_blocks(plan), view.left_out
    chosen = workout.chosen(rounds=view.rounds)
    kept = len(chosen.blocks) - len(left_out) <= 1
    return tuple(
        Card(
            place,
            block,
            seconds=None if place in left_out else seconds.get(place, 0),
            left_out=place in left_out,
            kept=kept and place not in left_out,
            loads=dict(_known_loads(block, view.weights)),
        )
        for place, block in enumerate(chosen.blocks)
    )


def _known_loads(block: Block, weights: Weights) -> Iterator[tuple[int, Load]]:
    """Yield what the levels that `block` asks for weigh, by the places of its exercises."""
    for place, exercise in enumerate(block.exercises):
        weight = exercise.weight
        if weight is not None and weight.level is not None:
            load = weights.get(weight.of, {}).get(weight.level)
            if load is not None:
                yield place, load
