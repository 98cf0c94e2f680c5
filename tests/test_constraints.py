"""What is installed is what constraints.txt says, on every machine and on every day."""

import sys
import tomllib
from importlib.metadata import distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parent.parent

WITH_PYTHON = {"pip", "setuptools"}
"""What a new environment has of Python itself, in the version that Python has."""

OURS = "matside"

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def constraints() -> list[Requirement]:
    """Return the lines of constraints.txt that are no comments."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return [Requirement(line) for line in lines if not line.startswith("#")]


def pinned() -> dict[str, str]:
    """Return the pin of each package by its name."""
    return {canonicalize_name(line.name): str(line.specifier) for line in constraints()}


def asked_for() -> list[Requirement]:
    """Return what pyproject.toml asks for: to run, to build and to develop."""
    project = PROJECT["project"]
    return [
        Requirement(line)
        for line in (
            *project["dependencies"],
            *PROJECT["build-system"]["requires"],
            *PROJECT["dependency-groups"]["dev"],
        )
    ]


@pytest.mark.skipif(
    Path(sys.prefix) != ROOT / ".venv", reason="another environment has what it was given"
)
def test_everything_installed_has_its_exact_version() -> None:
    """No package lies in .venv, however it came there, that constraints.txt does not pin."""
    installed = {canonicalize_name(found.name): f"=={found.version}" for found in distributions()}
    for name in (*WITH_PYTHON, OURS):
        installed.pop(name, None)

    known = pinned()

    assert {name: known.get(name) for name in installed} == installed


def test_constraints_are_exact() -> None:
    """Each line names one version of one package, without conditions."""
    loose = [
        str(line)
        for line in constraints()
        if line.marker or [part.operator for part in line.specifier] != ["=="]
    ]

    assert [] == loose
    assert len(constraints()) == len(pinned())


def test_what_is_asked_for_is_pinned_within_its_range() -> None:
    """The pinned version of whatever pyproject.toml names is one that it allows."""
    known = pinned()

    outside = [
        str(asked)
        for asked in asked_for()
        if Version(known[canonicalize_name(asked.name)].removeprefix("==")) not in asked.specifier
    ]

    assert [] == outside


def test_tools_are_pinned_in_one_place() -> None:
    """The group of the developer names its tools without any version."""
    assert [] == [
        line for line in PROJECT["dependency-groups"]["dev"] if Requirement(line).specifier
    ]


@pytest.mark.parametrize(("python", "refused"), [("3.11", "6.12.0"), ("3.12", "6.13.0")])
def test_a_later_qt_is_not_taken_untried(python: str, refused: str) -> None:
    """Whoever installs the wheel gets no PySide6 that Matside has never run with."""
    qt = [
        Requirement(line)
        for line in PROJECT["project"]["dependencies"]
        if line.startswith("PySide6")
    ]
    environment = {"python_version": python}
    here = [asked for asked in qt if asked.marker is None or asked.marker.evaluate(environment)]

    assert ["PySide6-Essentials", "PySide6-Addons"] == [asked.name for asked in here]
    assert [] == [str(asked) for asked in here if refused in asked.specifier]
