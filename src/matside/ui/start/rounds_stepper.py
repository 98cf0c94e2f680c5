"""The choice of rounds: three numbers, each with the length of the workout."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from matside.core.durations import clock
from matside.core.settings import ROUNDS
from matside.core.workout.model import Workout
from matside.override import override
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.lettering import BOLD, MEDIUM, SEMIBOLD, wrapped
from matside.ui.drawing.painting import Ink, fill_rounded, outline, paint_word, pixels
from matside.ui.drawing.theme import Theme
from matside.ui.kit.controls import Control, IconButton, Option
from matside.ui.words.start_words import as_written, rounds_words
from matside.ui.words.translation import translate

TILES = 3

GAP = 0.75
"""The gap between two tiles, in units."""


def rounds_on_tiles(workout: Workout, rounds: int | None) -> tuple[int | None, ...]:
    """Return the numbers on the tiles: the chosen one between its neighbours.

    `rounds` is the athlete's choice, None for what the file says. Where the file's differ, None
    is offered too: between their least and most until a number is chosen, then before the three.
    A workout without a superset or circuit offers nothing.
    """
    written = {block.rounds for block in workout.blocks if block.takes_chosen_rounds}
    if not written:
        return ()
    if len(written) == 1:
        return _around(rounds or written.pop())
    if rounds is None:
        return (min(written), None, max(written))
    return (None, *_around(rounds))


def _around(rounds: int) -> tuple[int, ...]:
    first = min(max(rounds - 1, ROUNDS.low), ROUNDS.high - TILES + 1)
    return tuple(range(first, first + TILES))


PAD = 0.4
"""The padding at both sides of a tile, in units."""


class RoundsTile(Option):
    """A number of rounds, or the file's own, with the resulting length of the workout."""

    ring_apart = True

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent, theme)
        self.rounds: int | None = None
        self._seconds: int | None = None
        self.cap = 11.0

    def show_rounds(self, rounds: int | None, seconds: int | None, *, chosen: bool) -> None:
        """Show `rounds`, None for as written, and the whole `seconds` where they are known."""
        self.rounds, self._seconds = rounds, seconds
        self.setChecked(chosen)
        words = as_written() if rounds is None else rounds_words(rounds)
        self.setAccessibleName(words if seconds is None else f"{words}, {clock(seconds)}")
        self.update()

    def width_needed(self, u: float, cap: float) -> float:
        """Return the width in px at which its time fits in full, with capitals of `cap` px."""
        time = "" if self._seconds is None else clock(self._seconds)
        return Ink(cap, self.theme.text, SEMIBOLD).width(time) + 2 * PAD * u + 3

    @override
    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the number above its time, dark on light where it is chosen."""
        ground = self.theme.surface2 if self.lit else self.theme.surface
        text, mute = self.theme.text, self.theme.mute
        if not self.isEnabled():
            text = mute = self.theme.future
        if self.isChecked():
            ground, text, mute = self.theme.key, self.theme.key_text, self.theme.key_text
        fill_rounded(painter, rect, 1.75 * self.u, ground)
        if not self.isChecked():
            outline(painter, rect, 1.75 * self.u, self.theme.edge, max(1.0, self.u / 8))
        inner = rect.adjusted(PAD * self.u, 0.1 * rect.height(), -PAD * self.u, 0)
        upper, lower = QRectF(inner), QRectF(inner)
        upper.setHeight(0.55 * rect.height())
        lower.setTop(rect.y() + 0.62 * rect.height())
        lower.setHeight(rect.height() / 4)
        middle = Qt.AlignmentFlag.AlignHCenter
        if self.rounds is None:
            self._paint_as_written(painter, upper, Ink(self.cap, text, SEMIBOLD))
        else:
            number = Ink(0.28 * rect.height(), text, BOLD)
            # Not the bare digit, which is on the key of a block.
            paint_word(painter, upper, f"{self.rounds}×", number, middle)
        if self._seconds is not None:
            weight = SEMIBOLD if self.isChecked() else MEDIUM
            time = Ink(self.cap, mute, weight)
            paint_word(painter, lower, clock(self._seconds), time, middle, least=0)

    @staticmethod
    def _paint_as_written(painter: QPainter, rect: QRectF, ink: Ink) -> None:
        lines = wrapped(as_written(), rect.width(), ink.cap, ink.weight, lines=2)
        pitch = 1.7 * ink.cap
        top = rect.center().y() - len(lines) * pitch / 2
        for place, line in enumerate(lines):
            row = QRectF(rect.x(), top + place * pitch, rect.width(), pitch)
            paint_word(painter, row, line, ink, Qt.AlignmentFlag.AlignHCenter)


class RoundsStepper(QWidget):
    """Tiles of which one is chosen: a number between its neighbours, or what is written.

    `arrows` are the keys that step to the one before and after it; they stand beside the heading.
    """

    selected = Signal(int)
    as_written_selected = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Start", "Rounds"))
        self._tiles = tuple(RoundsTile(self, theme) for _ in range(TILES + 1))
        self._offered: tuple[int | None, ...] = ()
        self._chosen: int | None = None
        self.arrows = (
            IconButton(parent, theme, Icon.LEFT, translate("Start", "Fewer rounds")),
            IconButton(parent, theme, Icon.RIGHT, translate("Start", "More rounds")),
        )
        for arrow, by in zip(self.arrows, (-1, 1), strict=True):
            arrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            arrow.clicked.connect(partial(self.step, by))
        for tile in self._tiles:
            tile.clicked.connect(lambda _checked, tile=tile: self._select(tile.rounds))

    def show_choice(
        self, workout: Workout, rounds: int | None, totals: Mapping[int, int], total: int
    ) -> None:
        """Show the choice `rounds` of `workout`; `total` is its current length in seconds.

        Rounds missing from `totals` would exceed the limit of a plan, and cannot be chosen.
        """
        self._offered = rounds_on_tiles(workout, rounds)
        self._chosen = workout.rounds_as_written if rounds is None else rounds
        self.set_shown(shown=bool(self._offered))
        for tile in self._tiles[len(self._offered) :]:
            tile.hide()
        for tile, offered in zip(self._tiles, self._offered, strict=False):
            tile.show()
            chosen = offered == self._chosen
            seconds = total if chosen else None if offered is None else totals.get(offered)
            tile.show_rounds(offered, seconds, chosen=chosen)
            tile.setEnabled(offered is None or seconds is not None)

    def set_shown(self, *, shown: bool) -> None:
        """Show or hide the tiles with their keys."""
        for part in (self, *self.arrows):
            part.setVisible(shown)

    def width_needed(self, u: float, cap: float) -> float:
        """Return the width in px at which the times are whole with capitals of `cap` px."""
        count = max(1, len(self._offered))
        times = max(tile.width_needed(u, cap) for tile in self._tiles[:count])
        return count * times + (count - 1) * GAP * u

    def put_arrows(self, rect: QRectF, u: float) -> None:
        """Place the keys side by side, from the left of `rect` on and as high as it."""
        side = rect.height()
        for place, arrow in enumerate(self.arrows):
            arrow.put(QRectF(rect.x() + place * 1.2 * side, rect.y(), side, side), u)

    def put(self, rect: QRectF, u: float, cap: float) -> None:
        """Place the tiles on `rect`; `cap` is the height of the capitals of their times in px."""
        self.setGeometry(pixels(rect))
        count = max(1, len(self._offered))
        width = (rect.width() - (count - 1) * GAP * u) / count
        for place, tile in enumerate(self._tiles[:count]):
            tile.cap = cap
            tile.put(QRectF(place * (width + GAP * u), 0, width, rect.height()), u)

    @property
    def controls(self) -> tuple[Control, ...]:
        """The tiles from left to right."""
        return self._tiles

    def step(self, by: int) -> None:
        """Request `by` more rounds, if that is within the range."""
        beside = self._beside(by)
        if beside is not None:
            self.selected.emit(beside)

    def _select(self, rounds: int | None) -> None:
        if rounds is None:
            self.as_written_selected.emit()
        else:
            self.selected.emit(rounds)

    def _beside(self, by: int) -> int | None:
        """Return the number `by` beside the choice; beside as written, an end of the file's."""
        if not self._offered:
            return None
        if self._chosen is None:
            return self._offered[0 if by < 0 else -1]
        beside = self._chosen + by
        return beside if ROUNDS.holds(beside) else None
