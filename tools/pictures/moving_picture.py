"""Makes the animation of the README: a hold on the stage, for one loop of its film.

`python -m tools.pictures.moving_picture FOLDER` renders the moments into FOLDER as numbered
pictures; `.venv-films/bin/python tools/pictures/moving_picture.py FOLDER FILE.webp` joins them,
which needs Pillow.
"""

import sys
from pathlib import Path

A_SECOND = 10
"""The number of pictures for each second."""

SECONDS = 6
"""The length of a loop of the film, in seconds."""

WIDTH, HEIGHT = 683, 384


def render(folder: Path) -> None:
    """Write the moments of the stage into `folder`."""
    from PySide6.QtCore import QSize, Qt
    from PySide6.QtWidgets import QApplication

    from matside.core.workout.model import Side
    from matside.files.resources import resources
    from matside.ui.drawing.lettering import load_fonts
    from matside.ui.drawing.theme import DARK
    from matside.ui.figures.film_view import FilmView
    from matside.ui.stage.stage import Stage
    from tests.support.page_situations import decoder
    from tests.support.situations import Rehearsal, runners_workout
    from tools.pictures.screenshots import let_develop

    app = QApplication(sys.argv[:1])
    load_fonts(resources() / "fonts")
    folder.mkdir(parents=True, exist_ok=True)
    for moment in range(SECONDS * A_SECOND):
        session = Rehearsal(runners_workout()).go_to(lambda step: step.side is Side.RIGHT)
        situation = session.wait(2_000 + 1000 * moment // A_SECOND).situation()
        stage = Stage(DARK, decoder=decoder())
        stage.resize(QSize(2 * WIDTH, 2 * HEIGHT))
        situation.tell(stage)
        stage.show()
        for film in stage.findChildren(FilmView):
            film.lead(moment / (SECONDS * A_SECOND))
        let_develop(stage)
        picture = (
            stage.grab()
            .toImage()
            .scaled(WIDTH, HEIGHT, mode=Qt.TransformationMode.SmoothTransformation)
        )
        picture.save(str(folder / f"{moment:03}.png"))
        stage.close()
    decoder().close()
    app.quit()


def join(folder: Path, file: Path) -> None:
    """Write the pictures in `folder` to `file`, as an animation that repeats."""
    from PIL import Image

    first, *others = (Image.open(path).convert("RGB") for path in sorted(folder.glob("*.png")))
    first.save(
        file, save_all=True, append_images=others, duration=1000 // A_SECOND, loop=0, quality=72
    )


if __name__ == "__main__":
    if len(sys.argv) > 2:
        join(Path(sys.argv[1]), Path(sys.argv[2]))
    else:
        render(Path(sys.argv[1]))
