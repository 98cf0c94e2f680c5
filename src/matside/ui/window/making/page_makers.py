"""Makes, connects and refreshes each page; a page is loaded when it is first shown."""

from collections.abc import Callable
from typing import NamedTuple

from matside.core.keymap import Act
from matside.core.weights import Weight
from matside.ui.drawing.theme import Theme
from matside.ui.window.making.page_context import MadePage, PageContext, PageName
from matside.ui.window.notices import Notice, Notices
from matside.ui.window.services import Services


class FirstPage(NamedTuple):
    """The start page before there is a window, with what it will know of that."""

    context: PageContext
    page: MadePage


def make_first_page(theme: Theme, services: Services) -> FirstPage:
    """Return a start page that a window can take over."""
    context = PageContext(theme, services, Notices())
    return FirstPage(context, make_page(PageName.START, context))


def make_page(name: PageName, context: PageContext) -> MadePage:
    """Return the page `name`, connected but not yet refreshed; the stage is none of these."""
    if name in _LOWEST:
        return _LOWEST[name](context)
    from matside.ui.window.making.opened_pages import OPENED

    return OPENED[name](context)


def _start(context: PageContext) -> MadePage:
    from matside.ui.start.start_page import StartPage

    services, preparation = context.services, context.services.preparation
    page = StartPage(context.theme, decoder=lambda: services.decoder)

    def tell_of(block: int, exercise: int) -> None:
        context.told_of = block, exercise
        context.open(PageName.EXERCISE)

    def ask_for(weight: Weight) -> None:
        context.asked_for = weight
        context.open(PageName.SETTINGS)

    def refresh() -> None:
        context.told_of = 0, 0  # a key asks for the first exercise
        page.show_keys(services.preferences.settings.keymap)
        page.show_view(services.start_view(context.notices.text(on_stage=False)))

    page.workout_selected.connect(preparation.select)
    page.rounds_selected.connect(preparation.choose_rounds)
    page.rounds_as_written_selected.connect(preparation.choose_rounds_as_written)
    page.block_toggled.connect(preparation.toggle_block)
    page.exercise_told_of.connect(tell_of)
    page.weight_asked.connect(ask_for)
    page.exercises_pressed.connect(context.asks(Act.EXERCISES))
    page.about_pressed.connect(context.asks(Act.ABOUT))
    page.start_pressed.connect(context.asks(Act.PRESS))
    page.sound_pressed.connect(context.sound_go)
    page.history_pressed.connect(context.asks(Act.HISTORY))
    page.settings_pressed.connect(context.asks(Act.SETTINGS))
    page.keys_pressed.connect(context.asks(Act.KEYS))
    return MadePage(page, refresh)


def _mini_start(context: PageContext) -> MadePage:
    from matside.ui.stage.mini_start import MiniStart

    services = context.services
    page = MiniStart(context.theme)

    def refresh() -> None:
        view = services.preparation.choice(services.wall())
        page.show_keys(services.preferences.settings.keymap)
        if view.workout is not None:
            page.show_choice(view.workout.title, view.total)

    page.pressed.connect(context.click)
    return MadePage(page, refresh)


def _finish(context: PageContext) -> MadePage:
    from matside.ui.summary.finish_page import FinishPage
    from matside.ui.window.summary_views import finish_view

    page = FinishPage(context.theme, decoder=lambda: context.services.decoder)

    def refresh() -> None:
        page.show_keys(context.services.preferences.settings.keymap)
        view = finish_view(context.services)
        if view is not None:
            page.show_view(view)

    page.done_pressed.connect(context.asks(Act.PRESS))
    page.back_pressed.connect(context.asks(Act.BACK))
    page.export_pressed.connect(context.asks(Act.EXPORT))
    page.history_pressed.connect(context.asks(Act.HISTORY))
    page.effort_pressed.connect(context.services.player.rate)
    return MadePage(page, refresh, page.show_notice)


def _resume(context: PageContext) -> MadePage:
    from matside.ui.summary.resume_page import ResumePage
    from matside.ui.window.summary_views import resume_view

    page = ResumePage(context.theme)

    def refresh() -> None:
        offered = context.services.player.offered
        if offered is not None:
            page.show_keys(context.word(Act.PRESS))
            page.show_view(resume_view(offered))

    page.taken_up.connect(context.asks(Act.PRESS))
    page.left.connect(context.asks(Act.ESCAPE))
    return MadePage(page, refresh, page.show_notice)


def _welcome(context: PageContext) -> MadePage:
    from matside.core.workout.overview import face_of
    from matside.ui.welcome.welcome_page import WelcomePage

    services = context.services
    page = WelcomePage(context.theme, decoder=services.decoder)

    def refresh() -> None:
        settings, workout = services.preferences.settings, services.preparation.workout
        face = None if workout is None else face_of(workout)
        silent = context.notices.words_of(Notice.NO_SOUND)
        page.show_sound(settings.volume, muted=settings.muted, silent=silent)
        if face is not None:
            page.show_exercise(face[0], still=settings.reduce_motion)

    def warn(notice: str | None) -> None:
        del notice
        refresh()

    page.done_pressed.connect(context.asks(Act.PRESS))
    page.sound_pressed.connect(context.sound_go)
    page.keys_pressed.connect(context.asks(Act.KEYS))
    return MadePage(page, refresh, warn)


_LOWEST: dict[PageName, Callable[[PageContext], MadePage]] = {
    PageName.START: _start,
    PageName.MINI_START: _mini_start,
    PageName.FINISH: _finish,
    PageName.RESUME: _resume,
    PageName.WELCOME: _welcome,
}
