"""Dates are understood as programs write them in some languages."""

import pytest

from matside.files.tables.dates import DAY, MINUTE, SECOND, moment

DAWN = "2026-03-07T07:30:00"


@pytest.mark.parametrize(
    "cell",
    [
        "2026-03-07 07:30:00",
        "2026-03-07T07:30:00",
        "7 Mar 2026, 07:30:00",
        "Mar 7, 2026, 7:30:00 AM",
        "March 7, 2026 at 7:30:00\u202fAM",
        "07.03.2026, 07:30:00",
        "7. März 2026, 07:30:00",
        "7 mars 2026 à 07:30:00",
        "7 de marzo de 2026, 07:30:00",
        "7 mrt 2026 07:30:00",
    ],
)
def test_a_moment_is_read(cell: str) -> None:
    """In English, German, French, Spanish and Dutch, with numbers and with words."""
    found = moment(cell)
    assert (DAWN, SECOND) == (found.at.isoformat(), found.precision)


@pytest.mark.parametrize(
    ("cell", "hour"), [("12:05 AM", 0), ("12:05 pm", 12), ("1:05 p.m.", 13), ("11:05", 11)]
)
def test_halves_of_the_day_are_read(cell: str, hour: int) -> None:
    """Midnight is 12 am."""
    found = moment(f"Jan 1, 2024, {cell}")
    assert (f"2024-01-01T{hour:02}:05:00", MINUTE) == (found.at.isoformat(), found.precision)


def test_every_month_has_its_words() -> None:
    """June and July are told apart in French."""
    words = (
        [
            "janv.",
            "févr.",
            "mars",
            "avr.",
            "mai",
            "juin",
            "juil.",
            "août",
            "sept.",
            "oct.",
            "nov.",
            "déc.",
        ],
        [
            "Jan.",
            "Feb.",
            "März",
            "Apr.",
            "Mai",
            "Juni",
            "Juli",
            "Aug.",
            "Sept.",
            "Okt.",
            "Nov.",
            "Dez.",
        ],
        ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"],
        ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"],
    )
    for language in words:
        assert list(range(1, 13)) == [moment(f"1 {word} 2024").at.month for word in language]


def test_a_day_alone_is_a_day() -> None:
    """Its hour is not known."""
    found = moment("2026-03-07")
    assert ("2026-03-07T00:00:00", DAY) == (found.at.isoformat(), found.precision)


@pytest.mark.parametrize(
    "cell",
    [
        *("", "soon", "2026-13-01", "30.02.2026", "1 foo 2026", "2026-03-07 25:00", "7:30"),
        *("1/2/3", "0201-03-07", "31.12.9999 23:59"),
    ],
)
def test_what_is_no_date_is_told(cell: str) -> None:
    """As a reason for people."""
    with pytest.raises(ValueError, match="is no date that is known"):
        moment(cell)
