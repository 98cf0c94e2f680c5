"""The settings, their defaults and their ranges."""

from dataclasses import fields

import pytest

from matside.core.keymap import Act
from matside.core.settings import RANGES, Range, Settings, ThemeChoice


def test_six_lengths_have_the_defaults_of_the_rules() -> None:
    """Get ready 10, switch sides 5, exercises 10, rounds 20, blocks 45, resume 5; no wait."""
    lengths = Settings()

    assert (10, 5, 10, 20, 45, 5, False) == (
        lengths.get_ready,
        lengths.switch_sides,
        lengths.between_exercises,
        lengths.between_rounds,
        lengths.between_blocks,
        lengths.resume,
        lengths.wait,
    )


@pytest.mark.parametrize(
    "name",
    [
        "get_ready",
        "switch_sides",
        "between_exercises",
        "between_rounds",
        "between_blocks",
        "resume",
    ],
)
def test_lengths_go_from_0_to_600(name: str) -> None:
    """Every one of the six may be 0 and 600 s, and no more."""
    assert Range(0, 600) == RANGES[name]


def test_every_whole_number_has_a_range_that_holds_its_default() -> None:
    """No setting that is a number goes unchecked, and no default is out of range."""
    numbers = {
        field.name: getattr(Settings(), field.name)
        for field in fields(Settings)
        if type(getattr(Settings(), field.name)) is int
    }

    assert set(RANGES) == set(numbers)
    assert all(RANGES[name].holds(value) for name, value in numbers.items())


@pytest.mark.parametrize(
    ("value", "holds", "nearest"),
    [(0, False, 1), (1, True, 1), (50, True, 50), (99, True, 99), (100, False, 99)],
)
def test_range_includes_both_ends(value: int, *, holds: bool, nearest: int) -> None:
    """A range knows what lies in it, and what of it is nearest to the rest."""
    assert (holds, nearest) == (Range(1, 99).holds(value), Range(1, 99).nearest(value))


@pytest.mark.parametrize(
    ("flash", "still", "floods"),
    [(True, False, True), (True, True, False), (False, False, False), (False, True, False)],
)
def test_steps_flood_where_flashes_are_wanted_and_motion_is(
    *, flash: bool, still: bool, floods: bool
) -> None:
    """Reduced motion takes the flash away as well, and leaves the choice as it was."""
    assert floods is Settings(flash_on_change=flash, reduce_motion=still).floods


def test_theme_and_motion_have_their_defaults() -> None:
    """The desktop's theme, with a flash at a change and everything moving."""
    settings = Settings()

    assert (ThemeChoice.SYSTEM, True, False) == (
        settings.theme,
        settings.flash_on_change,
        settings.reduce_motion,
    )


@pytest.mark.parametrize(
    ("flash", "still", "lights"),
    [(True, False, True), (True, True, False), (False, False, False)],
)
def test_the_frame_lights_up_where_that_is_wanted_and_motion_is(
    *, flash: bool, still: bool, lights: bool
) -> None:
    """It comes off, and reduced motion takes it away as it does the flash of a change."""
    assert lights is Settings(flash_with_chimes=flash, reduce_motion=still).lights_frame
    assert not Settings().lights_frame


def test_speakers_and_media_keys_are_left_alone_as_they_come() -> None:
    """On time, nothing woken, and the media keys the music player's."""
    settings = Settings()

    assert (0, False, False) == (
        settings.sound_offset,
        settings.wake_speaker,
        settings.media_keys,
    )


def test_chosen_keys_are_those_of_the_keymap() -> None:
    """The settings hold what was changed, and the keymap adds the rest."""
    keymap = Settings(keys={Act.MUTE: ("B",)}).keymap

    assert (("B",), ("Right",)) == (keymap.of(Act.MUTE), keymap.of(Act.SKIP))


def test_only_an_engine_speaks_at_a_chosen_rate() -> None:
    """The recorded voice has the rate at which it was recorded."""
    assert Settings(as_recorded=True, voice_rate=200).chosen_voice_rate is None
    assert 200 == Settings(as_recorded=False, voice_rate=200).chosen_voice_rate
