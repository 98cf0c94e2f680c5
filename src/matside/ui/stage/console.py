"""What keys and clicks do while the stage is shown."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from matside.core.keymap import Act
from matside.core.session.moves import ADJUSTMENT
from matside.core.session.values import Command, Paused
from matside.ui.session.player import Player

_COMMANDS = {
    Act.BACK: Command.BACK,
    Act.SKIP: Command.SKIP,
    Act.NEXT: Command.NEXT,
    Act.PAUSE: Command.PAUSE,
    Act.RESUME: Command.RESUME,
}
_ADJUSTMENTS = {Act.MORE: ADJUSTMENT, Act.LESS: -ADJUSTMENT}


class Console(QObject):
    """Passes what the athlete asks for on the stage to the session.

    Esc pauses and asks whether to end. While the question is shown, E ends the workout, and a
    press or Esc returns to the paused session. `asking_changed` carries whether it is shown.
    """

    asking_changed = Signal(bool)

    def __init__(self, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._asking = False

    @property
    def asking(self) -> bool:
        """Whether the question is shown."""
        return self._asking

    def do(self, act: Act) -> None:
        """Do `act`; ignore acts that do not belong to the stage."""
        if self._asking:
            self._answer(act)
        elif act in _ADJUSTMENTS:
            self._player.command(Command.ADJUST, by=_ADJUSTMENTS[act])
        elif act in _COMMANDS:
            self._player.command(_COMMANDS[act])
        elif (deed := self._deeds().get(act)) is not None:
            deed()

    def pause(self) -> None:
        """Pause a running session; otherwise do nothing."""
        if self._player.in_session:
            self._player.command(Command.PAUSE)

    def ask(self) -> None:
        """Pause, and ask whether to end the workout."""
        self.pause()
        self._show_question(asking=self._player.in_session)

    def follow(self) -> None:
        """Withdraw the question if the session is no longer paused."""
        if self._asking and not isinstance(self._player.phase, Paused):
            self._show_question(asking=False)

    def _deeds(self) -> dict[Act, Callable[[], None]]:
        return {
            Act.PRESS: self._player.press,
            Act.PAUSE_OR_RESUME: self._pause_or_resume,
            Act.ESCAPE: self.ask,
            Act.ASK: self.ask,
        }

    def _answer(self, act: Act) -> None:
        if act is Act.END:
            self._show_question(asking=False)
            self._player.note_press()
            self._player.command(Command.STOP)
        elif act is Act.ESCAPE or (act is Act.PRESS and self._player.take_press()):
            self._show_question(asking=False)

    def _pause_or_resume(self) -> None:
        paused = isinstance(self._player.phase, Paused)
        self._player.command(Command.RESUME if paused else Command.PAUSE)

    def _show_question(self, *, asking: bool) -> None:
        self._asking = asking
        self.asking_changed.emit(asking)
