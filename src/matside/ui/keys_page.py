"""The keys page: what every key does, on one page."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.icons import Icon
from matside.ui.key_list import KeyWords, face_width, paint_face, spoken
from matside.ui.labels import Label
from matside.ui.lettering import BOLD, SEMIBOLD
from matside.ui.page import Page
from matside.ui.page_button import PageButton
from matside.ui.painting import Ink, fill_rounded, paint_word
from matside.ui.theme import Theme
from matside.ui.words import escape_key, less_key, more_key, space_key

COLUMNS = 3


class KeysPage(Page):
    """Space with all it means, and the other keys in three columns; Esc and ? close the page."""

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
        self._keys = keys()
        self.setAccessibleDescription(
            "\n".join((f"{space_key()}: {_meanings()}", *map(spoken, self._keys)))
        )
        self.set_home(self._back)
        self.show_in_session(in_session=False)

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
        self._plates = self._cut(QRectF(room.x(), 38.5 * u, room.width(), 53 * u))

    def _cut(self, room: QRectF) -> tuple[QRectF, ...]:
        rows = -(-len(self._keys) // COLUMNS)
        gap = 2 * self.u
        width = (room.width() - (COLUMNS - 1) * gap) / COLUMNS
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
        large = Ink(self.cap(4.4 if self.narrow else 5.2), theme.key_text, BOLD)
        name = QRectF(rect.x() + 4 * u, rect.y(), large.width(space_key()) + 1, rect.height())
        paint_word(painter, name, space_key(), large)
        left = name.right() + 4 * u if self.narrow else rect.x() + 0.225 * rect.width()
        lines = QRectF(left, rect.y(), 0, rect.height())
        lines.setRight(rect.right() - 2 * u)
        first = lines.adjusted(0, 0.2 * rect.height(), 0, -0.5 * rect.height())
        second = lines.adjusted(0, 0.52 * rect.height(), 0, -0.18 * rect.height())
        same = QCoreApplication.translate(
            "Keys",
            "Enter, Page Down or a click does the same. Two presses within 0.7 s count once.",
        )
        large = Ink(self.cap(2.6 if self.narrow else 2.9), theme.key_text, SEMIBOLD)
        paint_word(painter, first, _meanings(), large)
        paint_word(painter, second, same, Ink(self.cap(2.0), theme.key_text))

    def _paint_key(self, painter: QPainter, plate: QRectF, key: KeyWords) -> None:
        u = self.u
        fill_rounded(painter, plate, 1.75 * u, self.theme.surface)
        height = min(7 * u, plate.height() - 2.4 * u)
        x, cap = plate.x() + 1.5 * u, self.cap(2.4)
        for face in key.keys:
            least = height if self.narrow or len(key.keys) > 1 else 10 * u
            width = max(least, face_width(face, cap, height))
            keycap = QRectF(x, plate.center().y() - height / 2, width, height)
            paint_face(painter, keycap, face, cap, self.theme)
            x = keycap.right() + 0.8 * u
        words = QRectF(x + 1.4 * u, plate.y(), plate.right() - x - 2.4 * u, plate.height())
        self._paint_words(painter, words, key)

    def _paint_words(self, painter: QPainter, rect: QRectF, key: KeyWords) -> None:
        name, more = Ink(self.cap(2.6), self.theme.text), Ink(self.cap(1.5), self.theme.mute)
        if not key.more:
            paint_word(painter, rect, key.words, name)
            return
        whole = name.cap + 1.9 * more.cap
        top = rect.center().y() - whole / 2
        paint_word(painter, QRectF(rect.x(), top, rect.width(), name.cap), key.words, name)
        below = QRectF(rect.x(), top + whole - more.cap, rect.width(), more.cap)
        paint_word(painter, below, key.more, more)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc and by the key that opened the page."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Question, Qt.Key.Key_F1):
            self.closed.emit()
        else:
            event.ignore()


def _meanings() -> str:
    return QCoreApplication.translate(
        "Keys", "Reps: set done.  Hold: pause.  Rest: start now.  Paused: resume."
    )


def keys() -> tuple[KeyWords, ...]:
    """Return the keys but Space, column by column."""
    return (*_keys_of_steps(), *_keys_of_the_session(), *_keys_of_the_window())


def _keys_of_steps() -> tuple[KeyWords, ...]:
    return (
        KeyWords(
            (Icon.LEFT,),
            QCoreApplication.translate("Keys", "Back"),
            QCoreApplication.translate("Keys", "Also Backspace"),
        ),
        KeyWords(
            (Icon.RIGHT,),
            QCoreApplication.translate("Keys", "Skip"),
            QCoreApplication.translate("Keys", "This set or this rest"),
        ),
        KeyWords(
            (Icon.UP,),
            QCoreApplication.translate("Keys", "{seconds} s").format(seconds=more_key()),
            QCoreApplication.translate("Keys", "More of this rest or hold"),
        ),
        KeyWords(
            (Icon.DOWN,),
            QCoreApplication.translate("Keys", "{seconds} s").format(seconds=less_key()),
            QCoreApplication.translate("Keys", "Less of it"),
        ),
    )


def _keys_of_the_session() -> tuple[KeyWords, ...]:
    return (
        KeyWords(
            ("P",),
            QCoreApplication.translate("Keys", "Pause"),
            QCoreApplication.translate("Keys", "At any time, and resume"),
        ),
        KeyWords(
            ("M",),
            QCoreApplication.translate("Keys", "Mute"),
            QCoreApplication.translate("Keys", "All sound off or on"),
        ),
        KeyWords(
            ("F",),
            QCoreApplication.translate("Keys", "Full screen"),
            QCoreApplication.translate("Keys", "Also F11"),
        ),
        KeyWords(
            (escape_key(),),
            QCoreApplication.translate("Keys", "End workout"),
            QCoreApplication.translate("Keys", "Asks first, then saves"),
        ),
    )


def _keys_of_the_window() -> tuple[KeyWords, ...]:
    control = QCoreApplication.translate("Key", "Ctrl")
    return (
        KeyWords(
            ("1-9",),
            QCoreApplication.translate("Keys", "Leave out"),
            QCoreApplication.translate("Keys", "A block, before the start"),
        ),
        KeyWords((control, ","), QCoreApplication.translate("Keys", "Settings")),
        KeyWords(("?",), QCoreApplication.translate("Keys", "This page")),
        KeyWords((control, "Q"), QCoreApplication.translate("Keys", "Quit")),
    )
