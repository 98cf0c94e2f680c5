"""A page: a screen whose every size is a share of its window."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFocusEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.drawing.painting import Painted
from matside.ui.drawing.theme import Theme

NARROW = 1.5
"""The width in spans below which a page is narrow: its margins and words are smaller."""

LEAST_CAP = 10.0
"""The minimum height of capitals at arm's length, in px."""


class Page(Painted):
    """A screen on the theme's ground; its parts are placed by `arrange`.

    Sizes are shares of `span`, min(height, 3/4 width): `cap` in percent of it, `u` a 96th.
    A tall page that can use more than 3/4 of its width sets `tall_span`.
    """

    tall_span = 0.75

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._home: QWidget | None = None

    @property
    def span(self) -> float:
        """The length in px of which all sizes are shares."""
        if self.tall:
            return min(0.8 * self.height(), self.tall_span * self.width())
        return min(self.height(), 0.75 * self.width())

    @property
    def u(self) -> float:
        """The unit of spacing in px."""
        return self.span / 96

    def cap(self, percent: float) -> float:
        """Return the height of capitals in px that is `percent` of the span."""
        return max(LEAST_CAP, self.span * percent / 100)

    @property
    def narrow(self) -> bool:
        """Whether the page is narrow."""
        return self.width() < NARROW * self.span

    @property
    def tall(self) -> bool:
        """Whether the page is higher than wide: its parts are stacked, not side by side."""
        return self.width() < self.height()

    @property
    def margin(self) -> float:
        """The margin at the left and right, in px."""
        return (3 if self.narrow else 5) * self.u

    def set_home(self, control: QWidget) -> None:
        """Pass the focus on to `control` when the page gets it.

        A focus proxy would do so too, but would also disturb the order of Tab.
        """
        self._home = control

    @property
    def home(self) -> QWidget:
        """The control that gets the focus first, else the page itself."""
        if self._home is not None and self._home.isEnabled():
            return self._home
        return self

    def main_control_has_focus(self) -> bool:
        """Return whether Space and Enter mean what the page is for; so they do without it."""
        return True

    def arrange(self) -> None:
        """Place every part according to the current size."""
        raise NotImplementedError

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus on."""
        if self.home is not self:
            self.home.setFocus(event.reason())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        self.arrange()

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the ground."""
        painter.setBackground(self.theme.ground)
        # A px more on every side: with fractional scale factors edges are antialiased.
        painter.eraseRect(self.rect().adjusted(-1, -1, 1, 1))


def columns(room: QRectF, shares: Sequence[float], gap: float) -> tuple[QRectF, ...]:
    """Divide `room` into columns of these `shares` of its width, with the share `gap` between."""
    cut: list[QRectF] = []
    x = room.x()
    for share in shares:
        cut.append(QRectF(x, room.y(), share * room.width(), room.height()))
        x += (share + gap) * room.width()
    return tuple(cut)


def fair_columns(
    room: QRectF, shares: Sequence[float], least: Sequence[float], gap: float
) -> tuple[QRectF, ...]:
    """Divide `room` into columns `gap` px apart, by `shares`, each at least its `least` px wide.

    If there is too little room, all columns shrink alike.
    """
    width = room.width() - gap * (len(shares) - 1)
    widths = [max(width, 0.0) * each / max(sum(least), 1.0) for each in least]
    if sum(least) < width:
        widths = _fair(width, shares, least)
    cut: list[QRectF] = []
    x = room.x()
    for each in widths:
        cut.append(QRectF(x, room.y(), each, room.height()))
        x += each + gap
    return tuple(cut)


def _fair(width: float, shares: Sequence[float], least: Sequence[float]) -> list[float]:
    """Return `width` divided by `shares`; columns that need more than their share come first."""
    needy: set[int] = set()
    while True:
        others = sum(share for place, share in enumerate(shares) if place not in needy)
        spare = width - sum(least[place] for place in needy)
        found = {
            place
            for place, share in enumerate(shares)
            if place not in needy and share / others * spare < least[place]
        }
        if not found:
            return [
                least[place] if place in needy else share / others * spare
                for place, share in enumerate(shares)
            ]
        needy |= found
