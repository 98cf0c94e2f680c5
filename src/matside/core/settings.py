"""What the athlete chooses, with its defaults and ranges."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from matside.core.keymap import Act, Keymap

LONGEST_REST = 600
"""The longest rest that settings and workouts may give, in seconds."""

MOST_ROUNDS = 99


@dataclass(frozen=True, slots=True)
class Range:
    """The whole numbers that a setting may take, both ends included."""

    low: int
    high: int

    def holds(self, value: int) -> bool:
        """Return whether `value` lies in the range."""
        return self.low <= value <= self.high

    def nearest(self, value: int) -> int:
        """Return the value of the range nearest to `value`."""
        return min(max(value, self.low), self.high)


REST = Range(0, LONGEST_REST)
ROUNDS = Range(1, MOST_ROUNDS)
PACE = Range(1000, 30_000)
"""The ms that a rep may take at rep pace."""

VOICE_RATE = Range(100, 250)
"""The words a minute that the voice may say."""

RANGES: Mapping[str, Range] = {
    "get_ready": REST,
    "switch_sides": REST,
    "between_exercises": REST,
    "between_rounds": REST,
    "between_blocks": REST,
    "resume": REST,
    "volume": Range(0, 100),
    "voice_volume": Range(0, 100),
    "voice_rate": VOICE_RATE,
    "sound_offset": Range(-300, 300),
    "window_width": Range(0, 16384),
    "window_height": Range(0, 16384),
}
"""The range of every setting that is a whole number."""


class ThemeChoice(Enum):
    """Which theme the athlete wants: the desktop's, or always the same."""

    SYSTEM = "system"
    DARK = "dark"
    LIGHT = "light"


class Body(Enum):
    """Whose body shows the exercises."""

    WOMAN = "woman"
    MAN = "man"

    @property
    def other(self) -> "Body":
        """The other body, whose film stands in for one that is missing."""
        return Body.MAN if self is Body.WOMAN else Body.WOMAN


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that is kept between two starts, but the history.

    The six lengths are whole seconds. `wait` lets rests of kind exercise, round and block
    wait for the athlete. With `rep_pace` counted sets run by the clock; `paces` holds the ms
    that a rep then takes of exercises that go faster or slower than written (`core/pace`).
    `volume` is that of the chimes in percent. With `voice` what comes next is said, as loud as
    `voice_volume`: `as_recorded`, or by an engine at `voice_rate` words a minute; `muted`
    silences both. `body` shows the
    exercises. With `flash_on_change` the window takes the colour of a step as it begins;
    `reduce_motion` lets nothing move that need not.
    What comes by itself sounds `sound_offset` ms later than it is due, below 0 earlier; with
    `wake_speaker` an inaudible sound goes before it, and with `flash_with_chimes` the frame of
    the stage lights up. With `media_keys` the desktop's media keys are Matside's. `keys` holds
    the keys of the acts for which others were chosen.
    A window of width 0 has no remembered size; `maximised` says that it has the desktop's.
    `welcomed` is true once the welcome was shown.
    `rounds` holds the rounds chosen for each workout, by the name it is listed under.
    """

    get_ready: int = 10
    switch_sides: int = 5
    between_exercises: int = 10
    between_rounds: int = 20
    between_blocks: int = 45
    resume: int = 5
    wait: bool = False
    rep_pace: bool = False
    volume: int = 80
    voice: bool = True
    voice_volume: int = 80
    as_recorded: bool = True
    voice_rate: int = 155
    muted: bool = False
    keep_awake: bool = True
    theme: ThemeChoice = ThemeChoice.SYSTEM
    body: Body = Body.WOMAN
    flash_on_change: bool = True
    reduce_motion: bool = False
    sound_offset: int = 0
    wake_speaker: bool = False
    flash_with_chimes: bool = False
    media_keys: bool = False
    keys: Mapping[Act, tuple[str, ...]] = field(default_factory=dict)
    window_width: int = 0
    window_height: int = 0
    maximised: bool = False
    fullscreen: bool = False
    welcomed: bool = False
    last_workout: str = ""
    rounds: Mapping[str, int] = field(default_factory=dict)
    paces: Mapping[str, int] = field(default_factory=dict)

    @property
    def keymap(self) -> Keymap:
        """The keys of all acts."""
        return Keymap(self.keys)

    @property
    def chosen_voice_rate(self) -> int | None:
        """The words a minute at which an engine is to speak, None for the recorded voice."""
        return None if self.as_recorded else self.voice_rate

    @property
    def lights_frame(self) -> bool:
        """Whether the frame of the stage lights up with every chime."""
        return self.flash_with_chimes and not self.reduce_motion

    @property
    def floods(self) -> bool:
        """Whether the window takes the colour of a step as it begins."""
        return self.flash_on_change and not self.reduce_motion
