"""Every sample in tests/data is read, or refused with the faults that it lists at its end."""

from pathlib import Path

import pytest

from tests.support.file_samples import DATA, library

_EXPECTED = "#= "


def names(kind: str) -> list[str]:
    """Return the names of the samples of one kind."""
    return sorted(path.name for path in (DATA / kind).iterdir())


def expected_in(path: Path) -> tuple[str, ...]:
    """Return the faults, `line:column: message`, that a bad sample expects of itself."""
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return tuple(line.removeprefix(_EXPECTED) for line in lines if line.startswith(_EXPECTED))


@pytest.mark.parametrize("name", names("good"))
def test_a_good_sample_has_no_faults(tmp_path: Path, name: str) -> None:
    """What the formats allow is read."""
    assert () == library(tmp_path).check(DATA / "good" / name)


@pytest.mark.parametrize("name", names("bad"))
def test_a_bad_sample_has_the_faults_it_expects(tmp_path: Path, name: str) -> None:
    """All faults of a file are told at once, each with its place and what would be right."""
    path = DATA / "bad" / name
    found = library(tmp_path).check(path)
    assert expected_in(path) == tuple(line.removeprefix(f"{path}:") for line in found)
    assert found


def test_there_are_many_bad_samples() -> None:
    """The table of bad samples is not empty by mistake."""
    assert len(names("bad")) >= 60
