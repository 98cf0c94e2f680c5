"""How far the rounds of a block that lasts for a time have come, today and the times before."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from matside.core.history.ledger import Sets
from matside.core.session.record import RoundsBefore, SetOutcome, SetRecord
from matside.core.workout.model import Block, Side, Within
from matside.core.workout.plan import Plan
from matside.core.workout.steps import Work
from matside.frozen import frozen


@frozen
class Score:
    """What was done of a block for a time: whole rounds, and exercises of the one after them.

    `place` is that of the block.
    """

    place: int
    block: str
    rounds: int
    exercises: int


def scores(plan: Plan, sets: Sets) -> tuple[Score, ...]:
    """Return the score of each block for a time in which any of the `sets` was done.

    A round counts where all its sets were done, an exercise where it was done on all its sides.
    """
    names = {step.key.block: step.block.name for step in plan.sets if plan.goes_on(step.key)}
    of_round = {
        block: Counter(step.key.place for step in plan.sets if step.key.block == block)
        for block in names
    }
    done: dict[int, Counter[tuple[int, int]]] = {}
    for key, record in sets.items():
        if key.block in names and record.outcome is SetOutcome.DONE:
            done.setdefault(key.block, Counter())[key.round, key.place] += 1
    return tuple(
        Score(block, names[block], *_score(of_round[block], counts))
        for block, counts in sorted(done.items())
    )


def _score(of_round: Mapping[int, int], done: Mapping[tuple[int, int], int]) -> tuple[int, int]:
    """Return the whole rounds, and the exercises done in the last one if that is not whole."""
    whole = {
        number: [place for place, sides in of_round.items() if done.get((number, place)) == sides]
        for number, _ in done
    }
    rounds = sum(len(places) == len(of_round) for places in whole.values())
    last = len(whole[max(whole)])
    return rounds, 0 if last == len(of_round) else last


Moves = tuple[tuple[str, Side | None], ...]
"""The sets of a round, each by the id of its exercise, or its name without one, and its side."""


@frozen
class TimedBlock:
    """What says that blocks for a time are alike: their workout, their name and their seconds.

    `nth` is how many such stand before it in its session.
    """

    workout: str
    name: str
    seconds: int
    nth: int = 0


@frozen
class TimedRounds:
    """One time of such a block: what its rounds are made of, and how many were done whole.

    `ends` are the seconds of its clock at which each of these was done; none where nobody knows.
    """

    moves: Moves
    rounds: int
    ends: tuple[int, ...]


@frozen
class RoundsDone:
    """All times of such a block: the `last`, and the `best` by what its rounds were made of."""

    last: TimedRounds
    best: Mapping[Moves, int]


KnownRounds = Mapping[TimedBlock, RoundsDone]
"""What was done of all blocks for a time."""


def timed_rounds(records: Sequence[SetRecord], seconds: int) -> TimedRounds:
    """Return the rounds of one block for `seconds`, of which a session has the `records` in order.

    What a round is made of is known by the first, once there is a second.
    """
    last = max((record.round for record in records), default=0)
    moves = _moves(record for record in records if record.round == 1) if last > 1 else ()
    ran = tuple(accumulate(record.seconds or 0 for record in records))
    ended = {record.round: at for record, at in zip(records, ran, strict=True)}
    done = [record for record in records if record.outcome is SetOutcome.DONE]
    whole = [
        number
        for number in ended
        if moves and moves == _moves(each for each in done if each.round == number)
    ]
    ends = tuple(ended[number] for number in whole) if _fills(records, ran, seconds) else ()
    return TimedRounds(moves, len(whole), ends)


def _fills(records: Sequence[SetRecord], ran: Sequence[int], seconds: int) -> bool:
    """Return whether nothing but the sets took time: no rest, and nothing that BACK has undone.

    That is known where the time is over; each set was rounded to a second.
    """
    return bool(records) and records[-1].is_cut and abs(ran[-1] - seconds) <= len(records)


def rounds_done(times: Sequence[TimedRounds]) -> RoundsDone:
    """Return what all `times` of a block come to, the last one last; there is at least one."""
    best: dict[Moves, int] = {}
    for each in times:
        best[each.moves] = max(best.get(each.moves, 0), each.rounds)
    return RoundsDone(times[-1], best)


def told_apart(blocks: Iterable[TimedBlock]) -> Iterator[TimedBlock]:
    """Yield the `blocks` of one session in their order, alike ones told apart."""
    alike: Counter[TimedBlock] = Counter()
    for block in blocks:
        yield replace(block, nth=alike[block])
        alike[block] += 1


def rounds_before(workout: str, plan: Plan, known: KnownRounds) -> Mapping[int, RoundsBefore]:
    """Return what was done before of the blocks for a time in `plan`, by their places.

    Nothing is said of one that was another the last time, or had no whole round.
    """
    found: dict[int, RoundsBefore] = {}
    circles = {step.key.block: step.block for step in plan.sets if plan.goes_on(step.key)}
    blocks = told_apart(_timed(workout, block) for block in circles.values())
    for place, block in zip(circles, blocks, strict=True):
        done = known.get(block)
        moves = _planned(step for step in plan.sets if step.key.block == place)
        if done is not None and done.last.moves == moves and done.last.rounds:
            found[place] = RoundsBefore(done.last.rounds, done.last.ends, done.best[moves])
    return found


def _timed(workout: str, block: Block) -> TimedBlock:
    assert isinstance(block.clock, Within)  # what goes on lasts for a time
    return TimedBlock(workout, block.name, block.clock.seconds)


def _moves(records: Iterable[SetRecord]) -> Moves:
    return tuple((record.exercise or record.name, record.side) for record in records)


def _planned(sets: Iterable[Work]) -> Moves:
    return tuple((step.exercise.id or step.exercise.name, step.side) for step in sets)
