"""What a session goes through."""

from matside.core.workout.model import Workout
from matside.core.workout.plan import Plan
from matside.frozen import frozen


@frozen
class Program:
    """What a session goes through: a workout with the chosen rounds and blocks, and its plan.

    `name` is the name under which the workout is listed.
    """

    name: str
    workout: Workout
    plan: Plan
