"""A plan comes back from JSON exactly as it was."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from files.samples import runners_plan, runners_workout
from matside.core.plan import Plan, compile_plan, replan
from matside.core.settings import Settings
from matside.core.workout import (
    Block,
    BlockKind,
    Exercise,
    Hold,
    Level,
    Reps,
    Rests,
    Side,
    Sides,
    Weight,
    Workout,
)
from matside.files.archive import (
    plan_from_text,
    plan_to_text,
    workout_from_text,
    workout_to_text,
)

_TEXTS = st.text(
    st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Cn"]), max_size=8
)
_RESTS = st.none() | st.integers(0, 600)

_EXERCISES = st.builds(
    Exercise,
    name=_TEXTS,
    dose=st.builds(Hold, st.integers(1, 3600)) | st.builds(Reps, st.integers(1, 999)),
    id=st.none() | _TEXTS,
    sides=st.sampled_from(Sides),
    first_side=st.sampled_from([Side.LEFT, Side.RIGHT]),
    switch=_RESTS,
    least_switch=_RESTS,
    weight=st.none() | st.builds(Weight, st.sampled_from(Level), st.integers(1, 2)),
    rep_seconds=st.integers(1, 30),
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


@settings(deadline=None)
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
    assert {2_500, 3_000, 4_000} == {step.pace for step in again.steps if step.pace}


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
