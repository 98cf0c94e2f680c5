"""The log: where uncaught exceptions and Qt's messages go; signals the first exception."""

import logging
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from matside.files.yaml.characters import escaped
from matside.override import override
from matside.regular_file import open_regular

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType

LARGEST = 1024 * 1024
"""The size in bytes at which a new log is begun; one old log is kept."""

_logger = logging.getLogger(__name__)


class Log:
    """The log of a running window; it replaces the terminal until it is closed."""

    def __init__(self, path: Path, on_fault: Callable[[], None]) -> None:
        """Write to `path`; call `on_fault` at the first uncaught exception.

        `on_fault` is called once, in the thread of the exception, and should only emit a signal.
        """
        self._on_fault = on_fault
        self._told = False
        self._undo = ExitStack()
        self._undo.enter_context(_root_logs_to(_file(path)))
        self._undo.enter_context(_python_hooks(self._report))
        self._undo.enter_context(_qt_messages())

    def close(self) -> None:
        """Restore everything that was replaced."""
        self._undo.close()

    def _report(self, what: str, fault: BaseException | None) -> None:
        if not isinstance(fault, Exception):
            return
        _logger.error("%s", what, exc_info=fault)
        if not self._told:
            self._told = True
            self._on_fault()


def install(path: Path, on_fault: Callable[[], None]) -> Log:
    """Send what Python, its threads and Qt would print to the file `path`; return the log.

    Never raises. What cannot be written to the file is printed to the terminal, one line each.
    """
    return Log(path, on_fault)


class _File(logging.FileHandler):
    """A log file that only its owner can read; its own faults are printed to the terminal.

    Before it grows beyond LARGEST a new one is begun. `logging.handlers` could do that too, but
    loads sockets and more that a start would wait for.
    """

    @override
    def emit(self, record: logging.LogRecord) -> None:
        """Write `record`, at the beginning of a new log if the old one has no room for it."""
        try:
            self._make_room(len(self.format(record).encode(errors="replace")) + 1)
            super().emit(record)
        except Exception:  # noqa: BLE001 - whatever is wrong, the program goes on
            self.handleError(record)

    def _make_room(self, needed: int) -> None:
        path = Path(self.baseFilename)
        if not path.is_file() or path.stat().st_size + needed <= LARGEST:
            return
        if self.stream is not None:
            self.stream.close()
            self.stream = None
        path.replace(f"{path}.1")

    @override
    def _open(self) -> TextIOWrapper:
        descriptor = open_regular(self.baseFilename, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        return os.fdopen(descriptor, "a", encoding=self.encoding, errors=self.errors)

    @override
    def handleError(self, record: logging.LogRecord) -> None:
        _print_line(record)


def _file(path: Path) -> logging.Handler:
    handler = _File(path, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    return handler


def _print_line(record: logging.LogRecord) -> None:
    """Print `record` on one line, without its traceback, if there is a terminal."""
    fault = record.exc_info[1] if record.exc_info else None
    line = record.getMessage() if fault is None else f"{record.getMessage()}: {fault!r}"
    # A window started without a terminal has no standard error, or a closed one.
    with suppress(AttributeError, OSError, ValueError):
        sys.stderr.write(f"matside: {escaped(line)}\n")


@contextmanager
def _root_logs_to(handler: logging.Handler) -> Iterator[None]:
    root = logging.getLogger()
    root.addHandler(handler)
    logging.captureWarnings(True)
    try:
        yield
    finally:
        logging.captureWarnings(False)
        root.removeHandler(handler)
        handler.close()


@contextmanager
def _python_hooks(report: Callable[[str, BaseException | None], None]) -> Iterator[None]:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook

    def in_thread(fault: threading.ExceptHookArgs) -> None:
        name = fault.thread.name if fault.thread else "that has ended"
        report(f"Not caught in the thread {name}", fault.exc_value)

    def nowhere(fault: "sys.UnraisableHookArgs") -> None:
        report(f"{fault.err_msg or 'Not caught in'} {fault.object!r}", fault.exc_value)

    sys.excepthook = lambda _kind, fault, _trace: report("Not caught", fault)
    threading.excepthook = in_thread
    sys.unraisablehook = nowhere
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook, sys.unraisablehook = before


@contextmanager
def _qt_messages() -> Iterator[None]:
    """Log what Qt says; without Qt there is nothing to log."""
    try:
        from PySide6.QtCore import qInstallMessageHandler
    except ImportError:
        yield
        return
    before = qInstallMessageHandler(_log_qt_message)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _log_qt_message(kind: "QtMsgType", _context: "QMessageLogContext", text: str) -> None:
    levels = {
        "QtDebugMsg": logging.DEBUG,
        "QtInfoMsg": logging.INFO,
        "QtWarningMsg": logging.WARNING,
        "QtCriticalMsg": logging.ERROR,
        "QtFatalMsg": logging.CRITICAL,
    }
    logging.getLogger("qt").log(levels[kind.name], "%s", text)
