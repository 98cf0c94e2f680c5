"""The repository stands on its own, and its tests wait for nothing but what they test."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# Each pattern is written so that it does not match itself.
REGISTRY = re.compile(r"py[p]i\.|python[h]osted|index[-_]ur[l]|find[-_]link[s]|/simpl[e]\b")
OUTSIDE = re.compile(r"\.\./share[d]|(?<![\w.~}])/(?:hom[e]|wor[k]|roo[t]|User[s]|op[t])/\w")


def tracked_texts() -> list[tuple[str, str]]:
    """Return the path and the text of every tracked file that is text."""
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    paths = [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]
    return [(name, text) for name in paths if (text := read_text(ROOT / name)) is not None]


def read_text(path: Path) -> str | None:
    """Return the text of the file at `path`, None where it holds something else."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def lines_matching(pattern: re.Pattern[str]) -> list[str]:
    """Return every line of the tracked files that matches `pattern`, with its place."""
    return [
        f"{name}:{number}: {line.strip()}"
        for name, text in tracked_texts()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def waits(path: Path) -> list[str]:
    """Return the calls in the module at `path` that let time pass: `qtbot.wait` and its kin."""
    return [
        f"{path.name}:{node.lineno}"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"wait", "qWait", "qSleep", "sleep"}
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"qtbot", "QTest", "QThread", "time"}
    ]


def test_no_file_names_a_package_registry() -> None:
    """Where packages come from is the machine's to say."""
    assert [] == lines_matching(REGISTRY)


@pytest.mark.parametrize(
    "line",
    [
        "https://py" + "pi.org/matside",
        "--index" + "-url=x",
        "PIP_FIND" + "_LINKS",
        "a/simp" + "le/",
    ],
)
def test_an_address_of_a_registry_is_recognised(line: str) -> None:
    """The pattern knows the usual ways to name a registry."""
    assert REGISTRY.search(line.lower())


def test_no_file_names_a_path_outside_the_repository() -> None:
    """The repository works wherever it is cloned."""
    assert [] == lines_matching(OUTSIDE)


@pytest.mark.parametrize("line", ["cd /wo" + "rk/here", '"/ho' + 'me/anna"', "../sha" + "red/x"])
def test_a_path_outside_is_recognised(line: str) -> None:
    """The pattern knows homes, places of work and neighbours of the repository."""
    assert OUTSIDE.search(line)


def test_no_test_lets_time_pass() -> None:
    """Tests wait for what is to happen, never for time to pass."""
    modules = (ROOT / "tests").rglob("*.py")

    assert [] == [call for module in modules for call in waits(module)]


def test_a_wait_is_recognised(tmp_path: Path) -> None:
    """A bare wait is found; a wait for something is none."""
    module = tmp_path / "test_x.py"
    module.write_text("qtbot.wait(5)\nqtbot.waitUntil(ready)\nprocess.wait(5)\n", encoding="utf-8")

    assert ["test_x.py:1"] == waits(module)
