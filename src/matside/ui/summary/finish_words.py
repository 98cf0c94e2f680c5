"""What the finish page says of a session beside those before it: facts, changes, one sentence."""

from matside.core.durations import clock
from matside.core.history.past import Comparison, Feat, Praise, TopSet
from matside.core.history.rounds import Score
from matside.core.history.totals import Difference, SessionTotals, difference, seconds_of_sets
from matside.core.session.record import RoundsBefore, SetRecord
from matside.core.weights import Unit
from matside.frozen import frozen
from matside.ui.summary.finish_view import FinishView
from matside.ui.words.local_words import day_and_month, decimal, time_of_day, whole_number
from matside.ui.words.start_words import rounds_words
from matside.ui.words.translation import translate
from matside.ui.words.weight_words import loads_words, weight_sum

MOST_FACTS = 2
"""How many facts have room."""

_GAIN_DECIMALS = 2
"""The decimals of a gain; what rounds to 0 is none, for kilograms and pounds meet nowhere."""


@frozen
class Fact:
    """A figure with what it counts, by how much it changed, and against what."""

    figure: str
    word: str
    change: str = ""
    against: str = ""


def facts_of(view: FinishView) -> tuple[Fact, ...]:
    """Return the facts that matter most: rounds of a time, what was moved, the heaviest set.

    Without a weight they are the sets and how long they lasted.
    """
    known = view.comparison
    facts = [_score_fact(score, view.rounds_before.get(score.place)) for score in view.scores]
    if known is not None and known.session.done:
        if known.session.grams:
            facts.append(_moved_fact(known, view.unit))
        if known.top is not None:
            facts.append(_top_fact(known.top, view.unit))
        if not known.session.grams:
            facts += _bare_facts(view, known)
    return tuple(facts[:MOST_FACTS])


def _score_fact(score: Score, before: RoundsBefore | None) -> Fact:
    """Return how many rounds were done beside the most that ever were, if that is known."""
    rounds, beyond = rounds_words(score.rounds), _exercises_beyond(score.exercises)
    if before is None:
        return Fact(rounds, beyond, against=score.block)
    more = score.rounds - before.best
    if more > 0:
        pattern = translate("Finish", "more than ever, in {block}")
    elif more == 0:
        pattern = translate("Finish", "as many as at best, in {block}")
    else:
        pattern = translate("Finish", "best {rounds}, in {block}")
    against = pattern.format(rounds=rounds_words(before.best), block=score.block)
    return Fact(rounds, beyond, signed(more) if more > 0 else "", against)


def _exercises_beyond(exercises: int) -> str:
    if not exercises:
        return ""
    if exercises == 1:
        return translate("Finish", "+ 1 exercise")
    return translate("Finish", "+ {exercises} exercises").format(exercises=exercises)


def _moved_fact(known: Comparison, unit: Unit) -> Fact:
    figure, word = weight_sum(known.session.grams, unit), translate("Finish", "moved")
    if known.last is None:
        return Fact(figure, word)
    if not known.last.grams:
        pattern = translate("Finish", "weights of {day} are not known")
        return Fact(figure, word, against=pattern.format(day=_day(known, known.last)))
    more = known.session.grams - known.last.grams
    return Fact(figure, word, *_change(more, unit, _when(known, known.last)))


def _change(grams: int, unit: Unit, when: str) -> tuple[str, str]:
    """Return by how much a weight changed, and beside it since when."""
    number = round(abs(grams) / unit.grams)
    if number == 0:
        return "", translate("Finish", "as much as {when}").format(when=when)
    pattern = (
        translate("Finish", "{unit} more than {when}")
        if grams > 0
        else translate("Finish", "{unit} less than {when}")
    )
    return signed(number if grams > 0 else -number), pattern.format(unit=unit.value, when=when)


def _top_fact(top: TopSet, unit: Unit) -> Fact:
    """Return the heaviest set beside the most that was held in its exercise until then."""
    record = top.record
    figure, word = held_words(record), translate("Finish", "heaviest")
    within = translate("Finish", "in {exercise}").format(exercise=record.name)
    if top.gain is None:
        return Fact(figure, word, against=within)
    if round(abs(top.gain) / unit.grams, _GAIN_DECIMALS) == 0:
        pattern = translate("Finish", "as before, in {exercise}")
        return Fact(figure, word, against=pattern.format(exercise=record.name))
    if top.gain < 0:
        return Fact(figure, word, against=within)
    pattern = translate("Finish", "{unit} more than ever, in {exercise}")
    more = f"+{decimal(round(top.gain / unit.grams, _GAIN_DECIMALS))}"
    return Fact(figure, word, more, pattern.format(unit=unit.value, exercise=record.name))


def _bare_facts(view: FinishView, known: Comparison) -> list[Fact]:
    """Return the facts of a session of which no weight is known."""
    done = known.session.done
    pattern = translate("Finish", "1 set") if done == 1 else translate("Finish", "{done} sets")
    figure, word = pattern.format(done=done), translate("Finish", "done")
    facts = [Fact(figure, word)]
    if known.last is not None:
        when = _when(known, known.last)
        facts = [Fact(figure, word, *_sets_change(done - known.last.done, when))]
    seconds = seconds_of_sets(view.sets.values())
    if seconds:
        facts.append(Fact(clock(seconds), translate("Finish", "of work")))
    return facts


def _sets_change(sets: int, when: str) -> tuple[str, str]:
    if sets == 0:
        return "", translate("Finish", "as many as {when}").format(when=when)
    pattern = (
        translate("Finish", "more than {when}")
        if sets > 0
        else translate("Finish", "fewer than {when}")
    )
    return signed(sets), pattern.format(when=when)


def _day(known: Comparison, last: SessionTotals) -> str:
    """Return of which day the last session is, or of which time where that is the same day."""
    if _is_of_one_day(known, last):
        return translate("Finish", "the one at {time}").format(time=time_of_day(last.started))
    return day_and_month(last.started.date(), known.session.started.date())


def _when(known: Comparison, last: SessionTotals) -> str:
    """Return when the last session was: `on 14 Nov`, or `at 07:10` on the same day."""
    if _is_of_one_day(known, last):
        return translate("Finish", "at {time}").format(time=time_of_day(last.started))
    return translate("Finish", "on {day}").format(day=_day(known, last))


def _is_of_one_day(known: Comparison, last: SessionTotals) -> bool:
    return last.started.date() == known.session.started.date()


def against_forms(view: FinishView) -> tuple[str, ...]:
    """Return how the session differs from the last one of its workout, the longest form first.

    Time, sets and pauses, and how hard that one was. There are none before anything is known, of
    the first session of all, and where each one of this workout was stopped.
    """
    known = view.comparison
    if known is None or known.is_first:
        return ()
    if known.last is None:
        return (translate("Finish", "The first time of this workout"),) if known.is_new else ()
    found = difference(known.session, known.last)
    parts = _differences(found, has_sets=not known.session.grams)
    if known.last.effort is not None:
        pattern = translate("Finish", "felt {effort} of 5")
        parts.append(pattern.format(effort=known.last.effort))
    if not parts and found.seconds is None:
        return ()
    if not parts:
        return (translate("Finish", "As long as {when}").format(when=_when(known, known.last)),)
    pattern, day = translate("Finish", "Against {day}: {differences}"), _day(known, known.last)
    return tuple(
        pattern.format(day=day, differences=", ".join(parts[:said]))
        for said in range(len(parts), 0, -1)
    )


def _differences(found: Difference, *, has_sets: bool) -> list[str]:
    """Return what differs in words; sets are left out where a fact tells of them."""
    parts = []
    if found.seconds:
        pattern = (
            translate("Finish", "{time} longer")
            if found.seconds > 0
            else translate("Finish", "{time} shorter")
        )
        parts.append(pattern.format(time=clock(abs(found.seconds))))
    if found.done and not has_sets:
        parts.append(_sets_more(found.done))
    if found.paused:
        pattern = (
            translate("Finish", "{time} more paused")
            if found.paused > 0
            else translate("Finish", "{time} less paused")
        )
        parts.append(pattern.format(time=clock(abs(found.paused))))
    return parts


def _sets_more(sets: int) -> str:
    match sets:
        case 1:
            return translate("Finish", "1 set more")
        case -1:
            return translate("Finish", "1 set fewer")
        case _ if sets > 0:
            return translate("Finish", "{sets} sets more").format(sets=sets)
        case _:
            return translate("Finish", "{sets} sets fewer").format(sets=-sets)


def praise_forms(praise: Praise | None, unit: Unit) -> tuple[str, ...]:
    """Return the one sentence that is worth saying, the longest form first; none for nothing."""
    if praise is None:
        return ()
    match praise.feat:
        case Feat.HEAVIEST if praise.record is not None:
            words = {"load": held_words(praise.record), "exercise": praise.record.name}
            return tuple(
                pattern.format(**words)
                for pattern in (
                    translate("Finish", "First {exercise} with {load}. Strong!"),
                    translate("Finish", "First time with {load}. Strong!"),
                )
            )
        case Feat.MORE_MOVED:
            moved = weight_sum(praise.number, unit)
            return (translate("Finish", "{moved} more than last time").format(moved=moved),)
        case Feat.MORE_SETS:
            said = translate("Finish", "{more} than last time")
            return (said.format(more=_sets_more(praise.number)),)
        case Feat.FIRST:
            return (translate("Finish", "Your first session."),)
        case Feat.NOTHING_SKIPPED:
            return (translate("Finish", "Nothing skipped."),)
        case Feat.WEEKS_IN_A_ROW:
            said = translate("Finish", "{weeks} weeks in a row.")
            return (said.format(weeks=praise.number),)
        case _:
            return (translate("Finish", "Done is done."),)


def held_words(record: SetRecord) -> str:
    """Return what was held in a set: `2 × 6 kg`; "" where nobody knows."""
    if record.load is None:
        return ""
    weight = None if record.planned is None else record.planned.weight
    return loads_words(1 if weight is None else weight.count, record.load)


def signed(number: int) -> str:
    """Return `number` with its sign: `+44`, `−3`."""
    return f"{'+' if number > 0 else '−'}{whole_number(abs(number))}"
