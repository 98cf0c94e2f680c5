"""The memory, processor time and wake-ups of a running process on Linux."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

KIB = 1024


@dataclass(frozen=True, slots=True)
class Memory:
    """The memory of a process in MiB.

    `resident` counts all of its pages, `proportional` divides shared pages among the processes
    that share them, and `unique` leaves shared pages out.
    """

    resident: float
    proportional: float
    unique: float


@dataclass(frozen=True, slots=True)
class Effort:
    """The processor time of a process in seconds, and the number of its wake-ups."""

    seconds: float
    wakeups: int


def memory(process: int) -> Memory:
    """Return the memory of `process` now."""
    sizes = _numbers(Path(f"/proc/{process}/smaps_rollup").read_text())
    unique = sizes["Private_Clean"] + sizes["Private_Dirty"]
    return Memory(sizes["Rss"] / KIB, sizes["Pss"] / KIB, unique / KIB)


def effort(process: int) -> Effort:
    """Return what all threads of `process` have used so far."""
    # The name of the program is in brackets, and may hold any character.
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    user, system = int(fields[11]), int(fields[12])
    threads = Path(f"/proc/{process}/task").iterdir()
    wakeups = sum(_wakeups(thread / "status") for thread in threads)
    return Effort((user + system) / os.sysconf("SC_CLK_TCK"), wakeups)


def _wakeups(status: Path) -> int:
    return _numbers(status.read_text())["voluntary_ctxt_switches"]


def _numbers(text: str) -> dict[str, int]:
    """Return the whole numbers of lines such as `Rss:   12 kB`, by their names."""
    return {name: int(number) for name, number in re.findall(r"(?m)^(\w+):\s+(\d+)\b", text)}
