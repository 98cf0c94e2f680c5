"""The keys page: what every key does, on one page."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from matside.core.keys import USUAL_KEYS, Act, Keymap
from matside.override import override
from matside.ui.key_faces import word_of
from matside.ui.key_list import KeyWords, face_width, paint_face, spoken
from matside.ui.key_meanings import keys, other_words
from matside.ui.labels import Label
from matside.ui.lettering import BOLD, SEMIBOLD, elided, fitting_cap, wrapped
from matside.ui.page import LEAST_CAP, Page
from matside.ui.page_button import PageButton
from matside.ui.painting import Ink, fill_rounded, paint_word
from matside.ui.theme import Theme
from matside.ui.words import escape_key

COLUMNS, TALL_COLUMNS = 3, 2

PITCH = 1.7
"""From line to line of what stands below a key's words, in heights of capitals."""


class KeysPage(Page):
    """Space with all it means, and the other keys in columns; Esc and ? close the page."""

    tall_span = 0.9

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._title = Label(self, theme.text, BOLD)
        self._title.setText(QCoreApplication.translate("Keys", "Keys"))
        self.setAccessibleName(self._title.text())
        self._note = Label(self, theme.mute, least=0.7)
        self._note.setText(
            QCoreApplication.translate("Keys", "Workout is paused while this is open")
        )
        self._back = PageButton(
            self, theme, escape_key(), QCoreApplication.translate("Keys", "Close")
        )
        self._back.clicked.connect(self.closed)
        self._bar = QRectF()
        self._plates: tuple[QRectF, ...] = ()
        self.set_home(self._back)
        self.show_in_session(in_session=False)
        self.show_keys(USUAL_KEYS)

    def show_keys(self, keymap: Keymap) -> None:
        """Show the keys of `keymap`."""
        self._press, self._same = word_of(keymap, Act.PRESS), _same_as_press(keymap)
        self._keys = keys(keymap)
        self.setAccessibleDescription(
            "\n".join((f"{self._press}: {_meanings()}", *map(spoken, self._keys)))
        )
        self.arrange()
        self.update()

    def show_in_session(self, in_session: bool) -> None:  # noqa: FBT001 - a setter of Qt's kind
        """Say that the workout is paused where one is under way."""
        self._note.setVisible(in_session)

    @override
    def arrange(self) -> None:
        """Place title and way back, the bar of Space, and below it the other keys."""
        u = self.u
        room = QRectF(self.margin, 0, self.width() - 2 * self.margin, self.height())
        title = self.cap(6)
        words = self._title.width_at(title) + 1
        self._title.put(room.x() - 0.04 * title, 11.25 * u, words, title)
        self._back.cap, self._back.u = self.cap(2.9), u
        width = self._back.width_needed
        self._back.put(QRectF(room.right() - width + u, 5.6 * u, width, 7.5 * u), u)
        left = room.x() + words + 4 * u
        self._note.put(left, 11.25 * u, room.right() - width - u - left, self.cap(2.4))
        self._bar = QRectF(room.x(), 17 * u, room.width(), 18 * u)
        room.setTop(38.5 * u)
        room.setBottom(self.height() - 4.5 * u)
        self._plates = self._cut(room)

    @property
    def shown(self) -> tuple[str, ...]:
        """What is painted of Space and the keys, cut where it must be."""
        meanings, same = self._said_in_bar()
        plates = zip(self._plates, self._keys, strict=True)
        said = (self._said(plate, key) for plate, key in plates)
        return (*meanings, *same, *(line for lines in said for line in lines))

    def _cut(self, room: QRectF) -> tuple[QRectF, ...]:
        columns = TALL_COLUMNS if self.tall else COLUMNS
        rows = -(-len(self._keys) // columns)
        gap = (1.5 if rows > 4 else 2) * self.u
        width = (room.width() - (columns - 1) * gap) / columns
        height = (room.height() - (rows - 1) * gap) / rows
        return tuple(
            QRectF(
                room.x() + (place // rows) * (width + gap),
                room.y() + (place % rows) * (height + gap),
                width,
                height,
            )
            for place in range(len(self._keys))
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the bar of Space and the plates of the keys."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bar(painter, self._bar)
        for plate, key in zip(self._plates, self._keys, strict=False):
            self._paint_key(painter, plate, key)
        painter.end()

    def _paint_bar(self, painter: QPainter, rect: QRectF) -> None:
        u, theme = self.u, self.theme
        fill_rounded(painter, rect, 2.5 * u, theme.key)
        large = self._space
        name = QRectF(rect.x() + 4 * u, rect.y(), large.width(self._press) + 1, rect.height())
        paint_word(painter, name, self._press, large)
        meanings, same = self._said_in_bar()
        small = Ink(self.cap(2.0), theme.key_text)
        inks = [*(self._bar_ink for _ in meanings), *(small for _ in same)]
        self._paint_lines(painter, self._beside_space, (*meanings, *same), inks)

    @property
    def _space(self) -> Ink:
        return Ink(self.cap(4.4 if self.narrow else 5.2), self.theme.key_text, BOLD)

    @property
    def _beside_space(self) -> QRectF:
        """The room for what Space means, right of its name."""
        bar, u = self._bar, self.u
        left = 0.225 * bar.width()
        if self.narrow:
            left = 7 * u + self._space.width(self._press)
        return bar.adjusted(left, 0, -2 * u, 0)

    @property
    def _bar_ink(self) -> Ink:
        """How the meanings of Space are written."""
        return Ink(self.cap(2.6 if self.narrow else 2.9), self.theme.key_text, SEMIBOLD)

    def _said_in_bar(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the lines of what Space means, and those of what does the same."""
        width, ink = self._beside_space.width(), self._bar_ink
        meanings = wrapped(_meanings(), width, ink.cap, ink.weight, lines=2)
        return meanings, wrapped(self._same, width, self.cap(2.0), lines=2)

    def _paint_key(self, painter: QPainter, plate: QRectF, key: KeyWords) -> None:
        fill_rounded(painter, plate, 1.75 * self.u, self.theme.surface)
        for face, keycap in zip(key.keys, self._keycaps(plate, key), strict=True):
            paint_face(painter, keycap, face, self._face_cap(key), self.theme)
        lines = self._said(plate, key)
        more = Ink(self.cap(1.5), self.theme.mute)
        inks = [Ink(self._name_cap(plate, key), self.theme.text), *(more for _ in lines[1:])]
        self._paint_lines(painter, self._words_rect(plate, key), lines, inks)

    def _face_cap(self, key: KeyWords) -> float:
        return self.cap(2.4 if len(key.keys) == 1 else 1.9)

    def _keycaps(self, plate: QRectF, key: KeyWords) -> tuple[QRectF, ...]:
        u, cap = self.u, self._face_cap(key)
        height, x = min(7 * u, plate.height() - 2.4 * u), plate.x() + 1.5 * u
        found: list[QRectF] = []
        for face in key.keys:
            least = height if self.narrow or len(key.keys) > 1 else 10 * u
            width = max(least, face_width(face, cap, height))
            found.append(QRectF(x, plate.center().y() - height / 2, width, height))
            x = found[-1].right() + 0.8 * u
        return tuple(found)

    def _words_rect(self, plate: QRectF, key: KeyWords) -> QRectF:
        left = self._keycaps(plate, key)[-1].right() + 2.2 * self.u
        return QRectF(left, plate.y(), plate.right() - self.u - left, plate.height())

    def _name_cap(self, plate: QRectF, key: KeyWords) -> float:
        width = self._words_rect(plate, key).width()
        return max(LEAST_CAP, fitting_cap(key.words, width, self.cap(2.6)))

    def _said(self, plate: QRectF, key: KeyWords) -> tuple[str, ...]:
        """Return what `key` does as it fits on `plate`, the name first."""
        width = self._words_rect(plate, key).width()
        name = elided(key.words, width, self._name_cap(plate, key))
        return (name, *wrapped(key.more, width, self.cap(1.5), lines=2)) if key.more else (name,)

    @staticmethod
    def _paint_lines(
        painter: QPainter, rect: QRectF, lines: Sequence[str], inks: Sequence[Ink]
    ) -> None:
        """Write `lines` below each other in the middle of the height of `rect`."""
        first = inks[0].cap
        whole = first + PITCH * sum(ink.cap for ink in inks[1:])
        bottom = rect.center().y() - whole / 2 + first
        for row, (line, ink) in enumerate(zip(lines, inks, strict=True)):
            bottom += PITCH * ink.cap if row else 0
            where = QRectF(rect.x(), bottom - ink.cap, rect.width(), ink.cap)
            paint_word(painter, where, line, ink)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc and by the key that opened the page."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Question, Qt.Key.Key_F1):
            self.closed.emit()
        else:
            event.ignore()


def _meanings() -> str:
    return QCoreApplication.translate(
        "Keys",
        "Start page: start.  Reps: set done.  Hold: pause.  Rest: start now.  Paused: resume.",
    )


def _same_as_press(keymap: Keymap) -> str:
    others = ", ".join(other_words(keymap, Act.PRESS))
    if not others:
        pattern = QCoreApplication.translate(
            "Keys", "A click does the same. Two presses within 0.7 s count once."
        )
    else:
        pattern = QCoreApplication.translate(
            "Keys", "{keys} or a click does the same. Two presses within 0.7 s count once."
        )
    return pattern.format(keys=others)
