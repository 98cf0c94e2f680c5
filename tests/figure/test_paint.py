"""A figure is painted on its picture, in the colours of a theme, without jumping."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from figure.figures import NAMES, figure
from matside.figure.paint import Scene
from matside.figure.palette import DARK, LIGHT, Palette

SIZE = QSize(200, 150)

LOOKS = 48


def shades(image: QImage) -> bytes:
    """Return the lightness of a fourth of the picture's px on black, row by row."""
    small = image.scaled(image.size() / 2)
    grey = small.convertToFormat(QImage.Format.Format_Grayscale8)
    return bytes(grey.constBits())


def differing(first: bytes, second: bytes) -> float:
    """Return the mean difference of two pictures, from 0 to 255."""
    return sum(abs(a - b) for a, b in zip(first, second, strict=True)) / len(first)


@pytest.mark.parametrize("palette", [DARK, LIGHT])
@pytest.mark.parametrize("name", NAMES)
def test_a_figure_glows_on_its_picture(qtbot: QtBot, name: str, palette: Palette) -> None:
    """The still picture has skin, shirt and the accent colour on it, in both themes."""
    del qtbot
    shown = figure(name)
    image = Scene(shown, SIZE, palette).still(shown.hero)
    colours = [image.pixelColor(x, y) for x in range(200) for y in range(150)]
    solid = [colour for colour in colours if colour.alpha() > 250]
    assert len(solid) > 800
    assert any(colour.hue() in range(5, 30) and colour.saturation() > 150 for colour in solid)
    assert any(colour.hue() in range(185, 205) and colour.saturation() > 80 for colour in solid)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_jumps_between_neighbouring_frames(qtbot: QtBot, name: str) -> None:
    """From one frame to the next no picture changes much more than its neighbours do."""
    del qtbot
    scene = Scene(figure(name), QSize(120, 90), DARK)
    pictures = [shades(scene.still(look / LOOKS)) for look in range(LOOKS)]
    steps = [differing(pictures[place - 1], picture) for place, picture in enumerate(pictures)]
    for place, step in enumerate(steps):
        around = max(steps[place - 1], steps[(place + 1) % LOOKS])
        assert step < 1.8 * around + 0.5, f"at {place / LOOKS:.2f}"


def test_a_frame_is_painted_in_small_steps(qtbot: QtBot) -> None:
    """Who prepares a frame may do something else between many steps, and gets the same frame."""
    del qtbot
    scene = Scene(figure("hammer-curl"), SIZE, DARK)
    *steps, frame = scene.steps(0.3)
    assert len(steps) > 30
    assert [None] * len(steps) == steps
    assert frame is not None
    assert frame.image == scene.frame(0.3).image
