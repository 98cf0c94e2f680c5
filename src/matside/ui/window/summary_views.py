"""What is shown of a session that is over, and of one that was left open."""

from matside.core.durations import rounded_seconds
from matside.core.history.ending import counts_for_a_time
from matside.core.history.ledger import places
from matside.core.history.past import Comparison, compare
from matside.core.history.totals import SessionTotals, cut_in, done_of, volume
from matside.core.session.reading import read
from matside.core.session.record import OpenSession, SessionOutcome, SetOutcome
from matside.core.session.sequencer import take_up
from matside.ui.session.program import Program
from matside.ui.summary.finish_view import FinishView
from matside.ui.summary.resume_page import ResumeView
from matside.ui.window.services import Services
from matside.ui.words.local_words import first_day


def finish_view(services: Services) -> FinishView | None:
    """Return what the finish page shows of the session that is over, None before it is."""
    player, settings = services.player, services.preferences.settings
    program, times, ending = player.program, player.times(), player.ending
    position = player.record.position
    if program is None or ending is None or position is None:
        return None
    stood = read(program.plan, take_up(position, 0), 0)
    return FinishView(
        title=program.workout.title,
        date=services.wall(),
        ending=ending,
        plan=program.plan,
        done=player.record.kept_places(SetOutcome.DONE),
        skipped=player.record.kept_places(SetOutcome.SKIPPED),
        unsaved=player.record.unsaved,
        reached=(stood.place, stood.behind),
        for_a_time=player.record.counts_for_a_time,
        saved=player.recording.recorder.is_written,
        failing=player.recording.recorder.fault is not None,
        correctable=player.correctable,
        effort=player.record.effort,
        seconds=rounded_seconds(times.ran),
        planned_seconds=rounded_seconds(program.plan.estimate),
        pause_seconds=rounded_seconds(times.paused),
        pauses=max(times.pauses, int(times.paused > 0)),
        sets=player.record.kept_sets,
        comparison=_comparison(services, program),
        rounds_before=player.record.rounds_before,
        unit=settings.unit,
        moves=not settings.reduce_motion,
    )


def _comparison(services: Services, program: Program) -> Comparison | None:
    """Return the session that is over beside those before it, None before these are known."""
    past, player = services.known_past.past, services.player
    if past is None:
        return None
    settings = services.preferences.settings
    times, sets = player.times(), player.record.kept_sets.values()
    done, cut = done_of(sets), cut_in(sets)
    session = SessionTotals(
        id=0,
        workout=program.name,
        title=program.workout.title,
        started=player.record.started,
        outcome=SessionOutcome.FINISHED,
        seconds=rounded_seconds(times.ran),
        paused=rounded_seconds(times.paused),
        done=len(done),
        skipped=len(sets) - len(done) - cut,
        grams=volume(done),
        effort=player.record.effort,
        cut=cut,
    )
    begins = first_day(settings.week_begins)
    return compare(session, sets, past, goal=settings.weekly_goal, first_day=begins)


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
        following=reading.shown,
        behind=reading.behind,
        done=sum(record.outcome is SetOutcome.DONE for record in session.sets),
        skipped=places(plan, sets, SetOutcome.SKIPPED),
        for_a_time=counts_for_a_time(plan, sets),
        left=reading.left,
    )
