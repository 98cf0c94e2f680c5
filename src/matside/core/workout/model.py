"""What an author writes: workouts of blocks, blocks of exercises, exercises with their dose."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import Enum
from typing import assert_never

_SIDE_WORD = re.compile(r"\{(?:side|Side|other)\}")


class BlockKind(Enum):
    """What a block is for; kinds differ in their label only."""

    WARMUP = "warmup"
    SUPERSET = "superset"
    CIRCUIT = "circuit"
    COOLDOWN = "cooldown"

    @property
    def takes_chosen_rounds(self) -> bool:
        """Whether the rounds chosen on the start page replace those of the file."""
        return self in (BlockKind.SUPERSET, BlockKind.CIRCUIT)


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

    @property
    def other(self) -> "Side":
        """The opposite side; BOTH is its own."""
        if self is Side.BOTH:
            return self
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Level(Enum):
    """How heavy a dumbbell is, in the athlete's own terms."""

    LIGHT = "light"
    MEDIUM = "medium"


@dataclass(frozen=True, slots=True)
class Weight:
    """The dumbbells of one exercise: their level and how many are held, 1 or 2."""

    level: Level
    count: int


@dataclass(frozen=True, slots=True)
class Hold:
    """A dose in time, in whole seconds."""

    seconds: int

    @property
    def written(self) -> str:
        """The dose as history keeps it."""
        return f"{self.seconds} s"


@dataclass(frozen=True, slots=True)
class Reps:
    """A dose in repetitions, counted per side."""

    count: int

    @property
    def written(self) -> str:
        """The dose as history keeps it."""
        return f"{self.count} reps"


Dose = Hold | Reps


@dataclass(frozen=True, slots=True)
class Exercise:
    """A move with its dose.

    `id` is None where the workout writes the move out.
    `switch` is the workout's own seconds between the sides, `least_switch` the catalogue's.
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
    weight: Weight | None = None
    rep_seconds: int = 3
    equipment: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    fix: str = ""
    glance: str = ""
    part: str = ""
    position: str = ""

    @property
    def cues_beside_glance(self) -> tuple[str, ...]:
        """The cues but those that are, word for word, what is read at a glance."""
        glance = _plain(self.glance)
        return tuple(cue for cue in self.cues if _plain(cue) != glance)

    @property
    def order_of_sides(self) -> tuple[Side | None, ...]:
        """The side of each set of one round: two for EACH, else one."""
        match self.sides:
            case Sides.EACH:
                return (self.first_side, self.first_side.other)
            case Sides.ALTERNATING:
                return (Side.BOTH,)
            case Sides.NONE:
                return (None,)
            case _:
                assert_never(self.sides)

    @property
    def plain_name(self) -> str:
        """The name where no side is meant."""
        return without_side(self.name)

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


@dataclass(frozen=True, slots=True)
class Advice:
    """What the catalogue says of a move beside its cues; texts are empty where it says nothing."""

    easier: str = ""
    harder: str = ""
    muscles: str = ""
    tempo: str = ""


@dataclass(frozen=True, slots=True)
class Rests:
    """The rests that a block writes for itself, in whole seconds; None leaves the settings'."""

    exercises: int | None = None
    rounds: int | None = None
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a workout, done for `rounds` rounds; 0 rounds where it is left out."""

    name: str
    kind: BlockKind
    exercises: tuple[Exercise, ...]
    rounds: int = 1
    rests: Rests = Rests()

    def rounds_for(self, chosen: int | None) -> int:
        """Return its rounds where the athlete has `chosen` a number; some kinds keep their own."""
        return self.rounds if chosen is None or not self.kind.takes_chosen_rounds else chosen


@dataclass(frozen=True, slots=True)
class Workout:
    """A title and its blocks."""

    title: str
    blocks: tuple[Block, ...]
    credit: str = ""
    about: str = ""

    @property
    def rounds_as_written(self) -> int | None:
        """The rounds of all blocks that take chosen rounds; None where they differ or are none."""
        rounds = {block.rounds for block in self.blocks if block.kind.takes_chosen_rounds}
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
