"""What an author writes, and the athlete's choice for one session."""

import pytest

from matside.core.workout.model import (
    Block,
    BlockKind,
    Exercise,
    Hold,
    Side,
    Sides,
    Workout,
    text_for,
    without_side,
)

PLANK = Exercise("Plank", Hold(20))


def block(kind: BlockKind, rounds: int) -> Block:
    """Return a block of `kind`."""
    return Block("Some", kind, (PLANK,), rounds)


def rounds_of(workout: Workout) -> list[int]:
    """Return the rounds of each block."""
    return [block.rounds for block in workout.blocks]


EVERY_KIND = Workout(
    "Some",
    (
        block(BlockKind.WARMUP, 2),
        block(BlockKind.SUPERSET, 3),
        block(BlockKind.CIRCUIT, 3),
        block(BlockKind.COOLDOWN, 1),
    ),
)


def test_chosen_rounds_replace_those_of_supersets_and_circuits() -> None:
    """Warm-up and cooldown keep the rounds of the file."""
    assert [2, 5, 5, 1] == rounds_of(EVERY_KIND.chosen(rounds=5))


def test_without_a_choice_the_file_holds() -> None:
    """No choice leaves the workout as it is written."""
    assert EVERY_KIND == EVERY_KIND.chosen()


def test_block_left_out_keeps_its_place() -> None:
    """A block left out has 0 rounds, whatever was chosen; no block is renumbered."""
    chosen = EVERY_KIND.chosen(rounds=5, left_out={0, 1})

    assert [0, 0, 5, 1] == rounds_of(chosen)
    assert [b.kind for b in EVERY_KIND.blocks] == [b.kind for b in chosen.blocks]


@pytest.mark.parametrize(
    ("blocks", "rounds"),
    [
        ((block(BlockKind.SUPERSET, 3), block(BlockKind.CIRCUIT, 3)), 3),
        ((block(BlockKind.WARMUP, 2), block(BlockKind.SUPERSET, 4)), 4),
        ((block(BlockKind.SUPERSET, 3), block(BlockKind.CIRCUIT, 2)), None),
        ((block(BlockKind.WARMUP, 2),), None),
    ],
)
def test_rounds_as_written_are_those_all_blocks_share(
    blocks: tuple[Block, ...], rounds: int | None
) -> None:
    """Where supersets and circuits differ, or there are none, there is no one number."""
    assert rounds == Workout("Some", blocks).rounds_as_written


@pytest.mark.parametrize(
    ("sides", "first", "order"),
    [
        (Sides.NONE, Side.LEFT, (None,)),
        (Sides.ALTERNATING, Side.LEFT, (Side.BOTH,)),
        (Sides.EACH, Side.LEFT, (Side.LEFT, Side.RIGHT)),
        (Sides.EACH, Side.RIGHT, (Side.RIGHT, Side.LEFT)),
    ],
)
def test_order_of_sides(sides: Sides, first: Side, order: tuple[Side | None, ...]) -> None:
    """Each gives two sets, the first side first; alternating and none give one."""
    assert order == Exercise("Plank", Hold(20), sides=sides, first_side=first).order_of_sides


def test_both_sides_have_no_other() -> None:
    """Left and right are each other's other; both is its own."""
    assert [Side.RIGHT, Side.LEFT, Side.BOTH] == [side.other for side in Side]


def test_texts_name_the_side() -> None:
    """The three words in braces are replaced plainly, and nothing else is."""
    text = "{Side} arm: {side} over {other}, {sides} and {0} {}"

    assert "Left arm: left over right, {sides} and {0} {}" == text_for(text, Side.LEFT)
    assert "Right arm: right over left, {sides} and {0} {}" == text_for(text, Side.RIGHT)


@pytest.mark.parametrize("side", [None, Side.BOTH])
def test_texts_stay_as_written_without_a_side(side: Side | None) -> None:
    """A set that names no side has nothing to put in."""
    assert "Slide your {side} arm" == text_for("Slide your {side} arm", side)


def test_an_exercise_is_called_by_the_side_it_is_done_on() -> None:
    """Name, part and position name the side; what is filled where it is shown stays."""
    plank = Exercise(
        "{Side} plank",
        Hold(30),
        sides=Sides.EACH,
        part="{side} arm",
        position="On your {other} side",
        cues=("Lift your {side} hip.",),
    )
    left = plank.on(Side.LEFT)
    assert ("Left plank", "left arm", "On your right side") == (
        left.name,
        left.part,
        left.position,
    )
    assert plank.cues == left.cues
    assert "Plank" == plank.plain_name
    plain = Exercise("Plank", Hold(30), sides=Sides.EACH)
    assert plain is plain.on(Side.RIGHT)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Slide your {side} arm under your chest", "Slide your arm under your chest"),
        ("{Side} knee down; one dumbbell by that hip.", "Knee down; one dumbbell by that hip."),
        ("{side} arm, {other} leg", "arm, leg"),
        ("{Side}", "Side"),
        ("{sides}  as it is", "{sides}  as it is"),
    ],
)
def test_a_text_is_said_without_a_side(text: str, plain: str) -> None:
    """The word goes, and with it one blank; braces that name no side stay."""
    assert plain == without_side(text)


def test_an_exercise_without_sides_names_none() -> None:
    """None of its texts holds a brace that anybody would see."""
    text = "Your {side} arm"
    exercise = Exercise(
        text, Hold(30), cues=(text, text), fix=text, glance=text, part=text, position=text
    )
    said = exercise.sideless()
    texts = {said.name, *said.cues, said.fix, said.glance, said.part, said.position}
    assert {"Your arm"} == texts


@pytest.mark.parametrize(
    ("glance", "expected"),
    [
        ("", ("Ribs down.", "Lift across.")),
        ("Ribs down", ("Lift across.",)),
        ("ribs  DOWN!", ("Lift across.",)),
        ("Ribs", ("Ribs down.", "Lift across.")),
    ],
)
def test_cues_beside_the_glance_say_something_else(glance: str, expected: tuple[str, ...]) -> None:
    """What is read at a glance in the same words is not said twice."""
    exercise = Exercise("Chop", Hold(20), cues=("Ribs down.", "Lift across."), glance=glance)
    assert expected == exercise.cues_beside_glance
