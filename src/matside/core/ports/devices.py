"""What the program needs of the machine: one small protocol for each device."""

from collections.abc import Callable, Generator, Iterator, Sequence
from enum import Enum
from typing import Protocol, TypeVar

from matside.core.workout.model import Workout
from matside.frozen import frozen

Told = TypeVar("Told")


class Origin(Enum):
    """Where a workout comes from: the athlete's folder, Matside, or anywhere else."""

    OWN = "own"
    BUNDLED = "bundled"
    ELSEWHERE = "elsewhere"


@frozen
class Listed:
    """A workout file as the start page lists it.

    `name` is the stem of the file, or its path where another one bears that, or where it was
    opened from elsewhere.
    `workout` is None where the file has faults; each fault is one line for people.
    """

    name: str
    workout: Workout | None
    faults: tuple[str, ...] = ()
    origin: Origin = Origin.ELSEWHERE

    @property
    def own(self) -> bool:
        """Whether the file lies in the athlete's own folder."""
        return self.origin is Origin.OWN


class Library(Protocol):
    """Finds the workouts of the athlete and those that come with Matside."""

    def listing(self) -> tuple[Listed, ...]:
        """Return the athlete's own workouts, then the bundled ones."""


class WorkoutFiles(Protocol):
    """The files of a library, which may be many and large."""

    def reading(self) -> Iterator[Listed | None]:
        """Yield what a listing holds, each workout as soon as its file has been read.

        It yields None in between, also within a file, so that the caller can pause every few ms.
        """

    def finding(self, word: str) -> Generator[None, None, Listed]:
        """Return the workout that `word` names, with its faults where it has any, in steps."""


class Chime(Enum):
    """A sound; the value is the stem of its file. WAKE only wakes the speaker."""

    TICK = "tick"
    GO = "go"
    STOP = "stop"
    HALF_WAY = "half-way"
    REP_PULSE = "rep-pulse"
    REP_STILL = "rep-still"
    REP_MOVE = "rep-move"
    SWITCH_SIDES = "switch-sides"
    SET_DONE = "set-done"
    WORKOUT_DONE = "workout-done"
    ELSEWHERE = "elsewhere"
    WAKE = "wake"


class Chimes(Protocol):
    """Plays the sounds at once and never waits for them."""

    def play(self, chime: Chime) -> None:
        """Start `chime`."""

    def set_volume(self, percent: int) -> None:
        """Play what follows at `percent`, 0 to 100."""


class VoiceFault(Enum):
    """Why not all is said.

    There is no speech engine, or it does not speak, or there is none for what is not recorded.
    """

    NO_ENGINE = "no engine"
    FAILS = "fails"
    PARTLY = "partly"


class Speaks(Enum):
    """Whose voice is heard: the recorded one that comes along, or that of a speech engine."""

    RECORDED = "recorded"
    ENGINE = "engine"


class Instead(Enum):
    """Why an engine speaks and not the recorded voice: another speed, or what is not recorded."""

    OTHER_SPEED = "other speed"
    OTHER_WORDS = "other words"
    NO_RECORDING = "no recording"


@frozen
class VoiceState:
    """Whose voice is heard, None where nobody's is, and why not all is said.

    `instead` is why it is an engine's, None where it is not. Where an engine fails and the
    recorded voice stands in, that is its fault.
    """

    speaks: Speaks | None = None
    fault: VoiceFault | None = None
    instead: Instead | None = None


NOBODY = VoiceState()
"""The state before a voice was looked for, and where none is to speak."""


class Voice(Protocol):
    """Says sentences that it was given ahead of time, at once, and never waits."""

    @property
    def state(self) -> VoiceState:
        """Who speaks, as far as that is known."""

    def prepare(self, texts: Sequence[str], *, in_session: bool = False) -> None:
        """Have `texts` ready as soon as may be, the first ones first.

        `in_session` whoever speaks goes on, for two voices in one session disturb.
        """

    def length(self, text: str) -> int | None:
        """Return the length of `text` in ms, None where it cannot be said, or not yet."""

    def say(self, text: str) -> None:
        """Say `text`, in place of what is being said."""

    def say_soon(self, text: str) -> None:
        """Say `text` at once, or as soon as it can be said."""

    def hush(self) -> None:
        """Fall silent."""

    def set_volume(self, percent: int) -> None:
        """Say what follows at `percent`, 0 to 100."""

    def set_rate(self, rate: int | None) -> None:
        """Say what follows at `rate` words a minute, None for the recorded voice."""


class Awake(Protocol):
    """Keeps the screen from going dark."""

    @property
    def held(self) -> bool:
        """Whether the screen is kept awake now."""

    def hold(self) -> None:
        """Keep the screen awake from now on."""

    def release(self) -> None:
        """Let the screen sleep again."""


class Ask(Protocol):
    """Runs work that waits for the disk while the caller goes on."""

    def __call__(
        self, work: Callable[[], Told], answer: Callable[[Told | Exception], None]
    ) -> None:
        """Run `work` after all earlier work; call `answer` with what it returned or raised.

        `answer` is called in the caller's thread.
        """


def ask_at_once(work: Callable[[], Told], answer: Callable[[Told | Exception], None]) -> None:
    """Run `work` while the caller waits, and answer before returning."""
    try:
        found = work()
    except Exception as error:  # noqa: BLE001 - it is the answer
        answer(error)
    else:
        answer(found)
