"""Blocks with a clock in words: every minute, as many rounds as possible, and how far they are."""

from collections.abc import Callable
from typing import assert_never

from matside.core.durations import MINUTE, SECOND, clock
from matside.core.workout.model import Block, BlockClock, Every, Within
from matside.ui.words.dose_words import seconds_words
from matside.ui.words.start_words import rounds_words
from matside.ui.words.translation import translate

_MINUTE = MINUTE // SECOND


def clock_words(block_clock: BlockClock) -> str:
    """Return what a block does by its clock: `Every minute`, or `All you can in 10:00`."""
    return _clock_words(block_clock, clock)


def spoken_clock(block_clock: BlockClock) -> str:
    """Return the same as it is read aloud: digits would be taken for a time of day."""
    return _clock_words(block_clock, _length_words)


def _clock_words(block_clock: BlockClock, length_words: Callable[[int], str]) -> str:
    match block_clock:
        case Every() as every if every.is_minute:
            return translate("Clock", "Every minute")
        case Every(seconds):
            pattern = translate("Clock", "Every {time}")
        case Within(seconds):
            pattern = translate("Clock", "All you can in {time}")
        case _:
            assert_never(block_clock)
    return pattern.format(time=length_words(seconds))


def _length_words(seconds: int) -> str:
    """Return a length in words: `12 minutes`, `90 seconds`."""
    minutes, rest = divmod(seconds, _MINUTE)
    if rest:
        return seconds_words(seconds)
    if minutes == 1:
        return translate("Clock", "1 minute")
    return translate("Clock", "{minutes} minutes").format(minutes=minutes)


def rounds_of_block(block: Block) -> str:
    """Return how often a block is done: `3 rounds`, every minute, or all that one can."""
    match block.clock:
        case None:
            return rounds_words(block.rounds)
        case Every():
            pattern = translate("Clock", "{rounds}, {every}")
            every = clock_words(block.clock)
            every = every[:1].lower() + every[1:]
            return pattern.format(rounds=rounds_words(block.rounds), every=every)
        case Within():
            return clock_words(block.clock)
        case _:
            assert_never(block.clock)


def rounds_done(done: int) -> str:
    """Return how many rounds are done: `3 rounds done`."""
    if done == 1:
        return translate("Clock", "1 round done")
    return translate("Clock", "{rounds} rounds done").format(rounds=done)


def minute_of(number: int, total: int, every: Every) -> str:
    """Return which minute of a block it is: `Minute 4 of 10`; other lengths are sets."""
    pattern = (
        translate("Clock", "Minute {number} of {total}")
        if every.is_minute
        else translate("Clock", "Set {number} of {total}")
    )
    return pattern.format(number=number, total=total)


def until_next(number: int, total: int | None, block_clock: BlockClock) -> tuple[str, ...]:
    """Return the words before what is left of minute `number`, and in short: `Minute 5 in`.

    Behind the last one, and in a block for a time, whose `total` is None, nothing comes.
    """
    if not isinstance(block_clock, Every) or total is None or number >= total:
        return (translate("Clock", "Ends in"),)
    pattern = (
        translate("Clock", "Minute {number} in")
        if block_clock.is_minute
        else translate("Clock", "Set {number} in")
    )
    return pattern.format(number=number + 1), translate("Clock", "Next in")


def open_round(number: int) -> str:
    """Return the round of a block whose rounds nobody has counted: `Round 4`."""
    return translate("Clock", "Round {number}").format(number=number)


def rounds_before(rounds: int) -> str:
    """Return how many rounds were done the last time: `Last time 6 rounds`."""
    pattern = translate("Clock", "Last time {rounds}")
    return pattern.format(rounds=rounds_words(rounds))


def rounds_word(done: int) -> str:
    """Return the word beside the number of rounds that are done."""
    if done == 1:
        return translate("Clock", "round")
    return translate("Clock", "rounds")


def of_sets(number: int, total: int) -> str:
    """Return which set of its round it is: `2 of 3`."""
    pattern = translate("Clock", "{number} of {total}")
    return pattern.format(number=number, total=total)
