"""What a set asks for, in words: its side, dose and pace."""

from typing import TYPE_CHECKING, assert_never

from matside.core.durations import SECOND, clock
from matside.core.workout.model import Dose, Hold, MaxHold, MaxReps, Reps, Side
from matside.ui.words.local_words import decimal
from matside.ui.words.translation import translate
from matside.ui.words.weight_words import load_words

if TYPE_CHECKING:
    from matside.core.session.record import LastSet
    from matside.core.workout.steps import Work


def side_word(side: Side) -> str:
    """Return the word of `side` as the plate shows it: LEFT, RIGHT or each side in turn."""
    match side:
        case Side.LEFT:
            return translate("Side", "LEFT")
        case Side.RIGHT:
            return translate("Side", "RIGHT")
        case Side.BOTH:
            return in_turn()
        case _:
            assert_never(side)


def in_turn() -> str:
    """Return the words for reps that alternate between the sides."""
    return translate("Side", "each side, in turn")


def each_side() -> str:
    """Return the same in short."""
    return translate("Side", "each side")


def then_side(side: Side, part: str) -> str:
    """Return what comes after this side: `Then LEFT arm`."""
    pattern = translate("Side", "Then {side} {part}")
    return pattern.format(side=side_word(side), part=part).rstrip()


def part_words(part: str) -> tuple[str, ...]:
    """Return the part of the body that a side means, and in short: `knee down`, `knee`."""
    short = part.removesuffix(" down")
    return (part,) if short == part else (part, short)


def dose_words(dose: Dose) -> str:
    """Return the dose of an exercise: `8 reps`, `8–12 reps`, `max reps` or `0:30 hold`."""
    match dose:
        case Hold(seconds):
            pattern = translate("Dose", "{time} hold")
            return pattern.format(time=clock(seconds))
        case MaxHold():
            return translate("Dose", "max hold")
        case Reps():
            return f"{reps_number(dose)} {reps_word(dose.most)}"
        case MaxReps():
            return translate("Dose", "max reps")
        case _:
            assert_never(dose)


def set_dose_words(step: "Work") -> str:
    """Return the dose of a set, also of one whose sides alternate: `8 reps`, `8 each side`."""
    dose = step.exercise.dose
    if step.side is not Side.BOTH or not isinstance(dose, Reps | MaxReps):
        return dose_words(dose)
    number = reps_number(dose) if isinstance(dose, Reps) else translate("Dose", "max")
    return f"{number} {each_side()}"


def to_get_set(seconds: int) -> str:
    """Return the lead-in that a press has given: `5 s to get set`."""
    pattern = translate("Stage", "{seconds}\u00a0s to get set")
    return pattern.format(seconds=seconds)


def spoken_to_get_set(seconds: int) -> str:
    """Return the same as it is read aloud."""
    pattern = translate("Stage", "{time} to get set")
    return pattern.format(time=seconds_words(seconds))


def seconds_words(seconds: int) -> str:
    """Return a length as it is read aloud: `30 seconds`."""
    if seconds == 1:
        return translate("Dose", "1 second")
    return translate("Dose", "{seconds} seconds").format(seconds=seconds)


def reps_number(reps: Reps) -> str:
    """Return how many reps there are: `8`, or `8–12`."""
    return str(reps.count) if reps.to is None else f"{reps.count}–{reps.to}"


def to_failure_words(dose: MaxHold | MaxReps) -> str:
    """Return what a set to failure asks for: `as many as you can`, or as long where it is held."""
    if isinstance(dose, MaxHold):
        return translate("Dose", "as long as you can")
    return translate("Dose", "as many as you can")


def reps_word(count: int) -> str:
    """Return the word beside the number of reps."""
    if count == 1:
        return translate("Dose", "rep")
    return translate("Dose", "reps")


def of_reps(count: int) -> str:
    """Return the total of reps, beside the number of the current one: `of 8`."""
    return translate("Dose", "of {count}").format(count=count)


def rep_of(number: int, count: int) -> str:
    """Return which rep it is: `Rep 4 of 8`."""
    pattern = translate("Dose", "Rep {number} of {count}")
    return pattern.format(number=number, count=count)


def last_time() -> tuple[str, ...]:
    """Return the words before what was done the last time, and in short."""
    return translate("LastTime", "Last time"), translate("LastTime", "Last")


def done_words(last: "LastSet") -> str:
    """Return what was done the last time: `8 × 4 kg`, or `8` without a weight."""
    reps = str(last.reps or 0)
    return reps if last.load is None else f"{reps} × {load_words(last.load)}"


def spoken_last_time(last: "LastSet") -> str:
    """Return the same as it is read aloud: `Last time 8 reps, 4 kg`."""
    pattern = translate("LastTime", "Last time {done}")
    reps = f"{last.reps or 0} {reps_word(last.reps or 0)}"
    return pattern.format(done=reps if last.load is None else f"{reps}, {load_words(last.load)}")


def pace_words(ms: int) -> str:
    """Return how long a rep of `ms` takes: `2.5 s a rep`."""
    pattern = translate("Dose", "{seconds} s a rep")
    return pattern.format(seconds=decimal(ms / SECOND))


def rep_pace_words(*, on: bool) -> str:
    """Return that rep pace has been switched on, or off, and not for this session alone."""
    if on:
        return translate("Dose", "Rep pace on, kept in settings")
    return translate("Dose", "Rep pace off, kept in settings")


def spoken_pace(ms: int) -> str:
    """Return how long a rep of `ms` takes, as it is read aloud: `2.5 seconds a rep`."""
    if ms == SECOND:
        return translate("Dose", "1 second a rep")
    pattern = translate("Dose", "{seconds} seconds a rep")
    return pattern.format(seconds=decimal(ms / SECOND))
