"""Sheets of films: five telling moments of each side, on dark and on light ground."""

from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

from PIL import Image, ImageOps

from tools.films.figure import Figure
from tools.films.film_file import read_poses

DARK, LIGHT = "#15110F", "#F4F5F7"
"""Grounds that films are shown upon."""

TALL = 230
"""How tall a picture on a sheet is, in px."""

QUALITY = 82


def sheet(folder: Path, name: str, figure: Figure, shares: Sequence[float] = ()) -> Image.Image:
    """Return the sheet of the film `name`: a row for each ground and side."""
    told, poses = read_poses(folder, name)
    moments = [poses[_pose_at(told["sequence"], share)] for share in shares or figure.sheet]
    scale = min(TALL / moments[0].height, 1.4 * TALL / moments[0].width)
    size = (round(moments[0].width * scale), round(moments[0].height * scale))
    small = [moment.resize(size, Image.Resampling.LANCZOS) for moment in moments]
    sides = [small, [ImageOps.mirror(each) for each in small]] if figure.side else [small]
    rows = [(ground, shown) for ground in (DARK, LIGHT) for shown in sides]
    wide, tall = size[0] + 12, size[1] + 16
    whole = Image.new("RGB", (wide * len(moments), tall * len(rows)))
    for down, (ground, shown) in enumerate(rows):
        whole.paste(ground, (0, down * tall, whole.width, (down + 1) * tall))
        for across, moment in enumerate(shown):
            whole.paste(moment, (across * wide + 6, down * tall + 8), moment)
    return whole


def save_sheet(picture: Image.Image, path: Path) -> None:
    """Write a sheet as a JPEG."""
    picture.save(path, "JPEG", quality=QUALITY, optimize=True)


def heroes(folder: Path, names: Sequence[str], ground: str) -> Image.Image:
    """Return the heroes of films beside each other, six to a line."""
    wide, tall = 210, 190
    lines = -(-len(names) // 6)
    whole = Image.new("RGB", (6 * wide, lines * tall), ground)
    for place, name in enumerate(names):
        told, poses = read_poses(folder, name)
        hero = poses[told["sequence"][told["hero"]][0]]
        scale = min((wide - 12) / hero.width, (tall - 12) / hero.height)
        size = (round(hero.width * scale), round(hero.height * scale))
        small = hero.resize(size, Image.Resampling.LANCZOS)
        down, across = divmod(place, 6)
        corner = (across * wide + (wide - size[0]) // 2, (down + 1) * tall - 6 - size[1])
        whole.paste(small, corner, small)
    return whole


def _pose_at(sequence: Sequence[tuple[int, float]], share: float) -> int:
    """Return the pose that is shown at `share` of the loop."""
    ends = accumulate(length for _, length in sequence)
    shown = (pose for (pose, _), end in zip(sequence, ends, strict=True) if end > share + 1e-6)
    return next(shown, sequence[-1][0])
