"""Every page keeps its words: whole, inside, apart and uncovered, at every size."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.support.every_page import (
    FAULT,
    LONG_FILE,
    LONG_NOTICE,
    SENTENCE,
    longest_pages,
    longest_workout,
    unbroken_workout,
    usual_pages,
)
from tests.support.page_situations import BROKEN, NAME
from tests.support.painted import faults_of, painted, said, staged, words_in
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

LARGE = (1920, 1080)
"""A window in which everything has room."""

MAY_GO = {
    "key-choice": ("Media Previous",),
    "start": (runners_workout().about, "Workouts"),
    "start-broken": ("Workouts", *BROKEN.faults, "wr…"),
}
"""What a page may leave out where it has no room: what describes, what is plain anyway, the first
fault in the list of workouts, which stands in full beside it, and the fourth key of an act."""


def as_it_is(situation: Situation) -> Situation:
    """Return `situation` as it is."""
    return situation


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
    return [
        f"{size} {sheet.name}: {fault}"
        for sheet in painted(page)
        for fault in faults_of(sheet, texts)
    ]


@pytest.mark.parametrize(("name", "make"), usual_pages().items())
def test_every_page_shows_all_its_words_at_every_size(
    qtbot: QtBot, name: str, make: Callable[[], QWidget]
) -> None:
    """No word is cut, elided, covered, on another, on an edge, outside, or missing."""
    page = make()
    qtbot.addWidget(page)
    page.resize(*LARGE)
    everything = said(painted(page))
    for text in words_in(" ".join(MAY_GO.get(name, MAY_GO.get(name.partition("-")[0], ())))):
        everything.pop(text, None)
    found: list[str] = []
    for size in SIZES:
        found += faults_at(page, size, list(BROKEN.faults))
        missing = everything - said(painted(page))
        found += [f"{size}: {word} is missing" for word in missing]
    assert [] == found


@pytest.mark.parametrize("alter", [as_it_is, longest, shortest, long_named])
@pytest.mark.parametrize("name", NAMES)
def test_the_stage_shows_all_its_words_at_every_size(
    name: str, alter: Callable[[Situation], Situation]
) -> None:
    """In every situation, and whatever an author writes; only that may be elided."""
    situation = alter(all_situations()[name])
    texts = texts_of(situation.reading.shown) if alter in (longest, long_named) else ()
    layouts = ((size, layout_of(situation, size)) for size in SIZES)
    assert [] == [
        f"{size}: {fault}"
        for size, layout in layouts
        for fault in faults_of(staged(layout), texts)
    ]


@pytest.mark.parametrize(("name", "make"), longest_pages().items())
def test_every_page_holds_whatever_an_author_writes(
    qtbot: QtBot, name: str, make: Callable[[], QWidget]
) -> None:
    """The longest texts may be elided themselves, but cover, cut and push out nothing."""
    page = make()
    qtbot.addWidget(page)
    workout = unbroken_workout() if name.endswith("unbroken") else longest_workout()
    texts = [*texts_of(workout), *BROKEN.faults, FAULT, SENTENCE, LONG_NOTICE, LONG_FILE, NAME]
    assert [] == [fault for size in SOME_SIZES for fault in faults_at(page, size, texts)]
