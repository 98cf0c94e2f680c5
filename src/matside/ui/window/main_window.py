"""The content of the window: which page is shown, and what keys, clicks and the desktop do."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtGui import QCloseEvent, QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matside.core.keymap import Act
from matside.core.session.record import OpenSession
from matside.core.session.values import Idle
from matside.override import override
from matside.ui.drawing.theme import Theme
from matside.ui.keyboard.key_events import HeldKeys, act_of
from matside.ui.window.frame.desktop_place import DesktopPlace
from matside.ui.window.frame.elsewhere import Elsewhere
from matside.ui.window.frame.mini_button import MiniButton
from matside.ui.window.frame.shell import Shell
from matside.ui.window.frame.titles import TitleBar, session_title, title_out_of_session
from matside.ui.window.making.page_context import PageName
from matside.ui.window.making.page_makers import FirstPage
from matside.ui.window.notices import Notice
from matside.ui.window.page_acts import PageActs
from matside.ui.window.page_path import PagePath
from matside.ui.window.pages import Pages
from matside.ui.window.planning import Planning
from matside.ui.window.saving import Saving
from matside.ui.window.services import Services
from matside.ui.window.session_view import SessionView


class MainWindow(QWidget):
    """Shows the current page, and passes every key to where it has a meaning.

    The page follows from the session, and from what has been opened over it.
    """

    def __init__(
        self,
        theme: Theme,
        services: Services,
        shell: Shell,
        offered: OpenSession | None = None,
        *,
        welcomes: bool = False,
        first: FirstPage | None = None,
    ) -> None:
        """Show the start page; before it the offer to resume `offered`, or the welcome.

        `shell` is the window that this is put in, and `first` a start page seen there already.
        """
        super().__init__()
        self._shell = shell
        self._services = services
        self._player = services.player
        self._closes_at_once = False
        self._held_keys = HeldKeys()
        self._theme = theme
        self._session = SessionView(services, self)
        self._path = PagePath(services.player, self, welcomes=welcomes)
        self._player.offered = offered
        self._acts = PageActs(services, self._session, self._path)
        self._planning = Planning(services)
        self._pages = Pages(theme, services, self._session, first)
        self._saving = Saving(self._player.recording, self.warn, self)
        self._place = DesktopPlace(shell, services.preferences)
        self._elsewhere = Elsewhere(self, services, self._session.show_elsewhere)
        self._title_bar = TitleBar(self)
        self._mini_button = MiniButton(self, theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self._connect()
        self._planning.prepare()
        self._show_page()
        if welcomes:  # remembered at once, however the program ends
            preferences = services.preferences
            preferences.change(replace(preferences.settings, welcomed=True))

    def begin(self) -> None:
        """Start the chosen workout without a press, after the offer if there is one."""
        self._acts.begin()

    def warn(self, notice: Notice, detail: str | None) -> None:
        """Show the warning `notice` with `detail`; None removes it."""
        self._pages.warn(notice, detail)

    def offer(self, session: OpenSession | None) -> None:
        """Say that history can be read after all, and offer what was left open, if anything.

        If the athlete has begun something else meanwhile, the next start offers it. A session
        found while one is still being written may be that same one, so it is not offered.
        """
        self.warn(Notice.NOT_RECORDED, None)
        rests = (
            isinstance(self._player.phase, Idle) and not self._player.recording.recorder.is_behind
        )
        if session is not None and rests:
            self._player.offered = session
            self._show_page()

    def set_theme(self, theme: Theme) -> None:
        """Show everything in the colours of `theme` from now on, and nothing else differently."""
        if theme is self._theme:
            return
        self._theme = theme
        self._pages.dress(theme)
        self._mini_button.dress(theme)
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
        if self._player.recording.recorder.is_behind:
            self._player.recording.recorder.retry()
        self._shell.close()

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
        self._services.preparation.changed.connect(self._planning.prepare)
        self._session.read.connect(lambda reading: self._title_bar.show(session_title(reading)))
        self._session.clicked.connect(self._click)
        self._pages.asked.connect(self._do)
        self._pages.opened.connect(self._open)
        self._pages.clicked.connect(self._click)
        self._path.changed.connect(self._follow_path)
        self._mini_button.clicked.connect(self._toggle_mini)

    def _show_page(self) -> None:
        page = self._path.page
        small = self._place.fit(small=self._path.has_small_form(page))
        self._session.set_mini(on=small)
        self._mini_button.offer(small or page is PageName.STAGE)
        shown = PageName.MINI_START if small and page is PageName.START else page
        self._pages.show_page(shown, self._path.opened)
        if not self._player.in_session:
            self._title_bar.show(title_out_of_session(self._player))
        self._session.show_now()

    def _open(self, page: PageName) -> None:
        """Open `page` over the present one; a session pauses."""
        self._session.console.pause()
        self._path.open(page)

    def _follow_path(self) -> None:
        """Show the page; what a page over the start page has changed holds once it is closed."""
        if not (self._path.is_covered or self._player.in_session):
            self._services.preparation.look_again()
        self._follow_preferences()

    def _follow_session(self) -> None:
        self._session.console.follow()
        if self._player.ended_with_nothing:
            self._acts.leave_finish_page()
        self._show_page()

    def _follow_preferences(self) -> None:
        self._planning.follow_settings(settled=not self._path.is_covered)
        self._show_page()

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
            self._shell.close()

    def _do(self, act: Act) -> bool:
        """Do `act` if it has a meaning on the page that is shown; return whether it has."""
        page = self._path.page
        anywhere: dict[Act, Callable[[], object]] = {
            Act.MUTE: self._acts.toggle_mute,
            Act.VOICE: self._acts.toggle_voice,
            Act.FULL_SCREEN: self._toggle_full_screen,
            Act.MINI: self._toggle_mini,
            Act.QUIT: self._shell.close,
            Act.SETTINGS: partial(self._open, PageName.SETTINGS),
            Act.KEYS: partial(self._open, PageName.KEYS),
        }
        here: dict[tuple[PageName, Act], Callable[[], object]] = {
            (PageName.START, Act.ABOUT): partial(self._open, PageName.ABOUT),
            (PageName.START, Act.EXERCISES): self._open_exercises,
            (PageName.START, Act.HISTORY): partial(self._open, PageName.HISTORY),
            (PageName.FINISH, Act.HISTORY): partial(self._open, PageName.HISTORY),
            (PageName.HISTORY, Act.HISTORY): self._path.close,
            (PageName.KEYS, Act.KEYS): self._path.close,
            (PageName.FINISH, Act.EXPORT): self._export,
            (PageName.HISTORY, Act.EXPORT): self._export,
        }
        if (page, act) in here:
            here[page, act]()
        elif act in anywhere:
            anywhere[act]()
        elif act is Act.ESCAPE:
            self._escape()
        elif act is Act.PRESS or (act is Act.RESUME and page is PageName.START):
            return self._acts.press()
        elif page is PageName.STAGE:
            self._session.do(act)
        elif page is PageName.FINISH:
            return self._acts.look_back(act)
        else:
            return False
        return True

    def _escape(self) -> None:
        """Lead out: of what was opened, of the first pages, of full screen, of the session."""
        page = self._path.page
        if self._path.is_covered:
            self._path.close()
        elif page is PageName.RESUME:
            self._acts.put_away()
        elif page is PageName.WELCOME:
            self._path.leave_welcome()
        elif self._place.fills_screen and not self._session.asks:
            self._place.toggle_full_screen()
        elif page is PageName.STAGE:
            self._session.do(Act.ESCAPE)

    def _click(self) -> None:
        """Take a click on the stage for a press, unless it only brought the window forward."""
        if self.isActiveWindow() and not self._place.was_just_raised:
            self._acts.press()

    def _toggle_full_screen(self) -> None:
        """Fill the screen, or no longer; a small window is first as large as before."""
        if not self._place.is_mini:
            self._place.toggle_full_screen()
            return
        self._toggle_mini()
        if not self._place.fills_screen:
            self._place.toggle_full_screen()

    def _toggle_mini(self) -> None:
        """Show the small form of the page below all opened ones, or the page as usual again.

        A page without a small form stays.
        """
        was_mini = self._place.is_mini
        if was_mini or self._path.has_small_form(self._path.lowest):
            self._place.want_mini(wanted=not was_mini)
            self._path.close_all()

    def _open_exercises(self) -> None:
        if self._services.preparation.workout is not None:
            self._open(PageName.EXERCISE)

    def _export(self) -> None:
        """Export the session that is just over, or the one that is selected in the history."""
        session = self._acts.exportable()
        if session is not None:
            self._open(PageName.DATA)
            self._services.data_tasks.export_session(*session)

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
            self._session.console.ask()
            self._path.close_all()
        elif self._saving.lets_go() or self._closes_at_once:
            self._place.remember_size()
        else:
            event.ignore()
