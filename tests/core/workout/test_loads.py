"""The settings say what weights weigh, and what the next one weighs."""

from dataclasses import replace

import pytest

from matside.core.settings import Settings
from matside.core.weights import Implement, Level, Load, Unit, Weight, parse_load
from matside.core.workout.loads import (
    load_held,
    next_load,
    next_step,
    step_in,
    stepped,
    with_load,
    with_step,
)

SETTINGS = Settings(
    weights={
        Implement.DUMBBELL: {Level.LIGHT: Load(4_000, Unit.KILOGRAM)},
        Implement.KETTLEBELL: {Level.HEAVY: Load(16_000, Unit.KILOGRAM)},
    },
    weight_steps={Implement.DUMBBELL: Load(2_000, Unit.KILOGRAM)},
)


def load(text: str) -> Load:
    """Return the load that `text` writes."""
    found = parse_load(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("weight", "expected"),
    [
        (Weight(Level.LIGHT, 2), "4 kg"),
        (Weight(Level.HEAVY, 1, Implement.KETTLEBELL), "16 kg"),
        (Weight(load("12 lb"), 2), "12 lb"),
        (Weight(Level.MEDIUM, 2), None),
        (Weight(Level.LIGHT, 1, Implement.BAND), None),
        (None, None),
    ],
)
def test_a_weight_weighs_what_is_written_or_set(
    weight: Weight | None, expected: str | None
) -> None:
    """A load is what it is; a level is what the athlete has, of each kind of thing."""
    found = load_held(weight, SETTINGS)
    assert expected == (found and found.written)


@pytest.mark.parametrize(
    ("text", "implement", "steps", "expected"),
    [
        ("4 kg", Implement.DUMBBELL, 1, "6 kg"),
        ("4 kg", Implement.DUMBBELL, -1, "2 kg"),
        ("4 kg", Implement.DUMBBELL, -2, "4 kg"),
        ("500 kg", Implement.BARBELL, 1, "500 kg"),
        ("16 kg", Implement.KETTLEBELL, 2, "24 kg"),
        ("25 lb", Implement.BARBELL, 1, "30 lb"),
        ("10 lb", Implement.DUMBBELL, 1, "14.41 lb"),
    ],
)
def test_weights_go_up_and_down_in_steps(
    text: str, implement: Implement, steps: int, expected: str
) -> None:
    """In those of the athlete, else in usual ones of its unit; nothing becomes too light."""
    assert expected == stepped(load(text), implement, steps, SETTINGS).written


def test_many_small_steps_add_up() -> None:
    """Pounds stay whole ones, though they are kept in grams."""
    settings = Settings(weight_steps={Implement.PLATE: load("1 lb")})
    found = load("1 lb")
    for _ in range(99):
        found = stepped(found, Implement.PLATE, 1, settings)
    assert "100 lb" == found.written


@pytest.mark.parametrize(
    ("implement", "level", "by", "expected"),
    [
        (Implement.DUMBBELL, Level.LIGHT, 1, "6 kg"),
        (Implement.DUMBBELL, Level.LIGHT, -1, "2 kg"),
        (Implement.DUMBBELL, Level.MEDIUM, 1, "6 kg"),
        (Implement.DUMBBELL, Level.HEAVY, 1, "6 kg"),
        (Implement.DUMBBELL, Level.HEAVY, -1, None),
        (Implement.BARBELL, Level.LIGHT, 1, "2.5 kg"),
        (Implement.KETTLEBELL, Level.LIGHT, 1, "4 kg"),
    ],
)
def test_a_level_goes_up_and_down_from_where_it_stands(
    implement: Implement, level: Level, by: int, expected: str | None
) -> None:
    """One that is not set begins above the next lighter one, and else with one step."""
    found = next_load(SETTINGS, implement, level, by)
    assert expected == (found and found.written)


def test_a_level_goes_down_to_nothing() -> None:
    """Below the least there is none, so that it can be taken back with the same key."""
    light = with_load(SETTINGS, Implement.DUMBBELL, Level.LIGHT, load("2 kg"))
    assert next_load(light, Implement.DUMBBELL, Level.LIGHT, -1) is None


def test_a_load_is_set_and_taken_back() -> None:
    """All else stays; a thing of which nothing is set is not among the weights."""
    more = with_load(SETTINGS, Implement.DUMBBELL, Level.HEAVY, load("12 lb"))
    less = with_load(SETTINGS, Implement.KETTLEBELL, Level.HEAVY, None)

    dumbbells = {Level.LIGHT: load("4 kg"), Level.HEAVY: load("12 lb")}
    kettlebells = SETTINGS.weights[Implement.KETTLEBELL]
    assert {Implement.DUMBBELL: dumbbells, Implement.KETTLEBELL: kettlebells} == more.weights
    assert {Implement.DUMBBELL: {Level.LIGHT: load("4 kg")}} == less.weights


@pytest.mark.parametrize(
    ("step", "by", "expected"),
    [("2 kg", 1, "2.25 kg"), ("2 kg", -1, "1.75 kg"), ("0.25 kg", -1, "0.25 kg")],
)
def test_a_step_is_made_larger_and_smaller(step: str, by: int, expected: str) -> None:
    """By what the smallest plates weigh; one is always left."""
    settings = with_step(SETTINGS, Implement.DUMBBELL, load(step))
    assert expected == next_step(settings, Implement.DUMBBELL, by).written


@pytest.mark.parametrize(("unit", "usual"), [(Unit.KILOGRAM, "1 kg"), (Unit.POUND, "2.5 lb")])
def test_a_step_that_is_taken_back_is_the_usual_one(unit: Unit, usual: str) -> None:
    """In the athlete's own unit."""
    settings = replace(SETTINGS, unit=unit)
    assert (
        usual == step_in(with_step(settings, Implement.DUMBBELL, None), Implement.DUMBBELL).written
    )
