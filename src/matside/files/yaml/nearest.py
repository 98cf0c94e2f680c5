"""Which known word was probably meant by an unknown one."""

from collections.abc import Collection

from matside.files.yaml.characters import quoted

LONGEST = 60
"""How many characters of a word are compared."""

CALLED = {"amrap": "for", "emom": "every"}
"""Keys by what trainers call that which they say."""

_CANDIDATES = 3
_LIKENESS = 0.6


def nearest(word: str, known: Collection[str]) -> str:
    """Return `; the nearest is "x"` with the one of `known` that `word` was probably meant to be.

    That is what trainers call so, a word a few typing errors away, or one that contains `word`;
    "" if there is none.
    """
    import difflib  # noqa: PLC0415 - most files have no unknown word, and a start waits for it

    written = word[:LONGEST].lower()
    if CALLED.get(written) in known:
        return f"; the nearest is {quoted(CALLED[written])}"
    alike = difflib.get_close_matches(written, known, n=_CANDIDATES, cutoff=_LIKENESS)
    wider = sorted((other for other in known if len(written) > 2 and written in other), key=len)
    most = max(1, len(written) // 3)
    near = [other for other in alike if slips(written, other.lower()) <= most]
    found = (*near, *wider)
    return f"; the nearest is {quoted(found[0])}" if found else ""


def slips(word: str, other: str) -> int:
    """Return the edit distance: letters added, missing or wrong, and neighbours swapped."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(word, 1):
        earlier, before, row = before, row, [place]
        for column, wanted in enumerate(other, 1):
            cost = min(before[column] + 1, row[-1] + 1, before[column - 1] + (letter != wanted))
            swapped = place > 1 and column > 1 and word[place - 2] == wanted
            if swapped and letter == other[column - 2]:
                cost = min(cost, earlier[column - 2] + 1)
            row.append(cost)
    return row[-1]
