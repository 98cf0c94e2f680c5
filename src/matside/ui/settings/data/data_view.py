"""What the page of a task shows, and which file it asks for."""

from collections.abc import Callable
from enum import Enum

from matside.frozen import frozen


@frozen
class NameChoice:
    """A name of a table, with what it may mean: `words`, of which that at `place` is chosen."""

    name: str
    purpose: str
    words: tuple[str, ...]
    place: int


@frozen
class DataView:
    """What the page of a task shows.

    Below the sentences that it `says` stand `choices`, of which one leads on, and `names`, of
    which each can be given a meaning. If there is a `word`, it must be typed before `main`, what
    the main button does, leads on. `part` is how much is done, from 0 to 1, None where nothing
    runs.
    """

    title: str
    says: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    names: tuple[NameChoice, ...] = ()
    word: str = ""
    main: str = ""
    part: float | None = None


class TaskKind(Enum):
    """What can be done with all that is kept."""

    BACK_UP = "back up"
    RESTORE = "restore"
    IMPORT = "import"
    EXPORT = "export"
    DELETE = "delete"


class FileKind(Enum):
    """Whether a file is to be made or read, or a folder filled."""

    NEW = "new"
    OLD = "old"
    FOLDER = "folder"


@frozen
class FileWish:
    """A file that the athlete is asked for: `name` is proposed, `endings` are those it may have.

    `chosen` is called with its path, or `left` where none is chosen.
    """

    kind: FileKind
    title: str
    chosen: Callable[[str], None]
    name: str = ""
    endings: tuple[str, ...] = ()
    left: Callable[[], None] = lambda: None
