"""Every cell of the table of commands, by the situations in which they are given."""

from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from matside.core.session import sequencer
from matside.core.session.looks import Press
from matside.core.session.progress import progress_of
from matside.core.session.record import SetOutcome
from matside.core.session.values import (
    Command,
    Idle,
    Over,
    Paused,
    Running,
    StepProgress,
    WentBack,
)
from matside.core.settings import Settings
from matside.core.workout.model import BlockKind, Every, MaxHold, MaxReps, Sides, Within
from matside.core.workout.plan import Plan, compile_plan
from matside.core.workout.steps import Work, is_rest_of_minute, takes_lead_in
from tests.support.core_samples import Drive, S, bare, block, counted, hold, workout_of

WORKOUT = workout_of(
    block(hold(40, sides=Sides.EACH), counted(8), rounds=2),
    block(hold(20), kind=BlockKind.COOLDOWN),
)
PLAN = compile_plan(WORKOUT, Settings())
"""0 get ready 10 s; 1 hold 40 s, 2 switch 5 s, 3 hold, 4 rest 10 s, 5 counted, 6 rest 20 s;
7 to 11 the second round; 12 rest 45 s, 13 hold 20 s."""

WAITING = replace(PLAN, wait=True)

PACED = compile_plan(WORKOUT, Settings(rep_pace=True))
"""The same, but that counted sets run by the clock: 8 reps of 3 s."""

PACED_AND_WAITING = replace(PACED, wait=True)

TO_FAILURE, HELD_TO_FAILURE = (
    compile_plan(
        workout_of(
            block(hold(40, sides=Sides.EACH), replace(counted(), dose=dose), rounds=2),
            block(hold(20), kind=BlockKind.COOLDOWN),
        ),
        Settings(rep_pace=True),
    )
    for dose in (MaxReps(), MaxHold())
)
"""The same, but that counted sets are done to failure, at rep pace too."""

DENSE, DENSE_AND_PACED = (
    compile_plan(
        workout_of(block(hold(40), hold(40), counted(8), hold(40))),
        replace(bare(), rep_pace=paced),
    )
    for paced in (False, True)
)
"""Four sets without a rest between them."""

MINUTES = compile_plan(
    workout_of(block(counted(8), hold(20), rounds=2, clock=Every(60))), Settings()
)
"""0 get ready 10 s; 1 counted, 2 what is left of its minute, 3 hold 20 s, 4 what is left; 5 to 7
the second round, with nothing behind the last set."""

PACED_MINUTES = compile_plan(
    workout_of(block(counted(8), hold(20), rounds=2, clock=Every(60))), Settings(rep_pace=True)
)

FOR_A_TIME = compile_plan(
    workout_of(block(counted(8), counted(8), hold(40), clock=Within(600))), Settings()
)
"""0 get ready 10 s; 1 counted, 2 counted, 3 hold 40 s, and so on for 10 minutes."""

PREPARE, LEFT, SWITCH, RIGHT, EXERCISE, COUNTED, ROUND, LEFT_2 = range(8)
COUNTED_2, BLOCK, LAST = 11, 12, 13

IN_MINUTE, LEFT_OF_MINUTE, HOLD_IN_MINUTE, LEFT_BEHIND_HOLD, IN_MINUTE_3 = range(1, 6)

DONE, SKIPPED = SetOutcome.DONE, SetOutcome.SKIPPED

Way = Callable[[Drive], Drive]


def _prepare(drive: Drive) -> Drive:
    """3 s of 10 s."""
    return drive.start().run(3)


def _hold(drive: Drive) -> Drive:
    """10 s of 40 s."""
    return drive.start().run(20)


def _early_hold(drive: Drive) -> Drive:
    """2 s of 40 s, after a hold that was done."""
    return drive.start().run(10 + 40 + 5 + 2)


def _long_hold(drive: Drive) -> Drive:
    """32 s of 40 s, which are 80 %."""
    return drive.start().run(42)


def _switch(drive: Drive) -> Drive:
    """2 s of 5 s, before a hold."""
    return drive.start().run(10 + 40 + 2)


def _exercise_rest(drive: Drive) -> Drive:
    """4 s of 10 s, before a counted set."""
    return drive.start().run(10 + 40 + 5 + 40 + 4)


def _counted(drive: Drive) -> Drive:
    """10 s of a counted set that began by itself."""
    return drive.start().run(10 + 40 + 5 + 40 + 10 + 10)


def _early_counted(drive: Drive) -> Drive:
    """2 s of a counted set that began by itself."""
    return drive.start().run(10 + 40 + 5 + 40 + 10 + 2)


def _long_counted(drive: Drive) -> Drive:
    """22 s of a counted set that began by itself; of 24 s they are more than 80 %."""
    return drive.start().run(10 + 40 + 5 + 40 + 10 + 22)


def _paced_lead_in(drive: Drive) -> Drive:
    """10 s of a paced set, and 2 s of a lead-in of 5 s."""
    return _counted(drive).do(Command.PAUSE).run(60).do(Command.RESUME).run(2)


def _round_rest(drive: Drive) -> Drive:
    """4 s of 20 s, before a hold; entered by NEXT."""
    return _counted(drive).do(Command.NEXT).run(4)


def _block_rest(drive: Drive) -> Drive:
    """4 s of 45 s, before a hold; entered by NEXT, all sets but the second round's done."""
    _round_rest(drive).do(Command.PAUSE)
    for _ in range(5):
        drive.do(Command.SKIP)
    return drive.do(Command.RESUME).run(10).do(Command.NEXT).run(4)


def _lead_in(drive: Drive) -> Drive:
    """10 s of 40 s, and 2 s of a lead-in of 5 s."""
    return _hold(drive).do(Command.PAUSE).run(60).do(Command.RESUME).run(2)


def _overtime(drive: Drive) -> Drive:
    """3 s beyond a rest of 20 s, before a hold; entered by NEXT."""
    drive.start().run(10 + 40 + 5 + 40 + 13).do(Command.NEXT).run(10).do(Command.NEXT)
    return drive.run(23)


def _overtime_before_counted(drive: Drive) -> Drive:
    """3 s beyond a rest of 10 s, before a counted set; began by itself."""
    return drive.start().run(10 + 40 + 5 + 40 + 13)


def _hold_before_a_hold(drive: Drive) -> Drive:
    """10 s of 40 s, after which the next hold comes at once."""
    return drive.start().run(10)


def _hold_before_a_counted_set(drive: Drive) -> Drive:
    """10 s of 40 s, after which a counted set comes at once."""
    return drive.start().run(50)


def _counted_before_a_hold(drive: Drive) -> Drive:
    """10 s of a counted set, after which a hold comes at once."""
    return drive.start().run(90)


def _in_minute(drive: Drive) -> Drive:
    """10 s of a counted set in its minute."""
    return drive.start().run(10 + 10)


def _hold_in_minute(drive: Drive) -> Drive:
    """10 s of a hold of 20 s in its minute, after one in which nothing was done."""
    return drive.start().run(10 + 60 + 10)


def _left_of_minute(drive: Drive) -> Drive:
    """25 s of a minute, 15 s after its set was done; a hold comes next."""
    return _in_minute(drive).do(Command.NEXT).run(15)


def _left_behind_hold(drive: Drive) -> Drive:
    """30 s of a minute, 10 s after its hold ended; a counted set comes next."""
    return drive.start().run(10 + 60 + 30)


def _for_a_time(drive: Drive) -> Drive:
    """10 s of the second set of a block that lasts for a time."""
    return drive.start().run(10 + 20).do(Command.NEXT).run(10)


def _time_over(drive: Drive) -> Drive:
    """The end, which came with the end of a block that lasts for a time."""
    return drive.start().run(10 + 600 + 60)


def _finished(drive: Drive) -> Drive:
    """The end, which came by itself."""
    return drive.take_up(LAST).do(Command.RESUME).run(5 + 20 + 60)


def _finished_by_press(drive: Drive) -> Drive:
    """The end, which came by SKIP after 10 s of the last hold."""
    return drive.take_up(LAST).do(Command.RESUME).run(5 + 10).do(Command.SKIP).run(60)


def _stopped(drive: Drive) -> Drive:
    """Stopped after 10 s of the first hold."""
    return _hold(drive).do(Command.STOP).run(60)


@dataclass(frozen=True)
class Runs:
    """The step at `place`, `elapsed` ms of `length` ms, with `lead` ms left of a lead-in."""

    place: int
    elapsed: int = 0
    length: int | None = None
    lead: int = 0


@dataclass(frozen=True)
class Stands:
    """The step at `place`, paused after `elapsed` ms of `length` ms."""

    place: int
    elapsed: int = 0
    length: int | None = None


@dataclass(frozen=True)
class Ends:
    """The end, with what became of the set it was in."""

    finished: bool


IDLE = "idle"
SAME = "same"
STOPPED, FINISHED = Ends(False), Ends(True)

View = Runs | Stands | Ends | str
Cell = View | tuple[View, Mapping[int, SetOutcome | None]]
"""What is seen after a command, and which sets it left in another way (None: neither)."""


def _view(drive: Drive) -> View:
    phase = drive.phase
    if isinstance(phase, Running):
        return Runs(drive.place, drive.elapsed, drive.length, drive.lead)
    if isinstance(phase, Paused):
        return Stands(drive.place, drive.elapsed, drive.length)
    if isinstance(phase, Over):
        return Ends(phase.finished)
    return IDLE


COLUMNS: Mapping[str, Way] = {
    "START": lambda drive: drive.do(Command.START),
    "NEXT": lambda drive: drive.do(Command.NEXT),
    "PAUSE": lambda drive: drive.do(Command.PAUSE),
    "RESUME": lambda drive: drive.do(Command.RESUME),
    "BACK": lambda drive: drive.do(Command.BACK),
    "SKIP": lambda drive: drive.do(Command.SKIP),
    "MORE": lambda drive: drive.more(),
    "LESS": lambda drive: drive.less(),
    "STOP": lambda drive: drive.do(Command.STOP),
    "SPACE": lambda drive: drive.space(),
}

Row = tuple[Plan, Way, Mapping[str, Cell]]


def _row(plan: Plan, way: Way, **changed: Cell) -> Row:
    """Return what each command does at the end of `way`: nothing, but for those that are named."""
    return plan, way, {**dict.fromkeys(COLUMNS, SAME), **changed}


ROWS: Mapping[str, Row] = {
    "idle": _row(
        PLAN,
        lambda drive: drive,
        START=Runs(PREPARE, 0, 10 * S),
        SPACE=Runs(PREPARE, 0, 10 * S),
    ),
    "prepare": _row(
        PLAN,
        _prepare,
        NEXT=Runs(PREPARE, 3 * S, 8 * S),
        PAUSE=Stands(PREPARE, 3 * S, 10 * S),
        BACK=Runs(PREPARE, 0, 10 * S),
        SKIP=Runs(PREPARE, 3 * S, 8 * S),
        MORE=Runs(PREPARE, 3 * S, 25 * S),
        LESS=Runs(PREPARE, 3 * S, 6 * S),
        STOP=STOPPED,
        SPACE=Runs(PREPARE, 3 * S, 8 * S),
    ),
    "rest of kind switch": _row(
        PLAN,
        _switch,
        NEXT=Runs(RIGHT, 0, 40 * S),
        PAUSE=Stands(SWITCH, 2 * S, 5 * S),
        BACK=(Runs(LEFT, 0, 40 * S, lead=5 * S), {LEFT: None}),
        SKIP=Runs(RIGHT, 0, 40 * S),
        MORE=Runs(SWITCH, 2 * S, 20 * S),
        STOP=STOPPED,
        SPACE=Runs(RIGHT, 0, 40 * S),
    ),
    "rest of kind exercise": _row(
        PLAN,
        _exercise_rest,
        NEXT=Runs(COUNTED),
        PAUSE=Stands(EXERCISE, 4 * S, 10 * S),
        BACK=(Runs(RIGHT, 0, 40 * S, lead=5 * S), {RIGHT: None}),
        SKIP=Runs(COUNTED),
        MORE=Runs(EXERCISE, 4 * S, 25 * S),
        LESS=Runs(EXERCISE, 4 * S, 7 * S),
        STOP=STOPPED,
        SPACE=Runs(COUNTED),
    ),
    "rest of kind round": _row(
        PLAN,
        _round_rest,
        NEXT=Runs(ROUND, 4 * S, 9 * S),
        PAUSE=Stands(ROUND, 4 * S, 20 * S),
        BACK=(Runs(COUNTED, 10 * S), {COUNTED: None}),
        SKIP=Runs(ROUND, 4 * S, 9 * S),
        MORE=Runs(ROUND, 4 * S, 35 * S),
        LESS=Runs(ROUND, 4 * S, 7 * S),
        STOP=STOPPED,
        SPACE=Runs(ROUND, 4 * S, 9 * S),
    ),
    "rest of kind block": _row(
        PLAN,
        _block_rest,
        NEXT=Runs(BLOCK, 4 * S, 9 * S),
        PAUSE=Stands(BLOCK, 4 * S, 45 * S),
        BACK=(Runs(COUNTED_2, 10 * S), {COUNTED_2: None}),
        SKIP=Runs(BLOCK, 4 * S, 9 * S),
        MORE=Runs(BLOCK, 4 * S, 60 * S),
        LESS=Runs(BLOCK, 4 * S, 30 * S),
        STOP=STOPPED,
        SPACE=Runs(BLOCK, 4 * S, 9 * S),
    ),
    "hold": _row(
        PLAN,
        _hold,
        PAUSE=Stands(LEFT, 10 * S, 40 * S),
        BACK=Runs(LEFT, 0, 40 * S, lead=5 * S),
        SKIP=(Runs(SWITCH, 0, 5 * S), {LEFT: SKIPPED}),
        MORE=Runs(LEFT, 10 * S, 55 * S),
        LESS=Runs(LEFT, 10 * S, 25 * S),
        STOP=STOPPED,
        SPACE=Stands(LEFT, 10 * S, 40 * S),
    ),
    "hold in its first seconds": _row(
        PLAN,
        _early_hold,
        PAUSE=Stands(RIGHT, 2 * S, 40 * S),
        BACK=(Runs(LEFT, 0, 40 * S, lead=5 * S), {LEFT: None}),
        SKIP=(Runs(EXERCISE, 0, 10 * S), {RIGHT: SKIPPED}),
        MORE=Runs(RIGHT, 2 * S, 55 * S),
        LESS=Runs(RIGHT, 2 * S, 25 * S),
        STOP=STOPPED,
        SPACE=Stands(RIGHT, 2 * S, 40 * S),
    ),
    "hold from 80 % on": _row(
        PLAN,
        _long_hold,
        PAUSE=Stands(LEFT, 32 * S, 40 * S),
        BACK=Runs(LEFT, 0, 40 * S, lead=5 * S),
        SKIP=(Runs(SWITCH, 0, 5 * S), {LEFT: DONE}),
        MORE=Runs(LEFT, 32 * S, 55 * S),
        LESS=Runs(LEFT, 32 * S, 35 * S),
        STOP=STOPPED,
        SPACE=Stands(LEFT, 32 * S, 40 * S),
    ),
    "hold in its lead-in": _row(
        PLAN,
        _lead_in,
        PAUSE=Stands(LEFT, 10 * S, 40 * S),
        BACK=Runs(LEFT, 0, 40 * S, lead=5 * S),
        SKIP=(Runs(SWITCH, 0, 5 * S), {LEFT: SKIPPED}),
        MORE=Runs(LEFT, 10 * S, 55 * S, lead=3 * S),
        LESS=Runs(LEFT, 10 * S, 25 * S, lead=3 * S),
        STOP=STOPPED,
        SPACE=Stands(LEFT, 10 * S, 40 * S),
    ),
    "counted set": _row(
        PLAN,
        _counted,
        NEXT=(Runs(ROUND, 0, 20 * S), {COUNTED: DONE}),
        PAUSE=Stands(COUNTED, 10 * S),
        BACK=Runs(COUNTED),
        SKIP=(Runs(ROUND, 0, 20 * S), {COUNTED: SKIPPED}),
        STOP=STOPPED,
        SPACE=(Runs(ROUND, 0, 20 * S), {COUNTED: DONE}),
    ),
    "paced set": _row(
        PACED,
        _counted,
        NEXT=(Runs(ROUND, 0, 20 * S), {COUNTED: DONE}),
        PAUSE=Stands(COUNTED, 10 * S, 24 * S),
        BACK=Runs(COUNTED, 0, 24 * S, lead=5 * S),
        SKIP=(Runs(ROUND, 0, 20 * S), {COUNTED: SKIPPED}),
        STOP=STOPPED,
        SPACE=(Runs(ROUND, 0, 20 * S), {COUNTED: DONE}),
    ),
    "paced set in its first seconds": _row(
        PACED,
        _early_counted,
        NEXT=(Runs(ROUND, 0, 20 * S), {COUNTED: DONE}),
        PAUSE=Stands(COUNTED, 2 * S, 24 * S),
        BACK=(Runs(RIGHT, 0, 40 * S, lead=5 * S), {RIGHT: None}),
        SKIP=(Runs(ROUND, 0, 20 * S), {COUNTED: SKIPPED}),
        STOP=STOPPED,
        SPACE=(Runs(ROUND, 0, 20 * S), {COUNTED: DONE}),
    ),
    "paced set from 80 % on": _row(
        PACED,
        _long_counted,
        NEXT=(Runs(ROUND, 0, 20 * S), {COUNTED: DONE}),
        PAUSE=Stands(COUNTED, 22 * S, 24 * S),
        BACK=Runs(COUNTED, 0, 24 * S, lead=5 * S),
        SKIP=(Runs(ROUND, 0, 20 * S), {COUNTED: SKIPPED}),
        STOP=STOPPED,
        SPACE=(Runs(ROUND, 0, 20 * S), {COUNTED: DONE}),
    ),
    "paced set in its lead-in": _row(
        PACED,
        _paced_lead_in,
        PAUSE=Stands(COUNTED, 10 * S, 24 * S),
        BACK=Runs(COUNTED, 0, 24 * S, lead=5 * S),
        SKIP=(Runs(ROUND, 0, 20 * S), {COUNTED: SKIPPED}),
        STOP=STOPPED,
        SPACE=Stands(COUNTED, 10 * S, 24 * S),
    ),
    "set to failure": _row(
        TO_FAILURE,
        _counted,
        NEXT=(Runs(ROUND, 0, 20 * S), {COUNTED: DONE}),
        PAUSE=Stands(COUNTED, 10 * S),
        BACK=Runs(COUNTED),
        SKIP=(Runs(ROUND, 0, 20 * S), {COUNTED: SKIPPED}),
        STOP=STOPPED,
        SPACE=(Runs(ROUND, 0, 20 * S), {COUNTED: DONE}),
    ),
    "set to failure that is held": _row(
        HELD_TO_FAILURE,
        _long_counted,
        NEXT=(Runs(ROUND, 0, 20 * S), {COUNTED: DONE}),
        PAUSE=Stands(COUNTED, 22 * S),
        BACK=Runs(COUNTED, lead=5 * S),
        SKIP=(Runs(ROUND, 0, 20 * S), {COUNTED: SKIPPED}),
        STOP=STOPPED,
        SPACE=(Runs(ROUND, 0, 20 * S), {COUNTED: DONE}),
    ),
    "set to failure that is held, in its lead-in": _row(
        HELD_TO_FAILURE,
        _paced_lead_in,
        PAUSE=Stands(COUNTED, 10 * S),
        BACK=Runs(COUNTED, lead=5 * S),
        SKIP=(Runs(ROUND, 0, 20 * S), {COUNTED: SKIPPED}),
        STOP=STOPPED,
        SPACE=Stands(COUNTED, 10 * S),
    ),
    "rest before a paced set": _row(
        PACED,
        _exercise_rest,
        NEXT=Runs(EXERCISE, 4 * S, 9 * S),
        PAUSE=Stands(EXERCISE, 4 * S, 10 * S),
        BACK=(Runs(RIGHT, 0, 40 * S, lead=5 * S), {RIGHT: None}),
        SKIP=Runs(EXERCISE, 4 * S, 9 * S),
        MORE=Runs(EXERCISE, 4 * S, 25 * S),
        LESS=Runs(EXERCISE, 4 * S, 7 * S),
        STOP=STOPPED,
        SPACE=Runs(EXERCISE, 4 * S, 9 * S),
    ),
    "rest in overtime before a paced set": _row(
        PACED_AND_WAITING,
        _overtime_before_counted,
        NEXT=Runs(COUNTED, 0, 24 * S, lead=5 * S),
        PAUSE=Stands(EXERCISE, 13 * S, 10 * S),
        BACK=(Runs(RIGHT, 0, 40 * S, lead=5 * S), {RIGHT: None}),
        SKIP=Runs(COUNTED, 0, 24 * S, lead=5 * S),
        MORE=Runs(EXERCISE, 13 * S, 28 * S),
        STOP=STOPPED,
        SPACE=Runs(COUNTED, 0, 24 * S, lead=5 * S),
    ),
    "rest in overtime": _row(
        WAITING,
        _overtime,
        NEXT=Runs(LEFT_2, 0, 40 * S, lead=5 * S),
        PAUSE=Stands(ROUND, 23 * S, 20 * S),
        BACK=(Runs(COUNTED, 10 * S), {COUNTED: None}),
        SKIP=Runs(LEFT_2, 0, 40 * S, lead=5 * S),
        MORE=Runs(ROUND, 23 * S, 38 * S),
        STOP=STOPPED,
        SPACE=Runs(LEFT_2, 0, 40 * S, lead=5 * S),
    ),
    "rest in overtime before a counted set": _row(
        WAITING,
        _overtime_before_counted,
        NEXT=Runs(COUNTED),
        PAUSE=Stands(EXERCISE, 13 * S, 10 * S),
        BACK=(Runs(RIGHT, 0, 40 * S, lead=5 * S), {RIGHT: None}),
        SKIP=Runs(COUNTED),
        MORE=Runs(EXERCISE, 13 * S, 28 * S),
        STOP=STOPPED,
        SPACE=Runs(COUNTED),
    ),
    "hold right before a hold": _row(
        DENSE,
        _hold_before_a_hold,
        PAUSE=Stands(0, 10 * S, 40 * S),
        BACK=Runs(0, 0, 40 * S, lead=5 * S),
        SKIP=(Runs(1, 0, 40 * S, lead=5 * S), {0: SKIPPED}),
        MORE=Runs(0, 10 * S, 55 * S),
        LESS=Runs(0, 10 * S, 25 * S),
        STOP=STOPPED,
        SPACE=Stands(0, 10 * S, 40 * S),
    ),
    "hold right before a counted set": _row(
        DENSE,
        _hold_before_a_counted_set,
        PAUSE=Stands(1, 10 * S, 40 * S),
        BACK=Runs(1, 0, 40 * S, lead=5 * S),
        SKIP=(Runs(2), {1: SKIPPED}),
        MORE=Runs(1, 10 * S, 55 * S),
        LESS=Runs(1, 10 * S, 25 * S),
        STOP=STOPPED,
        SPACE=Stands(1, 10 * S, 40 * S),
    ),
    "counted set right before a hold": _row(
        DENSE,
        _counted_before_a_hold,
        NEXT=(Runs(3, 0, 40 * S, lead=5 * S), {2: DONE}),
        PAUSE=Stands(2, 10 * S),
        BACK=Runs(2),
        SKIP=(Runs(3, 0, 40 * S, lead=5 * S), {2: SKIPPED}),
        STOP=STOPPED,
        SPACE=(Runs(3, 0, 40 * S, lead=5 * S), {2: DONE}),
    ),
    "paced set right before a hold": _row(
        DENSE_AND_PACED,
        _counted_before_a_hold,
        NEXT=(Runs(3, 0, 40 * S, lead=5 * S), {2: DONE}),
        PAUSE=Stands(2, 10 * S, 24 * S),
        BACK=Runs(2, 0, 24 * S, lead=5 * S),
        SKIP=(Runs(3, 0, 40 * S, lead=5 * S), {2: SKIPPED}),
        STOP=STOPPED,
        SPACE=(Runs(3, 0, 40 * S, lead=5 * S), {2: DONE}),
    ),
    "left of a minute": _row(
        MINUTES,
        _left_of_minute,
        PAUSE=Stands(LEFT_OF_MINUTE, 15 * S, 50 * S),
        BACK=(Runs(IN_MINUTE, 10 * S), {IN_MINUTE: None}),
        SKIP=Runs(HOLD_IN_MINUTE, 0, 20 * S, lead=5 * S),
        STOP=STOPPED,
        SPACE=Stands(LEFT_OF_MINUTE, 15 * S, 50 * S),
    ),
    "left of a minute behind a hold": _row(
        MINUTES,
        _left_behind_hold,
        PAUSE=Stands(LEFT_BEHIND_HOLD, 10 * S, 40 * S),
        BACK=(Runs(HOLD_IN_MINUTE, 0, 20 * S, lead=5 * S), {HOLD_IN_MINUTE: None}),
        SKIP=Runs(IN_MINUTE_3),
        STOP=STOPPED,
        SPACE=Stands(LEFT_BEHIND_HOLD, 10 * S, 40 * S),
    ),
    "counted set in a minute": _row(
        MINUTES,
        _in_minute,
        NEXT=(Runs(LEFT_OF_MINUTE, 0, 50 * S), {IN_MINUTE: DONE}),
        PAUSE=Stands(IN_MINUTE, 10 * S),
        BACK=Runs(IN_MINUTE),
        SKIP=(Runs(LEFT_OF_MINUTE, 0, 50 * S), {IN_MINUTE: SKIPPED}),
        STOP=STOPPED,
        SPACE=(Runs(LEFT_OF_MINUTE, 0, 50 * S), {IN_MINUTE: DONE}),
    ),
    "paced set in a minute": _row(
        PACED_MINUTES,
        _in_minute,
        NEXT=(Runs(LEFT_OF_MINUTE, 0, 50 * S), {IN_MINUTE: DONE}),
        PAUSE=Stands(IN_MINUTE, 10 * S, 24 * S),
        BACK=Runs(IN_MINUTE, 0, 24 * S, lead=5 * S),
        SKIP=(Runs(LEFT_OF_MINUTE, 0, 50 * S), {IN_MINUTE: SKIPPED}),
        STOP=STOPPED,
        SPACE=(Runs(LEFT_OF_MINUTE, 0, 50 * S), {IN_MINUTE: DONE}),
    ),
    "hold in a minute": _row(
        MINUTES,
        _hold_in_minute,
        PAUSE=Stands(HOLD_IN_MINUTE, 10 * S, 20 * S),
        BACK=Runs(HOLD_IN_MINUTE, 0, 20 * S, lead=5 * S),
        SKIP=(Runs(LEFT_BEHIND_HOLD, 0, 50 * S), {HOLD_IN_MINUTE: SKIPPED}),
        MORE=Runs(HOLD_IN_MINUTE, 10 * S, 35 * S),
        LESS=Runs(HOLD_IN_MINUTE, 10 * S, 13 * S),
        STOP=STOPPED,
        SPACE=Stands(HOLD_IN_MINUTE, 10 * S, 20 * S),
    ),
    "counted set for a time": _row(
        FOR_A_TIME,
        _for_a_time,
        NEXT=(Runs(3, 0, 40 * S, lead=5 * S), {2: DONE}),
        PAUSE=Stands(2, 10 * S),
        BACK=(Runs(1, 20 * S), {1: None}),
        SKIP=(Runs(3, 0, 40 * S, lead=5 * S), {2: SKIPPED}),
        STOP=STOPPED,
        SPACE=(Runs(3, 0, 40 * S, lead=5 * S), {2: DONE}),
    ),
    "over, as its time is": _row(
        FOR_A_TIME,
        _time_over,
    ),
    "paused in left of a minute": _row(
        MINUTES,
        lambda drive: _paused(_left_of_minute(drive)),
        RESUME=Runs(LEFT_OF_MINUTE, 15 * S, 50 * S),
        BACK=(Stands(IN_MINUTE, 10 * S), {IN_MINUTE: None}),
        SKIP=Stands(HOLD_IN_MINUTE, 0, 20 * S),
        STOP=STOPPED,
        SPACE=Runs(LEFT_OF_MINUTE, 15 * S, 50 * S),
    ),
    "paused in a counted set in a minute": _row(
        MINUTES,
        lambda drive: _paused(_in_minute(drive)),
        RESUME=Runs(IN_MINUTE, 10 * S),
        BACK=Stands(IN_MINUTE),
        SKIP=(Stands(LEFT_OF_MINUTE, 0, 50 * S), {IN_MINUTE: SKIPPED}),
        STOP=STOPPED,
        SPACE=Runs(IN_MINUTE, 10 * S),
    ),
    "over, finished": _row(
        PLAN,
        _finished,
        BACK=(Runs(LAST, 0, 20 * S, lead=5 * S), {LAST: None}),
    ),
    "over, finished by a press": _row(
        PLAN,
        _finished_by_press,
        BACK=(Runs(LAST, 10 * S, 20 * S, lead=5 * S), {LAST: None}),
    ),
    "over, stopped": _row(
        PLAN,
        _stopped,
        BACK=Stands(LEFT, 10 * S, 40 * S),
    ),
    "paused in prepare": _row(
        PLAN,
        lambda drive: _paused(_prepare(drive)),
        RESUME=Runs(PREPARE, 3 * S, 10 * S),
        BACK=Stands(PREPARE, 0, 10 * S),
        SKIP=Stands(LEFT, 0, 40 * S),
        MORE=Stands(PREPARE, 3 * S, 25 * S),
        LESS=Stands(PREPARE, 3 * S, 6 * S),
        STOP=STOPPED,
        SPACE=Runs(PREPARE, 3 * S, 10 * S),
    ),
    "paused in a rest of kind switch": _row(
        PLAN,
        lambda drive: _paused(_switch(drive)),
        RESUME=Runs(SWITCH, 2 * S, 5 * S),
        BACK=(Stands(LEFT, 0, 40 * S), {LEFT: None}),
        SKIP=Stands(RIGHT, 0, 40 * S),
        MORE=Stands(SWITCH, 2 * S, 20 * S),
        STOP=STOPPED,
        SPACE=Runs(SWITCH, 2 * S, 5 * S),
    ),
    "paused in a rest of kind exercise": _row(
        PLAN,
        lambda drive: _paused(_exercise_rest(drive)),
        RESUME=Runs(EXERCISE, 4 * S, 10 * S),
        BACK=(Stands(RIGHT, 0, 40 * S), {RIGHT: None}),
        SKIP=Stands(COUNTED),
        MORE=Stands(EXERCISE, 4 * S, 25 * S),
        LESS=Stands(EXERCISE, 4 * S, 7 * S),
        STOP=STOPPED,
        SPACE=Runs(EXERCISE, 4 * S, 10 * S),
    ),
    "paused in a rest of kind round": _row(
        PLAN,
        lambda drive: _paused(_round_rest(drive)),
        RESUME=Runs(ROUND, 4 * S, 20 * S),
        BACK=(Stands(COUNTED, 10 * S), {COUNTED: None}),
        SKIP=Stands(LEFT_2, 0, 40 * S),
        MORE=Stands(ROUND, 4 * S, 35 * S),
        LESS=Stands(ROUND, 4 * S, 7 * S),
        STOP=STOPPED,
        SPACE=Runs(ROUND, 4 * S, 20 * S),
    ),
    "paused in a rest of kind block": _row(
        PLAN,
        lambda drive: _paused(_block_rest(drive)),
        RESUME=Runs(BLOCK, 4 * S, 45 * S),
        BACK=(Stands(COUNTED_2, 10 * S), {COUNTED_2: None}),
        SKIP=Stands(LAST, 0, 20 * S),
        MORE=Stands(BLOCK, 4 * S, 60 * S),
        LESS=Stands(BLOCK, 4 * S, 30 * S),
        STOP=STOPPED,
        SPACE=Runs(BLOCK, 4 * S, 45 * S),
    ),
    "paused in a hold": _row(
        PLAN,
        lambda drive: _paused(_hold(drive)),
        RESUME=Runs(LEFT, 10 * S, 40 * S, lead=5 * S),
        BACK=Stands(LEFT, 0, 40 * S),
        SKIP=(Stands(SWITCH, 0, 5 * S), {LEFT: SKIPPED}),
        MORE=Stands(LEFT, 10 * S, 55 * S),
        LESS=Stands(LEFT, 10 * S, 25 * S),
        STOP=STOPPED,
        SPACE=Runs(LEFT, 10 * S, 40 * S, lead=5 * S),
    ),
    "paused in a hold in its first seconds": _row(
        PLAN,
        lambda drive: _paused(_early_hold(drive)),
        RESUME=Runs(RIGHT, 2 * S, 40 * S, lead=5 * S),
        BACK=(Stands(LEFT, 0, 40 * S), {LEFT: None}),
        SKIP=(Stands(EXERCISE, 0, 10 * S), {RIGHT: SKIPPED}),
        MORE=Stands(RIGHT, 2 * S, 55 * S),
        LESS=Stands(RIGHT, 2 * S, 25 * S),
        STOP=STOPPED,
        SPACE=Runs(RIGHT, 2 * S, 40 * S, lead=5 * S),
    ),
    "paused in a hold from 80 % on": _row(
        PLAN,
        lambda drive: _paused(_long_hold(drive)),
        RESUME=Runs(LEFT, 32 * S, 40 * S, lead=5 * S),
        BACK=Stands(LEFT, 0, 40 * S),
        SKIP=(Stands(SWITCH, 0, 5 * S), {LEFT: DONE}),
        MORE=Stands(LEFT, 32 * S, 55 * S),
        LESS=Stands(LEFT, 32 * S, 35 * S),
        STOP=STOPPED,
        SPACE=Runs(LEFT, 32 * S, 40 * S, lead=5 * S),
    ),
    "paused in a hold in its lead-in": _row(
        PLAN,
        lambda drive: _paused(_lead_in(drive)),
        RESUME=Runs(LEFT, 10 * S, 40 * S, lead=5 * S),
        BACK=Stands(LEFT, 0, 40 * S),
        SKIP=(Stands(SWITCH, 0, 5 * S), {LEFT: SKIPPED}),
        MORE=Stands(LEFT, 10 * S, 55 * S),
        LESS=Stands(LEFT, 10 * S, 25 * S),
        STOP=STOPPED,
        SPACE=Runs(LEFT, 10 * S, 40 * S, lead=5 * S),
    ),
    "paused in a counted set": _row(
        PLAN,
        lambda drive: _paused(_counted(drive)),
        RESUME=Runs(COUNTED, 10 * S),
        BACK=Stands(COUNTED),
        SKIP=(Stands(ROUND, 0, 20 * S), {COUNTED: SKIPPED}),
        STOP=STOPPED,
        SPACE=Runs(COUNTED, 10 * S),
    ),
    "paused in a paced set": _row(
        PACED,
        lambda drive: _paused(_counted(drive)),
        RESUME=Runs(COUNTED, 10 * S, 24 * S, lead=5 * S),
        BACK=Stands(COUNTED, 0, 24 * S),
        SKIP=(Stands(ROUND, 0, 20 * S), {COUNTED: SKIPPED}),
        STOP=STOPPED,
        SPACE=Runs(COUNTED, 10 * S, 24 * S, lead=5 * S),
    ),
    "paused in a paced set in its first seconds": _row(
        PACED,
        lambda drive: _paused(_early_counted(drive)),
        RESUME=Runs(COUNTED, 2 * S, 24 * S, lead=5 * S),
        BACK=(Stands(RIGHT, 0, 40 * S), {RIGHT: None}),
        SKIP=(Stands(ROUND, 0, 20 * S), {COUNTED: SKIPPED}),
        STOP=STOPPED,
        SPACE=Runs(COUNTED, 2 * S, 24 * S, lead=5 * S),
    ),
    "paused in a paced set from 80 % on": _row(
        PACED,
        lambda drive: _paused(_long_counted(drive)),
        RESUME=Runs(COUNTED, 22 * S, 24 * S, lead=5 * S),
        BACK=Stands(COUNTED, 0, 24 * S),
        SKIP=(Stands(ROUND, 0, 20 * S), {COUNTED: SKIPPED}),
        STOP=STOPPED,
        SPACE=Runs(COUNTED, 22 * S, 24 * S, lead=5 * S),
    ),
    "paused in a paced set in its lead-in": _row(
        PACED,
        lambda drive: _paused(_paced_lead_in(drive)),
        RESUME=Runs(COUNTED, 10 * S, 24 * S, lead=5 * S),
        BACK=Stands(COUNTED, 0, 24 * S),
        SKIP=(Stands(ROUND, 0, 20 * S), {COUNTED: SKIPPED}),
        STOP=STOPPED,
        SPACE=Runs(COUNTED, 10 * S, 24 * S, lead=5 * S),
    ),
    "paused in a rest before a paced set": _row(
        PACED,
        lambda drive: _paused(_exercise_rest(drive)),
        RESUME=Runs(EXERCISE, 4 * S, 10 * S),
        BACK=(Stands(RIGHT, 0, 40 * S), {RIGHT: None}),
        SKIP=Stands(COUNTED, 0, 24 * S),
        MORE=Stands(EXERCISE, 4 * S, 25 * S),
        LESS=Stands(EXERCISE, 4 * S, 7 * S),
        STOP=STOPPED,
        SPACE=Runs(EXERCISE, 4 * S, 10 * S),
    ),
    "paused in a rest in overtime": _row(
        WAITING,
        lambda drive: _paused(_overtime(drive)),
        RESUME=Runs(ROUND, 23 * S, 20 * S),
        BACK=(Stands(COUNTED, 10 * S), {COUNTED: None}),
        SKIP=Stands(LEFT_2, 0, 40 * S),
        MORE=Stands(ROUND, 23 * S, 38 * S),
        STOP=STOPPED,
        SPACE=Runs(ROUND, 23 * S, 20 * S),
    ),
    "paused in the last set": _row(
        PLAN,
        lambda drive: drive.take_up(LAST, elapsed=10 * S).run(60),
        RESUME=Runs(LAST, 10 * S, 20 * S, lead=5 * S),
        BACK=Stands(LAST, 0, 20 * S),
        SKIP=(FINISHED, {LAST: SKIPPED}),
        MORE=Stands(LAST, 10 * S, 35 * S),
        LESS=Stands(LAST, 10 * S, 13 * S),
        STOP=STOPPED,
        SPACE=Runs(LAST, 10 * S, 20 * S, lead=5 * S),
    ),
}


def _paused(drive: Drive) -> Drive:
    """The same, paused for a minute."""
    return drive.do(Command.PAUSE).run(60)


CELLS = [(row, column) for row in ROWS for column in COLUMNS]


def test_every_row_tells_every_column() -> None:
    """No cell of the table is left out."""
    assert all(set(COLUMNS) == set(cells) for _, _, cells in ROWS.values())


@pytest.mark.parametrize(("row", "column"), CELLS)
def test_cell_of_the_table(row: str, column: str) -> None:
    """A command in a situation leads where the table says, and leaves no other set changed."""
    drive, (_, _, cells) = copy(_driven(row)), ROWS[row]
    before, known = drive.phase, dict(drive.outcomes)
    cell = cells[column]
    expected, changed = cell if isinstance(cell, tuple) else (cell, {})

    COLUMNS[column](drive)

    if expected == SAME:
        assert (before, ()) == (drive.phase, drive.facts)
    else:
        assert expected == _view(drive)
    outcomes = {**known, **changed}
    assert {place: how for place, how in outcomes.items() if how} == dict(drive.outcomes)


@pytest.mark.parametrize(
    ("row", "means"),
    [
        ("idle", Press.START),
        ("prepare", Press.CUT),
        ("rest of kind switch", Press.START_NOW),
        ("rest of kind exercise", Press.START_NOW),
        ("rest of kind round", Press.CUT),
        ("rest of kind block", Press.CUT),
        ("rest before a paced set", Press.CUT),
        ("rest in overtime", Press.START_SOON),
        ("rest in overtime before a paced set", Press.START_SOON),
        ("rest in overtime before a counted set", Press.START_NOW),
        ("hold", Press.PAUSE),
        ("hold in its lead-in", Press.PAUSE),
        ("counted set", Press.SET_DONE),
        ("counted set right before a hold", Press.SET_DONE),
        ("paced set", Press.SET_DONE),
        ("paced set in its lead-in", Press.PAUSE),
        ("set to failure", Press.SET_DONE),
        ("set to failure that is held", Press.SET_DONE),
        ("set to failure that is held, in its lead-in", Press.PAUSE),
        ("paused in prepare", Press.RESUME),
        ("paused in a rest in overtime", Press.RESUME),
        ("paused in a hold", Press.RESUME),
        ("paused in a counted set", Press.RESUME),
        ("paused in a paced set", Press.RESUME),
        ("left of a minute", Press.PAUSE),
        ("hold in a minute", Press.PAUSE),
        ("counted set in a minute", Press.SET_DONE),
        ("counted set for a time", Press.SET_DONE),
        ("paused in left of a minute", Press.RESUME),
        ("over, finished", Press.DONE),
        ("over, stopped", Press.DONE),
    ],
)
def test_space_means_what_the_screen_says(row: str, means: Press) -> None:
    """What Space does is one of eight meanings, by the situation."""
    plan, way, _ = ROWS[row]
    drive = way(Drive(plan))

    assert means == sequencer.meaning(plan, drive.phase, drive.now)


@pytest.mark.parametrize("row", ROWS)
def test_start_soon_gives_as_long_as_it_says(row: str) -> None:
    """After a press that says so it is *resume* seconds to the go, after Start now none."""
    plan, way, _ = ROWS[row]
    drive = way(Drive(plan))
    if (press := sequencer.meaning(plan, drive.phase, drive.now)) in STARTS:
        pressed = drive.space().now
        while not isinstance(drive.step, Work) or drive.lead:
            drive.run(0.1)

        assert STARTS[press] == drive.now - pressed


STARTS = {Press.START_NOW: 0, Press.START_SOON: 5 * S, Press.CUT: 5 * S}


def test_idle_is_where_a_session_begins() -> None:
    """The row "idle" stands for a session in which nothing was asked yet."""
    assert Idle() == Drive(PLAN).phase


# The table as docs/design.md writes it

DESIGN = Path(__file__).parents[3] / "docs" / "design.md"


def written_table() -> dict[str, dict[str, str]]:
    """Return the cells of the table of commands as it is written, by situation and column."""
    section = DESIGN.read_text("utf-8").split("## What a command does\n")[1].split("\n#")[0]
    lines = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("|")]
    (_, *columns), _, *rows = ([cell.strip() for cell in line] for line in lines)
    return {situation: dict(zip(columns, cells, strict=True)) for situation, *cells in rows}


WRITTEN = written_table()

HOLD, COUNTED_SET = "hold", "counted set, paced or not; set to failure"

SITUATIONS: Mapping[str, Callable[[str], bool]] = {
    "idle (only START does anything)": lambda row: row == "idle",
    "get ready; any rest": lambda row: row.startswith(("prepare", "rest of", "rest before")),
    HOLD: lambda row: row.startswith("hold") and "lead-in" not in row,
    "hold or paced set in its lead-in": lambda row: (
        row.startswith(("hold", "paced set", "set to failure")) and "lead-in" in row
    ),
    COUNTED_SET: lambda row: (
        row.startswith(("counted", "paced", "set to failure")) and "lead-in" not in row
    ),
    "rest in overtime": lambda row: row.startswith("rest in overtime"),
    "what is left of a minute": lambda row: row.startswith("left of a minute"),
    "paused in any of these": lambda row: row.startswith("paused"),
    "over, finished": lambda row: row.startswith("over, finished"),
    "over, because a block for a time is": lambda row: row == "over, as its time is",
    "over, stopped": lambda row: row == "over, stopped",
}
"""Which rows of the table above a situation of the written one means."""


@cache
def _driven(row: str, *columns: str) -> Drive:
    """Return the session in the situation `row`, after the commands of `columns`.

    Every question about it gets the same one: whoever drives on takes a copy.
    """
    if columns:
        drive = copy(_driven(row))
        for column in columns:
            COLUMNS[column](drive)
        return drive
    if row == "last set":  # which is reached by way of a pause only
        return Drive(PLAN).take_up(LAST).do(Command.RESUME).run(15)
    plan, way, _ = ROWS[row]
    return way(Drive(plan))


def _progress(drive: Drive) -> StepProgress | None:
    """Return how far the step has got, without the cues that have fired; None without a step."""
    progress = progress_of(drive.phase)
    if progress is None:
        return None
    ran = progress.elapsed if drive.is_over else drive.elapsed
    return replace(progress, elapsed=ran, cues_fired_before=0)


def _place(drive: Drive) -> int | None:
    """Return where the session is in its plan, behind it at the end; None before it."""
    if isinstance(drive.phase, Idle):
        return None
    progress = progress_of(drive.phase)
    return len(drive.plan.steps) if progress is None else drive.plan.place_of(progress.key)


def _is_at_start_of_next(before: Drive, after: Drive) -> bool:
    """Return whether a step begins, that after the one before; of the last one the end."""
    progress = _progress(after)
    begins = after.is_over if progress is None else progress.elapsed == 0
    here, there = _place(before), _place(after)
    return begins and here is not None and here + 1 == there


def _nothing(row: str, column: str) -> bool:
    after = _driven(row, column)
    return (_driven(row).phase, ()) == (after.phase, after.facts)


def _does(row: str, column: str, command: str) -> bool:
    """Return whether `column` does what `command` does; a press is remembered beside it."""
    here, there = _driven(row, column), _driven(row, command)
    phases = (replace(drive.phase, pressed=None) for drive in (here, there))
    return not _nothing(row, column) and len({*phases}) == 1 and here.facts == there.facts


def _onwards(row: str, column: str) -> bool:
    """Return whether the next step begins, a hold or a paced set with its lead-in."""
    before, after = _driven(row), _driven(row, column)
    if not isinstance(after.phase, Running) or not _is_at_start_of_next(before, after):
        return False
    return after.lead == (5 * S if takes_lead_in(after.step) else 0)


def _next_minute(row: str, column: str) -> bool:
    return _onwards(row, column) and is_rest_of_minute(_driven(row).step)


def _left(row: str, column: str, outcome: SetOutcome) -> bool:
    """Return whether the set is left with `outcome` for the step after it."""
    before, left = _driven(row), dict(_driven(row, column).outcomes)
    return _onwards(row, column) and left.get(before.place) is outcome


def _skipped_or_done(row: str, column: str) -> bool:
    progress = _progress(_driven(row))
    is_timed = progress is not None and progress.length is not None
    done = is_timed and 10 * progress.elapsed >= 8 * progress.length
    return _left(row, column, DONE if done else SKIPPED)


def _next_or_shortened(row: str, column: str) -> bool:
    before, after = _driven(row), _driven(row, column)
    if not isinstance(after.phase, Running):
        return False
    if after.phase.progress.shortened:
        return before.at == after.at
    return _is_at_start_of_next(before, after) and after.lead == 0


def _paused_there(row: str, column: str) -> bool:
    before, after = _driven(row), _driven(row, column)
    is_new = isinstance(before.phase, Running) and after.is_paused
    return is_new and _progress(before) == _progress(after)


def _went_back(row: str, column: str) -> bool:
    before, after = _driven(row), _driven(row, column)
    went = any(isinstance(fact, WentBack) for fact in after.facts)
    return went and isinstance(after.phase, Running) and after.place <= (_place(before) or 0)


def _adjusted(row: str, column: str) -> bool:
    del column
    before, more, less = (_driven(row, *way) for way in ((), ("MORE",), ("LESS",)))
    if not isinstance(before.phase, Running) or before.length is None:
        return False
    least = min(before.length, before.elapsed + 3 * S)
    expected = before.length + 15 * S, max(least, before.length - 15 * S)
    return expected == (more.length, less.length) and before.at == more.at == less.at


def _more_from_now(row: str, column: str) -> bool:
    del column
    before, more = _driven(row), _driven(row, "MORE")
    is_longer = isinstance(before.phase, Running) and before.elapsed + 15 * S == more.length
    return is_longer and _nothing(row, "LESS")


def _stopped_there(row: str, column: str) -> bool:
    before, after = _driven(row), _driven(row, column)
    if not isinstance(after.phase, Over) or isinstance(before.phase, Over):
        return False
    return not after.phase.finished and _progress(before) == _progress(after)


def _paused_where_stopped(row: str, column: str) -> bool:
    before, after = _driven(row), _driven(row, column)
    stopped = isinstance(before.phase, Over) and before.phase.stopped
    return bool(stopped) and after.is_paused and _progress(before) == _progress(after)


def _as_in_the_set(row: str, column: str) -> bool:
    cell = WRITTEN[HOLD if row.startswith("hold") else COUNTED_SET][column]
    return "lead-in" in row and MEANINGS[cell](row, column)


def _in_play(row: str) -> str:
    """Return the situation that is paused in `row`."""
    return row.removeprefix("paused in ").removeprefix("a ").removeprefix("the ")


def _as_there(row: str, column: str) -> bool:
    """Return whether the command does while paused what it does while running, silently."""
    if not row.startswith("paused"):
        return False
    columns = ("MORE", "LESS") if column == "ADJUST" else (column,)
    pairs = [(_driven(row, each), _driven(_in_play(row), each)) for each in columns]
    return all(
        here.is_paused and _progress(here) == _progress(there) and here.outcomes == there.outcomes
        for here, there in pairs
    )


def _as_there_at_once(row: str, column: str) -> bool:
    """Return whether the next step comes without a lead-in, and no rest is only shortened."""
    if not row.startswith("paused"):
        return False
    before, here, there = _driven(row), _driven(row, column), _driven(_in_play(row), column)
    is_silent = here.is_paused or here.is_over
    return is_silent and _is_at_start_of_next(before, here) and here.outcomes == there.outcomes


MEANINGS: Mapping[str, Callable[[str, str], bool]] = {
    "-": lambda row, column: all(
        _nothing(row, each) for each in (("MORE", "LESS") if column == "ADJUST" else (column,))
    ),
    "none": _nothing,
    **{
        command.name: lambda row, column, name=command.name: _does(row, column, name)
        for command in Command
    },
    "as NEXT": lambda row, column: _does(row, column, "NEXT"),
    "the next step, or shortened": _next_or_shortened,
    "the next step; a hold or paced set with its lead-in": _onwards,
    "the next minute at once *": _next_minute,
    "paused": _paused_there,
    "paused, elapsed kept": _paused_there,
    "paused, where it was stopped": _paused_where_stopped,
    "back": _went_back,
    "done *": lambda row, column: _left(row, column, DONE),
    "skipped *": lambda row, column: _left(row, column, SKIPPED),
    "skipped; done from 80 % on *": _skipped_or_done,
    "±15 s": _adjusted,
    "more: 15 s from now; less: -": _more_from_now,
    "over": _stopped_there,
    "as in the set": _as_in_the_set,
    "as there": _as_there,
    "as there, at once": _as_there_at_once,
}
"""What a cell of the written table says, as a question about one row and one column."""


def is_true(cell: str, situation: str, column: str) -> bool:
    """Return whether `cell` tells what the command does in every row of the situation."""
    rows = filter(SITUATIONS[situation], ROWS)
    name = "SPACE" if column == "Space" else column
    return all(MEANINGS[cell](row, name) for row in rows)


def test_written_table_tells_every_row_once() -> None:
    """The situations of the written table are all those of the one above."""
    assert list(SITUATIONS) == list(WRITTEN)
    assert [1] * len(ROWS) == [
        sum(is_meant(row) for is_meant in SITUATIONS.values()) for row in ROWS
    ]


@pytest.mark.parametrize("situation", WRITTEN)
def test_written_table_tells_what_the_commands_do(situation: str) -> None:
    """Each cell of docs/design.md is true, and those of other situations are not true there."""
    for column, cell in WRITTEN[situation].items():
        assert is_true(cell, situation, column), column
        others = {cells[column] for cells in WRITTEN.values()} - {cell}
        also_true = {other for other in others if is_true(other, situation, column)}
        assert also_true <= ALSO_TRUE.get(cell, set()), column


ALSO_TRUE = {
    "paused": {"paused, elapsed kept"},
    "paused, elapsed kept": {"paused"},
    "as in the set": {"skipped *", "skipped; done from 80 % on *"},
    "done *": {"the next step; a hold or paced set with its lead-in"},
}
"""What else is true where a cell is, for it says the same or less."""
