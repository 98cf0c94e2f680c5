"""The words on what was done of an exercise: amounts, records, and the plot in sentences."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import assert_never

from matside.core.durations import clock
from matside.core.history.totals import ExerciseDay, ExerciseRecords
from matside.core.history.trend import Measure, Span, Trend
from matside.core.weights import Load, Unit
from matside.frozen import frozen
from matside.ui.words.dose_words import reps_word
from matside.ui.words.local_words import date_words, decimal, whole_number
from matside.ui.words.translation import translate
from matside.ui.words.weight_words import load_words, loads_words, weight_sum

NEW = timedelta(days=7)
"""How long a record is new."""


@frozen
class RecordView:
    """A record: what it is of, how much, the day, and whether that is not long ago."""

    name: str
    value: str
    day: str
    is_new: bool


def total_heading(trend: Trend, unit: Unit) -> str:
    """Return what the bars show: `Volume a week, kg`."""
    heading = _span_pattern(trend.span).format(what=_measure_word(trend.measure))
    return _with_unit(heading, unit) if trend.measure is Measure.VOLUME else heading


def most_heading(trend: Trend, unit: Unit) -> str:
    """Return what the line shows: `Weight of each, kg`."""
    match trend.measure:
        case Measure.VOLUME if trend.of_each:
            return _with_unit(translate("Progress", "Weight of each"), unit)
        case Measure.VOLUME:
            return _with_unit(translate("Progress", "Weight"), unit)
        case Measure.REPS:
            return translate("Progress", "Most reps in a set")
        case Measure.HELD:
            return translate("Progress", "Longest hold")
        case _:
            assert_never(trend.measure)


def line_words(measure: Measure, value: float) -> str:
    """Return what stands beside a line of the plot: `400`, `2.5`, or `1:30`."""
    if measure is Measure.HELD:
        return clock(round(value))
    return whole_number(round(value)) if value.is_integer() else decimal(value)


def total_words(measure: Measure, total: int, unit: Unit) -> str:
    """Return how much was done in all: `1,148 kg`, `48 reps`, or `2:15`."""
    match measure:
        case Measure.VOLUME:
            return weight_sum(total, unit)
        case Measure.REPS:
            return f"{whole_number(total)} {reps_word(total)}"
        case Measure.HELD:
            return clock(total)
        case _:
            assert_never(measure)


def most_words(measure: Measure, most: int, unit: Unit) -> str:
    """Return the most of one set: `6 kg`, `12 reps`, or `1:30`."""
    if measure is Measure.VOLUME:
        return load_words(Load(most, unit))
    return total_words(measure, most, unit)


def plot_sentences(trend: Trend, unit: Unit) -> str:
    """Return what the plot shows as it is read aloud."""
    done = [each for each in trend.periods if each.total or each.most]
    last = done[-1]
    largest = max(done, key=lambda each: each.total)
    totals = translate(
        "Progress", "{heading}: last {last}, from {day} on; at most {most}, from {when} on."
    )
    sentences = [
        totals.format(
            heading=total_heading(trend, unit),
            last=total_words(trend.measure, last.total, unit),
            day=date_words(last.begins),
            most=total_words(trend.measure, largest.total, unit),
            when=date_words(largest.begins),
        )
    ]
    known = [each.most for each in done if each.most]
    if known:
        mosts = translate("Progress", "{heading}: first {first}, last {last}, at most {most}.")
        first, latest, most = (
            most_words(trend.measure, each, unit) for each in (known[0], known[-1], max(known))
        )
        heading = most_heading(trend, unit)
        sentences.append(mosts.format(heading=heading, first=first, last=latest, most=most))
    return " ".join(sentences)


def record_views(records: ExerciseRecords, unit: Unit, today: date) -> tuple[RecordView, ...]:
    """Return the records that there are, in words."""
    return tuple(_records(records, unit, today))


def _records(records: ExerciseRecords, unit: Unit, today: date) -> Iterator[RecordView]:
    if (day := records.heaviest) is not None and day.heaviest is not None:
        held = loads_words(day.pieces, Load(day.heaviest // day.pieces, unit))
        yield _record(translate("Progress", "Heaviest"), held, day, today)
    if (day := records.most) is not None:
        moved = total_words(Measure.VOLUME, day.grams, unit)
        yield _record(translate("Progress", "Most moved"), moved, day, today)
    if (day := records.most_reps) is not None and day.most_reps is not None:
        reps = total_words(Measure.REPS, day.most_reps, unit)
        yield _record(translate("Progress", "Most in a set"), reps, day, today)
    if (day := records.longest) is not None and day.longest is not None:
        held = total_words(Measure.HELD, day.longest, unit)
        yield _record(translate("Progress", "Longest hold"), held, day, today)


def _record(name: str, value: str, day: ExerciseDay, today: date) -> RecordView:
    return RecordView(name, value, date_words(day.day), today - day.day < NEW)


def _with_unit(heading: str, unit: Unit) -> str:
    return translate("Progress", "{heading}, {unit}").format(heading=heading, unit=unit.value)


def _measure_word(measure: Measure) -> str:
    match measure:
        case Measure.VOLUME:
            return translate("Progress", "Volume")
        case Measure.REPS:
            return translate("Progress", "Reps")
        case Measure.HELD:
            return translate("Progress", "Time held")
        case _:
            assert_never(measure)


def _span_pattern(span: Span) -> str:
    match span:
        case Span.WEEK:
            return translate("Progress", "{what} a week")
        case Span.MONTH:
            return translate("Progress", "{what} a month")
        case Span.QUARTER:
            return translate("Progress", "{what} a quarter")
        case Span.YEAR:
            return translate("Progress", "{what} a year")
        case _:
            assert_never(span)


def session_words(days: Sequence[ExerciseDay]) -> tuple[str, ...]:
    """Return how often an exercise was done, and in short: `71 sessions since 3 Mar 2024`."""
    if not days:
        return ()
    day = date_words(days[0].day)
    if len(days) == 1:
        return translate("Progress", "1 session, {day}").format(day=day), day
    sessions = translate("Progress", "{sessions} sessions").format(
        sessions=whole_number(len(days))
    )
    pattern = translate("Progress", "{sessions} since {day}")
    return pattern.format(sessions=sessions, day=day), sessions


def nothing_yet() -> str:
    """Return what stands where no exercise was ever done."""
    return translate(
        "Progress", "How an exercise goes up over time, and its records, will be seen here."
    )
