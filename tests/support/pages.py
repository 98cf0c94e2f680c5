"""What the tests of the pages share: a workout, a page in a window, and where its parts lie."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from PySide6.QtCore import QRect
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from matside.core.weights import Level, Weight
from matside.core.workout.model import Block, BlockKind, Exercise, Hold, Reps, Sides, Workout
from matside.override import override
from matside.ui.drawing.lettering import is_cut
from matside.ui.kit.labels import Label

TALL = ((683, 768), (600, 1000))
"""Half a screen, and a screen turned upright."""

SIZES = (
    *TALL,
    (800, 600),
    (1120, 630),
    (1366, 768),
    (1920, 1080),
    (960, 1200),
    (2560, 1080),
    (3840, 2160),
)
"""The shapes of windows on which every page keeps its parts apart."""

HTML = "<img src=x> & <b>bold</b>"
"""A name that a careless label would take for markup."""

WORKOUT = Workout(
    "Two pairs",
    (
        Block(
            "Warm-up",
            BlockKind.WARMUP,
            (
                Exercise("Stretch", Hold(30), sides=Sides.EACH, equipment=("mat",)),
                Exercise("Lateral Walk on All Fours", Reps(8)),
            ),
            rounds=2,
        ),
        Block(
            "Superset 1",
            BlockKind.SUPERSET,
            (
                Exercise("Curl", Reps(8), weight=Weight(Level.MEDIUM, 2)),
                Exercise("Fly", Reps(8), weight=Weight(Level.LIGHT, 2)),
            ),
            rounds=3,
        ),
        Block("Cooldown", BlockKind.COOLDOWN, (Exercise("Rest", Hold(30)),)),
    ),
    credit="Somebody wrote it.",
    about="Two pairs of dumbbells.",
)


class Window(QWidget):
    """A window around one page, which remembers the keys that the page leaves to it."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.keys: list[int] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remember the key."""
        self.keys.append(event.key())


def show(qtbot: QtBot, page: QWidget, width: int = 1366, height: int = 768) -> Window:
    """Show `page` in an active window, with the focus where it wants it; return the window."""
    window = Window(page)
    # The page does not keep its window alive, what qtbot remembers does.
    qtbot.addWidget(window, before_close_func=lambda _: window.hide())
    window.resize(width, height)
    with qtbot.waitExposed(window):
        window.show()
        window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.setFocus()
    return window


def in_sizes(
    qtbot: QtBot, page: QWidget, sizes: Sequence[tuple[int, int]] = SIZES
) -> Iterator[tuple[int, int]]:
    """Show `page`, give its window each of `sizes` in turn, and yield that."""
    window = show(qtbot, page, *sizes[0])
    for size in sizes:
        window.resize(*size)
        yield size


def parts_of(page: QWidget) -> dict[str, QRect]:
    """Return where the visible parts of `page` lie; a label counts as high as its letters."""
    parts = {}
    for number, child in enumerate(page.findChildren(QWidget)):
        if child.parent() is not page or not child.isVisible():
            continue
        rect = child.geometry()
        if isinstance(child, QLabel):
            if not child.text():
                continue
            trim = rect.height() // 5
            rect = rect.adjusted(0, trim, 0, -trim)
        parts[f"{number} {type(child).__name__} {child.accessibleName()}"] = rect
    return parts


def overlaps(page: QWidget) -> list[str]:
    """Return which parts of `page` lie on each other or leave it, in words."""
    parts = parts_of(page)
    outside = [f"{name} outside" for name, rect in parts.items() if not page.rect().contains(rect)]
    crossed = [
        f"{one} on {other}"
        for (one, rect), (other, beside) in combinations(parts.items(), 2)
        if rect.intersects(beside)
    ]
    return outside + crossed


def cut_texts(page: QWidget) -> list[str]:
    """Return the texts of visible labels on `page` that are not shown whole."""
    labels = [label for label in page.findChildren(Label) if label.isVisible()]
    return [label.text() for label in labels if is_cut(label.shown, label.text())]
