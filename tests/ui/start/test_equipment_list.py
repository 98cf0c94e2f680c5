"""The list of equipment says all that lies ready, however much."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from matside.core.weights import Implement, Level, Load, Unit, Weight
from matside.core.workout.overview import Equipment, Needed
from matside.ui.drawing.theme import DARK
from matside.ui.start.equipment_list import EquipmentList
from tests.support.painted import painted

EQUIPMENT = Equipment((Needed(Weight(Level.LIGHT, 2)),), ("mat", "chair", "band", "towel"))


def list_of(qtbot: QtBot, window: QWidget, height: float) -> EquipmentList:
    """Return the list on `height` px."""
    qtbot.addWidget(window)
    equipment = EquipmentList(DARK, window)
    equipment.show_equipment(EQUIPMENT)
    equipment.put(QRectF(0, 0, 200, height), 10)
    return equipment


def test_it_is_told_to_those_who_do_not_see_it(qtbot: QtBot) -> None:
    """Dumbbells first."""
    window = QWidget()

    name = list_of(qtbot, window, 100).accessibleName()

    assert "Light pair, Mat, Chair, Band, Towel" == name


def test_a_workout_without_equipment_needs_nothing(qtbot: QtBot) -> None:
    """The list is never empty below its heading."""
    window = QWidget()
    equipment = list_of(qtbot, window, 100)

    equipment.show_equipment(Equipment((), ()))

    assert "Nothing" == equipment.accessibleName()


def test_what_has_no_line_of_its_own_shares_the_last(qtbot: QtBot) -> None:
    """On little room the last line differs from what stands there on more."""
    window = QWidget()

    much = list_of(qtbot, window, 200).grab().toImage()
    little = list_of(qtbot, window, 44).grab().toImage()

    # Two lines of 21 px: the second begins without the sign of the mat, for it names the rest.
    sign = {much.pixelColor(x, 39).name() for x in range(22)}
    rest = {little.pixelColor(x, 32).name() for x in range(22)}
    assert len(sign) > 1
    assert 1 == len(rest)


def test_what_is_known_to_weigh_something_says_so(qtbot: QtBot) -> None:
    """A pair says what each of it weighs."""
    window = QWidget()
    equipment = list_of(qtbot, window, 100)
    four, sixteen = Load(4_000, Unit.KILOGRAM), Load(16_000, Unit.KILOGRAM)
    kettlebell = Weight(sixteen, 1, Implement.KETTLEBELL)

    equipment.show_equipment(
        Equipment((Needed(Weight(Level.LIGHT, 2), four), Needed(kettlebell, sixteen)), ())
    )

    words = {word.text for sheet in painted(equipment) for word in sheet.words}
    assert {"(sign)", "Light pair", "2 × 4 kg", "Kettlebell", "16 kg"} == words
    assert "Light pair, 4 kg, Kettlebell, 16 kg" == equipment.accessibleName()
    assert not any(press.isVisibleTo(equipment) for press in equipment.controls)


@pytest.mark.parametrize(("place", "level"), [(0, Level.LIGHT), (1, Level.MEDIUM)])
def test_what_is_not_known_can_be_said(qtbot: QtBot, place: int, level: Level) -> None:
    """A press beside each such weight asks for it, and for no other."""
    window = QWidget()
    equipment = list_of(qtbot, window, 100)
    pairs = tuple(Needed(Weight(each, 2)) for each in (Level.LIGHT, Level.MEDIUM))
    equipment.show_equipment(Equipment(pairs, ("mat",)))
    asked = QSignalSpy(equipment.asked)

    qtbot.mouseClick(equipment.controls[place], Qt.MouseButton.LeftButton)

    assert [Weight(level, 2)] == asked.at(0)
    assert f"Set weight: {level.value.capitalize()} pair" == (
        equipment.controls[place].accessibleName()
    )
