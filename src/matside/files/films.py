"""The films that come with Matside, and the pictures that athletes give their own exercises."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from matside.core.figures.film import Film, Picture, Reel
from matside.core.settings import Body
from matside.core.workout.model import Side
from matside.files.workouts.catalogue import Catalogue
from matside.files.workouts.pictures import reel_of
from matside.regular_file import UnfitFileError

_SIDES = {side.value: side for side in (Side.LEFT, Side.RIGHT)}


class FilmLibrary:
    """Finds the reel of each exercise of `catalogue`, the bundled ones in `folder`."""

    def __init__(self, folder: Path, catalogue: Catalogue) -> None:
        self._folder = folder
        self._catalogue = catalogue
        self._found: dict[tuple[str, Body], Reel | None] = {}

    def reel(self, identity: str, body: Body) -> Reel | None:
        """Return what shows the exercise, None if nothing does or its file is faulty.

        The picture named in its file comes first, then the film named there, then the film of
        its id. If `body` has no such film, the other body's is returned.
        """
        if (identity, body) not in self._found:
            self._found[identity, body] = self._look_up(identity, body)
        return self._found[identity, body]

    def _look_up(self, identity: str, body: Body) -> Reel | None:
        picture = self._catalogue.picture(identity)
        if picture is not None:
            try:
                return reel_of(picture)
            except UnfitFileError:
                return None
        film = self._catalogue.film(identity)
        return self._film(film, body) or self._film(film, body.other)

    def _film(self, name: str, body: Body) -> Reel | None:
        """Return a film that comes with Matside; an incomplete one counts as missing."""
        told, pictures = (
            self._folder / body.value / f"{name}{suffix}" for suffix in (".json", ".webps")
        )
        try:
            film = film_from(json.loads(told.read_text(encoding="utf-8")))
            if pictures.stat().st_size < max(end.offset + end.length for end in film.pictures):
                return None
        except (OSError, ValueError, LookupError, TypeError):
            return None

        def read(picture: Picture) -> bytes:
            with pictures.open("rb") as file:
                file.seek(picture.offset)
                return file.read(picture.length)

        return Reel(f"{body.value}/{name}", film, read)


def film_from(told: Mapping[str, Any]) -> Film:
    """Return the film that is described by `told`, the content of its JSON file.

    Raises LookupError, TypeError or ValueError if it describes none.
    """
    width, height = told["size"]
    return Film(
        width,
        height,
        tuple(Picture(*numbers) for numbers in told["poses"]),
        tuple((pose, share) for pose, share in told["sequence"]),
        floor=told["floor"],
        seconds=told["seconds"],
        begins=next(iter(told.get("rep", ())), 0.0),
        hero=told["hero"],
        keys=tuple(told["keys"]),
        left=tuple(told.get("left", ())),
        right=tuple(told.get("right", ())),
        side=_SIDES.get(told["side"] or ""),
        standing=told["standing"],
    )
