"""The process that plays the window's sounds: `python -m matside.devices.sound.process`.

Once its sound server is gone, Qt stays mute for the rest of the process while it reports success,
and may even abort. So sound has a process of its own, which lives only as long as its connection:
it ends when the server hangs up or another device is to play, and the window starts the next one.
It also ends as soon as its standard input does, so it never outlives the window.

Qt 6.11 has one more fault. A sound that ends while another plays is destroyed by the last thread
that holds it. If that is the audio thread, the event loop spins from then on, and nothing is
heard any more. `LateEnds` lets the audio thread let go first, and `end_when_mute` ends the
process if it did not.
"""

import os
import sys
import time
from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING, BinaryIO

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QObject,
    QThread,
    QTimer,
    QtMsgType,
    QUrl,
    Signal,
    qInstallMessageHandler,
)

from matside.devices.sound.messages import (
    Ended,
    Load,
    Message,
    Play,
    Ready,
    Silent,
    SoundFault,
    Stop,
    Taken,
    decode,
    encode,
)
from matside.devices.sound.server import ServerConnection, has_servers, open_sockets
from matside.frozen import frozen
from matside.override import override

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QSoundEffect

LATE = 100_000_000
"""The maximum lateness of a sound in ns, from its request on; later ones are dropped."""

CALM = 200
"""How long the devices must stay unchanged before a change is handled, in ms."""

LETTING_GO = 5
"""The time that the audio thread gets to let go of a sound that has ended, in ms."""

SPINNING = "QSocketNotifier:"
"""The beginning of Qt's warning when the audio thread has destroyed a sound."""

Tell = Callable[[Message], None]


class Wishes(QObject):
    """The window's requests, read from standard input."""

    came = Signal(object)

    def read(self) -> None:
        """Emit each message as it arrives; at the end of input end the process at once."""
        for line in sys.stdin.buffer:
            if (wish := decode(line)) is not None:
                self.came.emit(wish)
        os._exit(0)


class Deck(QObject):
    """Plays WAV files by their paths; loaded ones start immediately."""

    def __init__(self, tell: Tell, instant: Callable[[], int]) -> None:
        """Answer by `tell`; `instant` is the clock of the requests, in ns."""
        super().__init__()
        self._tell = tell
        self._instant = instant
        self._loaded: dict[str, QSoundEffect] = {}
        self._playing: dict[int, QSoundEffect] = {}

    def take(self, wish: Message) -> None:
        """Do what the window asks for."""
        match wish:
            case Load(path, volume):
                self._load(path, volume)
            case Play():
                self._tell(Taken(wish.clip))
                self._play(wish)
            case Stop(clip) if clip in self._playing:
                self._playing[clip].stop()
            case _:
                pass

    def _load(self, path: str, volume: float) -> None:
        if path not in self._loaded:
            self._loaded[path] = self._effect(path)
        self._loaded[path].setVolume(_linear(volume))

    def _play(self, wish: Play) -> None:
        if self._instant() - wish.asked > LATE:
            self._tell(Ended(wish.clip))
            return
        effect = self._loaded.get(wish.path)
        if effect is None:
            effect = self._effect(wish.path)
            effect.setVolume(_linear(wish.volume))
        self._end(effect)
        effect.play()
        self._playing[wish.clip] = effect
        self._end_if_broken(effect)

    def _effect(self, path: str) -> "QSoundEffect":
        from PySide6.QtMultimedia import QSoundEffect

        effect = QSoundEffect(self)
        effect.playingChanged.connect(lambda: self._end_if_silent(effect))
        effect.statusChanged.connect(lambda: self._end_if_broken(effect))
        effect.setSource(QUrl.fromLocalFile(path))
        return effect

    def _end_if_silent(self, effect: "QSoundEffect") -> None:
        if not effect.isPlaying():
            self._end(effect)

    def _end_if_broken(self, effect: "QSoundEffect") -> None:
        if effect.status() is type(effect).Status.Error:
            self._end(effect)

    def _end(self, effect: "QSoundEffect") -> None:
        """Report the end of the clip that `effect` plays, if any."""
        for clip in [clip for clip, played in self._playing.items() if played is effect]:
            del self._playing[clip]
            self._tell(Ended(clip))
            if effect not in self._loaded.values():
                effect.deleteLater()


class Device(QObject):
    """The default output device, and the connection to its sound server."""

    def __init__(self) -> None:
        """Look for both; a server that never answers blocks this for 30 s.

        Raises ImportError if the system lacks a library that Qt's sound needs.
        """
        super().__init__()
        before = open_sockets()
        from PySide6.QtMultimedia import QMediaDevices

        self._devices = QMediaDevices(self)
        self._outputs = _outputs()
        self._sockets = open_sockets() - before
        # Qt reports one change of the devices several times.
        self._calm = QTimer(self, singleShot=True, interval=CALM)
        self._calm.timeout.connect(self._end_if_changed)
        self._devices.audioOutputsChanged.connect(self._calm.start)

    @property
    def is_there(self) -> bool:
        """Whether anything can be heard."""
        return bool(self._outputs.default)

    @property
    def may_come(self) -> bool:
        """Whether a device that is plugged in later would be noticed."""
        return bool(self._sockets) or not has_servers()

    def end_with_server(self) -> None:
        """Have the process end as soon as the server hangs up, if there is one."""
        if self._sockets:
            line = ServerConnection(self._sockets)
            Thread(target=_end_after, args=(line,), name="server", daemon=True).start()

    def _end_if_changed(self) -> None:
        """End the process unless only some other device has changed.

        If nothing differs, the default device was gone for a moment, and its sounds are mute.
        """
        before, self._outputs = self._outputs, _outputs()
        if self._outputs.default != before.default or self._outputs.known == before.known:
            os._exit(0)


class LateEnds(QObject):
    """Delays the handling of a sound's end until the audio thread has let go of it.

    The audio thread signals an end by a notifier, a microsecond before it lets go; on a busy
    machine this thread may be faster. Requests are other events, and are not delayed.
    """

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.SockAct, QEvent.Type.WinEventAct):
            QThread.msleep(LETTING_GO)
        return False


@frozen
class Outputs:
    """The ids of all devices; `default` is the one that plays, empty if there is none."""

    default: bytes
    known: frozenset[bytes]


def main() -> None:
    """Play what standard input asks for, until it or the connection to the server ends."""
    answers = _take_standard_output()

    def tell(answer: Message) -> None:
        answers.write(encode(answer))

    qInstallMessageHandler(end_when_mute)
    application = QCoreApplication(["matside"])
    late_ends = LateEnds(application)
    application.installEventFilter(late_ends)
    deck, wishes = Deck(tell, time.monotonic_ns), Wishes()
    wishes.came.connect(deck.take)
    Thread(target=wishes.read, name="wishes", daemon=True).start()
    device = _find_device(tell)
    if device is not None and (device.is_there or device.may_come):
        application.exec()
    # A normal exit would wait in vain for the thread that reads, and abort.
    os._exit(0)


def end_when_mute(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """End the process if Qt's message says that its event loop spins; pass on all others."""
    if text.startswith(SPINNING):
        os._exit(1)
    sys.stderr.write(f"{text}\n")


def _find_device(tell: Tell) -> Device | None:
    """Report whether sounds will be heard; return the device, None without Qt's library."""
    try:
        device = Device()
    except ImportError as error:
        tell(Silent(SoundFault.NO_LIBRARY.value, str(error)))
        return None
    device.end_with_server()
    if device.is_there:
        tell(Ready())
    else:
        tell(Silent(SoundFault.NO_DEVICE.value, "no device is plugged in"))
    return device


def _linear(volume: float) -> float:
    """Return the linear volume for Qt that is perceived as `volume`."""
    from PySide6.QtMultimedia import QAudio

    scale = QAudio.VolumeScale
    return QAudio.convertVolume(volume, scale.LogarithmicVolumeScale, scale.LinearVolumeScale)


def _end_after(line: ServerConnection) -> None:
    line.wait_for_end()
    os._exit(0)


def _take_standard_output() -> BinaryIO:
    """Return standard output for the answers, and send what libraries print to standard error."""
    answers = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(answers, "wb", buffering=0)


def _outputs() -> Outputs:
    from PySide6.QtMultimedia import QMediaDevices

    default = QMediaDevices.defaultAudioOutput()
    return Outputs(_id(default), frozenset(map(_id, QMediaDevices.audioOutputs())))


def _id(device: "QAudioDevice") -> bytes:
    return bytes(device.id().data())


if __name__ == "__main__":
    main()
