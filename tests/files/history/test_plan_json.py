"""A plan comes back from JSON exactly as it was."""

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matside.core.session.plausible import is_plan_of
from matside.core.settings import Settings
from matside.core.weights import MOST_GRAMS, Implement, Level, Load, Unit, Weight
from matside.core.workout.model import (
    Block,
    BlockKind,
    Every,
    Exercise,
    Hold,
    MaxHold,
    MaxReps,
    Reps,
    Rests,
    Side,
    Sides,
    Within,
    Workout,
)
from matside.core.workout.plan import Plan, compile_plan, replan
from matside.files.history.plan_json import (
    plan_from_text,
    plan_to_text,
    workout_from_text,
    workout_to_text,
)
from tests.support.file_samples import runners_plan, runners_workout

_TEXTS = st.text(
    st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Cn"]), max_size=8
)
_RESTS = st.none() | st.integers(0, 600)

_WEIGHTS = st.builds(
    Weight,
    st.sampled_from(Level) | st.builds(Load, st.integers(1, MOST_GRAMS), st.sampled_from(Unit)),
    st.integers(1, 2),
    st.sampled_from(Implement),
)

_DOSES = st.one_of(
    st.builds(Hold, st.integers(1, 3600)),
    st.builds(Reps, st.integers(1, 998), st.none() | st.just(999)),
    st.just(MaxHold()),
    st.just(MaxReps()),
)

_EXERCISES = st.builds(
    Exercise,
    name=_TEXTS,
    dose=_DOSES,
    later=st.lists(_DOSES, max_size=2).map(tuple),
    id=st.none() | _TEXTS,
    sides=st.sampled_from(Sides),
    first_side=st.sampled_from([Side.LEFT, Side.RIGHT]),
    switch=_RESTS,
    least_switch=_RESTS,
    rest=_RESTS,
    weight=st.none() | _WEIGHTS,
    rep_seconds=st.integers(1, 30) | st.sampled_from([1.5, 2.5, 29.5]),
    rep_hold=st.integers(0, 29),
    tempo=_TEXTS | st.just("3-1-1"),
    equipment=st.lists(_TEXTS, max_size=2).map(tuple),
    cues=st.lists(_TEXTS, max_size=2).map(tuple),
    fix=_TEXTS,
    glance=_TEXTS,
    part=_TEXTS,
    position=_TEXTS,
)

_BLOCKS = st.builds(
    Block,
    name=_TEXTS,
    kind=st.sampled_from(BlockKind),
    exercises=st.lists(_EXERCISES, min_size=1, max_size=3).map(tuple),
    rounds=st.integers(0, 3),
    rests=st.builds(Rests, _RESTS, _RESTS, _RESTS),
    clock=st.none() | st.builds(Every, st.integers(1, 3600)),
) | st.builds(
    Block,
    name=_TEXTS,
    kind=st.sampled_from(BlockKind),
    exercises=st.lists(_EXERCISES, min_size=1, max_size=3).map(tuple),
    rounds=st.integers(0, 1),
    clock=st.builds(Within, st.integers(1, 3600)),
)

_WORKOUTS = st.builds(
    Workout,
    title=_TEXTS,
    blocks=st.lists(_BLOCKS, min_size=1, max_size=3).map(tuple),
    credit=_TEXTS,
    about=_TEXTS,
)

_SETTINGS = st.builds(
    Settings, get_ready=st.integers(0, 20), resume=st.integers(0, 20), wait=st.booleans()
)


def _again(plan: Plan, workout: Workout) -> Plan:
    """Return `plan` after a way through JSON, its workout with it."""
    return plan_from_text(plan_to_text(plan), workout_from_text(workout_to_text(workout)))


@settings(deadline=None, max_examples=40)
@given(_WORKOUTS, _SETTINGS)
def test_workout_and_plan_come_back_as_they_were(workout: Workout, chosen: Settings) -> None:
    """Every step, rule, block and exercise is the same after a way through JSON."""
    plan = compile_plan(workout, chosen)
    assert workout == workout_from_text(workout_to_text(workout))
    assert plan == _again(plan, workout)


def test_a_changed_plan_comes_back_as_it_was() -> None:
    """Steps that were kept from an earlier plan keep their lengths."""
    plan = runners_plan()
    changed = replan(plan, plan.steps[9].key, runners_workout(), Settings(between_exercises=0))
    assert changed == _again(changed, runners_workout())


def test_a_paced_plan_comes_back_as_it_was() -> None:
    """The lengths of paced sets are kept, and with them their pace."""
    settings = Settings(rep_pace=True, paces={"hammer-curl": 2_500})
    plan = compile_plan(runners_workout(), settings)
    again = _again(plan, runners_workout())
    assert plan == again
    assert {2_500, 3_000, 4_000} == {step.pace for step in again.sets if step.pace}


def test_a_weight_of_an_earlier_version_is_one_of_dumbbells() -> None:
    """It had a level and a count, and nothing else could be held."""
    kept = json.loads(workout_to_text(SMALL))
    kept["blocks"][0]["exercises"][0]["weight"] = {"level": "light", "count": 1}
    assert SMALL == workout_from_text(json.dumps(kept))


def test_a_dose_of_an_earlier_version_holds_for_all_rounds() -> None:
    """There was one for each exercise, and no list of later ones."""
    kept = json.loads(workout_to_text(SMALL))
    for exercise in kept["blocks"][0]["exercises"]:
        for key in ("later", "rep_hold", "tempo"):
            del exercise[key]
    assert SMALL == workout_from_text(json.dumps(kept))


def test_what_weights_weigh_is_left_to_the_settings() -> None:
    """A session that is taken up has the loads that hold now, so its plan keeps none."""
    loads = {Implement.DUMBBELL: {Level.LIGHT: Load(4_000, Unit.KILOGRAM)}}
    plan = compile_plan(SMALL, Settings(weights=loads))
    assert SMALL_PLAN == _again(plan, SMALL)


def test_a_plan_is_kept_short() -> None:
    """The steps of a plan do not repeat their exercises."""
    assert len(plan_to_text(runners_plan())) < 4000


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", '{"steps": [[1]]}', '{"blocks": 1}'])
def test_what_is_no_archive_is_refused(text: str) -> None:
    """Damaged JSON raises one of the errors that the contract names."""
    with pytest.raises((ValueError, TypeError, LookupError)):
        workout_from_text(text)
    with pytest.raises((ValueError, TypeError, LookupError)):
        plan_from_text(text, runners_workout())


def test_a_set_that_is_called_by_its_side_comes_back_so() -> None:
    """The plan is kept without its names, which follow from the workout."""
    plank = Exercise("{Side} plank", Hold(30), sides=Sides.EACH, part="{side} arm")
    workout = Workout("Planks", (Block("Circuit", BlockKind.CIRCUIT, (plank,)),))
    plan = compile_plan(workout, Settings())
    assert plan == plan_from_text(plan_to_text(plan), workout)


HOSTILE: tuple[Any, ...] = (
    *(None, True, 0, -1, 0.5, 2**63, 10**30, float("inf"), float("nan")),
    *("", "5", "nap", "left", "\ud800", "\u202e", "x" * 100_000),
    *([], {}, [None], [[]], {"hold": 0}, {"reps": -3}, {"level": "light", "count": 3}),
    *({"max": "knees"}, {"reps": 8, "to": 8}, {"reps": 8, "to": 1000}),
    *({"heaviness": {"grams": 0, "unit": "kg"}, "count": 1}, {"grams": 5, "unit": "stone"}),
)


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every place below `value`, as what holds it and its key there."""
    for key in value if isinstance(value, dict) else range(len(value)):
        yield value, key
        if isinstance(value[key], dict | list):
            yield from places(value[key])


SMALL = Workout(
    "Small",
    (
        Block(
            "Pair",
            BlockKind.CIRCUIT,
            (
                Exercise("Chop", Reps(8), sides=Sides.EACH, weight=Weight(Level.LIGHT, 1)),
                Exercise("Plank", Hold(30), equipment=("mat",), cues=("Breathe",)),
            ),
            rounds=2,
        ),
    ),
)
SMALL_PLAN = compile_plan(SMALL, Settings())


ROUND, LENGTH, ESTIMATE, REST = 1, 5, 6, 7
"""Where a kept step has its round and what follows its name."""

NO_STEPS: dict[str, tuple[int, dict[int, object]]] = {
    "a hold of another length": (5, {LENGTH: 31_000, ESTIMATE: 31_000}),
    "a hold without an end": (5, {LENGTH: None}),
    "a counted set of another estimate": (1, {ESTIMATE: 1}),
    "a set that is a rest": (1, {REST: "switch"}),
    "a paced set of another estimate": (1, {LENGTH: 24_000, ESTIMATE: 1}),
    "a paced set that is a rest": (1, {LENGTH: 24_000, ESTIMATE: 24_000, REST: "switch"}),
    "a rep of no time": (1, {LENGTH: 4, ESTIMATE: 4}),
    "reps of different lengths": (1, {LENGTH: 24_001, ESTIMATE: 24_001}),
    "a rest of no length": (2, {LENGTH: 0, ESTIMATE: 0}),
    "a rest without an end": (2, {LENGTH: None}),
    "a rest of another estimate": (2, {ESTIMATE: 1}),
    "a rest of no kind": (2, {REST: None}),
    "get ready without an end": (0, {LENGTH: None}),
    "get ready of another name": (0, {ROUND: 1}),
    "get ready that is a rest": (0, {REST: "round"}),
}
"""What is wrong with a step at a place of the small plan, and how it is kept."""


@pytest.mark.parametrize(("place", "changed"), NO_STEPS.values(), ids=NO_STEPS)
def test_a_step_that_no_plan_has_is_refused(place: int, changed: dict[int, object]) -> None:
    """Whatever is wrong with it."""
    found = json.loads(plan_to_text(SMALL_PLAN))
    assert SMALL_PLAN == plan_from_text(json.dumps(found), SMALL)

    for field, value in changed.items():
        found["steps"][place][field] = value

    with pytest.raises((ValueError, TypeError)):
        plan_from_text(json.dumps(found), SMALL)


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda value: repr(value)[:20])
def test_no_hostile_value_reaches_the_window(hostile: object) -> None:
    """Wherever it stands, either what was saved is refused, or it is sound all the same."""
    for kept in (workout_to_text(SMALL), plan_to_text(SMALL_PLAN)):
        root = {"": json.loads(kept)}
        for holder, key in list(places(root)):
            sound, holder[key] = holder[key], hostile
            spoiled = json.dumps(root[""])
            holder[key] = sound
            with suppress(ValueError, TypeError, LookupError):
                is_plan = "steps" in kept
                workout = SMALL if is_plan else workout_from_text(spoiled)
                plan = plan_from_text(spoiled if is_plan else plan_to_text(SMALL_PLAN), workout)
                assert is_plan_of(plan, workout)
                assert (SMALL, SMALL_PLAN) == (workout, plan) or is_harmless(workout, plan)


def is_harmless(workout: Workout, plan: Plan) -> bool:
    """Return whether `workout` and `plan` could be somebody's own."""
    texts = [workout.title, workout.about, *(block.name for block in workout.blocks)]
    texts += [text for block in workout.blocks for each in block.exercises for text in each.cues]
    numbers = [plan.resume, *(step.estimate for step in plan.steps)]
    return all(type(text) is str for text in texts) and all(type(n) is int for n in numbers)


def test_no_exercise_begins_on_both_sides() -> None:
    """Whoever alternates has no first side."""
    kept = workout_to_text(SMALL).replace('"first_side":"left"', '"first_side":"both"')
    with pytest.raises(ValueError, match="both sides"):
        workout_from_text(kept)
