"""What is in the window: which page, and what keys, clicks and the desktop ask of it."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matside.core.keymap import Keymap
from matside.core.ports.devices import Chime
from matside.core.session.reading import Reading
from matside.core.session.record import OpenSession
from matside.core.session.values import Command, Idle, Over
from matside.core.workout.plan import as_planned
from matside.override import override
from matside.ui.drawing.theme import Theme
from matside.ui.keyboard.key_events import Act, HeldKeys, act_of
from matside.ui.stage.console import Console
from matside.ui.stage.pace_keys import PaceKeys
from matside.ui.stage.screen_reader import ScreenReader
from matside.ui.stage.stage_refresher import StageRefresher
from matside.ui.window.leaving import Leaving
from matside.ui.window.notices import Notice, unanswering_disk
from matside.ui.window.pages import Pages
from matside.ui.window.services import Services
from matside.ui.window.titles import TitleBar, over_title, plain_title, session_title
from matside.ui.words.texts import mute_words, voice_switch_words

JUST_RAISED = 200
"""For so many ms after the window came forward a click only raised it."""


class MainWindow(QWidget):
    """Shows the page of the moment and hands every key to whom it concerns.

    Which page that is follows from the session and from what has been opened over it.
    """

    def __init__(
        self,
        theme: Theme,
        crew: Services,
        offered: OpenSession | None = None,
        *,
        welcomes: bool = False,
    ) -> None:
        """Show the start page; before it the offer to take `offered` up again, or the welcome."""
        super().__init__()
        self._crew = crew
        self._player = crew.player
        self._offered = offered
        self._welcomes = welcomes
        self._starts_next = False
        self._opened: QWidget | None = None
        self._closes_at_once = False
        self._held_keys = HeldKeys()
        self._rules = as_planned(crew.preferences.settings)
        self._warned_of_loss = False
        self._theme = theme
        self._pages = Pages(theme, crew, offered)
        self._console = Console(self._player, self._pages.stage, self)
        self._pace_keys = PaceKeys(self._player, crew.preferences, self)
        self._frames = StageRefresher(self._player, self._pages.stage, crew.wall, self)
        self._leaving = Leaving(self._player.recording, self)
        self._title_bar = TitleBar(self)
        self._narrator = ScreenReader(self)
        self._just_raised = QTimer(self, interval=JUST_RAISED, singleShot=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self._connect()
        self._connect_pages()
        self._prepare()
        self._show_page()
        if welcomes:
            self._remember_welcome()

    def begin(self) -> None:
        """Start the chosen workout without a press, after the offer if there is one."""
        if self._offered is not None:
            self._starts_next = True
        elif self._player.program is not None:
            self._player.command(Command.START)

    def warn(self, notice: Notice, detail: str | None) -> None:
        """Warn of `notice` with `detail`, or no more where that is None."""
        self._pages.warn(notice, detail)

    def offer(self, session: OpenSession | None) -> None:
        """Say that history can be read after all, and offer what was left open, if anything.

        Who has begun something else meanwhile is not interrupted: the next start offers it.
        What is found while a session is still being written may be that very session.
        """
        self.warn(Notice.NOT_RECORDED, None)
        rests = isinstance(self._player.phase, Idle) and not self._player.recording.is_behind
        if session is not None and rests:
            self._offered = session
            self._pages.offer(session)
            self._show_page()

    def set_theme(self, theme: Theme) -> None:
        """Show everything in the colours of `theme` from now on, and nothing else differently."""
        if theme is self._theme:
            return
        self._theme = theme
        pages, opened = self._pages, self._opened
        place = -1 if opened is None else pages.indexOf(opened)
        pages.dress(theme)
        self._opened = None if opened is None else pages.widget(place)
        self._connect_pages()
        self._console.move_to(pages.stage)
        self._frames.move_to(pages.stage)
        pages.stage.show_elsewhere(self._keys_go_elsewhere())
        self._show_page()

    def take_act(self, act: Act) -> None:
        """Do what a key asks that did not come through the window."""
        self._do(act)

    def light_frame(self) -> None:
        """Show on the stage that a chime sounds."""
        self._pages.stage.light_frame()

    def come_forward(self) -> None:
        """Bring the window before all others, where the desktop allows it."""
        window = self.window()
        if window.isMinimized():
            window.showNormal()
        window.show()
        window.raise_()
        window.activateWindow()

    def close_at_once(self) -> None:
        """Close without asking; a session stays open for the next start."""
        self._closes_at_once = True
        if self._player.recording.is_behind:
            self._player.recording.retry()
        self.window().close()

    def _connect(self) -> None:
        self._player.changed.connect(self._follow_session)
        recording = self._player.recording
        recording.kept_changed.connect(self._follow_history)
        recording.failing_changed.connect(self._warn_of_history)
        recording.slow_changed.connect(lambda slow: self.warn(Notice.SAVING, "" if slow else None))
        self._leaving.saved.connect(self._leave)
        self._leaving.failed.connect(self._warn_of_loss)
        preferences = self._crew.preferences
        preferences.changed.connect(self._follow_preferences)
        preferences.saved_changed.connect(lambda why: self.warn(Notice.NOT_SAVED, why))
        self._crew.preparation.changed.connect(self._prepare)
        self._frames.read.connect(self._follow_reading)
        self._console.asking_changed.connect(self._frames.show_now)
        self._pace_keys.said.connect(self._note_on_stage)

    def _connect_pages(self) -> None:
        pages, preparation = self._pages, self._crew.preparation
        pages.start.workout_selected.connect(preparation.select)
        pages.start.rounds_selected.connect(preparation.choose_rounds)
        pages.start.rounds_as_written_selected.connect(preparation.choose_rounds_as_written)
        pages.start.block_toggled.connect(preparation.toggle_block)
        pages.start.block_told_of.connect(self._open_exercises)
        pages.start.start_pressed.connect(self._press)
        pages.start.sound_pressed.connect(self._sound_go)
        pages.start.settings_pressed.connect(self._open_settings)
        pages.start.keys_pressed.connect(self._open_keys)
        pages.stage.pressed.connect(self._click)
        pages.finish.done_pressed.connect(self._press)
        pages.finish.back_pressed.connect(self._go_back)
        pages.settings.changed.connect(self._crew.preferences.change_by_and_by)
        pages.settings.sound_pressed.connect(self._sound_go)
        pages.settings.voice_pressed.connect(self._crew.speaker.say_sample)
        pages.settings.checkup_pressed.connect(self._open_checkup)
        pages.settings.closed.connect(self._close_opened)
        pages.settings.keys_pressed.connect(lambda: self._open(pages.key_choice))
        pages.key_choice.changed.connect(self._change_keys)
        pages.key_choice.closed.connect(self._open_settings)
        pages.checkup.again_pressed.connect(self._crew.checkup.begin)
        pages.checkup.closed.connect(self._open_settings)
        pages.keys.closed.connect(self._close_opened)
        pages.exercise.closed.connect(self._close_opened)
        pages.resume.taken_up.connect(self._press)
        pages.resume.left.connect(self._put_away)
        pages.welcome.done_pressed.connect(self._press)
        pages.welcome.sound_pressed.connect(self._sound_go)
        pages.welcome.keys_pressed.connect(self._open_keys)

    # Which page is shown

    def _page(self) -> QWidget:
        if self._opened is not None:
            return self._opened
        if self._offered is not None:
            return self._pages.resume
        if self._welcomes:
            return self._pages.welcome
        if self._player.in_session:
            return self._pages.stage
        over = isinstance(self._player.phase, Over)
        return self._pages.finish if over else self._pages.start

    def _show_page(self) -> None:
        self._pages.show_page(self._page())
        if not self._player.in_session:
            self._title_bar.show(self._title_out_of_session())
            self._narrator.forget()
            self._frames.prepare_film_soon()
        self._frames.show_now()

    def _title_out_of_session(self) -> str:
        program, ending = self._player.program, self._player.ending
        if ending is not None and program is not None:
            saved = self._player.recording.is_complete
            failing = self._player.recording.fault is not None
            return over_title(program.workout.title, ending, saved=saved, failing=failing)
        return plain_title()

    def _open(self, page: QWidget) -> None:
        """Open `page` over the present one; a session pauses."""
        self._console.pause()
        self._opened = page
        self._show_page()

    def _close_opened(self) -> None:
        self._opened = None
        if not self._player.in_session:
            self._crew.preparation.look_again()
        self._follow_rules()
        self._show_page()

    # What follows from the session, the choice and the settings

    def _follow_session(self) -> None:
        self._console.follow()
        if self._player.ended_with_nothing:
            self._leave_finish_page()
        self._show_page()

    def _prepare(self) -> None:
        """Hand the chosen workout to the player, unless it has a session to show."""
        if not self._player.in_session and not isinstance(self._player.phase, Over):
            self._player.load(self._crew.preparation.program())

    def _follow_preferences(self) -> None:
        self._follow_rules()
        self._show_page()

    def _follow_rules(self) -> None:
        """Have the plan follow the settings.

        Before a session that waits until the page over the start page is closed: of all plans
        that a drag would make there only the last is needed.
        """
        settings = self._crew.preferences.settings
        rules = as_planned(settings)
        if rules == self._rules or (self._opened is not None and not self._player.in_session):
            return
        self._rules = rules
        if self._player.in_session:
            self._player.replan(settings)
        self._prepare()

    def _follow_history(self) -> None:
        """Call done what history holds by now, and nothing more."""
        self._pages.show_kept()
        if self._player.in_session:
            self._frames.show_now()
        else:
            self._title_bar.show(self._title_out_of_session())
        if not self._player.recording.is_behind:
            self._take_back_warning()

    def _warn_of_history(self, fault: str | None) -> None:
        self._take_back_warning()
        self.warn(Notice.NOT_RECORDED, fault)
        self._follow_history()

    def _warn_of_loss(self) -> None:
        """Say why the window has not closed; closed again it loses what is not saved."""
        self._warned_of_loss = True
        fault = self._player.recording.fault
        self.warn(Notice.CLOSING, None)
        self.warn(Notice.WOULD_BE_LOST, fault or unanswering_disk())

    def _take_back_warning(self) -> None:
        self._warned_of_loss = False
        self.warn(Notice.WOULD_BE_LOST, None)

    def _leave(self) -> None:
        """Close the window that has waited for the disk, unless a session goes on in it."""
        self.warn(Notice.CLOSING, None)
        if self._console.asking or not self._player.in_session:
            self.window().close()

    def _follow_reading(self, reading: Reading) -> None:
        self._pages.stage.show_awake(self._crew.awake.held)
        self._title_bar.show(session_title(reading))
        keymap = self._crew.preferences.settings.keymap
        self._narrator.follow(reading, keymap, asking=self._console.asking)

    def _note_on_stage(self, words: str) -> None:
        """Show `words` on the stage of the moment: another theme brings another."""
        if self._page() is self._pages.stage:
            self._pages.stage.show_note(words)

    # What is asked

    def _do(self, act: Act) -> bool:
        """Do `act` where it means something on the page shown; return whether it does."""
        page = self._page()
        anywhere = {
            Act.MUTE: self._toggle_mute,
            Act.VOICE: self._toggle_voice,
            Act.FULL_SCREEN: self._toggle_full_screen,
            Act.QUIT: self.window().close,
            Act.SETTINGS: self._open_settings,
            Act.KEYS: self._close_opened if page is self._pages.keys else self._open_keys,
        }
        if act in anywhere:
            anywhere[act]()
        elif act is Act.ESCAPE:
            self._escape(page)
        elif act is Act.PRESS or (act is Act.RESUME and page is self._pages.start):
            return self._press()
        elif page is self._pages.stage and act is Act.AGAIN:
            self._crew.speaker.say_again()
        elif page is self._pages.stage:
            if self._console.asking or not self._pace_keys.do(act):
                self._console.do(act)
        elif page is self._pages.finish and act is Act.BACK:
            self._go_back()
        else:
            return False
        return True

    def _press(self) -> bool:
        """Take a press where the page shown uses it; return whether it does."""
        page = self._page()
        if page is self._pages.start:
            self._press_start()
        elif page is self._pages.stage:
            self._console.do(Act.PRESS)
        elif page is self._pages.finish:
            self._press_done()
        elif page is self._pages.resume:
            self._press_take_up()
        elif page is self._pages.welcome:
            self._press_go_on()
        else:
            return False
        return True

    def _press_start(self) -> None:
        if self._player.program is not None:
            self._player.press()

    def _press_done(self) -> None:
        if self._player.take_press():
            self._leave_finish_page()

    def _go_back(self) -> None:
        """Take up the session that is over, by the settings that hold now."""
        self._player.replan(self._crew.preferences.settings)
        self._player.command(Command.BACK)

    def _leave_finish_page(self) -> None:
        self._player.leave()
        self._crew.preparation.take_all_blocks()

    def _press_take_up(self) -> None:
        """Take the offered session up, by the settings that hold now."""
        if self._offered is not None and self._player.take_press():
            session, self._offered = self._offered, None
            self._player.take_up(session)
            self._player.replan(self._crew.preferences.settings)

    def _press_go_on(self) -> None:
        if self._player.take_press():
            self._leave_welcome()

    def _leave_welcome(self) -> None:
        self._welcomes = False
        self._show_page()

    def _remember_welcome(self) -> None:
        """Remember at once that the welcome has been shown, however the program ends."""
        settings = self._crew.preferences.settings
        self._crew.preferences.change(replace(settings, welcomed=True))

    def _put_away(self) -> None:
        if self._offered is None:
            return
        session, self._offered = self._offered, None
        self._player.put_away(session)
        if self._starts_next:
            self.begin()
        self._show_page()

    def _escape(self, page: QWidget) -> None:
        if page in (self._pages.key_choice, self._pages.checkup):
            self._open_settings()
        elif page is self._opened:
            self._close_opened()
        elif page is self._pages.resume:
            self._put_away()
        elif page is self._pages.welcome:
            self._leave_welcome()
        elif page is self._pages.stage and self._console.asking:
            self._console.do(Act.ESCAPE)
        elif self.window().isFullScreen():
            self._toggle_full_screen()
        elif page is self._pages.stage:
            self._console.do(Act.ESCAPE)

    def _click(self) -> None:
        """Take a click on the stage for a press, unless it only brought the window forward."""
        if self.isActiveWindow() and not self._just_raised.isActive():
            self._console.do(Act.PRESS)

    def _open_settings(self) -> None:
        self._open(self._pages.settings)

    def _open_checkup(self) -> None:
        self._crew.checkup.begin()
        self._open(self._pages.checkup)

    def _open_keys(self) -> None:
        self._open(self._pages.keys)

    def _open_exercises(self, block: int) -> None:
        self._pages.tell_of(block)
        self._open(self._pages.exercise)

    def _change_keys(self, keymap: Keymap) -> None:
        settings = self._crew.preferences.settings
        self._crew.preferences.change(replace(settings, keys=keymap.chosen))

    def _sound_go(self) -> None:
        self._crew.chimes.play(Chime.GO)

    def _sound_elsewhere(self) -> None:
        if self._keys_go_elsewhere() and not self._crew.preferences.settings.muted:
            self._crew.chimes.play(Chime.ELSEWHERE)

    def _toggle_mute(self) -> None:
        settings = self._crew.preferences.settings
        self._crew.preferences.change(replace(settings, muted=not settings.muted))
        self._note_on_stage(mute_words(muted=not settings.muted))

    def _toggle_voice(self) -> None:
        settings = self._crew.preferences.settings
        self._crew.preferences.change(replace(settings, voice=not settings.voice))
        self._note_on_stage(voice_switch_words(on=not settings.voice))

    def _toggle_full_screen(self) -> None:
        window = self.window()
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
        settings = self._crew.preferences.settings
        self._crew.preferences.change(replace(settings, fullscreen=window.isFullScreen()))

    def _remember_size(self) -> None:
        """Remember whether the window is maximised, and its size where the desktop set none."""
        window, settings = self.window(), self._crew.preferences.settings
        settings = replace(settings, maximised=window.isMaximized())
        if not (window.isFullScreen() or window.isMaximized()):
            settings = replace(settings, window_width=self.width(), window_height=self.height())
        self._crew.preferences.change(settings)

    def _notice_activation(self) -> None:
        elsewhere = self._keys_go_elsewhere()
        self._pages.stage.show_elsewhere(elsewhere)
        if elsewhere:
            self._crew.speaker.let_in(Chime.ELSEWHERE, self._sound_elsewhere)
        if self.isActiveWindow():
            self._just_raised.start()
            if not self._player.in_session:
                self._crew.preparation.look_again()

    def _keys_go_elsewhere(self) -> bool:
        return self._player.in_session and not self.isActiveWindow()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key asks for on the page shown."""
        keymap = self._crew.preferences.settings.keymap
        act = act_of(event, keymap, repeated=self._held_keys.repeats(event))
        if act is Act.PRESS and not self._pages.main_control_has_focus():
            act = None
        if act is None or not self._do(act):
            super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Remember when the key was let go."""
        super().keyReleaseEvent(event)
        self._held_keys.let_go(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Have the film prepared that a press would show."""
        super().showEvent(event)
        self._frames.prepare_film_soon()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the film that comes prepared in the size that it will have."""
        super().resizeEvent(event)
        self._frames.prepare_film_soon()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the page that is shown."""
        super().focusInEvent(event)
        self._page().setFocus()

    @override
    def event(self, event: QEvent) -> bool:
        """Say where the keys go when the window gets or loses the focus."""
        done = super().event(event)
        if event.type() in (QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate):
            self._notice_activation()
        return done

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Close; ask first in a session, and warn before what is not saved would be lost."""
        gives_up = self._warned_of_loss or self._closes_at_once
        if self._player.in_session and not (self._console.asking or self._closes_at_once):
            event.ignore()
            self._opened = None
            self._console.ask()
            self._show_page()
        elif self._leaving.is_free() or gives_up:
            self._remember_size()
        else:
            event.ignore()
            if not self._warned_of_loss:
                self.warn(Notice.CLOSING, "")
