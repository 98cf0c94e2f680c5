"""The six lengths of the settings, each with its name and purpose."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from matside.core.settings import Settings


@dataclass(frozen=True, slots=True)
class Length:
    """One length: how it is read from and written to the settings, in whole seconds."""

    name: str
    purpose: str
    of: Callable[[Settings], int]
    put: Callable[[Settings, int], Settings]


def lengths() -> tuple[Length, ...]:
    """Return the lengths in the order of the settings page."""
    return (
        Length(
            QCoreApplication.translate("Settings", "Between exercises"),
            QCoreApplication.translate("Settings", "time to change weights"),
            lambda settings: settings.between_exercises,
            lambda settings, value: replace(settings, between_exercises=value),
        ),
        Length(
            QCoreApplication.translate("Settings", "Between rounds"),
            QCoreApplication.translate("Settings", "the same superset again"),
            lambda settings: settings.between_rounds,
            lambda settings, value: replace(settings, between_rounds=value),
        ),
        Length(
            QCoreApplication.translate("Settings", "Between supersets"),
            QCoreApplication.translate("Settings", "SPACE always ends a rest early"),
            lambda settings: settings.between_blocks,
            lambda settings, value: replace(settings, between_blocks=value),
        ),
        Length(
            QCoreApplication.translate("Settings", "Switch sides"),
            QCoreApplication.translate("Settings", "8 s when the kneeling leg changes"),
            lambda settings: settings.switch_sides,
            lambda settings, value: replace(settings, switch_sides=value),
        ),
        Length(
            QCoreApplication.translate("Settings", "Get ready"),
            QCoreApplication.translate("Settings", "before the first set"),
            lambda settings: settings.get_ready,
            lambda settings, value: replace(settings, get_ready=value),
        ),
        Length(
            QCoreApplication.translate("Settings", "Resume"),
            QCoreApplication.translate("Settings", "to get set after a pause"),
            lambda settings: settings.resume,
            lambda settings, value: replace(settings, resume=value),
        ),
    )
