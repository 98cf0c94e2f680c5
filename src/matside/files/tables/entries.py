"""The sets in the rows of other programs' tables, and how they become sessions."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from matside.core.history.imports import Imported, Origin
from matside.core.session.record import SessionOutcome, SessionRecord, SetOutcome, SetRecord
from matside.core.weights import Load
from matside.core.workout.model import Side
from matside.core.workout.steps import StepKey, StepKind
from matside.files.tables.dates import Moment
from matside.frozen import frozen

WARM_UP, SETS = "Warm-up", "Sets"
"""The names of the two blocks of a session that comes from another program."""

LONGEST_TITLE, LONGEST_NAME = 200, 200
"""The longest title and the longest name of an exercise that is kept, in characters."""

Localise = Callable[[datetime], datetime]
"""Gives a moment on the clock of the wall the offset that it had there."""


@frozen
class Entry:
    """A set in a row: when its session began, and what was done.

    `length` is that of the session, in seconds.
    """

    start: Moment
    title: str
    name: str
    reps: int | None = None
    seconds: int | None = None
    load: Load | None = None
    side: Side | None = None
    note: str | None = None
    warm_up: bool = False
    length: int | None = None
    session_note: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was done that could be told."""
        return not (self.reps or self.seconds or self.note)


def sessions_of(
    entries: Iterable[Entry], origin: Origin, localise: Localise
) -> Iterator[Imported]:
    """Yield the sessions that `entries` make: those with one start and one title belong together.

    They come in the order in which the table has them; sets stay in order too.
    """
    found: dict[tuple[datetime, str], list[Entry]] = {}
    for entry in entries:
        found.setdefault((entry.start.at, entry.title), []).append(entry)
    for (start, title), group in found.items():
        notes = dict.fromkeys(entry.session_note for entry in group if entry.session_note)
        session = SessionRecord(
            id=0,
            workout=title,
            title=title,
            started=localise(start),
            seconds=next((entry.length for entry in group if entry.length), None),
            outcome=SessionOutcome.FINISHED,
            sets=tuple(_records(group)),
            note="\n".join(notes) or None,
        )
        yield Imported(session, origin, group[0].start.precision)


def _records(entries: Iterable[Entry]) -> Iterator[SetRecord]:
    """Yield the sets of one session; an exercise that comes again is in its next round."""
    places: dict[tuple[bool, str], int] = {}
    rounds: Counter[tuple[bool, str, Side | None]] = Counter()
    for entry in entries:
        move = entry.warm_up, entry.name
        place = places.setdefault(move, len(places))
        rounds[*move, entry.side] += 1
        block = 0 if entry.warm_up else 1
        round_ = rounds[*move, entry.side]
        yield SetRecord(
            key=StepKey(block, round_, place, entry.side, StepKind.WORK),
            block=WARM_UP if entry.warm_up else SETS,
            exercise=None,
            name=entry.name,
            side=entry.side,
            reps=entry.reps,
            seconds=entry.seconds,
            outcome=SetOutcome.DONE,
            load=entry.load,
            note=entry.note,
        )


def note_of(*parts: str | None) -> str | None:
    """Return a note of all `parts` that say something, None if none does."""
    return "; ".join(part for part in parts if part) or None
