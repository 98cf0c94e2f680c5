"""The words of the start page."""

from typing import assert_never

from matside.core.durations import clock
from matside.core.ports.devices import Instead, VoiceState
from matside.core.weights import Implement, Level, Weight
from matside.core.workout.model import Dose, Exercise, Hold, MaxHold, MaxReps, Reps, Sides
from matside.core.workout.overview import Needed
from matside.ui.words.dose_words import reps_number, reps_word
from matside.ui.words.translation import translate
from matside.ui.words.weight_words import heaviness_words, implement_word, load_words, weight_words

DOSES_TOLD = 4
"""How many rounds of their own a card tells the doses of."""


def rounds_words(rounds: int) -> str:
    """Return how many rounds: `3 rounds`."""
    if rounds == 1:
        return translate("Start", "1 round")
    return translate("Start", "{rounds} rounds").format(rounds=rounds)


def ago(days: int) -> str:
    """Return how long ago `days` are: `8 days ago`."""
    if days < 2:
        return translate("Start", "yesterday") if days else translate("Start", "today")
    for most, length, pattern in (
        (14, 1, translate("Start", "{number} days ago")),
        (61, 7, translate("Start", "{number} weeks ago")),
        (731, 30, translate("Start", "{number} months ago")),
    ):
        if days < most:
            return pattern.format(number=days // length)
    return translate("Start", "{number} years ago").format(number=days // 365)


def last_done(days: int | None) -> str:
    """Return when a workout was done whose last time is `days` ago, None for never."""
    if days is None:
        return translate("Start", "Not done yet")
    return translate("Start", "Last done {ago}").format(ago=ago(days))


def fact_in_list(days: int | None, *, is_due: bool) -> str:
    """Return what the list says of a workout: `Due this week`, else when it was done last."""
    if is_due:
        return translate("Start", "Due this week")
    return translate("Start", "never") if days is None else ago(days)


def dose_on_card(exercise: Exercise) -> str:
    """Return the dose in the fewest words: `30 s each side`, `8 reps`, `12, 10, 8 each side`."""
    told = exercise.doses[:DOSES_TOLD]
    words = [_bare_dose(dose) for dose in told]
    if len(exercise.doses) > DOSES_TOLD:
        words.append("…")
    dose, sides = ", ".join(words), _sides_words(exercise.sides)
    most = [each.most for each in exercise.doses if isinstance(each, Reps)]
    if most and not sides and not isinstance(told[-1], MaxReps):
        return f"{dose} {reps_word(max(most))}"
    return f"{dose} {sides}" if sides else dose


def _bare_dose(dose: Dose) -> str:
    match dose:
        case Hold(seconds):
            if seconds > 90:
                return clock(seconds)
            return translate("Start", "{seconds} s").format(seconds=seconds)
        case MaxHold():
            return translate("Start", "max hold")
        case Reps():
            return reps_number(dose)
        case MaxReps():
            return translate("Start", "max reps")
        case _:
            assert_never(dose)


def _sides_words(sides: Sides) -> str:
    match sides:
        case Sides.NONE:
            return ""
        case Sides.EACH | Sides.ALTERNATING:
            return translate("Start", "each side")


def more_exercises(count: int) -> str:
    """Return that there are `count` more exercises than are shown."""
    if count == 1:
        return translate("Start", "1 more exercise")
    return translate("Start", "{count} more exercises").format(count=count)


def weight_needed(needed: Needed) -> str:
    """Return what is needed: `Light pair, 4 kg`, `Kettlebell, 16 kg`."""
    words = weight_named(needed.weight)
    return words if needed.load is None else f"{words}, {load_words(needed.load)}"


def set_weight() -> str:
    """Return what the press beside a weight does of which nobody has said what it weighs."""
    return translate("Start", "set weight")


def weight_named(weight: Weight) -> str:
    """Return what is needed without what it weighs: `Light pair`, `Kettlebell`."""
    are_dumbbells = weight.of is Implement.DUMBBELL
    match weight.level, weight.count:
        case None, 1 if are_dumbbells:
            return translate("Start", "One dumbbell")
        case None, _ if are_dumbbells:
            return translate("Start", "Pair")
        case None, 1:
            words = implement_word(weight)
        case None, _:
            pattern = translate("Start", "Two {things}")
            words = pattern.format(things=implement_word(weight))
        case Level(), 1 if are_dumbbells:
            pattern = translate("Start", "One {heaviness}")
            words = pattern.format(heaviness=heaviness_words(weight))
        case Level(), _ if are_dumbbells:
            pattern = translate("Start", "{heaviness} pair")
            words = pattern.format(heaviness=heaviness_words(weight))
        case _:
            words = weight_words(weight)
    return words[:1].upper() + words[1:]


def equipment_word(word: str) -> str:
    """Return the equipment `word`; the mat is translated, all others stay as written."""
    if word == "mat":
        return translate("Start", "Mat")
    return word[:1].upper() + word[1:]


def nothing_needed() -> str:
    """Return what is listed for a workout that needs no equipment."""
    return translate("Start", "Nothing")


def as_written() -> str:
    """Return what the stepper shows if the rounds of the blocks differ."""
    return translate("Start", "as written")


def safety_line() -> str:
    """Return the advice that every start is given."""
    return translate(
        "Start", "Move without pain. Stop if it is sharp, or if you feel dizzy or numb."
    )


def voice_line(voice: VoiceState) -> str:
    """Return who speaks and why, if it is not the recorded voice; else ""."""
    match voice.instead:
        case Instead.OTHER_WORDS:
            return translate(
                "Start", "Said by this computer's voice: not all its words are recorded."
            )
        case Instead.OTHER_SPEED:
            return translate(
                "Start", "Said by this computer's voice, at the speed of your settings."
            )
        case Instead.NO_RECORDING:
            return translate("Start", "Said by this computer's voice: there is no recorded one.")
        case None:
            return ""
