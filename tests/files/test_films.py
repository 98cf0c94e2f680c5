"""The shelf finds what shows an exercise: its picture, the film it borrows, or its own."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from matside.core.figures.film import ROW
from matside.core.settings import Body
from matside.core.workout.model import Side
from matside.files.films import FilmLibrary
from matside.files.resources import bundled_films
from matside.files.workouts.catalogue import Catalogue
from tests.support.films import IDS, bundled, shelf
from tests.support.pictures import written

CURL = "hammer-curl"


def shelf_of(tmp_path: Path, *, exercise: str = "", film: str | None = CURL) -> FilmLibrary:
    """Return a shelf with a man's film and an own exercise `plank`, with more lines if given."""
    films, own = tmp_path / "films", tmp_path / "exercises"
    (films / "man").mkdir(parents=True)
    own.mkdir()
    if film is not None:
        for suffix in (".json", ".webps"):
            source = next(bundled_films().glob(f"*/{CURL}{suffix}"))
            shutil.copy(source, films / "man" / f"{film}{suffix}")
    (own / "plank.yaml").write_text(f"id: plank\nname: Plank\nhold: 30\n{exercise}")
    return FilmLibrary(films, Catalogue([own]))


@pytest.mark.parametrize("body", Body)
@pytest.mark.parametrize("identity", IDS)
def test_every_bundled_exercise_has_a_film(identity: str, body: Body) -> None:
    """All its pictures are WebP, lie in their file, and keep inside the canvas."""
    reel = shelf().reel(identity, body)
    assert reel is not None
    film = reel.film
    heads = [reel.read(picture) for picture in film.pictures]
    assert [] == [head[:12] for head in heads if (head[:4], head[8:12]) != (b"RIFF", b"WEBP")]
    assert [] == [box for box in film.pictures if box.right > film.width]
    assert [] == [box for box in film.pictures if box.y + box.height > film.height]
    assert {pose for pose, _ in film.sequence} == set(range(len(film.pictures)))
    assert 1 == pytest.approx(sum(share for _, share in film.sequence), abs=0.01)
    assert {film.hero, *film.keys} <= set(range(len(film.sequence)))
    assert 0.9 * film.height < film.floor <= film.height


def test_a_film_shows_the_side_that_it_names() -> None:
    """Those that are done on each side know which of them their pictures show."""
    sided = {identity: bundled(identity).film.side for identity in IDS}
    assert {
        "half-kneeling-chop": Side.LEFT,
        "half-kneeling-rainbow": Side.LEFT,
        "thread-the-needle": Side.RIGHT,
    } == {identity: side for identity, side in sided.items() if side is not None}


@pytest.mark.parametrize("body", Body)
@pytest.mark.parametrize("identity", IDS)
def test_a_film_with_a_side_knows_both_of_its_edges(identity: str, body: Body) -> None:
    """Mirrored it keeps clear of words by its right edge; `tools.pictures.film_edges` tells."""
    reel = shelf().reel(identity, body)
    assert reel is not None
    film = reel.film
    rows = -(-film.height // ROW)
    assert (rows if film.side else 0) == len(film.right)
    assert rows == len(film.left)
    assert all(left <= right for left, right in zip(film.left, film.right, strict=False) if right)


def test_the_other_body_stands_in_for_a_missing_one(tmp_path: Path) -> None:
    """Where one body has no film of an exercise, that of the other is shown."""
    found = shelf_of(tmp_path)
    woman, man = found.reel(CURL, Body.WOMAN), found.reel(CURL, Body.MAN)
    assert woman is not None
    assert "man/hammer-curl" == woman.name
    assert woman == man


def test_each_body_has_its_own_film_where_both_are_there(tmp_path: Path) -> None:
    """The one that was chosen is shown."""
    found = shelf_of(tmp_path)
    shutil.copytree(tmp_path / "films" / "man", tmp_path / "films" / "woman")
    names = [reel.name for body in Body if (reel := found.reel(CURL, body))]
    assert ["woman/hammer-curl", "man/hammer-curl"] == names


def cut_off(path: Path) -> None:
    """Take the end away."""
    path.write_bytes(path.read_bytes()[:-9])


@pytest.mark.parametrize("spoil", [Path.unlink, cut_off])
@pytest.mark.parametrize("suffix", [".json", ".webps"])
def test_the_rest_of_a_film_is_none(
    tmp_path: Path, spoil: Callable[[Path], None], suffix: str
) -> None:
    """A film that is missing or cut off is not shown, and stops nobody."""
    found = shelf_of(tmp_path)
    spoil(tmp_path / f"films/man/hammer-curl{suffix}")
    assert found.reel(CURL, Body.MAN) is None


@pytest.mark.parametrize("told", ["{}", "[1]", '{"size": 3}', '{"size": [1, 2, 3]}'])
def test_what_tells_of_no_film_is_none(tmp_path: Path, told: str) -> None:
    """A file that holds something else is passed over."""
    found = shelf_of(tmp_path)
    (tmp_path / "films/man/hammer-curl.json").write_text(told)
    assert found.reel(CURL, Body.MAN) is None


def test_an_own_exercise_borrows_a_film(tmp_path: Path) -> None:
    """It is shown by the film that its file names."""
    found = shelf_of(tmp_path, exercise=f"film: {CURL}\n").reel("plank", Body.MAN)
    assert found is not None
    assert "man/hammer-curl" == found.name


def test_an_own_exercise_has_a_picture(tmp_path: Path) -> None:
    """It is shown by the picture that lies beside its file."""
    found = shelf_of(tmp_path, exercise="picture: plank.png\n")
    (tmp_path / "exercises/plank.png").write_bytes(written("png", 40, 30))
    reel = found.reel("plank", Body.WOMAN)
    assert reel is not None
    assert str(tmp_path / "exercises/plank.png") == reel.name


@pytest.mark.parametrize("exercise", ["", "picture: gone.png\n", "hold: 40\n"])
def test_an_own_exercise_without_a_film_has_none(tmp_path: Path, exercise: str) -> None:
    """Nor has one whose picture is not there, or whose file has faults."""
    assert shelf_of(tmp_path, exercise=exercise).reel("plank", Body.WOMAN) is None


def test_a_film_is_looked_up_once(tmp_path: Path) -> None:
    """What is shown stays what it is while the program runs."""
    found = shelf_of(tmp_path)
    first = found.reel(CURL, Body.MAN)
    shutil.rmtree(tmp_path / "films")
    assert first is found.reel(CURL, Body.MAN)
