"""What the finish page says of a session is true, and knows one from many."""

from dataclasses import replace
from datetime import timedelta

import pytest

from matside.core.history.past import Feat, Past, Praise
from matside.core.history.totals import SessionTotals
from matside.core.session.record import RoundsBefore, SetOutcome
from matside.core.settings import Settings
from matside.core.weights import Load, Unit, Weight
from matside.core.workout.model import Block, BlockKind, Exercise, Hold, Reps, Within, Workout
from matside.core.workout.plan import compile_plan
from matside.ui.summary.finish_view import FinishView
from matside.ui.summary.finish_words import Fact, against_forms, facts_of, praise_forms
from tests.support.finish_situations import LAST, STARTED, beside, finish_view, past, record_of

MINUS = "\N{MINUS SIGN}"
CURL = Exercise("Curl", Reps(10), weight=Weight(Load(6_000, Unit.KILOGRAM), 2))
PLANK = Exercise("Plank", Hold(40))
DAY = "14 Nov"


def view_of(exercise: Exercise, rounds: int = 3) -> FinishView:
    """Return a view of so many sets of `exercise`, all of them done."""
    workout = Workout("Some", (Block("Main", BlockKind.CIRCUIT, (exercise,), rounds=rounds),))
    plan = compile_plan(workout, Settings())
    done = frozenset(plan.place_of(step.key) for step in plan.sets)
    return finish_view(workout, plan, done)


def before(last: SessionTotals | None = LAST, grams: int | None = None) -> Past:
    """Return a past in which `grams` were held in curls at most."""
    held = {} if grams is None else {"Curl": grams}
    return replace(past(3, last=last), heaviest=held)


def moved_before(grams: int) -> Past:
    """Return a past in whose last session so much was moved."""
    return before(replace(LAST, grams=grams))


@pytest.mark.parametrize(
    ("known", "fact"),
    [
        (moved_before(300_000), Fact("360 kg", "moved", "+60", f"kg more than on {DAY}")),
        (moved_before(400_000), Fact("360 kg", "moved", f"{MINUS}40", f"kg less than on {DAY}")),
        (moved_before(360_400), Fact("360 kg", "moved", "", f"as much as on {DAY}")),
        (moved_before(0), Fact("360 kg", "moved", "", f"weights of {DAY} are not known")),
        (before(None), Fact("360 kg", "moved")),
    ],
)
def test_what_was_moved_is_compared_with_the_last_time(known: Past, fact: Fact) -> None:
    """Where that is known."""
    assert fact == facts_of(beside(view_of(CURL), known))[0]


@pytest.mark.parametrize(
    ("grams", "fact"),
    [
        (None, Fact("2 × 6 kg", "heaviest", "", "in Curl")),
        (12_000, Fact("2 × 6 kg", "heaviest", "", "as before, in Curl")),
        (14_000, Fact("2 × 6 kg", "heaviest", "", "in Curl")),
        (11_000, Fact("2 × 6 kg", "heaviest", "+1", "kg more than ever, in Curl")),
        (11_500, Fact("2 × 6 kg", "heaviest", "+0.5", "kg more than ever, in Curl")),
        (10_750, Fact("2 × 6 kg", "heaviest", "+1.25", "kg more than ever, in Curl")),
        (11_998, Fact("2 × 6 kg", "heaviest", "", "as before, in Curl")),
    ],
)
def test_heaviest_set_is_compared_with_the_most_ever(grams: int | None, fact: Fact) -> None:
    """Of its exercise, all pieces together."""
    assert fact == facts_of(beside(view_of(CURL), before(grams=grams)))[1]


def test_sums_are_written_in_the_unit_of_the_athlete() -> None:
    """What each piece weighs stays as it was typed."""
    view = beside(
        replace(view_of(CURL), unit=Unit.POUND), before(replace(LAST, grams=300_000), 11_000)
    )
    moved, top = facts_of(view)
    assert ("794 lb", "+132", f"lb more than on {DAY}") == (
        moved.figure,
        moved.change,
        moved.against,
    )
    assert ("2 × 6 kg", "+2.2") == (top.figure, top.change)


@pytest.mark.parametrize(
    ("done", "rounds", "facts"),
    [
        (2, 3, (Fact("3 sets", "done", "+1", f"more than on {DAY}"), Fact("2:00", "of work"))),
        (
            4,
            1,
            (Fact("1 set", "done", f"{MINUS}3", f"fewer than on {DAY}"), Fact("0:40", "of work")),
        ),
        (3, 3, (Fact("3 sets", "done", "", f"as many as on {DAY}"), Fact("2:00", "of work"))),
    ],
)
def test_without_a_weight_sets_and_their_time_are_told(
    done: int, rounds: int, facts: tuple[Fact, ...]
) -> None:
    """There is no word of kilograms."""
    known = before(replace(LAST, grams=0, done=done))
    assert facts == facts_of(beside(view_of(PLANK, rounds), known))


def test_first_sets_without_a_weight_are_compared_with_nothing() -> None:
    """And where no time is known there is none."""
    view = beside(view_of(PLANK), Past())
    assert Fact("3 sets", "done") == facts_of(view)[0]
    sets = {key: replace(record, seconds=None) for key, record in view.sets.items()}
    assert (Fact("3 sets", "done"),) == facts_of(replace(view, sets=sets))


@pytest.mark.parametrize(
    ("sets", "fact"),
    [
        (2, Fact("1 round", "", "", "All you can")),
        (5, Fact("2 rounds", "+ 1 exercise", "", "All you can")),
    ],
)
def test_a_block_for_a_time_has_its_score(sets: int, fact: Fact) -> None:
    """Rounds, and what came after them, before all else."""
    block = Block("All you can", BlockKind.CIRCUIT, (CURL, PLANK), clock=Within(600))
    workout = Workout("Some", (block,))
    plan = compile_plan(workout, Settings())
    keys = [step.key._replace(round=number) for number in (1, 2, 3) for step in plan.sets]
    done = {key: record_of(plan.set_from(key), key, SetOutcome.DONE) for key in keys[:sets]}
    view = replace(finish_view(workout, plan, frozenset()), sets=done)
    assert fact == facts_of(beside(view, before()))[0]


@pytest.mark.parametrize(
    ("best", "fact"),
    [
        (1, Fact("2 rounds", "", "+1", "more than ever, in All you can")),
        (2, Fact("2 rounds", "", "", "as many as at best, in All you can")),
        (6, Fact("2 rounds", "", "", "best 6 rounds, in All you can")),
    ],
)
def test_rounds_are_told_beside_the_best_of_before(best: int, fact: Fact) -> None:
    """However many there were the last time."""
    block = Block("All you can", BlockKind.CIRCUIT, (CURL, PLANK), clock=Within(600))
    workout = Workout("Some", (block,))
    plan = compile_plan(workout, Settings())
    keys = [step.key._replace(round=number) for number in (1, 2) for step in plan.sets]
    done = {key: record_of(plan.set_from(key), key, SetOutcome.DONE) for key in keys}
    known = {0: RoundsBefore(1, (), best)}
    view = replace(finish_view(workout, plan, frozenset()), sets=done, rounds_before=known)
    assert fact == facts_of(view)[0]


def test_more_exercises_than_one_are_many() -> None:
    """The word follows the number."""
    block = Block("All you can", BlockKind.CIRCUIT, (CURL, PLANK, CURL), clock=Within(600))
    plan = compile_plan(Workout("Some", (block,)), Settings())
    done = {step.key: record_of(step, step.key, SetOutcome.DONE) for step in plan.sets[:2]}
    view = replace(finish_view(Workout("Some", (block,)), plan, frozenset()), sets=done)
    assert Fact("0 rounds", "+ 2 exercises", "", "All you can") == facts_of(view)[0]


LIKE = replace(LAST, seconds=1450, paused=0, done=3, effort=None)


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (LIKE, f"As long as on {DAY}"),
        (replace(LIKE, seconds=1_400), f"Against {DAY}: 0:50 longer"),
        (replace(LIKE, seconds=1_460, done=2), f"Against {DAY}: 0:10 shorter, 1 set more"),
        (replace(LIKE, done=4), f"Against {DAY}: 1 set fewer"),
        (replace(LIKE, done=1), f"Against {DAY}: 2 sets more"),
        (replace(LIKE, done=9, paused=8), f"Against {DAY}: 6 sets fewer, 0:08 less paused"),
        (replace(LIKE, effort=4), f"Against {DAY}: felt 4 of 5"),
        (
            replace(LIKE, started=LIKE.started - timedelta(days=400), effort=4),
            "Against 10 Oct 2025: felt 4 of 5",
        ),
    ],
)
def test_time_sets_and_pauses_are_compared(last: SessionTotals, words: str) -> None:
    """Where they differ, and are known."""
    assert words == against_forms(beside(view_of(CURL), before(last)))[0]


@pytest.mark.parametrize(
    ("effort", "words"),
    [(None, "As long as at 07:10"), (4, "Against the one at 07:10: felt 4 of 5")],
)
def test_a_session_of_the_same_day_is_named_by_its_time(effort: int | None, words: str) -> None:
    """Its day says nothing to whoever has trained twice on it."""
    began = STARTED.replace(hour=7, minute=10)
    view = beside(view_of(CURL), before(replace(LIKE, started=began, effort=effort)))
    assert words == against_forms(view)[0]
    assert "kg less than at 07:10" == facts_of(view)[0].against


def test_a_length_that_nobody_knows_is_compared_with_nothing() -> None:
    """A session from a table may be without one."""
    unknown = replace(LIKE, paused=None, seconds=None)
    assert () == against_forms(beside(view_of(CURL), before(unknown)))


def test_more_pauses_are_told_and_less_is_said_where_there_is_less_room() -> None:
    """What matters most stays to the last."""
    view = replace(view_of(CURL), pause_seconds=60, pauses=1)
    assert (
        f"Against {DAY}: 0:24 shorter, 28 sets fewer, 0:18 more paused, felt 4 of 5",
        f"Against {DAY}: 0:24 shorter, 28 sets fewer, 0:18 more paused",
        f"Against {DAY}: 0:24 shorter, 28 sets fewer",
        f"Against {DAY}: 0:24 shorter",
    ) == against_forms(beside(view, before()))


def test_what_was_never_done_is_compared_with_nothing() -> None:
    """Neither the first session of all, nor the first of this workout."""
    assert () == against_forms(view_of(CURL)) == against_forms(beside(view_of(CURL), Past()))
    other = beside(view_of(CURL), before(None))
    assert ("The first time of this workout",) == against_forms(other)


def test_what_was_stopped_is_no_last_time() -> None:
    """Nor is it the first time of the workout then."""
    assert () == against_forms(beside(view_of(CURL), replace(before(), last={})))


RECORD = record_of(view_of(CURL).plan.sets[0], view_of(CURL).plan.sets[0].key, SetOutcome.DONE)


@pytest.mark.parametrize(
    ("praise", "words"),
    [
        (None, ()),
        (
            Praise(Feat.HEAVIEST, record=RECORD),
            ("First Curl with 2 × 6 kg. Strong!", "First time with 2 × 6 kg. Strong!"),
        ),
        (Praise(Feat.MORE_MOVED, 44_000), ("44 kg more than last time",)),
        (Praise(Feat.MORE_SETS, 1), ("1 set more than last time",)),
        (Praise(Feat.MORE_SETS, 3), ("3 sets more than last time",)),
        (Praise(Feat.FIRST), ("Your first session.",)),
        (Praise(Feat.NOTHING_SKIPPED), ("Nothing skipped.",)),
        (Praise(Feat.WEEKS_IN_A_ROW, 6), ("6 weeks in a row.",)),
        (Praise(Feat.DONE), ("Done is done.",)),
    ],
)
def test_one_sentence_is_said(praise: Praise | None, words: tuple[str, ...]) -> None:
    """The longest form first, of which one has room."""
    assert words == praise_forms(praise, Unit.KILOGRAM)
