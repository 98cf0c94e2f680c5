"""Everybody that the window works with."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from matside.core.ports import Chimes
from matside.core.workout import Advice
from matside.ui.checkup import Checkup
from matside.ui.listeners import AwakeListener
from matside.ui.loops import Figures, no_figure
from matside.ui.player import Player
from matside.ui.preferences import Preferences
from matside.ui.preparation import Preparation
from matside.ui.speaker import Speaker


def no_advice(identity: str) -> Advice:
    """Return that nothing is said of any exercise."""
    del identity
    return Advice()


@dataclass(frozen=True, slots=True)
class Crew:
    """The session's player, what is chosen and preferred, the devices, and the wall clock.

    `checkup` knows what works on the machine, `figures` finds the figures of exercises by their
    ids, and `advice` what is said of them; where nobody gives one, nothing is ever found.
    """

    player: Player
    preparation: Preparation
    preferences: Preferences
    chimes: Chimes
    awake: AwakeListener
    speaker: Speaker
    wall: Callable[[], datetime]
    checkup: Checkup = field(default_factory=lambda: Checkup(tuple))
    figures: Figures = no_figure
    advice: Callable[[str], Advice] = no_advice
