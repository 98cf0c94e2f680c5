"""Loads modules in pieces, so that the event loop runs in between."""

from collections.abc import Sequence
from importlib import import_module

from matside.files.slices import Steps


def load(modules: Sequence[str]) -> Steps[None]:
    """Load `modules` one after the other, so that the event loop is not held up for long."""
    for module in modules:
        import_module(module)
        yield
