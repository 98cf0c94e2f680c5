"""The runner of all tests ends what hangs, goes on behind it, and forgives real time alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tools.run_tests import FAILED, Group, Runs, run_all

ROOT = Path(__file__).parents[2]

SETTINGS = """\
[pytest]
addopts = --strict-markers --import-mode=importlib -p no:pytest-qt -p no:hypothesispytest
markers = real_time
faulthandler_timeout = 2
faulthandler_exit_on_timeout = true
"""

FIRST_FAILS = """
from pathlib import Path

import pytest


{mark}
def test_luck():
    tried = Path(__file__).with_name("tried")
    had_luck = tried.exists()
    tried.touch()
    assert had_luck
"""

HANGS = """
from threading import Event


def test_before():
    pass


def test_broken():
    assert "what is wrong" == "what is right"


def test_hanging():
    Event().wait()


def test_behind():
    Path(__file__).with_name("behind").touch()
"""

DIES = HANGS.replace("Event().wait()", "os._exit(3)")

PASSES = "def test_nothing(): pass\n"

DIES_AT_ITS_END = (
    PASSES
    + """
import atexit, signal

atexit.register(os.kill, os.getpid(), signal.SIGKILL)
"""
)

Write = Callable[[str, str], Path]

# Each test starts many runs of pytest, and none of them reaches a line of the program.
pytestmark = pytest.mark.no_cover


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Give a function that writes a module of tests into a project; each folder has a test."""
    (tmp_path / "tools").symlink_to(ROOT / "tools")
    (tmp_path / "pytest.ini").write_text(SETTINGS)

    def write(name: str, text: str) -> Path:
        path = tmp_path / "tests" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("import os\nfrom pathlib import Path\n" + text)
        return path

    for folder in (".", "ui", "devices", "doctor", "end_to_end"):
        write(f"{folder}/test_nothing.py", PASSES)
    return write


@pytest.mark.parametrize("text", [HANGS, DIES])
def test_a_test_that_ends_the_run_ends_no_other(tmp_path: Path, write: Write, text: str) -> None:
    """Those behind it are run, it is named as failed, and what else has failed is told."""
    module = write("test_hanging.py", text)
    output = tmp_path / "output"
    group = Group("all", ("tests",), tmp_path, output)

    code = group.begin(Runs(tmp_path))

    assert FAILED == code
    assert ["tests/test_hanging.py::test_hanging"] == group.hanging()
    assert ["tests/test_hanging.py::test_broken"] == group.failed()
    assert "what is right" in output.read_text()
    assert module.with_name("behind").exists()


@pytest.mark.parametrize(("mark", "code"), [("@pytest.mark.real_time", 0), ("", FAILED)])
def test_only_what_runs_in_real_time_is_tried_again(
    tmp_path: Path, write: Write, mark: str, code: int
) -> None:
    """A test that passes when it is tried again has failed, unless it is marked.

    Words chose it: that the other groups then have nothing to run is no failure.
    """
    write("devices/test_luck.py", FIRST_FAILS.format(mark=mark))

    assert code == run_all(Runs(tmp_path), tmp_path, ("-q", "-k", "luck"))


@pytest.mark.parametrize("folder", ["ui", "devices"])
def test_a_run_that_dies_behind_its_last_test_has_failed(
    tmp_path: Path, write: Write, folder: str
) -> None:
    """Whatever the other groups say: what ends a process there may end a window too.

    The tests of the screens have the terminal, all others a file.
    """
    write(f"{folder}/test_nothing.py", DIES_AT_ITS_END)

    assert 0 < run_all(Runs(tmp_path), tmp_path, ("-q",))
