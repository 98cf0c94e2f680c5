"""Decodes the pictures of films in a thread, for widgets that show them now or soon."""

from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from enum import IntEnum

from PySide6.QtCore import QObject, Signal

from matside.core.figures.film import FindReel, Reel, no_reel
from matside.core.workout.model import Exercise
from matside.ui.figures.frame_decoding import DecodedFrame, FilmFrame, FrameDecoder

ROOM = 48 * 1024 * 1024
"""The maximum size of the cached pictures, in bytes; the least recently requested go first.

Decoding needs some 20 MiB in addition.
"""


class Priority(IntEnum):
    """The order of decoding: moving pictures first, then still ones, then those shown later."""

    SEEN = 0
    STILL = 1
    COMING = 2


class FilmDecoder(QObject):
    """Hands out decoded pictures, and decodes the wanted ones one after another.

    `developed` tells that another picture is ready, `changed` that the films have changed.
    """

    developed = Signal()
    changed = Signal()
    _finished = Signal(object, object)

    def __init__(
        self, find: FindReel = no_reel, room: int = ROOM, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._find = find
        self._room = room
        self._kept: OrderedDict[FilmFrame, DecodedFrame] = OrderedDict()
        self._wanted: dict[object, tuple[Priority, Sequence[FilmFrame]]] = {}
        self._broken: set[Reel] = set()
        self._developer = FrameDecoder()
        self._thread = ThreadPoolExecutor(1, "films")
        self._under_way: FilmFrame | None = None
        self._is_closed = False
        self._finished.connect(self._keep)

    @property
    def size_in_bytes(self) -> int:
        """The memory that the cached pictures take, in bytes."""
        return sum(developed.image.sizeInBytes() for developed in self._kept.values())

    @property
    def is_idle(self) -> bool:
        """Whether everything that is wanted has been decoded."""
        return self._under_way is None

    def reel(self, exercise: Exercise | None) -> Reel | None:
        """Return the reel of `exercise`, None if it has none or it is broken."""
        if exercise is None or exercise.id is None:
            return None
        reel = self._find(exercise.id)
        return None if reel in self._broken else reel

    def find_others(self) -> None:
        """Signal that the available films have changed."""
        self.changed.emit()

    def frame(self, frame: FilmFrame) -> DecodedFrame | None:
        """Return `frame` decoded; None until it is ready."""
        if frame not in self._kept:
            return None
        self._kept.move_to_end(frame)
        return self._kept[frame]

    def want(self, owner: object, frames: Sequence[FilmFrame], turn: Priority) -> None:
        """Decode `frames` for `owner` in this order, in place of its earlier wishes."""
        if frames:
            self._wanted[owner] = (turn, frames)
        else:
            self._wanted.pop(owner, None)
        self._go_on()

    def close(self) -> None:
        """Stop decoding, and wait for the picture in progress.

        A window may still be laid out after that, when its screen vanishes or the disk
        answers.
        """
        self._is_closed = True
        self._wanted.clear()
        self._thread.shutdown()

    def _go_on(self) -> None:
        """Begin to decode what is wanted most, unless something is under way."""
        if self._is_closed or self._under_way is not None:
            return
        frame = self._most_wanted()
        if frame is not None:
            self._under_way = frame
            self._thread.submit(self._develop, frame)

    def _most_wanted(self) -> FilmFrame | None:
        for _, frames in sorted(self._wanted.values(), key=lambda wish: wish[0]):
            for frame in frames:
                if frame not in self._kept and frame.reel not in self._broken:
                    return frame
        return None

    def _develop(self, frame: FilmFrame) -> None:
        """Decode `frame`; this runs in the other thread."""
        self._finished.emit(frame, self._developer.develop(frame))

    def _keep(self, frame: FilmFrame, developed: DecodedFrame | None) -> None:
        self._under_way = None
        if developed is None:
            self._broken.add(frame.reel)
            self.changed.emit()
        else:
            self._kept[frame] = developed
            self._make_room()
            self.developed.emit()
        self._go_on()

    def _make_room(self) -> None:
        """Discard the least recently requested pictures, but none that are wanted."""
        wanted = {frame for _, frames in self._wanted.values() for frame in frames}
        size = self.size_in_bytes
        for frame in [kept for kept in self._kept if kept not in wanted]:
            if size <= self._room:
                return
            size -= self._kept.pop(frame).image.sizeInBytes()
