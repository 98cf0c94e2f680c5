"""Renders every page in every situation to pictures, for people to look at."""

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QLocale, QSize
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QApplication, QWidget

from matside.files.resources import resources
from matside.ui.drawing.lettering import load_fonts
from matside.ui.drawing.theme import DARK, LIGHT, Theme
from matside.ui.figures.film_view import FilmView
from matside.ui.stage.mini_start import MiniStart
from matside.ui.stage.stage import Stage
from matside.ui.start.start_page import StartPage
from tests.support.page_situations import Make, decoder, page_situations
from tests.support.situations import Situation, runners_workout, situations

USUAL = QSize(1366, 768)
SIZES = (USUAL, QSize(800, 600), QSize(1920, 1080))
LARGE = QSize(3840, 2160)
OTHER_SIZES = (
    QSize(683, 768),
    QSize(800, 1000),
    QSize(960, 1080),
    QSize(1000, 1000),
    QSize(1024, 768),
    QSize(2560, 1080),
)
MINI = QSize(480, 270)
MINI_SIZES = (QSize(320, 180), MINI, QSize(640, 360))
THEMES = {"dark": DARK, "light": LIGHT}

DOCS = {
    "rest": "stage-rest-weights",
    "work-reps": "stage-reps-side",
    "start": "start",
    "finish": "finish",
    "history": "history-thousand",
}
"""The pictures of the README, and what each of them shows."""

MINI_DOCS = {"mini": "mini-hold-side"}
"""Those that are small, and what they show."""

QUICK, SMALL = 10, 100
"""How strongly pictures are compressed, from 0 to 100."""

Page = Callable[[QSize], QWidget]
"""Makes a page in a size, ready to be rendered."""


def stage_pages(theme: Theme = DARK) -> Mapping[str, Page]:
    """Return the stage in each of its situations, by name."""
    found = situations(runners_workout())
    return {f"stage-{name}": _stage(situation, theme) for name, situation in found.items()}


def mini_pages(theme: Theme = DARK) -> Mapping[str, Page]:
    """Return the mini view in each situation of the stage and before a session, by name."""
    found = situations(runners_workout())
    stages = {f"mini-{name}": _stage(each, theme, mini=True) for name, each in found.items()}
    return {**stages, "mini-start": _mini_start(theme)}


def _mini_start(theme: Theme) -> Page:
    def page(size: QSize) -> QWidget:
        view = MiniStart(theme)
        view.resize(size)
        view.show_choice(runners_workout().title, 1456)
        return view

    return page


def _stage(situation: Situation, theme: Theme, *, mini: bool = False) -> Page:
    def page(size: QSize) -> QWidget:
        stage = Stage(theme, decoder=decoder())
        # Anything that moves by the clock would differ in every picture.
        stage.set_motion(floods=False, still=False)
        stage.set_mini(mini)
        stage.resize(size)
        if situation.signs.confirming:
            stage.confirm_press()
        situation.tell(stage)
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


def render(pages: Mapping[str, Page], size: QSize, folder: Path) -> None:
    """Write a picture of every page into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in pages.items():
        save(page(size), folder / f"{name}.png", QUICK)


def save(shown: QWidget, file: Path, compression: int) -> None:
    """Write a picture of `shown`, then delete it; raise OSError if it cannot be written."""
    writer = QImageWriter(str(file), b"png")
    writer.setCompression(compression)
    shown.show()
    if isinstance(shown, StartPage):
        shown.show_pictures()
    for film in shown.findChildren(FilmView):
        _show_hero(film)
    let_develop(shown)
    if not writer.write(shown.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)):
        raise OSError(f"{file}: {writer.errorString()}")
    shown.deleteLater()
    # No event loop runs here to do that.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _show_hero(view: FilmView) -> None:
    """Stop the film of `view` at its still picture."""
    if view.film is not None:
        shares = [share for _, share in view.film.sequence[: view.film.hero]]
        view.lead(sum(shares, 1e-6) - view.film.begins)


def let_develop(shown: QWidget) -> None:
    """Wait until every film of `shown` has decoded its picture."""
    shown.grab()
    QApplication.processEvents()
    while not decoder().is_idle:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    shown.grab()


def render_all(folder: Path, only: str, *, other_sizes: bool) -> None:
    """Render every page whose name holds `only` in both themes, and the stage at 4K too."""
    for name, theme in THEMES.items():
        stages, others = _holding(only, stage_pages(theme)), _holding(only, other_pages(theme))
        for size in SIZES + (OTHER_SIZES if other_sizes else ()):
            render({**stages, **others}, size, folder / name / _named(size))
        for size in MINI_SIZES:
            render(_holding(only, mini_pages(theme)), size, folder / name / _named(size))
        large = {**stages, **others} if other_sizes else stages
        render(large, LARGE, folder / name / _named(LARGE))


def render_docs(folder: Path) -> None:
    """Render the pictures of the README into `folder`."""
    pages = {**stage_pages(), **other_pages()}
    folder.mkdir(parents=True, exist_ok=True)
    for name, shown in DOCS.items():
        save(pages[shown](USUAL), folder / f"{name}.png", SMALL)
    for name, shown in MINI_DOCS.items():
        save(mini_pages()[shown](MINI), folder / f"{name}.png", SMALL)


def _holding(part: str, pages: Mapping[str, Page]) -> Mapping[str, Page]:
    return {name: page for name, page in pages.items() if part in name}


def _named(size: QSize) -> str:
    return f"{size.width()}x{size.height()}"


def main() -> None:
    """Render what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("out/screenshots"))
    parser.add_argument("--only", default="", help="only pages whose name holds this")
    parser.add_argument("--all-sizes", action="store_true", help="odd shapes too")
    parser.add_argument("--docs", action="store_true", help="only the pictures of the README")
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    # Pictures are the same on every machine, their times of day too.
    QLocale.setDefault(QLocale.c())
    load_fonts(resources() / "fonts")
    if chosen.docs:
        render_docs(chosen.folder)
    else:
        render_all(chosen.folder, chosen.only, other_sizes=chosen.all_sizes)
    decoder().close()
    app.quit()


if __name__ == "__main__":
    main()
