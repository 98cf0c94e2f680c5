"""The characters that no text may hold, and how to show them escaped."""

import re

FORBIDDEN = (
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters but tab and line breaks
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional controls
    "\u2028\u2029\ud800-\udfff\ufffe\uffff"  # separators, surrogates, no characters at all
    "]"
)
"""The pattern of a character that is not allowed anywhere in a file."""

_UNSEEN = (
    r"[\s\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]*"
)
"""Characters that cannot be seen: Unicode's Default_Ignorable_Code_Point, and all blanks."""

_UNPRINTABLE = rf"[\t\n\r]|{FORBIDDEN}"

_LONGEST_QUOTE = 40


def code_point(character: str) -> str:
    """Return the name of `character` in the form `U+001B`."""
    return f"U+{ord(character):04X}"


def forbidden_in(text: str) -> str | None:
    """Return the first character of `text` that is not allowed, None if all are."""
    # Line breaks are allowed, and compiling the pattern takes longer than most files.
    match = None if text.replace("\n", "").isprintable() else re.search(FORBIDDEN, text)
    return None if match is None else match[0]


def is_unseen(text: str) -> bool:
    """Return whether a reader of `text` sees nothing at all."""
    if "!" <= text[:1] <= "~":
        return False
    return re.fullmatch(_UNSEEN, text) is not None


def escaped(text: str) -> str:
    """Return `text` on one line, its control characters written as Python's escapes."""
    if text.isprintable():
        return text
    return re.sub(_UNPRINTABLE, lambda match: ascii(match[0])[1:-1], text)


def quoted(text: str) -> str:
    """Return `text` as a message quotes it: at most 40 characters, in double quotes.

    Characters that cannot be seen, or only look like a blank, are written as Python's escapes.
    """
    if len(text) > _LONGEST_QUOTE:
        text = f"{text[: _LONGEST_QUOTE - 3]}..."
    return '"' + "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text) + '"'
