"""Pictures of the athlete's own are read with limits, as the one format that they are."""

import time
from pathlib import Path

import pytest

from matside.files.workouts.pictures import MOST_FRAMES, reel_of
from matside.regular_file import UnfitFileError
from tests.support.pictures import (
    broken_pictures,
    exif,
    extended_webp,
    gif,
    lossy_webp,
    png_of,
    turned_jpeg,
    webp_animation,
    written,
)

STILL = ((0, 0.0),)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("row.png", written("png", 40, 30), "png"),
        ("row.webp", written("webp", 40, 30), "webp"),
        ("lossless.webp", written("webp", 40, 30, quality=100), "webp"),
        ("row.jpg", written("jpeg", 40, 30), "jpeg"),
        ("Row.JPEG", written("jpeg", 40, 30), "jpeg"),
        ("row.gif", gif(40, 30, (5,)), "gif"),
        ("noted.gif", gif(40, 30, (5,))[:-1] + b"\x21\xfe\x02ab\0;", "gif"),
        ("lossy.webp", lossy_webp(40, 30), "webp"),
        ("extended.webp", extended_webp(40, 30), "webp"),
        ("upright.jpg", turned_jpeg(30, 40, "big", 6), "jpeg"),
        ("upside-down.jpg", turned_jpeg(40, 30, "little", 3), "jpeg"),
        ("comment.jpg", b"\xff\xd8\xff\xfe\0\x04ab" + written("jpeg", 40, 30)[2:], "jpeg"),
        ("other-note.jpg", b"\xff\xd8\xff\xe1\0\x04ab" + written("jpeg", 40, 30)[2:], "jpeg"),
    ],
)
def test_a_still_picture_is_a_film_of_one_pose(
    tmp_path: Path, name: str, content: bytes, kind: str
) -> None:
    """It stands still, and is as large as it is seen."""
    (tmp_path / name).write_bytes(content)
    reel = reel_of(tmp_path / name)
    film = reel.film
    assert (kind, False) == (reel.format, reel.animated)
    assert (40, 30, 30, STILL, 0) == (
        film.width,
        film.height,
        film.floor,
        film.sequence,
        film.seconds,
    )
    assert content == reel.read(film.pictures[0])


def test_a_photograph_without_a_note_on_how_it_was_held_stays_as_it_is(tmp_path: Path) -> None:
    """A segment of a camera that tells other things changes nothing."""
    plain, segment = written("jpeg", 40, 30), exif("little", 6).replace(b"\x12\x01", b"\x13\x01")
    (tmp_path / "row.jpg").write_bytes(plain[:2] + segment + plain[2:])
    assert 40 == reel_of(tmp_path / "row.jpg").film.width


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("row.gif", gif(40, 30, (20, 60, 20))),
        ("row.webp", webp_animation(40, 30, (200, 600, 200))),
    ],
)
def test_an_animation_is_a_film_of_its_frames(tmp_path: Path, name: str, content: bytes) -> None:
    """Each frame has its share of the loop."""
    (tmp_path / name).write_bytes(content)
    reel = reel_of(tmp_path / name)
    assert reel.animated
    assert ((0, 0.2), (1, 0.6), (2, 0.2)) == reel.film.sequence
    assert (1.0, 3) == (reel.film.seconds, len(reel.film.pictures))


def test_frames_of_no_length_are_shown_slowly(tmp_path: Path) -> None:
    """As browsers do: what asks for no time at all has a tenth of a second."""
    (tmp_path / "row.gif").write_bytes(gif(4, 3, (0, 0)))
    assert 0.2 == reel_of(tmp_path / "row.gif").film.seconds


def test_the_largest_animation_is_shown(tmp_path: Path) -> None:
    """What keeps to the limits is a film, however near it comes to them."""
    (tmp_path / "row.gif").write_bytes(gif(2, 2, (20,) * MOST_FRAMES))
    assert MOST_FRAMES == len(reel_of(tmp_path / "row.gif").film.pictures)


def test_fifty_broken_pictures_are_refused(tmp_path: Path) -> None:
    """None of them is a film, none stops the reader, and each says in a line what is wrong."""
    folder = tmp_path / "exercises"
    folder.mkdir()
    told = {}
    for name in broken_pictures(folder):
        began = time.monotonic()
        with pytest.raises(UnfitFileError) as caught:
            reel_of(folder / name)
        told[name] = str(caught.value)
        assert time.monotonic() - began < 20
    assert 50 == len(told)
    assert [] == [said for said in told.values() if not said or "\n" in said]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("row.png", png_of(5001, 5000), "5001 x 5000 pixels"),
        ("row.png", png_of(0, 30), "broken"),
        ("row.gif", gif(1001, 1000, (5, 5))[:30], "broken"),
        ("row.webp", webp_animation(1001, 1000, (40, 40)), "1001 x 1000 pixels"),
        ("row.gif", gif(2, 2, (20,) * (MOST_FRAMES + 1)), "moves too long"),
        ("row.gif", gif(2, 2, (3000, 3001)), "moves too long"),
        ("row.gif", gif(2, 2, ()), "broken"),
        ("row.gif", gif(2, 2, (5,))[:-1] + b"?", "broken"),
        ("row.webp", b"RIFF\x04\0\0\0WAVE", "no WEBP picture"),
        ("row.webp", b"RIFF\x0c\0\0\0WEBPICCP\0\0\0\0", "broken"),
        ("row.webp", webp_animation(4, 3, ()), "broken"),
        ("row.jpg", b"\xff\xd8\xff\xe0\0\x02abcdef", "broken"),
        ("row.jpg", written("jpeg", 4, 3)[:-2], "broken"),
        ("row.png", written("png", 4, 3).replace(b"IDAT", b"IDAX"), "broken"),
        ("row.png", png_of(4, 3)[:8] + png_of(4, 3)[-12:], "broken"),
        ("row.svg", b"<svg/>", "no picture"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, name: str, content: bytes, why: str) -> None:
    """A picture that passes a limit, or is cut off, says which."""
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UnfitFileError, match=why):
        reel_of(tmp_path / name)


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    """Even where it leads to a good picture: that may lie anywhere."""
    (tmp_path / "good.png").write_bytes(written("png", 4, 3))
    (tmp_path / "row.png").symlink_to(tmp_path / "good.png")
    with pytest.raises(UnfitFileError, match="this is a link"):
        reel_of(tmp_path / "row.png")


def test_a_picture_that_was_exchanged_is_looked_at_again(tmp_path: Path) -> None:
    """What has become another one since is read no more than if it had been so at first."""
    (tmp_path / "row.png").write_bytes(written("png", 4, 3))
    reel = reel_of(tmp_path / "row.png")
    (tmp_path / "row.png").write_bytes(b"<svg/>")
    with pytest.raises(OSError, match="no PNG picture"):
        reel.read(reel.film.pictures[0])
