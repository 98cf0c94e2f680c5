"""Which files of a folder are listed, by which names, and in which order."""

import unicodedata
from pathlib import Path

import pytest

from matside.files.workouts.folder_listing import (
    composed,
    existing,
    files_in,
    in_order,
    readable_files_in,
)

NFC, NFD = (unicodedata.normalize(form, "Übung") for form in ("NFC", "NFD"))


def fill(folder: Path, *names: str) -> None:
    """Put empty files of these names into `folder`."""
    for name in names:
        (folder / name).touch()


def test_files_in_sight_that_end_well_are_listed(tmp_path: Path) -> None:
    """Hidden files, which editors leave behind, and other files are passed over."""
    fill(tmp_path, "b.yaml", "c.yml", "d.YAML", "e.Json", ".f.yaml", "g.txt", "yaml", ".yaml")
    expected = {"b": "b.yaml", "c": "c.yml", "d": "d.YAML", "e": "e.Json"}
    assert {stem: tmp_path / name for stem, name in expected.items()} == files_in(tmp_path)


def test_the_second_of_a_name_is_called_by_its_path(tmp_path: Path) -> None:
    """Both are listed, and each can be found: YAML goes before JSON."""
    fill(tmp_path, "a.json", "a.yaml", "a.yml")
    others = [str(tmp_path / name) for name in ("a.yml", "a.json")]
    assert ["a", *others] == list(in_order(files_in(tmp_path)))
    assert tmp_path / "a.yaml" == files_in(tmp_path)["a"]


def test_names_are_sorted_as_people_count(tmp_path: Path) -> None:
    """2 comes before 10, capitals and accents make no difference, and zeros count for nothing."""
    names = ["2 easy", "10 hard", "A", "a", "abs 2", "Abs 02b", "abs 10", NFC, "week", "zumba"]
    fill(tmp_path, *(f"{name}.yaml" for name in reversed(names)))
    assert names == list(in_order(files_in(tmp_path)))


def test_a_number_of_any_length_is_sorted(tmp_path: Path) -> None:
    """Python makes no number of more digits than 4,300, but a name is compared all the same."""
    long, longer = "9" * 200, "1" + "0" * 200
    fill(tmp_path, f"{longer}.yaml", f"{long}.yaml", "²³.yaml")
    assert {long, longer, "²³"} == set(files_in(tmp_path))
    assert [long, longer] == [name for name in in_order(files_in(tmp_path)) if name.isascii()]


def test_a_name_is_written_as_keyboards_do(tmp_path: Path) -> None:
    """Some disks keep letter and accent apart; the name is the same."""
    fill(tmp_path, f"{NFD}.yaml")
    assert {NFC: tmp_path / f"{NFD}.yaml"} == files_in(tmp_path)
    assert NFC == composed(NFD)


def test_a_missing_folder_has_no_files(tmp_path: Path) -> None:
    """One that cannot be read is told of, if anybody asks."""
    (tmp_path / "file").touch()
    assert {} == files_in(tmp_path / "missing")
    assert {} == readable_files_in(tmp_path / "file")
    with pytest.raises(NotADirectoryError):
        files_in(tmp_path / "file")


def test_a_path_finds_its_file_however_its_accents_are_kept(tmp_path: Path) -> None:
    """What is there is taken as it is; what is nowhere stays what it was."""
    fill(tmp_path, f"{NFD}.yaml", "a.yaml")
    assert tmp_path / f"{NFD}.yaml" == existing(tmp_path / f"{NFC}.yaml")
    for name in ("a.yaml", "missing.yaml", "missing/a.yaml", "a\0.yaml"):
        assert tmp_path / name == existing(tmp_path / name)
