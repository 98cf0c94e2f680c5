"""The colours of both themes can be read, and told apart."""

import pytest
from PySide6.QtCore import Qt

from matside.core.session.looks import Look
from matside.core.settings import ThemeChoice
from matside.ui.drawing.theme import DARK, LIGHT, Theme, theme_of
from tests.support.colours import contrast

THEMES = pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
LOOKS = pytest.mark.parametrize("look", list(Look), ids=str)


@THEMES
@LOOKS
def test_black_is_read_on_every_flood(theme: Theme, look: Look) -> None:
    """Black on a flood has 5.4:1 or more, and 7:1 on all but the vermillion of work."""
    least = 5.4 if look is Look.WORK else 7
    assert contrast(theme.ink, theme.tone(look).flood) >= least


@THEMES
@LOOKS
def test_words_are_read_on_every_ground(theme: Theme, look: Look) -> None:
    """Text and its mute twin have 7:1 or more on the ground and on its glow."""
    tone = theme.tone(look)
    grounds = (tone.ground, tone.glow)
    assert min(contrast(theme.text, ground) for ground in grounds) >= 7
    assert min(contrast(theme.mute, ground) for ground in grounds) >= 7


@THEMES
def test_words_are_read_on_strip_plates_and_keys(theme: Theme) -> None:
    """What lies on the strip, a plate, a warning or a keycap has 7:1 or more."""
    pairs = (
        (theme.text, theme.strip),
        (theme.mute, theme.strip),
        (theme.plate_text, theme.plate),
        (theme.warning_text, theme.warning),
        (theme.key_text, theme.key),
        (theme.text, theme.surface2),
    )
    assert [] == [pair for pair in pairs if contrast(*pair) < 7]


@THEMES
def test_words_are_read_on_every_page(theme: Theme) -> None:
    """Text has 7:1 on all grounds of the pages; words for arm's length have 4.5:1 on theirs."""
    grounds = (theme.ground, theme.surface, theme.surface2, theme.strip)
    assert min(contrast(ink, on) for ink in (theme.text, theme.mute) for on in grounds) >= 7
    close = (theme.mute2, theme.rest_text)
    assert min(contrast(ink, on) for ink in close for on in (theme.ground, theme.surface)) >= 4.5


@THEMES
def test_lines_and_bars_are_seen(theme: Theme) -> None:
    """The focus and the timeline stand out by 3:1 or more from what they lie on."""
    pairs = [(theme.focus, on) for on in (theme.ground, theme.surface, theme.surface2)]
    pairs += [(bar, theme.strip) for bar in (theme.done, theme.future, theme.text)]
    pairs += [(theme.future, theme.ground), (theme.bars, theme.surface)]
    assert [] == [pair for pair in pairs if contrast(*pair) < 3]


@THEMES
@pytest.mark.parametrize("look", [Look.WORK, Look.READY, Look.SWITCH, Look.REST], ids=str)
def test_progress_band_is_seen(theme: Theme, look: Look) -> None:
    """The gone part of a progress band stands out from its track by 3:1 or more."""
    assert contrast(theme.fill, theme.tone(look).track) >= 3


def test_floods_are_the_same_in_both_themes() -> None:
    """A look has one colour whatever the theme."""
    assert [DARK.tone(look).flood for look in Look] == [LIGHT.tone(look).flood for look in Look]


def test_looks_of_a_session_differ() -> None:
    """Work, rest, get ready and paused are four colours; switch is as get ready."""
    floods = {look: DARK.tone(look).flood.name() for look in Look}
    assert floods[Look.READY] == floods[Look.SWITCH]
    assert 4 == len({floods[look] for look in (Look.WORK, Look.REST, Look.READY, Look.PAUSED)})


@pytest.mark.parametrize(
    ("choice", "scheme", "theme"),
    [
        (ThemeChoice.SYSTEM, Qt.ColorScheme.Light, LIGHT),
        (ThemeChoice.SYSTEM, Qt.ColorScheme.Dark, DARK),
        (ThemeChoice.SYSTEM, Qt.ColorScheme.Unknown, DARK),
        (ThemeChoice.LIGHT, Qt.ColorScheme.Dark, LIGHT),
        (ThemeChoice.DARK, Qt.ColorScheme.Light, DARK),
    ],
)
def test_the_desktop_decides_where_nothing_was_chosen(
    choice: ThemeChoice, scheme: Qt.ColorScheme, theme: Theme
) -> None:
    """A desktop that says nothing gets the dark theme."""
    assert theme is theme_of(choice, scheme)
