"""The folder that holds all that Matside keeps."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from matside.files.yaml.characters import escaped
from matside.frozen import frozen


@frozen
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
    def trees(self) -> Path:
        """The file of what is known of files that were read."""
        return self.cache / "trees"

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


def platform_folder(platform: str, environ: Mapping[str, str]) -> Path:
    """Return the folder in which `platform`, as `sys` names it, wants programs to keep data."""
    match platform:
        case "win32":
            usual, named = Path("AppData", "Local"), environ.get("LOCALAPPDATA", "")
        case "darwin":
            usual, named = Path("Library", "Application Support"), ""
        case _:
            usual, named = Path(".local", "share"), environ.get("XDG_DATA_HOME", "")
    folder = Path(named) if Path(named).is_absolute() else Path.home() / usual
    return folder / "matside"
