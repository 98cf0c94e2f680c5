"""What holds for everything that is said, whatever the plan, the settings and the athlete do."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from matside.core.plan import compile_plan, replan
from matside.core.ports import Chime
from matside.core.sentences import Line, Sentence
from matside.core.session import Command
from matside.core.settings import Settings
from matside.core.workout import Exercise, Workout
from tests.core.recital import Recital
from tests.core.test_sequencer_properties import Ask, asks, modest, settings, workouts

START_OF_SILENCE, OF_SHORT_SILENCE = 4_000, 3_200


def _worded(exercise: Exercise) -> Exercise:
    cues = ("One.", "Two.", "Three.")
    return replace(exercise, cues=cues, fix="Mind.", position="Standing", part="arm")


def worded(workout: Workout) -> Workout:
    """Return `workout` with something to say of each exercise."""
    blocks = tuple(
        replace(block, exercises=tuple(map(_worded, block.exercises))) for block in workout.blocks
    )
    return replace(workout, blocks=blocks)


spoken_workouts = workouts.map(worded)
lengths = st.fixed_dictionaries({line: st.integers(200, 4_000) for line in Line})
scripts = st.lists(asks, max_size=15)


def performed(
    workout: Workout, chosen: Settings, script: Sequence[Ask], lengths: dict[Line, int]
) -> tuple[Recital, list[int]]:
    """Return the session that `script` makes of `workout`, and the instants of the asks."""

    def length_of(sentence: Sentence) -> int:
        return lengths[sentence.line]

    plan = compile_plan(workout, chosen)
    session = Recital(plan, length_of).ask(Command.START)
    asked = [session.now]
    for ask in script:
        session.run(ask.after)
        asked.append(session.now)
        if ask.what is None:
            session.press()
        elif isinstance(ask.what, Command):
            session.ask(ask.what, by=ask.by)
        elif session.key is not None:
            session.ask(Command.PAUSE)
            session.follow(replan(session.plan, session.key, workout, ask.what))
        if ask.after % 5 == 0:
            session.ask_again()
    return session.run(60_000), asked


@modest
@given(spoken_workouts, settings, scripts, lengths)
def test_no_sentence_overlaps_another(
    workout: Workout, chosen: Settings, script: list[Ask], lengths: dict[Line, int]
) -> None:
    """One is over, or cut off, before the next begins."""
    session, _ = performed(workout, chosen, script, lengths)
    assert all(one.end <= following.at for one, following in pairwise(session.heard))


@modest
@given(spoken_workouts, settings, scripts, lengths)
def test_no_sentence_is_heard_with_a_chime_that_came_by_itself(
    workout: Workout, chosen: Settings, script: list[Ask], lengths: dict[Line, int]
) -> None:
    """Ticks, go and all others are heard alone; only the pulse of a rep goes below a sentence."""
    session, _ = performed(workout, chosen, script, lengths)
    for begins, ends, chime in session.chimed:
        if chime is not Chime.REP_PULSE:
            assert all(heard.end <= begins or ends <= heard.at for heard in session.heard)


@modest
@given(spoken_workouts, settings, scripts, lengths)
def test_it_is_silent_before_a_go_that_comes_by_itself(
    workout: Workout, chosen: Settings, script: list[Ask], lengths: dict[Line, int]
) -> None:
    """For 4 s, in short steps and lead-ins for 3.2 s, unless a key has called the go up.

    The numbers of the last reps come up to the end of their set, whatever follows it.
    """
    session, asked = performed(workout, chosen, script, lengths)
    for go, _, chime in session.chimed:
        if chime is not Chime.GO:
            continue
        called = max((at for at in asked if at <= go), default=0)
        others = [heard for heard in session.heard if heard.line is not Line.COUNT]
        spoken = [heard for heard in others if called <= heard.at < go]
        quiet = min((go - heard.end for heard in spoken), default=START_OF_SILENCE)
        assert go - called < OF_SHORT_SILENCE or quiet >= OF_SHORT_SILENCE


@modest
@given(spoken_workouts, settings, scripts, lengths)
def test_a_sentence_that_is_whole_belongs_to_the_step_it_was_said_in(
    workout: Workout, chosen: Settings, script: list[Ask], lengths: dict[Line, int]
) -> None:
    """Nothing of an exercise is said once another one is under way or next."""
    session, _ = performed(workout, chosen, script, lengths)
    for heard in session.heard:
        if heard.key is not None and heard.key in session.plan and heard.sentence.exercise:
            coming = session.plan.set_from(heard.key)
            assert coming is None or heard.sentence.exercise == coming.exercise


@modest
@given(spoken_workouts, settings, lengths)
def test_every_rest_of_its_own_length_keeps_its_silence(
    workout: Workout, chosen: Settings, lengths: dict[Line, int]
) -> None:
    """In a session that nobody touches each timed step ends in 4 s of silence, short ones 3.2."""
    plan = compile_plan(workout, replace(chosen, wait=False))
    session = Recital(plan, lambda sentence: lengths[sentence.line]).run_to_end()
    for step in plan.steps:
        spoken = [heard for heard in session.heard if heard.key == step.key]
        if step.length is None or step.pace is not None:
            continue
        silence = START_OF_SILENCE if step.length >= 8_000 else OF_SHORT_SILENCE
        assert all(heard.end - heard.since <= step.length - silence for heard in spoken)


@modest
@given(spoken_workouts, settings, scripts, lengths)
def test_read_often_or_seldom_the_same_is_said(
    workout: Workout, chosen: Settings, script: list[Ask], lengths: dict[Line, int]
) -> None:
    """Looking more often than anything happens changes nothing of what is heard."""
    plan = compile_plan(workout, chosen)
    seldom = Recital(plan, lambda sentence: lengths[sentence.line]).ask(Command.START)
    often = Recital(plan, lambda sentence: lengths[sentence.line]).ask(Command.START)
    for ask in script:
        seldom.run(ask.after)
        for _ in range(ask.after // 500):
            often.run(500)
        often.run(ask.after % 500)
        if isinstance(ask.what, Command):
            seldom.ask(ask.what, by=ask.by)
            often.ask(ask.what, by=ask.by)
    assert seldom.heard == often.heard
