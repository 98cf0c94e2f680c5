"""The outline of what is seen, finer than the rays of a px would find it."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from scipy.ndimage import binary_dilation, distance_transform_edt

from tools.films.base_mesh import Array
from tools.films.shot import Shot

FINE = 4
"""The subdivisions of a px in both directions, to measure how much of it is covered."""

INSIDE = 0.999
"""Px with so much alpha, and all beside them, have the colour of the thing alone."""


def outline(shot: Shot, surfaces: Iterable[tuple[Array, NDArray[np.int64]]]) -> Array:
    """Return how much of each px is covered by `surfaces`, which are places and triangles."""
    width, height = shot.size
    fine = Image.new("L", (FINE * width, FINE * height))
    draw = ImageDraw.Draw(fine)
    for places, triangles in surfaces:
        # Pillow counts from the middles of px.
        seen = FINE * shot.seen(places) - 0.5
        for corners in seen[triangles].reshape(-1, 6).tolist():
            draw.polygon(corners, fill=255)
    return np.asarray(fine.reduce(FINE), np.float32) / 255


def cut_out(picture: Array, covered: Array) -> Array:
    """Return `picture`, cut along an outline, with its alpha multiplied in.

    Px at the edge take the colour of the nearest one inside, so neither dark nor light fringes
    remain of what they were rendered upon.
    """
    edge = binary_dilation(picture[..., 3] < INSIDE)
    if edge.all():
        return np.zeros_like(picture)
    rows, columns = distance_transform_edt(edge, return_distances=False, return_indices=True)
    colours = picture[rows, columns, :3]
    return np.concatenate([colours * covered[..., None], covered[..., None]], 2)
