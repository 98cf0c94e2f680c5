"""What is set aside keeps its content and never takes the place of something else."""

from pathlib import Path

from matside.files.aside import set_aside


def test_a_file_is_set_aside_under_the_first_free_name(tmp_path: Path) -> None:
    """The names are counted on, and what has them already stays."""
    path = tmp_path / "settings.yaml"
    names = []
    for content in ("first", "second", "third"):
        path.write_text(content)
        names.append(set_aside(path).name)
    assert ["settings.yaml.bad", "settings.yaml.bad2", "settings.yaml.bad3"] == names
    assert ["first", "second", "third"] == [(tmp_path / name).read_text() for name in names]
    assert not path.exists()


def test_what_belongs_to_a_file_goes_with_it(tmp_path: Path) -> None:
    """A name is free only if it is so for all of them; what is missing is no fault."""
    path = tmp_path / "history"
    path.touch()
    (tmp_path / "history-wal").write_text("log")
    (tmp_path / "history.bad-shm").write_text("of an earlier one")
    assert tmp_path / "history.bad2" == set_aside(path, "-wal", "-shm")
    kept = {file.name: file.read_text() for file in tmp_path.iterdir()}
    assert {
        "history.bad-shm": "of an earlier one",
        "history.bad2": "",
        "history.bad2-wal": "log",
    } == kept


def test_a_link_that_leads_nowhere_is_in_the_way_too(tmp_path: Path) -> None:
    """It is not replaced either."""
    (tmp_path / "a.bad").symlink_to("nowhere")
    (tmp_path / "a").touch()
    assert "a.bad2" == set_aside(tmp_path / "a").name
    assert (tmp_path / "a.bad").is_symlink()
