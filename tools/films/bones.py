"""What bones are: the measures of a body, and where its limbs and joints are.

The lengths are those of Drillis and Contini (1966), as Winter gives them as shares of the height
(Biomechanics and Motor Control of Human Movement, figure 4.1), for a figure of 170 cm.
"""

from dataclasses import dataclass

from tools.films.pose import Shared
from tools.films.vectors import Axes, Vector

HEIGHT = 170.0
UPPER_ARM = 0.186 * HEIGHT
FOREARM = 0.146 * HEIGHT
THIGH = 0.245 * HEIGHT
SHANK = 0.246 * HEIGHT
ANKLE = 0.039 * HEIGHT
HALF_HIPS = 0.050 * HEIGHT
HALF_SHOULDERS = 0.103 * HEIGHT

KNEE = 5.6
"""How high the middle of a knee is that rests on the floor, in cm, as the poses mean it."""

PALM = 6.5
"""How far the middle of the palm is from the wrist, in cm."""

CHEST = 36.0
"""How far the joint that carries the shoulders is above the hips of who stands, in cm."""


@dataclass(frozen=True, slots=True)
class Build:
    """The measures of a body, in cm.

    `shoulder` is the left one at rest, on the axes of the chest. `knee` is how high the middle
    of a knee is that rests on the floor. A handle lies `grip` along the fingers from the wrist,
    and `off_palm` off the palm.
    """

    upper_arm: float = UPPER_ARM
    half_hips: float = HALF_HIPS
    shoulder: Vector = (-0.6, HALF_SHOULDERS, 11.0)
    knee: float = KNEE
    grip: float = 6.2
    off_palm: float = 0.0


DRAWN = Build()
"""The figure that the poses are written for."""


@dataclass(frozen=True, slots=True)
class Limb:
    """An arm or a leg: its root, its elbow or knee, and its wrist or ankle.

    `point` is where the elbow or knee points. `missed` is how many cm its end is from where it
    was to be.
    """

    root: Vector
    middle: Vector
    end: Vector
    point: Vector
    missed: float = 0.0


@dataclass(frozen=True, slots=True)
class Hand:
    """Where fingers, thumb and palm of a hand point."""

    fingers: Vector
    thumb: Vector
    palm: Vector
    open: bool


@dataclass(frozen=True, slots=True)
class Foot:
    """Where a foot and its back point, and its toes, which bend where they are tucked."""

    front: Vector
    top: Vector
    toes: Vector


@dataclass(frozen=True, slots=True)
class SidedBones:
    """The bones of one side; `sign` is 1 on the left and -1 on the right."""

    sign: int
    arm: Limb
    hand: Hand
    leg: Limb
    foot: Foot


@dataclass(frozen=True, slots=True)
class Bones:
    """Where all bones are.

    `joints` are those of the spine, from the middle of the hips to the root of the neck; `axes`
    are those of pelvis, loin, waist and chest.
    """

    joints: tuple[Vector, ...]
    axes: tuple[Axes, Axes, Axes, Axes]
    head: Axes
    skull: Vector
    left: SidedBones
    right: SidedBones
    bell: Shared | None
    breath: float

    @property
    def chest(self) -> Axes:
        """The axes of the chest."""
        return self.axes[3]

    @property
    def sides(self) -> tuple[SidedBones, SidedBones]:
        """Left and right."""
        return self.left, self.right

    @property
    def places(self) -> tuple[Vector, ...]:
        """Every joint, in a fixed order."""
        limbs = (limb for side in self.sides for limb in (side.arm, side.leg))
        ends = (place for limb in limbs for place in (limb.root, limb.middle, limb.end))
        return (*self.joints, self.skull, *ends)
