"""The finish page: what was done, in how long, and what that is beside the sessions before."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from matside.core.history.ending import Ending
from matside.core.keymap import Act, Keymap
from matside.core.session.looks import Look, Press
from matside.override import override
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.lettering import SEMIBOLD, width_of
from matside.ui.drawing.theme import Theme
from matside.ui.keyboard.correction_faces import correction_faces
from matside.ui.keyboard.key_events import digit_of
from matside.ui.keyboard.key_faces import word_of
from matside.ui.kit.effort_row import MOST, EffortRow
from matside.ui.kit.labels import Label
from matside.ui.kit.page_button import PageButton
from matside.ui.kit.timeline import Timeline
from matside.ui.summary.finish_block import FinishBlock
from matside.ui.summary.finish_view import FinishView
from matside.ui.summary.finish_words import praise_forms
from matside.ui.summary.last_set_line import LastSetLine
from matside.ui.summary.summary_page import SummaryPage
from matside.ui.summary.summary_words import saving_word, sets_of, sets_to_save
from matside.ui.summary.sunrise import Sunrise
from matside.ui.summary.sunrise_rays import rays_of
from matside.ui.words.local_words import day_words
from matside.ui.words.outcome_words import ending_word
from matside.ui.words.screen_words import back_key, press_words, space_key
from matside.ui.words.translation import translate

if TYPE_CHECKING:
    from matside.core.workout.plan import Plan
    from matside.ui.figures.film_decoder import FilmDecoder

PRAISE, LEAST_PRAISE = 5.2, 3.4
"""The height of the capitals of the one sentence, and its minimum, in percent of the span."""

EFFORT, WAY = 3.2, 2.0
"""The height of the capitals of the question how hard it was, and of ways to other pages."""


_SIGNS = {
    Ending.DONE: (Look.DONE, Icon.CHECK),
    Ending.CUT_SHORT: (Look.PAUSED, Icon.RIGHT),
    Ending.STOPPED: (Look.PAUSED, Icon.PAUSE),
}


def _back_words(ending: Ending) -> tuple[str, str]:
    """Return what BACK does, and in full: it undoes a STOP, or goes back from the end."""
    if ending is Ending.STOPPED:
        return translate("Finish", "Workout"), translate("Finish", "Back to the workout")
    return translate("Finish", "Last set"), translate("Finish", "Back to the last set")


class FinishPage(SummaryPage):
    """How the session went. Space closes the page; BACK reopens the session where it ended."""

    block_width = 0.5

    done_pressed = Signal()
    back_pressed = Signal()
    export_pressed = Signal()
    history_pressed = Signal()
    effort_pressed = Signal(int)

    def __init__(self, theme: Theme, decoder: "Callable[[], FilmDecoder] | None" = None) -> None:
        """Take the picture of the athlete from what `decoder` returns."""
        done = PageButton(None, theme, space_key(), press_words(Press.DONE), main=True)
        super().__init__(theme, done)
        self._told = FinishBlock(self, theme)
        self._sunrise = Sunrise(theme, self, decoder)
        self._praise_forms: tuple[str, ...] = ()
        self._praise = Label(
            self, theme.text, SEMIBOLD, align=Qt.AlignmentFlag.AlignHCenter, least=0.5
        )
        self._risen: Plan | None = None
        self._timeline = Timeline(theme, self)
        self._effort = EffortRow(self, theme)
        self._export = PageButton(self, theme, "X", translate("Finish", "Export"))
        self._history = PageButton(self, theme, "H", translate("Finish", "History"))
        self._back = PageButton(self, theme, back_key(), "")
        for key in self._effort.keys:
            key.clicked.connect(partial(self.effort_pressed.emit, key.effort))
        self._last_set = LastSetLine(self, theme)
        self.main.clicked.connect(self.done_pressed)
        self._export.clicked.connect(self.export_pressed)
        self._history.clicked.connect(self.history_pressed)
        self._back.clicked.connect(self.back_pressed)
        stops = (self.main, *self._effort.keys, self._export, self._history, self._back)
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def show_keys(self, keymap: Keymap) -> None:
        """Show the labels of the keys, which mean what `keymap` says."""
        self._last_set.faces = correction_faces(keymap)
        self.main.show_key(word_of(keymap, Act.PRESS))
        self._export.show_key(word_of(keymap, Act.EXPORT))
        self._history.show_key(word_of(keymap, Act.HISTORY))
        self._back.show_key(word_of(keymap, Act.BACK))
        self.arrange()

    def show_view(self, view: FinishView) -> None:
        """Show `view`."""
        if view.saved:
            look, icon = _SIGNS[view.ending]
            self.show_header(look, icon, ending_word(view.ending), view.title)
        else:
            word = saving_word(failing=view.failing)
            self.show_header(Look.PAUSED, Icon.PAUSE, word, view.title)
        self._crumb.setText(
            sets_to_save(len(view.unsaved)) if view.unsaved else sets_of(*view.counts)
        )
        self._date.setText(day_words(view.date))
        self._told.show_view(view, self.ink, self.flood)
        self._show_sunrise(view)
        self._show_on_timeline(view)
        shown, spoken = _back_words(view.ending)
        self._back.show_words(shown)
        self._back.setAccessibleName(spoken)
        self._back.setVisible(view.leads_back)
        self._export.setEnabled(view.saved)
        self._effort.show_effort(view.effort)
        self._last_set.show_record(view.correctable)
        self.arrange()

    def _show_sunrise(self, view: FinishView) -> None:
        """Show the rays, which rise once a session that is done, and the sentence below them."""
        self._sunrise.show_rays(rays_of(view), view.tallies)
        shown = view.shown_set
        self._sunrise.show_exercise(None if shown is None else shown.exercise)
        self._praise_forms = praise_forms(view.praise, view.unit)
        if view.moves and view.ending is Ending.DONE and self._risen is not view.plan:
            self._risen = view.plan
            self._sunrise.rise_once()

    def _show_on_timeline(self, view: FinishView) -> None:
        self._timeline.show_plan(view.plan)
        self._timeline.show_skipped(view.skipped)
        self._timeline.show_unsaved(view.unsaved)
        if view.ending is Ending.STOPPED:
            self._timeline.show_place(*view.reached, Look.PAUSED)
        else:
            self._timeline.show_all_done()

    @override
    def arrange(self) -> None:
        """Place the total and its lines in the block, the blocks beside it, and the strip."""
        super().arrange()
        self._told.put(self.block, self)
        self._place_last_set()
        self._place_sunrise()
        self._place_strip()

    def _place_sunrise(self) -> None:
        """Place the sunrise beside the block, and below it the sentence in its longest form."""
        room, cap = self.beside, self.cap(PRAISE)
        words = QRectF(room)
        if not self.tall:
            room.setLeft(self.block.right() + 0.4 * self.margin)
            room.setRight(self.width() - 0.4 * self.margin)
            room.setTop(room.top() - 2 * self.u)
        if self._praise_forms:
            least = self.cap(LEAST_PRAISE)
            fitting = (
                form
                for form in self._praise_forms
                if width_of(form, least, SEMIBOLD) <= words.width()
            )
            self._praise.setText(next(fitting, self._praise_forms[-1]))
            baseline = words.bottom() - 0.7 * cap
            self._praise.put(words.x(), baseline, words.width(), cap)
            room.setBottom(baseline - 1.6 * cap)
        self._praise.setVisible(bool(self._praise_forms))
        self._sunrise.put(room)

    def _place_strip(self) -> None:
        row, u = self.place_timeline(self._timeline), self.u
        self.main.cap, self.main.u = self.cap(5), u
        done = self.main.width_needed
        self.main.put(QRectF(row.right() - done + u, row.y(), done, row.height()), u)
        room, cap = row.adjusted(0, 0, -done - u, 0), self.cap(EFFORT)
        for way in self._ways:
            way.cap, way.u = self.cap(WAY), 0.7 * u
        beside = sum(way.width_needed for way in self._ways) + 2 * u
        if self._effort.least_told(cap) + beside <= room.width():
            self._place_ways(QRectF(room.right() - beside + 2 * u, row.y(), beside, row.height()))
            room.setRight(room.right() - beside)
        else:
            room.setBottom(room.center().y())
            cap = min(cap, 0.5 * room.height())
            self._place_ways(room.adjusted(-u, room.height(), 0, room.height()))
        self._effort.put(room, cap, u)

    @property
    def _ways(self) -> Sequence[PageButton]:
        """The ways to other pages that are there."""
        return [each for each in (self._export, self._history, self._back) if not each.isHidden()]

    def _place_ways(self, row: QRectF) -> None:
        """Place them in `row`, smaller where it is low or their keys have long names."""
        needed = sum(way.width_needed for way in self._ways)
        share = min(1.0, row.width() / max(1.0, needed), row.height() / (2.2 * self.cap(WAY)))
        x = row.x()
        for way in self._ways:
            way.cap, way.u = share * way.cap, share * way.u
            way.put(QRectF(x, row.y(), way.width_needed, row.height()), way.u)
            x += way.width_needed

    def _place_last_set(self) -> None:
        """Place the last set behind the heading, where it has room; it goes before the date."""
        x = self._crumb.x() + self._crumb.width_at(self.cap(5)) + 2 * self.u
        forms = self._last_set.forms(self.cap(2.35))
        dated, undated = self._date.x() - 2 * self.u - x, self.width() - self.margin - x
        tried = [(form, dated) for form in forms[:2]] + [(form, undated) for form in forms]
        card, room = next((each for each in tried if each[0].width <= each[1]), (None, dated))
        self._date.setVisible(room == dated)
        self._last_set.put(card, x, self._tile.center().y())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a digit for how hard it was; leave all other keys to the window."""
        digit = digit_of(event)
        if digit is not None and digit <= MOST:
            self.effort_pressed.emit(digit)
        else:
            super().keyPressEvent(event)
