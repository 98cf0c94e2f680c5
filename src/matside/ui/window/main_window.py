"""The content of the window: which page is shown, and what keys, clicks and the desktop do."""

from dataclasses import replace

from PySide6.QtCore import QEvent
from PySide6.QtGui import QCloseEvent, QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matside.core.keymap import Act
from matside.core.session.reading import Reading
from matside.core.session.record import OpenSession
from matside.core.session.values import Command, Idle, Over
from matside.core.workout.plan import as_planned
from matside.override import override
from matside.ui.drawing.theme import Theme
from matside.ui.keyboard.key_events import HeldKeys, act_of
from matside.ui.window.desktop_place import DesktopPlace
from matside.ui.window.elsewhere import Elsewhere
from matside.ui.window.notices import Notice
from matside.ui.window.page_makers import PageName
from matside.ui.window.pages import Pages
from matside.ui.window.saving import Saving
from matside.ui.window.services import Services
from matside.ui.window.session_view import SessionView
from matside.ui.window.sound_switches import SoundSwitches
from matside.ui.window.titles import TitleBar, session_title, title_out_of_session


class MainWindow(QWidget):
    """Shows the current page, and passes every key to where it has a meaning.

    The page follows from the session, and from what has been opened over it.
    """

    def __init__(
        self,
        theme: Theme,
        services: Services,
        offered: OpenSession | None = None,
        *,
        welcomes: bool = False,
    ) -> None:
        """Show the start page; before it the offer to resume `offered`, or the welcome."""
        super().__init__()
        self._services = services
        self._player = services.player
        self._offered = offered
        self._welcomes = welcomes
        self._starts_next = False
        self._opened: PageName | None = None
        self._closes_at_once = False
        self._held_keys = HeldKeys()
        self._rules = as_planned(services.preferences.settings)
        self._theme = theme
        self._session = SessionView(services, self)
        self._pages = Pages(theme, services, self._session)
        self._pages.offer(offered)
        self._saving = Saving(self._player.recording, self.warn, self)
        self._place = DesktopPlace(self, services.preferences)
        self._elsewhere = Elsewhere(self, services, self._session.show_elsewhere)
        self._switches = SoundSwitches(services.preferences, self._session.note)
        self._title_bar = TitleBar(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self._connect()
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
        """Show the warning `notice` with `detail`; None removes it."""
        self._pages.warn(notice, detail)

    def offer(self, session: OpenSession | None) -> None:
        """Say that history can be read after all, and offer what was left open, if anything.

        If the athlete has begun something else meanwhile, the next start offers it. A session
        found while one is still being written may be that same one, so it is not offered.
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
        self._pages.dress(theme)
        self._show_page()

    def take_act(self, act: Act) -> None:
        """Do `act` for a key that did not come through the window, such as a media key."""
        self._do(act)

    def light_frame(self) -> None:
        """Show on the stage that a chime sounds."""
        self._session.light_frame()

    def come_forward(self) -> None:
        """Bring the window to the front, if the desktop allows it."""
        self._place.come_forward()

    def close_at_once(self) -> None:
        """Close without asking; a session stays open for the next start."""
        self._closes_at_once = True
        if self._player.recording.is_behind:
            self._player.recording.retry()
        self.window().close()

    def load_stage(self) -> None:
        """Make the stage, which the first press will show; before that it is not there."""
        self._pages.make_stage()
        self._session.prepare_film_soon()

    def _connect(self) -> None:
        self._player.changed.connect(self._follow_session)
        self._player.recording.kept_changed.connect(self._follow_history)
        self._player.recording.failing_changed.connect(self._follow_history)
        self._saving.left.connect(self._leave)
        preferences = self._services.preferences
        preferences.changed.connect(self._follow_preferences)
        preferences.saved_changed.connect(lambda why: self.warn(Notice.NOT_SAVED, why))
        self._services.preparation.changed.connect(self._prepare)
        self._session.read.connect(self._follow_reading)
        self._session.clicked.connect(self._click)
        self._pages.asked.connect(self._do)
        self._pages.opened.connect(self._open)

    # Which page is shown

    def _page(self) -> PageName:
        if self._opened is not None:
            return self._opened
        if self._offered is not None:
            return PageName.RESUME
        if self._welcomes:
            return PageName.WELCOME
        if self._player.in_session:
            return PageName.STAGE
        over = isinstance(self._player.phase, Over)
        return PageName.FINISH if over else PageName.START

    def _show_page(self) -> None:
        self._pages.show_page(self._page())
        if not self._player.in_session:
            self._title_bar.show(title_out_of_session(self._player))
        self._session.show_now()

    def _open(self, page: PageName) -> None:
        """Open `page` over the present one; a session pauses."""
        self._session.console.pause()
        self._opened = page
        self._show_page()

    def _close_opened(self) -> None:
        self._opened = None
        if not self._player.in_session:
            self._services.preparation.look_again()
        self._follow_rules()
        self._show_page()

    # What follows from the session, the choice and the settings

    def _follow_session(self) -> None:
        self._session.console.follow()
        if self._player.ended_with_nothing:
            self._leave_finish_page()
        self._show_page()

    def _prepare(self) -> None:
        """Pass the chosen workout to the player, unless it has a session to show."""
        if not self._player.in_session and not isinstance(self._player.phase, Over):
            self._player.load(self._services.preparation.program())

    def _follow_preferences(self) -> None:
        self._follow_rules()
        self._show_page()

    def _follow_rules(self) -> None:
        """Let the plan follow the settings.

        Before a session that waits until the page over the start page is closed: of all plans
        that a drag would make there only the last is needed.
        """
        settings = self._services.preferences.settings
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
            self._session.show_now()
        else:
            self._title_bar.show(title_out_of_session(self._player))

    def _leave(self) -> None:
        """Close the window that has waited for the disk, unless a session goes on in it."""
        if self._session.console.asking or not self._player.in_session:
            self.window().close()

    def _follow_reading(self, reading: Reading) -> None:
        self._title_bar.show(session_title(reading))

    # What is asked

    def _do(self, act: Act) -> bool:
        """Do `act` if it has a meaning on the page that is shown; return whether it has."""
        page = self._page()
        anywhere = {
            Act.MUTE: self._switches.toggle_mute,
            Act.VOICE: self._switches.toggle_voice,
            Act.FULL_SCREEN: self._place.toggle_full_screen,
            Act.QUIT: self.window().close,
            Act.SETTINGS: self._open_settings,
            Act.KEYS: self._close_opened if page is PageName.KEYS else self._open_keys,
        }
        if act in anywhere:
            anywhere[act]()
        elif act is Act.ESCAPE:
            self._escape(page)
        elif act is Act.PRESS or (act is Act.RESUME and page is PageName.START):
            return self._press()
        elif page is PageName.STAGE:
            self._session.do(act)
        elif page is PageName.FINISH and act is Act.BACK:
            self._go_back()
        else:
            return False
        return True

    def _press(self) -> bool:
        """Take a press if the page that is shown uses it; return whether it does."""
        presses = {
            PageName.START: self._press_start,
            PageName.STAGE: self._press_stage,
            PageName.FINISH: self._press_done,
            PageName.RESUME: self._press_take_up,
            PageName.WELCOME: self._press_go_on,
        }
        press = presses.get(self._page())
        if press is not None:
            press()
        return press is not None

    def _press_start(self) -> None:
        if self._player.program is not None:
            self._player.press()

    def _press_stage(self) -> None:
        self._session.do(Act.PRESS)

    def _press_done(self) -> None:
        if self._player.take_press():
            self._leave_finish_page()

    def _go_back(self) -> None:
        """Reopen the session that is over, with the current settings."""
        self._player.replan(self._services.preferences.settings)
        self._player.command(Command.BACK)

    def _leave_finish_page(self) -> None:
        self._player.leave()
        self._services.preparation.take_all_blocks()

    def _press_take_up(self) -> None:
        """Resume the offered session, with the current settings."""
        if self._offered is not None and self._player.take_press():
            session, self._offered = self._offered, None
            self._player.take_up(session)
            self._player.replan(self._services.preferences.settings)

    def _press_go_on(self) -> None:
        if self._player.take_press():
            self._leave_welcome()

    def _leave_welcome(self) -> None:
        self._welcomes = False
        self._show_page()

    def _remember_welcome(self) -> None:
        """Remember at once that the welcome has been shown, however the program ends."""
        settings = self._services.preferences.settings
        self._services.preferences.change(replace(settings, welcomed=True))

    def _put_away(self) -> None:
        if self._offered is None:
            return
        session, self._offered = self._offered, None
        self._player.put_away(session)
        if self._starts_next:
            self.begin()
        self._show_page()

    def _escape(self, page: PageName) -> None:
        asks = page is PageName.STAGE and self._session.console.asking
        if page in (PageName.KEY_CHOICE, PageName.CHECKUP):
            self._open_settings()
        elif page is self._opened:
            self._close_opened()
        elif page is PageName.RESUME:
            self._put_away()
        elif page is PageName.WELCOME:
            self._leave_welcome()
        elif self.window().isFullScreen() and not asks:
            self._place.toggle_full_screen()
        elif page is PageName.STAGE:
            self._session.do(Act.ESCAPE)

    def _click(self) -> None:
        """Take a click on the stage for a press, unless it only brought the window forward."""
        if self.isActiveWindow() and not self._place.was_just_raised:
            self._session.do(Act.PRESS)

    def _open_settings(self) -> None:
        self._open(PageName.SETTINGS)

    def _open_keys(self) -> None:
        self._open(PageName.KEYS)

    def _notice_activation(self) -> None:
        self._elsewhere.follow_focus()
        if self.isActiveWindow():
            self._place.note_raised()
            if not self._player.in_session:
                self._services.preparation.look_again()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key asks for on the page shown."""
        keymap = self._services.preferences.settings.keymap
        act = act_of(event, keymap, repeated=self._held_keys.repeats(event))
        if act is Act.PRESS and not self._pages.main_control_has_focus():
            act = None
        if act is None or not self._do(act):
            super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Remember when the key was released."""
        super().keyReleaseEvent(event)
        self._held_keys.let_go(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Have the film prepared that a press would show."""
        super().showEvent(event)
        self._session.prepare_film_soon()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the film that comes prepared in the size that it will have."""
        super().resizeEvent(event)
        self._session.prepare_film_soon()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus on to the page that is shown."""
        super().focusInEvent(event)
        self._pages.focus_page()

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
        asking = self._session.console.asking
        if self._player.in_session and not (asking or self._closes_at_once):
            event.ignore()
            self._opened = None
            self._session.console.ask()
            self._show_page()
        elif self._saving.lets_go() or self._closes_at_once:
            self._place.remember_size()
        else:
            event.ignore()
