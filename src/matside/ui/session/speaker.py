"""Speaks in a session: says what the prompter decides, in words, by the voice."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain, islice

from PySide6.QtCore import QObject, Signal

from matside.core.ports.devices import NOBODY, Chime, Voice, VoiceState
from matside.core.session.values import Paused, Phase, Running, Transition
from matside.core.sound.chime_timing import ON_TIME, Timing
from matside.core.speech.prompter import Prompter, again, cut_short, prompt, timed
from matside.core.speech.schedule import after
from matside.core.speech.sentences import Sentence, sentences_by_step
from matside.core.workout.plan import Plan
from matside.ui.kit.turns import Turn
from matside.ui.words.voice_words import sample, spoken

MOST_SENTENCES = 1_000
"""The maximum number of a plan's sentences that are prepared: those of some 80 exercises."""

AT_ONCE = 150
"""The number of steps whose sentences are looked up in one pass of the event loop."""


class Speaker(QObject):
    """A listener that says what there is to say, while it is allowed to.

    `wanted` asks for a beat at once, because the athlete asks for something; `voice_changed` says
    that another voice speaks.
    """

    wanted = Signal()
    voice_changed = Signal()

    def __init__(
        self, voice: Voice, speed: float = 1.0, *, allowed: bool, timing: Timing = ON_TIME
    ) -> None:
        """Speak by `voice`; one real second is `speed` seconds of the session."""
        super().__init__()
        self._voice = voice
        self._speed = speed
        self._allowed = allowed
        self._plan: Plan | None = None
        self._in_session = False
        self._prompter = timed(Prompter(), timing)
        self._next_at: int | None = None
        self._waiting: tuple[Chime, Callable[[], None]] | None = None
        self._found: list[Sentence] = []
        self._finding: Iterator[tuple[Sentence, ...]] = iter(())
        self._turn = Turn(self, self._find_some)

    @property
    def voice(self) -> VoiceState:
        """Who speaks, and why something cannot be said; NOBODY while speech is not allowed."""
        return self._voice.state if self._allowed else NOBODY

    def allow(self, allowed: bool) -> None:  # noqa: FBT001 - a setter of Qt's kind
        """Allow or forbid speech; once allowed, everything about the current step is said."""
        if allowed == self._allowed:
            return
        self._allowed = allowed
        if allowed:
            self._make_ready()
            self._begin_again()
        else:
            self._voice.hush()
            self._prompter = cut_short(self._prompter)

    def set_timing(self, timing: Timing) -> None:
        """Speak beside chimes that start by `timing`."""
        self._prompter = timed(self._prompter, timing)

    def prepare(self, plan: Plan | None) -> None:
        """Prepare the sentences of a session of `plan`, in several passes if it is very long."""
        if plan is not None and plan is not self._plan:
            self._plan = plan
            self._make_ready()

    def say_again(self) -> None:
        """Repeat what the athlete should know now."""
        if self._allowed:
            self._begin_again()

    def say_sample(self) -> None:
        """Say the sample sentence, even if speech is off."""
        self._voice.say_soon(sample())

    def let_in(self, chime: Chime, play: Callable[[], None]) -> None:
        """Call `play` for `chime` as soon as nothing is being said; only the last one is kept."""
        self._waiting = chime, play
        self.wanted.emit()

    def hear(self, plan: Plan, turn: Transition, now: int) -> None:
        """Say what is due, and stop what has become outdated."""
        while self._turn.is_active:
            self._find_some()
        self._in_session = isinstance(turn.phase, Running | Paused)
        self._let_chime_in(now)
        done = prompt(self._prompter, plan, turn, self._length_of, now)
        self._prompter = done.prompter
        if done.hushes:
            self._voice.hush()
        if done.says is not None:
            self._voice.say(spoken(done.says))
        self._next_at = done.next_at

    def next_beat(self, plan: Plan, phase: Phase, now: int) -> int | None:
        """Return when the sentence is over, or the next one is due."""
        del plan, phase, now
        return self._next_at

    def _make_ready(self) -> None:
        if self._allowed and self._plan is not None:
            self._found, self._finding = [], sentences_by_step(self._plan)
            self._turn.start()
            if len(self._plan.steps) <= AT_ONCE:
                self._find_some()

    def _find_some(self) -> None:
        """Look up the sentences of the next steps; those of the last are given to the voice."""
        steps = tuple(islice(self._finding, AT_ONCE))
        self._found += chain.from_iterable(steps)
        if len(steps) < AT_ONCE or len(self._found) >= MOST_SENTENCES:
            self._turn.stop()
            texts = tuple(map(spoken, self._found[:MOST_SENTENCES]))
            self._voice.prepare(texts, in_session=self._in_session)

    def _begin_again(self) -> None:
        self._prompter = again(self._prompter)
        self.wanted.emit()

    def _let_chime_in(self, now: int) -> None:
        """Play the waiting chime if nothing is being said, and keep silent until it is over."""
        told, speaking = self._prompter.told, self._prompter.speaking
        if self._waiting is None or (speaking is not None and speaking.end > now):
            return
        (chime, play), self._waiting = self._waiting, None
        play()
        busy = max(told.busy, now + after(chime, told.timing))
        self._prompter = replace(self._prompter, told=replace(told, busy=busy))

    def _length_of(self, sentence: Sentence) -> int | None:
        if not self._allowed:
            return None
        length = self._voice.length(spoken(sentence))
        return None if length is None else round(length * self._speed)
