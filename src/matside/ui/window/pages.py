"""All pages of the window, of which one is shown."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from matside.core.keymap import Act
from matside.core.session.record import OpenSession, SetOutcome
from matside.override import override
from matside.ui.checkup.checkup_page import CheckupPage
from matside.ui.drawing.theme import Theme
from matside.ui.exercise.exercise_page import ExercisePage, ExerciseView
from matside.ui.keyboard.key_choice_page import KeyChoicePage
from matside.ui.keyboard.key_faces import word_of
from matside.ui.keyboard.keys_page import KeysPage
from matside.ui.kit.bookmark import Bookmark
from matside.ui.kit.page import Page
from matside.ui.session.player import Program
from matside.ui.settings.settings_page import SettingsPage
from matside.ui.stage.stage import Stage
from matside.ui.start.start_page import StartPage
from matside.ui.summary.finish_page import FinishPage
from matside.ui.summary.resume_page import ResumePage
from matside.ui.welcome.welcome_page import WelcomePage
from matside.ui.window.notices import Notice, Notices
from matside.ui.window.services import Services
from matside.ui.window.views import finish_view, kept_places, resume_view, settings_view

LOOK_AT_CLOCK = 5_000
"""The ms after which the start page looks at the clock again, for the time it ends."""


class Pages(QStackedWidget):
    """The pages, each with what there is to show on it at the moment it is shown."""

    def __init__(self, theme: Theme, crew: Services, offered: OpenSession | None) -> None:
        """Make all pages; `offered` is what the page that offers a session tells of."""
        super().__init__()
        self._crew = crew
        self._offered = offered
        self._notices = Notices()
        self._told_of = 0
        self._look_at_clock = QTimer(self, interval=LOOK_AT_CLOCK)
        self._look_at_clock.timeout.connect(self._look_again)
        self._make(theme)
        crew.checkup.changed.connect(self._refresh_checkup)
        crew.preparation.counted.connect(self._refresh_start)
        crew.speaker.voice_changed.connect(self._show_voice)

    def dress(self, theme: Theme) -> None:
        """Make all pages anew in the colours of `theme`; what is shown stays, with its focus."""
        old, place = self._every, self.currentIndex()
        bookmark = Bookmark.of(old[place])
        self.setUpdatesEnabled(False)
        self._make(theme)
        self._show_notices()
        self._refresh(self._every[place])
        self.setCurrentWidget(self._every[place])
        bookmark.open(self._every[place])
        for page in old:
            self.removeWidget(page)
            page.deleteLater()
        self.setUpdatesEnabled(True)

    def _make(self, theme: Theme) -> None:
        self._staged: Program | None = None
        self.start = StartPage(theme, projector=self._crew.projector)
        self.stage = Stage(theme, projector=self._crew.projector)
        self.finish = FinishPage(theme)
        self.settings = SettingsPage(theme)
        self.checkup = CheckupPage(theme)
        self.keys = KeysPage(theme)
        self.resume = ResumePage(theme)
        self.welcome = WelcomePage(theme)
        self.exercise = ExercisePage(theme, projector=self._crew.projector)
        self.key_choice = KeyChoicePage(theme)
        self._every: tuple[QWidget, ...] = (
            self.start,
            self.stage,
            self.finish,
            self.settings,
            self.checkup,
            self.keys,
            self.resume,
            self.welcome,
            self.exercise,
            self.key_choice,
        )
        for page in self._every:
            self.addWidget(page)
        self.stage.resize(self.size())
        self._refresh_checkup()

    def offer(self, session: OpenSession) -> None:
        """Let the page that offers a session tell of `session`."""
        self._offered = session

    def tell_of(self, block: int) -> None:
        """Have the page of exercises show those of the chosen workout's block at `block`."""
        self._told_of = block

    def show_page(self, page: QWidget) -> None:
        """Show `page` with what there is to show on it, and give it the focus if it is new."""
        self._refresh(page)
        if page is not self.currentWidget():
            self.setCurrentWidget(page)
            # By way of the page a screen reader would be told of the page last.
            (page.home if isinstance(page, Page) else page).setFocus()

    def show_kept(self) -> None:
        """Call done what history holds by now."""
        if self.currentWidget() is self.finish and self._crew.player.ending is not None:
            self._refresh_finish()
        self._refresh_stage()

    def warn(self, notice: Notice, detail: str | None) -> None:
        """Warn of `notice` with `detail`, or no more where that is None."""
        before = self._notices.text(on_stage=False)
        self._notices.set(notice, detail)
        self._show_notices()
        if self._notices.text(on_stage=False) != before:
            self._refresh_start()
        self._refresh_welcome()

    def main_control_has_focus(self) -> bool:
        """Return whether Space and Enter mean the main action of the page that is shown."""
        page = self.currentWidget()
        if isinstance(page, StartPage | FinishPage | ResumePage | WelcomePage):
            return page.main_control_has_focus()
        return True

    def _refresh(self, page: QWidget) -> None:
        """Show on `page` what there is to show; the stage is told too, for its film's sake."""
        self._look_at_clock.stop()
        self._refresh_stage()
        if page is self.stage:
            return
        refresh: dict[QWidget, Callable[[], None]] = {
            self.start: self._open_start,
            self.finish: self._refresh_finish,
            self.settings: self._refresh_settings,
            self.checkup: self._refresh_checkup,
            self.keys: self._refresh_keys,
            self.resume: self._refresh_resume,
            self.welcome: self._refresh_welcome,
            self.exercise: self._refresh_exercises,
            self.key_choice: self._refresh_keys,
        }
        refresh[page]()

    def _open_start(self) -> None:
        self._look_at_clock.start()
        self._refresh_start()

    def _refresh_finish(self) -> None:
        self.finish.show_keys(self._word(Act.PRESS), self._word(Act.BACK))
        self.finish.show_view(finish_view(self._crew.player, self._crew.wall()))

    def _refresh_settings(self) -> None:
        self.settings.show_view(settings_view(self._crew))

    def _refresh_resume(self) -> None:
        if self._offered is not None:
            self.resume.show_keys(self._word(Act.PRESS))
            self.resume.show_view(resume_view(self._offered))

    def _refresh_keys(self) -> None:
        keymap = self._crew.preferences.settings.keymap
        self.keys.show_keys(keymap)
        self.keys.show_in_session(self._crew.player.in_session)
        self.key_choice.show_keymap(keymap)

    def _word(self, act: Act) -> str:
        return word_of(self._crew.preferences.settings.keymap, act)

    def _refresh_start(self) -> None:
        """Show what can be started; before the window is seen nobody looks at that."""
        if self._look_at_clock.isActive() and self.isVisible():
            notice = self._notices.text(on_stage=False)
            self.start.show_keys(self._word(Act.PRESS))
            view = self._crew.preparation.view(self._crew.wall(), notice)
            self.start.show_view(replace(view, voice=self._crew.speaker.voice))

    def _show_voice(self) -> None:
        self._refresh_start()
        if self.currentWidget() is self.settings:
            self._refresh_settings()

    def _look_again(self) -> None:
        """Show the hour, and what has become of the files of the workouts."""
        self._crew.preparation.look_again()
        self._refresh_start()

    def _show_notices(self) -> None:
        for page in (self.stage, self.finish, self.resume):
            page.show_notice(self._notices.text(on_stage=True))

    def _refresh_welcome(self) -> None:
        settings = self._crew.preferences.settings
        silent = self._notices.words_of(Notice.NO_SOUND)
        self.welcome.show_sound(settings.volume, muted=settings.muted, silent=silent)

    def _refresh_exercises(self) -> None:
        crew = self._crew
        view = crew.preparation.choice(crew.wall())
        if view.workout is None or self._told_of >= len(view.workout.blocks):
            return
        exercises = view.workout.blocks[self._told_of].exercises
        self.exercise.set_still(still=crew.preferences.settings.reduce_motion)
        self.exercise.show_exercises(
            [ExerciseView(each, crew.advice(each.id or "")) for each in exercises]
        )

    def _refresh_checkup(self) -> None:
        checkup = self._crew.checkup
        self.checkup.show_findings(checkup.findings, is_running=checkup.is_running)

    def _refresh_stage(self) -> None:
        settings = self._crew.preferences.settings
        self.stage.show_muted(settings.muted)
        self.stage.show_keys(settings.keymap)
        self.stage.show_paced(settings.rep_pace)
        self.stage.set_motion(floods=settings.floods, still=settings.reduce_motion)
        program = self._crew.player.program
        if program is not None and program is not self._staged and self.isVisible():
            self._staged = program
            self.stage.show_plan(program.plan, program.workout.title)
        if program is not None and program is self._staged:
            self.stage.show_unsaved(self._crew.player.unsaved)
            self.stage.show_skipped(kept_places(self._crew.player, SetOutcome.SKIPPED))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Let the start page show what it has not shown before, and the stage know its plan."""
        super().showEvent(event)
        self._refresh_start()
        self._refresh_stage()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the stage as large as it will be seen."""
        super().resizeEvent(event)
        self.stage.resize(event.size())
