"""Weights in words: what is held, what to fetch or put down, and what it weighs."""

from typing import assert_never

from matside.core.weights import Implement, Level, Load, Unit, Weight
from matside.core.workout.weight_change import WeightChange
from matside.ui.words.local_words import decimal, whole_number
from matside.ui.words.translation import translate

NO_BREAK = "\u00a0"
"""The blank between a number and its unit on a plate of two lines, where neither line ends."""


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
