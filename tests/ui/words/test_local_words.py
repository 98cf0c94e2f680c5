"""Times of day, days and numbers are written as the athlete's system writes them."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from matside.core.ports.findings import Finding, What
from matside.core.settings import WeekBegins
from matside.ui.checkup.checkup_page import CheckupPage
from matside.ui.drawing.theme import DARK
from matside.ui.words.dose_words import pace_words, spoken_pace
from matside.ui.words.local_words import (
    date_words,
    day_words,
    decimal,
    first_day,
    instant_words,
    localised,
    time_of_day,
    weekday,
    whole_number,
)

EVENING = datetime(2026, 11, 22, 18, 5, 59, tzinfo=UTC)
MORNING = datetime(2026, 11, 22, 0, 42, tzinfo=UTC)


@pytest.mark.parametrize(
    ("locale", "evening", "morning"),
    [
        ("en_US", "6:05\u00a0PM", "12:42\u00a0AM"),
        ("de_DE", "18:05", "00:42"),
        ("en_GB", "18:05", "00:42"),
        ("fi_FI", "18.05", "0.42"),
        ("C", "18:05", "00:42"),
    ],
)
def test_a_time_has_12_or_24_hours_as_is_usual(locale: str, evening: str, morning: str) -> None:
    """It has no seconds, and its own sign between hours and minutes."""
    known = QLocale(locale)
    assert [evening, morning] == [time_of_day(at, known) for at in (EVENING, MORNING)]


@pytest.mark.parametrize(
    ("locale", "day"),
    [
        ("en_US", "Sun Nov 22"),
        ("en_GB", "Sun 22 Nov"),
        ("de_DE", "So 22 Nov"),
        ("C", "Sun 22 Nov"),
    ],
)
def test_a_day_comes_before_or_after_its_month(locale: str, day: str) -> None:
    """In the words of the system's language."""
    assert day == day_words(EVENING, QLocale(locale)).replace(".", "")


@pytest.mark.parametrize(
    ("locale", "day", "thousands"),
    [
        ("en_US", "Nov 22, 2026", "12,500"),
        ("en_GB", "22 Nov 2026", "12,500"),
        ("de_DE", "22 Nov 2026", "12.500"),
        ("nb_NO", "22 nov 2026", "12\u00a0500"),
        ("C", "22 Nov 2026", "12,500"),
    ],
)
def test_a_day_may_have_its_year(locale: str, day: str, thousands: str) -> None:
    """And thousands the sign that is usual between them."""
    known = QLocale(locale)
    assert day == date_words(EVENING.date(), known).replace("Nov.", "Nov").replace("nov.", "nov")
    assert thousands == whole_number(12_500, known)


def test_an_instant_is_a_day_and_its_time() -> None:
    """Both by the same system."""
    assert "Sun Nov 22, 6:05\u00a0PM" == instant_words(EVENING, QLocale("en_US"))


@pytest.mark.parametrize(
    ("locale", "numbers"),
    [
        ("en_US", ["2.5", "3", "0.05"]),
        ("de_DE", ["2,5", "3", "0,05"]),
        ("fr_FR", ["2,5", "3", "0,05"]),
    ],
)
def test_a_number_has_the_decimal_sign_that_is_usual(locale: str, numbers: list[str]) -> None:
    """And no digits that say nothing."""
    assert numbers == [decimal(value, QLocale(locale)) for value in (2.5, 3.0, 0.05)]


@pytest.mark.parametrize(
    ("locale", "size"), [("en_US", "1.4 MiB"), ("de_DE", "1,4 MiB"), ("C", "1.4 MiB")]
)
def test_a_size_has_the_decimal_sign_that_is_usual(locale: str, size: str) -> None:
    """Its unit stays."""
    assert size == localised("1.4 MiB", QLocale(locale))


@pytest.mark.parametrize(
    ("locale", "days"),
    [("de_DE", [0, 0, 5, 6]), ("en_US", [6, 0, 5, 6]), ("ar_EG", [5, 0, 5, 6])],
)
def test_weeks_begin_as_is_usual_or_as_chosen(locale: str, days: list[int]) -> None:
    """Monday is 0, Saturday 5 and Sunday 6."""
    assert days == [first_day(chosen, QLocale(locale)) for chosen in WeekBegins]


def test_a_day_has_its_name_where_it_is_read() -> None:
    """It stands alone."""
    locales = (QLocale("en_GB"), QLocale("de_DE"))
    assert ["Saturday", "Samstag"] == [weekday(Qt.DayOfWeek.Saturday, each) for each in locales]


@pytest.fixture
def _german() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("_german")
def test_without_a_locale_that_of_the_system_holds() -> None:
    """What the screens say of a pace has its decimal sign too."""
    assert ("2,5 s a rep", "2,5 seconds a rep") == (pace_words(2500), spoken_pace(2500))


@pytest.mark.usefixtures("_german")
def test_sizes_that_the_doctor_found_are_written_so_too(qtbot: QtBot) -> None:
    """It counts without Qt; its page knows where it is read."""
    page = CheckupPage(DARK)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    found = Finding(What.DATA_WRITABLE, {"folder": "~/matside", "free": "6.5 GiB"})
    page.show_findings((found,), is_running=False)
    assert any("~/matside; 6,5 GiB" in line for line in page.shown)
