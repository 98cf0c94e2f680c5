"""The plan: a workout unrolled into steps, with the rules that hold for them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from itertools import accumulate

from matside.core.durations import SECOND
from matside.core.settings import Settings
from matside.core.workout.loads import load_held
from matside.core.workout.model import Within, Workout
from matside.core.workout.rests import RestKind
from matside.core.workout.steps import (
    Prepare,
    Rest,
    Step,
    StepKey,
    StepKind,
    Work,
    clock_of,
    is_rest_of_minute,
    spans,
)
from matside.core.workout.stretches import set_pace, stretches
from matside.frozen import frozen


@frozen
class Plan:
    """The steps of one session in order, and its rules.

    `resume` is the lead-in in ms; `wait` lets rests but switches wait at their end. `begins` has
    the estimated ms before each step, and at its end those of the whole plan.
    Of a block that lasts for a time `steps` hold the first round; the plan has every later one
    too, with the same steps under their own names.
    """

    steps: tuple[Step, ...]
    resume: int
    wait: bool
    begins: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _places: dict[StepKey, int] = field(init=False, repr=False, compare=False)
    _circles: dict[int, range] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        places = {step.key: place for place, step in enumerate(self.steps)}
        begins = tuple(accumulate(spans(self.steps), initial=0))
        object.__setattr__(self, "_places", places)
        object.__setattr__(self, "begins", begins)
        object.__setattr__(self, "_circles", _circles(self))

    def __getitem__(self, key: StepKey) -> Step:
        """Return the step named `key`; KeyError where the plan has none."""
        place = self._places.get(key)
        if place is not None:
            return self.steps[place]
        return _in_round(self.steps[self.place_of(key)], key.round)

    def __contains__(self, key: StepKey) -> bool:
        """Return whether the plan has a step named `key`."""
        return key in self._places or self._written(key) in self._places

    def place_of(self, key: StepKey) -> int:
        """Return the index of the step named `key`, or of its like in the first round."""
        place = self._places.get(key)
        return self._places[self._written(key)] if place is None else place

    def order_of(self, key: StepKey) -> tuple[int, bool, int, int]:
        """Return what sorts the names of steps in the order in which the steps come."""
        round_ = key.round if self._circle_of(key) else 0
        return key.block, key.kind is StepKind.AFTER, round_, self.place_of(key)

    def after(self, key: StepKey) -> Step | None:
        """Return the step that follows the one named `key`, None at the end.

        In a block that lasts for a time another round always follows.
        """
        place, circle = self.place_of(key) + 1, self._circle_of(key)
        if circle:
            ends = place == circle.stop
            return _in_round(self.steps[circle.start if ends else place], key.round + ends)
        return self.steps[place] if place < len(self.steps) else None

    def after_time(self, key: StepKey) -> Step | None:
        """Return the step that follows where the clock is over that runs in the one named `key`.

        That is the next minute, or what lies behind the block.
        """
        place = self._circle_of(key).stop or self.place_of(key) + 1
        following = self.steps[place : place + 2]
        if following and is_rest_of_minute(following[0]):
            following = following[1:]
        return following[0] if following else None

    @property
    def estimate(self) -> int:
        """How long the whole plan is estimated to take, in ms."""
        return self.begins[-1]

    def estimate_after(self, key: StepKey) -> int:
        """Return the estimate of all that follows the step named `key`, in ms.

        Where a clock runs in it, that is of all that follows when it is over.
        """
        place = self.place_of(key) + 1
        if place < len(self.steps) and is_rest_of_minute(self.steps[place]):
            place += 1
        return self.begins[-1] - self.begins[place]

    def clock_begins(self, key: StepKey) -> int:
        """Return the estimated ms before the clock began that runs in the step named `key`."""
        circle, place = self._circle_of(key), self.place_of(key)
        if circle:
            return self.begins[circle.start]
        return self.begins[place - 1 if is_rest_of_minute(self.steps[place]) else place]

    def bar_of(self, key: StepKey) -> int:
        """Return where on a timeline the step named `key` is: its place, or its whole block.

        A block that lasts for a time has one bar, at the place of its first step.
        """
        return self._circle_of(key).start if self._circle_of(key) else self.place_of(key)

    def goes_on(self, key: StepKey) -> bool:
        """Return whether the step named `key` lies in a block that lasts for a time."""
        return bool(self._circle_of(key))

    def set_before(self, key: StepKey) -> Work | None:
        """Return the last set that stands before the step named `key`."""
        return next(self.sets_before(key), None)

    def sets_before(self, key: StepKey) -> Iterator[Work]:
        """Yield the sets that stand before the step named `key`, the last one first.

        None of them lies in a block that lasted for a time and is over: nothing leads back there.
        """
        before = self._before(key)
        while before is not None:
            if isinstance(before, Work):
                yield before
            before = self._before(before.key)

    def set_from(self, key: StepKey) -> Work:
        """Return the step named `key` if it is a set, else the next set after it.

        Every plan of a workout ends with a set; LookupError where this one does not.
        """
        coming: Step | None = self[key]
        while coming is not None and not isinstance(coming, Work):
            coming = self.after(coming.key)
        if coming is None:
            raise LookupError("the plan does not end with a set")
        return coming

    @property
    def blocks(self) -> Mapping[int, range]:
        """The places of each block's steps: its sets and the rests among them.

        Found by halving, so that thousands of steps take no longer than a few.
        """
        found: dict[int, range] = {}
        place = int(bool(self.steps) and isinstance(self.steps[0], Prepare))
        while place < len(self.steps):
            block = self.steps[place].key.block
            end = bisect_right(self.steps, block, lo=place, key=lambda step: step.key.block)
            last = self.steps[end - 1]
            leads_on = isinstance(last, Rest) and last.kind is RestKind.BLOCK
            found[block] = range(place, end - int(leads_on))
            place = end
        return found

    @property
    def sets(self) -> tuple[Work, ...]:
        """All sets in order; of a block that lasts for a time those of the first round."""
        return tuple(step for step in self.steps if isinstance(step, Work))

    @property
    def counted_sets(self) -> int:
        """The number of sets that are known beforehand: not those of a block for a time."""
        return sum(not self._circle_of(step.key) for step in self.sets)

    def _before(self, key: StepKey) -> Step | None:
        place, circle = self.place_of(key) - 1, self._circle_of(key)
        if circle and place >= circle.start:
            return _in_round(self.steps[place], key.round)
        if circle and key.round > 1:
            return _in_round(self.steps[circle.stop - 1], key.round - 1)
        before = self.steps[place] if place >= 0 else None
        return None if before is None or self._circle_of(before.key) else before

    def _circle_of(self, key: StepKey) -> range:
        """Return the places of the round that goes on and on around `key`; empty without one."""
        is_inside = key.kind is StepKind.WORK or key.kind is StepKind.REST
        return self._circles.get(key.block, _NONE) if is_inside else _NONE

    def _written(self, key: StepKey) -> StepKey:
        """Return the name of the step in `steps` that the one named `key` is, or is like."""
        return key._replace(round=1) if self._circle_of(key) and key.round > 1 else key


_NONE = range(0)


def _circles(plan: Plan) -> dict[int, range]:
    """Return the places of the steps of each block that lasts for a time."""
    return {
        block: places
        for block, places in plan.blocks.items()
        if isinstance(clock_of(plan.steps[places.start]), Within)
    }


def _in_round(step: Step, round_: int) -> Step:
    return step if isinstance(step, Prepare) else step.in_round(round_)


def compile_plan(workout: Workout, settings: Settings) -> Plan:
    """Unroll `workout` into steps, with the rests of its blocks and of `settings`.

    A rest of length 0, get ready included, is no step.
    """
    return plan_from(steps_of(workout, settings), settings)


def steps_of(workout: Workout, settings: Settings) -> Iterator[Step]:
    """Yield the steps of `workout`; each is made when it is asked for."""
    for place, stretch in enumerate(stretches(workout, settings)):
        if place == 0 and settings.get_ready:
            yield Prepare(settings.get_ready * SECOND)
        yield from stretch.steps()


def plan_from(steps: Iterable[Step], settings: Settings) -> Plan:
    """Return the plan of these `steps`, made with `settings`."""
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
        weights=settings.weights,
        paces=settings.paces if settings.rep_pace else {},
    )


def replan(plan: Plan, running: StepKey, workout: Workout, settings: Settings) -> Plan:
    """Return `plan` with everything after the step named `running` compiled anew.

    That step and all before it stay as they are, even where `settings` would give them none;
    but rep pace and what weights weigh are rules, and hold for every set.
    """
    anew = compile_plan(workout, settings)
    kept = tuple(_kept(step, settings) for step in plan.steps[: plan.place_of(running) + 1])
    return Plan(kept + _steps_after(anew, running), resume=anew.resume, wait=anew.wait)


def _kept(step: Step, settings: Settings) -> Step:
    """Return `step` by the rules of `settings` that hold for sets under way and done, too."""
    if not isinstance(step, Work):
        return step
    load = load_held(step.exercise.weight, settings)
    return replace(step, pace=set_pace(step.written, settings), load=load)


def _steps_after(plan: Plan, key: StepKey) -> tuple[Step, ...]:
    if key.kind is StepKind.PREPARE:
        return tuple(step for step in plan.steps if step.key != key)
    if key.kind is StepKind.AFTER:
        return tuple(step for step in plan.steps if step.key.block > key.block)
    place = plan.place_of(key._replace(kind=StepKind.WORK)) + 1
    if key.kind is StepKind.REST and key in plan:
        place += 1
    return plan.steps[place:]
