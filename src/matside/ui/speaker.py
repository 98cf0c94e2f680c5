"""Who speaks in a session: what the prompter says, in words, by the voice."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from matside.core.clock import Clock
from matside.core.plan import Plan
from matside.core.ports import Voice
from matside.core.prompter import Prompter, again, cut_short, prompt
from matside.core.sentences import Sentence, sentences
from matside.core.session import Turn
from matside.ui.voice_words import sample, spoken


class Speaker(QObject):
    """Listens to a session and says what is to be said, while it is allowed to.

    It asks for a beat by `wanted` when something is to be said between two others, and reads
    no clock: `clock` only tells how long session time takes.
    """

    wanted = Signal()

    def __init__(
        self, voice: Voice, clock: Clock, *, allowed: bool, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._voice = voice
        self._clock = clock
        self._allowed = allowed
        self._plan: Plan | None = None
        self._prompter = Prompter()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.wanted)

    def allow(self, allowed: bool) -> None:  # noqa: FBT001 - a setter of Qt's kind
        """Speak from now on, or no more; who has just been allowed to says all it has to."""
        if allowed == self._allowed:
            return
        self._allowed = allowed
        if allowed:
            self._make_ready()
            self._begin_again()
        else:
            self._voice.hush()
            self._prompter = cut_short(self._prompter)

    def prepare(self, plan: Plan | None) -> None:
        """Have ready what a session of `plan` will say."""
        if plan is not None and plan is not self._plan:
            self._plan = plan
            self._make_ready()

    def say_again(self) -> None:
        """Say again what the athlete is to know now."""
        if self._allowed:
            self._begin_again()

    def say_sample(self) -> None:
        """Let the voice be heard, whether it speaks in a session or not."""
        self._voice.say_soon(sample())

    def hear(self, plan: Plan, turn: Turn, now: int) -> None:
        """Say what is due, and fall silent where that would be stale."""
        done = prompt(self._prompter, plan, turn, self._length_of, now)
        self._prompter = done.prompter
        if done.hushes:
            self._voice.hush()
        if done.says is not None:
            self._voice.say(spoken(done.says))
        self._timer.stop()
        if done.next_at is not None:
            self._timer.start(self._clock.wait_for(done.next_at - now))

    def _make_ready(self) -> None:
        if self._allowed and self._plan is not None:
            self._voice.prepare(tuple(map(spoken, sentences(self._plan))))

    def _begin_again(self) -> None:
        self._prompter = again(self._prompter)
        self.wanted.emit()

    def _length_of(self, sentence: Sentence) -> int | None:
        if not self._allowed:
            return None
        length = self._voice.length(spoken(sentence))
        return None if length is None else round(length * self._clock.speed)
