"""What is known of processes that others have started."""

import re
from collections.abc import Iterator
from pathlib import Path


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
