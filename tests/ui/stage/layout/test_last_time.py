"""The plate of a counted set says what was done the last time."""

import pytest

from matside.ui.stage.stage_words import told
from tests.support.stages import all_situations, layout_of, letters

WIDE, SMALL = (1366, 768), (800, 600)


def said(name: str, size: tuple[int, int] = WIDE) -> list[str]:
    """Return the words on the stage."""
    return [mark.text for mark in letters(layout_of(all_situations()[name], size))]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("last-time", {"Last time", "8 × 4 kg", "4 kg"}),
        ("last-time-side", {"Last time", "8 × 4 kg", "LEFT"}),
        ("last-time-bare", {"no weight", "Last time", "12"}),
        ("last-time-heavy", {"Last", "999 × 123.45 kg"}),
        ("first-time", {"First time", "4 kg"}),
    ],
)
def test_plate_has_the_last_time_below_the_weights(name: str, words: set[str]) -> None:
    """Its numbers stand at the end; the words are shorter where they have no room."""
    assert words <= set(said(name))


def test_nothing_is_said_before_the_history_is_read() -> None:
    """Neither that it is the first time."""
    assert {"Last time", "First time"}.isdisjoint(said("reps"))


@pytest.mark.parametrize("name", ["last-time", "last-time-side", "first-time"])
def test_small_window_shortens_the_words(name: str) -> None:
    """The weights stay, and what was done."""
    assert {"Last", "First time"} & set(said(name, SMALL))
    assert "8" in said(name, SMALL) or layout_of(all_situations()[name], SMALL).digits.text == "8"


def test_screen_reader_hears_it() -> None:
    """Behind the weights of the set."""
    assert "4 kg. Last time 8 reps, 4 kg. " in told(all_situations()["last-time"].reading)
    assert "Last time" not in told(all_situations()["first-time"].reading)
