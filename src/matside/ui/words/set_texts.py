"""What a set asks for, in words: its side, dose, weights and pace."""

from typing import TYPE_CHECKING, assert_never

from matside.core.durations import SECOND, clock
from matside.core.weights import Implement, Level, Load, Unit, Weight
from matside.core.workout.model import Dose, Hold, MaxHold, MaxReps, Reps, Side
from matside.core.workout.weight_change import WeightChange
from matside.ui.words.local_words import decimal, whole_number
from matside.ui.words.translation import translate

if TYPE_CHECKING:
    from matside.core.session.record import LastSet
    from matside.core.workout.steps import Work

NO_BREAK = "\u00a0"
"""The blank between a number and its unit on a plate of two lines, where neither line ends."""


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


def weight_words(weight: Weight | None) -> str:
    """Return what to hold, in full: `two medium dumbbells`, `16 kg kettlebell`."""
    if weight is None:
        return translate("Weight", "no weight")
    pattern = (
        translate("Weight", "{heaviness} {thing}")
        if weight.count == 1
        else translate("Weight", "two {heaviness} {thing}")
    )
    return pattern.format(heaviness=heaviness_words(weight), thing=implement_word(weight))


def short_weight(weight: Weight | None) -> str:
    """Return what to hold, in short: `2 medium`, `2 × 12 kg`; it stands beside an icon.

    What are no dumbbells have no icon, and are named.
    """
    if weight is None or weight.of is not Implement.DUMBBELL:
        return weight_words(weight)
    load = weight.load
    if load is not None:
        return loads_words(weight.count, load)
    return f"{weight.count} {heaviness_words(weight)}"


def fetch_words(weight: Weight) -> str:
    """Return what to fetch: `Fetch two medium`, `Fetch 1 light`, `Fetch 16 kg kettlebell`."""
    if weight.of is not Implement.DUMBBELL:
        pattern = translate("Weight", "Fetch {heaviness}")
        return pattern.format(heaviness=weight_words(weight))
    if weight.count == 2:
        pattern = translate("Weight", "Fetch two {heaviness}")
    elif weight.level is None:
        pattern = translate("Weight", "Fetch {heaviness}")
    else:
        pattern = translate("Weight", "Fetch 1 {heaviness}")
    return pattern.format(heaviness=heaviness_words(weight))


def hands_words(
    change: WeightChange, weight: Weight | None, load: Load | None = None
) -> tuple[str, ...]:
    """Return what the hands do about weights before a set that needs `weight`.

    The longest form is first; it says the `load` of a level where that is known.
    """
    if change is WeightChange.PUT_DOWN:
        return (translate("Weight", "Put weights down"), translate("Weight", "Weights down"))
    if weight is None:
        return (weight_words(None),)
    fetched = fetch_forms(weight) if change is WeightChange.FETCH else ()
    forms = (*fetched, short_weight(weight))
    if load is None:
        return forms
    known = load_words(load)
    whole = known.replace(" ", NO_BREAK)
    if weight.level is None:
        return tuple(form.replace(known, whole) for form in forms)
    return (*(f"{form} {whole}" for form in forms), *forms)


def fetch_forms(weight: Weight) -> tuple[str, ...]:
    """Return what to fetch, and in short: `Fetch two medium`, `Fetch 2 medium`."""
    short = translate("Weight", "Fetch {weight}").format(weight=short_weight(weight))
    return tuple(dict.fromkeys((fetch_words(weight), short)))


def spoken_hands(change: WeightChange, weight: Weight | None) -> str:
    """Return the same in one full form: `Fetch two medium dumbbells`."""
    if change is WeightChange.FETCH:
        pattern = translate("Weight", "Fetch {weight}")
        return pattern.format(weight=weight_words(weight))
    return hands_words(change, None)[0] if weight is None else weight_words(weight)


def heaviness_words(weight: Weight) -> str:
    """Return how heavy `weight` is written to be: `light`, or `12 kg`."""
    heaviness = weight.heaviness
    return load_words(heaviness) if isinstance(heaviness, Load) else level_word(heaviness)


def level_word(level: Level) -> str:
    """Return how heavy something of `level` is: `light`."""
    match level:
        case Level.LIGHT:
            return translate("Weight", "light")
        case Level.MEDIUM:
            return translate("Weight", "medium")
        case Level.HEAVY:
            return translate("Weight", "heavy")
        case _:
            assert_never(level)


def load_words(load: Load) -> str:
    """Return what one piece weighs, in the unit in which it was written: `7.5 kg`."""
    return f"{decimal(load.number)} {load.unit.value}"


def loads_words(count: int, load: Load) -> str:
    """Return what `count` pieces weigh: `16 kg`, `2 × 4 kg`."""
    return load_words(load) if count == 1 else f"{count} × {load_words(load)}"


def weight_sum(grams: int, unit: Unit) -> str:
    """Return a sum of weights in whole units: `1,148 kg`."""
    return f"{whole_number(round(grams / unit.grams))} {unit.value}"


def implement_word(weight: Weight) -> str:
    """Return what is held: `kettlebell`, or `dumbbells` where there are two of them."""
    one, two = _implement_words(weight.of)
    return one if weight.count == 1 else two


def implement_name(implement: Implement) -> str:
    """Return what all things of the kind `implement` are called: `Dumbbells`."""
    _, many = _implement_words(implement)
    return many[:1].upper() + many[1:]


def _implement_words(implement: Implement) -> tuple[str, str]:
    match implement:
        case Implement.DUMBBELL:
            return (translate("Weight", "dumbbell"), translate("Weight", "dumbbells"))
        case Implement.KETTLEBELL:
            return (translate("Weight", "kettlebell"), translate("Weight", "kettlebells"))
        case Implement.BARBELL:
            return (translate("Weight", "barbell"), translate("Weight", "barbells"))
        case Implement.PLATE:
            return (translate("Weight", "plate"), translate("Weight", "plates"))
        case Implement.BAND:
            return (translate("Weight", "band"), translate("Weight", "bands"))
        case Implement.BALL:
            return (translate("Weight", "ball"), translate("Weight", "balls"))
        case _:
            assert_never(implement)


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
