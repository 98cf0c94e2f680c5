"""A figure: a loop of poses, and from where and with what it is seen."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from matside.core.workout.model import Side
from tools.films.camera import Camera
from tools.films.motion import Motion


@dataclass(frozen=True, slots=True)
class Mat:
    """The mat on the floor, in cm: from `back` to `front`, and from `right` to `left`."""

    back: float
    right: float
    front: float
    left: float

    def mirrored(self) -> "Mat":
        """Return the mat with left and right exchanged."""
        return Mat(self.back, -self.left, self.front, -self.right)


@dataclass(frozen=True, slots=True)
class Figure:
    """How an exercise is shown.

    `side` is the side that its data draw, None where it has none. `hero` is the share of the
    loop of the still picture, `sheet` are five telling ones. `seconds` is the length of the loop.
    `bells` says that each fist holds a dumbbell, `shoes` that the feet wear some, `work` which
    muscles glow. `clear` promises gaps above the floor in cm, and `rests` from
    when to when parts lie on it, as shares of the loop. `slides` names the hands and feet
    that may glide on it, and `dynamic` is how far the balance may leave its support in cm.
    """

    motion: Motion
    camera: Camera
    hero: float
    sheet: tuple[float, ...]
    work: tuple[str, ...]
    seconds: int
    side: Side | None = None
    mat: Mat | None = None
    bells: bool = False
    shoes: bool = False
    clear: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    rests: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    slides: tuple[str, ...] = ()
    dynamic: float = 0.0

    def mirrored(self) -> "Figure":
        """Return the figure with left and right exchanged."""
        return replace(
            self,
            motion=self.motion.mirrored(),
            camera=self.camera.mirrored(),
            work=tuple(map(_exchanged, self.work)),
            side=self.side and self.side.other,
            mat=self.mat and self.mat.mirrored(),
            clear={_exchanged(part): gap for part, gap in self.clear.items()},
            rests={_exchanged(part): when for part, when in self.rests.items()},
            slides=tuple(map(_exchanged, self.slides)),
        )

    def on(self, side: Side | None) -> "Figure":
        """Return the figure of a set on `side`: mirrored where it draws the other one."""
        return self.mirrored() if self.side and side is self.side.other else self


def _exchanged(word: str) -> str:
    """Return the name of a part with left and right exchanged."""
    match word[-2:]:
        case "_l":
            return f"{word[:-2]}_r"
        case "_r":
            return f"{word[:-2]}_l"
        case _:
            return word
