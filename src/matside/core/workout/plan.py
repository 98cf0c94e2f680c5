"""The plan: a workout unrolled into steps, with the rules that hold for them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import accumulate, zip_longest
from typing import NamedTuple

from matside.core.durations import SECOND
from matside.core.settings import Settings
from matside.core.workout.model import Block, Exercise, Hold, Reps, Side, Workout
from matside.core.workout.pace import pace_of
from matside.core.workout.rests import RestKind, rest_between

__all__ = [
    "MOST_STEPS",
    "PREPARE_KEY",
    "Plan",
    "PlanSize",
    "RestKind",
    "Step",
    "StepKey",
    "StepKind",
    "as_planned",
    "compile_plan",
    "is_too_long",
    "replan",
    "size_of",
    "sizes_of",
]

MOST_STEPS = 20_000
"""The most steps that a plan may have."""


class StepKind(Enum):
    """What a step is: PREPARE comes once, WORK is a set, REST lies between two sets."""

    PREPARE = "prepare"
    WORK = "work"
    REST = "rest"


class StepKey(NamedTuple):
    """The name of a step, the same in every plan of its workout.

    `block` and `place` (the exercise's in its block) count from 0, `round` from 1.
    A rest bears the block, round, place and side of the set before it.
    """

    block: int
    round: int
    place: int
    side: Side | None
    kind: StepKind


PREPARE_KEY = StepKey(0, 0, 0, None, StepKind.PREPARE)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a plan.

    `length` is in ms, None where the step lasts until the athlete says so: that is a counted
    set, unless it is paced; then its length is that of its reps.
    `estimate` is in ms and equals the length of a timed step.
    `exercise` is the set's own, called as on its side; of a rest or prepare it is None.
    `block` and `rounds` are those of the set, or of the set before a rest; None in prepare.
    """

    key: StepKey
    length: int | None
    estimate: int
    rest: RestKind | None = None
    exercise: Exercise | None = None
    block: Block | None = None

    @property
    def kind(self) -> StepKind:
        """What the step is."""
        return self.key.kind

    @property
    def side(self) -> Side | None:
        """The side that the set works."""
        return self.key.side

    @property
    def written(self) -> Exercise | None:
        """The exercise of a set as its workout has it, whatever it is called on this side."""
        return self.block.exercises[self.key.place] if self.is_set and self.block else None

    @property
    def is_set(self) -> bool:
        """Whether the step is a set."""
        return self.key.kind is StepKind.WORK

    @property
    def is_hold(self) -> bool:
        """Whether the step is a set that lasts a given time."""
        return self.exercise is not None and isinstance(self.exercise.dose, Hold)

    @property
    def is_counted(self) -> bool:
        """Whether the step is a set of reps, paced or not."""
        return self.reps is not None

    @property
    def reps(self) -> int | None:
        """How many reps the set has, on each side; None where it is no counted set."""
        if self.exercise is None or not isinstance(self.exercise.dose, Reps):
            return None
        return self.exercise.dose.count

    @property
    def pace(self) -> int | None:
        """The ms that each rep of a paced set takes; None where the step is none."""
        return self.length // self.reps if self.reps and self.length is not None else None

    @property
    def takes_lead_in(self) -> bool:
        """Whether the step is a set that runs by the clock: a hold, or a paced set."""
        return self.is_set and self.length is not None


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
        """Return where the step named `key` stands, from 0."""
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

    def set_before(self, key: StepKey) -> Step | None:
        """Return the last set that stands before the step named `key`."""
        places = range(self._places[key] - 1, -1, -1)
        return next((self.steps[place] for place in places if self.steps[place].is_set), None)

    def set_from(self, key: StepKey) -> Step | None:
        """Return the step named `key` if it is a set, else the next set after it."""
        places = range(self._places[key], len(self.steps))
        return next((self.steps[place] for place in places if self.steps[place].is_set), None)

    @property
    def sets(self) -> tuple[Step, ...]:
        """All sets in order."""
        return tuple(step for step in self.steps if step.is_set)


def compile_plan(workout: Workout, settings: Settings) -> Plan:
    """Unroll `workout` into steps, with the rests of its blocks and of `settings`.

    A rest of length 0, get ready included, is no step.
    """
    steps = [step for stretch in _stretches(workout, settings) for step in stretch.steps()]
    if steps and settings.get_ready:
        length = settings.get_ready * SECOND
        steps.insert(0, Step(PREPARE_KEY, length, length))
    return Plan(tuple(steps), resume=settings.resume * SECOND, wait=settings.wait)


def as_planned(settings: Settings) -> Settings:
    """Return `settings` with all that no plan depends on as it comes.

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
    """How many steps a plan has, and the ms that they and the rests among them are to take."""

    steps: int
    estimate: int
    rest: int


def size_of(workout: Workout, settings: Settings) -> PlanSize:
    """Return the size that the plan of `workout` would have, without making its steps.

    It takes no longer for more rounds, for they are alike.
    """
    return sizes_of(workout, settings, (None,))[None]


def sizes_of(
    workout: Workout, settings: Settings, chosen: Iterable[int | None]
) -> Mapping[int | None, PlanSize]:
    """Return the size for each of the `chosen` rounds, None for those of the file.

    Blocks of 0 rounds stay left out. What lies in a round is looked at once for all of them.
    """
    pieces = [
        (
            stretch.block,
            _size_of(stretch.each_round),
            _size_of(stretch.between),
            _size_of(stretch.after),
        )
        for stretch in _stretches(workout, settings)
    ]
    begin = PlanSize(int(settings.get_ready > 0), settings.get_ready * SECOND, 0)
    sizes: dict[int | None, PlanSize] = {}
    for choice in chosen:
        steps, estimate, rest = begin if pieces else PlanSize(0, 0, 0)
        for block, each_round, between, after in pieces:
            rounds = block.rounds_for(choice)
            for size, times in ((each_round, rounds), (between, rounds - 1), (after, 1)):
                steps += times * size.steps
                estimate += times * size.estimate
                rest += times * size.rest
        sizes[choice] = PlanSize(steps, estimate, rest)
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
    if not step.is_counted:
        return step
    assert step.written is not None
    length, estimate = _work_times(step.written, settings)
    return replace(step, length=length, estimate=estimate)


def _steps_after(plan: Plan, key: StepKey) -> tuple[Step, ...]:
    if key.kind is StepKind.PREPARE:
        return tuple(step for step in plan.steps if step.key != key)
    place = plan.place_of(key._replace(kind=StepKind.WORK)) + 1
    if key.kind is StepKind.REST and plan.steps[place].kind is StepKind.REST:
        place += 1
    return plan.steps[place:]


@dataclass(frozen=True, slots=True)
class _Part:
    """A set or a rest as it comes again in every round: all of a step but its round."""

    place: int
    side: Side | None
    kind: StepKind
    length: int | None
    estimate: int
    rest: RestKind | None = None
    exercise: Exercise | None = None

    def step(self, place_of_block: int, round_: int, block: Block) -> Step:
        key = StepKey(place_of_block, round_, self.place, self.side, self.kind)
        return Step(key, self.length, self.estimate, self.rest, self.exercise, block)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A block with what each round holds, what lies between its rounds, and what follows it."""

    place: int
    block: Block
    each_round: tuple[_Part, ...]
    between: tuple[_Part, ...]
    after: tuple[_Part, ...]

    def steps(self) -> Iterator[Step]:
        last = self.block.rounds
        for round_ in range(1, last + 1):
            for part in self.each_round + (self.after if round_ == last else self.between):
                yield part.step(self.place, round_, self.block)


def _size_of(parts: Sequence[_Part]) -> PlanSize:
    rest = sum(part.estimate for part in parts if part.kind is StepKind.REST)
    return PlanSize(len(parts), sum(part.estimate for part in parts), rest)


def _stretches(workout: Workout, settings: Settings) -> Iterator[_Stretch]:
    """Yield the blocks of `workout` that are done; what is done again is worked out once."""
    done = [
        (place, block)
        for place, block in enumerate(workout.blocks)
        if block.rounds and block.exercises
    ]
    for (place, block), (_, following) in zip_longest(done, done[1:], fillvalue=(0, None)):
        assert block is not None
        last = len(block.exercises) - 1
        yield _Stretch(
            place,
            block,
            tuple(_round(block, settings)),
            tuple(_rest(RestKind.ROUND, block, last, block.exercises[0], settings)),
            ()
            if following is None
            else tuple(_rest(RestKind.BLOCK, block, last, following.exercises[0], settings)),
        )


def _round(block: Block, settings: Settings) -> Iterator[_Part]:
    for place, exercise in enumerate(block.exercises):
        if place:
            yield from _rest(RestKind.EXERCISE, block, place - 1, exercise, settings)
        length, estimate = _work_times(exercise, settings)
        first, *others = exercise.order_of_sides
        yield _Part(place, first, StepKind.WORK, length, estimate, exercise=exercise.on(first))
        for side in others:
            yield from _rest(RestKind.SWITCH, block, place, exercise, settings)
            yield _Part(place, side, StepKind.WORK, length, estimate, exercise=exercise.on(side))


def _rest(
    kind: RestKind, block: Block, place: int, following: Exercise, settings: Settings
) -> Iterator[_Part]:
    """Yield the rest after the exercise at `place`, nothing where it has no length."""
    before = block.exercises[place]
    if length := rest_between(kind, block.rests, before, following, settings):
        sides = before.order_of_sides
        side = sides[0] if kind is RestKind.SWITCH else sides[-1]
        yield _Part(place, side, StepKind.REST, length, length, rest=kind)


def _work_times(exercise: Exercise, settings: Settings) -> tuple[int | None, int]:
    if isinstance(exercise.dose, Hold):
        length = exercise.dose.seconds * SECOND
        return length, length
    if settings.rep_pace:
        length = exercise.dose.count * pace_of(exercise, settings)
        return length, length
    return None, exercise.dose.count * exercise.rep_seconds * SECOND
