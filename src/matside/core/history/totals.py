"""What many sessions come to: sums, records, and what was done the last time."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta

from matside.core.durations import rounded_seconds
from matside.core.session.record import Pause, SessionOutcome, SessionRecord, SetOutcome, SetRecord
from matside.frozen import frozen


@frozen
class SessionTotals:
    """A session in sums; `grams` is its volume: reps times all that was held, of sets done.

    Of the sets that were not done `cut` are those that a clock has cut, and `skipped` the others.
    `paused` is in seconds; what is not known is None.
    """

    id: int
    workout: str
    title: str
    started: datetime
    outcome: SessionOutcome
    seconds: int | None
    paused: int | None
    done: int
    skipped: int
    grams: int
    effort: int | None = None
    cut: int = 0


@frozen
class Difference:
    """A session against the last one of its workout: more is positive, None is not known."""

    seconds: int | None
    paused: int | None
    done: int
    grams: int


@frozen
class ExerciseDone:
    """An exercise that was done, by its latest name; `exercise` is its id, None without one."""

    exercise: str | None
    name: str

    @property
    def move(self) -> str:
        """What the history finds it by: its id, or its name where it has none."""
        return self.exercise or self.name


@frozen
class ExerciseDay:
    """What was done of an exercise in one session: sets, reps, volume, and what was most of a set.

    `heaviest` and `grams` are in grams, `heaviest` of all that was held together in `pieces`;
    `seconds` are those of holds, and `longest` is the longest of these. None without a weight,
    reps or a hold.
    """

    session: int
    day: date
    sets: int
    reps: int
    grams: int
    heaviest: int | None
    pieces: int = 1
    most_reps: int | None = None
    seconds: int = 0
    longest: int | None = None


@frozen
class ExerciseRecords:
    """The sessions with the most of an exercise: the load, the volume, reps and hold of a set.

    None where nothing of the kind was done.
    """

    heaviest: ExerciseDay | None
    most: ExerciseDay | None
    most_reps: ExerciseDay | None = None
    longest: ExerciseDay | None = None


def totals_of(session: SessionRecord) -> SessionTotals:
    """Return `session` in sums."""
    done, cut = done_of(session.sets), cut_in(session.sets)
    pauses = session.pauses
    return SessionTotals(
        id=session.id,
        workout=session.workout,
        title=session.title,
        started=session.started,
        outcome=session.outcome,
        seconds=session.seconds,
        paused=None if pauses is None else rounded_seconds(sum(map(_ms, pauses))),
        done=len(done),
        skipped=len(session.sets) - len(done) - cut,
        grams=volume(done),
        effort=session.effort,
        cut=cut,
    )


def done_of(sets: Iterable[SetRecord]) -> tuple[SetRecord, ...]:
    """Return those of `sets` that were done."""
    return tuple(record for record in sets if record.outcome is SetOutcome.DONE)


def cut_in(sets: Iterable[SetRecord]) -> int:
    """Return how many of `sets` the clock of their minute, or of their block, has cut."""
    return sum(record.is_cut for record in sets)


def volume(sets: Iterable[SetRecord]) -> int:
    """Return what was moved in those of `sets` that were done: reps times all that was held."""
    return sum((record.reps or 0) * (record.held or 0) for record in done_of(sets))


def seconds_of_sets(sets: Iterable[SetRecord]) -> int:
    """Return how long was worked in those of `sets` that were done, or cut by the time.

    What nobody knows is left out.
    """
    worked = (each for each in sets if each.is_cut or each.outcome is SetOutcome.DONE)
    return sum(record.seconds or 0 for record in worked)


def records_of(days: Sequence[ExerciseDay]) -> ExerciseRecords:
    """Return the records in `days`, which are in order; the first of equal ones stands."""
    return ExerciseRecords(
        _most(days, lambda each: each.heaviest),
        _most(days, lambda each: each.grams),
        _most(days, lambda each: each.most_reps),
        _most(days, lambda each: each.longest),
    )


def _most(
    days: Sequence[ExerciseDay], value_of: Callable[[ExerciseDay], int | None]
) -> ExerciseDay | None:
    best = max(days, key=lambda each: value_of(each) or 0, default=None)
    return best if best is not None and value_of(best) else None


def difference(session: SessionTotals, before: SessionTotals) -> Difference:
    """Return how `session` differs from the one `before`."""
    return Difference(
        seconds=_less(session.seconds, before.seconds),
        paused=_less(session.paused, before.paused),
        done=session.done - before.done,
        grams=session.grams - before.grams,
    )


def _ms(pause: Pause) -> int:
    return 0 if pause.ended is None else (pause.ended - pause.began) // timedelta(milliseconds=1)


def _less(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one - other
