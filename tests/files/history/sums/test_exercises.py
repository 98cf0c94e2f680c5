"""What was done of exercises is what their sets say."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from matside.core.history.imports import Imported, Origin
from matside.core.history.totals import ExerciseDay, ExerciseDone
from matside.core.session.record import SessionOutcome, SetOutcome
from matside.core.weights import Load, Unit
from matside.files.history.imports import adding
from matside.files.history.store import SqliteHistory
from matside.files.history.sums.exercises import exercise_days, exercises_done, last_exercise
from matside.files.slices import finished
from tests.support.exercises_done import exercise_day, exercises_in
from tests.support.kept_sessions import keep_sessions
from tests.support.long_history import make_long_history
from tests.support.random_histories import random_session

NO_EXERCISES: tuple[ExerciseDone, ...] = ()
KILOGRAM = Load(1_000, Unit.KILOGRAM)
NO_DAYS: tuple[ExerciseDay, ...] = ()


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteHistory]:
    """Return a history of random sessions."""
    path = tmp_path_factory.mktemp("data") / "history.sqlite3"
    sessions = (random_session(number, most_sets=12) for number in range(40))
    with closing(SqliteHistory(path)) as made:
        finished(adding(made, [Imported(each, Origin.MATSIDE, 19) for each in sessions]))
        yield made


def test_an_exercise_has_its_days(history: SqliteHistory) -> None:
    """In each session: its sums, and what was most of a set; it is found by id or by name."""
    for move, sessions in exercises_in(history.sessions()).items():
        found = history.read(partial(exercise_days, move=move), NO_DAYS)
        expected = [exercise_day(session, sets) for session, sets in sessions]
        assert expected == list(found)
    assert NO_DAYS == history.read(partial(exercise_days, move="nonsuch"), NO_DAYS)


@pytest.mark.parametrize(
    ("spoil", "days"),
    [
        ("reps = 9e999, seconds = NULL", 1),
        ("reps = NULL, seconds = 9e999", 1),
        ("exercise = x'ff'", 0),
    ],
)
def test_what_cannot_be_is_left_out(tmp_path: Path, spoil: str, days: int) -> None:
    """A set that is damaged hides no other session."""
    path = tmp_path / "history.sqlite3"
    keep_sessions(path, 2)
    with closing(sqlite3.connect(path)) as connection, connection:
        move = connection.execute("SELECT exercise FROM set_done").fetchone()[0]
        where = "" if days == 0 else "WHERE session = 2"
        connection.execute(f"UPDATE set_done SET {spoil} {where}")
    with closing(SqliteHistory(path)) as history:
        assert days == len(history.read(partial(exercise_days, move=move), NO_DAYS))
        last = history.read(last_exercise, None)
        assert (days == 0) == (last is None)


def test_all_exercises_that_were_done_are_known(history: SqliteHistory) -> None:
    """In order of their names, each by the one that it had last."""
    expected = {}
    for move, sessions in exercises_in(history.sessions()).items():
        _, sets = sessions[-1]
        expected[move] = {ExerciseDone(record.exercise, record.name) for record in sets}
    found = history.read(exercises_done, NO_EXERCISES)
    assert expected.keys() == {each.move for each in found}
    assert [] == [each for each in found if each not in expected[each.move]]
    assert sorted(each.name.casefold() for each in found) == [
        each.name.casefold() for each in found
    ]


def test_names_that_never_changed_are_those_of_the_exercises(tmp_path: Path) -> None:
    """Each exercise is there once."""
    path = tmp_path / "history.sqlite3"
    make_long_history(path, 1)
    with closing(SqliteHistory(path)) as history:
        found = history.read(exercises_done, NO_EXERCISES)
    assert {ExerciseDone(f"move-{each}", f"Move {each}") for each in range(11)} == set(found)
    assert 11 == len(found)


def test_the_exercise_that_was_done_last_is_known(history: SqliteHistory) -> None:
    """Of the newest session that is over: the first with a weight if there is any."""
    newest = max(
        (each for each in history.sessions() if each.outcome is not SessionOutcome.OPEN),
        key=lambda each: (any(s.outcome is SetOutcome.DONE for s in each.sets), each.started),
    )
    sets = [each for each in newest.sets if each.outcome is SetOutcome.DONE]
    expected = next((each for each in sets if each.load is not None), sets[0])
    assert (expected.exercise or expected.name) == history.read(last_exercise, None)


def test_of_the_exercises_done_last_one_with_a_weight_is_known(tmp_path: Path) -> None:
    """Also where another one came before it; of no session at all there is none."""
    session = random_session(1, most_sets=12)
    first, second = session.sets[:2]
    bare = replace(first, exercise="bare", outcome=SetOutcome.DONE, load=None)
    loaded = replace(second, exercise="loaded", outcome=SetOutcome.DONE, load=KILOGRAM)
    last = replace(session, outcome=SessionOutcome.FINISHED, sets=(bare, loaded))
    with closing(SqliteHistory(tmp_path / "history.sqlite3")) as history:
        finished(adding(history, [Imported(last, Origin.MATSIDE, 19)]))
        assert "loaded" == history.read(last_exercise, None)
    make_long_history(tmp_path / "empty.sqlite3", 0)
    with closing(SqliteHistory(tmp_path / "empty.sqlite3")) as empty:
        assert empty.read(last_exercise, None) is None
