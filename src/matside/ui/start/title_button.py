"""The title of the chosen workout, which opens the list of workouts where that is not seen."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.drawing.icons import Icon, paint_icon
from matside.ui.drawing.lettering import BOLD
from matside.ui.drawing.painting import fill_rounded
from matside.ui.drawing.theme import Theme
from matside.ui.kit.controls import Control
from matside.ui.kit.labels import ASCENT, Label
from matside.ui.words.translation import translate

LEAST_TITLE = 0.55
"""How far the title shrinks before it is cut, as a share."""


class TitleButton(Control):
    """A large title; where it `opens` the list, a press does that, and a chevron says so."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, theme)
        self._label = Label(self, theme.text, BOLD, least=LEAST_TITLE)
        self._opens = False
        self.setCheckable(True)
        self.set_opens(opens=False)

    def show_title(self, title: str) -> None:
        """Show `title`."""
        self._label.setText(title)
        self._name()

    def set_opens(self, *, opens: bool) -> None:
        """Open the list when pressed, or be words alone."""
        self._opens = opens
        self.setEnabled(opens)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if opens else Qt.FocusPolicy.NoFocus)
        self._name()
        self.update()

    def place(self, x: float, baseline: float, width: float, cap: float, u: float) -> None:
        """Place the title between `x` and `x + width` on `baseline`, in capitals of `cap` px."""
        hang = 0.06 * cap  # its stems stand on the margin
        room = width - (self._chevron_room(cap) if self._opens else 0)
        words = min(self._label.width_at(cap) + 2, room)
        top = baseline - ASCENT * cap
        whole = words + (self._chevron_room(cap) if self._opens else 0)
        self.put(QRectF(x - hang - u, top, whole + u, (ASCENT + 0.45) * cap), u)
        self._label.put(u, baseline - self.y(), words, cap)

    def _chevron_room(self, cap: float) -> float:
        return 1.5 * cap

    def _name(self) -> None:
        words = translate("Start", "{title}, choose another workout")
        title = self._label.text()
        self.setAccessibleName(words.format(title=title) if self._opens else title)

    @override
    def nextCheckState(self) -> None:
        """Leave the check mark to the page, which knows whether the list is open."""

    @override
    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the chevron; the title is a label of its own."""
        if not self._opens:
            return
        if self.lit:
            fill_rounded(painter, rect, 1.25 * self.u, self.theme.surface2)
        side = 0.9 * self.height() / (ASCENT + 0.45)
        chevron = QRectF(0, 0, side, side)
        chevron.moveCenter(rect.center())
        chevron.moveRight(rect.right() - 0.25 * side)
        icon = Icon.FOLD if self.isChecked() else Icon.UNFOLD
        paint_icon(painter, icon, chevron, self.theme.mute)
