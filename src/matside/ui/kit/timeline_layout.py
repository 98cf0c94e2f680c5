"""Where the timeline has its blocks, its bars and their labels."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from matside.core.workout.model import Every
from matside.core.workout.plan import Plan
from matside.core.workout.steps import Step, Work, clock_of, minute_of
from matside.frozen import frozen
from matside.ui.drawing.lettering import SEMIBOLD, elided, width_of
from matside.ui.words.screen_words import block_times_rounds

LABELLED_HEIGHT = 0.0586
"""The height of a timeline with labels, as a share of the unit of the window."""

BARE_HEIGHT = 0.042
"""The height of a timeline without labels, as a share of the unit of the window."""

LABEL = 0.0143
BAR = 0.0234
REST_LINE = 0.0052
TICK = 0.0026
NEEDLE = 0.0065
NEEDLE_CLEARANCE = 0.0033
BLOCK_GAP = 0.0182
BAR_GAP = 0.0026
CORNER = 0.0039
HOLLOW = 0.0026
FOOT = 0.009
"""All measures are shares of the unit of the window."""

LEAST_CORNER = 0.5
"""The radius in px below which a corner is square: nobody sees it, and it takes long to paint."""

LEAST_LABELLED = 540
"""The minimum unit in px at which the labels fit."""

MOST_GAPS = 0.25
"""The share of the width that all gaps between blocks may take."""

LEAST_PITCH, NAMED_PITCH = 3.0, 7.5
"""The minimum distances of two minutes with a label each, and with a name, in heights of its
capitals."""

MINUTE_GAP = 0.5
"""The distance between the labels of two minutes, in heights of its capitals."""

APART = 1.0
"""The distance in px at which two bars share no pixel, so that each can be redrawn alone."""

LEAST_LABEL = 10.0
"""The minimum height of capitals at arm's length, in px."""


@frozen
class LabelledBlock:
    """The steps of one block on the timeline, with the rest that leads to it, or of one minute.

    `label` is written above; `places` are those of the steps in the plan.
    """

    label: str
    places: range
    is_minute: bool = False


def labelled_blocks(plan: Plan) -> tuple[LabelledBlock, ...]:
    """Return the blocks of `plan` in order, none of them empty; every step lies in one."""
    found = plan.blocks.values()
    firsts = [0, *(places.stop for places in found)]
    return tuple(
        LabelledBlock(_label(plan.steps[places.start]), range(first, places.stop))
        for first, places in zip(firsts, found, strict=False)
    )


def with_minutes(drawing: "TimelineLayout", plan: Plan, cap: float) -> Iterator[LabelledBlock]:
    """Yield the blocks of `drawing`, or in their place their minutes, if these have room.

    A minute has its number, and the name of its exercise where that is not cut down to nothing.
    """
    for block in drawing.blocks:
        first = next(place for place in block.places if isinstance(plan.steps[place], Work))
        pitch = _pitch(drawing, plan.steps[first], range(first, block.places.stop))
        if pitch < LEAST_PITCH * cap:
            yield block
            continue
        sets = [place for place in block.places if isinstance(plan.steps[place], Work)]
        for place, stop in zip(sets, [*sets[1:], block.places.stop], strict=True):
            label = _minute_label(plan.steps[place], is_named=pitch >= NAMED_PITCH * cap)
            yield LabelledBlock(label, range(place, stop), is_minute=True)


def _pitch(drawing: "TimelineLayout", first: Step, places: range) -> float:
    """Return how far the minutes at `places` begin apart, in px; 0 where there are none."""
    if not isinstance(first, Work) or not isinstance(clock_of(first), Every):
        return 0.0
    _, total = minute_of(first)
    return (drawing.span(places[-1])[1] - drawing.span(places[0])[0]) / total


def _minute_label(step: Step, *, is_named: bool) -> str:
    assert isinstance(step, Work)  # as all that is looked for
    number, _ = minute_of(step)
    return f"{number}  {step.exercise.name}" if is_named else str(number)


def _label(step: Step) -> str:
    assert isinstance(step, Work)  # a block begins with a set
    return block_times_rounds(step.block.name, step.block.rounds)


@frozen
class BlockLabel:
    """The label above a block: its text, from `x` on, cut to fit."""

    text: str
    x: float


def labels(
    blocks: Sequence[LabelledBlock], starts: Sequence[float], width: float, cap: float, gap: float
) -> tuple[BlockLabel, ...]:
    """Return the labels of blocks that begin at `starts`, without overlaps.

    The last one may begin left of its block, so that it fits on the timeline; no minute does.
    """
    shift = 0.0 if blocks[-1].is_minute else width_of(blocks[-1].label, cap, SEMIBOLD)
    last = max(0.0, min(starts[-1], width - shift))
    begins = [*starts[:-1], last]
    gaps = [min(gap, MINUTE_GAP * cap) if block.is_minute else gap for block in blocks[:-1]]
    ends = [*(start - apart for start, apart in zip(begins[1:], gaps, strict=True)), width]
    return tuple(
        BlockLabel(elided(block.label, end - x, cap, SEMIBOLD), x)
        for block, x, end in zip(blocks, begins, ends, strict=True)
    )


class TimelineLayout:
    """Where each step of `plan` lies on `width` px, with `gap` px between blocks, or less.

    A step is looked up when it is asked for: of thousands only those that are seen are.
    """

    def __init__(self, plan: Plan, width: float, gap: float) -> None:
        self.blocks = labelled_blocks(plan)
        self._plan = plan
        self._firsts = tuple(block.places.start for block in self.blocks)
        self._gap = min(gap, MOST_GAPS * width / len(self.blocks))
        room = max(1.0, width - self._gap * (len(self.blocks) - 1))
        self._scale = room / plan.estimate

    def block_at(self, place: int) -> int:
        """Return the index of the block in which the step at `place` lies."""
        return bisect_right(self._firsts, place) - 1

    def span(self, place: int) -> tuple[float, float]:
        """Return where the step at `place` begins and ends, in px from the left."""
        offset, begins = self._gap * self.block_at(place), self._plan.begins
        return offset + self._scale * begins[place], offset + self._scale * begins[place + 1]

    def x_of(self, place: int, behind: int) -> float:
        """Return where a needle is in the step at `place`, with `behind` ms of the plan behind it.

        It does not leave the step's block.
        """
        block = self.block_at(place)
        places, begins = self.blocks[block].places, self._plan.begins
        at = min(max(behind, begins[places.start]), begins[places.stop])
        return self._gap * block + self._scale * at

    def seen(self, least: float, apart: int | None) -> Iterator[tuple[int, tuple[float, float]]]:
        """Yield the visible steps, each with the left and right of its bar.

        Of all steps within `least` px only the first set is visible, but the one at `apart`
        always: with thousands of steps, painting all of them would take a fifth of a second.
        """
        place = 0
        while place < len(self._plan.steps):
            start, until = self.span(place)
            end = max(until, start + least)
            following = self._from(end, place + 1)
            if apart is not None and place < apart < following:
                following = apart
            yield self._shown(range(place, following)), (start, end)
            place = following

    def _from(self, x: float, place: int) -> int:
        """Return the first step from `place` on that begins at `x` px or behind it."""
        steps = len(self._plan.steps)
        if place == steps or self.span(place)[0] >= x:
            return place
        block = self.block_at(place)
        last = min(steps, self.blocks[block].places.stop)
        ms = (x - self._gap * block) / self._scale
        found = bisect_left(self._plan.begins, ms, place, last)
        return found if found < last else self._from(x, last)

    def _shown(self, places: range) -> int:
        sets = (place for place in places if isinstance(self._plan.steps[place], Work))
        return next(sets, places.start)
