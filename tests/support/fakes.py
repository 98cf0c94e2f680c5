"""Stand-ins for the world: a clock that is moved by hand, and devices that remember."""

from collections import deque
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial

from matside.core.ports.devices import Chime, Told, VoiceState, ask_at_once
from matside.core.ports.history import HistoryError, SessionGone
from matside.core.ports.media import OnAir
from matside.core.session.clock import Clock
from matside.core.session.record import (
    Change,
    Opening,
    OpenSession,
    OutcomeChanged,
    PauseBegan,
    PauseEnded,
    Position,
    SetKept,
    SetsDropped,
)
from matside.core.session.values import Phase, Transition
from matside.core.workout.plan import Plan


class FakeTicks:
    """A clock in nanoseconds that stands still until it is moved."""

    def __init__(self, speed: float = 1.0) -> None:
        self.nanoseconds = 1_000_000_000_000
        self.clock = Clock(lambda: self.nanoseconds, speed)

    def go_on(self, ms: int) -> None:
        """Let `ms` go by."""
        self.nanoseconds += ms * 1_000_000


def fake_wall() -> datetime:
    """Return the instant at which all tests begin."""
    return datetime(2026, 11, 22, 18, 19, 30, tzinfo=UTC)


class FakeHistory:
    """A history in memory; while `broken` is a reason, nothing can be written."""

    def __init__(self) -> None:
        self.broken: str | None = None
        self.openings: list[Opening] = []
        self.sets: dict[int, list[str]] = {}
        self.outcomes: dict[int, list[str]] = {}
        self.ended: list[datetime | None] = []
        self.positions: list[Position] = []
        self.stood: list[PauseBegan | PauseEnded] = []
        self.changes: list[Change] = []
        self.gone: set[int] = set()

    def lose(self) -> None:
        """Forget what was written, as a history does that is another one all of a sudden."""
        self.gone = set(self.sets)

    def open(self, opening: Opening) -> int:
        """Remember `opening`; one that is known begins anew."""
        self._refuse_if_broken()
        if opening not in self.openings:
            self.openings.append(opening)
        session = self.openings.index(opening) + 1
        self.gone.discard(session)
        self.sets[session], self.outcomes[session] = [], []
        return session

    def write(self, session: int, changes: Sequence[Change], position: Position) -> None:
        """Remember `changes` and `position`."""
        self._refuse_if_broken()
        if session in self.gone:
            raise SessionGone(f"no session {session}")
        self.positions.append(position)
        self.changes += changes
        for change in changes:
            match change:
                case SetKept(record):
                    self.sets.setdefault(session, []).append(record.name)
                case SetsDropped(keys):
                    for _ in keys:
                        self.sets[session].pop()
                case OutcomeChanged(outcome, at):
                    self.outcomes.setdefault(session, []).append(outcome.value)
                    self.ended.append(at)
                case PauseBegan() | PauseEnded():
                    self.stood.append(change)
                case _:
                    pass

    def unfinished(self) -> OpenSession | None:
        """Return nothing: a fake history forgets."""
        return None

    def _refuse_if_broken(self) -> None:
        if self.broken is not None:
            raise HistoryError(self.broken)


class FakeDisk:
    """A disk that takes its time: what waits for it is done when the test says so."""

    def __init__(self) -> None:
        self._asked: deque[Callable[[], None]] = deque()

    @property
    def waiting(self) -> int:
        """How much waits for the disk."""
        return len(self._asked)

    def ask(self, work: Callable[[], Told], answer: Callable[[Told | Exception], None]) -> None:
        """Put `work` behind what was asked before."""
        self._asked.append(partial(ask_at_once, work, answer))

    def go_on(self) -> None:
        """Do the oldest work, and answer."""
        self._asked.popleft()()

    def catch_up(self) -> None:
        """Do all work, also what comes up by the answers."""
        while self._asked:
            self.go_on()


class FakeChimes:
    """Remembers what was played."""

    def __init__(self) -> None:
        self.played: list[Chime] = []
        self.volumes: list[int] = []

    def play(self, chime: Chime) -> None:
        """Remember `chime`."""
        self.played.append(chime)

    def set_volume(self, percent: int) -> None:
        """Remember `percent`."""
        self.volumes.append(percent)


class FakeVoice:
    """Says every text that it was given in `length` ms, and remembers what was said."""

    def __init__(self, length: int | None = 500) -> None:
        self.of_each = length
        self.prepared: list[str] = []
        self.said: list[str] = []
        self.samples: list[str] = []
        self.hushes = 0
        self.volumes: list[int] = []
        self.rates: list[int | None] = []
        self.state = VoiceState()
        self.kept_on: list[bool] = []

    def prepare(self, texts: Sequence[str], *, in_session: bool = False) -> None:
        """Remember `texts`."""
        self.prepared = list(texts)
        self.kept_on.append(in_session)

    def length(self, text: str) -> int | None:
        """Return the same for every text that was prepared."""
        return self.of_each if text in self.prepared else None

    def say(self, text: str) -> None:
        """Remember `text`."""
        self.said.append(text)

    def say_soon(self, text: str) -> None:
        """Remember `text` as a sample."""
        self.samples.append(text)

    def hush(self) -> None:
        """Count."""
        self.hushes += 1

    def set_volume(self, percent: int) -> None:
        """Remember `percent`."""
        self.volumes.append(percent)

    def set_rate(self, rate: int | None) -> None:
        """Remember `rate`."""
        self.rates.append(rate)


class FakeAwake:
    """A lock that counts how often it was taken and given back."""

    def __init__(self) -> None:
        self.held = False
        self.holds = 0
        self.releases = 0

    def hold(self) -> None:
        """Take the lock."""
        self.held, self.holds = True, self.holds + 1

    def release(self) -> None:
        """Give the lock back."""
        self.held, self.releases = False, self.releases + 1


class FakeListener:
    """Remembers the facts it heard; raises at the first where it is told to."""

    def __init__(self, *, fails: bool = False, wishes: Sequence[int] = ()) -> None:
        """Fail or not; `wishes` are the ms after the first beat at which to hear again."""
        self.fails = fails
        self.heard: list[int] = []
        self._wishes = tuple(wishes)
        self.facts: list[object] = []

    def hear(self, plan: Plan, turn: Transition, now: int) -> None:
        """Remember the facts of `turn`, and when it was heard."""
        del plan
        self.heard.append(now)
        if self.fails:
            raise RuntimeError("a listener that fails")
        self.facts.extend(turn.facts)

    def next_beat(self, plan: Plan, phase: Phase, now: int) -> int | None:
        """Return the next wish after `now`."""
        del plan, phase
        wishes = (self.heard[0] + wish for wish in self._wishes)
        return next((wish for wish in wishes if wish > now), None)


class FakeMediaKeys:
    """Media keys that remember what was asked of them, and what they were told."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.told: list[OnAir] = [OnAir()]
        self.jumps = 0

    def listen(self) -> None:
        """Remember it."""
        self.asked.append("listen")

    def let_go(self) -> None:
        """Remember it."""
        self.asked.append("let go")

    def tell(self, on_air: OnAir) -> None:
        """Remember `on_air`."""
        self.told.append(on_air)

    def tell_jump(self) -> None:
        """Count it."""
        self.jumps += 1
