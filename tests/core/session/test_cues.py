"""The signs of a step: ticks and the half-way signal, and when they come again."""

from dataclasses import replace

import pytest

from matside.core.session.values import Command, CueCame, CueKind
from tests.support.core_samples import Drive, S, bare, block, counted, cues, hold, plain, plan_of

START = 1_000_000


@pytest.mark.parametrize(
    ("seconds", "ticks"),
    [
        (1, []),
        (2, []),
        (3, [2]),
        (7, [6]),
        (8, [5, 6, 7]),
        (29, [26, 27, 28]),
    ],
)
def test_ticks_of_a_hold_by_its_length(seconds: int, ticks: list[int]) -> None:
    """From 8 s on there are three ticks, from 3 s on one, below none."""
    drive = Drive(plain(hold(seconds), counted())).start()

    facts = drive.facts + drive.run(seconds).facts

    assert [tick * S for tick in ticks] == cues(facts, CueKind.TICK, START)


@pytest.mark.parametrize("get_ready", [2, 3, 7, 8, 10])
def test_ticks_of_get_ready_by_its_length(get_ready: int) -> None:
    """Get ready ticks like every other timed step."""
    drive = Drive(plan_of(counted(), settings=replace(bare(), get_ready=get_ready))).start()

    expected = {2: 0, 3: 1, 7: 1, 8: 3, 10: 3}[get_ready]
    assert expected == len(cues(drive.run(get_ready).facts, CueKind.TICK))


def test_counted_set_has_no_cues() -> None:
    """A set that lasts until Space neither ticks nor has a middle."""
    drive = Drive(plain(counted())).start().run(170)

    assert () == drive.facts


@pytest.mark.parametrize(("seconds", "middle"), [(29, []), (30, [15_000]), (31, [15_500])])
def test_half_way_sounds_in_holds_of_30_s_and_more(seconds: int, middle: list[int]) -> None:
    """The middle of a hold is told from 30 s on."""
    drive = Drive(plain(hold(seconds))).start().run(seconds)

    assert middle == cues(drive.facts, CueKind.HALF_WAY, START)


def test_rest_has_no_middle() -> None:
    """A rest of 45 s ticks but is not halved."""
    drive = Drive(plan_of(block(counted()), block(counted()))).start().run(10)
    drive.do(Command.NEXT).run(45)

    assert [] == cues(drive.facts, CueKind.HALF_WAY)


def test_half_way_moves_with_the_length() -> None:
    """After ADJUST the middle is that of the present length."""
    drive = Drive(plain(hold(40))).start().run(10).more()

    assert [27_500] == cues(drive.run(45).facts, CueKind.HALF_WAY, START)


def test_half_way_may_come_again_after_adjust() -> None:
    """A hold past its middle has another one when it grows."""
    drive = Drive(plain(hold(30))).start().run(16)
    assert [15_000] == cues(drive.facts, CueKind.HALF_WAY, START)

    drive.more()

    assert [22_500] == cues(drive.run(29).facts, CueKind.HALF_WAY, START)


def test_half_way_behind_is_not_made_up_for() -> None:
    """A middle that ADJUST moves behind the present instant was never crossed."""
    drive = Drive(plain(hold(40))).start().run(17).less()

    assert 25 * S == drive.length
    assert [] == cues(drive.run(8).facts, CueKind.HALF_WAY)

    drive = Drive(plain(hold(60))).start().run(25).less()
    assert [] == cues(drive.run(20).facts, CueKind.HALF_WAY)


def test_a_hold_shortened_below_30_s_has_no_middle() -> None:
    """The 30 s are those of the present length."""
    drive = Drive(plain(hold(40))).start().run(1).less()

    assert [] == cues(drive.run(24).facts, CueKind.HALF_WAY)


def test_ticks_may_come_again_after_adjust() -> None:
    """A rest made longer in its last seconds counts down twice."""
    drive = Drive(plan_of(counted(), counted())).start().run(8)
    assert [7 * S] == cues(drive.facts, CueKind.TICK, START)[:1]

    drive.more()

    assert [22 * S, 23 * S, 24 * S] == cues(drive.run(17).facts, CueKind.TICK, START)


def test_cues_do_not_come_twice_for_a_pause() -> None:
    """A hold paused at its middle tells it once."""
    drive = Drive(plain(hold(30))).start().run(15).do(Command.PAUSE).do(Command.RESUME)

    assert [] == cues(drive.run(10).facts, CueKind.HALF_WAY)


def test_tick_at_the_very_instant_of_a_pause_is_not_lost() -> None:
    """What is due at the instant of PAUSE came before it."""
    drive = Drive(plain(hold(20))).start()
    drive.now += 17 * S

    drive.do(Command.PAUSE)

    assert [17 * S] == cues(drive.facts, CueKind.TICK, START)


def test_cues_come_again_when_a_set_is_begun_again() -> None:
    """BACK gives a hold its middle back."""
    drive = Drive(plain(hold(30))).start().run(16).do(Command.BACK)

    assert [16 * S + 5 * S + 15 * S] == cues(drive.run(21).facts, CueKind.HALF_WAY, START)


def test_cue_told_before_a_kill_is_not_told_again() -> None:
    """A hold taken up at its very middle has its half-way behind it."""
    drive = Drive(plain(hold(30))).take_up(0, elapsed=15 * S).do(Command.RESUME).run(10)

    assert [] == cues(drive.facts, CueKind.HALF_WAY)


HELD = replace(counted(2, rep_seconds=8), rep_hold=5)
TEMPO = replace(counted(2), tempo="3-1-1-0")
PACED = replace(bare(), rep_pace=True)


def parts(drive: Drive) -> list[tuple[int, CueKind]]:
    """Return all cues of the last facts, with their instants in ms after the start."""
    return [(fact.at - START, fact.sign) for fact in drive.facts if isinstance(fact, CueCame)]


def test_both_ends_of_a_held_rep_are_pulsed() -> None:
    """It is held in its middle: a second and a half there, five still, and as long back."""
    drive = Drive(plan_of(HELD, settings=PACED)).start().run(16)

    assert [
        (0, CueKind.REP),
        (1_500, CueKind.STILL),
        (6_500, CueKind.MOVE),
        (8_000, CueKind.REP),
        (9_500, CueKind.STILL),
        (14_500, CueKind.MOVE),
    ] == parts(drive)
    assert drive.is_over


def test_tempo_pulses_its_parts() -> None:
    """Three seconds down, one still, one up; a part of no length has no pulse."""
    drive = Drive(plan_of(TEMPO, settings=PACED)).start().run(10)

    assert [
        (0, CueKind.REP),
        (3_000, CueKind.STILL),
        (4_000, CueKind.MOVE),
        (5_000, CueKind.REP),
        (8_000, CueKind.STILL),
        (9_000, CueKind.MOVE),
    ] == parts(drive)
    assert drive.is_over


def test_parts_of_a_rep_keep_their_shares_at_another_pace() -> None:
    """Whoever goes twice as slowly holds twice as long."""
    settings = replace(PACED, paces={"Curl at 5 s": 10_000})
    drive = Drive(plan_of(TEMPO, settings=settings)).start().run(10)

    assert [
        (0, CueKind.REP),
        (6_000, CueKind.STILL),
        (8_000, CueKind.MOVE),
        (10_000, CueKind.REP),
    ] == parts(drive)


def test_reps_that_are_not_paced_pulse_nothing() -> None:
    """A tempo drives rep pace, and is a reckoning without it."""
    drive = Drive(plan_of(TEMPO, settings=bare())).start().run(10)

    assert [] == parts(drive)
    assert 10_000 == drive.step.estimate
