"""The page about Matside: its version, its care, whose work it shows and under which licences."""

from PySide6.QtCore import QRectF

from matside.core.workout.model import Workout
from matside.override import override
from matside.ui.about.about_text import AboutText
from matside.ui.about.about_words import Section, first_sections, licences
from matside.ui.drawing.theme import Theme
from matside.ui.kit.labels import Label
from matside.ui.kit.opened_page import OpenedPage
from matside.ui.words.translation import translate


class AboutPage(OpenedPage):
    """Says what Matside is, and whose the chosen workout is; Esc closes it."""

    def __init__(self, theme: Theme, version: str) -> None:
        title, close = translate("About", "About Matside"), translate("About", "Close")
        super().__init__(theme, title, close, least=0.5)
        self._version = Label(self, theme.mute)
        words = translate("About", "Version {version}")
        self._version.setText(words.format(version=version))
        self._text = AboutText(theme)
        self._scroll = self._scrolling(self._text, theme.ground)
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
        width = self._put_back(2.4, 5, 7) - 2 * u - room.x()
        self._title.put(room.x() - 0.04 * title, 9.5 * u, width, title)
        self._version.put(room.x(), 10 * u + 2 * small, width, small)
        stacked, cap = self.tall or self.narrow, self.cap(2.0)
        self._scroll.lay_out(room, lambda width: self._text.set_in(width, cap, u, stacked=stacked))
