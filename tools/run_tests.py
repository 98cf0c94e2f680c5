"""Runs all tests: `python -m tools.run_tests`.

Those of the screens, dealt into two halves, those of the rules behind them, those of the devices
and those of the whole program run side by side, and then those in real time alone.

Only tests in real time may be tried again, since a machine may be too busy for them at the wrong
moment; any other test that does not pass the first time has failed.
A test that hangs is ended and counts as failed, and the tests after it are still run.
Arguments on the command line are passed on to pytest.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tools.progress import Notes

ROOT = Path(__file__).parents[1]
VENV = Path(sys.prefix)

SCREENS = "tests/ui"
"""Where the window is painted, which takes longer than anything else that computes."""

DEVICES = ("tests/devices", "tests/doctor")
WHOLE = ("tests/end_to_end",)
"""Where tests mostly wait, for windows, sounds and disks; the whole program has a folder."""

GENTLY = ("nice", "-n", "10")
"""The prefix for tests that compute, so that they give way to those that wait."""

MARK = "real_time"
IN_REAL_TIME = ("-m", MARK)
AT_ANY_TIME = ("-m", f"not {MARK}", "--cov", "--cov-report=")
"""The coverage is theirs alone: it would slow down what is measured in real time."""

FEW = 6
"""The number of failures up to which a busy machine may be the reason."""

MOST_HANGING = 5
"""The number of hanging tests after which the run is given up: something else must be wrong."""

FAILED, NONE_CHOSEN = 1, 5
"""pytest's exit codes if tests failed and nothing worse happened, and if there was no test."""

DIED = 128
"""What shells add to the number of the signal that ended a process."""


class Runs:
    """The runs of pytest that are under way."""

    def __init__(self, root: Path) -> None:
        """Run everything in the folder `root`."""
        self.root = root
        self._running: set[int] = set()
        self.is_over = False
        """Whether the run was interrupted; runs that are ended by that have not failed."""

    def end_on_signals(self) -> None:
        """End all runs, and start no other, when this process gets a signal to end."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: self._end())

    def run(self, command: Sequence[str], environ: dict[str, str], output: Path | None) -> int:
        """Run `command` and return its exit code; processes that it leaves running are ended.

        It prints to the file `output`, or to the terminal if that is None.
        """
        if self.is_over:
            return FAILED
        with (output or Path(os.devnull)).open("ab") as file:
            stream = None if output is None else file
            process = subprocess.Popen(
                command,
                cwd=self.root,
                env={**os.environ, **environ},
                stdin=subprocess.DEVNULL,
                stdout=stream,
                stderr=stream,
                process_group=0,
            )
        self._running.add(process.pid)
        # Until it is reaped, its id, which is also that of its group, is not given to another.
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        self._running.discard(process.pid)
        os.killpg(process.pid, signal.SIGKILL)
        code = process.wait()
        # Only a process that was ended by a signal, even after its last test, has a negative code.
        return DIED - code if code < 0 else code

    def _end(self) -> None:
        self.is_over = True
        for process in tuple(self._running):
            os.killpg(process, signal.SIGINT)


@dataclass(frozen=True, slots=True)
class Group:
    """Tests that are run one after the other, with their notes in the folder `notes`.

    Their output goes to the file `output`, or to the terminal if that is None. `prefix` is put
    before the command.
    """

    name: str
    chosen: tuple[str, ...]
    notes: Path
    output: Path | None = None
    prefix: tuple[str, ...] = ()

    def begin(self, runs: Runs, words: Sequence[str] = ()) -> int:
        """Run all tests of the group, and return the exit code.

        If a test ends the run because it hangs or crashes, the remaining tests are still run.
        """
        for file in filter(None, (self._progress, self.output)):
            file.unlink(missing_ok=True)
        code, ended = self._run(runs, words), 0
        while ended < len(hanging := self.hanging()) < MOST_HANGING:
            ended = len(hanging)
            self.go_on(runs, words)
        return FAILED if hanging else code

    def go_on(self, runs: Runs, words: Sequence[str]) -> int:
        """Run the remaining tests, and those that have failed; return the exit code."""
        return self._run(runs, ("--cov-append", *words))

    def tell(self) -> None:
        """Print the content of the output file, if there is one."""
        if self.output is not None and self.output.exists():
            print(self.output.read_text(encoding="utf-8", errors="replace"), flush=True)

    def hanging(self) -> list[str]:
        """Return the tests that hung or crashed."""
        return Notes(self._progress).hanging()

    def failed(self) -> list[str]:
        """Return the tests that have failed."""
        return Notes(self._progress).failed()

    @property
    def _progress(self) -> Path:
        return self.notes / f"progress-{self.name}"

    def _run(self, runs: Runs, words: Sequence[str]) -> int:
        pytest = (*self.prefix, sys.executable, "-m", "pytest")
        noting = ("-p", "tools.progress", f"--progress={self._progress}")
        caching = ("-o", f"cache_dir={self.notes / f'cache-{self.name}'}")
        environ = {"COVERAGE_FILE": str(self.notes / f"coverage-{self.name}")}
        command = (*pytest, *noting, *caching, *self.chosen, *words)
        return runs.run(command, environ, self.output)


def run_all(runs: Runs, notes: Path, words: Sequence[str]) -> int:
    """Run everything, with notes in the folder `notes`; return the exit code."""
    others = tuple(f"--ignore={folder}" for folder in (SCREENS, *DEVICES, *WHOLE))
    screens = _modules(runs.root, SCREENS)
    halves = {"screens": screens[::2], "screens-2": screens[1::2]}
    together = (
        *(
            Group(name, (*half, *AT_ANY_TIME), notes, notes / f"{name}.txt", GENTLY)
            for name, half in halves.items()
            if half
        ),
        Group("rules", ("tests", *others, *AT_ANY_TIME), notes, None, GENTLY),
        Group("devices", (*DEVICES, *AT_ANY_TIME), notes, notes / "devices.txt"),
        Group("whole", (*WHOLE, *AT_ANY_TIME), notes, notes / "whole.txt"),
    )
    timed = Group("timed", (*_modules(runs.root, "tests", MARK), *IN_REAL_TIME), notes)
    codes = [*_run_together(runs, together, words), _run_alone(runs, timed, words)]
    for group in () if runs.is_over else (*together, timed):
        for test in group.hanging():
            print(f"Hung, or ended the run: {test}", flush=True)
    # The arguments may select tests of a single group.
    return max((code for code in codes if code != NONE_CHOSEN), default=NONE_CHOSEN)


def _modules(root: Path, folder: str, word: str = "") -> list[str]:
    """Return the modules of tests in `folder` with `word`, for pytest would collect all."""
    modules = sorted((root / folder).rglob("test_*.py"))
    having = [path for path in modules if word in path.read_text(encoding="utf-8")]
    return [str(path.relative_to(root)) for path in having]


def _run_together(runs: Runs, groups: Sequence[Group], words: Sequence[str]) -> list[int]:
    """Run `groups` side by side and return their exit codes; at most one has the terminal."""
    with ThreadPoolExecutor(len(groups)) as threads:
        codes = list(threads.map(lambda group: group.begin(runs, words), groups))
    for group in groups:
        group.tell()
    return codes


def _run_alone(runs: Runs, timed: Group, words: Sequence[str]) -> int:
    """Run `timed` and return its exit code, or that of a second try if only few tests failed."""
    if timed.chosen == IN_REAL_TIME:
        return NONE_CHOSEN
    code = timed.begin(runs, words)
    failed = timed.failed()
    if code != FAILED or timed.hanging() or not 0 < len(failed) <= FEW:
        return code
    print(f"Once more: {', '.join(failed)}", flush=True)
    again = timed.go_on(runs, words)
    if again == 0:
        print(f"Passed at the second try: {', '.join(failed)}", flush=True)
    return again


def main() -> int:
    """Run all tests of the checkout; return the exit code."""
    runs = Runs(ROOT)
    runs.end_on_signals()
    return run_all(runs, VENV, sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
