"""The runner's workout by ear alone, as the recorded voice says it, and as espeak-ng does."""

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import pytest

from matside.core.settings import Settings
from matside.core.speech.sentences import SentenceKind
from matside.core.workout.plan import Plan
from matside.core.workout.steps import Work
from tests.support.recital import Heard, Recital
from tools.voice.table import lines, rehearsed, table, voices

# It is the engine that takes its time, and what it says that is tried.
pytestmark = pytest.mark.no_cover

Rehearsal = Callable[[int | None], Recital]

NAMES = frozenset({SentenceKind.FIRST, SentenceKind.NEXT, SentenceKind.NAME})
SET_UP = frozenset({SentenceKind.WEIGHT, SentenceKind.POSITION})


def rests_of(seconds: int) -> Settings:
    """Return settings with `seconds` for every rest."""
    return Settings(
        get_ready=seconds,
        switch_sides=seconds,
        between_exercises=seconds,
        between_rounds=seconds,
        between_blocks=seconds,
    )


@pytest.fixture(scope="module")
def clips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which each clip is kept that an engine has spoken once."""
    return tmp_path_factory.mktemp("clips")


@pytest.fixture(scope="module")
def rehearse(clips: Path) -> Callable[[str, int | None], Recital]:
    """Return a function that gives the workout as a voice says it with rests of some seconds.

    None stands for the defaults. Each is rehearsed once.
    """

    @cache
    def rehearse(voice: str, seconds: int | None) -> Recital:
        settings = Settings() if seconds is None else rests_of(seconds)
        return rehearsed(settings, voices()[voice], clips)

    return rehearse


@pytest.fixture(params=["recorded", "engine"])
def rehearsal(
    request: pytest.FixtureRequest, rehearse: Callable[[str, int | None], Recital]
) -> Rehearsal:
    """Return a function that gives the workout as it is heard with rests of some seconds."""
    return partial(rehearse, request.param)


every_rest = pytest.mark.parametrize("seconds", [None, 0, 10, 600])


def coming(plan: Plan, heard: Heard) -> Work:
    """Return the set that was under way or next when `heard` was said."""
    assert heard.key is not None
    return plan.set_from(heard.key)


def first_rounds(recital: Recital) -> dict[str, set[SentenceKind]]:
    """Return what was told of each exercise in its first round, by its name."""
    told: dict[str, set[SentenceKind]] = {}
    for heard in recital.heard[:-1]:
        step = coming(recital.plan, heard)
        if step.key.round == 1:
            told.setdefault(step.exercise.name, set()).add(heard.line)
    return told


@every_rest
def test_every_exercise_is_told_in_its_first_round(
    rehearsal: Rehearsal, seconds: int | None
) -> None:
    """Its name, its weight or its position, and at least one cue, however long the rests are."""
    told = first_rounds(rehearsal(seconds))
    assert 11 == len(told)
    for name, said in told.items():
        assert said & NAMES, name
        assert said & SET_UP, name
        assert SentenceKind.CUE in said, name


@every_rest
def test_every_set_of_a_side_is_told_its_side(rehearsal: Rehearsal, seconds: int | None) -> None:
    """Left and right come by name before or at the start of each of their sets."""
    recital = rehearsal(seconds)
    told = {
        coming(recital.plan, heard).key
        for heard in recital.heard[:-1]
        if heard.line is SentenceKind.SIDE
    }
    assert {
        step.key
        for step in recital.plan.sets
        if step.side in step.exercise.order_of_sides and len(step.exercise.order_of_sides) == 2
    } == told


@every_rest
def test_nothing_is_said_in_the_silences(rehearsal: Rehearsal, seconds: int | None) -> None:
    """The last 4 s of rests and holds, 3.2 s of short ones; and never with a chime."""
    recital = rehearsal(seconds)
    for row in table(recital):
        length = row.step.length
        if length is not None:
            silence = 4_000 if length >= 8_000 else 3_200
            assert all(heard.span[2] <= length - silence for heard in row.heard)
    for begins, ends, _ in recital.chimed:
        assert all(heard.end <= begins or ends <= heard.at for heard in recital.heard)


@every_rest
def test_every_sentence_is_heard_whole(rehearsal: Rehearsal, seconds: int | None) -> None:
    """In a session that nobody disturbs nothing is cut off."""
    assert all(heard.whole for heard in rehearsal(seconds).heard)


def test_at_the_defaults_no_cue_of_a_first_round_is_lost(rehearsal: Rehearsal) -> None:
    """What has no room in the rest is said in the set."""
    recital = rehearsal(None)
    dropped = {sentence for lines in recital.dropped.values() for sentence in lines}
    said = {heard.sentence for heard in recital.heard}
    assert dropped
    assert {sentence for sentence in dropped if sentence.line is SentenceKind.CUE} <= said


@pytest.mark.parametrize("voice", ["recorded", "engine"])
def test_a_rest_of_twenty_seconds_sounds_as_it_was_written(voice: str, clips: Path) -> None:
    """Rest, what comes, what to fetch, where to be, how; then silence from 16 s on."""
    recital = rehearsed(Settings(between_exercises=20), voices()[voice], clips)
    steps = recital.plan.steps
    names = [step.exercise.id if isinstance(step, Work) else None for step in steps]
    place = names.index("chest-fly") - 1
    assert [
        SentenceKind.REST,
        SentenceKind.NEXT,
        SentenceKind.WEIGHT,
        SentenceKind.POSITION,
        SentenceKind.DOSE,
        SentenceKind.CUE,
        SentenceKind.CUE,
    ] == (recital.lines(place))
    assert recital.in_step(place)[-1].span[2] <= 16_000


def test_the_recorded_voice_drops_nothing_that_the_engine_says(
    rehearse: Callable[[str, int | None], Recital],
) -> None:
    """At the default rests what comes along is no slower than what it took the place of."""
    recorded, engine = rehearse("recorded", None), rehearse("engine", None)
    for key, sentences in recorded.dropped.items():
        assert set(sentences) <= set(engine.dropped.get(key, ()))


def test_the_table_tells_when_for_how_long_and_what_had_no_room(
    rehearse: Callable[[str, int | None], Recital],
) -> None:
    """It is what one reads to judge a script: one voice beside the other."""
    both = (table(rehearse(voice, None)) for voice in ("recorded", "engine"))
    printed = [line for rows in zip(*both, strict=True) for line in lines(rows)]
    assert "Rest of 20 s, block 1, round 1" in printed
    assert any(line.count("Next: Chest Fly.") == 2 for line in printed)
    assert any("no room" in line for line in printed)
