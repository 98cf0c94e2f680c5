"""The folder that holds all that Matside keeps."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from matside.files.yaml.characters import escaped


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The data folder at `root`, of which nothing exists before it is made."""

    root: Path

    @property
    def settings(self) -> Path:
        """The file of the settings."""
        return self.root / "settings.yaml"

    @property
    def history(self) -> Path:
        """The database of the sessions."""
        return self.root / "history.sqlite3"

    @property
    def workouts(self) -> Path:
        """The folder of the athlete's own workouts."""
        return self.root / "workouts"

    @property
    def exercises(self) -> Path:
        """The folder of the athlete's own exercises."""
        return self.root / "exercises"

    @property
    def cache(self) -> Path:
        """The folder of files that can be made again."""
        return self.root / "cache"

    @property
    def log(self) -> Path:
        """The file of the log."""
        return self.root / "log.txt"

    @property
    def lock(self) -> Path:
        """The file that the running window locks."""
        return self.root / "lock"

    def make(self) -> None:
        """Make the folder and its subfolders, readable by the athlete alone.

        An existing folder keeps its permissions. A subfolder that cannot be made is left out.
        Raises OSError if the folder itself cannot be made.
        """
        make_folder(self.root)
        for folder in (self.workouts, self.exercises, self.cache):
            with suppress(OSError):
                make_folder(folder)

    def try_to_make(self) -> str | None:
        """Do as `make` does; return in one line why that failed, None if it did not."""
        try:
            self.make()
        except OSError as error:
            return escaped(f"{self.root}: {error.strerror}")
        return None


def make_folder(path: Path) -> None:
    """Make the folder at `path`, readable by the athlete alone, if there is none."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)


def platform_folder() -> Path:
    """Return the folder in which the platform wants Matside to keep its data."""
    return user_data_path("matside", appauthor=False)
