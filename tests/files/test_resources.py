"""The files that come with Matside are found."""

from matside.files.resources import bundled_exercises, bundled_workouts, resources


def test_the_bundled_folders_are_there() -> None:
    """Workouts, exercises and the other resources are where the program looks for them."""
    assert (bundled_workouts() / "upper-body-for-runners.yaml").is_file()
    assert (bundled_exercises() / "chest-fly.yaml").is_file()
    assert resources() == bundled_exercises().parent
