"""Knows whether another window of Matside has the data folder, and how to raise that one."""

import os
import stat
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QByteArray,
    QCryptographicHash,
    QDeadlineTimer,
    QLockFile,
    QObject,
    QThread,
    Signal,
)

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

LOCK = "lock"
"""The name of the lock in the data folder."""

WAIT = 1_500
"""The longest wait for the other window in ms, at each step of the talk with it."""

OPENING = 5_000
"""How long another window may take from its lock to its socket, in ms."""

MAKING = 100
"""How long another start may take to lock the file that it has made, in ms."""

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
        self._place = data / LOCK
        self._lock = QLockFile(str(self._place))
        self._lock.setStaleLockTime(0)
        self._name = _socket_name(data, runtime)
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Return whether the data folder is this window's now.

        It is so too where the folder takes no lock at all, for no history is written there.
        Where a folder or a pipe lies in the lock's place, or a lock on a disk that can only be
        read by now, only a window that answers has it.
        """
        if self._is_barred():
            return not self.ask_to_raise()
        if self._try_lock() or (self._take_over() and self._try_lock()):
            return True
        return not os.access(self._place, os.W_OK) and not self.ask_to_raise()

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
        self._lock.unlock()

    def _is_barred(self) -> bool:
        """Return whether something lies in the lock's place that nobody can lock.

        Qt would take it for the lock of another window, or wait for ever to read it.
        """
        try:
            return not stat.S_ISREG(self._place.lstat().st_mode)
        except OSError:
            return False

    def _try_lock(self) -> bool:
        # A start at the same moment may have made its lock file and not yet locked it.
        if self._lock.tryLock(MAKING):
            return True
        return self._lock.error() is not QLockFile.LockError.LockFailedError

    def _take_over(self) -> bool:
        """Return whether the lock was left behind, and remove it.

        Qt takes a lock for held when another program has its process id, or when the machine
        has another name by now. The kernel's lock on the file, which is tried here, knows.
        """
        return self._lock.removeStaleLockFile()

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
