"""What listed workouts are called, and what tells those of one title apart."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from matside.core.ports.devices import Listed, Origin


def title_of(listed: Listed) -> str:
    """Return what a workout is called: its title, or its file's name where it has faults."""
    return listed.name if listed.workout is None else listed.workout.title


def marks_of(listing: Sequence[Listed]) -> Mapping[str, str]:
    """Return by name what tells those of `listing` apart that bear one title.

    It is the name of the file, with its folder where it was opened from elsewhere; those that
    come with Matside say so.
    """
    titles = Counter(map(_as_read, listing))
    return {listed.name: _mark(listed) for listed in listing if titles[_as_read(listed)] > 1}


def first_fault(listed: Listed) -> str:
    """Return where in its file the first fault stands, and what it is; "" where there is none.

    The path would leave no room for it, and the file is called as the entry is.
    """
    line = next(iter(listed.faults), "")
    file = re.search(re.escape(listed.name) + r"(\.[A-Za-z]+)?:", line)
    return line if file is None else line[file.end() :]


def _as_read(listed: Listed) -> str:
    """Return the title as an eye tells it from others."""
    return " ".join(title_of(listed).casefold().split())


def _mark(listed: Listed) -> str:
    if listed.origin is Origin.BUNDLED:
        return QCoreApplication.translate("Start", "comes with Matside")
    return str(PurePath(*PurePath(listed.name).parts[-2:]))
