"""What is said of a step comes when it fits, and what does not fit is dropped or said later."""

from dataclasses import replace

import pytest

from matside.core.session.deadlines import advance
from matside.core.session.values import Command
from matside.core.settings import Settings
from matside.core.speech.schedule import SaidSoFar, schedule
from matside.core.speech.sentences import Sentence, SentenceKind
from matside.core.weights import Level, Weight
from matside.core.workout.model import Exercise, Hold, Reps, Side, Sides
from matside.core.workout.steps import Rest
from tests.support.core_samples import bare, block, plan_of
from tests.support.recital import Recital

FLY = Exercise(
    "Chest Fly",
    Reps(8),
    rep_seconds=4,
    weight=Weight(Level.LIGHT, 2),
    cues=("Lie down.", "Open wide.", "Stop low."),
    fix="Bend the elbows.",
    position="On your back",
)
THREAD = Exercise(
    "Thread",
    Hold(30),
    sides=Sides.EACH,
    cues=("Slide under.", "Breathe.", "Look up."),
    fix="Hips still.",
    position="On all fours",
    part="arm",
)
CURL = Exercise("Curl", Reps(8))


def recital(*parts: Exercise, rounds: int = 1, **settings: int | bool) -> Recital:
    """Return the session of one block, heard to its end."""
    plan = plan_of(block(*parts, rounds=rounds), settings=Settings(**settings))
    return Recital(plan).run_to_end()


def test_the_next_exercise_is_announced_a_tenth_of_a_second_after_the_chime() -> None:
    """A rest says what comes, what to fetch, where to be and how much, then how to do it."""
    heard = recital(CURL, FLY, between_exercises=30)
    assert [
        (SentenceKind.REST, 1_000, 2_000),
        (SentenceKind.NEXT, 2_250, 3_250),
        (SentenceKind.WEIGHT, 3_500, 4_500),
        (SentenceKind.POSITION, 4_750, 5_750),
        (SentenceKind.DOSE, 6_000, 7_000),
        (SentenceKind.CUE, 7_250, 10_250),
        (SentenceKind.CUE, 10_500, 13_500),
        (SentenceKind.SOON, 20_000, 21_000),
    ] == heard.spans(2)


def test_what_does_not_fit_in_a_rest_is_said_in_the_set() -> None:
    """The first cue comes 1.5 s after the go, the second when half the reps should be done."""
    heard = recital(CURL, FLY, between_exercises=10)
    assert [
        SentenceKind.NEXT,
        SentenceKind.WEIGHT,
        SentenceKind.POSITION,
        SentenceKind.DOSE,
    ] == heard.lines(2)
    assert [(SentenceKind.CUE, 1_500, 4_500), (SentenceKind.CUE, 16_000, 19_000)] == heard.spans(3)


def test_an_opening_word_pushes_nothing_out() -> None:
    """Rest is said only where all that follows it fits as well as without."""
    assert SentenceKind.REST not in recital(CURL, FLY, between_exercises=10).lines(2)
    assert SentenceKind.REST in recital(CURL, CURL, between_exercises=10).lines(2)


def test_nothing_is_said_in_the_four_seconds_before_a_go() -> None:
    """A sentence may end 4 s before the end of a rest, and not a ms later."""
    lengths = {SentenceKind.NEXT: 5_000}
    plan = plan_of(CURL, FLY)
    just = Recital(plan, lambda sentence: lengths.get(sentence.line)).run_to_end()
    lengths[SentenceKind.NEXT] = 5_001
    over = Recital(plan, lambda sentence: lengths.get(sentence.line)).run_to_end()
    assert [(SentenceKind.NEXT, 1_000, 6_000)] == just.spans(2)
    assert [] == over.lines(2)


def test_short_steps_are_silent_for_a_little_less() -> None:
    """In a switch of 5 s the side may be said up to 3.2 s before the go."""
    heard = recital(THREAD)
    assert [(SentenceKind.SIDE, 370, 1_370)] == heard.spans(2)
    lengths = {SentenceKind.SIDE: 1_431}
    plan = plan_of(THREAD)
    late = Recital(plan, lambda sentence: lengths.get(sentence.line)).run_to_end()
    assert [] == late.lines(2)


def test_a_side_is_told_by_name_at_a_switch_and_nothing_else() -> None:
    """Half of the set is behind the athlete: only the side is new."""
    heard = recital(THREAD, switch_sides=20)
    assert [Sentence(SentenceKind.SIDE, THREAD, Side.RIGHT)] == [
        spoken.sentence for spoken in heard.in_step(2)
    ]


def test_a_side_that_had_no_room_is_told_in_the_set() -> None:
    """With a switch of 0 s the other side is named when the chime is over."""
    heard = recital(THREAD, switch_sides=0)
    assert (SentenceKind.SIDE, 370, 1_370) == heard.spans(2)[0]


def test_a_hold_tells_its_middle_and_its_last_ten_seconds() -> None:
    """Half-way follows its signal; the second cue comes after it, and the end is silent."""
    heard = recital(THREAD)
    assert [
        (SentenceKind.CUE, 1_500, 4_500),
        (SentenceKind.HALF_WAY, 15_340, 16_340),
        (SentenceKind.CUE, 16_590, 19_590),
        (SentenceKind.TEN_SECONDS, 20_000, 21_000),
    ] == heard.spans(1)


def test_a_short_hold_tells_neither_its_middle_nor_its_last_ten_seconds() -> None:
    """From 30 s on there is somebody to be told."""
    heard = Recital(plan_of(Exercise("Plank", Hold(29)), settings=bare())).run_to_end()
    assert not {SentenceKind.HALF_WAY, SentenceKind.TEN_SECONDS} & set(heard.lines(0))


def test_a_cue_waits_for_the_last_ten_seconds_where_it_would_run_into_them() -> None:
    """A cue of 4 s has no room between half-way and ten seconds, but after them."""
    lengths = {SentenceKind.CUE: 4_000}
    plan = plan_of(THREAD)
    heard = Recital(plan, lambda sentence: lengths.get(sentence.line, 1_000)).run_to_end()
    assert (SentenceKind.CUE, 21_250, 25_250) == heard.spans(1)[-1]


def test_the_second_side_hears_only_what_the_first_did_not() -> None:
    """Both cues were said to the first side, so the second has its peace."""
    heard = recital(THREAD)
    assert [SentenceKind.HALF_WAY, SentenceKind.TEN_SECONDS] == heard.lines(3)


def test_later_rounds_hear_the_name_the_side_and_the_fix() -> None:
    """Who has done it once is told what to mind."""
    heard = recital(THREAD, FLY, rounds=2, between_exercises=20)
    sixth = heard.plan.steps[6]
    assert isinstance(sixth, Rest)
    assert 2 == heard.plan.steps[7].key.round
    assert [
        SentenceKind.REST,
        SentenceKind.NEXT,
        SentenceKind.SIDE,
        SentenceKind.FIX,
    ] == heard.lines(6)


def test_a_counted_set_of_a_later_round_is_left_in_peace() -> None:
    """What had no room in the rest before is not said while somebody counts."""
    heard = recital(FLY, rounds=2, between_rounds=5)
    assert [SentenceKind.NAME] == heard.lines(3)


def test_a_hold_of_a_later_round_hears_the_fix_that_had_no_room() -> None:
    """Nobody counts in a hold."""
    heard = recital(replace(THREAD, sides=Sides.NONE), rounds=2, between_rounds=5)
    assert (SentenceKind.FIX, 1_500, 4_500) in heard.spans(3)


def test_without_rests_everything_is_told_in_the_set() -> None:
    """The name comes when the go is over, and one of weight and position is enough."""
    heard = Recital(plan_of(FLY, settings=bare())).run_to_end()
    assert [
        (SentenceKind.NAME, 500, 1_500),
        (SentenceKind.WEIGHT, 1_750, 2_750),
        (SentenceKind.DOSE, 3_000, 4_000),
        (SentenceKind.CUE, 4_250, 7_250),
        (SentenceKind.CUE, 16_000, 19_000),
    ] == heard.spans(0)


def test_get_ready_tells_the_first_exercise() -> None:
    """Nothing chimes at the start, so it is told at once."""
    assert [
        (SentenceKind.GET_READY, 0, 1_000),
        (SentenceKind.FIRST, 1_250, 2_250),
        (SentenceKind.DOSE, 2_500, 3_500),
    ] == recital(CURL).spans(0)


def test_the_end_is_told_after_its_chime() -> None:
    """Who lies on the mat hears that it is over."""
    heard = recital(CURL)
    last = heard.heard[-1]
    end = heard.chimed[-1][0]
    assert (SentenceKind.FINISHED, end + 1_060) == (last.line, last.at)


def test_a_rest_that_waits_promises_no_ten_seconds() -> None:
    """It ends when the athlete says so; what did not fit before its end is said in overtime."""
    plan = plan_of(CURL, FLY, settings=Settings(between_exercises=30, wait=True))
    heard = Recital(plan).ask(Command.START).run_to(2).run(60_000)
    assert SentenceKind.SOON not in heard.lines(2)
    plan = plan_of(CURL, FLY, settings=Settings(between_exercises=3, wait=True))
    heard = Recital(plan).ask(Command.START).run_to(2).run(60_000)
    assert (SentenceKind.NEXT, 1_000, 2_000) == heard.spans(2)[0]
    assert (SentenceKind.WEIGHT, 3_340, 4_340) == heard.spans(2)[1]


@pytest.mark.parametrize(("pace", "numbers"), [(3, (6, 7, 8)), (1, (6, 7, 8))])
def test_the_last_reps_of_a_paced_set_are_counted(pace: int, numbers: tuple[int, ...]) -> None:
    """Each number follows the pulse of its rep."""
    curl = replace(CURL, rep_seconds=pace, cues=("Stand tall.",))
    plan = plan_of(curl, settings=Settings(get_ready=0, rep_pace=True))
    heard = Recital(plan, lambda _: 500).run_to_end()
    counts = [spoken for spoken in heard.in_step(0) if spoken.line is SentenceKind.COUNT]
    assert numbers == tuple(spoken.sentence.number for spoken in counts)
    begins = [(number - 1) * pace * 1_000 for number in numbers]
    assert [at + 140 for at in begins] == [spoken.at - spoken.since for spoken in counts]


def test_no_cue_is_said_among_the_last_reps_of_a_paced_set() -> None:
    """Of four reps three are counted; the second cue would fit between two, and is left out."""
    curl = replace(CURL, dose=Reps(4), rep_seconds=4, cues=("Stand tall.", "Elbows in."))
    plan = plan_of(curl, settings=Settings(get_ready=0, rep_pace=True))
    lengths = {SentenceKind.CUE: 2_000, SentenceKind.COUNT: 500}
    heard = Recital(plan, lambda sentence: lengths.get(sentence.line)).run_to_end()
    assert [
        SentenceKind.CUE,
        SentenceKind.COUNT,
        SentenceKind.COUNT,
        SentenceKind.COUNT,
    ] == heard.lines(0)


@pytest.mark.parametrize(("late", "said"), [(250, True), (251, False)])
def test_what_comes_late_at_its_instant_is_not_said(late: int, *, said: bool) -> None:
    """A machine that was busy for more than a quarter of a second leaves half-way out."""
    plan = plan_of(Exercise("Plank", Hold(40)), settings=bare())
    now = 20_000 + 240 + 100 + late
    phase = advance(plan, Recital(plan).ask(Command.START).phase, now).phase
    written = schedule(plan, phase, SaidSoFar(), lambda _: 1_000, now).utterances
    assert said is (SentenceKind.HALF_WAY in [utterance.sentence.line for utterance in written])


def test_a_number_that_is_longer_than_a_rep_is_not_said() -> None:
    """It would be said when the next one is due."""
    curl = replace(CURL, rep_seconds=1)
    plan = plan_of(curl, settings=Settings(get_ready=0, rep_pace=True))
    heard = Recital(plan, lambda _: 900).run_to_end()
    assert SentenceKind.COUNT not in heard.lines(0)


def test_after_a_cue_that_is_dropped_no_other_is_said() -> None:
    """The second cue alone would make no sense."""
    cues = {1: 20_000, 2: 100}
    plan = plan_of(CURL, FLY)
    heard = Recital(plan, lambda sentence: cues.get(sentence.number, 500)).run_to_end()
    assert SentenceKind.CUE not in heard.lines(2)


def test_what_cannot_be_said_leaves_room_for_the_rest() -> None:
    """A sentence without a clip is left out, and the others come as if it did not exist."""
    lengths = {SentenceKind.NEXT: 1_000, SentenceKind.DOSE: 1_000}
    plan = plan_of(CURL, FLY)
    heard = Recital(plan, lambda sentence: lengths.get(sentence.line)).run_to_end()
    assert [(SentenceKind.NEXT, 1_000, 2_000), (SentenceKind.DOSE, 2_250, 3_250)] == heard.spans(2)
