"""Builds what leads through a session, and the window with all its pages around it."""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from matside.app.disk import AT_END, Disk
from matside.app.furnishing.basis import Basis
from matside.app.furnishing.beginning import beginning_of
from matside.app.furnishing.remembering import Memory
from matside.core.history.recorder import Recorder
from matside.core.session.clock import Clock
from matside.devices.desktop.instance import Instance
from matside.files.folders import DataFolder
from matside.files.history.archive import SqliteArchive
from matside.files.history.store import SqliteHistory
from matside.ui.session.player import Player
from matside.ui.session.preferences import Preferences
from matside.ui.session.session_saver import SessionSaver
from matside.ui.window.frame.shell import Shell
from matside.ui.window.main_window import MainWindow
from matside.ui.window.making.page_makers import FirstPage
from matside.ui.window.notices import Notice

if TYPE_CHECKING:
    from matside.app.furnishing.keeping import FolderKeeping


def build_window(
    basis: Basis, instance: Instance, shell: Shell, first: FirstPage | None
) -> MainWindow:
    """Return the content of `shell`, with all that it does; `first` is the page that is seen.

    History is written as long as `instance` keeps the data folder.
    """
    services, preferences, disk = basis.services, basis.preferences, basis.disk
    history = SqliteHistory(basis.data.history, instance.keeps_folder)
    begun = beginning_of(disk, history, looks_for_all=basis.may_be_first_start())
    clock = Clock(_ticks(), basis.request.speed)
    player = Player(clock, services.wall, Recorder(history, begun.unread, disk.ask))
    services.player, services.archive = player, SqliteArchive(history)
    services.make_keeping = partial(_keeping, basis.data, history)
    Memory(player, services.known_past, history, disk)
    if begun.trained:
        preferences.change(replace(preferences.settings, welcomed=True))
    welcomes = begun.offered is None and begun.trained is False
    window = MainWindow(
        basis.theme(), services, shell, begun.offered, welcomes=welcomes, first=first
    )
    _follow_theme(window, basis)
    _follow_starts(window, instance)
    window.warn(Notice.NOT_SAVED, preferences.fault)
    window.warn(Notice.NOT_RECORDED, begun.unread)

    def warn_of_damage() -> None:
        kept = history.set_aside
        window.warn(Notice.HISTORY_SET_ASIDE, None if kept is None else kept.name)
        window.warn(Notice.SESSION_LOST, history.lost)

    if begun.unread is not None:
        from matside.ui.summary.late_offer import LateOffer

        late = LateOffer(history.unfinished, ask=disk.ask, parent=window)
        late.settled.connect(window.offer)
        late.settled.connect(warn_of_damage)

    warn_of_damage()
    player.recording.failing_changed.connect(warn_of_damage)
    services.known_past.asked.connect(warn_of_damage)  # all may have been deleted
    ends = basis.application.aboutToQuit
    ends.connect(services.stop_tasks)
    ends.connect(lambda: _end(preferences, player.recording, disk, history))
    basis.application.commitDataRequest.connect(lambda _: window.close_at_once())
    return window


def _keeping(data: DataFolder, history: SqliteHistory) -> "FolderKeeping":
    """Return what does things with all that is kept, which few ever ask for."""
    from matside.app.furnishing.keeping import FolderKeeping

    return FolderKeeping(data, history)


def _follow_theme(window: MainWindow, basis: Basis) -> None:
    def follow() -> None:
        window.set_theme(basis.theme())

    basis.preferences.changed.connect(follow)
    basis.application.styleHints().colorSchemeChanged.connect(lambda _: follow())


def _follow_starts(window: MainWindow, instance: Instance) -> None:
    """Bring `window` forward when Matside is started again."""

    def come_forward(token: str) -> None:
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token
        window.come_forward()

    instance.raised.connect(come_forward)


def _end(
    preferences: Preferences, recording: SessionSaver, disk: Disk, history: SqliteHistory
) -> None:
    """Write everything and close `history`, if the disk still answers."""
    preferences.settle()
    if recording.recorder.is_behind:
        recording.recorder.retry()
    if disk.finish(AT_END):
        disk.ask(history.close, lambda _: None)
        disk.finish(AT_END)


def _ticks() -> Callable[[], int]:
    """Return a clock in nanoseconds that goes on while the machine sleeps.

    Windows' monotonic clock may stop during sleep; there a session simply goes on afterwards.
    """
    if sys.platform == "darwin":
        return lambda: time.clock_gettime_ns(time.CLOCK_MONOTONIC)
    if hasattr(time, "CLOCK_BOOTTIME"):
        return lambda: time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    return time.monotonic_ns
