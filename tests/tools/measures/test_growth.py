"""What the benchmark calls growth."""

from dataclasses import asdict

from tools.measures.growth import GROWING, grown
from tools.measures.stock import Stock, least

FEW = Stock(memory=90.5, objects=1000, qt_objects=20, handles=9, threads=3)
MANY = Stock(memory=93.0, objects=1101, qt_objects=21, handles=8, threads=4)


def test_everything_that_is_held_may_grow() -> None:
    """Nothing is left out."""
    assert set(asdict(FEW)) == {name for name, *_ in GROWING}


def test_growth_is_what_there_is_more_afterwards() -> None:
    """What has become less has not grown."""
    found = grown(asdict(FEW), asdict(MANY))

    assert [2.5, 101, 1, -1, 1] == [figure.value for figure in found]
    assert [False, False, False, True, False] == [
        figure.target is not None and figure.target.met(figure) for figure in found
    ]


def test_the_least_of_several_looks_is_of_each_thing() -> None:
    """What was only there for a moment is not counted."""
    assert Stock(90.5, 1000, 20, 8, 3) == least([FEW, MANY])
