"""The repository stands on its own, its documents are true, and its tests let no time pass."""

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# Each pattern is written so that it does not match itself.
REGISTRY = re.compile(r"py[p]i\.|python[h]osted|index[-_]ur[l]|find[-_]link[s]|/simpl[e]\b")
OUTSIDE = re.compile(r"\.\./share[d]|(?<![\w.~}])/(?:hom[e]|wor[k]|roo[t]|User[s]|op[t])/\w")

ELSEWHERE = {"began/ended", "cache/voice", "out/"}
"""What the documents name with a slash and is no path from the top of the repository."""


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


def words_in_backticks(text: str) -> list[str]:
    """Return what stands in backticks in the prose of a Markdown `text`."""
    return re.findall(r"`([^`\n]+)`", text)


def is_path(word: str) -> bool:
    """Return whether `word` has the shape of a path of the repository: `core/session/laws`.

    ID stands for the id of an exercise that is yet to be written.
    """
    return "/ID." not in word and re.fullmatch(r"\w[\w.-]*/([\w.-]+/?)*", word) is not None


def exists(path: str) -> bool:
    """Return whether `path`, with or without its `.py`, is a file or folder of the project."""
    return any(
        (base / f"{path}{ending}").exists()
        for base in (ROOT, ROOT / "src" / "matside")
        for ending in ("", ".py")
    )


def layers_of(contracts: list[dict[str, object]]) -> list[str]:
    """Return the lines of the map that the layers of `contracts` make, from the top down."""
    inner = {
        contract["containers"][0].removeprefix("matside."): " > ".join(contract["layers"])
        for contract in contracts
        if contract["type"] == "layers"
    }
    lines = []
    for layer in inner["matside"].split(" > "):
        for place, name in enumerate(layer.replace("(", "").replace(")", "").split(" | ")):
            lines.append(" ".join(filter(None, ("|" * bool(place), name, inner.get(name)))))
    return lines


def test_every_path_that_the_documents_name_exists() -> None:
    """A path in backticks is one of the repository, so nobody is sent to a file that has moved."""
    documents = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]

    assert [] == [
        f"{document.name}: {word}"
        for document in documents
        for word in words_in_backticks(document.read_text(encoding="utf-8"))
        if is_path(word) and word not in ELSEWHERE and not exists(word)
    ]


@pytest.mark.parametrize("path", ["core/session/lows", "tools/soak.sh", "src/matside/core/none/"])
def test_a_path_that_does_not_exist_is_recognised(path: str) -> None:
    """A path that is misspelt, or has moved, is found."""
    assert is_path(path)
    assert not exists(path)


def test_the_map_has_the_layers_of_the_contracts() -> None:
    """The map in the design names the layers that import-linter holds, in their order."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    design = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    section = design.split("## The map\n")[1].split("\n### ")[0]
    drawn = [" ".join(line.split()) for line in section.splitlines() if line.startswith("    ")]

    assert layers_of(contracts) == drawn
