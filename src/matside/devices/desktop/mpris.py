"""Matside as one of the desktop's media players, by the interface MPRIS 2 on the session bus.

Importing this imports Qt's D-Bus module, so it is imported only if media keys are on.
"""

import os
from collections.abc import Callable

from PySide6.QtCore import ClassInfo, Property, QMetaType, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusAbstractAdaptor,
    QDBusArgument,
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
)

from matside.core.ports.media import MediaKey, OnAir, Track

NAME = "org.mpris.MediaPlayer2.matside"
"""The name on the bus; a second window appends its process."""

PATH = "/org/mpris/MediaPlayer2"
INTERFACE = "org.mpris.MediaPlayer2.Player"
PROPERTIES = "org.freedesktop.DBus.Properties"

TRACKS = "/matside/step"
"""The prefix of the object paths of tracks."""

NO_TRACK = "/org/mpris/MediaPlayer2/TrackList/NoTrack"

_CONNECTION = "media keys"
"""The name of the connection in Qt; the shared one stays dead once its bus has died."""

_MICROSECONDS = 1000
"""Microseconds in a millisecond."""


@ClassInfo({"D-Bus Interface": "org.mpris.MediaPlayer2"})
class Application(QDBusAbstractAdaptor):
    """The program as a whole: it can come to the front, but is closed by its window alone.

    Requests are passed on by a callback, because signals of an adaptor go out to the bus.
    """

    def __init__(self, parent: QObject, come_forward: Callable[[], None]) -> None:
        super().__init__(parent)
        self._come_forward = come_forward

    @Slot()
    def Raise(self) -> None:
        """Ask the window to come to the front."""
        self._come_forward()

    @Slot()
    def Quit(self) -> None:
        """Do nothing: a workout does not end by a media key."""

    CanQuit = Property(bool, lambda _: False)
    CanRaise = Property(bool, lambda _: True)
    HasTrackList = Property(bool, lambda _: False)
    Identity = Property(str, lambda _: "Matside")
    DesktopEntry = Property(str, lambda _: "matside")
    SupportedUriSchemes = Property("QStringList", lambda _: [])
    SupportedMimeTypes = Property("QStringList", lambda _: [])


@ClassInfo({"D-Bus Interface": INTERFACE})
class Controls(QDBusAbstractAdaptor):
    """The session as a media player: each step is a track."""

    Seeked = Signal("qlonglong")

    def __init__(
        self, parent: QObject, position: Callable[[], int], press: Callable[[MediaKey], None]
    ) -> None:
        super().__init__(parent)
        self._position = position
        self._press = press
        self.on_air = OnAir()

    def position(self) -> int:
        """Return the elapsed microseconds of the track."""
        track = self.on_air.track
        ms = 0 if track is None else min(self._position(), track.length)
        return ms * _MICROSECONDS

    @Slot()
    def PlayPause(self) -> None:
        """Do what Space means now."""
        self._press(MediaKey.PLAY_PAUSE)

    @Slot()
    def Play(self) -> None:
        """Resume or start."""
        self._press(MediaKey.PLAY)

    @Slot()
    def Pause(self) -> None:
        """Pause."""
        self._press(MediaKey.PAUSE)

    @Slot()
    def Stop(self) -> None:
        """Pause, and ask whether to end."""
        self._press(MediaKey.STOP)

    @Slot()
    def Next(self) -> None:
        """End a counted set or a rest."""
        self._press(MediaKey.NEXT)

    @Slot()
    def Previous(self) -> None:
        """Go back."""
        self._press(MediaKey.PREVIOUS)

    @Slot("qlonglong")
    def Seek(self, by: int) -> None:
        """Do nothing: a workout cannot be fast-forwarded."""

    @Slot(QDBusObjectPath, "qlonglong")
    def SetPosition(self, track: QDBusObjectPath, position: int) -> None:
        """Do nothing, likewise."""

    @Slot(str)
    def OpenUri(self, uri: str) -> None:
        """Do nothing: no kinds of files are supported."""

    PlaybackStatus = Property(str, lambda self: self.on_air.playback.value)
    Metadata = Property("QVariantMap", lambda self: metadata(self.on_air.track))
    Position = Property("qlonglong", position)
    CanGoNext = Property(bool, lambda self: self.on_air.can_go_next)
    CanGoPrevious = Property(bool, lambda self: self.on_air.track is not None)
    CanPlay = Property(bool, lambda _: True)
    CanPause = Property(bool, lambda _: True)
    CanSeek = Property(bool, lambda _: False)
    CanControl = Property(bool, lambda _: True)
    Rate = Property(float, lambda _: 1.0)
    MinimumRate = Property(float, lambda _: 1.0)
    MaximumRate = Property(float, lambda _: 1.0)
    Volume = Property(float, lambda _: 1.0)


class Mpris(QObject):
    """The two interfaces on a bus connection of their own, until they are withdrawn.

    There may be only one at a time.
    """

    pressed = Signal(MediaKey)
    raised = Signal()

    def __init__(self, position: Callable[[], int], parent: QObject | None = None) -> None:
        """Connect, but register nothing yet; `position` returns the elapsed ms of the track."""
        super().__init__(parent)
        self._application = Application(self, self.raised.emit)
        self._controls = Controls(self, position, self.pressed.emit)
        session = QDBusConnection.BusType.SessionBus
        self._bus = QDBusConnection.connectToBus(session, _CONNECTION)
        self._name = ""

    def register(self) -> bool:
        """Register a name on the bus; return whether one was free."""
        adaptors = QDBusConnection.RegisterOption.ExportAdaptors
        if not self._bus.registerObject(PATH, self, adaptors):
            return False
        names = (NAME, f"{NAME}.instance{os.getpid()}")
        self._name = next((name for name in names if self._bus.registerService(name)), "")
        return bool(self._name)

    def withdraw(self) -> None:
        """Unregister the name, if any, and close the connection for good."""
        self._bus.unregisterService(self._name)
        self._bus.unregisterObject(PATH)
        QDBusConnection.disconnectFromBus(_CONNECTION)

    def tell(self, on_air: OnAir) -> None:
        """Set `on_air`, and send its changes to the bus."""
        before, now = _told(self._controls.on_air), _told(on_air)
        self._controls.on_air = on_air
        if changed := {name: value for name, value in now.items() if before[name] != value}:
            if "Metadata" in changed:
                changed["Metadata"] = metadata(on_air.track)
            message = QDBusMessage.createSignal(PATH, PROPERTIES, "PropertiesChanged")
            message.setArguments([INTERFACE, changed, _no_texts()])
            self._bus.send(message)

    def tell_jump(self) -> None:
        """Send the present position in the track to the bus."""
        self._controls.Seeked.emit(self._controls.position())


def metadata(track: Track | None) -> dict[str, object]:
    """Return `track` as MPRIS metadata."""
    if track is None:
        return {"mpris:trackid": QDBusObjectPath(NO_TRACK)}
    return {
        "mpris:trackid": QDBusObjectPath(f"{TRACKS}/{track.place}"),
        "mpris:length": track.length * _MICROSECONDS,
        "xesam:title": track.title,
        "xesam:artist": [track.artist],
        "xesam:album": track.album,
    }


def _told(on_air: OnAir) -> dict[str, object]:
    """Return the properties that change, by their names."""
    return {
        "PlaybackStatus": on_air.playback.value,
        "Metadata": on_air.track,
        "CanGoNext": on_air.can_go_next,
        "CanGoPrevious": on_air.track is not None,
    }


def _no_texts() -> QDBusArgument:
    # WORKAROUND: PySide sends an empty list as a list of variants, and clients drop the signal.
    none = QDBusArgument()
    none.beginArray(QMetaType(QMetaType.Type.QString))
    none.endArray()
    return none
