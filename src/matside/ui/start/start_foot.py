"""The foot of the start page: one line of care, and the way to what is told about Matside."""

from PySide6.QtCore import QRectF

from matside.ui.drawing.theme import Theme
from matside.ui.kit.labels import Label
from matside.ui.kit.page import Page
from matside.ui.kit.page_button import PageButton
from matside.ui.words.start_words import safety_line
from matside.ui.words.translation import translate

HEIGHT = 7.0
"""The height of the foot, in units."""


class StartFoot:
    """The foot of `page`, which owns the widgets."""

    def __init__(self, theme: Theme, page: Page) -> None:
        self._page = page
        self._care = Label(page, theme.mute, lines=1, least=0.8)
        self._care.setText(safety_line())
        self.about = PageButton(page, theme, "A", translate("Start", "About"))

    def place(self, room: QRectF) -> float:
        """Place both in one row at the foot of `room`; return where the foot begins, in px."""
        u, cap = self._page.u, self._page.cap(1.35)
        baseline = room.bottom() - 2.15 * u
        self.about.cap, self.about.u = cap, u
        width = self.about.width_needed
        self._care.put(room.x(), baseline, room.width() - width - u, cap)
        height = max(2.6 * cap, 3 * u)
        middle = baseline - cap / 2
        rect = QRectF(room.right() - width + u, middle - height / 2, width, height)
        self.about.put(rect, u)
        return room.bottom() - max(HEIGHT * u, 2.15 * u + 2.4 * cap)
