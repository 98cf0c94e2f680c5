"""A screen reader says every change of a session once, and never a second."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from matside.core.session.reading import Reading, read
from matside.core.session.values import Command
from matside.core.settings import Settings
from matside.core.weights import Implement, Level, Load, Unit, Weight
from matside.core.workout.model import (
    BlockClock,
    Dose,
    Every,
    MaxHold,
    MaxReps,
    Reps,
    Within,
    Workout,
)
from matside.core.workout.plan import compile_plan, replan
from matside.core.workout.steps import Prepare
from matside.ui.stage.screen_reader import ScreenReader
from matside.ui.stage.stage_words import told
from tests.support.core_samples import RUNNERS, Drive, S, block, counted, hold, workout_of
from tests.support.stages import all_situations

FRAME = S // 4
"""The ms between two readings; the frames of the window are no rarer."""


ONE_HOLD = workout_of(block(hold(60)))
ONE_COUNTED = workout_of(block(counted()))
NO_GET_READY = Settings(get_ready=0)


class Heard:
    """A session, and what a screen reader says of it."""

    def __init__(self, qtbot: QtBot, workout: Workout, settings: Settings | None = None) -> None:
        window = QWidget()
        qtbot.addWidget(window)
        self.drive = Drive(compile_plan(workout, settings or Settings()))
        self.screen_reader = ScreenReader(window)
        self.said: list[str] = []
        self.screen_reader.said.connect(self.said.append)
        self.drive.start()
        self.look()

    def reading(self) -> Reading:
        """Return what the stage shows now."""
        return read(self.drive.plan, self.drive.under_way, self.drive.now)

    def look(self, *, asking: bool = False) -> None:
        """Show the narrator what the stage shows now, and let it speak."""
        if not self.drive.is_over:
            self.screen_reader.follow(self.reading(), asking=asking)
        QApplication.processEvents()

    def go_on(self, seconds: float) -> None:
        """Let `seconds` go by, frame by frame."""
        for _ in range(round(seconds * S / FRAME)):
            if not self.drive.is_over:
                self.drive.run(FRAME / S)
                self.look()

    def do(self, command: Command) -> None:
        """Give `command`."""
        self.drive.do(command)
        self.look()


def beginnings(heard: Heard) -> list[str]:
    """Return the sentences up to what is to be done."""
    return [said.partition(". 60 seconds")[0] for said in heard.said]


def test_a_whole_workout_is_said_step_by_step(qtbot: QtBot) -> None:
    """As many sentences as steps: none for a second, for the last three or for half-way."""
    heard = Heard(qtbot, RUNNERS)
    while not heard.drive.is_over:
        heard.go_on(10)
        if not heard.drive.is_over and heard.drive.length is None:
            heard.do(Command.NEXT)

    assert len(heard.drive.plan.steps) == len(heard.said)


def test_a_step_is_said_with_all_that_is_to_be_known(qtbot: QtBot) -> None:
    """What comes or goes on, how much of it, with what, and what Space does."""
    heard = Heard(qtbot, RUNNERS)

    *parts, key = heard.said[0].split(". ")
    assert ["Get ready", "Next up", "Thread", "Right", "30 seconds", "no weight"] == parts
    assert "SPACE: Cut to 5 seconds" == key


def test_what_the_hands_must_do_is_said_before_the_set(qtbot: QtBot) -> None:
    """Weights are fetched and put down in the rest; in the set it is said what is held."""
    heard = Heard(qtbot, RUNNERS)
    while heard.drive.step.key[:3] != (1, 1, 1):
        heard.go_on(10)
        if heard.drive.length is None:
            heard.do(Command.NEXT)
    chop = [said for said in heard.said if ". Chop. " in said]
    walk = next(said for said in heard.said if ". Walk. " in said)

    assert chop[0].startswith("Rest. Next up")
    assert ". Fetch light dumbbell. " in chop[0]
    assert chop[1].startswith("Work. Chop")
    assert ". light dumbbell. " in chop[1]
    assert ". Put weights down. " in walk


@pytest.mark.parametrize(
    ("dose", "said"),
    [
        (MaxReps(), "as many as you can"),
        (MaxHold(), "as long as you can"),
        (Reps(8, 12), "8–12 reps"),
    ],
)
def test_what_has_no_end_is_said_in_words(qtbot: QtBot, dose: Dose, said: str) -> None:
    """So it is where a range has one; and what a light dumbbell weighs, where that is known."""
    four = Load(4_000, Unit.KILOGRAM)
    settings = Settings(get_ready=0, weights={Implement.DUMBBELL: {Level.LIGHT: four}})
    curl = replace(counted(), dose=dose, weight=Weight(Level.LIGHT, 1))
    heard = Heard(qtbot, workout_of(block(curl)), settings)

    assert [f"Work. Curl. {said}. light dumbbell, 4 kg. SPACE: Set done"] == heard.said


@pytest.mark.parametrize(
    ("clock", "said"),
    [
        (Every(60), ["Every minute. Minute 1 of 2", "Every minute. Minute 2 of 2"]),
        (
            Within(600),
            [
                "All you can in 10 minutes. 0 rounds done",
                "All you can in 10 minutes. 1 round done",
            ],
        ),
    ],
)
def test_clock_of_a_block_is_said_with_each_set(
    qtbot: QtBot, clock: BlockClock, said: list[str]
) -> None:
    """What it asks for and how far it has got, and no second of it."""
    rounds = 2 if isinstance(clock, Every) else 1
    heard = Heard(qtbot, workout_of(block(counted(), rounds=rounds, clock=clock)), NO_GET_READY)
    heard.go_on(5)
    heard.do(Command.NEXT)
    heard.go_on(58)

    sets = [sentence for sentence in heard.said if sentence.startswith("Work. ")]
    assert said == [sentence.removeprefix("Work. ").partition(". Curl")[0] for sentence in sets]


def test_rounds_of_the_last_time_are_said_beside_those_that_are_done() -> None:
    """In a block for a time."""
    said = told(all_situations()["for-a-time-rounds"].reading)
    assert "All you can in 12 minutes. 3 rounds done. Last time 6 rounds. " in said


def test_exercise_that_comes_next_is_said_beside_a_clock() -> None:
    """No rest is there to say it; and not where the same one comes again, or before the set."""
    reading = all_situations()["for-a-time-rounds"].reading
    following = reading.following
    assert following is not None
    said = f". Then {following.exercise.name}. SPACE: "
    assert said in told(reading)

    again = replace(following, key=following.key._replace(place=reading.shown.key.place))
    assert ". Then " not in told(replace(reading, following=again))
    assert ". Then " not in told(replace(reading, step=Prepare(10 * S)))


def test_a_pause_and_its_end_are_said_once_each(qtbot: QtBot) -> None:
    """The lead-in of a hold is said, and that it is over is not: the go sounds then."""
    heard = Heard(qtbot, ONE_HOLD, NO_GET_READY)
    for command in (Command.PAUSE, Command.RESUME):
        heard.do(command)
        heard.go_on(7)

    assert ["Work. Plank", "Paused. Plank", "Get ready. Plank"] == beginnings(heard)


def test_time_to_get_set_is_said_once_after_the_press_that_gives_it(qtbot: QtBot) -> None:
    """The step is the same, so nothing else of it is said again."""
    heard = Heard(qtbot, ONE_HOLD)
    heard.go_on(2)
    heard.do(Command.NEXT)
    heard.go_on(4)

    assert ["5 seconds to get set"] == heard.said[1:]


def test_paced_set_is_said_once(qtbot: QtBot) -> None:
    """Its reps are pulsed, and not said by a screen reader as well."""
    heard = Heard(qtbot, ONE_COUNTED, Settings(get_ready=0, rep_pace=True))
    heard.go_on(23)

    assert ["Work. Curl. 8 reps. 3 seconds a rep. no weight. SPACE: Set done"] == heard.said


def test_change_of_pace_is_said(qtbot: QtBot) -> None:
    """Whoever does not see it hears how long a rep takes now, and that there is none."""
    heard = Heard(qtbot, ONE_COUNTED, Settings(get_ready=0, rep_pace=True))
    for settings in (
        Settings(get_ready=0, rep_pace=True, paces={"Curl": 2_500}),
        Settings(get_ready=0),
    ):
        heard.drive.follow(replan(heard.drive.plan, heard.drive.step.key, ONE_COUNTED, settings))
        heard.look()

    assert ["3 seconds a rep", "2.5 seconds a rep", "no weight"] == [
        said.split(". ")[3] for said in heard.said
    ]


def test_a_set_left_alone_says_so(qtbot: QtBot) -> None:
    """Why it is paused is part of the sentence."""
    heard = Heard(qtbot, ONE_COUNTED, NO_GET_READY)
    heard.go_on(300)

    assert "Paused. Set left alone. Curl. " in heard.said[-1]
    assert 2 == len(heard.said)


def test_a_key_that_pauses_and_asks_is_one_sentence(qtbot: QtBot) -> None:
    """The question is said with its answers, not the pause before it; then the pause again."""
    heard = Heard(qtbot, ONE_HOLD, NO_GET_READY)
    heard.drive.do(Command.PAUSE)
    heard.screen_reader.follow(heard.reading(), asking=False)
    heard.look(asking=True)
    heard.look(asking=True)
    heard.look()

    question = "End the workout? E: End and save. SPACE: Not yet. Ctrl+Q: Quit, go on next time"
    assert question == heard.said[1]
    assert ["Work. Plank", question, "Paused. Plank"] == beginnings(heard)


def test_the_question_says_where_nothing_would_be_kept(qtbot: QtBot) -> None:
    """Before anything was done there is nothing to save."""
    heard = Heard(qtbot, ONE_HOLD, NO_GET_READY)
    heard.drive.do(Command.PAUSE)
    heard.screen_reader.follow(replace(heard.reading(), is_empty=True), asking=True)
    QApplication.processEvents()

    ends = "End the workout? E: End, nothing to save. SPACE: Not yet. "
    assert ends + "Ctrl+Q: Quit, go on next time" == heard.said[-1]


def test_what_is_over_is_forgotten(qtbot: QtBot) -> None:
    """What was not said before the end is not said after it; the same step is new again."""
    heard = Heard(qtbot, ONE_HOLD, NO_GET_READY)
    heard.drive.do(Command.PAUSE)
    heard.screen_reader.follow(heard.reading(), asking=False)
    heard.screen_reader.forget()
    QApplication.processEvents()
    heard.do(Command.RESUME)

    assert ["Work. Plank", "Get ready. Plank"] == beginnings(heard)


def test_an_adjusted_step_is_not_said_again(qtbot: QtBot) -> None:
    """It is the same step."""
    heard = Heard(qtbot, ONE_HOLD, NO_GET_READY)
    heard.drive.more()
    heard.look()

    assert ["Work. Plank"] == beginnings(heard)
