"""Kills a piece of work at every step that it takes, to see what is left each time."""

import os
import subprocess
import sys
from pathlib import Path

_PROGRAM = Path(__file__).parent / "programs" / "killed.py"


def killed_copies(code: str, template: Path, folder: Path) -> list[Path]:
    """Return copies of `template`, made in `folder`, in each of which `work` was killed.

    `code` defines `work`, which takes the path of a folder; the n-th was killed before its n-th
    call to the disk, and the last one not at all.
    """
    folder.mkdir()
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, str(_PROGRAM), code, str(template), str(folder)]
    subprocess.run(command, env=environ, check=True)
    return sorted(folder.iterdir(), key=lambda path: int(path.name))
