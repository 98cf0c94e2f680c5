"""Shows an empty window at once, and fills it as soon as it has been painted.

Only what the empty window needs is imported here, a third of everything.
"""

import gc
import os
import signal
import sys
from collections.abc import Callable
from contextlib import ExitStack, suppress
from functools import partial
from typing import NoReturn

from PySide6.QtCore import (
    QEventLoop,
    QMessageLogContext,
    QObject,
    QSize,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from matside.app.loading import load
from matside.app.request import WindowRequest
from matside.app.terminal import print_lines
from matside.core.settings import Settings
from matside.core.window_size import WindowSize, first_on
from matside.devices.desktop.display import NO_DISPLAY
from matside.devices.desktop.instance import OPENING, Instance, runtime_folder
from matside.devices.desktop.libraries import XCB_CURSOR, lacking
from matside.files import settings as settings_file
from matside.files.folders import DataFolder
from matside.files.slices import Steps
from matside.files.yaml.known_trees import known_trees
from matside.ui.drawing.ground import DARK_GROUND, LIGHT_GROUND, is_light
from matside.ui.window.frame.shell import Shell, screen_named

UNSEEN = 1_000
"""How long to wait for the first paint before the window is filled anyway, in ms."""

_OF_THE_FIRST_PAGE = (
    "matside.core.workout.plan",
    "matside.files.workouts.library",
    "matside.ui.kit.controls",
    "matside.ui.kit.timeline",
    "matside.ui.start.cards.block_cards",
    "matside.ui.start.start_page",
    "matside.app.furnishing.order",
)
"""What the first page needs, in pieces."""

_BUT_KEYS = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents

FAILED = 1
"""The exit code if the window could not be filled, or another one does not answer."""


TURN = 0.000005
"""How long another thread may keep the interpreter from the window's thread, in seconds.

By Python's own 5 ms a press that is written at once could be held up many times over: the window
gives the interpreter away at each picture, and up to four threads want it then.
"""


def run(request: WindowRequest, display: ExitStack) -> int:
    """Open the window and run it to its end; return the exit code.

    `display` holds the connection that was tried until Qt has its own. If another window has
    the data folder, that one is raised instead.
    """
    sys.setswitchinterval(TURN)
    application = _application()
    display.close()
    data = DataFolder(request.data)
    unmade = data.try_to_make()
    instance = Instance(data.root, runtime_folder(os.environ))
    if not instance.claim():
        return _leave_to_other(instance, data)
    known_trees.open(data.trees)
    settings, warnings = settings_file.load(data.settings)
    scheme = application.styleHints().colorScheme()
    shell = Shell(LIGHT_GROUND if is_light(settings.theme, scheme) else DARK_GROUND)
    with ExitStack() as until_closed:
        until_closed.callback(instance.close)
        until_closed.callback(_know_trees, data)

        def furnish() -> Steps[None]:
            yield from load(_OF_THE_FIRST_PAGE)
            from matside.app.furnishing.order import furnish

            problems = tuple(warnings), unmade
            yield from furnish(shell, request, settings, problems, instance, until_closed)

        furnishing = Furnishing(furnish)
        shell.painted.connect(furnishing.begin, Qt.ConnectionType.QueuedConnection)
        late = QTimer(shell, singleShot=True, interval=UNSEEN)
        late.timeout.connect(furnishing.begin)
        late.start()
        _show(shell, request, settings)
        code = application.exec()
        furnishing.raise_fault()
    if shell.isVisible() or not application.clipboard().ownsClipboard():
        _leave(code)
    return code  # Qt leaves what was copied to the desktop when it is destroyed


class Furnishing(QObject):
    """Fills the window once, in steps; if that fails, the program ends."""

    def __init__(self, furnish: Callable[[], Steps[None]]) -> None:
        super().__init__()
        self._furnish: Callable[[], Steps[None]] | None = furnish
        self._fault: Exception | None = None

    def begin(self) -> None:
        """Fill the window, the first time this is called.

        The event loop runs between the steps; keys pressed meanwhile are kept for the window.
        """
        furnish, self._furnish = self._furnish, None
        if furnish is None:
            return
        try:
            for _ in furnish():
                QApplication.processEvents(_BUT_KEYS)
        except Exception as fault:  # noqa: BLE001 - it is raised again outside of Qt's loop
            self._fault = fault
            QApplication.exit(FAILED)
        # Qt would hold the keys that came meanwhile back until another event of X.
        QApplication.eventDispatcher().wakeUp()
        # Everything loaded by now stays to the end: the garbage collector can ignore it.
        gc.freeze()
        gc.enable()

    def raise_fault(self) -> None:
        """Raise what went wrong, if anything did."""
        if self._fault is not None:
            raise self._fault


def _application() -> QApplication:
    # Ctrl+C in the terminal ends the program as a kill does: nothing that was done is lost.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    QGuiApplication.setDesktopFileName("matside")
    before = qInstallMessageHandler(None)
    qInstallMessageHandler(partial(hear_qt, before))
    application = QApplication(["matside"])
    qInstallMessageHandler(before)
    application.setApplicationName("matside")
    application.setApplicationDisplayName("Matside")
    return application


QtHears = Callable[[QtMsgType, QMessageLogContext, str], None]


def hear_qt(
    before: QtHears | None, kind: QtMsgType, context: QMessageLogContext, text: str
) -> None:
    """Pass Qt's messages while it connects on to `before`, and exit where Qt would abort.

    Qt blames xcb-cursor for every failure to connect to X; that is left out if it is installed.
    """
    if kind is QtMsgType.QtFatalMsg:
        print("Matside cannot open its window: Qt cannot show one here.", file=sys.stderr)
        os._exit(NO_DISPLAY)
    if "xcb-cursor" in text and not lacking({XCB_CURSOR: ""}):
        return
    if before is not None:
        before(kind, context, text)
    else:
        print(text, file=sys.stderr)


def _leave_to_other(instance: Instance, data: DataFolder) -> int:
    """Bring the window that has the data folder to the front; return the exit code."""
    token = os.environ.pop("XDG_ACTIVATION_TOKEN", "")
    if instance.ask_to_raise(token, patience=OPENING):
        print("Matside is running already; its window has been asked to come forward.")
        return 0
    process = "" if instance.process is None else f" {instance.process}"
    silent = f"another Matside has {data.root} open, but its window does not answer"
    print_lines((f"{silent}; end its process{process}, and start again",), sys.stderr)
    return FAILED


def _leave(code: int) -> NoReturn:
    """End the process at once, for everything that must be closed has been.

    Destroying the window has crashed: after its display had vanished, and while a thread had
    something to tell it.
    """
    with suppress(OSError):  # nobody reads it any more
        sys.stdout.flush()
    os._exit(code)


def _know_trees(data: DataFolder) -> None:
    """Keep what was read for the next start, with the settings as they are then."""
    settings_file.load(data.settings)
    known_trees.save()


def _show(shell: Shell, request: WindowRequest, settings: Settings) -> None:
    chosen = screen_named(settings.screen)
    screen = (chosen or shell.screen()).availableSize()
    remembered = WindowSize(settings.window_width, settings.window_height)
    shell.resize(QSize(*first_on(WindowSize(screen.width(), screen.height()), remembered)))
    if chosen is not None:
        shell.put_on(chosen)
    shell.keep_on_top(on=settings.always_on_top)
    if settings.maximised:
        shell.setWindowState(shell.windowState() | Qt.WindowState.WindowMaximized)
    if request.fullscreen or settings.fullscreen:
        shell.setWindowState(shell.windowState() | Qt.WindowState.WindowFullScreen)
    shell.show()
