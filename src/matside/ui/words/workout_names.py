"""The names of listed workouts, and what distinguishes those with the same title."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePath

from matside.core.ports.devices import Listed, Origin
from matside.ui.words.translation import translate


def title_of(listed: Listed) -> str:
    """Return the title of a workout, or the name of its file if it has faults."""
    return _file_name(listed) if listed.workout is None else listed.workout.title


def marks_of(listing: Sequence[Listed]) -> Mapping[str, str]:
    """Return what distinguishes workouts of `listing` with the same title, by their names.

    It is the name of the file, with its folder if it was opened from elsewhere; bundled ones
    say that they come with Matside.
    """
    titles = Counter(map(_as_read, listing))
    return {listed.name: _mark(listed) for listed in listing if titles[_as_read(listed)] > 1}


def first_fault(listed: Listed) -> str:
    """Return the line of the first fault in its file, and its message; "" if there is none.

    The path is left out: it would need too much room, and the entry already names the file.
    """
    return next((_fault(listed, line) for line in listed.faults), "")


def told_faults(listed: Listed) -> tuple[str, ...]:
    """Return the path of the file once, and its faults, each by its line."""
    place = next((_place(listed, line) for line in listed.faults), None)
    path = () if place is None else (place.group("path"),)
    return (*path, *(_fault(listed, line) for line in listed.faults))


def _fault(listed: Listed, line: str) -> str:
    """Return what `line` says by its line; of another file as it is, with its path."""
    place = _place(listed, line)
    if place is None:
        return line
    pattern = translate("Start", "Line {line}: {message}")
    return pattern.format(line=place.group("line"), message=line[place.end() :])


def _place(listed: Listed, line: str) -> re.Match[str] | None:
    """Return the place before the message, None where it is in another file."""
    name = re.escape(listed.name) + r"(?P<ending>\.[A-Za-z]+)?"
    return re.match(rf"(?P<path>.*?{name}):(?P<line>\d+):\d+: ", line)


def _file_name(listed: Listed) -> str:
    """Return the name of the file, with its ending where a fault tells it."""
    places = (_place(listed, line) for line in listed.faults)
    endings = (place.group("ending") for place in places if place is not None)
    return listed.name + (next(endings, None) or "")


def _as_read(listed: Listed) -> str:
    """Return the title as it looks, to compare it with others."""
    return " ".join(title_of(listed).casefold().split())


def _mark(listed: Listed) -> str:
    if listed.origin is Origin.BUNDLED:
        return translate("Start", "comes with Matside")
    return str(PurePath(*PurePath(listed.name).parts[-2:]))
