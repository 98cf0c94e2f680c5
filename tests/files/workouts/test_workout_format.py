"""A workout file makes the workout that its author means."""

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matside.core.settings import Settings
from matside.core.weights import Implement, Level, Load, Unit, Weight
from matside.core.workout.model import (
    BlockKind,
    Exercise,
    Hold,
    MaxHold,
    MaxReps,
    Reps,
    Rests,
    Side,
    Sides,
    Workout,
    text_for,
)
from matside.core.workout.plan import Plan, compile_plan
from matside.core.workout.rests import RestKind
from matside.core.workout.sizes import is_too_long
from matside.core.workout.steps import Rest, Work
from matside.files.resources import bundled_exercises, bundled_workouts
from matside.files.workouts.catalogue import Catalogue
from matside.files.workouts.library import WorkoutLibrary
from matside.files.workouts.workout_format import workout_from
from matside.files.yaml.document import read_document
from matside.files.yaml.faults import FaultyFile
from tests.support.file_samples import DATA, catalogue, runners_workout, workout_of

EVERYTHING = DATA / "good" / "everything.yaml"
GUIDE = Path(__file__).parents[3] / "docs" / "workouts.md"


def seconds_of(plan: Plan) -> int:
    """Return how long `plan` is estimated to last."""
    return plan.estimate // 1000


def test_texts_of_a_workout_are_kept() -> None:
    """Title, credit and about come through, without the line break at their end."""
    workout = workout_of(EVERYTHING)
    assert ("Thursday: core", "The club") == (workout.title, workout.credit)
    assert "First line.\nSecond line." == workout.about


def test_texts_are_taken_as_they_are_written() -> None:
    """What other programs would fill in, render or carry out is a text like any other."""
    workout = workout_of(DATA / "good" / "plain-texts.yaml")
    (exercise,) = workout.blocks[0].exercises
    assert "<h1>Hi</h1> &amp; {side.__class__} {0} %s %n" == workout.title
    assert '<img src="file:///etc/passwd"> & others' == workout.credit
    assert "<b>{side.__class__.__mro__}</b>" == exercise.name
    said = text_for(exercise.cues[0], Side.LEFT)
    assert "left Left right {side!r} {left} {Other}" == said
    assert exercise.fix == text_for(exercise.fix, Side.LEFT)


def test_an_exercise_that_is_done_without_sides_speaks_of_none(tmp_path: Path) -> None:
    """The cues of the catalogue lose the word where a workout takes the sides away."""
    path = tmp_path / "a.yaml"
    path.write_text(
        "title: A\nblocks: [{kind: warmup, exercises: "
        "[{exercise: thread-the-needle, sides: alternating}]}]\n"
    )
    (exercise,) = workout_of(path).blocks[0].exercises
    assert "Slide your arm under your chest, palm up." in exercise.cues


def test_unnamed_blocks_are_called_by_their_kind() -> None:
    """Several unnamed blocks of one kind are numbered, a single one is not."""
    names = [block.name for block in workout_of(EVERYTHING).blocks]
    assert ["Pair", "Warm-up", "Superset 1", "Superset 2", "Cooldown"] == names


def test_a_block_keeps_rounds_and_rests() -> None:
    """Rounds and the three rests are those of the file; else one round and no rests."""
    first, second, *_ = workout_of(EVERYTHING).blocks
    assert (BlockKind.SUPERSET, 3, Rests(10, 60, 600)) == (first.kind, first.rounds, first.rests)
    assert (BlockKind.WARMUP, 1, Rests()) == (second.kind, second.rounds, second.rests)


def test_an_exercise_written_out_has_all_its_values() -> None:
    """Every key of an exercise reaches the exercise."""
    expected = Exercise(
        name="Side plank",
        dose=Hold(45),
        sides=Sides.EACH,
        first_side=Side.RIGHT,
        switch=8,
        rest=40,
        weight=Weight(Level.LIGHT, 2),
        rep_seconds=5,
        cues=("Lift your {side} hip.", "Breathe."),
        fix="Hips high.",
        glance="Long line",
        part="arm",
        position="On your side",
    )
    assert expected == workout_of(EVERYTHING).blocks[0].exercises[1]


def test_what_a_workout_says_goes_before_the_catalogue() -> None:
    """A catalogue exercise takes the workout's values, and keeps those it does not give."""
    chop = workout_of(EVERYTHING).blocks[0].exercises[0]
    assert Reps(10) == chop.dose
    assert Weight(Level.MEDIUM, 1) == chop.weight
    assert (0, 8) == (chop.switch, chop.least_switch)
    assert ("half-kneeling-chop", "Half-Kneeling Chop") == (chop.id, chop.name)
    assert (Sides.EACH, Side.LEFT, "knee down") == (chop.sides, chop.first_side, chop.part)


def test_a_workout_can_take_away_what_the_catalogue_gives() -> None:
    """Sides, weight, cues and texts can be put to none."""
    blocks = workout_of(EVERYTHING).blocks
    assert Sides.NONE is blocks[1].exercises[0].sides
    bare, unfixed = blocks[2].exercises[0], blocks[3].exercises[0]
    assert (None, ()) == (bare.weight, bare.cues)
    assert ("", Weight(Level.LIGHT, 2)) == (unfixed.fix, unfixed.weight)


def test_weights_are_what_a_workout_writes() -> None:
    """Levels and loads, of any implement; dumbbells are two where nobody says, all else one."""
    exercises = workout_of(DATA / "good" / "weights.yaml").blocks[0].exercises
    kilogram, pound = Unit.KILOGRAM, Unit.POUND
    assert (
        Weight(Level.HEAVY, 2),
        Weight(Load(12_000, kilogram), 2),
        Weight(Load(7_500, kilogram), 2),
        Weight(Load(11_340, pound), 2),
        Weight(Load(5_443, pound), 1),
        Weight(Load(16_000, kilogram), 1, Implement.KETTLEBELL),
        Weight(Level.HEAVY, 2, Implement.KETTLEBELL),
        Weight(Load(60_000, kilogram), 1, Implement.BARBELL),
        Weight(Load(1_250, kilogram), 2, Implement.PLATE),
        Weight(Level.LIGHT, 1, Implement.BAND),
        Weight(Level.MEDIUM, 1, Implement.BALL),
    ) == tuple(exercise.weight for exercise in exercises)


def test_doses_are_what_a_workout_writes() -> None:
    """One for each round, a range, or as much as one can do, in the last round too."""
    exercises = workout_of(DATA / "good" / "doses.yaml").blocks[0].exercises
    assert [
        (Reps(12), Reps(10), Reps(8)),
        (Hold(20), Hold(30)),
        (Reps(8, 12),),
        (Reps(10, 12), Reps(8, 10), Reps(6)),
        (MaxReps(),),
        (MaxHold(),),
        (Reps(8, 12),),
        (Hold(45),),
        (Reps(8, 12), Reps(6), MaxReps()),
        (Hold(30), MaxHold()),
        (MaxReps(),),
    ] == [exercise.doses for exercise in exercises]


def test_reps_go_as_a_workout_writes() -> None:
    """In halves of seconds, held for a part of them, or by the seconds of a tempo.

    A rep that is held takes so much longer where nobody says how long it takes.
    """
    exercises = workout_of(DATA / "good" / "tempos.yaml").blocks[0].exercises
    assert [
        (2_500,),
        (1_500, 5_000, 1_500),
        (2_000, 5_000, 2_000),
        (3_000, 1_000, 1_000),
        (2_000, 0, 2_000, 1_000),
        (3_000,),
        (3_000, 1_000, 1_000),
        (2_000, 2_000, 2_000),
    ] == [exercise.rep_parts for exercise in exercises]
    assert "slowly down" == exercises[5].tempo


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("", (3_000, 1_000, 1_000)),
        ("rep_seconds: 4", (4_000,)),
        ("rep_hold: 2 s", (1_500, 2_000, 1_500)),
        ("tempo: 2-0-2", (2_000, 0, 2_000)),
        ("tempo: ''", (3_000,)),
        ("tempo: slow", (3_000,)),
    ],
)
def test_what_a_workout_says_of_reps_goes_before_a_tempo_of_the_catalogue(
    tmp_path: Path, written: str, parts: tuple[int, ...]
) -> None:
    """Whatever is written beside the id takes the place of what the seconds of a tempo say."""
    (tmp_path / "press.yaml").write_text("id: press\nname: Press\nreps: 8\ntempo: 3-1-1\n")
    workout = tmp_path / "a.yaml"
    entry = ", ".join(("exercise: press", *filter(None, (written,))))
    workout.write_text(f"title: A\nblocks: [{{kind: circuit, exercises: [{{{entry}}}]}}]\n")
    found = workout_from(read_document(workout), Catalogue([tmp_path]))
    assert parts == found.blocks[0].exercises[0].rep_parts


def test_words_that_yaml_would_turn_into_something_else_stay_words() -> None:
    """A move may be called no or 2024, and 012 are twelve."""
    first, second = workout_of(DATA / "good" / "marked.yaml").blocks[0].exercises
    assert ("2024", Hold(120)) == (first.name, first.dose)
    assert ("no", Reps(12)) == (second.name, second.dose)


@pytest.mark.parametrize(("rounds", "length"), [(None, 24 * 60 + 16), (2, 1166), (4, 1746)])
def test_the_runners_workout_takes_its_time(rounds: int | None, length: int) -> None:
    """It lasts 24:16 as written, 19:26 with two rounds and 29:06 with four."""
    workout = runners_workout().chosen(rounds=rounds)
    assert length == seconds_of(compile_plan(workout, Settings()))


def test_the_runners_workout_has_its_steps() -> None:
    """It is 66 steps: get ready, 33 sets and 32 rests of four kinds."""
    steps = compile_plan(runners_workout(), Settings()).steps
    rests = [step.kind for step in steps if isinstance(step, Rest)]
    assert 66 == len(steps)
    assert 33 == sum(isinstance(step, Work) for step in steps)
    counts = {kind: rests.count(kind) for kind in RestKind if kind in rests}
    expected = {
        RestKind.SWITCH: 7,
        RestKind.EXERCISE: 14,
        RestKind.ROUND: 7,
        RestKind.BLOCK: 4,
    }
    assert expected == counts


def test_bundled_workouts_leave_all_rests_to_the_athlete() -> None:
    """No bundled workout writes a rest or a switch."""
    for path in bundled_workouts().glob("*.yaml"):
        blocks = workout_of(path).blocks
        assert {Rests()} == {block.rests for block in blocks}
        assert {None} == {exercise.switch for block in blocks for exercise in block.exercises}


def _long(folder: Path, rounds: int, exercises: int, rest: str = "") -> Path:
    entries = ", ".join(["{name: Jump, reps: 1}"] * exercises)
    block = f"  - {{kind: circuit, rounds: {rounds}, {rest} exercises: [{entries}]}}\n"
    path = folder / "long.yaml"
    path.write_text("title: Long\nblocks:\n" + block * 4)
    return path


def test_the_longest_plan_is_read_and_no_longer_one(tmp_path: Path) -> None:
    """10,000 sets with their rests are 20,000 steps, and a round more is too long."""
    assert not is_too_long(workout_of(_long(tmp_path, 50, 50)))
    with pytest.raises(FaultyFile) as caught:
        workout_of(_long(tmp_path, 51, 50))
    assert "more than 20000 steps" in caught.value.faults[0].message


def test_rests_put_at_nought_are_no_steps(tmp_path: Path) -> None:
    """A workout without rests may have more sets."""
    path = _long(tmp_path, 80, 50, "rest: {exercises: 0},")
    assert 16_000 == len(compile_plan(workout_of(path), Settings()).sets)


def test_a_plan_far_too_long_is_refused_at_once(tmp_path: Path) -> None:
    """What cannot fit is refused by counting, not by unrolling it."""
    workout = workout_of(_long(tmp_path, 50, 50))
    assert is_too_long(Workout("Longer", workout.blocks * 50))


def test_the_example_of_the_guide_is_a_workout(tmp_path: Path) -> None:
    """Every workout and exercise that the guide shows passes the check."""
    examples = re.findall(r"```yaml\n# (\S+)\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    assert {"thursday-core.yaml", "side-plank.yaml"} == {name for name, _ in examples}
    for name, text in examples:
        (tmp_path / name).write_text(text, encoding="utf-8")
    library = WorkoutLibrary(tmp_path, bundled_workouts(), [tmp_path, bundled_exercises()])
    assert [()] * 2 == [library.check(tmp_path / name) for name, _ in examples]


_GOOD = EVERYTHING.read_bytes()

_SPLICED = st.builds(
    lambda start, length, piece: _GOOD[:start] + piece + _GOOD[start + length :],
    st.integers(0, len(_GOOD)),
    st.integers(0, 40),
    st.one_of(
        st.binary(max_size=12),
        st.text(max_size=12).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.sampled_from(
            [b"{", b"[", b"- ", b": ", b"\n", b"'", b'"', b"&a ", b"*a", b"!!x ", b"---"]
        ),
    ),
)


def _read(content: bytes) -> Workout | FaultyFile:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.yaml"
        path.write_bytes(content)
        try:
            return workout_from(read_document(path), catalogue())
        except FaultyFile as faulty:
            return faulty


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.binary(max_size=200), _SPLICED))
def test_any_bytes_are_a_workout_or_faults(content: bytes) -> None:
    """Whatever a file holds, it is read or refused with faults, and nothing else happens."""
    match _read(content):
        case Workout() as workout:
            assert compile_plan(workout, Settings()).sets
        case FaultyFile(faults=faults):
            assert faults
            assert all(line >= 1 and column >= 1 and text for line, column, text in faults)
