"""Everything that may be said is known before the session begins."""

from dataclasses import replace

import pytest

from matside.core.settings import Settings
from matside.core.speech.sentences import Sentence, SentenceKind, sentences
from matside.core.workout.model import (
    BlockClock,
    Every,
    Exercise,
    MaxHold,
    MaxReps,
    Reps,
    Side,
    Within,
)
from matside.core.workout.plan import Plan
from tests.core.speech.test_schedule import FLY, THREAD
from tests.support.core_samples import RUNNERS, block, counted, hold, plan_of
from tests.support.recital import Recital


def plan(**settings: int | bool) -> Plan:
    """Return a plan with holds, sides, counted sets and two rounds."""
    both = block(THREAD, FLY, counted(), rounds=2)
    return plan_of(both, settings=Settings(**settings))


def test_all_that_is_said_was_known_before() -> None:
    """Whatever the rests are, no sentence comes for which no clip would be there."""
    for settings in ({}, {"between_exercises": 0, "switch_sides": 0}, {"rep_pace": True}):
        heard = Recital(plan(**settings)).run_to_end()
        known = set(sentences(heard.plan))
        assert {spoken.sentence for spoken in heard.heard} <= known


def test_each_sentence_is_known_once_however_many_rounds() -> None:
    """Rounds say the same again, and need no clips of their own."""
    known = tuple(sentences(plan()))
    assert len(set(known)) == len(known)
    assert known == tuple(sentences(plan_of(block(THREAD, FLY, counted(), rounds=50))))


def test_an_exercise_that_comes_again_in_another_block_says_nothing_new() -> None:
    """What is said of it is the same wherever it stands."""
    twice, often = plan_of(*[block(FLY)] * 2), plan_of(*[block(FLY)] * 5)
    assert tuple(sentences(twice)) == tuple(sentences(often))


def test_sentences_are_known_in_the_order_in_which_they_come() -> None:
    """The first clips that are made are the first that are needed."""
    known = tuple(sentences(plan()))
    assert [SentenceKind.GET_READY, SentenceKind.FIRST, SentenceKind.SIDE] == [
        each.line for each in known[:3]
    ]
    assert Sentence(SentenceKind.FINISHED) == known[-1]


def test_a_side_is_a_topic_of_its_own_and_a_name_is_one_in_any_words() -> None:
    """Who has heard the name in a rest does not hear it in the set."""
    name, following = (Sentence(line, FLY) for line in (SentenceKind.NAME, SentenceKind.NEXT))
    assert name.topic == following.topic
    left, right = (Sentence(SentenceKind.SIDE, THREAD, side) for side in (Side.LEFT, Side.RIGHT))
    assert left.topic != right.topic
    cues = [Sentence(SentenceKind.CUE, THREAD, side, 1) for side in (Side.LEFT, Side.RIGHT)]
    assert cues[0].topic == cues[1].topic


def test_an_exercise_without_texts_says_its_name_and_its_dose() -> None:
    """Nothing is said of what the author did not write."""
    bare: tuple[Exercise, ...] = (hold(5), counted())
    lines = {sentence.line for sentence in sentences(plan_of(*bare))}
    assert not lines & {
        SentenceKind.SIDE,
        SentenceKind.WEIGHT,
        SentenceKind.POSITION,
        SentenceKind.CUE,
        SentenceKind.FIX,
    }
    assert {SentenceKind.FIRST, SentenceKind.NEXT, SentenceKind.NAME, SentenceKind.DOSE} <= lines


def test_the_runners_workout_knows_its_weights() -> None:
    """Its rests say what to fetch."""
    lines = {sentence.line for sentence in sentences(plan_of(*RUNNERS.blocks))}
    assert SentenceKind.WEIGHT in lines


def test_a_dose_of_its_own_is_said_in_each_round() -> None:
    """A ladder tells its reps again where they are others, and is silent where they are not."""
    ladder = replace(counted(), dose=Reps(12), later=(Reps(10),))
    heard = Recital(plan_of(block(ladder, rounds=3), settings=Settings(between_rounds=20)))
    heard.run_to_end()
    doses = [
        spoken.sentence.exercise.dose
        for spoken in heard.heard
        if spoken.sentence.line is SentenceKind.DOSE and spoken.sentence.exercise
    ]
    assert [Reps(12), Reps(10)] == doses


def test_sets_to_failure_say_so() -> None:
    """With the eyes closed one cannot read it, of a hold neither."""
    for dose in (MaxReps(), MaxHold()):
        plan = plan_of(replace(counted(), dose=dose))
        assert SentenceKind.DOSE in {sentence.line for sentence in sentences(plan)}


@pytest.mark.parametrize(
    ("clock", "line"),
    [
        (Every(60), SentenceKind.EVERY_MINUTE),
        (Within(600), SentenceKind.ALL_YOU_CAN),
        (Every(90), None),
    ],
)
def test_clock_of_a_block_is_told_before_its_first_set(
    clock: BlockClock, line: SentenceKind | None
) -> None:
    """Once, and known before; a length that is no minute is for the eye."""
    clocked = block(counted(), hold(20), rounds=2 if isinstance(clock, Every) else 1, clock=clock)
    whole = plan_of(block(counted()), clocked)
    told = {SentenceKind.EVERY_MINUTE, SentenceKind.ALL_YOU_CAN}

    heard = [
        spoken.sentence.line
        for spoken in Recital(whole).run_to_end().heard
        if spoken.sentence.line in told
    ]

    assert ([] if line is None else [line]) == heard
    assert set(heard) == {each.line for each in sentences(whole)} & told
