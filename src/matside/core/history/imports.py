"""Sessions that come from a table: which of them are new, and which exercise each name means."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from datetime import datetime
from enum import Enum
from unicodedata import combining, normalize

from matside.core.session.record import SessionRecord, SetRecord
from matside.frozen import frozen


class Origin(Enum):
    """The program from which a session comes."""

    STRONG = "strong"
    HEVY = "hevy"
    FITNOTES = "fitnotes"
    MATSIDE = "matside"

    @property
    def program(self) -> str:
        """The name of the program, as it writes it."""
        return "FitNotes" if self is Origin.FITNOTES else self.value.capitalize()


@frozen
class Imported:
    """A session of a table; it has no id yet.

    Its start is known to `precision` characters of ISO 8601: to the day, minute or second.
    """

    session: SessionRecord
    origin: Origin
    precision: int

    @property
    def start(self) -> str:
        """Its start on the clock of the wall, as exactly as it is known."""
        return self.session.started.isoformat()[: self.precision]

    @property
    def identity(self) -> str:
        """What tells it from all others of its origin: start and title."""
        return f"{self.start} {self.session.title}"


@frozen
class Known:
    """What history has: start to the second and title of each session, and the meaning of names.

    `names` gives the id of the exercise that a name means, None where it means none.
    """

    sessions: frozenset[tuple[str, str]] = frozenset()
    names: Mapping[str, str | None] = field(default_factory=dict)


def new_of(found: Iterable[Imported], known: Known) -> tuple[Imported, ...]:
    """Return those of `found` that history does not have, each once."""
    cut: dict[int, set[tuple[str, str]]] = {}
    new: list[Imported] = []
    for each in found:
        precision = each.precision
        if precision not in cut:
            cut[precision] = {(start[:precision], title) for start, title in known.sessions}
        if (each.start, each.session.title) not in cut[precision]:
            cut[precision].add((each.start, each.session.title))
            new.append(each)
    return tuple(new)


def newest_first(sessions: Iterable[SessionRecord]) -> tuple[SessionRecord, ...]:
    """Return `sessions` in order: those done here as they were numbered, imported ones between.

    The clock may have been set back between two that were done here. An imported one has its
    place by its start.
    """
    placed: list[tuple[datetime, int, SessionRecord]] = []
    latest: datetime | None = None
    for session in sorted(sessions, key=lambda session: session.id):
        hour = session.started
        if session.origin is None:
            hour = latest = hour if latest is None else max(hour, latest)
        placed.append((hour, session.id, session))
    placed.sort(key=lambda place: place[:2], reverse=True)
    return tuple(session for _, _, session in placed)


def names_in(found: Iterable[Imported]) -> tuple[str, ...]:
    """Return the names whose exercise the table does not tell, in order, each once."""
    records = (record for each in found for record in each.session.sets)
    return tuple(dict.fromkeys(record.name for record in records if record.exercise is None))


def meanings(
    names: Iterable[str], exercises: Mapping[str, str], known: Known
) -> dict[str, str | None]:
    """Return the exercise of each of `names` for which it is clear.

    That is the one it means in history, else that of `exercises`, names by their ids, which is
    called so. Whoever is asked for the others may answer None: the name means none of them.
    """
    called = {_plain(name): identity for identity, name in exercises.items()}
    found: dict[str, str | None] = {}
    for name in names:
        if name in known.names:
            found[name] = known.names[name]
        elif (identity := called.get(_plain(name))) is not None:
            found[name] = identity
    return found


def likely(name: str, exercises: Mapping[str, str]) -> str | None:
    """Return the id of the exercise that shares most words with `name`, None if none shares two.

    Where one word is all that either has, it is enough.
    """
    words = set(_plain(name).split())

    def shared(identity: str) -> float:
        others = set(_plain(exercises[identity]).split())
        common = len(words & others)
        return common / len(words | others) if common >= min(2, len(others)) else 0

    best = max(exercises, key=shared, default=None)
    return best if best is not None and shared(best) > 0 else None


def named(found: Sequence[Imported], meaning: Mapping[str, str | None]) -> tuple[Imported, ...]:
    """Return `found` with the exercises that `meaning` gives the names of their sets."""

    def told(record: SetRecord) -> SetRecord:
        identity = meaning.get(record.name)
        if record.exercise is not None or identity is None:
            return record
        return replace(record, exercise=identity)

    return tuple(
        replace(each, session=replace(each.session, sets=tuple(map(told, each.session.sets))))
        for each in found
    )


def _plain(name: str) -> str:
    """Return the words of `name` without accents, signs and capitals."""
    bare = "".join(sign for sign in normalize("NFKD", name) if not combining(sign))
    return " ".join(re.findall(r"\w+", bare.casefold()))
