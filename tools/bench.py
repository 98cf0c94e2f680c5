"""Measures Matside beside an empty window of Qt, and prints the figures.

Everything runs on a virtual X display of its own, by the real program or its real parts.
"""

import argparse
import os
import platform
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.support.desktop import TookTooLong, open_desktop
from tools.measures.bench import QUICK, ROOT, Bench, Pains, Unmeasured
from tools.measures.parts import PARTS
from tools.measures.table import lines

SCREEN = "3840x2160"


def main() -> int:
    """Measure what the arguments ask for; return 1 if something could not be measured."""
    chosen = _arguments()
    pains = QUICK if chosen.quick else Pains()
    print(_machine())
    out = ROOT / "out"
    out.mkdir(exist_ok=True)
    # History syncs to the disk; the folder for temporary files may be in memory.
    with (
        TemporaryDirectory(dir=out) as folder,
        open_desktop(Path(folder), SCREEN) as desktop,
    ):
        unmeasured = _measure(Bench(desktop, Path(folder), pains), chosen.only or list(PARTS))
    print(f"\nload afterwards {_load()}")
    return 1 if unmeasured else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer runs, and a minute of 10 s")
    parser.add_argument(
        "--only", action="append", choices=PARTS, metavar="PART", help=f"of {', '.join(PARTS)}"
    )
    return parser.parse_args()


def _measure(bench: Bench, names: Sequence[str]) -> bool:
    """Print the parts named `names`; return whether one of them could not be measured."""
    failed = False
    for name in names:
        try:
            for part in PARTS[name](bench):
                print("\n" + "\n".join(lines(part)), flush=True)
        except (Unmeasured, TookTooLong, OSError) as error:
            print(f"\n{name} could not be measured: {error}", file=sys.stderr)
            failed = True
    return failed


def _machine() -> str:
    python, qt = platform.python_version(), version("PySide6-Essentials")
    return f"Python {python}, Qt {qt}, {os.cpu_count()} processors, load {_load()}"


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}"


if __name__ == "__main__":
    sys.exit(main())
