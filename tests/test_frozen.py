"""A frozen class is a value: what it is made of never changes, and is all that counts."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import FrozenInstanceError, asdict, astuple, field, fields, replace

import pytest

from matside.frozen import frozen


@frozen
class Dumbbell:
    """A value with every kind of field."""

    weight: float
    colour: str = "black"
    owners: list[str] = field(default_factory=list)
    label: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "label", f"{self.weight} kg")


@frozen
class Kettlebell:
    """Another value of the same fields."""

    weight: float
    colour: str = "black"


@frozen
class Mat:
    """A value of which all are the same."""


def test_fields_are_given_by_place_or_by_name() -> None:
    """What is left out is what the class says, and a list is another one each time."""
    first, second = Dumbbell(2, "red"), Dumbbell(colour="red", weight=2)
    assert first == second
    assert ("black", "2 kg") == (Dumbbell(2).colour, Dumbbell(2).label)
    assert first.owners is not second.owners
    assert Dumbbell(2, owners=["Ann"]).owners == ["Ann"]


def test_too_few_and_too_many_fields_are_refused() -> None:
    """The fault names the class."""
    with pytest.raises(TypeError, match="Kettlebell"):
        Kettlebell()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="Kettlebell"):
        Kettlebell(2, "red", 3)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="Kettlebell"):
        Kettlebell(2, size=3)  # type: ignore[call-arg]


def test_a_value_never_changes() -> None:
    """Nothing of it is set, taken away or added."""
    bell = Kettlebell(4)
    with pytest.raises(FrozenInstanceError, match="weight"):
        bell.weight = 6  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="weight"):
        del bell.weight  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="handle"):
        bell.handle = "wide"  # type: ignore[attr-defined]
    assert not hasattr(bell, "__dict__")
    assert Kettlebell(4) == bell


def test_values_are_equal_by_what_they_are_made_of() -> None:
    """Values of two classes never are, and equal ones are one key."""
    assert Kettlebell(4, "red") != Kettlebell(4, "blue")
    assert Kettlebell(4) != Dumbbell(4)
    assert {Kettlebell(4): "swing"}[Kettlebell(4)] == "swing"
    assert Mat() == Mat()
    assert len({Mat(), Mat()}) == 1


def test_a_value_is_a_dataclass() -> None:
    """It is shown, taken apart, matched and copied with another field as those are."""
    bell = Kettlebell(4, "red")
    assert repr(bell) == "Kettlebell(weight=4, colour='red')"
    assert repr(Dumbbell(2)) == "Dumbbell(weight=2, colour='black', owners=[])"
    assert [part.name for part in fields(bell)] == ["weight", "colour"]
    assert asdict(bell) == {"weight": 4, "colour": "red"}
    assert replace(bell, weight=6) == Kettlebell(6, "red")
    match bell:
        case Kettlebell(weight, colour):
            assert (weight, colour) == (4, "red")


@contextmanager
def watched_compiler() -> Iterator[list[str]]:
    """Give a list that grows as long as something is compiled."""
    watching = True

    found: list[str] = []

    def hear(event: str, _: object) -> None:
        if watching and event == "compile":
            found.append(event)

    sys.addaudithook(hear)
    yield found
    watching = False


def test_only_a_class_that_is_used_is_compiled() -> None:
    """Making classes takes no compiler; the first value of all that are alike takes it once."""
    with watched_compiler() as compiled:

        @frozen
        class Rope:
            """A value, with fields as no other class has them."""

            length: int
            knots: list[int] = field(default_factory=list)
            owners: list[str] = field(default_factory=list)
            colour: str = "white"
            ends: list[str] = field(default_factory=list)

        @frozen
        class Band:
            """A value of as many other fields."""

            width: int
            pulls: list[int] = field(default_factory=list)
            homes: list[str] = field(default_factory=list)
            maker: str = "none"
            loops: list[str] = field(default_factory=list)

        assert compiled == []
        assert Rope(2) != Rope(3)
        assert len(compiled) == 1
        assert (5, [], [], "us", []) == astuple(Band(5, maker="us"))
        assert len(compiled) == 1
