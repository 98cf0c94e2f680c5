"""What the stage shows, in sentences for athletes who cannot see it; without countdowns."""

from matside.core.keymap import USUAL_KEYS, Act, Keymap
from matside.core.session.reading import Reading
from matside.core.workout.model import Dose, Hold, text_for
from matside.core.workout.plan import Work
from matside.ui.keyboard.key_faces import word_of
from matside.ui.words import set_texts, texts


def told(reading: Reading, keymap: Keymap = USUAL_KEYS) -> str:
    """Return the current step, what to do, and what Space (or its key in `keymap`) does."""
    exercise, side = reading.shown.exercise, reading.shown.side
    parts = [texts.look_word(reading.look).capitalize()]
    if reading.pause is not None:
        parts.append(texts.why_words(reading.pause.why))
    if not isinstance(reading.step, Work):
        parts.append(texts.next_up())
    parts.append(exercise.name)
    if side is not None:
        parts.append(f"{set_texts.side_word(side).capitalize()} {exercise.part}".rstrip())
    parts.append(_spoken_dose(exercise.dose))
    if reading.shown.pace is not None:
        parts.append(set_texts.spoken_pace(reading.shown.pace))
    parts.append(set_texts.weight_words(exercise.weight))
    parts.append(text_for(exercise.glance, side).rstrip("."))
    parts.append(
        _key(word_of(keymap, Act.PRESS), texts.press_words(reading.press, reading.resume))
    )
    return ". ".join(part for part in parts if part)


def asked(keymap: Keymap) -> str:
    """Return the question whether to end the workout, with its answers."""
    return " ".join(
        (
            texts.end_question(),
            _key(word_of(keymap, Act.END), texts.end_and_save()) + ".",
            _key(word_of(keymap, Act.PRESS), texts.not_yet()),
        )
    )


def _spoken_dose(dose: Dose) -> str:
    """Return the dose, seconds of a hold in words: speech would read digits as a time of day."""
    if isinstance(dose, Hold):
        return set_texts.seconds_words(dose.seconds)
    return set_texts.dose_words(dose)


def _key(key: str, does: str) -> str:
    return f"{key}: {does}"
