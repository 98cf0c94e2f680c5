"""The two files of a film: its pictures one after the other, and what tells of them.

`ID.webps` is the WebP pictures of all poses, each cropped to its own box. `ID.json` has their
places in it, the sequence in which they are shown, and what the program must know of them.
"""

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from tools.films.base_mesh import Array

VERSION = 1

QUALITY = 80
ALPHA_QUALITY = 90
"""How well pictures are kept; with less alpha the shadow shows contour lines on light grounds."""

SEEN = 4
"""Px with less alpha than this, of 255, are cut away at the sides."""

SOLID = 128
"""Px with so much alpha are the thing itself, not its shadow."""

ROWS = 8
"""The number of rows that share one value of the left edge."""


@dataclass(frozen=True, slots=True)
class About:
    """What a film tells beside its pictures.

    `sequence` is pairs of a pose and its share of the loop. `hero` and `keys` are places in it.
    `seconds` is how long the loop takes, 0 where it stands still. `reps` is at which shares of
    the loop a rep begins.
    """

    sequence: Sequence[tuple[int, float]]
    seconds: float
    hero: int
    keys: Sequence[int]
    side: str | None
    standing: bool
    reps: Sequence[float]
    digest: str


@dataclass(frozen=True, slots=True)
class Film:
    """A film as it is kept: what it tells of itself, and its pictures one after the other."""

    told: dict[str, object]
    packed: bytes

    def picture(self, pose: int) -> bytes:
        """Return the WebP of a pose."""
        offset, length = self.told["poses"][pose][:2]
        return self.packed[offset : offset + length]


def read_film(folder: Path, name: str) -> Film:
    """Return the film `name` in `folder`."""
    told = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    return Film(told, (folder / f"{name}.webps").read_bytes())


def stamp(folder: Path, name: str, digest: str) -> None:
    """Say that a film is as new as `digest`."""
    path = folder / f"{name}.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**told, "digest": digest}) + "\n", encoding="utf-8")


def write_film(folder: Path, name: str, pictures: Sequence[Array], about: About) -> int:
    """Write a film of `pictures`, RGBA from 0 to 1 with the alpha multiplied in; return its bytes.

    The canvas is the union of the boxes of all pictures.
    """
    made = [_image(picture) for picture in pictures]
    alphas = np.array([picture[..., 3] for picture in made])
    left, top, right, bottom = _box(alphas.max(0))
    packed, poses = bytearray(), []
    for picture in made:
        x, y, beyond, below = _box(picture[..., 3])
        data = _webp(picture[y:below, x:beyond])
        poses.append([len(packed), len(data), x - left, y - top, beyond - x, below - y])
        packed += data
    union = alphas.max(0)[top:bottom, left:right]
    solid = np.flatnonzero((union >= SOLID).any(1))
    told = {
        "version": VERSION,
        "size": [right - left, bottom - top],
        "poses": poses,
        "sequence": [[pose, round(share, 5)] for pose, share in about.sequence],
        "seconds": about.seconds,
        "hero": about.hero,
        "keys": list(about.keys),
        "floor": int(solid[-1]) + 1,
        "left": _left_edge(union),
        "side": about.side,
        "standing": about.standing,
        "rep": list(about.reps),
        "digest": about.digest,
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.webps").write_bytes(packed)
    (folder / f"{name}.json").write_text(json.dumps(told) + "\n", encoding="utf-8")
    return len(packed)


def packed_picture(picture: Array) -> bytes:
    """Return a picture, RGBA from 0 to 1 with the alpha multiplied in, as it is kept."""
    made = _image(picture)
    x, y, beyond, below = _box(made[..., 3])
    return _webp(made[y:below, x:beyond])


def read_poses(folder: Path, name: str) -> tuple[dict[str, object], list[Image.Image]]:
    """Return what a film tells, and all its poses upon its whole canvas."""
    film, poses = read_film(folder, name), []
    for pose, (_, _, x, y, _, _) in enumerate(film.told["poses"]):
        canvas = Image.new("RGBA", tuple(film.told["size"]))
        canvas.paste(Image.open(io.BytesIO(film.picture(pose))), (x, y))
        poses.append(canvas)
    return film.told, poses


def digest_in(path: Path) -> str:
    """Return the digest of the film that the file at `path` tells of, "" where there is none."""
    if not path.exists():
        return ""
    return str(json.loads(path.read_text(encoding="utf-8"))["digest"])


def _image(picture: Array) -> Array:
    """Return 8 bits of a picture, its alpha taken out of its colours again."""
    alpha = picture[..., 3:]
    colours = np.divide(
        picture[..., :3], alpha, out=np.zeros_like(picture[..., :3]), where=alpha > 0
    )
    whole = np.concatenate([colours, alpha], 2).clip(0, 1)
    return (whole * 255 + 0.5).astype(np.uint8)


def _box(alpha: Array) -> tuple[int, int, int, int]:
    rows = np.flatnonzero((alpha >= SEEN).any(1))
    columns = np.flatnonzero((alpha >= SEEN).any(0))
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def _webp(picture: Array) -> bytes:
    data = io.BytesIO()
    Image.fromarray(picture).save(
        data, "WEBP", quality=QUALITY, alpha_quality=ALPHA_QUALITY, method=5
    )
    return data.getvalue()


def _left_edge(alpha: Array) -> list[int]:
    height, width = alpha.shape
    edge = []
    for top in range(0, height, ROWS):
        columns = np.flatnonzero((alpha[top : top + ROWS] >= SEEN).any(0))
        edge.append(int(columns[0]) if len(columns) else width)
    return edge
