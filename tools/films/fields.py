"""Soft masks and places on a body at rest."""

import numpy as np
from numpy.typing import ArrayLike

from tools.films.base_mesh import Array
from tools.films.rest_body import RestBody


def rising(start: float, end: float, value: ArrayLike) -> Array:
    """Return 0 up to `start` and 1 from `end` on, smooth between."""
    share = np.clip((np.asarray(value, float) - start) / (end - start), 0, 1)
    return share * share * (3 - 2 * share)


def eye_of(body: RestBody) -> Array:
    """Return the middle of the left eye."""
    return body.points[body.of_group("helper-l-eye")].mean(0)


def is_eye(body: RestBody) -> Array:
    """Return 1 on the points of both eyes, else 0."""
    eyes = np.zeros(len(body.points))
    eyes[body.of_group("helper")] = 1
    return eyes
