"""The athlete's settings while the program runs: one value, saved at every change."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from matside.core.ports.devices import Ask, ask_at_once
from matside.core.settings import Settings

AGAIN_AFTER = 2_000
"""The delay after which settings that could not be saved are tried again, in ms."""

SETTLED_AFTER = 400
"""The time without a change after which a drag counts as finished, and is saved, in ms."""


class Preferences(QObject):
    """Holds the current settings, and tries until they are saved.

    `changed` is emitted when they have changed. `saved_changed` carries a reason when saving
    begins to fail, and None when they are saved again.
    """

    changed = Signal()
    saved_changed = Signal(object)

    def __init__(
        self,
        settings: Settings,
        save: Callable[[Settings], None],
        *,
        fault: str | None = None,
        again_after: int = AGAIN_AFTER,
        settled_after: int = SETTLED_AFTER,
        ask: Ask = ask_at_once,
    ) -> None:
        """Start with `settings`; `save` stores changed ones, and raises OSError if it cannot.

        `ask` runs it in the disk thread. `fault` is why nothing could be saved so far; saving is
        tried again `again_after` ms later. Gradual changes are saved once nothing has changed
        for `settled_after` ms.
        """
        super().__init__()
        self._settings = settings
        self._save = save
        self._ask = ask
        self._saving: Settings | None = None
        self._fault = fault
        self._again = QTimer(self, interval=again_after, singleShot=True)
        self._again.timeout.connect(self._try_to_save)
        self._settled = QTimer(self, interval=settled_after, singleShot=True)
        self._settled.timeout.connect(self._try_to_save)
        if fault is not None:
            self._again.start()

    @property
    def settings(self) -> Settings:
        """The current settings."""
        return self._settings

    @property
    def fault(self) -> str | None:
        """Why the settings are not saved, None if they are."""
        return self._fault

    def change(self, settings: Settings) -> None:
        """Apply `settings`, and save them."""
        if settings == self._settings:
            return
        self._settings = settings
        self._try_to_save()
        self.changed.emit()

    def change_by_and_by(self, settings: Settings) -> None:
        """Apply `settings`, as one of a series of changes of which the last is saved."""
        if settings == self._settings:
            return
        self._settings = settings
        self._settled.start()
        self.changed.emit()

    def settle(self) -> None:
        """Save at once what was scheduled to be saved."""
        if self._settled.isActive():
            self._try_to_save()

    def _try_to_save(self) -> None:
        """Save the current settings; changes made meanwhile are saved afterwards."""
        self._settled.stop()
        if self._saving is None:
            self._saving = self._settings
            self._ask(partial(self._save, self._settings), self._hear)

    def _hear(self, fault: Exception | None) -> None:
        saved, self._saving = self._saving, None
        before = self._fault
        self._fault = None if fault is None else _reason(fault)
        if fault is not None:
            self._again.start()
        elif saved == self._settings:
            self._again.stop()
        elif not self._settled.isActive():
            self._try_to_save()
        if self._fault != before:
            self.saved_changed.emit(self._fault)


def _reason(fault: Exception) -> str:
    return (fault.strerror if isinstance(fault, OSError) else None) or str(fault)
