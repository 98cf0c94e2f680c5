"""The sets of a session are told by exercise and side, each with its rounds."""

from dataclasses import replace

from matside.core.session.record import SetOutcome, SetRecord
from matside.core.weights import Load, Unit
from matside.core.workout.model import Side
from matside.ui.history.set_groups import (
    Part,
    SetGroup,
    cells_of,
    first_changeable,
    grouped,
    has_weight,
    weighted_sets,
)
from matside.ui.history.set_words import done_words, group_words, number_of, set_words, side_name
from tests.support.situations import runners_workout
from tests.support.trained import NOW, session_of

SESSION = session_of(runners_workout(), 1, NOW)
GROUPS = grouped(SESSION.sets)


def group_of(name: str) -> SetGroup:
    """Return the first group of an exercise."""
    return next(each for each in GROUPS if each.first.name == name)


def loads_in(*records: SetRecord) -> list[tuple[int, bool]]:
    """Return the places of the loads that can be chosen, and whether each is that of all."""
    group = SetGroup(records)
    cells = cells_of(group, weighted_sets(group))
    return [(cell.place, cell.is_of_all) for cell in cells if cell.part is Part.LOAD]


def test_every_set_is_in_one_group() -> None:
    """In the order in which exercises were first done; sides are apart."""
    assert len(SESSION.sets) == sum(len(each.records) for each in GROUPS)
    assert [
        ("Thread the Needle", Side.RIGHT),
        ("Thread the Needle", Side.LEFT),
        ("Dynamic Child's Pose", None),
    ] == [(each.first.name, each.first.side) for each in GROUPS[:3]]
    assert [1, 2, 3] == [each.round for each in group_of("Chest Fly").records]


def test_one_load_is_that_of_all_that_were_done() -> None:
    """Skipped sets do not count."""
    fly = group_of("Chest Fly").records
    heavy = Load(9_000, Unit.KILOGRAM)
    skipped = replace(fly[1], load=heavy, outcome=SetOutcome.SKIPPED)

    assert [(0, True)] == loads_in(fly[0], skipped, fly[2])
    assert [(0, False), (1, False)] == loads_in(fly[0], replace(fly[1], load=heavy))
    assert [(1, True)] == loads_in(skipped, replace(fly[2], load=None))


def test_a_weight_was_held_or_was_to_be() -> None:
    """One of them is enough."""
    fly, hold = group_of("Chest Fly").first, group_of("Thread the Needle").first
    assert [True, True, False] == [
        has_weight(each) for each in (fly, replace(fly, load=None), hold)
    ]


def test_what_was_done_is_said_in_the_fewest_words() -> None:
    """Numbers, a dash for what was skipped whatever was asked, a question mark for the unknown."""
    fly, hold = group_of("Chest Fly").first, group_of("Thread the Needle").first
    records = (
        fly,
        replace(fly, reps=None),
        replace(fly, outcome=SetOutcome.SKIPPED, reps=None),
        replace(fly, outcome=SetOutcome.SKIPPED),
        hold,
        replace(hold, seconds=95),
        replace(hold, seconds=None),
    )
    assert ["8", "?", "–", "–", "30 s", "1:35", "?"] == [done_words(each) for each in records]
    assert ["4", "?"] == [number_of(each) for each in (fly, replace(fly, load=None))]


def test_a_set_is_told_with_all_that_is_known() -> None:
    """Side, round, and what was held."""
    needle, fly = group_of("Thread the Needle"), group_of("Chest Fly")
    assert "right" == side_name(needle)
    assert "Thread the Needle, right, round 1: 30 seconds" == set_words(
        needle, needle.first, is_load=False, is_of_all=False
    )
    unknown = replace(fly.first, load=None)
    assert "Chest Fly, round 1: weight not known" == set_words(
        fly, unknown, is_load=True, is_of_all=False
    )
    assert "8 of 8 reps, 8 of 8 reps, 8 of 8 reps; 2 × 4 kg" == group_words(fly)


def test_a_set_that_its_clock_has_cut_was_not_skipped() -> None:
    """A screen reader says so, with the reps that somebody has entered."""
    fly = group_of("Chest Fly").first
    skipped = replace(fly, outcome=SetOutcome.SKIPPED, reps=None)
    cut = replace(skipped, is_cut=True)
    said = [group_words(SetGroup((each,))) for each in (skipped, cut, replace(cut, reps=6))]
    assert ["skipped; 2 × 4 kg", "cut by the time; 2 × 4 kg"] == said[:2]
    assert "6 of 8 reps, cut by the time; 2 × 4 kg" == said[2]
    assert ["–", "6"] == [done_words(each) for each in (cut, replace(cut, reps=6))]


def test_the_first_number_that_can_be_changed() -> None:
    """Seconds of a hold and skipped sets cannot; what was held in a hold can."""
    fly, hold = group_of("Chest Fly").records, group_of("Thread the Needle").records
    skipped = replace(fly[0], outcome=SetOutcome.SKIPPED)
    weighted = replace(hold[0], load=fly[0].load)
    groups = (fly, (skipped, fly[1]), hold, (skipped,), (weighted,))
    found = [
        first_changeable(group, cells_of(group, weighted_sets(group)))
        for group in map(SetGroup, groups)
    ]
    assert [0, 1, None, None, 1] == found
