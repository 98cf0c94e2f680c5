"""The keys of a workout file, and the workout that they make."""

from collections import Counter
from dataclasses import replace
from itertools import count

from matside.core.settings import REST, ROUNDS, Range
from matside.core.workout.model import (
    Block,
    BlockClock,
    BlockKind,
    Every,
    Exercise,
    Hold,
    Rests,
    Sides,
    Workout,
    clock_from,
)
from matside.core.workout.sizes import MOST_STEPS, is_too_long
from matside.files.slices import Steps, finished
from matside.files.workouts.catalogue import Catalogue
from matside.files.workouts.dose_format import NO_SIDE
from matside.files.workouts.exercise_format import (
    BLANK,
    MOVE_KEYS,
    NAME,
    move_from,
    sideless_words,
    switch_from,
)
from matside.files.yaml.document import Document
from matside.files.yaml.fields import Fields, words_of
from matside.files.yaml.nearest import CALLED

_WORKOUT_KEYS = {
    "title": "a text of 1 to 80 characters",
    "credit": "a text",
    "about": "a text",
    "blocks": "a list of 1 to 50 blocks",
}

_BLOCK_KEYS = {
    "kind": "warmup, superset, circuit or cooldown",
    "name": "a text of 1 to 40 characters",
    "rounds": "a whole number from 1 to 99",
    "rest": "the keys exercises, rounds and after",
    "every": "a duration from 1 s to 60 min, such as 60 s or 1:30",
    "for": "a duration from 1 s to 60 min, such as 10 min or 7:30",
    "exercises": "a list of 1 to 50 exercises",
}

_REST = "a duration from 0 to 600 s, such as 20 s or 1:30"

_REST_KEYS = dict.fromkeys(("exercises", "rounds", "after"), _REST)

_EXERCISE_KEYS = {
    "exercise": "the id of an exercise",
    "name": "a text of 1 to 60 characters",
    **MOVE_KEYS,
    "rest": _REST,
}

_OF_A_BLOCK = {
    key: f"it belongs to the block; write it there: {right}"
    for key, right in _BLOCK_KEYS.items()
    if key not in (*_EXERCISE_KEYS, "exercises")
}
_OF_A_BLOCK |= {
    word: f"it belongs to the block; write it there as {key}: {_BLOCK_KEYS[key]}"
    for word, key in CALLED.items()
}
_OF_AN_EXERCISE = {
    key: "it belongs to an exercise; write it there" for key in MOVE_KEYS if key not in _BLOCK_KEYS
}
"""The messages for keys that are one level too deep or too high."""

_LABELS = {
    BlockKind.WARMUP: "Warm-up",
    BlockKind.SUPERSET: "Superset",
    BlockKind.CIRCUIT: "Circuit",
    BlockKind.COOLDOWN: "Cooldown",
}

_TITLE = Range(1, 80)
_BLOCK_NAME = Range(1, 40)
_ENTRIES = Range(1, 50)
_CLOCK_SECONDS = Range(1, 3600)

_NOT_TOGETHER = (("every", "for"), ("every", "rest"), ("for", "rest"), ("for", "rounds"))

# Stands in for an exercise that cannot be found, so that no key beside the id is reported.
_UNKNOWN = replace(BLANK, sides=Sides.EACH)


def workout_from(document: Document, exercises: Catalogue) -> Workout:
    """Return the workout in a workout file, with its ids looked up in `exercises`.

    Raises FaultyFile with all faults of the file.
    """
    return finished(making_workout(document, exercises))


def making_workout(document: Document, exercises: Catalogue) -> Steps[Workout]:
    """Do as `workout_from` does, in short steps."""
    fields = Fields(document.root, "a workout", _WORKOUT_KEYS, document.faults)
    fields.require("title", "blocks")
    workout = Workout(
        title=fields.text("title", _TITLE, sideless=NO_SIDE) or "",
        credit=fields.text("credit", lines=True, sideless=NO_SIDE) or "",
        about=fields.text("about", lines=True, sideless=NO_SIDE) or "",
        blocks=_named((yield from _blocks_from(fields, exercises))),
    )
    yield
    if is_too_long(workout):
        message = f"the workout has more than {MOST_STEPS} steps; write fewer rounds or exercises"
        fields.note("blocks", message)
    document.faults.settle()
    return workout


def _named(blocks: list[Block]) -> tuple[Block, ...]:
    """Return `blocks` with unnamed ones named by their kind, numbered if there are several."""
    unnamed = Counter(block.kind for block in blocks if not block.name)
    numbers = {kind: count(1) for kind in unnamed}

    def label(kind: BlockKind) -> str:
        return f"{_LABELS[kind]} {next(numbers[kind])}" if unnamed[kind] > 1 else _LABELS[kind]

    return tuple(
        block if block.name else replace(block, name=label(block.kind)) for block in blocks
    )


def _blocks_from(fields: Fields, exercises: Catalogue) -> Steps[list[Block]]:
    blocks = []
    for node in fields.items("blocks", _ENTRIES) or ():
        found = fields.within(node, "a block", _BLOCK_KEYS, _OF_AN_EXERCISE)
        blocks.append((yield from _block_from(found, exercises)))
    return blocks


def _block_from(fields: Fields, exercises: Catalogue) -> Steps[Block]:
    fields.require("kind", "exercises")
    clock = _clock_from(fields)
    return Block(
        kind=fields.parsed("kind", words_of(BlockKind).get, _clock_hint) or BlockKind.CIRCUIT,
        name=fields.text("name", _BLOCK_NAME, sideless=NO_SIDE) or "",
        rounds=fields.whole("rounds", ROUNDS) or 1,
        rests=_rests_from(fields),
        exercises=tuple((yield from _exercises_from(fields, exercises, clock))),
        clock=clock,
    )


def _clock_hint(text: str) -> str:
    """Return which key says what a kind that is none was meant to say, "" if none does."""
    key = CALLED.get(text.lower())
    return "" if key is None else f"; the key {key} of the block says so"


def _clock_from(fields: Fields) -> BlockClock | None:
    for one, other in _NOT_TOGETHER:
        fields.one_of(one, other)
    every, time = fields.seconds("every", _CLOCK_SECONDS), fields.seconds("for", _CLOCK_SECONDS)
    return clock_from(every, time)


def _rests_from(fields: Fields) -> Rests:
    rests = fields.fields("rest", _REST_KEYS)
    if rests is None:
        return Rests()
    return Rests(**{key: rests.seconds(key, REST) for key in _REST_KEYS})


def _exercises_from(
    fields: Fields, exercises: Catalogue, clock: BlockClock | None
) -> Steps[list[Exercise]]:
    done = []
    for node in fields.items("exercises", _ENTRIES) or ():
        found = fields.within(node, "an exercise", _EXERCISE_KEYS, _OF_A_BLOCK)
        exercise = yield from _exercise_from(found, exercises)
        if isinstance(clock, Every):
            _check_room(found, exercise, clock)
        done.append(exercise)
        yield
    return done


def _check_room(fields: Fields, exercise: Exercise, clock: Every) -> None:
    """Note a hold that has no room in its minute, where it is written, else at the exercise."""
    longest = max((dose.seconds for dose in exercise.doses if isinstance(dose, Hold)), default=0)
    if longest > clock.seconds:
        key = "hold" if "hold" in fields else "exercise"
        message = f"a hold of {longest} s is longer than every, which is {clock.seconds} s"
        fields.note(key, f"{message}; write a shorter hold, or a longer every")


def _exercise_from(fields: Fields, exercises: Catalogue) -> Steps[Exercise]:
    fields.require_one("exercise", "name")
    fields.one_of("exercise", "name")
    move = move_from(fields, (yield from _base_from(fields, exercises)))
    if move.id is None:
        name = fields.text("name", NAME, sideless=sideless_words(move.sides))
        move = replace(move, name=name or "")
    return replace(move, switch=switch_from(fields, move.sides), rest=fields.seconds("rest", REST))


def _base_from(fields: Fields, exercises: Catalogue) -> Steps[Exercise]:
    """Find the exercise that the workout's keys then change: from the catalogue, or blank."""
    if "exercise" not in fields:
        if "name" in fields:
            fields.require_one("hold", "reps")
        return BLANK
    identity = fields.text("exercise")
    if identity is None:
        return _UNKNOWN
    found = yield from exercises.reading(identity)
    if isinstance(found, Exercise):
        return found
    # An id of a file is right already: what helps is said of the fault in that file.
    fields.note_value("exercise", found, helps=not exercises.has(identity))
    return _UNKNOWN
