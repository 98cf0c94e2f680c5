"""The words for what each act does, and for why a key cannot be chosen for it."""

from PySide6.QtCore import QCoreApplication

from matside.core.keymap import Act, KeyRefusal, Reason
from matside.ui.keyboard.key_faces import key_name


def act_words(act: Act) -> str:
    """Return what a key of `act` does."""
    words = {
        Act.PRESS: QCoreApplication.translate("Act", "Start, set done, pause"),
        Act.PAUSE_OR_RESUME: QCoreApplication.translate("Act", "Pause or resume"),
        Act.PAUSE: QCoreApplication.translate("Act", "Pause only"),
        Act.RESUME: QCoreApplication.translate("Act", "Resume only"),
        Act.NEXT: QCoreApplication.translate("Act", "Next"),
        Act.BACK: QCoreApplication.translate("Act", "Go back"),
        Act.SKIP: QCoreApplication.translate("Act", "Skip"),
        Act.MORE: QCoreApplication.translate("Act", "15 s more"),
        Act.LESS: QCoreApplication.translate("Act", "15 s less"),
        Act.PACE: QCoreApplication.translate("Act", "Rep pace"),
        Act.FASTER: QCoreApplication.translate("Act", "Faster reps"),
        Act.SLOWER: QCoreApplication.translate("Act", "Slower reps"),
        Act.AGAIN: QCoreApplication.translate("Act", "Say it again"),
        Act.VOICE: QCoreApplication.translate("Act", "Voice"),
        Act.MUTE: QCoreApplication.translate("Act", "Mute"),
        Act.FULL_SCREEN: QCoreApplication.translate("Act", "Full screen"),
        Act.KEYS: QCoreApplication.translate("Act", "All keys"),
        Act.SETTINGS: QCoreApplication.translate("Act", "Settings"),
        Act.ESCAPE: QCoreApplication.translate("Act", "Leave, or end the workout"),
        Act.ASK: QCoreApplication.translate("Act", "Ask whether to end"),
        Act.END: QCoreApplication.translate("Act", "End and save, once asked"),
        Act.QUIT: QCoreApplication.translate("Act", "Quit"),
    }
    return words[act]


def refusal_words(refusal: KeyRefusal) -> str:
    """Return why the choice was refused."""
    match refusal:
        case KeyRefusal(Reason.TAKEN, key, Act() as holder):
            pattern = QCoreApplication.translate(
                "Act", "{key} is already “{act}”: take it away there first."
            )
            return pattern.format(key=key_name(key), act=act_words(holder))
        case KeyRefusal(Reason.LAST, key, Act() as holder):
            pattern = QCoreApplication.translate(
                "Act", "{key} stays: “{act}” must not be left without it."
            )
            return pattern.format(key=key_name(key), act=act_words(holder))
        case KeyRefusal(key=key):
            pattern = QCoreApplication.translate(
                "Act", "{key} cannot be chosen: pages need it to type and to go about."
            )
            return pattern.format(key=key_name(key))
