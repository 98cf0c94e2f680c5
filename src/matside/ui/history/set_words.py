"""What was done in the sets of a session, in words."""

from matside.core.durations import clock
from matside.core.session.record import SetOutcome, SetRecord
from matside.core.workout.model import Side
from matside.ui.history.set_groups import SetGroup
from matside.ui.words.dose_words import seconds_words
from matside.ui.words.last_set_words import of_planned, reps_done
from matside.ui.words.local_words import decimal
from matside.ui.words.outcome_words import cut_words
from matside.ui.words.translation import translate
from matside.ui.words.weight_words import load_words, loads_words

_LONG = 90
"""The longest hold that is told in seconds; longer ones are told in minutes."""


def done_words(record: SetRecord) -> str:
    """Return what was done of a set in the fewest words: `8`, `30 s`, or a dash if not done."""
    if record.outcome is SetOutcome.SKIPPED and (record.reps is None or not record.is_cut):
        return "–"
    if record.is_counted or record.seconds is None:
        return reps_done(record)
    if record.seconds > _LONG:
        return clock(record.seconds)
    return translate("History", "{seconds} s").format(seconds=record.seconds)


def number_of(record: SetRecord) -> str:
    """Return what each piece weighed, without its unit; a question mark if nobody knows."""
    return "?" if record.load is None else decimal(record.load.number)


def side_name(group: SetGroup) -> str:
    """Return the side of a group in small letters; "" without one."""
    words = {
        Side.LEFT: translate("History", "left"),
        Side.RIGHT: translate("History", "right"),
        Side.BOTH: translate("History", "each side"),
    }
    return "" if group.first.side is None else words[group.first.side]


def set_words(group: SetGroup, record: SetRecord, *, is_load: bool, is_of_all: bool) -> str:
    """Return one set as it is read aloud: its exercise, side and round, and what was done."""
    pattern = translate("History", "round {round}")
    place = [group.first.name, side_name(group), pattern.format(round=record.round)]
    if is_of_all:
        place[2] = translate("History", "all rounds")
    named = ", ".join(part for part in place if part)
    if is_load:
        return f"{named}: {_spoken_load(group, record)}"
    return f"{named}: {_spoken_done(record)}"


def group_words(group: SetGroup) -> str:
    """Return all sets of a group, and how they are changed."""
    done = ", ".join(map(_spoken_done, group.records))
    held = [_spoken_load(group, group.first)] if group.is_weighted else []
    return "; ".join((done, *held))


def _spoken_done(record: SetRecord) -> str:
    if record.outcome is SetOutcome.SKIPPED:
        return _left_words(record)
    if record.is_counted or record.seconds is None:
        return f"{reps_done(record)} {of_planned(record)}"
    return seconds_words(record.seconds)


def _left_words(record: SetRecord) -> str:
    """Return why a set was not done; one that was cut may have reps that somebody entered."""
    if not record.is_cut:
        return translate("History", "skipped")
    if record.reps is None:
        return cut_words()
    return f"{reps_done(record)} {of_planned(record)}, {cut_words()}"


def _spoken_load(group: SetGroup, record: SetRecord) -> str:
    if record.load is None:
        return translate("History", "weight not known")
    return loads_words(group.pieces, record.load) if group.pieces > 1 else load_words(record.load)
