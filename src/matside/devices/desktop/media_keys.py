"""Takes the desktop's media keys, as a media player on the session bus."""

import logging
import os
from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from matside.core.ports.media import OnAir
from matside.devices.desktop.message_bus import bus_answers

if TYPE_CHECKING:
    from matside.devices.desktop.mpris import Mpris

_logger = logging.getLogger(__name__)


class MediaFault(Enum):
    """Why no media keys are taken: Qt's D-Bus module is missing, or no bus answers."""

    NO_LIBRARY = "no library"
    NO_BUS = "no message bus"


class MprisMediaKeys(QObject):
    """Takes the media keys by MPRIS 2, from `listen` to `let_go`.

    A bus that never answers would block Qt, and Python with it, for ever, so a thread tries it
    first. `asked` carries the act that a key means.
    """

    asked = Signal(object)
    raised = Signal()
    checked = Signal()
    """Emitted when it is known whether the keys can be taken; see `fault`."""

    _looked = Signal(object)

    def __init__(self, position: Callable[[], int]) -> None:
        """Take no keys yet; `position` returns the elapsed ms of the track."""
        super().__init__()
        self._position = position
        self._wanted = False
        self._fault: MediaFault | None = None
        self._on_air = OnAir()
        self._mpris: Mpris | None = None
        self._looked.connect(self._settle)

    @property
    def fault(self) -> MediaFault | None:
        """Why no keys are taken; None if they are, are not wanted, or it is not known yet."""
        return self._fault

    def listen(self) -> None:
        """Take the keys as soon as the bus has answered."""
        if not self._wanted:
            self._wanted = True
            Thread(target=self._look, name="media keys", daemon=True).start()

    def let_go(self) -> None:
        """Give up the keys, and forget the fault."""
        self._wanted = False
        if self._mpris is not None:
            _withdraw(self._mpris)
            self._mpris = None
        self._say(None)

    def tell(self, on_air: OnAir) -> None:
        """Tell the desktop of `on_air`, now or as soon as the bus is ready."""
        self._on_air = on_air
        if self._mpris is not None:
            self._mpris.tell(on_air)

    def tell_jump(self) -> None:
        """Tell the desktop the position in the track."""
        if self._mpris is not None:
            self._mpris.tell_jump()

    def _look(self) -> None:
        answers = bus_answers(os.environ)
        # The window may have been closed in the meantime, and this object with it.
        with suppress(RuntimeError):
            self._looked.emit(None if answers else MediaFault.NO_BUS)

    def _settle(self, fault: MediaFault | None) -> None:
        if self._wanted and self._mpris is None:
            self._say(fault or self._register())

    def _register(self) -> MediaFault | None:
        try:
            from matside.devices.desktop.mpris import Mpris
        except ImportError:
            _logger.warning("Qt's part for the message bus cannot be loaded", exc_info=True)
            return MediaFault.NO_LIBRARY
        mpris = Mpris(self._position, self)
        mpris.pressed.connect(lambda key: self.asked.emit(key.value))
        mpris.raised.connect(self.raised)
        mpris.tell(self._on_air)
        if not mpris.register():
            _withdraw(mpris)
            return MediaFault.NO_BUS
        self._mpris = mpris
        return None

    def _say(self, fault: MediaFault | None) -> None:
        if fault is not None:
            _logger.warning("No media key is taken: %s", fault.value)
        self._fault = fault
        self.checked.emit()


def _withdraw(mpris: "Mpris") -> None:
    """Remove `mpris` from the bus, and delete it once the event loop runs again."""
    mpris.withdraw()
    mpris.deleteLater()
