"""The laws of a session are kept by every phase, and each of them can be broken."""

from dataclasses import replace

import pytest

from matside.core.session.laws import Law, broken
from matside.core.session.record import SetOutcome
from matside.core.session.values import (
    Command,
    EndedStep,
    Entry,
    Idle,
    Over,
    Paused,
    Phase,
    Running,
    StepProgress,
    Times,
)
from matside.core.workout.model import Every, Within
from matside.core.workout.steps import Work
from tests.support.core_samples import Drive, S, bare, block, counted, hold, plan_of

PLAN = plan_of(hold(20), counted(), hold(20))
"""0 get ready 10 s; 1 hold 20 s, 2 rest 10 s, 3 counted, 4 rest 10 s, 5 hold 20 s."""

WAITING = replace(PLAN, wait=True)

IN_SET = Drive(PLAN).start().run(10 + 20 + 10 + 4)
IN_REST = Drive(PLAN).start().run(10 + 20 + 4)
PRESSED = Drive(PLAN).start().run(10 + 20 + 10 + 4).do(Command.NEXT).run(1)
LED_IN = Drive(PLAN).start().run(15).do(Command.PAUSE).do(Command.RESUME).run(1)
PAUSED = Drive(PLAN).start().run(15).do(Command.PAUSE)
FINISHED = Drive(PLAN).start().run(10 + 20 + 10).do(Command.NEXT).run(60)
STOPPED = Drive(PLAN).start().run(15).do(Command.STOP)
OVERTIME = Drive(WAITING).start().run(10 + 20 + 25)

KEYS = [step.key for step in PLAN.steps]
ELSEWHERE = plan_of(hold(20), hold(20), settings=bare()).sets[1].key._replace(place=7)
LATER = 1_000_000_000_000


def standing(drive: Drive, **changes: object) -> Phase:
    """Return the phase of `drive` with its stand changed."""
    return replace(drive.under_way, progress=replace(drive.under_way.progress, **changes))


def left(place: int, elapsed: int = 0, **changes: object) -> EndedStep:
    """Return the step at `place` as a press ended it."""
    step = PLAN.steps[place]
    progress = replace(StepProgress(step.key, elapsed, step.length), **changes)
    return EndedStep(progress, SetOutcome.DONE if isinstance(step, Work) else None)


def undoing(*undo: EndedStep) -> Phase:
    """Return a phase in the rest at 4, which presses have led to."""
    return standing(PRESSED, undo=undo)


@pytest.mark.parametrize(
    "drive",
    [Drive(PLAN), IN_SET, IN_REST, PRESSED, LED_IN, PAUSED, FINISHED, STOPPED, OVERTIME],
)
def test_every_law_is_kept_by_every_kind_of_phase(drive: Drive) -> None:
    """Nothing is wrong with what the rules lead to."""
    assert () == broken(drive.plan, drive.phase, drive.now)


@pytest.mark.parametrize(
    ("law", "drive", "phase"),
    [
        (Law.KNOWN, IN_SET, standing(IN_SET, key=ELSEWHERE)),
        (Law.KNOWN, PRESSED, undoing(left(2))),
        (Law.KNOWN, PRESSED, undoing(left(3), left(2))),
        (Law.KNOWN, FINISHED, replace(FINISHED.phase, undo=(left(3),))),
        (Law.LENGTH, PAUSED, standing(PAUSED, length=None)),
        (Law.LENGTH, IN_REST, standing(IN_REST, length=None)),
        (Law.LENGTH, PAUSED, standing(PAUSED, length=0, elapsed=0)),
        (Law.LENGTH, PRESSED, undoing(left(3, length=24 * S))),
        (Law.ELAPSED, IN_SET, standing(IN_SET, elapsed=-1)),
        (Law.ELAPSED, IN_REST, standing(IN_REST, elapsed=7 * S)),
        (Law.ELAPSED, PAUSED, standing(PAUSED, elapsed=20 * S)),
        (Law.ELAPSED, PRESSED, undoing(left(2, 10 * S), left(3))),
        (
            Law.ELAPSED,
            STOPPED,
            replace(STOPPED.phase, stopped=StepProgress(KEYS[1], 20 * S, 20 * S)),
        ),
        (Law.OUTCOME, PRESSED, undoing(EndedStep(StepProgress(KEYS[3], 4 * S, None), None))),
        (Law.OUTCOME, PRESSED, undoing(left(3, undo=(left(2),)))),
        (Law.SHORTENED, PAUSED, standing(PAUSED, shortened=True)),
        (Law.LEAD_IN, LED_IN, replace(LED_IN.running, lead_in_from=None)),
        (
            Law.LEAD_IN,
            IN_SET,
            replace(IN_SET.running, lead_in_from=1, clock_starts_at=IN_SET.now + 1),
        ),
        (Law.LEAD_IN, LED_IN, replace(LED_IN.running, clock_starts_at=LED_IN.now)),
        (Law.ENTRY, PRESSED, replace(PRESSED.running, entry=Entry.ITSELF)),
        (Law.ENTRY, IN_SET, replace(IN_SET.running, by_itself=7)),
        (Law.PAST, Drive(PLAN), Idle(pressed=LATER)),
        (Law.PAST, IN_SET, replace(IN_SET.running, since=LATER)),
        (Law.PAST, IN_SET, replace(IN_SET.running, began=LATER, by_itself=LATER)),
        (Law.PAST, PAUSED, replace(PAUSED.phase, since=LATER)),
        (Law.PAST, FINISHED, replace(FINISHED.phase, at=LATER)),
        (Law.FUTURE, IN_REST, replace(IN_REST.running, clock_starts_at=0)),
        (Law.TIMES, IN_SET, replace(IN_SET.running, times=Times(ran=-1))),
        (Law.TIMES, FINISHED, replace(FINISHED.phase, times=Times(pauses=-1))),
    ],
)
def test_every_law_can_be_broken(law: Law, drive: Drive, phase: Phase) -> None:
    """A phase that cannot be is named by the law that it breaks."""
    assert law in broken(PLAN, phase, drive.now)


MINUTES = plan_of(block(counted(), hold(20), rounds=2, clock=Every(60)), settings=bare())
"""0 counted, 1 what is left of its minute, 2 hold 20 s, 3 what is left; and so once more."""

FOR_A_TIME = plan_of(block(counted(), clock=Within(600)), settings=bare())

IN_MINUTE = Drive(MINUTES).start().run(15)
LEFT_OF_MINUTE = Drive(MINUTES).start().run(15).do(Command.NEXT).run(5)
IN_ROUND_3 = Drive(FOR_A_TIME).start().run(9).do(Command.NEXT).do(Command.NEXT).run(5)


@pytest.mark.parametrize("drive", [IN_MINUTE, LEFT_OF_MINUTE, IN_ROUND_3])
def test_law_of_clocks_is_kept(drive: Drive) -> None:
    """Nothing is wrong with a minute, or with a round that nobody has counted."""
    assert () == broken(drive.plan, drive.phase, drive.now)


@pytest.mark.parametrize(
    ("drive", "phase"),
    [
        (IN_SET, standing(IN_SET, clock=0)),
        (IN_MINUTE, standing(IN_MINUTE, clock=None)),
        (IN_MINUTE, standing(IN_MINUTE, clock=-1)),
        (IN_MINUTE, standing(IN_MINUTE, clock=60 * S)),
        (IN_MINUTE, standing(IN_MINUTE, clock=46 * S)),
        (LEFT_OF_MINUTE, standing(LEFT_OF_MINUTE, length=44 * S)),
        (IN_ROUND_3, standing(IN_ROUND_3, clock=600 * S)),
    ],
)
def test_law_of_clocks_can_be_broken(drive: Drive, phase: Phase) -> None:
    """A clock runs where there is one, not beyond its end, and its minute is whole."""
    assert Law.CLOCK in broken(drive.plan, phase, drive.now)


def test_rounds_that_nobody_has_counted_follow_one_another() -> None:
    """What BACK leads to there is the round before, and no other."""
    undo = IN_ROUND_3.under_way.progress.undo
    assert 2 == len(undo)

    for wrong in (undo[::-1], undo[:1]):
        phase = standing(IN_ROUND_3, undo=wrong)
        assert (Law.KNOWN,) == broken(FOR_A_TIME, phase, IN_ROUND_3.now)


def test_rest_that_has_waited_may_be_over_until_it_is_left() -> None:
    """While paused, after *wait* was switched off, and where it still waits."""
    paused = Drive(WAITING).start().run(10 + 20 + 25).do(Command.PAUSE)

    assert isinstance(paused.phase, Paused)
    assert () == broken(PLAN, paused.phase, paused.now)
    assert () == broken(WAITING, OVERTIME.phase, OVERTIME.now)
    assert Law.ELAPSED in broken(PLAN, OVERTIME.phase, OVERTIME.now)


def test_phases_of_the_samples_are_what_they_are_called() -> None:
    """The session under way runs, and the others are over, in their two ways."""
    assert isinstance(IN_SET.phase, Running)
    assert [(True, True), (True, False)] == [
        (isinstance(drive.phase, Over), drive.phase.finished)
        for drive in (FINISHED, STOPPED)
        if isinstance(drive.phase, Over)
    ]
