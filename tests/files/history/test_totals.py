"""Sums that the database works out are those of the sessions, and come in a moment."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from matside.core.history.imports import Imported, Origin
from matside.core.history.past import Past
from matside.core.history.totals import totals_of
from matside.core.history.weeks import TrainedDay
from matside.core.session.record import (
    LastSet,
    Planned,
    SessionOutcome,
    SessionRecord,
    SetOutcome,
    SetRecord,
)
from matside.core.weights import Level, Weight
from matside.files.history.imports import adding
from matside.files.history.store import SqliteHistory
from matside.files.history.sums.exercises import exercise_days, exercises_done
from matside.files.history.totals import (
    TotalsListing,
    all_totals,
    done_last,
    heaviest,
    last_sessions,
    last_sets,
    last_totals,
    past_in,
    trained_days,
)
from matside.files.slices import finished
from tests.support.kept_sessions import keep_sessions
from tests.support.long_history import make_long_history
from tests.support.random_histories import random_session


def _ranged(record: SetRecord) -> SetRecord:
    """Return `record` with a range of reps asked for, where reps were done of a known move.

    The level of its weight was set to what was held.
    """
    if record.reps is None or record.exercise is None:
        return record
    light = Weight(Level.LIGHT, 2)
    planned = Planned("8-12 reps", reps=8, reps_to=12, weight=light, load=record.load)
    return replace(record, planned=planned)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where a history of 60 random sessions lies."""
    found = tmp_path_factory.mktemp("data") / "history.sqlite3"
    sessions = (random_session(number, most_sets=12) for number in range(60))
    tables = [
        Imported(
            replace(each, workout=f"workout-{each.id % 4}", sets=tuple(map(_ranged, each.sets))),
            Origin.MATSIDE,
            19,
        )
        for each in sessions
        if each.sets
    ]
    with closing(SqliteHistory(found)) as history:
        finished(adding(history, tables))
    return found


def sessions_with_sets_done(history: SqliteHistory) -> list[SessionRecord]:
    """Return the sessions that count, the first one first."""
    return [
        session
        for session in reversed(history.sessions())
        if any(record.outcome is SetOutcome.DONE for record in session.sets)
    ]


def test_every_session_has_its_sums(history: SqliteHistory) -> None:
    """They are those of its sets and pauses, whoever adds them up."""
    expected = tuple(map(totals_of, history.sessions()))
    assert TotalsListing(expected) == history.read(all_totals, TotalsListing())


def test_a_set_that_was_done_was_not_cut(tmp_path: Path) -> None:
    """Whatever its row says: no sum is below 0, and each is that of the sets."""
    path = tmp_path / "history.sqlite3"
    keep_sessions(path, 1)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE set_done SET cut = 1")
        connection.execute("UPDATE set_done SET outcome = 'skipped' WHERE number = 1")
    with closing(SqliteHistory(path)) as history:
        (session,) = history.sessions()
        (totals,) = history.read(all_totals, TotalsListing()).sessions
    assert [True, False] == [record.is_cut for record in session.sets]
    assert (1, 0, 1) == (totals.done, totals.skipped, totals.cut)
    assert totals_of(session) == totals


def test_a_session_that_cannot_be_read_is_named(path: Path, tmp_path: Path) -> None:
    """All others are summed up; where a page is damaged they are read one by one."""
    copy = tmp_path / "history.sqlite3"
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        target.execute("UPDATE session SET started = 'never' WHERE id = 2")
        target.commit()
    with closing(SqliteHistory(copy)) as history:
        found = history.read(all_totals, TotalsListing())
        assert ('session 2 is left out: "never" is no hour with an offset',) == found.faults
        expected = tuple(map(totals_of, history.sessions()))
        assert expected == found.sessions
        assert 2 not in [each.id for each in found.sessions]
        assert date(2024, 2, 29) <= history.read(trained_days, ())[0].day
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET rootpage = 9999 WHERE name = 'pause'")
        connection.commit()
    with closing(SqliteHistory(copy)) as history:
        found = history.read(all_totals, TotalsListing())
        assert tuple(map(totals_of, history.sessions())) == found.sessions
        assert len(found.faults) > 1


def test_trouble_is_no_damage(path: Path) -> None:
    """Where reading is interrupted nothing is read one by one."""
    with closing(sqlite3.connect(path)) as connection:
        connection.set_progress_handler(lambda: 1, 1)
        with pytest.raises(sqlite3.OperationalError, match="interrupted"):
            all_totals(connection)


def test_days_are_those_of_the_athlete(history: SqliteHistory) -> None:
    """By the clock on the wall, in order, with all that ran on them."""
    days: dict[date, TrainedDay] = {}
    for session in sessions_with_sets_done(history):
        day = session.started.date()
        before = days.get(day, TrainedDay(day, 0, 0))
        days[day] = TrainedDay(day, before.sessions + 1, before.seconds + (session.seconds or 0))
    assert tuple(days[day] for day in sorted(days)) == history.read(trained_days, ())


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE session SET ran = 9223372036854775807",
        "UPDATE session SET ran = 9e999",
        "UPDATE session SET started = '9999-12-31T23:59:59+00:00'",
    ],
)
def test_days_that_cannot_be_are_left_out(tmp_path: Path, spoil: str) -> None:
    """They hide no others, and nobody computes with them."""
    path = tmp_path / "history.sqlite3"
    keep_sessions(path, 2)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE session SET started = '2026-02-01T07:30:00+01:00' WHERE id = 1")
        connection.execute(f"{spoil} WHERE id = 2")
        connection.execute(
            "INSERT INTO session (workout, title, started, outcome, ran)"
            " SELECT workout, title, started, outcome, ran FROM session WHERE id = 2"
        )
        connection.execute("UPDATE set_done SET session = 3 WHERE number = 4")
    with closing(SqliteHistory(path)) as history:
        assert (TrainedDay(date(2026, 2, 1), 1, 75),) == history.read(trained_days, ())


@pytest.mark.parametrize("ran", ["9223372036854775807", "9e999", "-1", "'long'", "1000000000001"])
def test_a_session_that_ran_for_ever_hides_no_other_of_its_day(tmp_path: Path, ran: str) -> None:
    """It is left out, as it is in the list of sessions."""
    path = tmp_path / "history.sqlite3"
    keep_sessions(path, 2)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE session SET started = '2026-02-01T07:30:00+01:00'")
        connection.execute(f"UPDATE session SET ran = {ran} WHERE id = 2")
    with closing(SqliteHistory(path)) as history:
        assert (TrainedDay(date(2026, 2, 1), 1, 75),) == history.read(trained_days, ())
        listed = history.read(all_totals, TotalsListing()).sessions
        assert [1] == [each.id for each in listed]


def test_the_last_session_of_each_workout_is_known_in_sums(history: SqliteHistory) -> None:
    """All that it came to; one that was stopped, or is open, is none to be compared with."""
    sessions = sorted(sessions_with_sets_done(history), key=lambda each: each.started)
    finished = [each for each in sessions if each.outcome is SessionOutcome.FINISHED]
    expected = {each.workout: totals_of(each) for each in finished}
    assert expected == history.read(last_totals, {})
    assert expected != {each.workout: totals_of(each) for each in sessions}


def test_it_is_known_when_each_workout_was_done_last(history: SqliteHistory) -> None:
    """Also where it was stopped: something was done."""
    sessions = sorted(sessions_with_sets_done(history), key=lambda each: each.started)
    over = [each for each in sessions if each.outcome is not SessionOutcome.OPEN]
    assert {each.workout: each.started for each in over} == history.read(done_last, {})
    assert SessionOutcome.STOPPED in {each.outcome for each in over}


def test_the_heaviest_of_each_exercise_is_known(history: SqliteHistory) -> None:
    """All that was held together counts; exercises without a weight are not there."""
    held: dict[str, int] = {}
    for session in sessions_with_sets_done(history):
        for record in session.sets:
            if record.outcome is SetOutcome.DONE and record.held:
                move = record.exercise or record.name
                held[move] = max(held.get(move, 0), record.held)
    assert held == history.read(heaviest, {})


def test_the_last_time_of_each_exercise_is_known(history: SqliteHistory) -> None:
    """Its sets, in order, with what was done and held; a session that is open is no last time."""
    expected: dict[str, tuple[LastSet, ...]] = {}
    for session in sorted(sessions_with_sets_done(history), key=lambda each: each.started):
        if session.outcome is SessionOutcome.OPEN:
            continue
        done: dict[str, list[LastSet]] = {}
        for each in session.sets:
            if each.outcome is SetOutcome.DONE:
                last = LastSet(
                    each.exercise,
                    each.name,
                    each.side,
                    each.reps,
                    each.seconds,
                    each.load,
                    None if each.planned is None else each.planned.weight,
                    None if each.planned is None else each.planned.load,
                )
                done.setdefault(each.exercise or each.name, []).append(last)
        expected |= {move: tuple(sets) for move, sets in done.items()}
    assert expected == history.read(last_sets, {})


def test_equal_weights_of_the_last_time_are_one_object(history: SqliteHistory) -> None:
    """So those of thousands of sets are told apart at a glance."""
    sets = [each for found in history.read(last_sets, {}).values() for each in found]
    held = [part for each in sets for part in (each.load, each.weight, each.level_load) if part]
    assert len(held) > len(set(held)) > 0
    assert len(set(held)) == len(set(map(id, held)))


def test_without_a_history_there_is_nothing(tmp_path: Path) -> None:
    """And none is made by asking."""
    with closing(SqliteHistory(tmp_path / "history.sqlite3")) as history:
        assert () == history.read(trained_days, ())
    assert [] == list(tmp_path.iterdir())


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where a history of 20 years lies: four sessions a week, of 33 sets each."""
    path = tmp_path_factory.mktemp("years") / "history.sqlite3"
    make_long_history(path)
    return path


@pytest.mark.real_time
@pytest.mark.parametrize(
    "query",
    [
        trained_days,
        done_last,
        last_totals,
        heaviest,
        last_sets,
        exercises_done,
        lambda connection: exercise_days(connection, "move-3"),
    ],
    ids=["days", "done last", "last totals", "heaviest", "last sets", "exercises", "one exercise"],
)
def test_a_page_waits_for_no_sum(
    years: Path, query: Callable[[sqlite3.Connection], object]
) -> None:
    """Of 20 years each is there after less than 200 ms of the processor."""
    with closing(SqliteHistory(years)) as history:
        began = time.process_time()
        assert history.read(query, None)
        assert time.process_time() - began < 0.2


def test_the_last_sessions_of_ranges_are_known(history: SqliteHistory) -> None:
    """Three of each exercise for which a range was asked for, the newest first, with all sets."""
    found = history.read(last_sessions, {})
    sessions = [each for each in history.sessions() if each.outcome is not SessionOutcome.OPEN]
    newest_first = sorted(sessions, key=lambda each: each.started, reverse=True)
    expected: dict[str, list[list[SetRecord]]] = {}
    ranged: set[str] = set()
    for session in newest_first:
        done: dict[str, list[SetRecord]] = {}
        for record in session.sets:
            move = record.exercise or record.name
            done.setdefault(move, []).append(record)
            if record.planned is not None and record.planned.reps_to is not None:
                ranged.add(move)
        for move, sets in done.items():
            expected.setdefault(move, []).append(sets)
    assert ranged
    assert {move: expected[move][:3] for move in ranged} == found


def test_past_has_days_workouts_and_weights(tmp_path: Path) -> None:
    """Each by the name under which it is looked for."""
    path = tmp_path / "history.sqlite3"
    make_long_history(path, years=1)
    with closing(SqliteHistory(path)) as history:
        past = history.read(past_in, Past())
    assert 208 == len(past.days)
    assert {"workout-0", "workout-1", "workout-2"} == set(past.last)
    assert 33 == past.last["workout-1"].done
    assert 11 == len(past.heaviest)
    assert 2 * 4_500 == past.heaviest["move-1"]


def test_session_that_is_open_is_not_past(tmp_path: Path) -> None:
    """It may be taken up, and is then compared with what was before it."""
    path = tmp_path / "history.sqlite3"
    make_long_history(path, years=1)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE session SET outcome = 'open' WHERE id = 208")
        connection.execute("UPDATE set_done SET grams = 50000 WHERE session = 208")
        connection.commit()
    with closing(SqliteHistory(path)) as history:
        past = history.read(past_in, Past())
    assert 207 == len(past.days)
    assert 208 not in {each.id for each in past.last.values()}
    assert max(past.done.values()).date() == past.days[-1].day
    assert 50_000 > max(past.heaviest.values())


def test_there_is_no_past_without_a_history(tmp_path: Path) -> None:
    """Nor is a history made by asking."""
    with closing(SqliteHistory(tmp_path / "history.sqlite3")) as history:
        assert Past() == history.read(past_in, Past())
    assert [] == list(tmp_path.iterdir())
