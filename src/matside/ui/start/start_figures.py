"""The figures at the foot of the start page: rounds, total, equipment, and Start."""

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtWidgets import QWidget

from matside.core.durations import clock
from matside.core.workout.model import Workout
from matside.core.workout.overview import equipment_for
from matside.core.workout.plan import Plan
from matside.ui.drawing.lettering import BOLD
from matside.ui.drawing.theme import Theme
from matside.ui.kit.labels import Label
from matside.ui.kit.page import Page, fair_columns
from matside.ui.start.equipment_list import EquipmentList
from matside.ui.start.rounds_stepper import RoundsStepper, heading_baseline
from matside.ui.start.start_button import StartButton
from matside.ui.start.start_view import StartView
from matside.ui.words.texts import ends

FIGURES, LEAST_FIGURES = 14.2, 7.0
"""The height of rounds, total, equipment and Start, in units, and its minimum in capitals."""

MOST_NEEDED = (0.33, 0.18, 0.24, 0.2)
"""The maximum shares of the width for rounds, total, equipment and Start, so that a long number
or list does not cut off the others."""


class StartFigures:
    """The row of figures of `page`, which owns the widgets."""

    def __init__(self, theme: Theme, page: Page) -> None:
        self._page = page
        self.stepper = RoundsStepper(theme, page)
        self._total_heading = Label(page, theme.mute)
        self._total = Label(page, theme.text, BOLD, tabular=True, least=0)
        self._ends = Label(page, theme.mute, least=0.7)
        self._need_heading = Label(page, theme.mute)
        self._equipment = EquipmentList(theme, page)
        self.start = StartButton(page, theme)
        self._total_heading.setText(QCoreApplication.translate("Start", "Total"))
        self._need_heading.setText(QCoreApplication.translate("Start", "You need"))

    @property
    def words(self) -> tuple[QWidget, ...]:
        """The widgets shown for a workout that can be started, besides rounds and Start."""
        return (
            self._total_heading,
            self._total,
            self._ends,
            self._need_heading,
            self._equipment,
        )

    def show_figures(self, view: StartView, workout: Workout, plan: Plan) -> None:
        """Show the figures of `workout` and its `plan`, as given by `view`."""
        self.stepper.show_choice(workout, view.rounds, view.totals, view.total)
        self._total.setText(clock(view.total))
        self.show_end(view)
        self._equipment.show_equipment(equipment_for(plan))

    def show_end(self, view: StartView) -> None:
        """Show when the workout ends."""
        self._ends.setText(ends().format(time=view.ends.strftime("%H:%M")))

    def place(self, room: QRectF) -> float:
        """Place rounds, total, equipment and Start side by side; return their top, in px."""
        u, caption = self._page.u, self._page.cap(1.4)
        height = max(FIGURES * u, LEAST_FIGURES * self._page.cap(1.6))
        row = QRectF(room.x(), room.bottom() - height, room.width(), height)
        heading = row.y() + heading_baseline(u, caption)
        listed = QRectF(0, heading + max(1.6 * u, 0.7 * caption), 0, 0)
        listed.setBottom(row.bottom())
        shares = (0.265, 0.185, 0.2, 0.26) if self._page.narrow else (0.275, 0.185, 0.17, 0.28)
        rounds, total, need, start = fair_columns(
            row, shares, self._least_widths(row.width(), listed.height()), 0.03 * row.width()
        )
        self.stepper.put(rounds, u, caption)
        self._total_heading.put(total.x(), heading, total.width(), caption)
        self._total.put(
            total.x() - 0.2 * u, row.bottom() - 4.6 * u, total.width(), self._page.cap(6.2)
        )
        self._ends.put(total.x(), row.bottom() - 0.4 * u, total.width(), self._page.cap(2.4))
        self._need_heading.put(need.x(), heading, need.width(), caption)
        need.setTop(listed.top())
        self._equipment.put(need, self._page.cap(1.6))
        self.start.put(start.adjusted(0, 0.6 * u, 0, 0), u)
        return row.top() - 2 * u

    def _least_widths(self, width: float, height: float) -> tuple[float, ...]:
        """Return what rounds, total, equipment and Start need of `width` px to be whole.

        The list of what is needed has `height` px. Nothing may take more than its share.
        """
        u, caption = self._page.u, self._page.cap(1.4)
        total = max(
            0.7 * self._total.width_at(self._page.cap(6.2)),
            self._ends.width_at(self._page.cap(2.4)),
        )
        needed = self._equipment.width_needed(height, self._page.cap(1.6))
        least = (
            self.stepper.width_needed(u, caption),
            total + 1,
            max(self._need_heading.width_at(caption) + 1, needed),
            self.start.width_needed(u),
        )
        return tuple(map(min, least, (share * width for share in MOST_NEEDED)))
