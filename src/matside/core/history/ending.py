"""How a session ended, and how many of its sets there were."""

from collections.abc import Mapping
from enum import Enum

from matside.core.history.ledger import Sets
from matside.core.session.record import SetOutcome
from matside.core.session.values import Over
from matside.core.workout.plan import Plan


class Ending(Enum):
    """How a session ended: done; at its end, but with much of it skipped; or stopped."""

    DONE = "done"
    CUT_SHORT = "cut short"
    STOPPED = "stopped"


def ending_of(plan: Plan, sets: Sets, phase: Over) -> Ending:
    """Return how the session of `plan` ended that has `sets`.

    As a hold skipped from 80 % on is done, so is a workout of which at most 20 % of the sets were
    skipped. What a clock has cut was not: who went on to its end has left nothing early.
    """
    if not phase.finished:
        return Ending.STOPPED
    skipped = sum(
        record.outcome is SetOutcome.SKIPPED and not record.is_cut for record in sets.values()
    )
    begun = sum(map(sum, counts_for_a_time(plan, sets).values()))
    planned = plan.counted_sets + begun
    return Ending.DONE if 5 * skipped <= planned else Ending.CUT_SHORT


def planned_sets(plan: Plan) -> int | None:
    """Return how many sets there are to do, None where a block lasts for a time."""
    return None if any(plan.goes_on(step.key) for step in plan.sets) else plan.counted_sets


def counts_for_a_time(plan: Plan, sets: Sets) -> Mapping[int, tuple[int, int]]:
    """Return how many sets were done and skipped in each block that lasts for a time.

    One that the end of the time has cut is neither.
    """
    counts: dict[int, tuple[int, int]] = {}
    for key, record in sets.items():
        if plan.goes_on(key):
            done, skipped = counts.get(key.block, (0, 0))
            is_done = record.outcome is SetOutcome.DONE
            counts[key.block] = done + is_done, skipped + (not is_done and not record.is_cut)
    return counts
