"""The time of a step as it fills with speech: what has room, and what is dropped."""

from collections.abc import Callable, Sequence

from matside.core.speech.sentences import Sentence, SentenceKind
from matside.frozen import frozen

PAUSE = 250
"""The silence between two sentences, in ms."""

EVER = 1 << 62
"""The end of what has no end."""

LengthOf = Callable[[Sentence], int | None]
"""Returns the length of a sentence in ms of session time, None where it cannot be said."""


@frozen
class Utterance:
    """A sentence with the instant at which it begins, and its length in ms."""

    at: int
    sentence: Sentence
    length: int

    @property
    def end(self) -> int:
        """The instant at which it is over."""
        return self.at + self.length


@frozen
class SpeechSchedule:
    """What will be said of the running step from an instant on, in order, and what is dropped."""

    utterances: tuple[Utterance, ...] = ()
    dropped: tuple[Sentence, ...] = ()


@frozen
class Wish:
    """A sentence that is to be said, not before the instant `earliest`."""

    sentence: Sentence
    earliest: int = 0


@frozen
class Moment:
    """A sentence that belongs to the instant `at`, and must be over at the instant `until`."""

    at: int
    sentence: Sentence
    until: int


class Room:
    """The time of one step as it fills with speech, from the instant `start` on."""

    def __init__(self, start: int, length_of: LengthOf) -> None:
        self._start = start
        self._length_of = length_of
        self._taken: list[tuple[int, int]] = []
        self._fixed: list[Utterance] = []
        self._dropped: list[Sentence] = []

    def close(self, start: int, end: int) -> None:
        """Keep the time from `start` to `end` free of speech."""
        self._taken.append((start, end))

    def take(self, moment: Moment) -> None:
        """Say what belongs to an instant, if it is over in time."""
        length = self._length_of(moment.sentence)
        at = max(moment.at, self._start)
        if length is None or at + length > moment.until:
            self._dropped.append(moment.sentence)
            return
        utterance = Utterance(at, moment.sentence, length)
        self._fixed.append(utterance)
        self.close(at - PAUSE, utterance.end + PAUSE)

    def filled(self, wishes: Sequence[Wish], end: int) -> SpeechSchedule:
        """Return what is said up to the instant `end`: of `wishes` each that fits, in order.

        After a cue that does not fit no other cue is said.
        """
        said, dropped, after = [*self._fixed], [*self._dropped], self._start
        for wish in wishes:
            utterance = self._placed(wish, after, end)
            if utterance is None or _follows_on(wish.sentence, dropped):
                dropped.append(wish.sentence)
            else:
                said.append(utterance)
                after = utterance.end + PAUSE
        said.sort(key=lambda utterance: utterance.at)
        return SpeechSchedule(tuple(said), tuple(dropped))

    def _placed(self, wish: Wish, after: int, end: int) -> Utterance | None:
        length = self._length_of(wish.sentence)
        if length is None:
            return None
        at = max(after, wish.earliest)
        for start, stop in sorted(self._taken):
            if at < stop and at + length > start:
                at = stop
        return Utterance(at, wish.sentence, length) if at + length <= end else None


def _follows_on(sentence: Sentence, dropped: Sequence[Sentence]) -> bool:
    """Return whether `sentence` is a cue after one that is `dropped`."""
    return sentence.line is SentenceKind.CUE and any(
        line.line is SentenceKind.CUE for line in dropped
    )
