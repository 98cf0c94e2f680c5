"""A session that is listened to: all that chimes and all that is said, with their instants."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from matside.core import sequencer
from matside.core.announcer import chimes
from matside.core.plan import Key, Plan
from matside.core.ports import Chime
from matside.core.prompter import Prompter, again, prompt
from matside.core.script import CHIME_LENGTHS, LengthOf
from matside.core.sentences import Line, Sentence
from matside.core.session import Command, Idle, Paused, Phase, Running, Turn

MORE = 15_000


def by_letters(sentence: Sentence) -> int:
    """Return a length that is easy to work with: half a second, for a cue or a fix three."""
    return 3_000 if sentence.line in (Line.CUE, Line.FIX) else 500


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence that was said from `at` to `end`, whole or not, in the step named `key`."""

    at: int
    end: int
    sentence: Sentence
    key: Key | None
    whole: bool


@dataclass
class Recital:
    """One session of `plan` with its voice."""

    plan: Plan
    length_of: LengthOf = by_letters
    phase: Phase = field(default_factory=Idle)
    now: int = 0
    heard: list[Heard] = field(default_factory=list)
    chimed: list[tuple[int, Chime]] = field(default_factory=list)
    dropped: dict[Key, tuple[Sentence, ...]] = field(default_factory=dict)
    _prompter: Prompter = field(default_factory=Prompter)
    _says: tuple[int, Sentence, Key | None] | None = None
    _next_at: int | None = None

    def ask(self, command: Command, *, by: int = 0) -> "Recital":
        """Do `command` now."""
        return self._take(sequencer.handle(self.plan, self.phase, command, self.now, by=by))

    def ask_again(self) -> "Recital":
        """Ask to hear it again."""
        self._prompter = again(self._prompter)
        return self._take(Turn(self.phase))

    def follow(self, plan: Plan) -> "Recital":
        """Go on by `plan`."""
        self.plan = plan
        return self._take(Turn(self.phase))

    def run(self, ms: int) -> "Recital":
        """Let `ms` go by."""
        until = self.now + ms
        while (due := self._next()) is not None and due <= until:
            self._advance(due)
        return self._advance(until)

    def run_until(self, holds: Callable[[], bool]) -> "Recital":
        """Let time go by until `holds()`; counted sets are marked done at their estimate."""
        while not holds():
            due = self._next()
            done = self._done_at()
            if done is not None and (due is None or done <= due):
                self._advance(done).ask(Command.NEXT)
            else:
                assert due is not None
                self._advance(due)
        return self

    def run_to_end(self) -> "Recital":
        """Start, and train to the end."""
        self.ask(Command.START)
        over = self.run_until(lambda: not isinstance(self.phase, Running))
        return over.run(10_000)

    def lines(self, holds: Callable[[Heard], bool] = lambda _: True) -> list[Line]:
        """Return what each sentence tells that was said whole."""
        return [heard.sentence.line for heard in self.heard if heard.whole and holds(heard)]

    def in_step(self, key: Key) -> list[Heard]:
        """Return what was said in the step named `key`."""
        return [heard for heard in self.heard if heard.key == key]

    def sounding(self) -> Iterable[tuple[int, int, Chime]]:
        """Give from when to when each chime sounded."""
        return ((at, at + CHIME_LENGTHS[chime], chime) for at, chime in self.chimed)

    @property
    def key(self) -> Key | None:
        """The name of the step under way."""
        return self.phase.stand.key if isinstance(self.phase, Running | Paused) else None

    def _next(self) -> int | None:
        instants = (sequencer.next_deadline(self.plan, self.phase), self._next_at)
        return min((at for at in instants if at is not None), default=None)

    def _done_at(self) -> int | None:
        if not isinstance(self.phase, Running) or self.phase.stand.length is not None:
            return None
        step = self.plan[self.phase.stand.key]
        return self.phase.runs_from + step.estimate - self.phase.stand.elapsed

    def _advance(self, now: int) -> "Recital":
        self.now = now
        return self._take(sequencer.advance(self.plan, self.phase, now))

    def _take(self, turn: Turn) -> "Recital":
        self.phase = turn.phase
        self.chimed += [(self.now, chime) for chime in chimes(self.plan, turn.facts, self.now)]
        done = prompt(self._prompter, self.plan, turn, self.length_of, self.now)
        ended = self._prompter.speaking if done.prompter.speaking is None or done.says else None
        if ended is not None and self._says is not None:
            at, sentence, key = self._says
            whole = not done.hushes
            self.heard.append(Heard(at, ended.end if whole else self.now, sentence, key, whole))
            self._says = None
        if done.says is not None:
            self._says = (self.now, done.says, self.key)
        if self.key is not None:
            self.dropped.setdefault(self.key, done.script.dropped)
        self._prompter, self._next_at = done.prompter, done.next_at
        return self


__all__ = ["MORE", "Heard", "Recital", "by_letters", "replace"]
