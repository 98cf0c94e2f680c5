"""What the welcome says, sentence by sentence."""

from matside.core.session.looks import Press
from matside.ui.words.start_words import safety_line
from matside.ui.words.texts import press_words
from matside.ui.words.translation import translate


def meanings() -> tuple[tuple[str, str], ...]:
    """Return the situations in which Space is pressed, each with its effect."""
    return (
        (
            translate("Welcome", "In a counted set"),
            press_words(Press.SET_DONE),
        ),
        (translate("Welcome", "In a hold"), press_words(Press.PAUSE)),
        (translate("Welcome", "In a rest"), press_words(Press.START_NOW)),
        (translate("Welcome", "Paused"), press_words(Press.RESUME)),
    )


def volume_words(volume: int) -> str:
    """Return how loud the chimes are, in percent, and how loud they should be."""
    pattern = translate("Welcome", "{volume} %: loud enough on the mat?")
    return pattern.format(volume=volume)


def about_the_laptop() -> tuple[str, ...]:
    """Return where to place the laptop."""
    return (
        translate("Welcome", "Beside the mat, its screen towards you, its keys within reach."),
        translate("Welcome", "You read it from three metres away."),
        translate("Welcome", "Lid open, plugged in."),
    )


def about_the_body() -> tuple[str, ...]:
    """Return the advice for beginners."""
    return (
        translate("Welcome", "Chimes tell every change: you may close your eyes."),
        safety_line(),
        translate(
            "Start", "In doubt, ask your doctor: Matside keeps time and is not medical advice."
        ),
    )
