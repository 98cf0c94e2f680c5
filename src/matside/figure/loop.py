"""The frames of one loop, painted ahead in small steps and kept packed."""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from matside.figure.paint import Frame, Scene
from matside.figure.skeleton import bones_of

SMOOTH = 20
"""So many frames a second make a loop."""

COARSE = 8
"""Of so many frames one is painted before all others."""

ALIKE = 0.4
"""Frames in which no joint has moved by more px than this are one."""


@dataclass(frozen=True, slots=True, eq=False)
class _Packed:
    rect: QRect
    size: QSize
    bits: bytes

    @staticmethod
    def of(frame: Frame) -> "_Packed":
        bits = zlib.compress(frame.image.constBits(), 1)
        return _Packed(frame.rect, frame.image.size(), bits)

    def frame(self) -> Frame:
        bits = zlib.decompress(self.bits)
        width, height = self.size.width(), self.size.height()
        image = QImage(bits, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
        return Frame(self.rect, image.copy())


class Loop:
    """The frames of `scene` at the given `shares` of its loop.

    They are painted from coarse to fine, so that there is motion before all are ready. Where
    `source` has a frame of the same loop in another size, that is scaled instead.
    """

    def __init__(
        self, scene: Scene, shares: Sequence[float], source: "Loop | None" = None
    ) -> None:
        self.scene = scene
        self._shares = shares
        self._source = source
        self._packed: dict[int, _Packed] = {}
        self._known: dict[tuple[int, ...], int] = {}
        self._order = list(_coarse_to_fine(len(shares)))
        self._steps: Iterator[Frame | None] | None = None
        self._painted: Frame | None = None
        self._at_hand: list[tuple[_Packed, Frame]] = []

    def __len__(self) -> int:
        """Return of how many frames the loop is."""
        return len(self._shares)

    @property
    def is_ready(self) -> bool:
        """Whether all frames are painted."""
        return not self._order

    @property
    def has_begun(self) -> bool:
        """Whether a frame is painted."""
        return bool(self._packed)

    @property
    def moves(self) -> bool:
        """Whether every eighth frame is painted, which is enough to see the motion."""
        return len(self._packed) * COARSE >= len(self)

    @property
    def size_in_bytes(self) -> int:
        """How much memory the frames take."""
        return sum(
            len(packed.bits) for packed in {id(p): p for p in self._packed.values()}.values()
        )

    def advance(self) -> bool:
        """Take one small step of what is left to do; return whether a frame got ready by it."""
        if self.is_ready:
            return False
        place = self._order[0]
        if self._painted is not None:
            self._packed[place] = _Packed.of(self._painted)
            self._painted = None
        elif self._steps is not None:
            self._painted = next(self._steps)
            if self._painted is not None:
                self._steps = None
            return False
        elif not self._is_known(place):
            self._steps = self._begun(place)
            return False
        self._order.pop(0)
        return True

    def give_up(self) -> None:
        """Leave the frame that is being painted, and all that it keeps, to be begun anew."""
        self._steps = self._painted = None

    def frame(self, place: int) -> Frame:
        """Return the frame at `place`, or the nearest that is ready; the first one is painted.

        Unpacking takes some ms, but for the last two frames that were asked for.
        """
        packed = self._nearest(place)
        known = [pair for pair in self._at_hand if pair[0] is packed]
        others = [pair for pair in self._at_hand if pair[0] is not packed]
        asked = known[0] if known else (packed, packed.frame())
        self._at_hand = [*others[-1:], asked]
        return asked[1]

    def _nearest(self, place: int) -> _Packed:
        while not self._packed:
            self.advance()
        if place not in self._packed:
            place = min(self._packed, key=lambda ready: self._apart(ready, place))
        return self._packed[place]

    def _apart(self, first: int, second: int) -> int:
        way = abs(first - second)
        return min(way, len(self) - way)

    def _is_known(self, place: int) -> bool:
        """Take the frame of a place that looks the same, if there is one."""
        pose = self.scene.figure.motion.pose(self._shares[place])
        scale = self.scene.scale / ALIKE
        look = tuple(
            round(number * scale)
            for joint in bones_of(pose).places
            for number in (*joint, pose.breath)
        )
        same = self._known.setdefault(look, place)
        if same not in self._packed:
            return False
        self._packed[place] = self._packed[same]
        return True

    def _begun(self, place: int) -> Iterator[Frame | None]:
        if self._source is not None and place in self._source._packed:  # noqa: SLF001
            return self._scaled(self._source, place)
        return self.scene.steps(self._shares[place])

    def _scaled(self, source: "Loop", place: int) -> Iterator[Frame | None]:
        """Yield the frame of `source`, made as large as the own ones are."""
        frame = source._packed[place].frame()  # noqa: SLF001 - another loop
        yield None
        rect = source.scene.moved(frame.rect, self.scene)
        target = rect.toAlignedRect()
        image = QImage(target.size(), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(
            rect.translated(-target.topLeft()), frame.image, QRectF(frame.image.rect())
        )
        painter.end()
        yield Frame(target, image)


def _coarse_to_fine(count: int) -> Iterator[int]:
    """Yield 0 to `count` - 1: every eighth first, then every fourth, and so on."""
    for step in (COARSE, 4, 2, 1):
        for place in range(0, count, step):
            if step == COARSE or place % (2 * step):
                yield place
