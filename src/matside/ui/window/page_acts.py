"""What Space, BACK, M and V do on the pages around the stage, and what their answers lead to."""

from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from matside.core.keymap import Act
from matside.core.session.record import SessionOutcome
from matside.core.session.values import Command
from matside.ui.window.making.page_context import PageName
from matside.ui.window.page_path import PagePath
from matside.ui.window.services import Services
from matside.ui.window.session_view import SessionView
from matside.ui.words.screen_words import mute_words, voice_switch_words


class Exportable(NamedTuple):
    """A session that can be exported: its id in the history, its title and its start."""

    session: int
    title: str
    started: datetime


class PageActs:
    """Does what is asked of the pages that begin a session, take one up and end it."""

    def __init__(self, services: Services, session: SessionView, path: PagePath) -> None:
        self._services = services
        self._player = services.player
        self._preparation = services.preparation
        self._preferences = services.preferences
        self._known_past = services.known_past
        self._session = session
        self._path = path
        self._starts_next = False

    def begin(self) -> None:
        """Start the chosen workout without a press, after the offer if there is one."""
        if self._player.offered is not None:
            self._starts_next = True
        elif self._player.program is not None:
            self._player.command(Command.START)

    def press(self) -> bool:
        """Take a press if the page that is shown uses it; return whether it does."""
        presses = {
            PageName.START: self._press_start,
            PageName.STAGE: lambda: self._session.do(Act.PRESS),
            PageName.FINISH: self._press_done,
            PageName.RESUME: self._press_take_up,
            PageName.WELCOME: self._press_go_on,
        }
        press = presses.get(self._path.page)
        if press is not None:
            press()
        return press is not None

    def look_back(self, act: Act) -> bool:
        """Do what `act` means on the finish page; return whether it means anything there."""
        if act is Act.BACK:
            self._player.replan(self._preferences.settings)
            self._player.command(Command.BACK)
            return True
        return self._session.correct(act)

    def toggle_mute(self) -> None:
        """Switch all sounds off, or on again; the stage says what is new."""
        settings = self._preferences.settings
        self._preferences.change(replace(settings, muted=not settings.muted))
        self._session.note(mute_words(muted=not settings.muted))

    def toggle_voice(self) -> None:
        """Switch the voice off, or on again, likewise."""
        settings = self._preferences.settings
        self._preferences.change(replace(settings, voice=not settings.voice))
        self._session.note(voice_switch_words(on=not settings.voice))

    def leave_finish_page(self) -> None:
        """Be ready for another session, of all blocks."""
        self._player.leave()
        self._preparation.take_all_blocks()

    def exportable(self) -> Exportable | None:
        """Return the session that a key exports: the one that is selected, or is just over.

        None where there is none, it is not over, or not all of it is in the history yet.
        """
        if self._path.page is PageName.HISTORY:
            model = self._services.history
            found = (each for each in model.sessions or () if each.id == model.selected)
            selected = next(found, None)
            if selected is None or selected.outcome is SessionOutcome.OPEN:
                return None
            return Exportable(selected.id, selected.title, selected.started)
        session, program = self._player.recording.recorder.session, self._player.program
        if session is None or program is None or not self._player.recording.recorder.is_written:
            return None
        return Exportable(session, program.workout.title, self._player.record.started)

    def put_away(self) -> None:
        """Keep what was done of the offered session, and no longer offer it."""
        if self._player.offered is None:
            return
        self._player.put_away(self._player.offered)
        self._known_past.look_again()
        if self._starts_next:
            self.begin()
        self._path.changed.emit()

    def _press_start(self) -> None:
        self._preparation.settle()
        if self._player.program is not None:
            self._player.press()

    def _press_done(self) -> None:
        if self._player.take_press():
            self.leave_finish_page()

    def _press_take_up(self) -> None:
        """Resume the offered session, with the current settings."""
        if self._player.offered is not None and self._player.take_press():
            self._player.take_up(self._player.offered)
            self._player.replan(self._preferences.settings)

    def _press_go_on(self) -> None:
        if self._player.take_press():
            self._path.leave_welcome()
