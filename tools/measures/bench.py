"""Where figures are taken: a desktop, a folder on the disk, and how much is measured."""

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
    """A figure could not be had; the message says why."""


@dataclass(frozen=True, slots=True)
class Pains:
    """How much is measured: so many of each, and for so many seconds.

    `haste` is how many times as fast as real time three hours of training go by.
    """

    boundaries: int = 20
    holds: int = 10
    presses: int = 500
    starts: int = 15
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
    paintings=10,
    resting=10,
    moving=10,
    cycles=200,
    haste=600,
    speaking=5,
)


@dataclass(frozen=True, slots=True)
class Bench:
    """A desktop to measure on, a folder on the disk, and the pains to be taken."""

    desktop: Desktop
    folder: Path
    pains: Pains

    @property
    def environ(self) -> Mapping[str, str]:
        """The environment of what is measured: modules stay compiled, as where it is used."""
        environ = self.desktop.environ
        return {name: environ[name] for name in environ if name != "PYTHONDONTWRITEBYTECODE"}

    def found_by(self, module: str, *words: object) -> Any:
        """Run `module` of these measures to its end and return what it found."""
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
        """Return a data folder of its own, with `workout` as "chosen", and `settings`."""
        data = self.folder / name
        (data / "workouts").mkdir(parents=True)
        if workout:
            (data / "workouts" / "chosen.yaml").write_text(workout)
        if settings:
            (data / "settings.yaml").write_text(settings)
        return data

    @contextmanager
    def running(self, *command: str) -> Iterator[int]:
        """Give the id of a process whose window has settled on the screen; end it afterwards."""
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
