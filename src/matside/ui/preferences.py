"""The athlete's settings while the program runs: one value, saved at every change."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from matside.core.settings import Settings


class Preferences(QObject):
    """Holds the settings of the moment.

    `changed` tells that they are others now. `saved_changed` tells a reason when they begin
    to be unsaved, None when they are saved again.
    """

    changed = Signal()
    saved_changed = Signal(object)

    def __init__(
        self,
        settings: Settings,
        save: Callable[[Settings], None],
        parent: QObject | None = None,
    ) -> None:
        """Begin with `settings`; `save` stores others and raises OSError where it cannot."""
        super().__init__(parent)
        self._settings = settings
        self._save = save
        self._fault: str | None = None

    @property
    def settings(self) -> Settings:
        """The settings of the moment."""
        return self._settings

    def change(self, settings: Settings) -> None:
        """Let `settings` hold from now on, and save them."""
        if settings == self._settings:
            return
        self._settings = settings
        self._try_to_save()
        self.changed.emit()

    def _try_to_save(self) -> None:
        before = self._fault
        try:
            self._save(self._settings)
            self._fault = None
        except OSError as error:
            self._fault = error.strerror or str(error)
        if self._fault != before:
            self.saved_changed.emit(self._fault)
