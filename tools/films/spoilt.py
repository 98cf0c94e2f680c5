"""Poses that are spoilt on purpose, and what the checks on the body must say of each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from tools.films.figure import Figure
from tools.films.film_set import Model
from tools.films.mesh_checks import faults_at
from tools.films.motion import Key, Motion
from tools.films.pose import Free, Placed, Pose, Turn


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A figure that is spoilt by `change` in every key, looked at at `share` of its loop."""

    name: str
    share: float
    change: Callable[[Pose], Pose]
    words: str


def missed(model: Model, figure_of: Callable[[str], Figure]) -> Iterator[str]:
    """Yield each spoilt pose of which the checks do not say what is wrong."""
    for spoilt in SPOILT:
        figure = figure_of(spoilt.name)
        keys = [Key(key.share, spoilt.change(key.pose)) for key in figure.motion.keys]
        faults = faults_at(model, replace(figure, motion=Motion(keys)), (spoilt.share,))
        if not any(spoilt.words in fault.what for fault in faults):
            yield f"{spoilt.name}, {spoilt.change.__name__.strip('_')}: not found"


def _hand_off_the_floor(pose: Pose) -> Pose:
    assert isinstance(pose.left_arm, Placed)
    x, y, z = pose.left_arm.wrist
    fingers = (1.0, 0.0, 0.4)
    return replace(pose, left_arm=replace(pose.left_arm, wrist=(x, y, z + 0.1), fingers=fingers))


def _hips_in_the_floor(pose: Pose) -> Pose:
    x, y, z = pose.pelvis
    return replace(pose, pelvis=(x, y, z - 8))


def _back_off_the_floor(pose: Pose) -> Pose:
    x, y, z = pose.pelvis
    return replace(pose, pelvis=(x, y, z + 3))


def _knees_down(pose: Pose) -> Pose:
    x, y, z = pose.pelvis
    return replace(pose, pelvis=(x, y, z - 7))


def _head_up(pose: Pose) -> Pose:
    return replace(pose, spine=replace(pose.spine, pitch=pose.spine.pitch - 34))


def _hand_off_the_handle(pose: Pose) -> Pose:
    assert pose.bell is not None
    x, y, z = pose.bell.middle
    return replace(pose, bell=replace(pose.bell, middle=(2.2 * x, 2.2 * y, z + 60)))


def _hand_in_the_belly(pose: Pose) -> Pose:
    assert isinstance(pose.left_arm, Free)
    inward = Free((0.0, 0.1, -1.0), 90.0, (0.0, 1.0, 0.0), pose.left_arm.thumb)
    return replace(pose, left_arm=inward)


def _leaning_far_over(pose: Pose) -> Pose:
    return replace(pose, hips=Turn(50.0))


SPOILT = (
    Spoilt("chest-fly", 0.0, _back_off_the_floor, "trunk is"),
    Spoilt("chest-fly", 0.0, _hips_in_the_floor, "in the floor"),
    Spoilt("childs-pose", 0.0, _head_up, "head is"),
    Spoilt("bear-plank-lateral-walk", 0.0, _knees_down, "above the floor, not"),
    Spoilt("half-kneeling-chop", 0.0, _hand_off_the_handle, "off the handle"),
    Spoilt("hammer-curl", 0.0, _hand_in_the_belly, "inside the body"),
    Spoilt("hammer-curl", 0.0, _leaning_far_over, "falls over"),
    Spoilt("dynamic-childs-pose", 0.0, _hand_off_the_floor, "palm_l is"),
)
