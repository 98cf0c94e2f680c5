"""Every sentence has its words, and says the part of the body, never "the other side"."""

import pytest

from matside.core.settings import Settings
from matside.core.speech.sentences import Sentence, SentenceKind, sentences
from matside.core.weights import Implement, Level, Load, Unit, Weight
from matside.core.workout.model import Dose, Exercise, Hold, MaxHold, MaxReps, Reps, Side, Sides
from matside.ui.words.voice_words import sample, spoken
from tests.support.core_samples import plan_of

SIXTEEN = Load(16_000, Unit.KILOGRAM)
CHOP = Exercise(
    "Half-Kneeling Chop",
    Reps(8),
    sides=Sides.EACH,
    weight=Weight(Level.LIGHT, 1),
    cues=("{Side} knee down; one dumbbell by that hip.", "Past the {other} shoulder"),
    fix="Do not lean back",
    part="knee down",
    position="Half-kneeling",
)
LEFT = Side.LEFT


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Get ready.", Sentence(SentenceKind.GET_READY)),
        ("Rest.", Sentence(SentenceKind.REST)),
        ("Every minute.", Sentence(SentenceKind.EVERY_MINUTE)),
        ("As many rounds as you can.", Sentence(SentenceKind.ALL_YOU_CAN)),
        ("First: Half-Kneeling Chop.", Sentence(SentenceKind.FIRST, CHOP)),
        ("Next: Half-Kneeling Chop.", Sentence(SentenceKind.NEXT, CHOP)),
        ("Half-Kneeling Chop.", Sentence(SentenceKind.NAME, CHOP)),
        ("Half-Kneeling Chop in ten seconds.", Sentence(SentenceKind.SOON, CHOP)),
        ("Left knee down.", Sentence(SentenceKind.SIDE, CHOP, LEFT)),
        ("Right knee down.", Sentence(SentenceKind.SIDE, CHOP, Side.RIGHT)),
        ("One light dumbbell.", Sentence(SentenceKind.WEIGHT, CHOP)),
        ("Half-kneeling.", Sentence(SentenceKind.POSITION, CHOP)),
        ("8 reps.", Sentence(SentenceKind.DOSE, CHOP)),
        ("Left knee down; one dumbbell by that hip.", Sentence(SentenceKind.CUE, CHOP, LEFT, 1)),
        ("Past the right shoulder.", Sentence(SentenceKind.CUE, CHOP, LEFT, 2)),
        ("Do not lean back.", Sentence(SentenceKind.FIX, CHOP, LEFT)),
        ("Half-way.", Sentence(SentenceKind.HALF_WAY)),
        ("Ten seconds.", Sentence(SentenceKind.TEN_SECONDS)),
        ("7.", Sentence(SentenceKind.COUNT, number=7)),
        ("Workout done.", Sentence(SentenceKind.FINISHED)),
    ],
)
def test_each_sentence_is_said_in_its_words(words: str, sentence: Sentence) -> None:
    """It ends with a full stop, which tells a voice to go down."""
    assert words == spoken(sentence)


@pytest.mark.parametrize(("side", "words"), [(LEFT, "Left side."), (Side.RIGHT, "Right side.")])
def test_a_side_without_a_part_is_a_side(side: Side, words: str) -> None:
    """An exercise need not say which part of the body its sides are of."""
    plank = Exercise("Side plank", Hold(30), sides=Sides.EACH)
    assert words == spoken(Sentence(SentenceKind.SIDE, plank, side))


@pytest.mark.parametrize(
    ("weight", "words"),
    [
        (Weight(Level.MEDIUM, 1), "One medium dumbbell."),
        (Weight(Level.LIGHT, 2), "Two light dumbbells."),
        (Weight(Level.MEDIUM, 2), "Two medium dumbbells."),
        (Weight(Level.HEAVY, 2, Implement.KETTLEBELL), "Two heavy kettlebells."),
        (Weight(Level.LIGHT, 1, Implement.BAND), "One light band."),
        (Weight(SIXTEEN, 2), "Two dumbbells."),
        (Weight(SIXTEEN, 1, Implement.KETTLEBELL), "One kettlebell."),
    ],
)
def test_each_weight_has_its_words(weight: Weight, words: str) -> None:
    """What to fetch is said with its number."""
    curl = Exercise("Curl", Reps(8), weight=weight)
    assert words == spoken(Sentence(SentenceKind.WEIGHT, curl))


@pytest.mark.parametrize(
    ("dose", "sides", "words"),
    [
        (Reps(1), Sides.NONE, "1 rep."),
        (Reps(1), Sides.ALTERNATING, "1 rep each side, in turn."),
        (Reps(8), Sides.NONE, "8 reps."),
        (Reps(8), Sides.ALTERNATING, "8 reps each side, in turn."),
        (Reps(8, 12), Sides.EACH, "8 to 12 reps."),
        (Reps(8, 12), Sides.ALTERNATING, "8 to 12 reps each side, in turn."),
        (MaxReps(), Sides.NONE, "As many as you can."),
        (MaxHold(), Sides.NONE, "As long as you can."),
    ],
)
def test_each_dose_has_its_words(dose: Dose, sides: Sides, words: str) -> None:
    """One rep is one, and reps in turn are said so."""
    curl = Exercise("Curl", dose, sides=sides)
    assert words == spoken(Sentence(SentenceKind.DOSE, curl))


def test_all_that_a_plan_may_say_has_words() -> None:
    """No sentence of a plan with everything in it is empty."""
    plan = plan_of(CHOP, Exercise("Hold", Hold(30)), settings=Settings(rep_pace=True))
    assert all(spoken(sentence) for sentence in sentences(plan))


def test_the_sample_sounds_as_a_rest_does() -> None:
    """It lets the voice be heard with what it says most."""
    assert sample().startswith(spoken(Sentence(SentenceKind.REST)))
