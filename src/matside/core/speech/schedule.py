"""When the voice speaks: at which instants of a running step its sentences fit.

The next exercise is announced at the start of a rest; what does not fit there is said in the set.
Nothing is said over a chime or a tick, and nothing in the silence before a go: the measured
lengths of the sentences decide, and what does not fit is dropped sentence by sentence.
"""

from collections.abc import Iterator, Mapping
from itertools import zip_longest

from matside.core.durations import SECOND
from matside.core.ports.devices import Chime
from matside.core.session.block_clock import time_over
from matside.core.session.cues import FULL_TICKS_FROM, HALF_WAY_FROM, cues, end_of_step
from matside.core.session.progress import waits
from matside.core.session.values import CueKind, Over, Paused, Phase, Running
from matside.core.sound.announcer import LATE
from matside.core.sound.chime_timing import ON_TIME, Timing
from matside.core.speech.room import EVER, LengthOf, Moment, Room, SpeechSchedule, Utterance, Wish
from matside.core.speech.sentences import (
    LAST_REPS,
    Sentence,
    SentenceKind,
    last_reps,
    lines,
    opener,
)
from matside.core.workout.plan import Plan
from matside.core.workout.steps import Rest, Work
from matside.frozen import frozen

CHIME_LENGTHS: Mapping[Chime, int] = {
    Chime.TICK: 120,
    Chime.GO: 400,
    Chime.STOP: 400,
    Chime.HALF_WAY: 240,
    Chime.REP_PULSE: 40,
    Chime.REP_STILL: 60,
    Chime.REP_MOVE: 60,
    Chime.SWITCH_SIDES: 270,
    Chime.SET_DONE: 900,
    Chime.WORKOUT_DONE: 960,
    Chime.ELSEWHERE: 400,
    Chime.WAKE: 0,
}
"""The audible length of each chime, in ms."""

AFTER_CHIME = 100
"""The silence between the end of a chime and the voice, in ms."""

SILENCE, SHORT_SILENCE = 4 * SECOND, 3_200
"""The silence before a go, or the end of a hold, in ms; the short one in short steps."""

UNDER_WAY = 1_500
"""How long after the go of a set its first cue may come, in ms."""

TEN_SECONDS = 10 * SECOND

SOON_FROM = 30 * SECOND
"""The length from which a rest says, ten seconds before its end, what comes."""


@frozen
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
    room = Room(max(now, told.busy), length_of)
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
    progress, step = phase.progress, plan[phase.progress.key]
    offset, over = end_of_step(plan, progress), time_over(plan, progress)
    if offset is None:
        return EVER
    end = _instant(phase, offset) - timing.ahead
    if waits(plan, progress) and offset != over:
        return _last_of_waiting(phase, offset, over, timing)
    if isinstance(step, Work) and step.pace is not None:
        return end - max(SILENCE, LAST_REPS * step.pace)
    return end - (SILENCE if offset == over else _silence(offset))


def _last_of_waiting(phase: Running, offset: int, over: int | None, timing: Timing) -> int:
    """Return the last instant of a rest that waits, until its end; then it may say anything.

    Only the end of its block is still to come then.
    """
    if phase.progress.cues_fired_before <= offset:
        return _instant(phase, offset) - timing.ahead - AFTER_CHIME
    return EVER if over is None else _instant(phase, over) - timing.ahead - AFTER_CHIME


def after(chime: Chime, timing: Timing) -> int:
    """Return the delay in ms, from the instant `chime` is due, after which the voice may begin."""
    return timing.behind + CHIME_LENGTHS[chime] + AFTER_CHIME


def _silence(length: int) -> int:
    return SILENCE if length >= FULL_TICKS_FROM else SHORT_SILENCE


def _instant(phase: Running, offset: int) -> int:
    return phase.clock_starts_at + offset - phase.progress.elapsed


def _filled(
    room: Room, plan: Plan, phase: Running | Paused, told: SaidSoFar, now: int
) -> SpeechSchedule:
    """Fill `room`; an opening word is left out where it would push anything else out."""
    for span in _signals(plan, phase, told.timing, now):
        room.close(*span)
    step, end = plan[phase.progress.key], last_instant(plan, phase, told.timing)
    coming = plan.set_from(step.key)
    heard = {sentence.topic for sentence in told.said}
    wishes = tuple(
        Wish(line, 0 if told.asked else _earliest(plan, phase, line))
        for line in lines(step, coming, heard, asked=told.asked)
    )
    short = room.filled(wishes, end)
    first = opener(step)
    if first is None or told.said or told.asked:
        return short
    full = room.filled((Wish(first), *wishes), end)
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


def _moments(plan: Plan, phase: Phase, timing: Timing) -> Iterator[Moment]:
    """Yield the sentences that belong to an instant of the running step, or to the end."""
    if isinstance(phase, Over) and phase.finished:
        at = phase.at + after(Chime.WORKOUT_DONE, timing)
        yield Moment(at, Sentence(SentenceKind.FINISHED), EVER)
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


def _moments_of_hold(plan: Plan, phase: Running, length: int, timing: Timing) -> Iterator[Moment]:
    if length < HALF_WAY_FROM:
        return
    until = last_instant(plan, phase, timing)
    half = _instant(phase, length // 2) + after(Chime.HALF_WAY, timing)
    yield Moment(half, Sentence(SentenceKind.HALF_WAY), until)
    yield Moment(_instant(phase, length - TEN_SECONDS), Sentence(SentenceKind.TEN_SECONDS), until)


def _moments_of_rest(plan: Plan, phase: Running, length: int, timing: Timing) -> Iterator[Moment]:
    progress = phase.progress
    if length < SOON_FROM or progress.shortened or waits(plan, progress):
        return
    at = _instant(phase, length - TEN_SECONDS)
    sentence = Sentence(SentenceKind.SOON, plan.set_from(progress.key).exercise)
    yield Moment(at, sentence, last_instant(plan, phase, timing))


def _counts(
    plan: Plan, phase: Running, last: range, pace: int, timing: Timing
) -> Iterator[Moment]:
    """Yield the numbers of the `last` reps, each to be over before the next pulse."""
    every = cues(plan, phase.progress)
    for cue, following in zip_longest(every, every[1:]):
        if cue.rep in last:
            begins = _instant(phase, cue.offset)
            pulse = Chime.GO if cue.rep == 1 else Chime.REP_PULSE
            lasts = pace if following is None else following.offset - cue.offset
            until = begins + lasts - timing.ahead
            sentence = Sentence(SentenceKind.COUNT, number=cue.rep)
            yield Moment(begins + after(pulse, timing), sentence, until)
