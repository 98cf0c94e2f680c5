"""The caption beside a film says all it has to say, in letters for the mat."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSizeF

from matside.ui.drawing.theme import DARK
from matside.ui.stage.layout.frame import Showing
from matside.ui.stage.layout.layout import StageLayout, lay_out
from tests.support.films import bundled
from tests.support.situations import Situation
from tests.support.stages import FROM_4_TO_3, all_situations, altered, letters

HALF_SCREEN = ((683, 768), (960, 1080))
SIZES = ((640, 480), *FROM_4_TO_3, *HALF_SCREEN)
LEAST = 0.046
"""How high a line of two parts is at least, as a share of the unit."""


def filmed(situation: Situation, size: tuple[int, int]) -> StageLayout:
    """Return the layout of `situation` with the film of its exercise."""
    assert situation.reading.shown.exercise.id is not None
    film = bundled(situation.reading.shown.exercise.id).film
    showing = Showing(situation.reading, situation.ends, situation.signs, film=film)
    return lay_out(showing, DARK, QSizeF(*size))


def caps_of(situation: Situation, size: tuple[int, int]) -> dict[str, float]:
    """Return how high the words above the strip are in `situation`, as shares of the unit."""
    layout = filmed(situation, size)
    above = (mark for mark in letters(layout) if mark.baseline < layout.frame.strip_top)
    return {mark.text: mark.cap / layout.frame.unit for mark in above}


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("get-ready", ("0:30 hold", "no weight")),
        ("lead-in", ("0:22", "left of this set")),
        ("paced-lead-in", ("Rep 4 of 8", "3 s a rep")),
        ("kilograms-rest-side-last-3", ("8 reps", "1 light 4\u00a0kg")),
        ("rest-last-3-weights", ("8 each side", "2 medium")),
    ],
)
def test_what_counts_keeps_what_belongs_to_it(
    name: str, words: tuple[str, ...], size: tuple[int, int]
) -> None:
    """A dose has its weights and a time its words: in one line, or in two where a cue has two."""
    caps = caps_of(all_situations()[name], size)
    assert {} == {word: caps.get(word) for word in words if caps.get(word, 0.0) < LEAST}


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_what_a_press_did_is_read_from_the_mat(size: tuple[int, int]) -> None:
    """How it is undone stands below it where one line has no room for both."""
    assert caps_of(all_situations()["rest-confirmed"], size)["Set done"] >= LEAST


def test_a_short_cue_leaves_one_line_so_that_no_film_moves() -> None:
    """What counts stands alone there, and a confirmation is smaller."""
    slim = (800, 600)
    brief = altered(all_situations()["rest-confirmed"], glance="Chin in")
    plain = replace(brief, reading=replace(brief.reading, confirmed=None))
    assert filmed(plain, slim).figure == filmed(brief, slim).figure
    assert "Set done" in caps_of(brief, slim)
    assert "no weight" not in caps_of(altered(all_situations()["get-ready"], glance=""), slim)
