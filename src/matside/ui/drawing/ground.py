"""The colour of the empty window, in a module that loads nothing else of the screens."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from matside.core.settings import ThemeChoice

DARK_GROUND = QColor("#0E1116")
LIGHT_GROUND = QColor("#F3F5F8")


def is_light(choice: ThemeChoice, scheme: Qt.ColorScheme) -> bool:
    """Return whether `choice` is light on a desktop of `scheme`; dark if that is unknown."""
    if choice is ThemeChoice.SYSTEM:
        return scheme is Qt.ColorScheme.Light
    return choice is ThemeChoice.LIGHT
