"""Searches random sessions for one that breaks a law of the core, or a rule of its tests.

    python -m tools.soak [SESSIONS [FIRST]]

Each session is generated from its number, so the one that is reported can be repeated.
"""

import sys
import time
import traceback
from collections import Counter
from dataclasses import replace

from tests.support.random_sessions import Moment, Session, session, told
from tests.support.session_rules import RULES, met

SESSIONS = 50_000
EVERY = 1_000
"""The number of sessions between two lines of progress."""


def main() -> int:
    """Search, and print what was found; return 1 if a session breaks something."""
    count, first = [*(int(word) for word in sys.argv[1:]), *(SESSIONS, 1)[len(sys.argv) - 1 :]]
    seen: Counter[str] = Counter()
    turns = facts = 0
    began = time.monotonic()
    for number in range(first, first + count):
        found = session(number)
        if (why := _breaks(found)) is not None:
            _tell(number, _smallest(found), why)
            return 1
        moments = told(found)
        seen.update(met(moments))
        turns += len(moments)
        facts += sum(len(moment.turn.facts) for moment in moments)
        if (number - first + 1) % EVERY == 0:
            print(f"{number - first + 1} sessions", flush=True)
    print(f"{count} sessions from number {first} on, {turns} turns, {facts} facts:")
    print(f"no law and no rule is broken ({time.monotonic() - began:.0f} s)")
    for what, times in seen.most_common():
        print(f"{times:8} {what}")
    return 0


def _breaks(found: Session) -> Exception | None:
    """Return the error of `found`, None if it breaks nothing."""
    try:
        _judge(told(found))
    except Exception as error:  # noqa: BLE001 - any exception is a finding
        return error
    return None


def _judge(moments: list[Moment]) -> None:
    for rule in RULES:
        rule(moments)


def _smallest(found: Session) -> Session:
    """Return `found` without the steps that are not needed to break something."""
    place = 0
    while place < len(found.script):
        less = replace(found, script=(*found.script[:place], *found.script[place + 1 :]))
        if _breaks(less) is None:
            place += 1
        else:
            found = less
    return found


def _tell(number: int, found: Session, why: Exception) -> None:
    print(f"session {number} breaks something:")
    traceback.print_exception(why, file=sys.stdout)
    print(found.workout)
    print(found.settings)
    for ask in found.script:
        print(ask)


if __name__ == "__main__":
    sys.exit(main())
