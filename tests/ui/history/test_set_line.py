"""A line of sets tells what was done, and asks for what the keys change."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from matside.core.session.record import Planned, SetOutcome, SetRecord
from matside.core.settings import Settings
from matside.core.weights import Load, Unit
from matside.ui.drawing.theme import DARK
from matside.ui.history.set_groups import SetGroup, grouped
from matside.ui.history.set_line import SetLine
from tests.support.pages import show
from tests.support.situations import runners_workout
from tests.support.trained import NOW, session_of

Key = Qt.Key
GROUPS = {
    (each.first.name, each.first.side): each
    for each in grouped(session_of(runners_workout(), 1, NOW).sets)
}
FLY = next(group for (name, _), group in GROUPS.items() if name == "Chest Fly")
HOLD = next(group for (name, _), group in GROUPS.items() if name == "Thread the Needle")
KILOGRAM = Unit.KILOGRAM


class Lined:
    """A line with the focus that is told of all that it asks for."""

    def __init__(self, qtbot: QtBot, group: SetGroup) -> None:
        self._qtbot = qtbot
        self.asked: list[SetRecord] = []
        page = QWidget()
        self.line = SetLine(page, DARK, group, Settings())
        self.line.measure(11, 150)
        self.line.resize(400, 30)
        self.line.changed.connect(self._change)
        show(qtbot, page)
        self.line.setFocus()

    def _change(self, record: SetRecord) -> None:
        self.asked.append(record)
        records = (record if each.key == record.key else each for each in self.line.shown.records)
        self.line.show_group(SetGroup(tuple(records)), Settings())

    def press(
        self,
        *keys: Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press `keys`."""
        for key in keys:
            self._qtbot.keyClick(self.line, key, modifiers)

    def type(self, text: str) -> None:
        """Type `text`."""
        self._qtbot.keyClicks(self.line, text)

    @property
    def reps(self) -> list[int | None]:
        """The reps of all sets."""
        return [each.reps for each in self.line.shown.records]

    @property
    def loads(self) -> list[int | None]:
        """The grams of all sets."""
        held = (each.load for each in self.line.shown.records)
        return [None if load is None else load.grams for load in held]


@pytest.fixture
def fly(qtbot: QtBot) -> Lined:
    """Return the line of three sets of eight with two dumbbells of 4 kg."""
    return Lined(qtbot, FLY)


def test_digits_type_the_reps_of_the_chosen_set(fly: Lined) -> None:
    """Right leads to the next one, Backspace takes back a digit."""
    fly.press(Key.Key_Right)
    fly.type("12")
    assert [8, 12, 8] == fly.reps

    fly.press(Key.Key_Backspace)
    assert [8, 1, 8] == fly.reps
    fly.press(Key.Key_Delete)
    assert [8, None, 8] == fly.reps


def test_the_keys_of_the_last_set_correct_this_one(fly: Lined) -> None:
    """Comma and period its reps, W and Shift+W its weight alone."""
    fly.type(",,")
    fly.type("w")
    assert ([6, 8, 8], [5_000, 4_000, 4_000]) == (fly.reps, fly.loads)

    fly.type(".")
    fly.press(Key.Key_W, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert ([7, 8, 8], [4_000, 4_000, 4_000]) == (fly.reps, fly.loads)


def test_one_weight_for_all_sets_is_changed_for_all(fly: Lined) -> None:
    """It stands once behind the reps; a comma is that of a decimal there."""
    fly.press(Key.Key_Right, Key.Key_Right, Key.Key_Right)
    fly.type("7,5")
    assert [7_500] * 3 == fly.loads

    fly.type("+")
    assert [8_500] * 3 == fly.loads


@pytest.mark.parametrize("planned", [FLY.first.planned, None])
def test_a_weight_that_is_taken_away_is_typed_anew(qtbot: QtBot, planned: Planned | None) -> None:
    """For all sets, also where a table said nothing of what was planned."""
    records = [replace(each, planned=planned) for each in FLY.records]
    lined = Lined(qtbot, SetGroup(tuple(records)))
    lined.press(*[Key.Key_Right] * 3)
    lined.type("0.5")
    assert [500] * 3 == lined.loads

    lined.press(Key.Key_Delete)
    assert [None] * 3 == lined.loads
    lined.type("7")
    assert ([7_000] * 3, [8] * 3) == (lined.loads, lined.reps)


def test_weights_that_differ_are_changed_one_by_one(qtbot: QtBot) -> None:
    """Each stands in its place."""
    heavier = replace(FLY.records[1], load=Load(6_000, KILOGRAM))
    lined = Lined(qtbot, SetGroup((FLY.records[0], heavier, FLY.records[2])))

    lined.press(*[Key.Key_Right] * 5)
    lined.type("-")

    assert [4_000, 6_000, 3_000] == lined.loads


def test_seconds_and_skipped_sets_stay(qtbot: QtBot) -> None:
    """A hold has no reps, and what was not done none either."""
    lined = Lined(qtbot, HOLD)
    lined.type("9.")
    skipped = replace(FLY.records[0], outcome=SetOutcome.SKIPPED, reps=None)
    other = Lined(qtbot, SetGroup((skipped,)))
    other.type("9.w")

    assert [] == lined.asked + other.asked


@pytest.mark.parametrize("text", ["0", "1234567", "1000"])
def test_a_number_that_cannot_be_is_not_taken(fly: Lined, text: str) -> None:
    """Of what is typed only what a set can have counts."""
    fly.type(text)

    assert all(each is not None and 1 <= each <= 999 for each in fly.reps)


def test_up_and_down_and_escape_lead_away(fly: Lined, qtbot: QtBot) -> None:
    """To the lines beside it, and out."""
    for key, by in ((Key.Key_Up, -1), (Key.Key_Down, 1)):
        with qtbot.waitSignal(fly.line.moved, check_params_cb=lambda to, by=by: to == by):
            fly.press(key)
    for key in (Key.Key_Escape, Key.Key_F2, Key.Key_Return):
        with qtbot.waitSignal(fly.line.left):
            fly.press(key)


def test_the_chosen_set_is_told(fly: Lined) -> None:
    """Its round, what was done of what, and what was held; all of them in the description."""
    assert "Chest Fly, round 1: 8 of 8 reps" == fly.line.accessibleName()
    fly.press(Key.Key_Right)
    fly.type("6")
    assert "Chest Fly, round 2: 6 of 8 reps" == fly.line.accessibleName()
    fly.press(Key.Key_Right, Key.Key_Right)
    assert "Chest Fly, all rounds: 2 × 4 kg" == fly.line.accessibleName()
    assert fly.line.accessibleDescription().startswith("8 of 8 reps, 6 of 8 reps, 8 of 8 reps")


def test_a_click_chooses_a_number(fly: Lined, qtbot: QtBot) -> None:
    """Where it lies."""
    at = fly.line.place_of(2).center().toPoint()
    qtbot.mouseClick(fly.line, Qt.MouseButton.LeftButton, pos=at)

    assert "Chest Fly, round 3: 8 of 8 reps" == fly.line.accessibleName()


def test_weights_without_room_stand_below_the_reps(qtbot: QtBot) -> None:
    """All of them, at the right end, and their unit with them."""
    heavier = replace(FLY.records[1], load=Load(6_000, KILOGRAM))
    lined = Lined(qtbot, SetGroup((FLY.records[0], heavier, FLY.records[2])))
    lined.line.resize(330, 60)
    reps, loads = lined.line.place_of(2), [lined.line.place_of(place) for place in (3, 4, 5)]

    assert {reps.bottom()} == {load.top() for load in loads}
    assert [load.left() for load in loads] == sorted(load.left() for load in loads)
    assert loads[-1].right() > 290


def test_many_rounds_take_several_rows(qtbot: QtBot) -> None:
    """As many as the width needs."""
    first = FLY.records[0]
    many = tuple(replace(first, key=first.key._replace(round=n)) for n in range(1, 61))
    lined = Lined(qtbot, SetGroup(many))

    assert lined.line.needed_height(400) > 4 * Lined(qtbot, FLY).line.needed_height(400)
