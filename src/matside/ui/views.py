"""What the pages around the stage show, gathered from the session and the choice."""

from datetime import datetime

from matside.core.estimate import ends
from matside.core.overview import percent_of_rest
from matside.core.settings import Settings
from matside.ui.player import Player
from matside.ui.preparation import Preparation
from matside.ui.settings_page import SettingsView


def settings_view(
    settings: Settings, preparation: Preparation, player: Player, now: datetime
) -> SettingsView:
    """Return what the settings page shows at `now`: in a session, what is left of that."""
    start = preparation.view(now, None)
    program = player.program
    session_plan = program.plan if program is not None and player.in_session else None
    plan = session_plan or start.plan
    reading = player.reading()
    return SettingsView(
        settings=settings,
        total=None if plan is None else plan.estimate // 1000,
        totals={} if session_plan else start.totals,
        percent_of_rest=0 if plan is None else percent_of_rest(plan),
        rounds=start.rounds,
        ends=start.ends if reading is None else ends(now, reading.left * 1000),
        in_session=reading is not None,
    )
