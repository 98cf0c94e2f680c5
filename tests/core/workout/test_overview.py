"""What is said of a whole plan."""

from dataclasses import replace

from matside.core.settings import Settings
from matside.core.weights import Implement, Level, Load, Unit, Weight
from matside.core.workout.model import (
    Block,
    BlockKind,
    Every,
    Exercise,
    Hold,
    Reps,
    Sides,
    Within,
    Workout,
)
from matside.core.workout.overview import (
    Equipment,
    Needed,
    Tally,
    equipment_for,
    face_of,
    implements_of,
    percent_of_rest,
    seconds_of_blocks,
    tallies,
)
from matside.core.workout.plan import Plan, compile_plan
from matside.core.workout.steps import Work

SIXTEEN = Load(16_000, Unit.KILOGRAM)
KETTLEBELL = Weight(SIXTEEN, 1, Implement.KETTLEBELL)
STRETCH = Exercise("Stretch", Hold(30), sides=Sides.EACH, equipment=("mat",))
CURL = Exercise("Curl", Reps(8), weight=Weight(Level.MEDIUM, 2), equipment=("dumbbells",))
CHOP = Exercise("Chop", Reps(4), weight=Weight(Level.LIGHT, 1), equipment=("mat", "dumbbell"))
FLY = Exercise("Fly", Reps(8), weight=Weight(Level.LIGHT, 2), equipment=("bench", "dumbbells"))


LIGHT_PAIR = Weight(Level.LIGHT, 2)
SWING = Exercise("Swing", Reps(12), weight=KETTLEBELL, equipment=("kettlebell", "mat", "bands"))


def block(*exercises: Exercise, rounds: int = 1, name: str = "Pair") -> Block:
    """Return a superset of `exercises`."""
    return Block(name, BlockKind.SUPERSET, exercises, rounds)


def plan_of(*blocks: Block, settings: Settings | None = None) -> Plan:
    """Return the plan of a workout of `blocks`."""
    return compile_plan(Workout("Some", blocks), settings or Settings())


def test_the_first_exercise_that_is_no_warm_up_stands_for_a_workout() -> None:
    """Else the first of all, if there is any: the same on the welcome as in the list."""
    warm_up = replace(block(STRETCH), kind=BlockKind.WARMUP)
    assert (CURL, BlockKind.SUPERSET) == face_of(Workout("Some", (warm_up, block(CURL, FLY))))
    assert (STRETCH, BlockKind.WARMUP) == face_of(Workout("Some", (warm_up,)))
    assert face_of(Workout("None", (block(),))) is None


def test_kinds_of_things_come_as_the_workouts_ask_for_them() -> None:
    """Each once, from the first workout on."""
    swings, curls = Workout("Swings", (block(STRETCH, SWING),)), Workout("Curls", (block(CURL),))
    assert (Implement.KETTLEBELL, Implement.DUMBBELL) == implements_of((swings, curls, swings))
    assert () == implements_of(())


def test_equipment_names_the_most_dumbbells_of_each_level() -> None:
    """An exercise with two light dumbbells and one with one need a light pair, either first."""
    for blocks in ((block(CURL, CHOP), block(FLY)), (block(FLY), block(CHOP, CURL))):
        equipment = equipment_for(plan_of(*blocks).sets)

        assert (Needed(LIGHT_PAIR), Needed(Weight(Level.MEDIUM, 2))) == equipment.weights


def test_equipment_goes_from_light_to_heavy_one_kind_after_the_other() -> None:
    """Levels come before what is written in kilograms, and dumbbells before all others."""
    heavy, ten = replace(CURL, weight=Weight(Level.HEAVY, 1)), Load(10_000, Unit.KILOGRAM)
    bell = replace(SWING, weight=Weight(ten, 2, Implement.KETTLEBELL))
    equipment = equipment_for(plan_of(block(SWING, bell, heavy, FLY)).sets)

    assert [
        LIGHT_PAIR,
        Weight(Level.HEAVY, 1),
        Weight(ten, 2, Implement.KETTLEBELL),
        KETTLEBELL,
    ] == [needed.weight for needed in equipment.weights]


def test_equipment_says_what_the_athlete_has_for_each_level() -> None:
    """Light dumbbells weigh what the settings say, and a written load what it says."""
    four = Load(4_000, Unit.KILOGRAM)
    settings = Settings(weights={Implement.DUMBBELL: {Level.LIGHT: four}})
    equipment = equipment_for(plan_of(block(FLY, CURL, SWING), settings=settings).sets)

    assert [four, None, SIXTEEN] == [needed.load for needed in equipment.weights]


def test_equipment_leaves_out_what_the_weights_name_better() -> None:
    """A kettlebell that is held is told as a weight; a band that is not stays a word."""
    assert ("mat", "bands") == equipment_for(plan_of(block(SWING)).sets).others


def test_equipment_names_everything_but_dumbbells_in_its_own_words() -> None:
    """What is no dumbbell is named once, in the order of its first use."""
    assert ("mat", "bench") == equipment_for(plan_of(block(STRETCH, CHOP, FLY)).sets).others


def test_equipment_of_a_plan_without_weights_has_none() -> None:
    """Stretches need the mat alone."""
    assert Equipment((), ("mat",)) == equipment_for(plan_of(block(STRETCH)).sets)


def test_equipment_forgets_what_a_block_left_out_would_need() -> None:
    """A block of 0 rounds asks for nothing."""
    assert Equipment((), ("mat",)) == equipment_for(
        plan_of(block(STRETCH), block(CURL, rounds=0)).sets
    )


def test_a_block_takes_its_sets_and_the_rests_among_them() -> None:
    """Two rounds of 30 + 5 + 30 s with 20 s between them are 150 s, the rest after it left out."""
    plan = plan_of(block(STRETCH, rounds=2), block(CURL))

    assert {0: 150, 1: 24} == seconds_of_blocks(plan)


def test_a_block_left_out_has_no_seconds() -> None:
    """The places of the other blocks stay as they were."""
    assert {1: 24} == seconds_of_blocks(plan_of(block(STRETCH, rounds=0), block(CURL)))


def test_percent_of_rest_leaves_out_get_ready() -> None:
    """Of 10 + 30 + 5 + 30 s the 5 s are 7 percent."""
    assert 7 == percent_of_rest(plan_of(block(STRETCH)))


def test_percent_of_rest_of_nothing_is_none() -> None:
    """An empty plan has no rest."""
    assert 0 == percent_of_rest(Plan((), resume=0, wait=False))


def test_tallies_count_the_sets_of_each_block() -> None:
    """Places are those of the plan's steps; blocks without sets are missing."""
    stretches, curls = block(STRETCH), block(CURL, rounds=2)
    plan = plan_of(stretches, block(FLY, rounds=0), curls)
    places = [place for place, step in enumerate(plan.steps) if isinstance(step, Work)]

    counted = tallies(plan, done=places[:1] + places[3:], skipped=places[2:3])

    assert (Tally(stretches, 1, 0, 2), Tally(curls, 1, 1, 2)) == counted


def test_blocks_with_a_clock_take_the_time_that_they_say() -> None:
    """Each set its minute, or all of the time, however long the sets are estimated."""
    minutes, timed = (
        replace(block(CURL, rounds=5), clock=Every(60)),
        replace(block(FLY), clock=Within(600)),
    )
    plan = plan_of(minutes, timed)

    assert {0: 300, 1: 600} == seconds_of_blocks(plan)


def test_rest_of_blocks_with_a_clock_is_what_their_sets_leave() -> None:
    """Of a minute what is left, of a block for a time as much as of its first round."""
    bare = Settings(get_ready=0, between_blocks=0)
    curl = replace(CURL, rep_seconds=3)
    minutes = plan_of(replace(block(curl, rounds=10), clock=Every(60)), settings=bare)
    assert 57 == percent_of_rest(minutes)

    timed = plan_of(replace(block(replace(curl, rest=24)), clock=Within(600)), settings=bare)
    assert 50 == percent_of_rest(timed)


def test_tallies_count_what_was_begun_in_a_block_for_a_time() -> None:
    """Nobody knows beforehand how many sets it has."""
    timed = replace(block(FLY), clock=Within(600))
    plan = plan_of(timed, block(CURL))

    assert (Tally(timed, 7, 1, None), Tally(block(CURL), 0, 0, 1)) == tallies(
        plan, done=(), skipped=(), for_a_time={0: (7, 1)}
    )
    assert Tally(timed, 0, 0, None) == tallies(plan, done=(), skipped=())[0]
