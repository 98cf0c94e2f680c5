"""Every situation of the stage, each taken from a real session of a workout."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from matside.core.durations import SECOND
from matside.core.session.deadlines import advance
from matside.core.session.reading import Reading, read
from matside.core.session.sequencer import fall_asleep, handle
from matside.core.session.values import Command, Idle, Paused, Phase, Running
from matside.core.settings import Settings
from matside.core.workout.model import Side, Workout
from matside.core.workout.plan import Plan, RestKind, Step, StepKind, compile_plan
from matside.files.resources import bundled_exercises, bundled_workouts
from matside.files.workouts.library import WorkoutLibrary
from matside.ui.stage.layout.frame import Signs
from matside.ui.stage.stage import Stage
from tests.support.core_samples import kind_of

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
        self._phase: Phase = handle(self._plan, Idle(), Command.START, 0).phase

    def go_to(self, wanted: Callable[[Step], bool]) -> "Rehearsal":
        """Go on as the athlete would until a step is `wanted`."""
        while not wanted(step := self._step):
            if step.length is not None:
                self.wait(step.length)
            if self._step is step:
                self.give(Command.NEXT)
        return self

    def wait(self, ms: int) -> "Rehearsal":
        """Let `ms` go by."""
        self._now += ms
        self._phase = advance(self._plan, self._phase, self._now).phase
        return self

    def give(self, command: Command, by: int = 0) -> "Rehearsal":
        """Give `command` now."""
        self._phase = handle(self._plan, self._phase, command, self._now, by=by).phase
        return self

    def sleep(self) -> "Rehearsal":
        """Let the laptop fall asleep."""
        self._phase = fall_asleep(self._plan, self._phase, self._now).phase
        return self

    def situation(self, **signs: bool | str | None) -> Situation:
        """Return what the stage is told now."""
        assert isinstance(self._phase, Running | Paused)
        told = replace(Signs(awake=True), **signs)
        return Situation(self._plan, read(self._plan, self._phase, self._now), told)

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
        **_paced(workout),
        **_between(workout),
        **_paused(workout),
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
        "paused-note": hold().wait(8_000).situation(note="Voice off"),
        "question": hold().wait(4_000).situation(question=True),
        "question-note": hold().wait(4_000).situation(question=True, note="Voice off"),
    }


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
