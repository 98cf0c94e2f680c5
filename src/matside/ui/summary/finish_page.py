"""The finish page: what was done, in how long, block by block."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QRectF, Signal
from PySide6.QtWidgets import QWidget

from matside.core.durations import clock
from matside.core.history.ledger import Ending
from matside.core.session.reading import Look, Press
from matside.core.workout.overview import tallies
from matside.core.workout.plan import Plan
from matside.override import override
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.lettering import BOLD
from matside.ui.drawing.theme import Theme
from matside.ui.kit.labels import Label
from matside.ui.kit.page_button import PageButton
from matside.ui.kit.timeline import Timeline
from matside.ui.summary.block_tallies import MOST_PITCH, BlockTallies
from matside.ui.summary.summary_page import SummaryPage
from matside.ui.summary.summary_words import (
    day_words,
    pause_words,
    planned_words,
    saving_word,
    sets_of,
    skipped_words,
)
from matside.ui.words.texts import back_key, ending_word, press_words, space_key

TALL_PITCH = 15.2
"""The maximum pitch of two blocks on a tall page, in hundredths of the span."""


_SIGNS = {
    Ending.DONE: (Look.DONE, Icon.CHECK),
    Ending.CUT_SHORT: (Look.PAUSED, Icon.RIGHT),
    Ending.STOPPED: (Look.PAUSED, Icon.PAUSE),
}


def _back_words(ending: Ending) -> str:
    """Return what BACK does: it undoes a STOP, or goes back from the end."""
    if ending is Ending.STOPPED:
        return QCoreApplication.translate("Finish", "Back to the workout")
    return QCoreApplication.translate("Finish", "Back to the last set")


@dataclass(frozen=True, slots=True)
class FinishView:
    """What the finish page shows.

    `done`, `skipped` and `unsaved` are indices of sets in `plan`; the last are not on the disk
    yet, so they count as neither done nor skipped. `saved` says that everything is on the disk,
    including the end: nothing is called done before that. `failing` says that saving fails.
    `seconds` is how long the session ran, `planned_seconds` how long the plan takes.
    """

    title: str
    date: datetime
    ending: Ending
    plan: Plan
    done: frozenset[int]
    skipped: frozenset[int]
    seconds: int
    planned_seconds: int
    pause_seconds: int
    pauses: int
    unsaved: frozenset[int] = frozenset()
    saved: bool = True
    failing: bool = False


class FinishPage(SummaryPage):
    """How the session went. Space closes the page; BACK reopens the session where it ended."""

    done_pressed = Signal()
    back_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        done = PageButton(None, theme, space_key(), press_words(Press.DONE), main=True)
        super().__init__(theme, done, parent)
        self._total = Label(self, theme.ink, BOLD, tabular=True, least=0)
        self._lines = tuple(Label(self, theme.ink, least=0.55) for _ in range(3))
        self._tallies = BlockTallies(theme, self)
        self._timeline = Timeline(theme, self)
        self._back = PageButton(
            self,
            theme,
            back_key(),
            "",
        )
        self.main.clicked.connect(self.done_pressed)
        self._back.clicked.connect(self.back_pressed)
        QWidget.setTabOrder(self.main, self._back)

    def show_keys(self, press: str, back: str) -> None:
        """Show the labels of the keys for a press and for BACK."""
        self.main.show_key(press)
        self._back.show_key(back)
        self.arrange()

    def show_view(self, view: FinishView) -> None:
        """Show `view`."""
        if view.saved:
            look, icon = _SIGNS[view.ending]
            self.show_header(look, icon, ending_word(view.ending), view.title)
        else:
            word = saving_word(failing=view.failing)
            self.show_header(Look.PAUSED, Icon.PAUSE, word, view.title)
        for label in (self._total, *self._lines):
            label.set_colour(self.ink)
        self._crumb.setText(sets_of(len(view.done), len(view.plan.sets)))
        self._date.setText(day_words(view.date))
        self._total.setText(clock(view.seconds))
        self._say_how_it_went(view)
        self._tallies.show_tallies(tallies(view.plan, done=view.done, skipped=view.skipped))
        self._show_on_timeline(view)
        self._back.show_words(_back_words(view.ending))
        self.arrange()

    def _say_how_it_went(self, view: FinishView) -> None:
        words = (
            planned_words(view.planned_seconds),
            pause_words(view.pause_seconds, view.pauses),
            skipped_words(len(view.skipped)),
        )
        said = [line for line in words if line]
        for place, label in enumerate(self._lines):
            label.setText(said[place] if place < len(said) else "")

    def _show_on_timeline(self, view: FinishView) -> None:
        self._timeline.show_plan(view.plan)
        self._timeline.show_skipped(view.skipped)
        self._timeline.show_unsaved(view.unsaved)
        reached = max(view.done | view.skipped | view.unsaved, default=-1) + 1
        if view.ending is not Ending.STOPPED or reached >= len(view.plan.steps):
            self._timeline.show_all_done()
        else:
            self._timeline.show_place(reached, 0.0, Look.PAUSED)

    @override
    def arrange(self) -> None:
        """Place the total and its lines in the block, the blocks beside it, and the strip."""
        super().arrange()
        self._place_block()
        self._tallies.put(self.beside, self.span, TALL_PITCH if self.tall else MOST_PITCH)
        self._place_strip()

    def _place_block(self) -> None:
        block, cap = self.block, self.cap(4.2)
        said = sum(bool(label.text()) for label in self._lines)
        pitch, digits = 2.15 * cap, self.cap(19.5)
        if self.tall:
            pitch = 1.9 * cap
            digits = min(self.cap(30), block.height() - 9 * self.u - said * pitch)
        width = block.width() - 2 * self.margin
        whole = digits + 0.6 * cap + said * pitch
        y = block.y() + (block.height() - whole) / 2 + digits
        self._total.put(self.margin - 0.055 * digits, y, width + 0.055 * digits, digits)
        y += 0.6 * cap
        for label in self._lines:
            y += pitch
            label.put(self.margin, y, width, cap)

    def _place_strip(self) -> None:
        row, u = self.place_timeline(self._timeline), self.u
        self.main.cap, self._back.cap = self.cap(5), self.cap(3.2)
        self.main.u = self._back.u = u
        done, back = self.main.width_needed, self._back.width_needed
        self.main.put(QRectF(row.right() - done + u, row.y(), done, row.height()), u)
        self._back.put(QRectF(row.x() - u, row.y(), back, row.height()), u)
