"""Asks the history for the rounds of blocks for a time; rows that cannot be read are left out."""

import sqlite3
from itertools import groupby
from operator import itemgetter

from matside.core.history.rounds import (
    KnownRounds,
    TimedBlock,
    TimedRounds,
    rounds_done,
    timed_rounds,
    told_apart,
)
from matside.core.session.record import SetOutcome, SetRecord
from matside.core.workout.steps import StepKey, StepKind
from matside.files.history.checked import any_text, any_text_or_none, whole, whole_or_none
from matside.files.history.records import is_cut_in, side_in
from matside.files.history.totals import LOOKED_BACK, read

# Only what rounds are known by: of very many sets that is read several times as fast as all.
_TIMED = """
SELECT id, workout, block, block_name, within, round, place, side, exercise, name, seconds,
    set_done.outcome, cut
FROM set_done JOIN (
    SELECT id, workout, julianday(started) AS at FROM session
    WHERE outcome != 'open' AND id IN (SELECT session FROM set_done WHERE within NOT NULL)
    ORDER BY at DESC LIMIT ?
) ON id = session WHERE within NOT NULL ORDER BY at, id, block, number
"""


def known_rounds(connection: sqlite3.Connection) -> KnownRounds:
    """Return what was done of each block for a time; a session that is open is not over.

    Of the sessions with such blocks the last ones are read, of which many are looked through.
    """
    times: dict[TimedBlock, list[TimedRounds]] = {}
    rows = read(connection.execute(_TIMED, (LOOKED_BACK,)), _timed_set)
    for _, of_session in groupby(rows, itemgetter(0)):
        found = [
            (block, [record for *_, record in of_block])
            for (_, block), of_block in groupby(of_session, itemgetter(1, 2))
        ]
        blocks = told_apart(block for block, _ in found)
        for block, (_, records) in zip(blocks, found, strict=True):
            times.setdefault(block, []).append(timed_rounds(records, block.seconds))
    return {block: rounds_done(of_block) for block, of_block in times.items()}


def _timed_set(row: sqlite3.Row) -> tuple[int, int, TimedBlock, SetRecord]:
    name, side = any_text(row["block_name"]), side_in(row)
    place = whole(row["block"])
    record = SetRecord(
        key=StepKey(place, whole(row["round"], 1), whole(row["place"]), side, StepKind.WORK),
        block=name,
        exercise=any_text_or_none(row["exercise"]),
        name=any_text(row["name"]),
        side=side,
        reps=None,
        seconds=whole_or_none(row["seconds"]),
        outcome=SetOutcome(row["outcome"]),
        is_cut=is_cut_in(row),
    )
    block = TimedBlock(any_text(row["workout"]), name, whole(row["within"], 1, 3600))
    return row["id"], place, block, record
