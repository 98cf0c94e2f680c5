"""The sound process ends as it should where nothing can be heard, or will be any more."""

import os
import subprocess
import sys
from pathlib import Path

from matside.devices.sound.messages import Silent, decode
from matside.devices.sound.supervisor import COMMAND

PATIENCE = 60


def test_without_a_server_the_process_says_so_and_ends(tmp_path: Path) -> None:
    """It ends in peace, although somebody might still speak to it."""
    environ = {
        **os.environ,
        "PULSE_SERVER": f"unix:{tmp_path}/none",
        "XDG_RUNTIME_DIR": str(tmp_path),
    }
    with subprocess.Popen(
        COMMAND,
        env=environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        code = process.wait(PATIENCE)
        assert process.stdout is not None
        said = [decode(line) for line in process.stdout]

    assert (0, [Silent("no device", "no device is plugged in")]) == (code, said)


def test_a_process_that_spins_ends() -> None:
    """Of all that Qt says only the complaint about a sound destroyed elsewhere is the end."""
    code = (
        "from PySide6.QtCore import qInstallMessageHandler, qWarning;"
        "from matside.devices.sound.process import end_when_mute;"
        "qInstallMessageHandler(end_when_mute);"
        "qWarning('No Qt is without words');"
        "qWarning(\"QSocketNotifier: Invalid socket 18 and type 'Read', disabling...\");"
        "print('still here')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert (1, "", "No Qt is without words\n") == (done.returncode, done.stdout, done.stderr)
