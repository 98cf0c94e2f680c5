"""Runs all tests at the same time: those that mostly wait, those of figures, and the others.

Sounds are recorded and windows driven in real time, and a machine may be too busy for that at
the wrong moment. So a few tests that failed are run once more, alone, and named if they pass.
Words on the command line are handed on to pytest.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
VENV = Path(sys.prefix)

WAITING = ("tests/devices", "tests/doctor", "tests/end_to_end")
"""Where tests mostly wait, for windows, sounds and disks."""

DRAWN = "tests/figure"
"""Where figures are computed, and nothing else."""

FEW = 6
"""More tests than this do not fail because the machine is busy."""

FAILED = 1
"""What pytest ends with when tests failed, and nothing worse happened."""


@dataclass(frozen=True, slots=True)
class Group:
    """Tests that are run one after the other, with what is to be kept of them."""

    name: str
    chosen: tuple[str, ...]

    def start(self, *words: str, output: Path | None = None) -> subprocess.Popen[bytes]:
        """Start pytest; what it prints goes into the file `output` instead, if there is one."""
        command = (
            *(sys.executable, "-m", "pytest", "--cov", "--cov-report="),
            *("-o", f"cache_dir={self._cache}", *self.chosen, *words),
        )
        environ = {**os.environ, "COVERAGE_FILE": str(VENV / f"coverage-{self.name}")}
        if output is None:
            return subprocess.Popen(command, cwd=ROOT, env=environ)
        with output.open("wb") as file:
            return subprocess.Popen(command, cwd=ROOT, env=environ, stdout=file, stderr=file)

    def forget(self) -> None:
        """Forget which tests failed before."""
        self._failures.unlink(missing_ok=True)

    def failed(self) -> tuple[str, ...]:
        """Return the names of the tests that failed last time."""
        if not self._failures.exists():
            return ()
        return tuple(json.loads(self._failures.read_text(encoding="utf-8")))

    @property
    def _cache(self) -> Path:
        return VENV / f"cache-{self.name}"

    @property
    def _failures(self) -> Path:
        return self._cache / "v" / "cache" / "lastfailed"


def main(words: list[str]) -> int:
    """Run everything; return what is to be the exit code."""
    others = tuple(f"--ignore={folder}" for folder in (*WAITING, DRAWN))
    busy = Group("busy", ("tests", *others))
    beside = (Group("waiting", WAITING), Group("drawn", (DRAWN, "--no-cov")))
    for group in (busy, *beside):
        group.forget()
    running = {group: group.start(*words, output=_output_of(group)) for group in beside}
    codes = {busy: busy.start(*words).wait()}
    for group, process in running.items():
        codes[group] = process.wait()
        print(_output_of(group).read_text(encoding="utf-8", errors="replace"), flush=True)
    return max(_tried_again(group, code, words) for group, code in codes.items())


def _output_of(group: Group) -> Path:
    return VENV / f"{group.name}.txt"


def _tried_again(group: Group, code: int, words: list[str]) -> int:
    """Return `code`, or that of the few tests of `group` that failed, run once more."""
    failed = group.failed()
    if code != FAILED or not 0 < len(failed) <= FEW:
        return code
    print(f"Once more, alone: {', '.join(failed)}", flush=True)
    again = group.start("--last-failed", "--cov-append", *words).wait()
    if again == 0:
        print(f"Passed only when alone: {', '.join(failed)}", flush=True)
    return again


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
