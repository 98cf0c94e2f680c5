"""What the desktop shows of a session beside its own media keys."""

from matside.core.ports.media import Track
from matside.core.session.reading import Reading
from matside.core.workout.steps import Work
from matside.ui.words import dose_words, screen_words
from matside.ui.words.translation import translate


def track_of(reading: Reading, workout: str, length: int) -> Track:
    """Return the step of `reading` as a track of `length` ms on the album of its block."""
    block = reading.shown.block
    round_words = screen_words.round_of(reading.shown.key.round, block.rounds)
    return Track(
        place=reading.place,
        title=_title(reading),
        artist=workout,
        album=", ".join(part for part in (block.name, round_words) if part),
        length=length,
    )


def _title(reading: Reading) -> str:
    """Return the exercise, with its side; before it, that it comes next."""
    exercise, side = reading.shown.exercise, reading.shown.side
    name = exercise.name
    if side is not None:
        pattern = translate("Media", "{exercise}, {side} {part}")
        name = pattern.format(
            exercise=name, side=dose_words.side_word(side).lower(), part=exercise.part
        ).rstrip()
    if isinstance(reading.step, Work):
        return name
    pattern = translate("Media", "{next}: {exercise}")
    return pattern.format(next=screen_words.next_up(), exercise=name)
