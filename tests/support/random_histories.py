"""Random sessions as history keeps them, the same for the same number."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from random import Random

from matside.core.session.record import (
    Pause,
    Planned,
    SessionOutcome,
    SessionRecord,
    SetOutcome,
    SetRecord,
)
from matside.core.weights import Level, Unit, Weight, load_of
from matside.core.workout.model import Every, Side, Within
from matside.core.workout.steps import StepKey, StepKind

KNOWN = (
    "thread-the-needle",
    "chest-fly",
    "bent-over-wide-row",
    "hammer-curl",
    "childs-pose",
    None,
    "of-my-own",
)
"""Ids of exercises: of the catalogue, of none, and one that the catalogue does not have."""

_LETTERS = "abc ÄÖß éñ ελλ жук 한국어 運動 עבר عرب 🏋️ e\u0301"
_SIDES = (None, Side.LEFT, Side.RIGHT, Side.BOTH)
_CLOCKS = (None, Every(60), Within(600))
_ASKED = (
    Planned("8 reps", reps=8),
    Planned("max reps"),
    Planned("30 s", seconds=30),
    Planned("max hold"),
)
_BEGINNING = datetime(2024, 2, 28, 5, 0, tzinfo=UTC)


@dataclass
class _Day:
    """A session under way: its hour, and what has come of it."""

    hour: datetime
    ran: int = 0

    def run(self, ms: int) -> None:
        """Let the session run on."""
        self.hour += timedelta(milliseconds=ms)
        self.ran += ms


def random_session(number: int, *, most_sets: int = 40) -> SessionRecord:
    """Return session `number`: with sets, pauses in and between them, and gaps, whole or none."""
    chance = Random(number)
    zone = timezone(timedelta(minutes=chance.choice((-570, 0, 60, 330))))
    started = _BEGINNING + timedelta(days=number, milliseconds=chance.randrange(86_400_000))
    day = _Day(started.astimezone(zone))
    names = {each: _name(chance) for each in KNOWN}
    pauses: list[Pause] = []
    sets = tuple(
        _random_set(chance, day, pauses, names, place)
        for place in range(chance.randrange(most_sets + 1))
    )
    day.run(chance.randrange(5_000))
    return SessionRecord(
        id=number,
        workout="random",
        title=_name(chance),
        started=started.astimezone(zone),
        seconds=(day.ran + 500) // 1000,
        outcome=chance.choice((SessionOutcome.FINISHED, SessionOutcome.STOPPED)),
        sets=sets,
        pauses=tuple(pauses),
        effort=chance.choice((None, 1, 5)),
        note=chance.choice((None, "=1+1", 'said "hot",\nand; windy')),
    )


def without_hours(session: SessionRecord) -> SessionRecord:
    """Return `session` as an earlier Matside kept it: without the hours of sets and pauses."""
    sets = tuple(replace(record, ended=None) for record in session.sets)
    return replace(session, sets=sets, pauses=None if session.pauses else ())


def random_sessions(numbers: range) -> Iterator[SessionRecord]:
    """Yield the sessions with `numbers`."""
    return map(random_session, numbers)


def _name(chance: Random) -> str:
    return "".join(chance.choices(_LETTERS, k=chance.randint(1, 60))).strip() or "x"


def _random_set(
    chance: Random, day: _Day, pauses: list[Pause], names: dict[str | None, str], place: int
) -> SetRecord:
    day.run(chance.randrange(30_000))
    _perhaps_pause(chance, day, pauses)
    seconds = chance.randrange(90)
    before = chance.randint(0, seconds)
    day.run(before * 1000)
    _perhaps_pause(chance, day, pauses)
    day.run((seconds - before) * 1000)
    exercise = chance.choice(KNOWN)
    reps = chance.choice((None, chance.randint(1, 999)))
    load = load_of(chance.randint(1, 80) / 2, chance.choice(tuple(Unit)))
    count = chance.choice((1, 2))
    side = chance.choice(_SIDES)
    outcome = chance.choice((SetOutcome.DONE,) * 5 + (SetOutcome.SKIPPED,))
    return SetRecord(
        key=StepKey(0, 1, place, side, StepKind.WORK),
        block="Block",
        exercise=exercise,
        name=names[exercise],
        side=side,
        reps=reps,
        seconds=seconds,
        outcome=outcome,
        load=None if reps is None else chance.choice((None, load)),
        planned=replace(
            _ASKED[place % 4], weight=Weight(Level.LIGHT, count), clock=_CLOCKS[place % 3]
        ),
        ended=day.hour,
        note=chance.choice((None, None, "deep", "=1+1; left", "two\nlines")),
        is_cut=outcome is SetOutcome.SKIPPED and place % 3 > 0,
    )


def _perhaps_pause(chance: Random, day: _Day, pauses: list[Pause]) -> None:
    if chance.random() < 0.1:
        began = day.hour
        day.hour += timedelta(milliseconds=chance.randint(1, 3_600_000))
        pauses.append(Pause(began, day.hour))
