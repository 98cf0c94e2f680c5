"""Workouts, plans and driven sessions for the tests of the core."""

from collections.abc import Callable, Sequence
from cProfile import Profile
from datetime import datetime

from matside.core.durations import whole_seconds
from matside.core.history import ledger
from matside.core.session import deadlines, laws, plan_change, progress, sequencer
from matside.core.session.clock import Anchor
from matside.core.session.record import Position, SetOutcome
from matside.core.session.values import (
    Command,
    CueCame,
    CueKind,
    Fact,
    Idle,
    Over,
    Paused,
    Phase,
    Running,
    SetEnded,
    Transition,
    WentBack,
)
from matside.core.settings import Settings
from matside.core.weights import Level, Weight
from matside.core.workout.model import (
    Block,
    BlockClock,
    BlockKind,
    Exercise,
    Hold,
    Reps,
    Rests,
    Side,
    Sides,
    Workout,
)
from matside.core.workout.plan import Plan, compile_plan
from matside.core.workout.rests import RestKind
from matside.core.workout.sizes import size_of
from matside.core.workout.steps import Rest, Step, StepKey, StepKind, Work

S = 1000
"""Milliseconds in a second."""

ANCHOR = Anchor(1_000_000, datetime.fromisoformat("2026-03-01T07:30:00+01:00"))
"""The hour at which a driven session begins."""


def seconds_of(workout: Workout, settings: Settings) -> int:
    """Return the whole seconds that `workout` takes, rounded up."""
    return whole_seconds(size_of(workout, settings).estimate)


def hold(seconds: int, *, sides: Sides = Sides.NONE, name: str = "Plank") -> Exercise:
    """Return a hold of `seconds`."""
    return Exercise(name, Hold(seconds), sides=sides)


def counted(
    reps: int = 8,
    *,
    sides: Sides = Sides.NONE,
    rep_seconds: float = 3,
    name: str = "Curl",
    id: str | None = None,
) -> Exercise:
    """Return an exercise of `reps`; 8 of them are estimated at 24 s."""
    return Exercise(name, Reps(reps), sides=sides, rep_seconds=rep_seconds, id=id)


def block(
    *exercises: Exercise,
    rounds: int = 1,
    kind: BlockKind = BlockKind.SUPERSET,
    rests: Rests | None = None,
    name: str = "Pair",
    clock: BlockClock | None = None,
) -> Block:
    """Return a block of `exercises`."""
    return Block(name, kind, exercises, rounds, rests or Rests(), clock)


def workout_of(*blocks: Block) -> Workout:
    """Return a workout of `blocks`."""
    return Workout("Some", blocks)


def plan_of(*parts: Exercise | Block, settings: Settings | None = None) -> Plan:
    """Return the plan of a workout of blocks, or of one block of exercises."""
    exercises = [part for part in parts if isinstance(part, Exercise)]
    blocks = [part for part in parts if isinstance(part, Block)]
    return compile_plan(
        workout_of(*blocks, *([block(*exercises)] if exercises else [])), settings or Settings()
    )


def kind_of(step: Step) -> StepKind | RestKind:
    """Return the kind of `step`, of a rest its own."""
    return step.kind if isinstance(step, Rest) else step.key.kind


def plain(*exercises: Exercise, resume: int = 5) -> Plan:
    """Return the plan of `exercises` alone: no get ready and no rests."""
    return plan_of(*exercises, settings=bare(resume=resume))


def bare(*, resume: int = 5) -> Settings:
    """Return settings that give no step but sets."""
    return Settings(
        get_ready=0,
        switch_sides=0,
        between_exercises=0,
        between_rounds=0,
        between_blocks=0,
        resume=resume,
    )


_LIGHT_PAIR = Weight(Level.LIGHT, 2)
_MEDIUM_PAIR = Weight(Level.MEDIUM, 2)


def _circle(*exercises: Exercise, name: str, rounds: int = 3) -> Block:
    return Block(name, BlockKind.SUPERSET, exercises, rounds)


SHORT = Workout(
    "Short",
    (
        Block(
            "Superset 1",
            BlockKind.SUPERSET,
            (Exercise("Curl", Reps(8)), Exercise("Stretch", Hold(30))),
        ),
    ),
)
"""A counted set, and a hold after a rest."""

RUNNERS = Workout(
    "Upper body for runners",
    (
        Block(
            "Warm-up",
            BlockKind.WARMUP,
            (
                Exercise("Thread", Hold(30), sides=Sides.EACH, first_side=Side.RIGHT),
                Exercise("Pose", Hold(30)),
                Exercise("Rainbow", Hold(30), sides=Sides.EACH, least_switch=8),
            ),
            rounds=2,
        ),
        _circle(
            Exercise(
                "Chop",
                Reps(8),
                sides=Sides.EACH,
                least_switch=8,
                weight=Weight(Level.LIGHT, 1),
            ),
            Exercise("Walk", Reps(8), rep_seconds=4),
            name="Superset 1",
        ),
        _circle(
            Exercise("Row", Reps(8), sides=Sides.ALTERNATING, rep_seconds=4, weight=_MEDIUM_PAIR),
            Exercise("Fly", Reps(8), rep_seconds=4, weight=_LIGHT_PAIR),
            name="Superset 2",
        ),
        _circle(
            Exercise("Wide row", Reps(8), weight=_LIGHT_PAIR),
            Exercise("Hammer curl", Reps(8), weight=_MEDIUM_PAIR),
            name="Superset 3",
        ),
        Block(
            "Cooldown",
            BlockKind.COOLDOWN,
            (Exercise("Stretch", Hold(30)), Exercise("Child's pose", Hold(30))),
        ),
    ),
)
"""The upper-body workout for runners, without the texts of its exercises."""


class Drive:
    """A session that a test drives by hand, from Idle at the instant `now`.

    `facts` are those of the last call, `history` those of all calls.
    """

    def __init__(self, plan: Plan, now: int = 1_000_000) -> None:
        self.plan = plan
        self.phase: Phase = Idle()
        self.now = now
        self.facts: tuple[Fact, ...] = ()
        self.history: tuple[Fact, ...] = ()

    def do(self, command: Command, *, by: int = 0) -> "Drive":
        """Send `command` at once."""
        return self._take(sequencer.handle(self.plan, self.phase, command, self.now, by=by))

    def more(self, seconds: int = 15) -> "Drive":
        """Adjust the running step by `seconds`."""
        return self.do(Command.ADJUST, by=seconds * S)

    def less(self, seconds: int = 15) -> "Drive":
        """Adjust the running step by `seconds` less."""
        return self.do(Command.ADJUST, by=-seconds * S)

    def start(self) -> "Drive":
        """Start the session."""
        return self.do(Command.START)

    def space(self) -> "Drive":
        """Press Space at once."""
        return self._take(sequencer.press(self.plan, self.phase, self.now))

    def run(self, seconds: float) -> "Drive":
        """Let `seconds` go by, then look."""
        self.now += round(seconds * S)
        return self._take(deadlines.advance(self.plan, self.phase, self.now))

    def take_up(self, place: int, *, elapsed: int = 0, length: int | None = None) -> "Drive":
        """Stand paused in the step at `place`, as after a kill; `length` is the planned one."""
        step = self.plan.steps[place]
        present = step.length if length is None else length
        where = Position(step.key, elapsed, present, ran=0, paused=0)
        return self._take(Transition(sequencer.take_up(where, self.now)))

    def follow(self, plan: Plan) -> "Drive":
        """Go on by `plan`, which was made of the plan so far."""
        self._take(deadlines.advance(self.plan, self.phase, self.now))
        self.phase = plan_change.follow(self.plan, plan, self.phase, self.now)
        self.plan = plan
        return self._keeping_the_laws()

    def _take(self, turn: Transition) -> "Drive":
        self.phase, self.facts = turn.phase, turn.facts
        self.history += turn.facts
        return self._keeping_the_laws()

    def _keeping_the_laws(self) -> "Drive":
        assert () == laws.broken(self.plan, self.phase, self.now)
        return self

    @property
    def running(self) -> Running:
        """The phase, which is Running."""
        assert isinstance(self.phase, Running)
        return self.phase

    @property
    def under_way(self) -> Running | Paused:
        """The phase, which is Running or Paused."""
        assert isinstance(self.phase, Running | Paused)
        return self.phase

    @property
    def step(self) -> Step:
        """The step that the session stands in."""
        return self.plan[self.under_way.progress.key]

    @property
    def work(self) -> Work:
        """That step, which is a set."""
        assert isinstance(self.step, Work)
        return self.step

    @property
    def place(self) -> int:
        """The place of that step in the plan."""
        return self.plan.place_of(self.step.key)

    @property
    def elapsed(self) -> int:
        """The ms that have run of that step."""
        return progress.elapsed(self.under_way, self.now)

    @property
    def length(self) -> int | None:
        """The present length of that step in ms."""
        return self.under_way.progress.length

    @property
    def lead(self) -> int:
        """The ms left of a lead-in, 0 without one."""
        return max(0, self.running.clock_starts_at - self.now)

    @property
    def at(self) -> tuple[int, int]:
        """The place of the step and its elapsed ms."""
        return self.place, self.elapsed

    @property
    def is_paused(self) -> bool:
        """Whether the session is paused."""
        return isinstance(self.phase, Paused)

    @property
    def is_over(self) -> bool:
        """Whether the session is over."""
        return isinstance(self.phase, Over)

    @property
    def outcomes_of_keys(self) -> dict[StepKey, SetOutcome]:
        """The names of all sets that are done or skipped so far, with how they were left."""
        return outcomes_of_keys(self.plan, self.history)

    @property
    def outcomes(self) -> tuple[tuple[int, SetOutcome], ...]:
        """The places of all sets that are done or skipped so far, with how they were left."""
        return tuple(outcomes(self.plan, self.history).items())


def outcomes_of_keys(plan: Plan, facts: Sequence[Fact]) -> dict[StepKey, SetOutcome]:
    """Return how the sets of `plan` were left after `facts`, by their names."""
    left: dict[StepKey, SetOutcome] = {}
    for fact in facts:
        if isinstance(fact, SetEnded):
            left[fact.key] = fact.outcome
        elif isinstance(fact, WentBack):
            to = plan.order_of(fact.to)
            left = {key: outcome for key, outcome in left.items() if plan.order_of(key) < to}
    return left


def outcomes(plan: Plan, facts: Sequence[Fact]) -> dict[int, SetOutcome]:
    """Return how the sets of `plan` were left after `facts`, by their places."""
    left = outcomes_of_keys(plan, facts)
    return {plan.place_of(key): outcome for key, outcome in left.items()}


def reps(facts: Sequence[Fact], since: int = 0) -> list[tuple[int, int]]:
    """Return each rep that begins among `facts`, with its instant in ms after `since`."""
    return [
        (fact.rep, fact.at - since) for fact in facts if isinstance(fact, CueCame) and fact.rep
    ]


def cues(facts: Sequence[Fact], sign: CueKind, since: int = 0) -> list[int]:
    """Return the instants of the cues of `sign` among `facts`, in ms after `since`."""
    return [fact.at - since for fact in facts if isinstance(fact, CueCame) and fact.sign is sign]


def calls(work: Callable[[], object]) -> int:
    """Return how many functions `work` calls, which no busy machine can change."""
    profile = Profile()
    profile.runcall(work)
    return sum(entry.callcount for entry in profile.getstats())


def sets_of(drive: Drive) -> ledger.Sets:
    """Return what all facts so far leave in the record."""
    return ledger.applied({}, ledger.changes(drive.plan, {}, drive.history, ANCHOR))
