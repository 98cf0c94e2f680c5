"""What comes with Matside is all there, or what is missing is named."""

import shutil
from pathlib import Path

import pytest

from matside.core.ports.findings import Finding, What
from matside.doctor.installation import examine_installation
from matside.files.resources import bundled_workouts, resources


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """Return a folder into which everything has been installed."""
    shutil.copytree(resources(), tmp_path / "resources")
    shutil.copytree(bundled_workouts(), tmp_path / "workouts")
    return tmp_path


def found_in(installed: Path) -> Finding:
    """Return what is found of the installation in that folder."""
    files = installed / "resources"
    (finding,) = examine_installation(files, installed / "workouts", files / "exercises")
    return finding


def test_a_whole_installation_is_counted(installed: Path) -> None:
    """By what there is of each kind."""
    finding = found_in(installed)

    assert What.COMPLETE is finding.what
    exercises = list((installed / "resources" / "exercises").glob("*.yaml"))
    assert str(len(exercises)) == finding.details["exercises"]


@pytest.mark.parametrize(
    "piece", ["resources/sounds/go.wav", "resources/fonts/Barlow-Bold.ttf", "workouts"]
)
def test_a_piece_that_is_missing_is_named(installed: Path, piece: str) -> None:
    """A file, or a whole folder."""
    (installed / piece).rename(installed / "elsewhere")

    finding = found_in(installed)

    assert (What.INCOMPLETE, Path(piece).name) == (finding.what, finding.details["pieces"])


def test_a_piece_that_is_damaged_is_named(installed: Path) -> None:
    """An exercise with a fault, and every workout that needs it."""
    (installed / "resources" / "exercises" / "chest-fly.yaml").write_text("id: chest-fly\n")

    finding = found_in(installed)

    assert What.INCOMPLETE is finding.what
    assert {"chest-fly.yaml", "upper-body-for-runners.yaml"} == set(
        finding.details["pieces"].split(", ")
    )
