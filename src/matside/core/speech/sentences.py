"""What the voice has to say of a step: sentences as meanings, in the order of their weight."""

from collections.abc import Collection, Iterator
from enum import Enum
from itertools import chain
from typing import assert_never

from matside.core.workout.model import Every, Exercise, Side, Within
from matside.core.workout.plan import Plan
from matside.core.workout.steps import Prepare, Rest, Step, Work, clock_of, is_switch
from matside.frozen import frozen

CUES_SAID = 2
"""The maximum number of cues of an exercise that are said; the others are for the eye."""

LAST_REPS = 3
"""The number of reps at the end of a paced set that are counted aloud."""


class SentenceKind(Enum):
    """What one sentence tells."""

    GET_READY = "get ready"
    REST = "rest"
    FIRST = "first"
    NEXT = "next"
    NAME = "name"
    SIDE = "side"
    EVERY_MINUTE = "every minute"
    ALL_YOU_CAN = "all you can"
    WEIGHT = "weight"
    POSITION = "position"
    DOSE = "dose"
    CUE = "cue"
    FIX = "fix"
    SOON = "soon"
    HALF_WAY = "half-way"
    TEN_SECONDS = "ten seconds"
    COUNT = "count"
    FINISHED = "finished"


_NAMES = frozenset({SentenceKind.FIRST, SentenceKind.NEXT, SentenceKind.NAME})

Topic = tuple[SentenceKind, Side | None, int]


@frozen
class Sentence:
    """One sentence: what it tells, of which exercise and side.

    `number` is that of a cue, or of a rep, from 1.
    """

    line: SentenceKind
    exercise: Exercise | None = None
    side: Side | None = None
    number: int = 0

    @property
    def topic(self) -> Topic:
        """What needs to be told but once of an exercise: its name in whatever words, a cue."""
        line = SentenceKind.NAME if self.line in _NAMES else self.line
        return line, self.side if line is SentenceKind.SIDE else None, self.number


def opener(step: Step) -> Sentence | None:
    """Return what an announcement in `step` begins with where there is room for it."""
    match step:
        case Prepare():
            return Sentence(SentenceKind.GET_READY)
        case Rest() if not is_switch(step):
            return Sentence(SentenceKind.REST)
        case _:
            return None


def lines(
    step: Step, coming: Work, heard: Collection[Topic], *, asked: bool
) -> tuple[Sentence, ...]:
    """Return what is worth saying in `step` and not `heard`, the most important first.

    `coming` is the set that `step` is or leads to. What the athlete has `asked` to hear again
    is said in whichever step and round.
    """
    only_side = is_switch(step) and not asked
    every = _side(coming) if only_side else _announcement(step, coming, asked=asked)
    return tuple(sentence for sentence in every if sentence.topic not in heard)


def last_reps(step: Work) -> range:
    """Return which reps of `step` are counted aloud where it is paced; none of a hold."""
    reps = step.reps or 0
    return range(max(1, reps - LAST_REPS + 1), reps + 1)


def sentences(plan: Plan) -> Iterator[Sentence]:
    """Yield all that may be said of `plan`, once, in the order in which it may come.

    The counts of reps are among it at any pace, for T may bring them at any time.
    """
    return chain.from_iterable(sentences_by_step(plan))


def sentences_by_step(plan: Plan) -> Iterator[tuple[Sentence, ...]]:
    """Yield for each step of `plan` what it brings that none before it did, and then the end."""
    given: set[Sentence] = set()
    places: set[tuple[object, ...]] = set()
    kinds: set[tuple[object, ...]] = set()
    for step in plan.steps:
        block, _, place, side, sort = step.key
        kind = step.kind if isinstance(step, Rest) else sort
        new: dict[Sentence, None] = {}
        if (block, place, side, kind) not in places:  # rounds bring nothing new
            places.add((block, place, side, kind))
            coming = plan.set_from(step.key)
            like = kind, coming.exercise, coming.side, clock_of(coming)
            if like not in kinds:
                kinds.add(like)
                new = dict.fromkeys(_all_lines(step, coming))
        brought = tuple(sentence for sentence in new if sentence not in given)
        given.update(brought)
        yield brought
    yield (Sentence(SentenceKind.FINISHED),)


def _announcement(step: Step, coming: Work, *, asked: bool) -> Iterator[Sentence]:
    """Yield the name and the side; in the first round how to set up and the cues, then the fix.

    Before the first set of a block its clock is told.
    A counted set of a later round is left in peace, but for a dose that is another than before.
    """
    first = coming.key.round == 1
    yield _name(step, coming)
    yield from _side(coming)
    if asked or coming.key == coming.first_of_block:
        yield from _clock(coming)
    if first or asked:
        yield from _setting_up(step, coming)
        yield from _cues(coming)
        return
    if _has_another_dose(coming):
        yield Sentence(SentenceKind.DOSE, coming.exercise)
    if not isinstance(step, Work) or step.is_hold:
        yield from _fix(coming)


def _all_lines(step: Step, coming: Work) -> Iterator[Sentence]:
    """Yield whatever may be said in `step`, which is the set `coming` or leads to it."""
    if (first := opener(step)) is not None:
        yield first
    yield from _announcement(step, coming, asked=True)
    yield from _fix(coming)
    if isinstance(step, Rest):
        yield Sentence(SentenceKind.SOON, coming.exercise)
    if isinstance(step, Work) and step.is_hold:
        yield from (Sentence(SentenceKind.HALF_WAY), Sentence(SentenceKind.TEN_SECONDS))
    if isinstance(step, Work):
        for rep in last_reps(step):
            yield Sentence(SentenceKind.COUNT, number=rep)


def _name(step: Step, coming: Work) -> Sentence:
    match step:
        case Prepare():
            kind = SentenceKind.FIRST
        case Work():
            kind = SentenceKind.NAME
        case Rest():
            kind = SentenceKind.NEXT
        case _:
            assert_never(step)
    return Sentence(kind, coming.exercise)


def _side(coming: Work) -> Iterator[Sentence]:
    if coming.side in (Side.LEFT, Side.RIGHT):
        yield Sentence(SentenceKind.SIDE, coming.exercise, coming.side)


def _clock(coming: Work) -> Iterator[Sentence]:
    """Yield what the clock of the block asks for, in words that are the same for all.

    Other lengths than a minute are for the eye.
    """
    match coming.block.clock:
        case Every() as every if every.is_minute:
            yield Sentence(SentenceKind.EVERY_MINUTE)
        case Within():
            yield Sentence(SentenceKind.ALL_YOU_CAN)
        case _:
            pass


def _setting_up(step: Step, coming: Work) -> Iterator[Sentence]:
    """Yield what to fetch, where to be and how much to do.

    In the set itself that comes late: there one of weight and position is enough.
    """
    exercise = coming.exercise
    if exercise.weight is not None:
        yield Sentence(SentenceKind.WEIGHT, exercise)
    if exercise.position and not (isinstance(step, Work) and exercise.weight is not None):
        yield Sentence(SentenceKind.POSITION, exercise)
    if not coming.is_hold:
        yield Sentence(SentenceKind.DOSE, exercise)


def _has_another_dose(coming: Work) -> bool:
    """Return whether a counted set, or one to failure, has another dose than a round before."""
    before = coming.block.exercises[coming.key.place].in_round(coming.key.round - 1)
    return not coming.is_hold and before.dose != coming.exercise.dose


def _cues(coming: Work) -> Iterator[Sentence]:
    for number in range(1, min(CUES_SAID, len(coming.exercise.cues)) + 1):
        yield Sentence(SentenceKind.CUE, coming.exercise, coming.side, number)


def _fix(coming: Work) -> Iterator[Sentence]:
    if coming.exercise.fix:
        yield Sentence(SentenceKind.FIX, coming.exercise, coming.side)
