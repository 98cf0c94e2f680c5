"""What was done of the last set, in words, for the line in which it is corrected."""

from matside.core.session.record import Planned, SetRecord
from matside.core.workout.model import Reps
from matside.ui.words.dose_words import reps_number, reps_word
from matside.ui.words.translation import translate
from matside.ui.words.weight_words import load_words


def last_set_title() -> str:
    """Return the words before what was done of the last set."""
    return translate("LastSet", "Last set")


def reps_done(record: SetRecord) -> str:
    """Return the number of reps that were done, a question mark where nobody has said."""
    return translate("LastSet", "?") if record.reps is None else str(record.reps)


def of_planned(record: SetRecord) -> str:
    """Return what stands beside that number: `of 8 reps`, or `reps` where none were asked for."""
    asked = _asked(record.planned)
    if asked is None:
        return reps_only(record)
    pattern = translate("LastSet", "of {count} {reps}")
    return pattern.format(count=reps_number(asked), reps=reps_word(asked.most))


def reps_only(record: SetRecord) -> str:
    """Return the word beside that number without what was asked for: `reps`."""
    return reps_word(record.reps or 0)


def held(record: SetRecord) -> str:
    """Return what each piece weighed; "" where nobody knows, and without a weight."""
    return "" if record.load is None else load_words(record.load)


def last_set_words(record: SetRecord) -> str:
    """Return what was done in one sentence: `Last set: 6 of 8 reps, 5 kg`."""
    pattern = translate("LastSet", "{title}: {done}")
    parts = (f"{reps_done(record)} {of_planned(record)}", held(record))
    return pattern.format(title=last_set_title(), done=", ".join(part for part in parts if part))


def last_set_forms(record: SetRecord) -> tuple[str, ...]:
    """Return the same sentence, and in short: `Last: 6 of 8 reps`."""
    done = f"{reps_done(record)} {of_planned(record)}"
    return last_set_words(record), translate("LastSet", "Last: {done}").format(done=done)


def differs_in_reps(record: SetRecord) -> bool:
    """Return whether other reps were done than were asked for, as far as anybody knows."""
    asked = _asked(record.planned)
    known = record.reps is not None
    return known and (asked is None or not asked.count <= (record.reps or 0) <= asked.most)


def _asked(planned: Planned | None) -> Reps | None:
    if planned is None or planned.reps is None:
        return None
    return Reps(planned.reps, planned.reps_to)
