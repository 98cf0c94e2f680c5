"""Clothes, hair and face of a body at rest.

A field is a number for each point, in cm into the cloth and negative outside of it. The shader
cuts along 0, so hems are sharp at any size. Under cloth the skin is smoothed and lifted.
"""

from collections.abc import Mapping

import numpy as np

from tools.films.base_mesh import Array
from tools.films.bodies import Shape
from tools.films.fields import eye_of, is_eye, rising
from tools.films.rest_body import SIDES, RestBody
from tools.films.turns import unit

_HAIRLINE = np.array(
    [
        (-22.0, -6.2),
        (-18.0, -6.0),
        (-15.5, -5.0),
        (-13.0, -3.2),
        (-11.0, -1.0),
        (-9.2, 1.0),
        (-8.0, -1.2),
        (-6.6, -1.8),
        (-5.2, 0.8),
        (-3.4, 3.2),
        (-1.5, 4.5),
        (0.5, 5.1),
        (3.0, 5.5),
    ]
)
"""How far ahead of the eyes the hair begins, and how high above them, in cm."""


def dressed(body: RestBody, shape: Shape) -> tuple[RestBody, Mapping[str, Array]]:
    """Return the body with its clothes and hair on, and the fields that tell them apart."""
    fields = {
        "shirt": _shirt(body),
        "shorts": _shorts(body),
        "hair": _hair(body),
        **_face(body, shape),
        "tone": 0.5 * rising(0, 1, body.share("finger", "toes")),
    }
    points = _under_cloth(body, fields["shirt"], fields["shorts"], shape)
    return body.reshaped(_with_hair(body, points, fields["hair"], shape)), fields


def _shirt(body: RestBody) -> Array:
    """Return the field of a top without sleeves."""
    _, y, z = body.points.T
    shoulder = float(body.joint("upperarm01.L")[1])
    arm_hole = 0.81 * shoulder - np.abs(y) + 1.3 * np.maximum(0, 38.5 - z)
    neck = np.linalg.norm((body.points - (2.5, 0, 55.5)) * (1, 1, 0.92), axis=1) - 9.2
    shirt = np.minimum(np.minimum(arm_hole, neck), z - 6.5)
    arm, head = body.share("upperarm", "lowerarm", "hand", "finger"), body.share("head", "neck")
    shirt = np.where(arm > 0.75, np.minimum(shirt, -1), shirt)
    return np.where((head > 0.6) | (z > 56), np.minimum(shirt, -2), shirt)


def _shorts(body: RestBody) -> Array:
    """Return the field of shorts that end 24 cm down the thigh."""
    _, y, z = body.points.T
    legs = np.full(len(z), 99.0)
    for side, sign in SIDES:
        hip, knee = body.joint(f"upperleg01{side}"), body.joint(f"lowerleg01{side}")
        legs = np.where(y * sign > 0, 24.0 - (body.points - hip) @ unit(knee - hip), legs)
    shorts = np.minimum(9.5 - z, legs)
    return np.where(body.share("upperarm", "lowerarm", "hand", "finger") > 0.3, -9, shorts)


def _under_cloth(body: RestBody, shirt: Array, shorts: Array, shape: Shape) -> Array:
    """Return the points with the cloth drawn over them, smooth and half a cm thick."""
    cloth = np.maximum(shirt, shorts)
    covered = rising(0, 2.5, cloth)
    points = body.smoothed(body.points, covered, 14 if shape.gender > 0.5 else 8, 0.55)
    x, _, z = body.points.T
    chest = rising(22, 30, z) * rising(0.5, 3, shirt) * rising(0, 4, x)
    if shape.gender > 0.5:
        points = body.smoothed(points, np.minimum(covered, chest), 30, 0.55)
    for sign in (1, -1):
        points = _levelled(body, points, shirt, sign, shape)
    thickness = rising(-0.2, 1.0, cloth) * np.where(shirt > -0.3, 0.55, 0.45)
    return points + body.normals(points) * thickness[:, None]


def _levelled(body: RestBody, points: Array, shirt: Array, sign: int, shape: Shape) -> Array:
    """Return the points with the tip of one breast smoothed, whose form stays below the cloth."""
    _, y, z = body.points.T
    arm = body.share("upperarm", "lowerarm")
    among = (np.abs(y) > 5) & (np.abs(y) < 13) & (y * sign > 0) & (z > 27) & (z < 43) & (arm < 0.2)
    tip = np.flatnonzero(among)[np.argmax(points[among][:, 0])]
    reach = 5.5 if shape.gender > 0.5 else 4.6
    near = 1 - rising(0.3 * reach, reach, np.linalg.norm(body.points - body.points[tip], axis=1))
    return body.smoothed(points, near * rising(1, 3, shirt), 220 if shape.gender > 0.5 else 110)


def _hair(body: RestBody) -> Array:
    """Return how far each point of the scalp is above the hairline."""
    eye = eye_of(body)
    ahead, above = body.points[:, 0] - eye[0], body.points[:, 2] - eye[2]
    hair = above - np.interp(ahead, *_HAIRLINE.T)
    return np.minimum(np.where(body.share("head", "neck") < 0.5, -5, hair), 8)


def _with_hair(body: RestBody, points: Array, hair: Array, shape: Shape) -> Array:
    """Return the points with the scalp lifted to the top of the hair."""
    above = body.points[:, 2] - eye_of(body)[2]
    smooth = body.smoothed(points, rising(0, 1.5, hair), 10, 0.5)
    fullness = (
        0.4 + 0.25 * rising(3, 9, above) if shape.tied else 0.55 + 0.75 * rising(3, 9, above)
    )
    return smooth + body.normals(smooth) * (rising(-0.3, 3.2, hair) * fullness)[:, None]


def _face(body: RestBody, shape: Shape) -> Mapping[str, Array]:
    """Return the fields of brows, lips, the white of the eyes and their irises."""
    eye = eye_of(body)
    x, y, z = body.points.T
    ahead, above, aside = x - eye[0], z - eye[2], np.abs(y)
    thin = 0.24 if shape.tied else 0.33
    brow = np.minimum(thin - np.abs(above - (1.9 - 0.05 * (aside - 3.3) ** 2)), aside - 1.5)
    brow = np.minimum(brow, 5.2 - aside)
    face = (ahead > -2.5) & (body.share("head", "neck") > 0.5)
    eyes = is_eye(body) > 0
    middle = np.stack([np.full(len(x), eye[0]), np.sign(y) * eye[1], np.full(len(x), eye[2])], 1)
    from_axis = np.linalg.norm((body.points - middle)[:, 1:], axis=1)
    mouth = np.minimum(0.62 - np.abs(above + 6.35), 2.3 - aside)
    return {
        "lips": np.where(face, mouth, -5),
        "brow": np.where(face, brow, -5),
        "eye": np.where(eyes, 1.0, -1.0),
        "iris": np.where(eyes & (x > eye[0]), 0.62 - from_axis, -1.0),
    }
