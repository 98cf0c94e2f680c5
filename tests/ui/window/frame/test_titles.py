"""The title names Matside, the exercise and its time left."""

from matside.core.history.ending import Ending
from matside.core.session.deadlines import advance
from matside.core.session.reading import read
from matside.core.session.sequencer import handle, press
from matside.core.session.values import Command, Idle, Paused, Phase, Running
from matside.core.settings import Settings
from matside.core.workout.plan import Plan, compile_plan
from matside.ui.window.frame.titles import over_title, plain_title, session_title
from tests.support.core_samples import SHORT

PLAN: Plan = compile_plan(SHORT, Settings(get_ready=0, wait=True))


def title_of(phase: Phase, now: int) -> str:
    """Return the title of a session in `phase`."""
    assert isinstance(phase, Running | Paused)
    return session_title(read(PLAN, phase, now))


def test_out_of_a_session_it_is_the_name_alone() -> None:
    """The start page needs no more; the finish page says what is done."""
    assert "Matside" == plain_title()
    assert [
        "Done – Short – Matside",
        "Cut short – Short – Matside",
        "Stopped – Short – Matside",
    ] == [over_title("Short", ending) for ending in Ending]


def test_a_counted_set_shows_its_reps() -> None:
    """There is no time left to show."""
    assert "8 reps Curl – Work – Matside" == title_of(press(PLAN, Idle(), 0).phase, 0)


def test_a_paced_set_shows_its_time() -> None:
    """At rep pace a set of reps has a time left, as a hold has."""
    plan = compile_plan(SHORT, Settings(get_ready=0, rep_pace=True))
    phase = press(plan, Idle(), 0).phase
    assert isinstance(phase, Running)
    assert "0:19 Curl – Work – Matside" == session_title(read(plan, phase, 5_500))


def test_a_rest_shows_its_time_and_what_comes_next() -> None:
    """The countdown stands first, for narrow task bars."""
    rest = press(PLAN, press(PLAN, Idle(), 0).phase, 2_000).phase
    assert "0:09 Stretch – Rest – Matside" == title_of(rest, 3_500)


def test_overtime_counts_up() -> None:
    """A rest that waits shows how long it has waited."""
    rest = press(PLAN, press(PLAN, Idle(), 0).phase, 2_000).phase
    waiting = advance(PLAN, rest, 14_000).phase
    assert "+0:02 Stretch – Rest – Matside" == title_of(waiting, 14_000)


def test_a_pause_says_so() -> None:
    """The word is that of the pause."""
    paused = handle(PLAN, press(PLAN, Idle(), 0).phase, Command.PAUSE, 2_000).phase
    assert "8 reps Curl – Paused – Matside" == title_of(paused, 2_000)
