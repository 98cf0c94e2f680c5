"""What a set asks for, in words: its side, dose, weights and pace."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from matside.core.durations import SECOND, clock
from matside.core.workout.model import Dose, Hold, Level, Reps, Side, Weight


def side_word(side: Side) -> str:
    """Return the word of `side` as the plate shows it: LEFT, RIGHT or each side in turn."""
    match side:
        case Side.LEFT:
            return QCoreApplication.translate("Side", "LEFT")
        case Side.RIGHT:
            return QCoreApplication.translate("Side", "RIGHT")
        case Side.BOTH:
            return in_turn()
        case _:
            assert_never(side)


def in_turn() -> str:
    """Return the words for reps that alternate between the sides."""
    return QCoreApplication.translate("Side", "each side, in turn")


def then_side(side: Side, part: str) -> str:
    """Return what comes after this side: `Then LEFT arm`."""
    pattern = QCoreApplication.translate("Side", "Then {side} {part}")
    return pattern.format(side=side_word(side), part=part).rstrip()


def weight_words(weight: Weight | None) -> str:
    """Return what to hold, in full: `two medium dumbbells`."""
    match weight:
        case None:
            return QCoreApplication.translate("Weight", "no weight")
        case Weight(Level.LIGHT, 1):
            return QCoreApplication.translate("Weight", "light dumbbell")
        case Weight(Level.MEDIUM, 1):
            return QCoreApplication.translate("Weight", "medium dumbbell")
        case Weight(Level.LIGHT, _):
            return QCoreApplication.translate("Weight", "two light dumbbells")
        case _:
            return QCoreApplication.translate("Weight", "two medium dumbbells")


def short_weight(weight: Weight | None) -> str:
    """Return what to hold, in short: `2 medium`; it stands beside an icon."""
    if weight is None:
        return weight_words(None)
    return f"{weight.count} {level_word(weight.level)}"


def level_word(level: Level) -> str:
    """Return how heavy a dumbbell is."""
    match level:
        case Level.LIGHT:
            return QCoreApplication.translate("Weight", "light")
        case Level.MEDIUM:
            return QCoreApplication.translate("Weight", "medium")
        case _:
            assert_never(level)


def dose_words(dose: Dose) -> str:
    """Return the dose of an exercise: `8 reps`, or `for 0:30`."""
    match dose:
        case Hold(seconds):
            pattern = QCoreApplication.translate("Dose", "for {time}")
            return pattern.format(time=clock(seconds))
        case Reps(count):
            return f"{count} {reps_word(count)}"
        case _:
            assert_never(dose)


def to_get_set(seconds: int) -> str:
    """Return the lead-in that a press has given: `5 s to get set`."""
    pattern = QCoreApplication.translate("Stage", "{seconds} s to get set")
    return pattern.format(seconds=seconds)


def spoken_to_get_set(seconds: int) -> str:
    """Return the same as it is read aloud."""
    pattern = QCoreApplication.translate("Stage", "{time} to get set")
    return pattern.format(time=seconds_words(seconds))


def seconds_words(seconds: int) -> str:
    """Return a length as it is read aloud: `30 seconds`."""
    if seconds == 1:
        return QCoreApplication.translate("Dose", "1 second")
    return QCoreApplication.translate("Dose", "{seconds} seconds").format(seconds=seconds)


def reps_word(count: int) -> str:
    """Return the word beside the number of reps."""
    if count == 1:
        return QCoreApplication.translate("Dose", "rep")
    return QCoreApplication.translate("Dose", "reps")


def of_reps(count: int) -> str:
    """Return the total of reps, beside the number of the current one: `of 8`."""
    return QCoreApplication.translate("Dose", "of {count}").format(count=count)


def rep_of(number: int, count: int) -> str:
    """Return which rep it is: `Rep 4 of 8`."""
    pattern = QCoreApplication.translate("Dose", "Rep {number} of {count}")
    return pattern.format(number=number, count=count)


def pace_words(ms: int) -> str:
    """Return how long a rep of `ms` takes: `2.5 s a rep`."""
    pattern = QCoreApplication.translate("Dose", "{seconds} s a rep")
    return pattern.format(seconds=f"{ms / SECOND:g}")


def rep_pace_words(*, on: bool) -> str:
    """Return that rep pace has been switched on, or off."""
    if on:
        return QCoreApplication.translate("Dose", "Rep pace on")
    return QCoreApplication.translate("Dose", "Rep pace off")


def spoken_pace(ms: int) -> str:
    """Return how long a rep of `ms` takes, as it is read aloud: `2.5 seconds a rep`."""
    if ms == SECOND:
        return QCoreApplication.translate("Dose", "1 second a rep")
    pattern = QCoreApplication.translate("Dose", "{seconds} seconds a rep")
    return pattern.format(seconds=f"{ms / SECOND:g}")
