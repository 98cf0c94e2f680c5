"""Every meaning has words."""

import pytest

from matside.core.session.looks import Look, PauseReason, Press
from matside.core.session.record import SetOutcome
from matside.core.weights import Implement, Level, Load, Unit, Weight
from matside.core.workout.model import Dose, Exercise, Hold, MaxHold, MaxReps, Reps, Side, Sides
from matside.core.workout.steps import StepKind
from matside.core.workout.weight_change import WeightChange
from matside.ui.words import dose_words, screen_words, weight_words
from matside.ui.words.outcome_words import outcome_words
from tests.support.core_samples import plan_of

SIXTEEN = Load(16_000, Unit.KILOGRAM)


def test_every_look_has_its_word_in_capitals() -> None:
    """No two looks but none say the same, and all are said in capitals."""
    said = [screen_words.look_word(look) for look in Look]
    assert len(Look) == len(set(said))
    assert said == [word.upper() for word in said]


def test_every_press_says_what_space_does() -> None:
    """Each meaning of Space is said in its own way; nothing is cut where a rest is over."""
    said = [screen_words.press_words(press, "0:05") for press in Press]
    starts = ["Start now", "Start in 0:05", "Cut to 0:05"]
    assert ["Start", "Set done", *starts, "Pause", "Resume", "Done"] == said


def test_time_to_get_set_is_said_and_read_aloud() -> None:
    """Digits with their unit would be read aloud as a letter."""
    assert "5\u00a0s to get set" == dose_words.to_get_set(5)
    assert "1 second to get set" == dose_words.spoken_to_get_set(1)


def test_sides_are_said_in_capitals() -> None:
    """LEFT and RIGHT are shouted; both in turn are not."""
    said = [dose_words.side_word(side) for side in Side]
    assert ["LEFT", "RIGHT", "each side, in turn"] == said


@pytest.mark.parametrize(
    ("weight", "full", "short"),
    [
        (None, "no weight", "no weight"),
        (Weight(Level.LIGHT, 1), "light dumbbell", "1 light"),
        (Weight(Level.MEDIUM, 1), "medium dumbbell", "1 medium"),
        (Weight(Level.LIGHT, 2), "two light dumbbells", "2 light"),
        (Weight(Level.MEDIUM, 2), "two medium dumbbells", "2 medium"),
        (Weight(Level.HEAVY, 1), "heavy dumbbell", "1 heavy"),
        (Weight(SIXTEEN, 2), "two 16 kg dumbbells", "2 × 16 kg"),
        (Weight(SIXTEEN, 1, Implement.KETTLEBELL), "16 kg kettlebell", "16 kg kettlebell"),
        (Weight(Level.LIGHT, 1, Implement.BAND), "light band", "light band"),
        (Weight(Level.MEDIUM, 1, Implement.BALL), "medium ball", "medium ball"),
        (Weight(Level.HEAVY, 1, Implement.BARBELL), "heavy barbell", "heavy barbell"),
        (Weight(Level.LIGHT, 2, Implement.PLATE), "two light plates", "two light plates"),
    ],
)
def test_weights_are_said_in_full_and_in_short(
    weight: Weight | None, full: str, short: str
) -> None:
    """Every weight has its words for a plate, and for beside its sign."""
    assert (full, short) == (weight_words.weight_words(weight), weight_words.short_weight(weight))


@pytest.mark.parametrize(
    ("change", "weight", "said", "spoken"),
    [
        (
            WeightChange.FETCH,
            Weight(Level.MEDIUM, 2),
            "Fetch two medium",
            "Fetch two medium dumbbells",
        ),
        (WeightChange.FETCH, Weight(Level.LIGHT, 1), "Fetch 1 light", "Fetch light dumbbell"),
        (WeightChange.SAME, Weight(Level.LIGHT, 2), "2 light", "two light dumbbells"),
        (WeightChange.PUT_DOWN, None, "Put weights down", "Put weights down"),
        (WeightChange.NONE, None, "no weight", "no weight"),
    ],
)
def test_hands_are_told_what_to_do(
    change: WeightChange, weight: Weight | None, said: str, spoken: str
) -> None:
    """Only what they must do has a verb."""
    assert said == weight_words.hands_words(change, weight)[0]
    assert spoken == weight_words.spoken_hands(change, weight)


@pytest.mark.parametrize(
    ("weight", "load", "said"),
    [
        (
            Weight(Level.MEDIUM, 2),
            SIXTEEN,
            tuple(
                f"{said}{known}"
                for known in (" 16\u00a0kg", "")
                for said in ("Fetch two medium", "Fetch 2 medium", "2 medium")
            ),
        ),
        (
            Weight(SIXTEEN, 2),
            SIXTEEN,
            ("Fetch two 16\u00a0kg", "Fetch 2 × 16\u00a0kg", "2 × 16\u00a0kg"),
        ),
        (Weight(SIXTEEN, 1), SIXTEEN, ("Fetch 16\u00a0kg", "16\u00a0kg")),
        (
            Weight(SIXTEEN, 1, Implement.KETTLEBELL),
            SIXTEEN,
            ("Fetch 16\u00a0kg kettlebell", "16\u00a0kg kettlebell"),
        ),
        (Weight(Level.LIGHT, 1, Implement.BAND), None, ("Fetch light band", "light band")),
    ],
)
def test_hands_are_told_what_it_weighs(
    weight: Weight, load: Load | None, said: tuple[str, ...]
) -> None:
    """Where that is known and there is room; no line ends between a number and its unit."""
    assert said == weight_words.hands_words(WeightChange.FETCH, weight, load)


@pytest.mark.parametrize(
    ("dose", "said"),
    [
        (Reps(8), "8 reps"),
        (Reps(1), "1 rep"),
        (Reps(8, 12), "8–12 reps"),
        (MaxReps(), "max reps"),
        (Hold(90), "1:30 hold"),
        (MaxHold(), "max hold"),
    ],
)
def test_doses_are_told_from_times(dose: Dose, said: str) -> None:
    """Reps are a bare number, times are written as m:ss."""
    assert said == dose_words.dose_words(dose)


@pytest.mark.parametrize(
    ("ms", "shown", "spoken"),
    [
        (1_000, "1 s a rep", "1 second a rep"),
        (2_500, "2.5 s a rep", "2.5 seconds a rep"),
        (30_000, "30 s a rep", "30 seconds a rep"),
    ],
)
def test_paces_are_shown_and_spoken(ms: int, shown: str, spoken: str) -> None:
    """Half seconds are written with a point, whole ones without."""
    assert (shown, spoken) == (dose_words.pace_words(ms), dose_words.spoken_pace(ms))


def test_reps_are_told_with_their_number() -> None:
    """Which one it is, and of how many."""
    assert ("Rep 4 of 8", "of 8") == (dose_words.rep_of(4, 8), dose_words.of_reps(8))


def test_other_side_is_announced_with_its_part() -> None:
    """What comes then names the side, and the part if there is one."""
    assert "Then LEFT arm" == dose_words.then_side(Side.LEFT, "arm")
    assert "Then RIGHT" == dose_words.then_side(Side.RIGHT, "")


def test_rounds_are_said_where_there_are_several() -> None:
    """One round goes without saying, beside the name of a block as well."""
    assert "Round 2 of 3" == screen_words.round_of(2, 3)
    assert "" == screen_words.round_of(1, 1)
    assert "Pair" == screen_words.block_times_rounds("Pair", 1)
    assert "Pair × 3" == screen_words.block_times_rounds("Pair", 3)


@pytest.mark.parametrize(
    "pattern", [screen_words.time_left(), screen_words.ends(), screen_words.paused_for()]
)
def test_patterns_of_time_have_one_place(pattern: str) -> None:
    """Where a time is set apart its pattern says where."""
    assert 1 == pattern.count("{time}")


def test_choices_of_a_pause_speak_of_the_step() -> None:
    """In a rest nothing is said of this set, and in a set nothing of a rest."""
    for say in (screen_words.back_words, screen_words.skip_words):
        assert 3 == len({say(kind) for kind in StepKind})
    assert "Set again" == screen_words.back_words(StepKind.WORK)
    assert "Skip set" == screen_words.skip_words(StepKind.WORK)


def test_a_paused_step_says_what_remains_of_it() -> None:
    """A rest has so much of it to come, and in overtime is over for so long."""
    assert "to go" == screen_words.waiting_words(StepKind.WORK, overtime=False)
    assert "of rest" == screen_words.waiting_words(StepKind.REST, overtime=False)
    assert "over" == screen_words.waiting_words(StepKind.REST, overtime=True)


def test_pause_asked_for_needs_no_reason() -> None:
    """Only a pause that nobody asked for says why."""
    said = [
        screen_words.why_words(why)
        for why in (PauseReason.ASKED, PauseReason.FORGOTTEN, PauseReason.SLEPT)
    ]
    assert ["", "Set left alone", "The laptop slept"] == said


def test_outcome_of_a_press_is_said() -> None:
    """Done and skipped are told apart."""
    assert "Set done" == outcome_words(SetOutcome.DONE)
    assert "Set skipped" == outcome_words(SetOutcome.SKIPPED)


def test_dose_of_an_alternating_set_is_told_for_each_side() -> None:
    """As on the cards of the start page; that of one side, and of a hold, is what it is."""
    doses = (Reps(8), Reps(8, 12), MaxReps(), Hold(30))
    plan = plan_of(*(Exercise("Row", dose, sides=Sides.ALTERNATING) for dose in doses))
    expected = ["8 each side", "8–12 each side", "max each side", "0:30 hold"]
    assert expected == [dose_words.set_dose_words(step) for step in plan.sets]
    one = plan_of(Exercise("Row", Reps(8), sides=Sides.EACH)).sets[0]
    assert "8 reps" == dose_words.set_dose_words(one)
