"""The white bar of the welcome: what the space bar means in each situation."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from matside.core.session.looks import Press
from matside.override import override
from matside.ui.drawing.lettering import BOLD
from matside.ui.drawing.painting import Part, fill_rounded, pixels
from matside.ui.drawing.theme import Theme
from matside.ui.kit.labels import PITCH, Label
from matside.ui.kit.page import columns
from matside.ui.words.screen_words import press_words, space_key
from matside.ui.words.translation import translate

WIDE = 118.0
"""The width from which all meanings stand in one line, in units."""

NAME, DOES = 2.5, 1.6
"""The capitals of the key and of what it does, in heights of those of a situation."""

LINE = 5.2
"""The height of a situation with what the key does in it, in heights of capitals."""


class SpaceBar(Part):
    """The name of the key at the left, and beside it each situation with what it does there."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(theme, parent)
        self._name = Label(self, theme.key_text, BOLD)
        self._name.setText(space_key())
        self._meanings = tuple(self._meaning(*words) for words in _meanings())
        self._note = Label(self, theme.key_text, lines=3)
        self._note.setText(
            translate(
                "Welcome",
                "Holds and rests end by themselves. The screen always says what SPACE does.",
            )
        )

    def put(self, rect: QRectF, u: float, cap: float) -> None:
        """Place the bar on `rect`, with capitals of `cap` px."""
        self._u = u
        self.setGeometry(pixels(rect))
        name = NAME * cap
        left, width = self._left(u, cap), self._name.width_at(name) + 1
        lines = self._lines(rect.width(), u)
        top = (self.height() - self._words_height(rect.width(), u, cap)) / 2
        self._name.put(3.2 * u, self.height() / 2 + name / 2, width, name)
        row = QRectF(left, top, self.width() - 2 * u - left, LINE * cap)
        for place, cells in enumerate(self._in_lines(lines)):
            self._put_line(row.translated(0, place * LINE * cap), cells, cap)
        self._note.put(left, top + (LINE * lines + 2.1) * cap, row.width(), cap)
        self.update()

    def height_needed(self, width: float, u: float, cap: float) -> float:
        """Return the height in px that all words need on `width` px."""
        return 5 * u + self._words_height(width, u, cap)

    def fits(self, width: float, u: float, cap: float) -> bool:
        """Return whether all situations stand whole on `width` px, with capitals of `cap` px."""
        each = max(
            max(moment.width_at(cap), does.width_at(DOES * cap)) for moment, does in self._meanings
        )
        row = width - self._left(u, cap) - 2 * u
        return (each + cap) * len(self._meanings) / self._lines(width, u) <= row

    def _words_height(self, width: float, u: float, cap: float) -> float:
        beside = width - self._left(u, cap) - 2 * u
        note = 2.4 + PITCH * (len(self._note.lines_in(beside, cap)) - 1)
        return (LINE * self._lines(width, u) + note) * cap

    def _left(self, u: float, cap: float) -> float:
        """Return where the situations begin, right of the name of the key."""
        return self._name.width_at(NAME * cap) + 7.5 * u

    def _meaning(self, when: str, does: str) -> tuple[Label, Label]:
        moment = Label(self, self._theme.key_text, least=0.6)
        moment.setText(when)
        press = Label(self, self._theme.key_text, BOLD, least=0.6)
        press.setText(does)
        return moment, press

    def _lines(self, width: float, u: float) -> int:
        return 1 if width >= WIDE * u else 2

    def _in_lines(self, lines: int) -> Sequence[Sequence[tuple[Label, Label]]]:
        each = len(self._meanings) // lines
        return [self._meanings[line * each : (line + 1) * each] for line in range(lines)]

    def _put_line(self, row: QRectF, cells: Sequence[tuple[Label, Label]], cap: float) -> None:
        share = 1 / len(cells)
        for cell, (moment, does) in zip(
            columns(row, (share,) * len(cells), 0), cells, strict=True
        ):
            width = cell.width() - cap
            moment.put(cell.x(), cell.y() + 1.2 * cap, width, cap)
            does.put(cell.x(), cell.y() + (2.2 + DOES) * cap, width, DOES * cap)

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the bar."""
        fill_rounded(painter, QRectF(self.rect()), 2.5 * self._u, self._theme.key)


def _meanings() -> tuple[tuple[str, str], ...]:
    """Return the situations in which Space is pressed, each with its effect."""
    return (
        (translate("Welcome", "In a counted set"), press_words(Press.SET_DONE)),
        (translate("Welcome", "In a hold"), press_words(Press.PAUSE)),
        (translate("Welcome", "In a rest"), press_words(Press.START_NOW)),
        (translate("Welcome", "Paused"), press_words(Press.RESUME)),
    )
