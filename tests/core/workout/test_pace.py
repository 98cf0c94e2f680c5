"""How long a rep takes, and what is remembered of it."""

from dataclasses import replace

import pytest

from matside.core.settings import PACE, Settings
from matside.core.workout.pace import PACE_STEP, pace_of, with_pace_changed
from tests.support.core_samples import S, counted


def test_rep_takes_what_is_written_until_another_pace_is_remembered() -> None:
    """The seconds of the exercise hold, then those that the athlete has chosen."""
    curl = counted(rep_seconds=4)

    assert 4 * S == pace_of(curl, Settings())
    assert 2_500 == pace_of(curl, Settings(paces={"Curl at 4 s": 2_500}))


def test_two_of_one_name_keep_the_paces_that_are_written_for_them() -> None:
    """A pace is remembered for the exercise as it is written, and the other is left alone."""
    slow = counted(rep_seconds=6)

    settings = with_pace_changed(Settings(), counted(), -PACE_STEP)

    assert (2_500, 6 * S) == (pace_of(counted(), settings), pace_of(slow, settings))


def test_pace_of_older_settings_holds_until_another_is_chosen() -> None:
    """They kept it by the name alone; what is written goes before it only when chosen."""
    old = Settings(paces={"Curl": 3_500})
    assert [3_500, 3_500] == [pace_of(counted(rep_seconds=each), old) for each in (3, 6)]

    settings = with_pace_changed(old, counted(), -PACE_STEP)

    assert (3 * S, 3_500) == (
        pace_of(counted(), settings),
        pace_of(counted(rep_seconds=6), settings),
    )


def test_pace_is_remembered_by_id_where_there_is_one() -> None:
    """An exercise of the catalogue keeps its pace under whatever name it is shown."""
    settings = with_pace_changed(Settings(), counted(id="hammer-curl"), -PACE_STEP)

    assert {"hammer-curl at 3 s": 2_500} == settings.paces
    assert 2_500 == pace_of(counted(id="hammer-curl", name="My curl"), settings)
    assert 3 * S == pace_of(counted(), settings)


def test_each_change_is_half_a_second_from_the_last() -> None:
    """Faster twice takes a second off, slower puts half a second on."""
    settings = Settings()
    for by, pace in ((-PACE_STEP, 2_500), (-PACE_STEP, 2_000), (PACE_STEP, 2_500)):
        settings = with_pace_changed(settings, counted(), by)

        assert {"Curl at 3 s": pace} == settings.paces


def test_written_pace_is_not_remembered() -> None:
    """Back at what is written, the exercise follows its file again."""
    settings = with_pace_changed(Settings(paces={"Curl at 3 s": 3_500}), counted(), -PACE_STEP)

    assert {} == settings.paces


def test_paces_of_other_exercises_stay() -> None:
    """Each exercise has a pace of its own."""
    settings = with_pace_changed(Settings(paces={"Row": 5_000}), counted(), PACE_STEP)

    assert {"Row": 5_000, "Curl at 3 s": 3_500} == settings.paces


@pytest.mark.parametrize(("written", "by", "end"), [(1, -PACE_STEP, 1), (30, PACE_STEP, 30)])
def test_pace_stays_within_a_second_and_half_a_minute(written: int, by: int, end: int) -> None:
    """Beyond the ends of the range nothing changes."""
    exercise = counted(rep_seconds=written)

    assert (PACE.low, PACE.high) == (1 * S, 30 * S)
    assert end * S == pace_of(exercise, with_pace_changed(Settings(), exercise, by))


def test_pace_is_remembered_for_the_seconds_of_a_tempo() -> None:
    """They replace those that are written, in the name of what is remembered too; so do halves."""
    press, quick = replace(counted(), tempo="3-1-1"), counted(rep_seconds=2.5)
    settings = Settings(paces={"Curl at 5 s": 4_000, "Curl at 2.5 s": 2_000})

    assert (5_000, 2_500) == (pace_of(press, Settings()), pace_of(quick, Settings()))
    assert (4_000, 2_000) == (pace_of(press, settings), pace_of(quick, settings))
