"""How the core bears the longest plan that may be read: 20,000 steps."""

import pytest

from matside.core.history import ledger
from matside.core.session import sequencer
from matside.core.session.reading import read
from matside.core.session.values import Command, Idle, Over, Phase, SetEnded
from matside.core.workout.model import Exercise
from matside.core.workout.plan import Plan
from tests.support.core_samples import ANCHOR, Drive, S, bare, block, calls, counted, hold, plan_of

STEPS = 20_000

PRESSES = 2_000
"""More than Python lets functions call each other."""


def long_plan(exercise: Exercise, steps: int = STEPS) -> Plan:
    """Return a plan of `steps` sets of `exercise`, 50 in a round, without rests between them."""
    return plan_of(block(*[exercise] * 50, rounds=steps // 50), settings=bare())


@pytest.mark.parametrize("place", [0, STEPS // 2, STEPS - 1])
@pytest.mark.parametrize("command", Command)
def test_command_costs_the_same_wherever_it_is_given(place: int, command: Command) -> None:
    """No command walks through the plan, at its start, in its middle or at its end."""
    drive = Drive(LONG_HOLDS).take_up(place).do(Command.RESUME).run(5)
    # What is made only once is made here.
    sequencer.handle(LONG_HOLDS, drive.phase, command, drive.now)
    read(LONG_HOLDS, drive.under_way, drive.now)

    asked = calls(lambda: sequencer.handle(LONG_HOLDS, drive.phase, command, drive.now))
    shown = calls(lambda: read(LONG_HOLDS, drive.under_way, drive.now))

    assert asked < 200
    assert shown < 200


def test_late_look_costs_as_much_as_the_steps_it_goes_through() -> None:
    """Eight times the steps that were due cost eight times the calls, not sixty-four."""
    few, many = (plan_of(block(hold(1), rounds=rounds), settings=bare()) for rounds in (50, 400))

    assert calls(lambda: finished(many)) < 10 * calls(lambda: finished(few))


def test_history_of_a_late_look_costs_as_much_as_its_sets() -> None:
    """What came of a whole session at once is told in one go, not anew for every set of it."""
    few, many = (finished(long_plan(hold(1), sets)) for sets in (50, 400))

    assert calls(lambda: told(many)) < 10 * calls(lambda: told(few))


def told(drive: Drive) -> ledger.Sets:
    """Return the sets that history keeps of a session."""
    return ledger.applied({}, ledger.changes(drive.plan, {}, drive.facts, ANCHOR))


def finished(plan: Plan) -> Drive:
    """Return a session that somebody looks at for the first time when it is over."""
    return Drive(plan).start().run(len(plan.steps))


def test_late_look_through_a_long_plan_tells_every_set() -> None:
    """Nothing is lost, and the ledger keeps all of it."""
    drive = finished(long_plan(hold(1), 2_000))

    assert drive.is_over
    assert 2_000 == sum(isinstance(fact, SetEnded) for fact in drive.facts)
    assert 2_000 == len(told(drive))


def test_long_chain_of_presses_is_a_plain_value() -> None:
    """Presses by the thousand compare, hash and print without recursion, and are undone."""
    plan = long_plan(counted(), PRESSES)
    phases = [pressed_through(plan) for _ in range(2)]

    assert phases[0] == phases[1]
    assert hash(phases[0]) == hash(phases[1])
    assert isinstance(phases[0], Over)
    assert PRESSES == repr(phases[0]).count("EndedStep(")

    drive = Drive(plan)
    drive.phase = phases[0]
    assert [(PRESSES - back, 1 * S) for back in (1, 2, 3)] == [
        drive.do(Command.BACK).at for _ in range(3)
    ]


def pressed_through(plan: Plan) -> Phase:
    """Return the phase after NEXT in every set, each a second after the one before."""
    phase: Phase = sequencer.handle(plan, Idle(), Command.START, 0).phase
    for second in range(1, len(plan.steps) + 1):
        phase = sequencer.handle(plan, phase, Command.NEXT, second * S).phase
    return phase


LONG_HOLDS = long_plan(hold(1))
