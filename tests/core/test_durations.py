"""Lengths of time as people write them and as a screen shows them."""

import pytest

from matside.core.durations import clock, parse_duration, rounded_seconds, whole_seconds


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0", 0),
        ("45", 45),
        ("45 s", 45),
        ("90 s", 90),
        ("2 min", 120),
        ("0 min", 0),
        ("1:30", 90),
        ("0:05", 5),
        ("90:00", 5400),
        ("999999", 999_999),
    ],
)
def test_every_form_of_a_duration_is_read(text: str, seconds: int) -> None:
    """N, N s, N min and M:SS are durations."""
    assert seconds == parse_duration(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " 45",
        "45 ",
        "45s",
        "45  s",
        "45 S",
        "45 sec",
        "2min",
        "2 m",
        "1:5",
        "1:60",
        "1:99",
        ":30",
        "1:30:00",
        "1:30 min",
        "-5",
        "+5",
        "4.5",
        "4,5 s",
        "1e3",
        "٤٥",
        "45\n",
        "9999999",
        "s",
        "one minute",
    ],
)
def test_nothing_else_is_a_duration(text: str) -> None:
    """Whole numbers in ASCII digits and the four forms alone count."""
    assert parse_duration(text) is None


@pytest.mark.parametrize(
    ("ms", "seconds"), [(-500, 0), (0, 0), (1, 1), (999, 1), (1000, 1), (1001, 2), (30_000, 30)]
)
def test_countdown_rounds_up(ms: int, seconds: int) -> None:
    """30 s show 30 first, and 0 only at the end."""
    assert seconds == whole_seconds(ms)


@pytest.mark.parametrize(
    ("ms", "seconds"), [(0, 0), (499, 0), (500, 1), (1499, 1), (1500, 2), (2500, 3)]
)
def test_record_rounds_half_up(ms: int, seconds: int) -> None:
    """Half a second counts as one, of an even second as well."""
    assert seconds == rounded_seconds(ms)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0:00"),
        (8, "0:08"),
        (60, "1:00"),
        (1456, "24:16"),
        (3599, "59:59"),
        (3600, "60:00"),
        (3601, "1:00:01"),
        (36_610, "10:10:10"),
    ],
)
def test_clock_is_minutes_and_seconds(seconds: int, text: str) -> None:
    """Times are m:ss, and above an hour h:mm:ss."""
    assert text == clock(seconds)
