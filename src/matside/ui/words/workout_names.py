"""The names of listed workouts, and what distinguishes those with the same title."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from matside.core.ports.devices import Listed, Origin


def title_of(listed: Listed) -> str:
    """Return the title of a workout, or the name of its file if it has faults."""
    return listed.name if listed.workout is None else listed.workout.title


def marks_of(listing: Sequence[Listed]) -> Mapping[str, str]:
    """Return what distinguishes workouts of `listing` with the same title, by their names.

    It is the name of the file, with its folder if it was opened from elsewhere; bundled ones
    say that they come with Matside.
    """
    titles = Counter(map(_as_read, listing))
    return {listed.name: _mark(listed) for listed in listing if titles[_as_read(listed)] > 1}


def first_fault(listed: Listed) -> str:
    """Return the place of the first fault in its file, and its message; "" if there is none.

    The path is left out: it would need too much room, and the entry already names the file.
    """
    line = next(iter(listed.faults), "")
    file = re.search(re.escape(listed.name) + r"(\.[A-Za-z]+)?:", line)
    return line if file is None else line[file.end() :]


def _as_read(listed: Listed) -> str:
    """Return the title as it looks, to compare it with others."""
    return " ".join(title_of(listed).casefold().split())


def _mark(listed: Listed) -> str:
    if listed.origin is Origin.BUNDLED:
        return QCoreApplication.translate("Start", "comes with Matside")
    return str(PurePath(*PurePath(listed.name).parts[-2:]))
