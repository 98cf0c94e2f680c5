"""Rounds of a block for a time are counted as they were done, today and before."""

from dataclasses import replace

import pytest

from matside.core.history import ledger
from matside.core.history.ledger import Sets
from matside.core.history.rounds import (
    RoundsDone,
    Score,
    TimedBlock,
    TimedRounds,
    rounds_before,
    rounds_done,
    scores,
    timed_rounds,
)
from matside.core.session.record import RoundsBefore, SetOutcome, SetRecord
from matside.core.session.values import Command
from matside.core.settings import Settings
from matside.core.workout.model import Side, Sides, Within
from matside.core.workout.plan import Plan, compile_plan
from matside.core.workout.steps import StepKey, Work
from tests.support.core_samples import ANCHOR, Drive, bare, block, counted, plan_of, workout_of

SECONDS = 100
MOVES = (("Row", Side.LEFT), ("Row", Side.RIGHT), ("Press", None))
KEY = TimedBlock("mine", "All you can", SECONDS)


def plan(seconds: int = SECONDS, rest: int | None = None) -> Plan:
    """Return the plan of one block for so many seconds, of two exercises."""
    row = replace(counted(8, sides=Sides.EACH, name="Row"), rest=rest)
    exercises = row, counted(8, name="Press")
    return plan_of(block(*exercises, name="All you can", clock=Within(seconds)), settings=bare())


def records(*lengths: float, plan: Plan, then: Command | None = None) -> list[SetRecord]:
    """Return the sets of a session: done in so many seconds each, until the time is over."""
    drive = Drive(plan).start()
    for length in lengths:
        drive.run(length).do(Command.NEXT)
    if then is None:
        drive.run(SECONDS)
    else:
        drive.do(then)
    return list(ledger.applied({}, ledger.changes(plan, {}, drive.history, ANCHOR)).values())


def test_each_whole_round_is_known_with_its_end() -> None:
    """Two rounds and a set of the third, which the time has cut."""
    found = timed_rounds(records(10, 11, 12, 13, 14, 15, 16, plan=plan()), SECONDS)
    assert TimedRounds(MOVES, 2, (33, 75)) == found


def test_a_round_with_a_set_that_was_skipped_is_not_whole() -> None:
    """The next one may be."""
    drive = Drive(plan()).start().run(10).do(Command.SKIP)
    for _ in range(5):
        drive.run(10).do(Command.NEXT)
    drive.run(SECONDS)
    changes = ledger.changes(plan(), {}, drive.history, ANCHOR)
    found = timed_rounds(list(ledger.applied({}, changes).values()), SECONDS)
    assert (MOVES, 1, (60,)) == (found.moves, found.rounds, found.ends)


@pytest.mark.parametrize("lengths", [(), (10,), (10, 10)])
def test_what_a_round_is_made_of_is_not_known_before_there_is_a_second(
    lengths: tuple[int, ...],
) -> None:
    """So there is none that was whole."""
    assert TimedRounds((), 0, ()) == timed_rounds(records(*lengths, plan=plan()), SECONDS)


def test_where_rests_took_time_too_nobody_knows_when_a_round_was_done() -> None:
    """How many there were is known all the same."""
    found = timed_rounds(records(10, 10, 30, 10, 10, plan=plan(rest=8)), SECONDS)
    assert (1, ()) == (found.rounds, found.ends)


def test_a_time_that_was_not_over_says_no_instants() -> None:
    """Nobody knows what else may have happened in it."""
    stopped = records(10, 11, 12, 13, plan=plan(), then=Command.STOP)
    assert TimedRounds(MOVES, 1, ()) == timed_rounds(stopped, SECONDS)
    assert TimedRounds((), 0, ()) == timed_rounds((), SECONDS)


def test_the_best_are_those_of_the_same_rounds() -> None:
    """Another round is not compared, and the last time is the last one."""
    times = [
        TimedRounds(MOVES, 7, (1,)),
        TimedRounds(MOVES[:1], 20, ()),
        TimedRounds(MOVES, 5, ()),
    ]
    found = rounds_done(times)
    assert RoundsDone(times[-1], {MOVES: 7, MOVES[:1]: 20}) == found


def test_a_block_is_compared_with_itself_alone() -> None:
    """Of the same workout, name, seconds and sets; where no round was whole nothing is said."""
    last = TimedRounds(MOVES, 5, (20, 40))
    known = {KEY: RoundsDone(last, {MOVES: 7})}
    assert {0: RoundsBefore(5, (20, 40), 7)} == rounds_before("mine", plan(), known)
    assert {} == rounds_before("other", plan(), known)
    assert {} == rounds_before("mine", plan(200), known)
    assert {} == rounds_before("mine", plan_of(counted(8)), known)
    for other in (replace(last, moves=MOVES[1:]), replace(last, rounds=0, ends=())):
        assert {} == rounds_before("mine", plan(), {KEY: RoundsDone(other, {MOVES: 7})})


def test_blocks_of_one_name_are_told_apart_by_their_order() -> None:
    """What was done in the first of them says nothing of the second."""
    alike = block(counted(8, name="Row"), name="All you can", clock=Within(SECONDS))
    first, second = (
        RoundsDone(TimedRounds((("Row", None),), rounds, ()), {(("Row", None),): rounds + 1})
        for rounds in (6, 4)
    )
    both = plan_of(alike, alike, settings=bare())
    known = {KEY: first, replace(KEY, nth=1): second}
    expected = {0: RoundsBefore(6, (), 7), 1: RoundsBefore(4, (), 5)}
    assert expected == rounds_before("mine", both, known)
    assert {0: expected[0]} == rounds_before("mine", both, {KEY: first})


SCORED = compile_plan(
    workout_of(
        block(counted(8)),
        block(
            counted(8, sides=Sides.EACH),
            counted(10, name="Press"),
            name="All you can",
            clock=Within(600),
        ),
    ),
    Settings(),
)
ROUND = tuple(step for step in SCORED.sets if SCORED.goes_on(step.key))
"""Two sides of an exercise, and another one."""


def scored(*sets: tuple[int, int], skipped: tuple[tuple[int, int], ...] = ()) -> Sets:
    """Return records of the sets so named: the round, and the place among its three."""
    found = {}
    for outcome, named in ((SetOutcome.DONE, sets), (SetOutcome.SKIPPED, skipped)):
        for number, place in named:
            step = ROUND[place]
            key = step.key._replace(round=number)
            found[key] = _scored(key, step, outcome)
    return found


def _scored(key: StepKey, step: Work, outcome: SetOutcome) -> SetRecord:
    return SetRecord(key, step.block.name, None, step.exercise.name, step.side, 8, 20, outcome)


@pytest.mark.parametrize(
    ("sets", "expected"),
    [
        ([(1, 0)], (0, 0)),
        ([(1, 0), (1, 1)], (0, 1)),
        ([(1, 0), (1, 1), (1, 2)], (1, 0)),
        ([(1, 0), (1, 1), (1, 2), (2, 0), (2, 1)], (1, 1)),
        ([(1, 0), (1, 1), (2, 0), (2, 1), (2, 2)], (1, 0)),
    ],
)
def test_rounds_are_whole_and_exercises_are_done_on_all_sides(
    sets: list[tuple[int, int]], expected: tuple[int, int]
) -> None:
    """A round of which a set was skipped is none; what comes after the last whole one counts."""
    assert (Score(1, "All you can", *expected),) == scores(SCORED, scored(*sets))


def test_other_blocks_and_what_was_not_done_have_no_score() -> None:
    """Where nothing was done there is none."""
    first = SCORED.sets[0]
    other = {first.key: _scored(first.key, first, SetOutcome.DONE)}
    assert () == scores(SCORED, {**other, **scored(skipped=((1, 0),))})
