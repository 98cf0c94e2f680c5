"""Times and counts are written so that they are never confused, as large as they fit."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from matside.ui.stage.countdown import Countdown, Digits, count_digits, time_digits

BLACK, YELLOW = QColor("#000000"), QColor("#F0E442")


def test_time_has_minutes_where_they_fit() -> None:
    """A time is m:ss."""
    assert Digits("0:08", 200) == time_digits(8, width=1000, cap=200, least=100)


def test_narrow_time_below_a_minute_loses_its_zero() -> None:
    """Without room for m:ss less than a minute is :ss, as high as ever."""
    assert Digits(":08", 200) == time_digits(8, width=450, cap=200, least=100)


def test_narrow_time_of_minutes_shrinks() -> None:
    """Without room a time of minutes keeps them, and shrinks."""
    digits = time_digits(605, width=450, cap=200, least=100)
    assert "10:05" == digits.text
    assert 100 < digits.cap < 200
    assert digits.width <= 450


def test_digits_never_fall_below_their_least_height() -> None:
    """What is too small to be read from the mat is not shown so."""
    assert 150 == time_digits(605, width=100, cap=200, least=150).cap


def test_overtime_is_marked() -> None:
    """A rest that is over counts up behind a plus, and shrinks rather than lose its zero."""
    assert Digits("+0:01", 200) == time_digits(1, width=1000, cap=200, least=100, overtime=True)
    narrow = time_digits(1, width=520, cap=200, least=100, overtime=True)
    assert "+0:01" == narrow.text
    assert 100 < narrow.cap < 200


def test_count_is_a_bare_number() -> None:
    """Reps have no colon."""
    assert Digits("8", 200) == count_digits("8", width=1000, cap=200, least=100)


def test_large_count_shrinks() -> None:
    """A count of three digits fits beside its word."""
    digits = count_digits("120", width=300, cap=200, least=50)
    assert digits.width <= 300
    assert digits.cap < 200


@pytest.mark.parametrize("text", ["0:08", "1:11", "0:59", ":44", "8"])
def test_digits_stay_inside_their_rect(qtbot: QtBot, text: str) -> None:
    """What is painted touches no edge: neither the round digits' tops nor the last one's side."""
    digits = Digits(text, 200)
    countdown = Countdown()
    qtbot.addWidget(countdown)
    countdown.resize(digits.rect(20, 240).toAlignedRect().size())
    countdown.show_digits(digits, BLACK, YELLOW)
    image = countdown.grab().toImage()
    right, bottom = image.width() - 1, image.height() - 1
    edge = {image.pixelColor(x, y).name() for x in range(right) for y in (0, bottom)}
    edge |= {image.pixelColor(right, y).name() for y in range(bottom)}
    assert {YELLOW.name()} == edge


def test_digits_are_painted_in_their_ink(qtbot: QtBot) -> None:
    """The number is there, in its ink on its ground."""
    countdown = Countdown()
    qtbot.addWidget(countdown)
    countdown.resize(QSize(600, 220))
    countdown.show_digits(Digits("0:08", 200), BLACK, YELLOW)
    image = countdown.grab().toImage()
    dark = sum(
        image.pixelColor(x, y).lightness() < 40 for x in range(0, 600, 5) for y in range(0, 220, 5)
    )
    assert 0.2 < dark / (120 * 44) < 0.6
