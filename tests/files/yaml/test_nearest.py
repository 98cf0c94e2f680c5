"""A slip is answered with the word that was meant, and a word of its own with none."""

import pytest

from matside.files.yaml.nearest import nearest, slips

KEYS = ("exercise", "name", "hold", "reps", "sides", "first_side", "weight", "rep_seconds", "cues")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Reps", "reps"),
        ("rep", "reps"),
        ("naem", "name"),
        ("holb", "hold"),
        ("exerciss", "exercise"),
        ("weihgt", "weight"),
        ("repseconds", "rep_seconds"),
        ("second", "rep_seconds"),
        ("rest", None),
        ("hope", None),
        ("side-plank", None),
        ("x", None),
        ("", None),
    ],
)
def test_only_what_was_probably_meant_is_the_nearest(word: str, meant: str | None) -> None:
    """One slip is a short word's, more a longer one's; no key is better than a wrong one."""
    assert ("" if meant is None else f'; the nearest is "{meant}"') == nearest(word, KEYS)


def test_what_trainers_call_a_key_finds_it() -> None:
    """Where there is such a key, and only there."""
    assert '; the nearest is "for"' == nearest("AMRAP", ("kind", "for", "every"))
    assert '; the nearest is "every"' == nearest("emom", ("kind", "for", "every"))
    assert "" == nearest("emom", KEYS)


def test_a_part_of_a_name_finds_the_shortest_that_holds_it() -> None:
    """Two letters are part of too many."""
    known = ("upper-body-for-runners", "runners-core")
    assert '; the nearest is "runners-core"' == nearest("runners", known)
    assert "" == nearest("ru", known)


@pytest.mark.parametrize(
    ("word", "other", "count"),
    [
        ("reps", "reps", 0),
        ("rep", "reps", 1),
        ("repss", "reps", 1),
        ("rops", "reps", 1),
        ("erps", "reps", 1),
        ("rest", "reps", 2),
        ("spre", "reps", 4),
        ("", "reps", 4),
        ("reps", "", 4),
        ("abc", "ca", 3),
    ],
)
def test_slips_are_counted(word: str, other: str, count: int) -> None:
    """A letter more, less or wrong, and two neighbours that were swapped, are one each."""
    assert count == slips(word, other)
