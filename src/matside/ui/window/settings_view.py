"""What the settings page shows, gathered from the session, the choice and the settings."""

from PySide6.QtGui import QGuiApplication

from matside.core.durations import SECOND, ends, whole_seconds
from matside.core.session.values import Idle
from matside.core.workout.model import Workout
from matside.core.workout.overview import implements_of, percent_of_rest
from matside.ui.settings.settings_page import SettingsView
from matside.ui.start.program_maker import Figures
from matside.ui.window.services import Services


def settings_view(services: Services) -> SettingsView:
    """Return what the settings page shows: in a session, when what is left of that ends."""
    player, now = services.player, services.wall()
    program, reading = player.program, player.reading()
    figures, workout = services.preparation.figures(), services.preparation.workout
    chosen = services.preparation.rounds
    if program is not None and player.in_session:
        plan, workout, chosen = program.plan, program.workout, None
        figures = Figures(plan.estimate, percent_of_rest(plan), {})
    estimate, percent, totals = figures or (None, 0, {})
    left = (estimate or 0) if reading is None else reading.left * SECOND
    return SettingsView(
        settings=services.preferences.settings,
        total=None if estimate is None else whole_seconds(estimate),
        totals=totals,
        percent_of_rest=percent,
        rounds=_rounds(workout, chosen),
        ends=ends(now, left),
        in_session=reading is not None,
        voice=services.outputs.voice,
        freedom=services.freedom(),
        implements=implements_of(services.preparation.workouts),
        screens=tuple(screen.name() for screen in QGuiApplication.screens()),
        is_idle=isinstance(player.phase, Idle),
    )


def _rounds(workout: Workout | None, chosen: int | None) -> int | None:
    """Return the `chosen` rounds, else those of the file as far as they are one number."""
    return chosen if chosen or workout is None else workout.rounds_as_written
