"""The pure parts of the benchmark: what many measurements say, and how figures are printed."""

import pytest

from tools.measures.samples import drift, percentile
from tools.measures.sound_intervals import lateness, lengths_off
from tools.measures.table import Figure, Part, Target, lines, spread, written

HUNDRED = [float(number) for number in range(100, 0, -1)]


@pytest.mark.parametrize(("percent", "expected"), [(0, 1.0), (50, 50.0), (99, 99.0), (100, 100.0)])
def test_a_percentile_is_a_value_that_was_measured(percent: float, expected: float) -> None:
    """So many percent of the sample do not exceed it, whatever the order."""
    assert expected == percentile(HUNDRED, percent)


def test_the_99th_percentile_of_few_values_is_the_greatest() -> None:
    """Less than a hundred values have nothing rarer than one in a hundred."""
    assert 9.0 == percentile([3.0, 9.0, 1.0], 99)


def test_a_steady_run_has_no_drift() -> None:
    """One late value at the end says nothing of the run."""
    assert 0.0 == drift([2.0] * 19 + [50.0])


def test_drift_is_what_the_end_exceeds_the_beginning_by() -> None:
    """A run that gets later by 1 ms each time has drifted by the time between its edges."""
    assert 15.0 == drift([float(number) for number in range(20)])


def test_intervals_are_held_against_holds_and_rests() -> None:
    """By turns 3 s and 1 s are due; too long and too short are both off."""
    assert [0.0, 5.0, 10.0] == lengths_off([500.0, 3500.0, 4505.0, 7495.0])


def test_lateness_is_counted_from_the_first_sound() -> None:
    """What is off one interval is late at all that follow, until it is made up for."""
    assert [0.0, 0.0, 5.0, -5.0] == lateness([500.0, 3500.0, 4505.0, 7495.0])


def test_a_spread_holds_its_target_against_the_99th_percentile() -> None:
    """The median and the greatest value have no target."""
    target = Target(16)
    found = spread(HUNDRED, "ms", target)
    assert [("median", None), ("p99", target), ("max", None)] == [
        (figure.name, figure.target) for figure in found
    ]


@pytest.mark.parametrize(
    ("target", "value", "empty", "expected"),
    [
        (Target(16, below=True), 15.9, None, True),
        (Target(16, below=True), 16.0, None, False),
        (Target(1.6, ratio=True), 160.0, 100.0, True),
        (Target(1.6, ratio=True), 161.0, 100.0, False),
        (Target(1.6, ratio=True), 1.0, 0.0, False),
    ],
)
def test_a_target_is_of_the_value_or_of_the_ratio(
    target: Target,
    value: float,
    empty: float | None,
    expected: bool,  # noqa: FBT001 - a case of the table
) -> None:
    """Below excludes its bound, at most includes it, and nothing is no multiple of nothing."""
    assert expected is target.met(Figure("time", value, "ms", empty, target))


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0.034, "0.03"), (9.94, "9.94"), (15.96, "16.0"), (123.4, "123"), (-4.155, "-4.16")],
)
def test_a_number_has_the_decimals_that_tell_something(value: float, expected: str) -> None:
    """Three digits do, and never more than two behind the point."""
    assert expected == written(value)


def test_figures_are_printed_in_columns_with_their_verdict() -> None:
    """Numbers end below each other, and the empty window has its heading."""
    figures = (
        Figure("median", 150.0, "ms", 100.0, Target(1.6, ratio=True)),
        Figure("p99", 9.5, "ms", 4.0, Target(8, below=True)),
    )
    assert [
        "Start",
        "          Matside      empty window  ratio  target",
        "  median      150  ms           100   1.50  at most 1.6  met",
        "  p99        9.50  ms          4.00   2.38  under 8      MISSED",
    ] == list(lines(Part("Start", figures)))


def test_figures_without_an_empty_window_have_no_heading() -> None:
    """There is nothing to be told apart."""
    part = Part("Painting", (Figure("whole", 8.0, "ms"),))
    assert ["Painting", "  whole  8.00  ms"] == list(lines(part))


def test_nothing_has_no_multiple() -> None:
    """Where the empty window takes nothing at all no ratio is printed."""
    part = Part("Resting", (Figure("wake-ups", 8.0, "a second", 0.0),))
    assert "  wake-ups     8.00  a second          0.00" == list(lines(part))[-1]
