"""The stage looks the same on screens of every scale factor, however little it repaints."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF

from tests.support.stages import NAMES, all_situations, layout_of

# They paint the same again and again, and other tests paint it too.
pytestmark = pytest.mark.no_cover

WIDTH, HEIGHT = 683, 384
"""Small, for the sake of time, and odd: with broken factors its edges lie within a px."""

ROOT = Path(__file__).parents[3]
REPAINTER = ROOT / "tests" / "support" / "programs" / "stage_repainter.py"


EVERY = {1: 1, 1.25: 3, 1.5: 3, 2: 3}
"""Which situations are shown on a screen of which factor: each, or each third."""


@cache
def told(factor: float) -> dict[str, object]:
    """Return what the repainter tells on a screen of `factor`."""
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    done = subprocess.run(
        [sys.executable, REPAINTER, str(WIDTH), str(HEIGHT), str(EVERY[factor])],
        env={**os.environ, "QT_SCALE_FACTOR": str(factor), "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    return dict(json.loads(done.stdout))


@pytest.mark.parametrize("factor", EVERY)
def test_partial_repaint_equals_a_whole_one(factor: float) -> None:
    """From one situation to the next nothing stale is left, nor where a second changes."""
    assert (factor, []) == (told(factor)["ratio"], told(factor)["stale"])


@pytest.mark.parametrize("factor", EVERY)
def test_layout_does_not_depend_on_the_scale_factor(factor: float) -> None:
    """Digits, film, timeline and light lie where they do on any other screen."""
    shown = layout_of(all_situations()[NAMES[:: EVERY[factor]][-1]], (WIDTH, HEIGHT))
    assert shown.figure is not None
    assert shown.timeline is not None
    places = {
        "Countdown": shown.digits_rect,
        "FilmView": shown.figure,
        "Timeline": shown.timeline,
        "FrameLight": QRectF(0, 0, WIDTH, HEIGHT),
    }
    expected = {name: [*rect.toAlignedRect().getRect()] for name, rect in places.items()}
    assert expected == told(factor)["places"]


def test_dense_screens_show_fine_letters() -> None:
    """On a screen of factor 2 nothing is a smaller picture, enlarged."""
    assert [] == told(2)["coarse"]
