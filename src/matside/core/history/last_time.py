"""What was done of an exercise the last time, what that says of today, and what to try next."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from matside.core.session.reading import Reading
from matside.core.session.record import LastSet, Planned, SetOutcome, SetRecord
from matside.core.settings import Settings
from matside.core.weights import Load
from matside.core.workout.loads import stepped
from matside.core.workout.model import Exercise, Side
from matside.core.workout.plan import Plan
from matside.core.workout.steps import StepKey, Work
from matside.core.workout.weight_change import WeightChange
from matside.frozen import frozen

Today = Mapping[StepKey, SetRecord]
"""The sets of the session so far, in the order done."""

LastSets = Mapping[str, tuple[LastSet, ...]]
"""The sets of the last time of each exercise, in order, by its id, or its name without one."""


def last_time(step: Work, sets: Today, before: LastSets) -> LastSet | None:
    """Return the set of the last time that is like `step`, where `sets` are those of today.

    That is the one of the same side that came after as many; where fewer were done, the last.
    """
    move = step.exercise.id or step.exercise.name
    return _like(_done(move, sets), step, before.get(move, ()))


def load_today(step: Work, sets: Today, before: LastSets) -> Load | None:
    """Return what each piece weighs in the set `step`, as far as anybody knows.

    That is what was held today, if it was not as the last time; else what was held the last time;
    else what the plan says. Another weight in the plan is another exercise, and what a level has
    been set to since is the newer word.
    """
    weight = step.exercise.weight
    if weight is None:
        return step.load
    move = step.exercise.id or step.exercise.name
    sides, today = before.get(move, ()), _done(move, sets)
    alike = [each for each in today if _asks_alike(each.planned, step)]
    if alike and alike[-1].load is not None:
        earlier = today[: today.index(alike[-1])]
        if alike[-1].load != (_load_of(_like(earlier, alike[-1], sides), step) or step.load):
            return alike[-1].load
    return _load_of(_like(today, step, sides), step) or step.load


def sets_ahead(
    sets: Iterable[Work], before: LastSets, left_out: Collection[int] = ()
) -> Iterator[Work]:
    """Yield the coming `sets` with what each piece will weigh, if all is as the last time.

    Of an exercise in its block they are the first with each weight: there may be thousands.
    Those of blocks at the places `left_out` are as if they came in: they count for none behind.
    """
    of_sides: dict[tuple[str, Side | None], Sequence[LastSet]] = {}
    places: Counter[tuple[str, Side | None]] = Counter()
    looked_at: set[tuple[int, ...]] = set()
    known: defaultdict[tuple[int, int], list[Load | None]] = defaultdict(list)
    for step in sets:
        key = step.key
        sort = step.exercise.id or step.exercise.name, key.side
        if sort not in of_sides:
            of_sides[sort] = _of_side(key.side, before.get(sort[0], ()))
        last = _at(places[sort], of_sides[sort])
        if key.block not in left_out:
            places[sort] += 1
        # What is the same object is the same weight, which is found sooner than what is equal.
        parts = () if last is None else (id(last.load), id(last.weight), id(last.level_load))
        if (like := (key.block, key.place, *parts)) in looked_at:
            continue
        looked_at.add(like)
        load = _load_of(last, step) or step.load
        loads = known[key.block, key.place]
        if load not in loads:
            loads.append(load)
            yield _with_load(step, load)


def as_kept(reading: Reading, plan: Plan, sets: Today, before: LastSets) -> Reading:
    """Return `reading` of `plan` with what each piece weighs in the set that it shows.

    That is what will be recorded of it. Other pieces than those in the hands are fetched, and
    where as many of the kind weigh as much they are the same, whatever the plan calls them.
    """
    shown = _with_load(reading.shown, load_today(reading.shown, sets, before))
    weight, weights = shown.exercise.weight, reading.weights
    if weight is not None and shown.load is not None:
        with_weight = (
            (each.exercise.weight, sets[each.key].load)
            for each in plan.sets_before(shown.key)
            if each.exercise.weight is not None and _was_held(sets.get(each.key))
        )
        held, load = next(with_weight, (weight, None))
        if load is not None and (held.of, held.count) == (weight.of, weight.count):
            weights = WeightChange.SAME if load == shown.load else WeightChange.FETCH
    return replace(reading, shown=shown, weights=weights)


def _was_held(record: SetRecord | None) -> bool:
    """Return whether its pieces were in the hands: not those of a set that was skipped."""
    return record is not None and (record.outcome is SetOutcome.DONE or record.is_cut)


def _with_load(step: Work, load: Load | None) -> Work:
    """Return `step` with pieces of `load`; where its weight is written, that is `load` too."""
    if load == step.load:
        return step
    weight, exercise = step.exercise.weight, step.exercise
    if weight is not None and load is not None and weight.load is not None:
        exercise = replace(exercise, weight=replace(weight, heaviness=load))
    return replace(step, load=load, exercise=exercise)


def _done(move: str, sets: Today) -> Sequence[SetRecord]:
    """Return the sets of an exercise that were done today."""
    return [
        record
        for record in sets.values()
        if (record.exercise or record.name) == move and record.outcome is SetOutcome.DONE
    ]


def _like(
    today: Sequence[SetRecord], one: Work | SetRecord, before: Sequence[LastSet]
) -> LastSet | None:
    place = sum(record.side is one.side for record in today)
    return _at(place, _of_side(one.side, before))


def _of_side(side: Side | None, before: Sequence[LastSet]) -> Sequence[LastSet]:
    return [each for each in before if each.side is side]


def _at(place: int, of_side: Sequence[LastSet]) -> LastSet | None:
    """Return the set at `place`, from 0; the last where there were fewer the last time."""
    return of_side[min(place, len(of_side) - 1)] if of_side else None


def _load_of(last: LastSet | None, step: Work) -> Load | None:
    if last is None or last.weight != step.exercise.weight:
        return None
    return last.load if _is_set_alike(last.level_load, step) else None


def _asks_alike(planned: Planned | None, step: Work) -> bool:
    """Return whether the same was asked for as in `step`, by the same settings."""
    if planned is None or planned.weight != step.exercise.weight:
        return False
    return _is_set_alike(planned.load, step)


def _is_set_alike(level_load: Load | None, step: Work) -> bool:
    """Return whether the level of `step` still weighs `level_load`, as far as anybody knows."""
    return level_load is None or step.load is None or step.load == level_load


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
