"""A loop goes smoothly through its keys, and closes."""

from dataclasses import replace

import pytest

from tests.tools.films.studio import NAMES, figure
from tools.films.motion import Key, Motion
from tools.films.pose import numbers_of
from tools.films.skeleton import bones_of
from tools.films.vectors import distance, mirrored


@pytest.mark.parametrize("name", NAMES)
def test_a_loop_goes_through_its_keys(name: str) -> None:
    """At the share of a key the pose is that of the key."""
    motion = figure(name).motion
    for key in motion.keys:
        shown = list(numbers_of(motion.pose(key.share)))
        assert pytest.approx(list(numbers_of(key.pose))) == shown


def test_a_loop_stays_between_its_keys() -> None:
    """A number never passes those of the keys around it, and stands still where they agree."""
    base = figure("hammer-curl").motion.keys[0].pose
    heights = [(0.0, 0.0), (0.2, 10.0), (0.5, 10.0), (0.8, -5.0)]
    motion = Motion([Key(share, replace(base, pelvis=(0.0, 0.0, z))) for share, z in heights])
    shown = [motion.pose(step / 100).pelvis[2] for step in range(100)]
    assert (-5.0, 10.0) == (min(shown), max(shown))
    assert {10.0} == set(shown[20:51])


@pytest.mark.parametrize("name", NAMES)
def test_a_loop_closes(name: str) -> None:
    """Just before its end a loop is where it begins."""
    motion = figure(name).motion
    last = list(numbers_of(motion.pose(1 - 1e-7)))
    assert pytest.approx(list(numbers_of(motion.pose(0.0))), abs=1e-3) == last


def test_a_loop_of_one_key_stands_still() -> None:
    """With one key every moment has its pose."""
    pose = figure("childs-pose").motion.keys[0].pose
    assert pose == Motion([Key(0.0, pose)]).pose(0.4)


@pytest.mark.parametrize("name", NAMES)
def test_the_mirror_of_a_mirror_is_the_figure(name: str) -> None:
    """Left and right exchanged twice are as they were."""
    shown = figure(name)
    twice = shown.mirrored().mirrored()
    assert shown.motion.keys == twice.motion.keys
    assert replace(shown, motion=twice.motion) == twice


def test_a_mirrored_figure_moves_its_other_hand() -> None:
    """What the left hand does, the right one does in the mirror."""
    shown = figure("half-kneeling-rainbow")
    own, other = (bones_of(each.motion.pose(0.3)) for each in (shown, shown.mirrored()))
    assert distance(mirrored(own.left.arm.end), other.right.arm.end) < 0.01
