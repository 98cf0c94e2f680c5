"""The commands that write all that is kept to one file, and bring it back."""

import sqlite3
import sys
from pathlib import Path

from matside.app.commands.holding import held
from matside.app.terminal import CommandRefused, counted, print_lines
from matside.core.ports.history import HistoryError
from matside.files.backup import NoBackup, Restored, back_up, restore
from matside.files.folders import DataFolder
from matside.files.history.damage import reason_of
from matside.files.slices import finished


def backup(data: DataFolder, path: Path) -> None:
    """Write all that is kept in `data` to a new file at `path`; raise CommandRefused."""
    try:
        done = finished(back_up(data, path))
    except FileExistsError as error:
        raise CommandRefused(f"{path}: there is a file already; choose another name") from error
    except HistoryError as error:
        raise CommandRefused(f"{data.history}: {error}") from error
    except (OSError, ValueError, sqlite3.Error) as error:
        raise CommandRefused(f"{path}: {reason_of(error)}") from error
    print_lines(done.faults, sys.stderr)
    print_lines([f"{path}: {_held_by(done)}"], sys.stdout)


def restore_from(path: Path, data: DataFolder) -> None:
    """Bring all that is in the backup at `path` into `data`; raise CommandRefused."""
    try:
        with held(data):
            done = finished(restore(path, data))
    except FileExistsError as error:
        raise CommandRefused(
            f"{error.filename}: there is a history already, and it stays;"
            " name an empty folder with --data DIR"
        ) from error
    except NoBackup as error:
        raise CommandRefused(f"{path}: {error}") from error
    except OSError as error:
        raise CommandRefused(f"{path}: {error.strerror or error}") from error
    print_lines(done.faults, sys.stderr)
    print_lines(
        (f"{data.root / name}: is there already, and stays" for name in done.kept), sys.stderr
    )
    print_lines([f"{data.root}: {_held_by(done)}"], sys.stdout)


def _held_by(done: Restored) -> str:
    return f"{counted(done.sessions, 'session')}, {counted(len(done.files), 'other file')}"
