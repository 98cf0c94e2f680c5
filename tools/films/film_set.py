"""All that is in front of the camera of one film, pose by pose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tools.films.base_mesh import Array, base_mesh
from tools.films.bells import Bell, bells_of
from tools.films.bodies import BODIES, Shape
from tools.films.clothes import dressed
from tools.films.contacts import Actor, Posed
from tools.films.fields import eye_of
from tools.films.figure import Figure
from tools.films.glow import glow_of
from tools.films.props import THICK, Solid, grid_of, knot
from tools.films.rest_body import RestBody, rest_body
from tools.films.shadow import Mat, occlusion
from tools.films.shoes import Shoe, shoe_of
from tools.films.shot import Shot, shot_of
from tools.films.skinning import Skin
from tools.films.turns import across, unit

FLOOR_ROOM = 17.0
"""How far around the feet of who stands the floor is seen, for their shadow, in cm."""


@dataclass(frozen=True, slots=True)
class Model:
    """A body that is dressed: what all its films share."""

    name: str
    shape: Shape
    body: RestBody
    skin: Skin
    fields: Mapping[str, Array]

    def actor(self, figure: Figure) -> Actor:
        """Return the body taking the poses of `figure`."""
        return Actor(self.body, self.skin, figure)


def model_of(name: str) -> Model:
    """Return the body `name`, dressed."""
    shape = BODIES[name]
    body, fields = dressed(rest_body(base_mesh(shape)), shape)
    return Model(name, shape, body, Skin(body), fields)


@dataclass(frozen=True, slots=True)
class Moment:
    """One pose before the camera.

    Rigid things are told by matrices of four by four. `light` is the light on the grid of the
    mat.
    """

    points: Array
    bells: Sequence[Array]
    head: Array
    feet: Sequence[Array]
    light: Array


@dataclass(frozen=True, slots=True)
class FilmSet:
    """A body in all poses of a film, and what is around it."""

    body: RestBody
    fields: Mapping[str, Array]
    handle: float
    shoes: Sequence[Shoe]
    knot: Solid | None
    mat: Mat | None
    floor: float
    moments: Sequence[Moment]
    shot: Shot


def film_set(model: Model, figure: Figure, poses: Sequence[Posed], size: int) -> FilmSet:
    """Return the set of the film of `figure`, whose longer side is `size` px."""
    actor = model.actor(figure)
    shoes = [shoe_of(model.body, side) for side in (".L", ".R")] if figure.shoes else []
    mat = figure.mat and (figure.mat.back, figure.mat.right, figure.mat.front, figure.mat.left)
    moments = [_moment(actor, figure, posed, mat) for posed in poses]
    floor = -THICK if mat else 0.0
    if shoes:
        floor = min(
            float(_placed(shoe.points, foot)[:, 2].min())
            for shoe, foot in zip(shoes, moments[0].feet, strict=True)
        )
    handle = bells_of(poses[0].bones, in_fists=figure.bells)[0].half if moments[0].bells else 0.0
    bun = _knot(model.body) if model.shape.tied else None
    places = _all_places(moments, shoes, handle, mat, floor)
    if bun:
        places += [_placed(bun.points, moment.head) for moment in moments]
    shot = shot_of(figure.camera, np.concatenate(places), size)
    fields = {**model.fields, "glow": glow_of(model.body, figure.work)}
    return FilmSet(model.body, fields, handle, shoes, bun, mat, floor, moments, shot)


def _moment(actor: Actor, figure: Figure, posed: Posed, mat: Mat | None) -> Moment:
    bells = bells_of(posed.bones, in_fists=figure.bells, build=actor.build)
    light = occlusion(posed.points, *grid_of(mat)) if mat else np.zeros(0)
    feet = [_matrix(foot) for foot in actor.feet(posed.bones).values()]
    head = _matrix(actor.head(posed.bones))
    return Moment(posed.points, [_held(bell) for bell in bells], head, feet, light)


def _matrix(placement: tuple[Array, Array]) -> Array:
    whole = np.eye(4)
    whole[:3, :3], whole[:3, 3] = placement
    return whole


def _placed(points: Array, matrix: Array) -> Array:
    return points @ matrix[:3, :3].T + matrix[:3, 3]


def _held(bell: Bell) -> Array:
    axis = unit(bell.axis)
    side = across((0, 0, 1) if abs(axis[2]) < 0.9 else (1, 0, 0), axis)
    whole = np.eye(4)
    whole[:3, :3] = np.stack([side, np.cross(axis, side), axis], 1)
    whole[:3, 3] = bell.middle
    return whole


def _all_places(
    moments: Sequence[Moment],
    shoes: Sequence[Shoe],
    handle: float,
    mat: Mat | None,
    floor: float,
) -> list[Array]:
    """Return the places that a picture must hold for all of them to be seen."""
    places = [moment.points for moment in moments]
    angles = np.linspace(0, 2 * np.pi, 12, endpoint=False)
    rim = 4.9 * np.stack([np.cos(angles), np.sin(angles), 0 * angles], 1)
    ends = [rim + np.array([0, 0, sign * (handle + 5.8)]) for sign in (-1, 1)]
    for moment in moments:
        places += [_placed(end, bell) for bell in moment.bells for end in ends]
        places += [
            _placed(shoe.points, foot) for shoe, foot in zip(shoes, moment.feet, strict=False)
        ]
    if mat:
        back, right, front, left = mat
        places.append(
            np.array([(x, y, floor) for x in (back - 3, front + 3) for y in (right - 3, left + 3)])
        )
    else:
        low = np.concatenate([moment.points for moment in moments])
        low = low[low[:, 2] < 45][:, :2]
        ring = FLOOR_ROOM * rim[:, :2] / 4.9
        corners = (low.min(0) + low.max(0)) / 2 + ring + np.sign(ring) * np.ptp(low, axis=0) / 2
        places.append(np.column_stack([corners, np.full(len(corners), floor)]))
    return places


def _knot(body: RestBody) -> Solid:
    """Return the knot high on the back of the head."""
    skull = body.points[body.share("head") > 0.9]
    eye = eye_of(body)
    out = np.array([-0.66, 0.0, 0.75])
    middle = np.array([eye[0] - 8.5, 0.0, eye[2] + 1.5])
    near = skull[np.abs(skull[:, 1]) < 3]
    along = unit(out)
    reach = ((near - middle) @ along)[np.linalg.norm(np.cross(near - middle, along), axis=1) < 2.5]
    return knot(middle + (float(reach.max()) + 1.9) * along, along)
