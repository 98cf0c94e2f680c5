"""A film knows which of its pictures is shown when."""

import pytest

from matside.core.figures.film import KEY_POSE, Film, Picture, Reel, no_reel
from matside.core.workout.model import Exercise, Hold, Reps, Side

POSES = (
    Picture(0, 9, 10, 0, 30, 16),
    Picture(9, 9, 4, 8, 50, 24),
    Picture(18, 9, 20, 24, 70, 16),
)
FILM = Film(
    100,
    48,
    POSES,
    ((0, 0.5), (1, 0.25), (2, 0.125), (1, 0.125)),
    floor=40,
    seconds=4.0,
    hero=2,
    keys=(0, 2),
    side=Side.LEFT,
)


def test_a_film_goes_through_its_sequence_and_begins_anew() -> None:
    """Every place follows the one before, and the first the last."""
    places = [0]
    for _ in range(4):
        places.append(FILM.after(places[-1], slow=False))
    assert [0, 1, 2, 3, 0] == places
    assert [0, 1, 2, 1, 0] == [FILM.pose(place) for place in places]


def test_each_place_stays_for_its_share_of_the_loop() -> None:
    """A loop of another length takes longer at each place alike."""
    assert [2000, 1000, 500, 500] == [FILM.stay(place, 4, slow=False) for place in range(4)]
    assert 4000 == FILM.stay(0, 8, slow=False)


def test_reduced_motion_shows_the_key_poses() -> None:
    """They follow each other, two seconds each, from the first one on."""
    assert 0 == FILM.first(slow=True)
    assert [2, 0] == [FILM.after(0, slow=True), FILM.after(2, slow=True)]
    assert KEY_POSE == FILM.stay(2, 4, slow=True)


@pytest.mark.parametrize(
    ("film", "slow"),
    [
        (Film(9, 9, POSES[:1], ((0, 1.0),), floor=9, seconds=3), False),
        (Film(9, 9, POSES, FILM.sequence, floor=9, seconds=0), False),
        (Film(9, 9, POSES, FILM.sequence, floor=9, seconds=3), True),
    ],
)
def test_what_does_not_move_stays_for_ever(film: Film, slow: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """A single picture, a film without a length and a single key pose stand still."""
    assert film.stay(0, 3, slow=slow) is None


@pytest.mark.parametrize(
    ("share", "place"), [(0.0, 0), (0.49, 0), (0.5, 1), (0.8, 2), (0.875, 3), (0.999, 3), (1, 0)]
)
def test_a_rep_leads_the_film(share: float, place: int) -> None:
    """At a share of a rep the film is at the same share of its loop."""
    assert place == FILM.place_in_rep(share)


def test_a_rep_begins_where_its_film_says() -> None:
    """A loop that begins with the return of the rep before is led from its lift on."""
    film = Film(9, 9, POSES, FILM.sequence, floor=9, begins=0.5)
    assert [1, 0, 0] == [film.place_in_rep(share) for share in (0.0, 0.5, 0.99)]


def test_a_loop_lasts_as_long_as_a_rep() -> None:
    """What is counted moves at the tempo of its exercise, a hold at that of the film."""
    assert 7 == FILM.loop_of(Exercise("Curl", Reps(8), rep_seconds=7))
    assert 4 == FILM.loop_of(Exercise("Curl", Hold(30), rep_seconds=7))


@pytest.mark.parametrize(
    ("shown", "side", "mirrored"),
    [
        (Side.LEFT, Side.LEFT, False),
        (Side.LEFT, Side.RIGHT, True),
        (Side.RIGHT, Side.LEFT, True),
        (Side.LEFT, Side.BOTH, False),
        (Side.LEFT, None, False),
        (None, Side.RIGHT, False),
    ],
)
def test_the_other_side_is_the_mirror(
    shown: Side | None,
    side: Side | None,
    mirrored: bool,  # noqa: FBT001 - likewise
) -> None:
    """Left and right are exchanged for the side that the pictures do not show, and only then."""
    film = Film(9, 9, POSES, FILM.sequence, floor=9, side=shown)
    assert mirrored is film.is_mirrored_on(side)


def test_edges_are_those_of_the_boxes_where_nothing_else_is_known() -> None:
    """For every 8 rows the outermost box counts; where there is none, nothing stands."""
    assert (10, 4, 4, 4, 20, 100) == FILM.edge(mirrored=False)
    assert (60, 46, 46, 10, 10, 100) == FILM.edge(mirrored=True)


def test_edges_that_are_told_go_before_those_of_the_boxes() -> None:
    """In the mirror those on the right count, from the other side."""
    film = Film(100, 16, POSES, FILM.sequence, floor=9, left=(30, 31), right=(80, 70))
    assert (30, 31) == film.edge(mirrored=False)
    assert (20, 30) == film.edge(mirrored=True)


def test_reels_of_one_name_are_one() -> None:
    """A reel is known by its name, and nobody finds one where there is none."""
    assert Reel("a", FILM, lambda _: b"") == Reel("a", FILM, lambda _: b"")
    assert no_reel("hammer-curl") is None
