"""What the stage shows, in sentences for those who do not see it; never a second that passes."""

from matside.core.keys import USUAL_KEYS, Act, Keymap
from matside.core.plan import StepKind
from matside.core.reading import Reading
from matside.core.workout import Dose, Hold, text_for
from matside.ui import words
from matside.ui.key_faces import word_of


def told(reading: Reading, keymap: Keymap = USUAL_KEYS) -> str:
    """Return what goes on, what to do and what Space, or its key in `keymap`, does."""
    exercise, side = reading.shown.exercise, reading.shown.side
    assert exercise is not None
    parts = [words.look_word(reading.look).capitalize()]
    if reading.pause is not None:
        parts.append(words.why_words(reading.pause.why))
    if reading.step.kind is not StepKind.WORK:
        parts.append(words.next_up())
    parts.append(exercise.name)
    if side is not None:
        parts.append(f"{words.side_word(side).capitalize()} {exercise.part}".rstrip())
    parts.append(_spoken_dose(exercise.dose))
    if reading.shown.pace is not None:
        parts.append(words.spoken_pace(reading.shown.pace))
    parts.append(words.weight_words(exercise.weight))
    parts.append(text_for(exercise.glance, side).rstrip("."))
    parts.append(
        _key(word_of(keymap, Act.PRESS), words.press_words(reading.press, reading.resume))
    )
    return ". ".join(part for part in parts if part)


def asked(keymap: Keymap) -> str:
    """Return the question before the workout ends, with its answers."""
    return " ".join(
        (
            words.end_question(),
            _key(word_of(keymap, Act.END), words.end_and_save()) + ".",
            _key(word_of(keymap, Act.PRESS), words.not_yet()),
        )
    )


def _spoken_dose(dose: Dose) -> str:
    """Return the dose with a hold's seconds in words: digits would be read as a time of day."""
    if isinstance(dose, Hold):
        return words.seconds_words(dose.seconds)
    return words.dose_words(dose)


def _key(key: str, does: str) -> str:
    return f"{key}: {does}"
