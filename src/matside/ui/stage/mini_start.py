"""The mini view before a session: the title and length of the workout that a press starts."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter

from matside.core.durations import clock
from matside.core.keymap import USUAL_KEYS, Act, Keymap
from matside.core.session.looks import Press
from matside.override import override
from matside.ui.drawing.lettering import BOLD, elided, fitting_cap
from matside.ui.drawing.marks import Box, Mark
from matside.ui.drawing.painting import Part
from matside.ui.drawing.theme import WORK, Theme
from matside.ui.keyboard.key_faces import face_of, word_of
from matside.ui.kit.rows import Gap, TextPiece, face_keycap, row
from matside.ui.stage.countdown import time_digits
from matside.ui.stage.layout.mini import DIGITS, GAP, LEAST_WORD, TOP_BASELINE, WORD, SmallFrame
from matside.ui.words import screen_words

LENGTH_BASELINE = 0.655

BUTTON_TOP, BUTTON_FOOT, BUTTON_BASELINE = 0.735, 0.945, 0.89
KEY = 0.13
"""The place of the button in shares of the unit, and the height of the key on it."""


class MiniStart(Part):
    """Shows what a press starts, and signals presses."""

    pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = ""
        self._seconds = 0
        self._keymap = USUAL_KEYS

    def show_choice(self, title: str, seconds: int) -> None:
        """Show the workout `title`, which takes `seconds`."""
        self._title, self._seconds = title, seconds
        self._tell()

    def show_keys(self, keymap: Keymap) -> None:
        """Show the key of `keymap` that starts."""
        self._keymap = keymap
        self._tell()

    def _tell(self) -> None:
        key = word_of(self._keymap, Act.PRESS)
        self.setAccessibleName(self._title)
        does = f"{key}: {screen_words.press_words(Press.START)}"
        self.setAccessibleDescription(f"{clock(self._seconds)}. {does}")
        self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    @override
    def paint(self, painter: QPainter) -> None:
        frame = SmallFrame(self.width(), self.height())
        for mark in start_marks(self._title, self._seconds, self._keymap, frame, self._theme):
            mark.paint(painter)


def start_marks(
    title: str, seconds: int, keymap: Keymap, frame: SmallFrame, theme: Theme
) -> tuple[Mark, ...]:
    """Return what is painted in a window of `frame` for the workout `title` of `seconds`."""
    unit = frame.unit
    cap = fitting_cap(title, frame.room, WORD * unit, BOLD)
    cap = max(cap, LEAST_WORD * unit)
    named = TextPiece(elided(title, frame.room, cap, BOLD), cap, theme.text, BOLD)
    length = time_digits(seconds, width=frame.room, cap=DIGITS * unit, least=0.0)
    said = TextPiece(length.text, length.cap, theme.text, BOLD, tabular=True)
    return (
        # With fractional scale factors the edges of a px are soft.
        Box(QRectF(0, 0, frame.width + 1, frame.height + 1), theme.ground),
        *named.at(frame.left, frame.at(TOP_BASELINE)),
        *said.at(frame.left - length.hang, frame.at(LENGTH_BASELINE)),
        *_button(keymap, frame, theme),
    )


def _button(keymap: Keymap, frame: SmallFrame, theme: Theme) -> Iterator[Mark]:
    """Give the button that starts: the key, and what it does."""
    unit, top = frame.unit, frame.at(BUTTON_TOP)
    yield Box(QRectF(frame.left, top, frame.room, frame.at(BUTTON_FOOT) - top), WORK, 0.05 * unit)
    cap = WORD * unit
    key = face_keycap(face_of(keymap, Act.PRESS), KEY * unit, cap, theme.plate, theme.plate_text)
    does = TextPiece(screen_words.press_words(Press.START), cap, theme.ink, BOLD)
    line = row(key, Gap(GAP * unit), does)
    yield from line.centred(frame.width / 2, frame.at(BUTTON_BASELINE))
