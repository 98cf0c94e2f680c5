"""Finds the still pictures of exercises once those who show them have been seen."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from matside.ui.figures.film_decoder import FilmDecoder
    from matside.ui.figures.thumbnails import Thumbnails

SEEN_AFTER = 100
"""How long after a page is painted its pictures are looked up, in ms."""


class Pictured(Protocol):
    """What shows pictures once there are any."""

    def show_pictures(self, pictures: "Thumbnails") -> None:
        """Show `pictures` from now on."""


class StillPictures(QObject):
    """The pictures of those who are `pictured`, from what `decoder` returns."""

    def __init__(
        self,
        decoder: "Callable[[], FilmDecoder] | None",
        pictured: Sequence[Pictured],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._decoder = decoder
        self._pictured = tuple(pictured)
        self._found: Thumbnails | None = None
        self._soon = QTimer(self, interval=SEEN_AFTER, singleShot=True)
        self._soon.timeout.connect(self.look)

    def look_soon(self) -> None:
        """Look for pictures once the page has been seen."""
        if self._found is None and not self._soon.isActive():
            self._soon.start()

    def look(self) -> None:
        """Look for pictures, which loads all that shows films."""
        if self._found is not None:
            return
        # The page is seen before anything is loaded that shows films.
        from matside.ui.figures.film_decoder import FilmDecoder  # noqa: PLC0415
        from matside.ui.figures.thumbnails import Thumbnails  # noqa: PLC0415

        decoder = FilmDecoder(parent=self) if self._decoder is None else self._decoder()
        self._found = Thumbnails(decoder, self.parent())
        for each in self._pictured:
            each.show_pictures(self._found)

    def rest(self) -> None:
        """Look for no pictures where nobody sees them."""
        self._soon.stop()
        if self._found is not None:
            self._found.rest()
