"""What the stage says in large type is read from three metres, here by a program.

At 3 m a 14-inch laptop of 1366 by 768 px shows four of its px within a minute of arc, which is
as fine as an eye of usual sight sees: a picture of 24.6 % of the size has one px a minute.
"""

import os
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage

from matside.ui.drawing.theme import DARK, LIGHT, Theme
from matside.ui.stage.countdown import OVERSHOOT
from matside.ui.stage.layout.layout import StageLayout
from matside.ui.stage.stage import Stage
from tests.support.stages import all_situations, layout_of, letters

WIDTH, HEIGHT = 1366, 768
AFAR = 0.246
CAPITALS = 36
"""How high, in px, the letters are for the program that reads them."""


def seen_from_afar(name: str, theme: Theme) -> QImage:
    """Return the stage in the situation `name`, with one px a minute of arc."""
    stage = Stage(theme)
    stage.resize(WIDTH, HEIGHT)
    all_situations()[name].tell(stage)
    grey = stage.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    return _scaled(grey, AFAR)


def _scaled(image: QImage, by: float) -> QImage:
    size = QSize(round(image.width() * by), round(image.height() * by))
    return image.scaled(size, mode=Qt.TransformationMode.SmoothTransformation)


def line_of(layout: StageLayout, words: str) -> tuple[QRectF, float]:
    """Return the whole line that is painted around `words`, and the height of its capitals.

    In the block it reaches from the left edge to that of the block, beside it to the right edge,
    above and below it across the window; beside the digits it begins with the words.
    """
    marks = [mark for mark in letters(layout) if f" {mark.text.strip()} " in f" {words} "]
    if marks:
        x, baseline = marks[0].x, marks[0].baseline
        cap = max(mark.cap for mark in marks)
    else:
        cap, x = layout.digits.cap, layout.digits_rect.x()
        baseline = layout.digits_rect.bottom() - OVERSHOOT * cap
    left, right = 0.0, float(WIDTH)
    if layout.block.top() < baseline < layout.block.bottom():
        edge = layout.block.right()
        left, right = (left, edge) if x < edge else (edge, right)
        if layout.digits_rect.right() < x < edge and baseline < layout.digits_rect.bottom():
            left = x - cap / 2
    above, below = min(0.25 * cap, 18), min(0.35 * cap, 24)
    right = min([right, *_beside(layout, words, x, baseline, cap)])
    return QRectF(left, baseline - cap - above, right - left, cap + above + below), cap


def _beside(layout: StageLayout, words: str, x: float, baseline: float, cap: float) -> list[float]:
    """Return where other words begin that stand to the right of a line."""
    return [
        mark.rect.left()
        for mark in letters(layout)
        if mark.x > x and mark.text not in words and baseline - cap < mark.baseline <= baseline
    ]


def enlarged(afar: QImage, line: QRectF, cap: float) -> QImage:
    """Return `line` of the picture seen from `afar` so large that a program reads it."""
    shrunk = QRectF(line.topLeft() * AFAR, line.size() * AFAR).toRect()
    return _scaled(afar.copy(shrunk), CAPITALS / (cap * AFAR))


def read(pictures: list[QImage], folder: Path) -> list[str]:
    """Return what a program reads in each of `pictures`, which show one line each, unspaced."""
    files = [folder / f"{place}.png" for place in range(len(pictures))]
    for picture, file in zip(pictures, files, strict=True):
        picture.save(str(file))
    listed = folder / "pictures.txt"
    listed.write_text("\n".join(map(str, files)), encoding="utf-8")
    done = subprocess.run(
        ["tesseract", listed, "-", "--psm", "7", "-l", "eng"],
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return ["".join(page.split()) for page in done.stdout.split("\f")][: len(pictures)]


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("hold", ("Dynamic Child's Pose", "0:24", "Pause")),
        ("rest", ("Bear Plank Lateral Walk", "0:08", "8 reps", "Start now")),
        ("rest-hold", ("Dynamic Child's Pose", "0:06", "0:30 hold", "no weight", "Cut to 0:05")),
        ("rest-side", ("Half-Kneeling Chop", "0:12", "LEFT", "knee down", "Start now")),
        ("rest-weights", ("Reciprocal Row", "0:42", "8 reps", "Fetch two medium", "Start now")),
        ("rest-weights-plain", ("Chest Fly", "0:07", "8 reps", "Fetch two light")),
        ("rest-side-weights", ("0:42", "LEFT", "knee down", "8 reps")),
        ("rest-last-3-side", ("Half-Kneeling Chop", "LEFT", "knee down", "8 reps")),
        ("paused-hold", ("Thread the Needle", "0:24", "RIGHT", "paused", "Resume")),
        ("reps", ("Chest Fly", "On your back", "0:13", "2 light", "Set done")),
        ("reps-bare", ("Bear Plank Lateral Walk", "On all fours", "8", "reps", "Set done")),
    ],
)
def test_stage_is_read_from_three_metres(
    name: str, lines: tuple[str, ...], theme: Theme, tmp_path: Path
) -> None:
    """The exercise, its dose and what Space does can be told from the mat."""
    layout = layout_of(all_situations()[name], (WIDTH, HEIGHT))
    afar = seen_from_afar(name, theme)
    seen = read([enlarged(afar, *line_of(layout, line)) for line in lines], tmp_path)
    expected = ["".join(line.split()) for line in lines]
    assert expected == [
        line if line in whole else whole for line, whole in zip(expected, seen, strict=True)
    ]


def test_letters_too_small_for_the_mat_are_not_read(tmp_path: Path) -> None:
    """The reader is no better than an eye: what is for arm's length it cannot make out."""
    layout = layout_of(all_situations()["rest-hold"], (WIDTH, HEIGHT))
    assert layout.timeline is not None
    label = QRectF(layout.timeline.topLeft(), QSizeF(WIDTH, 0.35 * layout.timeline.height()))
    afar = seen_from_afar("rest-hold", DARK)
    assert "Superset" not in read([enlarged(afar, label, 11)], tmp_path)[0]
