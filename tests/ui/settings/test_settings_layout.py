"""The plates of the settings have room for as many lines as there are, at every size."""

import pytest
from PySide6.QtCore import QRectF

from matside.ui.drawing.theme import DARK
from matside.ui.kit.page import Page
from matside.ui.settings.settings_layout import LEAST_PITCH, Measures, line_rects, plates_in
from tests.support.pages import SIZES

MANY = (5.0, 4.4, 12.0, 10.4, 1.0)
"""More lines than any plate has so far."""


class Sized(Page):
    """A page of which only the size matters."""

    def arrange(self) -> None:
        """Place nothing."""


def measured(size: tuple[int, int]) -> tuple[QRectF, Measures, bool]:
    """Return the room, the measures and the shape of a settings page of `size`."""
    page = Sized(DARK)
    page.tall_span = 0.9
    page.resize(*size)
    room = QRectF(0, 0, page.width() - 2 * page.margin, page.height() - 14.5 * page.u)
    return room, Measures(page.u, page.cap(1.75), page.cap(1.4), page.cap(1.6)), page.tall


@pytest.mark.parametrize("size", [*SIZES, (640, 480), (683, 384), (3840, 2160)])
@pytest.mark.usefixtures("qapp")
def test_a_plate_holds_as_many_lines_as_it_has(size: tuple[int, int]) -> None:
    """Each of twelve lines lies on its plate, below the one before, and holds its words."""
    room, measures, tall = measured(size)
    plates = plates_in(room, measures, MANY, tall=tall)
    for plate, length in zip(plates.smaller, MANY, strict=True):
        lines = line_rects(plate, measures.u, plates.pitch, [1.0] * int(length))
        assert all(plate.contains(line) for line in lines)
        assert all(line.height() >= LEAST_PITCH * measures.row for line in lines)


@pytest.mark.parametrize("size", [*SIZES, (640, 480), (683, 384), (3840, 2160)])
@pytest.mark.usefixtures("qapp")
def test_plates_lie_apart_and_end_alike(size: tuple[int, int]) -> None:
    """However many lines they have, they fill the width and leave no ragged foot."""
    room, measures, tall = measured(size)
    plates = plates_in(room, measures, MANY, tall=tall)
    rects = [plates.rests, plates.total, *plates.smaller]
    below = plates.smaller if not plates.stacked else rects[1:]
    lowest = {
        max(rect.bottom() for rect in below if rect.left() == left)
        for left in {rect.left() for rect in below}
    }
    assert not [
        (one, other)
        for one in rects
        for other in rects
        if one is not other and one.intersects(other)
    ]
    assert 1 == len({round(foot) for foot in lowest})
    assert all(rect.left() >= 0 and rect.right() <= room.width() + 1 for rect in rects)
