"""What the stage shows, in sentences for athletes who cannot see it; without countdowns."""

from typing import assert_never

from matside.core.keymap import USUAL_KEYS, Act, Keymap
from matside.core.session.reading import Reading
from matside.core.workout.model import Dose, Every, Hold, MaxHold, MaxReps, Reps, Within, text_for
from matside.core.workout.steps import Work, minute_of
from matside.ui.keyboard.key_faces import word_of
from matside.ui.words import clock_words, dose_words, screen_words, weight_words
from matside.ui.words.translation import translate


def told(reading: Reading, keymap: Keymap = USUAL_KEYS) -> str:
    """Return the current step, what to do, and what Space (or its key in `keymap`) does."""
    exercise, side = reading.shown.exercise, reading.shown.side
    parts = [screen_words.look_word(reading.look).capitalize()]
    if reading.pause is not None:
        parts.append(screen_words.why_words(reading.pause.why))
    if not isinstance(reading.step, Work):
        parts.append(screen_words.next_up())
    parts.append(_clock(reading))
    parts.append(exercise.name)
    if side is not None:
        parts.append(f"{dose_words.side_word(side).capitalize()} {exercise.part}".rstrip())
    parts.append(_spoken_dose(exercise.dose))
    if reading.shown.pace is not None:
        parts.append(dose_words.spoken_pace(reading.shown.pace))
    parts.append(_weights(reading))
    if reading.last_time is not None and reading.last_time.reps is not None:
        parts.append(dose_words.spoken_last_time(reading.last_time))
    parts.append(text_for(exercise.glance, side).rstrip("."))
    parts.append(next_by_clock(reading))
    to_get_set = dose_words.seconds_words(reading.resume)
    parts.append(
        _key(word_of(keymap, Act.PRESS), screen_words.press_words(reading.press, to_get_set))
    )
    return ". ".join(part for part in parts if part)


def asked(keymap: Keymap, *, is_empty: bool) -> str:
    """Return the question whether to end the workout, of which nothing is kept if it is empty."""
    return " ".join(
        (
            screen_words.end_question(),
            _key(word_of(keymap, Act.END), screen_words.end_answer(is_empty=is_empty)) + ".",
            _key(word_of(keymap, Act.PRESS), screen_words.not_yet()) + ".",
            _key(word_of(keymap, Act.QUIT), screen_words.quit_answer()),
        )
    )


def next_by_clock(reading: Reading) -> str:
    """Return which exercise comes next in a set beside a clock: no rest is there to tell it.

    It is "" where the same one does, or another block.
    """
    shown, following = reading.shown, reading.following
    if not isinstance(reading.step, Work) or shown.block.clock is None or following is None:
        return ""
    if following.key.block != shown.key.block or following.key.place == shown.key.place:
        return ""
    return translate("Side", "Then {exercise}").format(exercise=following.exercise.name)


def _clock(reading: Reading) -> str:
    """Return what the clock of the block asks for, and how far it has got; "" without one."""
    clock = reading.shown.block.clock
    match clock:
        case None:
            return ""
        case Every():
            far = clock_words.minute_of(*minute_of(reading.shown), clock)
        case Within():
            far = clock_words.rounds_done(reading.shown.key.round - 1)
            if reading.rounds_before is not None:
                far = f"{far}. {clock_words.rounds_before(reading.rounds_before.last)}"
        case _:
            assert_never(clock)
    return f"{clock_words.spoken_clock(clock)}. {far}"


def _weights(reading: Reading) -> str:
    """Return what to hold in a set, and before it what the hands do."""
    weight, load = reading.shown.exercise.weight, reading.shown.load
    if isinstance(reading.step, Work):
        words = weight_words.weight_words(weight)
    else:
        words = weight_words.spoken_hands(reading.weights, weight)
    if load is None or weight is None or weight.level is None:
        return words
    return f"{words}, {weight_words.load_words(load)}"


def _spoken_dose(dose: Dose) -> str:
    """Return the dose, seconds of a hold in words: speech would read digits as a time of day."""
    match dose:
        case Hold(seconds):
            return dose_words.seconds_words(seconds)
        case MaxHold() | MaxReps():
            return dose_words.to_failure_words(dose)
        case Reps():
            return dose_words.dose_words(dose)
        case _:
            assert_never(dose)


def _key(key: str, does: str) -> str:
    return f"{key}: {does}"
