"""Workouts and plans as JSON, so that a session can be taken up with the very plan it had.

The steps of a plan name block and place in its workout instead of repeating its exercises.
"""

import json
from dataclasses import asdict
from typing import Any

from matside.core.plan import Key, Plan, RestKind, Step, StepKind
from matside.core.workout import (
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


def workout_from_text(text: str) -> Workout:
    """Return the workout that `workout_to_text` made `text` of.

    Raises ValueError, TypeError or LookupError where it did not.
    """
    found = json.loads(text)
    blocks = tuple(_to_block(block) for block in found["blocks"])
    return Workout(found["title"], blocks, credit=found["credit"], about=found["about"])


def plan_to_text(plan: Plan) -> str:
    """Return `plan` as JSON, without the exercises and blocks, which its workout holds."""
    steps = [_from_step(step) for step in plan.steps]
    return _text({"resume": plan.resume, "wait": plan.wait, "steps": steps})


def plan_from_text(text: str, workout: Workout) -> Plan:
    """Return the plan of `workout` that `plan_to_text` made `text` of.

    Raises ValueError, TypeError or LookupError where it did not.
    """
    found = json.loads(text)
    steps = tuple(_to_step(step, workout) for step in found["steps"])
    return Plan(steps, resume=found["resume"], wait=found["wait"])


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


def _to_block(found: dict[str, Any]) -> Block:
    return Block(
        name=found["name"],
        kind=BlockKind(found["kind"]),
        rounds=found["rounds"],
        rests=Rests(**found["rests"]),
        exercises=tuple(_to_exercise(exercise) for exercise in found["exercises"]),
    )


def _from_exercise(exercise: Exercise) -> dict[str, Any]:
    return {
        **asdict(exercise),
        "dose": _from_dose(exercise.dose),
        "sides": exercise.sides.value,
        "first_side": exercise.first_side.value,
        "weight": _from_weight(exercise.weight),
    }


def _to_exercise(found: dict[str, Any]) -> Exercise:
    plain = {
        **found,
        "dose": _to_dose(found["dose"]),
        "sides": Sides(found["sides"]),
        "first_side": Side(found["first_side"]),
        "weight": _to_weight(found["weight"]),
        "equipment": tuple(found["equipment"]),
        "cues": tuple(found["cues"]),
    }
    return Exercise(**plain)


def _from_dose(dose: Dose) -> dict[str, int]:
    return {"hold": dose.seconds} if isinstance(dose, Hold) else {"reps": dose.count}


def _to_dose(found: dict[str, int]) -> Dose:
    return Hold(found["hold"]) if "hold" in found else Reps(found["reps"])


def _from_weight(weight: Weight | None) -> dict[str, Any] | None:
    return None if weight is None else {"level": weight.level.value, "count": weight.count}


def _to_weight(found: dict[str, Any] | None) -> Weight | None:
    return None if found is None else Weight(Level(found["level"]), found["count"])


def _from_step(step: Step) -> list[Any]:
    return [
        *_from_key(step.key),
        step.length,
        step.estimate,
        None if step.rest is None else step.rest.value,
    ]


def _to_step(found: list[Any], workout: Workout) -> Step:
    *named, length, estimate, rest = found
    key = _to_key(*named)
    block = None if key.kind is StepKind.PREPARE else workout.blocks[key.block]
    exercise = block.exercises[key.place] if block and key.kind is StepKind.WORK else None
    kind = None if rest is None else RestKind(rest)
    return Step(key, length, estimate, rest=kind, exercise=exercise, block=block)


def _from_key(key: Key) -> list[Any]:
    side = None if key.side is None else key.side.value
    return [key.block, key.round, key.place, side, key.kind.value]


def _to_key(block: int, round_: int, place: int, side: str | None, kind: str) -> Key:
    return Key(block, round_, place, None if side is None else Side(side), StepKind(kind))
