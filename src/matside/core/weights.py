"""Weights: what is held, how heavy an author says it is, and what it weighs."""

import re
from enum import Enum

from matside.frozen import frozen

MOST_GRAMS = 500_000
"""The heaviest load that files and settings may name, of each piece."""

_LOAD = r"([0-9]{1,4}(?:\.[0-9]{1,2})?) (kg|lb)"


class Unit(Enum):
    """What a load is written in."""

    KILOGRAM = "kg"
    POUND = "lb"

    @property
    def grams(self) -> float:
        """What one of them weighs; the pound is that of 1959."""
        return 1000.0 if self is Unit.KILOGRAM else 453.59237


class Level(Enum):
    """How heavy a weight is, in the athlete's own terms."""

    LIGHT = "light"
    MEDIUM = "medium"
    HEAVY = "heavy"


class Implement(Enum):
    """What is held."""

    DUMBBELL = "dumbbell"
    KETTLEBELL = "kettlebell"
    BARBELL = "barbell"
    PLATE = "plate"
    BAND = "band"
    BALL = "ball"

    @property
    def usual_count(self) -> int:
        """How many are held where nobody says."""
        return 2 if self is Implement.DUMBBELL else 1


@frozen
class Load:
    """What one piece weighs, in whole grams, and the unit in which it was written."""

    grams: int
    unit: Unit

    @property
    def number(self) -> float:
        """How many of its unit it weighs, to two decimals: 12 lb stay 12 lb."""
        return round(self.grams / self.unit.grams, 2)

    @property
    def kilograms(self) -> float:
        """What it weighs in kilograms."""
        return self.grams / 1000

    @property
    def written(self) -> str:
        """The load as files write it: `7.5 kg`."""
        return f"{self.number:g} {self.unit.value}"


Heaviness = Level | Load
"""How heavy an author says a weight is: in words, or in kilograms or pounds."""


@frozen
class Weight:
    """What one exercise holds: `count` pieces of one kind, 1 or 2, all equally heavy."""

    heaviness: Heaviness
    count: int
    of: Implement = Implement.DUMBBELL

    @property
    def level(self) -> Level | None:
        """How heavy it is in words, None where a load is written."""
        return self.heaviness if isinstance(self.heaviness, Level) else None

    @property
    def load(self) -> Load | None:
        """What each piece weighs as it is written, None where a level is."""
        return self.heaviness if isinstance(self.heaviness, Load) else None


def load_of(number: float, unit: Unit) -> Load | None:
    """Return the load of `number` units, None where nothing is so heavy, or so light."""
    grams = round(number * unit.grams)
    return Load(grams, unit) if 1 <= grams <= MOST_GRAMS else None


def parse_load(text: str) -> Load | None:
    """Return the load that `text` writes, or None where it writes none.

    The forms are `N kg` and `N lb`, with at most two decimals behind a point.
    """
    match = re.fullmatch(_LOAD, text)
    return load_of(float(match[1]), Unit(match[2])) if match else None
