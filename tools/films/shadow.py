"""The shadow on the floor, which is black with alpha and so fits every ground."""

import numpy as np
from scipy.ndimage import gaussian_filter, map_coordinates

from tools.films.base_mesh import Array
from tools.films.shot import Shot

REACH = 200
"""How far the floor is looked at from the middle, in cm."""

STRENGTH = 0.5
FADE = 26
"""The px over which the shadow fades before the edge of the picture."""

Mat = tuple[float, float, float, float]
"""Back, right, front and left of a mat, in cm."""


def shadow(shot: Shot, points: Array, floor: float, mat: Mat | None) -> Array:
    """Return the alpha of the shadow that a body throws onto the floor at height `floor`."""
    dark = _under_body(points - (0, 0, floor)) if mat is None else _under_mat(points, mat)
    rays = shot.rays()
    down = np.where(rays[..., 2] < -1e-6, rays[..., 2], -1e-6)
    far = (floor - shot.eye[2]) / down
    places = shot.eye + far[..., None] * rays
    alpha = map_coordinates(
        dark, [places[..., 0] + REACH - 0.5, places[..., 1] + REACH - 0.5], order=1
    )
    return STRENGTH * np.clip(alpha * (rays[..., 2] < 0) * _fading(alpha.shape), 0, 1)


def occlusion(points: Array, across: Array, along: Array) -> Array:
    """Return the light that reaches places of the mat under a body: 1 where nothing is near."""
    near = 1 - 0.50 * np.clip(1.7 * gaussian_filter(_covered(points, 2.2), 1.5), 0, 1)
    near *= 1 - 0.34 * np.clip(1.35 * gaussian_filter(_covered(points, 14), 4.5), 0, 1)
    near *= 1 - 0.26 * np.clip(gaussian_filter(_covered(points, 70), 12), 0, 1)
    x, y = np.meshgrid(across, along, indexing="ij")
    return map_coordinates(near, [x + REACH - 0.5, y + REACH - 0.5], order=1, cval=1.0).ravel()


def _covered(points: Array, height: float) -> Array:
    """Return where on the floor the body is lower than `height`, a number for each cm."""
    low = points[points[:, 2] < height]
    reach = [[-REACH, REACH]] * 2
    counts, _, _ = np.histogram2d(low[:, 0], low[:, 1], bins=2 * REACH, range=reach)
    return gaussian_filter((counts > 0).astype(float), 0.8)


def _under_body(points: Array) -> Array:
    dark = np.zeros((2 * REACH, 2 * REACH))
    for height, blur, strength in ((5, 2.0, 0.75), (45, 6.5, 0.5), (999, 9.0, 0.36)):
        part = np.clip(1.6 * gaussian_filter(_covered(points, height), blur), 0, 1)
        dark = 1 - (1 - dark) * (1 - strength * part)
    return dark


def _under_mat(points: Array, mat: Mat) -> Array:
    back, right, front, left = mat
    grid = np.arange(2 * REACH) + 0.5 - REACH
    x, y = np.meshgrid(grid, grid, indexing="ij")
    covered = ((x > back) & (x < front) & (y > right) & (y < left)).astype(float)
    dark = np.zeros_like(covered)
    for part, blur, strength in (
        (covered, 3.0, 0.6),
        (covered, 9.0, 0.35),
        (_covered(points, 30), 6.0, 0.4),
    ):
        dark = 1 - (1 - dark) * (1 - strength * np.clip(gaussian_filter(part, blur), 0, 1))
    return dark


def _fading(shape: tuple[int, ...]) -> Array:
    """Return a share that falls to 0 at the edges of a picture."""
    height, width = shape
    x, y = np.arange(width), np.arange(height)
    room = np.minimum(
        np.minimum(x, width - 1 - x)[None, :], np.minimum(y, height - 1 - y)[:, None]
    )
    return np.clip(room / FADE, 0, 1) ** 1.5
