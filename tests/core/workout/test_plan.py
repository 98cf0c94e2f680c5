"""The plan: which steps a workout has, how long they are, and how a plan changes."""

from collections import Counter
from dataclasses import Field, fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matside.core.durations import clock
from matside.core.settings import Settings, ThemeChoice
from matside.core.weights import Implement, Level, Load, Unit, Weight
from matside.core.workout.model import (
    Block,
    BlockKind,
    Dose,
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
from matside.core.workout.plan import Plan, as_planned, compile_plan, replan, steps_of
from matside.core.workout.rests import RestKind
from matside.core.workout.sizes import (
    MOST_STEPS,
    PlanSize,
    is_too_long,
    rest_in,
    size_of,
    sizes_of,
)
from matside.core.workout.steps import (
    Prepare,
    Rest,
    Step,
    StepKey,
    StepKind,
    Work,
    is_rest_of_minute,
    takes_lead_in,
)
from tests.support.core_samples import (
    RUNNERS,
    S,
    bare,
    block,
    calls,
    counted,
    hold,
    kind_of,
    plain,
    plan_of,
    workout_of,
)

SWITCH, EXERCISE, ROUND, BLOCK, _ = RestKind


def kinds(plan: Plan) -> list[StepKind | RestKind]:
    """Return the kind of every step, of a rest its own."""
    return [kind_of(step) for step in plan.steps]


def seconds(plan: Plan) -> list[int | None]:
    """Return the length of every step in seconds."""
    return [None if step.length is None else step.length // S for step in plan.steps]


def test_runners_workout_is_66_steps() -> None:
    """1 prepare, 33 sets and 32 rests: 7 switch, 14 exercise, 7 round, 4 block."""
    plan = compile_plan(RUNNERS, Settings())

    assert 66 == len(plan.steps)
    assert 33 == len(plan.sets)
    assert {
        StepKind.PREPARE: 1,
        StepKind.WORK: 33,
        SWITCH: 7,
        EXERCISE: 14,
        ROUND: 7,
        BLOCK: 4,
    } == (Counter(kinds(plan)))


@pytest.mark.parametrize(("rounds", "time"), [(2, "19:26"), (3, "24:16"), (4, "29:06")])
def test_runners_workout_takes_its_time(rounds: int, time: str) -> None:
    """With 3 rounds 24:16, with 2 19:26, with 4 29:06."""
    plan = compile_plan(RUNNERS.chosen(rounds=rounds), Settings())

    assert time == clock(plan.estimate // S)


def test_prepare_comes_first_and_nothing_after_the_last_set() -> None:
    """A plan begins with get ready and ends with a set."""
    assert [StepKind.PREPARE, StepKind.WORK] == kinds(plan_of(block(hold(20))))


def test_steps_follow_blocks_rounds_exercises_and_sides() -> None:
    """Every rest is of the kind of what it lies between."""
    plan = plan_of(block(hold(20, sides=Sides.EACH), counted(), rounds=2), block(hold(30)))

    one_round = [StepKind.WORK, SWITCH, StepKind.WORK, EXERCISE, StepKind.WORK]
    assert [StepKind.PREPARE, *one_round, ROUND, *one_round, BLOCK, StepKind.WORK] == kinds(plan)
    assert [10, 20, 5, 20, 10, None, 20, 20, 5, 20, 10, None, 45, 30] == seconds(plan)


def test_steps_are_named_by_block_round_place_side_and_kind() -> None:
    """A rest bears the name of the set before it, but for its kind."""
    plan = plan_of(block(counted()), block(hold(20, sides=Sides.EACH), rounds=2))

    assert [
        StepKey(0, 0, 0, None, StepKind.PREPARE),
        StepKey(0, 1, 0, None, StepKind.WORK),
        StepKey(0, 1, 0, None, StepKind.REST),
        StepKey(1, 1, 0, Side.LEFT, StepKind.WORK),
        StepKey(1, 1, 0, Side.LEFT, StepKind.REST),
        StepKey(1, 1, 0, Side.RIGHT, StepKind.WORK),
        StepKey(1, 1, 0, Side.RIGHT, StepKind.REST),
        StepKey(1, 2, 0, Side.LEFT, StepKind.WORK),
        StepKey(1, 2, 0, Side.LEFT, StepKind.REST),
        StepKey(1, 2, 0, Side.RIGHT, StepKind.WORK),
    ] == [step.key for step in plan.steps]


def test_rest_belongs_to_the_block_of_the_set_before_it() -> None:
    """The rest between two blocks is the first one's; prepare is nobody's."""
    plan = plan_of(block(counted(), name="One"), block(counted(), name="Two"))

    assert [None, "One", "One", "Two"] == [
        None if isinstance(step, Prepare) else step.block.name for step in plan.steps
    ]


def test_first_side_comes_first() -> None:
    """The side that the exercise begins with is the first set."""
    exercise = replace(hold(20, sides=Sides.EACH), first_side=Side.RIGHT)

    assert [Side.RIGHT, Side.LEFT] == [step.side for step in plain(exercise).steps]


def test_alternating_is_one_set_of_both_sides() -> None:
    """8 reps each side in turn are one step, with the estimate of 8 reps."""
    (step,) = plain(counted(8, sides=Sides.ALTERNATING, rep_seconds=4)).steps

    assert (Side.BOTH, None, 32 * S) == (step.side, step.length, step.estimate)


def test_hold_is_timed_and_a_counted_set_is_estimated() -> None:
    """A hold's estimate is its length; a counted set has no length."""
    timed, untimed = plain(hold(20), counted(8, rep_seconds=4)).steps

    assert (20 * S, 20 * S) == (timed.length, timed.estimate)
    assert (None, 32 * S) == (untimed.length, untimed.estimate)
    assert isinstance(timed, Work)
    assert isinstance(untimed, Work)
    assert (True, None) == (timed.is_hold, timed.reps)
    assert (False, 8) == (untimed.is_hold, untimed.reps)


def test_rest_is_neither_set_nor_hold() -> None:
    """A rest is timed, but nothing that is done or skipped."""
    rest = plan_of(counted(), counted()).steps[2]

    assert isinstance(rest, Rest)
    assert not takes_lead_in(rest)
    assert (10 * S, 10 * S) == (rest.length, rest.estimate)


@pytest.mark.parametrize(
    ("own", "catalogue", "setting", "expected"),
    [
        (None, None, 5, 5),
        (None, 8, 5, 8),
        (None, 8, 12, 12),
        (None, 8, 0, 0),
        (None, None, 0, 0),
        (3, 8, 5, 3),
        (3, 8, 0, 3),
        (0, 8, 5, 0),
        (20, None, 5, 20),
    ],
)
def test_switch_length(
    own: int | None, catalogue: int | None, setting: int, expected: int
) -> None:
    """The workout's own holds; else the longer of the others, but 0 where the settings say 0."""
    exercise = replace(hold(20, sides=Sides.EACH), switch=own, least_switch=catalogue)
    plan = plan_of(exercise, settings=replace(bare(), switch_sides=setting))

    assert ([20, expected, 20] if expected else [20, 20]) == seconds(plan)


def test_rests_are_what_the_block_writes() -> None:
    """A block's own rests replace the settings' between exercises, rounds and after it."""
    first = block(counted(), counted(), rounds=2, rests=Rests(exercises=7, rounds=60, after=90))
    plan = plan_of(first, block(counted(), counted()))

    assert [7, 60, 7, 90, 10] == [
        step.length // S for step in plan.steps if isinstance(step, Rest)
    ]


def test_the_rest_of_an_exercise_goes_before_those_of_block_and_settings() -> None:
    """What follows it is as long as it says, 0 being no rest; its sides switch as ever."""
    squat, plank = replace(counted(), rest=30), replace(hold(20, sides=Sides.EACH), rest=0)
    first = block(squat, plank, squat, rounds=2, rests=Rests(exercises=7, rounds=60))
    plan = plan_of(first, block(counted()))

    rests = [step for step in plan.steps if isinstance(step, Rest)]
    assert [30, 5, 30, 30, 5, 30] == [rest.length // S for rest in rests]
    assert [EXERCISE, SWITCH, ROUND, EXERCISE, SWITCH, BLOCK] == [rest.kind for rest in rests]


def test_rests_that_the_block_leaves_open_are_the_settings() -> None:
    """Each of the three may be left to the settings by itself."""
    first = block(counted(), counted(), rounds=2, rests=Rests(rounds=60))
    settings = Settings(between_exercises=11, between_blocks=33)
    plan = plan_of(first, block(counted()), settings=settings)

    assert [11, 60, 11, 33] == [step.length // S for step in plan.steps if isinstance(step, Rest)]


@pytest.mark.parametrize(
    ("settings", "missing"),
    [
        (Settings(get_ready=0), StepKind.PREPARE),
        (Settings(switch_sides=0), SWITCH),
        (Settings(between_exercises=0), EXERCISE),
        (Settings(between_rounds=0), ROUND),
        (Settings(between_blocks=0), BLOCK),
    ],
)
def test_length_of_0_is_no_step(settings: Settings, missing: StepKind | RestKind) -> None:
    """A length of 0, get ready included, takes its steps out of the plan, and no others."""
    whole = kinds(compile_plan(RUNNERS, Settings()))

    assert [kind for kind in whole if kind is not missing] == kinds(
        compile_plan(RUNNERS, settings)
    )


def test_rest_written_as_0_is_no_step() -> None:
    """A block may leave out a rest that the settings give."""
    plan = plan_of(block(counted(), counted(), rests=Rests(exercises=0)))

    assert [StepKind.PREPARE, StepKind.WORK, StepKind.WORK] == kinds(plan)


def test_block_left_out_renumbers_nothing() -> None:
    """The steps of the other blocks keep their names."""
    whole = compile_plan(RUNNERS, Settings())
    chosen = compile_plan(RUNNERS.chosen(left_out={1}), Settings())

    assert [step.key for step in whole.sets if step.key.block != 1] == [
        step.key for step in chosen.sets
    ]


def test_block_left_out_leaves_one_rest_between_its_neighbours() -> None:
    """Between the blocks around it there is one rest of kind block; none after the last."""
    workout = workout_of(block(counted()), block(counted()), block(counted()), block(counted()))
    plan = compile_plan(workout.chosen(left_out={1, 3}), Settings())

    assert [StepKind.PREPARE, StepKind.WORK, BLOCK, StepKind.WORK] == kinds(plan)
    assert [0, 2] == [step.key.block for step in plan.sets]


def test_plan_takes_its_rules_from_the_settings() -> None:
    """Resume, in ms, and wait are rules of the plan."""
    plan = plan_of(hold(20), settings=Settings(resume=7, wait=True))

    assert (7 * S, True) == (plan.resume, plan.wait)


def test_plan_of_nothing_has_no_step() -> None:
    """A workout without sets has no get ready either."""
    assert () == compile_plan(Workout("Some", ()), Settings()).steps


@pytest.mark.parametrize(
    ("sets", "rest", "too_long"),
    [
        (MOST_STEPS // 2, None, False),
        (MOST_STEPS // 2 + 1, None, True),
        (MOST_STEPS // 2 + 1, 0, False),
        (MOST_STEPS - 1, 0, False),
        (MOST_STEPS, 0, True),
        (MOST_STEPS + 1, 0, True),
    ],
)
def test_plan_has_at_most_so_many_steps(sets: int, rest: int | None, *, too_long: bool) -> None:
    """Get ready, sets and rests together are counted; rests that the file puts at 0 are none."""
    workout = workout_of(block(counted(), rounds=sets, rests=Rests(rounds=rest)))

    assert too_long == is_too_long(workout)


_LENGTHS = st.sampled_from([0, 1, 5, 20])
LIGHT, MEDIUM = Weight(Level.LIGHT, 2), Weight(Level.MEDIUM, 2)
FOUR_KILOGRAMS = {Implement.DUMBBELL: {Level.LIGHT: Load(4_000, Unit.KILOGRAM)}}

_DOSES = st.one_of(
    st.builds(Hold, st.integers(1, 40)),
    st.builds(Reps, st.integers(1, 20), st.none() | st.integers(21, 30)),
    st.just(MaxHold()),
    st.just(MaxReps()),
)
_EXERCISES = st.builds(
    Exercise,
    name=st.just("Move"),
    dose=_DOSES,
    later=st.lists(_DOSES, max_size=3).map(tuple),
    sides=st.sampled_from(Sides),
    switch=st.none() | _LENGTHS,
    least_switch=st.none() | st.just(8),
    rest=st.none() | _LENGTHS,
    position=st.sampled_from(["", "On your back"]),
)
_BLOCKS = st.builds(
    Block,
    name=st.just("Pair"),
    kind=st.sampled_from(BlockKind),
    exercises=st.lists(_EXERCISES, max_size=3).map(tuple),
    rounds=st.integers(0, 4),
    rests=st.builds(Rests, st.none() | _LENGTHS, st.none() | _LENGTHS, st.none() | _LENGTHS),
    clock=st.none() | st.builds(Every, st.integers(1, 60)),
) | st.builds(
    Block,
    name=st.just("Rounds"),
    kind=st.sampled_from(BlockKind),
    exercises=st.lists(_EXERCISES, max_size=3).map(tuple),
    rounds=st.integers(0, 1),
    clock=st.builds(Within, st.integers(1, 600)),
)
_WORKOUTS = st.builds(
    Workout, title=st.just("Some"), blocks=st.lists(_BLOCKS, max_size=4).map(tuple)
)
_SETTINGS = st.builds(
    Settings,
    get_ready=_LENGTHS,
    switch_sides=_LENGTHS,
    between_exercises=_LENGTHS,
    between_rounds=_LENGTHS,
    between_blocks=_LENGTHS,
    rep_pace=st.booleans(),
)


@given(_WORKOUTS, _SETTINGS)
def test_size_is_that_of_the_plan(workout: Workout, settings: Settings) -> None:
    """What is counted without unrolling a workout is what unrolling it gives, for any rounds."""
    sizes = sizes_of(workout, settings, (None, 3))
    left_out = [place for place, block in enumerate(workout.blocks) if not block.rounds]

    for rounds in (None, 3):
        plan = compile_plan(workout.chosen(rounds=rounds, left_out=left_out), settings)
        assert PlanSize(len(plan.steps), plan.estimate, rest_in(plan.steps)) == sizes[rounds]


@pytest.mark.parametrize("field", fields(Settings), ids=lambda field: field.name)
def test_plans_depend_on_nothing_else_than_is_said(field: Field[object]) -> None:
    """A setting that makes another plan is told from those that make none."""
    before = Settings()
    usual = getattr(before, field.name)
    other = not usual if isinstance(usual, bool) else 7 if isinstance(usual, int) else "x"
    if not isinstance(usual, int | str):
        others = {"theme": ThemeChoice.DARK, "weights": FOUR_KILOGRAMS}
        other = others.get(field.name, {"Curl at 3 s": 7_000})
    for paced in (False, True):
        first = replace(before, rep_pace=paced)
        second = replace(first, **{field.name: other})
        workout = workout_of(
            block(hold(20, sides=Sides.EACH), counted(), rounds=2),
            block(replace(counted(), weight=LIGHT)),
        )
        same = compile_plan(workout, first) == compile_plan(workout, second)
        assert same == (as_planned(first) == as_planned(second))
        assert compile_plan(workout, second) == compile_plan(workout, as_planned(second))


def test_size_of_many_rounds_is_counted_as_fast_as_of_few() -> None:
    """Rounds are alike, so a workout of 20,000 steps costs no more than one of 200."""
    few, many = (workout_of(block(counted(), rounds=rounds)) for rounds in (2, 9_000))

    assert calls(lambda: size_of(few, Settings())) == calls(lambda: size_of(many, Settings()))


def test_sizes_for_many_choices_of_rounds_look_at_the_exercises_once() -> None:
    """The start page tells what one round more or less would take, too."""
    workout = workout_of(block(*[counted()] * 50))

    def asked(*chosen: int) -> int:
        return calls(lambda: sizes_of(workout, Settings(), chosen))

    assert asked(2, 3, 4) < 1.2 * asked(3)


def test_sets_are_called_by_their_side_and_paced_as_written() -> None:
    """The name of each set says the side; a pace is remembered for both of them."""
    curl = counted(name="{Side} curl", sides=Sides.EACH)
    paced = replace(bare(), rep_pace=True, paces={"{Side} curl at 3 s": 2_500})
    plan = plan_of(curl, settings=paced)

    assert ["Left curl", "Right curl"] == [step.exercise.name for step in plan.sets]
    assert [curl, curl] == [step.written for step in plan.sets]
    assert [2_500, 2_500] == [step.pace for step in plan.sets]
    again = replan(plan, plan.steps[0].key, workout_of(block(curl)), paced)
    assert plan == again


def test_plan_finds_its_steps_by_key() -> None:
    """Each step is found by its name, with its place, and what is no step is not."""
    plan = plan_of(hold(20), counted())

    assert list(plan.steps) == [plan[step.key] for step in plan.steps]
    assert [0, 1, 2, 3] == [plan.place_of(step.key) for step in plan.steps]
    assert all(step.key in plan for step in plan.steps)
    missing = plan.steps[0].key._replace(block=7)
    assert missing not in plan
    with pytest.raises(KeyError):
        plan[missing]


def test_plan_knows_what_lies_around_a_step() -> None:
    """The step after, the set before, and the set that is or comes next."""
    plan = plan_of(hold(20), counted())
    prepare, first, rest, last = plan.steps

    assert [first, rest, last, None] == [plan.after(step.key) for step in plan.steps]
    assert [None, None, first, first] == [plan.set_before(step.key) for step in plan.steps]
    assert [first, first, last, last] == [plan.set_from(step.key) for step in plan.steps]
    assert (first, last) == plan.sets
    assert isinstance(prepare, Prepare)


def test_no_set_comes_from_a_rest_at_the_end() -> None:
    """Where no set follows there is none to find; no plan of a workout is like that."""
    rest = plan_of(hold(20), counted()).steps[2]
    plan = Plan((rest,), resume=0, wait=False)

    with pytest.raises(LookupError):
        plan.set_from(rest.key)


def test_plan_knows_how_long_the_rest_of_it_takes() -> None:
    """The estimates of all that follows a step, and of the whole."""
    plan = plan_of(hold(20), counted())

    assert (10 + 20 + 10 + 24) * S == plan.estimate
    assert [54 * S, 34 * S, 24 * S, 0] == [plan.estimate_after(step.key) for step in plan.steps]


def test_equal_plans_are_equal() -> None:
    """Two plans of the same workout and settings are the same value."""
    assert compile_plan(RUNNERS, Settings()) == compile_plan(RUNNERS, Settings())
    assert compile_plan(RUNNERS, Settings()) != compile_plan(RUNNERS, Settings(resume=4))


LONGER = Settings(
    get_ready=30,
    switch_sides=31,
    between_exercises=32,
    between_rounds=33,
    between_blocks=34,
    resume=9,
    wait=True,
)


@pytest.mark.parametrize("settings", [LONGER, bare(resume=3), Settings()])
@pytest.mark.parametrize("before", [Settings(), bare(), Settings(switch_sides=0)])
def test_replan_keeps_what_was_and_compiles_what_comes(
    before: Settings, settings: Settings
) -> None:
    """In every step the plan up to it stays, and all after it is as compiled anew."""
    plan, anew = compile_plan(RUNNERS, before), compile_plan(RUNNERS, settings)
    for place, step in enumerate(plan.steps):
        changed = replan(plan, step.key, RUNNERS, settings)
        following = changed.steps[place + 1 :]

        assert plan.steps[: place + 1] == changed.steps[: place + 1]
        assert following == tuple(other for other in anew.steps if comes_after(other, step))
        assert (settings.resume * S, settings.wait) == (changed.resume, changed.wait)


def comes_after(other: Step, step: Step) -> bool:
    """Return whether `other` is a step after `step` by the names of both in RUNNERS."""
    return order(other) > order(step)


def order(step: Step) -> tuple[int, ...]:
    """Return what the steps of RUNNERS are sorted by, the rest after its own set."""
    kind = list(StepKind).index(step.key.kind)
    if isinstance(step, Prepare):
        return (-1,)
    exercise = RUNNERS.blocks[step.key.block].exercises[step.key.place]
    side = exercise.order_of_sides.index(step.key.side)
    return (step.key.block, step.key.round, step.key.place, side, kind)


@pytest.mark.parametrize("place", range(66))
def test_replan_to_the_same_settings_changes_nothing(place: int) -> None:
    """The plan of the same workout and settings is the same plan."""
    plan = compile_plan(RUNNERS, Settings())

    assert plan == replan(plan, plan.steps[place].key, RUNNERS, Settings())


def test_replan_keeps_a_running_rest_that_the_settings_would_drop() -> None:
    """The rest under way stays; the same kind of rest further on does not."""
    workout = workout_of(block(counted(), counted(), counted()))
    plan = compile_plan(workout, Settings())
    changed = replan(plan, plan.steps[2].key, workout, Settings(between_exercises=0))

    assert [10, None, 10, None, None] == seconds(changed)


def test_replan_adds_no_get_ready_to_a_session_that_has_begun() -> None:
    """A session that began without get ready gets none by a later setting."""
    workout = workout_of(block(counted(), counted()))
    plan = compile_plan(workout, Settings(get_ready=0))
    changed = replan(plan, plan.steps[0].key, workout, Settings())

    assert [None, 10, None] == seconds(changed)


def test_replan_keeps_a_running_get_ready_that_the_settings_would_drop() -> None:
    """Get ready under way stays as long as it is."""
    workout = workout_of(block(counted(), counted()))
    plan = compile_plan(workout, Settings())
    changed = replan(plan, plan.steps[0].key, workout, Settings(get_ready=0))

    assert [10, None, 10, None] == seconds(changed)


def test_replan_gives_a_running_set_the_rest_it_lacked() -> None:
    """What follows the running set is compiled anew, its rest as well."""
    workout = workout_of(block(counted(), counted()))
    plan = compile_plan(workout, bare())
    changed = replan(plan, plan.steps[0].key, workout, Settings())

    assert [None, 10, None] == seconds(changed)


def test_replan_holds_for_steps_that_were_entered_before() -> None:
    """After BACK even a step that was entered already is compiled anew."""
    workout = workout_of(block(hold(20), counted(), counted()))
    plan = compile_plan(workout, Settings())
    changed = replan(plan, plan.steps[1].key, workout, Settings(between_exercises=25))

    assert [10, 20, 25, None, 25, None] == seconds(changed)


def test_kinds_of_blocks_differ_in_their_label_only() -> None:
    """A circuit and a superset of the same exercises have the same steps."""
    plans = [plan_of(block(hold(20), counted(), rounds=2, kind=kind)) for kind in BlockKind]

    assert 1 == len({tuple(seconds(plan)) for plan in plans})
    assert 1 == len({tuple(step.key for step in plan.steps) for plan in plans})


def test_longest_exercise_is_estimated_without_loss() -> None:
    """999 reps of 30 s are whole ms, not a float."""
    (step,) = plain(Exercise("Endless", Reps(999), rep_seconds=30)).steps

    assert 29_970_000 == step.estimate
    assert int is type(step.estimate)


def test_sets_of_a_block_for_a_time_are_not_known_beforehand() -> None:
    """Nobody knows how many rounds there will be."""
    parts = block(counted(), rounds=3), replace(block(counted()), clock=Within(600))

    assert 3 == plan_of(*parts).counted_sets


PACED = Settings(rep_pace=True)


def test_counted_sets_have_the_length_of_their_reps_at_rep_pace() -> None:
    """8 reps of 3 s are a step of 24 s; a hold stays what it is."""
    assert [10, 24, 10, 20] == seconds(plan_of(counted(), hold(20), settings=PACED))


def test_remembered_pace_replaces_rep_seconds_at_rep_pace_only() -> None:
    """8 reps of 2.5 s are 20 s; without rep pace the estimate is as written."""
    paces = {"Curl": 2_500}
    (step,) = plan_of(counted(), settings=replace(bare(), rep_pace=True, paces=paces)).sets
    assert (20 * S, 20 * S, 2_500) == (step.length, step.estimate, step.pace)

    (step,) = plan_of(counted(), settings=replace(bare(), paces=paces)).sets
    assert (None, 24 * S, None) == (step.length, step.estimate, step.pace)


@pytest.mark.parametrize(
    ("before", "after", "least"),
    [
        (replace(counted(), weight=LIGHT), replace(counted(), weight=LIGHT), 10),
        (replace(counted(), weight=LIGHT), replace(counted(), weight=MEDIUM), 12),
        (counted(), replace(counted(), weight=LIGHT), 12),
        (replace(counted(), position="Standing"), replace(counted(), position="Standing"), 10),
        (replace(counted(), position="Standing"), replace(counted(), position="On a mat"), 12),
        (hold(20), replace(counted(), weight=LIGHT), 12),
        (replace(counted(), weight=LIGHT), hold(20), 10),
    ],
)
def test_rest_before_a_paced_set_leaves_time_for_a_change(
    before: Exercise, after: Exercise, least: int
) -> None:
    """With other weights or another position it lasts at least 12 s."""
    assert least == seconds(plan_of(before, after, settings=PACED))[2]
    assert 10 == seconds(plan_of(before, after))[2]


@pytest.mark.parametrize(("chosen", "lasts"), [(0, None), (1, 12), (12, 12), (13, 13)])
def test_only_short_rests_are_lengthened_and_none_is_made(chosen: int, lasts: int | None) -> None:
    """A rest that is put at 0 stays none, a longer one stays as it is."""
    settings = replace(PACED, between_exercises=chosen)
    plan = plan_of(counted(), replace(counted(), weight=LIGHT), settings=settings)

    assert [10, 24, *([lasts] if lasts else []), 24] == seconds(plan)


def test_rest_that_a_block_writes_is_lengthened_as_well() -> None:
    """Whoever wrote it, the hands need the time."""
    written = block(counted(), replace(counted(), weight=LIGHT), rests=Rests(exercises=5))

    assert [10, 24, 12, 24] == seconds(plan_of(written, settings=PACED))


def test_switch_is_never_lengthened() -> None:
    """Both sides are done in one position with the same weights."""
    exercise = replace(counted(sides=Sides.EACH), weight=LIGHT, position="Half-kneeling")

    assert [10, 24, 5, 24] == seconds(plan_of(exercise, settings=PACED))


@pytest.mark.parametrize("place", range(66))
def test_rep_pace_replans_every_counted_set(place: int) -> None:
    """Those before the running step too; of rests and holds only those that come after."""
    plan = compile_plan(RUNNERS, Settings())
    changed = replan(plan, plan.steps[place].key, RUNNERS, PACED)
    anew = compile_plan(RUNNERS, PACED)

    assert [step.key for step in plan.steps] == [step.key for step in changed.steps]
    assert [step.length for step in changed.steps] == [
        paced.length if (isinstance(step, Work) and step.reps) or later > place else step.length
        for later, (step, paced) in enumerate(zip(plan.steps, anew.steps, strict=True))
    ]


def test_rep_pace_switched_off_leaves_no_set_paced() -> None:
    """The plan of the runners is the one without rep pace again, from any step on."""
    plan = compile_plan(RUNNERS, PACED)

    assert compile_plan(RUNNERS, Settings()) == replan(
        plan, plan.steps[0].key, RUNNERS, Settings()
    )


def test_only_sets_that_run_by_the_clock_take_a_lead_in() -> None:
    """Holds and paced sets, but no get ready, no rest and no set that is counted."""
    plan = plan_of(counted(), hold(20))
    assert [False, False, False, True] == [takes_lead_in(step) for step in plan.steps]

    plan = plan_of(counted(), hold(20), settings=PACED)
    assert [False, True, False, True] == [takes_lead_in(step) for step in plan.steps]


def test_plan_knows_the_steps_of_each_block() -> None:
    """Sets and the rests among them, neither get ready nor the rest that leads on."""
    plan = compile_plan(RUNNERS.chosen(left_out={1}), Settings())
    blocks = plan.blocks
    assert [0, 2, 3, 4] == list(blocks)
    for index, places in blocks.items():
        steps = [plan.steps[place] for place in places]
        assert {index} == {step.key.block for step in steps}
        assert isinstance(steps[0], Work)
        assert isinstance(steps[-1], Work)
    assert len(plan.sets) == sum(
        isinstance(plan.steps[place], Work) for places in blocks.values() for place in places
    )


def test_blocks_of_a_long_plan_are_found_as_fast() -> None:
    """A hundred times the rounds cost no hundred times the calls."""
    few, many = (plan_of(block(hold(1), rounds=rounds)) for rounds in (90, 9_000))
    assert calls(lambda: many.blocks) < 2 * calls(lambda: few.blocks)


def test_steps_are_made_one_by_one() -> None:
    """Whoever wants one of ten thousand waits for no other."""
    workout = workout_of(block(hold(1), rounds=10_000))
    assert calls(lambda: next(steps_of(workout, Settings()))) < 200
    assert compile_plan(workout, Settings()).steps == tuple(steps_of(workout, Settings()))


def test_a_set_knows_what_its_weight_weighs() -> None:
    """By the settings of which the plan is made; where they do not say, nobody knows."""
    light, medium = replace(counted(), weight=LIGHT), replace(counted(), weight=MEDIUM)
    plan = plan_of(light, medium, counted(), settings=Settings(weights=FOUR_KILOGRAMS))

    assert ["4 kg", None, None] == [step.load and step.load.written for step in plan.sets]


def test_what_weights_weigh_holds_for_sets_under_way_and_done() -> None:
    """Whoever says it in the middle of a set has it recorded with that set."""
    workout = workout_of(block(replace(counted(), weight=LIGHT), rounds=2))
    plan = compile_plan(workout, Settings())
    again = replan(plan, plan.sets[1].key, workout, Settings(weights=FOUR_KILOGRAMS))

    assert [4_000, 4_000] == [step.load and step.load.grams for step in again.sets]


LADDER = replace(counted(), dose=Reps(12), later=(Reps(10), Reps(8)))


@pytest.mark.parametrize(
    ("rounds", "reps"), [(1, [12]), (2, [12, 10]), (3, [12, 10, 8]), (5, [12, 10, 8, 8, 8])]
)
def test_each_round_has_its_dose(rounds: int, reps: list[int]) -> None:
    """One for each round; the last goes on, also for rounds chosen on the start page."""
    written = workout_of(block(LADDER))
    chosen = written.chosen(rounds=rounds)
    sets = compile_plan(chosen, Settings()).sets

    assert reps == [step.reps for step in sets]
    assert [step.reps * 3 * S for step in sets] == [step.estimate for step in sets]
    assert {()} == {step.exercise.later for step in sets}


def test_last_round_to_failure_has_no_pace_where_the_others_have_one() -> None:
    """A ladder that ends as far as one can; so do the rounds behind it, and those of a time."""
    ladder, paced = replace(counted(), dose=Reps(8), later=(MaxReps(),)), Settings(rep_pace=True)
    plan = plan_of(block(ladder, rounds=3), settings=paced)
    in_time = plan_of(replace(block(ladder), clock=Within(600)), settings=paced)
    third = in_time.set_from(in_time.sets[0].key._replace(round=3))

    assert [24 * S, None, None] == [step.length for step in plan.sets]
    assert [(3_000, 8), (None, None)] == [(step.pace, step.reps) for step in plan.sets[:2]]
    assert (None, True) == (third.pace, third.is_to_failure)


def test_both_sides_of_a_round_have_its_dose() -> None:
    """A ladder of holds goes up round by round, not side by side."""
    ladder = replace(hold(20, sides=Sides.EACH), later=(Hold(30),))
    plan = plan_of(block(ladder, rounds=2))

    assert [20 * S, 20 * S, 30 * S, 30 * S] == [step.length for step in plan.sets]


def test_sizes_of_a_ladder_are_found_without_unrolling_it() -> None:
    """However many rounds follow its last dose."""
    few, many = (workout_of(block(LADDER, rounds=rounds)) for rounds in (4, 9_000))

    assert calls(lambda: size_of(few, Settings())) == calls(lambda: size_of(many, Settings()))


def test_range_goes_to_its_upper_end_at_rep_pace_only() -> None:
    """Its estimate is that of the lower end; paced, its length is that of the upper one."""
    reps = replace(counted(), dose=Reps(8, 12))
    (free,), (paced,) = (
        plan_of(reps, settings=replace(bare(), rep_pace=pace)).sets for pace in (False, True)
    )

    assert (None, 24 * S) == (free.length, free.estimate)
    assert (36 * S, 36 * S) == (paced.length, paced.estimate)


@pytest.mark.parametrize("rep_pace", [False, True])
@pytest.mark.parametrize(
    ("dose", "estimate", "gets_set"), [(MaxReps(), 30 * S, False), (MaxHold(), 60 * S, True)]
)
def test_set_to_failure_waits_for_the_athlete(
    dose: Dose, estimate: int, *, gets_set: bool, rep_pace: bool
) -> None:
    """At whatever pace; 10 reps or a minute are reckoned with, and a hold has its lead-in."""
    exercise = replace(counted(), dose=dose)
    (step,) = plan_of(exercise, settings=replace(bare(), rep_pace=rep_pace)).sets

    assert (None, None, None) == (step.length, step.pace, step.reps)
    assert (estimate, gets_set, True) == (step.estimate, takes_lead_in(step), step.is_to_failure)


def test_minute_of_each_round_has_what_its_dose_leaves() -> None:
    """Twelve reps of three seconds leave 24 s of a minute, eight leave 36 s."""
    ladder = replace(block(LADDER, rounds=3), clock=Every(60))
    plan = plan_of(ladder, block(counted()))
    rests = [step.length for step in plan.steps if is_rest_of_minute(step)]

    assert [24 * S, 30 * S, 36 * S] == rests


def test_rounds_of_a_time_have_their_doses_however_many_there_are() -> None:
    """Nobody knows how many rounds there will be; the last dose goes on."""
    plan = plan_of(replace(block(LADDER), clock=Within(600)))
    first = plan.sets[0].key
    reps = [plan.set_from(first._replace(round=round_)).reps for round_ in (1, 2, 3, 40)]

    assert [12, 10, 8, 8] == reps
