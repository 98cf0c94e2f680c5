"""The plan: a workout unrolled into steps, with the rules that hold for them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise
from typing import NamedTuple

from matside.core.durations import SECOND
from matside.core.settings import Settings
from matside.core.workout.model import Block, Exercise, Reps, Workout
from matside.core.workout.pace import pace_of
from matside.core.workout.rests import RestKind, rest_between
from matside.core.workout.steps import (
    PREPARE_KEY,
    Prepare,
    Rest,
    Step,
    StepKey,
    StepKind,
    Work,
    is_switch,
    takes_lead_in,
)

__all__ = [
    "MOST_STEPS",
    "PREPARE_KEY",
    "Plan",
    "PlanSize",
    "Prepare",
    "Rest",
    "RestKind",
    "Step",
    "StepKey",
    "StepKind",
    "Work",
    "as_planned",
    "compile_plan",
    "is_switch",
    "is_too_long",
    "replan",
    "size_of",
    "sizes_of",
    "takes_lead_in",
]

MOST_STEPS = 20_000
"""The most steps that a plan may have."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps of one session in order, and its rules.

    `resume` is the lead-in in ms; `wait` lets rests but switches wait at their end.
    """

    steps: tuple[Step, ...]
    resume: int
    wait: bool
    _places: dict[StepKey, int] = field(init=False, repr=False, compare=False)
    _ahead: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        places = {step.key: place for place, step in enumerate(self.steps)}
        ahead = accumulate((step.estimate for step in reversed(self.steps)), initial=0)
        object.__setattr__(self, "_places", places)
        object.__setattr__(self, "_ahead", tuple(reversed(tuple(ahead))))

    def __getitem__(self, key: StepKey) -> Step:
        """Return the step named `key`; KeyError where the plan has none."""
        return self.steps[self._places[key]]

    def __contains__(self, key: StepKey) -> bool:
        """Return whether the plan has a step named `key`."""
        return key in self._places

    def place_of(self, key: StepKey) -> int:
        """Return the index of the step named `key`."""
        return self._places[key]

    def after(self, key: StepKey) -> Step | None:
        """Return the step that follows the one named `key`, None at the end."""
        place = self._places[key] + 1
        return self.steps[place] if place < len(self.steps) else None

    @property
    def estimate(self) -> int:
        """How long the whole plan is estimated to take, in ms."""
        return self._ahead[0]

    def estimate_after(self, key: StepKey) -> int:
        """Return the estimate of all that follows the step named `key`, in ms."""
        return self._ahead[self._places[key] + 1]

    def set_before(self, key: StepKey) -> Work | None:
        """Return the last set that stands before the step named `key`."""
        return next(self._sets_at(range(self._places[key] - 1, -1, -1)), None)

    def set_from(self, key: StepKey) -> Work:
        """Return the step named `key` if it is a set, else the next set after it.

        Every plan of a workout ends with a set; LookupError where this one does not.
        """
        coming = next(self._sets_at(range(self._places[key], len(self.steps))), None)
        if coming is None:
            raise LookupError("the plan does not end with a set")
        return coming

    @property
    def sets(self) -> tuple[Work, ...]:
        """All sets in order."""
        return tuple(self._sets_at(range(len(self.steps))))

    def _sets_at(self, places: Iterable[int]) -> Iterator[Work]:
        steps = (self.steps[place] for place in places)
        return (step for step in steps if isinstance(step, Work))


def compile_plan(workout: Workout, settings: Settings) -> Plan:
    """Unroll `workout` into steps, with the rests of its blocks and of `settings`.

    A rest of length 0, get ready included, is no step.
    """
    steps: list[Step] = []
    for stretch in _stretches(workout, settings):
        steps += stretch.steps()
    if steps and settings.get_ready:
        steps.insert(0, Prepare(settings.get_ready * SECOND))
    return Plan(tuple(steps), resume=settings.resume * SECOND, wait=settings.wait)


def as_planned(settings: Settings) -> Settings:
    """Return `settings` with the default of every setting that no plan depends on.

    Where these are equal, so are all plans.
    """
    return Settings(
        get_ready=settings.get_ready,
        switch_sides=settings.switch_sides,
        between_exercises=settings.between_exercises,
        between_rounds=settings.between_rounds,
        between_blocks=settings.between_blocks,
        resume=settings.resume,
        wait=settings.wait,
        rep_pace=settings.rep_pace,
        paces=settings.paces if settings.rep_pace else {},
    )


class PlanSize(NamedTuple):
    """The number of steps of a plan, and the estimates in ms of all of them and of its rests."""

    steps: int
    estimate: int
    rest: int


def size_of(workout: Workout, settings: Settings) -> PlanSize:
    """Return the size that the plan of `workout` would have, without making its steps.

    The number of rounds does not make it slower.
    """
    return sizes_of(workout, settings, (None,))[None]


def sizes_of(
    workout: Workout, settings: Settings, chosen: Iterable[int | None]
) -> Mapping[int | None, PlanSize]:
    """Return the size for each of the `chosen` rounds, None for those of the file.

    Blocks of 0 rounds stay left out. Each round is measured once, for all choices.
    """
    pieces = [
        (stretch.block, [_size_of(steps) for steps in stretch.parts])
        for stretch in _stretches(workout, settings)
    ]
    begin = PlanSize(int(settings.get_ready > 0), settings.get_ready * SECOND, 0)
    sizes: dict[int | None, PlanSize] = {}
    for choice in chosen:
        total = begin if pieces else PlanSize(0, 0, 0)
        for block, of_parts in pieces:
            rounds = block.rounds_for(choice)
            for size, times in zip(of_parts, (rounds, rounds - 1, 1), strict=True):
                total = PlanSize(
                    *(so_far + times * one for so_far, one in zip(total, size, strict=True))
                )
        sizes[choice] = total
    return sizes


def is_too_long(workout: Workout) -> bool:
    """Return whether the plan of `workout` may have more than MOST_STEPS steps.

    Counted with the default settings, which leave out no rest but those that the file puts at 0.
    """
    sets = sum(
        block.rounds * sum(len(exercise.order_of_sides) for exercise in block.exercises)
        for block in workout.blocks
    )
    # Each set has one rest at most, so there is seldom a need to count them.
    return 2 * sets > MOST_STEPS and size_of(workout, Settings()).steps > MOST_STEPS


def replan(plan: Plan, running: StepKey, workout: Workout, settings: Settings) -> Plan:
    """Return `plan` with everything after the step named `running` compiled anew.

    That step and all before it stay as they are, even where `settings` would give them none;
    but rep pace is a rule, and holds for every counted set.
    """
    anew = compile_plan(workout, settings)
    kept = tuple(_repaced(step, settings) for step in plan.steps[: plan.place_of(running) + 1])
    return Plan(kept + _steps_after(anew, running), resume=anew.resume, wait=anew.wait)


def _repaced(step: Step, settings: Settings) -> Step:
    return replace(step, pace=_pace(step.written, settings)) if isinstance(step, Work) else step


def _steps_after(plan: Plan, key: StepKey) -> tuple[Step, ...]:
    if key.kind is StepKind.PREPARE:
        return tuple(step for step in plan.steps if step.key != key)
    place = plan.place_of(key._replace(kind=StepKind.WORK)) + 1
    if key.kind is StepKind.REST and isinstance(plan.steps[place], Rest):
        place += 1
    return plan.steps[place:]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A block with what each round holds, what lies between its rounds, and what follows it.

    These are its `parts`, all of them with the keys of the first round.
    """

    block: Block
    parts: tuple[tuple[Work | Rest, ...], tuple[Rest, ...], tuple[Rest, ...]]

    def steps(self) -> Iterator[Work | Rest]:
        each_round, between, after = self.parts
        last = self.block.rounds
        for round_ in range(1, last + 1):
            for step in each_round + (after if round_ == last else between):
                yield replace(step, key=step.key._replace(round=round_))


def _size_of(steps: Sequence[Work | Rest]) -> PlanSize:
    rest = sum(step.length for step in steps if isinstance(step, Rest))
    return PlanSize(len(steps), sum(step.estimate for step in steps), rest)


def _stretches(workout: Workout, settings: Settings) -> Iterator[_Stretch]:
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
        after = () if then is None else _rest(RestKind.BLOCK, sets[-1], then, settings)
        yield _Stretch(block, (_with_rests(sets, settings), between, after))


def _sets(place_of_block: int, block: Block, settings: Settings) -> list[Work]:
    """Return the sets of the first round."""
    return [
        Work(
            StepKey(place_of_block, 1, place, side, StepKind.WORK),
            exercise.on(side),
            block,
            _pace(exercise, settings),
        )
        for place, exercise in enumerate(block.exercises)
        for side in exercise.order_of_sides
    ]


def _with_rests(sets: Sequence[Work], settings: Settings) -> tuple[Work | Rest, ...]:
    """Return the `sets` of one round with the rests between them."""
    steps: list[Work | Rest] = [sets[0]]
    for before, after in pairwise(sets):
        switches = before.key.place == after.key.place
        kind = RestKind.SWITCH if switches else RestKind.EXERCISE
        steps += (*_rest(kind, before, after.written, settings), after)
    return tuple(steps)


def _rest(kind: RestKind, before: Work, after: Exercise, settings: Settings) -> tuple[Rest, ...]:
    """Return the rest between the set `before` and `after`, nothing where it has no length."""
    length = rest_between(kind, before.block.rests, before.written, after, settings)
    key = before.key._replace(kind=StepKind.REST)
    return (Rest(key, length, kind, before.block),) if length else ()


def _pace(exercise: Exercise, settings: Settings) -> int | None:
    """Return the ms that each rep of `exercise` takes, None where it is not paced."""
    is_paced = settings.rep_pace and isinstance(exercise.dose, Reps)
    return pace_of(exercise, settings) if is_paced else None
