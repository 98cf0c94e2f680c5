"""What the pages around the stage show, gathered from the session and the choice."""

from datetime import datetime

from matside.core.durations import SECOND, rounded_seconds, whole_seconds
from matside.core.history.ledger import places
from matside.core.session.estimate import ends
from matside.core.session.reading import read
from matside.core.session.record import OpenSession, SetOutcome
from matside.core.session.sequencer import take_up
from matside.core.workout.model import Workout
from matside.core.workout.overview import percent_of_rest
from matside.ui.session.player import Player
from matside.ui.settings.settings_page import SettingsView
from matside.ui.start.preparation import Figures
from matside.ui.summary.finish_page import FinishView
from matside.ui.summary.resume_page import ResumeView
from matside.ui.window.services import Services


def settings_view(crew: Services) -> SettingsView:
    """Return what the settings page shows: in a session, when what is left of that ends."""
    player, now = crew.player, crew.wall()
    program, reading = player.program, player.reading()
    figures, workout = crew.preparation.figures(), crew.preparation.workout
    chosen = crew.preparation.rounds
    if program is not None and player.in_session:
        plan, workout, chosen = program.plan, program.workout, None
        figures = Figures(plan.estimate, percent_of_rest(plan), {})
    estimate, percent, totals = figures or (None, 0, {})
    left = (estimate or 0) if reading is None else reading.left * SECOND
    return SettingsView(
        settings=crew.preferences.settings,
        total=None if estimate is None else whole_seconds(estimate),
        totals=totals,
        percent_of_rest=percent,
        rounds=_rounds(workout, chosen),
        ends=ends(now, left),
        in_session=reading is not None,
        voice=crew.speaker.voice,
    )


def _rounds(workout: Workout | None, chosen: int | None) -> int | None:
    """Return the `chosen` rounds, else those of the file as far as they are one number."""
    return chosen if chosen or workout is None else workout.rounds_as_written


def finish_view(player: Player, now: datetime) -> FinishView:
    """Return what the finish page shows of the session that is over."""
    program, times, ending = player.program, player.times(), player.ending
    assert program is not None
    assert ending is not None
    return FinishView(
        title=program.workout.title,
        date=now,
        ending=ending,
        plan=program.plan,
        done=kept_places(player, SetOutcome.DONE),
        skipped=kept_places(player, SetOutcome.SKIPPED),
        unsaved=player.unsaved,
        saved=player.recording.is_complete,
        failing=player.recording.fault is not None,
        seconds=rounded_seconds(times.ran),
        planned_seconds=rounded_seconds(program.plan.estimate),
        pause_seconds=rounded_seconds(times.paused),
        pauses=max(times.pauses, int(times.paused > 0)),
    )


def resume_view(session: OpenSession) -> ResumeView:
    """Return what is offered of a session that was left open."""
    plan, phase = session.plan, take_up(session.position, 0)
    sets = {record.key: record for record in session.sets}
    reading = read(plan, phase, 0)
    return ResumeView(
        title=session.workout.title,
        started=session.started,
        plan=plan,
        place=reading.place,
        share=reading.share,
        done=len(places(plan, sets, SetOutcome.DONE)),
        skipped=places(plan, sets, SetOutcome.SKIPPED),
        left=reading.left,
    )


def kept_places(player: Player, outcome: SetOutcome) -> frozenset[int]:
    """Return the places in the plan of the sets that are kept with `outcome`."""
    assert player.program is not None
    return places(player.program.plan, player.sets, outcome) - player.unsaved
