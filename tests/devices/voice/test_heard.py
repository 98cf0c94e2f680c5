"""The voice on a real sound server: at its own volume, and silent when it is hushed."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from matside.devices.sound.clips import Clips
from matside.devices.voice.voice import ClipVoice
from tests.support.sound import Listener, SoundServer

pytestmark = pytest.mark.real_time

PATIENTLY = 30_000
TEXT = "Lie on your back, knees bent, weights above chest."
SHORT = "Weights above chest."


@pytest.fixture
def voice(
    qtbot: QtBot,
    sound_server: SoundServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[ClipVoice]:
    """Give a voice that has its clips and its device."""
    for name, value in sound_server.environ.items():
        monkeypatch.setenv(name, value)
    clips = Clips(time.monotonic_ns)
    made = ClipVoice(tmp_path, clips, 155)
    with qtbot.waitSignals((clips.checked, made.checked), timeout=PATIENTLY):
        made.prepare((TEXT, SHORT))
    yield made
    made.close()
    clips.close()


def hear(listener: Listener, seconds: float) -> list[tuple[float, float, float]]:
    """Return start, end and peak of all that is heard, while Qt works."""
    until = time.monotonic() + seconds

    def is_over() -> bool:
        QApplication.processEvents()
        return time.monotonic() > until

    heard = listener.hear_until(is_over)
    return [(*burst, heard.between(*burst).peak) for burst in heard.bursts(gap=400)]


def test_it_is_heard_at_its_own_volume(voice: ClipVoice, sound_server: SoundServer) -> None:
    """Whole, and at 30 % fainter than at 100 %."""
    length = voice.length(SHORT)
    with sound_server.listening() as listener:
        hear(listener, 2)
        heard = []
        for percent in (100, 30):
            voice.set_volume(percent)
            voice.say(SHORT)
            heard += hear(listener, 2.5)
    assert [pytest.approx(length, abs=80)] * 2 == [end - start for start, end, _ in heard]
    assert heard[0][2] - heard[1][2] > 10


def test_hushed_it_is_silent_at_once(voice: ClipVoice, sound_server: SoundServer) -> None:
    """A second of a longer sentence is heard, and no more."""
    with sound_server.listening() as listener:
        hear(listener, 2)
        voice.say(TEXT)
        first = hear(listener, 1)
        voice.hush()
        hear(listener, 0.3)
        assert [] == hear(listener, 2)
    assert first
