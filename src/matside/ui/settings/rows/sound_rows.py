"""The rows of sound and voice: volumes, the speed of the voice, and when chimes come."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from matside.core.durations import SECOND
from matside.core.settings import RANGES, VOICE_RATE
from matside.override import override
from matside.ui.drawing.theme import Theme
from matside.ui.settings.rows.setting_rows import PlainRow
from matside.ui.settings.rows.setting_slides import SettingSlide
from matside.ui.words.local_words import decimal
from matside.ui.words.translation import translate

VOLUME_STEP = 5
RATE_STEP = 5
TIMING_STEP = 10

LIT = 150
"""How long a row is lit up, in ms."""

AS_RECORDED = VOICE_RATE.low - RATE_STEP
"""The slider's value for the recorded voice, one step below the slowest rate."""


class VolumeRow(PlainRow):
    """A volume in percent."""

    def __init__(self, parent: QWidget, theme: Theme, name: str) -> None:
        slide = SettingSlide(parent, theme, theme.text, name, most=100)
        slide.setSingleStep(VOLUME_STEP)
        slide.setPageStep(4 * VOLUME_STEP)
        super().__init__(parent, theme, name, slide)

    @property
    @override
    def value_words(self) -> str:
        """The percentage."""
        pattern = translate("Settings", "{percent} %")
        return pattern.format(percent=self.slide.value())


class TimingRow(PlainRow):
    """The offset of the chimes from when they are due, in ms, shown in seconds.

    Once it has settled, the row lights up as a chime is due, and a chime is to be `heard`: where
    both come at the same time, the offset is that of the speaker.
    """

    heard = Signal()
    lit_up = Signal()

    value_caps = 7.6

    def __init__(self, parent: QWidget, theme: Theme, name: str) -> None:
        bounds = RANGES["sound_offset"]
        slide = SettingSlide(parent, theme, theme.text, name, least=bounds.low, most=bounds.high)
        slide.setSingleStep(TIMING_STEP)
        slide.setPageStep(5 * TIMING_STEP)
        super().__init__(parent, theme, name, slide)
        self._heard = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._seen = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._over = QTimer(self, interval=LIT, singleShot=True)
        self._heard.timeout.connect(self.heard)
        self._seen.timeout.connect(lambda: self._light(on=True))
        self._over.timeout.connect(lambda: self._light(on=False))
        self.settled.connect(self.sample)

    def sample(self) -> None:
        """Light up as a chime is due, and signal `heard` as much earlier or later as chosen."""
        offset = self.slide.value()
        self._heard.start(max(0, offset))
        self._seen.start(max(0, -offset))

    def _light(self, *, on: bool) -> None:
        self.lit = on
        self.update()
        if on:
            self._over.start()
            self.lit_up.emit()

    @property
    @override
    def value_words(self) -> str:
        """By how much, and whether early or late."""
        value = self.slide.value()
        if value == 0:
            return translate("Settings", "on time")
        if value < 0:
            pattern = translate("Settings", "{seconds} s early")
        else:
            pattern = translate("Settings", "{seconds} s late")
        return pattern.format(seconds=decimal(abs(value) / SECOND))


class RateRow(PlainRow):
    """The rate of the voice in words a minute; the lowest value is the recorded voice."""

    value_caps = 10.4

    def __init__(self, parent: QWidget, theme: Theme, name: str) -> None:
        slide = SettingSlide(
            parent, theme, theme.text, name, least=AS_RECORDED, most=VOICE_RATE.high
        )
        slide.setSingleStep(RATE_STEP)
        slide.setPageStep(4 * RATE_STEP)
        super().__init__(parent, theme, name, slide)

    @property
    @override
    def value_words(self) -> str:
        """The number of words, or the word for the recorded voice."""
        if self.slide.value() < VOICE_RATE.low:
            return translate("Settings", "as recorded")
        pattern = translate("Settings", "{words} words/min")
        return pattern.format(words=self.slide.value())

    @property
    @override
    def spoken_value(self) -> str:
        """The number of words, in words."""
        if self.slide.value() < VOICE_RATE.low:
            return self.value_words
        pattern = translate("Settings", "{words} words a minute")
        return pattern.format(words=self.slide.value())
