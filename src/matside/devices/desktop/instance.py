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

from matside.devices.desktop.folder_lock import FolderLock, Holder

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

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

_IS_LINUX = sys.platform.startswith("linux")


class Instance(QObject):
    """The one window of a data folder: a lock in it, and a socket by which it is raised.

    The system lets go of the lock when the process dies, however it dies. On Linux so it is with
    the socket, which has a name and no file; others could take that name, and are told apart.
    """

    raised = Signal(str)
    """A second start asks for the window; the text is its activation token, or empty.

    On Wayland the token is what allows a window to come forward: put it in the environment
    as XDG_ACTIVATION_TOKEN just before the window is activated.
    """

    def __init__(self, data: Path, runtime: Path, parent: QObject | None = None) -> None:
        """Know the folders; `data` exists, a socket that needs a file will lie in `runtime`."""
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
            self._lock.release(unused=True)
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
        option = QLocalServer.SocketOption
        if _IS_LINUX:
            server.setSocketOptions(option.AbstractNamespaceOption)
        else:
            server.setSocketOptions(option.UserAccessOption)
            QLocalServer.removeServer(self._name)
        server.newConnection.connect(self._welcome)
        self._server = server
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
        if _IS_LINUX:
            socket.setSocketOptions(QLocalSocket.SocketOption.AbstractNamespaceOption)
        socket.connectToServer(self._name)
        if not socket.waitForConnected(WAIT) or not _is_of_same_user(socket):
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
            if not _is_of_same_user(socket):
                socket.abort()

    def _hear(self) -> None:
        from PySide6.QtNetwork import QLocalSocket

        socket = self.sender()
        assert isinstance(socket, QLocalSocket)
        if not socket.canReadLine():
            return
        line = bytes(socket.readLine().data())
        socket.write(_ANSWER)
        socket.flush()
        token = line.decode(errors="replace").strip()
        # An environment takes no NUL, and no compositor gives such a token.
        self.raised.emit(token if token.isprintable() else "")


def runtime_folder(environ: Mapping[str, str]) -> Path:
    """Return the folder for sockets: XDG_RUNTIME_DIR if it is ours, else that for temporary files.

    Only where sockets are files anything is put there.
    """
    named = environ.get("XDG_RUNTIME_DIR", "")
    if named and os.access(named, os.W_OK | os.X_OK) and _is_owned(Path(named)):
        return Path(named)
    return Path(tempfile.gettempdir())


def _socket_name(data: Path, runtime: Path) -> str:
    """Return what the socket of `data` is called, its path where it is a file."""
    folder = QByteArray(os.fsencode(data.resolve()))
    digest = QCryptographicHash.hash(folder, QCryptographicHash.Algorithm.Sha256).toHex()
    name = f"matside-{bytes(digest.data()).decode()[:16]}"
    return name if _IS_LINUX or sys.platform == "win32" else str(runtime / name)


def _is_of_same_user(socket: "QLocalSocket") -> bool:
    """Return whether who is at the other end of `socket` is the user who runs this process."""
    if sys.platform == "win32":  # the system keeps others out
        return True
    if not _IS_LINUX:
        return _is_owned(Path(socket.fullServerName())) if socket.fullServerName() else True
    import socket as sockets
    import struct

    with sockets.socket(fileno=os.dup(int(socket.socketDescriptor()))) as other:
        credentials = other.getsockopt(sockets.SOL_SOCKET, sockets.SO_PEERCRED, 12)
    _, user, _ = struct.unpack("3i", credentials)
    return bool(user == os.geteuid())


def _is_owned(path: Path) -> bool:
    """Return whether `path` belongs to the user who runs this process."""
    return sys.platform == "win32" or path.stat().st_uid == os.geteuid()
