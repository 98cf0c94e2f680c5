"""The films in the repository: whole, small, and as new as what they are made of."""

import json
import math
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import pytest

from matside.files.films import film_from
from tests.tools.films.studio import FILMS, NAMES, figure
from tools.films.bodies import BODIES
from tools.films.digest import digest_of

WAITING: set[str] = set()
"""Films that wait to be rendered, or rendered anew; the program shows the other body's."""

MOST_BYTES = 8_000_000
MOST_POSES = 64

EVERY = [(body, name) for body in BODIES for name in NAMES]
ALL = [(body, name) for body, name in EVERY if (FILMS / body / f"{name}.json").exists()]


def told(body: str, name: str) -> Mapping[str, Any]:
    """Return what a film tells of itself."""
    return json.loads((FILMS / body / f"{name}.json").read_text(encoding="utf-8"))


def packed(body: str, name: str) -> bytes:
    """Return the pictures of a film."""
    return (FILMS / body / f"{name}.webps").read_bytes()


def test_films_are_as_new_as_their_poses() -> None:
    """Nothing that a film depends on has changed since it was rendered: else `make films`."""
    new = {
        f"{body}/{name}"
        for body, name in ALL
        if told(body, name)["digest"] == digest_of(body, name)
    }
    assert WAITING == {f"{body}/{name}" for body, name in EVERY} - new


def test_there_are_films_of_the_exercises_alone() -> None:
    """A film is two files, and there is none of what is no bundled exercise."""
    for body in BODIES:
        stems = sorted({path.stem for path in (FILMS / body).iterdir()})
        assert set(stems) <= set(NAMES)
        suffixes = (".json", ".webps")
        expected = {f"{stem}{suffix}" for stem in stems for suffix in suffixes}
        assert expected == {path.name for path in (FILMS / body).iterdir()}


@pytest.mark.parametrize("body", BODIES)
def test_the_films_of_a_body_are_small(body: str) -> None:
    """All films of one body take 8 MB at most."""
    assert sum(path.stat().st_size for path in (FILMS / body).iterdir()) <= MOST_BYTES


@pytest.mark.parametrize(("body", "name"), ALL)
def test_pictures_follow_each_other(body: str, name: str) -> None:
    """Each picture is a WebP that begins where the last one ends, and the file ends with them."""
    data, end = packed(body, name), 0
    for offset, length, *_ in told(body, name)["poses"]:
        assert end == offset
        assert (b"RIFF", b"WEBP") == (data[offset : offset + 4], data[offset + 8 : offset + 12])
        assert length == 8 + int.from_bytes(data[offset + 4 : offset + 8], "little")
        end = offset + length
    assert len(data) == end


@pytest.mark.parametrize(("body", "name"), ALL)
def test_the_canvas_is_the_union_of_all_boxes(body: str, name: str) -> None:
    """Boxes touch all four sides of the canvas, which is about 640 px long."""
    film = told(body, name)
    boxes = [pose[2:] for pose in film["poses"]]
    assert (0, 0) == (min(box[0] for box in boxes), min(box[1] for box in boxes))
    reach = [max(x + w for x, _, w, _ in boxes), max(y + h for _, y, _, h in boxes)]
    assert reach == film["size"]
    assert 600 <= max(film["size"]) <= 720
    assert math.ceil(film["size"][1] / 8) == len(film["left"])
    assert 0 < film["floor"] <= film["size"][1]


@pytest.mark.parametrize(("body", "name"), ALL)
def test_a_sequence_fills_the_loop(body: str, name: str) -> None:
    """Shares of the loop add up, every pose is shown, and no two neighbours are the same."""
    film = told(body, name)
    poses = [pose for pose, _ in film["sequence"]]
    assert pytest.approx(1.0, abs=1e-3) == sum(share for _, share in film["sequence"])
    assert set(range(len(film["poses"]))) == set(poses)
    assert len(film["poses"]) <= MOST_POSES
    assert all(before != after for before, after in pairwise(poses))
    assert film["hero"] in film["keys"]
    assert set(film["keys"]) <= set(range(len(poses)))


@pytest.mark.parametrize(("body", "name"), ALL)
def test_a_film_agrees_with_its_poses(body: str, name: str) -> None:
    """Side, length and stance are those of the poses."""
    film, shown = told(body, name), figure(name)
    side = shown.side and shown.side.value
    assert (side, shown.seconds, shown.mat is None) == (
        film["side"],
        film["seconds"],
        film["standing"],
    )


@pytest.mark.parametrize(("body", "name"), ALL)
def test_the_program_reads_what_the_studio_writes(body: str, name: str) -> None:
    """A film that is told of is one that the program can play."""
    film = film_from(told(body, name))
    assert len(told(body, name)["poses"]) == len(film.pictures)
