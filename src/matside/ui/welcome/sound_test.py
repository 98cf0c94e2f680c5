"""The large button of the welcome that lets a chime be heard."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.drawing.icons import Icon, paint_icon
from matside.ui.drawing.lettering import BOLD, SEMIBOLD
from matside.ui.drawing.painting import Ink, fill_rounded, outline, paint_word
from matside.ui.drawing.theme import Theme
from matside.ui.kit.controls import Control
from matside.ui.words.translation import translate

LARGE, HIGH = 1.7, 6.2
"""The capitals of its words, and its height, in heights of those below them."""


class SoundTest(Control):
    """A plate with a loudspeaker, what a press does, and what to mind."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent, theme)
        self.cap = 12.0
        self._muted = False
        self._below = ""
        self.show_volume(0, muted=False)

    def show_volume(self, volume: int, *, muted: bool) -> None:
        """Show the `volume` in percent, or that all sound is off."""
        self._muted = muted
        words = translate("Welcome", "Test the sound")
        self.setText(translate("Welcome", "Sound is off: M turns it on") if muted else words)
        pattern = translate("Welcome", "{volume} %: loud enough on the mat?")
        self._below = pattern.format(volume=volume)
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self._below)
        self.update()

    def height_needed(self, u: float, cap: float) -> float:
        """Return the height in px with capitals of `cap` px."""
        return 2 * u + HIGH * cap

    @override
    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the plate, the loudspeaker and the words."""
        bright = self.lit or self.isDown()
        fill_rounded(painter, rect, 2 * self.u, self.theme.line if bright else self.theme.surface2)
        outline(painter, rect, 2 * self.u, self.theme.mute, max(1.0, self.u / 5))
        side = min(4.4 * self.cap, 0.7 * rect.height())
        icon = QRectF(rect.x() + 2.5 * self.u, rect.center().y() - side / 2, side, side)
        paint_icon(painter, Icon.MUTED if self._muted else Icon.SOUND, icon, self.theme.text)
        words = QRectF(icon.right() + 2 * self.u, 0, 0, LARGE * self.cap)
        words.setRight(rect.right() - 2 * self.u)
        words.moveTop(rect.center().y() - (LARGE + 0.35) * self.cap)
        paint_word(
            painter, words, self.text(), Ink(LARGE * self.cap, self.theme.text, BOLD), least=0
        )
        below = QRectF(words.x(), rect.center().y() + 0.75 * self.cap, words.width(), self.cap)
        ink = Ink(self.cap, self.theme.text, SEMIBOLD)
        paint_word(painter, below, self._below, ink, least=0)
