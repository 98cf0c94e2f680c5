"""Random sessions: what athletes do to random workouts, biased to what has gone wrong before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from random import Random
from typing import Any

from hypothesis import strategies as st

from matside.core.session import deadlines, laws, plan_change, progress, sequencer
from matside.core.session.values import Command, Fact, Idle, Paused, Phase, Running, Transition
from matside.core.settings import PACE, Settings
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
    Sides,
    Within,
    Workout,
)
from matside.core.workout.plan import Plan, compile_plan, replan

START = 0
LONGEST = 50
"""The most that an athlete does in a session."""

LENGTHS = (0, 1, 2, 3, 5, 8, 10, 20)
WAYS: Sequence[Mapping[str, Any]] = (
    {},
    {},
    {"rep_seconds": 2.5},
    {"rep_seconds": 8, "rep_hold": 5},
    {"tempo": "3-1-1"},
    {"tempo": "2-0-2-1"},
)
"""How long a rep takes, and in which parts."""

HOLDS, REPS = (1, 2, 3, 7, 8, 30, 45), (1, 8, 20)
MINUTES, TIMES = (2, 7, 20, 30, 60), (1, 5, 20, 60, 180)
PAUSES = (0, 1, 700, 1_000, 3_000, 3_001, 10_000, 20_000, 60_000)


class Blow(Enum):
    """What happens to a session from without: the laptop sleeps, or the program is killed."""

    SLEEP = "sleep"
    KILL = "kill"


Changes = Mapping[str, object]
"""Settings by their names, as the athlete changes them."""

OF_PACE = ("rep_pace", "paces")
"""The settings that keys change, and not only the settings page, which pauses."""


@dataclass(frozen=True)
class Ask:
    """What the athlete does after `after` ms; None is Space, Changes are of the settings.

    They are made on the settings page, which pauses; or their pace alone by a `key`, which
    does not.
    """

    after: int
    what: Command | Blow | Changes | None
    by: int = 0
    key: bool = False


@dataclass(frozen=True)
class Session:
    """A workout, the settings that hold at its start, and what the athlete does."""

    workout: Workout
    settings: Settings
    script: tuple[Ask, ...]


numbers = st.integers(0, 2**32)
"""A session has a number, so that one which fails can be told again."""


def session(number: int) -> Session:
    """Return the session of `number`."""
    chance = Random(number)
    script = tuple(_ask(chance) for _ in range(chance.randint(0, LONGEST)))
    return Session(_workout(chance), _settings(chance), script)


def _workout(chance: Random) -> Workout:
    return Workout("Some", tuple(_block(chance) for _ in range(chance.randint(1, 2))))


def _block(chance: Random) -> Block:
    exercises = tuple(_exercise(chance) for _ in range(chance.randint(1, 3)))
    rests = Rests(*(chance.choice((None, *LENGTHS)) for _ in range(3)))
    kind, rounds = chance.choice(list(BlockKind)), chance.randint(1, 3)
    match _clock(chance):
        case None:
            return Block("Pair", kind, exercises, rounds, rests)
        case Every(seconds) as clock:
            shorter = tuple(_at_most(seconds, exercise) for exercise in exercises)
            return Block("Minutes", kind, shorter, rounds, clock=clock)
        case clock:
            return Block("Rounds", kind, exercises, clock=clock)


def _clock(chance: Random) -> BlockClock | None:
    """Return the clock of a block; most have none."""
    draw = chance.random()
    if draw < 0.25:
        return Every(chance.choice(MINUTES))
    return Within(chance.choice(TIMES)) if draw < 0.5 else None


def _at_most(seconds: int, exercise: Exercise) -> Exercise:
    """Return `exercise` as it has room in a minute of `seconds`."""
    dose, *later = (_shortened(dose, seconds) for dose in exercise.doses)
    return replace(exercise, dose=dose, later=tuple(later))


def _shortened(dose: Dose, seconds: int) -> Dose:
    return Hold(min(dose.seconds, seconds)) if isinstance(dose, Hold) else dose


def _exercise(chance: Random) -> Exercise:
    dose, *later = _doses(chance)
    return Exercise(
        "Move",
        dose,
        later=tuple(later),
        sides=chance.choice(list(Sides)),
        switch=chance.choice((None, *LENGTHS)),
        least_switch=chance.choice((None, 8)),
        rest=chance.choice((None, None, *LENGTHS)),
        position=chance.choice(("", "Standing")),
        **chance.choice(WAYS),
    )


def _doses(chance: Random) -> tuple[Dose, ...]:
    """Return the doses of the first rounds: mostly one, seldom one to failure at the end."""
    rounds = range(chance.choice((1, 1, 2, 3)))
    if chance.random() < 0.15:
        return (chance.choice((MaxHold(), MaxReps())),)
    is_held, ends = chance.random() < 0.5, len(rounds) > 1 and chance.random() < 0.2
    if is_held:
        return (*(Hold(chance.choice(HOLDS)) for _ in rounds), *((MaxHold(),) if ends else ()))
    return (*(_reps(chance) for _ in rounds), *((MaxReps(),) if ends else ()))


def _reps(chance: Random) -> Reps:
    count = chance.choice(REPS)
    return Reps(count, chance.choice((None, None, count + 1, count + 4)))


def _settings(chance: Random) -> Settings:
    rests = ("get_ready", "switch_sides", "between_exercises", "between_rounds", "between_blocks")
    return replace(
        Settings(
            resume=chance.choice(LENGTHS),
            wait=chance.random() < 0.5,
            rep_pace=chance.random() < 0.3,
            paces=_paces(chance),
        ),
        **{name: chance.choice(LENGTHS) for name in rests},
    )


def _paces(chance: Random) -> Mapping[str, int]:
    return {"Move": chance.randint(PACE.low, PACE.high)} if chance.random() < 0.5 else {}


def _ask(chance: Random) -> Ask:
    """Return what the athlete does next: mostly what leads on, often BACK and other settings."""
    after = chance.choice(PAUSES) if chance.random() < 0.5 else chance.randint(0, 60_000)
    by, key = chance.choice((15_000, -15_000)), chance.random() < 0.5
    return Ask(after, _what(chance), by, key)


def _what(chance: Random) -> Command | Blow | Changes | None:
    draw = chance.random()
    if draw < 0.2:
        return None
    if draw < 0.35:
        return Command.NEXT
    if draw < 0.5:
        return Command.BACK
    if draw < 0.7:
        return _changes(chance)
    if draw < 0.75:
        return chance.choice(list(Blow))
    rare = (Command.SKIP, Command.RESUME, Command.PAUSE, Command.ADJUST)
    return Command.STOP if draw > 0.99 else chance.choice(rare)


def _changes(chance: Random) -> Changes:
    changes: dict[str, object] = {}
    if chance.random() < 0.5:
        changes["wait"] = chance.random() < 0.5
    if chance.random() < 0.3:
        changes["rep_pace"] = chance.random() < 0.5
    if chance.random() < 0.2:
        changes["paces"] = _paces(chance)
    for name in ("between_exercises", "between_rounds", "between_blocks", "resume"):
        if chance.random() < 0.2:
            changes[name] = chance.choice(LENGTHS)
    return changes


@dataclass(frozen=True)
class Moment:
    """A session after one ask: the plan, the phase before and after, the facts between."""

    plan: Plan
    ask: Ask
    now: int
    before: Phase
    turn: Transition


def told(session: Session) -> list[Moment]:
    """Return every moment of `session`, which keeps the laws."""
    workout, chosen = session.workout, session.settings
    plan, now = compile_plan(workout, chosen), START
    moments: list[Moment] = []
    phase: Phase = Idle()
    for ask in [Ask(0, Command.START), *session.script]:
        asleep_from, now = now, now + ask.after
        match ask.what:
            case None:
                turn = sequencer.press(plan, phase, now)
            case Command():
                turn = sequencer.handle(plan, phase, ask.what, now, by=ask.by)
            case Blow.SLEEP:
                turn = sequencer.fall_asleep(plan, phase, asleep_from)
            case Blow.KILL:
                turn = killed(deadlines.advance(plan, phase, now), now)
            case _:
                chosen = changed(chosen, ask)
                before = deadlines.advance if ask.key else pause
                plan, turn = followed(plan, before(plan, phase, now), workout, chosen, now)
        broken = laws.broken(plan, turn.phase, now)
        assert () == broken, broken
        moments.append(Moment(plan, ask, now, phase, turn))
        phase = turn.phase
    return moments


def changed(chosen: Settings, ask: Ask) -> Settings:
    """Return `chosen` as they are after `ask`: no key changes more than their pace."""
    assert isinstance(ask.what, Mapping)
    by_key = {name: value for name, value in ask.what.items() if name in OF_PACE}
    return replace(chosen, **(by_key if ask.key else ask.what))


def followed(
    plan: Plan, turn: Transition, workout: Workout, chosen: Settings, now: int
) -> tuple[Plan, Transition]:
    """Follow the settings `chosen` after `turn`."""
    key = progress.reached(plan, turn.phase)
    if key is None:
        return plan, turn
    anew = replan(plan, key, workout, chosen)
    return anew, Transition(plan_change.follow(plan, anew, turn.phase, now), turn.facts)


def killed(turn: Transition, now: int) -> Transition:
    """Return `turn` with the session taken up again after a kill; one that is over is over."""
    if not isinstance(turn.phase, Running | Paused):
        return turn
    return Transition(sequencer.take_up(progress.position(turn.phase, now), now), turn.facts)


def pause(plan: Plan, phase: Phase, now: int) -> Transition:
    """Pause as the settings page does."""
    return sequencer.handle(plan, phase, Command.PAUSE, now)


def facts_of(moments: Sequence[Moment]) -> list[Fact]:
    """Return all facts in order."""
    return [fact for moment in moments for fact in moment.turn.facts]
