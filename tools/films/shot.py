"""The camera of a film: a long lens, and the picture that holds all poses."""

import math
from dataclasses import dataclass

import numpy as np

from tools.films.base_mesh import Array
from tools.films.camera import Camera

AWAY = 620.0
"""How far the camera stands from the middle of what it sees, in cm."""

MARGIN = 0.02
"""The room around all that is seen, as a share of the longer side."""


@dataclass(frozen=True, slots=True)
class Shot:
    """Where the camera stands, and what its picture holds.

    `axes` are the directions to the right, up and to the camera. `window` is left, right,
    bottom and top of the picture, as tangents from the camera. `size` is width and height in px.
    """

    eye: Array
    middle: Array
    axes: Array
    window: tuple[float, float, float, float]
    size: tuple[int, int]

    @property
    def wide(self) -> float:
        """The width of the window, as a tangent."""
        return self.window[1] - self.window[0]

    @property
    def high(self) -> float:
        """The height of the window, as a tangent."""
        return self.window[3] - self.window[2]

    def seen(self, places: Array) -> Array:
        """Return where `places` are in the picture: px from its left and its top."""
        return _pixels(_tangents(places, self.eye, self.axes), self.window, self.size)

    def rays(self) -> Array:
        """Return the directions from the camera through the middles of all px."""
        width, height = self.size
        left, _, _, top = self.window
        across = left + (np.arange(width) + 0.5) / width * self.wide
        up = top - (np.arange(height) + 0.5) / height * self.high
        right, upward, near = self.axes
        return across[None, :, None] * right + up[:, None, None] * upward - near[None, None, :]


def shot_of(camera: Camera, places: Array, longer_side: int) -> Shot:
    """Return the shot from `camera` that holds all `places`, `longer_side` px long."""
    axes = np.array(camera.axes)
    middle = (places.min(0) + places.max(0)) / 2
    eye = middle + AWAY * axes[2]
    seen = _tangents(places, eye, axes)
    least, most = seen.min(0), seen.max(0)
    room = MARGIN * float((most - least).max())
    (left, bottom), (right, top) = least - room, most + room
    scale = longer_side / max(right - left, top - bottom)
    size = (2 * round((right - left) * scale / 2), 2 * round((top - bottom) * scale / 2))
    return Shot(eye, middle, axes, (left, right, bottom, top), size)


def _tangents(places: Array, eye: Array, axes: Array) -> Array:
    right, up, near = axes
    way = places - eye
    depth = -(way @ near)
    return np.stack([way @ right / depth, way @ up / depth], -1)


def _pixels(
    tangents: Array, window: tuple[float, float, float, float], size: tuple[int, int]
) -> Array:
    left, right, bottom, top = window
    width, height = size
    return np.stack(
        [
            (tangents[..., 0] - left) / (right - left) * width,
            (top - tangents[..., 1]) / (top - bottom) * height,
        ],
        -1,
    )


def field_of_view(shot: Shot) -> float:
    """Return the angle of the picture's width, in radians."""
    return 2 * math.atan(shot.wide / 2)
