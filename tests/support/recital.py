"""A session that is listened to: all that chimes and all that is said, with their instants."""

from collections.abc import Callable
from dataclasses import dataclass, field

from matside.core.ports.devices import Chime
from matside.core.session import deadlines, laws, plan_change, sequencer
from matside.core.session.values import Command, Idle, Paused, Phase, Running, Transition
from matside.core.sound.announcer import chimes
from matside.core.speech.prompter import Prompter, again, prompt
from matside.core.speech.room import LengthOf
from matside.core.speech.schedule import CHIME_LENGTHS
from matside.core.speech.sentences import Sentence, SentenceKind
from matside.core.workout.plan import Plan
from matside.core.workout.steps import StepKey

LISTENED_ON = 10_000
"""So many ms after the end are listened to as well."""


def by_line(sentence: Sentence) -> int:
    """Return lengths that are easy to work with: 1 s, and 3 s of a cue or a fix."""
    return 3_000 if sentence.line in (SentenceKind.CUE, SentenceKind.FIX) else 1_000


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence that was said from `at` to `end`, whole or not, in the step named `key`.

    `since` is the instant at which that step had begun, or begun to run.
    """

    at: int
    end: int
    sentence: Sentence
    key: StepKey | None
    since: int
    whole: bool

    @property
    def line(self) -> SentenceKind:
        """What the sentence tells."""
        return self.sentence.line

    @property
    def span(self) -> tuple[SentenceKind, int, int]:
        """What was told from when to when in its step."""
        return self.line, self.at - self.since, self.end - self.since


@dataclass
class Recital:
    """A session of `plan` with its voice; time goes by when it is told to."""

    plan: Plan
    length_of: LengthOf = by_line
    phase: Phase = field(default_factory=Idle)
    now: int = 0
    heard: list[Heard] = field(default_factory=list)
    chimed: list[tuple[int, int, Chime]] = field(default_factory=list)
    dropped: dict[StepKey, tuple[Sentence, ...]] = field(default_factory=dict)
    prompter: Prompter = field(default_factory=Prompter)
    next_at: int | None = None

    def ask(self, command: Command, *, by: int = 0) -> "Recital":
        """Do `command` now."""
        return self._take(sequencer.handle(self.plan, self.phase, command, self.now, by=by))

    def press(self) -> "Recital":
        """Press Space now."""
        return self._take(sequencer.press(self.plan, self.phase, self.now))

    def ask_again(self) -> "Recital":
        """Ask to hear it again."""
        self.prompter = again(self.prompter)
        return self._take(Transition(self.phase))

    def follow(self, plan: Plan) -> "Recital":
        """Go on by `plan`."""
        self.phase = plan_change.follow(self.plan, plan, self.phase, self.now)
        self.plan = plan
        return self._take(Transition(self.phase))

    def run(self, ms: int) -> "Recital":
        """Let `ms` go by."""
        until = self.now + ms
        while (due := self.next_due()) is not None and due <= until:
            self._advance(due)
        return self._advance(until)

    def run_until(self, holds: Callable[[], bool]) -> "Recital":
        """Let time go by until `holds()`; counted sets are marked done at their estimate."""
        while not holds():
            due, done = self.next_due(), self._done_at()
            if done is not None and (due is None or done <= due):
                self._advance(done).ask(Command.NEXT)
            else:
                assert due is not None
                self._advance(due)
        return self

    def run_to(self, place: int) -> "Recital":
        """Let time go by until the step at `place` of the plan begins."""
        key = self.plan.steps[place].key
        return self.run_until(lambda: self.key == key)

    def run_to_end(self) -> "Recital":
        """Start, train to the end, and listen on."""
        self.ask(Command.START)
        return self.run_until(lambda: not isinstance(self.phase, Running)).run(LISTENED_ON)

    def in_step(self, place: int) -> list[Heard]:
        """Return what was said in the step at `place` of the plan."""
        key = self.plan.steps[place].key
        return [heard for heard in self.heard if heard.key == key]

    def lines(self, place: int) -> list[SentenceKind]:
        """Return what was told in the step at `place` of the plan."""
        return [heard.line for heard in self.in_step(place)]

    def spans(self, place: int) -> list[tuple[SentenceKind, int, int]]:
        """Return what was told in the step at `place`, and from when to when in it."""
        return [heard.span for heard in self.in_step(place)]

    @property
    def key(self) -> StepKey | None:
        """The name of the step under way."""
        return self.phase.progress.key if isinstance(self.phase, Running | Paused) else None

    def next_due(self) -> int | None:
        """Return the next instant at which something happens by itself."""
        instants = (deadlines.next_deadline(self.plan, self.phase), self.next_at)
        return min((at for at in instants if at is not None), default=None)

    def _done_at(self) -> int | None:
        if not isinstance(self.phase, Running) or self.phase.progress.length is not None:
            return None
        step = self.plan[self.phase.progress.key]
        return self.phase.clock_starts_at + step.estimate - self.phase.progress.elapsed

    def _advance(self, now: int) -> "Recital":
        self.now = now
        return self._take(deadlines.advance(self.plan, self.phase, now))

    def _take(self, turn: Transition) -> "Recital":
        self.phase = turn.phase
        assert () == laws.broken(self.plan, self.phase, self.now)
        for chime in chimes(self.plan, turn.facts, self.now):
            self.chimed.append((self.now, self.now + CHIME_LENGTHS[chime], chime))
        done = prompt(self.prompter, self.plan, turn, self.length_of, self.now)
        self.prompter, self.next_at = done.prompter, done.next_at
        if done.hushes:
            self._cut_off()
        if done.says is not None:
            self._hear(done.says)
        if self.key is not None:
            self.dropped.setdefault(self.key, done.schedule.dropped)
        return self

    def _cut_off(self) -> None:
        last = self.heard.pop()
        cut = Heard(last.at, self.now, last.sentence, last.key, last.since, whole=False)
        self.heard.append(cut)

    def _hear(self, sentence: Sentence) -> None:
        length = self.length_of(sentence)
        assert length is not None
        since = 0
        if isinstance(self.phase, Running):
            since = self.phase.clock_starts_at - self.phase.progress.elapsed
        heard = Heard(self.now, self.now + length, sentence, self.key, since, whole=True)
        self.heard.append(heard)
