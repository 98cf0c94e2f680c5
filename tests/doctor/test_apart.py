"""The window has the machine examined by another process."""

import sys
from pathlib import Path

from matside.core.ports.findings import What
from matside.doctor.apart import examine_apart
from matside.doctor.examination import examine
from matside.files.folders import DataFolder
from tests.support.desktop import wait_until
from tests.support.processes import is_running


def test_the_findings_are_those_of_the_doctor(bare: dict[str, str], tmp_path: Path) -> None:
    """Each with its details, also where names are strange."""
    data = DataFolder(tmp_path / "a\n\udce9b")
    data.make()
    data.settings.write_text("volume: loud\n")

    found, expected = examine_apart(data, bare), examine(data, bare)

    assert [finding.what for finding in expected] == [finding.what for finding in found]
    assert {str(data.root)} == {
        finding.details["folder"] for finding in found if finding.what is What.DATA_WRITABLE
    }


def test_a_doctor_that_hangs_leaves_nothing_behind(bare: dict[str, str], tmp_path: Path) -> None:
    """What it tries in processes of their own ends with it."""
    hangs = f"""
import os, pathlib, signal, sys
if "matside.doctor.probes" in sys.orig_argv:
    pathlib.Path({str(tmp_path)!r}, "probe").write_text(str(os.getpid()))
    signal.pause()
"""
    (tmp_path / "sitecustomize.py").write_text(hangs)
    paths = ":".join(filter(None, [str(tmp_path), *sys.path]))

    (finding,) = examine_apart(DataFolder(tmp_path), {**bare, "PYTHONPATH": paths}, patience=4.0)

    assert What.NOT_EXAMINED is finding.what
    probe = int((tmp_path / "probe").read_text())
    wait_until(lambda: not is_running(probe), "the end of the probe")


def test_a_doctor_that_fails_is_a_finding(bare: dict[str, str], tmp_path: Path) -> None:
    """Here Python does not even begin."""
    (finding,) = examine_apart(DataFolder(tmp_path), {**bare, "PYTHONHOME": str(tmp_path)})

    assert What.NOT_EXAMINED is finding.what
    assert finding.details["reason"]
