"""Loads modules as quickly as may be, and in pieces, so that the event loop runs in between."""

import builtins
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from matside.files.slices import Steps

_SIGNATURES = "shibokensupport/signature/"
_NEEDED = ("__init__.py", "loader.py", "importhandler.py", "mapping.py")
"""Where PySide has its modules for signatures, and those of them that loading Qt needs."""

_LATER = """\
def __getattr__(name):
    del globals()["__getattr__"]
    exec(compile({source!r}, __file__, "exec"), globals())
    return getattr(__import__("sys").modules[__name__], name)
"""
"""A module that becomes that of `source` when it is first asked for a name."""


def load(modules: Sequence[str]) -> Steps[None]:
    """Load `modules` one after the other, so that the event loop is not held up for long."""
    for module in modules:
        import_module(module)
        yield


def load_qt() -> None:
    """Load Qt, but not what PySide knows for its help, and go on importing as Python does.

    WORKAROUND for PySide: it compiles its modules for signatures anew at every start, which takes
    a tenth of it, though nothing asks for them before a call has wrong arguments.

    WORKAROUND for PySide: it replaces `import` by its own, which reads the source of every
    module that is loaded from then on, in case it says `from __feature__ import`. None of
    Matside's does, and reading them takes a tenth of a start.
    """
    importing, compiling = builtins.__import__, builtins.compile

    def compile_later(source: Any, filename: Any, *others: Any, **named: Any) -> Any:
        is_later = str(filename).startswith(_SIGNATURES) and not str(filename).endswith(_NEEDED)
        text = _LATER.format(source=source) if is_later else source
        return compiling(text, filename, *others, **named)

    builtins.compile = compile_later  # nobody else compiles meanwhile
    try:
        import PySide6.QtCore  # noqa: F401 - loading it is what this is for
    finally:
        builtins.__import__, builtins.compile = importing, compiling
