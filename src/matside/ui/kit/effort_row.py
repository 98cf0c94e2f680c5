"""How hard it was: five keys in a row, of which none has to be pressed."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.drawing.lettering import SEMIBOLD
from matside.ui.drawing.painting import Ink, paint_keycap
from matside.ui.drawing.theme import Theme
from matside.ui.kit.controls import Option
from matside.ui.kit.labels import Label
from matside.ui.words.outcome_words import effort_title, effort_words

MOST = 5
"""The hardest."""

KEY, GAP, BETWEEN = 1.9, 0.45, 0.8
"""The width of a key, the gap to the next and that to words, in heights of capitals."""

SMALL = 0.6
"""How small the row becomes, as a share, before words are left out."""


_ALL = 2
"""How much is said with all words: the question, and what both ends mean."""


class EffortKey(Option):
    """One of the keys; the chosen one is bright."""

    def __init__(self, parent: QWidget, theme: Theme, effort: int) -> None:
        super().__init__(parent, theme)
        self.effort = effort
        self.cap = 12.0
        self.setText(str(effort))
        self.setAccessibleName(f"{effort_title()} {effort} {effort_words(effort)}".rstrip())

    @override
    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the key."""
        theme, chosen = self.theme, self.isChecked()
        ground = theme.key if chosen else theme.line if self.lit else theme.surface2
        ink = Ink(0.82 * self.cap, theme.key_text if chosen else theme.text, SEMIBOLD)
        paint_keycap(painter, rect, self.text(), ink, ground)


class EffortRow:
    """The question with its keys, and words at both ends where there is room for them."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        self._key = KEY
        self.keys = tuple(EffortKey(parent, theme, number) for number in range(1, MOST + 1))
        self._title = Label(parent, theme.text, SEMIBOLD)
        self._title.setText(effort_title())
        self._easy, self._hard = (Label(parent, theme.mute) for _ in range(2))
        self._easy.setText(effort_words(1))
        self._hard.setText(effort_words(MOST))

    def show_effort(self, effort: int | None) -> None:
        """Mark the key of `effort`, none for None."""
        for key in self.keys:
            key.setChecked(key.effort == effort)

    def least_told(self, cap: float) -> float:
        """Return the width in px at which all words have room, as small as may be."""
        return self._width(SMALL * cap, _ALL)

    def put(self, rect: QRectF, cap: float, u: float, key: float = KEY) -> None:
        """Place it at the left of `rect`: with all words, smaller, or with less and less of them.

        Keys are `key` heights of capitals wide.
        """
        self._key = key
        shares = [max(0.0, rect.width()) / self._width(cap, said) for said in range(_ALL + 1)]
        said = next((said for said in (_ALL, 1) if shares[said] >= SMALL), 0)
        cap *= min(1.0, shares[said])
        size = self._key * cap
        x = rect.x()
        baseline = rect.center().y() + cap / 2
        x = self._put_label(self._title, x, baseline, cap, shown=said > 0)
        x = self._put_label(self._easy, x, baseline, cap, shown=said > 1)
        for each in self.keys:
            each.cap = cap * self._key / KEY
            each.put(QRectF(x, rect.center().y() - size / 2, size, size), u)
            x += size + GAP * cap
        x += (BETWEEN - GAP) * cap
        self._put_label(self._hard, x, baseline, cap, shown=said > 1)

    def _width(self, cap: float, said: int) -> float:
        """Return the width with no words, with the question, or with the words at both ends."""
        labels = ((), (self._title,), (self._title, self._easy, self._hard))[said]
        words = sum(label.width_at(cap) + BETWEEN * cap for label in labels)
        return (MOST * self._key + (MOST - 1) * GAP) * cap + words

    def _put_label(
        self, label: Label, x: float, baseline: float, cap: float, *, shown: bool
    ) -> float:
        label.setVisible(shown)
        if not shown:
            return x
        width = label.width_at(cap)
        label.put(x, baseline, width + 1, cap)
        return x + width + BETWEEN * cap
