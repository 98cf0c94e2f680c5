"""Workouts as people publish them become the plans that were written beside them by hand.

A line of `tests/data/plans` is a few steps, `3 x` before it says how often they come, and the
last line how long it all takes: what is left of a `minute` is as long as the athlete leaves it.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from matside.core.durations import SECOND, clock, whole_seconds
from matside.core.settings import Settings
from matside.core.weights import Weight
from matside.core.workout.model import Dose, Hold, MaxHold, MaxReps, Reps, Side
from matside.core.workout.plan import compile_plan
from matside.core.workout.rests import RestKind
from matside.core.workout.steps import Prepare, Rest, Step, Work
from tests.support.file_samples import DATA, workout_of

PLANS = sorted((DATA / "plans").iterdir())
NUMBER_OF_PLANS = 15


def written(path: Path) -> tuple[list[str], str]:
    """Return the steps of the plan that was written by hand, and how long it takes."""
    *lines, total = path.read_text(encoding="utf-8").splitlines()
    return [step for line in lines for step in _repeated(line)], total.removeprefix("= ")


def _repeated(line: str) -> list[str]:
    times, steps = re.fullmatch(r"(?:([0-9]+) x )?(.*)", line).groups()  # type: ignore[union-attr]
    return int(times or 1) * str(steps).split(", ")


def told(step: Step) -> str:
    """Return `step` in the words of the plans."""
    match step:
        case Prepare(length=length):
            return f"ready {length // SECOND}"
        case Rest(kind=RestKind.MINUTE):
            return "minute"
        case Rest(length=length, kind=kind):
            return f"{kind.value} {length // SECOND}"
        case Work():
            return " ".join(_set(step))


def _set(step: Work) -> Iterator[str]:
    yield step.exercise.name
    yield _dose(step.exercise.dose)
    if step.side is not None:
        yield "both" if step.side is Side.BOTH else step.side.value
    if step.exercise.weight is not None:
        yield _weight(step.exercise.weight)


def _dose(dose: Dose) -> str:
    match dose:
        case Hold(seconds):
            return f"{seconds} s"
        case MaxHold():
            return "max s"
        case MaxReps():
            return "max"
        case Reps(count, to):
            return str(count) if to is None else f"{count}-{to}"


def _weight(weight: Weight) -> str:
    load, level = weight.load, weight.level
    heaviness = load.written if load is not None else level and level.value
    return f"{weight.count} x {heaviness} {weight.of.value}"


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_a_published_workout_becomes_the_plan_that_it_means(path: Path) -> None:
    """Step by step with its rests, its sides and its weights, and in the time that it takes."""
    steps, total = written(path)
    plan = compile_plan(workout_of(DATA / "good" / f"{path.stem}.yaml"), Settings())

    assert steps == [told(step) for step in plan.steps]
    assert total == clock(whole_seconds(plan.estimate))


def test_no_plan_by_hand_is_forgotten() -> None:
    """Each of them stands for one way in which people write workouts."""
    assert NUMBER_OF_PLANS == len(PLANS)
