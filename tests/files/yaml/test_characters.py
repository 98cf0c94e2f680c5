"""Characters that no text may hold are found and shown."""

import pytest

from matside.files.yaml.characters import code_point, escaped, forbidden_in, is_unseen, quoted


@pytest.mark.parametrize(
    "character",
    [
        *("\0", "\x07", "\x1b", "\x7f", "\x85", "\x9b"),
        *("\u061c", "\u200f", "\u202e", "\u2066"),
        *("\u2028", "\udc80", "\uffff"),
    ],
)
def test_control_characters_are_forbidden(character: str) -> None:
    """A character that steers a terminal or the direction of writing is forbidden."""
    assert character == forbidden_in(f"a{character}b")


@pytest.mark.parametrize("text", ["a b", "é", "漢字", "🏃", "\u200d", "\xa0", "tab\there\n"])
def test_letters_of_all_languages_are_allowed(text: str) -> None:
    """Letters, signs, blanks, tabs and line breaks are no control characters here."""
    assert forbidden_in(text) is None


@pytest.mark.parametrize("text", ["", " \xa0\u3000", "\u200b", "\xad\ufe0f", "\u3164\u2800"])
def test_a_text_without_ink_is_unseen(text: str) -> None:
    """Blanks, what has no width and fillers show nothing, alone or together."""
    assert is_unseen(text)


@pytest.mark.parametrize("text", ["a", "{}", "\u200b.", "❤\ufe0f", "\u0301", "\ue000", "\u0600"])
def test_a_text_with_any_ink_is_seen(text: str) -> None:
    """One sign that can be seen is enough, also among others that cannot."""
    assert not is_unseen(text)


def test_escaped_text_steers_no_terminal() -> None:
    """Control characters, bidirectional ones and line breaks come out as their escapes."""
    assert r"a\x1b[31m\u202eb\n\tc é" == escaped("a\x1b[31m\u202eb\n\tc é")


def test_long_text_is_quoted_short() -> None:
    """A message quotes at most forty characters."""
    assert '"' + "x" * 40 + '"' == quoted("x" * 40)
    assert '"' + "x" * 37 + '..."' == quoted("x" * 41)


def test_what_cannot_be_seen_is_seen_in_a_quote() -> None:
    """A blank that is none, and what has no width, are told from what they look like."""
    assert r'"45\xa0s\u200b\ufeff\x1b\u202e"' == quoted("45\xa0s\u200b\ufeff\x1b\u202e")
    assert '"é 漢 🏃"' == quoted("é 漢 🏃")


def test_a_code_point_has_four_digits_at_least() -> None:
    """A character is named as Unicode names it."""
    assert "U+001B" == code_point("\x1b")
