"""The objects that the window works with."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from matside.core.workout.model import Advice
from matside.ui.checkup.checkup import Checkup
from matside.ui.figures.film_decoder import FilmDecoder
from matside.ui.session.outputs import Outputs
from matside.ui.session.player import Player
from matside.ui.session.preferences import Preferences
from matside.ui.start.preparation import Preparation


def no_advice(identity: str) -> Advice:
    """Return empty advice for every exercise."""
    del identity
    return Advice()


@dataclass(frozen=True, slots=True)
class Services:
    """The session's player, what is chosen and preferred, the outputs, and the wall clock.

    `checkup` knows what works on the machine, `projector` has the films of exercises, and
    `advice` what is said of them by their ids; where nobody gives one, nothing is ever found.
    """

    player: Player
    preparation: Preparation
    preferences: Preferences
    outputs: Outputs
    wall: Callable[[], datetime]
    checkup: Checkup = field(default_factory=lambda: Checkup(tuple))
    decoder: FilmDecoder = field(default_factory=FilmDecoder)
    advice: Callable[[str], Advice] = no_advice
