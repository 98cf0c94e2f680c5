"""Makes, connects and refreshes the pages that are opened over others."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from matside.core.keymap import Act, Keymap
from matside.ui.window.making.page_context import MadePage, PageContext, PageName


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
    page.folder_pressed.connect(services.open_folder)
    page.task_pressed.connect(services.begin_task)
    page.task_pressed.connect(context.opens(PageName.DATA))
    page.closed.connect(context.asks(Act.ESCAPE))
    page.implement_turned.connect(partial(setattr, context, "implement"))
    if context.implement is not None:
        page.show_implement(context.implement)

    def refresh() -> None:
        page.show_view(settings_view(services))
        weight, context.asked_for = context.asked_for, None
        if weight is not None and weight.level is not None:
            page.ask_for_load(weight.of, weight.level)

    return MadePage(page, refresh)


def _data(context: PageContext) -> MadePage:
    from matside.ui.settings.data.data_page import DataPage

    page, tasks = DataPage(context.theme), context.services.data_tasks

    def go_on() -> None:
        if tasks.go_on():
            context.ask(Act.ESCAPE)

    def leave() -> None:
        if tasks.leave():
            context.ask(Act.ESCAPE)

    page.main_pressed.connect(go_on)
    page.chosen.connect(tasks.choose)
    page.meant.connect(tasks.mean)
    page.closed.connect(leave)
    tasks.changed.connect(page.show_view)
    tasks.file_wanted.connect(page.ask_for_file)
    return MadePage(page, lambda: page.show_view(tasks.view))


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
        block, shown = context.told_of
        if view.workout is None or block >= len(view.workout.blocks):
            return
        page.set_still(still=services.preferences.settings.reduce_motion)
        blocks = view.workout.blocks
        settings, record = services.preferences.settings, services.player.record
        views = (
            ExerciseView(
                each, services.advice(each.id or ""), told.kind, record.proposal(each, settings)
            )
            for told in blocks
            for each in told.exercises
        )
        page.show_exercises(
            tuple(views), sum(len(each.exercises) for each in blocks[:block]) + shown
        )

    def turn_to(place: int) -> None:
        context.told_of = 0, place

    page.turned.connect(turn_to)
    page.closed.connect(context.asks(Act.ESCAPE))
    return MadePage(page, refresh)


def _about(context: PageContext) -> MadePage:
    from matside import __version__
    from matside.ui.about.about_page import AboutPage

    page, preparation = AboutPage(context.theme, __version__), context.services.preparation
    page.closed.connect(context.asks(Act.ESCAPE))
    return MadePage(page, lambda: page.show_workout(preparation.workout))


def _history(context: PageContext) -> MadePage:
    from matside.ui.history.history_page import HistoryPage
    from matside.ui.window.history_desk import HistoryDesk

    page = HistoryPage(context.theme)
    desk, detail = HistoryDesk(page, context.services), page.sheet.sessions.detail
    page.closed.connect(context.asks(Act.ESCAPE))
    detail.export_pressed.connect(context.asks(Act.EXPORT))

    def refresh() -> None:
        detail.show_keys(context.word(Act.EXPORT))
        desk.look()

    return MadePage(page, refresh)


OPENED: dict[PageName, Callable[[PageContext], MadePage]] = {
    PageName.SETTINGS: _settings,
    PageName.CHECKUP: _checkup,
    PageName.KEYS: _keys,
    PageName.KEY_CHOICE: _key_choice,
    PageName.EXERCISE: _exercise,
    PageName.ABOUT: _about,
    PageName.HISTORY: _history,
    PageName.DATA: _data,
}
