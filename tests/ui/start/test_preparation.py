"""The choice of a workout, its rounds and its blocks, and what is remembered of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from matside.core.ports.devices import Listed, Origin
from matside.core.settings import Settings
from matside.core.workout.model import Block, BlockKind, Exercise, Hold, Reps, Workout
from matside.ui.session.preferences import Preferences
from matside.ui.start.preparation import Preparation
from tests.support.core_samples import calls
from tests.support.fakes import fake_wall

STRETCH = Exercise("Stretch", Hold(30))
CURL = Exercise("Curl", Reps(8))
WARMUP = Block("Warm-up", BlockKind.WARMUP, (STRETCH,), rounds=2)
PAIR = Block("Superset 1", BlockKind.SUPERSET, (CURL, STRETCH), rounds=3)
LONG = Workout("Long", (WARMUP, PAIR))
SHORT = Workout("Short", (PAIR,))
BROKEN = Listed("broken", None, ("broken.yaml:1:1: this is empty",), Origin.OWN)
ENDLESS = Listed(
    "endless", Workout("Endless", (Block("Circuit", BlockKind.CIRCUIT, (STRETCH,), 4_000),))
)
LISTING = (Listed("long", LONG), Listed("short", SHORT), BROKEN)


class Shelf:
    """A library of given workouts."""

    def __init__(self, listing: Sequence[Listed] = LISTING) -> None:
        self.listed = tuple(listing)

    def listing(self) -> tuple[Listed, ...]:
        """Return all of them."""
        return self.listed


@pytest.fixture
def preferences(qtbot: QtBot) -> Preferences:
    """Return settings that remember the short workout with two rounds."""
    del qtbot
    remembered = Settings(last_workout="short", rounds={"short": 2})
    return Preferences(remembered, lambda _: None)


@pytest.fixture
def preparation(preferences: Preferences) -> Preparation:
    """Return the choice at the start of the program."""
    return Preparation(Shelf(), preferences)


def rounds_of(preparation: Preparation) -> list[int]:
    """Return the rounds of each block of the chosen program."""
    program = preparation.program()
    assert program is not None
    return [block.rounds for block in program.workout.blocks]


def test_it_begins_with_the_workout_of_last_time(preparation: Preparation) -> None:
    """Workout and rounds are those that were chosen last."""
    view = preparation.view(fake_wall(), None)
    assert ("short", 2) == (view.selected, view.rounds)


def test_without_a_last_workout_it_begins_with_the_first(qtbot: QtBot) -> None:
    """A new athlete finds the first of the list chosen, with the rounds of the file."""
    del qtbot
    fresh = Preparation(Shelf(), Preferences(Settings(), lambda _: None))
    view = fresh.view(fake_wall(), None)
    assert ("long", None) == (view.selected, view.rounds)


def test_a_broken_workout_is_not_the_first_choice(qtbot: QtBot) -> None:
    """Where nothing is remembered, what can be done goes before what cannot be read."""
    del qtbot
    shelf = Shelf((BROKEN, LISTING[1]))
    fresh = Preparation(shelf, Preferences(Settings(), lambda _: None))
    assert "short" == fresh.view(fake_wall(), None).selected


def test_a_workout_that_is_given_goes_first(preferences: Preferences) -> None:
    """A file named at the start is listed before all others and chosen, with given rounds."""
    given = Listed("/tmp/mine.yaml", SHORT)
    preparation = Preparation(Shelf(), preferences, given=given, rounds=4)
    view = preparation.view(fake_wall(), None)
    assert given == view.listing[0]
    assert ("/tmp/mine.yaml", 4) == (view.selected, view.rounds)
    assert "short" == preferences.settings.last_workout


def test_a_given_name_that_is_listed_is_not_listed_twice(preferences: Preferences) -> None:
    """Naming a listed workout only chooses it."""
    preparation = Preparation(Shelf(), preferences, given=Listed("long", LONG))
    assert LISTING == preparation.view(fake_wall(), None).listing


def test_what_follows_from_the_choice_is_counted_once(
    preparation: Preparation, preferences: Preferences
) -> None:
    """As time goes by only the end is another; another choice or setting is counted anew."""
    before = preparation.view(fake_wall(), None)
    later = preparation.view(fake_wall() + timedelta(hours=1), "a notice")
    assert before.plan is later.plan
    assert (before.ends + timedelta(hours=1), "a notice") == (later.ends, later.notice)
    preferences.change(replace(preferences.settings, get_ready=60))
    longer = preparation.view(fake_wall(), None)
    assert (before.total + 50, None) == (longer.total, longer.notice)
    preparation.choose_rounds(3)
    assert longer.total < preparation.view(fake_wall(), None).total


def test_choosing_a_workout_is_remembered(
    preparation: Preparation, preferences: Preferences
) -> None:
    """The next start begins with it."""
    preparation.select("long")
    assert "long" == preferences.settings.last_workout
    assert [2, 3] == rounds_of(preparation)


def test_rounds_are_remembered_for_each_workout(
    preparation: Preparation, preferences: Preferences
) -> None:
    """Rounds replace those of supersets, and belong to their workout alone."""
    preparation.select("long")
    preparation.choose_rounds(5)
    assert [2, 5] == rounds_of(preparation)
    preparation.select("short")
    assert [2] == rounds_of(preparation)
    assert {"short": 2, "long": 5} == preferences.settings.rounds


def test_rounds_as_written_are_remembered_as_no_choice(
    preparation: Preparation, preferences: Preferences
) -> None:
    """Going back to the file's rounds forgets the number."""
    preparation.choose_rounds_as_written()
    assert [3] == rounds_of(preparation)
    assert {} == preferences.settings.rounds


def test_rounds_that_make_a_plan_too_long_are_not_taken(preferences: Preferences) -> None:
    """The choice stays as it was, and no total is told for what cannot be chosen."""
    exercises = tuple(Exercise(f"Move {place}", Reps(8)) for place in range(50))
    pairs = Block("Superset 1", BlockKind.SUPERSET, exercises, rounds=10)
    huge = Listed("huge", Workout("Huge", (pairs,) * 20))
    preparation = Preparation(Shelf((huge,)), preferences, given=huge)
    preparation.choose_rounds(11)
    view = preparation.view(fake_wall(), None)
    assert (None, {9, 10}) == (view.rounds, set(view.totals))


def test_a_start_as_written_forgets_nothing(
    preparation: Preparation, preferences: Preferences
) -> None:
    """`--start` without rounds takes the file's once and leaves the memory alone."""
    preparation.start_as_written()
    assert [3] == rounds_of(preparation)
    assert {"short": 2} == preferences.settings.rounds


def test_other_settings_choose_anew(qtbot: QtBot, preferences: Preferences) -> None:
    """Workout and rounds are theirs, all blocks come in, and nothing of it is saved."""
    preparation = Preparation(Shelf(), preferences, rounds=5)
    preparation.toggle_block(0)
    others = Settings(last_workout="long", rounds={"long": 4})
    preferences.change(others)
    with qtbot.waitSignal(preparation.changed):
        preparation.choose_anew()
    view = preparation.view(fake_wall(), None)
    assert ("long", 4, frozenset()) == (view.selected, view.rounds, view.left_out)
    assert others == preferences.settings


def test_a_block_is_left_out_for_one_session(preparation: Preparation) -> None:
    """A block left out has no rounds; it comes back with another choice or after the session."""
    preparation.select("long")
    preparation.toggle_block(0)
    assert [0, 3] == rounds_of(preparation)
    preparation.toggle_block(0)
    assert [2, 3] == rounds_of(preparation)
    preparation.toggle_block(1)
    preparation.take_all_blocks()
    assert [2, 3] == rounds_of(preparation)


def test_the_last_block_stays(preparation: Preparation) -> None:
    """There is always something to do; a digit without a block does nothing."""
    preparation.select("long")
    preparation.toggle_block(1)
    preparation.toggle_block(0)
    preparation.toggle_block(7)
    assert [2, 0] == rounds_of(preparation)


def test_a_broken_workout_has_no_program(preparation: Preparation) -> None:
    """What cannot be read is shown with its faults and cannot be started or cut."""
    preparation.select("broken")
    preparation.toggle_block(0)
    view = preparation.view(fake_wall(), None)
    assert preparation.program() is None
    assert (None, None, 0, {}) == (view.workout, view.plan, view.total, view.totals)


def test_an_empty_list_is_no_fault(preferences: Preferences) -> None:
    """Without any workout there is nothing to start, and nothing fails."""
    preparation = Preparation(Shelf(()), preferences)
    view = preparation.view(fake_wall(), "a warning")
    assert (None, (), "a warning") == (preparation.program(), view.listing, view.notice)


def test_the_view_tells_the_totals_of_the_tiles(preparation: Preparation) -> None:
    """Total and end follow every choice; so do the totals of one round more or less."""
    view = preparation.view(fake_wall(), None)
    assert view.total == view.totals[2] == view.lengths["short"]
    assert {1, 2, 3} == set(view.totals)
    assert (18, 23) == (view.ends.hour, view.ends.minute)
    preparation.choose_rounds(3)
    assert view.totals[3] == preparation.view(fake_wall(), None).total


def test_every_choice_is_told(qtbot: QtBot, preparation: Preparation) -> None:
    """The page is refreshed after each of them."""
    for choose in (
        lambda: preparation.select("long"),
        lambda: preparation.choose_rounds(4),
        lambda: preparation.toggle_block(0),
        preparation.start_as_written,
        preparation.take_all_blocks,
    ):
        with qtbot.waitSignal(preparation.changed):
            choose()


def test_the_list_is_read_anew(qtbot: QtBot, preferences: Preferences) -> None:
    """A file that was added or mended since is there after another look, and told once."""
    shelf = Shelf((LISTING[1],))
    preparation = Preparation(shelf, preferences)
    shelf.listed = (Listed("short", LONG), LISTING[0])
    with qtbot.waitSignal(preparation.changed):
        preparation.look_again()
    view = preparation.view(fake_wall(), None)
    assert (shelf.listed, LONG) == (view.listing, view.workout)
    with qtbot.assertNotEmitted(preparation.changed):
        preparation.look_again()


def test_a_block_left_out_stays_so_when_another_file_changes(preferences: Preferences) -> None:
    """What is read anew beside the chosen workout does not touch the choice."""
    shelf = Shelf()
    preparation = Preparation(shelf, preferences)
    preparation.select("long")
    preparation.toggle_block(0)
    shelf.listed = (LISTING[0], Listed("short", LONG), Listed("new", SHORT))
    preparation.look_again()
    assert [0, 3] == rounds_of(preparation)


@pytest.mark.parametrize(
    ("written", "rounds"),
    [
        (Workout("Longer", (WARMUP, replace(PAIR, rounds=4))), [0, 4]),
        (Workout("Longer", (PAIR, WARMUP)), [3, 2]),
        (Workout("Longer", (WARMUP, PAIR, WARMUP)), [2, 3, 2]),
        (None, []),
    ],
)
def test_a_block_left_out_stays_so_while_it_is_the_same_block(
    preferences: Preferences, written: Workout | None, rounds: list[int]
) -> None:
    """Where the chosen file itself has changed, its blocks are known by their names."""
    shelf = Shelf((LISTING[0],))
    preparation = Preparation(shelf, preferences)
    preparation.toggle_block(0)
    shelf.listed = (Listed("long", written),)
    preparation.look_again()
    program = preparation.program()
    assert rounds == ([] if program is None else rounds_of(preparation))


def test_blocks_of_a_workout_that_is_gone_are_left_out_of_no_other(
    preferences: Preferences,
) -> None:
    """Another workout takes its place with all its blocks."""
    shelf = Shelf()
    preparation = Preparation(shelf, preferences)
    preparation.select("long")
    preparation.toggle_block(0)
    shelf.listed = (Listed("copy", LONG),)
    preparation.look_again()
    assert [2, 3] == rounds_of(preparation)


def test_rounds_of_a_workout_that_is_gone_are_those_of_no_other(preferences: Preferences) -> None:
    """Another workout takes its place with its own rounds of last time."""
    shelf = Shelf()
    preparation = Preparation(shelf, preferences)
    preparation.select("long")
    preparation.choose_rounds(5)
    shelf.listed = (LISTING[1],)
    preparation.look_again()
    assert ("short", 2) == (preparation.view(fake_wall(), None).selected, preparation.rounds)


def test_what_a_program_does_not_depend_on_leaves_it_as_it_is(
    preparation: Preparation, preferences: Preferences
) -> None:
    """A slider that makes chimes louder unrolls nothing; one that makes rests longer does."""
    before = preparation.program()
    preferences.change(replace(preferences.settings, volume=10, voice=False))
    assert before is preparation.program()
    preferences.change(replace(preferences.settings, between_rounds=60))
    assert before != preparation.program()


def test_a_choice_counts_no_other_workout(preparation: Preparation) -> None:
    """The settings page asks at every tick of a slider, and shows the chosen workout alone."""
    now = fake_wall()
    assert {} == preparation.choice(now).lengths
    assert preparation.view(now, None) == replace(
        preparation.choice(now), lengths=preparation.view(now, None).lengths
    )


def test_the_plan_of_a_long_workout_is_made_by_and_by(
    preferences: Preferences, qtbot: QtBot
) -> None:
    """Until it is there the choice before holds, and is what would start; then it is told."""
    preparation = Preparation(Shelf((*LISTING, ENDLESS)), preferences)
    before = preparation.program()
    with qtbot.waitSignal(preparation.changed):
        preparation.select("endless")
        assert "short" == preparation.view(fake_wall(), None).selected
        assert before is preparation.program()
    assert "endless" == preparation.view(fake_wall(), None).selected
    assert [4_000] == rounds_of(preparation)
    assert "endless" == preferences.settings.last_workout


def test_no_pass_makes_more_than_a_part_of_a_long_plan(preferences: Preferences) -> None:
    """Steps are made in small parts, and what is known of them all is found in one more."""
    preferences.change(replace(preferences.settings, last_workout="endless"))
    shelf = Shelf((*LISTING, ENDLESS))
    whole = calls(lambda: list(Preparation(shelf, preferences).make()))
    making = Preparation(shelf, preferences).make()
    *parts, most = sorted(calls(lambda: next(making, None)) for _ in range(12))
    assert most < 0.75 * whole
    assert max(parts) < whole / 8
    assert [] == list(making)


def test_a_long_choice_holds_at_once_where_it_must(preferences: Preferences) -> None:
    """A press waits for the rest of the making."""
    preparation = Preparation(Shelf((*LISTING, ENDLESS)), preferences)
    preparation.select("endless")
    preparation.settle()
    assert [4_000] == rounds_of(preparation)
    preparation.settle()
    assert [4_000] == rounds_of(preparation)


def test_choices_that_follow_each_other_are_all_kept(
    preferences: Preferences, qtbot: QtBot
) -> None:
    """Rounds that are chosen while the plan is made are those of the workout chosen before."""
    preparation = Preparation(Shelf((*LISTING, ENDLESS)), preferences)
    preparation.select("endless")
    with qtbot.waitSignal(preparation.changed):
        preparation.choose_rounds(3_000)
    assert [3_000] == rounds_of(preparation)
    assert {"short": 2, "endless": 3_000} == preferences.settings.rounds


def test_a_long_plan_follows_its_settings_by_and_by(
    preferences: Preferences, qtbot: QtBot
) -> None:
    """Meanwhile the plan before holds."""
    preferences.change(replace(preferences.settings, last_workout="endless"))
    preparation = Preparation(Shelf((*LISTING, ENDLESS)), preferences)
    before = preparation.view(fake_wall(), None)
    with qtbot.waitSignal(preparation.changed):
        preferences.change(replace(preferences.settings, get_ready=60))
        assert before.total == preparation.view(fake_wall(), None).total
    assert before.total + 50 == preparation.view(fake_wall(), None).total
