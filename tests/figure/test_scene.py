"""The whole loop of a figure fits into its picture, and the right side is shown."""

import pytest

from figure.figures import NAMES, figure
from matside.core.workout import Side
from matside.figure.muscles import MUSCLES
from matside.figure.scene import framing_of, moment_of


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("size", [(400, 300), (300, 400), (900, 200)])
def test_the_whole_loop_fits_into_the_picture(name: str, size: tuple[int, int]) -> None:
    """No part of the body ever leaves its picture, whatever its shape."""
    shown = figure(name)
    framing = framing_of(shown, *size)
    for look in range(48):
        moment = moment_of(shown, look / 48)
        facets = [facet for shape in moment.shapes for facet in moment.facets(shape)]
        left, top, right, bottom = framing.box(facets)
        assert left >= -3
        assert top >= -3
        assert right <= size[0] + 3
        assert bottom <= size[1] + 3


@pytest.mark.parametrize("name", [name for name in NAMES if figure(name).side is not None])
def test_the_side_that_works_faces_its_side_of_the_screen(name: str) -> None:
    """Who works on the left faces left on the screen, and who works on the right faces right."""
    for side, turned in ((Side.LEFT, -1), (Side.RIGHT, 1)):
        shown = figure(name).on(side)
        ahead, _, _ = shown.camera.seen((1.0, 0.0, 0.0))
        assert side is shown.side
        assert ahead * turned > 0.4


def test_a_figure_without_sides_is_the_same_on_both() -> None:
    """An alternating or sideless exercise is shown as its data draw it."""
    shown = figure("hammer-curl")
    assert shown is shown.on(Side.BOTH)
    assert shown is shown.on(None)


@pytest.mark.parametrize("name", NAMES)
def test_every_worked_muscle_glows_somewhere(name: str) -> None:
    """Each muscle that a figure names lies on a part of its body, and its light is seen."""
    shown = figure(name)
    assert set(shown.work) <= set(MUSCLES)
    seen = 0.0
    for look in range(12):
        moment = moment_of(shown, look / 12)
        parts = {shape.part for shape in moment.shapes}
        assert {spot.part for spot in moment.spots} <= parts
        facets = [facet for shape in moment.shapes for facet in moment.facets(shape)]
        seen = max(seen, *(stop.glow for facet in facets for stop in facet.stops))
    assert seen > 0.8
