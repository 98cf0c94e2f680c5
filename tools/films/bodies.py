"""The bodies that there are films of."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Shape:
    """What a body is like: shares from 0 to 1 in the words of MakeHuman.

    `details` are further targets and how much of each. `tied` is long hair in a knot, else it
    is short.
    """

    gender: float
    muscle: float
    weight: float
    proportions: float
    tied: bool
    details: Mapping[str, float] = field(default_factory=dict)


BODIES: Mapping[str, Shape] = {
    "woman": Shape(0.06, 0.72, 0.42, 0.95, tied=True),
    "man": Shape(0.74, 0.86, 0.42, 0.90, tied=False),
}
"""Every body by its name, which is that of its folder of films; the first is shown first."""
