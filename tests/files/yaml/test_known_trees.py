"""Trees that were read in an earlier run are known, and a damaged file of them is none."""

from collections.abc import Callable
from pathlib import Path

import pytest

from matside.files.resources import bundled_exercises, bundled_workouts
from matside.files.yaml.document import read_document
from matside.files.yaml.faults import TextPosition
from matside.files.yaml.known_trees import MOST_CHARACTERS, KnownTrees
from matside.files.yaml.tree import Scalar

ROOT = Scalar(TextPosition(1, 1), "a tree", quoted=False)


def opened(path: Path) -> KnownTrees:
    """Return what is known by the file at `path`."""
    trees = KnownTrees()
    trees.open(path)
    return trees


def kept(path: Path, *texts: str) -> Path:
    """Return `path`, after the trees of `texts` were kept there."""
    trees = opened(path)
    for text in texts:
        trees.add(text, ROOT)
    trees.save()
    return path


@pytest.mark.parametrize("folder", [bundled_workouts(), bundled_exercises()])
def test_a_tree_is_known_as_it_was_read(tmp_path: Path, folder: Path) -> None:
    """The trees of all files that come along are the same in the next run."""
    trees = opened(tmp_path / "trees")
    roots = {file.read_text(): read_document(file).root for file in folder.glob("*.yaml")}
    for text, root in roots.items():
        trees.add(text, root)
    trees.save()
    later = opened(tmp_path / "trees")
    assert roots == {text: later.get(text) for text in roots}


def test_another_text_is_not_known(tmp_path: Path) -> None:
    """A blank more is another text."""
    assert opened(kept(tmp_path / "trees", "a: 1\n")).get("a: 1 \n") is None


def test_what_is_asked_for_no_more_is_dropped(tmp_path: Path) -> None:
    """Whatever is asked for stays when something new is kept; all else goes."""
    path = kept(tmp_path / "trees", "asked for", "forgotten")
    trees = opened(path)
    trees.get("asked for")
    trees.add("new", ROOT)
    trees.save()
    later = opened(path)
    assert [ROOT, None, ROOT] == [later.get(text) for text in ("asked for", "forgotten", "new")]


def test_without_anything_new_nothing_is_written(tmp_path: Path) -> None:
    """A start that reads what the one before read leaves the file alone."""
    path = kept(tmp_path / "trees", "a: 1\n")
    before = path.stat().st_ino
    trees = opened(path)
    trees.get("a: 1\n")
    trees.save()
    assert before == path.stat().st_ino


@pytest.mark.parametrize("text", ['"\\x1e"', "long " * MOST_CHARACTERS])
def test_what_could_not_be_told_apart_or_takes_long_is_not_kept(tmp_path: Path, text: str) -> None:
    """A text with escapes could hold the signs that part texts, and a long one too much."""
    assert opened(kept(tmp_path / "trees", "a", text)).get(text) is None


def test_trees_that_were_not_opened_know_and_write_nothing(tmp_path: Path) -> None:
    """A command of the command line leaves no file behind."""
    trees = KnownTrees()
    trees.add("a: 1\n", ROOT)
    trees.save()
    assert trees.get("a: 1\n") is None
    assert [] == list(tmp_path.iterdir())


def test_what_is_forgotten_is_not_kept(tmp_path: Path) -> None:
    """Who deletes all of it does not find it again after the end."""
    path = kept(tmp_path / "trees", "a: 1\n")
    trees = opened(path)
    trees.add("b: 2\n", ROOT)
    trees.forget()
    path.unlink()
    trees.add("c: 3\n", ROOT)
    trees.save()
    assert (None, False) == (trees.get("a: 1\n"), path.exists())


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: content[:0],
        lambda content: content[:-1],
        lambda content: content.replace(b"a tree", b"a free"),
        lambda content: bytes(len(content)),
    ],
    ids=["empty", "cut", "changed", "zeros"],
)
def test_a_damaged_file_knows_nothing(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    """What a disk has spoilt is read anew, and then kept anew."""
    path = kept(tmp_path / "trees", "a: 1\n")
    path.write_bytes(spoil(path.read_bytes()))
    assert opened(path).get("a: 1\n") is None
    assert ROOT == opened(kept(path, "a: 1\n")).get("a: 1\n")


def test_the_trees_of_another_version_are_not_known(tmp_path: Path) -> None:
    """A program that reads differently reads everything again."""
    path = kept(tmp_path / "trees", "a: 1\n")
    trees = KnownTrees(stamp="another")
    trees.open(path)
    assert trees.get("a: 1\n") is None


def test_a_folder_that_is_gone_is_no_fault(tmp_path: Path) -> None:
    """What cannot be kept is read again."""
    assert opened(kept(tmp_path / "gone" / "trees", "a: 1\n")).get("a: 1\n") is None
