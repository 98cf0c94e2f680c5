"""What is sounded of the facts of a session."""

from collections.abc import Sequence

from matside.core.ports.devices import Chime
from matside.core.session.record import SetOutcome
from matside.core.session.values import (
    CueCame,
    CueKind,
    Fact,
    LeadInEnded,
    OvertimeBegan,
    SessionFinished,
    SetEnded,
    StepBegan,
)
from matside.core.workout.plan import Plan
from matside.core.workout.steps import StepKey, Work

LATE = 250
"""The maximum lateness in ms; later chimes and sentences are dropped."""

_CHIME_OF = {
    CueKind.TICK: Chime.TICK,
    CueKind.HALF_WAY: Chime.HALF_WAY,
    CueKind.REP: Chime.REP_PULSE,
    CueKind.STILL: Chime.REP_STILL,
    CueKind.MOVE: Chime.REP_MOVE,
}


def chimes(plan: Plan, facts: Sequence[Fact], now: int) -> tuple[Chime, ...]:
    """Return what is to be sounded at `now` of `facts`, which lie in order up to `now`.

    One chime a change; of several changes a late one is sounded only if it is the newest.
    The first rep of a paced set has no pulse: go stands for it.
    """
    changes: list[tuple[int, Chime]] = []
    cues: list[tuple[int, Chime]] = []
    ended: SetEnded | None = None
    for fact in facts:
        match fact:
            case SetEnded():
                ended = fact
            case StepBegan() | SessionFinished():
                chime = None if fact.silent else _chime_of_change(plan, ended, fact)
                changes += [(fact.at, chime)] if chime else []
                ended = None
            case LeadInEnded():
                changes.append((fact.at, Chime.GO))
            case CueCame(rep=1):
                pass
            case CueCame():
                cues.append((fact.at, _CHIME_OF[fact.sign]))
            case OvertimeBegan():
                cues.append((fact.at, Chime.HALF_WAY))
            case _:
                pass
    in_time, changed = ([due for due in each if now - due[0] <= LATE] for each in (cues, changes))
    sounded = [*in_time, *(changed or changes[-1:])]
    return tuple(chime for _, chime in sorted(sounded, key=lambda due: due[0]))


def _chime_of_change(
    plan: Plan, ended: SetEnded | None, fact: StepBegan | SessionFinished
) -> Chime | None:
    """Return the chime of one change: of all that hold, the first in the order below.

    Workout done, switch sides, set done, stop, go; where two sets meet there is no rest to
    announce, so go stands alone, or switch sides where the second side comes next. Go is not
    of this change where a lead-in comes first.
    """
    if isinstance(fact, SessionFinished):
        return Chime.WORKOUT_DONE
    if ended is not None and _comes_to_second_side(plan, ended.key, fact.key):
        return Chime.SWITCH_SIDES
    if isinstance(plan[fact.key], Work) and not fact.led_in:
        return Chime.GO
    if ended is None:
        return None
    runs_out = plan.set_from(ended.key).is_hold
    return Chime.SET_DONE if ended.outcome is SetOutcome.DONE and not runs_out else Chime.STOP


def _comes_to_second_side(plan: Plan, ended: StepKey, began: StepKey) -> bool:
    """Return whether the set to come is the other side of the same exercise and round."""
    return plan.set_from(began).key[:3] == ended[:3]
