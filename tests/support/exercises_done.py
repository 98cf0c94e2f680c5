"""What was done of exercises, added up set by set."""

from collections.abc import Iterable

from matside.core.history.totals import ExerciseDay, ExerciseDone
from matside.core.session.record import SessionRecord, SetOutcome, SetRecord

Done = dict[str, list[tuple[SessionRecord, list[SetRecord]]]]


def exercises_in(sessions: Iterable[SessionRecord]) -> Done:
    """Return the sets that were done of each exercise, session by session, the first one first."""
    found: Done = {}
    for session in sorted(sessions, key=lambda each: each.started):
        mine: dict[str, list[SetRecord]] = {}
        for record in session.sets:
            if record.outcome is SetOutcome.DONE:
                mine.setdefault(record.exercise or record.name, []).append(record)
        for move, sets in mine.items():
            found.setdefault(move, []).append((session, sets))
    return found


def _pieces(record: SetRecord) -> int:
    """Return how many pieces were held together."""
    weight = None if record.planned is None else record.planned.weight
    return 1 if weight is None else weight.count


def exercise_day(session: SessionRecord, sets: list[SetRecord]) -> ExerciseDay:
    """Return what `sets` come to."""
    held = [(each.held, _pieces(each)) for each in sets if each.held]
    heaviest, pieces = max(held, default=(None, 1))
    holds = [each.seconds for each in sets if not each.is_counted and each.seconds is not None]
    return ExerciseDay(
        session=session.id,
        day=session.started.date(),
        sets=len(sets),
        reps=sum(each.reps or 0 for each in sets),
        grams=sum((each.reps or 0) * (each.held or 0) for each in sets),
        heaviest=heaviest,
        pieces=pieces,
        most_reps=max((each.reps for each in sets if each.reps is not None), default=None),
        seconds=sum(holds),
        longest=max(holds, default=None),
    )


def exercise_names(sessions: Iterable[SessionRecord]) -> list[ExerciseDone]:
    """Return the exercises that were done, in order of their latest names."""
    lasts = (sets for done in exercises_in(sessions).values() for _, sets in done[-1:])
    found = [ExerciseDone(sets[-1].exercise, sets[-1].name) for sets in lasts]
    return sorted(found, key=lambda each: (each.name.casefold(), each.move))
