"""What is set aside keeps its content and never takes the place of something else."""

from pathlib import Path

from matside.files.set_aside import finish_setting_aside, set_aside


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


def test_what_was_left_behind_goes_after_its_file(tmp_path: Path) -> None:
    """That is the file that was set aside last, and not one that has its own."""
    path = tmp_path / "history"
    for number in ("bad2", "bad", "bad3"):
        (tmp_path / f"history.{number}").touch()
    last = (tmp_path / "history.bad").lstat().st_ctime_ns
    while (tmp_path / "history.bad").lstat().st_ctime_ns == last:  # the disk's clock is coarse
        (tmp_path / "history.bad").rename(tmp_path / "away")
        (tmp_path / "away").rename(tmp_path / "history.bad")
    (tmp_path / "history.bad4").touch()
    (tmp_path / "history.bad4-wal").touch()
    (tmp_path / "history-wal").write_text("log")

    finish_setting_aside(path, "-wal", "-shm")

    assert "log" == (tmp_path / "history.bad-wal").read_text()
    assert not (tmp_path / "history-wal").exists()


def test_nothing_moves_while_there_is_a_file(tmp_path: Path) -> None:
    """What lies beside it is its own."""
    path = tmp_path / "history"
    for name in ("history", "history-wal", "history.bad"):
        (tmp_path / name).touch()

    finish_setting_aside(path, "-wal", "-shm")

    assert not (tmp_path / "history.bad-wal").exists()


def test_nothing_moves_where_nothing_was_set_aside(tmp_path: Path) -> None:
    """Nor where there is no folder."""
    (tmp_path / "history-wal").touch()
    finish_setting_aside(tmp_path / "history", "-wal", "-shm")
    finish_setting_aside(tmp_path / "none" / "history", "-wal", "-shm")

    assert [tmp_path / "history-wal"] == list(tmp_path.iterdir())
