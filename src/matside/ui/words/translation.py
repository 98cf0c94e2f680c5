"""Translates the words of the screens; where Qt cannot be loaded they stay as they are."""

from collections.abc import Callable


def _as_it_is(context: str, text: str) -> str:
    del context
    return text


try:
    from PySide6.QtCore import QCoreApplication
except ImportError:
    translate: Callable[[str, str], str] = _as_it_is
else:
    translate = QCoreApplication.translate
