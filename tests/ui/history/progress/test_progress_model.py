"""What is read of an exercise is the last thing that was asked for."""

import pytest
from pytestqt.qtbot import QtBot

from matside.core.ports.devices import ask_at_once
from matside.core.session.record import SessionRecord
from matside.ui.history.progress.progress_model import Progress, ProgressModel
from tests.support.archive import FakeArchive
from tests.support.exercises_done import exercise_day, exercise_names, exercises_in
from tests.support.fakes import FakeDisk
from tests.support.random_histories import random_session


def sessions() -> list[SessionRecord]:
    """Return a few sessions."""
    made = (random_session(number, most_sets=12) for number in range(1, 8))
    return [each for each in made if each.sets]


def seen(model: ProgressModel) -> Progress:
    """Return what the model has read."""
    assert model.progress is not None
    return model.progress


@pytest.fixture
def archive(qtbot: QtBot) -> FakeArchive:
    """Return an archive with a few sessions."""
    del qtbot
    return FakeArchive(sessions())


def days_of(archive: FakeArchive, move: str) -> list[object]:
    """Return what was done of an exercise."""
    return [exercise_day(*each) for each in exercises_in(archive.kept.values())[move]]


def test_the_exercise_that_was_done_last_is_read_first(archive: FakeArchive) -> None:
    """With all names to choose from."""
    model = ProgressModel(archive, ask_at_once)
    model.look()
    last = archive.last_exercise()
    assert last is not None
    expected = Progress(exercise_names(archive.kept.values()), last, days_of(archive, last))
    assert expected == model.progress


def test_without_sessions_there_is_nothing(qtbot: QtBot) -> None:
    """Nothing is chosen."""
    model = ProgressModel(FakeArchive(), ask_at_once)
    with qtbot.waitSignal(model.changed):
        model.look()
    assert Progress([], None, ()) == model.progress


def test_of_many_that_are_chosen_the_last_one_is_read(archive: FakeArchive) -> None:
    """Whoever holds an arrow key waits for two answers at most."""
    disk = FakeDisk()
    model = ProgressModel(archive, disk.ask)
    model.look()
    disk.go_on()
    moves = [each.move for each in seen(model).exercises]
    for move in moves:
        model.choose(move)
    assert 1 == disk.waiting
    disk.go_on()
    disk.go_on()
    assert 0 == disk.waiting
    assert (moves[-1], days_of(archive, moves[-1])) == (
        seen(model).move,
        list(seen(model).days),
    )


def test_what_is_chosen_already_is_not_read_again(archive: FakeArchive) -> None:
    """Unless somebody looks."""
    disk = FakeDisk()
    model = ProgressModel(archive, disk.ask)
    model.look()
    disk.go_on()
    model.choose(seen(model).move or "")
    assert 0 == disk.waiting
    model.look()
    model.look()
    disk.go_on()
    assert 1 == disk.waiting


def test_an_exercise_that_is_gone_gives_way(archive: FakeArchive) -> None:
    """As where the only session of it was deleted."""
    model = ProgressModel(archive, ask_at_once)
    model.look()
    newest = max(archive.kept.values(), key=lambda each: each.started)
    for each in [each for each in archive.kept if each != newest.id]:
        archive.delete(each)
    only = {record.exercise or record.name for record in newest.sets}
    model.choose("nonsuch")
    assert seen(model).move in only
    model.look()
    assert {each.move for each in seen(model).exercises} <= only


def test_where_nothing_can_be_read_what_was_read_stays(archive: FakeArchive) -> None:
    """And what was chosen is what is shown; it is tried again when somebody looks."""
    model = ProgressModel(archive, ask_at_once)
    model.look()
    before = seen(model)
    archive.fault = "the disk is gone"
    other = next(each.move for each in before.exercises if each.move != before.move)
    model.choose(other)
    assert before == model.progress
    archive.fault = None
    model.choose(other)
    assert other == seen(model).move
