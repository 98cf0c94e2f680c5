"""The commands that check files and print the steps of workouts."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import Enum
from itertools import accumulate
from pathlib import Path
from typing import assert_never

from matside.app.terminal import CommandRefused, Row, aligned, counted, print_json, print_lines
from matside.core.durations import SECOND, clock, rounded_seconds, whole_seconds
from matside.core.weights import Implement
from matside.core.workout.model import (
    Every,
    Exercise,
    Hold,
    MaxHold,
    MaxReps,
    Reps,
    Side,
    Within,
    Workout,
    written_clock,
)
from matside.core.workout.plan import Plan, compile_plan
from matside.core.workout.rests import RestKind
from matside.core.workout.sizes import MOST_STEPS, is_too_long
from matside.core.workout.steps import (
    Prepare,
    Rest,
    Step,
    StepKind,
    Work,
    clock_of,
    estimate_by_clock,
    is_rest_of_minute,
)
from matside.files import settings as settings_file
from matside.files.folders import DataFolder
from matside.files.workouts.library import library_of

_RESTS = {
    RestKind.SWITCH: "Switch sides",
    RestKind.EXERCISE: "Rest",
    RestKind.ROUND: "Rest between rounds",
    RestKind.BLOCK: "Rest between blocks",
    RestKind.MINUTE: "Rest of the minute",
}

_PLAN_HEADINGS = ("at", "lasts", "step", "dose", "side", "weight", "block", "round")


def check(data: DataFolder, paths: Iterable[Path]) -> bool:
    """Print what is wrong with the files at `paths`; return whether none has a fault.

    Keys that are no longer used are no faults, and are printed as notes to standard error.
    """
    library = library_of(data)
    good = True
    for path in paths:
        faults = library.check(path)
        print_lines(library.notes(path), sys.stderr)
        print_lines(faults or (f"{path}: ok",), sys.stdout)
        good = good and not faults
    return good


def plan(data: DataFolder, word: str, rounds: int | None, *, as_json: bool) -> None:
    """Print the steps of the workout that `word` names; raise CommandRefused if it names none.

    For people they are at rep pace if the settings say so; in JSON they never are.
    """
    workout = workout_of(data, word, rounds)
    chosen, warnings = settings_file.load(data.settings)
    print_lines(warnings, sys.stderr)
    if as_json:
        unpaced = compile_plan(workout, replace(chosen, rep_pace=False))
        print_json([_step_row(place, step) for place, step in enumerate(_listed(unpaced))])
    else:
        print_lines(_plan_lines(workout, compile_plan(workout, chosen)), sys.stdout)


def workout_of(data: DataFolder, word: str, rounds: int | None) -> Workout:
    """Return the workout that `word` names, with `rounds` if given; or raise CommandRefused."""
    listed = library_of(data).find(word)
    if listed.workout is None:
        raise CommandRefused(*listed.faults)
    workout = listed.workout.chosen(rounds=rounds)
    if is_too_long(workout):
        raise CommandRefused(f"with {rounds} rounds there are more than {MOST_STEPS} steps")
    return workout


def _listed(plan: Plan) -> tuple[Step, ...]:
    """Return the steps of `plan` but what is left of a minute: the athlete decides on that."""
    return tuple(step for step in plan.steps if not is_rest_of_minute(step))


def _step_row(place: int, step: Step) -> Row:
    block = None if isinstance(step, Prepare) else step.block
    exercise = step.exercise if isinstance(step, Work) else None
    clock = None if block is None else block.clock
    every, within = written_clock(clock)
    kind = StepKind.REST if isinstance(step, Rest) else step.key.kind
    reps = exercise.dose if exercise and isinstance(exercise.dose, Reps) else None
    return {
        "index": place,
        "kind": kind.value,
        "rest": step.kind.value if isinstance(step, Rest) else None,
        "block": block and block.name,
        "block_kind": block and block.kind.value,
        "round": block and step.key.round,
        "rounds": None if isinstance(clock, Within) else block and block.rounds,
        "exercise": exercise and exercise.id,
        "name": exercise and exercise.name,
        "side": _value(step.key.side) if exercise else None,
        "seconds": None if step.length is None else step.length // SECOND,
        "reps": reps and reps.count,
        "estimate": rounded_seconds(estimate_by_clock(step)),
        "weight": _weight_row(step) if isinstance(step, Work) else None,
        "reps_to": reps and reps.to,
        "max": isinstance(step, Work) and step.is_to_failure,
        "every": every,
        "for": within,
    }


def _value(member: Enum | None) -> object:
    return None if member is None else member.value


def _weight_row(step: Work) -> Row | None:
    weight, load = step.exercise.weight, step.load
    if weight is None:
        return None
    return {
        "level": _value(weight.level),
        "count": weight.count,
        "of": weight.of.value,
        "kilograms": None if load is None else round(load.kilograms, 2),
    }


def _plan_lines(workout: Workout, plan: Plan) -> Iterator[str]:
    yield workout.title
    yield ""
    listed = _listed(plan)
    starts = accumulate((step.share for step in listed), initial=0)
    rows = [_plan_row(start, step) for start, step in zip(starts, listed, strict=False)]
    yield from aligned([_PLAN_HEADINGS, *rows], to_right=2)
    yield ""
    sets, steps = counted(len(plan.sets), "set"), counted(len(listed), "step")
    is_open = any(step.length is None and clock_of(step) is None for step in listed)
    about = "about " if is_open else ""
    pace = " at rep pace" if any(step.pace is not None for step in plan.sets) else ""
    yield f"{sets} in {steps}, {about}{clock(whole_seconds(plan.estimate))}{pace}"


def _plan_row(start: int, step: Step) -> tuple[str, ...]:
    lasts = ("~" if step.length is None else "") + clock(whole_seconds(estimate_by_clock(step)))
    is_known = step.share or not isinstance(clock_of(step), Within)
    return clock(start // SECOND) if is_known else "", lasts, *_columns(step)


def _columns(step: Step) -> tuple[str, ...]:
    """Return what the table says of `step` beside its times."""
    match step:
        case Prepare():
            return "Get ready", "", "", "", "", ""
        case Rest():
            return _RESTS[step.kind], "", "", "", "", ""
        case Work(exercise=exercise, block=block):
            side, round_ = step.side, _round(step)
            said = exercise.name, _dose(exercise), side.value if side else ""
            return *said, _weight(step), block.name, round_


def _round(step: Work) -> str:
    round_ = f"{step.key.round} of {step.block.rounds}"
    match step.block.clock:
        case None:
            return round_
        case Every(seconds):
            return f"{round_}, every {clock(seconds)}"
        case Within(seconds):
            return f"for {clock(seconds)}"
        case _:
            assert_never(step.block.clock)


def _dose(exercise: Exercise) -> str:
    each_side = " each side" if Side.BOTH in exercise.order_of_sides else ""
    match exercise.dose:
        case Hold():
            return "hold"
        case Reps(1, None):
            return f"1 rep{each_side}"
        case Reps() | MaxReps() as dose:
            return dose.written + each_side
        case MaxHold() as dose:
            return dose.written
        case _:
            assert_never(exercise.dose)


def _weight(step: Work) -> str:
    """Return what is held: `2 x light` dumbbells, with its load where it is known."""
    weight, load = step.exercise.weight, step.load
    if weight is None:
        return ""
    heaviness = [_value(weight.level), None if load is None else load.written]
    of = None if weight.of is Implement.DUMBBELL else weight.of.value
    said = " ".join(str(word) for word in (*heaviness, of) if word)
    return f"{weight.count} x {said}"
