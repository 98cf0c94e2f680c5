"""The one big number of the stage: a time, the reps or the current rep, and its words."""

from matside.core.workout.model import MaxHold, MaxReps, Reps, Side
from matside.core.workout.steps import Work
from matside.ui.stage.countdown import Digits, count_digits, time_digits
from matside.ui.stage.layout.frame import Showing
from matside.ui.words import dose_words, screen_words
from matside.ui.words.translation import translate


def counted_dose(showing: Showing) -> Reps | MaxReps | None:
    """Return the dose of the set where its reps are the number, or one of them is; else None.

    While a lead-in counts down, its seconds are the number.
    """
    reading, dose = showing.reading, showing.exercise.dose
    counts_down = reading.rep is None or reading.held_back is not None
    if not isinstance(dose, Reps | MaxReps) or (reading.seconds is not None and counts_down):
        return None
    return dose


def widest_count(showing: Showing, dose: Reps | MaxReps) -> str:
    """Return the widest of the numbers that are shown in a set of `dose`, one after the other."""
    if isinstance(dose, MaxReps):
        return translate("Dose", "MAX")
    return dose_words.reps_number(dose) if showing.reading.rep is None else str(dose.most)


def before_number(showing: Showing) -> str:
    """Return what stands before the number: `Rep` where a pause shows the current one."""
    return translate("Dose", "Rep") if showing.paused and showing.reading.rep is not None else ""


def beside_number(showing: Showing, *, alone: bool = False) -> str:
    """Return what stands beside the number: `reps`, `of 8`, in a pause `to go`; else nothing.

    Where it stands `alone`, and nothing else tells that reps alternate, it is `each side`.
    """
    reading, step = showing.reading, showing.reading.step
    match counted_dose(showing):
        case Reps(most=count) if reading.rep is not None:
            return dose_words.of_reps(count)
        case Reps() | MaxReps() if alone and reading.shown.side is Side.BOTH:
            return dose_words.each_side()
        case Reps(most=count) | MaxReps(estimate=count):
            return dose_words.reps_word(count)
        case None if not showing.paused:
            return ""
        case _ if isinstance(step, Work) and isinstance(step.exercise.dose, MaxHold):
            return screen_words.so_far()
        case _:
            return screen_words.waiting_words(step.key.kind, overtime=reading.overtime)


def number_digits(showing: Showing, *, width: float, cap: float, least: float) -> Digits:
    """Return the number in digits `cap` px high, or lower (from `least` on) to fit `width` px."""
    reading = showing.reading
    if (dose := counted_dose(showing)) is not None:
        widest = widest_count(showing, dose)
        shown = widest if reading.rep is None else str(reading.rep)
        return Digits(shown, count_digits(widest, width=width, cap=cap, least=least).cap)
    return time_digits(
        reading.seconds or 0, width=width, cap=cap, least=least, overtime=reading.overtime
    )
