"""The words that the voice says: every sentence as translated text."""

from PySide6.QtCore import QCoreApplication

from matside.core.speech.sentences import Sentence, SentenceKind
from matside.core.workout.model import Exercise, Level, Reps, Side, Sides, Weight, text_for


def spoken(sentence: Sentence) -> str:
    """Return `sentence` as it is said."""
    match sentence:
        case Sentence(SentenceKind.GET_READY):
            return QCoreApplication.translate("Voice", "Get ready.")
        case Sentence(SentenceKind.REST):
            return QCoreApplication.translate("Voice", "Rest.")
        case Sentence(SentenceKind.HALF_WAY):
            return QCoreApplication.translate("Voice", "Half-way.")
        case Sentence(SentenceKind.TEN_SECONDS):
            return QCoreApplication.translate("Voice", "Ten seconds.")
        case Sentence(SentenceKind.COUNT):
            return QCoreApplication.translate("Voice", "{number}.").format(number=sentence.number)
        case Sentence(exercise=Exercise() as exercise):
            return _spoken_of(sentence, exercise)
        case _:
            return QCoreApplication.translate("Voice", "Workout done.")


def sample() -> str:
    """Return the sample sentence of the voice."""
    return QCoreApplication.translate("Voice", "Rest. Next: chest fly.")


def _spoken_of(sentence: Sentence, exercise: Exercise) -> str:
    match sentence.line, sentence.side, exercise:
        case SentenceKind.SIDE, Side() as side, _:
            return side_words(side, exercise.part)
        case SentenceKind.WEIGHT, _, Exercise(weight=Weight() as weight):
            return weight_words(weight)
        case SentenceKind.DOSE, _, Exercise(dose=Reps() as dose):
            return _dose_words(dose, exercise.sides)
        case SentenceKind.POSITION, _, _:
            return _ended(exercise.position)
        case SentenceKind.CUE, side, _:
            return _ended(text_for(exercise.cues[sentence.number - 1], side))
        case SentenceKind.FIX, side, _:
            return _ended(text_for(exercise.fix, side))
        case line, _, _:
            return _name_pattern(line).format(name=exercise.name)


def _name_pattern(line: SentenceKind) -> str:
    match line:
        case SentenceKind.FIRST:
            return QCoreApplication.translate("Voice", "First: {name}.")
        case SentenceKind.NEXT:
            return QCoreApplication.translate("Voice", "Next: {name}.")
        case SentenceKind.SOON:
            return QCoreApplication.translate("Voice", "{name} in ten seconds.")
        case _:
            return QCoreApplication.translate("Voice", "{name}.")


def side_words(side: Side, part: str) -> str:
    """Return the side by the part of the body it speaks of: `Left arm.`."""
    if side is Side.LEFT:
        if not part:
            return QCoreApplication.translate("Voice", "Left side.")
        return QCoreApplication.translate("Voice", "Left {part}.").format(part=part)
    if not part:
        return QCoreApplication.translate("Voice", "Right side.")
    return QCoreApplication.translate("Voice", "Right {part}.").format(part=part)


def weight_words(weight: Weight) -> str:
    """Return what to fetch."""
    match weight:
        case Weight(Level.LIGHT, 1):
            return QCoreApplication.translate("Voice", "One light dumbbell.")
        case Weight(Level.MEDIUM, 1):
            return QCoreApplication.translate("Voice", "One medium dumbbell.")
        case Weight(Level.LIGHT, _):
            return QCoreApplication.translate("Voice", "Two light dumbbells.")
        case _:
            return QCoreApplication.translate("Voice", "Two medium dumbbells.")


def _dose_words(dose: Reps, sides: Sides) -> str:
    count = dose.count
    if sides is Sides.ALTERNATING:
        pattern = (
            QCoreApplication.translate("Voice", "1 rep each side, in turn.")
            if count == 1
            else QCoreApplication.translate("Voice", "{count} reps each side, in turn.")
        )
    elif count == 1:
        pattern = QCoreApplication.translate("Voice", "1 rep.")
    else:
        pattern = QCoreApplication.translate("Voice", "{count} reps.")
    return pattern.format(count=count)


def _ended(text: str) -> str:
    """Return `text` with a full stop, so that a voice ends the sentence."""
    return text if text.rstrip().endswith((".", "!", "?")) else f"{text.rstrip()}."
