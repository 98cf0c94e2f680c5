"""What happens when keys go to another window while a session runs."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from matside.core.ports.devices import Chime
from matside.ui.window.services import Services


class Elsewhere:
    """Tells the athlete that keys do not reach `content`: on the stage by `show`, and by sound."""

    def __init__(self, content: QWidget, services: Services, show: Callable[[bool], None]) -> None:
        self._content = content
        self._services = services
        self._show = show

    def follow_focus(self) -> None:
        """Say where the keys go now; the sound waits for the end of a sentence."""
        elsewhere = self._is_so()
        self._show(elsewhere)
        if elsewhere:
            self._services.outputs.let_in(Chime.ELSEWHERE, self._sound)

    def _sound(self) -> None:
        if self._is_so() and not self._services.preferences.settings.muted:
            self._services.outputs.play(Chime.ELSEWHERE)

    def _is_so(self) -> bool:
        return self._services.player.in_session and not self._content.isActiveWindow()
