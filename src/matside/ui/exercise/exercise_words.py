"""The words of the page of an exercise."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from matside.core.workout.model import Advice, Exercise, text_for
from matside.ui.words.set_texts import weight_words
from matside.ui.words.start_words import dose_on_card


def place_words(place: int, count: int) -> str:
    """Return which of `count` exercises of a block is shown; `place` is from 0."""
    words = QCoreApplication.translate("Exercise", "{place} of {count}")
    return words.format(place=place + 1, count=count)


def summary(exercise: Exercise, advice: Advice) -> str:
    """Return dose, weight, position and tempo in one line, what matters most first."""
    weight = exercise.weight
    parts = (
        dose_on_card(exercise),
        "" if weight is None else weight_words(weight),
        text_for(exercise.position, exercise.order_of_sides[0]),
        advice.tempo,
    )
    return "  ·  ".join(part for part in parts if part)


def cue_texts(exercise: Exercise) -> tuple[str, ...]:
    """Return the cues, worded for the side that comes first."""
    side = exercise.order_of_sides[0]
    return tuple(text_for(cue, side) for cue in exercise.cues)


def sections(exercise: Exercise, advice: Advice) -> Iterator[tuple[str, str]]:
    """Yield each heading with its text, if it has one."""
    side = exercise.order_of_sides[0]
    for heading, text in (
        (QCoreApplication.translate("Exercise", "Mind"), text_for(exercise.fix, side)),
        (QCoreApplication.translate("Exercise", "Easier"), text_for(advice.easier, side)),
        (QCoreApplication.translate("Exercise", "Harder"), text_for(advice.harder, side)),
        (QCoreApplication.translate("Exercise", "Muscles"), text_for(advice.muscles, side)),
    ):
        if text:
            yield heading, text
