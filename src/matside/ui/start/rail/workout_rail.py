"""The rail at the left of the start page: the workouts, and buttons for the other pages."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from matside.core.keymap import USUAL_KEYS, Act
from matside.override import override
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.lettering import BOLD
from matside.ui.drawing.painting import Part, fill_rounded, pixels
from matside.ui.drawing.theme import WORK, Theme
from matside.ui.keyboard.key_faces import word_of
from matside.ui.kit.controls import Control
from matside.ui.kit.labels import Label
from matside.ui.start.rail.rail_button import RailButton
from matside.ui.words.translation import translate

INSET = 1.5
"""The margin beside workouts and buttons, in units."""

SLIM, WIDE = 9.9, 0.22
"""The width of the slim rail in units, and of the wide one as a share of the window's."""


class WorkoutRail(Part):
    """The Matside logo and the buttons for other pages, with room for the workouts between them.

    The slim rail has icons only, and no room.
    """

    sound_pressed = Signal()
    history_pressed = Signal()
    settings_pressed = Signal()
    keys_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._slim = False
        self._mark = QRectF()
        self._name = Label(self, theme.text, BOLD)
        self._name.setText("Matside")
        self._make_buttons()

    def _make_buttons(self) -> None:
        self._sound = RailButton(self, self._theme, Icon.SOUND, "", "")
        self._history = RailButton(
            self,
            self._theme,
            Icon.HISTORY,
            translate("Start", "History"),
            word_of(USUAL_KEYS, Act.HISTORY),
        )
        self._settings = RailButton(
            self,
            self._theme,
            Icon.SETTINGS,
            translate("Start", "Settings"),
            word_of(USUAL_KEYS, Act.SETTINGS),
        )
        self._keys = RailButton(self, self._theme, Icon.KEYS, translate("Start", "Keys"), "?")
        self._sound.clicked.connect(self.sound_pressed)
        self._history.clicked.connect(self.history_pressed)
        self._settings.clicked.connect(self.settings_pressed)
        self._keys.clicked.connect(self.keys_pressed)

    def show_keys(self, history: str, settings: str, keys: str) -> None:
        """Show the keys that open the history, the settings, and the page of all keys."""
        self._history.show_key(history)
        self._settings.show_key(settings)
        self._keys.show_key(keys)

    def show_volume(self, volume: int, *, muted: bool) -> None:
        """Show the `volume` of the go sound, in percent, or that it is `muted`."""
        if muted:
            words = translate("Start", "Sound is off")
            self._sound.show_state(Icon.MUTED, words, "")
        else:
            words = translate("Start", "Test sound")
            percent = translate("Start", "{volume} %").format(volume=volume)
            self._sound.show_state(Icon.SOUND, words, percent)

    def put(
        self, width: float, height: float, u: float, caps: tuple[float, float], *, slim: bool
    ) -> QRectF:
        """Place the rail at the left of a page of this size; return the room for its workouts.

        `caps` are the heights of capitals of words and of what is smaller, in px.
        """
        self._u, self._slim = u, slim
        for button in self.buttons:
            button.u, button.slim = u, slim
            button.cap, button.small = caps
        needed = max(button.width_needed for button in self.buttons) + 2 * INSET * u
        across = max(needed, SLIM * u) if slim else max(needed, WIDE * width, 19 * u)
        self.setGeometry(pixels(QRectF(0, 0, across, height)))
        top = self._place_mark(across)
        bottom = self._place_buttons(across, height)
        return QRectF(INSET * u, top, across - 2 * INSET * u, bottom - top)

    @property
    def buttons(self) -> tuple[RailButton, ...]:
        """The buttons from top to bottom."""
        return (self._sound, self._history, self._settings, self._keys)

    @property
    def controls(self) -> tuple[Control, ...]:
        """Everything that can be pressed, from top to bottom."""
        return self.buttons

    def _place_mark(self, width: float) -> float:
        """Place mark and name; return where the workouts may begin, in px."""
        u, side = self._u, (4.5 if self._slim else 3.75) * self._u
        left = (width - side) / 2 if self._slim else 3.75 * u
        self._mark = QRectF(left, 3.0 * u if self._slim else 3.3 * u, side, side)
        self._name.setVisible(not self._slim)
        cap = 2.0 * u
        baseline = self._mark.center().y() + cap / 2
        begin = self._mark.right() + 1.5 * u
        self._name.put(begin, baseline, width - begin - u, cap)
        return self._mark.bottom() + 3 * u

    def _place_buttons(self, width: float, height: float) -> float:
        """Place the buttons at the foot; return where they begin, in px."""
        inset = 0.5 * self._u if self._slim else INSET * self._u
        y = height - 1.75 * self._u
        for button in reversed(self.buttons):
            y -= button.height_needed
            rect = QRectF(inset, y, width - 2 * inset, button.height_needed)
            button.put(rect, self._u)
        return y - 1.5 * self._u

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the strip behind the rail and the mark of Matside."""
        painter.setBackground(self._theme.strip)
        painter.eraseRect(self.rect())
        edge = max(1, round(self._u / 8))
        painter.setBackground(self._theme.edge)
        painter.eraseRect(self.width() - edge, 0, edge, self.height())
        mark, side = self._mark, self._mark.width()
        fill_rounded(painter, mark, side / 4, WORK)
        for x, y, width in ((0.22, 0.27, 0.28), (0.22, 0.55, 0.56)):
            bar = QRectF(mark.x() + x * side, mark.y() + y * side, width * side, 0.17 * side)
            fill_rounded(painter, bar, bar.height() / 2, self._theme.ink)
