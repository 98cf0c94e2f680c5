"""What to try next in an exercise that was done at its upper end several times in a row."""

from collections.abc import Mapping, Sequence

from matside.core.session.record import SetOutcome, SetRecord
from matside.core.settings import Settings
from matside.core.weights import Load
from matside.core.workout.loads import stepped
from matside.core.workout.model import Exercise
from matside.frozen import frozen

IN_A_ROW = 3
"""In how many sessions every set must have been done at the upper end."""

LastSessions = Mapping[str, Sequence[Sequence[SetRecord]]]
"""The sets of the last sessions of each exercise, by its id, or its name without one."""


@frozen
class Proposal:
    """What to try next: `load`, where something is held whose weight is known.

    `reps` are those of the upper end, and `is_weighted` says that something is held.
    """

    reps: int
    load: Load | None
    is_weighted: bool


def proposal(exercise: Exercise, before: LastSessions, settings: Settings) -> Proposal | None:
    """Return what to try next in `exercise`; None where it was not done so well so often.

    Only where a range was asked for there is an upper end; with another weight one begins anew.
    """
    sessions = before.get(exercise.id or exercise.name, ())
    sets = [record for session in sessions for record in session]
    if not settings.proposes or len(sessions) < IN_A_ROW or not all(map(_is_at_end, sets)):
        return None
    last = sets[0]
    planned = last.planned
    if planned is None or planned.weight != exercise.weight:
        return None
    if any(record.load != last.load for record in sets):
        return None
    weight, load = exercise.weight, last.load
    heavier = stepped(load, weight.of, 1, settings) if weight and load else None
    return Proposal(planned.reps_to or 0, heavier, weight is not None)


def _is_at_end(record: SetRecord) -> bool:
    most = None if record.planned is None else record.planned.reps_to
    done = record.outcome is SetOutcome.DONE
    return done and most is not None and record.reps is not None and record.reps >= most
