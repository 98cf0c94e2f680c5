"""Every situation of the stage, each taken from a real session of a workout."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from matside.core.durations import SECOND
from matside.core.history import ledger
from matside.core.history.corrections import correctable
from matside.core.history.last_time import as_kept
from matside.core.history.ledger import Sets
from matside.core.session.deadlines import advance
from matside.core.session.reading import Reading, read
from matside.core.session.record import LastSet, RoundsBefore
from matside.core.session.sequencer import fall_asleep, handle
from matside.core.session.values import Command, Idle, Paused, Phase, Running, Transition
from matside.core.settings import Settings
from matside.core.weights import Implement, Level, Load, Unit
from matside.core.workout.model import (
    Dose,
    Every,
    MaxHold,
    MaxReps,
    Reps,
    Rests,
    Side,
    Within,
    Workout,
)
from matside.core.workout.plan import Plan, compile_plan
from matside.core.workout.rests import RestKind
from matside.core.workout.steps import Step, StepKind, is_rest_of_minute
from matside.files.resources import bundled_exercises, bundled_workouts
from matside.files.workouts.library import WorkoutLibrary
from matside.ui.stage.layout.frame import Signs
from matside.ui.stage.stage import Stage
from matside.ui.words.dose_words import rep_pace_words
from tests.support.core_samples import ANCHOR, kind_of

WEIGHTS = Settings(
    weights={
        Implement.DUMBBELL: {
            Level.LIGHT: Load(4_000, Unit.KILOGRAM),
            Level.MEDIUM: Load(7_500, Unit.KILOGRAM),
        }
    },
    weight_steps={Implement.DUMBBELL: Load(2_500, Unit.KILOGRAM)},
)
"""The settings of an athlete whose dumbbells are known as far as the workout needs them."""

RUNNERS = "upper-body-for-runners"


@dataclass(frozen=True, slots=True)
class Situation:
    """What the stage is told at one instant."""

    plan: Plan
    reading: Reading
    signs: Signs

    @property
    def ends(self) -> datetime:
        """When the workout ends, if it is 18:15 now."""
        return datetime(2026, 11, 22, 18, 15, tzinfo=UTC) + timedelta(seconds=self.reading.left)

    def tell(self, stage: Stage) -> None:
        """Show the situation on `stage`."""
        stage.show_plan(self.plan, "Upper Body for Runners")
        stage.show_awake(self.signs.awake)
        stage.show_muted(self.signs.muted)
        stage.show_paced(self.signs.paced)
        stage.show_elsewhere(self.signs.elsewhere)
        stage.show_question(self.signs.question)
        stage.show_notice(self.signs.notice)
        stage.show_reading(self.reading, self.ends)
        stage.show_note(self.signs.note)


@cache
def runners_workout() -> Workout:
    """Return the bundled workout for runners."""
    library = WorkoutLibrary(Path("nowhere"), bundled_workouts(), [bundled_exercises()])
    workout = library.find(RUNNERS).workout
    assert workout is not None
    return workout


class Rehearsal:
    """A session that is led by hand to where it is looked at."""

    def __init__(self, workout: Workout, settings: Settings | None = None) -> None:
        self._plan = compile_plan(workout, settings or Settings())
        self._now = 0
        self._sets: Sets = {}
        self._phase: Phase = Idle()
        self.give(Command.START)

    def go_to(self, wanted: Callable[[Step], bool]) -> "Rehearsal":
        """Go on as the athlete would until a step is `wanted`."""
        while not wanted(step := self._step):
            if is_rest_of_minute(step):
                self.give(Command.SKIP)
                continue
            if step.length is not None:
                self.wait(step.length)
            if self._step.key == step.key:
                self.give(Command.NEXT)
        return self

    def wait(self, ms: int) -> "Rehearsal":
        """Let `ms` go by."""
        self._now += ms
        return self._follow(advance(self._plan, self._phase, self._now))

    def give(self, command: Command, by: int = 0) -> "Rehearsal":
        """Give `command` now."""
        return self._follow(handle(self._plan, self._phase, command, self._now, by=by))

    def correct(self, **changes: Any) -> "Rehearsal":
        """Correct the last set, as `replace` does."""
        record = correctable(self._plan, self._sets, self._phase)
        assert record is not None
        self._sets = {**self._sets, record.key: replace(record, **changes)}
        return self

    def sleep(self) -> "Rehearsal":
        """Let the laptop fall asleep."""
        return self._follow(fall_asleep(self._plan, self._phase, self._now))

    def situation(self, **signs: Any) -> Situation:
        """Return what the stage is told now."""
        assert isinstance(self._phase, Running | Paused)
        told = replace(Signs(awake=True), **signs)
        record = correctable(self._plan, self._sets, self._phase)
        plain = read(self._plan, self._phase, self._now)
        reading = replace(as_kept(plain, self._plan, self._sets, {}), correctable=record)
        return Situation(self._plan, reading, told)

    def _follow(self, turn: Transition) -> "Rehearsal":
        self._phase = turn.phase
        changes = ledger.changes(self._plan, self._sets, turn.facts, ANCHOR)
        self._sets = ledger.applied(self._sets, changes)
        return self

    @property
    def _step(self) -> Step:
        assert isinstance(self._phase, Running | Paused)
        return self._plan[self._phase.progress.key]


def _set(block: int, place: int, side: Side | None = None, round_: int = 1) -> Callable[..., bool]:
    return lambda step: step.key == (block, round_, place, side, StepKind.WORK)


def _rest(kind: RestKind, block: int, place: int, round_: int = 1) -> Callable[..., bool]:
    return lambda step: kind_of(step) is kind and step.key[:3] == (block, round_, place)


def situations(workout: Workout) -> Mapping[str, Situation]:
    """Return the situations of `workout`, whose blocks must be like those of the runners'."""
    return {
        **_at_work(workout),
        **_dosed(workout),
        **_paced(workout),
        **_between(workout),
        **_corrected(workout),
        **_paused(workout),
        **_weighed(workout),
        **_by_clock(workout),
        **_warned(workout),
    }


def _at_work(workout: Workout) -> Mapping[str, Situation]:
    def rehearsal() -> Rehearsal:
        return Rehearsal(workout)

    return {
        "hold": rehearsal().go_to(_set(0, 1)).wait(6_700).situation(),
        "hold-side": rehearsal().go_to(_set(0, 0, Side.RIGHT)).wait(6_700).situation(),
        "hold-knee": rehearsal().go_to(_set(0, 2, Side.LEFT, 2)).wait(12_300).situation(),
        "reps": rehearsal().go_to(_set(2, 1, None, 2)).wait(13_000).situation(),
        "reps-bare": rehearsal().go_to(_set(1, 1, None, 3)).wait(9_000).situation(),
        "reps-side": rehearsal().go_to(_set(1, 0, Side.LEFT, 2)).wait(10_000).situation(),
        "reps-other-side": rehearsal().go_to(_set(1, 0, Side.RIGHT, 2)).wait(3_000).situation(),
        "reps-alternating": rehearsal().go_to(_set(2, 0, Side.BOTH)).wait(4_000).situation(),
        "lead-in": rehearsal()
        .go_to(_set(0, 0, Side.RIGHT))
        .wait(8_000)
        .give(Command.PAUSE)
        .wait(9_000)
        .give(Command.RESUME)
        .wait(1_200)
        .situation(),
        "last-set": rehearsal().go_to(_set(4, 1)).wait(26_000).situation(),
    }


def _dosed(workout: Workout) -> Mapping[str, Situation]:
    """Return the situations of doses that the workout for runners does not have."""

    def to_failure(block: int, place: int, dose: Dose) -> Rehearsal:
        return Rehearsal(_with_dose(workout, block, place, dose))

    ranged, side = Reps(8, 12), Side.LEFT
    return {
        "range": to_failure(2, 1, ranged).go_to(_set(2, 1, None, 2)).wait(9_000).situation(),
        "range-side": to_failure(1, 0, ranged).go_to(_set(1, 0, side)).wait(9_000).situation(),
        "rest-range": to_failure(1, 1, ranged)
        .go_to(_rest(RestKind.EXERCISE, 1, 0))
        .wait(2_500)
        .situation(),
        "max": to_failure(2, 1, MaxReps()).go_to(_set(2, 1, None, 2)).wait(42_000).situation(),
        "max-side": to_failure(1, 0, MaxReps()).go_to(_set(1, 0, side)).wait(9_000).situation(),
        "max-hold": to_failure(0, 1, MaxHold()).go_to(_set(0, 1)).wait(72_000).situation(),
        "max-hold-side": to_failure(0, 0, MaxHold())
        .go_to(_set(0, 0, Side.RIGHT))
        .wait(26_000)
        .situation(),
        "rest-max": to_failure(1, 1, MaxReps())
        .go_to(_rest(RestKind.EXERCISE, 1, 0))
        .wait(2_500)
        .situation(),
        "get-ready-max": to_failure(0, 0, MaxHold()).wait(8_100).situation(),
        "paused-max": to_failure(0, 1, MaxHold())
        .go_to(_set(0, 1))
        .wait(26_000)
        .give(Command.PAUSE)
        .wait(8_000)
        .situation(),
    }


def _with_dose(workout: Workout, block: int, place: int, dose: Dose) -> Workout:
    """Return `workout` with another `dose` of one exercise."""
    blocks = list(workout.blocks)
    exercises = list(blocks[block].exercises)
    exercises[place] = replace(exercises[place], dose=dose)
    blocks[block] = replace(blocks[block], exercises=tuple(exercises))
    return replace(workout, blocks=tuple(blocks))


def _paced(workout: Workout) -> Mapping[str, Situation]:
    def rehearsal() -> Rehearsal:
        return Rehearsal(workout, Settings(rep_pace=True))

    return {
        "paced": rehearsal().go_to(_set(2, 1, None, 2)).wait(13_000).situation(paced=True),
        "paced-faster": rehearsal()
        .go_to(_set(3, 1, None, 2))
        .wait(13_000)
        .situation(paced=True, note="2.5 s a rep"),
        "paced-bare": rehearsal().go_to(_set(1, 1, None, 3)).wait(700).situation(paced=True),
        "paced-side": rehearsal()
        .go_to(_set(1, 0, Side.LEFT, 2))
        .wait(8_000)
        .situation(paced=True),
        "paced-alternating": rehearsal()
        .go_to(_set(2, 0, Side.BOTH))
        .wait(31_000)
        .situation(paced=True, muted=True),
        "paced-lead-in": rehearsal()
        .go_to(_set(1, 0, Side.LEFT))
        .wait(10_000)
        .give(Command.PAUSE)
        .wait(9_000)
        .give(Command.RESUME)
        .wait(1_200)
        .situation(paced=True),
        "paced-switch": rehearsal()
        .go_to(_rest(RestKind.SWITCH, 1, 0))
        .wait(3_300)
        .situation(paced=True),
        "paced-paused": rehearsal()
        .go_to(_set(1, 0, Side.RIGHT))
        .wait(10_000)
        .give(Command.PAUSE)
        .wait(72_000)
        .situation(paced=True),
    }


def _between(workout: Workout) -> Mapping[str, Situation]:
    waiting = Settings(wait=True)
    return {
        "get-ready": Rehearsal(workout).wait(3_000).situation(),
        "get-ready-last-3": Rehearsal(workout).wait(8_100).situation(),
        "switch": Rehearsal(workout).go_to(_rest(RestKind.SWITCH, 0, 0)).wait(1_300).situation(),
        "switch-knee": Rehearsal(workout)
        .go_to(_rest(RestKind.SWITCH, 1, 0))
        .wait(3_300)
        .situation(),
        "rest": Rehearsal(workout).go_to(_rest(RestKind.EXERCISE, 1, 0)).wait(2_500).situation(),
        "rest-confirmed": Rehearsal(workout)
        .go_to(_rest(RestKind.EXERCISE, 1, 0))
        .wait(500)
        .situation(),
        "rest-given": Rehearsal(workout)
        .go_to(_rest(RestKind.EXERCISE, 0, 0))
        .wait(2_500)
        .give(Command.NEXT)
        .wait(300)
        .situation(),
        "rest-side": Rehearsal(workout).go_to(_rest(RestKind.ROUND, 1, 1)).wait(8_200).situation(),
        "rest-hold": Rehearsal(workout)
        .go_to(_rest(RestKind.EXERCISE, 0, 0))
        .wait(4_000)
        .situation(),
        "rest-weights": Rehearsal(workout)
        .go_to(_rest(RestKind.BLOCK, 1, 1, 3))
        .wait(3_000)
        .situation(),
        "rest-weights-plain": Rehearsal(workout)
        .go_to(_rest(RestKind.EXERCISE, 2, 0))
        .wait(3_000)
        .situation(),
        "rest-side-weights": Rehearsal(workout)
        .go_to(_rest(RestKind.BLOCK, 0, 2, 2))
        .wait(3_000)
        .situation(),
        "rest-last-3": Rehearsal(workout)
        .go_to(_rest(RestKind.EXERCISE, 1, 0))
        .wait(8_100)
        .situation(),
        "rest-last-3-side": Rehearsal(workout)
        .go_to(_rest(RestKind.ROUND, 1, 1))
        .wait(18_100)
        .situation(),
        "rest-last-3-weights": Rehearsal(workout)
        .go_to(_rest(RestKind.BLOCK, 1, 1, 3))
        .wait(43_100)
        .situation(),
        "overtime": Rehearsal(workout, waiting)
        .go_to(_rest(RestKind.EXERCISE, 2, 0))
        .wait(10_700)
        .situation(),
        "overtime-minutes": Rehearsal(workout, waiting)
        .go_to(_rest(RestKind.ROUND, 1, 1))
        .wait(20_000 + 754_000)
        .situation(),
    }


def _corrected(workout: Workout) -> Mapping[str, Situation]:
    """Return the situations in which the last set is corrected, or may be."""
    known = Settings(
        weights={
            Implement.DUMBBELL: {
                Level.LIGHT: Load(4_000, Unit.KILOGRAM),
                Level.MEDIUM: Load(6_000, Unit.KILOGRAM),
            }
        }
    )

    def rest(kind: RestKind, block: int, place: int, dose: Dose | None = None) -> Rehearsal:
        done = workout if dose is None else _with_dose(workout, block, place, dose)
        return Rehearsal(done, known).go_to(_rest(kind, block, place)).wait(3_000)

    heavier = Load(5_000, Unit.KILOGRAM)
    return {
        "last-set-side": rest(RestKind.SWITCH, 1, 0).situation(),
        "last-set-bare": rest(RestKind.ROUND, 1, 1).correct(reps=6).situation(),
        "last-set-heavier": rest(RestKind.EXERCISE, 2, 0)
        .correct(reps=6, load=heavier)
        .situation(muted=True),
        "last-set-range": rest(RestKind.EXERCISE, 3, 0, Reps(8, 12)).situation(),
        "last-set-max": rest(RestKind.EXERCISE, 3, 0, MaxReps()).situation(),
        "last-set-max-entered": rest(RestKind.EXERCISE, 3, 0, MaxReps())
        .correct(reps=14)
        .situation(),
        "last-time": _remembered(8, Load(4_000, Unit.KILOGRAM), known, workout, 2, 1),
        "last-time-side": _remembered(8, Load(4_000, Unit.KILOGRAM), known, workout, 1, 0),
        "last-time-bare": _remembered(12, None, known, workout, 1, 1),
        "last-time-heavy": _remembered(999, Load(123_450, Unit.KILOGRAM), known, workout, 3, 0),
        "first-time": _remembered(None, None, known, workout, 2, 1),
        **{
            f"last-time-{name}{where}": _remembered(
                12, Load(6_000, Unit.KILOGRAM), known, _with_dose(workout, *place, dose), *place
            )
            for name, dose in (("range", Reps(8, 12)), ("max", MaxReps()))
            for where, place in (("", (2, 1)), ("-side", (1, 0)), ("-none", (1, 1)))
        },
        "first-time-max": _remembered(
            None, None, known, _with_dose(workout, 2, 1, MaxReps()), 2, 1
        ),
        "last-set-large": rest(RestKind.EXERCISE, 2, 0, Reps(998, 999))
        .correct(load=Load(123_450, Unit.KILOGRAM))
        .situation(),
    }


def _remembered(
    reps: int | None,
    load: Load | None,
    settings: Settings,
    workout: Workout,
    block: int,
    place: int,
) -> Situation:
    """Return a set of which the last time is known; without `reps` it is the first time."""
    side = Side.LEFT if (block, place) == (1, 0) else None
    found = Rehearsal(workout, settings).go_to(_set(block, place, side)).wait(14_000).situation()
    last = None if reps is None else LastSet(None, "", side, reps, 20, load)
    reading = replace(found.reading, last_time=last, is_first_time=last is None)
    return replace(found, reading=reading)


def _paused(workout: Workout) -> Mapping[str, Situation]:
    def hold() -> Rehearsal:
        return Rehearsal(workout).go_to(_set(0, 0, Side.RIGHT)).wait(6_700).give(Command.PAUSE)

    def reps() -> Rehearsal:
        return Rehearsal(workout).go_to(_set(3, 0)).wait(6_700).give(Command.PAUSE)

    def rest() -> Rehearsal:
        paused = Rehearsal(workout).go_to(_rest(RestKind.ROUND, 1, 1)).wait(6_700)
        return paused.give(Command.PAUSE)

    return {
        "paused": reps().wait(72_000).situation(),
        "paused-hold": hold().wait(8_000).situation(),
        "paused-rest": rest().wait(623_000).situation(),
        "paused-get-ready": Rehearsal(workout)
        .wait(2_000)
        .give(Command.PAUSE)
        .wait(3_000)
        .situation(),
        "paused-forgotten": Rehearsal(workout)
        .go_to(_set(1, 0, Side.LEFT))
        .wait(180_000 + 65_000)
        .situation(),
        "paused-slept": Rehearsal(workout)
        .go_to(_set(0, 1))
        .wait(9_000)
        .sleep()
        .wait(3_754 * SECOND)
        .situation(),
        "paused-note": hold().wait(8_000).situation(note=rep_pace_words(on=False)),
        "question": hold().wait(4_000).situation(question=True),
        "question-empty": _with_nothing(hold().wait(4_000).situation(question=True)),
        "question-note": hold().wait(4_000).situation(question=True, note="Voice off"),
    }


def _with_nothing(situation: Situation) -> Situation:
    """Return `situation` before a set was done or skipped."""
    return replace(situation, reading=replace(situation.reading, is_empty=True))


def _weighed(workout: Workout) -> Mapping[str, Situation]:
    """Return the situations of an athlete of whom it is known what the weights weigh."""

    def rehearsal() -> Rehearsal:
        return Rehearsal(workout, WEIGHTS)

    return {
        "kilograms": rehearsal().go_to(_set(2, 1, None, 2)).wait(13_000).situation(),
        "kilograms-side": rehearsal().go_to(_set(1, 0, Side.LEFT, 2)).wait(10_000).situation(),
        "kilograms-alternating": rehearsal().go_to(_set(2, 0, Side.BOTH)).wait(4_000).situation(),
        "kilograms-rest": rehearsal()
        .go_to(_rest(RestKind.BLOCK, 1, 1, 3))
        .wait(3_000)
        .situation(),
        "kilograms-rest-plain": rehearsal()
        .go_to(_rest(RestKind.EXERCISE, 2, 0))
        .wait(3_000)
        .situation(),
        "kilograms-rest-side": rehearsal()
        .go_to(_rest(RestKind.BLOCK, 0, 2, 2))
        .wait(3_000)
        .situation(),
        "kilograms-rest-side-last-3": rehearsal()
        .go_to(_rest(RestKind.BLOCK, 0, 2, 2))
        .wait(43_100)
        .situation(),
        "kilograms-paused": rehearsal()
        .go_to(_set(3, 0))
        .wait(6_700)
        .give(Command.PAUSE)
        .wait(72_000)
        .situation(),
    }


def _by_clock(workout: Workout) -> Mapping[str, Situation]:
    def minutes(
        block: int, settings: Settings | None = None, dose: Dose | None = None
    ) -> Rehearsal:
        """Lead through one block, every minute on the minute."""
        one = replace(workout.blocks[block], rounds=5, rests=Rests(), clock=Every(60))
        only = replace(workout, blocks=(one,))
        if dose is not None:
            only = _with_dose(only, 0, 0, dose)
        return Rehearsal(only, settings)

    def for_a_time(*blocks: int, settings: Settings | None = None) -> Rehearsal:
        """Lead through the exercises of some blocks, as many rounds as possible in 12 minutes."""
        exercises = tuple(move for place in blocks for move in workout.blocks[place].exercises)
        one = replace(
            workout.blocks[blocks[0]], exercises=exercises, rounds=1, clock=Within(12 * 60)
        )
        return Rehearsal(replace(workout, blocks=(one,)), settings)

    return {
        "minute-kilograms": minutes(3, WEIGHTS)
        .go_to(_set(0, 1, None, 2))
        .wait(22_000)
        .situation(),
        "minute-last-time": _with_last_time(
            minutes(3).go_to(_set(0, 1, None, 2)).wait(22_000).situation(), 9
        ),
        "minute-side-kilograms": _with_last_time(
            minutes(1, WEIGHTS).go_to(_set(0, 0, Side.LEFT, 2)).wait(22_000).situation(), 8
        ),
        "minute-side-range": minutes(1, WEIGHTS, dose=Reps(8, 12))
        .go_to(_set(0, 0, Side.RIGHT, 2))
        .wait(22_000)
        .situation(),
        "minute": minutes(3).go_to(_set(0, 1, None, 2)).wait(22_000).situation(),
        "minute-side": minutes(1).go_to(_set(0, 0, Side.LEFT, 2)).wait(22_000).situation(),
        "minute-bare": minutes(1).go_to(_set(0, 1, None, 2)).wait(22_000).situation(),
        "minute-alternating": minutes(2).go_to(_set(0, 0, Side.BOTH, 2)).wait(22_000).situation(),
        "minute-hold": minutes(0).go_to(_set(0, 0, Side.RIGHT, 2)).wait(12_000).situation(),
        "minute-paced": minutes(3, replace(WEIGHTS, rep_pace=True))
        .go_to(_set(0, 1, None, 2))
        .wait(12_000)
        .situation(paced=True),
        "minute-rest": minutes(3)
        .go_to(_set(0, 0, None, 2))
        .wait(36_000)
        .give(Command.NEXT)
        .wait(4_000)
        .situation(),
        "minute-rest-last-3": minutes(3)
        .go_to(_set(0, 0, None, 2))
        .wait(36_000)
        .give(Command.NEXT)
        .wait(22_000)
        .situation(),
        "minute-paused": minutes(3)
        .go_to(_set(0, 1, None, 2))
        .wait(22_000)
        .give(Command.PAUSE)
        .wait(22_000)
        .situation(),
        "for-a-time": for_a_time(2, 1).go_to(_set(0, 3, None, 4)).wait(12_000).situation(),
        "for-a-time-weight": for_a_time(2).go_to(_set(0, 1, None, 3)).wait(12_000).situation(),
        "for-a-time-both": for_a_time(2).go_to(_set(0, 0, Side.BOTH, 3)).wait(12_000).situation(),
        "for-a-time-side": for_a_time(1).go_to(_set(0, 0, Side.LEFT, 3)).wait(12_000).situation(),
        "for-a-time-last-time": _with_last_time(
            for_a_time(1, settings=WEIGHTS)
            .go_to(_set(0, 0, Side.LEFT, 3))
            .wait(312_000)
            .situation(),
            8,
        ),
        "for-a-time-kilograms": _with_last_time(
            for_a_time(2, settings=WEIGHTS).go_to(_set(0, 1, None, 3)).wait(12_000).situation(), 8
        ),
        "for-a-time-rounds": _with_rounds(
            for_a_time(2, 1).go_to(_set(0, 3, None, 4)).wait(258_000).situation(), (110, 231, 352)
        ),
        "for-a-time-asked": _failed_before(_set(0, 1, None, 3), workout),
        "for-a-time-side-asked": _failed_before(_set(0, 0, Side.RIGHT, 3), workout),
        "for-a-time-hold": for_a_time(0).go_to(_set(0, 1, None, 2)).wait(12_000).situation(),
    }


def _failed_before(place: Callable[[Step], bool], workout: Workout) -> Situation:
    """Return a set of a block for a time in which nobody has said the reps of the one before."""
    block = workout.blocks[1]
    exercises = tuple(replace(each, dose=MaxReps()) for each in block.exercises)
    one = replace(block, exercises=exercises, rounds=1, clock=Within(12 * 60))
    led = Rehearsal(replace(workout, blocks=(one,)), WEIGHTS)
    return led.go_to(place).wait(12_000).situation()


def _with_last_time(found: Situation, reps: int) -> Situation:
    """Return `found` where so many reps with 7.5 kg were done the last time."""
    last = LastSet(None, "", None, reps, 20, Load(7_500, Unit.KILOGRAM))
    return replace(found, reading=replace(found.reading, last_time=last))


def _with_rounds(found: Situation, ends: tuple[int, ...]) -> Situation:
    """Return `found` where six rounds were done the last time, the first three at `ends`."""
    rounds = RoundsBefore(6, (*ends, 470, 588, 709), 7)
    return replace(found, reading=replace(found.reading, rounds_before=rounds))


def _warned(workout: Workout) -> Mapping[str, Situation]:
    notice = "No sound device was found: the workout is silent."

    def at_work() -> Rehearsal:
        return Rehearsal(workout).go_to(_set(1, 0, Side.LEFT, 2)).wait(5_000)

    def at_rest() -> Rehearsal:
        return Rehearsal(workout).go_to(_rest(RestKind.BLOCK, 1, 1, 3)).wait(3_000)

    return {
        "notice": at_work().situation(notice=notice),
        "notice-rest": at_rest().situation(notice=notice, muted=True),
        "notice-paused": at_work()
        .give(Command.PAUSE)
        .wait(8_000)
        .situation(
            notice="Sets are not being saved, but kept until they can be: the disk is full"
        ),
        "elsewhere": at_work().situation(elsewhere=True, muted=True),
        "elsewhere-rest": at_rest().situation(elsewhere=True),
        "confirming": at_rest().situation(confirming=True),
    }
