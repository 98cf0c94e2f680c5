"""What the window reaches beside the screen: chimes, voice and the awake lock."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from matside.core.ports.devices import NOBODY, Chime, Chimes, VoiceState

if TYPE_CHECKING:
    from matside.ui.session.listeners import AwakeListener
    from matside.ui.session.speaker import Speaker


class Outputs(QObject):
    """The outputs of the window, which are there once they are connected; until then it is quiet.

    They are loaded after the first page is seen. `voice_changed` tells that somebody else speaks.
    """

    voice_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chimes: Chimes | None = None
        self._awake: AwakeListener | None = None
        self._speaker: Speaker | None = None

    def connect_to(self, chimes: Chimes, awake: "AwakeListener", speaker: "Speaker") -> None:
        """Reach `chimes`, `awake` and `speaker` from now on."""
        self._chimes, self._awake, self._speaker = chimes, awake, speaker
        speaker.voice_changed.connect(self.voice_changed)

    @property
    def voice(self) -> VoiceState:
        """Whose voice is heard, and why not all is said."""
        return NOBODY if self._speaker is None else self._speaker.voice

    @property
    def keeps_screen_awake(self) -> bool:
        """Whether the screen is kept awake now."""
        return self._awake is not None and self._awake.held

    def play(self, chime: Chime) -> None:
        """Sound `chime` at once."""
        if self._chimes is not None:
            self._chimes.play(chime)

    def say_again(self) -> None:
        """Say again what the athlete is to know now."""
        if self._speaker is not None:
            self._speaker.say_again()

    def say_sample(self) -> None:
        """Let the voice be heard."""
        if self._speaker is not None:
            self._speaker.say_sample()

    def let_in(self, chime: Chime, play: Callable[[], None]) -> None:
        """Have `play` sound `chime` as soon as nothing is being said."""
        if self._speaker is not None:
            self._speaker.let_in(chime, play)
