"""What the facts of a session change in its record."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from matside.core.history import ledger
from matside.core.session.record import (
    OpenSession,
    OutcomeChanged,
    Pause,
    PauseBegan,
    PauseEnded,
    Planned,
    Position,
    SessionOutcome,
    SetKept,
    SetOutcome,
    SetRecord,
    SetsDropped,
)
from matside.core.session.values import Command
from matside.core.weights import Implement, Level, Load, Unit, Weight
from matside.core.workout.model import (
    BlockClock,
    Dose,
    Every,
    MaxHold,
    MaxReps,
    Reps,
    Side,
    Sides,
    Within,
)
from tests.support.core_samples import (
    ANCHOR,
    Drive,
    bare,
    block,
    counted,
    hold,
    plain,
    plan_of,
    sets_of,
    workout_of,
)


def hour(seconds: float) -> datetime:
    """Return the hour `seconds` after a session began."""
    return ANCHOR.wall + timedelta(seconds=seconds)


def changes(drive: Drive, sets: ledger.Sets | None = None) -> list[object]:
    """Return what the last facts change."""
    return list(ledger.changes(drive.plan, sets or {}, drive.facts, ANCHOR))


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
        planned=Planned("8 reps", reps=8),
        ended=hour(31.5),
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


@pytest.mark.parametrize("clock", [Every(60), Within(60)])
def test_set_that_its_clock_ends_is_kept_as_cut(clock: BlockClock) -> None:
    """It is skipped, with the seconds that it ran, and what SKIP has left before is not cut."""
    plan = plan_of(block(counted(), counted(), clock=clock), settings=bare())
    drive = Drive(plan).start().run(7).do(Command.SKIP).run(60 - 7)
    drive.run(60)

    records = list(sets_of(drive).values())
    assert [False, True] == [record.is_cut for record in records]
    assert {SetOutcome.SKIPPED} == {record.outcome for record in records}
    assert [7, 60 if isinstance(clock, Every) else 53] == [record.seconds for record in records]
    assert {clock} == {record.planned and record.planned.clock for record in records}


def test_set_that_is_over_as_its_clock_is_was_done() -> None:
    """Nothing has cut a hold that ends in that instant."""
    drive = Drive(plan_of(block(hold(60), clock=Every(60)), settings=bare())).start().run(60)

    assert [(SetOutcome.DONE, False)] == [
        (record.outcome, record.is_cut) for record in sets_of(drive).values()
    ]


def test_set_under_way_at_stop_is_not_listed() -> None:
    """STOP ends the session with the sets before."""
    drive = Drive(plain(counted(), counted())).start().run(7).do(Command.NEXT).run(7)
    drive.do(Command.STOP)

    assert [OutcomeChanged(SessionOutcome.STOPPED, hour(14))] == changes(drive)
    assert [drive.plan.steps[0].key] == list(sets_of(drive))


def test_last_set_is_kept_before_the_session_is_finished() -> None:
    """One press may change both, in this order."""
    drive = Drive(plain(counted())).start().run(7).do(Command.NEXT)

    assert [SetKept, OutcomeChanged] == [type(change) for change in changes(drive)]
    assert OutcomeChanged(SessionOutcome.FINISHED, hour(7)) == changes(drive)[-1]


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
    """BACK on the finish page opens the record and drops the last set; between, it stood still."""
    drive = Drive(plain(counted())).start().run(7).do(Command.NEXT)
    sets = sets_of(drive)
    drive.run(30).do(Command.BACK)

    assert [
        OutcomeChanged(SessionOutcome.OPEN),
        PauseBegan(hour(7)),
        PauseEnded(hour(7 + 30)),
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

    after = ledger.applied(
        sets_of(drive), [other, SetKept(later), OutcomeChanged(SessionOutcome.FINISHED)]
    )

    assert [5, 9] == [kept.seconds for kept in after.values()]


def test_dropping_a_set_that_is_not_kept_is_no_fault() -> None:
    """What is gone already stays gone."""
    key = plain(counted()).steps[0].key

    assert {} == ledger.applied({}, [SetsDropped((key,))])


def test_session_taken_up_after_a_stop_is_open_again() -> None:
    """BACK on the page of a stopped session opens the record, and keeps every set.

    The session stood still since STOP, and does so until RESUME.
    """
    drive = Drive(plain(counted(), counted())).start().run(7).do(Command.NEXT).do(Command.STOP)
    sets = sets_of(drive)

    assert [
        OutcomeChanged(SessionOutcome.OPEN),
        PauseBegan(hour(7)),
        PauseEnded(hour(67)),
        PauseBegan(hour(67)),
    ] == changes(drive.run(60).do(Command.BACK), sets)
    assert sets == sets_of(drive)


def test_places_of_sets_are_those_in_the_plan() -> None:
    """Those done and those skipped, each apart."""
    drive = Drive(plain(counted(), counted(), counted())).start().run(7).do(Command.NEXT)
    sets = sets_of(drive.run(7).do(Command.SKIP))

    assert {0} == ledger.places(drive.plan, sets, SetOutcome.DONE)
    assert {1} == ledger.places(drive.plan, sets, SetOutcome.SKIPPED)


def test_the_position_is_dated_and_stays_where_the_session_was_when_it_is_over() -> None:
    """After the end the times are those of the end, whenever it is asked for."""
    drive = Drive(plain(counted(), counted())).start().run(7)
    before = ledger.position(drive.phase, None, drive.now, ANCHOR)
    assert before is not None
    assert (drive.plan.steps[0].key, hour(7)) == (before.key, before.seen)

    drive.run(2).do(Command.STOP).run(60)

    after = ledger.position(drive.phase, before, drive.now, ANCHOR)
    assert replace(before, ran=9_000, seen=hour(9)) == after


def test_without_a_session_there_is_no_position() -> None:
    """Neither before one, nor after one of which none was known."""
    drive = Drive(plain(counted()))
    assert None is ledger.position(drive.phase, None, drive.now, ANCHOR)
    drive.start().do(Command.STOP)
    assert None is ledger.position(drive.phase, None, drive.now, ANCHOR)


def test_sets_that_are_not_kept_as_they_are_lack() -> None:
    """Whether they are not kept at all, or otherwise; at their places in the plan."""
    drive = Drive(plain(counted(), counted(), counted())).start().run(7).do(Command.NEXT)
    sets = sets_of(drive.run(7).do(Command.SKIP))
    first, second = sets
    otherwise = replace(sets[second], outcome=SetOutcome.DONE)

    assert {0, 1} == ledger.lacking(drive.plan, sets, {})
    assert {1} == ledger.lacking(drive.plan, sets, {first: sets[first], second: otherwise})
    assert frozenset() == ledger.lacking(drive.plan, sets, sets)


def test_other_facts_change_nothing() -> None:
    """Starting, adjusting and cues leave the record alone."""
    drive = Drive(plain(hold(40), hold(20))).start().run(20).more().run(30)

    assert () == ledger.changes(drive.plan, {}, drive.history, ANCHOR)


def test_pauses_have_their_hours() -> None:
    """Each began and ended when it did, however late somebody looked, and lead-ins are none."""
    drive = Drive(plain(hold(40), hold(20))).start().run(20).do(Command.PAUSE).run(60)
    drive.do(Command.RESUME).run(3).do(Command.PAUSE)

    expected = [PauseBegan(hour(20)), PauseEnded(hour(80)), PauseBegan(hour(83))]
    assert expected == list(ledger.changes(drive.plan, {}, drive.history, ANCHOR))


def test_what_is_planned_is_kept_beside_what_is_done() -> None:
    """A hold that was shortened has the seconds that were asked, and the weights of its pair."""
    heavy = replace(hold(40), weight=Weight(Level.MEDIUM, 2))
    drive = Drive(plain(heavy, counted())).start().run(3).less().run(30)

    (record,) = sets_of(drive).values()
    assert Planned("40 s", None, 40, Weight(Level.MEDIUM, 2)) == record.planned
    assert (25, hour(25)) == (record.seconds, record.ended)


def test_a_set_is_kept_with_what_its_weight_weighed() -> None:
    """By the settings that held when it was done; what nobody knows is kept as unknown."""
    four = Load(4_000, Unit.KILOGRAM)
    settings = replace(bare(), weights={Implement.DUMBBELL: {Level.LIGHT: four}})
    light, medium = (replace(counted(), weight=Weight(level, 2)) for level in list(Level)[:2])
    drive = (
        Drive(plan_of(light, medium, settings=settings)).start().do(Command.NEXT).do(Command.NEXT)
    )

    assert [four, None] == [record.load for record in sets_of(drive).values()]


@pytest.mark.parametrize(
    ("dose", "paced", "reps", "planned"),
    [
        (Reps(8, 12), False, 8, Planned("8-12 reps", reps=8, reps_to=12)),
        (Reps(8, 12), True, 12, Planned("8-12 reps", reps=8, reps_to=12)),
        (MaxReps(), True, None, Planned("max reps")),
        (MaxHold(), False, None, Planned("max hold")),
    ],
)
def test_doses_are_kept_as_they_were_written(
    dose: Dose, *, paced: bool, reps: int | None, planned: Planned
) -> None:
    """Of a range the lower end was done, or all that were pulsed; to failure nobody knows."""
    plan = plan_of(replace(counted(), dose=dose), settings=replace(bare(), rep_pace=paced))
    drive = Drive(plan).start().run(40).do(Command.NEXT)

    (record,) = sets_of(drive).values()
    assert (reps, planned) == (record.reps, record.planned)


def left_open(*pauses: Pause, seen: datetime | None) -> OpenSession:
    """Return a session that was killed; `seen` is when it was written last."""
    workout = workout_of(block(counted()))
    plan = plan_of(counted())
    position = Position(plan.steps[0].key, 0, 10_000, ran=0, paused=0, seen=seen)
    return OpenSession(1, "some", workout, plan, hour(0), position, (), pauses)


def test_a_session_stood_still_while_nobody_had_it_open() -> None:
    """Its pause began when it was written last; where that is unknown, when it is taken up."""
    assert (PauseBegan(hour(70)),) == ledger.taken_up(left_open(seen=hour(70)), hour(900))
    assert (PauseBegan(hour(900)),) == ledger.taken_up(left_open(seen=None), hour(900))


def test_a_session_never_stood_still_from_later_on() -> None:
    """Whoever has set the wall clock back meanwhile gets no pause that ends before it began."""
    assert (PauseBegan(hour(5)),) == ledger.taken_up(left_open(seen=hour(70)), hour(5))


def test_a_pause_goes_on_when_the_program_ends() -> None:
    """A session that was paused already stands still since then."""
    ended, open_ = Pause(hour(10), hour(20)), Pause(hour(30))

    assert () == ledger.taken_up(left_open(ended, open_, seen=hour(70)), hour(900))
    assert 1 == len(ledger.taken_up(left_open(ended, seen=hour(70)), hour(900)))


def test_sets_of_rounds_that_nobody_has_counted_are_kept_each() -> None:
    """Of every round, and BACK drops those behind it alone."""
    plan = plan_of(block(counted(), counted(), clock=Within(600)), settings=bare())
    drive = Drive(plan).start()
    for _ in range(5):
        drive.run(10).do(Command.NEXT)
    drive.do(Command.BACK).do(Command.BACK)

    assert [(1, 0), (1, 1), (2, 0)] == [(key.round, key.place) for key in sets_of(drive)]
