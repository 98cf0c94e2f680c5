"""The start page: which workout, with which blocks and rounds, how long, and when it ends."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from matside.core.keymap import Act, Keymap
from matside.core.workout.model import Workout
from matside.core.workout.plan import Plan
from matside.override import override
from matside.ui.drawing.painting import pixels
from matside.ui.drawing.theme import Theme
from matside.ui.keyboard.key_events import digit_of
from matside.ui.keyboard.key_faces import word_of
from matside.ui.kit.page import Page
from matside.ui.kit.timeline import Timeline
from matside.ui.kit.timeline_layout import BARE_HEIGHT
from matside.ui.start.cards.block_cards import BlockCards
from matside.ui.start.rail.workout_list import WorkoutList
from matside.ui.start.rail.workout_rail import WorkoutRail
from matside.ui.start.start_figures import StartFigures, StartFoot
from matside.ui.start.start_heading import StartHeading
from matside.ui.start.start_view import Refusal, StartView, cards_of, coming_sets, refusal_of
from matside.ui.start.still_pictures import StillPictures
from matside.ui.words.start_words import voice_line
from matside.ui.words.translation import translate

if TYPE_CHECKING:
    from matside.ui.figures.film_decoder import FilmDecoder
    from matside.ui.start.fault_plate import FaultPlate

LEAST_WIDE = 900
"""The minimum width of a page with all words in its rail, in px."""

LEAST_LINED = 420
"""The minimum height of a page with a timeline, in px: below it cards matter more."""


class StartPage(Page):
    """The page on which every session begins.

    Space, Enter and clicks on its main button start the session; digits leave blocks out, Up
    and Down choose the workout, Left and Right the rounds. None of these moves the focus.
    A page without room for the list of workouts shows it in place of the cards when its title
    is pressed, until a workout is chosen or Esc is pressed.
    """

    tall_span = 0.95

    workout_selected = Signal(str)
    rounds_selected = Signal(int)
    rounds_as_written_selected = Signal()
    block_toggled = Signal(int)
    exercise_told_of = Signal(int, int)
    weight_asked = Signal(object)
    exercises_pressed = Signal()
    about_pressed = Signal()
    start_pressed = Signal()
    sound_pressed = Signal()
    history_pressed = Signal()
    settings_pressed = Signal()
    keys_pressed = Signal()

    def __init__(self, theme: Theme, decoder: "Callable[[], FilmDecoder] | None" = None) -> None:
        """Take the pictures of exercises from what `decoder` returns, once the page is seen."""
        super().__init__(theme)
        self.setAccessibleName(translate("Start", "Start"))
        self._view: StartView | None = None
        self._keymap: Keymap | None = None
        self._lists = self._startable = False
        self._rail = WorkoutRail(theme, self)
        self._list = WorkoutList(theme, self)
        self._heading = StartHeading(theme, self, self.history_pressed.emit)
        self._cards = BlockCards(theme, self)
        self._pictures = StillPictures(decoder, (self._cards, self._list), self)
        self._timeline = Timeline(theme, self)
        self._timeline.set_labelled(False)
        self._faults: FaultPlate | None = None
        self._figures = StartFigures(theme, self)
        self._stepper, self._start = self._figures.stepper, self._figures.start
        self._foot = StartFoot(theme, self)
        self._connect()
        self.set_home(self._start)

    def show_keys(self, keymap: Keymap) -> None:
        """Show the keys of Start, and of the ways to other pages."""
        if keymap == self._keymap:
            return
        self._keymap = keymap
        self._start.show_key(word_of(keymap, Act.PRESS))
        self._heading.exercises.show_key(word_of(keymap, Act.EXERCISES))
        self._foot.about.show_key(word_of(keymap, Act.ABOUT))
        self._rail.show_keys(
            word_of(keymap, Act.HISTORY), word_of(keymap, Act.SETTINGS), word_of(keymap, Act.KEYS)
        )
        self.arrange()

    def show_pictures(self) -> None:
        """Look for the pictures of the exercises, which load all that shows films."""
        self._pictures.look()

    def show_view(self, view: StartView) -> None:
        """Show `view`."""
        known = self._view
        self._view = view
        if known is not None and view == replace(known, ends=view.ends):
            self._figures.show_end(view)
            return
        is_known_now = self._heading.show_athlete(view)
        self._show_listing(view)
        self._rail.show_volume(view.volume, muted=view.muted)
        self._heading.warning.show_words(view.notice or "")
        if view.workout is not None and view.plan is not None:
            self._heading.show_words(
                view.workout.title, view.workout.about, voice_line(view.voice)
            )
            if known is None or not view.has_workout_of(known):
                self._show_workout(view, view.workout, view.plan)
            self._figures.show_end(view)
        else:
            self._show_refusal(refusal_of(view))
        self.arrange()
        is_other = known is None or known.listing != view.listing or known.workout != view.workout
        if is_known_now or is_other:
            self._set_tab_order()
        focused = QApplication.focusWidget()
        if self._lists and focused is not None and self._list.isAncestorOf(focused):
            self._list.focus_selected()

    @override
    def main_control_has_focus(self) -> bool:
        """Return whether Space and Enter mean Start: no other control has the focus by Tab.

        The page has the focus if Start cannot: arrows and digits keep working.
        """
        focused = QApplication.focusWidget()
        return focused in (None, self, self._start) or not self.isAncestorOf(focused)

    def _connect(self) -> None:
        self._list.selected.connect(self._choose)
        self._list.grown.connect(self._set_tab_order)
        self._rail.sound_pressed.connect(self.sound_pressed)
        self._rail.history_pressed.connect(self.history_pressed)
        self._rail.settings_pressed.connect(self.settings_pressed)
        self._rail.keys_pressed.connect(self.keys_pressed)
        self._heading.title.clicked.connect(lambda: self._set_lists(lists=not self._lists))
        self._heading.exercises.clicked.connect(self.exercises_pressed)
        self._cards.toggled.connect(self.block_toggled)
        self._cards.told_of.connect(self.exercise_told_of)
        self._cards.grown.connect(self._set_tab_order)
        self._stepper.selected.connect(self.rounds_selected)
        self._stepper.as_written_selected.connect(self.rounds_as_written_selected)
        self._figures.equipment.asked.connect(self.weight_asked)
        self._start.clicked.connect(self.start_pressed)
        self._foot.about.clicked.connect(self.about_pressed)

    def _show_listing(self, view: StartView) -> None:
        """List the workouts, the selected one with the rounds and the total of the moment."""
        lengths, rounds = dict(view.lengths), dict(view.remembered)
        if view.plan is not None:
            lengths[view.selected] = view.total
        rounds.pop(view.selected, None)
        if view.rounds is not None:
            rounds[view.selected] = view.rounds
        self._list.show_workouts(view.listing, view.selected, lengths, rounds, view.athlete)

    def _show_workout(self, view: StartView, workout: Workout, plan: Plan) -> None:
        ahead = coming_sets(view, workout, plan)
        self._cards.show_cards(cards_of(view, workout, plan, ahead))
        self._timeline.show_plan(plan)
        self._figures.show_figures(view, workout, ahead)
        self._start.setEnabled(True)
        if self.hasFocus() or (self._faults is not None and self._faults.list.hasFocus()):
            self._start.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_parts(startable=True)

    def _show_refusal(self, refusal: Refusal) -> None:
        self._heading.show_words(refusal.title, refusal.reason, "")
        if self._faults is None:
            from matside.ui.start.fault_plate import FaultPlate  # noqa: PLC0415 - rarely needed

            self._faults = FaultPlate(self.theme, self)
            self._faults.stackUnder(self._stepper)  # where a screen reader looks for it
        self._faults.show_faults(refusal.faults)
        self._give_start_up()
        self._show_parts(startable=False)

    def _give_start_up(self) -> None:
        """Let Start be pressed no more; the page takes the focus, not the control beside."""
        led = self._start.hasFocus()
        self._start.setEnabled(False)
        if led:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_parts(self, *, startable: bool) -> None:
        """Show what belongs to a workout that can be started, or to one that cannot."""
        self._heading.exercises.setEnabled(startable)
        self._figures.show_parts(startable=startable)
        self._startable = startable

    def _set_tab_order(self) -> None:
        """Tab goes from Start through blocks, rounds, weights and faults to list and rail."""
        before: QWidget = self._start
        for control in (
            *self._cards.controls,
            *self._stepper.controls,
            *self._figures.equipment.controls,
            *([] if self._faults is None else [self._faults.list]),
            self._heading.title,
            *self._heading.controls,
            *self._list.controls,
            self._heading.exercises,
            *self._rail.controls,
            self._foot.about,
        ):
            QWidget.setTabOrder(before, control)
            before = control

    @property
    def _slim(self) -> bool:
        """Whether the page has no room for the list of workouts beside the cards."""
        return self.narrow or self.tall or self.width() < LEAST_WIDE

    @override
    def arrange(self) -> None:
        """Place the rail, and beside it heading, cards, timeline, figures and foot.

        Before there is something to show, nothing has a place.
        """
        if self._view is None:
            return
        u, slim = self.u, self._slim
        caps = (self.cap(1.5), self.cap(1.35))
        beside = self._rail.put(self.width(), self.height(), u, caps, slim=slim)
        self._heading.title.set_opens(opens=slim and self._list.counts > 1)
        self._heading.title.setChecked(self._lists and slim)
        room = QRectF(self._rail.width() + self.margin, 0, 0, self.height())
        room.setRight(self.width() - self.margin)
        room.setBottom(self._foot.place(room))
        room.setBottom(self._figures.place(room, slim=slim, stacked=self.tall))
        self._show_what_there_is_room_for()
        room.setBottom(self._place_timeline(room))
        self._cards.set_caps(u, (self.cap(1.7), self.cap(1.4), self.cap(1.35)))
        least = self._cards.needed_height(room.width()) if self._startable else 0.0
        room.setTop(self._heading.place(room, slim=slim, least=least))
        self._list.put(room if slim else beside, u, *caps)
        self._cards.put(room, u)
        if self._faults is not None:
            self._faults.put(room, self.cap(1.9), u)

    def _show_what_there_is_room_for(self) -> None:
        """Show cards or faults, or in their place the list of workouts where it is open."""
        lists, startable = self._lists and self._slim, self._startable
        holder = self if self._slim else self._rail
        if self._list.parentWidget() is not holder:
            self._list.setParent(holder)
        self._list.setVisible(lists or not self._slim)
        self._cards.setVisible(startable and not lists)
        self._timeline.setVisible(startable and not lists and self.height() >= LEAST_LINED)
        if self._faults is not None:
            self._faults.setHidden(startable or lists or not self._faults.has_faults)

    def _set_lists(self, *, lists: bool) -> None:
        """Show the list of workouts in place of the cards, or the cards again."""
        self._lists = lists
        self.arrange()
        self.update()
        if lists:
            self._list.focus_selected()
        else:
            self._start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, name: str) -> None:
        if self._lists and self._slim:
            self._set_lists(lists=False)
        self.workout_selected.emit(name)

    def _place_timeline(self, room: QRectF) -> float:
        if self._timeline.isHidden():
            return room.bottom()
        height = BARE_HEIGHT * self.span
        top = room.bottom() - height + 0.8 * self.u
        self._timeline.setGeometry(pixels(QRectF(room.x(), top, room.width(), height)))
        return top - 0.9 * self.u

    @override
    def paint(self, painter: QPainter) -> None:
        """Look for pictures as soon as the page has been seen."""
        super().paint(painter)
        self._pictures.look_soon()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Look for no pictures where nobody sees them."""
        super().hideEvent(event)
        self._pictures.rest()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digit and arrow, and close the list; leave all other keys to the window."""
        digit = digit_of(event)
        if digit is not None:
            self._toggle(digit - 1)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._choose_beside(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._stepper.step(-1 if event.key() == Qt.Key.Key_Left else 1)
        elif event.key() == Qt.Key.Key_Escape and self._lists and self._slim:
            self._set_lists(lists=False)
        else:
            event.ignore()

    def _toggle(self, place: int) -> None:
        if self._cards.can_toggle(place):
            self.block_toggled.emit(place)

    def _choose_beside(self, by: int) -> None:
        name = None if self._view is None else self._view.beside(by)
        if name is not None:
            self.workout_selected.emit(name)
