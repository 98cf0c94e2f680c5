"""The words that the voice says: every sentence as translated text."""

from matside.core.speech.sentences import Sentence, SentenceKind
from matside.core.weights import Weight
from matside.core.workout.model import Dose, Exercise, MaxReps, Reps, Side, Sides, text_for
from matside.ui.words.translation import translate
from matside.ui.words.weight_words import heaviness_words, implement_word


def spoken(sentence: Sentence) -> str:
    """Return `sentence` as it is said."""
    match sentence:
        case Sentence(SentenceKind.COUNT):
            return translate("Voice", "{number}.").format(number=sentence.number)
        case Sentence(exercise=Exercise() as exercise):
            return _spoken_of(sentence, exercise)
        case _:
            return _spoken_of_no_exercise(sentence.line)


def _spoken_of_no_exercise(line: SentenceKind) -> str:
    match line:
        case SentenceKind.GET_READY:
            return translate("Voice", "Get ready.")
        case SentenceKind.REST:
            return translate("Voice", "Rest.")
        case SentenceKind.EVERY_MINUTE:
            return translate("Voice", "Every minute.")
        case SentenceKind.ALL_YOU_CAN:
            return translate("Voice", "As many rounds as you can.")
        case SentenceKind.HALF_WAY:
            return translate("Voice", "Half-way.")
        case SentenceKind.TEN_SECONDS:
            return translate("Voice", "Ten seconds.")
        case _:
            return translate("Voice", "Workout done.")


def sample() -> str:
    """Return the sample sentence of the voice."""
    return translate("Voice", "Rest. Next: chest fly.")


def _spoken_of(sentence: Sentence, exercise: Exercise) -> str:
    match sentence.line, sentence.side, exercise:
        case SentenceKind.SIDE, Side() as side, _:
            return side_words(side, exercise.part)
        case SentenceKind.WEIGHT, _, Exercise(weight=Weight() as weight):
            return weight_words(weight)
        case SentenceKind.DOSE, _, _:
            return _dose_words(exercise.dose, exercise.sides)
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
            return translate("Voice", "First: {name}.")
        case SentenceKind.NEXT:
            return translate("Voice", "Next: {name}.")
        case SentenceKind.SOON:
            return translate("Voice", "{name} in ten seconds.")
        case _:
            return translate("Voice", "{name}.")


def side_words(side: Side, part: str) -> str:
    """Return the side by the part of the body it speaks of: `Left arm.`."""
    if side is Side.LEFT:
        if not part:
            return translate("Voice", "Left side.")
        return translate("Voice", "Left {part}.").format(part=part)
    if not part:
        return translate("Voice", "Right side.")
    return translate("Voice", "Right {part}.").format(part=part)


def weight_words(weight: Weight) -> str:
    """Return what to fetch; kilograms are never said."""
    if weight.level is None:
        pattern = (
            translate("Voice", "One {thing}.")
            if weight.count == 1
            else translate("Voice", "Two {thing}.")
        )
    else:
        pattern = (
            translate("Voice", "One {heaviness} {thing}.")
            if weight.count == 1
            else translate("Voice", "Two {heaviness} {thing}.")
        )
    return pattern.format(heaviness=heaviness_words(weight), thing=implement_word(weight))


def _dose_words(dose: Dose, sides: Sides) -> str:
    match dose:
        case Reps():
            return _reps_pattern(dose, sides).format(count=dose.count, most=dose.most)
        case MaxReps():
            return translate("Voice", "As many as you can.")
        case _:
            return translate("Voice", "As long as you can.")


def _reps_pattern(reps: Reps, sides: Sides) -> str:
    match sides is Sides.ALTERNATING, reps:
        case True, Reps(to=int()):
            return translate("Voice", "{count} to {most} reps each side, in turn.")
        case False, Reps(to=int()):
            return translate("Voice", "{count} to {most} reps.")
        case True, Reps(1):
            return translate("Voice", "1 rep each side, in turn.")
        case True, _:
            return translate("Voice", "{count} reps each side, in turn.")
        case False, Reps(1):
            return translate("Voice", "1 rep.")
        case _:
            return translate("Voice", "{count} reps.")


def _ended(text: str) -> str:
    """Return `text` with a full stop, so that a voice ends the sentence."""
    return text if text.rstrip().endswith((".", "!", "?")) else f"{text.rstrip()}."
