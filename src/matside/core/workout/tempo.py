"""How one rep goes: parts in which the athlete moves and holds still, in turn."""

import re
from functools import lru_cache

from matside.core.durations import SECOND

Parts = tuple[int, ...]
"""The ms of each part of a rep: one moves in the first, holds still in the second, and so on."""

_TEMPO = "[0-9]{1,2}(?:-[0-9]{1,2}){2,3}"


@lru_cache(maxsize=256)
def parts_of(tempo: str) -> Parts | None:
    """Return the parts that `tempo` writes in whole seconds, as in `3-1-1`; None if it is a text.

    There are three or four of them, and some may be 0.
    """
    if not re.fullmatch(_TEMPO, tempo):
        return None
    return tuple(int(seconds) * SECOND for seconds in tempo.split("-"))


def held_parts(length: int, held: int) -> Parts:
    """Return the parts of a rep of `length` ms of which `held` are still: there, and back."""
    if not held:
        return (length,)
    there = (length - held) // 2
    return there, held, length - held - there
