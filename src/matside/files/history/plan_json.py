"""Workouts and plans as JSON, so that a session can be resumed with exactly the plan it had.

The steps of a plan refer to blocks and exercises of its workout by their places.
"""

import json
from dataclasses import asdict, fields
from typing import Any, assert_never

from matside.core.durations import SECOND
from matside.core.session.plausible import is_plan_of
from matside.core.settings import LONGEST_REST, MOST_ROUNDS
from matside.core.weights import MOST_GRAMS, Implement, Level, Load, Unit, Weight
from matside.core.workout.model import (
    Block,
    BlockClock,
    BlockKind,
    Dose,
    Every,
    Exercise,
    Hold,
    MaxHold,
    MaxReps,
    Reps,
    Rests,
    Side,
    Sides,
    Within,
    Workout,
)
from matside.core.workout.plan import Plan
from matside.core.workout.rests import RestKind
from matside.core.workout.sizes import MOST_STEPS
from matside.core.workout.steps import Prepare, Rest, Step, StepKey, StepKind, Work
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
    """Return `plan` as JSON, without the exercises and blocks, which its workout holds.

    What a level weighs is not kept either: whoever goes on with the plan has the settings.
    """
    # All steps in one go would keep the interpreter from the window's thread for long.
    steps = ",".join(_text(_from_step(step)) for step in plan.steps)
    return _text({"resume": plan.resume, "wait": plan.wait, "steps": []})[:-2] + f"{steps}]}}"


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


# One encoder for all, for a plan may have 20,000 steps.
_text = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _from_block(block: Block) -> dict[str, Any]:
    return {
        "name": block.name,
        "kind": block.kind.value,
        "rounds": block.rounds,
        "rests": asdict(block.rests),
        "clock": _from_clock(block.clock),
        "exercises": [_from_exercise(exercise) for exercise in block.exercises],
    }


def _to_block(found: Any) -> Block:
    return Block(
        name=text(found["name"], 40),
        kind=BlockKind(found["kind"]),
        rounds=whole(found["rounds"], 0, MOST_ROUNDS),
        rests=Rests(*(_rest(found["rests"][name]) for name in ("exercises", "rounds", "after"))),
        exercises=tuple(map(_to_exercise, items(found["exercises"], 1, 50))),
        clock=_to_clock(found.get("clock")),
    )


def _from_clock(clock: BlockClock | None) -> dict[str, int] | None:
    match clock:
        case None:
            return None
        case Every(seconds):
            return {"every": seconds}
        case Within(seconds):
            return {"for": seconds}
        case _:
            assert_never(clock)


def _to_clock(found: Any) -> BlockClock | None:
    if found is None:
        return None
    if "every" in found:
        return Every(whole(found["every"], 1, 3600))
    return Within(whole(found["for"], 1, 3600))


def _rest(seconds: object) -> int | None:
    return whole_or_none(seconds, 0, LONGEST_REST)


def _from_exercise(exercise: Exercise) -> dict[str, Any]:
    return {
        **{each.name: getattr(exercise, each.name) for each in fields(exercise)},
        "dose": _from_dose(exercise.dose),
        "later": [_from_dose(dose) for dose in exercise.later],
        "sides": exercise.sides.value,
        "first_side": exercise.first_side.value,
        "weight": _from_weight(exercise.weight),
    }


def _to_exercise(found: Any) -> Exercise:
    return Exercise(
        name=text(found["name"], 60),
        dose=_to_dose(found["dose"]),
        later=tuple(map(_to_dose, items(found.get("later", []), 0, MOST_ROUNDS - 1))),
        id=text_or_none(found["id"], 60),
        sides=Sides(found["sides"]),
        first_side=_to_side(found["first_side"]),
        switch=_rest(found["switch"]),
        least_switch=_rest(found["least_switch"]),
        rest=_rest(found.get("rest")),
        weight=_to_weight(found["weight"]),
        rep_seconds=_halves(found["rep_seconds"]),
        rep_hold=whole(found.get("rep_hold", 0), 0, 29),
        tempo=text(found.get("tempo", "")),
        equipment=tuple(text(each, 60) for each in items(found["equipment"], 0, 20)),
        cues=tuple(text(each, 80) for each in items(found["cues"], 0, 6)),
        fix=text(found["fix"]),
        glance=text(found["glance"], 26),
        part=text(found["part"]),
        position=text(found["position"]),
    )


def _halves(value: object) -> float:
    """Return `value`, the seconds of a rep: from 1 to 30, in halves."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise TypeError("no seconds of a rep")
    whole(int(2 * value) if (2 * value) % 1 == 0 else None, 2, 60)
    return value


def _to_side(found: object) -> Side:
    """Return the side on which an exercise begins, left or right."""
    side = Side(found)
    if side is Side.BOTH:
        raise ValueError("no exercise begins on both sides")
    return side


def _from_dose(dose: Dose) -> dict[str, Any]:
    match dose:
        case Hold(seconds):
            return {"hold": seconds}
        case Reps(count, to):
            return {"reps": count} if to is None else {"reps": count, "to": to}
        case MaxHold():
            return {"max": "hold"}
        case MaxReps():
            return {"max": "reps"}
        case _:
            assert_never(dose)


def _to_dose(found: Any) -> Dose:
    if "max" in found:
        return MaxHold() if _is_hold(found["max"]) else MaxReps()
    if "hold" in found:
        return Hold(whole(found["hold"], 1, 3600))
    count, to = whole(found["reps"], 1, 999), found.get("to")
    return Reps(count, whole_or_none(to, count + 1, 999))


def _is_hold(word: object) -> bool:
    if word not in ("hold", "reps"):
        raise ValueError("nothing else is done to failure")
    return word == "hold"


def _from_weight(weight: Weight | None) -> dict[str, Any] | None:
    if weight is None:
        return None
    heaviness = _from_heaviness(weight.heaviness)
    return {"heaviness": heaviness, "count": weight.count, "of": weight.of.value}


def _from_heaviness(heaviness: Level | Load) -> object:
    if isinstance(heaviness, Level):
        return heaviness.value
    return {"grams": heaviness.grams, "unit": heaviness.unit.value}


def _to_weight(found: Any) -> Weight | None:
    """Return the weight in `found`; an earlier one has a level of dumbbells."""
    if found is None:
        return None
    return Weight(
        _to_heaviness(found["level"] if "level" in found else found["heaviness"]),
        whole(found["count"], 1, 2),
        Implement(found.get("of", "dumbbell")),
    )


def _to_heaviness(found: Any) -> Level | Load:
    if isinstance(found, str):
        return Level(found)
    return Load(whole(found["grams"], 1, MOST_GRAMS), Unit(found["unit"]))


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
    if key.kind is not StepKind.WORK:
        return Rest(key, whole(length), RestKind(rest), block)
    exercise = block.exercises[key.place].in_round(key.round).on(key.side)
    load = None if exercise.weight is None else exercise.weight.load
    match exercise.dose, length:
        case Reps() as reps, int():
            return Work(key, exercise, block, pace=length // reps.most, load=load)
        case _:
            return Work(key, exercise, block, load=load)


def _from_key(key: StepKey) -> list[Any]:
    side = None if key.side is None else key.side.value
    return [key.block, key.round, key.place, side, key.kind.value]


def _to_key(block: object, round_: object, place: object, side: object, kind: object) -> StepKey:
    of_side = None if side is None else Side(side)
    return StepKey(whole(block), whole(round_), whole(place), of_side, StepKind(kind))
