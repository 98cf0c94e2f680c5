"""Makes, connects and refreshes each page; a page is loaded when it is first shown."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from matside.core.keymap import Act, Keymap
from matside.core.ports.devices import Chime
from matside.core.session.record import OpenSession
from matside.ui.drawing.theme import Theme
from matside.ui.keyboard.key_faces import word_of
from matside.ui.window.notices import Notice, Notices
from matside.ui.window.services import Services
from matside.ui.window.session_view import SessionView


class PageName(Enum):
    """The pages of the window."""

    START = "start"
    STAGE = "stage"
    FINISH = "finish"
    SETTINGS = "settings"
    CHECKUP = "checkup"
    KEYS = "keys"
    KEY_CHOICE = "key choice"
    RESUME = "resume"
    WELCOME = "welcome"
    EXERCISE = "exercise"


@dataclass(slots=True, weakref_slot=True)
class PageContext:
    """What pages know of the window around them; the window changes it.

    `ask` does what a key would do on the page that is shown, `open` opens another page over it.
    `offered` is the session that was left open, and `told_of` the index of the block whose
    exercises are shown.
    """

    theme: Theme
    services: Services
    session: SessionView
    notices: Notices
    ask: Callable[[Act], object]
    open: Callable[[PageName], object]
    offered: OpenSession | None = None
    told_of: int = 0

    def asks(self, act: Act) -> Callable[[], None]:
        """Return a function that asks for `act`."""

        def ask() -> None:
            self.ask(act)

        return ask

    def opens(self, page: PageName) -> Callable[[], None]:
        """Return a function that opens `page`."""

        def open_page() -> None:
            self.open(page)

        return open_page

    def sound_go(self) -> None:
        """Play the go chime as a sample of the volume."""
        self.services.outputs.play(Chime.GO)

    def word(self, act: Act) -> str:
        """Return the word for the key of `act`."""
        return word_of(self.services.preferences.settings.keymap, act)


def _ignore(notice: str | None) -> None:
    """Ignore a warning that concerns the session."""
    del notice


class MadePage(NamedTuple):
    """A page, with a function that refreshes it and one that shows a warning on it."""

    widget: QWidget
    refresh: Callable[[], None]
    warn: Callable[[str | None], None] = _ignore


def make_page(name: PageName, context: PageContext) -> MadePage:
    """Return the page `name`, connected but not yet refreshed."""
    return _MAKERS[name](context)


def _start(context: PageContext) -> MadePage:
    from matside.ui.start.start_page import StartPage

    services, preparation = context.services, context.services.preparation
    page = StartPage(context.theme, decoder=services.decoder)

    def tell_of(block: int) -> None:
        context.told_of = block
        context.open(PageName.EXERCISE)

    def refresh() -> None:
        page.show_keys(context.word(Act.PRESS))
        view = preparation.view(services.wall(), context.notices.text(on_stage=False))
        page.show_view(replace(view, voice=services.outputs.voice))

    page.workout_selected.connect(preparation.select)
    page.rounds_selected.connect(preparation.choose_rounds)
    page.rounds_as_written_selected.connect(preparation.choose_rounds_as_written)
    page.block_toggled.connect(preparation.toggle_block)
    page.block_told_of.connect(tell_of)
    page.start_pressed.connect(context.asks(Act.PRESS))
    page.sound_pressed.connect(context.sound_go)
    page.settings_pressed.connect(context.asks(Act.SETTINGS))
    page.keys_pressed.connect(context.asks(Act.KEYS))
    return MadePage(page, refresh)


def _stage(context: PageContext) -> MadePage:
    session = context.session
    return MadePage(session.make_stage(context.theme), session.refresh, session.warn)


def _finish(context: PageContext) -> MadePage:
    from matside.ui.summary.finish_page import FinishPage
    from matside.ui.window.summary_views import finish_view

    page = FinishPage(context.theme)

    def refresh() -> None:
        page.show_keys(context.word(Act.PRESS), context.word(Act.BACK))
        view = finish_view(context.services.player, context.services.wall())
        if view is not None:
            page.show_view(view)

    page.done_pressed.connect(context.asks(Act.PRESS))
    page.back_pressed.connect(context.asks(Act.BACK))
    return MadePage(page, refresh, page.show_notice)


def _resume(context: PageContext) -> MadePage:
    from matside.ui.summary.resume_page import ResumePage
    from matside.ui.window.summary_views import resume_view

    page = ResumePage(context.theme)

    def refresh() -> None:
        if context.offered is not None:
            page.show_keys(context.word(Act.PRESS))
            page.show_view(resume_view(context.offered))

    page.taken_up.connect(context.asks(Act.PRESS))
    page.left.connect(context.asks(Act.ESCAPE))
    return MadePage(page, refresh, page.show_notice)


def _welcome(context: PageContext) -> MadePage:
    from matside.ui.welcome.welcome_page import WelcomePage

    page = WelcomePage(context.theme)

    def refresh() -> None:
        settings = context.services.preferences.settings
        silent = context.notices.words_of(Notice.NO_SOUND)
        page.show_sound(settings.volume, muted=settings.muted, silent=silent)

    def warn(notice: str | None) -> None:
        del notice
        refresh()

    page.done_pressed.connect(context.asks(Act.PRESS))
    page.sound_pressed.connect(context.sound_go)
    page.keys_pressed.connect(context.asks(Act.KEYS))
    return MadePage(page, refresh, warn)


def _settings(context: PageContext) -> MadePage:
    from matside.ui.settings.settings_page import SettingsPage
    from matside.ui.window.settings_view import settings_view

    services = context.services
    page = SettingsPage(context.theme)
    page.changed.connect(services.preferences.change_by_and_by)
    page.sound_pressed.connect(context.sound_go)
    page.voice_pressed.connect(services.outputs.say_sample)
    page.checkup_pressed.connect(services.checkup.begin)
    page.checkup_pressed.connect(context.opens(PageName.CHECKUP))
    page.keys_pressed.connect(context.opens(PageName.KEY_CHOICE))
    page.closed.connect(context.asks(Act.ESCAPE))
    return MadePage(page, lambda: page.show_view(settings_view(services)))


def _checkup(context: PageContext) -> MadePage:
    from matside.ui.checkup.checkup_page import CheckupPage

    page, checkup = CheckupPage(context.theme), context.services.checkup
    page.again_pressed.connect(checkup.begin)
    page.closed.connect(context.asks(Act.ESCAPE))
    return MadePage(
        page, lambda: page.show_findings(checkup.findings, is_running=checkup.is_running)
    )


def _keys(context: PageContext) -> MadePage:
    from matside.ui.keyboard.keys_page import KeysPage

    page, services = KeysPage(context.theme), context.services

    def refresh() -> None:
        page.show_keys(services.preferences.settings.keymap)
        page.show_in_session(services.player.in_session)

    page.closed.connect(context.asks(Act.ESCAPE))
    return MadePage(page, refresh)


def _key_choice(context: PageContext) -> MadePage:
    from matside.ui.keyboard.key_choice_page import KeyChoicePage

    page, preferences = KeyChoicePage(context.theme), context.services.preferences

    def change(keymap: Keymap) -> None:
        preferences.change(replace(preferences.settings, keys=keymap.chosen))

    page.changed.connect(change)
    page.closed.connect(context.asks(Act.ESCAPE))
    return MadePage(page, lambda: page.show_keymap(preferences.settings.keymap))


def _exercise(context: PageContext) -> MadePage:
    from matside.ui.exercise.exercise_page import ExercisePage, ExerciseView

    services = context.services
    page = ExercisePage(context.theme, decoder=services.decoder)

    def refresh() -> None:
        view = services.preparation.choice(services.wall())
        if view.workout is None or context.told_of >= len(view.workout.blocks):
            return
        page.set_still(still=services.preferences.settings.reduce_motion)
        exercises = view.workout.blocks[context.told_of].exercises
        page.show_exercises(
            [ExerciseView(each, services.advice(each.id or "")) for each in exercises]
        )

    page.closed.connect(context.asks(Act.ESCAPE))
    return MadePage(page, refresh)


_MAKERS: dict[PageName, Callable[[PageContext], MadePage]] = {
    PageName.START: _start,
    PageName.STAGE: _stage,
    PageName.FINISH: _finish,
    PageName.SETTINGS: _settings,
    PageName.CHECKUP: _checkup,
    PageName.KEYS: _keys,
    PageName.KEY_CHOICE: _key_choice,
    PageName.RESUME: _resume,
    PageName.WELCOME: _welcome,
    PageName.EXERCISE: _exercise,
}
