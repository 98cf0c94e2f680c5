"""The colours of the screens, for the dark and the light theme."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from matside.core.session.looks import Look
from matside.core.settings import ThemeChoice
from matside.frozen import frozen
from matside.ui.drawing.ground import DARK_GROUND, LIGHT_GROUND, is_light


@frozen
class Tone:
    """The colours of one look.

    `flood` fills the block, with black text on it; `track` is below the progress band.
    `ground` is behind the header and the figure, `glow` in the middle behind the figure.
    """

    flood: QColor
    track: QColor
    ground: QColor
    glow: QColor


@frozen
class Theme:
    """All colours of one theme.

    `mute2` is for arm's length only, `future` and `bars` are for graphics, `line` is decoration.
    `rest_text` is the blue of rests for text. `fill` is the elapsed part of a progress band.
    `edge` separates the strip from what is above it.
    """

    tones: Mapping[Look, Tone]
    ground: QColor
    strip: QColor
    edge: QColor
    surface: QColor
    surface2: QColor
    text: QColor
    mute: QColor
    mute2: QColor
    rest_text: QColor
    done: QColor
    future: QColor
    bars: QColor
    line: QColor
    focus: QColor
    key: QColor
    key_text: QColor
    fill: QColor
    ink: QColor
    plate: QColor
    plate_text: QColor
    warning: QColor
    warning_text: QColor

    def tone(self, look: Look) -> Tone:
        """Return the colours of `look`."""
        return self.tones[look]


WORK = QColor("#D55E00")
REST = QColor("#56B4E9")
READY = QColor("#F0E442")
PAUSED = QColor("#999999")
DONE = QColor("#F4F6F8")
"""The floods, the same in both themes: Okabe-Ito's best triple, a grey and a near-white."""

BLACK = QColor("#000000")
WHITE = QColor("#FFFFFF")


def _tone(flood: QColor, track: str, ground: str, glow: str) -> Tone:
    return Tone(flood, QColor(track), QColor(ground), QColor(glow))


DARK = Theme(
    tones={
        Look.WORK: _tone(WORK, "#662D00", "#15100D", "#2A211B"),
        Look.REST: _tone(REST, "#295670", "#0A151D", "#192935"),
        Look.READY: _tone(READY, "#736D20", "#17160B", "#29271A"),
        Look.SWITCH: _tone(READY, "#736D20", "#17160B", "#29271A"),
        Look.PAUSED: _tone(PAUSED, "#999999", "#141517", "#25272B"),
        Look.DONE: _tone(DONE, "#F4F6F8", "#0E1116", "#0E1116"),
    },
    ground=DARK_GROUND,
    strip=QColor("#090B0E"),
    edge=QColor("#090B0E"),
    surface=QColor("#171B22"),
    surface2=QColor("#222833"),
    text=QColor("#F4F6F8"),
    mute=QColor("#B4BECA"),
    mute2=QColor("#A3AEBB"),
    rest_text=QColor("#56B4E9"),
    done=QColor("#F4F6F8"),
    future=QColor("#5B6878"),
    bars=QColor("#8FA0B4"),
    line=QColor("#333C49"),
    focus=READY,
    key=QColor("#F4F6F8"),
    key_text=QColor("#0E1116"),
    fill=WHITE,
    ink=BLACK,
    plate=BLACK,
    plate_text=WHITE,
    warning=READY,
    warning_text=BLACK,
)
"""The theme for dim rooms, and the default."""

LIGHT = Theme(
    tones={
        Look.WORK: _tone(WORK, "#A24700", "#FBF3ED", "#FFFFFF"),
        Look.REST: _tone(REST, "#4189B1", "#EEF6FB", "#FFFFFF"),
        Look.READY: _tone(READY, "#B6AD32", "#FBFAE8", "#FFFFFF"),
        Look.SWITCH: _tone(READY, "#B6AD32", "#FBFAE8", "#FFFFFF"),
        Look.PAUSED: _tone(PAUSED, "#999999", "#F0F0F0", "#FFFFFF"),
        Look.DONE: _tone(DONE, "#F4F6F8", "#F3F5F8", "#F3F5F8"),
    },
    ground=LIGHT_GROUND,
    strip=WHITE,
    edge=QColor("#C9D0D9"),
    surface=WHITE,
    surface2=QColor("#E6EAF0"),
    text=QColor("#10141A"),
    mute=QColor("#3E4854"),
    mute2=QColor("#4A5460"),
    rest_text=QColor("#00568A"),
    done=QColor("#3E4854"),
    future=QColor("#808C9A"),
    bars=QColor("#0072B2"),
    line=QColor("#C9D0D9"),
    focus=QColor("#10141A"),
    key=QColor("#10141A"),
    key_text=WHITE,
    fill=BLACK,
    ink=BLACK,
    plate=BLACK,
    plate_text=WHITE,
    warning=READY,
    warning_text=BLACK,
)
"""The theme for bright rooms."""


def theme_of(choice: ThemeChoice, scheme: Qt.ColorScheme) -> Theme:
    """Return the theme of `choice` on a desktop of `scheme`, dark if that is unknown."""
    return LIGHT if is_light(choice, scheme) else DARK
