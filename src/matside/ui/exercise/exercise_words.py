"""The words of the page of an exercise."""

from collections.abc import Iterator

from matside.core.history.last_time import Proposal
from matside.core.workout.model import Advice, Exercise, text_for
from matside.ui.words.start_words import dose_on_card
from matside.ui.words.translation import translate
from matside.ui.words.weight_words import load_words, weight_words


def place_words(place: int, count: int) -> str:
    """Return which of `count` exercises is shown; `place` is from 0."""
    words = translate("Exercise", "{place} of {count}")
    return words.format(place=place + 1, count=count)


def summary(exercise: Exercise) -> str:
    """Return dose, weight, position and tempo in one line, what matters most first."""
    weight = exercise.weight
    parts = (
        dose_on_card(exercise),
        "" if weight is None else weight_words(weight),
        text_for(exercise.position, exercise.order_of_sides[0]),
        exercise.tempo,
    )
    return "  ·  ".join(part for part in parts if part)


def cue_texts(exercise: Exercise) -> tuple[str, ...]:
    """Return the cues, worded for the side that comes first."""
    side = exercise.order_of_sides[0]
    return tuple(text_for(cue, side) for cue in exercise.cues)


def proposal_words(proposal: Proposal) -> str:
    """Return what to try next, in one sentence."""
    if proposal.load is not None:
        pattern = translate("Exercise", "{reps} reps three sessions in a row: try {load}.")
        return pattern.format(reps=proposal.reps, load=load_words(proposal.load))
    if proposal.is_weighted:
        pattern = translate("Exercise", "{reps} reps three sessions in a row: try more weight.")
        return pattern.format(reps=proposal.reps)
    pattern = translate("Exercise", "{reps} reps three sessions in a row: try {more}.")
    return pattern.format(reps=proposal.reps, more=proposal.reps + 1)


def sections(
    exercise: Exercise, advice: Advice, proposal: Proposal | None = None
) -> Iterator[tuple[str, str]]:
    """Yield each heading with its text, if it has one."""
    side = exercise.order_of_sides[0]
    for heading, text in (
        (translate("Exercise", "Next time"), proposal_words(proposal) if proposal else ""),
        (translate("Exercise", "Mind"), text_for(exercise.fix, side)),
        (translate("Exercise", "Easier"), text_for(advice.easier, side)),
        (translate("Exercise", "Harder"), text_for(advice.harder, side)),
        (translate("Exercise", "Muscles"), text_for(advice.muscles, side)),
    ):
        if text:
            yield heading, text
