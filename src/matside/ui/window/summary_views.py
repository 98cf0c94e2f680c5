"""What is shown of a session that is over, and of one that was left open."""

from datetime import datetime

from matside.core.durations import rounded_seconds
from matside.core.history.ledger import places
from matside.core.session.reading import read
from matside.core.session.record import OpenSession, SetOutcome
from matside.core.session.sequencer import take_up
from matside.ui.session.player import Player
from matside.ui.summary.finish_page import FinishView
from matside.ui.summary.resume_page import ResumeView


def finish_view(player: Player, now: datetime) -> FinishView | None:
    """Return what the finish page shows of the session that is over, None before it is."""
    program, times, ending = player.program, player.times(), player.ending
    if program is None or ending is None:
        return None
    return FinishView(
        title=program.workout.title,
        date=now,
        ending=ending,
        plan=program.plan,
        done=player.kept_places(SetOutcome.DONE),
        skipped=player.kept_places(SetOutcome.SKIPPED),
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
