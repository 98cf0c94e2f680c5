"""The card of the last set says what was done of it, between the keys that correct it."""

from dataclasses import replace

import pytest

from matside.core.session.looks import Look
from matside.ui.drawing.lettering import BOLD
from matside.ui.drawing.marks import Text
from tests.support.stages import FROM_4_TO_3, SIZES, all_situations, layout_of, letters, mini_of

WIDE = (1366, 768)
CORRECTED = tuple(name for name in all_situations() if name.startswith("last-set-"))


def on_card(name: str, size: tuple[int, int] = WIDE) -> list[Text]:
    """Return what stands on the card, from left to right; it is set for arm's length."""
    layout = layout_of(all_situations()[name], size)
    small = (mark for mark in letters(layout) if mark.baseline < 0.1 * layout.frame.unit)
    return sorted(
        (mark for mark in small if mark.cap < 0.03 * layout.frame.unit), key=lambda mark: mark.x
    )


def said(name: str, size: tuple[int, int] = WIDE) -> list[str]:
    """Return the words on the card."""
    return [mark.text for mark in on_card(name, size)]


def test_card_has_the_key_that_lowers_at_the_left_and_the_one_that_raises_at_the_right() -> None:
    """Reps between comma and period, kilograms between Shift+W and W."""
    reps, weight = [",", "6", "of 8 reps", "."], ["W", "5 kg", "W"]
    assert ["Last set", *reps, *weight] == said("last-set-heavier")


def test_set_without_a_weight_has_reps_alone() -> None:
    """There is nothing else to correct, and room for what comes next."""
    assert ["Last set", ",", "6", "of 8 reps", "."] == said("last-set-bare")


def test_set_to_failure_asks_for_its_reps() -> None:
    """A question mark stands where nobody has said how many they were."""
    assert ["?", "reps"] == said("last-set-max")[2:4]
    assert ["14", "reps"] == said("last-set-max-entered")[2:4]


def test_what_differs_from_the_plan_is_bold() -> None:
    """Reps as they were asked for are not."""
    weights = {name: on_card(name)[2].weight for name in ("last-set-bare", "last-set-range")}
    assert [True, False] == [weight == BOLD for weight in weights.values()]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", CORRECTED)
def test_reps_are_always_shown(name: str, size: tuple[int, int]) -> None:
    """Where there is little room words are left out, but no number and no key."""
    assert {",", "."} <= set(said(name, size))


@pytest.mark.parametrize("size", FROM_4_TO_3)
def test_card_is_gone_in_the_last_seconds_before_a_set(size: tuple[int, int]) -> None:
    """What comes fills the window then; in the set there is no card either."""
    for name in ("rest-last-3", "reps"):
        assert "," not in said(name, size)


def test_pause_keeps_what_it_says() -> None:
    """Why it is paused goes before the card."""
    situation = all_situations()["paused-rest"]
    assert Look.PAUSED is situation.reading.look
    words = {mark.text for mark in letters(layout_of(situation, (800, 600)))}
    assert "Next up" in words
    assert "," not in words


@pytest.mark.parametrize("size", [(640, 480), (800, 600), WIDE], ids=str)
def test_pause_says_what_was_done_even_without_room_for_keys(size: tuple[int, int]) -> None:
    """In words, behind what the pause says; the keys correct it there all the same."""
    words = {mark.text for mark in letters(layout_of(all_situations()["paused-rest"], size))}
    done = {"Last set: 8 of 8 reps", "Last: 8 of 8 reps"}
    assert done & words or {",", "8", "of 8 reps", "."} <= words


@pytest.mark.parametrize("size", [(640, 480), *SIZES], ids=str)
def test_pause_says_the_round_beside_what_was_done(size: tuple[int, int]) -> None:
    """Where there is little room what the pause says shrinks, and nothing else goes for it."""
    words = {mark.text for mark in letters(layout_of(all_situations()["paused-rest"], size))}
    assert {"PAUSED", "Next up", "Round 2 of 3"} <= words


def test_mini_view_says_what_was_done_beside_the_next_name() -> None:
    """Also that nobody knows it yet; what a key changes stands in the place of the name."""
    words = {mark.text for mark in letters(mini_of(all_situations()["last-set-max"]))}
    assert "Last: ? reps" in words
    wide = mini_of(all_situations()["last-set-heavier"], (960, 300))
    assert "Last set: 6 of 8 reps, 5 kg" in {mark.text for mark in letters(wide)}
    assert not any("Last" in mark.text for mark in letters(mini_of(all_situations()["reps"])))


def test_question_before_the_end_has_no_card() -> None:
    """It asks for something else."""
    situation = all_situations()["last-set-bare"]
    asked = replace(situation, signs=replace(situation.signs, question=True))
    assert "," not in {mark.text for mark in letters(layout_of(asked, WIDE))}


@pytest.mark.parametrize("size", [(800, 600), (1024, 768), WIDE], ids=str)
@pytest.mark.parametrize("name", CORRECTED)
def test_card_always_says_whose_numbers_these_are(name: str, size: tuple[int, int]) -> None:
    """Its title goes before what was asked for, and before larger letters."""
    assert "Last set" == said(name, size)[0]
