"""How the voice follows a session: what it says now, when it falls silent, and when it is next.

Like the session itself this is a value, `Prompter`, with the instant as an argument. It is asked
at every beat, and names the instant at which it wants the next one.
"""

from dataclasses import field, replace

from matside.core.session.values import (
    Paused,
    Phase,
    Running,
    SessionStarted,
    Transition,
    WentBack,
)
from matside.core.sound.announcer import chimes
from matside.core.sound.chime_timing import Timing
from matside.core.speech.room import PAUSE, LengthOf, SpeechSchedule, Utterance
from matside.core.speech.schedule import SaidSoFar, after, fits, schedule
from matside.core.speech.sentences import Sentence
from matside.core.workout.plan import Plan
from matside.frozen import frozen

Moment = tuple[object, ...]
"""What must stay the same for a sentence to be said to its end."""

ASKED: Moment = ()
"""No moment: whatever is said has to begin anew."""


@frozen
class Prompter:
    """What the voice has said and is saying.

    `told` is what the athlete has heard of the exercise `coming` of its block and round, which
    is under way or comes next. `speaking` is said at present, in the `moment` it began in.
    """

    told: SaidSoFar = field(default_factory=SaidSoFar)
    coming: tuple[int, int, int] | None = None
    moment: Moment = ASKED
    speaking: Utterance | None = None


@frozen
class Prompt:
    """What the voice does now: fall silent if it `hushes`, then say `says`.

    `next_at` is the instant at which the prompter is to be asked again, None where only a fact
    brings anything new. `script` is what it would say from now on; while it speaks, nothing.
    """

    prompter: Prompter
    hushes: bool
    says: Sentence | None
    next_at: int | None
    schedule: SpeechSchedule = field(default_factory=SpeechSchedule)


def prompt(
    prompter: Prompter, plan: Plan, transition: Transition, length_of: LengthOf, now: int
) -> Prompt:
    """Return what the voice does at `now` after the facts of `transition`."""
    before = _heard_out(prompter, now)
    moved = _moved(before, plan, transition, now)
    hushes = before.speaking is not None and moved.speaking is None
    if moved.speaking is not None:
        return Prompt(moved, hushes, None, moved.speaking.end)
    written = schedule(plan, transition.phase, moved.told, length_of, now)
    first = next(iter(written.utterances), None)
    if first is None or first.at > now:
        return Prompt(moved, hushes, None, None if first is None else first.at, written)
    told = replace(moved.told, upto=now)
    speaking = replace(moved, told=told, speaking=first)
    return Prompt(speaking, hushes, first.sentence, first.end, written)


def again(prompter: Prompter) -> Prompter:
    """Return `prompter` as it tells everything anew, because the athlete asks for it.

    Out of a session there is nothing to tell, and the next one is not to begin as if asked.
    """
    if prompter.coming is None:
        return prompter
    told = replace(prompter.told, said=frozenset(), asked=True)
    return replace(prompter, told=told, moment=ASKED)


def cut_short(prompter: Prompter) -> Prompter:
    """Return `prompter` after the voice was made to fall silent from without."""
    return replace(prompter, speaking=None)


def timed(prompter: Prompter, timing: Timing) -> Prompter:
    """Return `prompter` as it follows chimes that start by `timing`."""
    return replace(prompter, told=replace(prompter.told, timing=timing))


def _heard_out(prompter: Prompter, now: int) -> Prompter:
    """Return `prompter` with the sentence said that is over by `now`.

    What was over before the athlete asked to hear it again is to be said again.
    """
    speaking, told = prompter.speaking, prompter.told
    if speaking is None or speaking.end > now:
        return prompter
    said = told.said if prompter.moment == ASKED else told.said | {speaking.sentence}
    told = replace(told, said=said, busy=max(told.busy, speaking.end + PAUSE))
    return replace(prompter, told=told, speaking=None)


def _moved(prompter: Prompter, plan: Plan, transition: Transition, now: int) -> Prompter:
    """Return `prompter` in the phase of `transition`, silent where what it says is stale there."""
    moment, coming = _moment(transition.phase), _coming(plan, transition.phase)
    speaking, told = prompter.speaking, prompter.told
    asked = told.asked and prompter.moment in (ASKED, moment)
    told_anew = (isinstance(fact, SessionStarted | WentBack) for fact in transition.facts)
    anew = coming != prompter.coming or any(told_anew)
    said = frozenset() if anew else told.said
    chiming = (now + after(chime, told.timing) for chime in chimes(plan, transition.facts, now))
    busy = max((told.busy, *chiming))
    if speaking and moment != prompter.moment:
        speaking = None
    if speaking and not fits(plan, transition.phase, speaking, told.timing, now):
        speaking = None
    return Prompter(replace(told, said=said, busy=busy, asked=asked), coming, moment, speaking)


def _moment(phase: Phase) -> Moment:
    """Return what stays the same for as long as a sentence about it is not stale."""
    match phase:
        case Running(progress=progress, began=began):
            return (Running, progress.key, began)
        case Paused(progress=progress, since=since):
            return (Paused, progress.key, since)
        case _:
            return (type(phase),)


def _coming(plan: Plan, phase: Phase) -> tuple[int, int, int] | None:
    if not isinstance(phase, Running | Paused):
        return None
    return plan.set_from(phase.progress.key).key[:3]
