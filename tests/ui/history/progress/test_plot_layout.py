"""The plot of an exercise shows what was done, whatever that is."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale, QRectF

from matside.core.history.totals import ExerciseDay
from matside.core.history.trend import trend_of
from matside.core.weights import Unit
from matside.ui.drawing.marks import Box, Stroke
from matside.ui.drawing.theme import DARK, LIGHT, WORK, Theme
from matside.ui.history.progress.plot_layout import (
    PlotLayout,
    PlotLook,
    lay_out_plot,
    most_periods,
)
from tests.support.colours import contrast
from tests.support.exercise_days import HOLDS, LIFTS, ONE, REPS, TODAY, UNEVEN

pytestmark = pytest.mark.usefixtures("qapp")

ROOM = QRectF(10, 20, 500, 260)
EDGE = 3.0


def plot(
    days: Sequence[ExerciseDay],
    room: QRectF = ROOM,
    theme: Theme = DARK,
    unit: Unit = Unit.KILOGRAM,
) -> PlotLayout:
    """Return the plot of `days`."""
    trend = trend_of(days, TODAY, most_periods(room.width(), room.height(), 11), 0)
    assert trend is not None
    return lay_out_plot(trend, unit, room, PlotLook(11, 8, theme, QLocale("en_GB")))


def bars(layout: PlotLayout) -> list[Box]:
    """Return the bars from left to right: what has the colour of one."""
    return [
        mark
        for mark in layout.picture
        if isinstance(mark, Box) and mark.colour in (DARK.bars, WORK)
    ]


def lines(layout: PlotLayout) -> list[Stroke]:
    """Return the lines of steps from left to right."""
    return [mark for mark in layout.picture if isinstance(mark, Stroke)]


def words(layout: PlotLayout) -> list[str]:
    """Return what is written."""
    return [word.text for word in layout.words]


@pytest.mark.parametrize("days", [LIFTS, UNEVEN, REPS, HOLDS, ONE])
@pytest.mark.parametrize("size", [(240, 251), (400, 175), (500, 260), (1500, 700)])
def test_everything_is_in_its_room(days: Sequence[ExerciseDay], size: tuple[int, int]) -> None:
    """No mark leaves the plot, no word touches another, and there is something to see."""
    room = QRectF(10, 20, *size)
    layout = plot(days, room)
    grown = room.adjusted(-EDGE, -EDGE, EDGE, EDGE)
    assert [] == [mark for mark in layout.picture if not grown.contains(mark.rect)]
    tops = [QRectF(w.x, w.baseline - w.cap, w.width, w.cap) for w in layout.words]
    assert [] == [rect for rect in tops if not grown.contains(rect)]
    assert [] == [
        (one, other)
        for place, one in enumerate(tops)
        for other in tops[place + 1 :]
        if one.intersects(other)
    ]
    assert bars(layout)
    assert lines(layout)


def test_bars_are_as_high_as_their_sums() -> None:
    """Those of this week have the colour of today."""
    found = bars(plot(LIFTS))
    assert WORK == found[-1].colour
    assert {DARK.bars.name()} == {bar.colour.name() for bar in found[:-1]}
    first, last = found[0].rect.height(), found[-1].rect.height()
    assert last / first == pytest.approx(LIFTS[-1].grams / LIFTS[0].grams, rel=0.02)


def test_a_line_stops_where_nothing_was_done_for_long() -> None:
    """More than a month is a gap; four weeks are none."""
    whole = plot([each for each in LIFTS if each.session % 9])
    assert 1 == len(lines(whole))
    for weeks, expected in ((4, 1), (5, 2)):
        broken = [each for each in LIFTS if not 15 <= each.session < 15 + weeks]
        assert expected == len(lines(plot(broken)))


def test_a_single_session_is_a_bar_a_dash_and_a_dot() -> None:
    """And both are told in numbers."""
    layout = plot(ONE)
    assert 1 == len(bars(layout)) == len(lines(layout))
    assert {"192 kg", "4 kg"} <= set(words(layout))


def test_loads_are_told_in_the_unit_of_the_athlete() -> None:
    """Whatever they were written in."""
    said = words(plot(ONE, unit=Unit.POUND))
    assert {"Volume a week, lb", "Weight of each, lb", "423 lb", "8.82 lb"} <= set(said)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (LIFTS, {"Volume a week, kg", "Weight of each, kg"}),
        (UNEVEN, {"Volume a week, kg", "Weight, kg"}),
        (REPS, {"Reps a week", "Most reps in a set"}),
        (HOLDS, {"Time held a week", "Longest hold", "2:00"}),
    ],
)
def test_it_says_what_it_shows(days: Sequence[ExerciseDay], said: set[str]) -> None:
    """Weights, reps, or holds."""
    assert said <= set(words(plot(days)))


@pytest.mark.parametrize("years", [3, 10, 40])
def test_many_years_have_room(years: int) -> None:
    """Their bars are wide enough to be seen."""
    old = ExerciseDay(0, TODAY - timedelta(days=365 * years), 3, 24, 96_000, 8_000, 2, 8)
    found = bars(plot([old, *LIFTS]))
    assert all(bar.rect.width() >= 3 for bar in found)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_everything_can_be_told_from_its_plate(theme: Theme) -> None:
    """Words at 4.5:1, bars and lines at 3:1; what is only to guide the eye need not."""
    layout = plot(LIFTS, theme=theme)
    assert all(contrast(word.colour, theme.surface) >= 4.5 for word in layout.words)
    seen = [mark for mark in layout.picture if isinstance(mark, Box | Stroke)]
    graphics = [each for each in seen if each.colour not in (theme.line, theme.surface)]
    assert graphics
    assert all(contrast(each.colour, theme.surface) >= 3 for each in graphics)


def test_bars_of_a_year_are_all_there() -> None:
    """One for each week in which something was done."""
    weeks = {each.day - timedelta(days=each.day.weekday()) for each in LIFTS}
    assert len(weeks) == len(bars(plot(LIFTS)))
    assert date(2026, 11, 23) in weeks
