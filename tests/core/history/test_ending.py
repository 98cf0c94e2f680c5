"""How a session ended, and how many of its sets there were."""

from dataclasses import replace

import pytest

from matside.core.history.ending import Ending, counts_for_a_time, ending_of, planned_sets
from matside.core.history.ledger import places
from matside.core.session.record import SetOutcome
from matside.core.session.values import Command, Over
from matside.core.workout.model import Every, Within
from tests.support.core_samples import Drive, bare, block, counted, plain, plan_of, sets_of


@pytest.mark.parametrize(
    ("done", "ending"), [(5, Ending.DONE), (4, Ending.DONE), (3, Ending.CUT_SHORT)]
)
def test_session_is_done_where_80_percent_of_its_sets_are(done: int, ending: Ending) -> None:
    """One that was skipped through to its end is cut short, and a stopped one is stopped."""
    drive = Drive(plain(*[counted()] * 5)).start()
    for place in range(5):
        drive.run(7).do(Command.NEXT if place < done else Command.SKIP)

    assert isinstance(drive.phase, Over)
    assert ending is ending_of(drive.plan, sets_of(drive), drive.phase)
    drive.do(Command.BACK).do(Command.STOP)
    assert isinstance(drive.phase, Over)
    assert Ending.STOPPED is ending_of(drive.plan, sets_of(drive), drive.phase)


def test_set_that_the_end_of_the_time_cuts_does_not_cut_the_session_short() -> None:
    """Of a block for a time the sets count that were begun, but the last one."""
    plan = plan_of(block(counted(), clock=Within(60)), settings=bare())
    drive = Drive(plan).start().run(20).do(Command.NEXT).run(60)

    assert isinstance(drive.phase, Over)
    assert Ending.DONE is ending_of(plan, sets_of(drive), drive.phase)

    skipped = Drive(plan).start().run(20).do(Command.SKIP).do(Command.SKIP).run(60)
    assert isinstance(skipped.phase, Over)
    assert Ending.CUT_SHORT is ending_of(plan, sets_of(skipped), skipped.phase)


def test_sets_that_their_minutes_have_cut_do_not_cut_the_session_short() -> None:
    """Who stayed to the end of the minutes has left nothing early; who skipped them has."""
    plan = plan_of(block(counted(), rounds=4, clock=Every(60)), settings=bare())
    late = Drive(plan).start().run(300)
    assert isinstance(late.phase, Over)
    assert [True] * 4 == [record.is_cut for record in sets_of(late).values()]
    assert Ending.DONE is ending_of(plan, sets_of(late), late.phase)
    skipped = Drive(plan).start()
    while not isinstance(skipped.phase, Over):
        skipped.run(1).do(Command.SKIP)
    assert Ending.CUT_SHORT is ending_of(plan, sets_of(skipped), skipped.phase)


def test_set_that_the_end_of_the_time_cuts_was_not_planned() -> None:
    """Nobody knows how many such a block has, so there is no total."""
    plan = plan_of(block(counted(), clock=Within(60)), block(counted(), rounds=3), settings=bare())
    drive = Drive(plan).start().run(20).do(Command.NEXT).run(60)

    assert {0: (1, 0)} == counts_for_a_time(plan, sets_of(drive))
    assert planned_sets(plan) is None
    assert 3 == planned_sets(plan_of(block(counted(), rounds=3)))

    waiting = Drive(plan_of(block(replace(counted(), rest=30), clock=Within(40)))).start()
    waiting.run(10).run(20).do(Command.NEXT).run(40)
    assert {0: (1, 0)} == counts_for_a_time(waiting.plan, sets_of(waiting))


def test_sets_of_a_block_for_a_time_are_counted_apart() -> None:
    """They have no place in the plan that is theirs alone."""
    plan = plan_of(block(counted(), clock=Within(60)), block(counted()), settings=bare())
    drive = Drive(plan).start().run(20).do(Command.NEXT).do(Command.SKIP).do(Command.NEXT).run(60)

    sets = sets_of(drive)
    assert {0: (2, 1)} == counts_for_a_time(plan, sets)
    assert frozenset() == places(plan, sets, SetOutcome.DONE)

    after = sets_of(drive.run(20).do(Command.NEXT))
    assert {0: (2, 1)} == counts_for_a_time(plan, after)
    assert 1 == len(places(plan, after, SetOutcome.DONE))
