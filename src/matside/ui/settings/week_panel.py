"""The panel of the week: on which day it begins, and how many sessions it is to have."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from matside.core.settings import RANGES, WeekBegins
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.theme import Theme
from matside.ui.settings.settings_panel import SettingsPanel, Tell
from matside.ui.words.local_words import weekday
from matside.ui.words.translation import translate

_GOALS = RANGES["weekly_goal"]


class WeekPanel(SettingsPanel):
    """The first day of the week, and its goal."""

    icon = Icon.HISTORY

    def __init__(self, sheet: QWidget, theme: Theme, tell: Tell) -> None:
        super().__init__(sheet, theme, tell)
        self.heading = translate("Settings", "Your week")
        begins = self._turn(
            "week_begins",
            translate("Settings", "Week begins"),
            (
                (WeekBegins.SYSTEM, translate("Settings", "As system")),
                (WeekBegins.MONDAY, weekday(Qt.DayOfWeek.Monday)),
                (WeekBegins.SATURDAY, weekday(Qt.DayOfWeek.Saturday)),
                (WeekBegins.SUNDAY, weekday(Qt.DayOfWeek.Sunday)),
            ),
            translate("Settings", "in your history"),
        )
        goal = self._turn(
            "weekly_goal",
            translate("Settings", "Sessions a week"),
            [(number, str(number)) for number in range(_GOALS.low, _GOALS.high + 1)],
            translate("Settings", "your goal"),
        )
        self.lines = (begins, goal)
