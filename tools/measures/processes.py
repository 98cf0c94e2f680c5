"""What Linux says of a running process: its memory, its time and its wake-ups."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

KIB = 1024


@dataclass(frozen=True, slots=True)
class Memory:
    """The memory of a process in MiB.

    `resident` counts every page it has in memory, `proportional` shares those that others have
    too, and `unique` leaves these out.
    """

    resident: float
    proportional: float
    unique: float


@dataclass(frozen=True, slots=True)
class Effort:
    """The seconds of processor that a process has used, and how often it has woken up."""

    seconds: float
    wakeups: int


def memory(process: int) -> Memory:
    """Return the memory of `process` now."""
    sizes = _numbers(Path(f"/proc/{process}/smaps_rollup").read_text())
    unique = sizes["Private_Clean"] + sizes["Private_Dirty"]
    return Memory(sizes["Rss"] / KIB, sizes["Pss"] / KIB, unique / KIB)


def effort(process: int) -> Effort:
    """Return what `process` has used so far, all its threads taken together."""
    # The name of the program stands in brackets and may hold anything.
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
