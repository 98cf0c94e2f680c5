"""Nothing comes into history twice, and a name is asked for once."""

from dataclasses import replace
from datetime import datetime

import pytest

from matside.core.history.imports import (
    Imported,
    Known,
    Origin,
    likely,
    meanings,
    named,
    names_in,
    new_of,
    newest_first,
)
from matside.core.session.record import SessionOutcome, SessionRecord, SetOutcome, SetRecord
from matside.core.workout.steps import StepKey, StepKind

DAY, MINUTE, SECOND = 10, 16, 19
EXERCISES = {
    "hammer-curl": "Hammer Curl",
    "childs-pose": "Child’s Pose",
}


def imported(
    started: str = "2026-03-01T07:30:15", title: str = "Legs", precision: int = SECOND
) -> Imported:
    """Return a session of a table that says its start as exactly as `precision`."""
    hour = datetime.fromisoformat(f"{started}+01:00")
    session = SessionRecord(0, title, title, hour, None, SessionOutcome.FINISHED, ())
    return Imported(session, Origin.STRONG, precision)


def with_sets(*moves: tuple[str, str | None]) -> Imported:
    """Return a session with a set of each of `moves`: name and exercise."""
    sets = tuple(
        SetRecord(
            StepKey(0, 1, place, None, StepKind.WORK),
            "Sets",
            exercise,
            name,
            None,
            8,
            None,
            SetOutcome.DONE,
        )
        for place, (name, exercise) in enumerate(moves)
    )
    found = imported()
    return replace(found, session=replace(found.session, sets=sets))


KNOWN = Known(frozenset({("2026-03-01T07:30:15", "Legs")}))


@pytest.mark.parametrize(
    ("found", "is_new"),
    [
        (imported(), False),
        (imported(title="Arms"), True),
        (imported("2026-03-01T07:30:16"), True),
        (imported("2026-03-01T07:30:00", precision=MINUTE), False),
        (imported("2026-03-01T07:31:00", precision=MINUTE), True),
        (imported("2026-03-01T00:00:00", precision=DAY), False),
        (imported("2026-03-02T00:00:00", precision=DAY), True),
    ],
)
def test_a_session_is_known_by_start_and_title(found: Imported, *, is_new: bool) -> None:
    """As exactly as its table tells its start."""
    assert ((found,) if is_new else ()) == new_of([found], KNOWN)


def test_what_a_table_has_twice_comes_once() -> None:
    """The first of two that cannot be told apart."""
    first, second = imported(), replace(imported(), origin=Origin.HEVY)
    other = imported(title="Arms")
    assert (first, other) == new_of([first, second, other], Known())


def test_sessions_come_newest_first() -> None:
    """Those done here as they were numbered, even if the clock was set back; others by start."""

    def session(number: int, day: int, origin: str | None) -> SessionRecord:
        hour = datetime.fromisoformat(f"2026-03-{day:02}T07:30:00+01:00")
        return replace(imported().session, id=number, started=hour, origin=origin)

    here = [session(1, 10, None), session(2, 5, None), session(5, 20, None)]
    others = [session(3, 15, "strong"), session(4, 1, "hevy"), session(6, 7, "hevy")]
    assert [5, 3, 2, 1, 6, 4] == [each.id for each in newest_first([*others, *here])]


def test_a_session_has_an_identity() -> None:
    """The same whenever its table is read."""
    assert "2026-03-01T07:30 Legs" == imported(precision=MINUTE).identity


def test_names_are_asked_for_once() -> None:
    """Those whose exercise the table does not tell."""
    found = [with_sets(("Curl", None), ("Row", "row")), with_sets(("Curl", None), ("Hop", None))]
    assert ("Curl", "Hop") == names_in(found)


def test_a_name_means_what_it_meant() -> None:
    """Or else the exercise that is called so, whatever signs and capitals it has."""
    known = Known(names={"Curl": "hammer-curl", "Hop": None})
    names = ("Curl", "Hop", "HAMMER-CURL", "Child's pose", "Squat")
    expected = {"Curl": "hammer-curl", "Hop": None, "HAMMER-CURL": "hammer-curl"}
    assert {**expected, "Child's pose": "childs-pose"} == meanings(names, EXERCISES, known)


@pytest.mark.parametrize(
    ("name", "guess"),
    [
        ("Hammer Curl (Dumbbell)", "hammer-curl"),
        ("Curl of the Hammer", "hammer-curl"),
        ("Biceps Curl", None),
        ("Squat", None),
        ("", None),
    ],
)
def test_a_likely_exercise_shares_two_words(name: str, guess: str | None) -> None:
    """One word is too little to ask for."""
    assert guess == likely(name, EXERCISES)


def test_without_exercises_none_is_likely() -> None:
    """And one of a single word is likely by that."""
    assert likely("Curl", {}) is None
    assert "plank" == likely("Side Plank", {"plank": "Plank"})


def test_sets_get_the_exercises_of_their_names() -> None:
    """Those that the table tells stay, and so do names that mean none."""
    found = with_sets(("Curl", None), ("Row", "row"), ("Hop", None))
    (after,) = named([found], {"Curl": "hammer-curl", "Row": "other", "Hop": None})
    assert ["hammer-curl", "row", None] == [record.exercise for record in after.session.sets]


def test_a_program_has_the_name_that_it_gives_itself() -> None:
    """Everywhere the same."""
    assert ["Strong", "Hevy", "FitNotes", "Matside"] == [origin.program for origin in Origin]
