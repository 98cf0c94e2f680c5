"""What the history page knows is read beside the window; its changes are written in order."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest

from matside.core.history.weeks import TrainedDay
from matside.core.session.record import SessionOutcome, SessionRecord
from matside.core.weights import Load, Unit
from matside.override import override
from matside.ui.history.history_model import HistoryModel
from tests.support.archive import FakeArchive
from tests.support.fakes import FakeDisk
from tests.support.situations import runners_workout
from tests.support.trained import NOW, session_of

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def sessions(count: int = 3) -> list[SessionRecord]:
    """Return so many sessions, a week apart, the last of them of today."""
    return [
        session_of(runners_workout(), number, NOW - timedelta(weeks=count - number))
        for number in range(1, count + 1)
    ]


class CountedArchive(FakeArchive):
    """Counts how many times all days were read."""

    times = 0

    @override
    def days(self) -> tuple[TrainedDay, ...]:
        """Count one more."""
        self.times += 1
        return super().days()


@pytest.fixture
def archive() -> FakeArchive:
    """Return an archive of three sessions."""
    return FakeArchive(sessions())


@pytest.fixture
def disk() -> FakeDisk:
    """Return a disk that answers when it is told to."""
    return FakeDisk()


@pytest.fixture
def model(archive: FakeArchive, disk: FakeDisk) -> HistoryModel:
    """Return what has read that archive."""
    made = HistoryModel(archive, disk.ask)
    made.look(FIRST, LAST)
    disk.catch_up()
    return made


def test_nothing_is_known_before_the_disk_answers(archive: FakeArchive, disk: FakeDisk) -> None:
    """Nobody waits for it."""
    model = HistoryModel(archive, disk.ask)
    model.look(FIRST, LAST)

    assert (None, None) == (model.days, model.sessions)


def test_the_sessions_come_before_the_days(archive: FakeArchive, disk: FakeDisk) -> None:
    """To read all days takes longer, and somebody else may know them already."""
    model = HistoryModel(archive, disk.ask)
    model.look(FIRST, LAST)
    disk.go_on()
    assert (None, 3) == (model.days, len(model.sessions or ()))
    model.know(archive.days()[:1])
    assert archive.days()[:1] == model.days

    disk.go_on()

    assert archive.days() == model.days
    model.know(())
    assert archive.days() == model.days


def test_days_that_are_as_they_were_are_not_told_of(model: HistoryModel, disk: FakeDisk) -> None:
    """The year would be painted anew."""
    told: list[None] = []
    model.changed.connect(lambda: told.append(None))
    model.look(FIRST, LAST)
    disk.catch_up()

    assert [None] == told


def test_days_that_are_old_by_now_are_read_again(
    model: HistoryModel, archive: FakeArchive, disk: FakeDisk
) -> None:
    """One of them is that of a session that was deleted meanwhile."""
    model.look(FIRST, LAST)
    old = archive.days()
    model.delete()
    disk.go_on()
    disk.go_on()
    assert old == model.days
    disk.catch_up()

    assert archive.days() == model.days
    assert len(old) - 1 == len(archive.days())


def test_days_are_read_once_for_each_look(disk: FakeDisk) -> None:
    """However much is changed while they are read: ten years of them take long."""
    archive = CountedArchive(sessions())
    model = HistoryModel(archive, disk.ask)
    model.look(FIRST, LAST)
    disk.catch_up()
    model.look(FIRST, LAST)
    model.rate(1)
    model.change_note("Cold hands")
    model.delete()
    disk.catch_up()

    assert 3 == archive.times
    assert archive.days() == model.days


def test_days_that_cannot_be_read_are_told_of(
    model: HistoryModel, archive: FakeArchive, disk: FakeDisk
) -> None:
    """The sessions are there all the same."""
    model.look(FIRST, LAST)
    disk.go_on()
    archive.fault = "the disk is gone"
    disk.catch_up()

    assert ("the disk is gone", 3) == (model.fault, len(model.sessions or ()))


def test_it_tells_what_has_been_written(model: HistoryModel, disk: FakeDisk) -> None:
    """Once it is on the disk: sums that others have read are old then."""
    told: list[None] = []
    model.written.connect(lambda: told.append(None))
    model.rate(5)
    assert [] == told
    disk.catch_up()
    assert [None] == told


def test_the_newest_session_is_selected(model: HistoryModel, archive: FakeArchive) -> None:
    """With its sets; all others in sums."""
    assert [3, 2, 1] == [each.id for each in model.sessions or ()]
    assert archive.kept[3] == model.record
    assert 3 == len(model.days or ())


def test_another_session_is_selected(
    model: HistoryModel, archive: FakeArchive, disk: FakeDisk
) -> None:
    """Its sets come when the disk answers, and a late answer for another is no more heard."""
    model.select(1)
    model.select(2)
    assert model.record is None
    disk.catch_up()

    assert archive.kept[2] == model.record


def test_only_the_years_that_were_asked_for_last_are_shown(
    model: HistoryModel, disk: FakeDisk
) -> None:
    """Two presses in a row show one year."""
    model.look(date(2025, 1, 1), date(2025, 12, 31))
    model.look(FIRST, LAST)
    disk.catch_up()

    assert 3 == len(model.sessions or ())


def test_a_session_that_was_done_meanwhile_is_selected(
    model: HistoryModel, archive: FakeArchive, disk: FakeDisk
) -> None:
    """The page is opened to look at it; else the one that was selected stays so."""
    model.select(1)
    model.look(FIRST, LAST)
    disk.catch_up()
    assert 1 == model.selected

    archive.kept[4] = session_of(runners_workout(), 4, NOW + timedelta(hours=1))
    model.look(FIRST, LAST)
    disk.catch_up()

    assert (4, archive.kept[4]) == (model.selected, model.record)


def test_a_session_that_is_chosen_meanwhile_stays_chosen(
    model: HistoryModel, archive: FakeArchive, disk: FakeDisk
) -> None:
    """The disk may answer late."""
    model.look(FIRST, LAST)
    model.select(1)
    disk.catch_up()

    assert (1, archive.kept[1]) == (model.selected, model.record)


def test_what_is_changed_meanwhile_stays_changed(model: HistoryModel, disk: FakeDisk) -> None:
    """What was read before it is old."""
    model.look(FIRST, LAST)
    model.rate(1)
    disk.go_on()
    assert model.record is not None
    assert 1 == model.record.effort
    disk.catch_up()

    assert 1 == model.record.effort


def test_what_is_changed_stays_changed_where_its_session_is_selected_again(
    model: HistoryModel, disk: FakeDisk
) -> None:
    """Its sets were read before the change."""
    model.select(3)
    model.rate(1)
    disk.go_on()
    assert model.record is not None
    assert 1 == model.record.effort
    disk.catch_up()

    assert 1 == model.record.effort


def test_a_session_that_could_not_be_deleted_cannot_be_put_back(
    model: HistoryModel, archive: FakeArchive, disk: FakeDisk
) -> None:
    """It is there again."""
    archive.fault = "the disk is full"
    model.delete()
    disk.go_on()
    archive.fault = None
    disk.catch_up()

    assert ([3, 2, 1], None) == ([each.id for each in model.sessions or ()], model.deleted)


def test_a_set_is_corrected_at_once_and_written(
    model: HistoryModel, archive: FakeArchive, disk: FakeDisk
) -> None:
    """The sums follow."""
    assert model.record is not None
    before = (model.sessions or ())[0].grams
    counted = next(each for each in model.record.sets if each.load is not None)
    changed = replace(counted, reps=12, load=Load(9_000, Unit.KILOGRAM))

    model.change_set(changed)

    assert changed in model.record.sets
    assert (model.sessions or ())[0].grams > before
    assert changed not in archive.kept[3].sets
    disk.catch_up()
    assert changed in archive.kept[3].sets


def test_a_set_that_stays_as_it_is_is_not_written(model: HistoryModel, disk: FakeDisk) -> None:
    """Nor is one that is not there."""
    assert model.record is not None
    known = model.record.sets[0]

    model.change_set(known)
    model.change_set(replace(known, key=known.key._replace(round=90)))

    assert 0 == disk.waiting


def test_note_and_effort_are_kept(
    model: HistoryModel, archive: FakeArchive, disk: FakeDisk
) -> None:
    """The same effort again takes it back."""
    model.change_note("Cold hands")
    model.rate(5)
    disk.catch_up()
    assert ("Cold hands", 5) == (archive.kept[3].note, archive.kept[3].effort)

    model.rate(5)
    model.change_note("")
    disk.catch_up()
    assert (None, None) == (archive.kept[3].note, archive.kept[3].effort)


def test_a_deleted_session_can_be_put_back(
    model: HistoryModel, archive: FakeArchive, disk: FakeDisk
) -> None:
    """Several, the last one first; the next older one is shown meanwhile."""
    model.delete()
    disk.catch_up()
    model.delete()
    disk.catch_up()
    assert ([1], 1) == ([each.id for each in model.sessions or ()], model.selected)
    assert {1} == archive.kept.keys()
    assert model.deleted is not None
    assert 2 == model.deleted.id

    for expected in (2, 3):
        model.put_back()
        disk.catch_up()
        assert expected == model.selected
    assert {1, 2, 3} == archive.kept.keys()
    assert model.deleted is None


def test_what_is_read_because_of_a_deletion_is_read_after_it(
    model: HistoryModel, archive: FakeArchive, disk: FakeDisk
) -> None:
    """Whoever is told of it may read the history at once; what he reads stays true."""
    found: list[object] = []
    model.deleting.connect(lambda gone: disk.ask(partial(archive.session, gone), found.append))
    model.deleting.connect(lambda _: model.look(FIRST, LAST))
    model.delete()
    assert 4 == disk.waiting  # the deletion, what reads, and one look, which reads twice
    disk.catch_up()

    assert [None] == found
    assert [2, 1] == [each.id for each in model.sessions or ()]


def test_the_last_one_can_be_deleted(disk: FakeDisk) -> None:
    """Then there is nothing to show, and nothing to delete."""
    model = HistoryModel(FakeArchive(sessions(1)), disk.ask)
    model.look(FIRST, LAST)
    disk.catch_up()

    model.delete()
    model.delete()
    disk.catch_up()

    assert ([], None, None) == (list(model.sessions or ()), model.selected, model.record)


def test_a_session_that_is_not_over_stays_as_it_is(disk: FakeDisk) -> None:
    """It is written by the window that has it, or will be taken up."""
    still_open = replace(sessions(1)[0], outcome=SessionOutcome.OPEN)
    archive = FakeArchive([still_open])
    model = HistoryModel(archive, disk.ask)
    model.look(FIRST, LAST)
    disk.catch_up()

    model.delete()
    model.rate(1)
    model.change_note("x")
    model.change_set(replace(still_open.sets[0], reps=1))
    disk.catch_up()

    assert {1: still_open} == archive.kept


def test_what_cannot_be_written_is_told_and_not_shown(
    model: HistoryModel, archive: FakeArchive, disk: FakeDisk
) -> None:
    """Once the disk can be read again, there is what it really has."""
    archive.fault = "the disk is full"
    model.rate(1)
    disk.go_on()
    assert "the disk is full" == model.fault
    archive.fault = None
    disk.catch_up()

    assert model.record is not None
    assert 3 == model.record.effort


def test_what_cannot_be_put_back_is_offered_again(
    model: HistoryModel, archive: FakeArchive, disk: FakeDisk
) -> None:
    """A session is not lost because another program has the history for a moment."""
    model.delete()
    disk.catch_up()
    archive.fault = "the history is locked by another program"
    model.put_back()
    disk.catch_up()
    archive.fault = None
    assert model.deleted is not None

    model.put_back()
    disk.catch_up()
    assert ([1, 2, 3], 3) == (sorted(archive.kept), model.selected)


def test_what_cannot_be_deleted_is_not_offered(
    model: HistoryModel, archive: FakeArchive, disk: FakeDisk
) -> None:
    """It is still there; also where it was to be put back before the disk answered."""
    archive.fault = "the disk is full"
    model.delete()
    disk.catch_up()
    assert model.deleted is None

    archive.fault = None
    model.look(FIRST, LAST)
    disk.catch_up()
    assert [3, 2, 1] == [each.id for each in model.sessions or ()]


def test_once_all_is_deleted_nothing_comes_back(
    model: HistoryModel, archive: FakeArchive, disk: FakeDisk
) -> None:
    """Neither what was deleted before."""
    model.delete()
    disk.catch_up()
    model.forget_deleted()

    model.put_back()
    disk.catch_up()
    assert model.deleted is None
    assert [1, 2] == sorted(archive.kept)


def test_what_cannot_be_read_is_told(archive: FakeArchive, disk: FakeDisk) -> None:
    """And nothing else is shown."""
    archive.fault = "the history is damaged"
    model = HistoryModel(archive, disk.ask)
    model.look(FIRST, LAST)
    disk.catch_up()

    assert ("the history is damaged", None) == (model.fault, model.sessions)
