"""The words on the screens: every meaning of the core as translated text.

Patterns hold names in braces; `str.format` fills them.
"""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from matside.core.history.ledger import Ending
from matside.core.session.reading import Look, PauseReason, Press
from matside.core.session.record import SetOutcome
from matside.core.workout.plan import StepKind


def look_word(look: Look) -> str:
    """Return the word of `look`, in capitals."""
    match look:
        case Look.WORK:
            return QCoreApplication.translate("Look", "WORK")
        case Look.READY:
            return QCoreApplication.translate("Look", "GET READY")
        case Look.SWITCH:
            return QCoreApplication.translate("Look", "SWITCH")
        case Look.REST:
            return QCoreApplication.translate("Look", "REST")
        case Look.PAUSED:
            return QCoreApplication.translate("Look", "PAUSED")
        case Look.DONE:
            return QCoreApplication.translate("Look", "DONE")
        case _:
            assert_never(look)


def ending_word(ending: Ending) -> str:
    """Return how a session ended, in capitals."""
    match ending:
        case Ending.DONE:
            return look_word(Look.DONE)
        case Ending.CUT_SHORT:
            return QCoreApplication.translate("Finish", "CUT SHORT")
        case Ending.STOPPED:
            return QCoreApplication.translate("Finish", "STOPPED")
        case _:
            assert_never(ending)


def press_words(press: Press, seconds: int = 0) -> str:
    """Return what Space does; some presses give `seconds` to get set."""
    match press:
        case Press.START:
            return QCoreApplication.translate("Press", "Start")
        case Press.SET_DONE:
            return QCoreApplication.translate("Press", "Set done")
        case Press.START_NOW:
            return QCoreApplication.translate("Press", "Start now")
        case Press.START_SOON:
            pattern = QCoreApplication.translate("Press", "Start in {seconds} s")
            return pattern.format(seconds=seconds)
        case Press.PAUSE:
            return QCoreApplication.translate("Press", "Pause")
        case Press.RESUME:
            return QCoreApplication.translate("Press", "Resume")
        case Press.DONE:
            return QCoreApplication.translate("Press", "Done")
        case _:
            assert_never(press)


def voice_switch_words(*, on: bool) -> str:
    """Return that the voice has been switched on, or off."""
    if on:
        return QCoreApplication.translate("Dose", "Voice on")
    return QCoreApplication.translate("Dose", "Voice off")


def mute_words(*, muted: bool) -> str:
    """Return that all sound has been switched off, or on."""
    if muted:
        return QCoreApplication.translate("Dose", "Sound off")
    return QCoreApplication.translate("Dose", "Sound on")


def block_times_rounds(name: str, rounds: int) -> str:
    """Return a block's label over the timeline: its name times its rounds, 1 unsaid."""
    if rounds == 1:
        return name
    # A multiplication sign, as it is printed.
    pattern = QCoreApplication.translate("Block", "{name} × {rounds}")
    return pattern.format(name=name, rounds=rounds)


def round_of(number: int, rounds: int) -> str:
    """Return which round it is: `Round 2 of 3`; "" if there is only one."""
    if rounds == 1:
        return ""
    pattern = QCoreApplication.translate("Block", "Round {number} of {rounds}")
    return pattern.format(number=number, rounds=rounds)


def next_up() -> str:
    """Return the words above the exercise that a rest leads to."""
    return QCoreApplication.translate("Stage", "Next up")


def time_left() -> str:
    """Return the pattern of the time left, around `{time}`."""
    return QCoreApplication.translate("Stage", "{time} left")


def ends() -> str:
    """Return the pattern of the finish time, around `{time}`."""
    return QCoreApplication.translate("Stage", "Ends {time}")


def left_of_set() -> str:
    """Return the words below the time of a paused set."""
    return QCoreApplication.translate("Stage", "left of this set")


def lead_in(seconds: int) -> str:
    """Return the words for a lead-in of `seconds` after RESUME."""
    if seconds == 1:
        return QCoreApplication.translate("Stage", "Resume gives you 1 second to get set.")
    pattern = QCoreApplication.translate("Stage", "Resume gives you {seconds} seconds to get set.")
    return pattern.format(seconds=seconds)


def paused_for() -> str:
    """Return the words above the length of a pause."""
    return QCoreApplication.translate("Stage", "paused for")


def why_words(why: PauseReason) -> str:
    """Return why the session is paused; "" if the athlete asked for it."""
    match why:
        case PauseReason.ASKED:
            return ""
        case PauseReason.FORGOTTEN:
            return QCoreApplication.translate("Stage", "Set left alone")
        case PauseReason.SLEPT:
            return QCoreApplication.translate("Stage", "The laptop slept")
        case _:
            assert_never(why)


def waits_in(kind: StepKind, *, overtime: bool) -> str:
    """Return the pattern of what is left of a paused step of `kind`, around `{time}`.

    It avoids the word left, which is a side here.
    """
    if overtime:
        return QCoreApplication.translate("Stage", "+{time} over")
    if kind is StepKind.REST:
        return QCoreApplication.translate("Stage", "{time} of rest")
    return QCoreApplication.translate("Stage", "{time} to go")


def back_words(kind: StepKind) -> str:
    """Return what BACK does while a step of `kind` is paused."""
    match kind:
        case StepKind.WORK:
            return QCoreApplication.translate("Stage", "Set again")
        case StepKind.REST:
            return QCoreApplication.translate("Stage", "Last set")
        case StepKind.PREPARE:
            return QCoreApplication.translate("Stage", "Again")
        case _:
            assert_never(kind)


def skip_words(kind: StepKind) -> str:
    """Return what SKIP does while a step of `kind` is paused."""
    match kind:
        case StepKind.WORK:
            return QCoreApplication.translate("Stage", "Skip set")
        case StepKind.REST:
            return QCoreApplication.translate("Stage", "Skip rest")
        case StepKind.PREPARE:
            return QCoreApplication.translate("Stage", "First set")
        case _:
            assert_never(kind)


def end_workout() -> str:
    """Return what Esc leads to while paused."""
    return QCoreApplication.translate("Stage", "End")


def end_question() -> str:
    """Return the question before a workout is ended."""
    return QCoreApplication.translate("Stage", "End the workout?")


def end_and_save() -> str:
    """Return the answer that ends the workout."""
    return QCoreApplication.translate("Stage", "End and save")


def not_yet() -> str:
    """Return the answer that keeps the workout, paused."""
    return QCoreApplication.translate("Stage", "Not yet")


def outcome_words(outcome: SetOutcome) -> str:
    """Return what a press has just made of a set."""
    match outcome:
        case SetOutcome.DONE:
            return QCoreApplication.translate("Stage", "Set done")
        case SetOutcome.SKIPPED:
            return QCoreApplication.translate("Stage", "Set skipped")
        case _:
            assert_never(outcome)


def undo() -> str:
    """Return the pattern for how to undo a press, around the keycap `{key}`."""
    return QCoreApplication.translate("Stage", "{key} to undo")


def elsewhere() -> str:
    """Return the warning that the keys go to another window."""
    return QCoreApplication.translate("Stage", "Keys go to another window: click here")


def space_key() -> str:
    """Return the label of the space bar."""
    return QCoreApplication.translate("Key", "SPACE")


def back_key() -> str:
    """Return the label of the key that goes back."""
    return QCoreApplication.translate("Key", "BACK")


def escape_key() -> str:
    """Return the label of the escape key."""
    return QCoreApplication.translate("Key", "Esc")


def more_key() -> str:
    """Return what the key that lengthens a timed step adds, in seconds."""
    return QCoreApplication.translate("Key", "+15")


def less_key() -> str:
    """Return what the key that shortens a timed step takes, in seconds."""
    # A minus sign, as wide as the plus.
    return QCoreApplication.translate("Key", "−15")
