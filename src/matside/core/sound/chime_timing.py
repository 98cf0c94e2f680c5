"""When each chime is started: as it is due, or earlier or later by what the speaker needs.

The times of the session never change. A chime that is to be heard earlier is foreseen:
`deadlines` say what will happen if nobody presses anything. A chime that is to be heard later
waits. What a press brings can be neither foreseen nor delayed, and sounds at once.
"""

from collections.abc import Sequence

from matside.core.durations import SECOND
from matside.core.ports.devices import Chime
from matside.core.session import deadlines
from matside.core.session.values import (
    CueCame,
    CueKind,
    Fact,
    LengthChanged,
    Phase,
    Running,
    Transition,
)
from matside.core.sound.announcer import chimes
from matside.core.workout.plan import Plan
from matside.frozen import frozen

WAKES_FOR = 2500
"""The length of the sound that wakes a speaker, in ms."""

WOKEN_BEFORE = 2 * SECOND
"""How long before a chime that comes by itself a sleeping speaker is woken, in ms."""

AWAKE_FOR = 3 * SECOND
"""How long after the start of a sound a speaker stays awake, in ms."""


@frozen
class Timing:
    """How the athlete's speaker wants its chimes, in ms of the session's clock.

    They start `offset` later than they are due, below 0 earlier. With `wakes` something
    inaudible is played ahead of those that come after silence.
    """

    offset: int = 0
    wakes: bool = False

    @property
    def ahead(self) -> int:
        """How much earlier than due chimes start."""
        return max(0, -self.offset)

    @property
    def behind(self) -> int:
        """How much later than due chimes start."""
        return max(0, self.offset)


ON_TIME = Timing()
"""Everything starts when it is due."""


class Sounding:
    """Says at each beat of a session which sounds to start."""

    def __init__(self, timing: Timing = ON_TIME) -> None:
        self.timing = timing
        self._before: tuple[Plan, Phase] | None = None
        self._early: tuple[Fact, ...] = ()
        self._waiting: tuple[Fact, ...] = ()
        self._awake_until: int | None = None
        self._ticked: int | None = None

    def hear(self, plan: Plan, transition: Transition, now: int) -> tuple[Chime, ...]:
        """Return the sounds to start at `now`, after the beat that brought `transition`."""
        started = (*self._at_once(plan, transition, now), *self._of_waiting(plan, now))
        self._before = plan, transition.phase
        if started:
            self._awake_until = now + AWAKE_FOR
        if self._must_wake(plan, transition.phase, now):
            self._awake_until = now + WAKES_FOR
            started = (*started, Chime.WAKE)
        return started

    def next_beat(self, plan: Plan, phase: Phase, now: int) -> int | None:
        """Return the instant after `now` at which a sound may have to start.

        None says that there is none apart from the instants at which something happens.
        """
        instants = [fact.at + self.timing.behind for fact in self._waiting]
        for ahead in self._looks_ahead():
            then = deadlines.advance(plan, phase, now + ahead).phase
            due = deadlines.next_deadline(plan, then)
            instants += [] if due is None else [due - ahead]
        return min(instants, default=None)

    def _at_once(self, plan: Plan, transition: Transition, now: int) -> tuple[Chime, ...]:
        """Return what starts now: all but what has started already, and what is to wait."""
        by_itself = self._facts_by_itself(transition, now) if self.timing.behind else 0
        commanded = transition.facts[by_itself:]
        if any(not isinstance(fact, LengthChanged) for fact in commanded):
            self._waiting = ()
        self._waiting += transition.facts[:by_itself]
        coming = self._foreseen(plan, transition.phase, now, self.timing.ahead)
        new = [fact for fact in (*commanded, *coming) if fact not in self._early]
        self._early = coming
        return chimes(plan, self._drop_second_ticks(new), now)

    def _drop_second_ticks(self, facts: Sequence[Fact]) -> Sequence[Fact]:
        """Return `facts` without ticks in the instant of the tick before; remember the last one.

        A press in the very instant of a tick may begin a lead-in that ticks at once too.
        """
        kept = []
        for fact in facts:
            if isinstance(fact, CueCame) and fact.sign is CueKind.TICK:
                before, self._ticked = self._ticked, fact.at
                if before == fact.at:
                    continue
            kept.append(fact)
        return kept

    def _of_waiting(self, plan: Plan, now: int) -> tuple[Chime, ...]:
        behind = self.timing.behind
        ripe = tuple(fact for fact in self._waiting if fact.at + behind <= now)
        self._waiting = self._waiting[len(ripe) :]
        return chimes(plan, ripe, now - behind)

    def _facts_by_itself(self, transition: Transition, now: int) -> int:
        """Return the number of facts that came without a command; they are the first ones.

        They came by the plan of then, which the session may have left for another.
        """
        if self._before is None:
            return 0
        alone = deadlines.advance(*self._before, now).facts
        pairs = zip(alone, transition.facts, strict=False)
        return next(
            (place for place, (one, other) in enumerate(pairs) if one != other),
            min(len(alone), len(transition.facts)),
        )

    def _must_wake(self, plan: Plan, phase: Phase, now: int) -> bool:
        """Return whether the speaker would sleep through the next chime, which comes soon."""
        if not self.timing.wakes:
            return False
        offset = self.timing.offset
        coming = self._foreseen(plan, phase, now, WOKEN_BEFORE - offset)
        later = tuple(fact for fact in (*self._waiting, *coming) if fact.at + offset > now)
        starts = (fact.at for fact in later if chimes(plan, _at(later, fact.at), now))
        first = next(starts, None)
        asleep_from = now if self._awake_until is None else self._awake_until
        return first is not None and first + offset > asleep_from

    def _foreseen(self, plan: Plan, phase: Phase, now: int, ahead: int) -> tuple[Fact, ...]:
        if not ahead or not isinstance(phase, Running):
            return ()
        return deadlines.advance(plan, phase, now + ahead).facts

    def _looks_ahead(self) -> tuple[int, ...]:
        """Return how far to look ahead, in ms, for what starts early and for what wakes."""
        timing = self.timing
        early = (timing.ahead,) if timing.ahead else ()
        return (*early, WOKEN_BEFORE - timing.offset) if timing.wakes else early


def _at(facts: Sequence[Fact], instant: int) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.at == instant)
