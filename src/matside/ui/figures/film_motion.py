"""The motion of an exercise on one side: which pictures of its film are shown, and where."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, QSizeF

from matside.core.figures.film import Reel
from matside.core.figures.framing import Zone, place_of
from matside.core.workout.model import Exercise, Side
from matside.frozen import frozen
from matside.ui.figures.frame_decoding import FilmFrame

AHEAD = 3
"""The number of coming pictures that are decoded in advance, so that each is ready in time."""


@frozen
class Motion:
    """What an exercise shows on one side: its reel, mirrored or not, at its own tempo."""

    reel: Reel
    mirrored: bool
    seconds: float

    @staticmethod
    def of(reel: Reel, exercise: Exercise, side: Side | None) -> "Motion":
        """Return how `reel` shows `exercise` on `side`."""
        return Motion(reel, reel.film.is_mirrored_on(side), reel.film.loop_of(exercise))

    def canvas(self, room: QSizeF) -> QRectF:
        """Return the area of the film in `room`, as large as it fits."""
        film = self.reel.film
        floor = film.floor / film.height * room.height()
        place = place_of(film, Zone(0, 0, room.width(), floor), mirrored=self.mirrored)
        return QRectF(place.x, place.y, place.width, place.height)

    def portrait(self, room: QSizeF, *, stands: bool = False) -> QRectF:
        """Return the area of the film at which its still picture alone fills `room`.

        It is in the middle, or `stands` at the lower edge.
        """
        film = self.reel.film
        picture = film.pictures[film.pose(film.hero)]
        scale = min(room.width() / picture.width, room.height() / picture.height)
        left = film.width - picture.right if self.mirrored else picture.x
        x = (room.width() - picture.width * scale) / 2 - left * scale
        spare = room.height() - picture.height * scale
        y = (spare if stands else spare / 2) - picture.y * scale
        return QRectF(x, y, film.width * scale, film.height * scale)

    def frames(self, places: Sequence[int], canvas: QSize) -> list[FilmFrame]:
        """Return the frames at `places` of the sequence, on a `canvas` in device px."""
        film, width, height = self.reel.film, canvas.width(), canvas.height()
        poses = dict.fromkeys(film.pose(place) for place in places)
        return [FilmFrame(self.reel, pose, width, height, self.mirrored) for pose in poses]

    def from_place(self, place: int, *, slow: bool) -> list[int]:
        """Return `place` and the following places that are decoded in advance."""
        places = [place]
        for _ in range(AHEAD):
            places.append(self.reel.film.after(places[-1], slow=slow))
        return places
