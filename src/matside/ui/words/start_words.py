"""The words of the start page."""

from PySide6.QtCore import QCoreApplication

from matside.core.durations import clock
from matside.core.ports.devices import Instead, VoiceState
from matside.core.workout.model import Exercise, Hold, Level, Reps, Sides, Weight
from matside.ui.words.set_texts import reps_word


def rounds_words(rounds: int) -> str:
    """Return how many rounds: `3 rounds`."""
    if rounds == 1:
        return QCoreApplication.translate("Start", "1 round")
    return QCoreApplication.translate("Start", "{rounds} rounds").format(rounds=rounds)


def dose_on_card(exercise: Exercise) -> str:
    """Return the dose in the fewest words: `30 s each side`, `8 reps`, `8 each side`."""
    match exercise.dose, exercise.sides:
        case Hold(seconds), sides:
            dose = _seconds_words(seconds)
        case Reps(count), Sides.NONE:
            return f"{count} {reps_word(count)}"
        case Reps(count), sides:
            dose = str(count)
    return " ".join(part for part in (dose, _sides_words(sides)) if part)


def _seconds_words(seconds: int) -> str:
    if seconds > 90:
        return clock(seconds)
    return QCoreApplication.translate("Start", "{seconds} s").format(seconds=seconds)


def _sides_words(sides: Sides) -> str:
    match sides:
        case Sides.NONE:
            return ""
        case Sides.EACH | Sides.ALTERNATING:
            return QCoreApplication.translate("Start", "each side")


def weight_needed(weight: Weight) -> str:
    """Return which dumbbells are needed: `Light pair`."""
    match weight:
        case Weight(Level.LIGHT, 1):
            return QCoreApplication.translate("Start", "One light")
        case Weight(Level.LIGHT, _):
            return QCoreApplication.translate("Start", "Light pair")
        case Weight(Level.MEDIUM, 1):
            return QCoreApplication.translate("Start", "One medium")
        case _:
            return QCoreApplication.translate("Start", "Medium pair")


def equipment_word(word: str) -> str:
    """Return the equipment `word`; the mat is translated, all others stay as written."""
    if word == "mat":
        return QCoreApplication.translate("Start", "Mat")
    return word[:1].upper() + word[1:]


def nothing_needed() -> str:
    """Return what is listed for a workout that needs no equipment."""
    return QCoreApplication.translate("Start", "Nothing")


def left_out_word() -> str:
    """Return the word on a card that is left out."""
    return QCoreApplication.translate("Start", "left out")


def as_written() -> str:
    """Return what the stepper shows if the rounds of the blocks differ."""
    return QCoreApplication.translate("Start", "as written")


def safety_line() -> str:
    """Return the advice that every start is given."""
    return QCoreApplication.translate(
        "Start", "Move without pain. Stop if it is sharp, or if you feel dizzy or numb."
    )


def no_medical_advice() -> str:
    """Return what Matside is not."""
    return QCoreApplication.translate(
        "Start", "In doubt, ask your doctor: Matside keeps time and is not medical advice."
    )


def voice_line(voice: VoiceState) -> str:
    """Return who speaks and why, if it is not the recorded voice; else ""."""
    match voice.instead:
        case Instead.OTHER_WORDS:
            return QCoreApplication.translate(
                "Start", "Said by the system's voice: not all its words are recorded."
            )
        case Instead.OTHER_SPEED:
            return QCoreApplication.translate(
                "Start", "Said by the system's voice, at the speed of your settings."
            )
        case Instead.NO_RECORDING:
            return QCoreApplication.translate(
                "Start", "Said by the system's voice: there is no recorded one."
            )
        case None:
            return ""
