"""The script that renders the icon, and the pictures it has left in the repository."""

import subprocess
import sys
from operator import sub
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

ROOT = Path(__file__).parents[3]
ICONS = ROOT / "resources" / "icons"
ROUNDING = 2
"""By how much of 255 processors round differently what is half covered."""

SIZES = (16, 24, 32, 48, 64, 128, 256)


def colour(picture: QImage, x: float, y: float) -> str:
    """Return the colour of `picture` at shares of its width and height, with its opacity."""
    place = (int(x * picture.width()), int(y * picture.height()))
    return QColor(picture.pixelColor(*place)).name(QColor.NameFormat.HexArgb)


def channels(path: Path) -> bytes:
    """Return red, green, blue and opacity of every pixel of the picture at `path`."""
    picture = QImage(str(path)).convertToFormat(QImage.Format.Format_RGBA8888)
    return bytes(picture.constBits())


def differ(rendered: Path, committed: Path) -> bool:
    """Return whether anybody could see that these are two pictures."""
    ours, theirs = channels(rendered), channels(committed)
    return len(ours) != len(theirs) or max(map(abs, map(sub, ours, theirs))) > ROUNDING


def test_the_committed_icons_are_those_of_the_script(tmp_path: Path) -> None:
    """Rendering anew gives every committed picture, and no other."""
    subprocess.run(
        [sys.executable, ROOT / "tools" / "assets" / "make_icons.py", tmp_path], check=True
    )

    rendered = {path.name for path in tmp_path.iterdir()}
    assert rendered == {path.name for path in ICONS.glob("matside-*.png")}
    assert [] == [name for name in rendered if differ(tmp_path / name, ICONS / name)]


@pytest.mark.parametrize("size", SIZES)
def test_an_icon_is_an_orange_tile_with_two_black_bars(size: int) -> None:
    """In every size the bars are black, the tile is vermillion and its corners are empty."""
    icon = QImage(str(ICONS / f"matside-{size}.png"))

    assert (size, size) == (icon.width(), icon.height())
    bars = [colour(icon, 0.35, 0.34), colour(icon, 0.7, 0.66)]
    assert ["#ff000000", "#ff000000"] == bars
    tile = [colour(icon, 0.1, 0.5), colour(icon, 0.7, 0.34)]
    assert ["#ffd55e00", "#ffd55e00"] == tile
    assert "#00000000" == colour(icon, 0, 0)
