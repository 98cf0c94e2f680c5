"""Everybody that the window works with."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from matside.core.ports import Chimes
from matside.core.workout import Advice
from matside.ui.checkup import Checkup
from matside.ui.listeners import AwakeListener
from matside.ui.player import Player
from matside.ui.preferences import Preferences
from matside.ui.preparation import Preparation
from matside.ui.projector import Projector
from matside.ui.speaker import Speaker


def no_advice(identity: str) -> Advice:
    """Return that nothing is said of any exercise."""
    del identity
    return Advice()


@dataclass(frozen=True, slots=True)
class Crew:
    """The session's player, what is chosen and preferred, the devices, and the wall clock.

    `checkup` knows what works on the machine, `projector` has the films of exercises, and
    `advice` what is said of them by their ids; where nobody gives one, nothing is ever found.
    """

    player: Player
    preparation: Preparation
    preferences: Preferences
    chimes: Chimes
    awake: AwakeListener
    speaker: Speaker
    wall: Callable[[], datetime]
    checkup: Checkup = field(default_factory=lambda: Checkup(tuple))
    projector: Projector = field(default_factory=Projector)
    advice: Callable[[str], Advice] = no_advice
