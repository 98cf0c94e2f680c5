"""Space: which command it is, and when it does not count."""

from dataclasses import replace

import pytest

from matside.core.session import sequencer
from matside.core.session.values import Command, Idle, Over, SetEnded, Transition
from tests.support.core_samples import Drive, S, bare, counted, hold, plain, plan_of


def test_space_starts_then_is_ignored_for_700_ms() -> None:
    """The second half of a double press does not shorten get ready."""
    drive = Drive(plan_of(counted())).space()
    assert 0 == drive.place

    assert 0 == drive.run(0.699).space().place
    assert 1 == drive.run(0.001).space().place


def test_space_within_700_ms_of_the_last_that_counted_is_ignored() -> None:
    """A press at 699 ms changes nothing, one at exactly 700 ms counts."""
    drive = Drive(plain(counted(), counted(), counted())).start().run(9).space()
    assert 1 == drive.place

    before = drive.run(0.699).phase
    assert Transition(before) == Transition(drive.space().phase, drive.facts)

    assert 2 == drive.run(0.001).space().place


def test_ignored_press_does_not_hold_off_the_next() -> None:
    """The guard counts from the last press that counted, not from one it ignored."""
    drive = Drive(plain(counted(), counted(), counted())).start().run(9).space()

    assert 2 == drive.run(0.5).space().run(0.2).space().place


def test_space_within_700_ms_of_a_step_that_began_by_itself_is_ignored() -> None:
    """A press meant for the hold never marks the set after it done."""
    drive = Drive(plain(hold(20), counted(), counted())).start().run(20.699).space()
    assert 1 == drive.place

    assert 2 == drive.run(0.001).space().place


def test_guard_is_judged_after_all_that_was_due() -> None:
    """A late look finds the step that began 0.3 s ago, and a press there is ignored."""
    drive = Drive(plain(hold(20), counted(), counted())).start()
    drive.now += 20_300

    drive.space()

    assert (1, 300) == drive.at
    assert [0] == [drive.plan.place_of(f.key) for f in drive.facts if isinstance(f, SetEnded)]


def test_step_entered_by_a_key_has_no_guard_of_its_own() -> None:
    """After Right a Space counts at once: only steps that begin by themselves are guarded."""
    drive = Drive(plain(counted(), counted(), counted())).start().run(9).do(Command.SKIP)

    assert 2 == drive.space().place


def test_other_keys_do_not_hold_off_space() -> None:
    """BACK, PAUSE and RESUME are no presses of Space."""
    drive = Drive(plain(counted(), counted())).start().run(9)
    drive.do(Command.PAUSE).do(Command.RESUME).do(Command.BACK)

    assert 1 == drive.space().place


def test_guard_of_a_step_that_began_by_itself_outlives_pause() -> None:
    """A Space meant for the rest does not resume what P has paused just before it."""
    drive = Drive(plain(hold(20), counted())).start().run(20.2).do(Command.PAUSE)

    assert drive.run(0.499).space().is_paused
    assert not drive.run(0.001).space().is_paused


def test_guard_of_a_step_that_began_by_itself_outlives_other_keys() -> None:
    """Whatever keys come in between, a Space meant for the rest marks no set done."""
    drive = Drive(plain(hold(20), counted(), counted())).start().run(20.1)
    drive.do(Command.PAUSE).do(Command.RESUME).do(Command.SKIP)

    assert 2 == drive.run(0.599).space().place
    assert drive.run(0.001).space().is_over


def test_guard_of_a_step_that_began_by_itself_covers_the_finish_page() -> None:
    """A press meant for the last hold does not close the page that STOP or SKIP has opened."""
    drives = [Drive(plain(hold(20), counted())).start().run(20.2) for _ in range(2)]
    for drive, command in zip(drives, (Command.STOP, Command.SKIP), strict=True):
        drive.do(command)
        assert drive.is_over
        assert not sequencer.accepts(drive.phase, drive.now + 499)
        assert sequencer.accepts(drive.phase, drive.now + 500)


def test_press_that_ends_the_last_set_never_closes_the_finish_page() -> None:
    """A Space on the finish page counts 0.7 s after the one that led there."""
    drive = Drive(plain(counted())).start().run(9).space()
    assert drive.is_over

    assert not sequencer.accepts(drive.phase, drive.now + 699)
    assert sequencer.accepts(drive.phase, drive.now + 700)


def test_session_that_ends_by_itself_guards_the_finish_page() -> None:
    """A Space meant for the last hold does not close the finish page."""
    drive = Drive(plain(hold(20))).start().run(60)
    assert isinstance(drive.phase, Over)

    assert not sequencer.accepts(drive.phase, drive.phase.at + 699)
    assert sequencer.accepts(drive.phase, drive.phase.at + 700)


def test_session_that_a_key_ended_leaves_the_finish_page_open() -> None:
    """SKIP and STOP are no presses of Space."""
    skipped = Drive(plain(hold(20))).start().run(9).do(Command.SKIP)
    paused = Drive(plain(hold(20))).start().run(9).do(Command.PAUSE).do(Command.SKIP)
    stopped = Drive(plain(hold(20))).start().run(9).do(Command.STOP)

    assert all(drive.is_over for drive in (skipped, paused, stopped))
    assert all(sequencer.accepts(drive.phase, drive.now) for drive in (skipped, paused, stopped))


def test_space_on_the_finish_page_leaves_it_to_the_page() -> None:
    """The core knows that the press counts, and changes nothing."""
    drive = Drive(plain(hold(20))).start().run(60)
    before = drive.phase

    assert Transition(before) == Transition(drive.space().phase, drive.facts)


def test_last_press_of_a_session_guards_the_start_of_the_next() -> None:
    """Idle remembers the last press that counted."""
    idle = Idle(pressed=5_000)

    assert not sequencer.accepts(idle, 5_699)
    assert sequencer.accepts(idle, 5_700)
    assert Transition(idle) == sequencer.press(plain(counted()), idle, 5_699)


def test_guard_holds_in_a_session_taken_up() -> None:
    """The Space that took the session up does not resume it as well."""
    drive = Drive(plain(counted())).take_up(0)
    drive.phase = replace(drive.under_way, pressed=drive.now)

    assert drive.run(0.699).space().is_paused
    assert not drive.run(0.001).space().is_paused


def test_guard_outlives_pause_and_resume() -> None:
    """Space pauses a hold, and resumes it 0.7 s later at the soonest."""
    drive = Drive(plain(hold(20))).start().run(9).space()
    assert drive.is_paused

    assert drive.run(0.699).space().is_paused
    assert not drive.run(0.001).space().is_paused
    assert not drive.run(0.699).space().is_paused
    assert drive.run(0.001).space().is_paused


def test_back_from_the_finish_page_keeps_the_guard() -> None:
    """The press that ended the session guards the set that BACK gives again."""
    drive = Drive(plain(counted(), counted())).start().run(9).do(Command.SKIP).run(9).space()
    drive.run(0.3).do(Command.BACK)

    assert not drive.run(0.3).space().is_over
    assert drive.run(0.1).space().is_over


def test_hold_after_a_shortened_rest_began_by_itself() -> None:
    """A Space 0.3 s into that hold is the one meant for the rest, and does not pause it."""
    plan = plan_of(hold(20), settings=replace(bare(), get_ready=10))
    drive = Drive(plan).start().run(1).space().run(5.3).space()

    assert (1, 300, False) == (*drive.at, drive.is_paused)
    assert drive.run(0.4).space().is_paused


@pytest.mark.parametrize("ms", [0, 699])
def test_ignored_press_still_brings_the_session_to_its_instant(ms: int) -> None:
    """What was due before an ignored press is not lost with it."""
    drive = Drive(plain(hold(20), counted())).start()
    drive.now += 20 * S + ms

    drive.space()

    assert (1, ms) == drive.at
