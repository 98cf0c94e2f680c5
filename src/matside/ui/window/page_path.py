"""Which page is shown: it follows from the session, and from what has been opened over it."""

from PySide6.QtCore import QObject, Signal

from matside.core.session.values import Over
from matside.ui.session.player import Player
from matside.ui.window.making.page_context import PageName


class PagePath(QObject):
    """The lowest page, and those that were opened, each over the one before; the last is shown.

    Every opened page is closed to the one that it was opened over. The lowest is the offer to
    resume what was left open, else the welcome, else what the session asks for.
    `changed` is emitted when pages have been opened or closed.
    """

    changed = Signal()

    def __init__(self, player: Player, parent: QObject | None = None, *, welcomes: bool) -> None:
        super().__init__(parent)
        self._player = player
        self._opened: list[PageName] = []
        self._welcomes = welcomes

    @property
    def page(self) -> PageName:
        """The page that is shown."""
        return self._opened[-1] if self._opened else self.lowest

    @property
    def lowest(self) -> PageName:
        """The page below all that were opened."""
        if self._player.offered is not None:
            return PageName.RESUME
        if self._welcomes:
            return PageName.WELCOME
        if self._player.in_session:
            return PageName.STAGE
        return PageName.FINISH if isinstance(self._player.phase, Over) else PageName.START

    @property
    def opened(self) -> tuple[PageName, ...]:
        """The pages that were opened, each over the one before."""
        return tuple(self._opened)

    @property
    def is_covered(self) -> bool:
        """Whether a page has been opened over the lowest one."""
        return bool(self._opened)

    def has_small_form(self, page: PageName) -> bool:
        """Return whether the mini view can show `page`: the stage, or what a press starts."""
        starts = page is PageName.START and self._player.program is not None
        return starts or page is PageName.STAGE

    def open(self, page: PageName) -> None:
        """Open `page` over the one that is shown; if it is open already, go back to it."""
        if page in self._opened:
            del self._opened[self._opened.index(page) :]
        self._opened.append(page)
        self.changed.emit()

    def close(self) -> None:
        """Go back to the page that the opened one was opened over."""
        self._opened.pop()
        self.changed.emit()

    def close_all(self) -> None:
        """Go back to the lowest page."""
        self._opened.clear()
        self.changed.emit()

    def leave_welcome(self) -> None:
        """Show the welcome no more."""
        self._welcomes = False
        self.changed.emit()
