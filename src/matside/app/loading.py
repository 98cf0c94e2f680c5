"""Loads modules as quickly as may be, and in pieces, so that the event loop runs in between."""

import builtins
from collections.abc import Sequence
from importlib import import_module

from matside.files.slices import Steps


def load(modules: Sequence[str]) -> Steps[None]:
    """Load `modules` one after the other, so that the event loop is not held up for long."""
    for module in modules:
        import_module(module)
        yield


def load_qt() -> None:
    """Load Qt, and go on importing as Python does.

    WORKAROUND for PySide: it replaces `import` by its own, which reads the source of every
    module that is loaded from then on, in case it says `from __feature__ import`. None of
    Matside's does, and reading them takes a tenth of a start.
    """
    importing = builtins.__import__
    import PySide6.QtCore  # noqa: F401 - loading it is what this is for

    builtins.__import__ = importing
