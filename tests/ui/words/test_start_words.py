"""The words of the start page are as short as they can be."""

import pytest

from matside.core.ports.devices import Instead, Speaks, VoiceFault, VoiceState
from matside.core.weights import Implement, Level, Load, Unit, Weight
from matside.core.workout.model import Dose, Exercise, Hold, MaxHold, MaxReps, Reps, Sides
from matside.core.workout.overview import Needed
from matside.ui.words.start_words import (
    dose_on_card,
    equipment_word,
    rounds_words,
    voice_line,
    weight_needed,
)

FOUR = Load(4_000, Unit.KILOGRAM)


@pytest.mark.parametrize(
    ("dose", "sides", "expected"),
    [
        (Hold(30), Sides.NONE, "30 s"),
        (Hold(90), Sides.EACH, "90 s each side"),
        (Hold(91), Sides.NONE, "1:31"),
        (Hold(3600), Sides.NONE, "60:00"),
        (Reps(1), Sides.NONE, "1 rep"),
        (Reps(8), Sides.NONE, "8 reps"),
        (Reps(8), Sides.EACH, "8 each side"),
        (Reps(8), Sides.ALTERNATING, "8 each side"),
    ],
)
def test_a_dose_on_a_card(dose: Dose, sides: Sides, expected: str) -> None:
    """Seconds up to a minute and a half, then a clock; reps by side."""
    assert expected == dose_on_card(Exercise("Any", dose, sides=sides))


@pytest.mark.parametrize(
    ("doses", "sides", "expected"),
    [
        ((Reps(8, 12),), Sides.NONE, "8–12 reps"),
        ((Reps(8, 12),), Sides.EACH, "8–12 each side"),
        ((Reps(12), Reps(10), Reps(8)), Sides.NONE, "12, 10, 8 reps"),
        ((Reps(8, 12), MaxReps()), Sides.NONE, "8–12, max reps"),
        ((Reps(8), MaxReps()), Sides.EACH, "8, max reps each side"),
        ((Hold(30), MaxHold()), Sides.NONE, "30 s, max hold"),
        ((Reps(5), Reps(4), Reps(3), Reps(2), Reps(1)), Sides.NONE, "5, 4, 3, 2, … reps"),
        ((Hold(20), Hold(30)), Sides.EACH, "20 s, 30 s each side"),
        ((MaxReps(),), Sides.NONE, "max reps"),
        ((MaxReps(),), Sides.EACH, "max reps each side"),
        ((MaxHold(),), Sides.NONE, "max hold"),
    ],
)
def test_doses_of_several_rounds_on_a_card(
    doses: tuple[Dose, ...], sides: Sides, expected: str
) -> None:
    """The first four are told one by one; a range and what has no end are told as such."""
    dose, *later = doses
    exercise = Exercise("Any", dose, sides=sides, later=tuple(later))
    assert expected == dose_on_card(exercise)


@pytest.mark.parametrize(
    ("weight", "load", "expected"),
    [
        (Weight(Level.LIGHT, 1), None, "One light"),
        (Weight(Level.LIGHT, 2), None, "Light pair"),
        (Weight(Level.LIGHT, 2), FOUR, "Light pair, 4 kg"),
        (Weight(Level.MEDIUM, 1), None, "One medium"),
        (Weight(Level.MEDIUM, 2), None, "Medium pair"),
        (Weight(Level.HEAVY, 2), None, "Heavy pair"),
        (Weight(FOUR, 2), FOUR, "Pair, 4 kg"),
        (Weight(FOUR, 1), FOUR, "One dumbbell, 4 kg"),
        (Weight(FOUR, 1, Implement.KETTLEBELL), FOUR, "Kettlebell, 4 kg"),
        (Weight(FOUR, 2, Implement.KETTLEBELL), FOUR, "Two kettlebells, 4 kg"),
        (Weight(Level.HEAVY, 1, Implement.KETTLEBELL), FOUR, "Heavy kettlebell, 4 kg"),
        (Weight(Level.LIGHT, 1, Implement.BAND), None, "Light band"),
    ],
)
def test_what_lies_ready(weight: Weight, load: Load | None, expected: str) -> None:
    """One dumbbell or a pair of each level."""
    assert expected == weight_needed(Needed(weight, load))


@pytest.mark.parametrize(("word", "expected"), [("mat", "Mat"), ("yoga block", "Yoga block")])
def test_equipment_begins_with_a_capital(word: str, expected: str) -> None:
    """Words of files stay as written but for that."""
    assert expected == equipment_word(word)


@pytest.mark.parametrize(("rounds", "expected"), [(1, "1 round"), (2, "2 rounds")])
def test_rounds_are_counted(rounds: int, expected: str) -> None:
    """The word follows the number."""
    assert expected == rounds_words(rounds)


@pytest.mark.parametrize(
    "voice",
    [VoiceState(), VoiceState(Speaks.RECORDED), VoiceState(Speaks.RECORDED, VoiceFault.PARTLY)],
)
def test_of_the_recorded_voice_nothing_is_said(voice: VoiceState) -> None:
    """It is what everybody hears; what it lacks is warned of elsewhere."""
    assert "" == voice_line(voice)


@pytest.mark.parametrize(
    ("instead", "why"),
    [
        (Instead.OTHER_WORDS, "not all its words are recorded"),
        (Instead.OTHER_SPEED, "at the speed of your settings"),
        (Instead.NO_RECORDING, "there is no recorded one"),
    ],
)
def test_of_an_engine_it_is_said_why_it_speaks(instead: Instead, why: str) -> None:
    """Who expects the recorded voice need not search for a fault."""
    line = voice_line(VoiceState(Speaks.ENGINE, instead=instead))
    assert line.startswith("Said by this computer's voice")
    assert why in line
