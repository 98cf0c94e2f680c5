"""A private message bus and, on it, a screen saver that tells what it is asked."""

import os
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE, Popen
from types import TracebackType
from typing import Self

CONFIG = """
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <listen>unix:path={folder}/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
    <deny own_prefix="{refused}"/>
  </policy>
</busconfig>
"""


class Bus:
    """A message bus of its own, without any service that starts by itself."""

    def __init__(self, folder: Path, refused: str = "no.name") -> None:
        """Start it; `folder` is its own, with a short path because sockets want one.

        Names that begin with `refused` are given to nobody. After another bus that has ended,
        in the same folder, it begins anew.
        """
        self._folder = folder
        config = self._configure(refused)
        (folder / "bus").unlink(missing_ok=True)
        self.environ = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/bus"}
        command = ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address"]
        self._daemon = Popen(command, stdout=PIPE)
        self._services: list[Popen[str]] = []
        assert self._daemon.stdout is not None
        assert self._daemon.stdout.readline()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for process in (*self._services, self._daemon):
            process.kill()
            process.communicate()

    def refuse_no_name(self) -> None:
        """Give everybody the name they want from now on."""
        self._configure("no.name")
        where = ("--dest=org.freedesktop.DBus", "/org/freedesktop/DBus")
        command = ["dbus-send", "--session", "--print-reply", *where]
        subprocess.run(
            [*command, "org.freedesktop.DBus.ReloadConfig"],
            env=self.environ,
            check=True,
            capture_output=True,
            timeout=60,
        )

    def _configure(self, refused: str) -> Path:
        config = self._folder / "bus.conf"
        config.write_text(CONFIG.format(folder=self._folder, refused=refused).strip())
        return config

    def screen_saver(self, *options: str) -> "ScreenSaver":
        """Put a screen saver on the bus; with `--deaf` it answers nothing."""
        script = Path(__file__).parent / "programs" / "screen_saver.py"
        command = [sys.executable, str(script), *options]
        process = Popen(command, env=self.environ, stdout=PIPE, text=True)
        self._services.append(process)
        saver = ScreenSaver(process)
        assert "ready" == saver.told()
        return saver


class ScreenSaver:
    """The screen saver of a bus."""

    def __init__(self, process: Popen[str]) -> None:
        """Know the process that plays it."""
        self._process = process

    def told(self) -> str:
        """Wait for the next thing that it is asked, and return it."""
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()
