"""What the start page shows, and why it has nothing to start."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import datetime
from typing import TYPE_CHECKING

from matside.core.ports.devices import NOBODY, Listed, VoiceState
from matside.core.weights import Implement, Level, Load
from matside.core.workout.model import Block, Workout
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

    def ahead(self, sets: Sequence[Work]) -> Sequence[Work]:
        """Return the coming `sets` with what each piece will weigh, as far as anybody knows."""
        if not self.before:
            return sets
        from matside.core.history.last_time import sets_ahead  # noqa: PLC0415 - read later, too

        return sets_ahead(sets, self.before)

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
            loads=_known_loads(place, block, view),
        )
        for place, block in enumerate(chosen.blocks)
    )


def _known_loads(place: int, block: Block, view: StartView) -> Mapping[int, Load]:
    """Return what the levels that the block at `place` asks for will weigh in their first sets.

    They are named by the places of their exercises.
    """
    first = []
    for of_block, exercise in enumerate(block.exercises):
        weight, side = exercise.weight, exercise.order_of_sides[0]
        if weight is not None and weight.level is not None:
            key = StepKey(place, 1, of_block, side, StepKind.WORK)
            load = view.weights.get(weight.of, {}).get(weight.level)
            first.append(Work(key, exercise.in_round(1).on(side), block, load=load))
    return {each.key.place: each.load for each in view.ahead(first) if each.load is not None}
