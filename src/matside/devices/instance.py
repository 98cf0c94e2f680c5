"""Knows whether another window of Matside has the data folder, and how to raise that one."""

import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QByteArray,
    QCryptographicHash,
    QDeadlineTimer,
    QObject,
    QThread,
    Signal,
)

from matside.devices.folder_lock import FolderLock, Holder

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

LOCK = "lock"
"""The name of the lock in the data folder."""

WAIT = 1_500
"""The longest wait for the other window in ms, at each step of the talk with it."""

OPENING = 5_000
"""How long another window may take from its lock to its socket, in ms."""

MAKING = 100
"""How long is waited before something is tried once more, in ms."""

LONGEST_TOKEN = 1024
"""The most bytes that are read of what a second start sends."""

_ANSWER = b"raised\n"


class Instance(QObject):
    """The one window of a data folder: a lock in it, and a socket by which it is raised.

    The system lets go of the lock when the process dies, however it dies.
    """

    raised = Signal(str)
    """A second start asks for the window; the text is its activation token, or empty.

    On Wayland the token is what allows a window to come forward: put it in the environment
    as XDG_ACTIVATION_TOKEN just before the window is activated.
    """

    def __init__(self, data: Path, runtime: Path, parent: QObject | None = None) -> None:
        """Know the folders; `data` exists, the socket will lie in `runtime`."""
        super().__init__(parent)
        self._lock = FolderLock(data / LOCK)
        self._name = _socket_name(data, runtime)
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Return whether the data folder is this window's now.

        Where the folder takes no lock only a window that answers has it, for then no history is
        written there. So it is with a lock that is just made: somebody may have deleted that of
        a window.
        """
        holder = self._lock.take()
        if holder is Holder.OTHERS:
            # The doctor looks whether there is a window by locking the file for an instant.
            QThread.msleep(MAKING)
            holder = self._lock.take()
        if holder is Holder.US and not self._lock.is_new:
            return True
        if holder is Holder.OTHERS or self.ask_to_raise():
            self._lock.release()
            return False
        return True

    def keeps_folder(self) -> bool:
        """Return whether no other window has what lies at the folder's path by now.

        A folder that is another one, or has another lock, is taken at once where it is free.
        """
        return self._lock.take() is not Holder.OTHERS

    @property
    def process(self) -> int | None:
        """The number of the process that has the folder, None where it cannot be told."""
        return self._lock.holder_process()

    def listen(self) -> bool:
        """Take up second starts from now on; return whether that is possible."""
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._welcome)
        self._server = server
        QLocalServer.removeServer(self._name)
        return server.listen(self._name)

    def ask_to_raise(self, token: str = "", *, patience: int = 0) -> bool:
        """Ask the window that has the folder to come forward; return whether it answered.

        `token` is this start's activation token. One that does not listen, as one that is just
        opening, is asked again for `patience` ms; the talk takes three times WAIT at most.
        """
        deadline = QDeadlineTimer(patience)
        while (answered := self._ask(token)) is None and not deadline.hasExpired():
            QThread.msleep(MAKING)
        return bool(answered)

    def _ask(self, token: str) -> bool | None:
        """Ask once; return whether there was an answer, None where nobody listens."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(WAIT):
            return None
        socket.write(token.encode(errors="replace")[: LONGEST_TOKEN - 1] + b"\n")
        if socket.bytesToWrite() and not socket.waitForBytesWritten(WAIT):
            return False
        return socket.waitForReadyRead(WAIT) and bytes(socket.readAll().data()) == _ANSWER

    def close(self) -> None:
        """Give the folder and the socket back."""
        if self._server is not None:
            self._server.close()
        self._lock.release()

    def _welcome(self) -> None:
        assert self._server is not None
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setReadBufferSize(LONGEST_TOKEN)
            socket.readyRead.connect(self._hear)
            socket.disconnected.connect(socket.deleteLater)

    def _hear(self) -> None:
        from PySide6.QtNetwork import QLocalSocket

        socket = self.sender()
        assert isinstance(socket, QLocalSocket)
        if not socket.canReadLine():
            return
        line = bytes(socket.readLine().data())
        socket.write(_ANSWER)
        socket.flush()
        self.raised.emit(line.decode(errors="replace").strip())


def runtime_folder(environ: Mapping[str, str]) -> Path:
    """Return the system's folder for sockets: XDG_RUNTIME_DIR, else that of temporary files."""
    named = environ.get("XDG_RUNTIME_DIR", "")
    if named and os.access(named, os.W_OK | os.X_OK):
        return Path(named)
    return Path(tempfile.gettempdir())


def _socket_name(data: Path, runtime: Path) -> str:
    folder = QByteArray(os.fsencode(data.resolve()))
    digest = QCryptographicHash.hash(folder, QCryptographicHash.Algorithm.Sha256).toHex()
    name = f"matside-{bytes(digest.data()).decode()[:16]}"
    return name if sys.platform == "win32" else str(runtime / name)
