"""The stage: the page that the athlete sees from the mat during a session."""

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QRect, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from matside.core.durations import SECOND
from matside.core.figures.film import Film
from matside.core.keymap import Keymap
from matside.core.session.looks import Look
from matside.core.session.reading import Reading
from matside.core.session.record import SetRecord
from matside.core.workout.plan import Plan
from matside.override import override
from matside.ui.drawing.theme import Theme
from matside.ui.figures.film_decoder import FilmDecoder, Priority
from matside.ui.figures.film_view import FilmView
from matside.ui.figures.frame_decoding import FilmFrame
from matside.ui.kit.timeline import Timeline
from matside.ui.stage.chime_light import FrameLight
from matside.ui.stage.countdown import Countdown
from matside.ui.stage.flood import Flooding, Wash
from matside.ui.stage.layout.frame import Showing, Signs
from matside.ui.stage.layout.layout import StageLayout, lay_out
from matside.ui.stage.layout.mini import mini
from matside.ui.stage.reading_changes import begins, coloured, means, share_of_rep, steadied
from matside.ui.stage.repainting import changed, differing, inside, paint_layout, whole_pixels
from matside.ui.stage.stage_words import told

CONFIRMED_FOR = 120
"""How long the keycap stays inverted after a press that counted, in ms."""

NOTED_FOR = 2 * SECOND
"""How long the stage says what a key has changed, in ms."""

BAND_TICK = 100
STILL_TICK = SECOND
"""The minimum interval between moves of the progress band, in ms; the second for small moves."""

REP_TICK = 50
"""The interval at which the film of a paced set is aligned with its rep, in ms."""


class Stage(QWidget):
    """Shows one reading after another, and signals presses.

    It repaints only what differs from the previous reading.
    """

    pressed = Signal()

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, decoder: FilmDecoder | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(320, 180)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self._reading: Reading | None = None
        self._ends = datetime.fromtimestamp(0, UTC)  # until the first reading
        self._signs = Signs()
        self._layout: StageLayout | None = None
        self._wash: Wash | None = None
        self._is_stale = False
        self._floods = False
        self._title = ""
        self._arrange = lay_out
        self._band_tick = BAND_TICK
        self._decoder = decoder or FilmDecoder(parent=self)
        self._decoder.changed.connect(self._lay_out)
        self.film = FilmView(self._decoder, self)
        self._countdown = Countdown(self)
        self._timeline = Timeline(theme, self)
        self._light = FrameLight(self)
        self._flooding = Flooding(self)
        self._flooding.moved.connect(self._flow)
        self._confirmation = QTimer(self)
        self._confirmation.setSingleShot(True)
        self._confirmation.setInterval(CONFIRMED_FOR)
        self._confirmation.timeout.connect(self._end_confirmation)
        self._note = QTimer(self, singleShot=True, interval=NOTED_FOR)
        self._note.timeout.connect(lambda: self.show_note(None))
        self._noted: SetRecord | None = None

    def show_plan(self, plan: Plan, title: str) -> None:
        """Show the steps of `plan` from the next reading on; `title` names the workout."""
        self._title = title
        self._timeline.show_plan(plan)
        self._reading = None

    def show_skipped(self, places: frozenset[int]) -> None:
        """Show that the sets at `places` of the plan were skipped."""
        self._timeline.show_skipped(places)

    def set_motion(self, *, floods: bool, still: bool) -> None:
        """Set whether steps begin with a flood; `still` moves the band only once a second."""
        self._floods = floods
        self._band_tick = STILL_TICK if still else BAND_TICK
        self.film.set_slow(slow=still)

    def set_mini(self, on: bool) -> None:  # noqa: FBT001 - says what is, as Qt's setters do
        """Show the block alone, for a small window, or the whole stage again."""
        self._arrange = mini if on else lay_out
        self._flooding.stop()
        self._layout = None
        self._lay_out()

    @property
    def tick(self) -> int:
        """The maximum time between two readings that the stage needs, in ms."""
        return REP_TICK if self.film.is_led else self._band_tick

    def show_reading(self, reading: Reading, ends: datetime) -> None:
        """Show `reading`, and `ends` as the time at which the workout ends."""
        steady = steadied(reading, self._band_tick)
        if (steady, ends) != (self._reading, self._ends) or self._is_stale:
            self._show(steady, ends)
        self.film.lead(share_of_rep(reading))

    def show_notice(self, text: str | None) -> None:
        """Show the warning `text` above the strip; None removes it."""
        self._show_signs(replace(self._signs, notice=text))

    def show_awake(self, held: bool) -> None:  # noqa: FBT001 - likewise
        """Show whether the screen is kept awake."""
        self._show_signs(replace(self._signs, awake=held))

    def show_muted(self, muted: bool) -> None:  # noqa: FBT001 - likewise
        """Show whether the sounds are off."""
        self._show_signs(replace(self._signs, muted=muted))

    def show_keys(self, keymap: Keymap) -> None:
        """Show the keys of `keymap` on the keycaps."""
        self._show_signs(replace(self._signs, keymap=keymap))

    def show_paced(self, paced: bool) -> None:  # noqa: FBT001 - likewise
        """Show whether counted sets run by the clock."""
        self._show_signs(replace(self._signs, paced=paced))

    def show_unsaved(self, places: frozenset[int]) -> None:
        """Leave the bars of the sets at `places` of the plan unfilled: they are not saved yet."""
        self._timeline.show_unsaved(places)

    def show_elsewhere(self, elsewhere: bool) -> None:  # noqa: FBT001 - likewise
        """Show whether another window has the keys; a click then returns them and is no press."""
        self._show_signs(replace(self._signs, elsewhere=elsewhere))

    def show_question(self, asked: bool) -> None:  # noqa: FBT001 - likewise
        """Show the question before the workout ends, or the choices of the pause again."""
        self._show_signs(replace(self._signs, question=asked))

    def light_frame(self) -> None:
        """Light the frame briefly, in the ink that contrasts with the current colour."""
        if self._layout is not None and self.isVisible():
            self._light.light(self._layout.inks.text)

    def confirm_press(self) -> None:
        """Invert the keycap briefly, from the next reading on, to confirm a press that counted.

        The keycap and the effect of the press share one layout pass.
        """
        self._signs = replace(self._signs, confirming=True)
        self._is_stale = True
        self._confirmation.start()

    def show_note(self, text: str | None, of: SetRecord | None = None) -> None:
        """Show `text`, what a key has changed, briefly in place of the cue; None removes it.

        Where it tells what the last set is corrected to, `of` is that set: the text goes as soon
        as that is not so any more, or is over.
        """
        self._noted = of
        self._show_signs(replace(self._signs, note=text))
        if text is None:
            self._note.stop()
        else:
            self._note.start()

    def prepare_film(self, reading: Reading, ends: datetime) -> None:
        """Decode the film that `reading` would show, at its size, without showing it.

        Enough pictures are decoded for the film to move from its first frame.
        """
        film = self._film_of(reading)
        showing = Showing(reading, ends, self._signs, film=film)
        layout = self._arrange(showing, self._theme, QSizeF(self.size()))
        frames: list[FilmFrame] = []
        if layout.figure is not None:
            frames = self.film.first_frames(reading.shown, whole_pixels(layout.figure).size())
        self._decoder.want(self, frames, Priority.COMING)

    def _show(self, steady: Reading, ends: datetime) -> None:
        if self._reading is None or means(steady) != means(self._reading):
            self._tell(steady)
        self._follow_change(self._reading, steady)
        self._reading, self._ends = steady, ends
        if self._noted is not None and steady.correctable != self._noted:
            self.show_note(None)  # which lays out, too
        else:
            self._lay_out()

    def _film_of(self, reading: Reading) -> Film | None:
        reel = self._decoder.reel(reading.shown.exercise)
        return None if reel is None else reel.film

    def _end_confirmation(self) -> None:
        self._show_signs(replace(self._signs, confirming=False))

    def _show_signs(self, signs: Signs) -> None:
        if signs != self._signs:
            self._signs = signs
            self._lay_out()

    def _follow_change(self, before: Reading | None, now: Reading) -> None:
        """Start a flood when a step begins; other colour changes are immediate."""
        if before is None or coloured(before) == coloured(now):
            return
        if self._floods and begins(before, now):
            self._flooding.begin()
        else:
            self._flooding.stop()
        if now.flooded:
            self._flooding.note_flash()

    def _flow(self) -> None:
        """Show the next frame of the flood; nothing moves while it covers the whole stage."""
        if self._flooding.is_whole or self._layout is None or self._reading is None:
            return
        if self._wash is not None:
            self._draw_back(self._layout, self._wash)
        elif self._flooding.is_settling:
            self._begin_to_settle(self._layout, self._reading)
        else:
            self._lay_out()

    def _begin_to_settle(self, awash: StageLayout, reading: Reading) -> None:
        """Show the usual colours wherever the flood `awash` has withdrawn."""
        self._layout = self._laid_out(reading, awash=False)
        self._wash = Wash(awash, self._flooding.reach(awash.block, awash.room))
        self._place_children(self._layout, reading)
        self._place_wash(self._wash)
        differing = changed(awash.marks, self._layout.marks, self.rect())
        self.update(differing - inside(self._wash))

    def _draw_back(self, layout: StageLayout, wash: Wash) -> None:
        """Repaint only what the flood has uncovered since the last frame."""
        covered = self._flooding.reach(layout.block, layout.room)
        now = Wash(wash.layout, covered)
        self._wash = now if self._flooding.is_settling else None
        self._place_wash(self._wash)
        self.update(QRegion(whole_pixels(wash.covered)) - inside(now))

    def _lay_out(self) -> None:
        """Lay out everything again, and repaint what has changed."""
        if self._reading is None:
            return
        self._is_stale = False
        before, wash = self._layout, self._wash
        self._layout = self._laid_out(self._reading, awash=self._flooding.is_whole)
        self._wash = self._washed(self._reading) if self._flooding.is_settling else None
        self._place_children(self._layout, self._reading)
        self._place_wash(self._wash)
        self.update(differing(before, self._layout, self.rect(), wash, self._wash))

    def _laid_out(self, reading: Reading, *, awash: bool) -> StageLayout:
        showing = Showing(reading, self._ends, self._signs, awash, self._film_of(reading))
        return self._arrange(showing, self._theme, QSizeF(self.size()))

    def _washed(self, reading: Reading) -> Wash:
        awash = self._laid_out(reading, awash=True)
        return Wash(awash, self._flooding.reach(awash.block, awash.room))

    def _place_children(self, layout: StageLayout, reading: Reading) -> None:
        flood = self._theme.tone(reading.look).flood
        self._countdown.setGeometry(whole_pixels(layout.digits_rect))
        self._countdown.show_digits(layout.digits, self._theme.ink, flood)
        if layout.timeline is not None:
            self._timeline.setGeometry(whole_pixels(layout.timeline))
        self._timeline.setVisible(layout.timeline is not None)
        self._timeline.set_labelled(layout.frame.labelled)
        self._timeline.show_place(reading.place, reading.behind, reading.look)
        before = reading.rounds_before
        self._timeline.show_rounds(reading.shown.key, () if before is None else before.ends)
        if layout.figure is not None:
            room, inks = whole_pixels(layout.figure), layout.inks.of_panel
            self.film.hold(held=reading.look is Look.PAUSED)
            self.film.show_set(reading.shown, room, layout.frame.unit, inks)
        self.film.setVisible(layout.figure is not None)

    def _place_wash(self, wash: Wash | None) -> None:
        if wash is None:
            self.film.show_covered(QRect(), None)
            return
        covered = whole_pixels(wash.covered).translated(-self.film.pos())
        self.film.show_covered(covered, wash.layout.inks.of_panel)

    def _tell(self, reading: Reading) -> None:
        """Keep the words for the stage up to date; the screen reader announces the changes."""
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(told(reading, self._signs.keymap))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._signs.elsewhere:
            self.activateWindow()
            return
        self.pressed.emit()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._flooding.stop()
        self._light.resize(self.size())
        self._layout = None
        self._lay_out()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._flooding.stop()
        self._decoder.want(self, (), Priority.COMING)
        self._confirmation.stop()
        self._end_confirmation()
        self.show_note(None)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._layout is None:
            painter.fillRect(event.rect(), self._theme.ground)
            return
        paint_layout(painter, self._layout, self._wash, event.region())
