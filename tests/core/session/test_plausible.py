"""What was saved of a session is taken up only if it can be what it says."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matside.core.session.plausible import can_stand, is_plan_of
from matside.core.session.record import Position
from matside.core.settings import Settings
from matside.core.workout.model import Every, Rests, Side, Sides, Within
from matside.core.workout.plan import Plan, compile_plan, replan
from matside.core.workout.rests import RestKind
from matside.core.workout.steps import Prepare, StepKind
from tests.support.core_samples import RUNNERS, block, counted, hold, workout_of

WORKOUT = workout_of(
    block(counted(sides=Sides.EACH), hold(30), rounds=2), block(hold(20), rests=Rests(after=0))
)
PLAN = compile_plan(WORKOUT, Settings())
PACED = compile_plan(WORKOUT, Settings(rep_pace=True))

_SETTINGS = st.builds(
    Settings,
    get_ready=st.integers(0, 20),
    switch_sides=st.integers(0, 20),
    between_exercises=st.integers(0, 600),
    between_rounds=st.integers(0, 20),
    rep_pace=st.booleans(),
    paces=st.sampled_from([{}, {"Curl": 2_500}]),
)


@given(_SETTINGS, _SETTINGS, st.data())
def test_every_plan_of_a_workout_is_one(
    first: Settings, then: Settings, data: st.DataObject
) -> None:
    """By whatever settings it was made, and made anew in the middle of it."""
    plan = compile_plan(RUNNERS, first)
    at = data.draw(st.sampled_from(plan.steps)).key

    assert is_plan_of(plan, RUNNERS)
    assert is_plan_of(replan(plan, at, RUNNERS, then), RUNNERS)


def with_step(plan: Plan, place: int, **changed: object) -> Plan:
    """Return `plan` with its step at `place` changed."""
    steps = list(plan.steps)
    steps[place] = replace(steps[place], **changed)  # type: ignore[arg-type]
    return replace(plan, steps=tuple(steps))


def without(plan: Plan, place: int) -> Plan:
    """Return `plan` without its step at `place`."""
    return replace(plan, steps=plan.steps[:place] + plan.steps[place + 1 :])


LOOSE_REST = replace(PLAN.steps[2], key=PLAN.steps[3].key._replace(kind=StepKind.REST))
PREPARE = Prepare(5_000)

BROKEN = {
    "a set is missing": without(PLAN, 1),
    "a set is there twice": replace(PLAN, steps=(*PLAN.steps, PLAN.steps[-1])),
    "sets stand in another order": replace(PLAN, steps=PLAN.steps[::-1]),
    "a hold of another length": with_step(PLAN, 5, exercise=hold(31)),
    "a counted set of another estimate": with_step(PLAN, 1, exercise=counted(rep_seconds=1)),
    "a hold with a pace": with_step(PLAN, 5, pace=3_000),
    "a rep of no time": with_step(PACED, 1, pace=0),
    "a rep of a minute": with_step(PACED, 1, pace=60_000),
    "a get ready of no length": with_step(PLAN, 0, length=0),
    "a rest of no length": with_step(PLAN, 2, length=0),
    "a rest of an hour": with_step(PLAN, 2, length=3_600_000),
    "a rest of another kind": with_step(PLAN, 2, kind=RestKind.BLOCK),
    "a rest of another set": with_step(PLAN, 2, key=LOOSE_REST.key),
    "two rests in a row": replace(PLAN, steps=(*PLAN.steps[:3], *PLAN.steps[2:])),
    "a rest behind all": replace(PLAN, steps=(*PLAN.steps, LOOSE_REST)),
    "a rest before all": replace(PLAN, steps=(LOOSE_REST, *PLAN.steps[1:])),
    "get ready in the middle": replace(PLAN, steps=(*PLAN.steps[:2], PREPARE, *PLAN.steps[3:])),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_what_is_no_plan_of_the_workout_is_known(broken: Plan) -> None:
    """Whatever is wrong with it."""
    assert is_plan_of(PLAN, WORKOUT)
    assert is_plan_of(PACED, WORKOUT)
    assert not is_plan_of(broken, WORKOUT)


def test_a_workout_beyond_all_bounds_has_no_plan() -> None:
    """Nobody unrolls it to find that out."""
    endless = workout_of(*(block(*[hold(1)] * 50, rounds=99) for _ in range(50)))
    assert not is_plan_of(PLAN, endless)


CLOCKS = workout_of(
    block(counted(), hold(30), rounds=2, clock=Every(60)),
    block(replace(counted(), rest=20), hold(20), clock=Within(600)),
    block(counted()),
)
CLOCKED = compile_plan(CLOCKS, Settings())
"""0 get ready; 1 counted, 2 left of its minute, 3 hold, 4 left, 5 to 8 once more, 9 rest; 10
counted, 11 rest 20 s, 12 hold, 13 rest; 14 counted."""


@given(_SETTINGS, _SETTINGS, st.data())
def test_every_plan_with_clocks_is_one(
    first: Settings, then: Settings, data: st.DataObject
) -> None:
    """By whatever settings it was made, and made anew in the middle of it."""
    plan = compile_plan(CLOCKS, first)
    at = data.draw(st.sampled_from(plan.steps)).key

    assert is_plan_of(plan, CLOCKS)
    assert is_plan_of(replan(plan, at, CLOCKS, then), CLOCKS)


@pytest.mark.parametrize(
    "broken",
    [
        without(CLOCKED, 2),
        without(CLOCKED, 11),
        with_step(CLOCKED, 2, length=1_000),
        with_step(CLOCKED, 9, length=0),
        with_step(CLOCKED, 9, kind=RestKind.MINUTE),
        with_step(CLOCKED, 9, key=CLOCKED.steps[5].key._replace(kind=StepKind.AFTER)),
        replace(CLOCKED, steps=(*CLOCKED.steps[:2], CLOCKED.steps[4], *CLOCKED.steps[2:])),
    ],
)
def test_what_is_no_plan_with_clocks_is_known(broken: Plan) -> None:
    """What is left of each minute is there, as long as it is, and the rests that are written."""
    assert is_plan_of(CLOCKED, CLOCKS)
    assert not is_plan_of(broken, CLOCKS)


def test_clock_stands_where_it_can() -> None:
    """Within its time, where there is one; what is left of a minute ends with it."""
    can = [
        at(1, CLOCKED, clock=0),
        at(1, CLOCKED, clock=59_000),
        at(2, CLOCKED, clock=24_000),
        at(9, CLOCKED),
        at(10, CLOCKED, clock=599_000, key=CLOCKED.steps[10].key._replace(round=40)),
    ]
    cannot = [
        at(1, CLOCKED),
        at(1, CLOCKED, clock=59_001),
        at(2, CLOCKED, clock=25_000),
        at(9, CLOCKED, clock=0),
        at(10, CLOCKED, clock=599_001),
        at(14, CLOCKED, clock=0),
    ]

    assert [True] * 5 == [can_stand(CLOCKED, position) for position in can]
    assert [False] * 6 == [can_stand(CLOCKED, position) for position in cannot]


def at(place: int, plan: Plan = PLAN, **changed: object) -> Position:
    """Return a position in the step at `place`."""
    step = plan.steps[place]
    position = Position(step.key, 1_000, step.length, ran=0, paused=0)
    return replace(position, **changed)  # type: ignore[arg-type]


STANDS = {
    "in every step": [at(place) for place in range(len(PLAN.steps))],
    "at the end of a hold": [at(5, elapsed=30_000)],
    "in a rest that has waited": [at(2, elapsed=900_000)],
    "in a rest and a get ready cut short": [at(2, shortened=True), at(0, shortened=True)],
    "in a hold of an hour": [at(5, length=3_600_000)],
}

FALLS = {
    "in a step of another workout": at(1, key=PLAN.steps[1].key._replace(block=7)),
    "on another side": at(1, key=PLAN.steps[1].key._replace(side=Side.BOTH)),
    "in a hold without an end": at(5, length=None),
    "in a counted set with one": at(1, length=24_000),
    "in a hold of no length": at(5, length=0),
    "in a hold of more than an hour": at(5, length=3_600_001),
    "beyond the end of a hold": at(5, elapsed=30_001),
    "beyond the end of get ready": at(0, elapsed=10_001),
    "in a set cut short": at(5, shortened=True),
}


@pytest.mark.parametrize("positions", STANDS.values(), ids=STANDS)
def test_a_session_can_stand_wherever_it_may_be_left(positions: list[Position]) -> None:
    """And is taken up there."""
    assert [True] * len(positions) == [can_stand(PLAN, position) for position in positions]


@pytest.mark.parametrize("position", FALLS.values(), ids=FALLS)
def test_a_session_stands_nowhere_else(position: Position) -> None:
    """Whatever a file says."""
    assert not can_stand(PLAN, position)


def test_a_paced_set_has_the_length_that_it_has() -> None:
    """At rep pace a set of reps runs by the clock."""
    assert can_stand(PACED, at(1, PACED))
    assert not can_stand(PACED, at(1, PACED, length=None))
