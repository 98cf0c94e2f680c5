"""Modules are loaded in pieces."""

import sys

import pytest

from matside.app.loading import load


def test_the_loop_runs_between_two_modules() -> None:
    """After each step one module more is there."""
    for module in ("colorsys", "sndhdr_of_none"):
        sys.modules.pop(module, None)
    steps = load(("colorsys", "sndhdr_of_none"))
    next(steps)
    assert "colorsys" in sys.modules
    with pytest.raises(ModuleNotFoundError):
        next(steps)
