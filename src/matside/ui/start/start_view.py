"""What the start page shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from matside.core.ports.devices import NOBODY, Listed, VoiceState
from matside.core.workout.model import Workout
from matside.core.workout.overview import seconds_of_blocks
from matside.core.workout.plan import Plan
from matside.ui.start.block_card import Card


@dataclass(frozen=True, slots=True)
class StartView:
    """What the start page shows.

    `workout` is as written, and `plan` has the chosen rounds and blocks; both are None if the
    the selected file has faults. `rounds` is the athlete's choice, None for what the file says.
    `left_out` holds places of blocks. `totals` are whole seconds by rounds, at least for those
    of `rounds_on_tiles`; `total` those of `plan`. `lengths` are the whole seconds and `remembered`
    the chosen rounds of the listed workouts by name, as far as they are known. `notice` is one
    line that warns, or None. `voice` is who speaks.
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


def cards_of(
    workout: Workout, plan: Plan, rounds: int | None, left_out: frozenset[int]
) -> tuple[Card, ...]:
    """Return the cards of `workout` with the chosen rounds; the last included block stays."""
    seconds = seconds_of_blocks(plan)
    chosen = workout.chosen(rounds=rounds)
    kept = len(chosen.blocks) - len(left_out) <= 1
    return tuple(
        Card(
            place,
            block,
            seconds=None if place in left_out else seconds.get(place, 0),
            left_out=place in left_out,
            kept=kept and place not in left_out,
        )
        for place, block in enumerate(chosen.blocks)
    )
