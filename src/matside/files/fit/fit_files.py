"""The FIT files of sessions: what they hold, and what they are called."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from matside.core.history.course import course_of
from matside.core.session.record import SessionRecord
from matside.files.fit.activity import Naming, activity_of
from matside.files.fit.encoding import fit_file
from matside.files.yaml.characters import FORBIDDEN

_UNNAMED = re.compile(rf'[\s<>:"/\\|?*]|{FORBIDDEN}')
"""What the name of a file does not hold, on one system or another."""

_LONGEST = 120
"""The longest title in the name of a file, in bytes."""


def fit_of(session: SessionRecord, naming: Naming) -> bytes:
    """Return the FIT file of `session`; `naming` gives the numbers of its exercises."""
    return fit_file(activity_of(session, naming))


def is_estimated(session: SessionRecord) -> bool:
    """Return whether hours in the file of `session` are estimated: nobody kept them."""
    return course_of(session).is_estimated


def names_of(sessions: Sequence[SessionRecord]) -> Mapping[int, str]:
    """Return the name of the file of each of `sessions` by its id: date and title.

    Of several with one date and title, all but the first have their number too.
    """
    names: dict[int, str] = {}
    times: dict[str, int] = {}
    for session in sorted(sessions, key=lambda session: (session.started, session.id)):
        name = name_for(session.title, session.started)
        place = times[name.casefold()] = times.get(name.casefold(), 0) + 1
        names[session.id] = f"{name}.fit" if place == 1 else f"{name} ({place}).fit"
    return names


def name_for(title: str, started: datetime) -> str:
    """Return the name of the file of a session, without its ending: date and title."""
    return f"{started:%Y-%m-%d} {_plain(title)}".strip()


def _plain(title: str) -> str:
    """Return `title` as any system takes it in the name of a file."""
    words = " ".join(_UNNAMED.sub(" ", title).split())
    return words.encode("utf-8", "replace")[:_LONGEST].decode("utf-8", "ignore").rstrip(". ")
