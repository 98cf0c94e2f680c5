"""Fills the window in order: the start page at once, and then everything that is not seen."""

import logging
from collections.abc import Sequence
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from matside.app import log
from matside.app.disk import AT_START
from matside.app.furnishing.basis import Basis, lay_basis
from matside.app.loading import load
from matside.app.request import WindowRequest
from matside.core.settings import Settings
from matside.devices.desktop.instance import Instance
from matside.files.folders import DataFolder
from matside.files.history.glance import may_hold_open_session
from matside.files.resources import resources
from matside.files.set_aside import place_aside
from matside.files.settings import written
from matside.files.slices import Steps
from matside.ui.drawing.lettering import load_fonts
from matside.ui.kit.turns import Turn
from matside.ui.window.frame.shell import Shell
from matside.ui.window.making.page_makers import FirstPage, make_first_page
from matside.ui.window.notices import Notice

if TYPE_CHECKING:
    from matside.ui.window.main_window import MainWindow

_OF_THE_SESSION = (
    "matside.core.session.record",
    "matside.core.session.reading",
    "matside.core.history.recorder",
    "matside.files.history.store",
    "matside.ui.session.player",
    "matside.ui.window.main_window",
    "matside.app.furnishing.build",
)
"""What leads through a session, in pieces."""

_OF_THE_OUTPUTS = (
    "matside.core.speech.schedule",
    "matside.devices.voice.recordings",
    "matside.devices.voice.voice",
    "matside.app.furnishing.sounding",
)
"""What is heard and said, in pieces."""

_OF_THE_STAGE = (
    "matside.ui.kit.rows",
    "matside.ui.stage.layout.frame",
    "matside.ui.stage.layout.block.block",
    "matside.ui.stage.layout.layout",
    "matside.ui.stage.screen_reader",
    "matside.ui.stage.stage",
)
"""What the first press shows, in pieces."""

OF_THE_HISTORY = (
    "matside.core.history.archive",
    "matside.ui.history.progress.exercise_panel",
    "matside.ui.history.session_list",
    "matside.ui.history.history_page",
    "matside.ui.window.history_desk",
)
"""What the largest page shows that is opened, in pieces."""

_OF_THE_SETTINGS = (
    "matside.ui.settings.settings_panel",
    "matside.ui.settings.rests_panel",
    "matside.ui.settings.settings_page",
    "matside.ui.window.settings_view",
)
"""What the settings show, in pieces."""


def furnish(
    shell: Shell,
    request: WindowRequest,
    settings: Settings,
    problems: tuple[tuple[str, ...], str | None],
    instance: Instance,
    until_closed: ExitStack,
) -> Steps[None]:
    """Fill `shell` with everything, and do what `request` asks for.

    The start page is shown as soon as it can be, unless another page goes before it; then
    everything that is not seen is loaded and built, before any key counts.
    `problems` are the warnings of the settings, and why the data folder could not be made.
    Cleanup is registered with `until_closed`.
    """
    application = QGuiApplication.instance()
    assert isinstance(application, QApplication)  # made before there was a shell
    load_fonts(resources() / "fonts")
    faults = UncaughtFaults(application)
    until_closed.callback(log.install(DataFolder(request.data).log, faults.found.emit).close)
    warnings, unmade = problems
    # Before anything is saved: the welcome is remembered at once.
    kept = _kept_as(DataFolder(request.data), warnings)
    try:
        basis = yield from lay_basis(application, request, settings, unmade)
        first = yield from _seen_first(shell, basis)
        _set_icon(application)
        yield from load(_OF_THE_SESSION)
        from matside.app.furnishing.build import build_window

        window = build_window(basis, instance, shell, first)
    except Exception:
        logging.getLogger(__name__).exception("The window could not be furnished")
        raise
    faults.found.connect(lambda: window.warn(Notice.WENT_WRONG, str(basis.data.log)))
    window.warn(Notice.SETTINGS_READ_IN_PART, kept)
    if not request.start:
        shell.fill(window)
        yield  # it is painted
        yield  # and on the screen
    yield from _connect_outputs(window, basis)
    if request.start:
        window.begin()
        shell.fill(window)
    yield
    instance.listen()
    yield from load(_OF_THE_STAGE)
    window.load_stage()
    shell.hand_over_keys()
    # Nobody looks at the history before anything was done.
    _load_later((*_OF_THE_SETTINGS, *(OF_THE_HISTORY if settings.welcomed else ())), shell)


def _load_later(modules: Sequence[str], parent: QObject) -> None:
    """Load `modules` one in each turn of the event loop, in which keys count already."""
    steps = load(modules)

    def go_on() -> None:
        for _ in steps:
            return
        turn.stop()

    turn = Turn(parent, go_on)
    turn.start()


def _set_icon(application: QApplication) -> None:
    # Its names of icons are many, and the first page shows none of them.
    from PySide6.QtGui import QIcon

    application.setWindowIcon(QIcon(str(resources() / "icons" / "matside.svg")))


class UncaughtFaults(QObject):
    """Signals uncaught exceptions of any thread to the window's thread."""

    found = Signal()


def _seen_first(shell: Shell, basis: Basis) -> Steps[FirstPage | None]:
    """Show the start page in `shell`, and return it; None if another page goes before it."""
    if basis.request.start or basis.may_be_first_start() or _may_have_offer(basis):
        return None
    first = make_first_page(basis.theme(), basis.services)
    shell.preview(first.page.widget)
    first.page.refresh()
    yield  # it is painted
    yield  # and on the screen
    return first


def _may_have_offer(basis: Basis) -> bool:
    """Return whether a session may have been left open, also if the disk is too slow to tell."""
    found: list[bool | Exception] = []
    basis.disk.ask(partial(may_hold_open_session, basis.data.history), found.append)
    basis.disk.finish(AT_START)
    return found != [False]


def _connect_outputs(window: "MainWindow", basis: Basis) -> Steps[None]:
    yield from load(_OF_THE_OUTPUTS)
    from matside.app.furnishing.sounding import connect_outputs

    connect_outputs(window, basis.services, basis.request, basis.data, basis.application)


def _kept_as(data: DataFolder, warnings: tuple[str, ...]) -> str | None:
    """Log the `warnings` of the settings; return as what their file is kept once one changes.

    Where there are none it is None.
    """
    for warning in warnings:
        logging.getLogger(__name__).warning("%s", warning)
    return place_aside(written(data.settings)).name if warnings else None
