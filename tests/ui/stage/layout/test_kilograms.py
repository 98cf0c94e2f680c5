"""What weights weigh stands on the stage beside them, where the athlete has said so."""

import pytest

from matside.ui.drawing.icons import Icon
from matside.ui.drawing.marks import Box, IconMark
from matside.ui.drawing.theme import DARK
from matside.ui.stage.layout.layout import StageLayout
from tests.support.stages import SIZES, all_situations, layout_of, letters

WIDE = (1366, 768)
UNKNOWN = ("reps", "reps-side", "rest-weights", "rest-side-weights", "minute", "paused")


def laid(name: str, size: tuple[int, int] = WIDE) -> StageLayout:
    """Return the layout of the situation `name`."""
    return layout_of(all_situations()[name], size)


def said(name: str, size: tuple[int, int] = WIDE) -> list[str]:
    """Return all texts of that layout, with plain blanks."""
    return [mark.text.replace("\u00a0", " ") for mark in letters(laid(name, size))]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("kilograms", ["2 light", "4 kg"]),
        ("kilograms-side", ["1 light", "4 kg"]),
        ("kilograms-alternating", ["2 medium", "7.5 kg"]),
        ("kilograms-rest", ["Fetch two medium", "7.5 kg"]),
        ("kilograms-rest-plain", ["Fetch two light", "4 kg"]),
        ("kilograms-rest-side", ["Fetch 1 light", "4 kg"]),
        ("kilograms-rest-side-last-3", ["8 reps", "1 light 4 kg"]),
        ("kilograms-paused", ["2 light 4 kg"]),
        ("minute-kilograms", ["2 medium", "7.5 kg"]),
    ],
)
def test_what_one_weighs_stands_beside_its_level(name: str, expected: list[str]) -> None:
    """In the set, before it, in the rest of it and in a pause."""
    assert set(expected) <= set(said(name))


@pytest.mark.parametrize("size", [WIDE, (1920, 1080), (800, 600)], ids=str)
def test_what_is_fetched_has_its_sign(size: tuple[int, int]) -> None:
    """However long what it weighs is written."""
    layout = laid("kilograms-rest", size)
    signs = [
        mark
        for mark in layout.marks
        if isinstance(mark, IconMark) and layout.block.contains(mark.rect)
    ]
    assert [Icon.DUMBBELL, Icon.DUMBBELL] == [mark.icon for mark in signs]


def test_what_is_fetched_weighs_at_the_end_of_its_plate() -> None:
    """The plate is as wide as all that stands in the block, and both words keep its edges."""
    layout = laid("kilograms-rest")
    plate = next(
        box.rect
        for box in layout.marks
        if isinstance(box, Box) and box.colour == DARK.plate and layout.block.contains(box.rect)
    )
    kilograms = next(mark for mark in letters(layout) if mark.text == "7.5 kg")

    assert layout.block.right() - plate.right() < plate.x()
    assert kilograms.x > plate.center().x()


@pytest.mark.parametrize("name", UNKNOWN)
def test_nothing_is_said_of_what_nobody_knows(name: str) -> None:
    """The level stays, and no place of it says that something is missing."""
    words = said(name)
    assert [] == [word for word in words if "kg" in word or "set weight" in word]
    assert any(level in word for word in words for level in ("light", "medium"))


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_what_is_fetched_keeps_its_sign_beside_what_it_weighs(size: tuple[int, int]) -> None:
    """Its words shorten before that."""
    layout = layout_of(all_situations()["kilograms-rest-plain"], size)
    drawn = [mark for mark in layout.marks if isinstance(mark, IconMark)]
    assert 2 == sum(mark.icon is Icon.DUMBBELL for mark in drawn)
    assert any(mark.text.startswith("Fetch") for mark in letters(layout))
