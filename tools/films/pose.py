"""One pose: what an author says of pelvis, trunk, gaze, arms and legs at a moment.

Lengths are centimetres of a figure 170 cm tall: x where it faces, y to its left, z up, the floor
at 0. Angles are degrees: pitch bends forward, roll leans to the right, yaw turns to the left.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace

from tools.films.vectors import Vector, mirrored


@dataclass(frozen=True, slots=True)
class Turn:
    """How a part is turned."""

    pitch: float = 0.0
    roll: float = 0.0
    yaw: float = 0.0

    def mirrored(self) -> "Turn":
        """Return the turn with left and right exchanged."""
        return Turn(self.pitch, -self.roll, -self.yaw)


@dataclass(frozen=True, slots=True)
class Planted:
    """A leg whose foot stands: where its ankle is, and where toes and knee point."""

    ankle: Vector
    toes: Vector
    knee: Vector

    def mirrored(self) -> "Planted":
        """Return the leg with left and right exchanged."""
        return Planted(mirrored(self.ankle), mirrored(self.toes), mirrored(self.knee))


@dataclass(frozen=True, slots=True)
class Kneeling:
    """A leg whose knee rests on the floor: where, and where shin and toes point.

    With `pointed` the instep lies on the floor, else the toes are tucked.
    """

    knee: Vector
    shin: Vector
    toes: Vector
    pointed: bool = False

    def mirrored(self) -> "Kneeling":
        """Return the leg with left and right exchanged."""
        return Kneeling(
            mirrored(self.knee), mirrored(self.shin), mirrored(self.toes), self.pointed
        )


@dataclass(frozen=True, slots=True)
class Free:
    """An arm that swings: where its upper arm points, how far the elbow is bent, and whither.

    The hand follows the forearm; `thumb` says where the thumb points. An `open` hand is flat.
    """

    upper: Vector
    bend: float
    elbow: Vector
    thumb: Vector
    open: bool = False

    def mirrored(self) -> "Free":
        """Return the arm with left and right exchanged."""
        return Free(
            mirrored(self.upper), self.bend, mirrored(self.elbow), mirrored(self.thumb), self.open
        )


@dataclass(frozen=True, slots=True)
class Placed:
    """An arm whose wrist is at a place: where elbow, thumb and fingers point."""

    wrist: Vector
    elbow: Vector
    thumb: Vector
    fingers: Vector
    open: bool = False

    def mirrored(self) -> "Placed":
        """Return the arm with left and right exchanged."""
        return Placed(
            mirrored(self.wrist),
            mirrored(self.elbow),
            mirrored(self.thumb),
            mirrored(self.fingers),
            self.open,
        )


@dataclass(frozen=True, slots=True)
class Gripping:
    """An arm whose hand is on the dumbbell that both hold, towards that `end` (1 or -1)."""

    elbow: Vector
    end: int

    def mirrored(self) -> "Gripping":
        """Return the arm with left and right exchanged."""
        return Gripping(mirrored(self.elbow), self.end)


@dataclass(frozen=True, slots=True)
class Clasping:
    """An arm whose hand is folded into the other behind the back."""

    def mirrored(self) -> "Clasping":
        """Return the arm with left and right exchanged."""
        return self


@dataclass(frozen=True, slots=True)
class Shared:
    """The dumbbell that both hands hold: its middle, and where its handle points."""

    middle: Vector
    axis: Vector

    def mirrored(self) -> "Shared":
        """Return the dumbbell with left and right exchanged."""
        return Shared(mirrored(self.middle), mirrored(self.axis))


@dataclass(frozen=True, slots=True)
class Clasp:
    """Where folded hands are: their direction from between the shoulders, and the elbows' bend.

    The direction is along the axes of the chest.
    """

    direction: Vector
    bend: float

    def mirrored(self) -> "Clasp":
        """Return the clasp with left and right exchanged."""
        return Clasp(mirrored(self.direction), self.bend)


@dataclass(frozen=True, slots=True)
class Girdle:
    """How far both shoulders are drawn forward and up."""

    forward: float = 0.0
    up: float = 0.0


Leg = Planted | Kneeling
Arm = Free | Placed | Gripping | Clasping


@dataclass(frozen=True, slots=True)
class Pose:
    """Everything an author says of one moment.

    `pelvis` is the middle between the hip joints; its height is found where a knee rests on the
    floor. `spine` is the whole bend of the trunk upon the `hips`. `breath` fills the chest.
    """

    pelvis: Vector
    hips: Turn
    spine: Turn
    gaze: Vector
    left_leg: Leg
    right_leg: Leg
    left_arm: Arm
    right_arm: Arm
    breath: float = 0.0
    girdle: Girdle = Girdle()
    bell: Shared | None = None
    clasp: Clasp | None = None

    def mirrored(self) -> "Pose":
        """Return the pose with left and right exchanged."""
        return replace(
            self,
            pelvis=mirrored(self.pelvis),
            hips=self.hips.mirrored(),
            spine=self.spine.mirrored(),
            gaze=mirrored(self.gaze),
            left_leg=self.right_leg.mirrored(),
            right_leg=self.left_leg.mirrored(),
            left_arm=self.right_arm.mirrored(),
            right_arm=self.left_arm.mirrored(),
            bell=self.bell and self.bell.mirrored(),
            clasp=self.clasp and self.clasp.mirrored(),
        )


def numbers_of(part: object) -> Iterator[float]:
    """Yield every number of a pose or of a part of it, in a fixed order; flags are none."""
    if isinstance(part, float):
        yield part
    elif isinstance(part, tuple):
        yield from part
    elif is_dataclass(part):
        for field in fields(part):
            yield from numbers_of(getattr(part, field.name))


def with_numbers(pose: Pose, numbers: Iterator[float]) -> Pose:
    """Return `pose` with the next of `numbers` in the places that `numbers_of` reads."""
    made = _rebuilt(pose, numbers)
    assert isinstance(made, Pose)
    return made


def _rebuilt(part: object, numbers: Iterator[float]) -> object:
    if isinstance(part, float):
        return next(numbers)
    if isinstance(part, tuple):
        return tuple(next(numbers) for _ in part)
    if not is_dataclass(part) or isinstance(part, type):
        return part
    return type(part)(*(_rebuilt(getattr(part, field.name), numbers) for field in fields(part)))
