"""The colours of figures, for the dark and the light theme."""

from collections.abc import Mapping
from dataclasses import dataclass

from matside.figure.tubes import Material

TONES = 48
"""How many steps of light a material has."""

GLOWS = 14
"""How many steps a glow has."""

HAZES = 5
"""How many steps of haze there are between what is near and what is far."""

Colour = tuple[int, int, int]


def rgb(text: str) -> Colour:
    """Return the colour that `text` writes as #RRGGBB."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def mixed(a: Colour, b: Colour, share: float) -> Colour:
    """Return the colour `share` of the way from `a` to `b`."""
    red, green, blue = (round(p + (q - p) * share) for p, q in zip(a, b, strict=True))
    return red, green, blue


BETWEEN = 0.6
"""How light it is where a material has the middle one of its colours, from 0 to 1."""

_Ramp = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of figures in one theme: of each material in shade, between and in light.

    `outline` borders what is light, and `edge` what is dark already. `haze` is what lies between
    who looks and what is far.
    """

    ramps: Mapping[Material, _Ramp]
    outline: Colour
    haze: Colour
    glow: Colour
    mat: Colour
    mat_edge: Colour
    floor: Colour
    shadow: float

    def colour(self, material: Material, tone: int, glow: int, haze: int) -> Colour:
        """Return the colour of `material` in so many steps of light, of glow and of haze."""
        share = max(0.0, min(1.0, (tone / TONES - 0.12) / 0.86))
        colour = _shaded(self.ramps[material], share)
        if glow:
            warm = mixed(mixed(self.glow, (0, 0, 0), 0.30), self.glow, min(1.0, 0.25 + share))
            colour = mixed(colour, warm, 0.94 * glow / GLOWS)
        return mixed(colour, self.haze, 0.055 * haze)


def _shaded(ramp: _Ramp, share: float) -> Colour:
    dark, middle, light = map(rgb, ramp)
    if share < BETWEEN:
        return mixed(dark, middle, share / BETWEEN)
    return mixed(middle, light, (share - BETWEEN) / (1 - BETWEEN))


DARK = Palette(
    {
        Material.SKIN: ("#5F6678", "#BBC2D0", "#F5F6FA"),
        Material.SHIRT: ("#1B4454", "#3A8199", "#79C0D2"),
        Material.SHORTS: ("#28324A", "#4D5F89", "#8499C4"),
        Material.HAIR: ("#3B2F2B", "#77604F", "#B59A80"),
        Material.SHOE: ("#4A5263", "#8C97AB", "#D2D9E4"),
        Material.IRON: ("#2B313B", "#5C6675", "#A5B0C0"),
        Material.HANDLE: ("#5B6470", "#A9B2BF", "#E8ECF2"),
    },
    outline=rgb("#232935"),
    haze=rgb("#20252E"),
    glow=rgb("#FF6A26"),
    mat=rgb("#23535B"),
    mat_edge=rgb("#183C43"),
    floor=rgb("#39424F"),
    shadow=0.62,
)

LIGHT = Palette(
    {
        Material.SKIN: ("#77809A", "#CBD1DE", "#FFFFFF"),
        Material.SHIRT: ("#15526B", "#2D88A5", "#6FC0D4"),
        Material.SHORTS: ("#18233D", "#33456F", "#667CAB"),
        Material.HAIR: ("#251C19", "#54423A", "#927968"),
        Material.SHOE: ("#465066", "#7D8AA2", "#C3CCDA"),
        Material.IRON: ("#1C212A", "#49525F", "#8A95A5"),
        Material.HANDLE: ("#4B5460", "#9AA4B1", "#E1E6ED"),
    },
    outline=rgb("#3C4659"),
    haze=rgb("#DDE3EB"),
    glow=rgb("#FF5A14"),
    mat=rgb("#8CC3CA"),
    mat_edge=rgb("#6AA5AD"),
    floor=rgb("#C9D1DB"),
    shadow=0.34,
)
