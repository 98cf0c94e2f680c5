"""Each block of a workout as what its rounds hold, with the rests among and after them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import assert_never

from matside.core.settings import Settings
from matside.core.workout.loads import load_held
from matside.core.workout.model import Block, Every, Exercise, Reps, Within, Workout
from matside.core.workout.pace import pace_of
from matside.core.workout.rests import RestKind, rest_between, rest_within
from matside.core.workout.steps import Rest, StepKey, StepKind, Work, left_of_minute
from matside.frozen import frozen

Steps = tuple[Work | Rest, ...]


@frozen
class Stretch:
    """A block with what each round holds, what lies between its rounds, and what follows it.

    These are its `parts`, all of them with the keys of the first round.
    Rounds differ in their doses only.
    Of a block that lasts for a time the one round ends with what lies before the next.
    """

    block: Block
    parts: tuple[Steps, tuple[Rest, ...], tuple[Rest, ...]]

    @property
    def differing(self) -> int:
        """How many rounds have doses of their own; all later ones are like the last of these."""
        return max(len(exercise.doses) for exercise in self.block.exercises)

    def steps(self) -> Iterator[Work | Rest]:
        """Yield the steps of all rounds in order."""
        each_round, between, after = self.parts
        last = self.block.rounds
        for round_ in range(1, last + 1):
            for step in each_round + (after if round_ == last else between):
                yield step.in_round(round_)


def stretches(workout: Workout, settings: Settings) -> Iterator[Stretch]:
    """Yield the blocks of `workout` that are done; their rounds are worked out once."""
    done = [
        (place, block)
        for place, block in enumerate(workout.blocks)
        if block.rounds and block.exercises
    ]
    following = [block.exercises[0] for _, block in done[1:]]
    for (place, block), then in zip(done, [*following, None], strict=False):
        sets = _sets(place, block, settings)
        between = _rest(RestKind.ROUND, sets[-1], block.exercises[0], settings)
        after = () if then is None else _rest_after(sets[-1], then, settings)
        each_round = _with_rests(sets, settings)
        match block.clock:
            case None:
                yield Stretch(block, (each_round, between, after))
            case Every():
                rest_of_last = () if then is None else between
                yield Stretch(block, (each_round, between, (*rest_of_last, *after)))
            case Within():
                yield Stretch(block, ((*each_round, *between), (), after))
            case _:
                assert_never(block.clock)


def set_pace(exercise: Exercise, settings: Settings) -> int | None:
    """Return the ms that each rep of `exercise` takes, None where it is not paced."""
    is_paced = settings.rep_pace and isinstance(exercise.dose, Reps)
    return pace_of(exercise, settings) if is_paced else None


def _sets(place_of_block: int, block: Block, settings: Settings) -> list[Work]:
    """Return the sets of the first round."""
    return [
        Work(
            StepKey(place_of_block, 1, place, side, StepKind.WORK),
            exercise.in_round(1).on(side),
            block,
            set_pace(exercise, settings),
            load_held(exercise.weight, settings),
        )
        for place, exercise in enumerate(block.exercises)
        for side in exercise.order_of_sides
    ]


def _with_rests(sets: Sequence[Work], settings: Settings) -> Steps:
    """Return the `sets` of one round with the rests between them."""
    steps: list[Work | Rest] = [sets[0]]
    for before, after in pairwise(sets):
        switches = before.key.place == after.key.place
        kind = RestKind.SWITCH if switches else RestKind.EXERCISE
        steps += (*_rest(kind, before, after.written, settings), after)
    return tuple(steps)


def _rest(kind: RestKind, before: Work, after: Exercise, settings: Settings) -> tuple[Rest, ...]:
    """Return the rest between the set `before` and `after`, nothing where it has no length.

    A minute always has a rest, for its set may be done sooner than estimated.
    """
    block = before.block
    key = before.key._replace(kind=StepKind.REST)
    match block.clock:
        case Every() as clock:
            return (Rest(key, left_of_minute(key, block, clock), RestKind.MINUTE, block),)
        case Within():
            length = rest_within(kind, before.written)
        case None:
            length = rest_between(kind, block.rests, before.written, after, settings)
        case _:
            assert_never(block.clock)
    return (Rest(key, length, kind, block),) if length else ()


def _rest_after(last: Work, then: Exercise, settings: Settings) -> tuple[Rest, ...]:
    """Return the rest between the block of the set `last` and the exercise `then`."""
    block, written = last.block, last.written
    if isinstance(block.clock, Within):
        written = replace(written, rest=None)  # any of its sets may be the last
    length = rest_between(RestKind.BLOCK, block.rests, written, then, settings)
    kind = StepKind.REST if block.clock is None else StepKind.AFTER
    return (Rest(last.key._replace(kind=kind), length, RestKind.BLOCK, block),) if length else ()
