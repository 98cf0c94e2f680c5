"""What history holds for the start of the window."""

from functools import partial

from matside.app.disk import AT_START, Disk
from matside.core.ports.history import HistoryError
from matside.core.session.record import OpenSession
from matside.files.history.store import SqliteHistory
from matside.frozen import frozen
from matside.ui.window.notices import unanswering_disk


@frozen
class Beginning:
    """What the history holds for the start of the window.

    `offered` is the session that was left open, `unread` why history could not be read, and
    `trained` whether there are sessions at all, None if that was not looked up.
    """

    offered: OpenSession | None = None
    unread: str | None = None
    trained: bool | None = None


def begin_with(history: SqliteHistory, *, looks_for_all: bool) -> Beginning:
    """Return what `history` holds for the start; `trained` only with `looks_for_all`.

    A damaged history is no failure: it has been set aside, and the next one is empty.
    """
    try:
        offered = history.unfinished()
    except HistoryError as error:
        if not history.set_aside:
            return Beginning(unread=str(error))
        offered = None
    if not looks_for_all:
        return Beginning(offered)
    try:
        return Beginning(offered, trained=bool(history.sessions()))
    except HistoryError:
        return Beginning(offered)


def beginning_of(disk: Disk, history: SqliteHistory, *, looks_for_all: bool) -> Beginning:
    """Return what `history` has for the start; nothing of it is read if the disk is too slow."""
    found: list[Beginning | Exception] = []
    disk.ask(partial(begin_with, history, looks_for_all=looks_for_all), found.append)
    disk.finish(AT_START)
    match found:
        case [Beginning() as beginning]:
            return beginning
        case [Exception() as error]:
            return Beginning(unread=str(error))
        case _:
            return Beginning(unread=unanswering_disk())
