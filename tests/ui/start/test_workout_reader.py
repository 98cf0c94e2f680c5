"""The workouts are read a little at a time, and what can be done is listed at once."""

from collections.abc import Generator, Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from matside.core.ports.devices import Listed, Origin
from matside.core.workout.model import Block, BlockKind, Exercise, Reps, Workout
from matside.ui.start.workout_reader import FIRST_WAIT, WAIT, Reader
from tests.support.fakes import FakeTicks

pytestmark = pytest.mark.usefixtures("qapp")

CURLS = Workout("Curls", (Block("Circuit", BlockKind.CIRCUIT, (Exercise("Curl", Reps(8)),)),))
BROKEN = Listed("broken", None, ("broken.yaml:1:1: this is empty",), Origin.OWN)
GOOD = tuple(Listed(name, CURLS, origin=Origin.OWN) for name in "abcd")


class SlowFiles:
    """Files each of which takes `ms` to read."""

    def __init__(self, ms: int, *listed: Listed | None) -> None:
        self.ms = ms
        self.listed = listed
        self.times_read = 0
        self._ticks = FakeTicks()

    def reader(self, last: str = "", usual: str = "") -> Reader:
        """Return who reads these files."""
        return Reader(self, last, lambda: self._ticks.nanoseconds, usual=usual)

    def reading(self) -> Iterator[Listed | None]:
        """Read one after the other."""
        for listed in self.listed:
            self._ticks.go_on(self.ms)
            self.times_read += 1
            yield listed

    def finding(self, word: str) -> Generator[None, None, Listed]:
        """Return the one of that name."""
        yield
        found = (listed for listed in self.listed if listed and listed.name == word)
        return next(found, Listed(word, None, ("no such workout",)))


def test_few_files_are_listed_at_once() -> None:
    """What is read within a moment needs no turn of the event loop."""
    files = SlowFiles(FIRST_WAIT // 10, *GOOD)
    reader = files.reader()
    assert GOOD == reader.listing()
    files.ms, files.listed = WAIT // 5, GOOD[1:]
    assert GOOD[1:] == reader.listing()


def test_the_first_reading_lets_the_loop_run() -> None:
    """No step of it reads for longer than a later one, and then all files are listed."""
    files = SlowFiles(WAIT, *GOOD)
    reader = files.reader()
    read_after = [files.times_read for _ in reader.begin()]
    assert ([1, 2, 3, 4], GOOD) == (read_after, reader.listing())


def test_the_first_reading_is_done_once() -> None:
    """What the event loop has had read between two steps is not read again."""
    files = SlowFiles(WAIT, *GOOD)
    reader = files.reader()
    for _ in reader.begin():
        for _ in range(2 * len(GOOD)):
            QCoreApplication.processEvents()
    assert (4, GOOD) == (files.times_read, reader.listing())


def test_the_first_reading_ends_in_time() -> None:
    """Very many files are read on behind the first page, which lists one that can be done."""
    files = SlowFiles(WAIT, *GOOD * FIRST_WAIT)
    reader = files.reader()
    steps = sum(1 for _ in reader.begin())
    read = files.times_read
    assert FIRST_WAIT // WAIT - 1 == steps
    assert ((GOOD[0],), read + 1) == (reader.listing(), files.times_read)


def test_a_long_file_is_read_in_turns(qtbot: QtBot) -> None:
    """A file that has more to read lets the event loop have its turn."""
    files = SlowFiles(0, *GOOD)
    reader = files.reader()
    assert GOOD == reader.listing()
    files.ms, files.listed, files.times_read = WAIT, (None, None, None, GOOD[0]), 0
    with qtbot.waitSignal(reader.completed):
        assert GOOD == reader.listing()
        assert 1 == files.times_read
    assert GOOD[:1] == reader.listing()


def test_an_empty_folder_has_no_workouts() -> None:
    """Nobody waits for what is not there, however often it is asked for."""
    reader = SlowFiles(0).reader()
    assert () == reader.listing()
    assert () == reader.listing()


def test_many_files_are_read_in_turns(qtbot: QtBot) -> None:
    """First the workout of last time is listed; it is told when all of them are."""
    files = SlowFiles(FIRST_WAIT, *GOOD)
    reader = files.reader("c")
    with qtbot.waitSignal(reader.completed):
        assert (GOOD[2],) == reader.listing()
        assert 1 == files.times_read
        assert (GOOD[2],) == reader.listing()
    assert GOOD == reader.listing()
    assert 4 == files.times_read


@pytest.mark.parametrize("last", ["", "gone"])
def test_without_a_last_time_the_first_that_can_be_done_is_listed(last: str) -> None:
    """It is read as far as that, and no further."""
    files = SlowFiles(FIRST_WAIT, BROKEN, *GOOD)
    assert (GOOD[0],) == files.reader(last).listing()
    assert 2 == files.times_read


def test_nobody_waits_for_a_good_one_behind_many_broken_ones() -> None:
    """Where the first files have faults, the one that comes with Matside is listed meanwhile."""
    files = SlowFiles(FIRST_WAIT, *[BROKEN] * 9, *GOOD)
    assert (GOOD[1],) == files.reader(usual="b").listing()
    assert 1 == files.times_read
    files.times_read = 0
    assert (GOOD[0],) == files.reader(usual="gone").listing()
    assert 10 == files.times_read


def test_a_broken_workout_of_last_time_is_listed_with_its_faults() -> None:
    """It is not taken for one that is gone."""
    assert (BROKEN,) == SlowFiles(FIRST_WAIT, *GOOD, BROKEN).reader("broken").listing()


def test_where_none_can_be_done_all_are_listed() -> None:
    """There is nothing else to show."""
    assert (BROKEN, BROKEN) == SlowFiles(FIRST_WAIT, BROKEN, BROKEN).reader().listing()


def test_changes_are_listed_when_they_have_been_read(qtbot: QtBot) -> None:
    """Until then the workouts are listed as they were; what is told is read once."""
    files = SlowFiles(0, *GOOD)
    reader = files.reader()
    assert GOOD == reader.listing()
    files.ms, files.listed, files.times_read = WAIT, GOOD[:3], 0
    with qtbot.waitSignal(reader.completed):
        assert GOOD == reader.listing()
    assert GOOD[:3] == reader.listing()
    assert 3 == files.times_read


def test_who_asks_again_may_find_all_read() -> None:
    """Then the listing is complete without the event loop."""
    files = SlowFiles(WAIT, *GOOD)
    reader = files.reader()
    assert GOOD == reader.listing()
    files.listed = GOOD[:2]
    assert [GOOD, GOOD, GOOD[:2]] == [reader.listing() for _ in range(3)]
