"""Text is set in Barlow by the height of its capitals."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QRawFont

from matside.ui.drawing.lettering import (
    BOLD,
    FAMILY,
    MEDIUM,
    SEMIBOLD,
    elided,
    fitting_cap,
    font,
    is_cut,
    load_fonts,
    width_of,
    wrapped,
)


@pytest.mark.parametrize("weight", [MEDIUM, SEMIBOLD, BOLD], ids=str)
def test_every_weight_is_at_hand(weight: QFont.Weight) -> None:
    """Each weight is a face of its own, not a neighbour made bolder."""
    info = QFontInfo(font(70, weight))
    assert (FAMILY, weight) == (info.family(), info.weight())


def test_capitals_are_as_high_as_asked() -> None:
    """A line of capitals 70 px high has capitals 70 px high."""
    assert QFontMetricsF(font(70, BOLD)).capHeight() == pytest.approx(70, abs=1)


def test_tabular_digits_are_of_one_width() -> None:
    """A countdown does not shake: all its digits advance alike."""
    assert 1 == len({width_of(digit, 200, BOLD, tabular=True) for digit in "0123456789"})


def test_names_of_many_languages_can_be_set() -> None:
    """The letters of Latin-1 and Extended Latin are all there."""
    raw = QRawFont.fromFont(font(70, BOLD))
    assert [] == [
        letter for letter in "ÄÖÜßéñçøåŁŻőșğčřÞ×−…’–" if not raw.supportsCharacter(ord(letter))
    ]


def test_file_that_is_no_font_is_told(tmp_path: Path) -> None:
    """A font that Qt cannot read is returned, so that it can be warned of."""
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"no font")
    assert (broken,) == load_fonts(tmp_path)


def test_text_that_fits_keeps_its_height() -> None:
    """What has room is not shrunk."""
    assert 50 == fitting_cap("Plank", 1000, 50, BOLD)


def test_text_too_wide_shrinks_until_it_fits() -> None:
    """What has no room shrinks as little as it must."""
    cap = fitting_cap("Standing Shoulder Stretch", 400, 60, BOLD)
    assert 0.9 * 400 < width_of("Standing Shoulder Stretch", cap, BOLD) <= 400


def test_text_cut_ends_in_an_ellipsis() -> None:
    """What is cut says so, and fits."""
    cut = elided("Standing Shoulder Stretch", 300, 40)
    assert cut.startswith("Standing")
    assert cut.endswith("…")
    assert width_of(cut, 40) <= 300


def test_lines_are_filled_evenly() -> None:
    """Two lines are about as long as each other."""
    first, second = wrapped("Keys go to another window: click here", 400, 20, lines=3)
    assert 0.6 < width_of(first, 20) / width_of(second, 20) < 1.7


def test_wrapping_loses_no_word() -> None:
    """What fits into the lines is all there."""
    text = "Hinge forward, back flat, a dumbbell in each hand."
    lines = wrapped(text, 320, 20, lines=3)
    assert text == " ".join(lines)
    assert not is_cut(lines, text)


def test_too_much_for_the_lines_is_cut() -> None:
    """What does not fit into the lines ends in an ellipsis."""
    text = "Hinge forward, back flat, a dumbbell in each hand."
    lines = wrapped(text, 200, 20, lines=2)
    assert 2 == len(lines)
    assert lines[-1].endswith("…")
    assert is_cut(lines, text)


def test_one_endless_word_is_cut() -> None:
    """A word wider than its line cannot leave it."""
    (line,) = wrapped("M" * 80, 300, 20, lines=2)
    assert width_of(line, 20) <= 300


@pytest.mark.parametrize("text", ["x " * 500_000, "x" * 1_000_000, "a" + "\u0301" * 1_000_000])
def test_a_text_of_a_megabyte_is_cut_as_any_other(text: str) -> None:
    """However long a text is and whatever it is made of, its lines fit and tell of the cut."""
    lines = wrapped(text, 600, 20, lines=2)
    assert lines[-1].endswith("…")
    assert all(width_of(line, 20) <= 600 for line in (*lines, elided(text, 600, 20)))
    assert elided(text, 600, 20).endswith("…")
    assert fitting_cap(text, 600, 20) <= 20
    assert 5_000 > sum(map(len, lines))


def test_two_hyphens_stay_two() -> None:
    """Options of commands and names of files are read as they are typed."""
    assert 2 * width_of("-", 20) == pytest.approx(width_of("--", 20))


@pytest.mark.parametrize("text", ["12:34", "+0:07", "1:23:45", "9 of 11"])
def test_digits_of_one_width_are_measured_as_they_are_painted(text: str) -> None:
    """Whichever digits they are."""
    painted = QFontMetricsF(font(20, tabular=True)).horizontalAdvance(text)

    assert painted == pytest.approx(width_of(text, 20, tabular=True))


def test_a_no_break_space_holds_words_together() -> None:
    """A line ends before or after them, and nothing counts as cut."""
    text = "Reps: done. Hold:\u00a0pause."
    lines = wrapped(text, width_of("Reps: done. Hold:", 10) + 1, 10, lines=2)
    assert ("Reps: done.", "Hold:\u00a0pause.") == lines
    assert not is_cut(lines, text)


@pytest.mark.parametrize(
    "text", ["自重スクワットとゆっくり下ろす運動", "肩 ショルダープレス・ロー"]
)
def test_a_script_without_spaces_is_broken_between_its_signs(text: str) -> None:
    """Else a whole sentence would count as one word, and be cut."""
    width = 0.6 * width_of(text, 20)

    lines = wrapped(text, width, 20, lines=2)

    assert text.replace(" ", "") == "".join(lines).replace(" ", "")
    assert all(width_of(line, 20) <= width for line in lines)
    assert lines[1][0] not in "ー、。・ッ"
