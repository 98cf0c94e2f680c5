"""The process that makes the sounds of the window: `python -m matside.devices.sound.process`.

Qt's sound stays mute for the rest of a process once its server has gone, says all the same that
it plays, and may even abort. So it has a process of its own that lives no longer than its
connection: it ends when the server hangs up or when another device is to play, and the window
starts the next. It also ends as soon as its standard input does, so it never outlives the window.

Qt 6.11 has one more fault. A sound that ends while another plays is destroyed by the last thread
that holds it. If that is the audio thread, the event loop spins from then on, and nothing is
heard any more. `LateEnds` lets the audio thread be first, and `end_when_mute` ends the process
where it was not.
"""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
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
from matside.override import override

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QSoundEffect

LATE = 100_000_000
"""What would be heard more than so many ns after it was asked for is not played."""

CALM = 200
"""How long the devices must have been the same before a change of theirs is answered, in ms."""

LETTING_GO = 5
"""How long the audio thread is given to let go of a sound that has ended, in ms."""

SPINNING = "QSocketNotifier:"
"""How Qt's complaint begins when a sound has been destroyed by the audio thread."""

Tell = Callable[[Message], None]


class Wishes(QObject):
    """What the window asks for, as it arrives on standard input."""

    came = Signal(object)

    def read(self) -> None:
        """Tell each message as it comes; end the process with the last, whatever it is doing."""
        for line in sys.stdin.buffer:
            if (wish := decode(line)) is not None:
                self.came.emit(wish)
        os._exit(0)


class Deck(QObject):
    """Plays WAV files by their paths, those that are loaded at once."""

    def __init__(self, tell: Tell, instant: Callable[[], int]) -> None:
        """Answer by `tell`; `instant` is the clock of the wishes, in ns."""
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
        """Tell the end of what `effect` plays, if it does."""
        for clip in [clip for clip, played in self._playing.items() if played is effect]:
            del self._playing[clip]
            self._tell(Ended(clip))
            if effect not in self._loaded.values():
                effect.deleteLater()


class Device(QObject):
    """The device that is to play, and the connection to the server that has it."""

    def __init__(self) -> None:
        """Look for both; a server that never answers holds this up for 30 s.

        Raises ImportError where the system lacks what Qt's sound is made with.
        """
        super().__init__()
        before = open_sockets()
        from PySide6.QtMultimedia import QMediaDevices

        self._devices = QMediaDevices(self)
        self._outputs = _outputs()
        self._sockets = open_sockets() - before
        # One change of the devices is told several times.
        self._calm = QTimer(self, singleShot=True, interval=CALM)
        self._calm.timeout.connect(self._end_if_changed)
        self._devices.audioOutputsChanged.connect(self._calm.start)

    @property
    def is_there(self) -> bool:
        """Whether anything can be heard."""
        return bool(self._outputs.default)

    @property
    def may_come(self) -> bool:
        """Whether a device that is plugged in would be noticed here."""
        return bool(self._sockets) or not has_servers()

    def end_with_server(self) -> None:
        """Have the process end as soon as the server hangs up, if there is one."""
        if self._sockets:
            line = ServerConnection(self._sockets)
            Thread(target=_end_after, args=(line,), name="server", daemon=True).start()

    def _end_if_changed(self) -> None:
        """End the process unless the change was that of a device that does not play.

        Where all is as before a device was away for a moment, and what played on it is mute.
        """
        before, self._outputs = self._outputs, _outputs()
        if self._outputs.default != before.default or self._outputs.known == before.known:
            os._exit(0)


class LateEnds(QObject):
    """Takes note of the end of a sound only when the audio thread has let go of it.

    The audio thread tells of an end by a notifier, a microsecond before it lets go; on a busy
    machine this thread may be there first. Wishes come as other events, and are not held up.
    """

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.SockAct, QEvent.Type.WinEventAct):
            QThread.msleep(LETTING_GO)
        return False


@dataclass(frozen=True, slots=True)
class Outputs:
    """The devices that are plugged in by their ids; `default` plays, and is empty without one."""

    default: bytes
    known: frozenset[bytes]


def main() -> None:
    """Play what standard input asks for, as long as it and the sound server last."""
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
    # Python would wait for the thread that reads, in vain, and abort.
    os._exit(0)


def end_when_mute(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """End the process where Qt complains that it spins; hand on whatever else Qt says."""
    if text.startswith(SPINNING):
        os._exit(1)
    sys.stderr.write(f"{text}\n")


def _find_device(tell: Tell) -> Device | None:
    """Tell whether anything will be heard; return what knows it, None without the library."""
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
    """Return what Qt is told for a `volume` as it is felt."""
    from PySide6.QtMultimedia import QAudio

    scale = QAudio.VolumeScale
    return QAudio.convertVolume(volume, scale.LogarithmicVolumeScale, scale.LinearVolumeScale)


def _end_after(line: ServerConnection) -> None:
    line.wait_for_end()
    os._exit(0)


def _take_standard_output() -> BinaryIO:
    """Return standard output for the answers; what libraries print goes to standard error."""
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
