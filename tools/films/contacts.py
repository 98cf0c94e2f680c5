"""How the poses of a figure are brought onto the floor with one body."""

from dataclasses import dataclass, replace

from tools.films.base_mesh import Array
from tools.films.bones import KNEE, Bones, Build
from tools.films.carriage import Carriage
from tools.films.figure import Figure
from tools.films.pose import Kneeling, Pose
from tools.films.rest_body import RestBody
from tools.films.skeleton import bones_of
from tools.films.skinning import Skin, pressed

PRESSED_KNEE = 0.7
"""How far a knee that kneels is pressed into the floor, in cm."""

HEAD = 0.2
"""How high the forehead lies that rests on the mat, in cm."""


LYING = 1.0
"""How high the head of who lies on the back is at most, in cm."""

SUPINE = -60.0
"""Hips that are pitched back so far, in degrees, are those of who lies on the back."""


@dataclass(frozen=True, slots=True)
class Posed:
    """A moment of a loop: its bones, and the points of the body as they are shown, in cm.

    `sunk` are the points before what was under the floor was pressed flat onto it.
    """

    share: float
    bones: Bones
    points: Array
    sunk: Array


class Actor:
    """A body that takes the poses of one figure."""

    def __init__(self, body: RestBody, skin: Skin, figure: Figure) -> None:
        self._body = body
        self._skin = skin
        self._carriage = Carriage(body)
        self._figure = figure
        self.build = self._seated(body.build)

    def at(self, share: float) -> Posed:
        """Return the body at `share` of the loop."""
        bones = self.bones(share)
        return self.in_bones(share, bones)

    def in_bones(self, share: float, bones: Bones) -> Posed:
        """Return the body with its bones where `bones` are."""
        sunk = self._points(bones)
        return Posed(share, bones, pressed(sunk), sunk)

    def bones(self, share: float) -> Bones:
        """Return the bones at `share`, the trunk lifted until the head is not in the floor."""
        pose = _sat(self._figure.motion.pose(share))
        bones = bones_of(pose, self.build)
        height = self._carriage.lowest_of_head(bones)
        if pose.hips.pitch < SUPINE:
            return bones if height <= LYING else self._with_head_down(pose)
        if height >= HEAD:
            return bones
        low, high = 0.0, 24.0
        for _ in range(9):
            middle = (low + high) / 2
            if self._carriage.lowest_of_head(self._lifted(pose, middle)) < HEAD:
                low = middle
            else:
                high = middle
        return self._lifted(pose, high)

    def head(self, bones: Bones) -> tuple[Array, Array]:
        """Return how the head is turned, and where its origin has gone."""
        return self._carriage.placements(bones)["head"]

    def feet(self, bones: Bones) -> dict[str, tuple[Array, Array]]:
        """Return how the feet are turned, and where their origins have gone."""
        placed = self._carriage.placements(bones)
        return {side: placed[f"foot{side}"] for side in (".L", ".R")}

    def _with_head_down(self, pose: Pose) -> Bones:
        """Return the bones of who lies on the back, the head turned back until it lies too."""
        x, y, z = pose.gaze
        for step in range(1, 13):
            bones = bones_of(replace(pose, gaze=(x - 0.04 * step, y, z)), self.build)
            if self._carriage.lowest_of_head(bones) <= LYING - 0.4:
                break
        return bones

    def _lifted(self, pose: Pose, degrees: float) -> Bones:
        """Return the bones with the trunk raised, three fifths of it at the hips."""
        hips = replace(pose.hips, pitch=pose.hips.pitch - 0.6 * degrees)
        spine = replace(pose.spine, pitch=pose.spine.pitch - 0.4 * degrees)
        return bones_of(replace(pose, hips=hips, spine=spine), self.build)

    def _points(self, bones: Bones) -> Array:
        return self._skin.posed(self._carriage.placements(bones), bones.breath)

    def _seated(self, build: Build) -> Build:
        """Return `build` with knees so high that those which kneel touch the floor."""
        start = self._figure.motion.pose(0.0)
        kneeling = [
            side
            for side, leg in ((".L", start.left_leg), (".R", start.right_leg))
            if isinstance(leg, Kneeling)
        ]
        if not kneeling:
            return build
        lowest = []
        for share in self._figure.sheet:
            points = self._points(bones_of(_sat(self._figure.motion.pose(share)), build))
            for side in kneeling:
                knee = self._body.share(f"lowerleg01{side}", f"upperleg02{side}") > 0.8
                lowest.append(float(points[knee][:, 2].min()))
        return replace(build, knee=KNEE - min(lowest) - PRESSED_KNEE)


def _sat(pose: Pose) -> Pose:
    """Return the pose with hips that are sent far back resting on the heels."""
    x, y, z = pose.pelvis
    if x >= -20:
        return pose
    return replace(pose, pelvis=(x - 1.4 * min(1.0, (-x - 20) / 16) ** 2, y, z))
