"""What of a table would be added is known before anything is."""

from matside.core.history.imports import Known, Origin
from matside.core.history.keeping import preview_of
from tests.support.keeping import EXERCISES, NAMES, imported


def test_a_preview_tells_what_is_new_and_what_is_unclear() -> None:
    """A name that history knows is clear, also where it means nothing."""
    found = imported(3)
    there = frozenset({(found[0].start, "Push")})
    known = Known(there, {"Plank": None, NAMES[1]: "chest-fly"})

    preview = preview_of(Origin.STRONG, found, known, EXERCISES, faults=("row 2",), left_out=4)

    assert (3, found[1:], 6, 4) == (preview.found, preview.new, preview.sets, preview.left_out)
    assert {"Plank": None, NAMES[1]: "chest-fly"} == preview.meaning
    assert {NAMES[0]: 2} == preview.unclear
    assert ("hammer-curl", None) == (preview.likely(NAMES[0]), preview.likely("Squat"))


def test_a_table_that_is_there_already_brings_nothing() -> None:
    """Nothing is asked of its names then."""
    found = imported(2)
    known = Known(frozenset((each.start, "Push") for each in found))
    preview = preview_of(Origin.HEVY, found, known, EXERCISES)
    assert ((), 0, {}) == (preview.new, preview.sets, preview.unclear)
