"""Every page keeps its words: whole, inside, apart and uncovered, at every size."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from matside.ui.words.workout_names import told_faults
from tests.support.every_page import (
    HOLD_FAULT,
    LONG_FILE,
    LONG_NOTICE,
    SENTENCE,
    longest_pages,
    longest_workout,
    unbroken_workout,
    usual_pages,
)
from tests.support.page_situations import BROKEN, NAME
from tests.support.painted import Sheet, faults_of, painted, said, staged, words_in
from tests.support.situations import Situation, runners_workout
from tests.support.stages import (
    LONG_NAME,
    NAMES,
    all_situations,
    altered,
    layout_of,
    longest,
    shortest,
)

# They paint the same again and again, and other tests paint it too.
pytestmark = pytest.mark.no_cover

LEAST = ((640, 480), (683, 384), (667, 336), (752, 384))
"""The smallest window that we promise; a screen that is scaled by 2 and the window on it; and
that on a screen that is scaled by 2.5."""

SIZES = (
    *LEAST,
    (683, 768),
    (800, 480),
    (800, 600),
    (833, 500),
    (984, 630),
    (1008, 630),
    (1120, 630),
    (640, 560),
    (760, 560),
    (951, 980),
    (1366, 768),
    (1380, 786),
    (1907, 690),
    (960, 1200),
    (1920, 1080),
    (2560, 1080),
)
"""From a small screen to a wide one, half a screen, one turned upright, and odd shapes."""

SOME_SIZES = (*LEAST, (683, 768), (800, 480), (800, 600), (1120, 630), (1920, 1080))
"""Those that are tried with the longest texts."""

OTHERS = tuple(size for size in SIZES if size not in LEAST)
"""Those at which situations whose words differ little take turns."""

LARGE = (1920, 1080)
"""A window in which everything has room."""

NAMED = ("Matside", "History", "Settings", "Keys")
SOUND, SILENT = "Test sound", "Sound is off"
HEADINGS = ("Rounds", "Total", "You need", "Exercises I")
LISTED = runners_workout().title
SLIM = (*NAMED, *HEADINGS, LISTED, runners_workout().about)
"""What a start page with a wide rail says, and one with a slim rail by icons or not at all."""

PERIODS = ("2026", "Apr", "Jul", "Sep", "Oct", "Nov", "week", "200", "400", "336")
"""What a plot says of weeks: months go where two graphs share them or are many."""

LAST_TIME = "0:42 less paused, felt 4 of 5"
"""What is said last of what is compared, and of longer ones not at all where there is no room."""

MAY_GO = {
    "finish": ("time", "2 sets more", LAST_TIME),
    "history": PERIODS,
    "finish-warned": ("time", "0:30 more paused", "felt 4 of 5"),
    "finish-stopped": ("14 sets fewer", LAST_TIME),
    "finish-long": ("469 sets more", LAST_TIME),
    "finish-minutes": ("24 sets fewer", "0:30 more paused", LAST_TIME),
    "finish-last-set": (
        "2 sets more",
        LAST_TIME,
        "Sun 22 Nov",
        "Last set",
        "of 8 reps",
    ),
    "key-choice": ("Media Previous",),
    "start": (*SLIM, SOUND, "24:16", "3 rounds"),
    "start-weights": (*SLIM, SOUND, "24:16", "3 rounds", "4 kg"),
    "start-left-out": (*SLIM, SILENT, "13:10", "2 rounds"),
    "start-broken": (
        *NAMED,
        SOUND,
        LISTED,
        "24:16",
        "3 rounds",
        "thursday Line 8:",
        *told_faults(BROKEN),
        "t…",
    ),
    "start-empty": (*NAMED, SOUND),
    "start-due": (
        *SLIM,
        SOUND,
        "24:16 Due this week",
        f"{LISTED} 24:16 never",
        "upper-body-for-runners mine",
        "10 weeks in a row",
    ),
    "start-list": (runners_workout().about,),
}
"""What a page may leave out where it has no room: what describes, what is plain anyway, the list
of workouts, which a press on the title shows, the first fault in it, which stands in full beside
it, and the fourth key of an act."""

LARGE_LISTS = (1400, 1050)
"""A large window whose list of workouts is in place of its cards."""


def long_named(situation: Situation) -> Situation:
    """Return `situation` with a name of two lines whose letters reach below them."""
    return altered(situation, name=LONG_NAME)


def texts_of(value: object) -> list[str]:
    """Return all texts in `value`, a value of values."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for each in value for text in texts_of(each)]
    if is_dataclass(value):
        return [text for each in fields(value) for text in texts_of(getattr(value, each.name))]
    return []


def faults_at(page: QWidget, size: tuple[int, int], texts: list[str]) -> list[str]:
    """Return what is wrong on `page` in a window of `size`."""
    page.resize(*size)
    return faults_on(painted(page), size, texts)


def faults_on(sheets: Sequence[Sheet], size: tuple[int, int], texts: Sequence[str]) -> list[str]:
    """Return what is wrong on `sheets`, painted in a window of `size`."""
    return [
        f"{size} {sheet.name}: {fault}" for sheet in sheets for fault in faults_of(sheet, texts)
    ]


def faults_of_stage(
    situation: Situation, sizes: Sequence[tuple[int, int]], texts: Sequence[str]
) -> list[str]:
    """Return what is wrong on the stage in windows of `sizes`."""
    return [
        f"{size}: {fault}"
        for size in sizes
        for fault in faults_of(staged(layout_of(situation, size)), texts)
    ]


@pytest.mark.parametrize(("name", "make"), usual_pages().items())
def test_every_page_shows_all_its_words_at_every_size(
    qtbot: QtBot, name: str, make: Callable[[], QWidget]
) -> None:
    """No word is cut, elided, covered, on another, on an edge, outside, or missing."""
    page = make()
    qtbot.addWidget(page)
    page.resize(*(LARGE_LISTS if name == "start-list" else LARGE))
    may_go = MAY_GO.get(name, MAY_GO.get(name.partition("-")[0], ()))
    everything = said(painted(page)) - Counter(words_in(" ".join(may_go)))
    found: list[str] = []
    for size in SIZES:
        page.resize(*size)
        sheets = painted(page)
        found += faults_on(sheets, size, told_faults(BROKEN))
        missing = everything - said(sheets)
        found += [f"{size}: {word} is missing" for word in missing]
    assert [] == found


@pytest.mark.parametrize("name", NAMES)
def test_the_stage_shows_all_its_words_at_every_size(name: str) -> None:
    """In every situation."""
    situation = all_situations()[name]
    assert [] == faults_of_stage(situation, SIZES, ())


@pytest.mark.parametrize("name", NAMES)
def test_the_stage_holds_whatever_an_author_writes(name: str) -> None:
    """Only that may be elided; situations take turns at the sizes that are not the least."""
    sizes = (*LEAST, *OTHERS[NAMES.index(name) % 3 :: 3])
    for alter in (longest, shortest, long_named):
        situation = alter(all_situations()[name])
        texts = texts_of(situation.reading.shown) if alter is not shortest else ()
        assert [] == faults_of_stage(situation, sizes, texts), alter.__name__


@pytest.mark.parametrize(("name", "make"), longest_pages().items())
def test_every_page_holds_whatever_an_author_writes(
    qtbot: QtBot, name: str, make: Callable[[], QWidget]
) -> None:
    """The longest texts may be elided themselves, but cover, cut and push out nothing.

    At the larger sizes texts with spaces and without take turns.
    """
    page = make()
    qtbot.addWidget(page)
    workout = unbroken_workout() if name.endswith("unbroken") else longest_workout()
    told = (*told_faults(BROKEN), f"Line 12: {HOLD_FAULT}")
    texts = [*texts_of(workout), *told, SENTENCE, LONG_NOTICE, LONG_FILE, NAME]
    sizes = (*LEAST, *SOME_SIZES[len(LEAST) + name.endswith("unbroken") :: 2])
    assert [] == [fault for size in sizes for fault in faults_at(page, size, texts)]


@pytest.fixture
def _american() -> Iterator[None]:
    """Let times of day have twelve hours."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("_american")
@pytest.mark.parametrize("name", ["start", "settings", "settings-in-session", "finish", "resume"])
def test_every_page_has_room_for_twelve_hours(qtbot: QtBot, name: str) -> None:
    """`6:42 PM` is the longest time of day, and stands whole wherever one is shown."""
    page = usual_pages()[name]()
    qtbot.addWidget(page)
    assert [] == [fault for size in SIZES for fault in faults_at(page, size, [])]


@pytest.mark.usefixtures("_american")
@pytest.mark.parametrize("name", NAMES)
def test_the_stage_has_room_for_twelve_hours(name: str) -> None:
    """Beside the longest time left and the longest names of keys."""
    situation = longest(all_situations()[name])
    assert [] == faults_of_stage(situation, SOME_SIZES, texts_of(situation.reading.shown))
