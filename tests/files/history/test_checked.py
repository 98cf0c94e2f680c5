"""What is of the right kind is taken, and all else refused with its value."""

from collections.abc import Callable

import pytest

from matside.files.history import checked

GOOD: list[tuple[Callable[[object], object], object]] = [
    (checked.whole, 0),
    (checked.whole, checked.MOST),
    (checked.whole_or_none, None),
    (checked.truth, False),
    (checked.text, "Chop,\nslowly"),
    (checked.text_or_none, None),
    (checked.any_text, "\x1b\u202e"),
    (checked.any_text_or_none, None),
    (lambda value: checked.items(value, 1, 2), ["a", 1]),
    (checked.hour_or_none, None),
]

BAD: list[tuple[Callable[[object], object], object]] = [
    *((checked.whole, value) for value in (-1, checked.MOST + 1, True, 1.0, "1", None, b"1")),
    *((checked.whole, value) for value in (float("inf"), float("nan"))),
    (checked.whole_or_none, ""),
    *((checked.truth, value) for value in (0, None, "true")),
    *((checked.text, value) for value in (5, None, b"a", "\x00", "\ud800", "\u202e")),
    (lambda value: checked.text(value, 3), "four"),
    (checked.text_or_none, 0),
    (checked.any_text, None),
    (checked.any_text_or_none, 5),
    *((lambda value: checked.items(value, 1, 2), value) for value in ([], [1, 2, 3], "ab", {})),
    *((checked.hour, value) for value in ("yesterday", "2026-03-01T07:30", 5, None, "")),
    *((checked.hour, value) for value in ("0001-01-01T00:00Z", "9999-12-31T23:59-14:00")),
    *((checked.day, value) for value in ("today", "2026-02-30", 5, None, "0001-01-01")),
]


@pytest.mark.parametrize(("take", "value"), GOOD)
def test_what_is_as_it_should_be_is_taken(take: Callable[[object], object], value: object) -> None:
    """It comes back as it is."""
    assert value == take(value)


@pytest.mark.parametrize(("take", "value"), BAD)
def test_all_else_is_refused(take: Callable[[object], object], value: object) -> None:
    """Whatever it is, the error is a ValueError and short enough for a line."""
    with pytest.raises(ValueError, match=r"\S") as raised:
        take(value)
    assert len(str(raised.value)) < 200


def test_an_hour_keeps_its_offset() -> None:
    """What was written in another zone is still so."""
    written = "2026-03-01T07:30:15.250000+01:00"
    assert written == checked.hour(written).isoformat()
