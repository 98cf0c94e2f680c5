"""The log, tried in processes of its own, because it takes the place of the terminal."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from matside.app.log import LARGEST

FAULTY = """
import sys, threading, warnings
from pathlib import Path
from matside.app.log import install

log = install(Path(sys.argv[1]), lambda: print("something went wrong"))
{}
"""


def run_faulty(path: Path, program: str) -> subprocess.CompletedProcess[str]:
    """Run `program` with its log at `path`."""
    command = [sys.executable, "-c", FAULTY.format(program), str(path)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


FAULTS = {
    "in the main thread": "raise ValueError('lost count')",
    "in a thread": """
def work(): raise ValueError('lost count')
thread = threading.Thread(target=work)
thread.start()
thread.join()
""",
    "in a destructor": """
class Brittle:
    def __del__(self): raise ValueError('lost count')
Brittle()
""",
    "in a slot of Qt": """
from PySide6.QtCore import QCoreApplication, QTimer
def slot(): raise ValueError('lost count')
app = QCoreApplication([])
QTimer.singleShot(0, slot)
QTimer.singleShot(0, app.quit)
app.exec()
""",
}


@pytest.mark.parametrize("where", FAULTS)
def test_a_fault_is_written_and_told(where: str, tmp_path: Path) -> None:
    """What nobody caught stands in the log with its place, and the terminal stays empty."""
    done = run_faulty(tmp_path / "log.txt", FAULTS[where])

    written = (tmp_path / "log.txt").read_text()
    assert "ValueError: lost count" in written
    assert "Traceback" in written
    assert "something went wrong\n" == done.stdout
    assert "" == done.stderr


def test_a_pipe_in_the_place_of_the_log_is_not_waited_for(tmp_path: Path) -> None:
    """Nobody reads it; what would stand in the log goes to the terminal, in one line."""
    os.mkfifo(tmp_path / "log.txt")
    done = run_faulty(tmp_path / "log.txt", FAULTS["in a thread"])

    assert "something went wrong\n" == done.stdout
    assert done.stderr.startswith("matside: Not caught in the thread")
    assert 1 == done.stderr.count("\n")


def test_faults_are_told_once(tmp_path: Path) -> None:
    """Every fault is written, and only the first is told."""
    done = run_faulty(tmp_path / "log.txt", FAULTS["in a thread"] + FAULTS["in a destructor"])

    assert 2 == (tmp_path / "log.txt").read_text().count("ValueError: lost count")
    assert "something went wrong\n" == done.stdout


def test_an_interruption_is_no_fault(tmp_path: Path) -> None:
    """Control-C is neither written nor told."""
    done = run_faulty(tmp_path / "log.txt", "raise KeyboardInterrupt")

    assert not (tmp_path / "log.txt").exists()
    assert "" == done.stdout + done.stderr


def test_what_qt_says_is_written(tmp_path: Path) -> None:
    """A warning of Qt stands in the log and not on the terminal, and is no fault."""
    done = run_faulty(
        tmp_path / "log.txt", "from PySide6.QtCore import qWarning; qWarning('no such device')"
    )

    assert "WARNING qt: no such device" in (tmp_path / "log.txt").read_text()
    assert "" == done.stdout + done.stderr


def test_what_python_warns_of_is_written(tmp_path: Path) -> None:
    """A warning of Python stands in the log and not on the terminal."""
    done = run_faulty(tmp_path / "log.txt", "warnings.warn('soon to go')")

    assert "soon to go" in (tmp_path / "log.txt").read_text()
    assert "" == done.stderr


def test_the_log_works_without_qt(tmp_path: Path) -> None:
    """Where Qt cannot be imported faults are written all the same."""
    command = FAULTY.format(FAULTS["in the main thread"])
    blocked = f"import sys; sys.modules['PySide6.QtCore'] = None\n{command}"
    subprocess.run(
        [sys.executable, "-c", blocked, str(tmp_path / "log.txt")],
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert "lost count" in (tmp_path / "log.txt").read_text()


def test_the_log_is_put_aside_when_it_is_large(tmp_path: Path) -> None:
    """One old log is kept, none grows beyond a mebibyte, and only the owner reads them."""
    program = "import logging\nfor n in range(30): logging.warning('%s', 'x' * 100_000)"
    run_faulty(tmp_path / "log.txt", program)

    logs = list(tmp_path.iterdir())
    assert {"log.txt", "log.txt.1"} == {log.name for log in logs}
    assert max(log.stat().st_size for log in logs) <= LARGEST
    assert {"0o600"} == {oct(log.stat().st_mode & 0o777) for log in logs}


def test_a_log_that_cannot_be_opened_leaves_lines_on_the_terminal(tmp_path: Path) -> None:
    """In a folder that is not there a fault is told in one line, without its traceback."""
    done = run_faulty(tmp_path / "missing" / "log.txt", FAULTS["in a thread"])

    assert "something went wrong\n" == done.stdout
    assert 1 == len(done.stderr.splitlines())
    assert "ValueError('lost count')" in done.stderr


def test_what_is_left_on_the_terminal_does_not_steer_it(tmp_path: Path) -> None:
    """Control characters and line breaks of a message or a fault come out as their escapes."""
    program = "import logging; logging.warning('a%s', '\\x1b[31m\\nb\\u202e')"

    done = run_faulty(tmp_path / "missing" / "log.txt", program)

    assert "matside: a\\x1b[31m\\nb\\u202e\n" == done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk always full")
def test_a_full_disk_leaves_lines_on_the_terminal(tmp_path: Path) -> None:
    """What a full disk does not take is told in one line each, and nothing raises."""
    (tmp_path / "log.txt").symlink_to("/dev/full")

    done = run_faulty(tmp_path / "log.txt", FAULTS["in a thread"] + "\nprint('went on')")

    assert ["something went wrong", "went on"] == done.stdout.splitlines()
    assert 1 == len(done.stderr.splitlines())


def test_nothing_raises_where_there_is_no_terminal_either(tmp_path: Path) -> None:
    """Without a log and without standard error the program goes on."""
    program = f"sys.stderr = None\n{FAULTS['in a thread']}\nprint('went on')"

    done = run_faulty(tmp_path / "missing" / "log.txt", program)

    assert ["something went wrong", "went on"] == done.stdout.splitlines()


def test_a_closed_log_gives_everything_back(tmp_path: Path) -> None:
    """After close the hooks are those of before, and nothing more is written."""
    program = """
from PySide6.QtCore import qWarning
hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
log.close()
print(sys.excepthook is sys.__excepthook__, not set(hooks) & {
    sys.excepthook, threading.excepthook, sys.unraisablehook
})
qWarning('after')
"""
    done = run_faulty(tmp_path / "log.txt", program)

    assert "True True\n" == done.stdout
    assert "after\n" == done.stderr
    assert not (tmp_path / "log.txt").exists()
