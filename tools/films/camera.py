"""The camera: where places in space are on the screen, seen without perspective."""

import math
from dataclasses import dataclass

from tools.films.vectors import Vector, dot


@dataclass(frozen=True, slots=True)
class Camera:
    """Where the camera stands, in degrees.

    `yaw` 0 is in front of the figure, 90 at its left; `pitch` is its elevation.
    """

    yaw: float
    pitch: float

    def mirrored(self) -> "Camera":
        """Return the camera with left and right exchanged."""
        return Camera(-self.yaw, self.pitch)

    @property
    def axes(self) -> tuple[Vector, Vector, Vector]:
        """The directions to the right of the screen, to its top, and to who looks at it."""
        yaw, pitch = math.radians(self.yaw), math.radians(self.pitch)
        cy, sy, cp, sp = math.cos(yaw), math.sin(yaw), math.cos(pitch), math.sin(pitch)
        return (-sy, cy, 0.0), (-cy * sp, -sy * sp, cp), (cy * cp, sy * cp, sp)

    def seen(self, place: Vector) -> Vector:
        """Return where `place` is: to the right, up, and nearer to who looks, all in cm."""
        right, up, near = self.axes
        return dot(place, right), dot(place, up), dot(place, near)
