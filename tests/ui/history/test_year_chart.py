"""The chart of a year is seen, heard and clicked."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from matside.core.history.weeks import TrainedDay
from matside.core.history.year import Year, year_of
from matside.ui.drawing.theme import DARK, LIGHT, WORK, Theme
from matside.ui.history.year_chart import YearChart
from matside.ui.history.year_layout import lay_out_year
from tests.support.colours import contrast
from tests.support.pages import show

TODAY = date(2026, 11, 29)
SATURDAY = TODAY - timedelta(days=1)
DAYS = (
    TrainedDay(date(2026, 10, 3), 1, 600),
    TrainedDay(date(2026, 11, 7), 1, 1500),
    TrainedDay(SATURDAY, 2, 2400),
)


def chart_of(qtbot: QtBot, days: tuple[TrainedDay, ...]) -> tuple[YearChart, Year]:
    """Return a chart in a window, and the year that it shows."""
    page, year = QWidget(), year_of(days, TODAY, 1, 0)
    chart = YearChart(page, DARK)
    chart.put(QRectF(0, 0, 780, 300), 11, 8)
    chart.show_year(year, SATURDAY)
    show(qtbot, page)
    return chart, year


def at(year: Year, day: date) -> QPoint:
    """Return the middle of `day`."""
    place = year.place_of(day)
    assert place is not None
    layout = lay_out_year(780, 300, 11, year)
    return layout.day(place, day.weekday()).center().toPoint()


def seen(chart: YearChart, point: QPoint) -> QColor:
    """Return the colour at a point."""
    return chart.grab().toImage().pixelColor(point)


def test_longer_days_stand_out_more(qtbot: QtBot) -> None:
    """The longest one has the colour of what is done, one without training that of a plate."""
    chart, year = chart_of(qtbot, DAYS)
    bright = [
        seen(chart, at(year, day)).lightness()
        for day in (TODAY - timedelta(days=2), *(each.day for each in DAYS))
    ]

    assert bright == sorted(bright)
    assert 4 == len(set(bright))
    assert DARK.done == seen(chart, at(year, SATURDAY))


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_trained_days_and_bars_stand_out(qtbot: QtBot, theme: Theme) -> None:
    """As every graphic does, 3:1 against the plate on which they lie."""
    page, year = QWidget(), year_of(DAYS, TODAY, 1, 0)
    chart = YearChart(page, theme)
    chart.put(QRectF(0, 0, 780, 300), 11, 8)
    chart.show_year(year, SATURDAY)
    qtbot.addWidget(page)
    layout = lay_out_year(780, 300, 11, year)
    place = year.place_of(DAYS[1].day)
    assert place is not None
    bar = layout.bar(place, 25).center().toPoint()

    for point in (*(at(year, each.day) for each in DAYS), bar):
        assert contrast(seen(chart, point), theme.surface) >= 3


def test_today_is_hollow_until_it_is_trained(qtbot: QtBot) -> None:
    """Then it is filled."""
    chart, year = chart_of(qtbot, DAYS)
    assert WORK != seen(chart, at(year, TODAY))

    trained, year = chart_of(qtbot, (*DAYS, TrainedDay(TODAY, 1, 60)))
    assert WORK == seen(trained, at(year, TODAY))


def test_a_change_is_seen(qtbot: QtBot) -> None:
    """The picture that is kept is that of these days."""
    chart, year = chart_of(qtbot, DAYS)
    before = seen(chart, at(year, SATURDAY))

    chart.show_year(year_of(DAYS[:-1], TODAY, 1, 0), None)

    assert before != seen(chart, at(year, SATURDAY))


def test_a_day_is_told_when_it_is_clicked(qtbot: QtBot) -> None:
    """Beside the days nothing is."""
    chart, year = chart_of(qtbot, DAYS)

    with qtbot.waitSignal(chart.day_pressed) as heard:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=at(year, SATURDAY))
    assert [SATURDAY] == heard.args
    with qtbot.assertNotEmitted(chart.day_pressed):
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(400, 290))


def test_months_are_told_newest_first(qtbot: QtBot) -> None:
    """To those who do not see the days."""
    chart, _ = chart_of(qtbot, DAYS)

    assert [
        "Nov 2026: 2 days, 65 minutes",
        "Oct 2026: 1 day, 10 minutes",
    ] == chart.accessibleDescription().splitlines()
