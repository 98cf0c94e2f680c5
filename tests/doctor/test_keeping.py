"""The data folder and all that lies in it is examined, and left as it is."""

import os
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import pytest

from matside.core.ports.findings import Finding, What
from matside.devices.desktop.instance import Instance
from matside.doctor import keeping
from matside.files.folders import DataFolder
from tests.support.disks import small_disk

GOOD = "title: Hops\nblocks: [{kind: circuit, exercises: [{name: Hop, reps: 5}]}]\n"
BAD = "title: Hops\n"


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    """Return a data folder in which nothing is kept yet."""
    made = DataFolder(tmp_path / "data")
    made.make()
    return made


def only(findings: Iterable[Finding]) -> Finding:
    """Return the one finding of `findings`."""
    (finding,) = findings
    return finding


def test_a_folder_that_can_be_written_is_told_with_its_room(data: DataFolder) -> None:
    """Nothing is left in it."""
    before = sorted(data.root.iterdir())

    finding = only(keeping.examine_data(data))

    assert What.DATA_WRITABLE is finding.what
    assert str(data.root) == finding.details["folder"]
    assert before == sorted(data.root.iterdir())


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    """The first start makes it, and can."""
    data = DataFolder(tmp_path / "not" / "yet")

    assert What.DATA_UNMADE is only(keeping.examine_data(data)).what
    assert [] == list(tmp_path.iterdir())


def test_little_room_is_noted_and_none_is_a_fault(tmp_path: Path) -> None:
    """On a disk of a MiB, and on the same when it is full."""
    with small_disk(tmp_path / "disk") as disk:
        data = DataFolder(disk.path)
        scarce = only(keeping.examine_data(data))
        disk.fill()
        full = only(keeping.examine_data(data))

    assert (What.DATA_SCARCE, "1.0 MiB") == (scarce.what, scarce.details["free"])
    assert What.DATA_UNWRITABLE is full.what
    assert "No space left on device" == full.details["reason"]


@pytest.mark.parametrize("folder", [".", "not/yet"])
def test_a_disk_that_can_only_be_read_keeps_nothing(tmp_path: Path, folder: str) -> None:
    """Whether or not the folder is there already."""
    with small_disk(tmp_path / "disk") as disk:
        disk.make_read_only()
        finding = only(keeping.examine_data(DataFolder(disk.path / folder)))

    assert What.DATA_UNWRITABLE is finding.what
    assert "Read-only file system" == finding.details["reason"]


def test_a_file_is_no_data_folder(tmp_path: Path) -> None:
    """The system says why."""
    (tmp_path / "file").touch()

    finding = only(keeping.examine_data(DataFolder(tmp_path / "file")))

    assert (What.DATA_UNWRITABLE, "Not a directory") == (finding.what, finding.details["reason"])


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, "0 bytes"),
        (1023, "1023 bytes"),
        (1024, "1.0 KiB"),
        (10 << 20, "10 MiB"),
        (1 << 50, "1024 TiB"),
    ],
)
def test_sizes_are_written_short(count: int, expected: str) -> None:
    """With a decimal where there is one digit before it."""
    assert expected == keeping.size_of(count)


def test_settings_may_not_be_kept_yet(data: DataFolder) -> None:
    """All of them have their defaults."""
    assert What.NO_SETTINGS is only(keeping.examine_settings(data)).what


def test_settings_that_are_well_are_told(data: DataFolder) -> None:
    """By the file that they are in."""
    data.settings.write_text("volume: 50\n")

    assert Finding(What.SETTINGS_READ, {"file": str(data.settings)}) == only(
        keeping.examine_settings(data)
    )


def test_settings_with_faults_are_told_with_the_first(data: DataFolder) -> None:
    """Each that cannot be used counts."""
    data.settings.write_text("volume: loud\nget_ready: soon\n")

    finding = only(keeping.examine_settings(data))

    assert (What.SETTINGS_FAULTY, "2") == (finding.what, finding.details["count"])
    assert finding.details["fault"].startswith(f"{data.settings}:1:9:")


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_settings_that_are_no_file_are_a_fault(
    data: DataFolder, make: Callable[[Path], None]
) -> None:
    """Nobody waits for a pipe."""
    make(data.settings)

    assert What.SETTINGS_FAULTY is only(keeping.examine_settings(data)).what


def test_a_history_that_is_damaged_is_told_and_stays(data: DataFolder) -> None:
    """Where it lies, and what is wrong."""
    data.history.write_bytes(b"no history at all" * 100)

    finding = only(keeping.examine_history(data))

    assert (What.HISTORY_DAMAGED, str(data.history)) == (finding.what, finding.details["file"])
    assert finding.details["reason"]
    assert [data.history] == list(data.root.glob("history*"))


def test_a_history_that_is_of_tomorrow_is_told(data: DataFolder) -> None:
    """A newer Matside can read it."""
    with closing(sqlite3.connect(data.history)) as connection:
        connection.execute("PRAGMA user_version = 99")
        connection.commit()

    assert What.HISTORY_NEWER is only(keeping.examine_history(data)).what


def test_own_files_are_counted(data: DataFolder) -> None:
    """Workouts and exercises; those that come with Matside are none of them."""
    (data.workouts / "hops.yaml").write_text(GOOD)
    (data.exercises / "hop.yaml").write_text("id: hop\nname: Hop\nreps: 5\n")

    finding = only(keeping.examine_workouts(data))

    assert What.WORKOUTS_GOOD is finding.what
    assert ("1", "1") == (finding.details["workouts"], finding.details["exercises"])


def test_own_files_with_faults_are_counted_with_the_first(data: DataFolder) -> None:
    """Also those that are exercises."""
    (data.workouts / "hops.yaml").write_text(GOOD)
    (data.workouts / "empty.yaml").write_text(BAD)
    (data.exercises / "hop.yaml").write_text("id: hop\n")

    finding = only(keeping.examine_workouts(data))

    assert (What.WORKOUTS_FAULTY, "2") == (finding.what, finding.details["faulty"])
    assert finding.details["fault"].startswith(f"{data.workouts / 'empty.yaml'}:")


def test_a_window_that_has_the_folder_is_told(data: DataFolder) -> None:
    """With its process; to look at it takes nothing away from it."""
    window = Instance(data.root, data.root)
    assert window.claim()

    open_now = only(keeping.examine_running(data))
    another = Instance(data.root, data.root)
    still_claimed = not another.claim()
    window.close()
    closed = only(keeping.examine_running(data))

    assert Finding(What.WINDOW_OPEN, {"process": str(os.getpid())}) == open_now
    assert still_claimed
    assert Finding(What.NO_WINDOW_OPEN) == closed


def test_a_lock_that_was_left_behind_is_no_window(data: DataFolder) -> None:
    """Its process has died."""
    data.lock.write_text("1\nmatside\nhere\n")

    assert Finding(What.NO_WINDOW_OPEN) == only(keeping.examine_running(data))


def test_a_log_without_faults_is_well(data: DataFolder) -> None:
    """Also before there is one."""
    before = only(keeping.examine_log(data))
    data.log.write_text("2026-11-22 18:19:30,123 WARNING matside.ui: no ERROR at all\n")

    assert [What.LOG_EMPTY, What.LOG_KEPT] == [
        before.what,
        only(keeping.examine_log(data)).what,
    ]


def test_faults_in_the_log_are_counted(data: DataFolder) -> None:
    """Lines of tracebacks are not counted by themselves."""
    fault = "2026-11-22 18:19:30,123 ERROR matside: Not caught\nTraceback:\nValueError\n"
    data.log.write_text(2 * fault)

    assert Finding(What.LOG_HAS_FAULTS, {"file": str(data.log), "count": "2"}) == only(
        keeping.examine_log(data)
    )


def test_a_log_that_is_no_file_is_noted(data: DataFolder) -> None:
    """Nothing could be written there."""
    data.log.mkdir()

    finding = only(keeping.examine_log(data))

    assert What.LOG_UNREADABLE is finding.what
    assert finding.details["fault"].startswith(str(data.log))


@pytest.mark.parametrize(
    "name",
    [
        "lock",
        "log.txt",
        "settings.yaml",
        "history.sqlite3",
        "history.sqlite3-journal",
        "history.sqlite3-wal",
        "exercises/hop.yaml",
        "workouts/hops.yaml",
        "workouts",
        ".",
    ],
)
def test_a_pipe_in_place_of_a_file_holds_nobody_up(tmp_path: Path, name: str) -> None:
    """Each examination has an answer, for nothing but a regular file is opened to be read."""
    data = DataFolder(tmp_path / "data")
    if name != ".":
        data.make()
        with closing(sqlite3.connect(data.history)) as history:
            history.execute("CREATE TABLE kept (anything)")
    place = data.root / name
    if place.is_dir():
        place.rmdir()
    place.unlink(missing_ok=True)
    os.mkfifo(place)

    found = {
        examine: list(examine(data))
        for examine in (
            keeping.examine_data,
            keeping.examine_settings,
            keeping.examine_history,
            keeping.examine_workouts,
            keeping.examine_running,
            keeping.examine_log,
        )
    }

    assert [1] * 6 == [len(findings) for findings in found.values()]
    assert place.is_fifo()
