"""The start page: which workout, with which blocks and rounds, how long, and when it ends."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from matside.core.workout.model import Workout
from matside.core.workout.plan import Plan
from matside.override import override
from matside.ui.drawing.lettering import BOLD, font
from matside.ui.drawing.painting import fill_rounded, paint_ring, pixels
from matside.ui.drawing.theme import Theme
from matside.ui.figures.film_decoder import FilmDecoder
from matside.ui.keyboard.key_events import digit_of
from matside.ui.kit.labels import PITCH, Label
from matside.ui.kit.page import Page
from matside.ui.kit.timeline import Timeline
from matside.ui.kit.timeline_layout import BARE_HEIGHT
from matside.ui.kit.warning_plate import WarningPlate
from matside.ui.start.block_cards import BlockCards
from matside.ui.start.fault_list import FaultList
from matside.ui.start.start_figures import StartFigures
from matside.ui.start.start_view import StartView, cards_of
from matside.ui.start.workout_rail import WorkoutRail
from matside.ui.words.start_words import no_medical_advice, safety_line, voice_line
from matside.ui.words.workout_names import title_of

ABOUT_LINES = CREDIT_LINES = 2

CLOSER = 1.75
"""How much higher the words begin if the cards would otherwise scroll, in units."""

LEAST_LINED = 420
"""The minimum height of a page with a timeline, in px: below it cards matter more."""

AIR = 1.9
"""The gap between a page's words and its cards, in units."""


class StartPage(Page):
    """The page on which every session begins.

    Space, Enter and clicks on its main button start the session; digits leave blocks out, Up
    and Down choose
    the workout, Left and Right the rounds. None of these moves the focus.
    """

    tall_span = 0.95

    workout_selected = Signal(str)
    rounds_selected = Signal(int)
    rounds_as_written_selected = Signal()
    block_toggled = Signal(int)
    block_told_of = Signal(int)
    start_pressed = Signal()
    sound_pressed = Signal()
    settings_pressed = Signal()
    keys_pressed = Signal()

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, decoder: FilmDecoder | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(QCoreApplication.translate("Start", "Start"))
        self._view: StartView | None = None
        self._fault_plate = QRectF()
        self._rail = WorkoutRail(theme, self)
        self._title = Label(self, theme.text, BOLD, least=0.62)
        self._about = Label(self, theme.mute, lines=ABOUT_LINES)
        self._credit = Label(self, theme.mute2, lines=CREDIT_LINES)
        self._voice = Label(self, theme.mute2, lines=1, least=0.8)
        self._warning = WarningPlate(theme, self)
        self._cards = BlockCards(theme, self, decoder)
        self._timeline = Timeline(theme, self)
        self._timeline.set_labelled(False)
        self._faults = FaultList(theme, self)
        self._figures = StartFigures(theme, self)
        self._stepper, self._start = self._figures.stepper, self._figures.start
        self._safety = Label(self, theme.mute, lines=1, least=0.8)
        self._advice = Label(self, theme.mute2, lines=1, least=0.8)
        self._say_what_stays()
        self._connect()
        self.set_home(self._start)

    def show_keys(self, press: str) -> None:
        """Show `press` on the keycap of Start."""
        self._start.show_key(press)

    def show_view(self, view: StartView) -> None:
        """Show `view`."""
        known = self._view
        self._view = view
        if known is not None and view == replace(known, ends=view.ends):
            self._figures.show_end(view)
            return
        self._show_listing(view)
        self._rail.show_volume(view.volume, muted=view.muted)
        self._warning.show_words(view.notice or "")
        if view.workout is not None and view.plan is not None:
            self._show_workout(view, view.workout, view.plan)
        elif view.listing:
            self._show_faults(view)
        else:
            self._show_nothing_to_do()
        if known is None or known.listing != view.listing or self._changed_blocks(known):
            self._set_tab_order()
        self.arrange()

    @override
    def main_control_has_focus(self) -> bool:
        """Return whether Space and Enter mean Start: no other control has the focus by Tab.

        The page has the focus if Start cannot: arrows and digits keep working.
        """
        focused = QApplication.focusWidget()
        return focused in (None, self, self._start) or not self.isAncestorOf(focused)

    def _say_what_stays(self) -> None:
        self._safety.setText(safety_line())
        self._advice.setText(no_medical_advice())

    def _connect(self) -> None:
        self._rail.selected.connect(self.workout_selected)
        self._rail.grown.connect(self._set_tab_order)
        self._rail.sound_pressed.connect(self.sound_pressed)
        self._rail.settings_pressed.connect(self.settings_pressed)
        self._rail.keys_pressed.connect(self.keys_pressed)
        self._cards.toggled.connect(self.block_toggled)
        self._cards.told_of.connect(self.block_told_of)
        self._cards.grown.connect(self._take_cards_in)
        self._stepper.selected.connect(self.rounds_selected)
        self._stepper.as_written_selected.connect(self.rounds_as_written_selected)
        self._start.clicked.connect(self.start_pressed)

    def _show_listing(self, view: StartView) -> None:
        """List the workouts, the selected one with the rounds and the total of the moment."""
        lengths, rounds = dict(view.lengths), dict(view.remembered)
        if view.plan is not None:
            lengths[view.selected] = view.total
        rounds.pop(view.selected, None)
        if view.rounds is not None:
            rounds[view.selected] = view.rounds
        self._rail.show_workouts(view.listing, view.selected, lengths, rounds)

    def _changed_blocks(self, known: StartView) -> bool:
        return self._view is not None and self._view.workout != known.workout

    def _show_workout(self, view: StartView, workout: Workout, plan: Plan) -> None:
        self._title.setText(workout.title)
        self._about.setText(workout.about)
        self._credit.setText(workout.credit)
        self._voice.setText(voice_line(view.voice))
        self._cards.show_cards(cards_of(workout, plan, view.rounds, view.left_out))
        self._timeline.show_plan(plan)
        self._figures.show_figures(view, workout, plan)
        self._start.setEnabled(True)
        if self._faults.hasFocus() or self.hasFocus():
            self._start.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_parts(startable=True)

    def _show_faults(self, view: StartView) -> None:
        listed = next((entry for entry in view.listing if entry.name == view.selected), None)
        self._title.setText(view.selected if listed is None else title_of(listed))
        self._show_nobodys()
        self._about.setText(
            QCoreApplication.translate("Start", "This file has faults and cannot be started.")
        )
        self._faults.setPlainText("" if listed is None else "\n".join(listed.faults))
        self._give_start_up()
        self._show_parts(startable=False)

    def _show_nothing_to_do(self) -> None:
        self._title.setText(QCoreApplication.translate("Start", "No workout yet"))
        self._show_nobodys()
        self._about.setText(
            QCoreApplication.translate(
                "Start",
                "A workout file in the folder “workouts” beside your settings is listed here.",
            )
        )
        self._give_start_up()
        self._show_parts(startable=False)
        self._faults.setHidden(True)

    def _show_nobodys(self) -> None:
        """Show neither a credit nor a voice."""
        for label in (self._credit, self._voice):
            label.setText("")

    def _give_start_up(self) -> None:
        """Let Start be pressed no more; the page takes the focus, not the control beside."""
        led = self._start.hasFocus()
        self._start.setEnabled(False)
        if led:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_parts(self, *, startable: bool) -> None:
        if not startable or not self._faults.isHidden():
            self.update()  # the plate below the faults is the page's: nobody else repaints it
        self._faults.setHidden(startable)
        for part in (
            self._cards,
            self._timeline,
            *self._figures.words,
        ):
            part.setVisible(startable)
        if not startable:
            self._stepper.hide()

    def _set_tab_order(self) -> None:
        """Tab goes from Start through blocks, rounds and faults to the rail."""
        before: QWidget = self._start
        for control in (
            *self._cards.controls,
            *self._stepper.controls,
            self._faults,
            *self._rail.controls,
        ):
            QWidget.setTabOrder(before, control)
            before = control

    def _take_cards_in(self) -> None:
        self._set_tab_order()
        self.arrange()

    @override
    def arrange(self) -> None:
        """Place the rail, and beside it header, cards, timeline, figures and advice.

        On a tall page the rail lies at the top and all else is below it.
        """
        room = self._place_rail()
        room.setBottom(self._place_advice(room) - 1.7 * self.u)
        room.setBottom(self._figures.place(room))
        if self._faults.isHidden():
            self._timeline.setHidden(self._cards.isHidden() or self.height() < LEAST_LINED)
            room.setBottom(self._place_timeline(room))
        self._cards.set_caps(self.u, (self.cap(1.95), self.cap(1.5), self.cap(1.4)))
        needed = self._cards.needed_height(room.width(), enough=self.height())
        top = self._place_words(room, 0)
        for closed in (1, 2):
            if self._faults.isHidden() and room.bottom() - top < needed:
                top = self._place_words(room, closed)
        room.setTop(top)
        self._place_faults(room)
        self._cards.put(room, self.u)

    def _place_words(self, room: QRectF, closed: int) -> float:
        """Place title, warning, about and credit, from 0 to 2 steps closer; return their end."""
        below = QRectF(room)
        below.setTop(self._place_title(room, closed))
        return self._place_about_and_credit(below) - (0.4 * CLOSER * self.u if closed else 0)

    def _place_rail(self) -> QRectF:
        """Place the rail; return the room that it leaves."""
        room = QRectF(self.margin, 0, self.width() - 2 * self.margin, self.height())
        caps = (self.cap(1.7), self.cap(1.4))
        if self.tall:
            room.setTop(self._rail.lay(self.width(), 0.24 * self.height(), self.u, *caps))
            return room
        width = max(0.229 * self.width(), 19 * self.u, self._rail.width_needed(self.u, *caps))
        rail = QRectF(0, 0, width, self.height())
        self._rail.put(rail, self.u, *caps)
        room.setLeft(rail.right() + self.margin)
        return room

    def _place_faults(self, plate: QRectF) -> None:
        self._fault_plate = plate
        inset = 2 * self.u
        self._faults.setGeometry(pixels(plate.adjusted(inset, inset, -inset, -inset)))
        self._faults.setFont(font(self.cap(1.6)))

    def _place_title(self, room: QRectF, closed: int) -> float:
        """Place title and warning, the title smaller at 2 steps closer; return where they end."""
        small = self.narrow or closed > 1
        u, size, cap = self.u, self.cap(3.8 if small else 5.2), self.cap(1.6)
        y = room.y() + (6.8 if self.tall else 8.4 if small else 10.6) * u
        y -= CLOSER * u if closed else 0
        self._title.put(room.x() - 0.06 * size, y, room.width(), size)
        if self._warning.isHidden():
            return y
        y += max(1.6 * u, 0.42 * size)  # the tails of the title stay clear of it
        height = self._warning.needed_height(room.width(), cap, u)
        self._warning.put(QRectF(room.x(), y, room.width(), height), cap, u)
        return y + height

    def _place_about_and_credit(self, room: QRectF) -> float:
        """Place what the workout is, whose, and who says it; return where the cards may begin.

        The latter matter more: the first is left out where cards would scroll because of it.
        """
        about, credit = self.cap(1.6), self.cap(1.3)
        lines = _rows(self._about, room.width(), about)
        each = {small: _rows(small, room.width(), credit) for small in (self._credit, self._voice)}
        rows = sum(each.values())
        begin = 2.7 * self.u + 0.95 * about
        first = begin + PITCH * about * (lines - 1) if lines else 0.0
        needed = self._cards.needed_height(room.width(), enough=self.height())
        spare = room.height() - needed - PITCH * credit * rows
        described = not rows or spare >= first + AIR * self.u or self._cards.isHidden()
        self._about.setVisible(described)
        y = room.y() + (first if described else 0)
        self._about.put(room.x(), room.y() + begin, room.width(), about)
        top = 1.3 * self.u if described and lines else max(2.0 * self.u, 1.3 * credit)
        baseline = y + top + 0.95 * credit
        for small, its_rows in each.items():
            small.put(room.x(), baseline, room.width(), credit)
            baseline += PITCH * credit * its_rows
        return (baseline - PITCH * credit if rows else y) + AIR * self.u

    def _place_timeline(self, room: QRectF) -> float:
        if self._timeline.isHidden():
            return room.bottom()
        height = BARE_HEIGHT * self.span
        top = room.bottom() - height + 0.8 * self.u
        self._timeline.setGeometry(pixels(QRectF(room.x(), top, room.width(), height)))
        return top - 0.9 * self.u

    def _place_advice(self, room: QRectF) -> float:
        """Place both lines of advice, side by side where they fit; return their top."""
        cap, u = self.cap(1.4), self.u
        baseline = self.height() - 2.25 * u
        first, second = self._safety.width_at(cap) + 1, self._advice.width_at(cap) + 1
        if first + 3 * u + second <= room.width():
            self._safety.put(room.x(), baseline, first, cap)
            self._advice.put(room.right() - second, baseline, second, cap)
            return baseline - cap
        self._advice.put(room.x(), baseline, room.width(), cap)
        self._safety.put(room.x(), baseline - 1.8 * cap, room.width(), cap)
        return baseline - 2.8 * cap

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and a plate below the faults where there are any."""
        super().paintEvent(event)
        if self._faults.isHidden():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill_rounded(painter, self._fault_plate, 2 * self.u, self.theme.surface)
        if self._faults.hasFocus():
            paint_ring(painter, self._fault_plate, self.theme.focus, self.u)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digit and arrow; leave all other keys to the window."""
        digit = digit_of(event)
        if digit is not None:
            self._toggle(digit - 1)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._choose_beside(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._stepper.step(-1 if event.key() == Qt.Key.Key_Left else 1)
        else:
            event.ignore()

    def _toggle(self, place: int) -> None:
        if self._cards.can_toggle(place):
            self.block_toggled.emit(place)

    def _choose_beside(self, by: int) -> None:
        if self._view is None:
            return
        names = [listed.name for listed in self._view.listing]
        place = names.index(self._view.selected) + by if self._view.selected in names else 0
        if 0 <= place < len(names):
            self.workout_selected.emit(names[place])


def _rows(label: Label, width: float, cap: float) -> int:
    """Return how many lines `label` takes at `width` px, none without words."""
    return len(label.lines_in(width, cap)) if label.text() else 0
