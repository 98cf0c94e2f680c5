"""Makes films: poses, pictures, shadows and files."""

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from tools.films.base_mesh import Array
from tools.films.blender import SAMPLES, Stage
from tools.films.digest import HERE, digest_of
from tools.films.figure import Figure
from tools.films.film_file import About, packed_picture, read_film, write_film
from tools.films.film_set import FilmSet, Model, film_set
from tools.films.plan import MOST, Plan, plan_of
from tools.films.pose_format import read_figure
from tools.films.shadow import shadow

SIZE = 672
"""The longer side of the picture, in px; the canvas is what of it is ever covered."""

DRAFT_SIZE, DRAFT_POSES, DRAFT_SAMPLES = 320, 6, 2
DWELLING = 0.04
"""A pose that is shown for such a share of the loop, and longer than those beside it, is a key."""

Tell = Callable[[str], None]


def figure_of(name: str) -> Figure:
    """Return the figure of the exercise `name`."""
    return read_figure(HERE / "poses" / f"{name}.yaml")


def names() -> list[str]:
    """Return the exercises that have poses."""
    return sorted(path.stem for path in (HERE / "poses").glob("*.yaml"))


def make_film(model: Model, name: str, folder: Path, tell: Tell, *, draft: bool) -> None:
    """Render the film of the exercise `name` with the body of `model` into `folder`."""
    figure, begun = figure_of(name), time.process_time()
    actor = model.actor(figure)
    plan = plan_of(actor, DRAFT_POSES if draft else MOST)
    shown = film_set(
        model,
        figure,
        [actor.at(share) for share in plan.moments],
        DRAFT_SIZE if draft else SIZE,
    )
    tell(f"{model.name} {name}: {len(plan.moments)} poses, {shown.shot.size} px")
    every = range(len(shown.moments))
    pictures = list(_pictures(shown, every, DRAFT_SAMPLES if draft else SAMPLES, tell))
    spent = (time.process_time() - begun) / len(pictures)
    size = write_film(folder, name, pictures, about(model, name, figure, plan))
    tell(f"{model.name} {name}: {size / 1000:.0f} kB, {spent:.1f} s of processor a pose")


def is_the_same(model: Model, name: str, folder: Path) -> bool:
    """Return whether a film would come out as it is: its sequence, its hero and its first pose.

    Same inputs make the same film to the byte, so the rest is then the same too, unless the
    change is one of motion between these poses, which moves the sequence.
    """
    figure = figure_of(name)
    actor, film = model.actor(figure), read_film(folder, name)
    plan = plan_of(actor)
    if [[pose, round(share, 5)] for pose, share in plan.sequence] != film.told["sequence"]:
        return False
    shown = film_set(model, figure, [actor.at(share) for share in plan.moments], SIZE)
    chosen = sorted({0, plan.sequence[plan.entry_at(figure.hero)][0]})
    pictures = _pictures(shown, chosen, SAMPLES, lambda _: None)
    return all(
        packed_picture(picture) == film.picture(pose)
        for pose, picture in zip(chosen, pictures, strict=True)
    )


def about(model: Model, name: str, figure: Figure, plan: Plan) -> About:
    """Return what the film of `plan` tells of itself."""
    return About(
        sequence=plan.sequence,
        seconds=float(figure.seconds),
        hero=plan.entry_at(figure.hero),
        keys=_keys(plan, plan.entry_at(figure.hero)),
        side=figure.side and figure.side.value,
        standing=figure.mat is None,
        reps=(0.0,),
        digest=digest_of(model.name, name),
    )


def _keys(plan: Plan, hero: int) -> list[int]:
    """Return the places in the sequence at which the figure dwells, and the hero's."""
    shares = [share for _, share in plan.sequence]
    found = {plan.sequence[hero][0]: hero}
    for place, share in enumerate(shares):
        beside = max(shares[place - 1], shares[(place + 1) % len(shares)])
        if share >= max(beside, DWELLING):
            found.setdefault(plan.sequence[place][0], place)
    return sorted(found.values())


def _pictures(shown: FilmSet, chosen: Sequence[int], samples: int, tell: Tell) -> Iterator[Array]:
    """Yield the pictures of the `chosen` moments of a set, each upon its shadow."""
    with tempfile.TemporaryDirectory() as scratch:
        stage = Stage(shown, Path(scratch), samples=samples)
        for place in chosen:
            moment, begun = shown.moments[place], time.monotonic()
            picture = stage.picture(moment)
            dark = shadow(shown.shot, moment.points, shown.floor, shown.mat)
            alpha = picture[..., 3] + dark * (1 - picture[..., 3])
            yield np.concatenate([picture[..., :3], alpha[..., None]], 2)
            tell(f"  {place + 1} of {len(shown.moments)}: {time.monotonic() - begun:.1f} s")
