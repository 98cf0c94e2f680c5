"""The mini view is the block alone: its number fills a small window, its words find room."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF

from matside.core.session.looks import Look
from matside.ui.drawing.marks import Box
from matside.ui.drawing.theme import DARK
from tests.support.painted import faults_of, staged
from tests.support.situations import Situation
from tests.support.stages import (
    LONG_NAME,
    NAMES,
    all_situations,
    altered,
    letters,
    longest,
    mini_of,
    shortest,
)

SIZES = ((320, 180), (320, 240), (480, 180), (480, 270), (360, 640), (960, 540))
LEAST = (320, 180)


def words_of(name: str) -> set[str]:
    """Return what the smallest mini view of the situation `name` says beside its number."""
    return {mark.text for mark in letters(mini_of(all_situations()[name]))}


def as_it_is(situation: Situation) -> Situation:
    """Return `situation` as it is."""
    return situation


def long_named(situation: Situation) -> Situation:
    """Return `situation` with the longest name."""
    return altered(situation, name=LONG_NAME)


def texts_of(situation: Situation) -> list[str]:
    """Return what an author has written, which may be cut."""
    shown = situation.reading.shown
    return [shown.exercise.name, shown.exercise.part, shown.block.name]


@pytest.mark.no_cover
@pytest.mark.parametrize("name", NAMES)
def test_everything_lies_inside_and_apart(name: str) -> None:
    """At every size, and whatever an author writes; only that may be cut."""
    for alter in (as_it_is, longest, shortest, long_named):
        situation = alter(all_situations()[name])
        assert [] == [
            f"{size}: {fault}"
            for size in SIZES
            for fault in faults_of(staged(mini_of(situation, size)), texts_of(situation))
        ], alter.__name__


@pytest.mark.no_cover
@pytest.mark.parametrize("size", [(320, 180), (480, 270), (960, 540)], ids=str)
def test_the_number_fills_two_fifths_of_the_height(size: tuple[int, int]) -> None:
    """Hold, reps, rest, get ready and pause are read from the mat even in a small window."""
    for name, situation in all_situations().items():
        reading = situation.reading
        long = reading.seconds is not None and reading.seconds >= 600
        least = 0.3 if long else 0.4
        assert mini_of(situation, size).digits.cap >= least * size[1], name


def test_the_window_has_the_colour_of_its_look() -> None:
    """There is neither film nor timeline, and the block is the whole window."""
    for name, situation in all_situations().items():
        layout = mini_of(situation)
        ground = layout.marks[0]
        assert isinstance(ground, Box)
        assert DARK.tone(situation.reading.look).flood == ground.colour, name
        assert QRectF(0, 0, *LEAST) == layout.block, name
        assert (None, None) == (layout.figure, layout.timeline), name


@pytest.mark.parametrize(
    ("name", "number", "words"),
    [
        ("hold-side", "0:24", {"RIGHT", "arm", "WORK", "Thread the Needle"}),
        ("reps", "8", {"reps", "WORK", "Chest Fly"}),
        ("paced-side", "3", {"of 8", "LEFT", "Half-Kneeling Chop"}),
        ("minute", "0:38", {"WORK", "8 reps", "Hammer Curl"}),
        ("for-a-time", "11:48", {"WORK", "8 reps", "Bear Plank Lateral Walk"}),
        ("rest", "0:08", {"REST", "8 reps", "Bear Plank Lateral Walk"}),
        ("rest-side", "0:12", {"REST", "LEFT", "8 reps", "Half-Kneeling Chop"}),
        ("minute-side", "0:38", {"WORK", "LEFT", "8 reps", "Half-Kneeling Chop"}),
        ("for-a-time-side", "11:48", {"WORK", "LEFT", "8 reps", "Half-Kneeling Chop"}),
        ("reps-side", "8", {"WORK", "LEFT", "knee", "reps"}),
        ("reps-other-side", "8", {"WORK", "RIGHT", "knee", "reps"}),
        ("switch-knee", "0:05", {"SWITCH", "RIGHT", "knee"}),
        ("get-ready", "0:07", {"GET READY", "RIGHT", "arm", "Thread the Needle"}),
        ("lead-in", "0:04", {"GET READY", "RIGHT"}),
        ("overtime", "+0:01", {"REST", "Chest Fly"}),
        ("paused", "8", {"PAUSED", "reps"}),
        ("paused-hold", "0:24", {"PAUSED", "to go"}),
        ("paused-rest", "0:14", {"PAUSED", "of rest"}),
        ("paced-paused", "4", {"PAUSED", "of 8"}),
        ("range", "8–12", {"reps", "WORK", "Chest Fly"}),
        ("max", "MAX", {"reps", "WORK", "Chest Fly"}),
        ("max-hold", "1:12", {"WORK", "Dynamic Child's Pose"}),
        ("paused-max", "0:26", {"PAUSED", "so far"}),
    ],
)
def test_the_number_says_what_it_is(name: str, number: str, words: set[str]) -> None:
    """A time, the reps or the rep under way, with its look, side and name."""
    assert number == mini_of(all_situations()[name]).digits.text
    assert words <= words_of(name)


def test_every_look_has_a_word() -> None:
    """Nothing is told by colour alone: where a side has no room for more, its digits move."""
    looks = {situation.reading.look for situation in all_situations().values()}
    assert {Look.WORK, Look.READY, Look.SWITCH, Look.REST, Look.PAUSED} == looks
    said = {"WORK", "GET READY", "SWITCH", "REST", "PAUSED", "End the workout?"}
    assert [] == [name for name in NAMES if not said & words_of(name)]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("elsewhere", {"Keys go to another window: click here"}),
        ("notice-rest", {"No sound device was found:", "the workout is silent."}),
        ("question", {"End the workout?", "End and save", "Not yet"}),
        ("question-empty", {"End the workout?", "End, nothing to save", "Not yet"}),
        ("paused-note", {"Rep pace off, kept in settings"}),
        ("rest-confirmed", {"Set done"}),
        ("rest-given", {"5\u00a0s to get set"}),
    ],
)
def test_what_matters_more_takes_the_place_of_the_name(name: str, words: set[str]) -> None:
    """A warning, the question before the end, and what a key has done."""
    assert words <= words_of(name)


def test_answers_show_the_keys_that_give_them() -> None:
    """E ends the workout, Space does not."""
    assert {"E", "SPACE"} <= words_of("question")


def test_a_warning_is_read_in_the_smallest_window_too() -> None:
    """In two lines rather than in tiny letters."""
    layout = mini_of(all_situations()["notice"], LEAST)
    warned = [mark.cap for mark in letters(layout) if "silent" in mark.text]
    assert [pytest.approx(0.06 * LEAST[1], abs=1)] == warned


def test_warning_counts_more_than_what_a_key_has_done() -> None:
    """Both want the line below the digits."""
    situation = all_situations()["notice"]
    noted = replace(situation, signs=replace(situation.signs, note="Voice off"))
    assert "Voice off" not in {mark.text for mark in letters(mini_of(noted))}
