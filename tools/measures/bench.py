"""The environment of measurements: a desktop, a folder on the disk, and how much to measure."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.desktop import Desktop, let_others_work, wait_until

ROOT = Path(__file__).resolve().parents[2]


class Unmeasured(Exception):
    """A figure could not be measured; the message says why."""


@dataclass(frozen=True, slots=True)
class Pains:
    """How much is measured: counts and seconds for each part.

    `haste` is the speed-up of the three hours of training over real time.
    """

    boundaries: int = 20
    holds: int = 10
    presses: int = 500
    starts: int = 15
    openings: int = 5
    paintings: int = 40
    settling: float = 5
    resting: float = 60
    moving: float = 20
    cycles: int = 1000
    haste: float = 60
    speaking: float = 10


QUICK = Pains(
    boundaries=20,
    holds=3,
    presses=60,
    starts=5,
    openings=2,
    paintings=10,
    resting=10,
    moving=10,
    cycles=200,
    haste=600,
    speaking=5,
)


@dataclass(frozen=True, slots=True)
class Bench:
    """A desktop to measure on, a folder on the disk, and how much to measure."""

    desktop: Desktop
    folder: Path
    pains: Pains

    @property
    def environ(self) -> Mapping[str, str]:
        """The environment of the measured processes: modules stay compiled, as in use."""
        environ = self.desktop.environ
        return {name: environ[name] for name in environ if name != "PYTHONDONTWRITEBYTECODE"}

    def found_by(self, module: str, *words: object) -> Any:
        """Run `module` of this package to its end, and return what it printed as JSON."""
        command = ["-m", f"tools.measures.{module}", *map(str, words)]
        done = subprocess.run(
            [sys.executable, *command],
            cwd=ROOT,
            env=self.environ,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode or not done.stdout:
            raise Unmeasured(f"{module} failed: {done.stderr.strip()}")
        return json.loads(done.stdout)

    def data(self, name: str, workout: str = "", settings: str = "") -> Path:
        """Return a new data folder with `settings`, and with `workout` under the name "chosen"."""
        data = self.folder / name
        (data / "workouts").mkdir(parents=True)
        if workout:
            (data / "workouts" / "chosen.yaml").write_text(workout)
        if settings:
            (data / "settings.yaml").write_text(settings)
        return data

    @contextmanager
    def running(self, *command: str) -> Iterator[int]:
        """Yield the id of a process whose window is shown and idle; end it afterwards."""
        process = subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            env=self.environ,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        search = ("search", "--onlyvisible", "--pid", str(process.pid), "--name", ".")
        try:
            wait_until(lambda: self.desktop.xdotool(*search), f"a window of {command}")
            let_others_work(self.pains.settling)
            yield process.pid
        finally:
            process.kill()
            process.wait()
