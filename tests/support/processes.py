"""What is known of processes that others have started, and what those print that a test has."""

import os
import re
import select
from collections.abc import Iterator
from pathlib import Path
from subprocess import Popen

PROGRAMS = Path(__file__).parent / "programs"
"""Where the programs lie that tests start in processes of their own."""

COVERAGE = "COVERAGE_PROCESS_CONFIG"
"""What in its environment tells a Python to note which lines it reaches; nothing, if empty."""

PATIENCE = 60.0
"""How long a line is waited for, in seconds."""


class Lines:
    """The lines that a process prints; one that does not come fails the test."""

    def __init__(self, process: Popen[str]) -> None:
        """Read what `process` prints, which nobody else reads."""
        assert process.stdout is not None
        self._source = process.stdout.fileno()
        self._read = b""

    def next_with(self, part: str = "") -> str:
        """Return the next line that contains `part`, without the blanks around it."""
        while (line := self._next()) is not None:
            if part in line:
                return line.strip()
        raise AssertionError(f"It ended without a line with {part!r}")

    def _next(self) -> str | None:
        """Return the next line, None at the end."""
        while b"\n" not in self._read:
            ready, _, _ = select.select([self._source], [], [], PATIENCE)
            assert ready, f"No line came for {PATIENCE} s"
            if not (more := os.read(self._source, 4096)):
                return None
            self._read += more
        line, _, self._read = self._read.partition(b"\n")
        return line.decode()


def is_running(process: int) -> bool:
    """Return whether `process` is there and has not ended."""
    return _state_and_parent(process)[0] not in {"", "Z", "X"}


def children(parent: int) -> list[int]:
    """Return the running processes that `parent` has started."""
    return [process for process in _processes() if _is_child(process, parent)]


def _is_child(process: int, parent: int) -> bool:
    return is_running(process) and _state_and_parent(process)[1] == parent


def _processes() -> Iterator[int]:
    return (int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit())


def _state_and_parent(process: int) -> tuple[str, int]:
    """Return the letter of the state of `process`, empty where it has gone, and its parent."""
    try:
        stat = Path(f"/proc/{process}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return "", 0
    # The name of the program stands in brackets and may hold anything.
    found = re.match(r".*\) (\w) (\d+)", stat, re.DOTALL)
    assert found is not None
    return found[1], int(found[2])
