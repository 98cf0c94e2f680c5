"""The words on the screens: every meaning of the core as translated text.

Patterns hold names in braces; `str.format` fills them.
"""

from typing import assert_never

from matside.core.session.looks import Look, PauseReason, Press
from matside.core.workout.steps import StepKind
from matside.ui.words.translation import translate


def look_word(look: Look) -> str:
    """Return the word of `look`, in capitals."""
    match look:
        case Look.WORK:
            return translate("Look", "WORK")
        case Look.READY:
            return translate("Look", "GET READY")
        case Look.SWITCH:
            return translate("Look", "SWITCH")
        case Look.REST:
            return translate("Look", "REST")
        case Look.PAUSED:
            return translate("Look", "PAUSED")
        case Look.DONE:
            return translate("Look", "DONE")
        case _:
            assert_never(look)


def press_words(press: Press, to_get_set: str = "") -> str:
    """Return what Space does; some presses leave a time `to_get_set`, as it is written or said."""
    words = {
        Press.START: translate("Press", "Start"),
        Press.SET_DONE: translate("Press", "Set done"),
        Press.START_NOW: translate("Press", "Start now"),
        Press.START_SOON: translate("Press", "Start in {time}"),
        Press.CUT: translate("Press", "Cut to {time}"),
        Press.PAUSE: translate("Press", "Pause"),
        Press.RESUME: translate("Press", "Resume"),
        Press.DONE: translate("Press", "Done"),
    }
    return words[press].format(time=to_get_set)


def voice_switch_words(*, on: bool) -> str:
    """Return that the voice has been switched on, or off."""
    if on:
        return translate("Dose", "Voice on")
    return translate("Dose", "Voice off")


def mute_words(*, muted: bool) -> str:
    """Return that all sound has been switched off, or on."""
    if muted:
        return translate("Dose", "Sound off")
    return translate("Dose", "Sound on")


def block_times_rounds(name: str, rounds: int) -> str:
    """Return a block's label over the timeline: its name times its rounds, 1 unsaid."""
    if rounds == 1:
        return name
    # A multiplication sign, as it is printed.
    pattern = translate("Block", "{name} × {rounds}")
    return pattern.format(name=name, rounds=rounds)


def round_of(number: int, rounds: int) -> str:
    """Return which round it is: `Round 2 of 3`; "" if there is only one."""
    if rounds == 1:
        return ""
    pattern = translate("Block", "Round {number} of {rounds}")
    return pattern.format(number=number, rounds=rounds)


def next_up() -> str:
    """Return the words above the exercise that a rest leads to."""
    return translate("Stage", "Next up")


def time_left() -> str:
    """Return the pattern of the time left, around `{time}`."""
    return translate("Stage", "{time} left")


def ends() -> str:
    """Return the pattern of the finish time, around `{time}`."""
    return translate("Stage", "Ends {time}")


def lead_in(seconds: int) -> str:
    """Return the words for a lead-in of `seconds` after RESUME."""
    pattern = translate("Stage", "Resume gives you {seconds}\u00a0s to get set.")
    return pattern.format(seconds=seconds)


def paused_for() -> str:
    """Return the pattern of the length of a pause, around `{time}`."""
    return translate("Stage", "paused {time}")


def why_words(why: PauseReason) -> str:
    """Return why the session is paused; "" if the athlete asked for it."""
    match why:
        case PauseReason.ASKED:
            return ""
        case PauseReason.FORGOTTEN:
            return translate("Stage", "Set left alone")
        case PauseReason.SLEPT:
            return translate("Stage", "The laptop slept")
        case _:
            assert_never(why)


def waiting_words(kind: StepKind, *, overtime: bool) -> str:
    """Return what stands beside the time that is left of a paused step of `kind`.

    It avoids the word left, which is a side here.
    """
    if overtime:
        return translate("Stage", "over")
    if kind in (StepKind.REST, StepKind.AFTER):
        return translate("Stage", "of rest")
    return translate("Stage", "to go")


def so_far() -> str:
    """Return what stands beside the time of a paused set that counts up."""
    return translate("Stage", "so far")


def back_words(kind: StepKind) -> str:
    """Return what BACK does while a step of `kind` is paused."""
    match kind:
        case StepKind.WORK:
            return translate("Stage", "Set again")
        case StepKind.REST | StepKind.AFTER:
            return translate("Stage", "Last set")
        case StepKind.PREPARE:
            return translate("Stage", "Again")
        case _:
            assert_never(kind)


def skip_words(kind: StepKind) -> str:
    """Return what SKIP does while a step of `kind` is paused."""
    match kind:
        case StepKind.WORK:
            return translate("Stage", "Skip set")
        case StepKind.REST | StepKind.AFTER:
            return translate("Stage", "Skip rest")
        case StepKind.PREPARE:
            return translate("Stage", "First set")
        case _:
            assert_never(kind)


def end_question() -> str:
    """Return the question before a workout is ended."""
    return translate("Stage", "End the workout?")


def end_and_save() -> str:
    """Return the answer that ends the workout."""
    return translate("Stage", "End and save")


def end_answer(*, is_empty: bool) -> str:
    """Return what ends the workout and what is kept of it, which may be nothing."""
    return translate("Stage", "End, nothing to save") if is_empty else end_and_save()


def not_yet() -> str:
    """Return the answer that keeps the workout, paused."""
    return translate("Stage", "Not yet")


def quit_answer() -> str:
    """Return what closing the window does while the question is shown."""
    return translate("Stage", "Quit, go on next time")


def quit_briefly() -> str:
    """Return the same where there is little room."""
    return translate("Stage", "Quit")


def undo_key() -> str:
    """Return the name of the key that brings back what was deleted or put back."""
    return translate("Key", "Ctrl Z")


def undo() -> str:
    """Return the pattern for how to undo a press, around the keycap `{key}`."""
    return translate("Stage", "{key} to undo")


def elsewhere() -> str:
    """Return the warning that the keys go to another window."""
    return translate("Stage", "Keys go to another window: click here")


def space_key() -> str:
    """Return the label of the space bar."""
    return translate("Key", "SPACE")


def back_key() -> str:
    """Return the label of the key that goes back."""
    return translate("Key", "BACK")


def escape_key() -> str:
    """Return the label of the escape key."""
    return translate("Key", "Esc")


def more_key() -> str:
    """Return what the key that lengthens a timed step adds, in seconds."""
    return translate("Key", "+15")


def less_key() -> str:
    """Return what the key that shortens a timed step takes, in seconds."""
    # A minus sign, as wide as the plus.
    return translate("Key", "−15")
