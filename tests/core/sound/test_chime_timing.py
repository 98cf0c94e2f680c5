"""Chimes start earlier or later than they are due, and a speaker is woken for them."""

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from matside.core.ports.devices import Chime
from matside.core.session.deadlines import next_deadline
from matside.core.session.values import Command, Transition
from matside.core.settings import Settings
from matside.core.sound.announcer import chimes
from matside.core.sound.chime_timing import Sounding, Timing
from matside.core.workout.model import Exercise
from matside.core.workout.plan import Plan
from tests.support.core_samples import RUNNERS, Drive, S, bare, counted, hold, plain, plan_of

GO, STOP, TICK, WAKE = Chime.GO, Chime.STOP, Chime.TICK, Chime.WAKE
PULSE = Chime.REP_PULSE
SET_DONE, WORKOUT_DONE = Chime.SET_DONE, Chime.WORKOUT_DONE


class Ear:
    """A session that is beaten at every deadline and wish; hears what starts, and when."""

    def __init__(self, plan: Plan, timing: Timing) -> None:
        self.drive = Drive(plan, now=0)
        self.sounding = Sounding(timing)
        self.heard: list[tuple[int, Chime]] = []

    def do(self, command: Command, by: int = 0) -> "Ear":
        """Send `command` at once."""
        self.drive.do(command, by=by)
        return self._listen()

    def until(self, instant: int) -> "Ear":
        """Let time go by up to `instant`, with every beat that is asked for."""
        while (beat := self._next_beat()) is not None and beat <= instant:
            assert beat > self.drive.now
            self.drive.run((beat - self.drive.now) / S)
            self._listen()
        self.drive.run((instant - self.drive.now) / S)
        return self._listen()

    def at_once(self) -> "Ear":
        """Hear what is due in this very instant."""
        self.drive.run(0)
        return self._listen()

    def _next_beat(self) -> int | None:
        drive = self.drive
        wish = self.sounding.next_beat(drive.plan, drive.phase, drive.now)
        instants = (next_deadline(drive.plan, drive.phase), wish)
        return min((instant for instant in instants if instant is not None), default=None)

    def _listen(self) -> "Ear":
        drive = self.drive
        turn = Transition(drive.phase, drive.facts)
        started = self.sounding.hear(drive.plan, turn, drive.now)
        self.heard += [(drive.now, chime) for chime in started]
        return self

    def follow(self, plan: Plan) -> "Ear":
        """Go on by `plan`."""
        self.drive.follow(plan)
        return self._listen()


def ear(*exercises: Exercise, offset: int = 0, wakes: bool = False) -> Ear:
    """Return an ear at a plan of get ready and `exercises` that has started."""
    return Ear(plan_of(*exercises), Timing(offset, wakes)).do(Command.START)


@pytest.mark.parametrize("offset", [-300, -1, 0, 1, 300])
def test_what_comes_by_itself_is_moved_by_the_offset(offset: int) -> None:
    """Ticks, go, stop and the end start as much earlier or later, all of them."""
    due = [(7, TICK), (8, TICK), (9, TICK), (10, GO), (17, TICK), (18, TICK), (19, TICK)]
    last = (20, WORKOUT_DONE)

    heard = ear(hold(10), offset=offset).until(30 * S).heard

    assert [(at * S + offset, chime) for at, chime in (*due, last)] == heard


@pytest.mark.parametrize("offset", [-300, 0, 300])
def test_what_a_press_brings_sounds_at_once(offset: int) -> None:
    """A press can be neither foreseen nor may it be left without an answer."""
    heard = ear(counted(), counted(), offset=offset).until(15 * S).do(Command.NEXT).heard

    assert (15 * S, SET_DONE) == heard[-1]


def test_a_press_in_the_instant_of_a_tick_sounds_it_once() -> None:
    """BACK leads to a lead-in of a second there, which begins with a tick of its own."""
    listener = Ear(plan_of(hold(20), settings=Settings(resume=1)), Timing())
    listener.do(Command.START).until(27 * S).do(Command.BACK).at_once().until(28 * S)

    assert [(27 * S, TICK), (28 * S, GO)] == listener.heard[-2:]
    assert listener.heard.count((27 * S, TICK)) == 1


def test_the_session_keeps_its_times() -> None:
    """A go that is heard early begins no set early."""
    listener = ear(hold(20), offset=-300).until(9_700)

    assert (9_700, GO) == listener.heard[-1]
    assert (0, 9_700) == listener.drive.at


def test_what_was_foreseen_and_does_not_come_sounds_again_when_it_does() -> None:
    """A rest that is lengthened after its tick has its tick once more, in time."""
    listener = ear(hold(20), offset=-300).until(6_800).do(Command.ADJUST, by=15 * S)

    listener.until(22 * S)

    assert [(6_700, TICK), (21_700, TICK)] == listener.heard


def test_a_pause_takes_back_what_waits() -> None:
    """Nothing sounds into a pause."""
    listener = ear(hold(20), offset=300).until(10_100).do(Command.PAUSE).until(12 * S)

    assert GO not in [chime for _, chime in listener.heard]


def test_a_changed_length_takes_nothing_back() -> None:
    """The go that waits is heard though more of the hold is asked for."""
    listener = ear(hold(20), offset=300).until(10_100).do(Command.ADJUST, by=15 * S).until(11 * S)

    assert (10_300, GO) == listener.heard[-1]


def test_the_end_of_the_workout_is_heard_late_too() -> None:
    """The session is over by then, and yet asks for the beat."""
    listener = ear(hold(10), offset=300).until(20 * S)
    drive = listener.drive

    assert drive.is_over
    assert 20_300 == listener.sounding.next_beat(drive.plan, drive.phase, drive.now)


def test_a_session_that_is_taken_up_sounds_as_any_other() -> None:
    """What comes after RESUME is heard, though nothing was heard before."""
    listener = Ear(plain(hold(20)), Timing(300))
    listener.drive.take_up(0, elapsed=18 * S)

    listener.do(Command.RESUME).until(6 * S)

    assert [(2_300, TICK), (3_300, TICK), (4_300, TICK), (5_300, GO)] == listener.heard


@pytest.mark.parametrize("offset", [-300, 0, 300])
def test_a_speaker_is_woken_two_seconds_before_the_first_of_several(offset: int) -> None:
    """The ticks keep it awake for each other and for the go; the hold lets it sleep again."""
    heard = ear(hold(30), offset=offset, wakes=True).until(45 * S).heard

    woken = [at - offset for at, chime in heard if chime is WAKE]
    assert [5 * S, 23 * S, 35 * S] == woken


def test_a_speaker_that_was_heard_just_now_is_not_woken() -> None:
    """A rest of 4 s between two holds has its stop, a tick and a go, and no waking between."""
    settings = Settings(between_exercises=4)
    listener = Ear(plan_of(hold(10), hold(10), settings=settings), Timing(wakes=True))

    heard = listener.do(Command.START).until(26 * S).heard

    assert [(5 * S, WAKE), (15 * S, WAKE)] == [due for due in heard if due[1] is WAKE]


def test_nothing_is_woken_where_nothing_comes_by_itself() -> None:
    """A counted set ends by a press, which nobody foresees."""
    heard = ear(counted(), wakes=True).until(40 * S).heard

    assert [5 * S] == [at for at, chime in heard if chime is WAKE]


@pytest.mark.parametrize("offset", [-300, 0, 300])
def test_a_plan_that_changes_under_way_costs_no_sound(offset: int) -> None:
    """A paced set that goes on as a counted one, and back, sounds by what holds then."""
    paced, by_press = (plan_of(counted(), settings=Settings(rep_pace=on)) for on in (True, False))
    listener = Ear(paced, Timing(offset)).do(Command.START).until(14 * S)
    listener.follow(by_press).until(16 * S).do(Command.NEXT)

    heard = [chime for _, chime in listener.heard if chime is not PULSE]
    assert [TICK, TICK, TICK, GO, WORKOUT_DONE] == heard


def test_without_an_offset_nobody_is_asked_to_look_more_often() -> None:
    """The player's own beats are enough."""
    listener = ear(hold(20)).until(5 * S)
    drive = listener.drive

    assert listener.sounding.next_beat(drive.plan, drive.phase, drive.now) is None


@pytest.mark.no_cover
@effort(deadline=None, max_examples=30)
@given(st.integers(-300, 300), st.booleans(), st.integers(3, 400))
def test_every_offset_sounds_the_same_chimes(offset: int, wakes: bool, stride: int) -> None:  # noqa: FBT001 - hypothesis gives it by its name
    """Of a warm-up left to itself nothing is lost and nothing doubled, read at any stride."""
    plan = plan_of(*RUNNERS.blocks[:1], settings=bare())
    drive = Drive(plan, now=0).do(Command.START)
    expected = list(chimes(plan, drive.facts, 0))
    listener = Ear(plan, Timing(offset, wakes)).do(Command.START)
    for instant in range(0, 311 * S, stride * 100):
        listener.until(instant)
    listener.until(311 * S)
    expected += [c for at in range(1, 311) for c in chimes(plan, drive.run(1).facts, drive.now)]

    assert expected == [chime for _, chime in listener.heard if chime is not WAKE]
