"""The list of equipment says all that lies ready, however much."""

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from matside.core.workout.model import Level, Weight
from matside.core.workout.overview import Equipment
from matside.ui.drawing.theme import DARK
from matside.ui.start.equipment_list import EquipmentList

EQUIPMENT = Equipment((Weight(Level.LIGHT, 2),), ("mat", "chair", "band", "towel"))


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
