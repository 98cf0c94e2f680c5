"""The window has the machine examined by another process."""

from pathlib import Path

from matside.core.findings import What
from matside.doctor.apart import examine_apart
from matside.doctor.examination import examine
from matside.files.folders import DataFolder


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


def test_a_doctor_that_fails_is_a_finding(bare: dict[str, str], tmp_path: Path) -> None:
    """Here Python does not even begin."""
    (finding,) = examine_apart(DataFolder(tmp_path), {**bare, "PYTHONHOME": str(tmp_path)})

    assert What.NOT_EXAMINED is finding.what
    assert finding.details["reason"]
