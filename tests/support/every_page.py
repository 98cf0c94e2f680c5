"""Every page of the window in each of its situations, as usual and with the longest texts."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache, partial

from PySide6.QtWidgets import QWidget

from matside.core.keymap import Act, Keymap
from matside.core.ports.devices import Listed, Origin
from matside.core.workout.model import Advice, Block, Exercise, Hold, Reps, Workout
from matside.ui.drawing.theme import DARK
from matside.ui.exercise.exercise_page import ExercisePage, ExerciseView
from matside.ui.keyboard.key_faces import word_of
from matside.ui.keyboard.keys_page import KeysPage
from matside.ui.start.start_page import StartPage
from matside.ui.summary.finish_page import FinishPage
from matside.ui.summary.resume_page import ResumePage
from tests.support.page_situations import page_situations, start_page, start_view
from tests.support.situations import runners_workout

PATH = "/data/somebody-with-a-long-name/.local/share/matside/history.sqlite3"

LONG_NOTICE = (
    "Sets are not being saved, but kept until they can be: "
    f"[Errno 28] No space left on device: '{PATH}'"
)

SENTENCE = "Slowly lower what you have lifted and breathe out all the way down to the mat. "

LONG_KEYS = Keymap(
    {
        Act.PRESS: ("Media Play/Pause", "Ctrl+Media Play/Pause", "Ctrl+Keypad Enter", "Space"),
        Act.BACK: ("Ctrl+Media Previous", "Ctrl+Backspace", "Backspace", "Page Up"),
        **{
            act: (f"Ctrl+F{number}", f"F{number}")
            for number, act in enumerate(Act)
            if number > 2 and act not in (Act.BACK, Act.ESCAPE)
        },
    }
)
"""Other keys than usual, with long names."""

LONG_FILE = "W" * 40

SAY_NO_MORE = ("welcome", "history-thousand", "data-")
"""The pages that say nothing of an author that others do not say."""

HOLD_FAULT = "`hold` is not a length of time; write 45, 45 s, 2 min or 1:30"


@cache
def longest_workout() -> Workout:
    """Return a workout like the runner's with the longest texts that a file may have."""
    usual = runners_workout()
    return replace(
        usual,
        title=("Upper Body and Core for Runners on the Mornings between Two Long Runs " * 2)[:80],
        blocks=tuple(map(_longest_block, usual.blocks)),
        about=SENTENCE * 8,
        credit=SENTENCE * 8,
    )


def _longest_block(block: Block) -> Block:
    name = f"{block.name}, done with the greatest of all care"[:40]
    return replace(block, name=name, exercises=tuple(map(_longest_exercise, block.exercises)))


def _longest_exercise(exercise: Exercise) -> Exercise:
    return replace(
        exercise,
        id=None,
        name=f"{exercise.name} with a Pause and a Very Slow Lowering of the Weight"[:60],
        equipment=("mat", "a wide resistance band", "a chair with a straight back", "a towel"),
        cues=(SENTENCE[:80],) * 6,
        fix=SENTENCE * 3,
        glance="Ribs down, lift all across",
        part="left hand and right foot together",
        position="kneeling on the floor with one foot in front of the other",
    )


@cache
def unbroken_workout() -> Workout:
    """Return a workout like the runner's whose texts have no space to be broken at."""
    usual = runners_workout()
    return replace(
        usual,
        title="W" * 80,
        blocks=tuple(
            replace(
                block,
                name="W" * 40,
                rounds=99 if block.takes_chosen_rounds else 98,
                exercises=tuple(map(_unbroken_exercise, block.exercises)),
            )
            for block in usual.blocks
        ),
        about="W" * 300,
        credit="W" * 300,
    )


def _unbroken_exercise(exercise: Exercise) -> Exercise:
    counted = isinstance(exercise.dose, Reps)
    return replace(
        exercise,
        id=None,
        name="W" * 60,
        dose=Reps(999) if counted else Hold(3600),
        equipment=("mat", "W" * 40, "V" * 40),
        cues=("W" * 80,) * 6,
        fix="W" * 200,
        glance="W" * 26,
        part="W" * 40,
        position="W" * 60,
    )


ALIKE = (
    "start-thousand",
    "start-one",
    "finish-thousand",
    "finish-pounds",
    "finish-skipped",
    "finish-ten",
)
"""Situations that have the words of others, and other numbers."""

OF_THEIR_OWN = ("finish-bare", "finish-long", "finish-minutes", "finish-for-a-time")
"""Situations whose workout is always the same."""


def usual_pages() -> Mapping[str, Callable[[], QWidget]]:
    """Return what makes every page of the runner's workout."""
    pages = page_situations(runners_workout(), DARK)
    return {name: make for name, make in pages.items() if name not in ALIKE}


def longest_pages() -> Mapping[str, Callable[[], QWidget]]:
    """Return what makes every page with the longest texts, numbers, keys and warnings."""
    made: dict[str, Callable[[], QWidget]] = {"keys-long": _long_keys}
    for kind, workout in (("long", longest_workout()), ("unbroken", unbroken_workout())):
        pages = page_situations(workout, DARK, LONG_NOTICE)
        others = (*SAY_NO_MORE, *ALIKE, *OF_THEIR_OWN)
        pages = {name: make for name, make in pages.items() if not name.startswith(others)}
        made |= {f"{name}-{kind}": partial(_with_long_keys, make) for name, make in pages.items()}
        made[f"exercise-{kind}"] = partial(_exercises, workout)
        made[f"start-many-{kind}"] = partial(_many, workout)
    return made


def _with_long_keys(make: Callable[[], QWidget]) -> QWidget:
    page = make()
    if isinstance(page, StartPage | FinishPage):
        page.show_keys(LONG_KEYS)
    elif isinstance(page, ResumePage):
        page.show_keys(word_of(LONG_KEYS, Act.PRESS))
    return page


def _exercises(workout: Workout) -> QWidget:
    page = ExercisePage(DARK)
    text = workout.about
    advice = Advice(easier=text, harder=text, muscles=text[:200])
    block = workout.blocks[0]
    exercises = [replace(each, tempo=text[:30]) for each in block.exercises]
    page.show_exercises([ExerciseView(each, advice, block.kind) for each in exercises])
    return page


def _many(workout: Workout) -> QWidget:
    """Make a start page that lists many workouts, the selected one of 12 blocks and 99 rounds."""
    many = replace(workout, blocks=(workout.blocks * 3)[:12])
    listing = (
        *(Listed(f"workout-{number}", workout) for number in range(12)),
        Listed(
            LONG_FILE, None, (f"{PATH}/{LONG_FILE}.yaml:12:15: {HOLD_FAULT}",), origin=Origin.OWN
        ),
    )
    view = start_view(many, rounds=99)
    return start_page(replace(view, listing=(*view.listing, *listing), volume=100), DARK)


def _long_keys() -> QWidget:
    page = KeysPage(DARK)
    page.show_in_session(in_session=True)
    page.show_keys(LONG_KEYS)
    return page
