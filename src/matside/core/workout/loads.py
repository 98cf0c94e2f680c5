"""What weights weigh by the athlete's settings, and the next ones up and down."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from matside.core.settings import Settings
from matside.core.weights import Implement, Level, Load, Unit, Weight, load_of

_Key = TypeVar("_Key", Implement, Level)

_GRAIN = {Unit.KILOGRAM: 0.25, Unit.POUND: 0.5}
"""By how much a step itself is made larger or smaller, in each unit."""


def load_held(weight: Weight | None, settings: Settings) -> Load | None:
    """Return the load of each piece of `weight`: as written, else as the settings have its level.

    None where the settings do not say, and without a weight.
    """
    if weight is None:
        return None
    if isinstance(weight.heaviness, Load):
        return weight.heaviness
    return settings.weights.get(weight.of, {}).get(weight.heaviness)


def stepped(load: Load, of: Implement, steps: int, settings: Settings) -> Load:
    """Return `load` heavier by `steps` of the athlete's, below 0 lighter.

    It stays as it is where nothing would be left of it, or where it would be too heavy.
    """
    step = settings.step_of(of, load.unit)
    added = step.number * step.unit.grams / load.unit.grams
    return load_of(load.number + steps * added, load.unit) or load


def next_load(settings: Settings, of: Implement, level: Level, by: int) -> Load | None:
    """Return what `level` weighs `by` one step more, or less where that is below 0.

    One that is not set begins a step above the next lighter one that is; without any it is the
    step itself. Below the least there is none.
    """
    known = settings.weights.get(of, {})
    held = known.get(level)
    if held is not None:
        found = stepped(held, of, by, settings)
        return None if by < 0 and found == held else found
    if by < 0:
        return None
    levels = tuple(Level)
    lighter = [known[each] for each in levels[: levels.index(level)] if each in known]
    return stepped(lighter[-1], of, by, settings) if lighter else step_in(settings, of)


def step_in(settings: Settings, of: Implement) -> Load:
    """Return by how much `of` goes up: as chosen, else as is usual in the athlete's unit."""
    return settings.step_of(of, settings.unit)


def next_step(settings: Settings, of: Implement, by: int) -> Load:
    """Return the step of `of` a little larger, or smaller where `by` is below 0."""
    step = step_in(settings, of)
    return load_of(step.number + by * _GRAIN[step.unit], step.unit) or step


def with_load(settings: Settings, of: Implement, level: Level, load: Load | None) -> Settings:
    """Return `settings` in which `level` of `of` weighs `load`; None where it is not set."""
    loads = {**settings.weights.get(of, {}), level: load}
    weights = {**settings.weights, of: _known(loads)}
    return replace(settings, weights={each: held for each, held in weights.items() if held})


def with_step(settings: Settings, of: Implement, step: Load | None) -> Settings:
    """Return `settings` in which `of` goes up by `step`; None for what is usual."""
    return replace(settings, weight_steps=_known({**settings.weight_steps, of: step}))


def _known(loads: Mapping[_Key, Load | None]) -> dict[_Key, Load]:
    return {key: load for key, load in loads.items() if load is not None}
