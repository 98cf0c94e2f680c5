"""Turns in space, as matrices whose columns are where x, y and z come to lie."""

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tools.films.vectors import Axes

Array = NDArray[np.float64]


def unit(way: ArrayLike) -> Array:
    """Return the direction of `way`."""
    array = np.asarray(way, float)
    return array / np.linalg.norm(array)


def across(way: ArrayLike, axis: Array) -> Array:
    """Return the direction of what of `way` is square to the direction `axis`."""
    array = np.asarray(way, float)
    return unit(array - (array @ axis) * axis)


def frame(axis: ArrayLike, side: ArrayLike) -> Array:
    """Return the turn whose x is `axis`, and whose y is as near to `side` as can be."""
    x = unit(axis)
    y = across(side, x)
    return np.stack([x, y, np.cross(x, y)], 1)


def matrix_of(axes: Axes) -> Array:
    """Return the turn of a part of the body."""
    return np.stack([axes.front, axes.left, axes.top], 1).astype(float)


def turn(axis: ArrayLike, degrees: float) -> Array:
    """Return the turn about `axis`, by the rule of the right hand."""
    x, y, z = unit(axis)
    angle = math.radians(degrees)
    skew = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    return np.eye(3) + math.sin(angle) * skew + (1 - math.cos(angle)) * skew @ skew


def shortest(start: ArrayLike, end: ArrayLike) -> Array:
    """Return the least turn that brings `start` to `end`."""
    a, b = unit(start), unit(end)
    axis = np.cross(a, b)
    sine = float(np.linalg.norm(axis))
    if sine < 1e-8:
        return np.eye(3)
    return turn(axis, math.degrees(math.atan2(sine, float(a @ b))))


def quaternion(matrix: Array) -> Array:
    """Return the unit quaternion (w, x, y, z) of a turn, from its greatest part."""
    m = matrix
    trace = m[0, 0] + m[1, 1] + m[2, 2]
    choices = np.array([trace, m[0, 0], m[1, 1], m[2, 2]])
    best = int(np.argmax(choices))
    if best == 0:
        q = [1 + trace, m[2, 1] - m[1, 2], m[0, 2] - m[2, 0], m[1, 0] - m[0, 1]]
    else:
        i = best - 1
        j, k = (i + 1) % 3, (i + 2) % 3
        q = [0.0] * 4
        q[0] = m[k, j] - m[j, k]
        q[i + 1] = 1 - trace + 2 * m[i, i]
        q[j + 1] = m[j, i] + m[i, j]
        q[k + 1] = m[k, i] + m[i, k]
    return unit(q)


def twist(matrix: Array, axis: Array) -> float:
    """Return by how many degrees `matrix` turns about `axis`, from -180 to 180."""
    w, *rest = quaternion(matrix)
    degrees = 2 * math.degrees(math.atan2(float(np.dot(rest, axis)), w))
    return (degrees + 180) % 360 - 180


def between(start: Array, end: Array, share: float) -> Array:
    """Return the turn `share` of the way from `start` to `end`, the shortest one."""
    way = start.T @ end
    w, *rest = quaternion(way)
    sine = float(np.linalg.norm(rest))
    if sine < 1e-9:
        return start
    degrees = 2 * math.degrees(math.atan2(sine, w))
    degrees = (degrees + 180) % 360 - 180
    return start @ turn(rest, share * degrees)
