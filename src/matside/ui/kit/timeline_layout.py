"""Where the timeline has its blocks, its bars and their labels."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from matside.core.workout.plan import Plan, Prepare, Rest, RestKind, Step, Work
from matside.ui.drawing.lettering import SEMIBOLD, elided, width_of
from matside.ui.words.texts import block_times_rounds

LABELLED_HEIGHT = 0.0586
"""The height of a timeline with labels, as a share of the unit of the window."""


BARE_HEIGHT = 0.042
"""The height of a timeline without labels, as a share of the unit of the window."""


LABEL = 0.0143


BAR = 0.0234


REST_LINE = 0.0052


NEEDLE = 0.0065


NEEDLE_CLEARANCE = 0.0033


BLOCK_GAP = 0.0182


BAR_GAP = 0.0026


CORNER = 0.0039


HOLLOW = 0.0026


FOOT = 0.009
"""All measures are shares of the unit of the window."""


LEAST_LABELLED = 540
"""The minimum unit in px at which the labels fit."""


APART = 1.0
"""The distance in px at which two bars share no pixel, so that each can be redrawn alone."""


LEAST_LABEL = 10.0
"""The minimum height of capitals at arm's length, in px."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The steps of one block on the timeline, with the rest that leads to it.

    `first` is the index of the first step in the plan; `label` is written above.
    """

    label: str
    first: int
    steps: tuple[Step, ...]

    @property
    def estimate(self) -> int:
        """The estimated length of the stretch, in ms."""
        return sum(step.estimate for step in self.steps)


def stretches(plan: Plan) -> tuple[Stretch, ...]:
    """Return the blocks of `plan` in order, none of them empty."""
    starts = [0]
    starts += [
        place
        for place, (before, step) in enumerate(pairwise(plan.steps), start=1)
        if _begins_block(before, step)
    ]
    return tuple(
        _stretch(first, plan.steps[first:end])
        for first, end in pairwise([*starts, len(plan.steps)])
        if end > first
    )


def _begins_block(before: Step, step: Step) -> bool:
    """Return whether a block begins with `step`: with its first set, or the rest before that."""
    if isinstance(before, Prepare) or _leads_to_block(before):
        return False
    return _leads_to_block(step) or before.key.block != step.key.block


def _leads_to_block(step: Step) -> bool:
    return isinstance(step, Rest) and step.kind is RestKind.BLOCK


def _stretch(first: int, steps: tuple[Step, ...]) -> Stretch:
    block = next(step.block for step in steps if isinstance(step, Work))
    return Stretch(block_times_rounds(block.name, block.rounds), first, steps)


def spans(blocks: Sequence[Stretch], width: float, gap: float) -> tuple[tuple[float, float], ...]:
    """Return where each step begins and ends on `width` px, with `gap` px between blocks."""
    total = sum(block.estimate for block in blocks)
    room = max(0.0, width - gap * (len(blocks) - 1))
    found: list[tuple[float, float]] = []
    x = 0.0
    for block in blocks:
        for step in block.steps:
            end = x + room * step.estimate / total
            found.append((x, end))
            x = end
        x += gap
    return tuple(found)


@dataclass(frozen=True, slots=True)
class BlockLabel:
    """The label above a block: its text, from `x` on, cut to fit."""

    text: str
    x: float


def labels(
    blocks: Sequence[Stretch], starts: Sequence[float], width: float, cap: float, gap: float
) -> tuple[BlockLabel, ...]:
    """Return the labels of blocks that begin at `starts`, without overlaps.

    The last one may begin left of its block, so that it fits on the timeline.
    """
    last = max(0.0, min(starts[-1], width - width_of(blocks[-1].label, cap, SEMIBOLD)))
    begins = [*starts[:-1], last]
    ends = [*(start - gap for start in begins[1:]), width]
    return tuple(
        BlockLabel(elided(block.label, end - x, cap, SEMIBOLD), x)
        for block, x, end in zip(blocks, begins, ends, strict=True)
    )


class TimelineLayout(NamedTuple):
    """The layout of a plan: its blocks, the left and right of each step, and the labels."""

    blocks: tuple[Stretch, ...]
    spans: tuple[tuple[float, float], ...]
    labels: tuple[BlockLabel, ...]
