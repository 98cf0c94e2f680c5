"""The sunrise of a session as a pure value: one ray a set, as long as what it moved."""

import math
from collections.abc import Iterator, Sequence

from matside.core.history.totals import volume
from matside.core.session.record import SetOutcome, SetRecord
from matside.core.workout.model import BlockKind
from matside.core.workout.steps import Work
from matside.frozen import frozen
from matside.ui.summary.finish_view import FinishView

INNER, LEAST = 0.585, 0.157
"""Where rays begin, and how long the shortest is, as shares of the radius of all."""

LONGER = 1 - INNER - LEAST
"""How much longer the longest is at most."""

WIDEST = 13.0
"""The maximum angle of a ray, in degrees; few rays stand in the middle."""

APART = 0.22
"""The gap between two rays, as a share of their angle, at most 0.9 degrees."""

MOST = 720
"""The maximum number of rays; of more sets several share one."""


@frozen
class Ray:
    """A ray of a set in a block of `kind`; `more` is how much longer than the least, 0 to 1.

    A hollow one was skipped.
    """

    kind: BlockKind
    more: float
    hollow: bool = False


@frozen
class RayShape:
    """A ray as it is painted: its corners as pairs of x and y, as shares of the radius.

    The middle of the sun is at 0, 0; y is negative above it.
    """

    ray: Ray
    corners: tuple[tuple[float, float], ...]


def rays_of(view: FinishView) -> tuple[Ray, ...]:
    """Return the rays of all sets that were done or skipped, in the order of the plan.

    They are as long as the kilograms that were moved; where nothing was, as the seconds. One that
    the end of its block's time has cut has none.
    """
    found = sorted(_sets(view), key=lambda each: view.plan.order_of(each[0].key))
    moved = [0 if record is None else volume((record,)) for _, _, record in found]
    if not any(moved):
        moved = [0 if record is None else record.seconds or 0 for _, _, record in found]
    most = max(moved, default=0)
    rays = [
        Ray(step.block.kind, moves / most if most and done else 0.0, hollow=not done)
        for (step, done, _), moves in zip(found, moved, strict=True)
    ]
    return tuple(_fewer(rays))


def _sets(view: FinishView) -> Iterator[tuple[Work, bool, SetRecord | None]]:
    """Yield each set, whether it was done, and its record if there is one."""
    for place in view.done | view.skipped:
        step = view.plan.set_from(view.plan.steps[place].key)
        yield step, place in view.done, view.sets.get(step.key)
    for key, record in view.sets.items():
        if view.plan.goes_on(key) and not record.is_cut:
            yield view.plan.set_from(key), record.outcome is SetOutcome.DONE, record


def _fewer(rays: Sequence[Ray]) -> Iterator[Ray]:
    """Yield the rays; where there are more than MOST, the longest one of each group."""
    together = -(-len(rays) // MOST)
    for begin in range(0, len(rays), max(1, together)):
        yield max(rays[begin : begin + together], key=lambda ray: (not ray.hollow, ray.more))


def shapes_of(rays: Sequence[Ray], grown: float = 1.0) -> tuple[RayShape, ...]:
    """Return the shapes of `rays` from left to right, of which the share `grown` has risen."""
    angle = min(180.0 / len(rays), WIDEST) if rays else 0.0
    first = 180.0 - (180.0 - angle * len(rays)) / 2
    gap = min(APART * angle, 0.9) if len(rays) > 1 else 0.0
    return tuple(
        _shape(ray, first - angle * place - gap / 2, angle - gap, risen)
        for place, ray in enumerate(rays)
        if (risen := _risen(place, len(rays), grown)) > 0
    )


def _risen(place: int, count: int, grown: float) -> float:
    """Return how much of a ray has risen, 0 to 1: one rises after the other."""
    return min(1.0, max(0.0, grown * (count + 3) - place) / 4) if grown < 1 else 1.0


def _shape(ray: Ray, left: float, angle: float, risen: float) -> RayShape:
    """Return the shape that is `angle` degrees wide from `left` on, clockwise."""
    outer = INNER + risen * (LEAST + LONGER * ray.more)
    middle = math.radians(left - angle / 2)
    half = INNER * math.tan(math.radians(angle / 2))
    outward, across = (math.cos(middle), -math.sin(middle)), (math.sin(middle), math.cos(middle))
    wide = half * (1 + 0.35 * (outer / INNER - 1))

    def corner(radius: float, aside: float) -> tuple[float, float]:
        return (radius * outward[0] + aside * across[0], radius * outward[1] + aside * across[1])

    corners = corner(INNER, -half), corner(outer, -wide), corner(outer, wide), corner(INNER, half)
    return RayShape(ray, corners)
