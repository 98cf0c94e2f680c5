"""A film of an exercise: the pictures of its poses, and which of them is shown when."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from matside.core.durations import SECOND
from matside.core.workout.model import Exercise, MaxReps, Reps, Side
from matside.frozen import frozen

KEY_POSE = 2 * SECOND
"""How long each key pose is shown where motion is reduced, in ms."""

ROW = 8
"""The height of the rows of a film's canvas in which its edges are given, in px."""


@frozen
class Picture:
    """One pose: where its bytes lie in their file, and its box on the film's canvas, in px."""

    offset: int
    length: int
    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """Where the box ends, from the left edge of the canvas."""
        return self.x + self.width


@dataclass(frozen=True)
class Film:
    """The poses of an exercise on a canvas of `width` and `height` px, and their sequence.

    Each place of the `sequence` is a pose and its share of the loop; all shares together are 1.
    `seconds` is how long the loop takes at the tempo of its exercise, 0 where it stands still,
    and `begins` the share of it at which a rep begins. `hero` is the place of the still picture,
    `keys` are the places that tell the move where motion is reduced. `floor` is the px line of
    the floor. `left` and `right` are the outermost px of all poses together, for every ROW rows;
    where they are unknown the boxes count. `side` is the side that the pictures show, None
    without one; `standing` says that the athlete stands on the floor, not on a mat.
    """

    width: int
    height: int
    pictures: tuple[Picture, ...]
    sequence: tuple[tuple[int, float], ...]
    floor: int
    seconds: float = 0.0
    begins: float = 0.0
    hero: int = 0
    keys: tuple[int, ...] = (0,)
    left: tuple[int, ...] = ()
    right: tuple[int, ...] = ()
    side: Side | None = None
    standing: bool = False

    def pose(self, place: int) -> int:
        """Return which picture is shown at `place` of the sequence."""
        return self.sequence[place][0]

    def place_in_rep(self, share: float) -> int:
        """Return the place where `share` of a rep is done, from 0 to 1."""
        return bisect_right(self._starts, (share + self.begins) % 1) - 1

    def first(self, *, slow: bool) -> int:
        """Return the place that the film begins at; `slow` shows its key poses only."""
        return self.keys[0] if slow else 0

    def after(self, place: int, *, slow: bool) -> int:
        """Return the place that follows `place`."""
        if slow:
            return next((key for key in self.keys if key > place), self.keys[0])
        return (place + 1) % len(self.sequence)

    def stay(self, place: int, seconds: float, *, slow: bool) -> int | None:
        """Return how long `place` is shown in a loop of `seconds`, in ms; None if for good."""
        if self.seconds == 0 or len(self.sequence) == 1 or (slow and len(self.keys) == 1):
            return None
        return KEY_POSE if slow else max(1, round(self.sequence[place][1] * seconds * SECOND))

    def loop_of(self, exercise: Exercise) -> float:
        """Return the seconds of one loop: those of a rep where `exercise` is counted."""
        is_counted = isinstance(exercise.dose, Reps | MaxReps)
        return exercise.rep_length / SECOND if is_counted else self.seconds

    def is_mirrored_on(self, side: Side | None) -> bool:
        """Return whether left and right are exchanged for a set on `side`."""
        return self.side is not None and side is self.side.other

    def edge(self, *, mirrored: bool) -> tuple[int, ...]:
        """Return the distance in px from the left to all poses, one for every ROW rows."""
        return self._mirrored_edge if mirrored else self.left or self._boxes_edge

    @cached_property
    def _mirrored_edge(self) -> tuple[int, ...]:
        if self.right:
            return tuple(self.width - right for right in self.right)
        return tuple(
            self.width - max((box.right for box in self._boxes_at(row)), default=0)
            for row in range(0, self.height, ROW)
        )

    @cached_property
    def _boxes_edge(self) -> tuple[int, ...]:
        return tuple(
            min((box.x for box in self._boxes_at(row)), default=self.width)
            for row in range(0, self.height, ROW)
        )

    def _boxes_at(self, row: int) -> list[Picture]:
        return [box for box in self.pictures if box.y < row + ROW and row < box.y + box.height]

    @cached_property
    def _starts(self) -> tuple[float, ...]:
        shares = [share for _, share in self.sequence[:-1]]
        return tuple(accumulate(shares, initial=0.0))


@frozen
class Reel:
    """A film that can be shown: `name` is unique, and `read` returns a picture's bytes.

    They are decoded as the given `format` and nothing else. In an `animated` reel all pictures
    are frames of one animation, and each returns the bytes of all of it.
    `read` may be called from any thread, and raises OSError if the file is gone.
    """

    name: str
    film: Film = field(compare=False)
    read: Callable[[Picture], bytes] = field(compare=False)
    format: str = "webp"
    animated: bool = False


FindReel = Callable[[str], Reel | None]
"""Finds the reel of the exercise with an id, None where there is none."""


def no_reel(identity: str) -> Reel | None:
    """Return None, as if no exercise had a film."""
    del identity
    return None
