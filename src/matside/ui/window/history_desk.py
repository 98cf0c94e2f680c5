"""Ties the history page to what is read of the history, and what is changed of it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, QTimer

from matside.core.history.weeks import TrainedDay
from matside.core.history.year import Year, year_of
from matside.ui.history.history_model import HistoryView
from matside.ui.history.history_page import HistoryPage
from matside.ui.window.services import Services
from matside.ui.words.local_words import first_day


class HistoryDesk(QObject):
    """Shows on a page what the history has, by the weeks and units of the settings."""

    def __init__(self, page: HistoryPage, services: Services) -> None:
        super().__init__(page)
        self._page = page
        self._services = services
        self._model = model = services.history
        self._known: tuple[Sequence[TrainedDay], tuple[date, int, int, int], Year] | None = None
        self._progress = progress = services.progress
        self._reading = QTimer(self, singleShot=True, interval=0)
        self._reading.timeout.connect(self._read)
        model.changed.connect(self._show)
        model.written.connect(progress.look)
        progress.changed.connect(self._show)
        page.sheet.progress.asked.connect(progress.choose)
        sessions = page.sheet.sessions
        sessions.selected.connect(model.select)
        sessions.detail.set_changed.connect(model.change_set)
        sessions.detail.note_changed.connect(model.change_note)
        sessions.detail.effort_pressed.connect(model.rate)
        page.deleted.connect(model.delete)
        page.put_back.connect(model.put_back)
        page.turned.connect(self._turn)
        page.left.connect(self._leave)

    def look(self) -> None:
        """Read the history anew, and show what is known of it meanwhile."""
        past = self._services.known_past.past
        if past is not None:
            self._model.know(past.days)
        if self._model.sessions is None:
            self._reading.start()  # the page is seen before them, for to make both takes long
        else:
            self._read()
        self._show()

    def _read(self) -> None:
        year = self._year()
        is_newest = self._model.back == 0
        # Where a clock was wrong there may be sessions of days that are still to come.
        self._model.look(year.first, date.max if is_newest else year.last)
        self._progress.look()

    def _turn(self, by: int) -> None:
        """Show the year that is `by` years further back."""
        self._model.back = max(0, self._model.back + by)
        self.look()

    def _leave(self) -> None:
        """Let the next session know what was changed of those before it."""
        if self._model.is_edited:
            self._model.is_edited = False
            self._services.known_past.look_again()

    def _show(self) -> None:
        model = self._model
        self._page.show_view(
            HistoryView(
                year=self._year(),
                # Without the days nobody knows whether others were done before these.
                sessions=None if model.days is None else model.sessions,
                settings=self._services.preferences.settings,
                selected=model.selected,
                record=model.record,
                deleted=model.deleted,
                fault=model.fault,
                progress=self._progress.progress,
            )
        )

    def _year(self) -> Year:
        """Return the year that is shown; it is worked out anew where something has changed."""
        settings, days = self._services.preferences.settings, self._model.days or ()
        asked = (
            self._services.wall().date(),
            settings.weekly_goal,
            first_day(settings.week_begins),
            self._model.back,
        )
        if self._known is None or self._known[0] is not days or self._known[1] != asked:
            self._known = days, asked, year_of(days, *asked)
        return self._known[2]
