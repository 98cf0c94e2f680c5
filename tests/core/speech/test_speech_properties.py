"""What holds for everything that is said, whatever the plan, the settings and the athlete do."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matside.core.ports.devices import Chime
from matside.core.session.values import Command
from matside.core.speech.sentences import Sentence, SentenceKind
from matside.core.workout.model import Exercise
from matside.core.workout.plan import Work, compile_plan, replan
from tests.support.random_sessions import Session, numbers, session
from tests.support.recital import Recital

# What they reach is a matter of luck, so the tests of the single rules have to reach it too.
pytestmark = pytest.mark.no_cover

START_OF_SILENCE, OF_SHORT_SILENCE = 4_000, 3_200


def _worded(exercise: Exercise) -> Exercise:
    cues = ("One.", "Two.", "Three.")
    return replace(exercise, cues=cues, fix="Mind.", position="Standing", part="arm")


def worded(session: Session) -> Session:
    """Return `session` with something to say of each exercise, and not too long."""
    blocks = tuple(
        replace(block, exercises=tuple(map(_worded, block.exercises)))
        for block in session.workout.blocks
    )
    workout = replace(session.workout, blocks=blocks)
    return replace(session, workout=workout, script=session.script[:15])


spoken_sessions = numbers.map(session).map(worded)
lengths = st.fixed_dictionaries({line: st.integers(200, 4_000) for line in SentenceKind})


def performed(session: Session, lengths: dict[SentenceKind, int]) -> tuple[Recital, list[int]]:
    """Return `session` as it is heard, and the instants of its asks."""

    def length_of(sentence: Sentence) -> int:
        return lengths[sentence.line]

    workout, chosen = session.workout, session.settings
    recital = Recital(compile_plan(workout, chosen), length_of).ask(Command.START)
    asked = [recital.now]
    for ask in session.script:
        recital.run(ask.after)
        asked.append(recital.now)
        if ask.what is None:
            recital.press()
        elif isinstance(ask.what, Command):
            recital.ask(ask.what, by=ask.by)
        elif isinstance(ask.what, Mapping):
            chosen = replace(chosen, **ask.what)
            if recital.key is not None:
                recital.ask(Command.PAUSE)
                recital.follow(replan(recital.plan, recital.key, workout, chosen))
        if ask.after % 5 == 0:
            recital.ask_again()
    return recital.run(60_000), asked


@given(spoken_sessions, lengths)
def test_no_sentence_overlaps_another(session: Session, lengths: dict[SentenceKind, int]) -> None:
    """One is over, or cut off, before the next begins."""
    recital, _ = performed(session, lengths)
    assert all(one.end <= following.at for one, following in pairwise(recital.heard))


@given(spoken_sessions, lengths)
def test_no_sentence_is_heard_with_a_chime_that_came_by_itself(
    session: Session, lengths: dict[SentenceKind, int]
) -> None:
    """Ticks, go and all others are heard alone; only the pulse of a rep goes below a sentence."""
    recital, _ = performed(session, lengths)
    for begins, ends, chime in recital.chimed:
        if chime is not Chime.REP_PULSE:
            assert all(heard.end <= begins or ends <= heard.at for heard in recital.heard)


@given(spoken_sessions, lengths)
def test_it_is_silent_before_a_go_that_comes_by_itself(
    session: Session, lengths: dict[SentenceKind, int]
) -> None:
    """For 4 s, in short steps and lead-ins for 3.2 s, unless a key has called the go up.

    The numbers of the last reps come up to the end of their set, whatever follows it.
    """
    recital, asked = performed(session, lengths)
    for go, _, chime in recital.chimed:
        if chime is not Chime.GO:
            continue
        called = max((at for at in asked if at <= go), default=0)
        others = [heard for heard in recital.heard if heard.line is not SentenceKind.COUNT]
        spoken = [heard for heard in others if called <= heard.at < go]
        quiet = min((go - heard.end for heard in spoken), default=START_OF_SILENCE)
        assert go - called < OF_SHORT_SILENCE or quiet >= OF_SHORT_SILENCE


@given(spoken_sessions, lengths)
def test_a_sentence_that_is_whole_belongs_to_the_step_it_was_said_in(
    session: Session, lengths: dict[SentenceKind, int]
) -> None:
    """Nothing of an exercise is said once another one is under way or next."""
    recital, _ = performed(session, lengths)
    for heard in recital.heard:
        if heard.key is not None and heard.key in recital.plan and heard.sentence.exercise:
            coming = recital.plan.set_from(heard.key)
            assert heard.sentence.exercise == coming.exercise


@given(spoken_sessions, lengths)
def test_every_rest_of_its_own_length_keeps_its_silence(
    session: Session, lengths: dict[SentenceKind, int]
) -> None:
    """In a session that nobody touches each timed step ends in 4 s of silence, short ones 3.2."""
    plan = compile_plan(session.workout, replace(session.settings, wait=False))
    recital = Recital(plan, lambda sentence: lengths[sentence.line]).run_to_end()
    for step in plan.steps:
        spoken = [heard for heard in recital.heard if heard.key == step.key]
        if step.length is None or (isinstance(step, Work) and step.reps):
            continue
        silence = START_OF_SILENCE if step.length >= 8_000 else OF_SHORT_SILENCE
        assert all(heard.end - heard.since <= step.length - silence for heard in spoken)


@given(spoken_sessions, lengths)
def test_read_often_or_seldom_the_same_is_said(
    session: Session, lengths: dict[SentenceKind, int]
) -> None:
    """Looking more often than anything happens changes nothing of what is heard."""
    plan = compile_plan(session.workout, session.settings)
    seldom = Recital(plan, lambda sentence: lengths[sentence.line]).ask(Command.START)
    often = Recital(plan, lambda sentence: lengths[sentence.line]).ask(Command.START)
    for ask in session.script:
        seldom.run(ask.after)
        for _ in range(ask.after // 500):
            often.run(500)
        often.run(ask.after % 500)
        if isinstance(ask.what, Command):
            seldom.ask(ask.what, by=ask.by)
            often.ask(ask.what, by=ask.by)
    assert seldom.heard == often.heard
