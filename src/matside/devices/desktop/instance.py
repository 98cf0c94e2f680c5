"""Ensures that a data folder has one window, and raises that one at a second start."""

import os
import sys
import tempfile
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from matside.devices.desktop.folder_lock import FolderLock, Holder

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

LOCK = "lock"
"""The name of the lock in the data folder."""

WAIT = 1_500
"""The maximum wait for the other window in ms, at each step of the conversation."""

OPENING = 5_000
"""The maximum time between another window's lock and its socket, in ms."""

MAKING = 100
"""The pause before another try, in ms."""

LONGEST_TOKEN = 1024
"""The maximum number of bytes that are read from a second start."""

_ANSWER = b"raised\n"

_IS_LINUX = sys.platform.startswith("linux")


class Instance(QObject):
    """The one window of a data folder: it holds a lock there, and is raised through a socket.

    The system releases the lock however the process ends. On Linux that is true of the socket
    too, which has a name but no file; another user's socket of that name is recognised.
    """

    raised = Signal(str)
    """A second start asks for the window; the text is its activation token, or empty.

    On Wayland a window needs the token to come to the front: put it in the environment as
    XDG_ACTIVATION_TOKEN just before the window is activated.
    """

    def __init__(self, data: Path, runtime: Path) -> None:
        """Use the existing folder `data`; a socket that needs a file goes into `runtime`."""
        super().__init__()
        self._lock = FolderLock(data / LOCK)
        self._folders = data, runtime
        self._server: QLocalServer | None = None

    @cached_property
    def _name(self) -> str:
        return _socket_name(*self._folders)

    def claim(self) -> bool:
        """Return whether this window has the data folder now.

        If the folder has no locks, or the lock file is new (a window's may have been deleted),
        the folder is taken unless another window answers at the socket.
        """
        holder = self._lock.take()
        if holder is Holder.OTHERS:
            from PySide6.QtCore import QThread

            # The doctor checks for a window by locking the file for a moment.
            QThread.msleep(MAKING)
            holder = self._lock.take()
        if holder is Holder.US and not self._lock.is_new:
            return True
        if holder is Holder.OTHERS or self.ask_to_raise():
            self._lock.release(unused=True)
            return False
        return True

    def keeps_folder(self) -> bool:
        """Return whether no other window has the folder that is at the path by now.

        If the folder or its lock file was replaced, the new one is locked if it is free.
        """
        return self._lock.take() is not Holder.OTHERS

    @property
    def process(self) -> int | None:
        """The id of the process that has the folder, None if it is unknown."""
        return self._lock.holder_process()

    def listen(self) -> bool:
        """Listen for second starts from now on; return whether that is possible."""
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
        """Ask the window that has the folder to come to the front; return whether it answered.

        `token` is this start's activation token. A window that does not listen yet is asked
        again for `patience` ms; the conversation itself takes at most three times WAIT.
        """
        from PySide6.QtCore import QDeadlineTimer, QThread

        deadline = QDeadlineTimer(patience)
        while (answered := self._ask(token)) is None and not deadline.hasExpired():
            QThread.msleep(MAKING)
        return bool(answered)

    def _ask(self, token: str) -> bool | None:
        """Ask once; return whether there was an answer, None if nobody listens."""
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
        """Release the folder and the socket."""
        if self._server is not None:
            self._server.close()
        self._lock.release()

    def _welcome(self) -> None:
        assert self._server is not None  # it is what asks for this
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setReadBufferSize(LONGEST_TOKEN)
            socket.readyRead.connect(self._hear)
            socket.disconnected.connect(socket.deleteLater)
            if not _is_of_same_user(socket):
                socket.abort()

    def _hear(self) -> None:
        from PySide6.QtNetwork import QLocalSocket

        socket = self.sender()
        assert isinstance(socket, QLocalSocket)  # nothing else is connected to this
        if not socket.canReadLine():
            return
        line = bytes(socket.readLine().data())
        socket.write(_ANSWER)
        socket.flush()
        token = line.decode(errors="replace").strip()
        # An environment variable cannot hold a NUL, and no compositor sends one.
        self.raised.emit(token if token.isprintable() else "")


def runtime_folder(environ: Mapping[str, str]) -> Path:
    """Return the folder for sockets: XDG_RUNTIME_DIR if it is ours, else that for temporary files.

    It is used only on systems where sockets are files.
    """
    named = environ.get("XDG_RUNTIME_DIR", "")
    if named and os.access(named, os.W_OK | os.X_OK) and _is_owned(Path(named)):
        return Path(named)
    return Path(tempfile.gettempdir())


def _socket_name(data: Path, runtime: Path) -> str:
    """Return the name of the socket of `data`, or its path if it is a file."""
    from PySide6.QtCore import QByteArray, QCryptographicHash

    folder = QByteArray(os.fsencode(data.resolve()))
    digest = QCryptographicHash.hash(folder, QCryptographicHash.Algorithm.Sha256).toHex()
    name = f"matside-{bytes(digest.data()).decode()[:16]}"
    return name if _IS_LINUX or sys.platform == "win32" else str(runtime / name)


def _is_of_same_user(socket: "QLocalSocket") -> bool:
    """Return whether the other end of `socket` belongs to the user who runs this process."""
    if sys.platform == "win32":  # the system keeps other users out
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
