"""The stage and everything that drives it: what it reads, what its keys do, what is said of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from matside.core.keymap import Act
from matside.core.session.reading import Reading
from matside.core.session.record import SetOutcome, SetRecord
from matside.ui.drawing.theme import Theme
from matside.ui.session.correction_keys import CorrectionKeys
from matside.ui.session.program import Program
from matside.ui.stage.console import Console
from matside.ui.stage.pace_keys import PaceKeys
from matside.ui.stage.stage_refresher import StageRefresher
from matside.ui.window.services import Services

if TYPE_CHECKING:
    from matside.ui.stage.screen_reader import ScreenReader
    from matside.ui.stage.stage import Stage


class SessionView(QObject):
    """What is seen and asked of the session on the stage.

    The stage is loaded and made when it is first wanted; until then there is nothing to show.
    `read` tells every reading, `clicked` a click on the stage.
    """

    read = Signal(object)
    clicked = Signal()

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self._stage: Stage | None = None
        self._staged: Program | None = None
        self._screen_reader: ScreenReader | None = None
        self._elsewhere = False
        self._is_mini = False
        self._notice: str | None = None
        self.console = Console(services.player, self)
        self._pace_keys = PaceKeys(services.player, services.preferences, self)
        self._pace_keys.said.connect(self.note)
        self._correction_keys = CorrectionKeys(services.player, services.preferences, self)
        self._correction_keys.said.connect(self._note_correction)
        self._refresher = StageRefresher(services.player, services.wall, self)
        self._refresher.read.connect(self._follow_reading)
        self.console.asking_changed.connect(self._refresher.show_now)

    @property
    def asks(self) -> bool:
        """Whether the question is shown whether the workout is to end."""
        return self.console.asking

    def make_stage(self, theme: Theme) -> "Stage":
        """Return a stage in the colours of `theme`, which shows the session from now on."""
        from matside.ui.stage.screen_reader import ScreenReader
        from matside.ui.stage.stage import Stage

        services = self._services
        stage = Stage(theme, decoder=services.decoder)
        stage.pressed.connect(self.clicked)
        services.player.pressed.connect(stage.confirm_press)
        self.console.asking_changed.connect(stage.show_question)
        stage.set_mini(self._is_mini)
        stage.show_question(self.console.asking)
        stage.show_elsewhere(self._elsewhere)
        stage.show_notice(self._notice)
        if self._screen_reader is None:
            self._screen_reader = ScreenReader(self._window)
        self._stage, self._staged = stage, None
        self._refresher.show_on(stage)
        return stage

    def do(self, act: Act) -> None:
        """Do what `act` means while the stage is shown."""
        if act is Act.AGAIN:
            self._services.outputs.say_again()
        elif self.console.asking or not (self.correct(act) or self._pace_keys.do(act)):
            self.console.do(act)

    def correct(self, act: Act) -> bool:
        """Do `act` if there is a set that it corrects; return whether there is."""
        return self._correction_keys.do(act)

    def show_now(self) -> None:
        """Show what the session reads now; out of a session a screen reader starts afresh."""
        if not self._services.player.in_session:
            if self._screen_reader is not None:
                self._screen_reader.forget()
            self.prepare_film_soon()
        self._refresher.show_now()

    def prepare_film_soon(self) -> None:
        """Have the film that comes prepared in a moment, in the size that it will have."""
        self._refresher.prepare_film_soon()

    def light_frame(self) -> None:
        """Show on the stage that a chime sounds."""
        if self._stage is not None:
            self._stage.light_frame()

    def note(self, words: str) -> None:
        """Say for a moment on the stage, if it is seen, what a key has changed."""
        self._note_of(words, None)

    def warn(self, notice: str | None) -> None:
        """Show the warning `notice` on the stage; None takes it away."""
        self._notice = notice
        if self._stage is not None:
            self._stage.show_notice(notice)

    def show_elsewhere(self, elsewhere: bool) -> None:  # noqa: FBT001 - as the stage's own
        """Show whether the keys go to another window."""
        self._elsewhere = elsewhere
        if self._stage is not None:
            self._stage.show_elsewhere(elsewhere)

    def set_mini(self, *, on: bool) -> None:
        """Show the block alone, for a small window, or the whole stage again."""
        if on is self._is_mini:
            return
        self._is_mini = on
        if self._stage is not None:
            self._stage.set_mini(on)
            self.prepare_film_soon()

    def refresh(self) -> None:
        """Show on the stage what the settings say, and what of the session is kept."""
        if self._stage is None:
            return
        settings, player = self._services.preferences.settings, self._services.player
        self._stage.show_muted(settings.muted)
        self._stage.show_keys(settings.keymap)
        self._stage.show_paced(settings.rep_pace)
        self._stage.set_motion(floods=settings.floods, still=settings.reduce_motion)
        program = player.program
        if program is not None and program is not self._staged and self._window.isVisible():
            self._staged = program
            self._stage.show_plan(program.plan, program.workout.title)
        if program is not None and program is self._staged:
            self._stage.show_unsaved(player.record.unsaved)
            self._stage.show_skipped(player.record.kept_places(SetOutcome.SKIPPED))

    def _note_correction(self, words: str) -> None:
        self._note_of(words, self._services.player.correctable)

    def _note_of(self, words: str, record: SetRecord | None) -> None:
        if self._stage is not None and self._stage.isVisibleTo(self._window):
            self._stage.show_note(words, record)

    def _follow_reading(self, reading: Reading) -> None:
        if self._stage is not None:
            self._stage.show_awake(self._services.outputs.keeps_screen_awake)
        if self._screen_reader is not None:
            keymap = self._services.preferences.settings.keymap
            self._screen_reader.follow(reading, keymap, asking=self.console.asking)
        self.read.emit(reading)
