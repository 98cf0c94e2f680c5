"""What is said of a whole plan."""

from matside.core.settings import Settings
from matside.core.workout.model import (
    Block,
    BlockKind,
    Exercise,
    Hold,
    Level,
    Reps,
    Sides,
    Weight,
    Workout,
)
from matside.core.workout.overview import (
    Equipment,
    Tally,
    equipment_for,
    percent_of_rest,
    seconds_of_blocks,
    tallies,
)
from matside.core.workout.plan import Plan, Work, compile_plan

STRETCH = Exercise("Stretch", Hold(30), sides=Sides.EACH, equipment=("mat",))
CURL = Exercise("Curl", Reps(8), weight=Weight(Level.MEDIUM, 2), equipment=("dumbbells",))
CHOP = Exercise("Chop", Reps(4), weight=Weight(Level.LIGHT, 1), equipment=("mat", "dumbbell"))
FLY = Exercise("Fly", Reps(8), weight=Weight(Level.LIGHT, 2), equipment=("bench", "dumbbells"))


def block(*exercises: Exercise, rounds: int = 1, name: str = "Pair") -> Block:
    """Return a superset of `exercises`."""
    return Block(name, BlockKind.SUPERSET, exercises, rounds)


def plan_of(*blocks: Block) -> Plan:
    """Return the plan of a workout of `blocks`."""
    return compile_plan(Workout("Some", blocks), Settings())


def test_equipment_names_the_most_dumbbells_of_each_level() -> None:
    """An exercise with two light dumbbells and one with one need a light pair."""
    equipment = equipment_for(plan_of(block(CURL, CHOP), block(FLY)))

    assert (Weight(Level.LIGHT, 2), Weight(Level.MEDIUM, 2)) == equipment.weights


def test_equipment_names_everything_but_dumbbells_in_its_own_words() -> None:
    """What is no dumbbell is named once, in the order of its first use."""
    assert ("mat", "bench") == equipment_for(plan_of(block(STRETCH, CHOP, FLY))).others


def test_equipment_of_a_plan_without_weights_has_none() -> None:
    """Stretches need the mat alone."""
    assert Equipment((), ("mat",)) == equipment_for(plan_of(block(STRETCH)))


def test_equipment_forgets_what_a_block_left_out_would_need() -> None:
    """A block of 0 rounds asks for nothing."""
    assert Equipment((), ("mat",)) == equipment_for(plan_of(block(STRETCH), block(CURL, rounds=0)))


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
