"""The words of the finish page and of the offer to resume."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from matside.core.durations import clock
from matside.core.workout.model import Side
from matside.ui.words.set_texts import side_word


def day_words(day: datetime) -> str:
    """Return the day in short: `Sat 22 Nov`."""
    pattern = QCoreApplication.translate("Summary", "ddd d MMM")
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def instant_words(instant: datetime) -> str:
    """Return the day and the time: `Sat 22 Nov, 18:05`."""
    pattern = QCoreApplication.translate("Summary", "{day}, {time}")
    time = QLocale().toString(QTime(instant.hour, instant.minute), "HH:mm")
    return pattern.format(day=day_words(instant), time=time)


def saving_word(*, failing: bool) -> str:
    """Return what stands over a session whose end is not on the disk yet, or cannot be."""
    if failing:
        return QCoreApplication.translate("Summary", "NOT SAVED")
    return QCoreApplication.translate("Summary", "SAVING")


def sets_of(done: int, planned: int) -> str:
    """Return how many sets were done: `31 of 33 sets`."""
    if planned == 1:
        pattern = QCoreApplication.translate("Summary", "{done} of 1 set")
    else:
        pattern = QCoreApplication.translate("Summary", "{done} of {planned} sets")
    return pattern.format(done=done, planned=planned)


def done_of(done: int, planned: int) -> str:
    """Return how many of a block's sets were done: `5 of 6`."""
    pattern = QCoreApplication.translate("Summary", "{done} of {planned}")
    return pattern.format(done=done, planned=planned)


def sets_done(planned: int) -> str:
    """Return what stands below how many of the `planned` sets were done."""
    if planned == 1:
        return QCoreApplication.translate("Summary", "set done")
    return QCoreApplication.translate("Summary", "sets done")


def planned_words(seconds: int) -> str:
    """Return how long the plan was thought to take."""
    return QCoreApplication.translate("Summary", "{time} planned").format(time=clock(seconds))


def pause_words(seconds: int, pauses: int) -> str:
    """Return how long the session was paused; nothing where it never was."""
    if not pauses:
        return ""
    if pauses == 1:
        pattern = QCoreApplication.translate("Summary", "1 pause, {time}")
    else:
        pattern = QCoreApplication.translate("Summary", "{pauses} pauses, {time}")
    return pattern.format(pauses=pauses, time=clock(seconds))


def skipped_words(skipped: int) -> str:
    """Return how many sets were skipped; nothing where none was."""
    if not skipped:
        return ""
    if skipped == 1:
        return QCoreApplication.translate("Summary", "1 set skipped")
    pattern = QCoreApplication.translate("Summary", "{skipped} sets skipped")
    return pattern.format(skipped=skipped)


def next_set(exercise: str, side: Side | None) -> str:
    """Return which set a session goes on with: `Next: Thread the Needle, LEFT`."""
    if side is None:
        return QCoreApplication.translate("Summary", "Next: {exercise}").format(exercise=exercise)
    pattern = QCoreApplication.translate("Summary", "Next: {exercise}, {side}")
    return pattern.format(exercise=exercise, side=side_word(side))
