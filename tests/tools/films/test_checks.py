"""Every figure passes every check, and a pose that is broken in any way is caught."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.tools.films.studio import NAMES, changed, figure
from tools.films.checks import faults_of
from tools.films.motion import Key, Motion
from tools.films.pose import Free, Kneeling, Placed, Planted, Pose, Shared
from tools.films.vectors import plus


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_has_no_fault(name: str) -> None:
    """In 96 moments of its loop nothing is wrong with a bundled figure, nor with its mirror."""
    shown = figure(name)
    assert ((), ()) == (faults_of(shown), faults_of(shown.mirrored()))


def _hand_too_far(pose: Pose) -> Pose:
    assert isinstance(pose.left_arm, Placed)
    return replace(pose, left_arm=replace(pose.left_arm, wrist=(95.0, 19.0, 3.4)))


def _elbow_too_bent(pose: Pose) -> Pose:
    assert isinstance(pose.left_arm, Free)
    return replace(pose, left_arm=replace(pose.left_arm, bend=165.0))


def _wrist_bent_back(pose: Pose) -> Pose:
    assert isinstance(pose.left_arm, Placed)
    return replace(pose, left_arm=replace(pose.left_arm, fingers=(-1.0, 0.0, 0.3)))


def _gaze_over_the_back(pose: Pose) -> Pose:
    return replace(pose, gaze=(-1.0, 0.2, 0.0))


def _knees_apart_too_far(pose: Pose) -> Pose:
    assert isinstance(pose.left_leg, Kneeling)
    return replace(pose, left_leg=replace(pose.left_leg, knee=(30.0, 60.0, 5.6)))


def _toes_pulled_up(pose: Pose) -> Pose:
    assert isinstance(pose.left_leg, Planted)
    return replace(pose, left_leg=replace(pose.left_leg, toes=(0.4, 0.0, 1.0)))


def _handle_out_of_reach(pose: Pose) -> Pose:
    assert pose.bell is not None
    return replace(pose, bell=Shared((90.0, 40.0, 120.0), pose.bell.axis))


@pytest.mark.parametrize(
    ("name", "change", "what"),
    [
        ("childs-pose", _hand_too_far, "hand misses its place"),
        ("hammer-curl", _elbow_too_bent, "elbow is bent"),
        ("dynamic-childs-pose", _wrist_bent_back, "wrist is bent"),
        ("hammer-curl", _gaze_over_the_back, "gaze is bent"),
        ("thread-the-needle", _knees_apart_too_far, "cm too long"),
        ("bent-over-wide-row", _toes_pulled_up, "ankle is bent"),
        ("half-kneeling-chop", _handle_out_of_reach, "off the handle"),
    ],
)
def test_a_broken_pose_is_caught(name: str, change: Callable[[Pose], Pose], what: str) -> None:
    """A figure whose every key is broken in one way has the fault of that name."""
    assert any(what in fault.what for fault in faults_of(changed(figure(name), change)))


def test_a_foot_that_slides_is_caught() -> None:
    """Who moves a foot that stands slides over the floor."""

    def moved(pose: Pose) -> Pose:
        assert isinstance(pose.left_leg, Planted)
        ankle = plus(pose.left_leg.ankle, (8.0, 0.0, 0.0))
        return replace(pose, left_leg=replace(pose.left_leg, ankle=ankle))

    slid = faults_of(changed(figure("hammer-curl"), moved, 1))
    assert any("slides" in fault.what for fault in slid)


def test_a_joint_that_is_too_fast_is_caught() -> None:
    """A loop that takes a tenth of its time moves its joints too fast."""
    hurried = faults_of(replace(figure("hammer-curl"), seconds=0.3))
    assert any("moves at" in fault.what for fault in hurried)


def test_a_limb_that_spins_is_caught() -> None:
    """An elbow that points elsewhere from key to key turns its arm too fast."""

    def spun(pose: Pose) -> Pose:
        assert isinstance(pose.left_arm, Free)
        return replace(pose, left_arm=replace(pose.left_arm, elbow=(1.0, 0.3, 0.0)))

    spinning = faults_of(changed(figure("hammer-curl"), spun, 1))
    assert any("degrees a second" in fault.what for fault in spinning)


def test_a_loop_that_does_not_close_is_caught() -> None:
    """Whoever leaves the last pose to the last moment is thrown back to the first."""
    keys = figure("hammer-curl").motion.keys
    broken = Motion([keys[0], Key(0.4, keys[0].pose), Key(0.98, keys[1].pose)])
    thrown = faults_of(replace(figure("hammer-curl"), motion=broken))
    assert any("faster from sample to sample" in fault.what for fault in thrown)
