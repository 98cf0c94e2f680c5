"""Files that were made to do harm cost two seconds of a processor and 100 MiB at most."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.hostile_values import BROKEN, NO_FILES, SOUND
from tests.support.processes import PROGRAMS

pytestmark = [
    pytest.mark.skipif(
        not sys.platform.startswith("linux"), reason="only Linux counts a process's memory so"
    ),
    # What is measured is Matside alone.
    pytest.mark.no_cover,
]

MEMORY = 100 * 1024
"""In KiB, the most memory that any file may take."""

PATIENCE = 10.0
"""In seconds of a processor; what others do on the machine is not counted."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What `matside check` said of a file, and what it took; seconds are a processor's."""

    code: int
    out: str
    err: str
    seconds: float
    kibibytes: int


def checked(path: Path) -> Checked:
    """Return what becomes of the file at `path` in a process of its own."""
    # Whoever starts Matside must be small: what it holds would be counted to Matside.
    done = subprocess.run(
        [sys.executable, PROGRAMS / "measured.py", "check", path],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        check=True,
    )
    return Checked(**json.loads(done.stdout))


def assert_frugal(result: Checked) -> None:
    """Fail where a file took more than it may, or left a word on standard error."""
    assert "" == result.err
    assert result.seconds < PATIENCE
    assert result.kibibytes < MEMORY
    assert result.out.replace("\n", "").isprintable()


@pytest.mark.parametrize("name", BROKEN)
def test_a_hostile_file_costs_little(tmp_path: Path, name: str) -> None:
    """It is refused at the right place in little time and memory, and steers no terminal."""
    content, expected = BROKEN[name]
    path = tmp_path / f"{name}.yaml"
    path.write_bytes(content)
    result = checked(path)
    assert_frugal(result)
    assert (1, f"{path}:{expected}") == (result.code, result.out[: len(f"{path}:{expected}")])


@pytest.mark.parametrize("name", SOUND)
def test_a_large_file_costs_little(tmp_path: Path, name: str) -> None:
    """A file may be as large as the limits allow."""
    path = tmp_path / f"{name}.yaml"
    path.write_bytes(SOUND[name])
    result = checked(path)
    assert_frugal(result)
    assert (0, f"{path}: ok\n") == (result.code, result.out)


@pytest.mark.parametrize("name", NO_FILES)
def test_what_is_no_file_costs_little(tmp_path: Path, name: str) -> None:
    """What would block, never end or lead in circles is refused at once."""
    make, expected = NO_FILES[name]
    path = tmp_path / f"{name}.yaml"
    make(path)
    result = checked(path)
    assert_frugal(result)
    assert (1, True) == (result.code, result.out.startswith(f"{path}:1:1: {expected}"))
