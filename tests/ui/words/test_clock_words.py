"""Blocks with a clock in words."""

from dataclasses import replace

import pytest

from matside.core.workout.model import BlockClock, Every, Within
from matside.ui.words import clock_words
from tests.support.core_samples import block, counted


@pytest.mark.parametrize(
    ("clock", "shown", "spoken"),
    [
        (Every(60), "Every minute", "Every minute"),
        (Every(90), "Every 1:30", "Every 90 seconds"),
        (Every(120), "Every 2:00", "Every 2 minutes"),
        (Within(600), "All you can in 10:00", "All you can in 10 minutes"),
        (Within(60), "All you can in 1:00", "All you can in 1 minute"),
        (Within(450), "All you can in 7:30", "All you can in 450 seconds"),
    ],
)
def test_clock_says_what_it_asks_for(clock: BlockClock, shown: str, spoken: str) -> None:
    """On the screen in digits, aloud in words that are no time of day."""
    assert shown == clock_words.clock_words(clock)
    assert spoken == clock_words.spoken_clock(clock)


def test_only_a_minute_is_called_one() -> None:
    """A clock of another length counts its sets."""
    assert "Minute 4 of 10" == clock_words.minute_of(4, 10, Every(60))
    assert "Set 4 of 10" == clock_words.minute_of(4, 10, Every(90))


def test_what_a_clock_leads_to_is_named() -> None:
    """The next minute, or set, in long and in short; at last the end."""
    assert ("Minute 5 in", "Next in") == clock_words.until_next(4, 10, Every(60))
    assert ("Set 5 in", "Next in") == clock_words.until_next(4, 10, Every(90))
    assert ("Ends in",) == clock_words.until_next(10, 10, Every(60))
    assert ("Ends in",) == clock_words.until_next(3, None, Within(600))


def test_rounds_are_counted_in_words() -> None:
    """One is no plural."""
    assert ["rounds", "round", "rounds"] == [clock_words.rounds_word(done) for done in range(3)]
    assert "1 round done" == clock_words.rounds_done(1)
    assert "3 rounds done" == clock_words.rounds_done(3)
    assert "Round 4" == clock_words.open_round(4)


def test_card_of_a_block_says_how_often_it_is_done() -> None:
    """Its rounds, every minute, or all that one can in a time."""
    one = block(counted(), rounds=3)

    assert "3 rounds" == clock_words.rounds_of_block(one)
    assert "3 rounds, every minute" == clock_words.rounds_of_block(replace(one, clock=Every(60)))
    assert "All you can in 10:00" == clock_words.rounds_of_block(
        replace(one, rounds=1, clock=Within(600))
    )
