"""How far a session has got: its times, its position, and whether it needs the screen."""

from dataclasses import replace

from matside.core.session import deadlines, progress, sequencer
from matside.core.session.values import (
    Command,
    Entry,
    Idle,
    Over,
    Paused,
    PauseReason,
    Phase,
    Running,
    StepProgress,
    Times,
)
from matside.core.settings import Settings
from matside.core.workout.plan import PREPARE_KEY, StepKey
from tests.support.core_samples import Drive, S, counted, hold, plain, plan_of


def test_times_are_those_of_running_and_of_pauses() -> None:
    """A session knows how long it ran, lead-ins included, and how long it was paused."""
    drive = Drive(plain(hold(20))).start().run(7).do(Command.PAUSE).run(60).do(Command.RESUME)

    drive.run(8)
    assert Times(ran=15 * S, paused=60 * S, pauses=1) == progress.times(drive.phase, drive.now)

    drive.do(Command.PAUSE).run(4)
    assert Times(ran=15 * S, paused=64 * S, pauses=2) == progress.times(drive.phase, drive.now)


def test_times_stand_still_before_the_start_and_after_the_end() -> None:
    """Idle has no times, and those of a finished session do not grow on the finish page."""
    drive = Drive(plain(hold(20)))
    assert Times() == progress.times(drive.phase, drive.now)

    drive.start().run(3600)
    assert Times(ran=20 * S) == progress.times(drive.phase, drive.now)


def test_times_count_on_over_steps_and_after_the_finish_page() -> None:
    """BACK on the finish page goes on with the times; those spent on the page are lost."""
    drive = Drive(plain(hold(20), hold(20))).start().run(100).do(Command.BACK).run(5)

    assert Times(ran=45 * S) == progress.times(drive.phase, drive.now)


def test_times_of_a_stop_while_paused_include_the_pause() -> None:
    """STOP ends the pause it finds."""
    drive = Drive(plain(hold(20))).start().run(7).do(Command.PAUSE).run(60).do(Command.STOP)

    assert Times(ran=7 * S, paused=60 * S, pauses=1) == progress.times(drive.phase, drive.now)


def test_position_is_where_the_session_stands() -> None:
    """A position holds the step, how far it has been done, and the session's times."""
    drive = Drive(plain(hold(20))).start().run(7).more().do(Command.PAUSE).run(60)
    position = progress.position(drive.under_way, drive.now)

    assert (drive.step.key, 7 * S, 35 * S) == (position.key, position.elapsed, position.length)
    assert (7 * S, 60 * S) == (position.ran, position.paused)


def test_session_taken_up_stands_paused_at_the_position() -> None:
    """After a kill the session stands where it was last written, with its times."""
    drive = Drive(plain(hold(20))).start().run(7).more()
    position = progress.position(drive.under_way, drive.now)

    taken_up = sequencer.take_up(position, 5_000)

    assert position == progress.position(taken_up, 5_000)
    assert Times(ran=7 * S, paused=1 * S) == progress.times(taken_up, 6_000)


def test_a_shortened_rest_stays_shortened() -> None:
    """What is taken up where rests wait ends by itself, where NEXT had cut it down."""
    settings = Settings(get_ready=0, between_exercises=40, wait=True)
    plan = plan_of(counted(), hold(20), settings=settings)
    drive = Drive(plan).start().run(7).do(Command.NEXT).run(9).do(Command.NEXT).run(2)
    position = progress.position(drive.under_way, drive.now)

    assert position.shortened
    taken_up = sequencer.take_up(position, 5_000)
    resumed = sequencer.handle(plan, taken_up, Command.RESUME, 6_000).phase
    assert plan.steps[2].key == at_step(deadlines.advance(plan, resumed, 12_000).phase)


def test_a_rest_that_nobody_shortened_waits_when_it_is_taken_up() -> None:
    """NEXT makes the difference, and nothing else."""
    settings = Settings(get_ready=0, between_exercises=40, wait=True)
    plan = plan_of(counted(), hold(20), settings=settings)
    drive = Drive(plan).start().run(7).do(Command.NEXT).run(9)

    taken_up = sequencer.take_up(progress.position(drive.under_way, drive.now), 5_000)
    resumed = sequencer.handle(plan, taken_up, Command.RESUME, 6_000).phase
    assert plan.steps[1].key == at_step(deadlines.advance(plan, resumed, 600_000).phase)


def at_step(phase: Phase) -> StepKey:
    """Return the key of the step that `phase` is in."""
    assert isinstance(phase, Running)
    return phase.progress.key


STARTED = StepProgress(PREPARE_KEY, 0, 10_000)
RUNNING = Running(STARTED, 0, None, 0, Entry.ONWARDS, 0, Times(), None)
PAUSED = Paused(STARTED, PauseReason.ASKED, 1_000, Times(), None)


def test_a_running_session_needs_the_screen() -> None:
    """Rests included, for as long as it runs."""
    assert progress.needs_screen(RUNNING, 10_000_000)


def test_a_pause_needs_it_for_ten_minutes() -> None:
    """Up to ten minutes after it began, and not longer."""
    assert progress.needs_screen(PAUSED, 600_999)
    assert not progress.needs_screen(PAUSED, 601_000)


def test_no_session_needs_no_screen() -> None:
    """Neither before the start nor after the end."""
    assert not progress.needs_screen(Idle(), 0)
    assert not progress.needs_screen(Over(0, None, (), Times(), None), 0)
    assert progress.needs_screen(replace(RUNNING, since=5), 0)
