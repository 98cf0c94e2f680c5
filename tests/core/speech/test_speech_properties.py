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
from matside.core.workout.model import Every, Exercise, Within
from matside.core.workout.plan import Plan, compile_plan, replan
from matside.core.workout.steps import Step, StepKind, Work, clock_of, is_rest_of_minute
from tests.support.random_sessions import Session, numbers, session
from tests.support.recital import Recital

# What they reach is a matter of luck, so the tests of the single rules have to reach it too.
pytestmark = pytest.mark.no_cover

OFTEN = 1_300
"""How many ms pass between two looks, of which hardly any falls together with an event."""

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


def no_sentence_overlaps_another(recital: Recital) -> None:
    """One is over, or cut off, before the next begins."""
    assert all(one.end <= following.at for one, following in pairwise(recital.heard))


def no_sentence_is_heard_with_a_chime_that_came_by_itself(recital: Recital) -> None:
    """Ticks, go and all others are heard alone; only the pulses of reps go below a sentence."""
    for begins, ends, chime in recital.chimed:
        if chime not in (Chime.REP_PULSE, Chime.REP_STILL, Chime.REP_MOVE):
            assert all(heard.end <= begins or ends <= heard.at for heard in recital.heard)


def it_is_silent_before_a_go_that_comes_by_itself(recital: Recital, asked: list[int]) -> None:
    """For 4 s, in short steps and lead-ins for 3.2 s, unless a key has called the go up.

    The numbers of the last reps come up to the end of their set, whatever follows it.
    """
    for go, _, chime in recital.chimed:
        if chime is not Chime.GO:
            continue
        called = max((at for at in asked if at <= go), default=0)
        others = [heard for heard in recital.heard if heard.line is not SentenceKind.COUNT]
        spoken = [heard for heard in others if called <= heard.at < go]
        quiet = min((go - heard.end for heard in spoken), default=START_OF_SILENCE)
        assert go - called < OF_SHORT_SILENCE or quiet >= OF_SHORT_SILENCE


def a_whole_sentence_belongs_to_the_step_it_was_said_in(recital: Recital) -> None:
    """Nothing of an exercise is said once another one is under way or next."""
    for heard in recital.heard:
        if heard.key is not None and heard.key in recital.plan and heard.sentence.exercise:
            coming = recital.plan.set_from(heard.key)
            assert heard.sentence.exercise == coming.exercise


@given(spoken_sessions, lengths)
def test_what_is_said_keeps_its_laws(session: Session, lengths: dict[SentenceKind, int]) -> None:
    """All of them hold in each session, which takes far longer to perform than to look at."""
    recital, asked = performed(session, lengths)
    no_sentence_overlaps_another(recital)
    no_sentence_is_heard_with_a_chime_that_came_by_itself(recital)
    it_is_silent_before_a_go_that_comes_by_itself(recital, asked)
    a_whole_sentence_belongs_to_the_step_it_was_said_in(recital)


@given(spoken_sessions, lengths)
def test_every_rest_of_its_own_length_keeps_its_silence(
    session: Session, lengths: dict[SentenceKind, int]
) -> None:
    """In a session that nobody touches each timed step ends in 4 s of silence, short ones 3.2.

    What is left of a minute after reps is as long as they have left it, whatever its plan says.
    """
    plan = compile_plan(session.workout, replace(session.settings, wait=False))
    recital = Recital(plan, lambda sentence: lengths[sentence.line]).run_to_end()
    for step in plan.steps:
        spoken = [heard for heard in recital.heard if heard.key == step.key]
        length = lasts(plan, step)
        if length is None or (isinstance(step, Work) and step.reps):
            continue
        silence = START_OF_SILENCE if length >= 8_000 else OF_SHORT_SILENCE
        assert all(heard.end - heard.since <= length - silence for heard in spoken)


def lasts(plan: Plan, step: Step) -> int | None:
    """Return how many ms `step` lasts if nobody touches anything, None if that is not given.

    What is left of a minute is what its set leaves of it.
    """
    match clock_of(step):
        case Within():
            return None
        case Every(seconds=seconds) if is_rest_of_minute(step):
            length = plan[step.key._replace(kind=StepKind.WORK)].length
            return None if length is None else max(0, seconds * 1_000 - length)
        case _:
            return step.length


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
        for _ in range(ask.after // OFTEN):
            often.run(OFTEN)
        often.run(ask.after % OFTEN)
        if isinstance(ask.what, Command):
            seldom.ask(ask.what, by=ask.by)
            often.ask(ask.what, by=ask.by)
    assert seldom.heard == often.heard
