"""Prints figures in columns, with their targets and whether they are met."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from tools.measures.samples import percentile

GAP = "  "


@dataclass(frozen=True, slots=True)
class Target:
    """The maximum of a figure, exclusive with `below`; with `ratio` it is that of its ratio."""

    most: float
    below: bool = False
    ratio: bool = False

    def met(self, figure: "Figure") -> bool:
        """Return whether `figure` meets the target."""
        value = figure.ratio if self.ratio else figure.value
        return value < self.most if self.below else value <= self.most

    def __str__(self) -> str:
        return f"{'under' if self.below else 'at most'} {self.most:g}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with its name and unit; `empty` is the value of the empty window."""

    name: str
    value: float
    unit: str
    empty: float | None = None
    target: Target | None = None

    @property
    def ratio(self) -> float:
        """The ratio to the value of the empty window; infinite if that is 0."""
        return self.value / self.empty if self.empty else float("inf")


@dataclass(frozen=True, slots=True)
class Part:
    """Figures that belong together."""

    title: str
    figures: tuple[Figure, ...]


def spread(sample: Sequence[float], unit: str, target: Target | None = None) -> tuple[Figure, ...]:
    """Return the median, the 99th percentile and the maximum of `sample`.

    `target` is for the 99th percentile.
    """
    return (
        Figure("median", median(sample), unit),
        Figure("p99", percentile(sample, 99), unit, target=target),
        Figure("max", max(sample), unit),
    )


def lines(part: Part) -> Iterator[str]:
    """Yield the lines of `part`, in columns."""
    yield part.title
    rows = [_cells(figure) for figure in part.figures]
    if any(figure.empty is not None for figure in part.figures):
        rows.insert(0, ("", "Matside", "", "empty window", "ratio", "target", ""))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield (GAP + GAP.join(_placed(row, widths))).rstrip()


def _cells(figure: Figure) -> tuple[str, ...]:
    target = figure.target
    return (
        figure.name,
        written(figure.value),
        figure.unit,
        "" if figure.empty is None else written(figure.empty),
        f"{figure.ratio:.2f}" if figure.empty else "",
        "" if target is None else str(target),
        "" if target is None else "met" if target.met(figure) else "MISSED",
    )


def _placed(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """Yield the padded cells of `row`, numbers aligned right and words left."""
    for place, (cell, width) in enumerate(zip(row, widths, strict=True)):
        yield cell.rjust(width) if place in (1, 3, 4) else cell.ljust(width)


def written(value: float) -> str:
    """Return `value` with a sensible number of decimals."""
    size = abs(value)
    return f"{value:.{2 if size < 10 else 1 if size < 100 else 0}f}"
