"""The keys of an exercise that say how much is done, and how long a rep takes."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import chain

from matside.core.durations import SECOND
from matside.core.settings import ROUNDS, Range
from matside.core.workout.model import Dose, Exercise, Hold, MaxHold, MaxReps, Reps
from matside.core.workout.tempo import parts_of
from matside.files.yaml.fields import Fields, duration_within, fraction_hint, whole_number
from matside.files.yaml.tree import Items

_HOLD_OF_A_ROUND = "a duration from 1 s to 60 min, such as 45, 45 s, 2 min or 1:30"
_REPS_OF_A_ROUND = "a whole number from 1 to 999, or a range such as 8-12"

DOSE_KEYS = {
    "hold": f"{_HOLD_OF_A_ROUND}; max; or one duration for each round, such as [20 s, 30 s]",
    "reps": "a whole number from 1 to 999, a range such as 8-12, max, or one for each round,"
    " such as [12, 10, 8]",
}

REP_KEYS = {
    "rep_seconds": "a number from 1 to 30 in halves, such as 3 or 2.5",
    "rep_hold": "a duration from 0 to 29 s, such as 5 s",
    "tempo": "a text, or the seconds of a rep, such as 3-1-1",
}

NO_SIDE = "no side is known there; write the text without it"
"""The message for a text that names a side where there is none."""

REP_SECONDS = Range(1, 30)
REP_HOLD = Range(0, 29)

_REPS = Range(1, 999)
_HOLD_SECONDS = Range(1, 3600)
_HALVES = r"[0-9]{1,2}(\.[05])?"

_Doses = tuple[Dose, ...]


def with_dose(fields: Fields, base: Exercise) -> Exercise:
    """Return `base` with the dose in `fields`, and with what they say of its reps."""
    dose, *later = _doses_from(fields) or base.doses
    return _with_rep(fields, replace(base, dose=dose, later=tuple(later)))


def halves(text: str) -> float | None:
    """Return the seconds of a rep in `text`, None if they are out of range or in no halves."""
    if not re.fullmatch(_HALVES, text) or not REP_SECONDS.low <= float(text) <= REP_SECONDS.high:
        return None
    return float(text)


def _doses_from(fields: Fields) -> _Doses | None:
    """Return the doses of the first rounds, None where none is written or one is faulty."""
    fields.one_of("hold", "reps")
    held = _doses_at(fields, "hold", _hold_in, MaxHold(), _HOLD_OF_A_ROUND, fraction_hint)
    counted = _doses_at(fields, "reps", _reps_in, MaxReps(), _REPS_OF_A_ROUND)
    return held or counted


def _doses_at(
    fields: Fields,
    key: str,
    parse: Callable[[str], _Doses | None],
    most: Dose,
    of_a_round: str,
    hint: Callable[[str], str] | None = None,
) -> _Doses | None:
    """Return the one dose at `key`, or that of each round; only the last may be `most`.

    `of_a_round` says what would be right for the dose of one round. Whether reps have a pace is
    known from the first round, so none of them stands behind `max`.
    """

    def parsed(text: str) -> _Doses | None:
        return (most,) if text == "max" else parse(text)

    if not isinstance(fields.node(key), Items):
        return fields.parsed(key, parsed, hint)
    of_rounds = fields.words(key, ROUNDS, parsed, of_a_round)
    if of_rounds is None:
        return None
    doses = tuple(chain.from_iterable(of_rounds))
    if most in doses[:-1]:
        fields.note(key, f"max is the {key} of a round before the last one; write it for the last")
    return doses


def _hold_in(text: str) -> _Doses | None:
    seconds = duration_within(text, _HOLD_SECONDS)
    return None if seconds is None else (Hold(seconds),)


def _reps_in(text: str) -> _Doses | None:
    """Return the reps that `text` writes: a whole number, or a range that goes up."""
    first, dash, second = text.partition("-")
    count, to = whole_number(first, _REPS), whole_number(second, _REPS)
    if count is None or not dash:
        return None if count is None else (Reps(count),)
    return None if to is None or to <= count else (Reps(count, to),)


def _with_rep(fields: Fields, base: Exercise) -> Exercise:
    """Return `base` with the rep in `fields`.

    A tempo in seconds and the other two keys take each other's place, unless they stand together.
    """
    seconds, held = fields.parsed("rep_seconds", halves), fields.seconds("rep_hold", REP_HOLD)
    tempo = fields.text("tempo", sideless=NO_SIDE)
    if tempo is not None and parts_of(tempo):
        return _with_tempo(fields, base, tempo, held)
    if seconds is None and held is None:
        return base if tempo is None else replace(base, tempo=tempo)
    still = base.rep_hold if held is None else held
    # Without a length of its own a rep is longer by what it is held longer.
    length = base.rep_seconds - base.rep_hold + still if seconds is None else seconds
    if parts_of(base.tempo):
        base = replace(base, tempo="")
    written = base.tempo if tempo is None else tempo
    _check_hold(fields, base, length, still)
    return replace(base, rep_seconds=length, rep_hold=still, tempo=written)


def _with_tempo(fields: Fields, base: Exercise, tempo: str, held: int | None) -> Exercise:
    length = sum(parts_of(tempo) or ()) / SECOND
    if not REP_SECONDS.low <= length <= REP_SECONDS.high:
        fields.note("tempo", f"tempo is {length:g} s a rep; write 1 to 30 s in all")
    if held:
        fields.note(
            "rep_hold", "rep_hold and a tempo in seconds stand together; write one of them"
        )
    return replace(base, rep_hold=0, tempo=tempo)


def _check_hold(fields: Fields, base: Exercise, length: float, held: int) -> None:
    """Note a rep that is held longer than it lasts, or that lasts too long, or that is a hold."""
    key = "rep_hold" if "rep_hold" in fields else "rep_seconds"
    if held and isinstance(base.dose, Hold | MaxHold) and "rep_hold" in fields:
        fields.note(key, "rep_hold stands beside a hold; write reps, or leave it out")
    elif held and length <= held:
        fields.note(
            key, f"rep_hold is {held} s of a rep of {length:g} s; write a longer rep_seconds"
        )
    elif length > REP_SECONDS.high:
        message = f"with rep_hold a rep takes {length:g} s; write rep_seconds up to 30"
        fields.note(key, message)
