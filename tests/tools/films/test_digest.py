"""A film's digest changes with all that its pictures depend on, and with nothing else."""

import shutil
from pathlib import Path

import pytest

from tools.films import digest
from tools.films.digest import digest_of


@pytest.fixture
def studio(tmp_path: Path) -> Path:
    """Return a copy of the studio."""
    copy = tmp_path / "films"
    shutil.copytree(digest.HERE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    return copy


def changed(path: Path, before: str, after: str) -> None:
    """Change one word of the file at `path`."""
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("poses/hammer-curl.yaml", "bend: 128", "bend: 127"),
        ("materials.py", '"#FF5A1A"', '"#FF5A1B"'),
        ("requirements.txt", "bpy==5.0.1", "bpy==5.0.2"),
    ],
)
def test_what_changes_pictures_changes_the_digest(
    studio: Path, path: str, before: str, after: str
) -> None:
    """Another pose, another colour and another Blender make another film."""
    old = digest_of("woman", "hammer-curl", studio)
    changed(studio / path, before, after)
    assert old != digest_of("woman", "hammer-curl", studio)


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("poses/chest-fly.yaml", "seconds: 4", "seconds: 5"),
        ("materials.py", '"""Colours and surfaces', '"""Paint and surfaces'),
        ("plan.py", "\nSTEP = ", "\n# A comment.\n\nSTEP = "),
        ("sheets.py", "TALL = 230", "TALL = 240"),
        (
            "figure.py",
            "\nfrom tools.films.motion",
            "\nimport tools.films\nfrom tools.films.motion",
        ),
        ("mesh_checks.py", "TOUCHING = 1.0", "TOUCHING = 0.9"),
    ],
)
def test_what_changes_no_picture_leaves_the_digest(
    studio: Path, path: str, before: str, after: str
) -> None:
    """Another exercise's poses, words, comments, sheets and checks leave a film as it is."""
    old = digest_of("woman", "hammer-curl", studio)
    changed(studio / path, before, after)
    assert old == digest_of("woman", "hammer-curl", studio)


def test_each_body_and_exercise_has_its_own_digest() -> None:
    """No two films share a digest."""
    films = [(body, name) for body in ("woman", "man") for name in ("hammer-curl", "chest-fly")]
    assert len(films) == len({digest_of(*film) for film in films})
