"""The rounds stepper offers the chosen number between its neighbours."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from matside.core.workout.model import Block, BlockKind, Workout
from matside.ui.drawing.theme import DARK
from matside.ui.start.rounds_stepper import RoundsStepper, RoundsTile, rounds_on_tiles
from tests.support.pages import WORKOUT

PAIR = WORKOUT.blocks[1]
MIXED = Workout("Mixed", (PAIR, replace(PAIR, rounds=5), replace(PAIR, rounds=2)))


@pytest.mark.parametrize(
    ("rounds", "offered"),
    [
        (None, (2, 3, 4)),
        (3, (2, 3, 4)),
        (1, (1, 2, 3)),
        (2, (1, 2, 3)),
        (98, (97, 98, 99)),
        (99, (97, 98, 99)),
    ],
)
def test_tiles_lie_around_the_choice(rounds: int | None, offered: tuple[int, ...]) -> None:
    """From 1 to 99; without a choice around the file's own three."""
    assert offered == rounds_on_tiles(WORKOUT, rounds)


def test_tiles_offer_what_is_written_where_it_differs() -> None:
    """Between the least and the most that the file has."""
    assert (2, None, 5) == rounds_on_tiles(MIXED, None)


@pytest.mark.parametrize(("rounds", "offered"), [(4, (None, 3, 4, 5)), (99, (None, 97, 98, 99))])
def test_tiles_keep_a_way_back_to_what_is_written(
    rounds: int, offered: tuple[int | None, ...]
) -> None:
    """Once a number is chosen for blocks that differ."""
    assert offered == rounds_on_tiles(MIXED, rounds)


def test_no_tiles_without_blocks_that_take_rounds() -> None:
    """Warm-up and cooldown keep the file's."""
    cooldown = Block("Cooldown", BlockKind.COOLDOWN, PAIR.exercises, 2)

    assert () == rounds_on_tiles(Workout("Calm", (cooldown,)), 4)


class Stepper:
    """A stepper with its tiles."""

    def __init__(self, qtbot: QtBot, workout: Workout, rounds: int | None, most: int = 99) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.widget = RoundsStepper(DARK, self.window)
        self.widget.show_choice(workout, rounds, {n: n for n in range(1, most + 1)}, 60)
        tiles = self.widget.findChildren(RoundsTile)
        self.tiles = [tile for tile in tiles if not tile.isHidden()]


def test_the_choice_is_marked_and_says_the_total(qtbot: QtBot) -> None:
    """The others say what they would take."""
    stepper = Stepper(qtbot, WORKOUT, 3)

    assert [False, True, False] == [tile.isChecked() for tile in stepper.tiles]
    assert ["2 rounds, 0:02", "3 rounds, 1:00", "4 rounds, 0:04"] == [
        tile.accessibleName() for tile in stepper.tiles
    ]


def test_a_tile_is_chosen_by_a_click(qtbot: QtBot) -> None:
    """It signals its number and waits for the page to mark it."""
    stepper = Stepper(qtbot, WORKOUT, 3)

    with qtbot.waitSignal(stepper.widget.selected) as selected:
        qtbot.mouseClick(stepper.tiles[2], Qt.MouseButton.LeftButton)

    assert [4] == selected.args
    assert not stepper.tiles[2].isChecked()


def test_as_written_is_chosen_by_a_click(qtbot: QtBot) -> None:
    """It is no number, so it has a signal of its own."""
    stepper = Stepper(qtbot, MIXED, 4)

    with qtbot.waitSignal(stepper.widget.as_written_selected):
        qtbot.mouseClick(stepper.tiles[0], Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("rounds", "by", "expected"), [(3, 1, 4), (3, -1, 2), (1, 1, 2)])
def test_it_steps(qtbot: QtBot, rounds: int, by: int, expected: int) -> None:
    """The arrows of the page go by one."""
    stepper = Stepper(qtbot, WORKOUT, rounds)

    with qtbot.waitSignal(stepper.widget.selected) as selected:
        stepper.widget.step(by)

    assert [expected] == selected.args


def test_it_steps_from_as_written_to_the_ends_of_the_file(qtbot: QtBot) -> None:
    """Fewer is the least that is written, more the most."""
    stepper = Stepper(qtbot, MIXED, None)
    selected: list[int] = []
    stepper.widget.selected.connect(selected.append)

    stepper.widget.step(-1)
    stepper.widget.step(1)

    assert [2, 5] == selected


@pytest.mark.parametrize(("rounds", "by"), [(1, -1), (99, 1)])
def test_it_ends_where_the_range_ends(qtbot: QtBot, rounds: int, by: int) -> None:
    """No workout has 0 rounds or 100."""
    stepper = Stepper(qtbot, WORKOUT, rounds)

    with qtbot.assertNotEmitted(stepper.widget.selected):
        stepper.widget.step(by)


@pytest.mark.parametrize("workout", [WORKOUT, MIXED])
def test_every_number_is_reached_by_the_mouse(qtbot: QtBot, workout: Workout) -> None:
    """The tiles around the choice lead to one round less and to one more."""
    stepper = Stepper(qtbot, workout, 4)

    assert {3, 4, 5} <= {tile.rounds for tile in stepper.tiles}


def test_more_rounds_than_a_plan_may_have_cannot_be_chosen(qtbot: QtBot) -> None:
    """They have no total."""
    stepper = Stepper(qtbot, WORKOUT, 7, most=7)

    assert [True, True, False] == [tile.isEnabled() for tile in stepper.tiles]


@pytest.mark.parametrize(("name", "expected"), [("Fewer rounds", 2), ("More rounds", 4)])
def test_its_keys_are_pressed_too(qtbot: QtBot, name: str, expected: int) -> None:
    """They show which arrows of the page step."""
    stepper = Stepper(qtbot, WORKOUT, 3)
    (arrow,) = (each for each in stepper.widget.arrows if each.accessibleName() == name)

    with qtbot.waitSignal(stepper.widget.selected) as selected:
        qtbot.mouseClick(arrow, Qt.MouseButton.LeftButton)

    assert [expected] == selected.args
