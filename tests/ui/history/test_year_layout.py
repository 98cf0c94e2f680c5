"""The days and weeks of a year lie in their places, however much room there is."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from matside.core.history.weeks import TrainedDay
from matside.core.history.year import Year, year_of
from matside.ui.drawing.lettering import width_of
from matside.ui.history.year_layout import DAYS, YearLayout, heights, lay_out_year, month_marks

TODAY = date(2026, 11, 29)
CAP = 11.0
ROOMS = ((560, 300), (780, 260), (1600, 700))


def year_with(minutes: int) -> Year:
    """Return a year whose longest week has so many `minutes`."""
    days = (TrainedDay(TODAY - timedelta(days=30), 1, 600), TrainedDay(TODAY, 1, 60 * minutes))
    return year_of(days, TODAY, 1, 0)


def laid_out(room: tuple[int, int], minutes: int = 46) -> tuple[Year, YearLayout]:
    """Return a year, and its layout in `room`."""
    year = year_with(minutes)
    return year, lay_out_year(*room, CAP, year)


@pytest.mark.parametrize("room", ROOMS)
def test_days_lie_apart_and_inside(room: tuple[int, int]) -> None:
    """From the first one to the last one, a week below a month, a day beside its name."""
    year, layout = laid_out(room)
    last = len(year.weeks) - 1

    for one, other in (((0, 0), (1, 0)), ((0, 0), (0, 1)), ((last - 1, 6), (last, 6))):
        assert not layout.day(*one).intersects(layout.day(*other))
    assert layout.day(0, 0).left() >= layout.left
    assert layout.day(last, DAYS - 1).right() <= room[0]
    assert layout.bars.bottom() <= room[1]


@pytest.mark.parametrize("minutes", [10, 46, 67, 300, 5000])
@pytest.mark.parametrize("room", ROOMS)
def test_the_longest_week_fits_below_the_highest_line(room: tuple[int, int], minutes: int) -> None:
    """And fills more than a third of the height."""
    _, layout = laid_out(room, minutes)

    assert layout.top / 3 <= minutes <= layout.top
    assert 0 == layout.top % layout.step
    assert layout.bars.top() <= layout.bar(52, minutes).top()


@pytest.mark.parametrize("minutes", [10, 20, 30, 40, 60, 90, 120])
@pytest.mark.parametrize("room", ROOMS)
def test_seconds_beyond_a_line_fit_below_the_next(room: tuple[int, int], minutes: int) -> None:
    """A week is seldom as long as whole minutes."""
    seconds = 60 * minutes + 50
    year = year_of([TrainedDay(TODAY, 1, seconds)], TODAY, 1, 0)
    layout = lay_out_year(*room, CAP, year)

    assert seconds / 60 <= layout.top


@pytest.mark.parametrize("room", ROOMS)
def test_months_do_not_touch(room: tuple[int, int]) -> None:
    """Each stands over the week of its first day."""
    year, layout = laid_out(room)
    marks = list(month_marks(year, layout, CAP))

    assert len(marks) >= 11
    for (name, x), (_, after) in pairwise(marks):
        assert x + width_of(name, CAP) < after
    assert ("Nov", layout.week(48)) == marks[-1]


def test_a_point_has_its_day() -> None:
    """Below the days there is none."""
    _, layout = laid_out(ROOMS[0])
    middle = layout.day(3, 2).center()

    assert (3, 2) == layout.place_at(middle.x(), middle.y())
    assert (3, None) == layout.place_at(middle.x(), layout.bars.top())


def test_it_has_room_in_the_least_height() -> None:
    """Nothing is lower than its words; as usual bars and days are higher."""
    year = year_with(46)
    least, usual = (lay_out_year(560, each, CAP, year) for each in heights(560, CAP, year))

    assert (5.0, 6.0) == tuple(pytest.approx(each.bars.height() / CAP) for each in (least, usual))
    assert 0.8 * CAP <= least.row < usual.row
