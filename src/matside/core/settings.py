"""What the athlete chooses, with its defaults and ranges."""

from collections.abc import Mapping
from dataclasses import field
from enum import Enum

from matside.core.keymap import Act, Keymap
from matside.core.weights import Implement, Level, Load, Unit
from matside.frozen import frozen

LONGEST_REST = 600
"""The longest rest that settings and workouts may give, in seconds."""

MOST_ROUNDS = 99


@frozen
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
    "mini_x": Range(-32768, 32767),
    "mini_y": Range(-32768, 32767),
    "mini_width": Range(0, 16384),
    "mini_height": Range(0, 16384),
    "weekly_goal": Range(1, 7),
}
"""The range of every setting that is a whole number."""


USUAL_STEPS: Mapping[Unit, Mapping[Implement, Load]] = {
    unit: {
        implement: Load(round(number * unit.grams), unit)
        for implement, number in zip(Implement, numbers, strict=True)
    }
    for unit, numbers in (
        (Unit.KILOGRAM, (1, 4, 2.5, 1.25, 1, 1)),
        (Unit.POUND, (2.5, 10, 5, 2.5, 2.5, 2)),
    )
}
"""By how much each implement mostly goes up from one to the next, in the order of Implement."""


class ThemeChoice(Enum):
    """Which theme the athlete wants: the desktop's, or always the same."""

    SYSTEM = "system"
    DARK = "dark"
    LIGHT = "light"


class WeekBegins(Enum):
    """On which day the athlete's weeks begin: as the system has it, or always the same."""

    SYSTEM = "system"
    MONDAY = "monday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class Body(Enum):
    """Whose body shows the exercises."""

    WOMAN = "woman"
    MAN = "man"

    @property
    def other(self) -> "Body":
        """The other body, whose film stands in for one that is missing."""
        return Body.MAN if self is Body.WOMAN else Body.WOMAN


@frozen
class Settings:
    """Everything that is kept between two starts, but the history.

    The six lengths are whole seconds. `wait` lets rests of kind exercise, round and block
    wait for the athlete. With `rep_pace` counted sets run by the clock; `paces` holds the ms
    that a rep then takes of exercises that go faster or slower than written (`core/workout/pace`).
    `volume` is that of the chimes in percent. With `voice` what comes next is said, as loud as
    `voice_volume`: `as_recorded`, or by an engine at `voice_rate` words a minute; `muted`
    silences both. `body` shows the
    exercises. With `flash_on_change` the window takes the colour of a step as it begins;
    `reduce_motion` lets nothing move that need not.
    What comes by itself sounds `sound_offset` ms later than it is due, below 0 earlier; with
    `wake_speaker` an inaudible sound goes before it, and with `flash_with_chimes` the frame of
    the stage lights up. With `media_keys` the desktop's media keys are Matside's. `keys` holds
    the keys of the acts for which others were chosen.
    `weights` says what each piece of a light, medium or heavy weight weighs, where the athlete
    has said so, and `weight_steps` in which steps one can go up; `unit` is the athlete's own.
    With `proposes` the page of an exercise says what to try next. Weeks begin as `week_begins`
    says, and one counts with at least `weekly_goal` sessions.
    A window of width 0 has no remembered size; `maximised` says that it has the desktop's.
    The window opens on the `screen` of that name, on any if it is empty, and with `always_on_top`
    it stays above all others. A mini view of width 0 has no remembered place.
    `welcomed` is true once the welcome was shown, `told_of_export` once it was said what is to
    be known before the first export.
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
    unit: Unit = Unit.KILOGRAM
    weights: Mapping[Implement, Mapping[Level, Load]] = field(default_factory=dict)
    weight_steps: Mapping[Implement, Load] = field(default_factory=dict)
    proposes: bool = True
    week_begins: WeekBegins = WeekBegins.SYSTEM
    weekly_goal: int = 1
    window_width: int = 0
    window_height: int = 0
    maximised: bool = False
    fullscreen: bool = False
    screen: str = ""
    always_on_top: bool = False
    mini_x: int = 0
    mini_y: int = 0
    mini_width: int = 0
    mini_height: int = 0
    welcomed: bool = False
    told_of_export: bool = False
    last_workout: str = ""
    rounds: Mapping[str, int] = field(default_factory=dict)
    paces: Mapping[str, int] = field(default_factory=dict)

    @property
    def keymap(self) -> Keymap:
        """The keys of all acts."""
        return Keymap(self.keys)

    def step_of(self, implement: Implement, unit: Unit) -> Load:
        """Return by how much `implement` goes up: as chosen, else as is usual in `unit`."""
        return self.weight_steps.get(implement) or USUAL_STEPS[unit][implement]

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
