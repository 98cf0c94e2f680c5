"""The voice follows the session: nothing stale is said, and it can be asked to say it again."""

from dataclasses import replace

import pytest

from matside.core.session.values import Command
from matside.core.settings import Settings
from matside.core.sound.chime_timing import Timing
from matside.core.speech.prompter import Prompter, again, cut_short, timed
from matside.core.speech.sentences import SentenceKind
from matside.core.workout.model import Exercise, Hold, Reps
from matside.core.workout.plan import replan
from tests.core.speech.test_schedule import CURL, FLY, THREAD
from tests.support.core_samples import S, bare, block, plan_of, workout_of
from tests.support.recital import Recital

PLANK = Exercise("Plank", Hold(40), cues=("Long.", "Breathe."), position="On your front")


def rest(settings: Settings | None = None, *, coming: Exercise = FLY) -> Recital:
    """Return a session 0.1 s into its first rest, before `coming`."""
    plan = plan_of(CURL, coming, settings=settings or Settings(between_exercises=30))
    return Recital(plan).ask(Command.START).run_to(2).run(100)


def test_a_sentence_stops_when_its_step_is_left() -> None:
    """Space in the middle of the announcement ends the rest, and the voice falls silent."""
    session = rest().run(1_500)
    session.ask(Command.NEXT)
    last = session.heard[-1]
    assert (SentenceKind.REST, False, session.now) == (last.line, last.whole, last.end)


def test_what_was_cut_off_is_said_in_the_set() -> None:
    """The name was never heard whole, so the set begins with it."""
    session = rest().run(1_500).ask(Command.NEXT).run(20_000)
    assert (SentenceKind.NAME, 500, 1_500) == session.spans(3)[0]


def test_a_pause_stops_the_voice_and_says_nothing() -> None:
    """Paused is quiet."""
    session = rest().run(1_500).ask(Command.PAUSE).run(60_000)
    assert [False] == [heard.whole for heard in session.in_step(2)]


def test_after_a_pause_the_announcement_goes_on() -> None:
    """What was said whole is not repeated; what was cut off is."""
    session = rest().run(2_500).ask(Command.PAUSE).run(9_000).ask(Command.RESUME).run(6_000)
    assert [
        (SentenceKind.REST, True),
        (SentenceKind.NEXT, False),
        (SentenceKind.NEXT, True),
        (SentenceKind.WEIGHT, True),
        (SentenceKind.POSITION, True),
        (SentenceKind.DOSE, True),
    ] == [(heard.line, heard.whole) for heard in session.in_step(2)][:6]


def test_a_rest_that_is_cut_to_its_lead_in_falls_silent() -> None:
    """The ticks of the shortened rest are not spoken over."""
    session = rest(coming=PLANK).run(4_900).ask(Command.NEXT)
    assert (SentenceKind.CUE, False) == (session.heard[-1].line, session.heard[-1].whole)
    session.run(4_900)
    ticks = [begin for begin, _, _ in session.chimed if begin > session.now - 4_900]
    assert all(heard.end <= ticks[0] for heard in session.heard)


def test_a_set_begun_again_is_told_anew_in_its_lead_in() -> None:
    """BACK to a hold says its name; the cues come after the go."""
    session = rest(coming=PLANK).run_to(3).run(23_500)
    before = len(session.heard)
    session.ask(Command.BACK).run(20_000)
    told = [(heard.line, heard.at - heard.since) for heard in session.heard[before:]]
    assert [
        (SentenceKind.NAME, -5_000),
        (SentenceKind.POSITION, 500),
        (SentenceKind.CUE, 1_750),
    ] == told[:3]


def test_back_from_a_rest_tells_the_set_it_leads_to() -> None:
    """Nothing of the exercise that was about to come is said any more."""
    session = rest().run(2_500).ask(Command.BACK).run(3_000)
    assert session.plan.steps[1].key == session.key
    assert (SentenceKind.NAME, CURL) == (
        session.heard[-2].line,
        session.heard[-2].sentence.exercise,
    )


def test_more_rest_moves_what_belongs_to_its_end() -> None:
    """Ten seconds before the end is another instant after plus."""
    session = rest().run(15_000).ask(Command.ADJUST, by=15_000).run(29_000)
    assert (SentenceKind.SOON, 35_000, 36_000) == session.spans(2)[-1]


def test_a_length_that_changes_under_a_sentence_cuts_it_off_before_the_silence() -> None:
    """Minus may put the go so near that the sentence would run into its silence."""
    session = rest(Settings(between_exercises=20)).run(7_500)
    session.ask(Command.ADJUST, by=-15_000)
    assert not session.heard[-1].whole
    assert session.now == session.heard[-1].end


def test_a_half_way_signal_that_moves_onto_a_sentence_cuts_it_off() -> None:
    """A longer hold has its middle later, where something else may be said."""
    plan = plan_of(replace(PLANK, cues=("One.", "Two.")), settings=bare())
    lengths = {SentenceKind.CUE: 6_500}
    session = Recital(plan, lambda sentence: lengths.get(sentence.line, 500))
    session.ask(Command.START).run(22_000).ask(Command.ADJUST, by=15_000)
    assert (SentenceKind.CUE, False) == (session.heard[-1].line, session.heard[-1].whole)


def test_asked_again_it_says_all_it_has_said() -> None:
    """R begins the announcement anew, at once."""
    session = rest().run(16_000)
    before = len(session.heard)
    session.ask_again().run(3_000)
    asked = [heard.line for heard in session.heard[before:]]
    assert [SentenceKind.NEXT, SentenceKind.WEIGHT, SentenceKind.POSITION] == asked


def test_asked_again_in_mid_sentence_it_begins_anew() -> None:
    """The sentence under way stops, and the first comes again."""
    session = rest().run(2_500).ask_again().run(100)
    assert [(SentenceKind.NEXT, False), (SentenceKind.NEXT, True)] == [
        (heard.line, heard.whole) for heard in session.heard[-2:]
    ]


def test_asked_again_just_after_a_sentence_it_says_that_too() -> None:
    """Nobody need have noticed that it was over."""
    session = rest().run(2_150)
    before = len(session.heard)
    session.now += 1_100
    session.ask_again().run(1_500)
    assert [SentenceKind.NEXT, SentenceKind.WEIGHT] == [
        heard.line for heard in session.heard[before:]
    ]


def test_asked_again_in_a_set_it_says_how_without_waiting() -> None:
    """Also in a later round: who asks wants to know."""
    plan = plan_of(block(FLY, rounds=2), settings=Settings(get_ready=0))
    session = Recital(plan).ask(Command.START).run_to(2).run(3_000).ask_again().run(6_000)
    asked = [heard.line for heard in session.in_step(2)][-4:]
    assert [SentenceKind.NAME, SentenceKind.WEIGHT, SentenceKind.DOSE, SentenceKind.CUE] == asked


def test_asked_again_at_a_switch_it_says_more_than_the_side() -> None:
    """A switch is short, but who asks has his reasons."""
    plan = plan_of(THREAD, settings=Settings(switch_sides=30))
    session = Recital(plan).ask(Command.START).run_to(2).run(5_000).ask_again().run(5_000)
    assert [SentenceKind.SIDE, SentenceKind.NEXT, SentenceKind.SIDE] == session.lines(2)[:3]


def test_asked_again_while_paused_it_says_what_waits() -> None:
    """A pause is when one wonders; going on ends it."""
    session = rest().run(3_000).ask(Command.PAUSE).run(5_000)
    before = len(session.heard)
    session.ask_again().run(1_500)
    assert [SentenceKind.NEXT, SentenceKind.WEIGHT] == [
        heard.line for heard in session.heard[before:]
    ]
    session.ask(Command.RESUME)
    assert [(SentenceKind.WEIGHT, False), (SentenceKind.WEIGHT, True)] == [
        (heard.line, heard.whole) for heard in session.heard[-2:]
    ]


def test_asked_again_in_the_silence_it_waits_for_the_set() -> None:
    """Nothing is said over the ticks, not even what was asked for."""
    session = rest().run(27_000).ask_again().run(20_000)
    assert session.in_step(2)[-1].end < session.in_step(3)[0].since - 4_000
    assert SentenceKind.NAME == session.lines(3)[0]


def test_what_was_asked_before_a_session_is_no_part_of_it() -> None:
    """Its first step is told as any other: the opening is said, and cues wait for their time."""
    plan = plan_of(FLY, settings=bare())
    asked = Recital(plan, prompter=again(Prompter())).run_to_end()
    assert Recital(plan).run_to_end().heard == asked.heard
    ready = Recital(plan_of(CURL), prompter=again(Prompter())).ask(Command.START)
    assert SentenceKind.GET_READY is ready.heard[0].line


def test_what_was_asked_after_a_session_is_no_part_of_the_next() -> None:
    """The voice was turned off and on while nothing was going on."""
    plan = plan_of(CURL)
    session = Recital(plan).ask(Command.START).run(5_000).ask(Command.STOP)
    following = Recital(plan, prompter=again(session.prompter), now=session.now)
    assert SentenceKind.GET_READY is following.ask(Command.START).run(100).heard[0].line


def test_asked_again_after_the_end_it_lets_the_last_words_be() -> None:
    """There is nothing else to say, so they are said to their end, and once."""
    session = Recital(plan_of(CURL)).run_to_end()
    end = session.heard[-1]
    session = Recital(plan_of(CURL)).ask(Command.START)
    session.run_until(lambda: session.now >= end.at).ask_again().run(5_000)
    assert end == session.heard[-1]


def test_a_session_that_starts_anew_tells_everything_again() -> None:
    """Who stops in the first exercise and starts over hears its name again."""
    plan = plan_of(CURL)
    session = Recital(plan).ask(Command.START).run(5_000).ask(Command.STOP)
    following = Recital(plan, prompter=session.prompter, now=session.now)
    assert SentenceKind.GET_READY is following.ask(Command.START).run(100).heard[0].line


def test_other_rests_are_followed_at_once() -> None:
    """Settings that change in a session change what fits from the next step on."""
    plan = plan_of(block(CURL, FLY), settings=Settings())
    session = Recital(plan).ask(Command.START).run_to(1)
    workout = workout_of(block(CURL, FLY))
    session.follow(replan(plan, plan.steps[1].key, workout, Settings(between_exercises=600)))
    session.run_to(3)
    soon = next(heard for heard in session.in_step(2) if heard.line is SentenceKind.SOON)
    assert 590 * S == soon.at - soon.since


def test_a_sentence_that_is_cut_short_from_without_was_not_heard() -> None:
    """Who turns the voice off in mid-sentence, and on again, hears that sentence whole."""
    session = rest().run(2_600)
    session.prompter = cut_short(session.prompter)
    assert [SentenceKind.REST, SentenceKind.NEXT, SentenceKind.NEXT] == session.run(1_000).lines(2)


def test_a_stopped_session_is_silent() -> None:
    """The sentence under way stops, and no other follows."""
    session = rest().run(2_500)
    before = len(session.heard)
    session.ask(Command.STOP).run(9_000)
    assert (before, False) == (len(session.heard), session.heard[-1].whole)


def test_a_press_that_comes_late_says_nothing_stale() -> None:
    """What a rest would have said while the machine was busy belongs to it, and is left out."""
    session = rest().run(2_500)
    before = len(session.heard)
    session.now += 20_000
    session.ask(Command.NEXT).run(20_000)
    late = session.heard[before:]
    assert {session.plan.steps[3].key} == {heard.key for heard in late}
    assert SentenceKind.SOON not in [heard.line for heard in late]


def test_what_was_asked_for_ends_with_its_step() -> None:
    """The steps after it are told as if nobody had asked."""
    plan = plan_of(CURL, FLY, PLANK, settings=Settings(between_exercises=30))
    asked = Recital(plan).ask(Command.START).run_to(1).ask_again()
    never = Recital(plan).ask(Command.START).run_to(1)
    for place in (2, 3, 4):
        assert never.run_to(place + 1).spans(place) == asked.run_to(place + 1).spans(place)
    assert SentenceKind.REST is asked.lines(2)[0]


@pytest.mark.parametrize(("offset", "heard_in"), [(0, 1), (-200, 0)])
def test_a_lead_in_leaves_its_silence_to_a_go_that_comes_earlier(
    offset: int, heard_in: int
) -> None:
    """A name of 1.7 s fits before the 3.2 s of silence, but not if they begin 0.2 s sooner."""
    prompter = timed(Prompter(), Timing(offset))
    session = Recital(plan_of(PLANK, settings=bare()), lambda _: 1_700, prompter=prompter)
    session.ask(Command.START).run(23_500).ask(Command.BACK)
    begun = session.now
    session.run(4_999)
    assert heard_in == len([heard for heard in session.heard if heard.at >= begun])


def test_a_counted_number_is_said_to_its_end() -> None:
    """Counting belongs to the last seconds of a paced set, where nothing else is said."""
    curl = Exercise("Curl", Reps(2), rep_seconds=2)
    plan = plan_of(curl, settings=Settings(get_ready=0, rep_pace=True))
    session = Recital(plan).ask(Command.START)
    for _ in range(50):
        session.run(100)
    numbers = [heard for heard in session.heard if heard.line is SentenceKind.COUNT]
    assert [(1, True), (2, True)] == [(heard.sentence.number, heard.whole) for heard in numbers]


def test_chimes_that_come_later_keep_the_voice_waiting() -> None:
    """A speaker's offset of 200 ms moves the announcement, half-way and the end by as much."""
    plan = plan_of(PLANK, CURL, settings=Settings(between_exercises=30))
    session = Recital(plan, prompter=timed(Prompter(), Timing(200))).run_to_end()
    assert (SentenceKind.HALF_WAY, 20_540) in [heard.span[:2] for heard in session.in_step(1)]
    assert 700 == session.spans(2)[0][1]
    assert session.chimed[-1][0] + 1_260 == session.heard[-1].at


def test_chimes_that_come_earlier_have_their_silence_too() -> None:
    """The voice leaves 4 s before a go that is to be heard 200 ms sooner."""
    plan = plan_of(CURL, FLY)
    for offset, lines in ((-200, []), (0, [(SentenceKind.NEXT, 1_000, 6_000)])):
        lengths = {SentenceKind.NEXT: 5_000}
        prompter = timed(Prompter(), Timing(offset))
        session = Recital(plan, lambda one: lengths.get(one.line), prompter=prompter)  # noqa: B023
        assert lines == session.run_to_end().spans(2)


def test_a_half_way_signal_that_comes_earlier_is_heard_alone() -> None:
    """What would run into it waits until it is over."""
    lengths = {SentenceKind.CUE: 4_000}
    plan = plan_of(replace(PLANK, dose=Hold(60)), settings=bare())
    for offset in (-300, 0, 300):
        prompter = timed(Prompter(), Timing(offset))
        session = Recital(plan, lambda one: lengths.get(one.line), prompter=prompter)
        session.ask(Command.START).run(24_500).ask_again().run(20_000)
        begins, ends = 30_000 + min(0, offset), 30_240 + max(0, offset)
        assert all(heard.end <= begins or ends <= heard.at for heard in session.heard)
