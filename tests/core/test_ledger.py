"""What the facts of a session change in its record."""

from matside.core import ledger
from matside.core.record import (
    OutcomeChanged,
    SessionOutcome,
    SetKept,
    SetOutcome,
    SetRecord,
    SetsDropped,
)
from matside.core.session import Command
from matside.core.workout import Side, Sides
from tests.core.samples import Drive, block, counted, hold, plain, plan_of

FINISHED = OutcomeChanged(SessionOutcome.FINISHED)


def changes(drive: Drive, sets: ledger.Sets | None = None) -> list[object]:
    """Return what the last facts change."""
    return list(ledger.changes(drive.plan, sets or {}, drive.facts))


def sets_of(drive: Drive) -> ledger.Sets:
    """Return what all facts so far leave in the record."""
    return ledger.applied({}, ledger.changes(drive.plan, {}, drive.history))


def test_set_done_is_kept_with_all_that_is_known() -> None:
    """A counted set is recorded with its block, exercise, side, reps and seconds."""
    exercise = counted(8, sides=Sides.EACH, name="Chop", id="half-kneeling-chop")
    plan = plan_of(block(exercise, name="Superset 1"))
    drive = Drive(plan).start().run(10).run(21.5).do(Command.NEXT)

    expected = SetRecord(
        key=plan.steps[1].key,
        block="Superset 1",
        exercise="half-kneeling-chop",
        name="Chop",
        side=Side.LEFT,
        reps=8,
        seconds=22,
        outcome=SetOutcome.DONE,
    )
    assert [SetKept(expected)] == changes(drive)
    assert 1 == expected.round


def test_hold_has_no_reps() -> None:
    """A hold that ended by itself is recorded with the seconds it lasted."""
    (record,) = sets_of(Drive(plain(hold(20), counted())).start().run(25)).values()

    assert (None, 20, SetOutcome.DONE) == (record.reps, record.seconds, record.outcome)
    assert (None, None) == (record.exercise, record.side)


def test_seconds_are_those_the_clock_of_the_set_ran() -> None:
    """Pauses and lead-ins do not count."""
    drive = Drive(plain(hold(20), counted())).start().run(7).do(Command.PAUSE).run(60)
    drive.do(Command.RESUME).run(5 + 4.4).do(Command.SKIP)

    assert [11] == [record.seconds for record in sets_of(drive).values()]


def test_set_skipped_is_kept_as_skipped() -> None:
    """SKIP leaves a set in the record, with what it ran."""
    drive = Drive(plain(counted(), counted())).start().run(7).do(Command.SKIP)

    (record,) = sets_of(drive).values()
    assert (SetOutcome.SKIPPED, 7) == (record.outcome, record.seconds)


def test_set_under_way_at_stop_is_not_listed() -> None:
    """STOP ends the session with the sets before."""
    drive = Drive(plain(counted(), counted())).start().run(7).do(Command.NEXT).run(7)
    drive.do(Command.STOP)

    assert [OutcomeChanged(SessionOutcome.STOPPED)] == changes(drive)
    assert [drive.plan.steps[0].key] == list(sets_of(drive))


def test_last_set_is_kept_before_the_session_is_finished() -> None:
    """One press may change both, in this order."""
    drive = Drive(plain(counted())).start().run(7).do(Command.NEXT)

    assert [SetKept, OutcomeChanged] == [type(change) for change in changes(drive)]
    assert FINISHED == changes(drive)[-1]


def test_undone_set_is_dropped() -> None:
    """BACK takes the set it leads to out of the record."""
    drive = Drive(plain(counted(), counted())).start().run(7).do(Command.NEXT)
    sets = sets_of(drive)
    drive.do(Command.BACK)

    assert [SetsDropped((drive.plan.steps[0].key,))] == changes(drive, sets)
    assert {} == sets_of(drive)


def test_back_that_drops_nothing_changes_nothing() -> None:
    """A set begun again was not in the record yet."""
    drive = Drive(plain(hold(20), hold(20))).start().run(27)
    sets = sets_of(drive)

    assert [] == changes(drive.do(Command.BACK), sets)


def test_back_drops_sets_that_the_same_look_has_kept() -> None:
    """A late BACK may end a set and take it back in one turn."""
    drive = Drive(plain(hold(20), hold(20))).start()
    drive.now += 21_000
    drive.do(Command.BACK)

    assert [SetKept, SetsDropped] == [type(change) for change in changes(drive)]
    assert {} == sets_of(drive)


def test_session_taken_up_from_its_end_is_open_again() -> None:
    """BACK on the finish page opens the record and drops the last set."""
    drive = Drive(plain(counted())).start().run(7).do(Command.NEXT)
    sets = sets_of(drive)
    drive.do(Command.BACK)

    assert [
        OutcomeChanged(SessionOutcome.OPEN),
        SetsDropped((drive.plan.steps[0].key,)),
    ] == changes(drive, sets)


def test_set_done_again_stands_last() -> None:
    """The order is that in which sets were done; one done again replaces its old self."""
    drive = Drive(plain(counted(), counted())).start().run(7).do(Command.NEXT)
    record = next(iter(sets_of(drive).values()))
    later = SetRecord(
        record.key, "Pair", None, "Curl", None, reps=8, seconds=9, outcome=SetOutcome.DONE
    )
    other = SetKept(
        SetRecord(
            drive.plan.steps[1].key,
            "Pair",
            None,
            "Curl",
            None,
            reps=8,
            seconds=5,
            outcome=SetOutcome.DONE,
        )
    )

    after = ledger.applied(sets_of(drive), [other, SetKept(later), FINISHED])

    assert [5, 9] == [kept.seconds for kept in after.values()]


def test_dropping_a_set_that_is_not_kept_is_no_fault() -> None:
    """What is gone already stays gone."""
    key = plain(counted()).steps[0].key

    assert {} == ledger.applied({}, [SetsDropped((key,))])


def test_other_facts_change_nothing() -> None:
    """Starting, pausing, resuming, adjusting and cues leave the sets alone."""
    drive = Drive(plain(hold(40), hold(20))).start().run(20)
    drive.more().do(Command.PAUSE).do(Command.RESUME).run(30)

    assert () == ledger.changes(drive.plan, {}, drive.history)
