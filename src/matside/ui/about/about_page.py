"""The page about Matside: its version, its care, whose work it shows and under which licences."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from matside.core.workout.model import Workout
from matside.override import override
from matside.ui.about.about_text import AboutText
from matside.ui.about.about_words import Section, first_sections, licences
from matside.ui.drawing.lettering import BOLD
from matside.ui.drawing.painting import pixels
from matside.ui.drawing.theme import Theme
from matside.ui.kit.labels import Label
from matside.ui.kit.page import Page
from matside.ui.kit.page_button import PageButton
from matside.ui.kit.scrolling import Scroll
from matside.ui.words.texts import escape_key
from matside.ui.words.translation import translate


class AboutPage(Page):
    """Says what Matside is, and whose the chosen workout is; Esc closes it."""

    tall_span = 0.9

    closed = Signal()

    def __init__(self, theme: Theme, version: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._title = Label(self, theme.text, BOLD, least=0.5)
        self._title.setText(translate("About", "About Matside"))
        self.setAccessibleName(self._title.text())
        self._version = Label(self, theme.mute)
        words = translate("About", "Version {version}")
        self._version.setText(words.format(version=version))
        close = translate("About", "Close")
        self._close = PageButton(self, theme, escape_key(), close)
        self._close.clicked.connect(self.closed)
        self._text = AboutText(theme)
        self._scroll = Scroll(theme, self._text, self, theme.ground)
        self.set_home(self._close)
        self.show_workout(None)

    def show_workout(self, workout: Workout | None) -> None:
        """Say whose `workout` is, if its file tells."""
        told: tuple[Section, ...] = ()
        if workout is not None and workout.credit:
            told = (Section(workout.title, (workout.credit,)),)
        self._text.show_columns((first_sections(), (*told, licences())))
        self.setAccessibleDescription(self._text.accessibleName())
        self.arrange()

    @override
    def arrange(self) -> None:
        """Place the title and its button, and the text below them."""
        u, title, small = self.u, self.cap(5), self.cap(2)
        room = QRectF(self.margin, 17 * u, self.width() - 2 * self.margin, 0)
        room.setTop(max(17 * u, 9.5 * u + 3.4 * small))
        room.setBottom(self.height() - 4 * u)
        self._close.cap, self._close.u = self.cap(2.4), u
        width = self._close.width_needed
        self._close.put(QRectF(room.right() - width + u, 5 * u, width, 7 * u), u)
        self._title.put(room.x() - 0.04 * title, 9.5 * u, room.width() - width - u, title)
        self._version.put(room.x(), 10 * u + 2 * small, room.width() - width - u, small)
        self._scroll.setGeometry(pixels(room))
        stacked, cap = self.tall or self.narrow, self.cap(2.0)
        needed = self._text.set_in(self._scroll.width(), cap, u, stacked=stacked)
        inner = self._scroll.width_for(needed)
        self._scroll.fit(self._text.set_in(inner, cap, u, stacked=stacked))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc, scroll, and leave other keys to the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif not self._scroll.take_step(event.key()):
            event.ignore()
