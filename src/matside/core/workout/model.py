"""What an author writes: workouts of blocks, blocks of exercises, exercises with their dose."""

import re
from collections.abc import Collection
from dataclasses import replace
from enum import Enum
from typing import ClassVar

from matside.core.durations import MINUTE, SECOND
from matside.core.weights import Weight
from matside.core.workout.tempo import Parts, held_parts, parts_of
from matside.frozen import frozen

_SIDE_WORD = re.compile(r"\{(?:side|Side|other)\}")


class BlockKind(Enum):
    """What a block is for; kinds differ in their label only."""

    WARMUP = "warmup"
    SUPERSET = "superset"
    CIRCUIT = "circuit"
    COOLDOWN = "cooldown"


class Sides(Enum):
    """How an exercise treats left and right."""

    NONE = "none"
    EACH = "each"
    ALTERNATING = "alternating"


class Side(Enum):
    """A side of the athlete's body; BOTH is an alternating set, which works them in turn."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"

    __hash__ = object.__hash__  # as in the kind of a step, with which it is looked up

    @property
    def other(self) -> "Side":
        """The opposite side; BOTH is its own."""
        if self is Side.BOTH:
            return self
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


@frozen
class Hold:
    """A dose in time, in whole seconds."""

    seconds: int

    @property
    def written(self) -> str:
        """The dose as history keeps it."""
        return f"{self.seconds} s"


@frozen
class MaxHold:
    """A dose in time that the athlete ends."""

    estimate: ClassVar[int] = 60
    """The seconds that are reckoned with."""

    written: ClassVar[str] = "max hold"


@frozen
class Reps:
    """A dose in repetitions, counted per side: `count`, or from there `to` a higher number."""

    count: int
    to: int | None = None

    @property
    def most(self) -> int:
        """The upper end of the range; at rep pace all of them are done."""
        return self.to or self.count

    @property
    def written(self) -> str:
        """The dose as history keeps it."""
        return f"{self.count} reps" if self.to is None else f"{self.count}-{self.to} reps"


@frozen
class MaxReps:
    """A dose of as many repetitions as the athlete can do."""

    estimate: ClassVar[int] = 10
    """The reps that are reckoned with."""

    written: ClassVar[str] = "max reps"


Dose = Hold | MaxHold | Reps | MaxReps


@frozen
class Exercise:
    """A move with its `dose`.

    `later` has the doses of the rounds after the first; the last one holds for all that follow.
    `id` is None where the workout writes the move out.
    `switch` is the workout's own seconds between the sides, `least_switch` the catalogue's;
    `rest` those of whatever other rest follows.
    A rep takes `rep_seconds`, in halves, of which it is held still for `rep_hold`, unless
    `tempo` writes its seconds.
    Texts hold `{side}`, `{Side}` and `{other}` as written; `on` fills those that name the
    exercise, and `text_for` all others. Only with `EACH` do they hold any.
    """

    name: str
    dose: Dose
    id: str | None = None
    sides: Sides = Sides.NONE
    first_side: Side = Side.LEFT
    switch: int | None = None
    least_switch: int | None = None
    rest: int | None = None
    weight: Weight | None = None
    rep_seconds: float = 3
    rep_hold: int = 0
    tempo: str = ""
    equipment: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    fix: str = ""
    glance: str = ""
    part: str = ""
    position: str = ""
    later: tuple[Dose, ...] = ()

    @property
    def cues_beside_glance(self) -> tuple[str, ...]:
        """The cues but those that are, word for word, what is read at a glance."""
        glance = _plain(self.glance)
        return tuple(cue for cue in self.cues if _plain(cue) != glance)

    @property
    def order_of_sides(self) -> tuple[Side | None, ...]:
        """The side of each set of one round: two for EACH, else one."""
        if self.sides is Sides.EACH:
            return (self.first_side, self.first_side.other)
        return (Side.BOTH if self.sides is Sides.ALTERNATING else None,)

    @property
    def plain_name(self) -> str:
        """The name where no side is meant."""
        return without_side(self.name)

    @property
    def doses(self) -> tuple[Dose, ...]:
        """The doses of the first rounds, in order."""
        return (self.dose, *self.later)

    @property
    def rep_parts(self) -> Parts:
        """The ms of each part of a rep, in which one moves and holds still in turn."""
        parts = parts_of(self.tempo) if self.tempo else None
        return parts or held_parts(int(self.rep_seconds * SECOND), self.rep_hold * SECOND)

    @property
    def rep_length(self) -> int:
        """The ms that a rep takes as written; found quickly, for each set of a long plan asks."""
        return sum(self.rep_parts) if self.tempo else int(self.rep_seconds * SECOND)

    def in_round(self, round_: int) -> "Exercise":
        """Return the exercise as it is done in the round `round_`, from 1."""
        if not self.later:
            return self
        return replace(self, dose=self.doses[min(round_, len(self.doses)) - 1], later=())

    def on(self, side: Side | None) -> "Exercise":
        """Return the exercise as it is called on `side`: its name, part and position."""
        if not any(map(side_word_in, (self.name, self.part, self.position))):
            return self
        return replace(
            self,
            name=text_for(self.name, side),
            part=text_for(self.part, side),
            position=text_for(self.position, side),
        )

    def sideless(self) -> "Exercise":
        """Return the exercise with texts that name no side."""
        return replace(
            self,
            name=without_side(self.name),
            cues=tuple(map(without_side, self.cues)),
            fix=without_side(self.fix),
            glance=without_side(self.glance),
            part=without_side(self.part),
            position=without_side(self.position),
        )


@frozen
class Advice:
    """What the catalogue says of a move beside its cues; texts are empty where it says nothing."""

    easier: str = ""
    harder: str = ""
    muscles: str = ""


@frozen
class Rests:
    """The rests that a block writes for itself, in whole seconds; None leaves the settings'."""

    exercises: int | None = None
    rounds: int | None = None
    after: int | None = None


@frozen
class Every:
    """A clock that gives each set of its block the same time: its *minute*, rest included."""

    seconds: int

    @property
    def is_minute(self) -> bool:
        """Whether that is a minute indeed, and can be called so."""
        return self.seconds * SECOND == MINUTE


@frozen
class Within:
    """A clock that lets the rounds of its block follow one another until its time is over."""

    seconds: int


BlockClock = Every | Within


def written_clock(clock: BlockClock | None) -> tuple[int | None, int | None]:
    """Return the seconds of `every` and of `for` as they are written for `clock`."""
    every = clock.seconds if isinstance(clock, Every) else None
    return every, clock.seconds if isinstance(clock, Within) else None


def clock_from(every: int | None, within: int | None) -> BlockClock | None:
    """Return the clock that is written as the seconds of `every` or of `for`."""
    if every is not None:
        return Every(every)
    return None if within is None else Within(within)


@frozen
class Block:
    """A stretch of a workout, done for `rounds` rounds; 0 rounds where it is left out.

    With a `clock` each set has its minute, or the rounds go on until its time is over; nobody
    knows their number then, and `rounds` is 1.
    """

    name: str
    kind: BlockKind
    exercises: tuple[Exercise, ...]
    rounds: int = 1
    rests: Rests = Rests()
    clock: BlockClock | None = None

    @property
    def takes_chosen_rounds(self) -> bool:
        """Whether the rounds chosen on the start page replace those of the file."""
        return self.clock is None and self.kind in (BlockKind.SUPERSET, BlockKind.CIRCUIT)

    def rounds_for(self, chosen: int | None) -> int:
        """Return its rounds where the athlete has `chosen` a number; some keep their own."""
        return self.rounds if chosen is None or not self.takes_chosen_rounds else chosen


@frozen
class Workout:
    """A title and its blocks."""

    title: str
    blocks: tuple[Block, ...]
    credit: str = ""
    about: str = ""

    @property
    def rounds_as_written(self) -> int | None:
        """The rounds of all blocks that take chosen rounds; None where they differ or are none."""
        rounds = {block.rounds for block in self.blocks if block.takes_chosen_rounds}
        return rounds.pop() if len(rounds) == 1 else None

    def chosen(self, *, rounds: int | None = None, left_out: Collection[int] = ()) -> "Workout":
        """Return the workout with the athlete's choice for one session.

        `rounds` replaces those of supersets and circuits; None keeps the file's.
        `left_out` holds the places of blocks to leave out; no block is renumbered.
        """
        return replace(
            self,
            blocks=tuple(
                replace(block, rounds=0 if place in left_out else block.rounds_for(rounds))
                for place, block in enumerate(self.blocks)
            ),
        )


def _plain(text: str) -> str:
    """Return `text` without what makes no other words of it."""
    return " ".join(text.casefold().split()).rstrip(".!")


def text_for(text: str, side: Side | None) -> str:
    """Return `text` with `{side}`, `{Side}` and `{other}` replaced plainly, and nothing else.

    An alternating or sideless set names no side, so there the braces stay as written.
    """
    if side is None or side is Side.BOTH:
        return text
    word = side.value
    return (
        text.replace("{side}", word)
        .replace("{Side}", word.capitalize())
        .replace("{other}", side.other.value)
    )


def side_word_in(text: str) -> str | None:
    """Return the first of what `text_for` replaces in `text`, None where there is nothing."""
    found = _SIDE_WORD.search(text)
    return None if found is None else found[0]


def without_side(text: str) -> str:
    """Return `text` without the words that name a side: `Your {side} arm` is `Your arm`.

    Where there is nothing else, it says `Side`.
    """
    if side_word_in(text) is None:
        return text
    left = " ".join(_SIDE_WORD.sub("", text).split()) or "Side"
    return left[0].upper() + left[1:] if text.startswith("{Side}") else left
