"""When the voice speaks: at which instants of a running step its sentences fit.

The next exercise is announced at the start of a rest; what does not fit there is said in the set.
Nothing is said over a chime or a tick, and nothing in the silence before a go: the measured
lengths of the sentences decide, and what does not fit is dropped sentence by sentence.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from matside.core.durations import SECOND
from matside.core.ports.devices import Chime
from matside.core.session.cues import FULL_TICKS_FROM, HALF_WAY_FROM, cues
from matside.core.session.progress import waits
from matside.core.session.values import CueKind, Over, Paused, Phase, Running
from matside.core.sound.announcer import LATE
from matside.core.sound.chime_timing import ON_TIME, Timing
from matside.core.speech.sentences import (
    LAST_REPS,
    Sentence,
    SentenceKind,
    last_reps,
    lines,
    opener,
)
from matside.core.workout.plan import Plan, Rest, Work

CHIME_LENGTHS: Mapping[Chime, int] = {
    Chime.TICK: 120,
    Chime.GO: 400,
    Chime.STOP: 400,
    Chime.HALF_WAY: 240,
    Chime.REP_PULSE: 40,
    Chime.SWITCH_SIDES: 270,
    Chime.SET_DONE: 900,
    Chime.WORKOUT_DONE: 960,
    Chime.ELSEWHERE: 400,
    Chime.WAKE: 0,
}
"""The audible length of each chime, in ms."""

AFTER_CHIME = 100
"""The silence between the end of a chime and the voice, in ms."""

PAUSE = 250
"""The silence between two sentences, in ms."""

SILENCE, SHORT_SILENCE = 4 * SECOND, 3_200
"""The silence before a go, or the end of a hold, in ms; the short one in short steps."""

UNDER_WAY = 1_500
"""How long after the go of a set its first cue may come, in ms."""

TEN_SECONDS = 10 * SECOND

SOON_FROM = 30 * SECOND
"""The length from which a rest says, ten seconds before its end, what comes."""

EVER = 1 << 62
"""The end of what has no end."""

LengthOf = Callable[[Sentence], int | None]
"""Returns the length of a sentence in ms of session time, None where it cannot be said."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """A sentence with the instant at which it begins, and its length in ms."""

    at: int
    sentence: Sentence
    length: int

    @property
    def end(self) -> int:
        """The instant at which it is over."""
        return self.at + self.length


@dataclass(frozen=True, slots=True)
class SpeechSchedule:
    """What will be said of the running step from an instant on, in order, and what is dropped."""

    utterances: tuple[Utterance, ...] = ()
    dropped: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class SaidSoFar:
    """What the athlete has heard so far.

    `said` holds what was said whole of the exercise that is under way or comes next. A chime
    sounds until the instant `busy`, `AFTER_CHIME` included. What belongs to instants up to
    `upto` has been said. With `asked` the athlete wants to hear it again. Chimes start by
    `timing`, of which earlier ones lengthen the silence before them.
    """

    said: frozenset[Sentence] = frozenset()
    busy: int = 0
    upto: int = -1
    asked: bool = False
    timing: Timing = ON_TIME


def schedule(
    plan: Plan, phase: Phase, told: SaidSoFar, length_of: LengthOf, now: int
) -> SpeechSchedule:
    """Return what is said from `now` on if nothing happens before the step of `phase` is over.

    `phase` has been advanced to `now`. While paused only what was asked for is said.
    """
    room = _Room(max(now, told.busy), length_of)
    for moment in _moments(plan, phase, told.timing):
        if moment.at > told.upto and now - moment.at <= LATE:
            room.take(moment)
    if isinstance(phase, Running) or (isinstance(phase, Paused) and told.asked):
        return _filled(room, plan, phase, told, now)
    return room.filled((), EVER)


def fits(plan: Plan, phase: Phase, utterance: Utterance, timing: Timing, now: int) -> bool:
    """Return whether `utterance`, which is under way, may be said to its end in `phase`."""
    if utterance.sentence.line is SentenceKind.COUNT or not isinstance(phase, Running):
        return True
    signals = _signals(plan, phase, timing, now)
    over_signal = any(start < utterance.end for start, _ in signals)
    return not over_signal and utterance.end <= last_instant(plan, phase, timing)


def last_instant(plan: Plan, phase: Phase, timing: Timing) -> int:
    """Return the instant by which all speech of the step, or of its lead-in, must be over."""
    if not isinstance(phase, Running):
        return EVER
    if phase.lead_in_from is not None:
        return phase.clock_starts_at - _silence(plan.resume) - timing.ahead
    length, step = phase.progress.length, plan[phase.progress.key]
    if length is None:
        return EVER
    end = _instant(phase, length) - timing.ahead
    if waits(plan, phase.progress):
        return EVER if phase.progress.cues_fired_before > length else end - AFTER_CHIME
    if isinstance(step, Work) and step.pace is not None:
        return end - max(SILENCE, LAST_REPS * step.pace)
    return end - _silence(length)


def after(chime: Chime, timing: Timing) -> int:
    """Return the delay in ms, from the instant `chime` is due, after which the voice may begin."""
    return timing.behind + CHIME_LENGTHS[chime] + AFTER_CHIME


def _silence(length: int) -> int:
    return SILENCE if length >= FULL_TICKS_FROM else SHORT_SILENCE


def _instant(phase: Running, offset: int) -> int:
    return phase.clock_starts_at + offset - phase.progress.elapsed


# What is said as soon as there is room for it


@dataclass(frozen=True, slots=True)
class _Wish:
    """A sentence that is to be said, not before the instant `earliest`."""

    sentence: Sentence
    earliest: int = 0


def _filled(
    room: "_Room", plan: Plan, phase: Running | Paused, told: SaidSoFar, now: int
) -> SpeechSchedule:
    """Fill `room`; an opening word is left out where it would push anything else out."""
    for span in _signals(plan, phase, told.timing, now):
        room.close(*span)
    step, end = plan[phase.progress.key], last_instant(plan, phase, told.timing)
    coming = plan.set_from(step.key)
    heard = {sentence.topic for sentence in told.said}
    wishes = tuple(
        _Wish(line, 0 if told.asked else _earliest(plan, phase, line))
        for line in lines(step, coming, heard, asked=told.asked)
    )
    short = room.filled(wishes, end)
    first = opener(step)
    if first is None or told.said or told.asked:
        return short
    full = room.filled((_Wish(first), *wishes), end)
    return full if len(full.dropped) <= len(short.dropped) else short


def _earliest(plan: Plan, phase: Running | Paused, line: Sentence) -> int:
    """Return when `line` may come at the earliest: in a set the cues wait for their time."""
    step = plan[phase.progress.key]
    if isinstance(phase, Paused) or phase.lead_in_from is not None or not isinstance(step, Work):
        return 0
    if line.line is SentenceKind.FIX or (line.line is SentenceKind.CUE and line.number == 1):
        return _instant(phase, UNDER_WAY)
    if line.line is SentenceKind.CUE:
        whole = step.estimate if phase.progress.length is None else phase.progress.length
        return _instant(phase, whole // 2)
    return 0


def _signals(
    plan: Plan, phase: Running | Paused, timing: Timing, now: int
) -> Iterator[tuple[int, int]]:
    """Yield the start and the end of the time that belongs to the half-way signal alone."""
    if isinstance(phase, Paused) or phase.lead_in_from is not None:
        return
    for cue in cues(plan, phase.progress):
        at = _instant(phase, cue.offset)
        if cue.sign is CueKind.HALF_WAY and at >= now:
            yield at - AFTER_CHIME - timing.ahead, at + after(Chime.HALF_WAY, timing)


# What belongs to an instant


@dataclass(frozen=True, slots=True)
class _Moment:
    """A sentence that belongs to the instant `at`, and must be over at the instant `until`."""

    at: int
    sentence: Sentence
    until: int


def _moments(plan: Plan, phase: Phase, timing: Timing) -> Iterator[_Moment]:
    """Yield the sentences that belong to an instant of the running step, or to the end."""
    if isinstance(phase, Over) and phase.finished:
        at = phase.at + after(Chime.WORKOUT_DONE, timing)
        yield _Moment(at, Sentence(SentenceKind.FINISHED), EVER)
    if (
        not isinstance(phase, Running)
        or phase.lead_in_from is not None
        or phase.progress.length is None
    ):
        return
    match plan[phase.progress.key]:
        case Work(pace=int() as pace) as step:
            yield from _counts(plan, phase, last_reps(step), pace, timing)
        case Work():
            yield from _moments_of_hold(plan, phase, phase.progress.length, timing)
        case Rest():
            yield from _moments_of_rest(plan, phase, phase.progress.length, timing)


def _moments_of_hold(plan: Plan, phase: Running, length: int, timing: Timing) -> Iterator[_Moment]:
    if length < HALF_WAY_FROM:
        return
    until = last_instant(plan, phase, timing)
    half = _instant(phase, length // 2) + after(Chime.HALF_WAY, timing)
    yield _Moment(half, Sentence(SentenceKind.HALF_WAY), until)
    yield _Moment(_instant(phase, length - TEN_SECONDS), Sentence(SentenceKind.TEN_SECONDS), until)


def _moments_of_rest(plan: Plan, phase: Running, length: int, timing: Timing) -> Iterator[_Moment]:
    progress = phase.progress
    if length < SOON_FROM or progress.shortened or waits(plan, progress):
        return
    at = _instant(phase, length - TEN_SECONDS)
    sentence = Sentence(SentenceKind.SOON, plan.set_from(progress.key).exercise)
    yield _Moment(at, sentence, last_instant(plan, phase, timing))


def _counts(
    plan: Plan, phase: Running, last: range, pace: int, timing: Timing
) -> Iterator[_Moment]:
    """Yield the numbers of the `last` reps, each to be over before the next rep."""
    for cue in cues(plan, phase.progress):
        if cue.rep in last:
            begins = _instant(phase, cue.offset)
            pulse = Chime.GO if cue.rep == 1 else Chime.REP_PULSE
            until = begins + pace - timing.ahead
            sentence = Sentence(SentenceKind.COUNT, number=cue.rep)
            yield _Moment(begins + after(pulse, timing), sentence, until)


# Room


class _Room:
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

    def take(self, moment: _Moment) -> None:
        """Say what belongs to an instant, if it is over in time."""
        length = self._length_of(moment.sentence)
        at = max(moment.at, self._start)
        if length is None or at + length > moment.until:
            self._dropped.append(moment.sentence)
            return
        utterance = Utterance(at, moment.sentence, length)
        self._fixed.append(utterance)
        self.close(at - PAUSE, utterance.end + PAUSE)

    def filled(self, wishes: Sequence[_Wish], end: int) -> SpeechSchedule:
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

    def _placed(self, wish: _Wish, after: int, end: int) -> Utterance | None:
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
