"""The offer to resume a session that was neither finished nor stopped."""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from matside.core.durations import clock
from matside.core.history.ending import planned_sets
from matside.core.session.looks import Look
from matside.core.workout.plan import Plan
from matside.core.workout.steps import Work
from matside.frozen import frozen
from matside.override import override
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.lettering import BOLD, SEMIBOLD
from matside.ui.drawing.theme import Theme
from matside.ui.kit.labels import PITCH, Label
from matside.ui.kit.page_button import PageButton
from matside.ui.kit.timeline import Timeline
from matside.ui.summary.summary_page import SummaryPage
from matside.ui.summary.summary_words import done_of, next_set, sets_done
from matside.ui.words.local_words import instant_words
from matside.ui.words.screen_words import escape_key, space_key, time_left
from matside.ui.words.translation import translate


@frozen
class ResumeView:
    """What is known of the open session.

    It stands at bar `place` of the timeline of `plan`, with `behind` ms of it behind, and goes on
    with `following`; `done` sets are done, and those at the indices `skipped` are skipped.
    `for_a_time` has the counts of those blocks that last for a time and were begun. `left` is
    what is left of it, in whole seconds.
    """

    title: str
    started: datetime
    plan: Plan
    place: int
    following: Work
    behind: int
    done: int
    left: int
    skipped: frozenset[int] = frozenset()
    for_a_time: Mapping[int, tuple[int, int]] = field(default_factory=dict)

    @property
    def planned(self) -> int | None:
        """How many sets there are to do, None where nobody knows."""
        return planned_sets(self.plan)

    @property
    def keeps_something(self) -> bool:
        """Whether the session is kept when it is left: it has sets that were done or skipped."""
        return self.done > 0 or bool(self.skipped) or bool(self.for_a_time)


class ResumePage(SummaryPage):
    """Space resumes the session, paused; Esc leaves it.

    What was done is kept as a stopped session.
    """

    taken_up = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        take_up = translate("Resume", "Take it up")
        super().__init__(theme, PageButton(None, theme, space_key(), take_up, main=True))
        self._done = Label(self, theme.ink, BOLD, tabular=True, least=0)
        self._sets = Label(self, theme.ink, least=0.6)
        self._time = Label(self, theme.text, SEMIBOLD, least=0.6)
        self._place = Label(self, theme.ink, SEMIBOLD, lines=2)
        self._timeline = Timeline(theme, self)
        self._note = Label(self, theme.mute, lines=2)
        self._note.setText(translate("Resume", "It stands paused until you resume."))
        self._leave = PageButton(self, theme, escape_key(), "")
        self._leave_note = Label(self, theme.mute, lines=2)
        self.main.clicked.connect(self.taken_up)
        self._leave.clicked.connect(self.left)
        QWidget.setTabOrder(self.main, self._leave)

    def show_keys(self, press: str) -> None:
        """Show the label of the key for a press."""
        self.main.show_key(press)
        self.arrange()

    def show_view(self, view: ResumeView) -> None:
        """Show `view`."""
        word = translate("Resume", "NOT FINISHED")
        self.show_header(Look.PAUSED, Icon.PAUSE, word, view.title)
        self._date.setText(instant_words(view.started))
        self._done.setText(done_of(view.done, view.planned))
        self._sets.setText(sets_done(view.done if view.planned is None else view.planned))
        self._time.setText(time_left().format(time=clock(view.left)))
        following = view.following
        self._place.setText(next_set(following.exercise.name, following.side))
        self._timeline.show_plan(view.plan)
        self._timeline.show_skipped(view.skipped)
        self._timeline.show_place(view.place, view.behind, Look.PAUSED)
        self._say_what_leaving_does(kept=view.keeps_something)
        self.arrange()

    def _say_what_leaving_does(self, *, kept: bool) -> None:
        if kept:
            words = translate("Resume", "Keep what was done")
            note = translate("Resume", "The session is saved as stopped.")
        else:
            words = translate("Resume", "Forget it")
            note = translate("Resume", "Nothing was done, so nothing is saved.")
        self._leave.show_words(words)
        self._leave_note.setText(note)

    @override
    def arrange(self) -> None:
        """Place the progress in the block, and beside it the two answers."""
        super().arrange()
        block, cap = self.block, self.cap(5)
        width = block.width() - 2 * self.margin
        digits = min(self.cap(13), 0.25 * block.height())
        y = block.y() + 6 * self.u + digits
        self._done.put(self.margin - 0.05 * digits, y, width, digits)
        self._sets.put(self.margin, y + 1.75 * cap, width, cap)
        name = 0.86 * cap
        foot = min(block.bottom() - 1.3 * cap, y + 8.5 * cap)
        self._place.put(self.margin, foot - PITCH * name, width, name)
        self._place_answers(self.beside)
        row = self.place_timeline(self._timeline)
        self._time.put(row.x(), row.center().y() + cap / 2, row.width(), cap)

    def _place_answers(self, room: QRectF) -> None:
        u, small = self.u, self.cap(2.6)
        self.main.cap, self._leave.cap = self.cap(5), self.cap(3.7 if self.narrow else 4.2)
        for button in (self.main, self._leave):
            button.u = u
        begin = self.main.words_begin
        lined_up = begin + self._leave.words_width <= room.width() + 2 * u
        self._leave.words_at = begin if lined_up else 0
        height = 9.5 * u
        first = QRectF(room.x() - u, room.y() + 2 * u, room.width() + 2 * u, height)
        second = first.translated(0, min(0.46 * room.height(), 27 * u))
        self.main.put(first, u)
        self._leave.put(second, u)
        notes = room.adjusted(begin - u if lined_up else 0, 0, 0, 0)
        for note, row in ((self._note, first), (self._leave_note, second)):
            note.put(notes.x(), row.bottom() + 1.6 * small, notes.width(), small)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the session by Esc; leave every other key to the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            event.ignore()
