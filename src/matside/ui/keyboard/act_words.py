"""The words for what each act does, and for why a key cannot be chosen for it."""

from matside.core.keymap import Act, KeyRefusal, Reason
from matside.ui.keyboard.key_faces import key_name
from matside.ui.words.translation import translate


def act_words(act: Act) -> str:
    """Return what a key of `act` does."""
    words = {
        Act.PRESS: translate("Act", "Start, set done, pause"),
        Act.PAUSE_OR_RESUME: translate("Act", "Pause or resume"),
        Act.PAUSE: translate("Act", "Pause only"),
        Act.RESUME: translate("Act", "Resume only"),
        Act.NEXT: translate("Act", "Next, set done"),
        Act.BACK: translate("Act", "Go back"),
        Act.SKIP: translate("Act", "Skip, set not done"),
        Act.MORE: translate("Act", "15 s more"),
        Act.LESS: translate("Act", "15 s less"),
        Act.PACE: translate("Act", "Rep pace"),
        Act.FASTER: translate("Act", "Faster, or fewer reps"),
        Act.SLOWER: translate("Act", "Slower, or more reps"),
        Act.HEAVIER: translate("Act", "Last set heavier"),
        Act.LIGHTER: translate("Act", "Last set lighter"),
        Act.AGAIN: translate("Act", "Say it again"),
        Act.VOICE: translate("Act", "Voice"),
        Act.MUTE: translate("Act", "Mute"),
        Act.FULL_SCREEN: translate("Act", "Full screen"),
        Act.MINI: translate("Act", "Mini view"),
        Act.KEYS: translate("Act", "All keys"),
        Act.SETTINGS: translate("Act", "Settings"),
        Act.EXERCISES: translate("Act", "Exercises, one by one"),
        Act.ABOUT: translate("Act", "About Matside"),
        Act.HISTORY: translate("Act", "History"),
        Act.EXPORT: translate("Act", "Export the session"),
        Act.ESCAPE: translate("Act", "Leave, or end the workout"),
        Act.ASK: translate("Act", "Ask whether to end"),
        Act.END: translate("Act", "End and save, once asked"),
        Act.QUIT: translate("Act", "Quit"),
    }
    return words[act]


def refusal_words(refusal: KeyRefusal) -> str:
    """Return why the choice was refused."""
    match refusal:
        case KeyRefusal(Reason.TAKEN, key, Act() as holder):
            pattern = translate("Act", "{key} is already “{act}”: take it away there first.")
            return pattern.format(key=key_name(key), act=act_words(holder))
        case KeyRefusal(Reason.LAST, key, Act() as holder):
            pattern = translate("Act", "{key} stays: “{act}” must not be left without it.")
            return pattern.format(key=key_name(key), act=act_words(holder))
        case KeyRefusal(key=key):
            pattern = translate(
                "Act", "{key} cannot be chosen: pages need it to type and to go about."
            )
            return pattern.format(key=key_name(key))
