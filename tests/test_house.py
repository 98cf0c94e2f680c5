"""The house keeps its shape: small files, small folders, tests that mirror the sources."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "src" / "matside"

MOST_LINES = 350
"""The most lines of a module; a longer one has more than one subject."""

MOST_MODULES = 16
"""The most modules of a folder, so that one finds a thing by looking."""

OWN_FOLDERS = {"data", "end_to_end", "support", "tools"}
"""The folders of the tests that mirror no folder of the program."""


def modules(folder: Path) -> list[Path]:
    """Return every module below `folder`, in order."""
    return sorted(folder.rglob("*.py"))


def imported(module: Path) -> Iterator[str]:
    """Yield the dotted names of all that `module` imports."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{name.name}" for name in node.names)


@pytest.mark.parametrize("module", modules(SOURCES), ids=str)
def test_a_module_has_one_subject(module: Path) -> None:
    """No module is so long that it must have several."""
    lines = module.read_text(encoding="utf-8").count("\n")
    assert lines <= MOST_LINES


def test_values_are_made_in_one_way() -> None:
    """A start makes a hundred classes of values, and `dataclass` takes its time for each."""
    others = [
        str(module.relative_to(SOURCES))
        for module in modules(SOURCES)
        if "@dataclass(frozen=True, slots=True)" in module.read_text(encoding="utf-8")
    ]
    assert [] == others


def test_a_name_has_one_home() -> None:
    """Nothing is handed on but the mark that two versions of Python keep in two places."""
    handing_on = [
        module.name
        for module in modules(SOURCES)
        if "\n__all__" in module.read_text(encoding="utf-8")
    ]
    assert ["override.py"] == handing_on


def test_a_folder_is_seen_at_a_glance() -> None:
    """No folder of the program holds too many modules."""
    folders = {module.parent for module in modules(SOURCES)}
    full = [folder for folder in folders if len(list(folder.glob("*.py"))) > MOST_MODULES]
    assert [] == full


def test_tests_mirror_the_sources() -> None:
    """Each folder of tests has the name of the folder that it tests."""
    tests = ROOT / "tests"
    folders = {module.parent.relative_to(tests) for module in modules(tests)}
    others = [
        folder
        for folder in folders
        if folder.parts and folder.parts[0] not in OWN_FOLDERS and not (SOURCES / folder).is_dir()
    ]
    assert [] == others


def test_what_tests_share_needs_no_tool() -> None:
    """Tools use what tests share, never the other way round, so no circle begins."""
    shared = modules(ROOT / "tests" / "support")
    users = [
        f"{module.name}: {name}"
        for module in shared
        for name in imported(module)
        if name.split(".")[0] == "tools"
    ]
    assert [] == users


def test_tools_use_nothing_of_the_tests_but_what_is_shared() -> None:
    """A tool knows no test."""
    users = [
        f"{module.name}: {name}"
        for module in modules(ROOT / "tools")
        for name in imported(module)
        if name.split(".")[0] == "tests" and name.split(".")[1] != "support"
    ]
    assert [] == users


def test_an_import_is_recognised() -> None:
    """The checks see what they look for."""
    assert "tests.support.desktop.open_desktop" in set(imported(ROOT / "tools" / "bench.py"))
