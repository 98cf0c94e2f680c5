"""Prints when the first window of a program was painted, and ends the program.

`python -m tools.measures.first_paint empty` does so for the empty window, `... window ARGUMENTS`
for the window of Matside, and `... page ARGUMENTS` for its first page. It prints an instant of
the monotonic clock in nanoseconds.
"""

import sys
import time

if sys.argv[1:2] != ["empty"]:
    from matside.app.loading import load_qt

    load_qt()  # as the program does, before anything of Qt is here

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication


class WindowWatcher(QObject):
    """Waits for a window to come onto the screen, which paints it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Report when everything is painted that is painted on showing the window."""
        if event.type() is QEvent.Type.Expose:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, tell)
        return False


def watch_pages() -> None:
    """Tell when all is painted that is painted together with the first page.

    An event filter would name every object of Qt to Python, which costs more than a page.
    """
    from matside.ui.kit.page import Page  # noqa: PLC0415 - the empty window has none

    paint = Page.paint

    def paint_and_tell(page: Page, painter: QPainter) -> None:
        paint(page, painter)
        QTimer.singleShot(0, tell)

    Page.paint = paint_and_tell


class WatchedApplication(QApplication):
    """An application that reports when its window has been painted, and ends."""

    def exec(self) -> int:
        """Watch the window, which has been shown but not yet painted."""
        watcher = WindowWatcher()
        for window in self.topLevelWindows():
            window.installEventFilter(watcher)
        return super().exec()


class PagedApplication(QApplication):
    """An application that reports when its first page has been painted, and ends."""

    def exec(self) -> int:
        """Watch for the first page, which is not even loaded yet."""
        watch_pages()
        return super().exec()


def tell() -> None:
    """Print the current instant, and end the process."""
    print(time.monotonic_ns(), flush=True)
    QApplication.quit()


def open_empty() -> int:
    """Open the empty window."""
    from tools.measures import empty_window  # noqa: PLC0415 - only one of the two is to be loaded

    empty_window.QApplication = WatchedApplication
    return empty_window.main()


def open_matside(words: list[str], kind: type[QApplication]) -> int:
    """Open Matside by its command line."""
    from matside.app import opening  # noqa: PLC0415 - likewise
    from matside.app.cli import main  # noqa: PLC0415 - likewise

    opening.QApplication = kind
    return main(words)


if __name__ == "__main__":
    what, *arguments = sys.argv[1:]
    if what == "empty":
        sys.exit(open_empty())
    sys.exit(open_matside(arguments, PagedApplication if what == "page" else WatchedApplication))
