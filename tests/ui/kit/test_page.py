"""Columns of a page get their shares, and nobody less than it needs while there is room."""

import pytest
from PySide6.QtCore import QRectF

from matside.ui.kit.page import fair_columns

ROOM = QRectF(10, 20, 320, 50)


def widths(columns: tuple[QRectF, ...]) -> list[float]:
    """Return how wide `columns` are, in whole px."""
    return [round(column.width()) for column in columns]


@pytest.mark.parametrize(
    ("least", "expected"),
    [
        ((0, 0, 0), [150, 75, 75]),
        ((150, 75, 75), [150, 75, 75]),
        ((10, 100, 10), [133, 100, 67]),
        ((10, 100, 80), [120, 100, 80]),
        ((300, 150, 150), [150, 75, 75]),
        ((200, 200, 0), [150, 150, 0]),
    ],
)
def test_columns_have_their_shares_and_at_least_what_they_need(
    least: tuple[float, ...], expected: list[float]
) -> None:
    """Who needs more takes it from the others; where all need too much each gives way alike."""
    assert expected == widths(fair_columns(ROOM, (2, 1, 1), least, 10))


def test_columns_lie_side_by_side() -> None:
    """With the gap between them, over the height of the room and to its right end."""
    first, second = fair_columns(ROOM, (1, 1), (0, 0), 20)
    assert (ROOM.left(), ROOM.right()) == (first.left(), second.right())
    assert 20 == second.left() - first.right()
    assert {(20.0, 50.0)} == {(column.y(), column.height()) for column in (first, second)}
