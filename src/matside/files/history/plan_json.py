"""Workouts and plans as JSON, so that a session can be resumed with exactly the plan it had.

The steps of a plan refer to blocks and exercises of its workout by their places.
"""

import json
from dataclasses import asdict
from typing import Any

from matside.core.durations import SECOND
from matside.core.session.plausible import is_plan_of
from matside.core.settings import LONGEST_REST, MOST_ROUNDS
from matside.core.workout.model import (
    Block,
    BlockKind,
    Dose,
    Exercise,
    Hold,
    Level,
    Reps,
    Rests,
    Side,
    Sides,
    Weight,
    Workout,
)
from matside.core.workout.plan import (
    MOST_STEPS,
    Plan,
    Prepare,
    Rest,
    RestKind,
    Step,
    StepKey,
    StepKind,
    Work,
)
from matside.files.history.checked import items, text, text_or_none, truth, whole, whole_or_none


def workout_to_text(workout: Workout) -> str:
    """Return `workout` as JSON."""
    return _text(
        {
            "title": workout.title,
            "credit": workout.credit,
            "about": workout.about,
            "blocks": [_from_block(block) for block in workout.blocks],
        }
    )


def workout_from_text(kept: str) -> Workout:
    """Return the workout in `kept`, which `workout_to_text` wrote.

    Raises ValueError, TypeError, LookupError or RecursionError if `kept` is something else or
    holds a value that no workout can have.
    """
    found = json.loads(kept)
    blocks = tuple(map(_to_block, items(found["blocks"], 1, 50)))
    credit, about = text(found["credit"]), text(found["about"])
    return Workout(text(found["title"], 80), blocks, credit=credit, about=about)


def plan_to_text(plan: Plan) -> str:
    """Return `plan` as JSON, without the exercises and blocks, which its workout holds."""
    steps = [_from_step(step) for step in plan.steps]
    return _text({"resume": plan.resume, "wait": plan.wait, "steps": steps})


def plan_from_text(kept: str, workout: Workout) -> Plan:
    """Return the plan of `workout` in `kept`, which `plan_to_text` wrote.

    Raises ValueError, TypeError, LookupError or RecursionError if `kept` is something else or
    no plan of `workout`.
    """
    found = json.loads(kept)
    steps = tuple(_to_step(step, workout) for step in items(found["steps"], 0, MOST_STEPS))
    resume = whole(found["resume"], 0, LONGEST_REST * SECOND)
    plan = Plan(steps, resume=resume, wait=truth(found["wait"]))
    if not is_plan_of(plan, workout):
        raise ValueError("the workout has no such plan")
    return plan


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _from_block(block: Block) -> dict[str, Any]:
    return {
        "name": block.name,
        "kind": block.kind.value,
        "rounds": block.rounds,
        "rests": asdict(block.rests),
        "exercises": [_from_exercise(exercise) for exercise in block.exercises],
    }


def _to_block(found: Any) -> Block:
    return Block(
        name=text(found["name"], 40),
        kind=BlockKind(found["kind"]),
        rounds=whole(found["rounds"], 0, MOST_ROUNDS),
        rests=_to_rests(found["rests"]),
        exercises=tuple(map(_to_exercise, items(found["exercises"], 1, 50))),
    )


def _to_rests(found: Any) -> Rests:
    return Rests(_rest(found["exercises"]), _rest(found["rounds"]), _rest(found["after"]))


def _rest(seconds: object) -> int | None:
    return whole_or_none(seconds, 0, LONGEST_REST)


def _from_exercise(exercise: Exercise) -> dict[str, Any]:
    return {
        **asdict(exercise),
        "dose": _from_dose(exercise.dose),
        "sides": exercise.sides.value,
        "first_side": exercise.first_side.value,
        "weight": _from_weight(exercise.weight),
    }


def _to_exercise(found: Any) -> Exercise:
    return Exercise(
        name=text(found["name"], 60),
        dose=_to_dose(found["dose"]),
        id=text_or_none(found["id"], 60),
        sides=Sides(found["sides"]),
        first_side=_to_side(found["first_side"]),
        switch=_rest(found["switch"]),
        least_switch=_rest(found["least_switch"]),
        weight=_to_weight(found["weight"]),
        rep_seconds=whole(found["rep_seconds"], 1, 30),
        equipment=tuple(text(each, 60) for each in items(found["equipment"], 0, 20)),
        cues=tuple(text(each, 80) for each in items(found["cues"], 0, 6)),
        fix=text(found["fix"]),
        glance=text(found["glance"], 26),
        part=text(found["part"]),
        position=text(found["position"]),
    )


def _to_side(found: object) -> Side:
    """Return the side on which an exercise begins, left or right."""
    side = Side(found)
    if side is Side.BOTH:
        raise ValueError("no exercise begins on both sides")
    return side


def _from_dose(dose: Dose) -> dict[str, int]:
    return {"hold": dose.seconds} if isinstance(dose, Hold) else {"reps": dose.count}


def _to_dose(found: Any) -> Dose:
    if "hold" in found:
        return Hold(whole(found["hold"], 1, 3600))
    return Reps(whole(found["reps"], 1, 999))


def _from_weight(weight: Weight | None) -> dict[str, Any] | None:
    return None if weight is None else {"level": weight.level.value, "count": weight.count}


def _to_weight(found: Any) -> Weight | None:
    return None if found is None else Weight(Level(found["level"]), whole(found["count"], 1, 2))


def _from_step(step: Step) -> list[Any]:
    rest = step.kind.value if isinstance(step, Rest) else None
    return [*_from_key(step.key), step.length, step.estimate, rest]


def _to_step(found: Any, workout: Workout) -> Step:
    *named, length, _, rest = found
    step = _step_of(_to_key(*named), whole_or_none(length), rest, workout)
    if _from_step(step) != found:
        raise ValueError("the workout has no such step")
    return step


def _step_of(key: StepKey, length: int | None, rest: object, workout: Workout) -> Step:
    if key.kind is StepKind.PREPARE:
        return Prepare(whole(length))
    block = workout.blocks[key.block]
    if key.kind is StepKind.REST:
        return Rest(key, whole(length), RestKind(rest), block)
    exercise = block.exercises[key.place].on(key.side)
    if isinstance(exercise.dose, Hold) or length is None:
        return Work(key, exercise, block)
    return Work(key, exercise, block, pace=length // exercise.dose.count)


def _from_key(key: StepKey) -> list[Any]:
    side = None if key.side is None else key.side.value
    return [key.block, key.round, key.place, side, key.kind.value]


def _to_key(block: object, round_: object, place: object, side: object, kind: object) -> StepKey:
    of_side = None if side is None else Side(side)
    return StepKey(whole(block), whole(round_), whole(place), of_side, StepKind(kind))
