"""What the welcome says, sentence by sentence."""

from PySide6.QtCore import QCoreApplication

from matside.core.session.reading import Press
from matside.ui.words.start_words import no_medical_advice, safety_line
from matside.ui.words.texts import press_words


def meanings() -> tuple[tuple[str, str], ...]:
    """Return the situations in which Space is pressed, each with its effect."""
    return (
        (
            QCoreApplication.translate("Welcome", "In a counted set"),
            press_words(Press.SET_DONE),
        ),
        (QCoreApplication.translate("Welcome", "In a hold"), press_words(Press.PAUSE)),
        (QCoreApplication.translate("Welcome", "In a rest"), press_words(Press.START_NOW)),
        (QCoreApplication.translate("Welcome", "Paused"), press_words(Press.RESUME)),
    )


def holds_end_by_themselves() -> str:
    """Return when Space is not needed."""
    return QCoreApplication.translate(
        "Welcome",
        "Holds and rests end by themselves. The screen always says what SPACE does.",
    )


def about_sound() -> tuple[str, ...]:
    """Return what the chimes are for."""
    return (
        QCoreApplication.translate(
            "Welcome", "Chimes tell every change: you may close your eyes."
        ),
        QCoreApplication.translate("Welcome", "Set the volume so that you hear it on the mat."),
    )


def about_the_laptop() -> tuple[str, ...]:
    """Return where to place the laptop."""
    return (
        QCoreApplication.translate(
            "Welcome", "Beside the mat, its screen towards you, its keys within reach."
        ),
        QCoreApplication.translate("Welcome", "It reads from up to three metres."),
        QCoreApplication.translate("Welcome", "Lid open, plugged in."),
    )


def about_the_body() -> tuple[str, ...]:
    """Return the advice for beginners."""
    return (
        safety_line(),
        no_medical_advice(),
        QCoreApplication.translate(
            "Welcome",
            "The workout for runners follows a published one;"
            " rounds after the warm-up, weights, tempo and rests are ours.",
        ),
    )


def sound_words(volume: int) -> str:
    """Return the volume of the go sound, given in percent, in words."""
    return QCoreApplication.translate("Welcome", "{volume} %").format(volume=volume)
