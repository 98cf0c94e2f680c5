"""Words for how a set and a session have ended, and for how hard a session was."""

from typing import assert_never

from matside.core.history.ending import Ending
from matside.core.session.looks import Look
from matside.core.session.record import SetOutcome
from matside.ui.words.screen_words import look_word
from matside.ui.words.translation import translate


def ending_word(ending: Ending) -> str:
    """Return how a session ended, in capitals."""
    match ending:
        case Ending.DONE:
            return look_word(Look.DONE)
        case Ending.CUT_SHORT:
            return translate("Finish", "CUT SHORT")
        case Ending.STOPPED:
            return translate("Finish", "STOPPED")
        case _:
            assert_never(ending)


def outcome_words(outcome: SetOutcome) -> str:
    """Return what a press has just made of a set."""
    match outcome:
        case SetOutcome.DONE:
            return translate("Stage", "Set done")
        case SetOutcome.SKIPPED:
            return translate("Stage", "Set skipped")
        case _:
            assert_never(outcome)


def skipped_words(skipped: int) -> str:
    """Return how many sets were skipped; nothing where none was."""
    if not skipped:
        return ""
    if skipped == 1:
        return translate("Finish", "1 set skipped")
    pattern = translate("Finish", "{skipped} sets skipped")
    return pattern.format(skipped=skipped)


def cut_words(count: int | None = None) -> str:
    """Return that the time has cut sets, as in `2 cut by the time`; "" where it has cut none."""
    if count is None:
        return translate("Finish", "cut by the time")
    return translate("Finish", "{count} cut by the time").format(count=count) if count else ""


def effort_title() -> str:
    """Return the question how hard a session was."""
    return translate("Finish", "How hard?")


def effort_words(effort: int) -> str:
    """Return what the lowest and the highest effort mean; "" between them."""
    words = {1: translate("Finish", "easy"), 5: translate("Finish", "too hard")}
    return words.get(effort, "")
