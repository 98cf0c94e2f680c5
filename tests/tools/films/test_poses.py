"""The files of poses belong to the bundled exercises, and agree with what these say."""

from itertools import pairwise
from pathlib import Path

import pytest

from matside.core.workout.model import Exercise, Side
from matside.files.resources import bundled_exercises
from matside.files.workouts.catalogue import Catalogue
from matside.files.yaml.faults import FaultyFile
from tests.tools.films.studio import NAMES, POSES, figure
from tools.films.pose import Kneeling, Pose
from tools.films.pose_format import read_figure
from tools.films.skeleton import bones_of
from tools.films.vectors import UP, cross, distance, dot

SIDED = [name for name in NAMES if figure(name).side]
LOOKS = 48


def exercise(name: str) -> Exercise:
    """Return the bundled exercise `name`."""
    found = Catalogue([bundled_exercises()]).exercise(name)
    assert isinstance(found, Exercise)
    return found


def test_every_bundled_exercise_has_poses() -> None:
    """There is a file of poses for each bundled exercise, and no other."""
    assert sorted(path.stem for path in bundled_exercises().glob("*.yaml")) == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_loop_is_as_long_as_a_rep(name: str) -> None:
    """The loop of an exercise that is counted takes as long as one rep of it."""
    written = bundled_exercises() / f"{name}.yaml"
    paced = "rep_seconds" in written.read_text(encoding="utf-8")
    expected = exercise(name).rep_seconds if paced else figure(name).seconds
    assert expected == figure(name).seconds


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_has_a_side_where_the_exercise_has_sides(name: str) -> None:
    """What is done on each side in turn is drawn on one, and nothing else is."""
    assert ("each" == exercise(name).sides.value) == (figure(name).side is not None)


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
@pytest.mark.parametrize("name", SIDED)
def test_who_works_on_the_left_faces_left(name: str, side: Side) -> None:
    """On the screen a figure faces the side that it works on, from first to last."""
    shown = figure(name).on(side)
    right = shown.camera.axes[0]
    faced = {
        Side.RIGHT if dot(cross(bones_of(pose).axes[0].left, UP), right) > 0 else Side.LEFT
        for pose in _poses(name, side)
    }
    assert {side} == faced


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
@pytest.mark.parametrize("name", [name for name in SIDED if "arm" in exercise(name).part])
def test_the_arm_of_the_side_works(name: str, side: Side) -> None:
    """Where the exercise says that the left arm works, the left hand goes farther."""
    bones = [bones_of(pose) for pose in _poses(name, side)]
    ways = {
        word: sum(
            distance(now.sides[at].arm.end, then.sides[at].arm.end)
            for now, then in pairwise(bones)
        )
        for at, word in enumerate((Side.LEFT, Side.RIGHT))
    }
    assert side == max(ways, key=lambda word: ways[word])


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
@pytest.mark.parametrize("name", [name for name in SIDED if "knee" in exercise(name).part])
def test_the_knee_of_the_side_is_down(name: str, side: Side) -> None:
    """Where the exercise says that the left knee is down, the left leg kneels alone."""
    for pose in _poses(name, side):
        kneels = [isinstance(leg, Kneeling) for leg in (pose.left_leg, pose.right_leg)]
        assert [side is Side.LEFT, side is Side.RIGHT] == kneels


def test_sides_are_told_by_arm_or_knee() -> None:
    """Every exercise with sides is held to its word by one of the tests above."""
    assert [] == [name for name in SIDED if not {"arm", "knee"} & set(exercise(name).part.split())]


def test_a_file_that_is_wrong_says_where(tmp_path: Path) -> None:
    """Whoever misspells a key is told its line."""
    path = tmp_path / "swing.yaml"
    text = (POSES / "hammer-curl.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace("hero:", "hiro:"), encoding="utf-8")
    with pytest.raises(FaultyFile) as caught:
        read_figure(path)
    assert any("hiro" in str(fault) for fault in caught.value.faults)


def _poses(name: str, side: Side) -> list[Pose]:
    shown = figure(name).on(side)
    return [shown.motion.pose(look / LOOKS) for look in range(LOOKS)]
