"""Pictures of films are decoded beside the event loop, the most wanted first."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from matside.core.figures.film import Reel
from matside.core.workout.model import Exercise, Hold
from matside.files.workouts.pictures import reel_of
from matside.ui.figures.film_decoder import FilmDecoder, Priority
from matside.ui.figures.frame_decoding import DecodedFrame, FilmFrame
from tests.support.films import bundled, decoding, let_develop
from tests.support.pictures import BLUE, RED, gif, webp_animation, written

CURL = "hammer-curl"


def frames_of(identity: str, poses: range, width: int = 100, height: int = 200) -> list[FilmFrame]:
    """Return frames of the bundled film with an id."""
    reel = bundled(identity)
    return [FilmFrame(reel, pose, width, height, mirrored=False) for pose in poses]


def colour_of(developed: DecodedFrame | None) -> QColor:
    """Return the colour in the middle of a picture."""
    assert developed is not None
    return developed.image.pixelColor(developed.image.rect().center())


def developed_of(reel: Reel, pose: int = 0, *, mirrored: bool = False) -> DecodedFrame | None:
    """Return what is decoded of a pose of `reel`, as large as the film itself."""
    with decoding() as decoder:
        frame = FilmFrame(reel, pose, reel.film.width, reel.film.height, mirrored)
        decoder.want("test", [frame], Priority.SEEN)
        let_develop(decoder)
        return decoder.frame(frame)


def test_a_picture_gets_ready_later(qtbot: QtBot, decoder: FilmDecoder) -> None:
    """At first there is none; it is told when there is."""
    (frame,) = frames_of(CURL, range(1))
    assert decoder.frame(frame) is None
    with qtbot.waitSignal(decoder.developed, timeout=20_000):
        decoder.want(self_ := object(), [frame], Priority.SEEN)
    developed = decoder.frame(frame)
    assert developed is not None
    assert developed.image.width() <= 100
    assert decoder.is_idle
    assert decoder.size_in_bytes == developed.image.sizeInBytes()
    del self_


def test_what_is_seen_is_decoded_before_what_comes(qtbot: QtBot, decoder: FilmDecoder) -> None:
    """Whoever asks first, what moves goes first, then stills, then what is prepared."""
    coming, still, seen = frames_of(CURL, range(3))
    decoder.want("busy", frames_of("chest-fly", range(1)), Priority.SEEN)
    decoder.want("ahead", [coming], Priority.COMING)
    decoder.want("card", [still], Priority.STILL)
    decoder.want("stage", [seen], Priority.SEEN)
    order: list[FilmFrame] = []

    def note() -> None:
        order.extend(
            each for each in (coming, still, seen) if decoder.frame(each) and each not in order
        )

    decoder.developed.connect(note)
    let_develop(decoder)
    qtbot.waitUntil(lambda: len(order) == 3)
    assert [seen, still, coming] == order


def test_nothing_is_decoded_that_nobody_wants_any_more(decoder: FilmDecoder) -> None:
    """Who asks for nothing takes back what it asked for."""
    first, second = frames_of(CURL, range(2))
    decoder.want("stage", [first, second], Priority.SEEN)
    decoder.want("stage", [], Priority.SEEN)
    let_develop(decoder)
    assert decoder.frame(second) is None


def sizes_of(frames: list[FilmFrame]) -> list[int]:
    """Return how many bytes each of `frames` takes once it is decoded."""
    with decoding() as decoder:
        decoder.want("test", frames, Priority.SEEN)
        let_develop(decoder)
        developed = [decoder.frame(frame) for frame in frames]
    return [each.image.sizeInBytes() for each in developed if each is not None]


def test_pictures_make_room_that_were_asked_for_longest_ago(qtbot: QtBot) -> None:
    """Beyond its room the projector keeps what is wanted and what was asked for last."""
    del qtbot
    frames = frames_of(CURL, range(4))
    first, *others = sizes_of(frames)
    room = first + max(others)
    with decoding(room=room) as decoder:
        for frame in frames:
            decoder.want("stage", [frame], Priority.SEEN)
            let_develop(decoder)
            decoder.frame(frames[0])
        kept = [decoder.frame(frame) is not None for frame in frames]
        assert [True, False, False, True] == kept
        assert decoder.size_in_bytes <= room


def test_what_is_wanted_is_kept_however_little_room_there_is(qtbot: QtBot) -> None:
    """Else it would be decoded again and again."""
    del qtbot
    frames = frames_of(CURL, range(4))
    with decoding(room=0) as decoder:
        decoder.want("stage", frames, Priority.SEEN)
        let_develop(decoder)
        assert all(decoder.frame(frame) for frame in frames)


def test_exercises_are_shown_by_their_films(decoder: FilmDecoder) -> None:
    """One that is written out in a workout has none."""
    curl = decoder.reel(Exercise("Curl", Hold(30), id=CURL))
    assert curl is not None
    assert "man/hammer-curl" == curl.name
    assert decoder.reel(Exercise("Curl", Hold(30))) is None
    assert decoder.reel(None) is None


def test_a_broken_picture_is_found_no_more(qtbot: QtBot, tmp_path: Path) -> None:
    """What cannot be decoded is told once, and its exercise has no film from then on."""
    path = tmp_path / "row.png"
    path.write_bytes(written("png", 40, 30))
    reel = reel_of(path)
    path.unlink()
    exercise = Exercise("Row", Hold(30), id="row")
    with decoding(lambda _: reel) as decoder:
        assert reel == decoder.reel(exercise)
        with qtbot.waitSignal(decoder.changed, timeout=20_000):
            decoder.want("stage", [FilmFrame(reel, 0, 40, 30, mirrored=False)], Priority.SEEN)
        assert decoder.reel(exercise) is None
        assert decoder.is_idle


def test_other_films_are_told(qtbot: QtBot, decoder: FilmDecoder) -> None:
    """Another body is shown by whoever shows a film."""
    with qtbot.waitSignal(decoder.changed):
        decoder.find_others()


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_own_pictures_are_decoded(qtbot: QtBot, tmp_path: Path, kind: str) -> None:
    """Whatever their format, they look as they are."""
    del qtbot
    (tmp_path / f"row.{kind}").write_bytes(written(kind, 40, 30, BLUE))
    blue = colour_of(developed_of(reel_of(tmp_path / f"row.{kind}")))
    assert (True, True) == (blue.blue() > 240, blue.red() < 15)


def test_a_picture_is_decoded_as_nothing_but_what_it_says_it_is(qtbot: QtBot) -> None:
    """Bytes that are of another format by the time they are read are no picture."""
    del qtbot
    film = bundled(CURL).film
    for kind in ("gif", "webp"):
        reel = Reel(f"a {kind}", film, lambda _: written("png", 40, 30), kind)
        assert developed_of(reel) is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("row.gif", gif(40, 30, (5, 5, 5))),
        ("row.webp", webp_animation(40, 30, (50, 50, 50))),
    ],
)
def test_frames_of_an_animation_are_decoded_in_any_order(
    qtbot: QtBot, tmp_path: Path, name: str, content: bytes
) -> None:
    """Each frame follows from those before it, and looks as if nobody had asked for others."""
    del qtbot
    (tmp_path / name).write_bytes(content)
    reel = reel_of(tmp_path / name)
    colours = []
    with decoding(room=0) as decoder:
        for pose in (0, 1, 2, 1, 0):
            frame = FilmFrame(reel, pose, 40, 30, mirrored=False)
            decoder.want("stage", [frame], Priority.SEEN)
            let_develop(decoder)
            colours.append(colour_of(decoder.frame(frame)).name())
    assert [RED.name(), BLUE.name(), RED.name(), BLUE.name(), RED.name()] == colours


def test_the_mirror_is_the_same_picture_the_other_way_round(qtbot: QtBot) -> None:
    """Every px of it lies as far from the right as it did from the left."""
    del qtbot
    reel = bundled("half-kneeling-chop")
    plain, mirror = developed_of(reel), developed_of(reel, mirrored=True)
    assert plain is not None
    assert mirror is not None
    assert mirror.at.x() == reel.film.width - plain.at.x() - plain.image.width()
    width = plain.image.width()
    apart = [
        abs(one - other)
        for x in range(0, width, 7)
        for y in range(0, plain.image.height(), 7)
        for one, other in zip(
            plain.image.pixelColor(x, y).getRgb(),
            mirror.image.pixelColor(width - 1 - x, y).getRgb(),
            strict=True,
        )
    ]
    assert max(apart) < 8


def test_what_stands_still_keeps_its_place_to_the_px(decoder: FilmDecoder) -> None:
    """The mat under a pose lies where it lay under the one before, in any size."""
    frames = frames_of("half-kneeling-chop", range(6), width=371, height=439)
    decoder.want("stage", frames, Priority.SEEN)
    let_develop(decoder)
    mats = []
    for frame in frames:
        developed = decoder.frame(frame)
        assert developed is not None
        rows = range(400 - developed.at.y(), 436 - developed.at.y())
        columns = range(20 - developed.at.x(), 140 - developed.at.x())
        mats.append([sum(developed.image.pixelColor(x, y).alpha() for x in columns) for y in rows])
    apart = [abs(one - other) for mat in mats for one, other in zip(mat, mats[0], strict=True)]
    assert max(mats[0]) > 60 * 255
    assert max(apart) < 120 * 8


def test_what_is_wanted_after_the_end_is_not_decoded(qtbot: QtBot) -> None:
    """A window that is laid out once more as its screen vanishes is no fault."""
    del qtbot
    (frame,) = frames_of(CURL, range(1))
    with decoding() as decoder:
        decoder.close()
        decoder.want("stage", [frame], Priority.SEEN)
        assert decoder.is_idle
        assert decoder.frame(frame) is None
