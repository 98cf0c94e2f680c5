"""Lines lie at numbers that are easy to read, and dates have room."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale

from matside.ui.drawing.lettering import width_of
from matside.ui.history.progress.axes import clock_lines, date_labels, number_lines

CAP = 11.0
ENGLISH = QLocale("en_GB")


@pytest.mark.parametrize(
    ("most", "lines"),
    [
        (46, (0, 25, 50)),
        (8, (0, 4, 8)),
        (6, (0, 3, 6)),
        (1148, (0, 600, 1200)),
        (0.5, (0, 0.25, 0.5)),
        (0, (0, 0.2)),
        (2.5, (0, 1, 2, 3)),
        (1_000_000, (0, 500_000, 1_000_000)),
    ],
)
def test_numbers_go_up_in_easy_steps(most: float, lines: tuple[float, ...]) -> None:
    """The highest line is as low as it can be, with two or three steps."""
    found = number_lines(most, (2, 3))
    assert found[-1] >= most
    if most:
        assert lines == pytest.approx(found)


def test_reps_have_no_halves() -> None:
    """A single rep lies half-way to two."""
    assert (0, 1, 2) == number_lines(1, (2,), whole=True)
    assert (0, 3, 6) == number_lines(5, (2,), whole=True)


@pytest.mark.parametrize(
    ("most", "lines"),
    [
        (45, (0, 15, 30, 45)),
        (90, (0, 30, 60, 90)),
        (240, (0, 120, 240)),
        (3000, (0, 1800, 3600)),
        (30_000, (0, 10_800, 21_600, 32_400)),
    ],
)
def test_lengths_go_up_in_steps_of_a_clock(most: int, lines: tuple[float, ...]) -> None:
    """Half minutes, minutes and hours, never 100 seconds."""
    assert lines == clock_lines(most, (2, 3))


def weeks(first: date, number: int) -> list[date]:
    """Return the beginnings of so many weeks."""
    return [first + timedelta(weeks=each) for each in range(number)]


def words(begins: list[date], pitch: float, locale: QLocale = ENGLISH) -> list[str]:
    """Return what stands below periods so many px apart."""
    return [label.text for label in date_labels(begins, pitch, CAP, locale)]


@pytest.mark.usefixtures("qapp")
def test_months_have_their_names_and_january_the_year() -> None:
    """Each stands below the first week that begins in it; one that had begun already may go."""
    assert ["Nov", "Dec", "2026", "Feb"] == words(weeks(date(2025, 10, 27), 17), 13)
    german = words(weeks(date(2025, 11, 3), 20), 15, QLocale("de_DE"))
    assert ["Nov", "Dez", "2026", "Feb", "Mär"] == [
        word[:3] if word[3:] == "." else word for word in german
    ]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("pitch", [2, 3, 5, 9, 14])
@pytest.mark.parametrize("years", [1, 4, 30])
def test_labels_have_room(pitch: float, years: int) -> None:
    """None touches the next one, and none leaves the plot, however long and narrow it is."""
    months = [date(1990 + each // 12, each % 12 + 1, 1) for each in range(12 * years)]
    found = date_labels(months, pitch, CAP, ENGLISH)
    ends = [each.place * pitch + width_of(each.text, CAP) for each in found]
    begins = [each.place * pitch for each in found]
    assert all(end < begin for end, begin in zip(ends, begins[1:], strict=False))
    assert all(end <= len(months) * pitch for end in ends)
    assert found or pitch * len(months) < 60
