"""The words of the finish page and of the offer to resume."""

from matside.core.durations import clock
from matside.core.workout.model import Side
from matside.ui.words.dose_words import side_word
from matside.ui.words.translation import translate


def saving_word(*, failing: bool) -> str:
    """Return what stands over a session whose end is not on the disk yet, or cannot be."""
    if failing:
        return translate("Summary", "NOT SAVED")
    return translate("Summary", "SAVING")


def sets_of(done: int, planned: int | None) -> str:
    """Return how many sets were done: `31 of 33 sets`, or `16 sets done`."""
    if planned is None:
        return f"{done} {sets_done(done)}"
    if planned == 1:
        pattern = translate("Summary", "{done} of 1 set")
    else:
        pattern = translate("Summary", "{done} of {planned} sets")
    return pattern.format(done=done, planned=planned)


def sets_to_save(unsaved: int) -> str:
    """Return how many sets are not on the disk yet, and so not called done."""
    if unsaved == 1:
        return translate("Summary", "1 set to save")
    return translate("Summary", "{unsaved} sets to save").format(unsaved=unsaved)


def done_of(done: int, planned: int | None) -> str:
    """Return how many of the `planned` sets were done: `5 of 6`, `5` where nobody knows these."""
    if planned is None:
        return str(done)
    pattern = translate("Summary", "{done} of {planned}")
    return pattern.format(done=done, planned=planned)


def sets_done(count: int) -> str:
    """Return the word for `count` sets of which some were done, or all."""
    if count == 1:
        return translate("Summary", "set done")
    return translate("Summary", "sets done")


def pause_words(seconds: int, pauses: int) -> str:
    """Return how long the session was paused; nothing where it never was."""
    if not pauses:
        return ""
    if pauses == 1:
        pattern = translate("Summary", "1 pause, {time}")
    else:
        pattern = translate("Summary", "{pauses} pauses, {time}")
    return pattern.format(pauses=pauses, time=clock(seconds))


def next_set(exercise: str, side: Side | None) -> str:
    """Return which set a session goes on with: `Next: Thread the Needle, LEFT`."""
    if side is None:
        return translate("Summary", "Next: {exercise}").format(exercise=exercise)
    pattern = translate("Summary", "Next: {exercise}, {side}")
    return pattern.format(exercise=exercise, side=side_word(side))
