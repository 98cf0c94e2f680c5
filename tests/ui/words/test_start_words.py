"""The words of the start page are as short as they can be."""

import pytest

from matside.core.ports.devices import Instead, Speaks, VoiceFault, VoiceState
from matside.core.workout.model import Dose, Exercise, Hold, Level, Reps, Sides, Weight
from matside.ui.words.start_words import (
    dose_on_card,
    equipment_word,
    rounds_words,
    voice_line,
    weight_needed,
)


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
    ("weight", "expected"),
    [
        (Weight(Level.LIGHT, 1), "One light"),
        (Weight(Level.LIGHT, 2), "Light pair"),
        (Weight(Level.MEDIUM, 1), "One medium"),
        (Weight(Level.MEDIUM, 2), "Medium pair"),
    ],
)
def test_what_lies_ready(weight: Weight, expected: str) -> None:
    """One dumbbell or a pair of each level."""
    assert expected == weight_needed(weight)


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
    assert line.startswith("Said by the system's voice")
    assert why in line
