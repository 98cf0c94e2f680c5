"""Renders every situation of every page to pictures, to be looked at beside the mock-ups."""

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from matside.files.resources import resources
from matside.ui.lettering import load_fonts
from matside.ui.stage import Stage
from matside.ui.theme import DARK, LIGHT, Theme
from tools.page_situations import Make, page_situations
from tools.situations import Situation, runners_workout, situations

SIZES = (QSize(800, 600), QSize(1366, 768), QSize(1920, 1080))
OTHER_SIZES = (QSize(800, 1000), QSize(1000, 1000), QSize(1280, 1024), QSize(2560, 1080))
LARGE = (QSize(3840, 2160),)

Page = Callable[[QSize], QWidget]
"""Makes a page of a size, as it is to be seen."""


def stage_pages(theme: Theme = DARK) -> Mapping[str, Page]:
    """Return the stage in each of its situations, by name."""
    found = situations(runners_workout())
    return {f"stage-{name}": _stage(situation, theme) for name, situation in found.items()}


def _stage(situation: Situation, theme: Theme) -> Page:
    def page(size: QSize) -> QWidget:
        stage = Stage(theme)
        stage.resize(size)
        situation.tell(stage)
        if situation.signs.confirming:
            stage.confirm_press()
        return stage

    return page


def other_pages(theme: Theme = DARK) -> Mapping[str, Page]:
    """Return the pages around the stage in each of their situations, by name."""
    found = page_situations(runners_workout(), theme)
    return {name: _resized(make) for name, make in found.items()}


def _resized(make: Make) -> Page:
    def page(size: QSize) -> QWidget:
        made = make()
        made.resize(size)
        return made

    return page


def render(pages: Mapping[str, Page], sizes: tuple[QSize, ...], folder: Path) -> None:
    """Write a picture of every page at every size into `folder`."""
    for size in sizes:
        within = folder / f"{size.width()}x{size.height()}"
        within.mkdir(parents=True, exist_ok=True)
        for name, page in pages.items():
            widget = page(size)
            widget.grab().save(str(within / f"{name}.png"))
            widget.deleteLater()


def main() -> None:
    """Render what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("out/screenshots"))
    parser.add_argument("--only", default="", help="only pages whose name holds this")
    parser.add_argument("--light", action="store_true", help="in the light theme")
    parser.add_argument("--all-sizes", action="store_true", help="odd shapes and 4K too")
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    load_fonts(resources() / "fonts")
    theme = LIGHT if chosen.light else DARK
    pages = {**stage_pages(theme), **other_pages(theme)}
    wanted = {name: page for name, page in pages.items() if chosen.only in name}
    sizes = SIZES + (OTHER_SIZES + LARGE if chosen.all_sizes else ())
    render(wanted, sizes, chosen.folder)
    app.quit()


if __name__ == "__main__":
    main()
