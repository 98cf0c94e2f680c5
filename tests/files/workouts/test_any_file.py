"""Whatever becomes of a good file, it is still good or its faults are told where they are."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matside.core.settings import Settings
from matside.core.workout.model import Workout
from matside.core.workout.plan import compile_plan
from matside.files.resources import bundled_exercises, bundled_workouts
from tests.support.file_samples import DATA, library

GOOD = tuple(
    path.read_bytes()
    for folder in (DATA / "good", bundled_workouts(), bundled_exercises())
    for path in sorted(folder.iterdir())
)

PIECES = st.one_of(
    st.binary(max_size=8),
    st.text(max_size=8).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.sampled_from(
        [
            *(b"{", b"}", b"[", b"]", b"- ", b": ", b"? ", b", ", b"|\n", b">\n", b"\n", b"\r"),
            *(b"'", b'"', b"&a ", b"*a", b"<<: ", b"!!x ", b"---\n", b"...\n", b"%YAML 1.1\n"),
            *(b"\0", b"\t", b"\x1b[31m", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc2\x85", b"\xc2\xa0"),
            *(b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\\x00", b"\\u202e", b"\\N", b"#", b"#\n  "),
            *(b"id: x\n", b"blocks: []\n", b"reps: 8\n", b"hold: ''\n", b"sides: each\n", b"~"),
        ]
    ),
)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """Return a good file in which some pieces were written over, doubled, moved or cut out."""
    content = draw(st.sampled_from(GOOD))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = draw(st.integers(start, min(len(content), start + 60)))
        moved = draw(st.sampled_from([b"", content[start:end]]))
        at = draw(st.integers(0, len(content)))
        content = content[:start] + draw(PIECES) + content[end:]
        content = content[:at] + moved + content[at:]
    return content


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where every file lies."""
    return tmp_path_factory.mktemp("any") / "swing.yaml"


def assert_told(fault: str, path: Path, content: bytes) -> None:
    """Fail unless `fault` is one line that leads to a place in the file."""
    found = re.fullmatch(rf"{re.escape(str(path))}:(\d+):(\d+): (.+)", fault)
    assert found
    lines = re.split("\r\n?|\n", content.decode("utf-8-sig", "replace"))
    line, column = int(found[1]), int(found[2])
    assert 1 <= line <= len(lines)
    assert 1 <= column <= len(lines[line - 1]) + 1


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(content=st.one_of(st.binary(max_size=200), mutated()))
def test_a_file_is_good_or_its_faults_are_told(path: Path, content: bytes) -> None:
    """A workout or exercise comes of it, or faults at places that it has, and nothing else."""
    path.write_bytes(content)
    shelf = library(path.parent)
    for fault in shelf.check(path):
        assert_told(fault, path, content)
    listed = shelf.find(str(path))
    assert (listed.workout is None) is bool(listed.faults)
    if isinstance(listed.workout, Workout):
        assert compile_plan(listed.workout, Settings()).sets
