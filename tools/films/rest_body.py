"""A body at rest with limbs as long as the bones, and what its surface is made of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from tools.films.base_mesh import Array, BaseMesh
from tools.films.bones import CHEST, FOREARM, SHANK, THIGH, Build

UPPER_ARM = 29.5
"""How long the upper arm is made, in cm: the mesh has 24.7, and 31.6 looks like an ape's."""

SIDES = ((".L", 1), (".R", -1))
"""How the rig names left and right, and the sign of y there."""

_ARM = ("upperarm", "lowerarm", "hand", "finger")
_LEG = ("upperleg", "lowerleg", "foot", "toes")
_STRETCHED = (
    ("upperarm01", "lowerarm01", UPPER_ARM, _ARM),
    ("lowerarm01", "wrist", FOREARM, _ARM),
    ("upperleg01", "lowerleg01", THIGH, _LEG),
    ("lowerleg01", "foot", SHANK, _LEG),
)
_SHOWN = ("body", "helper-l-eye", "helper-r-eye")


@dataclass(frozen=True)
class RestBody:
    """A body at rest: its points in cm, its faces, joints, and weights by bone.

    `moved_least` is a share by point, 1 where the skin must not be smoothed: face, hands, toes.
    """

    points: Array
    faces: Sequence[Sequence[int]]
    groups: Sequence[str]
    joints: Mapping[str, tuple[Array, Array]]
    bones: Sequence[str]
    weights: Array

    def joint(self, bone: str) -> Array:
        """Return where `bone` begins."""
        return self.joints[bone][0]

    def share(self, *stems: str) -> Array:
        """Return how much of each point hangs on bones whose names begin with one of `stems`."""
        columns = [at for at, bone in enumerate(self.bones) if bone.startswith(stems)]
        return self.weights[:, columns].sum(1)

    def of_group(self, stem: str) -> NDArray[np.int64]:
        """Return the points of the faces whose group begins with `stem`."""
        pairs = zip(self.faces, self.groups, strict=True)
        return np.unique([at for face, group in pairs if group.startswith(stem) for at in face])

    def reshaped(self, points: Array) -> "RestBody":
        """Return the body with other points."""
        return replace(self, points=points)

    @cached_property
    def triangles(self) -> NDArray[np.int64]:
        """The faces as triangles."""
        return np.array(
            [
                (face[0], face[at], face[at + 1])
                for face in self.faces
                for at in range(1, len(face) - 1)
            ]
        )

    @cached_property
    def mean_of_neighbours(self) -> sparse.csr_matrix:
        """The matrix that takes each point to the middle of those beside it."""
        edges = {
            edge
            for face in self.faces
            for a, b in zip(face, [*face[1:], face[0]], strict=True)
            for edge in ((a, b), (b, a))
        }
        rows, columns = np.array(sorted(edges)).T
        count = len(self.points)
        beside = sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), (count, count))
        degree = np.asarray(beside.sum(1)).ravel()
        return sparse.diags(1 / np.maximum(degree, 1)) @ beside

    @cached_property
    def neighbour(self) -> NDArray[np.int64]:
        """One point beside each."""
        beside = np.zeros(len(self.points), int)
        for face in self.faces:
            for a, b in zip(face, [*face[1:], face[0]], strict=True):
                beside[a] = b
        return beside

    def smoothed(self, points: Array, share: Array | float, times: int, by: float = 0.6) -> Array:
        """Return `points` drawn `times` towards their neighbours, where `share` lets them."""
        weight = by * (share[:, None] if isinstance(share, np.ndarray) else share)
        for _ in range(times):
            points = points + weight * (self.mean_of_neighbours @ points - points)
        return points

    def normals(self, points: Array) -> Array:
        """Return the directions out of the surface at `points`."""
        a, b, c = (points[self.triangles[:, corner]] for corner in range(3))
        square = np.cross(b - a, c - a)
        summed = np.stack(
            [
                sum(
                    np.bincount(self.triangles[:, corner], square[:, axis], len(points))
                    for corner in range(3)
                )
                for axis in range(3)
            ],
            1,
        )
        return summed / np.maximum(np.linalg.norm(summed, axis=1), 1e-12)[:, None]

    @property
    def build(self) -> Build:
        """The measures that the bones take from this body."""
        x, y, z = self.joint("upperarm01.L")
        return Build(
            upper_arm=UPPER_ARM,
            half_hips=abs(float(self.joint("upperleg01.L")[1])),
            shoulder=(float(x), float(y), float(z) - CHEST),
            grip=7.6,
            off_palm=2.3,
        )


def rest_body(mesh: BaseMesh) -> RestBody:
    """Return what is shown of `mesh`, with limbs as long as the bones."""
    points, joints = _stretched(mesh)
    shown = [at for at, group in enumerate(mesh.groups) if group in _SHOWN]
    kept = np.unique([vertex for at in shown for vertex in mesh.faces[at]])
    place = {int(vertex): at for at, vertex in enumerate(kept)}
    return RestBody(
        points[kept],
        [[place[vertex] for vertex in mesh.faces[at]] for at in shown],
        [mesh.groups[at] for at in shown],
        joints,
        mesh.bones,
        mesh.weights[kept],
    )


def _stretched(mesh: BaseMesh) -> tuple[Array, dict[str, tuple[Array, Array]]]:
    """Return points and joints, each limb stretched along its bone with all that hangs on it."""
    points, joints = mesh.vertices, dict(mesh.joints)
    for side, _ in SIDES:
        for upper, lower, length, stems in _STRETCHED:
            start, end = joints[upper + side][0], joints[lower + side][0]
            way = end - start
            long = float(np.linalg.norm(way))
            more = (length / long - 1) * way

            def moved(place: Array, start=start, way=way, long=long, more=more) -> Array:
                share = np.clip((place - start) @ way / long**2, 0, 1)
                return share[..., None] * more

            limb = [bone for bone in mesh.bones if bone.endswith(side) and bone.startswith(stems)]
            weight = mesh.weights[:, [mesh.bones.index(bone) for bone in limb]].sum(1)
            points = points + weight[:, None] * moved(points)
            for name in _hanging(joints, side, stems):
                head, tail = joints[name]
                joints[name] = (head + moved(head), tail + moved(tail))
    return points, joints


def _hanging(joints: Iterable[str], side: str, stems: tuple[str, ...]) -> list[str]:
    """Return the bones of the rig that are parts of a limb."""
    more = ("wrist", "metacarpal") if stems is _ARM else ("toe",)
    return [name for name in joints if name.endswith(side) and name.startswith(stems + more)]
