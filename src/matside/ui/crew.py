"""Everybody that the window works with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from matside.core.ports import Chimes
from matside.core.workout import Advice
from matside.ui.listeners import AwakeListener
from matside.ui.loops import Figures, no_figure
from matside.ui.player import Player
from matside.ui.preferences import Preferences
from matside.ui.preparation import Preparation


def no_advice(identity: str) -> Advice:
    """Return that nothing is said of any exercise."""
    del identity
    return Advice()


@dataclass(frozen=True, slots=True)
class Crew:
    """The session's player, what is chosen and preferred, the devices, and the wall clock.

    `figures` finds the figures of exercises by their ids, and `advice` what is said of them.
    """

    player: Player
    preparation: Preparation
    preferences: Preferences
    chimes: Chimes
    awake: AwakeListener
    wall: Callable[[], datetime]
    figures: Figures = no_figure
    advice: Callable[[str], Advice] = no_advice
