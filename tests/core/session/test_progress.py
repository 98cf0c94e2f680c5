"""How far a session has got: its times, its position, and whether it needs the screen."""

from dataclasses import replace

from matside.core.session import deadlines, progress, sequencer
from matside.core.session.looks import PauseReason
from matside.core.session.values import (
    Command,
    Entry,
    Idle,
    Over,
    Paused,
    Phase,
    Running,
    StepProgress,
    Times,
)
from matside.core.settings import Settings
from matside.core.workout.steps import PREPARE_KEY, StepKey
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


def test_the_countdown_shows_another_second_at_whole_ones_before_its_end() -> None:
    """So it does in a lead-in, and in a counted set, which has no end."""
    drive = Drive(plain(hold(30), counted())).start().run(0.4)
    assert isinstance(drive.phase, Running)
    assert 600 == progress.until_next_second(drive.phase, drive.now)
    drive.do(Command.PAUSE).run(3).do(Command.RESUME).run(0.25)
    assert isinstance(drive.phase, Running)
    assert 750 == progress.until_next_second(drive.phase, drive.now)
    drive.do(Command.SKIP).run(0.1)
    assert isinstance(drive.phase, Running)
    assert 900 == progress.until_next_second(drive.phase, drive.now)


def test_a_counted_set_shows_another_second_after_whole_ones_of_its_own() -> None:
    """A pause in between shifts nothing: 1.3 s are done, the next second is 0.7 s away."""
    drive = Drive(plain(counted())).start().run(0.9)
    drive.do(Command.PAUSE).run(3.3).do(Command.RESUME).run(0.4)
    assert isinstance(drive.phase, Running)
    assert 700 == progress.until_next_second(drive.phase, drive.now)


def test_at_a_whole_second_the_next_is_a_second_away() -> None:
    """Never nothing: a timer of nothing would not rest."""
    drive = Drive(plain(hold(30))).start()
    assert isinstance(drive.phase, Running)
    assert S == progress.until_next_second(drive.phase, drive.now)


def left(drive: Drive) -> int:
    """Return what is left of the session in ms."""
    return progress.time_left(drive.plan, drive.under_way, drive.now)


def test_at_the_start_all_is_left() -> None:
    """The estimate of the whole plan is left when it starts."""
    drive = Drive(plan_of(hold(20), counted())).start()

    assert (10 + 20 + 10 + 24) * S == left(drive)


def test_left_is_that_of_this_step_and_of_all_later_ones() -> None:
    """A timed step has its present length less what has run."""
    drive = Drive(plan_of(hold(20), counted())).start().run(15)
    assert (15 + 10 + 24) * S == left(drive)

    assert (30 + 10 + 24) * S == left(drive.more())


def test_counted_set_has_its_estimate_less_elapsed_but_not_below_0() -> None:
    """A set that takes longer than estimated has nothing left, and no less."""
    drive = Drive(plan_of(counted(), counted())).start().run(10 + 4)
    assert (20 + 10 + 24) * S == left(drive)

    assert (10 + 24) * S == left(drive.run(60))


def test_overtime_has_only_the_later_steps_left() -> None:
    """A rest beyond its end takes nothing from what follows."""
    plan = plan_of(counted(), counted(), settings=Settings(wait=True))
    drive = Drive(plan).start().run(10).do(Command.NEXT).run(60)

    assert 24 * S == left(drive)


def test_lead_in_and_pause_do_not_shorten_what_is_left() -> None:
    """While the clock of the step stands, what is left stands."""
    drive = Drive(plan_of(hold(20))).start().run(15).do(Command.PAUSE).run(60)
    assert 15 * S == left(drive)

    assert 15 * S == left(drive.do(Command.RESUME).run(4))
